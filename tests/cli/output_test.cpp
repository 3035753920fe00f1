// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out is whole, or it is said that it is not.
#include "cli_support.h"

using namespace thidua;
using namespace thidua::test;

namespace {

const char* const kCase = R"({"on":"2022-05-25","school_year":"2021-2022","honour":"lao-dong-tien-tien","subject":{"kind":"staff"}})";

std::size_t filesIn(const std::filesystem::path& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

void checkOneSentence(const Ran& ran)
{
    INFO(ran.err);
    CHECK(ran.code == 3);
    CHECK(lineCount(ran.err) == 1);
    CHECK(ran.err.find("lỗi bên trong") == std::string::npos);
    CHECK(ran.err.find("[ERROR]") == std::string::npos);
}

}

TEST_CASE_METHOD(Cli, "an answer that is lost on a full or closed output is no success")
{
    REQUIRE(run("new a.thidua --sample mang-den").code == 0);
    write("c.json", kCase);
    for (const char* command : {"info a.thidua --json", "info a.thidua", "check a.thidua --json", "documents a.thidua --json", "rules --on 2024-05-25 --json",
                                "evaluate a.thidua --year 2021-2022 --json", "evaluate --case c.json --json", "evaluate --case c.json", "--help",
                                "vote --help"})
        for (const char* lost : {" >/dev/full", " >&-"}) {
            INFO(command << lost);
            checkOneSentence(run(std::string(command) + lost));
        }
    // Nothing that was printed has gone into a file that took the place of the closed stream.
    CHECK(run("check a.thidua --json").code == 0);
    checkOneSentence(run("print a.thidua award-list --to list.html >&-"));
    CHECK(bytesOf(scratch / "list.html").find("Đã xuất") == std::string::npos);
    // A reader that has read enough ends nothing in the middle.
    CHECK(runWith("bash -c '\"$0\" evaluate a.thidua --year 2021-2022 --json 2>said.txt | true; exit ${PIPESTATUS[0]}'", "").code == 3);
    CHECK(lineCount(bytesOf(scratch / "said.txt")) == 1);
}

TEST_CASE_METHOD(Cli, "an export that does not fit leaves what was there, and one sentence")
{
    REQUIRE(run("new a.thidua --sample mang-den").code == 0);
    for (const char* ending : {"pdf", "docx", "xlsx", "html"}) {
        const auto name = std::string("list.") + ending;
        write(name, "as before");
        const auto before = filesIn(scratch.folder());
        INFO(name);
        checkOneSentence(runWith("ulimit -f 4 &&", "print a.thidua award-list --to " + name));
        CHECK(bytesOf(scratch / name) == "as before");
        CHECK(filesIn(scratch.folder()) <= before + 1); // the file of standard error
    }
}

TEST_CASE_METHOD(Cli, "exports need no temporary folder")
{
    REQUIRE(run("new a.thidua --sample mang-den").code == 0);
    for (const char* ending : {"pdf", "docx", "xlsx", "html"}) {
        const auto printed = runWith("TMPDIR=/dev/full", std::string("print a.thidua award-list --to list.") + ending);
        INFO(ending << ": " << printed.err);
        CHECK(printed.code == 0);
        CHECK(printed.err.empty());
    }
}

TEST_CASE_METHOD(Cli, "without fonts nothing is printed, and Word and Excel still are")
{
    REQUIRE(run("new a.thidua --sample mang-den").code == 0);
    write("none.conf", "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>");
    const std::string bare = "THIDUA_FONTS=/nowhere FONTCONFIG_FILE='" + (scratch / "none.conf").string() + "'";
    const auto refused = runWith(bare, "print a.thidua award-list --to list.pdf");
    checkOneSentence(refused);
    CHECK(refused.err.find("phông chữ") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(scratch / "list.pdf"));
    CHECK(runWith(bare, "print a.thidua award-list --to list.docx").code == 0);
    CHECK(runWith(bare, "print a.thidua award-list --to list.xlsx").code == 0);
}

TEST_CASE_METHOD(Cli, "what libraries say of a machine without settings for fonts stays among them")
{
    REQUIRE(run("new a.thidua --sample mang-den").code == 0);
    for (const char* setting : {"FONTCONFIG_FILE=/dev/null", "FONTCONFIG_FILE=/nowhere", "FONTCONFIG_SYSROOT=/nowhere", "XDG_RUNTIME_DIR=/nowhere"}) {
        const auto printed = runWith(setting, "print a.thidua award-list --to list.pdf");
        INFO(setting << ": " << printed.err);
        CHECK(printed.code == 0);
        CHECK(printed.err.empty());
    }
    checkOneSentence(runWith("FONTCONFIG_FILE=/nowhere", "print a.thidua award-list --to none/list.pdf"));
}

TEST_CASE_METHOD(Cli, "folders and files with Vietnamese names serve for everything")
{
    const std::string folder = "Hoàng Ngọc Ánh, tổ 4–5";
    std::filesystem::create_directories(scratch.folder() / folder);
    const auto in = [&](const char* name) { return "'" + folder + "/" + name + "'"; };
    REQUIRE(run("new " + in("trường.thidua") + " --sample mang-den").code == 0);
    for (const char* ending : {"pdf", "docx", "xlsx", "html"})
        CHECK(run("print " + in("trường.thidua") + " award-list --to " + in("danh sách") + "." + ending).code == 0);
    std::ofstream(scratch.folder() / folder / "trường hợp.json") << kCase;
    CHECK(run("evaluate --case " + in("trường hợp.json") + " --json").code == 0);
    CHECK(run("backup " + in("trường.thidua") + " --to " + in("bản sao.thidua") + " --json").out.find("\"verified\": true") != std::string::npos);
    // A name that is no text at all is answered too.
    CHECK(run("print " + in("trường.thidua") + " award-list --to \"$(printf '\\377').pdf\" --json").code == 0);
}

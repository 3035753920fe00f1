// SPDX-License-Identifier: GPL-3.0-or-later
// The file as commands leave it: whatever only reads writes nothing, and whatever is killed leaves nothing half.
#include "cli_support.h"

#include <chrono>
#include <filesystem>
#include <map>

using namespace thidua::test;
namespace fs = std::filesystem;

namespace {

std::map<std::string, std::string> everything(const fs::path& folder)
{
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            found[entry.path().lexically_relative(folder).string()] = bytesOf(entry.path());
    return found;
}

struct FileCli : Cli {
    FileCli()
    {
        fs::create_directory(scratch / "truong");
    }
    void unpack(const std::string& fixture, const std::string& to) const
    {
        const auto command = "gzip -dc '" THIDUA_SOURCE "/tests/fixtures/files/" + fixture + ".gz' > '" + (scratch / to).string() + "'";
        REQUIRE(std::system(command.c_str()) == 0);
    }
    /// Starts the command and kills it after some milliseconds, if it has not ended by itself.
    void killed(const std::string& arguments, int milliseconds) const
    {
        char seconds[16];
        std::snprintf(seconds, sizeof seconds, "%.3f", milliseconds / 1000.0);
        const std::string command = "cd '" + scratch.folder().string() + "' && timeout -s KILL " + seconds + " '" THIDUA_CLI "' " + arguments + " >/dev/null 2>&1";
        static_cast<void>(std::system(command.c_str()));
    }
    bool anyHidden(const std::string& folder) const
    {
        for (const auto& entry : fs::directory_iterator(scratch / folder))
            if (entry.path().filename().string().starts_with("."))
                return true;
        return false;
    }
};

}

TEST_CASE_METHOD(FileCli, "commands that only read leave an older file, and its folder, as they are")
{
    unpack("mang-den-schema-2.thidua", "truong/cu.thidua");
    const auto before = everything(scratch / "truong");
    const auto info = run("info truong/cu.thidua --json");
    REQUIRE(info.code == 0);
    CHECK(info.says("\"schema_version\": 2"));
    CHECK(run("check truong/cu.thidua").code <= 1);
    CHECK(run("verify truong/cu.thidua").code == 0);
    CHECK(run("evaluate truong/cu.thidua --year 2021-2022 --json").code == 0);
    CHECK(run("documents truong/cu.thidua --json").code == 0);
    CHECK(run("print truong/cu.thidua award-list --year 2021-2022 --to ds.html").code == 0);
    CHECK(run("backup truong/cu.thidua --to ban-sao.thidua").code == 0);
    CHECK(everything(scratch / "truong") == before);
    CHECK(run("info ban-sao.thidua --json").says("\"schema_version\": 2"));
}

TEST_CASE_METHOD(FileCli, "names and pipes that are no file are refused at once")
{
    REQUIRE(std::system(("mkfifo '" + (scratch / "ong").string() + "'").c_str()) == 0);
    REQUIRE(run("new a.thidua").code == 0);
    for (const char* command : {"info ''", "info :memory:", "info file:a.thidua", "new ''", "new :memory:", "new file:b.thidua", "info ong", "verify ong", "restore ong --to b.thidua",
                                "backup ong --to b.thidua", "backup a.thidua --to ''", "backup a.thidua --to :memory:", "evaluate --case ong --json", "rules-check ong"}) {
        INFO(command);
        const auto ran = run(std::string("--lang vi ") + command);
        CHECK(ran.code == 3);
        CHECK(ran.err.find("xin") != std::string::npos);
    }
    CHECK_FALSE(fs::exists(scratch / "b.thidua"));
}

TEST_CASE_METHOD(FileCli, "what is wrong with the machine or the name is said as it is, and is no finding about a backup")
{
    REQUIRE(run("new a.thidua").code == 0);
    REQUIRE(run("backup a.thidua --to b.thidua").code == 0);
    const auto named = [this](const std::string& command, int code, const std::string& words) {
        const auto ran = run(command);
        INFO(command << ": " << ran.err);
        CHECK(ran.code == code);
        CHECK(ran.err.find(words) != std::string::npos);
        CHECK(ran.err.find(".tmp") == std::string::npos);
        CHECK(ran.err.find("lỗi bên trong") == std::string::npos);
    };
    named("verify truong", 3, "là thư mục");
    const std::string longName(240, 'a');
    named("new " + longName + ".thidua", 3, "dài quá");
    named("backup a.thidua --to " + longName + ".thidua", 3, "dài quá");
    named("restore b.thidua --to " + longName + ".thidua", 3, "dài quá");
    // In WAL mode a file is read by way of a copy, for which there is no folder here.
    const auto wal = [this](const std::string& name) {
        std::fstream stream(scratch / name, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(18);
        stream.write("\x02\x02", 2);
    };
    wal("a.thidua");
    for (const char* command : {"check a.thidua", "verify a.thidua", "info a.thidua"}) {
        INFO(command);
        const auto ran = runWith("TMPDIR=/khong-co", command);
        CHECK(ran.code == 3);
        CHECK(ran.err.find("không có thư mục tạm") != std::string::npos);
    }
    CHECK(runWith("TMPDIR=/khong-co", "verify b.thidua").code == 0);
    CHECK(runWith("TMPDIR=/khong-co", "check b.thidua").code == 0);
    // A sealed backup whose header alone was changed is not the one that was sealed.
    wal("b.thidua");
    CHECK(run("verify b.thidua").code == 1);
    CHECK(run("check b.thidua").code == 1);
}

TEST_CASE_METHOD(FileCli, "a backup is a success also when the register cannot be written, and both are said")
{
    REQUIRE(run("new a.thidua").code == 0);
    fs::remove_all(scratch / "data");
    std::ofstream(scratch / "data") << "a file where the folder should be";
    const auto made = run("backup a.thidua --to b.thidua --json");
    CHECK(made.code == 0);
    CHECK(made.says("\"verified\": true"));
    CHECK(made.says("\"registered\": false"));
    CHECK(made.err.find("đã ghi xong và đã kiểm tra") != std::string::npos);
    CHECK(run("verify b.thidua").code == 0);
    CHECK_FALSE(anyHidden("."));
}

TEST_CASE_METHOD(FileCli, "a killed new leaves nothing, or a whole file, under the final name")
{
    int missing = 0;
    for (int i = 0; i < 12; ++i) {
        killed("new truong/k.thidua --sample mang-den", 20 + 90 * i);
        INFO("killed after " << 20 + 90 * i << " ms");
        if (!fs::exists(scratch / "truong/k.thidua")) {
            ++missing;
            continue;
        }
        CHECK(run("check truong/k.thidua").code == 0);
        CHECK(run("info truong/k.thidua --json").says("\"awards\": 28"));
        fs::remove(scratch / "truong/k.thidua");
    }
    CHECK(missing > 0);
    REQUIRE(run("new truong/k.thidua --sample mang-den").code == 0);
    CHECK_FALSE(anyHidden("truong"));
}

TEST_CASE_METHOD(FileCli, "killed backups and restores leave whole files and, after the next start, nothing else")
{
    REQUIRE(run("new truong/a.thidua --sample mang-den").code == 0);
    REQUIRE(run("backup truong/a.thidua --to goc.thidua").code == 0);
    for (int i = 0; i < 10; ++i) {
        INFO(i);
        killed("backup truong/a.thidua --to truong/b.thidua", 5 + 9 * i);
        if (fs::exists(scratch / "truong/b.thidua"))
            CHECK(run("verify truong/b.thidua").code == 0);
        fs::remove(scratch / "truong/b.thidua");
        killed("restore goc.thidua --to truong/a.thidua --replace", 5 + 9 * i);
        CHECK(run("check truong/a.thidua").code == 0);
    }
    CHECK(run("backup truong/a.thidua --to truong/c.thidua").code == 0);
    CHECK_FALSE(anyHidden("truong"));
}

TEST_CASE_METHOD(FileCli, "a backup of a newer structure replaces nothing")
{
    REQUIRE(run("new truong/a.thidua").code == 0);
    REQUIRE(run("backup truong/a.thidua --to b.thidua").code == 0);
    {
        std::fstream stream(scratch / "b.thidua", std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(63); // user_version
        stream.put('\x63');
    }
    const auto before = everything(scratch / "truong");
    const auto restored = run("restore b.thidua --to truong/a.thidua --replace");
    CHECK(restored.code == 3);
    CHECK(restored.err.find("phiên bản Thi Đua mới hơn") != std::string::npos);
    CHECK(everything(scratch / "truong") == before);
}

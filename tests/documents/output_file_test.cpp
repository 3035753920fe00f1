// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive.h"
#include "documents/output_file.h"
#include "documents/writers/docx_writer.h"
#include "documents/writers/xlsx_writer.h"
#include "sample_papers.h"
#include "support/catch.h"
#include "text/messages.h"

#include <cerrno>
#include <fstream>
#include <sys/stat.h>

using namespace thidua;
using namespace thidua::documents;
using tests::TemporaryFolder;

namespace {

std::size_t filesIn(const std::filesystem::path& folder)
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder))
        ++count;
    return count;
}

}

TEST_CASE("a file is replaced in one step and nothing is left beside it", "[documents][output]")
{
    const TemporaryFolder folder;
    REQUIRE(replaceFile(folder / "a.txt", "một").has_value());
    REQUIRE(replaceFile(folder / "a.txt", "hai").has_value());
    CHECK(tests::readFile(folder / "a.txt") == "hai");
    CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("an abandoned file leaves the old one as it was", "[documents][output]")
{
    const TemporaryFolder folder;
    REQUIRE(replaceFile(folder / "a.txt", "một").has_value());
    {
        auto temporary = TemporaryBeside::create(folder / "a.txt");
        REQUIRE(temporary.has_value());
        REQUIRE(temporary->write("dở dang").has_value());
    }
    CHECK(tests::readFile(folder / "a.txt") == "một");
    CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("failures of writing say what and where", "[documents][output]")
{
    const TemporaryFolder folder;
    const auto noFolder = writeDocx(plan(samples::plan()), folder.path() / "không có" / "a.docx");
    REQUIRE_FALSE(noFolder.has_value());
    CHECK(noFolder.error().code == ErrorCode::Io);
    CHECK(noFolder.error().key == "output.no-folder");
    const auto isFolder = writeXlsx(registrationList(samples::registration()), folder.path());
    REQUIRE_FALSE(isFolder.has_value());
    CHECK(isFolder.error().key == "output.is-folder");

    REQUIRE(replaceFile(folder / "a.txt", "một").has_value());
    std::filesystem::permissions(folder / "a.txt", std::filesystem::perms::owner_read);
    const auto readOnly = replaceFile(folder / "a.txt", "hai");
    REQUIRE_FALSE(readOnly.has_value());
    CHECK(readOnly.error().code == ErrorCode::ReadOnly);
    CHECK(tests::readFile(folder / "a.txt") == "một");

    // What stands there and is no paper stays: a device would else become a file, a school's file a table.
    const auto device = folder / "thiet-bi.pdf";
    REQUIRE(::mkfifo(device.c_str(), 0600) == 0);
    CHECK(replaceFile(device, "hai").error().key == "output.not-regular");
    CHECK(std::filesystem::is_fifo(device));
    const std::string school("SQLite format 3\0 và dữ liệu", 30);
    std::ofstream(folder / "truong.thidua", std::ios::binary) << school;
    CHECK(replaceFile(folder / "truong.thidua", "hai").error().key == "output.is-data");
    CHECK(writeXlsx(registrationList(samples::registration()), folder / "truong.thidua").error().key == "output.is-data");
    CHECK(tests::readFile(folder / "truong.thidua") == school);

    CHECK(outputFailure("a.pdf", ENOSPC).value().code == ErrorCode::DiskFull);
    CHECK(outputFailure("a.pdf", EROFS).value().code == ErrorCode::ReadOnly);
    CHECK(outputFailure("a.pdf", EIO).value().code == ErrorCode::Io);
}

TEST_CASE("every failure of output has its sentence in both languages", "[documents][output]")
{
    for (const int number : {ENOSPC, EACCES, ENOENT, EIO}) {
        const auto failure = outputFailure("thư mục/a.pdf", number);
        CHECK(text::hasMessage(failure.value().key));
        CHECK(text::sentence(failure.value()).find("thư mục") != std::string::npos);
        CHECK(text::sentence(failure.value(), text::Language::English) != text::sentence(failure.value()));
    }
    CHECK(text::hasMessage("output.no-table"));
    for (const char* key : {"output.is-folder", "output.not-regular", "output.is-data"})
        CHECK(text::hasMessage(key));
}

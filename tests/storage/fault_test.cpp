// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"
#include "storage_support.h"
#include "support/fault_vfs.h"

#include <sqlite3.h>

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;
using storage::OpenMode;

// Every writing call of one operation is made to fail in turn; the file must then open and equal what it was before or after.
TEST_CASE("a disk that fails in the middle leaves the file as before or after")
{
    const auto code = GENERATE(SQLITE_IOERR, SQLITE_FULL);
    const Scratch scratch;
    const auto path = scratch / "a.thidua";
    REQUIRE(DataFile::create(path, kNow));
    const auto addTwo = [](DataFile& file) {
        return file.write(doing(domain::Op::AddStaff), [](storage::Tx& tx) -> Result<void> {
            tx.insert(person("Một"));
            tx.insert(person("Hai"));
            return {};
        });
    };
    int failedAt = 0;
    bool completed = false;
    for (int after = 1; !completed; ++after) {
        std::string before;
        std::string shown;
        bool reported = false;
        {
            auto file = DataFile::open(path, OpenMode::ReadWrite, kNow, FaultVfs::name());
            REQUIRE(file);
            before = dump(**file);
            FaultVfs::failAfter(after, code);
            const auto written = addTwo(**file);
            FaultVfs::heal();
            completed = written.has_value();
            reported = !written;
            if (!written)
                CHECK((written.error().code == ErrorCode::Io || written.error().code == ErrorCode::DiskFull));
        }
        auto again = DataFile::open(path, OpenMode::ReadWrite, kNow);
        REQUIRE(again);
        shown = dump(**again);
        const auto people = (*again)->reader().all<domain::Person>().size();
        INFO("failing call " << after);
        CHECK(people % 2 == 0);
        if (reported)
            CHECK(shown == before); // a failure is told of what is not in the file, and of nothing else
        CHECK_FALSE(storage::firstBrokenEntry((*again)->reader()));
        failedAt = after;
        REQUIRE(after < 200);
    }
    CHECK(failedAt > 3);
}

TEST_CASE("a backup onto a disk that fails names the wanted file and leaves nothing behind")
{
    const auto code = GENERATE(SQLITE_IOERR, SQLITE_FULL);
    const Scratch scratch;
    auto file = DataFile::create(scratch / "a.thidua", kNow);
    REQUIRE(file);
    const auto stick = scratch / "stick";
    std::filesystem::create_directory(stick);
    sqlite3_vfs* usual = sqlite3_vfs_find(nullptr);
    sqlite3_vfs* failing = sqlite3_vfs_find(FaultVfs::name());
    bool completed = false;
    int failures = 0;
    for (int after = 1; !completed; ++after) {
        sqlite3_vfs_register(failing, 1);
        FaultVfs::failAfter(after, code);
        const auto copied = storage::backup(**file, stick / "copy.thidua");
        FaultVfs::heal();
        sqlite3_vfs_register(usual, 1);
        completed = copied.has_value();
        if (completed)
            break;
        ++failures;
        INFO("failing call " << after << ": " << copied.error().key);
        CHECK(std::filesystem::is_empty(stick));
        REQUIRE_FALSE(copied.error().args.empty());
        CHECK(copied.error().args.front().ends_with("copy.thidua"));
        REQUIRE(after < 1000); // so that it ends: a page of two kilobytes is a write of its own
    }
    CHECK(failures > 3);
    CHECK(storage::verify(stick / "copy.thidua"));
}

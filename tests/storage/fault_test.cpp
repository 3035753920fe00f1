// SPDX-License-Identifier: GPL-3.0-or-later
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
            CHECK((shown == before || people == 2));
        CHECK_FALSE(storage::firstBrokenEntry((*again)->reader()));
        failedAt = after;
        REQUIRE(after < 200);
    }
    CHECK(failedAt > 3);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What is read is one state of the file, what a machine does wrong is no fault of the file, and a disk that keeps nobody out is not written.
#include "storage/backup.h"
#include "storage/check_part.h"
#include "storage/one_state.h"
#include "storage/sealed_bytes.h"
#include "storage_support.h"
#include "support/fault_vfs.h"
#include "support/fixture_file.h"

#include <chrono>
#include <sqlite3.h>
#include <thread>

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;
using storage::OneState;
using storage::OpenMode;

namespace {

struct Made {
    Made() { REQUIRE(addTo(*DataFile::create(path, kNow).value(), "Võ Thị Kim Ánh")); }

    static Result<domain::ChangeSet> addTo(DataFile& file, const std::string& name)
    {
        return file.write(doing(domain::Op::AddStaff), [&name](storage::Tx& tx) -> Result<void> {
            tx.insert(person(name));
            return {};
        });
    }

    Scratch scratch;
    std::filesystem::path path = scratch / "a.thidua";
};

}

TEST_CASE_METHOD(Made, "what is read in one state does not change, and who writes waits")
{
    const auto file = DataFile::open(path, OpenMode::ReadOnly, kNow).value();
    SQLite::Database other(path.string(), SQLite::OPEN_READWRITE);
    const auto rename = [&other] { return other.tryExec("UPDATE person SET note = note || 'x'"); };
    {
        const OneState state(file->stored());
        CHECK(file->reader().number("SELECT count(*) FROM person WHERE note = ''") == 1);
        CHECK(rename() == SQLITE_BUSY);
        {
            const OneState inside(file->stored()); // of what is called in it
            CHECK(file->reader().number("SELECT count(*) FROM person WHERE note = ''") == 1);
        }
        const auto raw = storage::RawFile::of(file->stored());
        CHECK(raw.size == std::filesystem::file_size(path));
        std::string magic(15, '\0');
        CHECK(raw.read(magic.data(), magic.size(), 0));
        CHECK(magic == "SQLite format 3");
        CHECK_FALSE(raw.read(magic.data(), magic.size(), *raw.size - 3));
        CHECK(rename() == SQLITE_BUSY);
        CHECK(file->reader().number("SELECT count(*) FROM person WHERE note = ''") == 1);
    }
    CHECK(rename() == SQLITE_OK);
}

TEST_CASE_METHOD(Made, "a program that only looks is waited for, one that holds the file is told of at once")
{
    using Clock = std::chrono::steady_clock;
    auto looking = DataFile::open(path, OpenMode::ReadOnly, kNow).value();
    auto state = std::make_unique<OneState>(looking->stored());
    std::thread leaves([&state] {
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
        state.reset();
    });
    const auto begin = Clock::now();
    const auto mine = DataFile::open(path, OpenMode::ReadWrite, kNow);
    const auto waited = Clock::now() - begin;
    leaves.join();
    REQUIRE(mine);
    CHECK(waited >= std::chrono::milliseconds(300));
    CHECK(addTo(**mine, "Hai"));

    SQLite::Database holder((scratch / "b.thidua").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    std::filesystem::remove(scratch / "b.thidua");
    DataFile::create(scratch / "b.thidua", kNow).value().reset();
    SQLite::Database held((scratch / "b.thidua").string(), SQLite::OPEN_READWRITE);
    held.exec("BEGIN EXCLUSIVE");
    const auto again = Clock::now();
    CHECK(DataFile::open(scratch / "b.thidua", OpenMode::ReadWrite, kNow).error().code == ErrorCode::FileBusy);
    CHECK(Clock::now() - again < std::chrono::milliseconds(1000));
}

TEST_CASE("what a machine does wrong ends a check, what a file holds is one finding of it")
{
    const auto thrown = [](int code) {
        std::vector<storage::FileProblem> problems;
        storage::guardedPart("x", problems, [code] { throw SQLite::Exception("thrown", code); });
        return problems.size();
    };
    for (const int code : {SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL, SQLITE_IOERR, SQLITE_IOERR_READ, SQLITE_IOERR_LOCK, SQLITE_CANTOPEN, SQLITE_NOMEM, SQLITE_INTERRUPT,
                           SQLITE_READONLY, SQLITE_PERM, SQLITE_PROTOCOL}) {
        INFO(code);
        CHECK_THROWS_AS(thrown(code), SQLite::Exception);
    }
    for (const int code : {SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_TOOBIG}) {
        INFO(code);
        CHECK(thrown(code) == 1);
    }
}

TEST_CASE_METHOD(Made, "whichever read of a disk fails while a backup is verified, the backup is not called damaged")
{
    REQUIRE(storage::backup(*DataFile::open(path, OpenMode::ReadOnly, kNow).value(), scratch / "copy.thidua"));
    const FaultVfs::AsUsual disk;
    const int code = GENERATE(SQLITE_IOERR_READ, SQLITE_IOERR_LOCK, SQLITE_FULL, SQLITE_BUSY);
    int failures = 0;
    bool completed = false;
    for (int after = 1; !completed; after += after < 40 ? 1 : 37) {
        FaultVfs::failReadingAfter(after, code);
        const auto verified = storage::verify(scratch / "copy.thidua");
        completed = verified && FaultVfs::calls() < after;
        INFO("failing read " << after << ": " << (verified ? "verified" : verified.error().key));
        if (!verified) {
            ++failures;
            CHECK((verified.error().code == ErrorCode::Io || verified.error().code == ErrorCode::DiskFull || verified.error().code == ErrorCode::FileBusy));
        }
        REQUIRE(after < 20'000);
    }
    CHECK(failures > 30);
}

TEST_CASE_METHOD(Made, "a disk that gives a lock to everybody is looked at alone, with the reason")
{
    struct Lying {
        Lying() { FaultVfs::lieAboutLocks(true); }
        ~Lying() { FaultVfs::lieAboutLocks(false); }
    };
    const auto before = bytesOf(path);
    unpackFixture("mang-den-schema-2.thidua", scratch / "cu.thidua");
    const auto old = bytesOf(scratch / "cu.thidua");
    {
        const Lying share;
        for (const char* name : {"a.thidua", "cu.thidua"}) {
            const auto file = DataFile::open(scratch / name, OpenMode::ReadWrite, kNow, FaultVfs::name());
            REQUIRE(file);
            REQUIRE((*file)->readOnlyReason());
            CHECK((*file)->readOnlyReason()->key == "file.locks-not-kept");
            CHECK((*file)->readOnlyReason()->args == std::vector<std::string>{(scratch / name).string()});
            CHECK((*file)->mode() == OpenMode::ReadOnly);
            CHECK(addTo(**file, "Hai").error().key == "file.locks-not-kept");
        }
    }
    CHECK(bytesOf(path) == before);
    CHECK(bytesOf(scratch / "cu.thidua") == old); // and not upgraded
    CHECK_FALSE(std::filesystem::exists(scratch / "cu_truoc-nang-cap_v2.thidua"));
    const auto honest = DataFile::open(path, OpenMode::ReadWrite, kNow, FaultVfs::name()).value();
    CHECK_FALSE(honest->readOnlyReason());
    CHECK(addTo(*honest, "Hai"));
}

TEST_CASE("the time in a backup's name is found whatever stands around it")
{
    CHECK(storage::timeInName("THMD_2022-06-01_081200.thidua") == "2022-06-01_081200");
    CHECK(storage::timeInName("/usb/THMD_2022-06-01_081200_2 - Copy (1).thidua") == "2022-06-01_081200");
    CHECK(storage::timeInName("/2022-06-01_081200/ban-sao.thidua").empty());
    CHECK(storage::timeInName("THMD_2022-06-01_0812001.thidua").empty());
    CHECK(storage::timeInName("THMD 2022-06-01.thidua").empty());
}

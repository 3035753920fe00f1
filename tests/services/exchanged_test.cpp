// SPDX-License-Identifier: GPL-3.0-or-later
// A backup in the place, or under the name, of another one; a disk that fails while a file is checked; names by the clock on the wall.
#include "base/local_time.h"
#include "domain/people.h"
#include "services/core/backup_service.h"
#include "services/core/file_check.h"
#include "services/core/sample_service.h"
#include "services/core/school_summary.h"
#include "storage/backup.h"
#include "storage/backup_register.h"
#include "storage/data_file.h"
#include "storage/platform.h"
#include "support/catch.h"
#include "support/fault_vfs.h"
#include "support/sample_file.h"

#include <algorithm>
#include <ctime>
#include <functional>
#include <sqlite3.h>

using namespace thidua;
using namespace thidua::test;
using services::BackupService;
using services::SchoolFile;
namespace fs = std::filesystem;

namespace {

/// The clock of one moment after the other.
class Moving final : public Clock {
public:
    Date today() const override { return Date(2022, 6, 1); }
    std::string nowUtc() const override { return now; }
    std::string now = "2022-06-01T01:00:00Z";
};

struct TwoBackups {
    TwoBackups()
    {
        fs::create_directory(scratch / "usb");
        fs::copy_file(sampleFile(Date(2022, 9, 23)), scratch / "truong.thidua");
        file = SchoolFile::open(scratch / "truong.thidua", SchoolFile::Mode::ReadWrite, clock, {"Lan"}).value();
        older = backUp();
        clock.now = "2022-06-08T02:30:00Z";
        domain::Person row;
        row.uid = newUid();
        row.fullName = "Y Hiền";
        REQUIRE(file->data().write({domain::Op::AddStaff, "Lan", clock.now, {}, std::nullopt}, [&](storage::Tx& tx) -> Result<void> {
            tx.insert(row);
            return {};
        }));
        newer = backUp();
    }
    fs::path backUp() { return BackupService::backupInto(*file, scratch / "usb").value().path; }
    static void forget() { fs::remove(storage::platform::appDataFolder() / "backups.json"); }
    static std::vector<std::string> problemsOf(const fs::path& copy)
    {
        const auto verified = BackupService::verify(copy);
        REQUIRE(verified);
        return verified->problems;
    }
    static bool says(const std::vector<std::string>& sentences, const std::string& words)
    {
        return std::ranges::any_of(sentences, [&words](const auto& one) { return one.find(words) != std::string::npos; });
    }

    Scratch scratch;
    Moving clock;
    std::unique_ptr<SchoolFile> file;
    fs::path older, newer;
};

}

TEST_CASE_METHOD(TwoBackups, "an older backup in the place of a newer one is found, by the register and without it")
{
    CHECK(problemsOf(older).empty());
    CHECK(problemsOf(newer).empty());
    CHECK(BackupService::age(*file).current);
    fs::copy_file(older, newer, fs::copy_options::overwrite_existing);
    CHECK(says(problemsOf(newer), "hai bản đã bị tráo"));
    CHECK_FALSE(BackupService::age(*file).current); // nothing that holds the last operation is left
    CHECK(BackupService::age(*file).behind == 1);
    CHECK(problemsOf(older).empty());
    forget();
    CHECK(says(problemsOf(newer), "một bản khác đã được đặt vào tên này"));
    CHECK(problemsOf(older).empty());
    // Other names of a copy are nobody's business.
    fs::copy_file(older, scratch / "ban sao hoc ky 1.thidua");
    fs::copy_file(older, scratch / (older.stem().string() + " - Copy.thidua"));
    CHECK(problemsOf(scratch / "ban sao hoc ky 1.thidua").empty());
    CHECK(problemsOf(scratch / (older.stem().string() + " - Copy.thidua")).empty());
    // One that was made under a name of its own has no business under one with a time.
    REQUIRE(BackupService::backupTo(*file, scratch / "rieng.thidua"));
    forget();
    fs::copy_file(scratch / "rieng.thidua", scratch / "THMD_2022-07-01_070000.thidua");
    CHECK(says(problemsOf(scratch / "THMD_2022-07-01_070000.thidua"), "không mang tên ấy"));
}

TEST_CASE_METHOD(TwoBackups, "another school's backup in the place of this one's is found")
{
    const FixedClock day(Date(2022, 9, 23));
    services::createSample(scratch / "khac.thidua", "hong-duong", day).value().reset();
    const auto stranger = SchoolFile::open(scratch / "khac.thidua", SchoolFile::Mode::ReadOnly, day, {}).value();
    REQUIRE(BackupService::backupTo(*stranger, scratch / "ban-sao-khac.thidua"));
    fs::copy_file(scratch / "ban-sao-khac.thidua", newer, fs::copy_options::overwrite_existing);
    CHECK(says(problemsOf(newer), "là của tệp một trường khác"));
    CHECK(BackupService::verify(newer)->fileUid != file->summary()->uid);
    CHECK_FALSE(BackupService::age(*file).current);
}

TEST_CASE_METHOD(TwoBackups, "two sticks with the same name in the same place are both right")
{
    const auto place = scratch / "usb" / "hang-tuan.thidua";
    REQUIRE(BackupService::backupTo(*file, place));
    fs::rename(place, scratch / "tuan-1.thidua");
    REQUIRE(file->undo());
    REQUIRE(BackupService::backupTo(*file, place));
    CHECK(problemsOf(place).empty());
    CHECK(BackupService::age(*file).current);
    fs::copy_file(scratch / "tuan-1.thidua", place, fs::copy_options::overwrite_existing);
    CHECK(problemsOf(place).empty()); // made to this place, too
    CHECK_FALSE(BackupService::age(*file).current);
}

TEST_CASE("names of backups have the time of the clock on the wall, and none is given twice")
{
    const char* before = std::getenv("TZ");
    const std::string kept = before == nullptr ? std::string() : before;
    ::setenv("TZ", "Asia/Ho_Chi_Minh", 1);
    ::tzset();
    {
        TwoBackups school;
        CHECK(school.older.filename() == "THMD_2022-06-01_080000.thidua");
        CHECK(school.newer.filename() == "THMD_2022-06-08_093000.thidua");
        CHECK(school.backUp().filename() == "THMD_2022-06-08_093000_2.thidua");
        school.clock.now = "2022-06-30T17:05:09Z";
        CHECK(school.backUp().filename() == "THMD_2022-07-01_000509.thidua");
        CHECK(momentForPeople(school.clock.now) == "01/07/2022 00:05");
        CHECK(localMoment("hôm nay") == "hôm nay");
        CHECK(localMoment("2022-06-30T17:05:0Z") == "2022-06-30T17:05:0Z");
        // Restored twice within one second, both files that stood there are kept.
        school.file.reset();
        const auto one = BackupService::restore(school.older, school.scratch / "truong.thidua", true, school.clock).value();
        const auto two = BackupService::restore(school.newer, school.scratch / "truong.thidua", true, school.clock).value();
        CHECK(one.filename() == "truong_truoc-phuc-hoi_2022-07-01_000509.thidua");
        CHECK(two.filename() == "truong_truoc-phuc-hoi_2022-07-01_000509_2.thidua");
        CHECK(BackupService::verify(one)->problems.empty());
        CHECK(BackupService::verify(two)->problems.empty()); // the older state that the first one had put there
    }
    before == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", kept.c_str(), 1);
    ::tzset();
}

TEST_CASE("a disk that fails while a file is checked is an error of its own, no finding")
{
    const Scratch scratch;
    fs::copy_file(sampleFile(Date(2022, 9, 23)), scratch / "truong.thidua");
    const FixedClock clock(Date(2022, 9, 23));
    const FaultVfs::AsUsual disk;
    const int code = GENERATE(SQLITE_IOERR_READ, SQLITE_BUSY);
    int failures = 0, sound = 0;
    for (int after = 1; sound == 0; after += after < 20 ? 1 : 41) {
        FaultVfs::heal();
        const auto file = SchoolFile::open(scratch / "truong.thidua", SchoolFile::Mode::ReadOnly, clock, {}, SchoolFile::Rules::WhenAsked).value();
        FaultVfs::failReadingAfter(after, code);
        const auto report = services::checkSchoolFile(*file);
        INFO("failing read " << after << (report ? "" : report.error().key));
        if (!report) {
            ++failures;
            CHECK((report.error().code == ErrorCode::Io || report.error().code == (code == SQLITE_BUSY ? ErrorCode::FileBusy : ErrorCode::Io)));
        } else {
            CHECK(report->problems == std::vector<std::string>());
            sound += FaultVfs::calls() < after ? 1 : 0;
        }
        REQUIRE(after < 50'000);
    }
    CHECK(failures > 20);
}

TEST_CASE_METHOD(TwoBackups, "a restoring reads the copy once and what it made of it once, and notes what was read")
{
    file.reset();
    const FaultVfs::AsUsual disk;
    constexpr int kNever = 1'000'000'000;
    const auto readsOf = [](const std::function<void()>& what) {
        FaultVfs::failReadingAfter(kNever, SQLITE_IOERR_READ);
        what();
        const int reads = FaultVfs::calls();
        FaultVfs::heal();
        return reads;
    };
    const int once = readsOf([&] { REQUIRE(storage::verify(older)); });
    const int restoring = readsOf([&] { REQUIRE(BackupService::restore(older, scratch / "moi.thidua", false, clock)); });
    REQUIRE(once > 20);
    CHECK(restoring < once * 5 / 2);
    const auto notes = storage::restoredNotes(BackupService::verify(older)->fileUid);
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().head == storage::verify(older)->head);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// How far the backups are behind is counted in operations: no clock makes a file look safe.
#include "services/core/backup_service.h"
#include "services/core/sample_service.h"
#include "services/core/school_service.h"
#include "support/catch.h"
#include "support/scratch.h"

#include "domain/school.h"
#include "services/core/school_summary.h"

#include <fstream>

using namespace thidua;
using namespace thidua::test;
using services::BackupService;
using services::SchoolFile;

namespace {

struct Fixture {
    Scratch scratch;
    FixedClock clock{Date(2022, 6, 1)};
    std::unique_ptr<SchoolFile> file = founded();

    std::unique_ptr<SchoolFile> founded()
    {
        services::FoundSchool command;
        command.school.name = "Trường Tiểu học Mới";
        command.school.documentSymbol = "THM";
        command.school.placeName = "Mới";
        command.firstYear = SchoolYear(2021);
        return SchoolFile::create(scratch / "a.thidua", command, clock, {"Lan"}).value();
    }
    void work()
    {
        services::SchoolService service(*file);
        auto school = service.school().value();
        school.data.placeName += "i";
        REQUIRE(service.editSchool(school.data, school.version));
    }
    void backUp(const std::string& name) { REQUIRE(BackupService::backupTo(*file, scratch / name)); }
    services::BackupAge age() { return BackupService::age(*file); }
};

}

TEST_CASE_METHOD(Fixture, "only a backup of every operation so far is current")
{
    CHECK(age().never);
    backUp("1.thidua");
    CHECK(age().current);
    work(); // within the same second
    CHECK_FALSE(age().current);
    CHECK(age().behind == 1);
    work();
    CHECK(age().behind == 2);
    backUp("2.thidua");
    CHECK(age().current);
    REQUIRE(file->undo());
    CHECK(age().behind == 1); // undo is an operation, too
    std::filesystem::remove(scratch / "2.thidua");
    CHECK(age().behind == 3);
}

TEST_CASE_METHOD(Fixture, "a session with the clock in 2099, or one set back, never makes the file look backed up")
{
    clock.set(Date(2099, 1, 1));
    CHECK(BackupService::clockDoubt(*file)); // 77 years after the newest operation
    work();
    backUp("2099.thidua");
    CHECK(age().current);
    clock.set(Date(2022, 6, 2));
    REQUIRE(BackupService::clockDoubt(*file));
    CHECK(age().inFuture);
    work();
    CHECK_FALSE(age().current);
    CHECK(age().behind == 1);
    backUp("2022.thidua");
    CHECK(age().current); // made earlier, says the clock, and holds more
    CHECK_FALSE(age().inFuture);
    CHECK_FALSE(BackupService::clockDoubt(*file));
}

TEST_CASE_METHOD(Fixture, "a restored older state that goes on is not covered by the backups of what it left behind")
{
    backUp("1.thidua");
    work();
    work();
    backUp("3.thidua");
    file.reset();
    REQUIRE(BackupService::restore(scratch / "1.thidua", scratch / "a.thidua", true, clock));
    file = SchoolFile::open(scratch / "a.thidua", SchoolFile::Mode::ReadWrite, clock, {"Lan"}).value();
    CHECK(age().current);
    CHECK(age().path.ends_with("1.thidua"));
    clock.set(Date(2022, 6, 3));
    work();
    clock.set(Date(2022, 6, 4));
    work(); // as many operations as the other line had
    CHECK_FALSE(age().current);
    CHECK(age().behind == 2);
}

TEST_CASE_METHOD(Fixture, "a copy that is worked on is no backup of itself")
{
    backUp("hien-trang.thidua");
    file = SchoolFile::open(scratch / "hien-trang.thidua", SchoolFile::Mode::ReadWrite, clock, {"Lan"}).value();
    CHECK(age().never);
    backUp("usb.thidua");
    CHECK(age().current);
}

TEST_CASE_METHOD(Fixture, "two backups in one second have two names")
{
    std::filesystem::create_directory(scratch / "usb");
    const auto one = BackupService::backupInto(*file, scratch / "usb");
    const auto two = BackupService::backupInto(*file, scratch / "usb");
    REQUIRE(one);
    REQUIRE(two);
    CHECK(one->path != two->path);
}

TEST_CASE_METHOD(Fixture, "a backup that the register cannot note is made all the same, and said so")
{
    std::filesystem::remove_all(scratch / "data");
    std::ofstream(scratch / "data") << "no folder";
    const auto made = BackupService::backupTo(*file, scratch / "b.thidua");
    REQUIRE(made);
    REQUIRE(made->notRegistered);
    CHECK(BackupService::verify(scratch / "b.thidua"));
    CHECK(age().never); // it is not counted
}

TEST_CASE_METHOD(Fixture, "what a founding that fails leaves is nothing")
{
    services::FoundSchool bad;
    bad.school.name = "Trường";
    bad.school.documentSymbol = "T";
    bad.school.placeName = "M";
    std::filesystem::create_directory(scratch / "moi");
    std::ofstream(scratch / "moi/b.thidua-journal") << "of another file";
    const auto made = SchoolFile::create(scratch / "moi/b.thidua", bad, clock, {"Lan"});
    REQUIRE_FALSE(made);
    CHECK(made.error().key == "file.journal-beside");
    CHECK_FALSE(services::createSample(scratch / "moi/b.thidua", "mang-den", clock));
    CHECK(std::distance(std::filesystem::directory_iterator(scratch / "moi"), {}) == 1);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Former pupils' personal data go after the keeping time: out of the rows, the change record and the file's bytes; what was awarded stays.
#include "domain/honour.h"
#include "domain/school_year.h"
#include "services/sample_school.h"

#include "services/core/backup_service.h"
#include "services/core/file_check.h"
#include "services/core/sample_service.h"
#include "services/people/health.h"
#include "services/people/merge_service.h"
#include "services/people/people_service.h"
#include "services/people/pupil_erasure.h"
#include "services/people/pupil_service.h"
#include "storage/data_file.h"
#include "storage/repo/merge_repo.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

constexpr const char* kReason = "Biên bản số 03/BB-THMĐ ngày 01/9/2022";

/// Of 2021–2022, which is closed: one pupil without awards, one with, one who goes on in 2022–2023, one who was entered twice.
struct Erasing : SampleSchool {
    Erasing() : SampleSchool(Date(2022, 9, 23))
    {
        SchoolService years(file());
        const bool closed = years.reopenYear(year(2021), "bổ sung học sinh", years.headName().value()).has_value();
        SchoolClass five;
        five.year = year(2021);
        five.name = "5A";
        const auto schoolClass = PupilService(file()).addClass(five).value().value;
        plain = add(2021, "Đinh Xuân Quyên", "7/3/2011", "HSQ-0001", schoolClass);
        rename(plain, "Đinh Xuân Quên");
        awarded = add(2021, "Đinh Thị Khen", "8/4/2011", "HSK-0002", schoolClass);
        going = add(2021, "Đinh Văn Học", "9/5/2012", "HSH-0003", std::nullopt);
        PupilDraft again;
        again.person = data(going);
        again.known = going;
        REQUIRE(PupilService(file()).addPupil(year(2022), again));
        twice = add(2021, "Đinh Thị Hai", "1/2/2011", "HSD-0004", schoolClass);
        former = add(2021, "Đinh Thị Hài", "1/2/2011", "HSD-0005", std::nullopt);
        MergeService merging(file());
        MergeChoices choices;
        const auto view = merging.view(twice, former).value();
        for (const auto& field : view.fields)
            if (field.asked)
                choices.emplace(field.key, MergeSide::Kept);
        const auto merged = merging.merge(twice, former, choices);
        if (!merged)
            FAIL(merged.error().key);
        StaffDraft staff; // who was a pupil here
        staff.person.fullName = "Đinh Thị Dạy";
        teaching = PeopleService(file()).addStaff(year(2022), staff).value().value;
        PupilDraft once;
        once.person = data(teaching);
        once.known = teaching;
        REQUIRE(PupilService(file()).addPupil(year(2021), once));
        domain::HonourRecord honour;
        honour.subject = SubjectRef::of(awarded);
        honour.honour = "hoc-sinh-xuat-sac";
        honour.year = SchoolYear(2021);
        honour.decisionNumber = "44/QĐ-THMĐ";
        REQUIRE(PeopleService(file()).addHonour(honour));
        if (closed)
            REQUIRE(years.closeYear(year(2021)));
    }
    PersonId add(int start, const std::string& name, const std::string& birth, const std::string& code, std::optional<SchoolClassId> schoolClass)
    {
        PupilDraft draft;
        draft.person.fullName = name;
        draft.person.birth = PartialDate::parse(birth).value();
        draft.person.gender = Gender::Female;
        draft.person.code = code;
        draft.schoolClass = schoolClass;
        REQUIRE(PupilService(file()).addPupil(year(start), draft));
        const auto rows = PupilService(file()).pupils(year(start)).value();
        return std::ranges::find(rows, name, [](const PupilRow& row) { return row.data.fullName; })->person;
    }
    void rename(PersonId id, const std::string& name)
    {
        const auto rows = PupilService(file()).pupils(year(2021)).value();
        const auto row = std::ranges::find(rows, id, &PupilRow::person);
        PupilDraft draft{row->data, row->schoolClass};
        draft.person.fullName = name;
        REQUIRE(PupilService(file()).editPupil(row->id, draft, row->version));
    }
    Person data(PersonId id) { return file().data().reader().find<Person>(id)->data; }
    bool isThere(PersonId id) { return file().data().reader().find<Person>(id).has_value(); }
    Written<int> erase(int start = 2021) { return PupilErasure(file()).erase(SchoolYear(start), kReason); }
    std::string bytes() { return bytesOf(scratch() / "a.thidua"); }
    std::vector<std::string> problems() { return checkSchoolFile(file()).value().problems; }
    PersonId plain{0}, awarded{0}, going{0}, twice{0}, former{0}, teaching{0};
};

}

TEST_CASE_METHOD(Erasing, "whoever left and received nothing goes whole; of whoever was awarded, name, class and awards stay; nobody else changes")
{
    const auto listed = PupilErasure(file()).formerPupils(SchoolYear(2021)).value();
    REQUIRE(listed.size() == 3);
    for (const auto& pupil : listed)
        CHECK(pupil.namedInAwards == (pupil.id == awarded));
    const auto kept = data(going);
    const auto erased = erase();
    if (!erased)
        FAIL(erased.error().key << " " << erased.error().detail);
    CHECK(erased->value == 3);
    CHECK_FALSE(isThere(plain));
    CHECK_FALSE(isThere(twice));
    CHECK_FALSE(isThere(former));
    CHECK(data(going) == kept);
    const auto left = data(awarded);
    CHECK(left.fullName == "Đinh Thị Khen");
    CHECK_FALSE(left.birth);
    CHECK_FALSE(left.gender);
    CHECK(left.code.empty());
    CHECK(left.note.find("23/09/2022") != std::string::npos);
    CHECK(PupilService(file()).yearsOf(awarded).value().front().className == "5A");
    const auto honours = PeopleService(file()).honours(SubjectRef::of(awarded)).value();
    REQUIRE(honours.size() == 1);
    CHECK(honours.front().record.decisionNumber == "44/QĐ-THMĐ");
    CHECK(PupilErasure(file()).lastYears().value().empty()); // nothing is left to go
}

TEST_CASE_METHOD(Erasing, "what was erased stands nowhere in the file, and the record is whole")
{
    const std::vector<std::string> gone{"Đinh Xuân Quên", "Đinh Xuân Quyên", "HSQ-0001", "2011-03-07", "HSK-0002", "2011-04-08", "Đinh Thị Hai", "Đinh Thị Hài", "HSD-0004", "HSD-0005"};
    const auto before = bytes();
    for (const auto& words : gone)
        CHECK(before.find(words) != std::string::npos);
    const auto backup = BackupService::backupTo(file(), scratch() / "truoc.thidua");
    REQUIRE(backup);
    REQUIRE(erase());
    const auto after = bytes();
    for (const auto& words : gone) {
        INFO(words);
        CHECK(after.find(words) == std::string::npos);
    }
    CHECK(after.find("HSH-0003") != std::string::npos);
    CHECK(problems().empty()); // the backup of before is no witness against it
    const auto age = BackupService::age(file());
    CHECK_FALSE(age.never);
    CHECK(age.behind == 1); // what came after the backup is the erasing alone
    const auto lines = healthOf(file(), year(2021)).value();
    CHECK(std::ranges::none_of(lines, [](const HealthLine& line) { return line.kind == HealthKind::NoBirth && line.who.find("Đinh Thị Khen") != std::string::npos; }));
    CHECK_FALSE(file().undoNames().undo);
    REQUIRE(BackupService::backupTo(file(), scratch() / "sau.thidua"));
    CHECK(BackupService::verify(scratch() / "sau.thidua").value().problems.empty());
    // What is done afterwards is undone as ever.
    add(2022, "Đinh Văn Sau", "1/1/2013", "HSS-0006", std::nullopt);
    CHECK(file().undo());
    CHECK(problems().empty());
    // And it can be done again for others.
    CHECK(erase().error().issues.front().key == "erase.nobody");
}

TEST_CASE_METHOD(Erasing, "pupils of the newest year, staff, and an erasure without a reason are refused")
{
    CHECK(erase(2022).error().issues.front().key == "erase.still-pupils");
    CHECK(PupilErasure(file()).erase(SchoolYear(2021), "  ").error().issues.front().key == "erase.reason-missing");
    CHECK(PupilErasure(file()).formerPupils(SchoolYear(2020)).value().empty());
    const auto all = dump();
    CHECK_FALSE(erase(2020));
    CHECK(dump() == all);
    REQUIRE(isThere(teaching));
    const auto listed = PupilErasure(file()).formerPupils(SchoolYear(2021)).value();
    for (const auto& pupil : listed)
        CHECK(pupil.id != teaching);
}

TEST_CASE_METHOD(Erasing, "a backup of before an erasing is known to bring the data back; one of after it, or of another file, is not")
{
    const auto before = scratch() / "truoc.thidua", after = scratch() / "sau.thidua", other = scratch() / "khac.thidua";
    REQUIRE(BackupService::backupTo(file(), before));
    CHECK(BackupService::erasedSince(before, file()).empty());
    REQUIRE(erase());
    REQUIRE(BackupService::backupTo(file(), after));
    const auto found = BackupService::erasedSince(before, file());
    REQUIRE(found.size() == 1);
    CHECK(found.front().starts_with("2022-09-23"));
    CHECK(BackupService::erasedSince(after, file()).empty());
    createSample(other, "mang-den", file().clock()).value().reset();
    CHECK(BackupService::erasedSince(other, file()).empty());
    CHECK(BackupService::erasedSince(scratch() / "none.thidua", file()).empty());
    // Of files that are not open: what a copy is put in the place of.
    CHECK(BackupService::erasedSince(before, after, file().clock()).size() == 1);
    CHECK(BackupService::erasedSince(after, before, file().clock()).empty());
    CHECK(BackupService::erasedSince(before, scratch() / "none.thidua", file().clock()).empty());
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What a school file weighs, and what a year adds to it.
#include "domain/nomination.h"
#include "domain/people.h"
#include "domain/registration.h"
#include "domain/school_year.h"
#include "domain/year_record.h"
#include "services/core/internal.h"
#include "services/core/school_summary.h"
#include "services/law/verdicts.h"
#include "support/catch.h"
#include "support/sample_file.h"
#include "support/share.h"

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

constexpr int kStaff = 200 / kOneIn;

/// A school of 200, its people with a year's posts, registrations, records and two nominations each.
class LargeSchool {
public:
    LargeSchool()
    {
        FoundSchool founded;
        founded.school.name = "Trường Tiểu học Măng Đen";
        founded.school.documentSymbol = "THMĐ";
        founded.school.placeName = "Măng Đen";
        m_file = SchoolFile::create(path, founded, m_clock, {"Lan"}).value();
        write(Op::PasteStaff, [this](Tx& tx) {
            for (int i = 0; i < kStaff; ++i) {
                Person person;
                person.uid = newUid();
                person.fullName = "Nguyễn Thị Thu Hoa " + std::to_string(i);
                person.employedFrom = PartialDate{2005 + i % 12, Date(2005 + i % 12, 1 + i % 12, 1 + i % 28)};
                m_people.push_back(tx.insert(person));
            }
        });
    }

    /// One operation for each person and thing, as they are entered.
    SchoolYearId addYear(int start)
    {
        std::optional<SchoolYearId> year;
        write(Op::OpenSchoolYear, [&](Tx& tx) {
            SchoolYearRow row;
            row.year = SchoolYear(start);
            row.firstDay = Date(start, 9, 5);
            row.term2Start = Date(start + 1, 1, 15);
            row.lastDay = Date(start + 1, 5, 31);
            year = tx.insert(row);
            for (const auto person : m_people)
                tx.insert(StaffAssignment{person, *year, Position::Teacher, "Giáo viên chủ nhiệm lớp 2C", std::nullopt});
        });
        for (const auto person : m_people)
            addPerson(person, *year, start);
        return *year;
    }

    /// Every open nomination judged after everybody's facts have changed.
    int judge(SchoolYearId year, Evaluation evaluation, int months)
    {
        int changed = 0;
        write(Op::RecordYears, [&](Tx& tx) {
            for (const auto& row : repo::yearRecords(tx, year)) {
                auto record = row.data;
                record.evaluation = evaluation;
                record.monthsWorked = months;
                tx.update(row.id, record);
            }
            changed = refreshOpenVerdicts(tx, m_file->rules(), year, m_clock).value();
        });
        return changed;
    }

    std::uintmax_t bytes() const { return std::filesystem::file_size(path); }
    SchoolFile& file() { return *m_file; }

    Scratch scratch;
    std::filesystem::path path = scratch / "large.thidua";

private:
    template <class Body>
    void write(Op op, Body body)
    {
        REQUIRE(writeTo<Done>(*m_file, op, [&](Tx& tx) -> Result<Done> {
            body(tx);
            return Done{};
        }));
    }

    void addPerson(PersonId person, SchoolYearId year, int start)
    {
        const auto subject = SubjectRef::of(person);
        std::optional<RegistrationId> registration;
        write(Op::Register, [&](Tx& tx) {
            Registration row;
            row.year = year;
            row.subject = subject;
            row.number = static_cast<int>(person.value());
            row.registeredOn = Date(start, 10, 1);
            registration = tx.insert(row);
            for (const char* honour : {"lao-dong-tien-tien", "chien-si-thi-dua-co-so"})
                tx.insert(RegistrationHonour{*registration, honour, row.registeredOn});
            YearRecord record;
            record.year = year;
            record.subject = subject;
            record.noDisciplineConfirmedOn = Date(start + 1, 5, 20);
            tx.insert(record);
            for (const char* honour : {"lao-dong-tien-tien", "chien-si-thi-dua-co-so"}) {
                Nomination nomination;
                nomination.year = year;
                nomination.subject = subject;
                nomination.honour = honour;
                nomination.registration = registration;
                nomination.applicableOn = Date(start + 1, 5, 24);
                nomination.name = "Nguyễn Thị Thu Hoa";
                nomination.post = "Giáo viên chủ nhiệm lớp 2C";
                tx.insert(nomination);
            }
        });
    }

    FixedClock m_clock{Date(2023, 5, 24)};
    std::unique_ptr<SchoolFile> m_file;
    std::vector<PersonId> m_people;
};

}

// A table costs a page for itself and one for each of its indexes, empty or not (storage/migrator.h).
TEST_CASE("the sample school's file weighs less than 1.8 MB")
{
    const auto bytes = std::filesystem::file_size(sampleFile(Date(2022, 9, 23)));
    WARN("sample: " << bytes << " bytes");
    CHECK(bytes < 1'800'000);
}

TEST_CASE("a year of 200 staff, all nominations judged three times, adds less than 3 MB")
{
    LargeSchool school;
    const auto first = school.addYear(2021);
    school.judge(first, Evaluation::Good, 12);
    const auto before = school.bytes();
    const auto year = school.addYear(2022);
    CHECK(school.judge(year, Evaluation::Completed, 9) == 2 * kStaff);
    CHECK(school.judge(year, Evaluation::Good, 11) == 2 * kStaff);
    CHECK(school.judge(year, Evaluation::Excellent, 12) == 2 * kStaff);
    WARN("a year of " << kStaff << " staff: " << school.bytes() - before << " bytes");
    CHECK(school.bytes() - before < 3'000'000);
    for (const auto& row : repo::nominations(school.file().data().reader(), year))
        CHECK(keptVerdictAgain(school.file().data().reader(), row.data).has_value());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_school.h"

#include "base/text_util.h"
#include "domain/honour.h"
#include "domain/initiative.h"
#include "domain/nomination.h"
#include "domain/people.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "domain/year_record.h"
#include "services/core/internal.h"
#include "services/core/school_summary.h"

#include <array>
#include <stdexcept>

namespace thidua::bench {
namespace {

using namespace domain;
using storage::Tx;

constexpr int kFirstYear = 2012;
constexpr const char* kAdvanced = "lao-dong-tien-tien";
constexpr const char* kFighter = "chien-si-thi-dua-co-so";
constexpr const char* kProvincial = "chien-si-thi-dua-tinh";

std::string nameOf(int index)
{
    static constexpr std::array family = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đinh", "A", "Y"};
    static constexpr std::array middle = {"Thị", "Văn", "Thị Thu", "Minh", "Ngọc"};
    static constexpr std::array given = {"Đào", "Hoa", "Lan", "Dũng", "Sơn", "Uyên", "Ánh", "Yến", "Ý", "Đạt", "Ổn"};
    const auto i = static_cast<std::size_t>(index);
    return std::string(family[i % family.size()]) + " " + middle[i / 8 % middle.size()] + " " + given[i / 40 % given.size()] + " " + std::to_string(index);
}

bool every(int index, int step, int offset = 0)
{
    return index % step == offset;
}

struct Made {
    Tx& tx;
    std::vector<SchoolYearId> years;
    SchoolYearId last{0};

    void addPerson(int index);
    void addYear(PersonId person, int index, int year);
    void addNominations(PersonId person, int index, const std::string& name);
    void addHonour(PersonId person, const char* honour, int year);
};

void Made::addHonour(PersonId person, const char* honour, int year)
{
    HonourRecord row;
    row.subject = SubjectRef::of(person);
    row.honour = honour;
    row.year = SchoolYear(kFirstYear + year);
    row.decidedOn = Date(kFirstYear + year + 1, 8, 1);
    row.issuer = "Chủ tịch Ủy ban nhân dân huyện";
    tx.insert(row);
}

void Made::addYear(PersonId person, int index, int year)
{
    const bool now = year == kYears - 1;
    YearRecord row;
    row.year = years[static_cast<std::size_t>(year)];
    row.subject = SubjectRef::of(person);
    row.evaluation = every(index + year, 9) ? Evaluation::Completed : every(index, 3) ? Evaluation::Excellent : Evaluation::Good;
    row.monthsWorked = 12;
    if (!(now && every(index, 23, 7)))
        row.noDisciplineConfirmedOn = Date(kFirstYear + year + 1, 5, 20);
    row.noAbsenceConfirmedOn = row.noDisciplineConfirmedOn;
    row.underInvestigation = Known::No;
    const auto id = tx.insert(row);
    if (every(index + 3 * year, 41))
        tx.insert(DisciplineCase{id, DisciplineForm::Reprimand, Date(kFirstYear + year + 1, 2, 10), "12/QĐ"});
    if (every(index, 5))
        tx.insert(Absence{id, 3 + index % 20, AbsenceReason::Sick, std::nullopt, {}});
    if (!now && *row.evaluation != Evaluation::Completed)
        addHonour(person, kAdvanced, year);
    if (every(index, 5) && (!every(index + year, 6))) {
        Initiative work;
        work.year = row.year;
        work.title = "Biện pháp nâng cao chất lượng lớp " + std::to_string(index);
        work.state = InitiativeState::Recognised;
        work.registeredOn = Date(kFirstYear + year, 10, 1);
        work.recognisedAt = every(index, 20) ? RecognitionLevel::Province : RecognitionLevel::School;
        work.scope = work.recognisedAt;
        work.decidedOn = Date(kFirstYear + year + 1, 4, 20);
        work.usedFor = now ? "" : kFighter;
        tx.insert(InitiativeAuthor{tx.insert(work), person, 100});
        if (!now && *row.evaluation != Evaluation::Completed)
            addHonour(person, kFighter, year);
    }
}

void Made::addNominations(PersonId person, int index, const std::string& name)
{
    Registration registration;
    registration.year = last;
    registration.subject = SubjectRef::of(person);
    registration.number = index + 1;
    registration.registeredOn = Date(2021, 10, 1);
    const auto id = tx.insert(registration);
    std::vector<const char*> honours = {kAdvanced};
    if (every(index, 5))
        honours.push_back(kFighter);
    if (every(index, 20))
        honours.push_back(kProvincial);
    for (const char* honour : honours) {
        if (!(std::string_view(honour) == kAdvanced && every(index, 31, 3)))
            tx.insert(RegistrationHonour{id, honour, Date(2021, 10, 1)});
        Nomination row;
        row.year = last;
        row.subject = registration.subject;
        row.honour = honour;
        row.registration = id;
        row.applicableOn = kReview;
        row.name = name;
        tx.insert(row);
    }
}

void Made::addPerson(int index)
{
    Person person;
    person.uid = newUid();
    person.fullName = nameOf(index);
    person.gender = every(index, 4) ? Gender::Male : Gender::Female;
    person.employedFrom = every(index, 29, 11) ? PartialDate{2021, Date(2021, 9, 1)} : PartialDate{2010, Date(2010, 9, 1)};
    const auto id = tx.insert(person);
    tx.insert(StaffAssignment{id, last, Position::Teacher, "Giáo viên", std::nullopt});
    for (int year = 0; year < kYears; ++year)
        addYear(id, index, year);
    addNominations(id, index, person.fullName);
}

}

void makeSchool(const std::filesystem::path& path, int people, const Clock& clock)
{
    services::FoundSchool founded;
    founded.school.name = "Trường đo tốc độ";
    founded.school.documentSymbol = "ĐTĐ";
    founded.school.placeName = "Măng Đen";
    auto file = services::SchoolFile::create(path, founded, clock, {"bench"});
    if (!file)
        throw std::runtime_error(file.error().key);
    auto done = services::writeTo<Done>(**file, Op::PasteStaff, [&](Tx& tx) -> Result<Done> {
        Made made{tx, {}, SchoolYearId{0}};
        for (int year = 0; year < kYears; ++year) {
            SchoolYearRow row;
            row.year = SchoolYear(kFirstYear + year);
            row.firstDay = Date(kFirstYear + year, 9, 5);
            row.term2Start = Date(kFirstYear + year + 1, 1, 15);
            row.lastDay = Date(kFirstYear + year + 1, 5, 31);
            made.years.push_back(tx.insert(row));
        }
        made.last = made.years.back();
        for (int index = 0; index < people; ++index)
            made.addPerson(index);
        return Done{};
    });
    if (!done)
        throw std::runtime_error(done.error().key + " " + done.error().detail);
}

}

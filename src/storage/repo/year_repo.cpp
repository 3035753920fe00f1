// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/year_repo.h"

#include "domain/initiative.h"
#include "domain/initiative_referral.h"
#include "domain/registration.h"
#include "domain/year_record.h"
#include "storage/repo/merge_repo.h"
#include "storage/repo/subject_clause.h"

namespace thidua::storage::repo {

std::vector<Stored<Registration>> registrations(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<Registration>("WHERE school_year_id = ? AND state = 'active' ORDER BY number", {year.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::int64_t registrationCount(Reader& reader, SchoolYearId year)
{
    return reader.number("SELECT count(*) FROM registration WHERE school_year_id = ? AND state = 'active'", {year.value()});
}

std::vector<Stored<Registration>> withdrawnRegistrations(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<Registration>("WHERE school_year_id = ? AND state = 'withdrawn' ORDER BY number", {year.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::vector<std::string> honoursEverUsed(Reader& reader)
{
    std::vector<std::string> codes;
    reader.each("SELECT honour FROM registration_honour UNION SELECT honour FROM honour_record", {},
                [&codes](const Values& row) { codes.push_back(std::get<std::string>(row.front())); });
    return codes;
}

std::optional<Stored<Registration>> activeRegistration(Reader& reader, SchoolYearId year, const SubjectRef& subject)
{
    auto own = firstOf(reader.all<Registration>("WHERE school_year_id = ? AND person_id IS ? AND collective_id IS ? AND state = 'active'",
                                                {year.value(), idOf(subject.person), idOf(subject.collective)}));
    if (own || !subject.person)
        return own;
    return firstOf(reader.all<Registration>("WHERE school_year_id = ? AND person_id IN (SELECT id FROM person WHERE merged_into = ?) AND state = 'active' "
                                            "ORDER BY id LIMIT 1", {year.value(), idOf(subject.person)}));
}

int nextRegistrationNumber(Reader& reader, SchoolYearId year)
{
    return static_cast<int>(reader.number("SELECT max(number) FROM registration WHERE school_year_id = ?", {year.value()})) + 1;
}

std::vector<Stored<RegistrationHonour>> honours(Reader& reader, RegistrationId registration)
{
    return reader.all<RegistrationHonour>("WHERE registration_id = ? ORDER BY id", {registration.value()});
}

std::vector<Stored<RegistrationHonour>> registeredHonours(Reader& reader, SchoolYearId year)
{
    return reader.all<RegistrationHonour>(
        "WHERE registration_id IN (SELECT id FROM registration WHERE school_year_id = ? AND state = 'active') ORDER BY id", {year.value()});
}

std::vector<Stored<RegistrationList>> registrationLists(Reader& reader, SchoolYearId year)
{
    return reader.all<RegistrationList>("WHERE school_year_id = ? ORDER BY handed_in_on, id", {year.value()});
}

std::vector<Stored<RegistrationListLine>> lines(Reader& reader, RegistrationListId list)
{
    auto rows = reader.all<RegistrationListLine>("WHERE list_id = ? ORDER BY seq", {list.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::vector<Stored<Initiative>> initiatives(Reader& reader, SchoolYearId year)
{
    return reader.all<Initiative>("WHERE school_year_id = ? ORDER BY id", {year.value()});
}

std::vector<Stored<InitiativeAuthor>> authors(Reader& reader, InitiativeId initiative)
{
    auto rows = reader.all<InitiativeAuthor>("WHERE initiative_id = ? ORDER BY id", {initiative.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.person; });
    return rows;
}

std::vector<Stored<InitiativeReferral>> referrals(Reader& reader, InitiativeId initiative)
{
    return reader.all<InitiativeReferral>("WHERE initiative_id = ? ORDER BY sent_on, id", {initiative.value()});
}

std::vector<Stored<InitiativeAuthor>> authorsOf(Reader& reader, PersonId person)
{
    return reader.all<InitiativeAuthor>("WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) ORDER BY id", {person.value()});
}

std::vector<Stored<InitiativeAuthor>> authorsOfYear(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<InitiativeAuthor>("WHERE initiative_id IN (SELECT id FROM initiative WHERE school_year_id = ?) ORDER BY id", {year.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.person; });
    return rows;
}

std::vector<Stored<Initiative>> initiativesOf(Reader& reader, PersonId person)
{
    return reader.all<Initiative>("WHERE id IN (SELECT initiative_id FROM initiative_author "
                                  "WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1)) ORDER BY id", {person.value()});
}

std::vector<Stored<YearRecord>> yearRecords(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<YearRecord>("WHERE school_year_id = ? ORDER BY id", {year.value()});
    asOneRow(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::optional<Stored<YearRecord>> yearRecord(Reader& reader, SchoolYearId year, const SubjectRef& subject)
{
    auto own = firstOf(reader.all<YearRecord>("WHERE school_year_id = ? AND person_id IS ? AND collective_id IS ?",
                                              {year.value(), idOf(subject.person), idOf(subject.collective)}));
    if (own || !subject.person)
        return own;
    return firstOf(reader.all<YearRecord>("WHERE school_year_id = ? AND person_id IN (SELECT id FROM person WHERE merged_into = ?) ORDER BY id LIMIT 1",
                                          {year.value(), idOf(subject.person)}));
}

std::vector<Stored<DisciplineCase>> discipline(Reader& reader, YearRecordId record)
{
    return reader.all<DisciplineCase>("WHERE year_record_id = ? ORDER BY id", {record.value()});
}

std::vector<Stored<Absence>> absences(Reader& reader, YearRecordId record)
{
    return reader.all<Absence>("WHERE year_record_id = ? ORDER BY id", {record.value()});
}

std::vector<Stored<DisciplineCase>> disciplineOfYear(Reader& reader, SchoolYearId year)
{
    return reader.all<DisciplineCase>("WHERE year_record_id IN (SELECT id FROM year_record WHERE school_year_id = ?) ORDER BY id", {year.value()});
}

std::vector<Stored<Absence>> absencesOfYear(Reader& reader, SchoolYearId year)
{
    return reader.all<Absence>("WHERE year_record_id IN (SELECT id FROM year_record WHERE school_year_id = ?) ORDER BY id", {year.value()});
}

}

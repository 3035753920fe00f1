// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/school_repo.h"

#include "domain/collective.h"
#include "domain/honour.h"
#include "domain/people.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "storage/repo/merge_repo.h"
#include "storage/repo/subject_clause.h"

namespace thidua::storage::repo {

std::optional<Stored<School>> school(Reader& reader)
{
    return reader.find<School>(RowId(1));
}

std::vector<Stored<SchoolYearRow>> years(Reader& reader)
{
    return reader.all<SchoolYearRow>("ORDER BY start_year DESC");
}

std::optional<Stored<SchoolYearRow>> yearOf(Reader& reader, SchoolYear year)
{
    return firstOf(reader.all<SchoolYearRow>("WHERE start_year = ?", {static_cast<std::int64_t>(year.startYear())}));
}

std::vector<Stored<Person>> people(Reader& reader)
{
    // Posts of a record that was taken in make staff of whom it was taken into.
    return reader.all<Person>("WHERE merged_into IS NULL AND (id NOT IN (SELECT person_id FROM enrolment) OR id IN (SELECT person_id FROM staff_assignment) "
                              "OR id IN (SELECT merged_into FROM person m WHERE merged_into IS NOT NULL AND id IN (SELECT person_id FROM staff_assignment))) "
                              "ORDER BY replace(name_sort, '|', char(1)), id"); // storedSortKey
}

std::vector<Stored<StaffAssignment>> assignments(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<StaffAssignment>("WHERE school_year_id = ? ORDER BY id", {year.value()});
    asOneRow(reader, rows, [](auto& row) -> auto& { return row.data.person; });
    return rows;
}

std::optional<Stored<StaffAssignment>> assignment(Reader& reader, PersonId person, SchoolYearId year)
{
    return firstOf(reader.all<StaffAssignment>("WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) "
                                               "AND school_year_id = ?2 ORDER BY person_id <> ?1", {person.value(), year.value()}));
}

std::vector<Stored<StaffAssignment>> assignmentsOf(Reader& reader, PersonId person)
{
    return reader.all<StaffAssignment>("WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) ORDER BY school_year_id", {person.value()});
}

std::vector<Stored<Collective>> collectives(Reader& reader)
{
    return reader.all<Collective>("ORDER BY sort_order, id");
}

std::vector<Stored<HonourRecord>> honours(Reader& reader)
{
    auto rows = reader.all<HonourRecord>("ORDER BY start_year DESC, id");
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::vector<Stored<HonourRecord>> honoursOf(Reader& reader, const SubjectRef& subject)
{
    return subject.person ? reader.all<HonourRecord>("WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) ORDER BY start_year DESC, id", {subject.person->value()})
                          : reader.all<HonourRecord>("WHERE collective_id = ? ORDER BY start_year DESC, id", {idOf(subject.collective)});
}

bool hasSchool(Reader& reader)
{
    return reader.number("SELECT count(*) FROM school") > 0;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/pupil_repo.h"

#include "domain/people.h"
#include "domain/pupil.h"
#include "storage/repo/merge_repo.h"
#include "storage/table_map.h"

#include <algorithm>
#include <map>

namespace thidua::storage::repo {

std::vector<Stored<SchoolClass>> classes(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<SchoolClass>("WHERE school_year_id = ? ORDER BY grade, name", {year.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.teacher; });
    return rows;
}

std::vector<Stored<Enrolment>> enrolments(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<Enrolment>("WHERE school_year_id = ? ORDER BY id", {year.value()});
    asOneRow(reader, rows, [](auto& row) -> auto& { return row.data.person; });
    return rows;
}

std::vector<Stored<Enrolment>> enrolmentsOf(Reader& reader, PersonId person)
{
    return reader.all<Enrolment>("WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) "
                                 "ORDER BY (SELECT start_year FROM school_year y WHERE y.id = school_year_id) DESC, person_id <> ?1", {person.value()});
}

std::vector<Stored<Person>> withCode(Reader& reader, const std::string& code)
{
    return reader.all<Person>("WHERE code = ? AND code <> '' AND merged_into IS NULL", {code});
}

std::vector<Stored<Person>> pupilsOf(Reader& reader, SchoolYearId year)
{
    return reader.all<Person>("WHERE merged_into IS NULL AND (id IN (SELECT person_id FROM enrolment WHERE school_year_id = ?1) "
                              "OR id IN (SELECT merged_into FROM person m WHERE merged_into IS NOT NULL AND id IN (SELECT person_id FROM enrolment WHERE school_year_id = ?1))) "
                              "ORDER BY replace(name_sort, '|', char(1)), id",
                              {year.value()});
}

std::vector<Stored<Person>> pupils(Reader& reader)
{
    return reader.all<Person>("WHERE merged_into IS NULL AND (id IN (SELECT person_id FROM enrolment) "
                              "OR id IN (SELECT merged_into FROM person m WHERE merged_into IS NOT NULL AND id IN (SELECT person_id FROM enrolment))) "
                              "ORDER BY replace(name_sort, '|', char(1)), id");
}

std::vector<PupilName> pupilNames(Reader& reader, SchoolYearId year)
{
    std::vector<PupilName> names;
    reader.each("SELECT p.id, p.full_name, replace(p.name_sort, '|', char(1)) FROM enrolment e JOIN person p ON p.id = e.person_id "
                "WHERE e.school_year_id = ?1 AND p.merged_into IS NULL UNION "
                "SELECT p.id, p.full_name, replace(p.name_sort, '|', char(1)) FROM person m JOIN person p ON p.id = m.merged_into "
                "JOIN enrolment e ON e.person_id = m.id WHERE e.school_year_id = ?1 AND m.merged_into IS NOT NULL ORDER BY 3, 1",
                {year.value()}, [&names](const Values& row) { names.push_back({PersonId(integerOf(row[0])), textOf(row[1]), textOf(row[2])}); });
    return names;
}

namespace {

PupilLine pupilLine(const Values& row)
{
    return {PersonId(integerOf(row[0])), textOf(row[1]), textOf(row[2]), textOf(row[3]), textOf(row[4]), textOf(row[5]), static_cast<int>(integerOf(row[6])),
            EnrolmentId(integerOf(row[7]))};
}

}

std::vector<PupilLine> pupilLines(Reader& reader, std::optional<SchoolYearId> shown)
{
    std::vector<PupilLine> lines;
    std::map<PersonId, std::int64_t> ranks; // the year asked for, then the newest
    const auto preferred = shown ? shown->value() : 0;
    // Of a group with max() SQLite takes the other columns from the row that has it.
    reader.each("SELECT p.id, p.full_name, p.name_fold, replace(p.name_sort, '|', char(1)), p.code, coalesce(c.name, ''), y.start_year, e.id, "
                "max(y.start_year + (y.id = ?1) * 10000) "
                "FROM enrolment e JOIN person p ON p.id = e.person_id JOIN school_year y ON y.id = e.school_year_id "
                "LEFT JOIN school_class c ON c.id = e.class_id WHERE p.merged_into IS NULL GROUP BY p.id",
                {preferred}, [&](const Values& row) {
                    lines.push_back(pupilLine(row));
                    ranks[lines.back().person] = integerOf(row[8]);
                });
    // The years of a record that was taken in are those of whom it was taken into.
    reader.each("SELECT p.id, p.full_name, p.name_fold, replace(p.name_sort, '|', char(1)), p.code, coalesce(c.name, ''), y.start_year, e.id, "
                "max(y.start_year + (y.id = ?1) * 10000) FROM person m JOIN person p ON p.id = m.merged_into JOIN enrolment e ON e.person_id = m.id JOIN school_year y ON y.id = e.school_year_id "
                "LEFT JOIN school_class c ON c.id = e.class_id WHERE m.merged_into IS NOT NULL GROUP BY p.id",
                {preferred}, [&](const Values& row) {
                    auto line = pupilLine(row);
                    const auto own = std::ranges::find(lines, line.person, &PupilLine::person);
                    if (own == lines.end())
                        lines.push_back(std::move(line));
                    else if (ranks[own->person] < integerOf(row[8]))
                        *own = std::move(line);
                });
    return lines;
}

}

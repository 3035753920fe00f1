// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/fact_repo.h"

#include "storage/repo/merge_repo.h"
#include "storage/repo/subject_clause.h"
#include "storage/table_map.h"

#include <tuple>

namespace thidua::storage::repo {
namespace {

/// One T for each row; `columns` ties its members in the order of the SELECT.
template <class T, class Columns>
std::vector<T> rowsOf(Reader& reader, std::string_view sql, const Values& parameters, Columns columns)
{
    std::vector<T> rows;
    reader.each(sql, parameters, [&](const Values& row) {
        T one;
        std::size_t at = 0;
        std::apply([&](auto&... member) { (fromValue(row[at++], member), ...); }, columns(one));
        rows.push_back(std::move(one));
    });
    return rows;
}

auto gradeColumns(GradeRow& one)
{
    return std::tie(one.year, one.grade);
}

auto workColumns(WorkRow& one)
{
    return std::tie(one.author, one.year, one.type, one.state, one.recognisedAt, one.scope, one.usedFor, one.usedBy, one.decidedOn, one.validUntil);
}

auto honourColumns(HonourRecord& one)
{
    return std::tie(one.subject.person, one.subject.collective, one.honour, one.ground, one.year, one.decidedOn, one.decisionNumber, one.issuer);
}

/// What two records of one person both tell of a closed year was received once; within one record the file itself sees to it.
void eachOnce(std::vector<HonourRecord>& rows)
{
    std::set<std::tuple<SubjectRef, std::string, int>> seen;
    std::erase_if(rows, [&seen](const auto& row) {
        return row.ground == Ground::AnnualMerit && !seen.emplace(row.subject, row.honour, row.year.startYear()).second;
    });
}

}

std::vector<EmploymentRow> employment(Reader& reader)
{
    return rowsOf<EmploymentRow>(reader, "SELECT id, employed_from, left_on FROM person WHERE merged_into IS NULL ORDER BY id", {},
                                 [](auto& one) { return std::tie(one.person, one.employedFrom, one.leftOn); });
}

std::optional<std::pair<Date, Date>> daysOf(Reader& reader, SchoolYearId year)
{
    std::optional<std::pair<Date, Date>> days;
    reader.each("SELECT first_day, last_day FROM school_year WHERE id = ?", {toValue(year)}, [&days](const Values& row) {
        std::pair<Date, Date> read{Date(2000, 1, 1), Date(2000, 1, 1)};
        fromValue(row[0], read.first);
        fromValue(row[1], read.second);
        days = read;
    });
    return days;
}

std::vector<PostRow> posts(Reader& reader, SchoolYearId year)
{
    auto rows = rowsOf<PostRow>(reader, "SELECT person_id, position, team_id FROM staff_assignment WHERE school_year_id = ? ORDER BY person_id",
                           {year.value()}, [](auto& one) { return std::tie(one.person, one.position, one.team); });
    asOneRow(reader, rows, [](auto& one) -> auto& { return one.person; });
    return rows;
}

std::vector<RegisteredRow> registeredBySubject(Reader& reader, SchoolYearId year)
{
    auto rows = rowsOf<RegisteredRow>(reader,
                                 "SELECT r.person_id, r.collective_id, h.honour FROM registration r "
                                 "LEFT JOIN registration_honour h ON h.registration_id = r.id "
                                 "WHERE r.school_year_id = ? AND r.state = 'active' ORDER BY h.id",
                                 {year.value()}, [](auto& one) { return std::tie(one.subject.person, one.subject.collective, one.honour); });
    asOnePerson(reader, rows, [](auto& one) -> auto& { return one.subject; });
    return rows;
}

std::vector<ConferredRow> conferredOn(Reader& reader, SchoolYearId year)
{
    auto rows = rowsOf<ConferredRow>(reader,
                                "SELECT person_id, collective_id, honour, ground FROM nomination WHERE school_year_id = ? AND state = 'conferred'",
                                {year.value()}, [](auto& one) { return std::tie(one.subject.person, one.subject.collective, one.honour, one.ground); });
    asOnePerson(reader, rows, [](auto& one) -> auto& { return one.subject; });
    return rows;
}

std::vector<NominationHead> nominationHeads(Reader& reader, SchoolYearId year)
{
    auto rows = rowsOf<NominationHead>(reader,
                                  "SELECT id, person_id, collective_id, honour, ground, applicable_on, state FROM nomination "
                                  "WHERE school_year_id = ? AND state <> 'withdrawn' ORDER BY id",
                                  {year.value()}, [](auto& one) {
                                      return std::tie(one.id, one.subject.person, one.subject.collective, one.honour, one.ground, one.applicableOn, one.state);
                                  });
    asOnePerson(reader, rows, [](auto& one) -> auto& { return one.subject; });
    return rows;
}

bool anyNomination(Reader& reader, SchoolYearId year)
{
    return reader.number("SELECT EXISTS (SELECT 1 FROM nomination WHERE school_year_id = ? AND state <> 'withdrawn')", {year.value()}) != 0;
}

std::vector<GradeRow> gradesOf(Reader& reader, const SubjectRef& subject)
{
    if (subject.person) {
        auto rows = rowsOf<GradeRow>(reader, "SELECT y.school_year_id, y.evaluation FROM year_record y JOIN school_year s ON s.id = y.school_year_id "
                                             "WHERE y.person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) "
                                             "ORDER BY s.start_year, y.evaluation IS NULL, y.person_id <> ?1", {idOf(subject.person)}, gradeColumns);
        // Of a closed year two records may tell: their own comes first.
        const auto twice = std::ranges::unique(rows, {}, &GradeRow::year);
        rows.erase(twice.begin(), twice.end());
        return rows;
    }
    return rowsOf<GradeRow>(reader, "SELECT y.school_year_id, y.evaluation FROM year_record y JOIN school_year s ON s.id = y.school_year_id "
                                    "WHERE y.collective_id = ? ORDER BY s.start_year", {idOf(subject.collective)}, gradeColumns);
}

std::vector<PastDiscipline> disciplineBefore(Reader& reader, SchoolYearId year)
{
    auto rows = rowsOf<PastDiscipline>(reader,
                                  "SELECT y.person_id, d.form, d.decided_on FROM discipline_case d JOIN year_record y ON y.id = d.year_record_id "
                                  "JOIN school_year s ON s.id = y.school_year_id "
                                  "WHERE y.person_id IS NOT NULL AND s.start_year < (SELECT start_year FROM school_year WHERE id = ?) ORDER BY d.id",
                                  {year.value()}, [](auto& one) { return std::tie(one.person, one.form, one.decidedOn); });
    asOnePerson(reader, rows, [](auto& one) -> auto& { return one.person; });
    return rows;
}

std::vector<WorkRow> worksOf(Reader& reader, PersonId person)
{
    return rowsOf<WorkRow>(reader,
                           "SELECT ?1, i.school_year_id, i.type, i.state, i.recognised_at, i.scope, "
                           "max(CASE a.used_for WHEN '' THEN i.used_for ELSE a.used_for END), max(a.used_by), i.decided_on, i.valid_until "
                           "FROM initiative_author a JOIN initiative i ON i.id = a.initiative_id "
                           "WHERE a.person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) GROUP BY i.id ORDER BY i.id",
                           {person.value()}, workColumns);
}

std::vector<WorkRow> worksOfYear(Reader& reader, SchoolYearId year)
{
    auto rows = rowsOf<WorkRow>(reader,
                           "SELECT a.person_id, i.school_year_id, i.type, i.state, i.recognised_at, i.scope, "
                           "CASE a.used_for WHEN '' THEN i.used_for ELSE a.used_for END, a.used_by, i.decided_on, i.valid_until "
                           "FROM initiative i JOIN initiative_author a ON a.initiative_id = i.id WHERE i.school_year_id = ? ORDER BY i.id",
                           {year.value()}, workColumns);
    asOnePerson(reader, rows, [](auto& one) -> auto& { return one.author; });
    return rows;
}

bool anyWork(Reader& reader, PersonId person)
{
    return reader.number("SELECT EXISTS (SELECT 1 FROM initiative_author WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1))", {person.value()}) != 0;
}

std::vector<Stored<StatedFact>> statedFacts(Reader& reader)
{
    auto rows = reader.all<StatedFact>("ORDER BY id");
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::vector<Stored<StatedFact>> statedFactsOf(Reader& reader, const SubjectRef& subject)
{
    if (subject.person)
        return reader.all<StatedFact>("WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) ORDER BY fact, start_year DESC, id",
                                      {idOf(subject.person)});
    return reader.all<StatedFact>("WHERE person_id IS ? AND collective_id IS ? ORDER BY fact, start_year DESC, id", {idOf(subject.person), idOf(subject.collective)});
}

std::vector<HonourRecord> honoursReceived(Reader& reader, const SubjectRef& subject)
{
    if (subject.person) {
        auto rows = rowsOf<HonourRecord>(reader, "SELECT ?1, collective_id, honour, ground, start_year, decided_on, decision_number, issuer FROM honour_record "
                                                 "WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) AND revoked_on IS NULL ORDER BY id",
                                         {idOf(subject.person)}, honourColumns);
        eachOnce(rows);
        return rows;
    }
    return rowsOf<HonourRecord>(reader, "SELECT person_id, collective_id, honour, ground, start_year, decided_on, decision_number, issuer FROM honour_record "
                                        "WHERE collective_id = ? AND revoked_on IS NULL ORDER BY id", {idOf(subject.collective)}, honourColumns);
}

std::vector<HonourRecord> honoursOfYear(Reader& reader, SchoolYear year)
{
    auto rows = rowsOf<HonourRecord>(reader, "SELECT person_id, collective_id, honour, ground, start_year, decided_on, decision_number, issuer FROM honour_record "
                                        "WHERE start_year = ? AND revoked_on IS NULL ORDER BY id", {static_cast<std::int64_t>(year.startYear())}, honourColumns);
    asOnePerson(reader, rows, [](auto& one) -> auto& { return one.subject; });
    eachOnce(rows);
    return rows;
}

std::set<SubjectRef> everHonoured(Reader& reader)
{
    auto rows = rowsOf<SubjectRef>(reader, "SELECT DISTINCT person_id, collective_id FROM honour_record WHERE revoked_on IS NULL", {},
                                         [](auto& one) { return std::tie(one.person, one.collective); });
    asOnePerson(reader, rows, [](auto& one) -> auto& { return one; });
    return {rows.begin(), rows.end()};
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/fact_repo.h"

#include "storage/repo/subject_clause.h"
#include "storage/table_map.h"

namespace thidua::storage::repo {
namespace {

template <class T>
void read(const Values& row, std::size_t column, T& out)
{
    fromValue(row[column], out);
}

}

std::vector<EmploymentRow> employment(Reader& reader)
{
    std::vector<EmploymentRow> rows;
    reader.each("SELECT id, employed_from FROM person ORDER BY id", {}, [&rows](const Values& row) {
        EmploymentRow one;
        read(row, 0, one.person);
        read(row, 1, one.employedFrom);
        rows.push_back(one);
    });
    return rows;
}

std::vector<PostRow> posts(Reader& reader, SchoolYearId year)
{
    std::vector<PostRow> rows;
    reader.each("SELECT person_id, position, team_id FROM staff_assignment WHERE school_year_id = ? ORDER BY person_id", {year.value()},
                [&rows](const Values& row) {
                    PostRow one;
                    read(row, 0, one.person);
                    read(row, 1, one.position);
                    read(row, 2, one.team);
                    rows.push_back(one);
                });
    return rows;
}

std::vector<RegisteredRow> registeredBySubject(Reader& reader, SchoolYearId year)
{
    std::vector<RegisteredRow> rows;
    reader.each("SELECT r.person_id, r.collective_id, h.honour FROM registration r LEFT JOIN registration_honour h ON h.registration_id = r.id "
                "WHERE r.school_year_id = ? AND r.state = 'active' ORDER BY h.id",
                {year.value()}, [&rows](const Values& row) {
                    RegisteredRow one;
                    read(row, 0, one.subject.person);
                    read(row, 1, one.subject.collective);
                    read(row, 2, one.honour);
                    rows.push_back(std::move(one));
                });
    return rows;
}

std::vector<ConferredRow> conferredOn(Reader& reader, SchoolYearId year)
{
    std::vector<ConferredRow> rows;
    reader.each("SELECT person_id, collective_id, honour, ground FROM nomination WHERE school_year_id = ? AND state = 'conferred'", {year.value()},
                [&rows](const Values& row) {
                    ConferredRow one;
                    read(row, 0, one.subject.person);
                    read(row, 1, one.subject.collective);
                    read(row, 2, one.honour);
                    read(row, 3, one.ground);
                    rows.push_back(std::move(one));
                });
    return rows;
}

std::vector<NominationHead> nominationHeads(Reader& reader, SchoolYearId year)
{
    std::vector<NominationHead> rows;
    reader.each("SELECT id, person_id, collective_id, honour, ground, applicable_on, state FROM nomination "
                "WHERE school_year_id = ? AND state <> 'withdrawn' ORDER BY id",
                {year.value()}, [&rows](const Values& row) {
                    NominationHead one;
                    read(row, 0, one.id);
                    read(row, 1, one.subject.person);
                    read(row, 2, one.subject.collective);
                    read(row, 3, one.honour);
                    read(row, 4, one.ground);
                    read(row, 5, one.applicableOn);
                    read(row, 6, one.state);
                    rows.push_back(std::move(one));
                });
    return rows;
}

bool anyNomination(Reader& reader, SchoolYearId year)
{
    return reader.number("SELECT EXISTS (SELECT 1 FROM nomination WHERE school_year_id = ? AND state <> 'withdrawn')", {year.value()}) != 0;
}

std::vector<GradeRow> gradesOf(Reader& reader, const SubjectRef& subject)
{
    std::vector<GradeRow> rows;
    const auto add = [&rows](const Values& row) {
        GradeRow one;
        read(row, 0, one.year);
        read(row, 1, one.grade);
        rows.push_back(one);
    };
    if (subject.person)
        reader.each("SELECT y.school_year_id, y.evaluation FROM year_record y JOIN school_year s ON s.id = y.school_year_id "
                    "WHERE y.person_id = ? ORDER BY s.start_year", {idOf(subject.person)}, add);
    else
        reader.each("SELECT y.school_year_id, y.evaluation FROM year_record y JOIN school_year s ON s.id = y.school_year_id "
                    "WHERE y.collective_id = ? ORDER BY s.start_year", {idOf(subject.collective)}, add);
    return rows;
}

std::vector<PastDiscipline> disciplineBefore(Reader& reader, SchoolYearId year)
{
    std::vector<PastDiscipline> rows;
    reader.each("SELECT y.person_id, d.form, d.decided_on FROM discipline_case d JOIN year_record y ON y.id = d.year_record_id "
                "JOIN school_year s ON s.id = y.school_year_id "
                "WHERE y.person_id IS NOT NULL AND s.start_year < (SELECT start_year FROM school_year WHERE id = ?) ORDER BY d.id",
                {year.value()}, [&rows](const Values& row) {
                    PastDiscipline one;
                    read(row, 0, one.person);
                    read(row, 1, one.form);
                    read(row, 2, one.decidedOn);
                    rows.push_back(one);
                });
    return rows;
}

namespace {

WorkRow workOf(const Values& row)
{
    WorkRow one;
    read(row, 0, one.author);
    read(row, 1, one.year);
    read(row, 2, one.type);
    read(row, 3, one.state);
    read(row, 4, one.recognisedAt);
    read(row, 5, one.scope);
    read(row, 6, one.usedFor);
    read(row, 7, one.usedBy);
    return one;
}

}

std::vector<WorkRow> worksOf(Reader& reader, PersonId person)
{
    std::vector<WorkRow> rows;
    reader.each("SELECT a.person_id, i.school_year_id, i.type, i.state, i.recognised_at, i.scope, "
                "CASE a.used_for WHEN '' THEN i.used_for ELSE a.used_for END, a.used_by "
                "FROM initiative_author a JOIN initiative i ON i.id = a.initiative_id WHERE a.person_id = ? ORDER BY i.id",
                {person.value()}, [&rows](const Values& row) { rows.push_back(workOf(row)); });
    return rows;
}

std::vector<WorkRow> worksOfYear(Reader& reader, SchoolYearId year)
{
    std::vector<WorkRow> rows;
    reader.each("SELECT a.person_id, i.school_year_id, i.type, i.state, i.recognised_at, i.scope, "
                "CASE a.used_for WHEN '' THEN i.used_for ELSE a.used_for END, a.used_by "
                "FROM initiative i JOIN initiative_author a ON a.initiative_id = i.id WHERE i.school_year_id = ? ORDER BY i.id",
                {year.value()}, [&rows](const Values& row) { rows.push_back(workOf(row)); });
    return rows;
}

bool anyWork(Reader& reader, PersonId person)
{
    return reader.number("SELECT EXISTS (SELECT 1 FROM initiative_author WHERE person_id = ?)", {person.value()}) != 0;
}

namespace {

HonourRecord honourOf(const Values& row)
{
    HonourRecord one;
    read(row, 0, one.honour);
    read(row, 1, one.ground);
    read(row, 2, one.year);
    read(row, 3, one.decidedOn);
    return one;
}

}

std::vector<HonourRecord> honoursReceived(Reader& reader, const SubjectRef& subject)
{
    std::vector<HonourRecord> rows;
    const auto add = [&](const Values& row) {
        rows.push_back(honourOf(row));
        rows.back().subject = subject;
    };
    if (subject.person)
        reader.each("SELECT honour, ground, start_year, decided_on FROM honour_record WHERE person_id = ? ORDER BY id", {idOf(subject.person)}, add);
    else
        reader.each("SELECT honour, ground, start_year, decided_on FROM honour_record WHERE collective_id = ? ORDER BY id", {idOf(subject.collective)}, add);
    return rows;
}

std::vector<HonourRecord> honoursOfYear(Reader& reader, SchoolYear year)
{
    std::vector<HonourRecord> rows;
    reader.each("SELECT honour, ground, start_year, decided_on, person_id, collective_id FROM honour_record WHERE start_year = ? ORDER BY id",
                {static_cast<std::int64_t>(year.startYear())}, [&rows](const Values& row) {
                    rows.push_back(honourOf(row));
                    read(row, 4, rows.back().subject.person);
                    read(row, 5, rows.back().subject.collective);
                });
    return rows;
}

std::set<SubjectRef> everHonoured(Reader& reader)
{
    std::set<SubjectRef> subjects;
    reader.each("SELECT DISTINCT person_id, collective_id FROM honour_record", {}, [&subjects](const Values& row) {
        SubjectRef subject;
        read(row, 0, subject.person);
        read(row, 1, subject.collective);
        subjects.insert(subject);
    });
    return subjects;
}

}

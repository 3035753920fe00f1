// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/year_record_service.h"

#include "domain/collective.h"
#include "domain/registration.h"
#include "services/core/internal.h"
#include "services/follow/year_record_writing.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "text/messages.h"

#include <algorithm>
#include <charconv>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const YearFacts& facts)
{
    std::vector<FieldIssue> issues;
    const auto& record = facts.record;
    if (record.monthsWorked && (*record.monthsWorked < 0 || *record.monthsWorked > 12))
        issues.push_back({"monthsWorked", "year-record.months", {std::to_string(*record.monthsWorked)}});
    if (record.noDisciplineConfirmedOn && !facts.discipline.empty())
        issues.push_back({"noDisciplineConfirmedOn", "year-record.discipline-both", {}});
    if (record.noAbsenceConfirmedOn && !facts.absences.empty())
        issues.push_back({"noAbsenceConfirmedOn", "year-record.absence-both", {}});
    for (std::size_t i = 0; i < facts.absences.size(); ++i)
        if (facts.absences[i].days < 1 || facts.absences[i].days > 366)
            issues.push_back({"absences." + std::to_string(i), "year-record.days", {std::to_string(facts.absences[i].days)}});
    if (record.trainingMonths && *record.trainingMonths < 0)
        issues.push_back({"trainingMonths", "year-record.training-months", {}});
    return issues;
}

namespace {

bool isYes(const std::string& folded) { return folded == "co" || folded == "c" || folded == "x" || folded == "yes"; }
bool isNo(const std::string& folded) { return folded == "khong" || folded == "k" || folded == "khong co" || folded == "0"; }

std::optional<int> wholeNumber(const std::string& text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<Evaluation> evaluationFrom(const std::string& folded)
{
    struct Word {
        Evaluation grade;
        std::vector<const char*> words;
    };
    static const Word kWords[] = {
        {Evaluation::Excellent, {"x", "xs", "xuat sac", "htxs", "htxsnv", "hoan thanh xuat sac", "hoan thanh xuat sac nhiem vu", "excellent"}},
        {Evaluation::Good, {"t", "tot", "htt", "httnv", "hoan thanh tot", "hoan thanh tot nhiem vu", "good"}},
        {Evaluation::Completed, {"h", "ht", "htnv", "hoan thanh", "hoan thanh nhiem vu", "completed"}},
        {Evaluation::NotCompleted, {"k", "khong", "kht", "khtnv", "khong hoan thanh", "khong hoan thanh nhiem vu", "not_completed"}},
    };
    for (const auto& row : kWords)
        if (std::ranges::any_of(row.words, [&folded](const char* word) { return folded == word; }))
            return row.grade;
    return std::nullopt;
}

std::optional<DisciplineForm> disciplineFrom(const std::string& folded)
{
    for (const auto code : EnumCodes<DisciplineForm>::codes)
        if (folded == code || folded == fold(text::label("discipline", code)))
            return fromCode<DisciplineForm>(code);
    return std::nullopt;
}

FieldIssue badCell(const char* key, const std::string& text) { return {{}, key, {text}}; }

std::optional<FieldIssue> setKnown(Known& known, const std::string& folded, const std::string& text)
{
    if (folded.empty())
        known = Known::Unknown;
    else if (isYes(folded))
        known = Known::Yes;
    else if (isNo(folded))
        known = Known::No;
    else
        return badCell("year-cell.yes-no", text);
    return std::nullopt;
}

std::optional<FieldIssue> setEvaluation(YearFacts& facts, const std::string& folded, const std::string& text, Date today)
{
    const auto grade = evaluationFrom(folded);
    if (!folded.empty() && !grade)
        return badCell("year-cell.evaluation", text);
    if (facts.record.evaluation != grade)
        facts.record.evaluatedOn = grade ? std::optional(today) : std::nullopt;
    facts.record.evaluation = grade;
    return std::nullopt;
}

std::optional<FieldIssue> setDiscipline(YearFacts& facts, const std::string& folded, const std::string& text, Date today)
{
    const auto form = disciplineFrom(folded);
    if (folded.empty() || isNo(folded)) {
        facts.discipline.clear();
        if (folded.empty())
            facts.record.noDisciplineConfirmedOn.reset();
        else if (!facts.record.noDisciplineConfirmedOn)
            facts.record.noDisciplineConfirmedOn = today;
        return std::nullopt;
    }
    if (!form)
        return badCell("year-cell.discipline", text);
    // Typed over another one: that one was not meant, unless its decision is on record.
    std::erase_if(facts.discipline, [form](const auto& item) { return item.form != *form && item.decisionNumber.empty(); });
    const bool there = std::ranges::any_of(facts.discipline, [form](const auto& item) { return item.form == *form; });
    if (!there)
        facts.discipline.push_back({YearRecordId(0), *form, today, {}});
    facts.record.noDisciplineConfirmedOn.reset();
    return std::nullopt;
}

std::optional<AbsenceReason> reasonFrom(const std::string& folded)
{
    struct Words {
        AbsenceReason reason;
        std::vector<const char*> words;
    };
    static const Words kWords[] = {
        {AbsenceReason::Unknown, {"", "?"}},
        {AbsenceReason::Sick, {"o", "om dau", "nghi om"}},
        {AbsenceReason::Maternity, {"ts", "san", "nghi san", "nghi thai san", "nghi sinh"}},
        {AbsenceReason::Unpaid, {"kl", "khong luong", "nghi khong luong"}},
        {AbsenceReason::Study, {"hoc", "nghi hoc", "di hoc tap"}},
        {AbsenceReason::Other, {"khac"}},
    };
    for (const auto& row : kWords)
        if (std::ranges::any_of(row.words, [&folded](const char* word) { return folded == word; }))
            return row.reason;
    for (const auto code : EnumCodes<AbsenceReason>::codes)
        if (folded == code || folded == fold(text::label("absence", code)))
            return fromCode<AbsenceReason>(code);
    return std::nullopt;
}

/// “180”, “180 thai sản”, “5 ốm; 180 thai sản”.
std::optional<std::vector<Absence>> absencesFrom(const std::string& text)
{
    std::vector<Absence> absences;
    std::string rest = text;
    std::ranges::replace(rest, '+', ';');
    for (std::size_t at = 0; at < rest.size();) {
        const auto end = std::min(rest.find(';', at), rest.size());
        const auto part = normalised(rest.substr(at, end - at));
        const auto figures = std::min(part.find_first_not_of("0123456789"), part.size());
        const auto days = wholeNumber(part.substr(0, figures));
        auto words = normalised(fold(part.substr(figures)));
        if (words.starts_with("ngay"))
            words = normalised(words.substr(4));
        const auto reason = reasonFrom(words);
        if (!days || *days < 0 || *days > 366 || !reason)
            return std::nullopt;
        if (*days > 0)
            absences.push_back({YearRecordId(0), *days, *reason, std::nullopt, {}});
        at = end + 1;
    }
    return absences;
}

int daysOf(const std::vector<Absence>& absences)
{
    int days = 0;
    for (const auto& one : absences)
        days += one.days;
    return days;
}

/// A number alone says how many days, and not why: nothing is assumed.
std::optional<FieldIssue> setAbsence(YearFacts& facts, const std::string& text, Date today)
{
    auto typed = absencesFrom(text);
    if (!typed || daysOf(*typed) > 366)
        return badCell("year-cell.days", text);
    if (!typed->empty() && wholeNumber(text) == daysOf(facts.absences))
        return std::nullopt; // The sum that is shown already: reasons stay.
    facts.record.noAbsenceConfirmedOn.reset();
    if (typed->empty() && !text.empty())
        facts.record.noAbsenceConfirmedOn = today;
    facts.absences = std::move(*typed);
    return std::nullopt;
}

/// Puts a cell's text into the facts, or says why it cannot be taken.
std::optional<FieldIssue> apply(YearFacts& facts, const YearCell& cell, Date today)
{
    const auto text = normalised(cell.text);
    const auto folded = fold(text);
    switch (cell.column) {
    case YearColumn::Evaluation: return setEvaluation(facts, folded, text, today);
    case YearColumn::Months: {
        const auto months = wholeNumber(text);
        if (!text.empty() && (!months || *months < 0 || *months > 12))
            return badCell("year-cell.months", text);
        facts.record.monthsWorked = months;
        return std::nullopt;
    }
    case YearColumn::Discipline: return setDiscipline(facts, folded, text, today);
    case YearColumn::AbsenceDays: return setAbsence(facts, text, today);
    case YearColumn::Investigation: return setKnown(facts.record.underInvestigation, folded, text);
    case YearColumn::Unity: return setKnown(facts.record.unity, folded, text);
    case YearColumn::LawCompliance: return setKnown(facts.record.lawCompliance, folded, text);
    }
    return std::nullopt;
}

YearFacts factsOf(Reader& reader, const std::optional<Stored<YearRecord>>& record)
{
    YearFacts facts;
    if (!record)
        return facts;
    facts.record = record->data;
    for (const auto& row : repo::discipline(reader, record->id))
        facts.discipline.push_back(row.data);
    for (const auto& row : repo::absences(reader, record->id))
        facts.absences.push_back(row.data);
    return facts;
}

template <class T>
void writeChildren(Tx& tx, YearRecordId id, const std::vector<Stored<T>>& existing, std::vector<T> wanted)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        wanted[i].record = id;
        if (i < existing.size())
            tx.update(existing[i].id, wanted[i]);
        else
            tx.insert(wanted[i]);
    }
    for (std::size_t i = wanted.size(); i < existing.size(); ++i)
        tx.template remove<T>(existing[i].id);
}

void save(Tx& tx, SchoolYearId year, const SubjectRef& subject, YearFacts facts)
{
    facts.record.year = year;
    facts.record.subject = subject;
    const auto existing = repo::yearRecord(tx, year, subject);
    const auto id = existing ? existing->id : tx.insert(facts.record);
    if (existing)
        tx.update(id, facts.record);
    writeChildren(tx, id, repo::discipline(tx, id), facts.discipline);
    writeChildren(tx, id, repo::absences(tx, id), facts.absences);
}

}

YearFacts yearFactsOf(Reader& reader, SchoolYearId year, const SubjectRef& subject)
{
    return factsOf(reader, repo::yearRecord(reader, year, subject));
}

std::optional<Evaluation> ratingNamed(const std::string& heading)
{
    const auto folded = fold(normalised(heading.substr(0, heading.find('('))));
    return folded.size() < 3 || folded == "khong" ? std::nullopt : evaluationFrom(folded);
}

std::optional<FieldIssue> putYearCell(YearFacts& facts, const YearCell& cell, Date today)
{
    return apply(facts, cell, today);
}

void saveYearFacts(Tx& tx, SchoolYearId year, const SubjectRef& subject, YearFacts facts)
{
    save(tx, year, subject, std::move(facts));
}

std::string cellText(const YearFacts& facts, YearColumn column)
{
    const auto known = [](Known value) { return value == Known::Unknown ? std::string() : text::label("known", toCode(value)); };
    switch (column) {
    case YearColumn::Evaluation: return facts.record.evaluation ? text::label("evaluation-short", toCode(*facts.record.evaluation)) : std::string();
    case YearColumn::Months: return facts.record.monthsWorked ? std::to_string(*facts.record.monthsWorked) : std::string();
    case YearColumn::Discipline: {
        std::vector<std::string> forms;
        for (const auto& item : facts.discipline)
            forms.push_back(text::label("discipline", toCode(item.form)));
        return forms.empty() && facts.record.noDisciplineConfirmedOn ? text::label("known", "no") : join(forms, ", ");
    }
    case YearColumn::AbsenceDays: {
        const int days = daysOf(facts.absences);
        return days > 0 || facts.record.noAbsenceConfirmedOn ? std::to_string(days) : std::string();
    }
    case YearColumn::Investigation: return known(facts.record.underInvestigation);
    case YearColumn::Unity: return known(facts.record.unity);
    case YearColumn::LawCompliance: return known(facts.record.lawCompliance);
    }
    return {};
}

std::optional<FieldIssue> validateCell(const YearCell& cell)
{
    YearFacts facts;
    return apply(facts, cell, Date(2000, 1, 1));
}

Result<std::vector<YearRow>> YearRecordService::rows(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<YearRow>> {
        const PeopleLookup lookup(reader, year);
        std::set<SubjectRef> registered;
        for (const auto& row : repo::registrations(reader, year))
            registered.insert(row.data.subject);
        std::map<SubjectRef, Stored<YearRecord>> records;
        for (auto& row : repo::yearRecords(reader, year))
            records.emplace(row.data.subject, row);
        std::vector<YearRow> rows;
        const auto add = [&](const SubjectView& view) {
            const auto found = records.find(view.subject);
            const auto record = found == records.end() ? std::nullopt : std::optional(found->second);
            rows.push_back({view.subject, view.name, view.post, view.unit, view.unitOrder, view.sortKey,
                            record ? std::optional(record->id) : std::nullopt, record ? record->version : 0, factsOf(reader, record),
                            registered.contains(view.subject), std::nullopt, view.named()});
        };
        const auto today = m_file.clock().today();
        auto staff = lookup.staff(today);
        std::ranges::stable_sort(staff, {}, [](const SubjectView& view) { return std::tuple(view.unitOrder, view.unit, view.position.value_or(Position::Employee)); });
        for (const auto& view : staff)
            add(view);
        for (const auto& view : lookup.left(today)) {
            if (!records.contains(view.subject))
                continue;
            add(view);
            rows.back().post = leftText(*view.leftOn);
            rows.back().leftOn = view.leftOn;
        }
        for (const auto& view : lookup.collectives()) {
            add(view);
            if (view.type)
                rows.back().post = text::label("collective-type", toCode(*view.type));
        }
        return rows;
    });
}

Result<YearRow> YearRecordService::row(SchoolYearId year, const SubjectRef& subject)
{
    TD_TRY(auto all, rows(year));
    const auto found = std::ranges::find(all, subject, &YearRow::subject);
    if (found == all.end())
        return fail(ErrorCode::NotFound, "row.not-found");
    return std::move(*found);
}

Written<Done> YearRecordService::record(SchoolYearId year, const SubjectRef& subject, const YearFacts& facts)
{
    return writeTo<Done>(m_file, Op::RecordYear, [&](Tx& tx) -> Result<Done> {
        TD_CHECK(needOpenYear(tx, year)); // also when nothing is changed: who types gets the answer
        if (auto issues = validate(facts); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({PeopleLookup(tx, year).view(subject).name});
        save(tx, year, subject, facts);
        return Done{};
    });
}

Written<int> YearRecordService::recordCells(SchoolYearId year, const std::vector<YearCell>& cells)
{
    return writeTo<int>(m_file, Op::RecordYears, [&](Tx& tx) -> Result<int> {
        TD_CHECK(needOpenYear(tx, year));
        std::map<SubjectRef, YearFacts> changed;
        std::vector<FieldIssue> issues;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto& cell = cells[i];
            if (!changed.contains(cell.subject))
                changed.emplace(cell.subject, factsOf(tx, repo::yearRecord(tx, year, cell.subject)));
            if (auto issue = apply(changed.at(cell.subject), cell, m_file.clock().today())) {
                issue->field = std::to_string(i);
                issues.push_back(std::move(*issue));
            }
        }
        if (!issues.empty())
            return fail(std::move(issues));
        for (auto& [subject, facts] : changed)
            save(tx, year, subject, facts);
        tx.setLabel({std::to_string(cells.size())});
        return static_cast<int>(cells.size());
    });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/stated_fact_service.h"

#include "domain/collective.h"
#include "domain/nomination.h"
#include "domain/people.h"
#include "domain/school_year.h"
#include "rules/catalogue.h"
#include "rules/model.h"
#include "services/core/internal.h"
#include "services/law/honours.h"
#include "services/law/stated_value.h"
#include "services/law/stated_words.h"
#include "services/law/stated_writing.h"
#include "services/law/stated_years.h"
#include "services/law/verdict_text.h"
#include "services/people/subject_name.h"
#include "storage/repo/fact_repo.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;
using nlohmann::json;

namespace {

/// As far as statements ask: the kind, and of a collective the type. A post changes from year to year.
bool mayBeStated(Reader& reader, const rules::FactSpec& spec, const SubjectRef& subject)
{
    if (!spec.stated)
        return false;
    const auto& of = spec.stated->of;
    if (subject.person)
        return std::ranges::find(of, rules::SubjectKind::Staff) != of.end();
    const auto collective = subject.collective ? reader.find<Collective>(*subject.collective) : std::nullopt;
    if (!collective || std::ranges::find(of, rules::SubjectKind::Collective) == of.end())
        return false;
    const auto& types = spec.stated->types;
    return types.empty() || std::ranges::find(types, toCode(collective->data.type)) != types.end();
}

const rules::FactSpec* specOf(const rules::Catalogue& rules, const StatedFact& row)
{
    const auto* spec = rules.model().facts.find(row.fact);
    return spec != nullptr && spec->stated ? spec : nullptr;
}

StatedFact tidied(StatedFact row)
{
    tidy(row.fact);
    tidy(row.honour);
    tidy(row.source);
    if (const auto value = json::parse(row.value, nullptr, false); !value.is_discarded())
        row.value = value.dump();
    return row;
}

/// The year's own record tells it already.
bool isOnRecord(Reader& reader, const StatedFact& row)
{
    for (const auto& graded : repo::gradesOf(reader, row.subject))
        if (const auto year = reader.find<SchoolYearRow>(graded.year); graded.grade && year && year->data.year == row.year)
            return true;
    return false;
}

std::vector<FieldIssue> valueIssues(const rules::FactSpec& spec, const StatedFact& row)
{
    const auto value = json::parse(row.value, nullptr, false);
    if (value.is_discarded() || value.is_null())
        return {{"value", "stated.value-missing", {spec.label.vi}}};
    const auto& type = statedType(spec);
    if (rules::checkFact(type, value, spec.id))
        return {};
    if (type.type == rules::FactType::Integer)
        return {{"value", "stated.value-range", {spec.label.vi, std::to_string(type.least), std::to_string(type.most)}}};
    return {{"value", "stated.value-missing", {spec.label.vi}}};
}

std::vector<FieldIssue> honourIssues(const rules::Catalogue& rules, const rules::FactSpec& spec, const StatedFact& row)
{
    const bool told = !row.honour.empty() && row.ground;
    if (spec.stated->ofHonour && (!told || !honourName(rules, row.honour)))
        return {{"honour", "stated.honour-missing", {spec.label.vi}}};
    if (!spec.stated->ofHonour && (!row.honour.empty() || row.ground))
        return {{"honour", "stated.honour-unwanted", {spec.label.vi}}};
    return {};
}

bool saysTheSame(const StatedFact& a, const StatedFact& b)
{
    return a.fact == b.fact && a.honour == b.honour && a.ground == b.ground && a.year == b.year;
}

}

std::vector<FieldIssue> statementIssues(Reader& reader, const rules::Catalogue& rules, Date today, const StatedFact& row, std::optional<StatedFactId> replaces)
{
    const auto* spec = specOf(rules, row);
    if (spec == nullptr || !mayBeStated(reader, *spec, row.subject))
        return {{"fact", "stated.fact-missing", {}}};
    auto issues = valueIssues(*spec, row);
    for (auto& issue : honourIssues(rules, *spec, row))
        issues.push_back(std::move(issue));
    require(issues, row.source, "source", "stated.source-missing");
    if (today < row.statedOn)
        issues.push_back({"statedOn", "stated.in-future", {row.statedOn.vn()}});
    if (spec->stated->holds == rules::Holds::PastYear && isOnRecord(reader, row))
        issues.push_back({"year", "stated.on-record", {row.year.screen()}});
    std::vector<StatedFact> told;
    for (auto& other : repo::statedFactsOf(reader, row.subject)) {
        if (other.id == replaces)
            continue;
        if (saysTheSame(other.data, row))
            issues.push_back({"year", "stated.exists", {spec->label.vi, row.year.screen(), statedWords(*spec, other.data.value)}});
        told.push_back(std::move(other.data));
    }
    const auto person = row.subject.person && issues.empty() ? reader.find<Person>(*row.subject.person) : std::nullopt;
    if (person)
        if (auto issue = impossibleYears(person->data, row, told))
            issues.push_back(std::move(*issue));
    return issues;
}

namespace {

std::vector<FieldIssue> issuesOf(Reader& reader, SchoolFile& file, const StatedFact& row, std::optional<StatedFactId> replaces)
{
    return statementIssues(reader, file.rules(), file.clock().today(), row, replaces);
}

bool isKept(NominationState state)
{
    return state == NominationState::Passed || state == NominationState::Submitted || state == NominationState::Conferred;
}

/// Whether a kept case has its fact from this statement.
bool restsOn(const rules::FactSpec& spec, const std::vector<StatedFact>& all, const StatedFact& row, const rules::Case& made)
{
    if (!made.facts.has(spec.id))
        return false;
    if (spec.stated->holds == rules::Holds::PastYear)
        return row.year < made.schoolYear;
    const auto* told = statementFor(spec, all, made);
    return told != nullptr && saysTheSame(*told, row);
}

std::optional<rules::Case> keptCase(Reader& reader, const Nomination& nomination)
{
    const auto kept = judgementOf(reader, nomination);
    if (!kept || kept->facts.empty())
        return std::nullopt;
    const auto facts = rules::jsonFromText(kept->facts);
    auto made = facts ? rules::caseFromJson(*facts) : Result<rules::Case>(tl::unexpected<Error>(facts.error()));
    return made ? std::optional(std::move(*made)) : std::nullopt;
}

/// “Kỷ niệm chương Vì sự nghiệp Giáo dục, năm học 2021-2022” of the first kept verdict that rests on it.
std::string restsOnWords(Reader& reader, const rules::Catalogue& rules, const std::vector<StatedFact>& all, const StatedFact& row)
{
    const auto* spec = specOf(rules, row);
    if (spec == nullptr)
        return {};
    for (const auto& nomination : repo::nominationsOf(reader, row.subject)) {
        if (!isKept(nomination.data.state))
            continue;
        const auto made = keptCase(reader, nomination.data);
        if (made && restsOn(*spec, all, row, *made))
            return text::message("stated.rests", {honourName(rules, nomination.data.honour).value_or(nomination.data.honour), made->schoolYear.screen()});
    }
    return {};
}

std::vector<StatedFact> statementsOf(Reader& reader, const SubjectRef& subject)
{
    std::vector<StatedFact> all;
    for (auto& row : repo::statedFactsOf(reader, subject))
        all.push_back(std::move(row.data));
    return all;
}

}

std::vector<Stored<StatedFact>> statedOf(Reader& reader, const SubjectRef& subject)
{
    return repo::statedFactsOf(reader, subject);
}

std::string statementRestsOn(Reader& reader, const rules::Catalogue& rules, const StatedFact& row)
{
    return restsOnWords(reader, rules, statementsOf(reader, row.subject), row);
}

namespace {

Result<Stored<StatedFact>> needFree(Tx& tx, const rules::Catalogue& rules, StatedFactId id)
{
    TD_TRY(auto row, need<StatedFact>(tx, id));
    if (const auto rests = statementRestsOn(tx, rules, row.data); !rests.empty())
        return fail(ErrorCode::WrongState, "stated.kept", {rests});
    return row;
}

Result<StatedFact> accepted(Tx& tx, SchoolFile& file, const StatedFact& draft, std::optional<StatedFactId> replaces)
{
    auto row = tidied(draft);
    auto issues = issuesOf(tx, file, row, replaces);
    if (!issues.empty())
        return fail(std::move(issues));
    tx.setLabel({specOf(file.rules(), row)->label.vi, subjectName(tx, row.subject)});
    return row;
}

}

Result<std::vector<rules::FactSpec>> StatedFactService::statable(const SubjectRef& subject)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<rules::FactSpec>> {
        std::vector<rules::FactSpec> specs;
        for (const auto& spec : m_file.rules().model().facts.facts())
            if (mayBeStated(reader, spec, subject))
                specs.push_back(spec);
        return specs;
    });
}

Result<std::vector<StatedRow>> StatedFactService::of(const SubjectRef& subject)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<StatedRow>> {
        const auto& rules = m_file.rules();
        const auto all = statementsOf(reader, subject);
        std::vector<StatedRow> rows;
        for (const auto& stored : repo::statedFactsOf(reader, subject)) {
            StatedRow row{stored.id, stored.version, stored.data, stored.data.fact, stored.data.value, {}, {}, restsOnWords(reader, rules, all, stored.data)};
            if (const auto* spec = specOf(rules, stored.data)) {
                row.name = spec->label.vi;
                row.valueWords = statedWords(*spec, stored.data.value);
                row.holdsWords = holdsWords(*spec, stored.data);
            }
            if (!stored.data.honour.empty())
                row.honourName = honourName(rules, stored.data.honour).value_or(stored.data.honour);
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

Result<SchoolYear> StatedFactService::untoldYear(const SubjectRef& subject, const std::string& fact, SchoolYear before)
{
    constexpr int kYearsBack = 15;
    return readFrom(m_file, [&](Reader& reader) -> Result<SchoolYear> {
        const auto told = repo::statedFactsOf(reader, subject);
        StatedFact row;
        row.subject = subject;
        for (int start = before.startYear() - 1; start >= before.startYear() - kYearsBack; --start) {
            row.year = SchoolYear(start);
            const bool stated = std::ranges::any_of(told, [&](const auto& one) { return one.data.fact == fact && one.data.year == row.year; });
            if (!stated && !isOnRecord(reader, row))
                return row.year;
        }
        return SchoolYear(before.startYear() - 1);
    });
}

Result<std::vector<FieldIssue>> StatedFactService::validate(const StatedFact& draft, std::optional<StatedFactId> replaces)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<FieldIssue>> { return issuesOf(reader, m_file, tidied(draft), replaces); });
}

Result<std::optional<FieldIssue>> StatedFactService::doubts(const StatedFact& draft)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::optional<FieldIssue>> {
        const auto person = draft.subject.person ? reader.find<Person>(*draft.subject.person) : std::nullopt;
        return person ? doubtfulYears(person->data, tidied(draft)) : std::nullopt;
    });
}

Written<StatedFactId> StatedFactService::state(const StatedFact& draft)
{
    return writeTo<StatedFactId>(m_file, domain::Op::StateFact, [&](Tx& tx) -> Result<StatedFactId> {
        TD_TRY(const auto row, accepted(tx, m_file, draft, std::nullopt));
        return tx.insert(row);
    });
}

Written<Done> StatedFactService::edit(StatedFactId id, RowVersion version, const StatedFact& draft)
{
    return writeTo<Done>(m_file, domain::Op::EditStatedFact, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, needFree(tx, m_file.rules(), id));
        TD_TRY(auto row, accepted(tx, m_file, draft, id));
        row.subject = before.data.subject;
        tx.update(id, row, version);
        return Done{};
    });
}

Written<Done> StatedFactService::remove(StatedFactId id)
{
    return writeTo<Done>(m_file, domain::Op::RemoveStatedFact, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto row, needFree(tx, m_file.rules(), id));
        const rules::FactSpec* spec = specOf(m_file.rules(), row.data);
        tx.setLabel({spec != nullptr ? spec->label.vi : row.data.fact, subjectName(tx, row.data.subject)});
        tx.remove<StatedFact>(id);
        return Done{};
    });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/fact_builder.h"

#include "services/fact_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;
using nlohmann::json;

struct FactBuilder::Data : FactData {
    using FactData::FactData;
};

namespace {

json code(auto value)
{
    return std::string(toCode(value));
}

void addKnown(rules::FactSet& facts, const char* name, Known known)
{
    if (known != Known::Unknown)
        facts.set(name, known == Known::Yes);
}

void addRegistered(const FactData& data, const SubjectRef& subject, rules::FactSet& facts)
{
    // Before anybody has registered nobody can be said not to have.
    if (!data.anyRegistration)
        return;
    const auto found = data.registered.find(subject);
    facts.set("registered", found == data.registered.end() ? json::array() : json(found->second));
}

/// The first school year whose evaluation somebody could have: that of recruitment; where nobody knows it, as far back as chains look.
int firstYearOf(const FactData& data, const SubjectRef& subject)
{
    constexpr int kLongestChain = 10;
    const int now = data.year.year.startYear();
    const auto person = subject.person ? data.people.find(*subject.person) : data.people.end();
    const bool known = person != data.people.end() && person->second.employedFrom;
    return std::max(now - kLongestChain, known ? SchoolYear::of(*person->second.employedFrom).startYear() : 0);
}

/// Past years with their grades. A year of service for which nobody entered a grade stands there without one, so that a chain over it is
/// unknown instead of broken.
void addEvaluations(const FactData& data, const SubjectRef& subject, rules::FactSet& facts)
{
    if (const auto* row = data.record(subject); row && row->data.evaluation)
        facts.set("evaluation", code(*row->data.evaluation));
    std::map<int, json> past;
    for (int year = firstYearOf(data, subject); year < data.year.year.startYear(); ++year)
        past.emplace(year, json{{"school_year", SchoolYear(year).text()}});
    bool any = false;
    if (const auto found = data.records.find(subject); found != data.records.end())
        for (const auto& [id, row] : found->second)
            if (id != data.yearId && row.data.evaluation) {
                const auto year = data.years.at(id);
                past[year.startYear()] = {{"school_year", year.text()}, {"grade", code(*row.data.evaluation)}};
                any = true;
            }
    // Without a single grade the whole list is unknown; saying so year by year would tell nothing more.
    if (!any)
        return;
    json list = json::array();
    for (auto& [year, item] : past)
        list.push_back(std::move(item));
    facts.set("evaluations", list);
}

void addDiscipline(const FactData& data, const Stored<YearRecord>& row, rules::FactSet& facts)
{
    const auto cases = data.discipline.find(row.id);
    if (cases == data.discipline.end() && !row.data.noDisciplineConfirmedOn)
        return;
    json list = json::array();
    if (cases != data.discipline.end())
        for (const auto& item : cases->second)
            list.push_back({{"form", code(item.form)}, {"decided_on", item.decidedOn.iso()}});
    facts.set("discipline", list);
}

void addAbsences(const FactData& data, const Stored<YearRecord>& row, rules::FactSet& facts)
{
    const auto rows = data.absences.find(row.id);
    if (rows == data.absences.end() && !row.data.noAbsenceConfirmedOn)
        return;
    json list = json::array();
    if (rows != data.absences.end())
        for (const auto& item : rows->second)
            list.push_back({{"days", item.days}, {"reason", code(item.reason)}});
    facts.set("absences", list);
}

void addYearFacts(const FactData& data, const SubjectRef& subject, rules::FactSet& facts)
{
    const auto* row = data.record(subject);
    if (!row)
        return;
    if (row->data.monthsWorked)
        facts.set("months_worked", *row->data.monthsWorked);
    addDiscipline(data, *row, facts);
    addAbsences(data, *row, facts);
    addKnown(facts, "under_investigation", row->data.underInvestigation);
    if (row->data.trainingMonths && row->data.trainingResult)
        facts.set("training", {{"months", *row->data.trainingMonths}, {"result", code(*row->data.trainingResult)}});
}

/// The nomination that the case is about; what it has used itself does not count as used.
bool usedByThis(const FactData& data, const FactData::OwnInitiative& own, PersonId person, const std::string& honour)
{
    return own.usedBy && std::ranges::any_of(data.nominations, [&](const auto& row) {
        return row.id == *own.usedBy && row.data.honour == honour && row.data.subject == SubjectRef::of(person);
    });
}

/// Those of all years, each with what it has served. One that nobody has decided on yet is an item whose recognition is unknown; of a year
/// for which nothing has been entered there may still be one (docs/decisions/006).
void addInitiatives(const FactData& data, PersonId person, const std::string& honour, rules::FactSet& facts)
{
    const auto found = data.initiatives.find(person);
    if (found == data.initiatives.end())
        return;
    json list = json::array();
    for (const auto& own : found->second) {
        if (own.item.state == InitiativeState::Rejected)
            continue;
        json row{{"type", code(own.item.type)}, {"school_year", data.years.at(own.item.year).text()}};
        if (own.item.recognisedAt) {
            row["recognised_at"] = code(*own.item.recognisedAt);
            row["scope"] = code(own.item.scope.value_or(*own.item.recognisedAt));
        }
        if (!own.usedFor.empty() && !usedByThis(data, own, person, honour))
            row["used_for"] = own.usedFor;
        list.push_back(std::move(row));
    }
    if (std::ranges::none_of(found->second, [&data](const auto& own) { return own.item.year == data.yearId; }))
        for (const auto type : {InitiativeType::Initiative, InitiativeType::Research})
            list.push_back({{"type", code(type)}, {"school_year", data.year.year.text()}});
    facts.set("initiatives", list);
}

/// The award that this very nomination brought is what is judged, not an earlier reward of the same achievement.
bool broughtByNomination(const FactData& data, const HonourRecord& item, const std::string& honour)
{
    if (item.honour != honour || item.year != data.years.at(data.yearId))
        return false;
    return std::ranges::any_of(data.nominations, [&item](const auto& row) {
        return row.data.subject == item.subject && row.data.honour == item.honour && row.data.ground == item.ground &&
               row.data.state == NominationState::Conferred;
    });
}

void addHonours(const FactData& data, const SubjectRef& subject, const std::string& honour, rules::FactSet& facts)
{
    json list = json::array();
    if (const auto found = data.honours.find(subject); found != data.honours.end())
        for (const auto& item : found->second) {
            if (broughtByNomination(data, item, honour))
                continue;
            json row{{"honour", item.honour}, {"school_year", item.year.text()}, {"ground", code(item.ground)}};
            if (item.decidedOn)
                row["decided_on"] = item.decidedOn->iso();
            list.push_back(std::move(row));
        }
    if (!list.empty())
        facts.set("honours", list);
}

void addVotes(const FactData& data, const SubjectRef& subject, const std::string& honour, rules::FactSet& facts)
{
    for (const auto& nomination : data.nominations)
        if (nomination.data.subject == subject && nomination.data.honour == honour)
            if (const auto vote = data.votes.find(nomination.id); vote != data.votes.end())
                facts.set("votes", {{"members", vote->second.members}, {"present", vote->second.present}, {"for", vote->second.inFavour}});
}

/// How many members have reached an honour, when what is still open can no longer change the answer's side; nothing otherwise.
struct MemberCount {
    int reached = 0;
    int open = 0;
};

MemberCount countMembers(const FactData& data, const std::set<PersonId>& members, const std::string& honour)
{
    MemberCount count;
    for (const auto& row : data.nominations) {
        if (row.data.honour != honour || !row.data.subject.person || !members.contains(*row.data.subject.person))
            continue;
        switch (row.data.state) {
        case NominationState::Passed:
        case NominationState::Submitted:
        case NominationState::Conferred: ++count.reached; break;
        case NominationState::Proposed: {
            const auto verdict = json::parse(row.data.verdict, nullptr, false);
            const auto kind = verdict.is_object() ? verdict.value("verdict", "") : std::string();
            count.reached += kind == "eligible" ? 1 : 0;
            count.open += kind == "undetermined" || kind.empty() ? 1 : 0;
            break;
        }
        default: break;
        }
    }
    return count;
}

void addMemberFacts(const FactData& data, CollectiveId id, rules::FactSet& facts)
{
    const auto list = data.membersOf(id);
    if (list.empty())
        return;
    const std::set<PersonId> members(list.begin(), list.end());
    const int total = static_cast<int>(members.size());
    facts.set("members", total);
    int completed = 0, graded = 0, warned = 0, disciplineKnown = 0;
    for (const auto& person : members) {
        const auto* row = data.record(SubjectRef::of(person));
        if (!row)
            continue;
        graded += row->data.evaluation ? 1 : 0;
        completed += row->data.evaluation && *row->data.evaluation != Evaluation::NotCompleted ? 1 : 0;
        const auto cases = data.discipline.find(row->id);
        disciplineKnown += cases != data.discipline.end() || row->data.noDisciplineConfirmedOn ? 1 : 0;
        warned += cases != data.discipline.end() && std::ranges::any_of(cases->second, [](const auto& c) { return c.form != DisciplineForm::Reprimand; }) ? 1 : 0;
    }
    if (graded == total)
        facts.set("members_completed", completed);
    if (disciplineKnown == total || warned > 0)
        facts.set("members_disciplined_from_warning", warned);
    if (data.nominations.empty())
        return;
    const auto advanced = countMembers(data, members, "lao-dong-tien-tien");
    // The shares the titles ask for lie between half and seven tenths: beyond those the answer no longer depends on what is missing.
    if (advanced.open == 0 || advanced.reached * 10 >= total * 7 || (advanced.reached + advanced.open) * 2 <= total)
        facts.set("members_lao_dong_tien_tien", advanced.reached);
    const auto fighters = countMembers(data, members, "chien-si-thi-dua-co-so");
    if (fighters.open == 0 || fighters.reached > 0)
        facts.set("members_chien_si_thi_dua", fighters.reached);
}

rules::Subject subjectOf(const FactData& data, const SubjectRef& subject)
{
    rules::Subject out;
    if (subject.collective) {
        out.kind = rules::SubjectKind::Collective;
        if (const auto found = data.collectives.find(*subject.collective); found != data.collectives.end())
            // The rules know the party cell only as an organisation beside the school's own collectives.
            if (found->second.type != CollectiveType::PartyCell)
                out.type = std::string(toCode(found->second.type));
        return out;
    }
    out.kind = rules::SubjectKind::Staff;
    if (const auto post = data.posts.find(*subject.person); post != data.posts.end())
        out.position = std::string(toCode(post->second.position));
    if (const auto person = data.people.find(*subject.person); person != data.people.end())
        out.employedFrom = person->second.employedFrom;
    return out;
}

}

FactBuilder::FactBuilder(storage::Reader& reader, SchoolYearId year) : m_data(std::make_unique<Data>(reader, year)) {}
FactBuilder::~FactBuilder() = default;

rules::Case FactBuilder::makeCase(const SubjectRef& subject, const std::string& honour, Date on, rules::Stage stage, Ground ground) const
{
    const auto& data = *m_data;
    rules::Case made;
    made.on = on;
    made.schoolYear = data.year.year;
    made.honour = honour;
    made.stage = stage;
    made.ground = std::string(toCode(ground));
    made.subject = subjectOf(data, subject);
    addRegistered(data, subject, made.facts);
    addEvaluations(data, subject, made.facts);
    addHonours(data, subject, honour, made.facts);
    addVotes(data, subject, honour, made.facts);
    if (subject.person) {
        addYearFacts(data, subject, made.facts);
        addInitiatives(data, *subject.person, honour, made.facts);
        if (data.school.difficultArea)
            made.facts.set("difficult_area", true);
    } else {
        addMemberFacts(data, *subject.collective, made.facts);
        if (const auto* row = data.record(subject)) {
            addKnown(made.facts, "unity", row->data.unity);
            addKnown(made.facts, "law_compliance", row->data.lawCompliance);
        }
    }
    return made;
}

}

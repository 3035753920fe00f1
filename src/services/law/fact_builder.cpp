// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/fact_builder.h"

#include "domain/nomination.h"
#include "rules/evaluator.h"
#include "rules/model.h"
#include "services/law/fact_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;
using nlohmann::json;

struct FactBuilder::Data : FactData {
    using FactData::FactData;
    const rules::Catalogue* catalogue = nullptr;
    Purpose purpose = Purpose::Verdicts;

    /// Whether and how far back a case on this honour needs the fact; wholly, where all facts are wanted.
    std::optional<rules::Reach> wants(const rules::Case& made, const char* fact) const
    {
        if (catalogue == nullptr)
            return rules::Reach::AllYears;
        const auto key = std::tuple(made.honour, made.on, made.subject.kind, made.ground);
        auto found = m_wanted.find(key);
        if (found == m_wanted.end())
            found = m_wanted.emplace(key, rules::factsLookedAt(catalogue->model(), made.honour, made.on, made.subject.kind, made.ground)).first;
        const auto reach = found->second.find(fact);
        if (reach == found->second.end())
            return std::nullopt;
        const bool told = reach->second == rules::Reach::ToldOf;
        return !told ? reach->second : purpose == Purpose::OutcomesAlone ? rules::Reach::ThisYear : rules::Reach::AllYears;
    }

private:
    mutable std::map<std::tuple<std::string, Date, rules::SubjectKind, std::string>, std::map<std::string, rules::Reach>> m_wanted;
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

/// Every year of employment before this one; one whose grade nobody entered is an item without a grade, so that a chain of years stays
/// unknown there instead of breaking.
void addPastGrades(const FactData& data, const SubjectRef& subject, rules::FactSet& facts)
{
    std::map<SchoolYear, std::optional<Evaluation>> grades;
    for (const auto& past : data.pastGrades(subject))
        if (past.year < data.year.year)
            grades.emplace(past.year, past.grade);
    if (std::ranges::none_of(grades, [](const auto& past) { return past.second.has_value(); }))
        return;
    constexpr int kAsFarBack = 10;
    SchoolYear from(data.year.year.startYear() - kAsFarBack);
    if (subject.person)
        if (const auto found = data.employedFrom.find(*subject.person); found != data.employedFrom.end() && found->second)
            from = SchoolYear::of(*found->second);
    for (auto year = from; year < data.year.year; year = year.next())
        grades.try_emplace(year, std::nullopt);
    json list = json::array();
    for (const auto& [year, grade] : grades) {
        json item{{"school_year", year.text()}};
        if (grade)
            item["grade"] = code(*grade);
        list.push_back(std::move(item));
    }
    facts.set("evaluations", list);
}

/// Of this year, once somebody has confirmed it; with it, what is on record from before.
void addDiscipline(const FactData& data, const Stored<YearRecord>& row, rules::FactSet& facts)
{
    const auto cases = data.discipline.find(row.id);
    if (cases == data.discipline.end() && !row.data.noDisciplineConfirmedOn)
        return;
    json list = json::array();
    const auto add = [&list](const auto& item) { list.push_back({{"form", code(item.form)}, {"decided_on", item.decidedOn.iso()}}); };
    if (row.data.subject.person)
        std::ranges::for_each(data.pastDiscipline(*row.data.subject.person), add);
    if (cases != data.discipline.end())
        std::ranges::for_each(cases->second, add);
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

/// What the nomination that the case is about has used itself does not count as used.
bool usedByThis(const FactData& data, const storage::repo::WorkRow& work, PersonId person, const std::string& honour)
{
    const auto used = work.usedBy ? data.reader.find<Nomination>(*work.usedBy) : std::nullopt;
    return used && used->data.year == data.yearId && used->data.honour == honour && used->data.subject == SubjectRef::of(person);
}

/// Those of all years, each with what it has served. One that nobody has decided on yet is an item whose recognition is unknown; of a year
/// for which nothing has been entered there may still be one (docs/decisions/006).
void addInitiatives(const FactData& data, PersonId person, const std::string& honour, rules::Reach reach, rules::FactSet& facts)
{
    const auto works = reach == rules::Reach::ThisYear ? data.initiativesThisYear(person) : data.initiatives(person);
    if (works.empty() && (reach == rules::Reach::AllYears || !data.anyInitiative(person)))
        return;
    json list = json::array();
    for (const auto& work : works) {
        if (work.state == InitiativeState::Rejected)
            continue;
        json row{{"type", code(work.type)}, {"school_year", data.yearOf(work.year).text()}};
        if (work.recognisedAt) {
            row["recognised_at"] = code(*work.recognisedAt);
            row["scope"] = code(work.scope.value_or(*work.recognisedAt));
        }
        if (!work.usedFor.empty() && !usedByThis(data, work, person, honour))
            row["used_for"] = work.usedFor;
        list.push_back(std::move(row));
    }
    if (std::ranges::none_of(works, [&data](const auto& work) { return work.year == data.yearId; }))
        for (const auto type : {InitiativeType::Initiative, InitiativeType::Research})
            list.push_back({{"type", code(type)}, {"school_year", data.year.year.text()}});
    facts.set("initiatives", list);
}

void addHonours(const FactData& data, const SubjectRef& subject, const std::string& honour, rules::Reach reach, rules::FactSet& facts)
{
    json list = json::array();
    for (const auto& item : reach == rules::Reach::ThisYear ? data.honoursThisYear(subject) : data.honours(subject)) {
        // The award that this very nomination brought is what is judged, not an earlier reward of the same achievement.
        if (item.honour == honour && item.year == data.year.year && data.conferred.contains({subject, honour, item.ground}))
            continue;
        json row{{"honour", item.honour}, {"school_year", item.year.text()}, {"ground", code(item.ground)}};
        if (item.decidedOn)
            row["decided_on"] = item.decidedOn->iso();
        list.push_back(std::move(row));
    }
    // Nobody's list of honours is known to be complete while it is empty.
    if (!list.empty() || data.anyHonour(subject))
        facts.set("honours", list);
}

void addVotes(const FactData& data, const SubjectRef& subject, const std::string& honour, rules::FactSet& facts)
{
    if (const auto vote = data.votes.find({subject, honour}); vote != data.votes.end())
        facts.set("votes", {{"members", vote->second.members}, {"present", vote->second.present}, {"for", vote->second.inFavour}});
}

/// How many of the members stand with an honour: reached it, or may still.
struct MemberCount {
    int reached = 0;
    int open = 0;
};

MemberCount countMembers(const FactData& data, const std::set<PersonId>& members, const std::string& honour)
{
    const auto& standing = data.standing(honour);
    const auto among = [&members](const std::set<PersonId>& people) {
        return static_cast<int>(std::ranges::count_if(people, [&members](PersonId id) { return members.contains(id); }));
    };
    return {among(standing.reached), among(standing.open)};
}

constexpr const char* kAdvancedCount = "members_lao_dong_tien_tien";
constexpr const char* kFighterCount = "members_chien_si_thi_dua";

/// The members' honours, as far as the review has come: what is reached when nothing is open any more or when all that is open, reached
/// or not, leaves the rules' answer as it is; else nothing.
void addMemberHonours(const FactData& data, const std::set<PersonId>& members, const rules::Catalogue* catalogue, rules::Case& made)
{
    if (!data.anyNomination)
        return;
    const auto advanced = countMembers(data, members, "lao-dong-tien-tien");
    const auto fighters = countMembers(data, members, "chien-si-thi-dua-co-so");
    const auto with = [&made](int advancedCount, int fighterCount) {
        auto other = made;
        other.facts.set(kAdvancedCount, advancedCount);
        other.facts.set(kFighterCount, fighterCount);
        return other;
    };
    const auto least = with(advanced.reached, fighters.reached);
    if (advanced.open == 0 && fighters.open == 0) {
        made = least;
        return;
    }
    if (advanced.open == 0)
        made.facts.set(kAdvancedCount, advanced.reached);
    if (fighters.open == 0)
        made.facts.set(kFighterCount, fighters.reached);
    if (catalogue == nullptr)
        return;
    const auto most = with(advanced.reached + advanced.open, fighters.reached + fighters.open);
    const auto before = rules::outcomesOf(*catalogue, least).findings;
    if (before == rules::outcomesOf(*catalogue, most).findings)
        made = least;
}

void addMemberFacts(const FactData& data, const std::set<PersonId>& members, rules::FactSet& facts)
{
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
}

rules::Subject subjectOf(const FactData& data, const SubjectRef& subject)
{
    rules::Subject out;
    if (subject.collective) {
        out.kind = rules::SubjectKind::Collective;
        if (const auto found = data.collectives.find(*subject.collective); found != data.collectives.end())
            // The rules know the party cell only as an organisation beside the school's own collectives.
            if (found->second != CollectiveType::PartyCell)
                out.type = std::string(toCode(found->second));
        return out;
    }
    out.kind = rules::SubjectKind::Staff;
    if (const auto post = data.posts.find(*subject.person); post != data.posts.end())
        out.position = std::string(toCode(post->second.position));
    if (const auto person = data.employedFrom.find(*subject.person); person != data.employedFrom.end())
        out.employedFrom = person->second;
    return out;
}

}

FactBuilder::FactBuilder(storage::Reader& reader, SchoolYearId year) : m_data(std::make_unique<Data>(reader, year)) {}

FactBuilder::FactBuilder(storage::Reader& reader, SchoolYearId year, const rules::Catalogue& catalogue, Purpose purpose) : FactBuilder(reader, year)
{
    m_data->catalogue = &catalogue;
    m_data->purpose = purpose;
}

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
    if (data.wants(made, "registered"))
        addRegistered(data, subject, made.facts);
    if (const auto* row = data.record(subject); row && row->data.evaluation)
        made.facts.set("evaluation", code(*row->data.evaluation));
    if (data.wants(made, "evaluations"))
        addPastGrades(data, subject, made.facts);
    if (const auto reach = data.wants(made, "honours"))
        addHonours(data, subject, honour, *reach, made.facts);
    addVotes(data, subject, honour, made.facts);
    if (subject.person)
        addPersonFacts(data, *subject.person, made);
    else
        addCollectiveFacts(data, *subject.collective, made);
    return made;
}

void FactBuilder::addPersonFacts(const Data& data, PersonId person, rules::Case& made)
{
    addYearFacts(data, SubjectRef::of(person), made.facts);
    if (const auto reach = data.wants(made, "initiatives"))
        addInitiatives(data, person, made.honour, *reach, made.facts);
    if (data.school.difficultArea)
        made.facts.set("difficult_area", true);
}

void FactBuilder::addCollectiveFacts(const Data& data, CollectiveId collective, rules::Case& made)
{
    if (const auto* row = data.record(SubjectRef::of(collective))) {
        addKnown(made.facts, "unity", row->data.unity);
        addKnown(made.facts, "law_compliance", row->data.lawCompliance);
    }
    const auto list = data.membersOf(collective);
    if (list.empty())
        return;
    const std::set<PersonId> members(list.begin(), list.end());
    addMemberFacts(data, members, made.facts);
    addMemberHonours(data, members, data.catalogue, made);
}

}

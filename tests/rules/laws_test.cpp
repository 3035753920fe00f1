// SPDX-License-Identifier: GPL-3.0-or-later
// General laws of the verdicts, for every honour, kind of subject, ground and day of every rule set: cases are made up by RapidCheck
// from the declared facts (resources/rules/facts.json), so that a new fact or rule is tried without a new line here.
#include "rules_support.h"
#include "support/catch.h"

#include "rules/condition.h"
#include "rules/model.h"
#include "rules/vote.h"

#include <rapidcheck.h>

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

constexpr std::array<const char*, 22> kDays = {"2017-10-01", "2018-05-25", "2018-10-14", "2019-12-31", "2020-05-25", "2020-10-01", "2021-05-25", "2022-05-25",
                                               "2023-05-25", "2023-12-31", "2024-01-01", "2024-02-24", "2024-05-25", "2025-05-25", "2025-07-01", "2025-08-05",
                                               "2026-04-02", "2026-05-25", "2026-07-01", "2026-09-30", "2026-10-01", "2027-05-25"};

template <class T>
T oneOf(const std::vector<T>& choices)
{
    return choices[*rc::gen::inRange<std::size_t>(0, choices.size())];
}

int schoolYearOf(const std::string& day)
{
    return SchoolYear::of(*Date::fromIso(day)).startYear();
}

json anyValue(const FactSpec& spec, const std::string& day);

json anyObject(const std::vector<FactSpec>& fields, const std::string& day)
{
    json object = json::object();
    for (const auto& field : fields)
        if (field.required || *rc::gen::inRange(0, 5) != 0)
            object[field.id] = anyValue(field, day);
    // No part over its whole.
    for (const auto& field : fields)
        for (const auto& whole : field.notOver)
            if (object.contains(field.id) && object.contains(whole) && object[field.id] > object[whole])
                object[field.id] = object[whole];
    return object;
}

json anyValue(const FactSpec& spec, const std::string& day)
{
    const auto honours = [] {
        std::vector<std::string> codes;
        for (const auto& honour : shipped().model().honours)
            codes.push_back(honour.code);
        return codes;
    }();
    switch (spec.type) {
    case FactType::Bool: return *rc::gen::arbitrary<bool>();
    case FactType::Integer: return *rc::gen::inRange(spec.least, std::min(spec.most, spec.least + 40) + 1);
    case FactType::Code: return oneOf(spec.values).code;
    case FactType::Date: return Date::fromIso(day)->plusMonths(-*rc::gen::inRange(-2, 60)).iso();
    case FactType::SchoolYear: return SchoolYear(schoolYearOf(day) - *rc::gen::inRange(0, 6)).text();
    case FactType::Honour: return oneOf(honours);
    case FactType::Registration: return *rc::gen::arbitrary<bool>() ? json(*rc::gen::arbitrary<bool>()) : json::array({oneOf(honours)});
    case FactType::Object: return anyObject(spec.fields, day);
    case FactType::List: {
        json list = json::array();
        for (int left = *rc::gen::inRange(0, 6); left > 0; --left)
            list.push_back(anyObject(spec.fields, day));
        return list;
    }
    }
    return nullptr;
}

json anySubject(SubjectKind kind, const std::string& day)
{
    json subject = {{"kind", std::string(toCode(kind))}};
    const std::map<SubjectKind, std::vector<std::string>> ids = {
        {SubjectKind::Staff, {"position", "employed_from"}}, {SubjectKind::Pupil, {"grade"}}, {SubjectKind::Collective, {"type"}}};
    for (const auto& spec : shipped().model().facts.subjectFacts())
        for (const auto& id : ids.at(kind))
            if (spec.id == id && *rc::gen::inRange(0, 6) != 0)
                subject[id] = spec.type == FactType::Date ? json(Date::fromIso(day)->plusMonths(-*rc::gen::inRange(0, 200)).iso()) : anyValue(spec, day);
    return subject;
}

/// Any case that the command line would read.
json anyCase()
{
    const std::string day = kDays[*rc::gen::inRange<std::size_t>(0, kDays.size())];
    const auto& honour = oneOf(shipped().model().honours);
    json made = {{"on", day}, {"school_year", SchoolYear(schoolYearOf(day)).text()}, {"honour", honour.code}, {"facts", json::object()}};
    made["subject"] = anySubject(oneOf(honour.recipients), day);
    if (*rc::gen::inRange(0, 3) == 0)
        made["ground"] = oneOf(std::vector<std::string>{"annual_merit", "exceptional", "movement", "long_service"});
    if (*rc::gen::inRange(0, 3) == 0)
        made["stage"] = "nomination";
    json facts = json::object();
    for (const auto& spec : shipped().model().facts.facts())
        if (*rc::gen::inRange(0, 8) != 0)
            facts[spec.id] = anyValue(spec, day);
    for (const auto& spec : shipped().model().facts.facts())
        for (const auto& whole : spec.notOver)
            if (facts.contains(spec.id) && facts.contains(whole) && facts[spec.id] > facts[whole])
                facts[spec.id] = facts[whole];
    made["facts"] = facts;
    return made;
}

VerdictKind kindOf(const json& made)
{
    return outcomesOf(shipped(), readCase(made)).verdict;
}

int rankOf(VerdictKind kind)
{
    return kind == VerdictKind::Ineligible ? 0 : kind == VerdictKind::Undetermined ? 1 : 2;
}

/// Facts whose absence is ordinary and not a gap: nobody enters a training that did not happen, or that a school is not inspected.
bool absenceIsOrdinary(const json& made, const std::string& fact)
{
    const FactSpec* spec = shipped().model().facts.find(fact);
    return (spec != nullptr && spec->absentIsNone) || (fact == "under_investigation" && made["subject"]["kind"] == "collective");
}

/// Whether only this fact's own contradiction stands in the way, or the council's vote or word where the law asks for none.
bool onlyItsOwnNo(const json& made, const std::string& fact)
{
    const Case theCase = readCase(made);
    const auto findings = evaluate(shipped(), theCase).findings;
    const bool denied = std::any_of(findings.begin(), findings.end(), [&fact](const Finding& finding) {
        return (finding.conflict || finding.id == "council-no") && std::find(finding.facts.begin(), finding.facts.end(), fact) != finding.facts.end();
    });
    return denied || (fact == "votes" && !voteRuleOn(shipped(), theCase.honour, theCase.on).byLaw);
}

template <class Law>
void always(const char* law, Law body)
{
    CHECK(rc::check(law, body));
}

}

TEST_CASE("Outcomes without words are the worded ones, and twice the same", "[rules][laws]")
{
    always("outcomes are the same", [] {
        const auto made = readCase(anyCase());
        const auto worded = evaluate(shipped(), made);
        const auto outcomes = outcomesOf(shipped(), made);
        RC_ASSERT(outcomes.verdict == worded.verdict);
        RC_ASSERT(outcomes.findings.size() == worded.findings.size());
        for (std::size_t i = 0; i < worded.findings.size(); ++i)
            RC_ASSERT(outcomes.findings[i].second == worded.findings[i].outcome);
        RC_ASSERT(evaluate(shipped(), made) == worded);
    });
}

TEST_CASE("Taking a fact away never makes any case eligible", "[rules][laws]")
{
    always("less is not more", [] {
        const json made = anyCase();
        RC_PRE(kindOf(made) != VerdictKind::Eligible);
        for (const auto& fact : made["facts"].items()) {
            if (absenceIsOrdinary(made, fact.key()))
                continue;
            json less = made;
            less["facts"].erase(fact.key());
            if (kindOf(less) != VerdictKind::Eligible)
                continue;
            RC_LOG() << fact.key() << " from " << made.dump();
            // What has been said against a collective is looked at for its certificates where it has been said.
            const bool said = findingOf(evaluate(shipped(), readCase(made)), "collective-conduct") != nullptr;
            RC_ASSERT(onlyItsOwnNo(made, fact.key()) || (said && (fact.key() == "unity" || fact.key() == "law_compliance")));
        }
    });
}

TEST_CASE("A discipline case never helps anybody", "[rules][laws]")
{
    always("discipline does not help", [] {
        const json made = anyCase();
        RC_PRE(made["facts"].contains("discipline"));
        json more = made;
        more["facts"]["discipline"].push_back(anyObject(shipped().model().facts.find("discipline")->fields, made["on"].get<std::string>()));
        RC_LOG() << more.dump();
        RC_ASSERT(rankOf(kindOf(more)) <= rankOf(kindOf(made)));
    });
}

TEST_CASE("The order of a list's items never matters", "[rules][laws]")
{
    always("order does not matter", [] {
        const json made = anyCase();
        json turned = made;
        for (auto& fact : turned["facts"])
            if (fact.is_array())
                std::reverse(fact.begin(), fact.end());
        RC_LOG() << made.dump();
        RC_ASSERT(kindOf(turned) == kindOf(made));
    });
}

TEST_CASE("Every finding is cited and worded in both languages", "[rules][laws]")
{
    always("words are there", [] {
        const json made = anyCase();
        for (const auto& finding : evaluate(shipped(), readCase(made)).findings) {
            RC_LOG() << finding.id << " in " << made.dump();
            RC_ASSERT(!finding.citation.full.empty());
            RC_ASSERT(!finding.explanation.vi.empty());
            RC_ASSERT(!finding.explanation.en.empty());
            RC_ASSERT(finding.explanation.vi.find('{') == std::string::npos);
            RC_ASSERT(!finding.remedy.vi.empty());
            for (const auto& branch : finding.branches)
                RC_ASSERT(!branch.citation.full.empty());
        }
    });
}

TEST_CASE("What only an unconfirmed text refuses is never ineligible", "[rules][laws]")
{
    always("failing is certain", [] {
        const json made = anyCase();
        for (const auto& finding : evaluate(shipped(), readCase(made)).findings) {
            const bool byCouncil = std::any_of(finding.facts.begin(), finding.facts.end(), [](const auto& fact) {
                const FactSpec* spec = shipped().model().facts.find(fact);
                return spec != nullptr && spec->byCouncil;
            });
            RC_LOG() << finding.id << " in " << made.dump();
            RC_ASSERT(finding.outcome != Outcome::Fail || finding.certain || byCouncil);
        }
    });
}

TEST_CASE("No finding of any case passes while its words ask to check", "[rules][laws]")
{
    always("passing asks for nothing", [] {
        const json made = anyCase();
        for (const auto& finding : evaluate(shipped(), readCase(made)).findings) {
            bool asks = finding.conflict;
            for (const char* words : {"kiểm tra lại", "đối chiếu lại", "xem lại", "xác minh lại", "trái nhau"})
                asks = asks || finding.explanation.vi.find(words) != std::string::npos;
            RC_LOG() << finding.id << " in " << made.dump();
            RC_ASSERT(!asks || finding.outcome == Outcome::Unknown || (finding.outcome == Outcome::Fail && !finding.conflict));
        }
    });
}

TEST_CASE("Facts that deny each other never come out eligible", "[rules][laws]")
{
    always("conflicts are told", [] {
        const json made = anyCase();
        const Case theCase = readCase(made);
        const auto verdict = evaluate(shipped(), theCase);
        const Condition condition(shipped().model(), theCase);
        auto asked = factsLookedAt(shipped().model(), theCase.honour, theCase.on, theCase.subject.kind, theCase.ground);
        if (theCase.stage == Stage::Nomination)
            asked.erase("votes");
        for (const auto& conflict : shipped().model().conflicts) {
            const bool matters = std::any_of(conflict.facts.begin(), conflict.facts.end(), [&asked](const auto& fact) { return asked.contains(fact); });
            const bool there = !conflict.onlyFindings || std::any_of(verdict.findings.begin(), verdict.findings.end(), [&conflict](const Finding& finding) {
                return std::find(conflict.findings.begin(), conflict.findings.end(), finding.id) != conflict.findings.end();
            });
            if ((conflict.kind && *conflict.kind != theCase.subject.kind) || conflict.on(theCase.on) == nullptr || !matters || !there
                || condition.judge(conflict.when).truth != Truth::True)
                continue;
            RC_LOG() << conflict.id << " in " << made.dump();
            RC_ASSERT(verdict.verdict != VerdictKind::Eligible);
        }
    });
}

TEST_CASE("A fact that the honour's conditions do not look at changes nothing", "[rules][laws]")
{
    always("what is not asked does not answer", [] {
        const json made = anyCase();
        const Case theCase = readCase(made);
        auto asked = factsLookedAt(shipped().model(), theCase.honour, theCase.on, theCase.subject.kind, theCase.ground);
        // A fact that denies one that is asked for makes a conflict of it.
        for (const auto& conflict : shipped().model().conflicts)
            if (std::any_of(conflict.facts.begin(), conflict.facts.end(), [&asked](const auto& fact) { return asked.contains(fact); }))
                for (const auto& fact : conflict.facts)
                    asked.emplace(fact, Reach::ThisYear);
        json less = made;
        for (const auto& fact : made["facts"].items())
            if (!asked.contains(fact.key()))
                less["facts"].erase(fact.key());
        const bool stripped = less != made;
        RC_PRE(stripped);
        RC_LOG() << made.dump();
        RC_ASSERT(kindOf(less) == kindOf(made));
    });
}

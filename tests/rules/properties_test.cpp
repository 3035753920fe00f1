// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"
#include "support/catch.h"

#include "rules/condition.h"
#include "rules/model.h"
#include "rules/vote.h"

#include <algorithm>
#include <random>
#include <set>

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

/// Facts whose absence is ordinary and not a gap (facts.json, "absent": "none"): their removal may take an obstacle away.
bool absenceIsOrdinary(const std::string& fact)
{
    const FactSpec* spec = shipped().model().facts.find(fact);
    return spec != nullptr && spec->absentIsNone;
}

int rankOf(VerdictKind kind)
{
    return kind == VerdictKind::Ineligible ? 0 : kind == VerdictKind::Undetermined ? 1 : 2;
}

/// Earlier honours are asked for by the chains alone; one of this very year stands in the way only where it is on record.
bool onlyTheRecordObjects(const json& made)
{
    bool objects = false;
    for (const auto& finding : evaluate(shipped(), readCase(made)).findings) {
        const bool open = finding.outcome == Outcome::Fail || finding.outcome == Outcome::Unknown;
        const bool record = finding.id == "not-yet-awarded" || finding.id == "no-government-flag" || finding.id == "no-other-flag"
                            || finding.id == "one-certificate-a-year" || finding.id == "one-merit-certificate-a-year";
        if (open && !record)
            return false;
        objects = objects || open;
    }
    return objects;
}

/// Whether only this fact's own contradiction, or the council's vote or word where the law asks for none, stands in the way: without the fact
/// there is neither.
bool onlyItsOwnNo(const json& made, const std::string& fact)
{
    const Case theCase = readCase(made);
    for (const auto& finding : evaluate(shipped(), theCase).findings)
        if ((finding.conflict || finding.id == "council-no") && std::find(finding.facts.begin(), finding.facts.end(), fact) != finding.facts.end())
            return true;
    return fact == "votes" && !voteRuleOn(shipped(), theCase.honour, theCase.on).byLaw;
}

/// What the council has found, which is a no whatever the text.
bool foundByCouncil(const Finding& finding)
{
    return std::any_of(finding.facts.begin(), finding.facts.end(), [](const auto& fact) {
        const FactSpec* spec = shipped().model().facts.find(fact);
        return spec != nullptr && spec->byCouncil;
    });
}

VerdictKind kindOf(const json& made)
{
    return outcomesOf(shipped(), readCase(made)).verdict;
}

/// Random but repeatable cases over the values that matter.
json randomCase(std::mt19937& engine)
{
    const auto pick = [&engine](std::initializer_list<json> choices) {
        std::uniform_int_distribution<std::size_t> any(0, choices.size() - 1);
        return *(choices.begin() + static_cast<std::ptrdiff_t>(any(engine)));
    };
    json made = goodCase(pick({"lao-dong-tien-tien", "chien-si-thi-dua-co-so", "chien-si-thi-dua-tinh"}).get<std::string>());
    made["on"] = pick({"2018-05-25", "2020-05-25", "2021-05-25", "2022-05-25", "2023-05-25", "2024-05-25", "2026-05-25", "2026-08-25"});
    made["subject"]["employed_from"] = pick({"2015-09-01", "2021-08-01", "2022-02-01"});
    auto& facts = made["facts"];
    facts["registered"] = pick({true, false, json::array({"lao-dong-tien-tien"}), json::array({"chien-si-thi-dua-co-so"})});
    facts["evaluation"] = pick({"excellent", "good", "completed", "not_completed"});
    facts["discipline"] = pick({json::array(), json::array({{{"form", "reprimand"}}}), json::array({{{"form", "warning"}, {"decided_on", "2019-01-01"}}})});
    facts["under_investigation"] = pick({false, false, true});
    const auto titles = [](std::initializer_list<const char*> years) {
        json list = json::array();
        for (const char* year : years)
            list.push_back({{"honour", "chien-si-thi-dua-co-so"}, {"school_year", year}});
        return list;
    };
    facts["honours"] = pick({json::array(), titles({"2018-2019", "2019-2020", "2020-2021"}), titles({"2019-2020", "2020-2021", "2021-2022"}), titles({"2020-2021"})});
    facts["initiatives"] = pick({json::array(), facts["initiatives"], json::array({{{"recognised_at", "province"}, {"scope", "province"}, {"school_year", "2021-2022"}}}),
                                 json::array({{{"recognised_at", "province"}, {"scope", "province"}, {"school_year", "2021-2022"}, {"used_for", "chien-si-thi-dua-co-so"}}})});
    facts["absences"] = pick({json::array(), json::array({{{"days", 60}, {"reason", "maternity"}}})});
    facts["training"] = pick({json{{"months", 0}}, json{{"months", 12}, {"result", "good"}}, json{{"months", 12}, {"result", "pass"}}});
    facts["votes"] = pick({json{{"members", 9}, {"for", 8}}, json{{"members", 9}, {"for", 9}}, json{{"members", 9}, {"for", 5}}});
    facts["months_worked"] = pick({12, 8});
    for (const char* fact : {"registered", "evaluation", "discipline", "under_investigation", "votes", "initiatives", "honours"})
        if (std::uniform_int_distribution<int>(0, 9)(engine) == 0)
            facts.erase(fact);
    return made;
}

constexpr int kRounds = 400;

}

TEST_CASE("Outcomes without words are those of the worded verdict", "[rules][properties]")
{
    const auto compare = [](const json& made) {
        const auto worded = evaluate(shipped(), readCase(made));
        const auto outcomes = outcomesOf(shipped(), readCase(made));
        INFO(made.dump());
        CHECK(outcomes.verdict == worded.verdict);
        REQUIRE(outcomes.findings.size() == worded.findings.size());
        for (std::size_t i = 0; i < worded.findings.size(); ++i) {
            CHECK(outcomes.findings[i].first == worded.findings[i].id);
            CHECK(outcomes.findings[i].second == worded.findings[i].outcome);
        }
    };
    for (const auto& entry : caseTable())
        compare(entry.at("case"));
    std::mt19937 engine(7);
    for (int round = 0; round < kRounds; ++round)
        compare(randomCase(engine));
}

TEST_CASE("Taking a fact away never makes a case eligible", "[rules][properties]")
{
    // Why a case may come out eligible without the fact is asked only where it does.
    const auto mayHelp = [](const json& made, const std::string& fact) {
        return absenceIsOrdinary(fact) || (fact == "honours" && onlyTheRecordObjects(made)) || onlyItsOwnNo(made, fact)
               // A collective's investigation, and for its certificates its unity and compliance, are looked at only where they are on record.
               || (fact == "under_investigation" && made["subject"]["kind"] == "collective")
               || ((fact == "unity" || fact == "law_compliance") && findingOf(evaluate(shipped(), readCase(made)), "collective-conduct") != nullptr);
    };
    const auto look = [&](const json& made) {
        if (kindOf(made) == VerdictKind::Eligible)
            return;
        for (const auto& fact : made.at("facts").items()) {
            json less = made;
            less["facts"].erase(fact.key());
            INFO(made.dump() << " without " << fact.key());
            CHECK((kindOf(less) != VerdictKind::Eligible || mayHelp(made, fact.key())));
        }
    };
    for (const auto& entry : caseTable())
        look(entry.at("case"));
    std::mt19937 engine(20220525);
    for (int round = 0; round < kRounds; ++round)
        look(randomCase(engine));
}

TEST_CASE("The council's yes overrules nothing that the law refuses", "[rules][properties]")
{
    std::vector<std::string> byCouncil;
    for (const auto& spec : shipped().model().facts.facts())
        if (spec.byCouncil)
            byCouncil.push_back(spec.id);
    REQUIRE(byCouncil.size() >= 2);
    int refused = 0;
    for (const auto& entry : caseTable()) {
        json made = entry.at("case");
        const bool said = std::any_of(byCouncil.begin(), byCouncil.end(), [&made](const auto& fact) { return made["facts"].contains(fact); });
        if (said || kindOf(made) != VerdictKind::Ineligible)
            continue;
        for (const auto& fact : byCouncil)
            made["facts"][fact] = true;
        INFO(made.dump());
        CHECK(kindOf(made) == VerdictKind::Ineligible);
        ++refused;
    }
    CHECK(refused > 300);
}

TEST_CASE("A further discipline never helps", "[rules][properties]")
{
    std::mt19937 engine(1);
    for (int round = 0; round < kRounds; ++round) {
        const json made = randomCase(engine);
        if (!made["facts"].contains("discipline"))
            continue;
        json more = made;
        more["facts"]["discipline"].push_back({{"form", "reprimand"}, {"decided_on", round % 2 == 0 ? "2021-11-11" : "2017-01-01"}});
        INFO(more.dump());
        CHECK(rankOf(kindOf(more)) <= rankOf(kindOf(made)));
    }
}

TEST_CASE("A further vote in favour and a better evaluation never hurt", "[rules][properties]")
{
    std::mt19937 engine(2);
    for (int round = 0; round < kRounds; ++round) {
        const json made = randomCase(engine);
        json better = made;
        if (made["facts"].contains("votes") && made["facts"]["votes"]["for"] < made["facts"]["votes"]["members"])
            better["facts"]["votes"]["for"] = made["facts"]["votes"]["for"].get<int>() + 1;
        if (made["facts"].contains("evaluation"))
            better["facts"]["evaluation"] = "excellent";
        CHECK(rankOf(kindOf(better)) >= rankOf(kindOf(made)));
    }
}

TEST_CASE("The order of facts and of items does not matter, and the answer is the same twice", "[rules][properties]")
{
    std::mt19937 engine(3);
    for (int round = 0; round < kRounds; ++round) {
        const json made = randomCase(engine);
        std::vector<std::string> keys;
        for (const auto& fact : made["facts"].items())
            keys.push_back(fact.key());
        std::shuffle(keys.begin(), keys.end(), engine);
        Case shuffled = readCase(made);
        shuffled.facts = FactSet();
        for (const auto& key : keys) {
            json value = made["facts"][key];
            if (value.is_array())
                std::reverse(value.begin(), value.end());
            shuffled.facts.set(key, value);
        }
        CHECK(toJson(evaluate(shipped(), shuffled))["verdict"] == toJson(evaluate(shipped(), readCase(made)))["verdict"]);
        CHECK(evaluate(shipped(), readCase(made)) == evaluate(shipped(), readCase(made)));
    }
}

TEST_CASE("No finding passes while its words ask to check", "[rules][properties]")
{
    const auto asks = [](const Finding& finding) {
        for (const char* words : {"kiểm tra lại", "đối chiếu lại", "xem lại", "xác minh lại", "trái nhau"})
            if (finding.explanation.vi.find(words) != std::string::npos)
                return true;
        return finding.conflict;
    };
    const auto look = [&](const json& made) {
        for (const auto& finding : evaluate(shipped(), readCase(made)).findings) {
            INFO(made.dump() << "\n" << finding.id << ": " << finding.explanation.vi);
            const bool passes = finding.outcome == Outcome::Pass || finding.outcome == Outcome::NotApplicable;
            CHECK_FALSE((passes && asks(finding)));
        }
    };
    for (const auto& entry : caseTable())
        look(entry.at("case"));
    std::mt19937 engine(11);
    for (int round = 0; round < kRounds; ++round)
        look(randomCase(engine));
}

TEST_CASE("What fails stands on a confirmed text", "[rules][properties]")
{
    const auto look = [](const json& made) {
        for (const auto& finding : evaluate(shipped(), readCase(made)).findings) {
            INFO(made.dump() << "\n" << finding.id << ": " << finding.explanation.vi);
            CHECK((finding.outcome != Outcome::Fail || finding.certain || foundByCouncil(finding)));
        }
    };
    for (const auto& entry : caseTable())
        look(entry.at("case"));
    std::mt19937 engine(12);
    for (int round = 0; round < kRounds; ++round)
        look(randomCase(engine));
}

TEST_CASE("With every text unconfirmed nobody is refused but by the council's own vote", "[rules][properties]")
{
    json pack = shippedPack();
    for (auto& rule : pack["rules"]) {
        for (auto& version : rule["versions"])
            version["certain"] = false;
        if (rule.contains("exceptions"))
            for (auto& exception : rule["exceptions"])
                exception["certain"] = false;
    }
    for (auto& param : pack["params"])
        for (auto& value : param["values"])
            value["certain"] = false;
    const auto unsure = load(pack);
    REQUIRE(unsure);
    for (const auto& entry : caseTable())
        for (const auto& finding : evaluate(*unsure, readCase(entry.at("case"))).findings) {
            INFO(entry.at("case").dump() << "\n" << finding.id << ": " << finding.explanation.vi);
            const bool gate = finding.id.starts_with("honour-") || finding.id == "vote" || foundByCouncil(finding);
            CHECK((finding.outcome != Outcome::Fail || gate));
        }
}

TEST_CASE("One unconfirmed leaf alone refuses nobody", "[rules][properties]")
{
    const json sure = {{"test", {{"fact", "unity"}, {"op", "="}, {"value", true}}}};
    json unsure = {{"test", {{"fact", "law_compliance"}, {"op", "="}, {"value", true}}}, {"certain", false}};
    const json neither = {{"unity", false}, {"law_compliance", false}};
    CHECK(outcomeOf(unsure, neither) == Outcome::Unknown);
    CHECK(outcomeOf(unsure, {{"law_compliance", true}}) == Outcome::Pass);
    CHECK(outcomeOf({{"any", {sure, unsure}}}, neither) == Outcome::Unknown);
    CHECK(outcomeOf({{"all", {sure, unsure}}}, neither) == Outcome::Fail);
    CHECK(outcomeOf({{"all", {sure, unsure}}}, {{"unity", true}, {"law_compliance", false}}) == Outcome::Unknown);
    CHECK(outcomeOf({{"not", unsure}}, {{"law_compliance", true}}) == Outcome::Unknown);
    const json filter = {{"count", {{"of", "honours"}, {"op", ">="}, {"value", 1},
                                    {"where", json::array({{{"field", "school_year"}, {"op", "this_school_year"}, {"certain", false}}})}}}};
    const auto won = [](const char* year) { return json{{"honours", json::array({{{"honour", "lao-dong-tien-tien"}, {"school_year", year}}})}}; };
    CHECK(outcomeOf(filter, won("2021-2022")) == Outcome::Pass);
    CHECK(outcomeOf(filter, won("2019-2020")) == Outcome::Unknown);
    CHECK(outcomeOf(filter, {{"honours", json::array()}}) == Outcome::Fail);
}

TEST_CASE("Every pair of facts that deny each other leaves the verdict undetermined", "[rules][properties]")
{
    std::set<std::string> seen;
    for (const auto& entry : caseTable()) {
        const Case made = readCase(entry.at("case"));
        const auto verdict = evaluate(shipped(), made);
        for (const auto& conflict : shipped().model().conflicts) {
            const Condition condition(shipped().model(), made);
            const bool ofKind = !conflict.kind || *conflict.kind == made.subject.kind;
            if (!ofKind || conflict.on(made.on) == nullptr || condition.judge(conflict.when).truth != Truth::True)
                continue;
            INFO(entry.at("name").get<std::string>() << ": " << conflict.id);
            for (const auto& finding : verdict.findings)
                if (finding.conflict && finding.explanation.vi.starts_with("Hai dữ liệu")) {
                    CHECK(verdict.verdict != VerdictKind::Eligible);
                    if (verdict.verdict == VerdictKind::Undetermined)
                        seen.insert(conflict.id);
                    for (const auto& fact : conflict.facts)
                        CHECK((finding.id != conflict.id || std::find(finding.facts.begin(), finding.facts.end(), fact) != finding.facts.end()));
                }
        }
    }
    for (const auto& conflict : shipped().model().conflicts) {
        INFO(conflict.id);
        CHECK(seen.contains(conflict.id));
    }
}

TEST_CASE("Every finding of every case is cited", "[rules][properties]")
{
    std::mt19937 engine(4);
    for (int round = 0; round < kRounds; ++round)
        for (const auto& finding : evaluate(shipped(), readCase(randomCase(engine))).findings) {
            CHECK_FALSE(finding.citation.full.empty());
            CHECK_FALSE(finding.citation.brief.empty());
            CHECK_FALSE(finding.explanation.vi.empty());
            CHECK_FALSE(finding.remedy.vi.empty());
        }
}

TEST_CASE("Nonsense in the facts is unknown, never a crash", "[rules][properties]")
{
    for (const char* fact : {"registered", "evaluation", "discipline", "under_investigation", "votes", "initiatives", "training", "absences"})
        for (const json& value : {json("x"), json(3), json(true), json::array({1, "y"}), json{{"a", 1}}, json(nullptr)}) {
            Case made = readCase(goodCase("chien-si-thi-dua-co-so"));
            made.facts.set(fact, value);
            INFO(fact << " = " << value.dump());
            CHECK_NOTHROW(evaluate(shipped(), made));
        }
}

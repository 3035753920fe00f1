// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"
#include "support/catch.h"

#include "rules/model.h"

#include <random>

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
        if (open && finding.id != "not-yet-awarded")
            return false;
        objects = objects || open;
    }
    return objects;
}

VerdictKind kindOf(const json& made)
{
    return evaluate(shipped(), readCase(made)).verdict;
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
    for (const auto& entry : caseTable()) {
        const json made = entry.at("case");
        const auto before = kindOf(made);
        for (const auto& fact : made.at("facts").items()) {
            if (absenceIsOrdinary(fact.key()))
                continue;
            // A collective's investigation is looked at only where it is on record.
            if (fact.key() == "under_investigation" && made["subject"]["kind"] == "collective")
                continue;
            if (fact.key() == "honours" && onlyTheRecordObjects(made))
                continue;
            json less = made;
            less["facts"].erase(fact.key());
            INFO(made.dump() << " without " << fact.key());
            CHECK((before == VerdictKind::Eligible || kindOf(less) != VerdictKind::Eligible));
        }
    }
    std::mt19937 engine(20220525);
    for (int round = 0; round < kRounds; ++round) {
        const json made = randomCase(engine);
        const auto before = kindOf(made);
        for (const auto& fact : made.at("facts").items()) {
            if (fact.key() == "honours" && onlyTheRecordObjects(made))
                continue;
            json less = made;
            less["facts"].erase(fact.key());
            if (before != VerdictKind::Eligible && !absenceIsOrdinary(fact.key()))
                CHECK(kindOf(less) != VerdictKind::Eligible);
        }
    }
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

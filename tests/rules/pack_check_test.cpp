// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"
#include "support/catch.h"

#include "rules/pack_check.h"
#include "text/messages.h"

#include <functional>

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

struct Damage {
    const char* key;
    const char* place;
    std::function<void(json&)> make;
};

}

TEST_CASE("The shipped rules are sound", "[rules][pack]")
{
    const auto problems = checkPack(shippedPack());
    for (const auto& problem : problems)
        UNSCOPED_INFO(problem.key << " " << problem.args.front() << " " << (problem.args.size() > 1 ? problem.args[1] : ""));
    CHECK(problems.empty());
}

TEST_CASE("A damaged pack is refused and the place is named", "[rules][pack]")
{
    const auto damage = GENERATE(values<Damage>({
        {"rules.id-twice", "rules[", [](json& p) { p["rules"].push_back(p["rules"][0]); }},
        {"rules.id-missing", "rules[0]", [](json& p) { p["rules"][0].erase("id"); }},
        {"rules.uncited", "rules[unity].versions[0]", [](json& p) { byId(p["rules"], "unity")["versions"][0]["cite"] = json::array(); }},
        {"rules.unknown-source", "rules[unity].versions[0]", [](json& p) { byId(p["rules"], "unity")["versions"][0]["cite"][0]["src"] = "N1-1900"; }},
        {"rules.source-not-in-force", "rules[unity].versions[0]", [](json& p) { byId(p["rules"], "unity")["versions"][0]["cite"][0]["src"] = "T21-2020"; }},
        {"rules.dates-overlap", "rules[recruited].versions", [](json& p) { byId(p["rules"], "recruited")["versions"][0]["to"] = "2021-01-01"; }},
        {"rules.ends-before-start", "rules[unity].versions[0]", [](json& p) { byId(p["rules"], "unity")["versions"][0]["to"] = "2016-01-01"; }},
        {"rules.bad-date", "rules[unity].versions[0].from", [](json& p) { byId(p["rules"], "unity")["versions"][0]["from"] = "2017-02-30"; }},
        {"rules.no-versions", "rules[unity]", [](json& p) { byId(p["rules"], "unity")["versions"] = json::array(); }},
        {"rules.rule-incomplete", "rules[unity]", [](json& p) { byId(p["rules"], "unity").erase("test"); }},
        {"rules.wordless", "rules[unity]", [](json& p) { byId(p["rules"], "unity")["remedy"].erase("unknown"); }},
        {"rules.unknown-fact", "rules[unity].test", [](json& p) { byId(p["rules"], "unity")["test"]["test"]["fact"] = "mood"; }},
        {"rules.unknown-op", "rules[unity].test", [](json& p) { byId(p["rules"], "unity")["test"]["test"]["op"] = "~"; }},
        {"rules.unknown-param", "rules[evaluation].test", [](json& p) { byId(p["rules"], "evaluation")["test"]["test"]["param"] = "none"; }},
        {"rules.bad-node", "rules[unity].test", [](json& p) { byId(p["rules"], "unity")["test"] = {{"eval", "1+1"}}; }},
        {"rules.bad-node", "rules[unity].test", [](json& p) { byId(p["rules"], "unity")["test"] = {{"all", json::array()}}; }},
        {"rules.unknown-rule", "requirements[", [](json& p) { p["requirements"][0]["all"].push_back("none"); }},
        {"rules.unknown-honour", "requirements[none]", [](json& p) { p["requirements"][0]["honour"] = "none"; }},
        {"rules.unknown-honour", "votes", [](json& p) { p["votes"][0]["honours"].push_back("none"); }},
        {"rules.unknown-param", "quotas[managers]", [](json& p) { byId(p["quotas"], "managers")["param"] = "none"; }},
        {"rules.cycle", "lao-dong-tien-tien-standard", [](json& p) { byId(p["groups"], "lao-dong-tien-tien-standard")["all"].push_back("lao-dong-tien-tien-standard"); }},
        {"rules.cycle", "unity", [](json& p) { byId(p["rules"], "unity")["test"] = {{"ref", "unity"}}; }},
        {"rules.unknown-key", "rules[unity].test", [](json& p) { byId(p["rules"], "unity")["test"]["script"] = "1+1"; }},
        {"rules.unknown-key", "rules[unity].test.test", [](json& p) { byId(p["rules"], "unity")["test"]["test"]["regex"] = ".*"; }},
        {"rules.uncited", "rules[initiative].test.any[0]", [](json& p) { byId(p["rules"], "initiative")["test"]["any"][0].erase("cite"); }},
        {"rules.unknown-placeholder", ".rules[unity]", [](json& p) { byId(p["rules"], "unity")["explanation"]["pass"]["vi"] = "{mood}"; }},
        {"rules.bad-value", "params[quota_co_so].values[0]", [](json& p) { byId(p["params"], "quota_co_so")["values"][0]["value"] = "fifteen"; }},
        {"rules.bad-value", "params[min_grade_staff].values[0]", [](json& p) { byId(p["params"], "min_grade_staff")["values"][0]["value"] = "superb"; }},
        {"rules.bad-layering", "params[quota_co_so]", [](json& p) { byId(p["params"], "quota_co_so")["layering"] = "any"; }},
        {"rules.one-language", ".rules", [](json& p) { byId(p["rules"], "unity")["label"].erase("en"); }},
        {"rules.not-nfc", ".rules", [](json& p) { byId(p["rules"], "unity")["label"]["vi"] = "Noi bo\xcc\xa3"; }},
        {"rules.unknown-honour", "quotas[of-lao-dong-tien-tien].of", [](json& p) { byId(p["quotas"], "of-lao-dong-tien-tien")["of"] = "none"; }},
        {"rules.unknown-honour", "quotas[managers].of", [](json& p) { byId(p["quotas"], "managers")["of"] = "lao-dong-tien-tien"; }},
        {"rules.bad-value", "preferences[", [](json& p) { byId(p["preferences"], "women-collective")["values"][0]["share"] = "most"; }},
        {"rules.uncited", "paper_bases[0].values[0]", [](json& p) { p["paper_bases"][0]["values"][0]["cite"] = json::array(); }},
        {"rules.missing-key", "paper_bases[initiative-charter]", [](json& p) { p["paper_bases"][0].erase("paper"); }},
        {"rules.id-twice", "paper_bases[9]", [](json& p) { p["paper_bases"].push_back(p["paper_bases"][0]); }},
        {"rules.bad-value", "params[council_quorum].values[0]", [](json& p) { byId(p["params"], "council_quorum")["values"][0]["value"] = "two thirds"; }},
        {"rules.uncited", "params[council_odd_number].values[0]", [](json& p) { byId(p["params"], "council_odd_number")["values"][0]["cite"] = json::array(); }},
        {"rules.unknown-honour", "facts[", [](json& p) { byId(p["facts"], "members_chien_si_thi_dua")["count"]["honour"] = "none"; }},
        {"rules.bad-value", "facts[", [](json& p) { byId(p["facts"], "unity")["count"] = {{"honour", "lao-dong-tien-tien"}}; }},
        {"rules.missing-key", "facts[members_chien_si_thi_dua].count", [](json& p) { byId(p["facts"], "members_chien_si_thi_dua")["count"].erase("honour"); }},
        {"rules.unknown-key", "facts[members_chien_si_thi_dua].count", [](json& p) { byId(p["facts"], "members_chien_si_thi_dua")["count"]["grade"] = "good"; }},
        {"rules.bad-value", "facts[", [](json& p) { byId(p["facts"], "sector_years")["stated"]["holds"] = "for ever"; }},
        {"rules.bad-value", "facts[", [](json& p) { byId(p["facts"], "leads_bloc")["stated"]["holds"] = "grows"; }},
        {"rules.bad-value", "facts[", [](json& p) { byId(p["facts"], "evaluations")["stated"]["holds"] = "year"; }},
        {"rules.bad-value", "facts[", [](json& p) { byId(p["facts"], "leads_bloc")["stated"]["of"] = {"guests"}; }},
        {"rules.bad-value", "facts[", [](json& p) { byId(p["facts"], "members")["stated"]["types"] = {"club"}; }},
        {"rules.bad-value", "facts[", [](json& p) { byId(p["facts"], "teaching_years")["stated"]["positions"] = {"cook"}; }},
        {"rules.unknown-key", "facts[leads_bloc].stated", [](json& p) { byId(p["facts"], "leads_bloc")["stated"]["until"] = "2030"; }},
        {"rules.dates-overlap", "regimes", [](json& p) { p["regimes"][0]["to"] = "2024-06-30"; }},
    }));
    json pack = shippedPack();
    damage.make(pack);
    const auto problems = checkPack(pack);
    bool named = false;
    for (const auto& problem : problems) {
        UNSCOPED_INFO(problem.key << " " << problem.args.front());
        CHECK(text::hasMessage(problem.key));
        named = named || (problem.key == damage.key && problem.args.front().starts_with(damage.place));
    }
    INFO("wanted " << damage.key << " at " << damage.place);
    CHECK(named);
}

TEST_CASE("A pack with a problem is not read, and the error is the first of them", "[rules][pack]")
{
    json pack = shippedPack();
    byId(pack["rules"], "unity")["test"] = {{"eval", "1+1"}};
    const auto problems = checkPack(pack);
    REQUIRE_FALSE(problems.empty());
    const auto catalogue = load(pack);
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().code == ErrorCode::InputFormat);
    CHECK(catalogue.error().key == problems.front().key);
    CHECK(catalogue.error().args == problems.front().args);
}

TEST_CASE("What is no pack is refused without a crash", "[rules][pack]")
{
    for (const char* bytes : {"", "[]", "{}", "{\"rules\": 3}", "{\"rules\": [3]}", "{\"params\": [{\"id\": 4}]}", "\"x\""}) {
        INFO(bytes);
        const EmbeddedFile file{"x.json", bytes};
        const auto catalogue = Catalogue::load(std::span(&file, 1));
        CHECK_FALSE(catalogue);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept with a verdict: the case and the rules, each read back as they were.
#include "rules_support.h"
#include "support/catch.h"

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

TEST_CASE("A case is written as it is read", "[rules]")
{
    for (const auto& entry : caseTable()) {
        INFO(entry.at("name").get<std::string>());
        const Case made = readCase(entry.at("case"));
        const auto again = caseFromJson(json::parse(toJson(made).dump()));
        REQUIRE(again);
        CHECK(*again == made);
    }
}

TEST_CASE("Kept rules come back with their layers and confirmations, under the same hash", "[rules]")
{
    const auto layered = shipped().withLayer(json::parse(R"({"layer": "school", "params": [{"id": "quota_co_so", "values": [
        {"from": "2022-09-01", "to": "2023-12-31", "value": "12/100", "cite": "Điều 5 Quy chế", "reason": "Hội nghị thống nhất"}]}]})"));
    REQUIRE(layered);
    const Catalogue confirmed = layered->withConfirmed({"vn-2026-10"});
    const auto again = Catalogue::fromContent(confirmed.content());
    REQUIRE(again);
    CHECK(again->hash() == confirmed.hash());
    CHECK(again->content() == confirmed.content());
    CHECK_FALSE(again->regimeOn(Date(2026, 11, 1))->provisional);
    CHECK(shipped().regimeOn(Date(2026, 11, 1))->provisional);
}

TEST_CASE("Rules kept before a check was made stricter still answer", "[rules]")
{
    json old = json::parse(shipped().content()).at("pack");
    for (auto& param : old["params"])
        param.erase("name");
    for (auto& rule : old["rules"])
        rule.erase("remedy");
    CHECK_FALSE(Catalogue::fromPack(old));
    const auto kept = Catalogue::fromContent(old.dump());
    REQUIRE(kept);
    for (const auto& entry : caseTable()) {
        const Case made = readCase(entry.at("case"));
        CHECK(evaluate(*kept, made).verdict == evaluate(shipped(), made).verdict);
    }
    CHECK(Catalogue::fromContent("[]").error().key == "rules.pack-broken");
    CHECK(Catalogue::fromContent(R"({"pack": {"rules": 3}})").error().key == "rules.pack-broken");
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept with a verdict: the case and the rules, each read back as they were.
#include "rules_support.h"
#include "support/catch.h"

#include "rules/built_in_rules.h"

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
        CHECK(outcomesOf(*kept, made).verdict == outcomesOf(shipped(), made).verdict);
    }
    CHECK(Catalogue::fromContent("[]").error().key == "rules.pack-broken");
    CHECK(Catalogue::fromContent(R"({"pack": {"rules": 3}})").error().key == "rules.pack-broken");
}

TEST_CASE("The rules in the program are the same in both of their forms", "[rules]")
{
    CHECK(readPacked(builtInRules().packed).dump() == builtInRules().pack);
}

TEST_CASE("Packed JSON is read back value for value, and nothing that is cut short", "[rules]")
{
    json wide = json::object();
    for (int i = 0; i < 70'000; ++i)
        wide["many"].push_back(i % 3);
    for (int i = 0; i < 40; ++i)
        wide["k" + std::to_string(i)] = i;
    const json small = {{"null", nullptr}, {"yes", true}, {"no", false}, {"text", "Đạt “Lao động tiên tiến”"}, {"share", 0.15}, {"half", 0.5},
                        {"numbers", {0, 1, 127, 128, 255, 256, 65535, 65536, 4294967295, 4294967296, -1, -32, -33, -128, -129, -32768, -32769, -2147483649}},
                        {"long", std::string(300, 'x')}, {"longer", std::string(70'000, 'y')}, {"empty", json::array()}, {"none", json::object()}};
    for (const auto& value : {wide, small}) {
        const auto bytes = json::to_msgpack(value);
        const auto read = readPacked({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        CHECK(read == value);
        CHECK(read.dump() == value.dump());
    }
    const auto bytes = json::to_msgpack(json{{"a", {1, "hai", 300, 0.15}}});
    const std::string_view whole(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_THROWS_AS(readPacked(whole.substr(0, length)), std::runtime_error);
    CHECK_THROWS_AS(readPacked(std::string(whole) + '\xC0'), std::runtime_error);
    CHECK_THROWS_AS(readPacked("\xC1"), std::runtime_error);
}

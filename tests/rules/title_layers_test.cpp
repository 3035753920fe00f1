// SPDX-License-Identifier: GPL-3.0-or-later
// What a province's or a school's regulation may set for the emulation titles, and from when.
#include "rules_support.h"
#include "support/catch.h"

#include "rules/quota.h"

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

json setting(const char* param, json value, const char* from, const char* layer = "school")
{
    const json entry = {{"from", from}, {"value", std::move(value)}, {"cite", "Điều 7 Quy chế thi đua của trường"}};
    return {{"layer", layer}, {"params", json::array({{{"id", param}, {"values", json::array({entry})}}})}};
}

/// A teacher in order on a day from 2024 on.
json teacher(const char* honour = "lao-dong-tien-tien")
{
    json made = goodCase(honour);
    made["on"] = "2024-05-25";
    made["school_year"] = "2023-2024";
    made["facts"]["initiatives"][0]["school_year"] = "2023-2024";
    return made;
}

Outcome outcomeWith(const json& layer, const json& made, const char* rule)
{
    const auto local = shipped().withLayer(layer);
    REQUIRE(local);
    const Verdict verdict = evaluate(*local, readCase(made));
    const Finding* finding = findingOf(verdict, rule);
    REQUIRE(finding != nullptr);
    return finding->outcome;
}

}

TEST_CASE("From 2024 a regulation may bar the disciplined; before, the decree alone did", "[rules][layers]")
{
    json made = teacher();
    made["facts"]["discipline"] = json::array({{{"form", "reprimand"}, {"decided_on", "2024-01-10"}}});
    CHECK(findingOf(evaluate(shipped(), readCase(made)), "no-discipline") == nullptr);
    CHECK(outcomeWith(setting("discipline_bar", "reprimand", "2024-01-01"), made, "no-discipline") == Outcome::Fail);
    CHECK(outcomeWith(setting("discipline_bar", "warning", "2024-01-01"), made, "no-discipline") == Outcome::Pass);
    made["facts"].erase("discipline");
    CHECK(outcomeWith(setting("discipline_bar", "warning", "2024-01-01"), made, "no-discipline") == Outcome::Unknown);
    const auto before = shipped().withLayer(setting("discipline_bar", "warning", "2022-01-01"));
    REQUIRE_FALSE(before);
    CHECK(before.error().key == "rules.layer-fixed");
}

TEST_CASE("From 2024 new recruits, registration and days of leave are the regulation's to set", "[rules][layers]")
{
    json made = teacher();
    made["subject"]["employed_from"] = "2023-10-01";
    CHECK(outcomeWith(setting("min_months_recruited", 10, "2024-01-01"), made, "recruited") == Outcome::Fail);
    CHECK(outcomeWith(setting("min_months_recruited", 3, "2024-01-01"), made, "recruited") == Outcome::Pass);
    CHECK_FALSE(shipped().withLayer(setting("min_months_recruited", 3, "2022-01-01")));
    made["facts"]["registered"] = false;
    CHECK(outcomeWith(setting("require_registration", true, "2024-01-01"), made, "registered") == Outcome::Fail);
    made["facts"]["absences"] = json::array({{{"days", 45}, {"reason", "sick"}}, {{"days", 90}, {"reason", "maternity"}}});
    CHECK(outcomeWith(setting("absence_limit_days", 40, "2024-01-01"), made, "absence-limit") == Outcome::Fail);
    CHECK(outcomeWith(setting("absence_limit_days", 50, "2024-01-01"), made, "absence-limit") == Outcome::Pass);
}

TEST_CASE("The school does not loosen what the province set", "[rules][layers]")
{
    const auto province = shipped().withLayer(setting("min_months_recruited", 10, "2024-01-01", "province"));
    REQUIRE(province);
    CHECK_FALSE(province->withLayer(setting("min_months_recruited", 6, "2024-01-01")));
    CHECK(province->withLayer(setting("min_months_recruited", 12, "2024-01-01")));
}

TEST_CASE("A share of fighters and of excellent collectives holds where a regulation sets one", "[rules][layers][quota]")
{
    const auto fighters = shipped().withLayer(setting("quota_co_so", "20/100", "2024-01-01"));
    REQUIRE(fighters);
    const auto answer = quota(*fighters, {Date(2024, 5, 25), "chien-si-thi-dua-co-so", 24, 5, std::nullopt});
    REQUIRE(answer.limits.size() == 1);
    CHECK(answer.limits.front().allowed == 4);
    CHECK_FALSE(answer.within);
    CHECK_FALSE(shipped().withLayer(setting("quota_co_so", "20/100", "2022-01-01")));
    const auto collectives = shipped().withLayer(setting("quota_ttldxs", "1/5", "2024-01-01"));
    REQUIRE(collectives);
    CHECK(quota(*collectives, {Date(2024, 5, 25), "tap-the-lao-dong-xuat-sac", 10, 2, std::nullopt}).within);
    CHECK(quota(shipped(), {Date(2024, 5, 25), "tap-the-lao-dong-xuat-sac", 10, 9, std::nullopt}).limits.empty());
}

TEST_CASE("Who recognises initiatives and whether teams are considered is open from 2024", "[rules][layers]")
{
    CHECK(outcomeWith(setting("initiative_level", "commune", "2024-01-01"), teacher("chien-si-thi-dua-co-so"), "initiative") == Outcome::Fail);
    json made = teacher("chien-si-thi-dua-co-so");
    made["facts"]["initiatives"][0]["recognised_at"] = "commune";
    CHECK(outcomeWith(setting("initiative_level", "commune", "2024-01-01"), made, "initiative") == Outcome::Pass);
    json team = teacher("tap-the-lao-dong-tien-tien");
    team["subject"] = {{"kind", "collective"}, {"type", "team"}};
    CHECK(findingOf(evaluate(shipped(), readCase(team)), "small-collective") == nullptr);
    CHECK(outcomeWith(setting("small_collectives_barred", true, "2024-01-01"), team, "small-collective") == Outcome::Fail);
    team["subject"]["type"] = "school";
    CHECK(outcomeWith(setting("small_collectives_barred", true, "2024-01-01"), team, "small-collective") == Outcome::Pass);
    team["subject"].erase("type");
    CHECK(outcomeWith(setting("small_collectives_barred", true, "2024-01-01"), team, "small-collective") == Outcome::Unknown);
}

TEST_CASE("Facts that deny each other are named with both texts", "[rules]")
{
    json made = teacher();
    made["facts"]["discipline"] = json::array({{{"form", "reprimand"}, {"decided_on", "2024-01-10"}}});
    const Verdict verdict = evaluate(shipped(), readCase(made));
    const Finding* finding = findingOf(verdict, "discipline-and-grade");
    REQUIRE(finding != nullptr);
    CHECK(finding->conflict);
    for (const char* words : {"trái nhau", "không hoàn thành nhiệm vụ", "hoàn thành tốt nhiệm vụ", "Điều 15", "khoản 7 Điều 84"})
        CHECK(finding->explanation.vi.find(words) != std::string::npos);
    CHECK(finding->citation.full.find("khoản 7 Điều 84") != std::string::npos);
    CHECK(finding->citation.full.find("Điều 15 Nghị định 90/2020") != std::string::npos);
}

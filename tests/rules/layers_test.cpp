// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions that a lower layer adds, provisional rule sets that a school confirms, and rules kept as text.
#include "rules_support.h"
#include "support/catch.h"

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

json afterDiscipline(json honours, const char* from, const char* to = nullptr)
{
    json condition = {{"kind", "after_discipline"}, {"id", "24-months"}, {"honours", std::move(honours)}, {"from", from},
                      {"cite", "Điều 7 Quy chế thi đua của trường"}, {"form", "warning"}, {"months", 24}};
    if (to != nullptr)
        condition["to"] = to;
    return {{"layer", "school"}, {"conditions", json::array({condition})}};
}

}

TEST_CASE("A school adds an exclusion for so many months after discipline", "[rules][layers]")
{
    const auto local = shipped().withLayer(afterDiscipline({"lao-dong-tien-tien"}, "2021-09-01", "2022-08-31"));
    REQUIRE(local);
    json made = goodCase();
    made["facts"]["discipline"] = json::array({{{"form", "warning"}, {"decided_on", "2020-06-01"}}});
    CHECK(evaluate(shipped(), readCase(made)).verdict == VerdictKind::Eligible);
    const auto verdict = evaluate(*local, readCase(made));
    CHECK(verdict.verdict == VerdictKind::Ineligible);
    const auto* finding = findingOf(verdict, "local:24-months");
    REQUIRE(finding != nullptr);
    CHECK(finding->citation.full.find("Quy chế thi đua của trường") != std::string::npos);
    CHECK(finding->explanation.vi.find("cảnh cáo (01/06/2020)") != std::string::npos);
    made["facts"]["discipline"][0]["decided_on"] = "2020-05-25";
    CHECK(evaluate(*local, readCase(made)).verdict == VerdictKind::Eligible);
    made["facts"]["discipline"][0] = {{"form", "reprimand"}, {"decided_on", "2020-06-01"}};
    CHECK(evaluate(*local, readCase(made)).verdict == VerdictKind::Eligible);
    // Switched off by its last day.
    made["on"] = "2022-09-01";
    CHECK(findingOf(evaluate(*local, readCase(made)), "local:24-months") == nullptr);
}

TEST_CASE("What the law has closed takes no further condition", "[rules][layers]")
{
    const auto refused = shipped().withLayer(afterDiscipline({"chien-si-thi-dua-co-so"}, "2021-09-01"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "rules.layer-condition-closed");
    CHECK(refused.error().args.back().find("Điều") != std::string::npos);
    const auto beyond = shipped().withLayer(afterDiscipline({"lao-dong-tien-tien"}, "2017-01-01"));
    CHECK_FALSE(beyond);
}

TEST_CASE("A condition of the layer that makes no sense is refused with its place", "[rules][layers]")
{
    struct Row {
        const char* change;
        json value;
        const char* key;
    };
    const auto row = GENERATE(values<Row>({{"kind", "after_lunch", "rules.layer-unknown-kind"},
                                           {"months", -3, "rules.layer-bad-value"},
                                           {"form", "scolding", "rules.layer-bad-value"},
                                           {"honours", json::array(), "case.not-list"},
                                           {"from", "31/02/2022", "case.bad-date"},
                                           {"colour", "red", "case.unknown-key"}}));
    INFO(row.change);
    auto layer = afterDiscipline({"lao-dong-tien-tien"}, "2021-09-01", "2023-08-31");
    layer["conditions"][0][row.change] = row.value;
    const auto local = shipped().withLayer(layer);
    REQUIRE_FALSE(local);
    CHECK(local.error().key == row.key);
}

TEST_CASE("A province's value gives way to the school's", "[rules][layers]")
{
    const auto layer = [](const char* name, int months) {
        return json{{"layer", name}, {"params", json::array({{{"id", "min_months_recruited"}, {"values", json::array({{{"from", "2021-09-01"}, {"to", "2023-12-31"},
                                                              {"value", months}, {"cite", "Điều 5"}}})}}})}};
    };
    const auto province = shipped().withLayer(layer("province", 11));
    REQUIRE(province);
    const auto both = province->withLayer(layer("school", 12));
    REQUIRE(both);
    CHECK_FALSE(province->withLayer(layer("school", 10)));
    CHECK(both->hash() != province->hash());
}

TEST_CASE("A provisional rule set is unknown until the school confirms it", "[rules][layers]")
{
    json made = goodCase();
    made["on"] = "2027-05-25";
    made["school_year"] = "2026-2027";
    made["facts"]["initiatives"] = json::array();
    const auto before = evaluate(shipped(), readCase(made));
    CHECK(findingOf(before, "rules-confirmed") != nullptr);
    CHECK(before.ruleSet.provisional);
    const auto confirmed = shipped().withConfirmed({"vn-2026-10"});
    const auto after = evaluate(confirmed, readCase(made));
    CHECK(findingOf(after, "rules-confirmed") == nullptr);
    CHECK_FALSE(after.ruleSet.provisional);
    CHECK(confirmed.hash() != shipped().hash());
}

TEST_CASE("Rules kept as text give the same verdicts with the same hash", "[rules][layers]")
{
    const auto local = shipped().withLayer(afterDiscipline({"lao-dong-tien-tien"}, "2021-09-01", "2022-08-31"));
    REQUIRE(local);
    const auto all = local->withConfirmed({"vn-2026-10"});
    const auto again = Catalogue::fromContent(all.content());
    REQUIRE(again);
    CHECK(again->hash() == all.hash());
    json made = goodCase();
    made["facts"]["discipline"] = json::array({{{"form", "warning"}, {"decided_on", "2020-06-01"}}});
    CHECK(evaluate(*again, readCase(made)) == evaluate(all, readCase(made)));
    const auto bare = Catalogue::fromContent(shippedPack().dump());
    REQUIRE(bare);
    CHECK_FALSE(Catalogue::fromContent("không phải JSON"));
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What the grammar can say of histories: years in a row, years since an award, dates before the day considered.
#include "rules_support.h"
#include "support/catch.h"

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

json count(json operands)
{
    return {{"count", std::move(operands)}};
}

json grades(std::initializer_list<std::pair<const char*, const char*>> years)
{
    json list = json::array();
    for (const auto& [year, grade] : years) {
        json item = {{"school_year", year}};
        if (*grade != 0)
            item["grade"] = grade;
        list.push_back(item);
    }
    return list;
}

json award(const char* honour, const char* year)
{
    return {{"honour", honour}, {"school_year", year}};
}

}

TEST_CASE("This year's grade belongs to the chain of grades", "[rules][grammar]")
{
    const json test = count({{"of", "evaluations"}, {"this_year", "evaluation"}, {"op", ">="}, {"value", 2}, {"consecutive", true},
                             {"where", json::array({{{"field", "grade"}, {"op", ">="}, {"value", "excellent"}}})}});
    CHECK(outcomeOf(test, {{"evaluations", grades({{"2020-2021", "excellent"}})}, {"evaluation", "excellent"}}) == kPass);
    CHECK(outcomeOf(test, {{"evaluations", grades({{"2020-2021", "excellent"}})}, {"evaluation", "good"}}) == kFail);
    CHECK(outcomeOf(test, {{"evaluations", grades({{"2020-2021", "excellent"}})}}) == kUnknown);
    CHECK(outcomeOf(test, {{"evaluations", grades({{"2019-2020", "excellent"}, {"2020-2021", "excellent"}})}}) == kPass);
    CHECK(outcomeOf(test, {{"evaluation", "excellent"}}) == kUnknown);
    CHECK(outcomeOf(test, {{"evaluations", json::array()}, {"evaluation", "excellent"}}) == kFail);
    // A year whose grade nobody knows is a gap in knowledge, not in the chain.
    CHECK(outcomeOf(test, {{"evaluations", grades({{"2020-2021", ""}})}, {"evaluation", "excellent"}}) == kUnknown);
    CHECK(outcomeOf(test, {{"evaluations", grades({{"2015-2016", ""}, {"2020-2021", "good"}})}, {"evaluation", "excellent"}}) == kFail);
}

TEST_CASE("Years are counted since an award", "[rules][grammar]")
{
    const json test = count({{"of", "evaluations"}, {"this_year", "evaluation"}, {"op", ">="}, {"value", 2},
                             {"where", json::array({{{"field", "grade"}, {"op", ">="}, {"value", "good"}}})},
                             {"since", {{"of", "honours"}, {"where", json::array({{{"field", "honour"}, {"op", "="}, {"value", "bang-khen-tinh"}}})}}}});
    const json past = grades({{"2018-2019", "good"}, {"2019-2020", "good"}, {"2020-2021", "good"}});
    const auto since = [&](json honours) { return json{{"evaluations", past}, {"evaluation", "good"}, {"honours", std::move(honours)}}; };
    CHECK(outcomeOf(test, since(json::array({award("bang-khen-tinh", "2019-2020")}))) == kPass);
    CHECK(outcomeOf(test, since(json::array({award("bang-khen-tinh", "2020-2021")}))) == kFail);
    CHECK(outcomeOf(test, since(json::array({award("bang-khen-tinh", "2018-2019"), award("bang-khen-tinh", "2020-2021")}))) == kFail);
    CHECK(outcomeOf(test, since(json::array())) == kPass);
    CHECK(outcomeOf(test, {{"evaluations", past}, {"evaluation", "good"}}) == kUnknown);
    CHECK(outcomeOf(test, since(json::array({json{{"honour", "bang-khen-tinh"}}}))) == kUnknown);
    // A date tells the school year as well.
    const json punished = count({{"of", "honours"}, {"op", ">="}, {"value", 1}, {"since", {{"of", "discipline"}}}});
    const auto honoured = [](const char* decided) {
        return json{{"honours", json::array({award("lao-dong-tien-tien", "2020-2021")})},
                    {"discipline", json::array({{{"form", "reprimand"}, {"decided_on", decided}}})}};
    };
    CHECK(outcomeOf(punished, honoured("2020-08-31")) == kPass);
    CHECK(outcomeOf(punished, honoured("2020-09-01")) == kFail);
}

TEST_CASE("A date within so many months of the day considered", "[rules][grammar]")
{
    const json test = count({{"of", "discipline"}, {"op", "="}, {"value", 0},
                             {"where", json::array({{{"field", "decided_on"}, {"op", "within_months"}, {"value", 12}, {"missing", true}}})}});
    const auto disciplined = [](const char* date) { return json{{"discipline", json::array({{{"form", "reprimand"}, {"decided_on", date}}})}}; };
    CHECK(outcomeOf(test, disciplined("2021-05-25")) == kPass);
    CHECK(outcomeOf(test, disciplined("2021-05-26")) == kFail);
    CHECK(outcomeOf(test, disciplined("2022-05-25")) == kFail);
    CHECK(outcomeOf(test, disciplined("2022-05-26")) == kPass);
    CHECK(outcomeOf(test, {{"discipline", json::array({{{"form", "reprimand"}}})}}) == kFail);
    CHECK(outcomeOf(test, json::object()) == kUnknown);
    const json until = count({{"of", "discipline"}, {"op", "="}, {"value", 1},
                              {"where", json::array({{{"field", "decided_on"}, {"op", "not_after_on"}}})}});
    CHECK(outcomeOf(until, disciplined("2022-05-25")) == kPass);
    CHECK(outcomeOf(until, disciplined("2022-05-26")) == kFail);
}

TEST_CASE("Honours by what they contain, by being the one considered, by their year", "[rules][grammar]")
{
    const auto with = [](const char* op, json value) {
        json filter = {{"field", "honour"}, {"op", op}};
        if (!value.is_null())
            filter["value"] = std::move(value);
        return count({{"of", "honours"}, {"op", ">="}, {"value", 1}, {"where", json::array({filter})}});
    };
    const auto has = [](const char* honour) { return json{{"honours", json::array({award(honour, "2020-2021")})}}; };
    CHECK(outcomeOf(with("covers", "lao-dong-tien-tien"), has("chien-si-thi-dua-tinh")) == kPass);
    CHECK(outcomeOf(with("covers", "chien-si-thi-dua-tinh"), has("lao-dong-tien-tien")) == kFail);
    CHECK(outcomeOf(with("covers", {"bang-khen-tinh", "bang-khen-bo"}), has("bang-khen-bo")) == kPass);
    CHECK(outcomeOf(with("this_honour", nullptr), has("giay-khen-xa")) == kPass);
    CHECK(outcomeOf(with("this_honour", nullptr), has("giay-khen-so")) == kFail);
    const json before = count({{"of", "honours"}, {"op", ">="}, {"value", 1},
                               {"where", json::array({{{"field", "school_year"}, {"op", "before_this_school_year"}}})}});
    CHECK(outcomeOf(before, {{"honours", json::array({award("giay-khen-so", "2020-2021")})}}) == kPass);
    CHECK(outcomeOf(before, {{"honours", json::array({award("giay-khen-so", "2021-2022")})}}) == kFail);
}

TEST_CASE("An award decided before the year that it names has no year that is known", "[rules][grammar]")
{
    const auto run = count({{"of", "honours"}, {"op", ">="}, {"value", 2}, {"consecutive", true}});
    auto early = award("lao-dong-tien-tien", "2020-2021");
    const auto with = [&](const char* day) {
        early["decided_on"] = day;
        return json{{"honours", json::array({early, award("lao-dong-tien-tien", "2021-2022")})}};
    };
    CHECK(outcomeOf(run, with("2021-06-20")) == kPass);
    CHECK(outcomeOf(run, with("2020-09-01")) == kPass);
    CHECK(outcomeOf(run, with("2020-08-31")) == kUnknown);
    CHECK(outcomeOf(run, with("2018-01-01")) == kUnknown);
    // Where years do not matter, the award is there all the same.
    CHECK(outcomeOf(count({{"of", "honours"}, {"op", ">="}, {"value", 2}}), with("2018-01-01")) == kPass);
}

TEST_CASE("The case itself can be tested: day, school year, ground", "[rules][grammar]")
{
    const auto is = [](const char* fact, const char* op, const char* value) { return json{{"test", {{"fact", fact}, {"op", op}, {"value", value}}}}; };
    CHECK(outcomeOf(is("school_year", ">=", "2021-2022"), json::object()) == kPass);
    CHECK(outcomeOf(is("school_year", "<", "2021-2022"), json::object()) == kFail);
    CHECK(outcomeOf(is("on", ">=", "2022-05-25"), json::object()) == kPass);
    CHECK(outcomeOf(is("on", ">", "2022-05-25"), json::object()) == kFail);
    CHECK(outcomeOf(is("ground", "=", "annual_merit"), json::object()) == kPass);
}

TEST_CASE("Conditions are chosen by kind of subject and by ground", "[rules]")
{
    json pack = probePack(ruleOf({{"test", {{"fact", "unity"}, {"op", "="}, {"value", true}}}}));
    auto other = ruleOf({{"test", {{"fact", "leads_bloc"}, {"op", "="}, {"value", true}}}});
    other["id"] = "other";
    pack["rules"].push_back(other);
    auto& mine = pack["requirements"].back();
    mine["kind"] = "staff";
    mine["grounds"] = {"annual_merit"};
    auto theirs = mine;
    theirs["grounds"] = {"exceptional"};
    theirs["all"] = {"other"};
    pack["requirements"].push_back(theirs);
    const auto catalogue = load(pack);
    REQUIRE(catalogue);
    json made = goodCase("giay-khen-xa");
    const auto only = [&] { return evaluate(*catalogue, readCase(made)).findings.front().id; };
    CHECK(only() == "probe");
    made["ground"] = "exceptional";
    CHECK(only() == "other");
    made["ground"] = "movement";
    CHECK(only() == "rules-available");
    made["ground"] = "annual_merit";
    made["subject"] = {{"kind", "collective"}, {"type", "school"}};
    CHECK(only() == "rules-available");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"
#include "support/catch.h"

#include "rules/quota.h"
#include "rules/vote.h"

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

json exceptionOf(const char* id, int priority, json when, json instead)
{
    return {{"id", id}, {"priority", priority}, {"from", "2017-10-01"}, {"to", "2023-12-31"},
            {"cite", json::array({{{"src", "N91-2017"}, {"at", "Điều 2"}}})}, {"quote", "…"}, {"when", std::move(when)}, {"instead", std::move(instead)},
            {"explanation", wording()}, {"remedy", {{"fail", words("sửa")}, {"unknown", words("bổ sung")}}}};
}

json is(const char* fact, json value)
{
    return {{"test", {{"fact", fact}, {"op", "="}, {"value", std::move(value)}}}};
}

}

TEST_CASE("all, any, not and at_least follow Kleene", "[rules][grammar]")
{
    const json a = is("unity", true);
    const json b = is("law_compliance", true);
    const json c = is("leads_bloc", true);
    const json yesNo = {{"unity", true}, {"law_compliance", false}};
    const json yesUnknown = {{"unity", true}};
    const json noUnknown = {{"unity", false}};
    CHECK(outcomeOf({{"all", {a, b}}}, {{"unity", true}, {"law_compliance", true}}) == kPass);
    CHECK(outcomeOf({{"all", {a, b}}}, yesNo) == kFail);
    CHECK(outcomeOf({{"all", {a, b}}}, yesUnknown) == kUnknown);
    CHECK(outcomeOf({{"all", {a, b}}}, noUnknown) == kFail);
    CHECK(outcomeOf({{"any", {a, b}}}, yesUnknown) == kPass);
    CHECK(outcomeOf({{"any", {a, b}}}, noUnknown) == kUnknown);
    CHECK(outcomeOf({{"any", {a, b}}}, {{"unity", false}, {"law_compliance", false}}) == kFail);
    CHECK(outcomeOf({{"not", a}}, yesNo) == kFail);
    CHECK(outcomeOf({{"not", b}}, yesNo) == kPass);
    CHECK(outcomeOf({{"not", c}}, yesNo) == kUnknown);
    const json two = {{"at_least", {{"n", 2}, {"of", {a, b, c}}}}};
    CHECK(outcomeOf(two, {{"unity", true}, {"law_compliance", true}}) == kPass);
    CHECK(outcomeOf(two, yesNo) == kUnknown);
    CHECK(outcomeOf(two, {{"unity", true}, {"law_compliance", false}, {"leads_bloc", false}}) == kFail);
}

TEST_CASE("ref takes another rule's outcome", "[rules][grammar]")
{
    CHECK(outcomeOf({{"ref", "unity"}}, {{"unity", true}}) == kPass);
    CHECK(outcomeOf({{"ref", "unity"}}, {{"unity", false}}) == kFail);
    CHECK(outcomeOf({{"ref", "unity"}}, json::object()) == kUnknown);
}

TEST_CASE("between counts full months and full years", "[rules][grammar]")
{
    const auto years = [](int least) {
        return json{{"between", {{"from", "employed_from"}, {"to", "on"}, {"unit", "years"}, {"op", ">="}, {"value", least}}}};
    };
    CHECK(outcomeOf(years(6), json::object()) == kPass);  // from 01/09/2015 to 25/05/2022
    CHECK(outcomeOf(years(7), json::object()) == kFail);
}

TEST_CASE("Awards in a row are counted up to this year or the one before", "[rules][grammar]")
{
    const json test = {{"count", {{"of", "honours"}, {"op", ">="}, {"value", 3}, {"consecutive", true},
                                  {"where", json::array({{{"field", "honour"}, {"op", "="}, {"value", "chien-si-thi-dua-co-so"}}})}}}};
    const auto won = [](std::initializer_list<const char*> years, const char* honour = "chien-si-thi-dua-co-so") {
        json list = json::array();
        for (const char* year : years)
            list.push_back({{"honour", honour}, {"school_year", year}});
        return json{{"honours", list}};
    };
    CHECK(outcomeOf(test, won({"2019-2020", "2020-2021", "2021-2022"})) == kPass);
    CHECK(outcomeOf(test, won({"2018-2019", "2019-2020", "2020-2021"})) == kPass);
    CHECK(outcomeOf(test, won({"2021-2022", "2019-2020", "2020-2021"})) == kPass);
    CHECK(outcomeOf(test, won({"2017-2018", "2018-2019", "2019-2020"})) == kFail);
    CHECK(outcomeOf(test, won({"2018-2019", "2020-2021", "2021-2022"})) == kFail);
    CHECK(outcomeOf(test, won({"2019-2020", "2020-2021", "2021-2022"}, "lao-dong-tien-tien")) == kFail);
    CHECK(outcomeOf(test, won({})) == kFail);
    CHECK(outcomeOf(test, json::object()) == kUnknown);
    auto open = won({"2020-2021", "2021-2022"});
    open["honours"].push_back({{"honour", "chien-si-thi-dua-co-so"}});
    CHECK(outcomeOf(test, open) == kUnknown);
}

TEST_CASE("Awards within so many years", "[rules][grammar]")
{
    const json test = {{"count", {{"of", "honours"}, {"op", ">="}, {"value", 2}, {"within_years", 5}}}};
    const auto won = [](const char* first, const char* second) {
        return json{{"honours", {{{"honour", "lao-dong-tien-tien"}, {"school_year", first}}, {{"honour", "lao-dong-tien-tien"}, {"school_year", second}}}}};
    };
    CHECK(outcomeOf(test, won("2017-2018", "2021-2022")) == kPass);
    CHECK(outcomeOf(test, won("2016-2017", "2021-2022")) == kFail);
}

TEST_CASE("An exception replaces the condition by priority", "[rules][exceptions]")
{
    auto rule = ruleOf(is("unity", true));
    rule["exceptions"] = {exceptionOf("low", 5, is("difficult_area", true), is("law_compliance", true)),
                          exceptionOf("high", 10, is("leads_bloc", true), is("class_endorsed", true))};
    json facts = {{"unity", false}, {"difficult_area", false}, {"leads_bloc", false}, {"law_compliance", true}, {"class_endorsed", true}};
    CHECK(probed(rule, facts).outcome == kFail);
    facts["difficult_area"] = true;
    auto finding = probed(rule, facts);
    CHECK(finding.outcome == kPass);
    CHECK(finding.citation.full.find("Điều 2") != std::string::npos);
    facts["leads_bloc"] = true;
    facts["class_endorsed"] = false;
    CHECK(probed(rule, facts).outcome == kFail);
    // Whether the higher one applies is not known: it would change the answer, so the answer is not known.
    facts.erase("leads_bloc");
    CHECK(probed(rule, facts).outcome == kUnknown);
    facts["class_endorsed"] = true;
    CHECK(probed(rule, facts).outcome == kPass);
}

TEST_CASE("Two exceptions of equal rank that disagree are a conflict, not a guess", "[rules][exceptions]")
{
    auto rule = ruleOf(is("unity", true));
    rule["exceptions"] = {exceptionOf("one", 5, is("difficult_area", true), is("law_compliance", true)),
                          exceptionOf("other", 5, is("leads_bloc", true), is("class_endorsed", true))};
    const json facts = {{"unity", true}, {"difficult_area", true}, {"leads_bloc", true}, {"law_compliance", true}, {"class_endorsed", false}};
    const auto finding = probed(rule, facts);
    CHECK(finding.outcome == kUnknown);
    CHECK(finding.conflict);
    CHECK(toJson(finding).at("conflict") == true);
    CHECK(finding.explanation.vi.find("ngang nhau") != std::string::npos);
    auto agreeing = facts;
    agreeing["class_endorsed"] = true;
    CHECK(probed(rule, agreeing).outcome == kPass);
    CHECK_FALSE(probed(rule, agreeing).conflict);
}

TEST_CASE("The shipped alternative is one finding with its branches", "[rules]")
{
    const auto verdict = evaluate(shipped(), readCase(goodCase("chien-si-thi-dua-co-so")));
    const auto* finding = findingOf(verdict, "initiative");
    REQUIRE(finding != nullptr);
    REQUIRE(finding->branches.size() == 2);
    CHECK(finding->branches[0].id == "initiative-recognised");
    CHECK(finding->branches[0].outcome == kPass);
    CHECK(finding->branches[1].outcome == kFail);
    CHECK(toJson(verdict)["findings"].dump().find("\"branches\"") != std::string::npos);
}

namespace {

json layerOf(const char* param, json value, const char* from = "2021-09-01")
{
    return {{"layer", "school"}, {"name", "Quy chế của trường"},
            {"params", json::array({{{"id", param}, {"values", json::array({{{"from", from}, {"to", "2023-12-31"}, {"value", std::move(value)}, {"cite", "Điều 5 Quy chế thi đua của trường"}}})}}})}};
}

}

TEST_CASE("A school switches the registration requirement off", "[rules][layers]")
{
    const auto local = shipped().withLayer(layerOf("require_registration", false));
    REQUIRE(local);
    CHECK(local->hash() != shipped().hash());
    json made = goodCase();
    made["facts"]["registered"] = false;
    CHECK(evaluate(*local, readCase(made)).verdict == VerdictKind::Eligible);
    CHECK(findingOf(evaluate(*local, readCase(made)), "registered") == nullptr);
    // The law does not refuse the unregistered by itself; a school that does says so.
    CHECK(evaluate(shipped(), readCase(made)).verdict == VerdictKind::Undetermined);
    const auto strict = shipped().withLayer(layerOf("require_registration", true));
    REQUIRE(strict);
    CHECK(evaluate(*strict, readCase(made)).verdict == VerdictKind::Ineligible);
}

TEST_CASE("A school's own limit of absences is applied only when it is set", "[rules][layers]")
{
    const auto local = shipped().withLayer(layerOf("absence_limit_days", 40));
    REQUIRE(local);
    json made = goodCase();
    made["facts"]["absences"] = {{{"days", 25}, {"reason", "sick"}}, {{"days", 20}, {"reason", "unpaid"}}};
    CHECK(evaluate(shipped(), readCase(made)).verdict == VerdictKind::Eligible);
    const auto verdict = evaluate(*local, readCase(made));
    CHECK(verdict.verdict == VerdictKind::Ineligible);
    const auto* finding = findingOf(verdict, "absence-limit");
    REQUIRE(finding != nullptr);
    CHECK(finding->explanation.vi.starts_with("Nghỉ 45 ngày làm việc"));
    CHECK(finding->citation.full.find("Quy chế thi đua của trường") != std::string::npos);
    made["facts"]["absences"] = {{{"days", 130}, {"reason", "maternity"}}};
    CHECK(evaluate(*local, readCase(made)).verdict == VerdictKind::Eligible);
}

TEST_CASE("What may only be tightened is tightened, with both places cited", "[rules][layers]")
{
    const auto local = shipped().withLayer(layerOf("vote_share_sector", "3/4"));
    REQUIRE(local);
    json made = goodCase();
    made["facts"]["votes"] = {{"members", 10}, {"for", 7}};
    CHECK(evaluate(shipped(), readCase(made)).verdict == VerdictKind::Eligible);
    CHECK(evaluate(*local, readCase(made)).verdict == VerdictKind::Ineligible);
    const auto tighter = shipped().withLayer(layerOf("quota_co_so", "1/10"));
    REQUIRE(tighter);
    CHECK(quota(*tighter, {Date(2022, 5, 25), "chien-si-thi-dua-co-so", 24, 3, std::nullopt}).limits.front().allowed == 2);
    const auto nearest = shipped().withLayer(layerOf("quota_rounding", "nearest"));
    REQUIRE(nearest);
    CHECK(quota(*nearest, {Date(2022, 5, 25), "chien-si-thi-dua-co-so", 24, 4, std::nullopt}).limits.front().allowed == 4);
}

TEST_CASE("Loosening, fixed values and nonsense are refused with the article", "[rules][layers]")
{
    struct Row {
        const char* param;
        json value;
        const char* key;
    };
    const auto row = GENERATE(values<Row>({{"vote_share_sector", "6/10", "rules.layer-loosens"},
                                           {"quota_co_so", "20/100", "rules.layer-loosens"},
                                           {"min_grade_staff", "completed", "rules.layer-loosens"},
                                           {"min_months_recruited", 6, "rules.layer-loosens"},
                                           {"min_training_result", "good", "rules.layer-fixed"},
                                           {"quota_rounding", "sideways", "rules.layer-bad-value"},
                                           {"require_registration", "yes", "rules.layer-bad-value"},
                                           {"no_such_param", 1, "rules.layer-unknown-param"}}));
    const auto local = shipped().withLayer(layerOf(row.param, row.value));
    INFO(row.param);
    REQUIRE_FALSE(local);
    CHECK(local.error().key == row.key);
    if (std::string_view(row.key) == "rules.layer-loosens" || std::string_view(row.key) == "rules.layer-fixed")
        CHECK(local.error().args.back().find("Điều") != std::string::npos);
}

TEST_CASE("A count may be of the years of another list's items alone", "[rules]")
{
    const json test = {{"count", {{"of", "discipline"}, {"op", ">="}, {"value", 1},
                                  {"in_years_of", {{"of", "evaluations"}, {"where", json::array({{{"field", "grade"}, {"op", ">="}, {"value", "good"}}})}}}}}};
    const auto facts = [](const json& grade, const char* day) {
        json evaluation = {{"school_year", "2019-2020"}};
        if (!grade.is_null())
            evaluation["grade"] = grade;
        return json{{"evaluations", json::array({evaluation})}, {"discipline", json::array({{{"form", "reprimand"}, {"decided_on", day}}})}};
    };
    CHECK(outcomeOf(test, facts("good", "2020-03-01")) == Outcome::Pass);
    CHECK(outcomeOf(test, facts("completed", "2020-03-01")) == Outcome::Fail);
    CHECK(outcomeOf(test, facts("good", "2020-09-01")) == Outcome::Fail);
    CHECK(outcomeOf(test, facts(nullptr, "2020-03-01")) == Outcome::Unknown);
    CHECK(outcomeOf(test, facts(nullptr, "2020-09-01")) == Outcome::Fail);
    json undated = facts("good", "2020-03-01");
    undated["discipline"][0].erase("decided_on");
    CHECK(outcomeOf(test, undated) == Outcome::Unknown);
    json unknown = facts("good", "2020-03-01");
    unknown.erase("evaluations");
    CHECK(outcomeOf(test, unknown) == Outcome::Unknown);
    CHECK(outcomeOf(test, {{"evaluations", json::array()}, {"discipline", json::array({{{"form", "reprimand"}, {"decided_on", "2020-03-01"}}})}}) == Outcome::Fail);
}

// What a finding says of an alternative that is met, of school years, and of so many years of which some are missing.
namespace {

json said(const char* text)
{
    return {{"pass", words(text)}};
}

json years(int least)
{
    return {{"count", {{"of", "evaluations"}, {"op", ">="}, {"value", least}, {"consecutive", true}, {"this_year", "evaluation"},
                       {"where", json::array({{{"field", "grade"}, {"op", "="}, {"value", "excellent"}}})}}}};
}

json graded(std::initializer_list<std::pair<const char*, const char*>> grades)
{
    json list = json::array();
    for (const auto& [year, grade] : grades) {
        list.push_back({{"school_year", year}});
        if (*grade != 0)
            list.back()["grade"] = grade;
    }
    return {{"evaluation", "excellent"}, {"evaluations", list}};
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}

TEST_CASE("An alternative that is met says which half holds", "[rules][words]")
{
    const json clean = {{"test", {{"fact", "unity"}, {"op", "="}, {"value", true}}}, {"explanation", said("Nội bộ đoàn kết.")}};
    const json found = {{"test", {{"fact", "other_standards_met"}, {"op", "="}, {"value", true}}}, {"explanation", said("Hội đồng đã đối chiếu.")}};
    const auto rule = ruleOf({{"any", json::array({clean, found})}});
    CHECK(probed(rule, {{"unity", true}}).explanation.vi == "Nội bộ đoàn kết.");
    CHECK(probed(rule, {{"unity", true}, {"other_standards_met", true}}).explanation.vi == "Nội bộ đoàn kết.");
    CHECK(probed(rule, {{"unity", false}, {"other_standards_met", true}}).explanation.vi == "Hội đồng đã đối chiếu.");
    CHECK(probed(rule, {{"unity", false}, {"other_standards_met", false}}).explanation.vi == "không đạt");
}

TEST_CASE("Of named halves the one that holds is named", "[rules][words]")
{
    const auto half = [](const char* id, const char* fact) {
        return json{{"id", id}, {"label", words(id)}, {"test", {{"fact", fact}, {"op", "="}, {"value", true}}}, {"explanation", wording()},
                    {"cite", json::array({{{"src", "N91-2017"}, {"at", "Điều 1"}}})}, {"remedy", {{"fail", words("sửa")}, {"unknown", words("bổ sung")}}}};
    };
    const auto rule = ruleOf({{"any", json::array({half("một", "unity"), half("hai", "law_compliance")})}});
    CHECK(has(probed(rule, {{"unity", false}, {"law_compliance", true}}).explanation.vi, "Đạt theo: hai."));
    CHECK(has(probed(rule, {{"unity", true}, {"law_compliance", true}}).explanation.vi, "Đạt theo: một; hai."));
    CHECK_FALSE(has(probed(rule, {{"unity", false}, {"law_compliance", false}}).explanation.vi, "Đạt theo"));
}

TEST_CASE("No shipped alternative is met by words that leave open which half", "[rules][words]")
{
    int alternatives = 0;
    for (const auto& rule : shippedPack().at("rules")) {
        std::vector<json> tests;
        if (rule.contains("test"))
            tests.push_back(rule.at("test"));
        for (const auto& version : rule.value("versions", json::array()))
            if (version.contains("test"))
                tests.push_back(version.at("test"));
        const auto pass = rule.value("/explanation/pass/vi"_json_pointer, std::string());
        for (const auto& test : tests) {
            if (!test.contains("any") || std::ranges::any_of(test.at("any"), [](const json& part) { return part.contains("id"); }))
                continue;
            ++alternatives;
            INFO(rule.at("id"));
            for (std::size_t i = 0; i < test.at("any").size(); ++i) {
                const auto& part = test.at("any")[i];
                const bool council = i > 0 && has(part.dump(), "other_standards_met");
                if (council || has(pass, ", hoặc "))
                    CHECK(part.contains("explanation"));
            }
        }
    }
    CHECK(alternatives > 20);
}

TEST_CASE("School years stand with the dash of the papers in every finding", "[rules][words]")
{
    int checked = 0;
    const auto check = [&](const Finding& finding, const auto& self) -> void {
        ++checked;
        INFO(finding.id << ": " << finding.explanation.vi << finding.remedy.vi);
        for (const auto& text : {finding.explanation.vi, finding.remedy.vi, finding.explanation.en})
            for (std::size_t i = 4; i + 4 < text.size(); ++i)
                CHECK_FALSE((text[i] == '-' && text.compare(i - 4, 2, "20") == 0 && text.compare(i + 1, 2, "20") == 0));
        for (const auto& branch : finding.branches)
            self(branch, self);
    };
    for (const auto& entry : caseTable())
        for (const auto& finding : evaluate(shipped(), readCase(entry.at("case"))).findings)
            check(finding, check);
    CHECK(checked > 1000);
}

TEST_CASE("Rules kept from before write the school year as they did", "[rules][words]")
{
    auto rule = ruleOf(is("unity", true));
    rule["explanation"]["pass"] = words("Năm học {school_year}.");
    json pack = probePack(rule);
    json made = goodCase("giay-khen-xa");
    made["facts"] = {{"unity", true}};
    CHECK(evaluate(*load(pack), readCase(made)).findings.front().explanation.vi == "Năm học 2021–2022.");
    std::erase_if(pack["notices"].get_ref<json::array_t&>(), [](const json& notice) { return notice.at("id") == "school-year"; });
    CHECK(evaluate(*load(pack), readCase(made)).findings.front().explanation.vi == "Năm học 2021-2022.");
}

TEST_CASE("Of so many years the finding names those that nobody has graded, and those that do not count", "[rules][words]")
{
    const auto rule = ruleOf(years(4));
    const auto open = probed(rule, graded({{"2018-2019", ""}, {"2019-2020", "excellent"}, {"2020-2021", ""}}));
    CHECK(open.outcome == kUnknown);
    CHECK(has(open.explanation.vi, "Chưa có xếp loại năm học 2018–2019, 2020–2021."));
    const auto broken = probed(rule, graded({{"2018-2019", "excellent"}, {"2019-2020", "good"}, {"2020-2021", "excellent"}}));
    CHECK(broken.outcome == kFail);
    CHECK(has(broken.explanation.vi, "Năm học không được tính: 2019–2020."));
    const auto none = probed(rule, {{"evaluation", "excellent"}});
    CHECK(none.outcome == kUnknown);
    CHECK(has(none.explanation.vi, "Chưa có xếp loại năm học 2018–2019, 2019–2020, 2020–2021."));
    const auto met = probed(rule, graded({{"2018-2019", "excellent"}, {"2019-2020", "excellent"}, {"2020-2021", "excellent"}}));
    CHECK(met.outcome == kPass);
    CHECK_FALSE(has(met.explanation.vi, "năm học"));
}

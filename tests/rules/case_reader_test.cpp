// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"
#include "support/catch.h"

#include "rules/quota.h"
#include "rules/vote.h"
#include "text/messages.h"

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

struct Wrong {
    const char* pointer;
    json value;
    const char* key;
    const char* place;
};

void checkRefused(const Error& error, const char* key, const char* place)
{
    CHECK(error.code == ErrorCode::InputFormat);
    CHECK(error.key == key);
    REQUIRE_FALSE(error.args.empty());
    CHECK(error.args.front() == place);
    CHECK(text::hasMessage(error.key));
    for (const auto language : {text::Language::Vietnamese, text::Language::English}) {
        const auto sentence = text::sentence(error, language);
        INFO(sentence);
        CHECK(sentence.find(place) != std::string::npos);
        CHECK(sentence.find("%") == std::string::npos);
    }
}

}

TEST_CASE("A case with a wrong value is refused and the place is named", "[rules][input]")
{
    const auto wrong = GENERATE(values<Wrong>({
        {"/on", "2022-02-30", "case.bad-date", "on"},
        {"/on", "25/05/2022", "case.bad-date", "on"},
        {"/on", 20220525, "case.not-text", "on"},
        {"/on", "2017-09-30", "case.before-first-rules", "on"},
        {"/school_year", "2021-2023", "case.bad-school-year", "school_year"},
        {"/school_year", 2021, "case.not-text", "school_year"},
        {"/honour", "", "case.empty", "honour"},
        {"/stage", "later", "case.bad-code", "stage"},
        {"/ground", "luck", "case.bad-code", "ground"},
        {"/remark", "x", "case.unknown-key", "remark"},
        {"/subject", "staff", "case.not-object", "subject"},
        {"/subject/kind", "robot", "case.bad-code", "subject.kind"},
        {"/subject/position", "king", "case.bad-code", "subject.position"},
        {"/subject/employed_from", "2021-13-01", "case.bad-date", "subject.employed_from"},
        {"/subject/name", "An", "case.unknown-key", "subject.name"},
        {"/subject/grade", 10, "case.too-large", "subject.grade"},
        {"/facts", json::array(), "case.not-object", "facts"},
        {"/facts/mood", true, "case.unknown-key", "facts.mood"},
        {"/facts/registered", "yes", "case.bad-registration", "facts.registered"},
        {"/facts/evaluation", "superb", "case.bad-code", "facts.evaluation"},
        {"/facts/evaluation", nullptr, "case.not-text", "facts.evaluation"},
        {"/facts/months_worked", -1, "case.negative", "facts.months_worked"},
        {"/facts/months_worked", 100001, "case.too-large", "facts.months_worked"},
        {"/facts/months_worked", 9.5, "case.not-integer", "facts.months_worked"},
        {"/facts/absences", json{{{"days", -3}, {"reason", "sick"}}}, "case.negative", "facts.absences[0].days"},
        {"/facts/absences", json{{{"days", 3}, {"reason", "lazy"}}}, "case.bad-code", "facts.absences[0].reason"},
        {"/facts/absences", json{{{"reason", "sick"}}}, "case.missing-key", "facts.absences[0].days"},
        {"/facts/discipline", "none", "case.not-list", "facts.discipline"},
        {"/facts/discipline", json{{{"form", "scolding"}}}, "case.bad-code", "facts.discipline[0].form"},
        {"/facts/discipline", json{{{"form", "warning"}, {"decided_on", "2022-02-29"}}}, "case.bad-date", "facts.discipline[0].decided_on"},
        {"/facts/discipline", json{{{"form", "warning"}, {"by", "x"}}}, "case.unknown-key", "facts.discipline[0].by"},
        {"/facts/under_investigation", "no", "case.not-boolean", "facts.under_investigation"},
        {"/facts/training", json{{"months", -1}}, "case.negative", "facts.training.months"},
        {"/facts/training", json{{"months", 3}, {"result", "top"}}, "case.bad-code", "facts.training.result"},
        {"/facts/initiatives", json{{{"recognised_at", "galaxy"}}}, "case.bad-code", "facts.initiatives[0].recognised_at"},
        {"/facts/initiatives", json{{{"school_year", "2021"}}}, "case.bad-school-year", "facts.initiatives[0].school_year"},
        {"/facts/votes", json{{"members", 0}, {"for", 0}}, "case.too-small", "facts.votes.members"},
        {"/facts/votes", json{{"members", 9}}, "case.missing-key", "facts.votes.for"},
    }));
    json made = goodCase();
    made[json::json_pointer(wrong.pointer)] = wrong.value;
    INFO(made.dump());
    const auto read = caseFromJson(made);
    REQUIRE_FALSE(read);
    checkRefused(read.error(), wrong.key, wrong.place);
}

TEST_CASE("Days of absence are read without a reason: nobody may have said why", "[rules][input]")
{
    json made = goodCase();
    made["facts"]["absences"] = json{{{"days", 3}}};
    const auto read = caseFromJson(made);
    REQUIRE(read);
    CHECK(read->facts.find("absences")->at(0) == json{{"days", 3}});
}

TEST_CASE("What exceeds its whole is read, for the table of conflicts to speak of", "[rules][input]")
{
    json made = goodCase();
    made["facts"]["months_worked"] = 13;
    made["facts"]["votes"] = {{"members", 9}, {"present", 10}, {"for", 11}};
    CHECK(caseFromJson(made));
    made = {{"on", "2022-05-25"}, {"school_year", "2021-2022"}, {"honour", "tap-the-lao-dong-tien-tien"}, {"subject", {{"kind", "collective"}}},
            {"facts", {{"members", 10}, {"members_lao_dong_tien_tien", 11}}}};
    CHECK(caseFromJson(made));
}

TEST_CASE("Required keys are asked for by name", "[rules][input]")
{
    const std::string key = GENERATE("on", "school_year", "honour", "subject");
    json made = goodCase();
    made.erase(key);
    const auto read = caseFromJson(made);
    REQUIRE_FALSE(read);
    checkRefused(read.error(), "case.missing-key", key.c_str());
}

TEST_CASE("What is no JSON is refused with its line", "[rules][input]")
{
    const auto read = jsonFromText("{\n\"on\": \"2022-05-25\",\n}");
    REQUIRE_FALSE(read);
    checkRefused(read.error(), "case.not-json", "3");
    CHECK(jsonFromText("{\"a\": 1}"));
    CHECK_FALSE(caseFromJson(json::array()));
}

TEST_CASE("The contract's own example reads", "[rules][input]")
{
    const auto read = jsonFromText(R"({"on": "2022-05-25", "school_year": "2021-2022", "honour": "chien-si-thi-dua-co-so",
        "subject": {"kind": "staff", "position": "teacher", "employed_from": "2015-09-01"},
        "facts": {"registered": true, "evaluation": "excellent", "months_worked": 12, "absences": [{"days": 20, "reason": "sick"}],
            "discipline": [{"form": "reprimand", "decided_on": "2022-01-10"}], "under_investigation": false,
            "training": {"months": 4, "result": "good"},
            "initiatives": [{"recognised_at": "school", "scope": "school", "school_year": "2021-2022"}],
            "honours": [{"honour": "lao-dong-tien-tien", "school_year": "2020-2021"}], "votes": {"members": 9, "present": 8, "for": 8}}})");
    REQUIRE(read);
    const Verdict verdict = evaluate(shipped(), readCase(*read));
    CHECK(verdict.verdict == VerdictKind::Ineligible);
    CHECK(idsWith(verdict, Outcome::Fail) == std::vector<std::string>{"no-discipline"});
    const json answer = toJson(verdict);
    CHECK(answer["rule_set"] == json({{"id", "vn-2017-10"}, {"from", "2017-10-01"}, {"to", "2023-12-31"}, {"provisional", false}}));
    const Finding* finding = findingOf(verdict, "no-discipline");
    REQUIRE(finding != nullptr);
    CHECK(finding->facts == std::vector<std::string>{"discipline"});
    CHECK(finding->citation.full == "khoản 6 Điều 10 Nghị định 91/2017/NĐ-CP");
    CHECK(finding->citation.brief == "khoản 6 Điều 10 NĐ 91/2017");
    CHECK(finding->explanation.vi == "Bị kỷ luật trong năm học 2021–2022: khiển trách (10/01/2022).");
}

TEST_CASE("Quota and vote cases are read as strictly", "[rules][input]")
{
    const auto refuseQuota = [](json made, const char* key, const char* place) {
        const auto read = quotaCaseFromJson(made);
        REQUIRE_FALSE(read);
        checkRefused(read.error(), key, place);
    };
    const json quota = {{"on", "2022-05-25"}, {"honour", "chien-si-thi-dua-co-so"}, {"base", 24}, {"nominated", 4}};
    REQUIRE(quotaCaseFromJson(quota));
    auto made = quota;
    made["base"] = -1;
    refuseQuota(made, "case.negative", "base");
    made = quota;
    made["managers"] = 5;
    refuseQuota(made, "case.over-whole", "managers");
    made = quota;
    made["extra"] = 5;
    refuseQuota(made, "case.unknown-key", "extra");
    made = quota;
    made["on"] = "2016-05-25";
    refuseQuota(made, "case.before-first-rules", "on");

    const auto refuseVote = [](json vote, const char* key, const char* place) {
        const auto read = voteCaseFromJson(vote);
        REQUIRE_FALSE(read);
        checkRefused(read.error(), key, place);
    };
    const json vote = {{"on", "2022-05-25"}, {"honour", "chien-si-thi-dua-co-so"}, {"members", 9}, {"present", 8}, {"for", 7}};
    REQUIRE(voteCaseFromJson(vote));
    made = vote;
    made["for"] = 9;
    refuseVote(made, "case.over-whole", "for");
    made = vote;
    made["present"] = 10;
    refuseVote(made, "case.over-whole", "present");
    made = vote;
    made["members"] = 0;
    refuseVote(made, "case.too-small", "members");
    made = vote;
    made.erase("for");
    refuseVote(made, "case.missing-key", "for");
}

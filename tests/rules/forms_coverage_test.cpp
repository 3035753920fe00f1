// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"
#include "support/catch.h"

#include "rules/model.h"

#include "rules/quota.h"

#include <fstream>
#include <algorithm>
#include <map>
#include <set>

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

/// The conditions that the honours of one file ask for.
std::set<std::string> askedIn(const std::string& file)
{
    std::ifstream in(std::string(RULES_FILES) + "/" + file);
    const json topic = json::parse(in);
    std::set<std::string> own;
    for (const auto& rule : topic.at("rules"))
        own.insert(rule.at("id").get<std::string>());
    std::set<std::string> asked;
    for (const auto& requirement : topic.at("requirements"))
        for (const auto& id : requirement.at("all"))
            if (own.contains(id.get<std::string>()))
                asked.insert(id.get<std::string>());
    return asked;
}

using Seen = std::map<std::string, std::set<Outcome>>;

Seen outcomesOfTheTables()
{
    Seen seen;
    for (const auto& entry : caseTable())
        for (const auto& finding : evaluate(shipped(), readCase(entry.at("case"))).findings) {
            seen[finding.id].insert(finding.outcome);
            for (const auto& branch : finding.branches)
                seen[finding.id + "/" + branch.id].insert(branch.outcome);
        }
    return seen;
}

/// Rests on texts that nobody has checked, so that it never refuses.
bool unconfirmed(const std::string& id)
{
    const auto& rule = shipped().model().rules.at(id.substr(0, id.find('/')));
    return std::none_of(rule.versions.begin(), rule.versions.end(), [](const RuleVersion& version) { return version.certain; });
}

}

TEST_CASE("Every condition of the forms and of pupils has cases that pass, fail and leave it unknown", "[rules][forms]")
{
    const Seen seen = outcomesOfTheTables();
    for (const char* file : {"forms.json", "pupils.json"}) {
        const auto asked = askedIn(file);
        REQUIRE(asked.size() >= 15);
        for (const auto& [id, outcomes] : seen) {
            if (!asked.contains(id.substr(0, id.find('/'))))
                continue;
            INFO(file << ": " << id);
            if (!unconfirmed(id))
                CHECK(outcomes.contains(Outcome::Fail));
            // They only say that a way is not open: to everybody of local schools.
            if (id == "principal-may-certify" || id == "minister-merit-not-local")
                continue;
            CHECK(outcomes.contains(Outcome::Pass));
            CHECK(outcomes.contains(Outcome::Unknown));
        }
        for (const auto& id : asked) {
            INFO(file << ": " << id);
            CHECK(seen.contains(id));
        }
    }
}

TEST_CASE("A further discipline never helps in any case of the tables", "[rules][forms]")
{
    for (const auto& entry : caseTable()) {
        const json& made = entry.at("case");
        if (!made.at("facts").contains("discipline"))
            continue;
        const auto rank = [](const json& one) { return rankOf(outcomesOf(shipped(), readCase(one)).verdict); };
        const auto before = rank(made);
        if (before == rankOf(VerdictKind::Eligible))
            continue;
        for (const char* day : {"2011-03-03", "2019-11-11", "2022-03-03", "2023-11-20", "2025-03-03", ""}) {
            json more = made;
            json item = {{"form", "reprimand"}};
            if (*day != '\0')
                item["decided_on"] = day;
            more["facts"]["discipline"].push_back(item);
            INFO(more.dump());
            CHECK(rank(more) <= before);
        }
    }
}

TEST_CASE("A pupil without a grade is eligible only where every circular agrees", "[rules][forms]")
{
    int agreed = 0;
    for (const auto& entry : caseTable()) {
        json made = entry.at("case");
        if (made["subject"]["kind"] != "pupil" || !made["subject"].contains("grade"))
            continue;
        made["subject"].erase("grade");
        if (evaluate(shipped(), readCase(made)).verdict != VerdictKind::Eligible)
            continue;
        ++agreed;
        for (int grade = 1; grade <= 9; ++grade) {
            made["subject"]["grade"] = grade;
            INFO(made.dump());
            CHECK(evaluate(shipped(), readCase(made)).verdict == VerdictKind::Eligible);
        }
    }
    CHECK(agreed > 0);
}

TEST_CASE("Managers are at most a third of those proposed for the minister's certificate, while Circular 21/2020 stands", "[rules][forms]")
{
    const auto limits = [](Date on, int nominated, int managers) { return quota(shipped(), {on, "bang-khen-bo", 30, nominated, managers}).limits; };
    CHECK(limits(Date(2020, 9, 30), 6, 3).empty());
    for (const Date day : {Date(2020, 10, 1), Date(2022, 5, 25), Date(2024, 2, 14)}) {
        INFO(day.iso());
        REQUIRE(limits(day, 6, 3).size() == 1);
        CHECK_FALSE(limits(day, 6, 3).front().within);
        CHECK(limits(day, 6, 2).front().within);
        CHECK(limits(day, 5, 1).front().within);
        CHECK(limits(day, 6, 3).front().citation.full.find("21/2020") != std::string::npos);
    }
    CHECK(limits(Date(2024, 2, 15), 6, 3).empty());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/evaluator.h"
#include "rules/overview.h"
#include "services/foresight_judge.h"
#include "text/messages.h"

#include <algorithm>
#include <array>

namespace thidua::services {

using nlohmann::json;
using rules::Case;
using rules::Outcome;

namespace {

constexpr int kYearsAhead = 8;
/// What grows only from year to year.
constexpr std::array<std::string_view, 5> kGrowing{"honours", "evaluations", "employed_from", "sector_years", "teaching_years"};
/// What one may hope for in every year to come.
constexpr std::array<const char*, 5> kHopes{"registered", "evaluation", "discipline", "under_investigation", "initiatives"};

bool takesYears(const rules::Verdict& verdict, const std::string& id)
{
    const auto finding = std::ranges::find(verdict.findings, id, &rules::Finding::id);
    return finding != verdict.findings.end() && std::ranges::any_of(finding->facts, [](const auto& fact) {
        return std::ranges::find(kGrowing, fact) != kGrowing.end();
    });
}

Case hopedFor(const rules::Catalogue& catalogue, Case theCase)
{
    for (const auto* fact : kHopes)
        if (const auto supplies = suppliesOf(catalogue, theCase, fact); !supplies.empty()) {
            // The supplies of initiatives end with several at the highest level; of grades with the highest.
            theCase = supplied(std::move(theCase), supplies.back());
        }
    return theCase;
}

bool received(const Case& theCase, const std::string& honour)
{
    const auto* held = theCase.facts.find("honours");
    return held != nullptr && std::ranges::any_of(*held, [&](const json& item) {
        return item.value("honour", "") == honour && item.value("school_year", "") == theCase.schoolYear.text();
    });
}

void receive(Case& theCase, const std::string& honour)
{
    const auto* held = theCase.facts.find("honours");
    json list = held != nullptr ? *held : json::array();
    list.push_back({{"honour", honour}, {"school_year", theCase.schoolYear.text()}, {"decided_on", theCase.on.iso()}, {"ground", "annual_merit"}});
    theCase.facts.set("honours", std::move(list));
}

/// One way into the future: every year at its best, `honour` received each year (none when empty).
struct Path {
    const rules::Catalogue& catalogue;
    std::string honour;
    std::string shortName;
    bool possibleNow = true; ///< this year's may still be received

    void follow(Case theCase, std::vector<Missing>& missing) const
    {
        int times = 0;
        for (int ahead = 0; ahead < kYearsAhead; ++ahead) {
            theCase = hopedFor(catalogue, std::move(theCase));
            if (ahead > 0)
                note(theCase, times, missing);
            if (!honour.empty() && !received(theCase, honour) && (ahead > 0 || possibleNow)) {
                receive(theCase, honour);
                ++times;
            }
            theCase = rolledForward(std::move(theCase));
        }
    }

    void note(const Case& theCase, int times, std::vector<Missing>& missing) const
    {
        const auto outcomes = rules::outcomesOf(catalogue, theCase).findings;
        for (auto& one : missing) {
            const auto finding = std::ranges::find(outcomes, std::string_view(one.finding), &std::pair<std::string_view, Outcome>::first);
            if (finding == outcomes.end() || finding->second != Outcome::Pass)
                continue;
            if (one.earliest && *one.earliest <= theCase.schoolYear)
                continue;
            one.earliest = theCase.schoolYear;
            one.times = honour.empty() ? 0 : times;
            one.text = honour.empty() ? text::message("foresight.years", {one.label, theCase.schoolYear.screen()})
                                      : text::message("foresight.times", {std::to_string(times), shortName, theCase.schoolYear.screen()});
        }
    }
};

}

void lookAhead(const rules::Catalogue& catalogue, const Case& theCase, const std::set<std::string>& lostNow, std::vector<Missing>& missing)
{
    const auto verdict = rules::evaluate(catalogue, theCase);
    std::vector<Missing> slow;
    for (const auto& one : missing)
        if (!one.by && takesYears(verdict, one.finding))
            slow.push_back(one);
    if (slow.empty())
        return;
    Path{catalogue, {}, {}, true}.follow(theCase, slow);
    const std::string kind(rules::toCode(theCase.subject.kind));
    for (const auto& honour : rules::honoursOn(catalogue, theCase.on)) {
        if (honour.code == theCase.honour)
            break; // only what stands below it leads up to it
        if (std::ranges::find(honour.recipientKinds, kind) != honour.recipientKinds.end())
            Path{catalogue, honour.code, honour.shortName.vi, !lostNow.contains(honour.code)}.follow(theCase, slow);
    }
    for (auto& one : missing)
        if (const auto found = std::ranges::find(slow, one.finding, &Missing::finding); found != slow.end())
            one = *found;
}

}

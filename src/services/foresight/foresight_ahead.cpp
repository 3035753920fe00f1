// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/submission.h"
#include "rules/condition.h"
#include "rules/evaluator.h"
#include "rules/model.h"
#include "rules/overview.h"
#include "services/foresight/foresight_judge.h"
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

json award(const Case& theCase, const std::string& honour)
{
    return {{"honour", honour}, {"school_year", theCase.schoolYear.text()}, {"decided_on", theCase.on.iso()}, {"ground", "annual_merit"}};
}

/// This year and the years after it, each at its best.
std::vector<Case> yearsAhead(const rules::Catalogue& catalogue, Case theCase)
{
    std::vector<Case> years;
    for (int ahead = 0; ahead < kYearsAhead; ++ahead) {
        years.push_back(hopedFor(catalogue, std::move(theCase)));
        theCase = rolledForward(catalogue, years.back());
    }
    return years;
}

/// One way into the future: `honour` received each year (none when empty).
struct Path {
    const rules::Catalogue& catalogue;
    std::string honour;
    std::string shortName;
    bool possibleNow = true; ///< this year's may still be received

    void follow(const std::vector<Case>& years, std::vector<Missing>& missing) const
    {
        const auto* held = years.front().facts.find("honours");
        json list = held != nullptr ? *held : json::array();
        int times = 0;
        for (std::size_t ahead = 0; ahead < years.size(); ++ahead) {
            Case here = years[ahead];
            if (times > 0)
                here.facts.set("honours", list);
            if (ahead > 0)
                note(here, times, missing);
            if (honour.empty() || received(here, honour) || (ahead == 0 && !possibleNow))
                continue;
            list.push_back(award(here, honour));
            ++times;
            here.facts.set("honours", list);
            if (ahead > 0)
                note(here, times, missing); // a chain may end with this very year
        }
    }

    void note(const Case& theCase, int times, std::vector<Missing>& missing) const
    {
        const rules::Condition condition(catalogue.model(), theCase);
        for (auto& one : missing) {
            if (one.earliest && *one.earliest <= theCase.schoolYear)
                continue;
            if (rules::outcomeOfRule(condition, one.finding) != Outcome::Pass)
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
        if (!one.by && catalogue.model().rules.contains(one.finding) && takesYears(verdict, one.finding))
            slow.push_back(one);
    if (slow.empty())
        return;
    const auto years = yearsAhead(catalogue, theCase);
    Path{catalogue, {}, {}, true}.follow(years, slow);
    const std::string kind(rules::toCode(theCase.subject.kind));
    for (const auto& honour : rules::honoursOn(catalogue, theCase.on)) {
        if (honour.code == theCase.honour)
            break; // only what stands below it leads up to it
        if (std::ranges::find(honour.recipientKinds, kind) != honour.recipientKinds.end())
            Path{catalogue, honour.code, honour.shortName.vi, !lostNow.contains(honour.code)}.follow(years, slow);
    }
    for (auto& one : missing)
        if (const auto found = std::ranges::find(slow, one.finding, &Missing::finding); found != slow.end())
            one = *found;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/foresight/foresight_judge.h"

#include "domain/submission.h"
#include "rules/condition.h"
#include "rules/evaluator.h"
#include "rules/model.h"
#include "text/messages.h"

#include <algorithm>
#include <map>
#include <set>

namespace thidua::services {

using rules::Case;
using rules::Finding;
using rules::Outcome;
using rules::Verdict;
using rules::VerdictKind;

namespace {

bool looksAt(const Finding& finding, const std::string& fact)
{
    return std::ranges::find(finding.facts, fact) != finding.facts.end();
}

bool stands(Outcome outcome)
{
    return outcome == Outcome::Pass || outcome == Outcome::NotApplicable;
}

bool stands(const Finding& finding)
{
    return stands(finding.outcome);
}

/// Whether the condition is met, or no longer asked.
bool standsIn(const rules::Outcomes& outcomes, const std::string& id)
{
    return std::ranges::none_of(outcomes.findings, [&id](const auto& one) { return one.first == id && !stands(one.second); });
}

std::vector<const Finding*> openFindings(const Verdict& verdict)
{
    std::vector<const Finding*> open;
    for (const auto& finding : verdict.findings)
        if (!stands(finding))
            open.push_back(&finding);
    return open;
}

/// One value of one fact tried: which conditions stand with it. Only those that look at the fact are asked again.
struct Trial {
    Supply supply;
    std::map<std::string, bool> standing;
    bool enough = false; ///< nothing else is missing then

    bool turns(const std::string& finding) const
    {
        const auto found = standing.find(finding);
        return found != standing.end() && found->second;
    }
};

/// One fact of a case set for a while: a case is long, so things are tried in it and taken back.
struct Supposed {
    Supposed(Case& in, const Supply& supply) : theCase(in), fact(supply.fact)
    {
        if (const auto* held = theCase.facts.find(fact))
            before = *held;
        theCase.facts.set(fact, supply.value);
    }
    ~Supposed()
    {
        if (before)
            theCase.facts.set(fact, std::move(*before));
        else
            theCase.facts.remove(fact);
    }
    Supposed(const Supposed&) = delete;
    Supposed& operator=(const Supposed&) = delete;

    Case& theCase;
    std::string fact;
    std::optional<nlohmann::json> before;
};

Trial tried(const rules::Catalogue& catalogue, Case& scratch, const Verdict& now, Supply supply)
{
    Trial trial{std::move(supply), {}, true};
    const Supposed supposed(scratch, trial.supply);
    const rules::Condition condition(catalogue.model(), scratch);
    for (const auto& finding : now.findings) {
        bool standing = stands(finding);
        if (looksAt(finding, trial.supply.fact)) {
            const auto again = rules::outcomeOfRule(condition, finding.id);
            standing = !again || stands(*again);
            trial.standing.emplace(finding.id, standing);
        }
        trial.enough = trial.enough && standing;
    }
    return trial;
}

/// Everything that could still come about, fact by fact, each value tried alone.
std::vector<Trial> trialsOf(const rules::Catalogue& catalogue, const Case& theCase, const Verdict& now, const std::vector<const Finding*>& open,
                            const std::set<std::string>& lostNow)
{
    std::vector<std::string> facts;
    for (const auto* finding : open)
        for (const auto& fact : finding->facts)
            if (catalogue.model().rules.contains(finding->id) && std::ranges::find(facts, fact) == facts.end())
                facts.push_back(fact);
    std::vector<Trial> trials;
    Case scratch = theCase;
    for (const auto& fact : facts)
        for (auto& supply : suppliesOf(catalogue, theCase, fact))
            if (!lostNow.contains(supply.award))
                trials.push_back(tried(catalogue, scratch, now, std::move(supply)));
    return trials;
}

/// What fails on facts that all stand as they are.
std::vector<const Finding*> hopelessOf(const rules::Catalogue& catalogue, const Case& theCase, const std::vector<const Finding*>& open)
{
    std::vector<const Finding*> hopeless;
    for (const auto* finding : open)
        if (finding->outcome == Outcome::Fail
            && std::ranges::all_of(finding->facts, [&](const auto& fact) { return suppliesOf(catalogue, theCase, fact).empty(); }))
            hopeless.push_back(finding);
    return hopeless;
}

/// For each fact the first, least demanding trial that `serves`.
template <class Serves>
std::vector<const Trial*> leastOf(const std::vector<Trial>& trials, Serves serves)
{
    std::vector<const Trial*> least;
    for (const auto& trial : trials)
        if (serves(trial) && std::ranges::none_of(least, [&trial](const auto* one) { return one->supply.fact == trial.supply.fact; }))
            least.push_back(&trial);
    return least;
}

/// “Một sáng kiến cấp cơ sở hoặc xếp loại “…””: by the supplies' own words or, where they have none, by the condition's label.
std::string wordsOf(const std::vector<const Trial*>& ways, const Finding& finding)
{
    std::string words;
    for (const auto* way : ways)
        if (!way->supply.words.empty())
            words += (words.empty() ? std::string() : " " + text::message("foresight.or") + " ") + way->supply.words;
    if (!words.empty())
        return words;
    return finding.outcome == Outcome::Unknown ? text::message("foresight.confirm", {finding.label.vi}) : finding.label.vi;
}

Missing missingOf(const Finding& finding)
{
    Missing missing;
    missing.finding = finding.id;
    missing.label = finding.label.vi;
    missing.text = finding.label.vi;
    missing.remedy = finding.remedy.vi;
    missing.citation = finding.citation.brief;
    missing.law = finding.citation.full;
    missing.quote = finding.quote;
    missing.explanation = finding.explanation.vi;
    missing.outcome = finding.outcome;
    return missing;
}

Missing suppliedBy(const Finding& finding, const std::vector<const Trial*>& ways, const ReviewDay& day)
{
    Missing missing = missingOf(finding);
    missing.text = wordsOf(ways, finding);
    const bool registering = ways.size() == 1 && ways.front()->supply.fact == "registered";
    missing.by = registering && day.registerBy ? *day.registerBy : day.on;
    if (registering && !day.registerBy)
        missing.text = text::message("foresight.register-late");
    return missing;
}

/// The case with everything open at once, for conditions that rest on more than one fact.
Case withEverything(const std::vector<Trial>& trials, Case theCase)
{
    std::map<std::string, const Trial*> best;
    for (const auto& trial : trials) {
        auto& held = best[trial.supply.fact];
        const auto met = [](const Trial& one) { return std::ranges::count_if(one.standing, [](const auto& entry) { return entry.second; }); };
        if (held == nullptr || met(trial) >= met(*held))
            held = &trial;
    }
    for (const auto& [fact, trial] : best)
        theCase = supplied(std::move(theCase), trial->supply);
    return theCase;
}

struct Sorter {
    const rules::Catalogue& catalogue;
    const Case& theCase;
    const ReviewDay& day;
    Outlook outlook;

    void closed(const std::vector<const Finding*>& open)
    {
        bool lost = false;
        for (const auto* finding : open) {
            outlook.missing.push_back(missingOf(*finding));
            outlook.missing.back().certainlyLost = finding->outcome == Outcome::Fail;
            lost = lost || finding->outcome == Outcome::Fail;
        }
        outlook.chance = lost ? Chance::Lost : Chance::Unknown;
    }

    /// One thing alone would do.
    bool oneIsEnough(const std::vector<const Finding*>& open, const std::vector<Trial>& trials)
    {
        const auto ways = leastOf(trials, [](const Trial& trial) { return trial.enough; });
        if (ways.empty())
            return false;
        const auto about = std::ranges::find_if(open, [&ways](const auto* finding) { return looksAt(*finding, ways.front()->supply.fact); });
        outlook.missing.push_back(suppliedBy(about == open.end() ? *open.front() : **about, ways, day));
        outlook.chance = Chance::Near;
        return true;
    }

    void each(const std::vector<const Finding*>& open, const std::vector<Trial>& trials)
    {
        const auto everything = rules::outcomesOf(catalogue, withEverything(trials, theCase));
        bool lost = false, unknown = false;
        for (const auto* finding : open) {
            const auto ways = leastOf(trials, [finding](const Trial& trial) { return trial.turns(finding->id); });
            if (!ways.empty() || standsIn(everything, finding->id)) {
                outlook.missing.push_back(suppliedBy(*finding, ways, day));
                continue;
            }
            outlook.missing.push_back(missingOf(*finding));
            auto& missing = outlook.missing.back();
            missing.certainlyLost = finding->outcome == Outcome::Fail;
            lost = lost || missing.certainlyLost;
            unknown = unknown || !missing.certainlyLost;
        }
        outlook.chance = lost ? Chance::Lost : unknown ? Chance::Unknown : open.size() == 1 ? Chance::Near : Chance::Possible;
    }
};

}

Outlook outlookOf(const rules::Catalogue& catalogue, const Case& theCase, const ReviewDay& day, const std::set<std::string>& lostNow, Detail detail)
{
    Sorter sorter{catalogue, theCase, day, {}};
    // Whoever is through needs no words for it.
    if (detail == Detail::Reason && rules::outcomesOf(catalogue, theCase).verdict == VerdictKind::Eligible) {
        sorter.outlook.chance = Chance::Reached;
        return sorter.outlook;
    }
    sorter.outlook.verdict = rules::evaluate(catalogue, theCase);
    const Verdict& verdict = sorter.outlook.verdict;
    if (verdict.verdict == VerdictKind::Eligible) {
        sorter.outlook.chance = Chance::Reached;
        return sorter.outlook;
    }
    const auto open = openFindings(verdict);
    if (day.over) {
        sorter.closed(open);
        return sorter.outlook;
    }
    if (const auto hopeless = detail == Detail::Reason ? hopelessOf(catalogue, theCase, open) : std::vector<const Finding*>{}; !hopeless.empty()) {
        sorter.closed(hopeless);
        return sorter.outlook;
    }
    const auto trials = trialsOf(catalogue, theCase, verdict, open, lostNow);
    if (!sorter.oneIsEnough(open, trials))
        sorter.each(open, trials);
    // What cannot be changed stands first, then what is due first.
    std::ranges::stable_sort(sorter.outlook.missing, {}, [](const Missing& one) {
        return std::pair(!one.certainlyLost, one.by.value_or(Date(9999, 12, 31)));
    });
    return sorter.outlook;
}

void settleAhead(Outlook& outlook, SchoolYear year, const ReviewDay& day)
{
    bool lost = false, unknown = false;
    for (auto& missing : outlook.missing) {
        if (missing.earliest && *missing.earliest <= year) {
            missing.certainlyLost = false;
            missing.by = day.on;
        }
        lost = lost || missing.certainlyLost;
        unknown = unknown || (!missing.certainlyLost && !missing.by);
    }
    if (!outlook.missing.empty())
        outlook.chance = lost ? Chance::Lost : unknown ? Chance::Unknown : outlook.missing.size() == 1 ? Chance::Near : Chance::Possible;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/evaluator.h"

#include "rules/condition.h"
#include "rules/conflicts.h"
#include "rules/finding_words.h"
#include "rules/refusal.h"
#include "rules/vote_finding.h"

#include <algorithm>

namespace thidua::rules {
namespace {

/// A rule's outcome on a case after its exceptions.
struct Decision {
    Judgement judgement;
    const Exception* exception = nullptr;
    bool conflict = false;
    const Exception* rival = nullptr; ///< of a conflict: the one that disagrees
};

using Group = std::vector<const Exception*>;

/// Exceptions in force, those of the highest priority first, equal ones together.
std::vector<Group> groupsOn(const Rule& rule, Date date)
{
    Group all;
    for (const auto& exception : rule.exceptions)
        if (exception.span.contains(date))
            all.push_back(&exception);
    std::stable_sort(all.begin(), all.end(), [](auto a, auto b) { return a->priority > b->priority; });
    std::vector<Group> groups;
    for (const auto* exception : all) {
        if (groups.empty() || groups.back().front()->priority != exception->priority)
            groups.emplace_back();
        groups.back().push_back(exception);
    }
    return groups;
}

Decision applied(const Condition& condition, const Exception& exception)
{
    Decision decision{condition.judge(exception.instead), &exception, false};
    const Judgement when = condition.judge(exception.when);
    for (const auto& name : when.facts)
        if (std::find(decision.judgement.facts.begin(), decision.judgement.facts.end(), name) == decision.judgement.facts.end())
            decision.judgement.facts.push_back(name);
    decision.judgement.certain = decision.judgement.certain && exception.certain;
    if (!exception.certain && !decision.judgement.local)
        decision.judgement.firm = Truth::Unknown;
    return decision;
}

/// The common answer of all, or unknown; `rivals` are the decisions that certainly apply.
Decision agreed(Decision first, const std::vector<Decision>& others, bool rivals)
{
    for (const auto& other : others) {
        if (other.judgement.firm != first.judgement.firm)
            first.judgement.firm = Truth::Unknown;
        if (other.judgement.truth == first.judgement.truth)
            continue;
        first.judgement.truth = Truth::Unknown;
        first.judgement.firm = Truth::Unknown;
        first.judgement.facts.insert(first.judgement.facts.end(), other.judgement.facts.begin(), other.judgement.facts.end());
        first.exception = rivals ? first.exception : nullptr;
        first.conflict = rivals;
        first.rival = rivals ? other.exception : nullptr;
        return first;
    }
    return first;
}

/// Walks down the priorities: an exception that applies replaces everything below it; one that may apply leaves the answer open
/// unless it would change nothing; two that apply with equal rank and disagree are a conflict.
Decision decide(const Condition& condition, const Node& test, const std::vector<Group>& groups, std::size_t level)
{
    if (level == groups.size())
        return {condition.judge(test), nullptr, false};
    std::vector<Decision> sure;
    std::vector<Decision> open;
    for (const auto* exception : groups[level]) {
        const Truth when = condition.judge(exception->when).truth;
        if (when != Truth::False)
            (when == Truth::True ? sure : open).push_back(applied(condition, *exception));
    }
    if (sure.empty())
        return agreed(decide(condition, test, groups, level + 1), open, false);
    const Decision first = agreed(sure.front(), sure, true);
    return first.conflict ? first : agreed(first, open, false);
}

/// Whether what was looked at refuses: what only an unconfirmed text or value refuses stays open, unless a layer has set it.
Outcome settled(const Model& model, const Rule& rule, const RuleVersion& version, const Judgement& judgement, Date date)
{
    if (judgement.truth != Truth::False)
        return outcomeOf(judgement.truth);
    const ParamValue* turnedOn = rule.enabledBy.empty() ? nullptr : model.param(rule.enabledBy, date);
    const bool own = judgement.local || (turnedOn != nullptr && turnedOn->local);
    const bool confirmed = version.certain && (turnedOn == nullptr || turnedOn->certain);
    return judgement.firm == Truth::False && (own || confirmed) ? Outcome::Fail : Outcome::Unknown;
}

/// Whether the rule concerns this case at all; none when it does.
std::optional<Outcome> notConcerned(const Condition& condition, const Rule& rule, Judgement& judgement)
{
    if (!rule.applies)
        return std::nullopt;
    judgement = condition.judge(*rule.applies);
    if (judgement.truth == Truth::True)
        return std::nullopt;
    if (judgement.truth == Truth::False || rule.appliesUnknownIsNotApplicable)
        return Outcome::NotApplicable;
    return Outcome::Unknown;
}

Finding started(const Model& model, const Rule& rule, const RuleVersion& version, Date date)
{
    Finding finding;
    finding.id = rule.id;
    finding.label = version.label.value_or(rule.label);
    finding.citation = version.cite;
    finding.quote = version.quote;
    finding.certain = version.certain;
    if (!rule.enabledBy.empty()) {
        const ParamValue* value = model.param(rule.enabledBy, date);
        finding.certain = finding.certain && value->certain;
        if (value->local)
            append(finding.citation, value->cite);
    }
    return finding;
}

void putUncertainty(const Model& model, Finding& finding, const Rule& rule, const RuleVersion& version, const Judgement& judgement, Date date)
{
    if (finding.certain)
        return;
    const ParamValue* param = rule.enabledBy.empty() ? nullptr : model.param(rule.enabledBy, date);
    if (judgement.uncertain)
        append(finding.explanation, *judgement.uncertain);
    else if (version.uncertain)
        append(finding.explanation, *version.uncertain);
    else if (param != nullptr && param->uncertain)
        append(finding.explanation, *param->uncertain);
    else
        append(finding.explanation, model.notice("uncertain").explanation);
}

/// Says what two texts of equal rank each hold, so that the office above can be asked a precise question.
void putConflict(const Model& model, Finding& finding, const Exception& one, const Exception& other)
{
    finding.explanation = model.notice("conflict").explanation;
    for (const auto* side : {&one, &other}) {
        const std::string words = "“" + side->quote + "” (" + side->cite.brief + ")" + (side == &one ? ";" : ".");
        append(finding.explanation, {words, words});
    }
    append(finding.citation, other.cite);
    finding.remedy = model.notice("conflict").remedy;
}

/// Puts a decided rule into words: those of what was found, whatever comes of it.
void finish(const Condition& condition, Finding& finding, const Rule& rule, const Decision& decision, Outcome settledAs)
{
    const Model& model = condition.model();
    const Judgement& judgement = decision.judgement;
    const Exception* exception = decision.exception;
    finding.outcome = settledAs;
    finding.facts = judgement.facts;
    // What fails does so on a confirmed text, whatever else was looked at beside it.
    finding.certain = (finding.certain && judgement.certain) || (settledAs == Outcome::Fail && finding.certain && judgement.firm == Truth::False);
    finding.conflict = decision.conflict;
    if (exception != nullptr) {
        append(finding.citation, exception->cite);
        finding.quote = exception->quote;
    }
    for (const auto& cite : judgement.cites)
        append(finding.citation, cite);
    finding.branches = branchFindings(condition, judgement);
    if (exception != nullptr && decision.rival != nullptr) {
        putConflict(model, finding, *exception, *decision.rival);
        return;
    }
    const auto outcome = outcomeOf(judgement.truth);
    putWords(model, finding, valuesOf(condition, judgement),
             firstText(outcome, {exception ? &exception->explanation : nullptr, judgement.explanation, &rule.explanation}),
             firstText(outcome, {exception ? &exception->remedy : nullptr, judgement.remedy, &rule.remedy}));
    putWhichHalf(model, finding);
    putYears(model, finding, judgement);
}

/// Says of what would fail on a confirmed text why it does not.
void putNotRefused(const Model& model, Finding& finding, const Judgement& judgement)
{
    if (judgement.truth != Truth::False || finding.outcome != Outcome::Unknown)
        return;
    append(finding.explanation, model.notice("not-refused").explanation);
    append(finding.remedy, model.notice("not-refused").remedy);
}

/// A finding that stands outside any honour's conditions, worded by a notice of regimes.json.
Finding noticed(const Model& model, const std::string& id, Outcome outcome, const Citation& citation, const Values& values)
{
    const Notice& notice = model.notice(id);
    Finding finding;
    finding.id = id;
    finding.label = notice.label;
    finding.outcome = outcome;
    finding.citation = citation;
    finding.explanation = filled(notice.explanation, values);
    finding.remedy = filled(notice.remedy, values);
    return finding;
}

Text recipientsText(const Model& model, const Honour& honour)
{
    Text text;
    for (const auto kind : honour.recipients) {
        const Text one = codeText(model, "subject_kind", toCode(kind));
        text.vi += (text.vi.empty() ? "" : "; ") + one.vi;
        text.en += (text.en.empty() ? "" : "; ") + one.en;
    }
    return text;
}

std::optional<Finding> gate(const Model& model, const Regime& regime, const Case& theCase)
{
    const std::string notice(refusalOf(model, theCase));
    if (notice.empty())
        return std::nullopt;
    Values values = commonValues(model, theCase);
    if (const Honour* honour = model.honour(theCase.honour))
        values["recipients"] = recipientsText(model, *honour);
    values["subject"] = codeText(model, "subject_kind", toCode(theCase.subject.kind));
    values["ground"] = codeText(model, "ground", theCase.ground);
    return noticed(model, notice, Outcome::Fail, regime.honourList, values);
}

/// What is told of the vote in the finding's own words, or in those of a notice.
Finding voteFinding(const Condition& condition, const VoteJudgement& vote)
{
    const Model& model = condition.model();
    Values values = vote.judgement.values;
    values.merge(commonValues(model, condition.theCase()));
    if (vote.outcome == Outcome::NotApplicable || !vote.notice.empty()) {
        Finding finding = noticed(model, vote.notice, vote.outcome, vote.rule.citation, values);
        append(finding.citation, vote.rule.councilCite);
        finding.id = "vote";
        finding.facts = vote.judgement.facts;
        finding.certain = !vote.doubt;
        if (vote.doubt)
            append(finding.explanation, *vote.doubt);
        return finding;
    }
    Finding finding;
    finding.id = model.voteFinding.id;
    finding.label = model.voteFinding.label;
    finding.citation = vote.rule.citation;
    finding.quote = vote.rule.quote;
    finding.certain = vote.rule.certain;
    finish(condition, finding, model.voteFinding, {vote.judgement, nullptr, false}, vote.outcome);
    if (finding.certain)
        return finding;
    append(finding.explanation, vote.rule.uncertain.value_or(model.notice("uncertain").explanation));
    putNotRefused(model, finding, vote.judgement);
    return finding;
}

/// A council's no is a no: where no condition has failed, it is a finding of its own.
void putCouncilNo(const Model& model, const Regime& regime, const Case& theCase, std::vector<Finding>& findings)
{
    const auto fact = councilNo(model, theCase);
    if (fact.empty() || std::any_of(findings.begin(), findings.end(), [](const Finding& one) { return one.outcome == Outcome::Fail; }))
        return;
    findings.push_back(noticed(model, "council-no", Outcome::Fail, regime.law, commonValues(model, theCase)));
    findings.back().facts = {fact};
}

std::vector<Finding> findingsOf(const Model& model, const Regime& regime, const Case& theCase)
{
    if (auto refused = gate(model, regime, theCase))
        return {*refused};
    const Requirement* requirement = model.requirementOn(theCase.honour, theCase.on, theCase.subject.kind, theCase.ground);
    if (requirement == nullptr)
        return {noticed(model, "rules-available", Outcome::Unknown, regime.law, commonValues(model, theCase))};
    const Condition condition(model, theCase);
    std::vector<Finding> findings;
    for (const auto& id : requirement->rules)
        if (auto finding = evaluateRule(condition, id))
            findings.push_back(std::move(*finding));
    if (const auto vote = judgeVote(condition, requirement->vote))
        findings.push_back(voteFinding(condition, *vote));
    putConflicts(condition, findings);
    putCouncilNo(model, regime, theCase, findings);
    return findings;
}

/// A rule looked at: not in force or switched off (none), of no concern to the case, or decided.
struct Looked {
    const Rule& rule;
    const RuleVersion& version;
    std::optional<Outcome> notConcerned;
    Decision decision;
    Outcome outcome = Outcome::Unknown;
};

std::optional<Looked> lookedAt(const Condition& condition, const std::string& ruleId)
{
    const Rule& rule = condition.model().rules.at(ruleId);
    const Date on = condition.theCase().on;
    const RuleVersion* version = rule.on(on);
    if (version == nullptr || switchedOff(condition.model(), rule, on))
        return std::nullopt;
    Looked looked{rule, *version, std::nullopt, {}};
    looked.notConcerned = notConcerned(condition, rule, looked.decision.judgement);
    looked.outcome = looked.notConcerned.value_or(Outcome::Unknown);
    if (looked.notConcerned)
        return looked;
    const Node& test = version->test ? *version->test : rule.test;
    if (rule.exceptions.empty())
        looked.decision.judgement = condition.judge(test);
    else
        looked.decision = decide(condition, test, groupsOn(rule, on), 0);
    looked.outcome = settled(condition.model(), rule, *version, looked.decision.judgement, on);
    return looked;
}

VerdictKind kindOf(const Outcomes& outcomes)
{
    VerdictKind kind = VerdictKind::Eligible;
    for (const auto& [id, outcome] : outcomes.findings) {
        if (outcome == Outcome::Fail)
            return VerdictKind::Ineligible;
        if (outcome == Outcome::Unknown)
            kind = VerdictKind::Undetermined;
    }
    return kind;
}

}

bool switchedOff(const Model& model, const Rule& rule, Date date)
{
    if (rule.enabledBy.empty())
        return false;
    const ParamValue* value = model.param(rule.enabledBy, date);
    return value == nullptr || value->value.is_null() || value->value == false;
}

std::optional<Finding> evaluateRule(const Condition& condition, const std::string& ruleId)
{
    const auto looked = lookedAt(condition, ruleId);
    if (!looked)
        return std::nullopt;
    const auto& [rule, version, notConcerned, decision, outcome] = *looked;
    const Model& model = condition.model();
    const Date on = condition.theCase().on;
    Finding finding = started(model, rule, version, on);
    if (notConcerned) {
        finding.outcome = *notConcerned;
        finding.facts = decision.judgement.facts;
        putWords(model, finding, valuesOf(condition, decision.judgement), rule.explanation.of(*notConcerned), rule.remedy.of(*notConcerned));
        // What does not concern the case rests on nothing.
        finding.certain = finding.certain || *notConcerned == Outcome::NotApplicable;
    } else {
        finish(condition, finding, rule, decision, outcome);
    }
    putUncertainty(model, finding, rule, version, decision.judgement, on);
    if (!notConcerned)
        putNotRefused(model, finding, decision.judgement);
    return finding;
}

std::optional<Outcome> outcomeOfRule(const Condition& condition, const std::string& ruleId)
{
    const auto looked = lookedAt(condition, ruleId);
    return looked ? std::optional(looked->outcome) : std::nullopt;
}

Outcomes outcomesOf(const Catalogue& catalogue, const Case& theCase)
{
    const Model& model = catalogue.model();
    const Regime* regime = model.regimeOn(theCase.on);
    const auto only = [](std::string_view id, Outcome outcome) {
        return Outcomes{outcome == Outcome::Fail ? VerdictKind::Ineligible : VerdictKind::Undetermined, {{id, outcome}}};
    };
    if (regime == nullptr)
        return only("rules-available", Outcome::Unknown);
    Outcomes outcomes;
    const Requirement* requirement = model.requirementOn(theCase.honour, theCase.on, theCase.subject.kind, theCase.ground);
    if (const auto notice = refusalOf(model, theCase); !notice.empty()) {
        outcomes = only(notice, Outcome::Fail);
    } else if (requirement == nullptr) {
        outcomes = only("rules-available", Outcome::Unknown);
    } else {
        const Condition condition(model, theCase, Words::None);
        for (const auto& id : requirement->rules)
            if (const auto outcome = outcomeOfRule(condition, id))
                outcomes.findings.emplace_back(id, *outcome);
        if (const auto vote = judgeVote(condition, requirement->vote))
            outcomes.findings.emplace_back("vote", vote->outcome);
        putConflicts(condition, outcomes.findings);
        if (kindOf(outcomes) != VerdictKind::Ineligible && !councilNo(model, theCase).empty())
            outcomes.findings.emplace_back("council-no", Outcome::Fail);
    }
    if (regime->ref.provisional && theCase.subject.kind != SubjectKind::Pupil)
        outcomes.findings.emplace_back("rules-confirmed", Outcome::Unknown);
    outcomes.verdict = kindOf(outcomes);
    return outcomes;
}

Verdict evaluate(const Catalogue& catalogue, const Case& theCase)
{
    const Model& model = catalogue.model();
    static const Regime kNone{{"none", kFirstRuleDay, std::nullopt, false}, {}, {}};
    const Regime* found = model.regimeOn(theCase.on);
    const Regime& regime = found == nullptr ? kNone : *found;
    Verdict verdict;
    verdict.honour = theCase.honour;
    verdict.ruleSet = regime.ref;
    verdict.catalogueHash = catalogue.hash();
    verdict.findings = found == nullptr
                           ? std::vector{noticed(model, "rules-available", Outcome::Unknown, {}, commonValues(model, theCase))}
                           : findingsOf(model, regime, theCase);
    if (regime.ref.provisional && theCase.subject.kind != SubjectKind::Pupil)
        verdict.findings.push_back(noticed(model, "rules-confirmed", Outcome::Unknown, regime.law, commonValues(model, theCase)));
    verdict.verdict = verdictOf(verdict.findings);
    return verdict;
}

}

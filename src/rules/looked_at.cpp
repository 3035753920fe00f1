// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/evaluator.h"

#include "rules/condition.h"
#include "rules/conflicts.h"
#include "rules/refusal.h"

#include <algorithm>

namespace thidua::rules {
namespace {

using Names = std::map<std::string, Reach>;

void look(Names& names, const std::string& path, Reach reach = Reach::AllYears)
{
    if (path.empty())
        return;
    const auto added = names.emplace(topName(path), reach);
    added.first->second = std::max(added.first->second, reach);
}

Reach reachOf(const std::vector<Where>& filters)
{
    const bool tells = std::any_of(filters.begin(), filters.end(), [](const Where& where) { return where.why.has_value(); });
    const bool here = std::any_of(filters.begin(), filters.end(), [](const Where& where) {
        return where.field == "school_year" && (where.op == Op::ThisSchoolYear || where.op == Op::Absent);
    });
    return !here ? Reach::AllYears : tells ? Reach::ToldOf : Reach::ThisYear;
}

void collect(const Model& model, const Rule& rule, Names& names);

void collect(const Model& model, const Node& node, Names& names)
{
    for (const auto* path : {&node.fact, &node.per, &node.from, &node.to, &node.thisYear, &node.valueOf})
        look(names, *path);
    // "At least none of them" only asks whether the list is known.
    const bool known = node.kind == Node::Kind::Count && node.op == Op::GreaterEqual && node.value == 0;
    look(names, node.of, known ? Reach::ThisYear : reachOf(node.where));
    for (const auto* other : {&node.since, &node.inYearsOf})
        if (*other)
            look(names, (*other)->of);
    for (const auto* list : {&node.children, &node.ifUnknown})
        for (const auto& child : *list)
            collect(model, child, names);
    if (!node.ref.empty())
        collect(model, model.rules.at(node.ref), names);
}

void collect(const Model& model, const Rule& rule, Names& names)
{
    collect(model, rule.test, names);
    if (rule.applies)
        collect(model, *rule.applies, names);
    for (const auto& version : rule.versions)
        if (version.test)
            collect(model, *version.test, names);
    for (const auto& exception : rule.exceptions)
        for (const auto* node : {&exception.when, &exception.instead})
            collect(model, *node, names);
}

void collectParams(const Node& node, std::vector<std::string>& params)
{
    const auto add = [&params](const std::string& param) {
        if (!param.empty() && std::find(params.begin(), params.end(), param) == params.end())
            params.push_back(param);
    };
    add(node.param);
    for (const auto& filter : node.where)
        add(filter.param);
    for (const auto* other : {&node.since, &node.inYearsOf})
        if (*other)
            for (const auto& filter : (*other)->where)
                add(filter.param);
    for (const auto* list : {&node.children, &node.ifUnknown})
        for (const auto& child : *list)
            collectParams(child, params);
}

}

std::vector<std::string> paramsOf(const Node& node)
{
    std::vector<std::string> params;
    collectParams(node, params);
    return params;
}

std::map<std::string, Reach> factsLookedAt(const Model& model, const std::string& honour, Date on, SubjectKind kind, std::string_view ground)
{
    Names names;
    const Requirement* requirement = model.requirementOn(honour, on, kind, ground);
    if (requirement == nullptr)
        return names;
    for (const auto& id : requirement->rules)
        collect(model, model.rules.at(id), names);
    // Where the law sets no threshold of votes, the school's own counts.
    look(names, "votes");
    for (const auto& spec : model.facts.facts())
        if (councilMaySay(spec, kind))
            look(names, spec.id);
    return names;
}

namespace {

struct Found {
    const FactConflict* conflict;
    const RuleVersion* text;
    Judgement judgement;
};

bool isListed(const std::vector<std::string>& all, std::string_view one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Those that hold, looked at first: they are rare, and what the honour's conditions ask for takes longer to find out.
std::vector<Found> found(const Condition& condition)
{
    const Model& model = condition.model();
    const Case& theCase = condition.theCase();
    std::vector<Found> all;
    for (const auto& conflict : model.conflicts) {
        const auto* text = !conflict.kind || *conflict.kind == theCase.subject.kind ? conflict.on(theCase.on) : nullptr;
        if (text == nullptr)
            continue;
        auto judgement = condition.judge(conflict.when);
        if (judgement.truth == Truth::True)
            all.push_back({&conflict, text, std::move(judgement)});
    }
    if (all.empty())
        return all;
    auto asked = factsLookedAt(model, theCase.honour, theCase.on, theCase.subject.kind, theCase.ground);
    if (theCase.stage == Stage::Nomination)
        asked.erase("votes");
    std::erase_if(all, [&asked](const Found& one) {
        return std::none_of(one.conflict->facts.begin(), one.conflict->facts.end(), [&asked](const auto& fact) { return asked.contains(fact); });
    });
    return all;
}

/// Whether the conflict is told by a finding that is there already.
bool concerns(const FactConflict& conflict, std::string_view id, Outcome outcome)
{
    return isListed(conflict.findings, id) && (outcome != Outcome::Fail || conflict.evenFailing);
}

void tell(const Condition& condition, const Found& one, Finding& finding)
{
    Values values = one.judgement.values;
    values.merge(commonValues(condition.model(), condition.theCase()));
    finding.outcome = Outcome::Unknown;
    finding.conflict = true;
    const auto& text = one.text->cite;
    if (finding.citation.full.find(text.full) == std::string::npos)
        finding.citation = finding.citation.empty() ? text : Citation{finding.citation.full + "; " + text.full, finding.citation.brief + "; " + text.brief};
    finding.quote = one.text->quote;
    for (const auto& fact : one.conflict->facts)
        if (!isListed(finding.facts, fact))
            finding.facts.push_back(fact);
    finding.explanation = filled(one.conflict->explanation, values);
    const std::string texts = " (" + text.brief + ")";
    finding.explanation.vi += texts;
    finding.explanation.en += texts;
    finding.remedy = filled(one.conflict->remedy, values);
    finding.certain = finding.certain && one.text->certain;
    if (finding.certain)
        return;
    const Text why = one.text->uncertain.value_or(condition.model().notice("uncertain").explanation);
    finding.explanation.vi += " " + why.vi;
    finding.explanation.en += " " + why.en;
}

}

void putConflicts(const Condition& condition, std::vector<Finding>& findings)
{
    for (const auto& one : found(condition)) {
        bool told = false;
        for (auto& finding : findings)
            if (concerns(*one.conflict, finding.id, finding.outcome)) {
                if (!finding.conflict)
                    tell(condition, one, finding);
                told = true;
            }
        if (told || one.conflict->onlyFindings)
            continue;
        Finding own;
        own.id = one.conflict->id;
        own.label = one.conflict->label;
        tell(condition, one, own);
        findings.push_back(std::move(own));
    }
}

void putConflicts(const Condition& condition, std::vector<std::pair<std::string_view, Outcome>>& outcomes)
{
    for (const auto& one : found(condition)) {
        bool told = false;
        for (auto& [id, outcome] : outcomes)
            if (concerns(*one.conflict, id, outcome)) {
                outcome = Outcome::Unknown;
                told = true;
            }
        if (!told && !one.conflict->onlyFindings)
            outcomes.emplace_back(one.conflict->id, Outcome::Unknown);
    }
}

}

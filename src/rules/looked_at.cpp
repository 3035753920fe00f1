// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/evaluator.h"

#include "rules/condition.h"

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
    if (node.since)
        look(names, node.since->of);
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
    if (node.since)
        for (const auto& filter : node.since->where)
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
    return names;
}

}

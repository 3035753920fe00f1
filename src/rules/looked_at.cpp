// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/evaluator.h"

#include "rules/condition.h"

namespace thidua::rules {
namespace {

void collect(const Model& model, const Rule& rule, std::set<std::string>& out);

void collect(const Model& model, const Node& node, std::set<std::string>& out)
{
    for (const auto* path : {&node.fact, &node.per, &node.of, &node.from, &node.to, &node.thisYear})
        if (!path->empty())
            out.insert(topName(*path));
    if (node.since)
        out.insert(topName(node.since->of));
    for (const auto* list : {&node.children, &node.ifUnknown})
        for (const auto& child : *list)
            collect(model, child, out);
    if (!node.ref.empty())
        collect(model, model.rules.at(node.ref), out);
}

void collect(const Model& model, const Rule& rule, std::set<std::string>& out)
{
    collect(model, rule.test, out);
    if (rule.applies)
        collect(model, *rule.applies, out);
    for (const auto& version : rule.versions)
        if (version.test)
            collect(model, *version.test, out);
    for (const auto& exception : rule.exceptions)
        for (const auto* node : {&exception.when, &exception.instead})
            collect(model, *node, out);
}

}

std::set<std::string> factsLookedAt(const Model& model, const std::string& honour, Date on, SubjectKind kind, std::string_view ground)
{
    std::set<std::string> names;
    const Requirement* requirement = model.requirementOn(honour, on, kind, ground);
    if (requirement == nullptr)
        return names;
    for (const auto& id : requirement->rules)
        collect(model, model.rules.at(id), names);
    if (requirement->vote)
        names.insert("votes");
    return names;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/pack_nodes.h"

#include "rules/model.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace thidua::rules {
namespace {

using nlohmann::json;

// Whatever else stands beside a node's kind or inside its operands is a mistake, not an extension.
constexpr std::array<std::string_view, 15> kNodeKeys = {"all",  "any",   "not",         "at_least", "test",    "count",    "between", "ref", "id",
                                                        "label", "cite", "explanation", "remedy",   "certain", "uncertain"};
constexpr std::array<std::string_view, 20> kOperandKeys = {"fact", "per", "op",          "value",        "param", "of",   "where", "sum",
                                                           "from", "to",  "consecutive", "within_years", "unit",  "if_unknown",
                                                           "since", "this_year", "value_of", "plus", "within_certain", "in_years_of"};
constexpr std::array<std::string_view, 8> kWhereKeys = {"field", "op", "value", "param", "missing", "why", "certain", "uncertain"};
constexpr std::array<std::string_view, 2> kSinceKeys = {"of", "where"};
/// What the case itself tells, beside its facts.
constexpr std::array<std::string_view, 5> kCaseFacts = {"on", "school_year", "ground", "year_began", "year_ends"};

constexpr std::array<const char*, 8> kNodeKinds = {"all", "any", "not", "at_least", "test", "count", "between", "ref"};

struct NodeChecker {
    const PackNames& names;
    std::vector<PackProblem> problems{};

    void report(const char* key, const std::string& place, const std::string& what = {}) { problems.push_back({key, {place, what}}); }

    void checkFact(const json& body, const char* key, const std::string& place)
    {
        const auto name = body.value(key, std::string());
        const bool ofCase = std::find(kCaseFacts.begin(), kCaseFacts.end(), name) != kCaseFacts.end();
        if (!name.empty() && !ofCase && !names.facts.contains(name))
            report("rules.unknown-fact", place + "." + key, name);
    }

    template <std::size_t N>
    void checkKeys(const json& object, const std::string& place, const std::array<std::string_view, N>& known)
    {
        for (const auto& item : object.items())
            if (std::find(known.begin(), known.end(), item.key()) == known.end())
                report("rules.unknown-key", place, item.key());
    }

    /// A branch of an alternative is a leaf of its own: it has words and a citation.
    void checkBranch(const json& node, const std::string& place)
    {
        const auto cites = node.value("cite", json::array());
        if (cites.empty())
            report("rules.uncited", place);
        for (const auto& cite : cites)
            if (!names.sources.contains(cite.value("src", std::string())))
                report("rules.unknown-source", place, cite.dump());
    }

    void checkFilters(const json& body, const std::string& place)
    {
        const auto list = body.value("of", std::string());
        const auto where = body.find("where");
        if (where == body.end())
            return;
        for (const auto& filter : *where) {
            checkKeys(filter, place + ".where", kWhereKeys);
            const auto field = filter.value("field", std::string());
            if (!names.facts.contains(list + "." + field))
                report("rules.unknown-fact", place + ".where", list + "." + field);
            if (!opOf(filter.value("op", std::string())))
                report("rules.unknown-op", place + ".where", filter.value("op", std::string()));
            const auto param = filter.value("param", std::string());
            if (!param.empty() && !names.params.contains(param))
                report("rules.unknown-param", place + ".where", param);
        }
    }

    void checkOperands(const json& body, const std::string& place)
    {
        checkKeys(body, place, kOperandKeys);
        for (const char* key : {"fact", "per", "of", "from", "to", "this_year", "value_of"})
            checkFact(body, key, place);
        const auto op = body.value("op", std::string());
        if (!opOf(op))
            report("rules.unknown-op", place, op);
        const auto param = body.value("param", std::string());
        if (!param.empty() && !names.params.contains(param))
            report("rules.unknown-param", place, param);
        checkFilters(body, place);
        // Only the evaluations have a fact that holds this year's item.
        if (body.contains("this_year") && (body["this_year"] != "evaluation" || body.value("of", std::string()) != "evaluations"))
            report("rules.bad-value", place + ".this_year", body["this_year"].dump());
        for (const char* key : {"since", "in_years_of"})
            if (const auto other = body.find(key); other != body.end()) {
                const auto there = place + "." + key;
                checkKeys(*other, there, kSinceKeys);
                checkFact(*other, "of", there);
                checkFilters(*other, there);
            }
        if (body.contains("if_unknown"))
            check(body["if_unknown"], place + ".if_unknown");
    }

    void checkChildren(const json& children, const std::string& place)
    {
        if (!children.is_array() || children.empty()) {
            report("rules.bad-node", place);
            return;
        }
        for (std::size_t i = 0; i < children.size(); ++i)
            check(children[i], place + "[" + std::to_string(i) + "]");
    }

    void check(const json& node, const std::string& place)
    {
        std::vector<std::string> kinds;
        if (node.is_object())
            for (const char* kind : kNodeKinds)
                if (node.contains(kind))
                    kinds.emplace_back(kind);
        if (kinds.size() != 1) {
            report("rules.bad-node", place);
            return;
        }
        checkKeys(node, place, kNodeKeys);
        if (node.contains("id"))
            checkBranch(node, place);
        const auto& kind = kinds.front();
        const auto& body = node[kind];
        const auto here = place + "." + kind;
        if (kind == "all" || kind == "any")
            checkChildren(body, here);
        else if (kind == "not")
            check(body, here);
        else if (kind == "at_least")
            checkChildren(body.value("of", json::array()), here);
        else if (kind == "ref") {
            if (!body.is_string() || !names.rules.contains(body.get<std::string>()))
                report("rules.unknown-rule", here, body.dump());
        } else if (body.is_object())
            checkOperands(body, here);
        else
            report("rules.bad-node", here);
    }
};

}

std::vector<PackProblem> nodeProblems(const json& node, const std::string& place, const PackNames& names)
{
    NodeChecker checker{names};
    checker.check(node, place);
    return std::move(checker.problems);
}

std::set<std::string> refsOf(const json& node)
{
    std::set<std::string> refs;
    if (node.is_object()) {
        for (const auto& item : node.items()) {
            if (item.key() == "ref" && item.value().is_string())
                refs.insert(item.value().get<std::string>());
            refs.merge(refsOf(item.value()));
        }
    } else if (node.is_array()) {
        for (const auto& child : node)
            refs.merge(refsOf(child));
    }
    return refs;
}

}

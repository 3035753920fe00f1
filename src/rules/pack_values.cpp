// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/pack_values.h"

#include "base/date.h"
#include "base/school_year.h"
#include "rules/fact_schema.h"
#include "rules/rule_node.h"
#include "rules/share.h"

#include <algorithm>
#include <array>
#include <set>

namespace thidua::rules {
namespace {

using nlohmann::json;

/// Operators that look at the case or at nothing, so that a value beside them would be a mistake.
bool standsAlone(Op op)
{
    constexpr std::array alone = {Op::CoversHonour, Op::InSchoolYear, Op::ThisSchoolYear, Op::BeforeThisSchoolYear, Op::Absent, Op::ThisHonour, Op::NotAfterOn};
    return std::find(alone.begin(), alone.end(), op) != alone.end();
}

class ValueChecker {
public:
    explicit ValueChecker(const json& pack) : m_facts(pack)
    {
        for (const auto& honour : pack.value("honours", json::array()))
            m_honours.insert(honour.value("id", std::string()));
    }

    std::vector<PackProblem> problems{};

    void checkNode(const json& node, const std::string& place)
    {
        for (const char* kind : {"all", "any"})
            if (node.contains(kind))
                for (std::size_t i = 0; i < node[kind].size(); ++i)
                    checkNode(node[kind][i], place + "." + kind + "[" + std::to_string(i) + "]");
        if (node.contains("not"))
            checkNode(node["not"], place + ".not");
        if (node.contains("at_least"))
            for (std::size_t i = 0; i < node["at_least"].at("of").size(); ++i)
                checkNode(node["at_least"]["of"][i], place + ".at_least.of[" + std::to_string(i) + "]");
        if (node.contains("test"))
            checkTest(node["test"], place + ".test");
        if (node.contains("count"))
            checkCount(node["count"], place + ".count");
        if (node.contains("between")) {
            checkNumber(node["between"], place + ".between");
            if (node["between"].contains("if_unknown"))
                checkNode(node["between"]["if_unknown"], place + ".between.if_unknown");
        }
    }

private:
    void report(const std::string& place, const json& value) { problems.push_back({"rules.value-unfit", {place, value.dump()}}); }

    /// One of value and param, and none where the operator needs none. True when there is a plain value to look at.
    bool hasValue(const json& body, Op op, const std::string& place)
    {
        const int given = (body.contains("value") ? 1 : 0) + (body.contains("param") ? 1 : 0) + (body.contains("value_of") ? 1 : 0);
        if (given != (standsAlone(op) ? 0 : 1))
            problems.push_back({standsAlone(op) ? "rules.value-idle" : "rules.value-missing", {place, body.value("op", std::string())}});
        return given == 1 && body.contains("value") && !standsAlone(op);
    }

    void checkNumber(const json& body, const std::string& place)
    {
        const auto op = opOf(body.value("op", std::string()));
        if (op && hasValue(body, *op, place) && !body["value"].is_number_integer())
            report(place, body["value"]);
    }

    void checkTest(const json& body, const std::string& place)
    {
        const auto op = opOf(body.value("op", std::string()));
        const auto fact = body.value("fact", std::string());
        if (!op || !hasValue(body, *op, place))
            return;
        if (body.contains("per")) {
            if (!body["value"].is_string() || !ratioFromText(body["value"].get<std::string>()))
                report(place, body["value"]);
            return;
        }
        checkValue(specOf(fact), *op, body["value"], place);
    }

    void checkCount(const json& body, const std::string& place)
    {
        checkNumber(body, place);
        checkFilters(body, place);
        if (body.contains("since"))
            checkFilters(body["since"], place + ".since");
    }

    void checkFilters(const json& body, const std::string& place)
    {
        for (const auto& filter : body.value("where", json::array())) {
            const auto op = opOf(filter.value("op", std::string()));
            const auto here = place + ".where[" + filter.value("field", std::string()) + "]";
            if (op && hasValue(filter, *op, here))
                checkValue(specOf(body.value("of", std::string()) + "." + filter.value("field", std::string())), *op, filter["value"], here);
        }
    }

    /// The declaration of a fact, of a field, or of what the case itself tells.
    FactSpec specOf(const std::string& path) const
    {
        if (const auto* spec = m_facts.find(path))
            return *spec;
        FactSpec spec;
        spec.type = path == "on" || path == "year_began" || path == "year_ends" ? FactType::Date : path == "school_year" ? FactType::SchoolYear : path == "ground" ? FactType::Code : FactType::List;
        if (const auto* grounds = m_facts.set("ground"); path == "ground" && grounds != nullptr)
            spec.values = *grounds;
        return spec;
    }

    void checkValue(const FactSpec& spec, Op op, const json& value, const std::string& place)
    {
        if (op == Op::WithinMonths) {
            if (!value.is_number_integer())
                report(place, value);
            return;
        }
        const bool many = op == Op::In || op == Op::NotIn || (op == Op::Covers && value.is_array());
        if (many ? !value.is_array() || value.empty() : !fits(spec, value)) {
            report(place, value);
            return;
        }
        if (many)
            for (const auto& one : value)
                if (!fits(spec, one))
                    report(place, one);
    }

    bool fits(const FactSpec& spec, const json& value) const
    {
        switch (spec.type) {
        case FactType::Bool: return value.is_boolean();
        case FactType::Integer: return value.is_number_integer();
        case FactType::Code: return value.is_string() && spec.rank(value.get<std::string>()) >= 0;
        case FactType::Date: return value.is_string() && Date::fromIso(value.get<std::string>());
        case FactType::SchoolYear: return value.is_string() && SchoolYear::parse(value.get<std::string>());
        case FactType::Honour: return value.is_string() && m_honours.contains(value.get<std::string>());
        default: return true;
        }
    }

    FactSchema m_facts;
    std::set<std::string> m_honours;
};

/// Citations that stand where no other check looks: of notes, implications, nodes without an id.
void checkSources(const json& value, const std::string& place, const std::set<std::string>& sources, std::vector<PackProblem>& problems)
{
    if (value.is_array())
        for (std::size_t i = 0; i < value.size(); ++i)
            checkSources(value[i], place + "[" + std::to_string(i) + "]", sources, problems);
    if (!value.is_object())
        return;
    for (const auto& item : value.items()) {
        if (item.key() == "cite" && item.value().is_array())
            for (const auto& cite : item.value())
                if (!cite.is_object() || !sources.contains(cite.value("src", std::string())))
                    problems.push_back({"rules.unknown-source", {place, cite.dump()}});
        checkSources(item.value(), place.empty() ? item.key() : place + "." + item.key(), sources, problems);
    }
}

}

std::vector<PackProblem> valueProblems(const json& pack)
{
    ValueChecker checker(pack);
    std::set<std::string> sources;
    for (const auto& source : pack.value("sources", json::array()))
        sources.insert(source.value("id", std::string()));
    checkSources(pack, "", sources, checker.problems);
    for (const auto& rule : pack.value("rules", json::array())) {
        const auto place = "rules[" + rule.value("id", std::string()) + "]";
        for (const char* key : {"test", "applies"})
            if (rule.contains(key))
                checker.checkNode(rule[key], place + "." + key);
        std::size_t index = 0;
        for (const auto& version : rule.value("versions", json::array())) {
            const auto here = place + ".versions[" + std::to_string(index++) + "].test";
            if (version.contains("test"))
                checker.checkNode(version["test"], here);
        }
        for (const auto& exception : rule.value("exceptions", json::array()))
            for (const char* key : {"when", "instead"})
                if (exception.contains(key))
                    checker.checkNode(exception[key], place + ".exceptions[" + exception.value("id", std::string()) + "]." + key);
    }
    for (const auto& conflict : pack.value("conflicts", json::array()))
        if (conflict.contains("when"))
            checker.checkNode(conflict["when"], "conflicts[" + conflict.value("id", std::string()) + "].when");
    return std::move(checker.problems);
}

}

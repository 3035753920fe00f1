// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/condition.h"

#include <algorithm>
#include <set>

namespace thidua::rules {

using nlohmann::json;

namespace {

/// A count of which only the bounds are known while items are unknown.
struct Bounds {
    long long least = 0;
    long long most = 0;
};

Truth holdsBetween(Op op, Bounds bounds, long long expected)
{
    bool all = true;
    bool none = true;
    for (auto value = bounds.least; value <= bounds.most; ++value) {
        all = all && holds(op, value, expected);
        none = none && !holds(op, value, expected);
    }
    return all ? Truth::True : none ? Truth::False : Truth::Unknown;
}

/// The longest run of school years that ends with `last` or the year before it.
long long runUpTo(const std::set<int>& years, int last)
{
    const auto runEndingIn = [&years](int end) {
        long long length = 0;
        while (years.contains(end - static_cast<int>(length)))
            ++length;
        return length;
    };
    return std::max(runEndingIn(last), runEndingIn(last - 1));
}

std::optional<int> startYear(const json& item)
{
    const auto found = item.find("school_year");
    if (found == item.end() || !found->is_string())
        return std::nullopt;
    const auto year = SchoolYear::parse(found->get<std::string>());
    return year ? std::optional(year->startYear()) : std::nullopt;
}

/// `khiển trách (10/01/2022)`: an item by its fields' words.
Text itemText(const Model& model, const FactSpec& list, const json& item)
{
    Text text;
    for (const auto& field : list.fields) {
        const auto found = item.find(field.id);
        if (found == item.end())
            continue;
        const Text value = valueText(model, &field, *found);
        text.vi += text.vi.empty() ? value.vi : " (" + value.vi + ")";
        text.en += text.en.empty() ? value.en : " (" + value.en + ")";
    }
    return text;
}

void append(Text& list, const Text& item, const std::string& separator)
{
    list.vi += (list.vi.empty() ? "" : separator) + item.vi;
    list.en += (list.en.empty() ? "" : separator) + item.en;
}

/// What the items of a list add up to.
struct Tally {
    Bounds bounds;
    std::set<int> sureYears;
    long long openYears = 0;
    Text items;
    Text rejected;

    void add(Truth truth, const Node& node, const json& item)
    {
        const long long weight = node.sum.empty() ? 1 : item.value(node.sum, 0);
        bounds.most += weight;
        bounds.least += truth == Truth::True ? weight : 0;
        const auto year = startYear(item);
        if (truth == Truth::True && year)
            sureYears.insert(*year);
        else
            ++openYears;
    }
};

Truth withinYears(const Node& node, const json& item, int last)
{
    if (!node.withinYears)
        return Truth::True;
    const auto year = startYear(item);
    return year ? truthOf(*year <= last && *year > last - *node.withinYears) : Truth::Unknown;
}

}

Truth Condition::itemMatches(const FactSpec& list, const Where& where, const json& item) const
{
    const auto found = item.find(where.field);
    if (found == item.end()) {
        if (where.op == Op::Absent)
            return Truth::True;
        return where.missing ? truthOf(*where.missing) : Truth::Unknown;
    }
    return compare(list.field(where.field), *found, where.op, where.value);
}

Truth Condition::itemCounts(const Node& node, const FactSpec& list, const json& item, Text& rejected) const
{
    Truth truth = withinYears(node, item, m_case.schoolYear.startYear());
    for (const auto& where : node.where) {
        const Truth one = itemMatches(list, where, item);
        if (one == Truth::False && truth != Truth::False && where.why)
            append(rejected, filled(*where.why, {{"value", valueText(m_model, list.field(where.field), item.value(where.field, json("")))}}), "; ");
        truth = std::min(truth, one);
    }
    return truth;
}

Judgement Condition::judgeCount(const Node& node) const
{
    Judgement judgement;
    judgement.facts.push_back(topName(node.of));
    const json wanted = expected(node, judgement);
    judgement.values["required"] = valueText(m_model, nullptr, wanted);
    const FactSpec* spec = m_model.facts.find(node.of);
    static const json kNone = json::array();
    const json* found = fact(node.of);
    if (found == nullptr && absentIsNone(node.of))
        found = &kNone;
    if (found == nullptr || !found->is_array() || spec == nullptr || !wanted.is_number_integer())
        return judgement;

    Tally tally;
    for (const auto& item : *found) {
        const Truth truth = itemCounts(node, *spec, item, tally.rejected);
        if (truth == Truth::False)
            continue;
        tally.add(truth, node, item);
        append(tally.items, itemText(m_model, *spec, item), ", ");
    }
    if (node.consecutive) {
        tally.bounds.least = runUpTo(tally.sureYears, m_case.schoolYear.startYear());
        tally.bounds.most = tally.openYears == 0 ? tally.bounds.least : static_cast<long long>(tally.sureYears.size()) + tally.openYears;
    }
    judgement.values["count"] = numberText(tally.bounds.least);
    judgement.values["items"] = tally.items;
    if (!tally.rejected.empty())
        judgement.values["rejected"] = {" (" + tally.rejected.vi + ")", " (" + tally.rejected.en + ")"};
    judgement.truth = holdsBetween(node.op, tally.bounds, wanted.get<long long>());
    return judgement;
}

}

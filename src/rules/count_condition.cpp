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

/// The school year in which an item was decided.
std::optional<int> yearDecided(const json& item)
{
    const auto decided = item.find("decided_on");
    if (decided == item.end() || !decided->is_string())
        return std::nullopt;
    const auto date = Date::fromIso(decided->get<std::string>());
    return date ? std::optional(SchoolYear::of(*date).startYear()) : std::nullopt;
}

/// The school year an item belongs to: named, or by the date it was decided on. Nobody is rewarded for a year before it begins: of an item
/// decided earlier than the year that it names one of the two is wrong, and its year is not known.
std::optional<int> startYear(const json& item)
{
    const auto decided = yearDecided(item);
    const auto named = item.find("school_year");
    if (named == item.end() || !named->is_string())
        return decided;
    const auto year = SchoolYear::parse(named->get<std::string>());
    return year && !(decided && *decided < year->startYear()) ? std::optional(year->startYear()) : std::nullopt;
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
    std::set<int> openYears;
    long long yearless = 0; ///< items that may count in a year nobody knows
    Text items;
    Text rejected;

    void add(Truth truth, const Node& node, const json& item)
    {
        const auto amount = node.sum.empty() ? item.end() : item.find(node.sum);
        const long long weight = node.sum.empty() ? 1 : amount != item.end() && amount->is_number_integer() ? amount->get<long long>() : 0;
        bounds.most += weight;
        bounds.least += truth == Truth::True ? weight : 0;
        const auto year = startYear(item);
        if (!year)
            ++yearless;
        else
            (truth == Truth::True ? sureYears : openYears).insert(*year);
    }

    std::set<int> possibleYears() const
    {
        std::set<int> possible = sureYears;
        possible.insert(openYears.begin(), openYears.end());
        return possible;
    }

    /// A run of years instead of a number of items.
    void countRun(int last)
    {
        const auto possible = possibleYears();
        bounds.least = runUpTo(sureYears, last);
        bounds.most = yearless == 0 ? runUpTo(possible, last) : static_cast<long long>(possible.size()) + yearless;
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

/// The school years of another list's matching items: surely, and possibly.
struct Condition::Bound {
    bool known = true;
    std::set<int> sure;
    std::set<int> possible;
    bool yearless = false;

    /// Whether a year lies after the newest of them.
    Truth after(std::optional<int> year) const
    {
        if (!known || !year)
            return Truth::Unknown;
        if (!sure.empty() && *year <= *sure.rbegin())
            return Truth::False;
        // A match of a year that nobody knows can only move the bound later.
        if (yearless)
            return Truth::Unknown;
        return !possible.empty() && *year <= *possible.rbegin() ? Truth::Unknown : Truth::True;
    }

    Truth has(std::optional<int> year) const
    {
        if (year && sure.contains(*year))
            return Truth::True;
        const bool open = !known || yearless || (year ? possible.contains(*year) : !sure.empty() || !possible.empty());
        return open ? Truth::Unknown : Truth::False;
    }
};

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

std::vector<Where> Condition::resolved(const std::vector<Where>& filters, Judgement& judgement) const
{
    std::vector<Where> all = filters;
    for (auto& filter : all)
        filter.value = expected(filter.param, filter.value, judgement);
    return all;
}

Condition::Bound Condition::boundOf(const Since& since, Judgement& judgement) const
{
    Bound bound;
    const json* items = fact(since.of);
    const FactSpec* spec = m_model.facts.find(since.of);
    note(judgement, since.of);
    bound.known = (items != nullptr && items->is_array() && spec != nullptr) || absentIsNone(since.of);
    if (!bound.known || items == nullptr)
        return bound;
    const auto filters = resolved(since.where, judgement);
    for (const auto& item : *items) {
        Truth truth = Truth::True;
        for (const auto& where : filters)
            truth = std::min(truth, itemMatches(*spec, where, item));
        if (truth == Truth::False)
            continue;
        const auto year = startYear(item);
        bound.yearless = bound.yearless || !year;
        if (year)
            (truth == Truth::True ? bound.sure : bound.possible).insert(*year);
    }
    return bound;
}

std::optional<std::vector<const json*>> Condition::itemsOf(const Node& node) const
{
    std::vector<const json*> items;
    const json* found = fact(node.of);
    if (found == nullptr)
        return absentIsNone(node.of) ? std::optional(items) : std::nullopt;
    if (!found->is_array())
        return std::nullopt;
    bool listed = node.thisYear.empty();
    for (const auto& item : *found) {
        items.push_back(&item);
        listed = listed || startYear(item) == m_case.schoolYear.startYear();
    }
    if (!listed)
        items.push_back(&thisYear());
    return items;
}

/// Whether an item counts, and whether it counts for sure: one that only an unconfirmed filter turns away may count after all.
struct Condition::ItemTruth {
    Truth plain = Truth::True;
    Truth firm = Truth::True;

    void atMost(Truth truth, bool certain = true)
    {
        plain = std::min(plain, truth);
        firm = std::min(firm, certain || truth == Truth::True ? truth : Truth::Unknown);
    }
};

Condition::ItemTruth Condition::itemCounts(const Node& node, const std::vector<Where>& filters, const FactSpec& list, const json& item, Judgement& judgement,
                                           Text& rejected) const
{
    ItemTruth truth;
    truth.atMost(withinYears(node, item, m_case.schoolYear.startYear()), node.withinCertain);
    for (const auto& where : filters) {
        const Truth one = itemMatches(list, where, item);
        if (one == Truth::False && truth.plain != Truth::False && where.why && worded())
            append(rejected, filled(*where.why, {{"value", valueText(m_model, list.field(where.field), item.value(where.field, json("")))}}), "; ");
        if (one == Truth::False && !where.certain && where.uncertain)
            judgement.uncertain = where.uncertain;
        truth.atMost(one, where.certain);
    }
    return truth;
}

void Condition::noteYears(const Node& node, long long asked, const std::vector<const json*>& items, const std::set<int>& counted, Judgement& judgement) const
{
    constexpr long long kLongest = 30;
    if (!worded() || node.thisYear.empty())
        return;
    const int last = m_case.schoolYear.startYear();
    const auto span = static_cast<int>(std::min(kLongest, node.consecutive ? asked : node.withinYears.value_or(0)));
    const bool known = fact(node.of) != nullptr || absentIsNone(node.of);
    Text untold;
    Text fallShort;
    for (int year = last - span + 1; year <= last; ++year) {
        const auto item = std::ranges::find_if(items, [year](const json* one) { return startYear(*one) == year; });
        const auto lacks = [&](const Where& where) { return where.op != Op::Absent && !(*item)->contains(where.field); };
        const bool told = item == items.end() ? known : std::ranges::none_of(node.where, lacks);
        if (!told)
            append(untold, yearText(m_model, SchoolYear(year)), ", ");
        else if (known && !counted.contains(year))
            append(fallShort, yearText(m_model, SchoolYear(year)), ", ");
    }
    judgement.values[kYearsUntold] = untold;
    judgement.values[kYearsShort] = fallShort;
}

Judgement Condition::judgeCount(const Node& node) const
{
    Judgement judgement;
    note(judgement, node.of);
    const json& wanted = expected(node, judgement);
    if (worded())
        judgement.values["required"] = valueText(m_model, nullptr, wanted);
    const FactSpec* spec = m_model.facts.find(node.of);
    if (!node.thisYear.empty())
        note(judgement, node.thisYear);
    const auto items = itemsOf(node);
    const auto bound = node.since ? std::optional(boundOf(*node.since, judgement)) : std::nullopt;
    const auto years = node.inYearsOf ? std::optional(boundOf(*node.inYearsOf, judgement)) : std::nullopt;
    const bool byParam = std::any_of(node.where.begin(), node.where.end(), [](const Where& where) { return !where.param.empty(); });
    const auto own = byParam ? resolved(node.where, judgement) : std::vector<Where>();
    const auto& filters = byParam ? own : node.where;
    if (spec == nullptr || !wanted.is_number_integer())
        return judgement;
    if (!items) {
        noteYears(node, wanted.get<long long>(), {&thisYear()}, {}, judgement);
        return judgement;
    }

    Tally tally;
    Tally firm;
    for (const json* item : *items) {
        ItemTruth truth = itemCounts(node, filters, *spec, *item, judgement, tally.rejected);
        if (bound)
            truth.atMost(bound->after(startYear(*item)));
        if (years)
            truth.atMost(years->has(startYear(*item)));
        if (truth.firm != Truth::False)
            firm.add(truth.firm, node, *item);
        if (truth.plain == Truth::False)
            continue;
        tally.add(truth.plain, node, *item);
        if (worded())
            append(tally.items, itemText(m_model, *spec, *item), ", ");
    }
    for (auto* counted : {&tally, &firm})
        if (node.consecutive)
            counted->countRun(m_case.schoolYear.startYear());
    judgement.truth = holdsBetween(node.op, tally.bounds, wanted.get<long long>());
    const Truth sure = holdsBetween(node.op, firm.bounds, wanted.get<long long>());
    judgement.firm = judgement.certain ? sure : Truth::Unknown;
    judgement.certain = judgement.certain && sure == judgement.truth;
    if (!worded())
        return judgement;
    noteYears(node, wanted.get<long long>(), *items, tally.possibleYears(), judgement);
    judgement.values["count"] = numberText(tally.bounds.least);
    judgement.values["items"] = tally.items;
    if (!tally.rejected.empty())
        judgement.values["rejected"] = {" (" + tally.rejected.vi + ")", " (" + tally.rejected.en + ")"};
    return judgement;
}

}

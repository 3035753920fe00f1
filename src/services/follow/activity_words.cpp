// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/activity_words.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {
namespace {

std::string unitWords(const domain::ActivityKind& kind, int count)
{
    return normalised(text::message("activity.times", {std::to_string(count), kind.unit}));
}

/// All that an entry says beside its count.
std::vector<std::string> saidBeside(const ActivityRow& row)
{
    std::vector<std::string> parts;
    const auto& activity = row.activity;
    if (activity.amount)
        parts.push_back(moneyWords(*activity.amount));
    if (activity.level)
        parts.push_back(lower(text::label("recognition-level", domain::toCode(*activity.level))));
    if (!activity.result.empty())
        parts.push_back(activity.result);
    if (!row.helpedName.empty())
        parts.push_back(text::message("activity.helping", {row.helpedName}));
    if (!activity.what.empty())
        parts.push_back(activity.what);
    return parts;
}

}

std::string moneyWords(std::int64_t amount)
{
    return text::message("activity.money", {withThousands(amount)});
}

std::string outcomeWords(const ActivityRow& row)
{
    std::vector<std::string> parts{unitWords(row.kind, row.activity.count)};
    for (auto& part : saidBeside(row))
        parts.push_back(std::move(part));
    return join(parts, ", ");
}

std::vector<std::string> summaryOf(const std::vector<ActivityRow>& rows)
{
    struct OfKind {
        const domain::ActivityKind* kind;
        int count = 0;
        std::vector<std::string> parts{};
    };
    std::vector<OfKind> kinds;
    for (const auto& row : rows) {
        if (!row.confirmed())
            continue;
        auto found = std::ranges::find_if(kinds, [&row](const auto& one) { return one.kind->code == row.kind.code; });
        if (found == kinds.end())
            found = kinds.insert(kinds.end(), OfKind{&row.kind});
        found->count += row.activity.count;
        if (auto said = join(saidBeside(row), ", "); !said.empty() && std::ranges::find(found->parts, said) == found->parts.end())
            found->parts.push_back(std::move(said));
    }
    std::ranges::stable_sort(kinds, {}, [](const auto& one) { return one.kind->sortOrder; });
    std::vector<std::string> lines;
    for (const auto& one : kinds) {
        auto line = text::message("activity.sum", {one.kind->name, unitWords(*one.kind, one.count)});
        if (!one.parts.empty())
            line += ", " + join(one.parts, "; ");
        lines.push_back(std::move(line));
    }
    return lines;
}

}

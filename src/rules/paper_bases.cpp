// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/paper_bases.h"

#include "rules/council_law.h"
#include "rules/model.h"

#include <algorithm>

namespace thidua::rules {
namespace {

using Lines = std::vector<std::string>;

bool holds(const Lines& lines, std::string_view line)
{
    return std::ranges::find(lines, line) != lines.end();
}

bool holds(const std::vector<DatedValue>& values, const std::string& line)
{
    return std::ranges::find(values, line, [](const auto& value) { return value.what.vi; }) != values.end();
}

/// Whether the rules of some day gave exactly these.
bool givenAsAWhole(const Catalogue& catalogue, std::string_view paper, std::string_view level, const std::vector<const PaperBasis*>& entries, const Lines& automatic)
{
    for (const auto* entry : entries)
        for (const auto& value : entry->values) {
            auto day = paperBasesOn(catalogue, paper, value.span.from, level);
            if (std::ranges::is_permutation(day, automatic))
                return true;
        }
    return false;
}

}

std::vector<std::string> basesFollowed(const Catalogue& catalogue, std::string_view paper, std::string_view level, const std::vector<std::string>& lines, Date on)
{
    std::vector<const PaperBasis*> entries;
    for (const auto& basis : catalogue.model().paperBases)
        if (holds(basis.papers, paper) && (basis.levels.empty() || holds(basis.levels, level)))
            entries.push_back(&basis);
    const auto entryOf = [&entries](const std::string& line) {
        const auto found = std::ranges::find_if(entries, [&line](const auto* entry) { return holds(entry->values, line); });
        return found == entries.end() ? nullptr : *found;
    };
    Lines automatic;
    std::ranges::copy_if(lines, std::back_inserter(automatic), [&entryOf](const auto& line) { return entryOf(line) != nullptr; });
    const auto now = paperBasesOn(catalogue, paper, on, level);
    if (automatic.empty() || now.empty())
        return lines;
    const bool whole = givenAsAWhole(catalogue, paper, level, entries, automatic);
    Lines followed;
    bool placed = false;
    for (const auto& line : lines) {
        const auto* entry = entryOf(line);
        if (entry == nullptr) {
            followed.push_back(line);
        } else if (whole) {
            if (!placed)
                followed.insert(followed.end(), now.begin(), now.end());
            placed = true;
        } else {
            const auto* value = inForce(entry->values, on);
            const auto& next = value != nullptr ? value->what.vi : line;
            if (!holds(followed, next))
                followed.push_back(next);
        }
    }
    return followed;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/stated_value.h"

#include "rules/fact_schema.h"

#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;

namespace {

bool holdsIn(rules::Holds holds, const StatedFact& row, SchoolYear year)
{
    switch (holds) {
    case rules::Holds::Year: return row.year == year;
    case rules::Holds::Onward:
    case rules::Holds::Grows: return row.year <= year;
    case rules::Holds::PastYear: break; // an item of a list: the group of evaluations reads it
    }
    return false;
}

bool isOfHonour(const StatedFact& row, const rules::Case& made)
{
    return row.honour == made.honour && row.ground && toCode(*row.ground) == made.ground;
}

}

const StatedFact* statementFor(const rules::FactSpec& spec, const std::vector<StatedFact>& rows, const rules::Case& made)
{
    if (!spec.stated || !spec.stated->fits(made.subject))
        return nullptr;
    const StatedFact* found = nullptr;
    for (const auto& row : rows) {
        const bool counts = row.fact == spec.id && holdsIn(spec.stated->holds, row, made.schoolYear) && (!spec.stated->ofHonour || isOfHonour(row, made));
        if (counts && (found == nullptr || found->year < row.year))
            found = &row;
    }
    return found;
}

std::optional<nlohmann::json> statedValue(const rules::FactSpec& spec, const StatedFact& row, Date on)
{
    auto value = nlohmann::json::parse(row.value, nullptr, false);
    if (value.is_discarded() || !rules::checkFact(spec, value, spec.id))
        return std::nullopt;
    if (spec.stated->holds != rules::Holds::Grows)
        return value;
    if (on < row.statedOn)
        return std::nullopt;
    constexpr int kMonths = 12;
    return std::min(value.get<int>() + fullMonthsBetween(row.statedOn, on) / kMonths, spec.most);
}

}

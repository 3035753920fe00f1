// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>
#include <vector>

namespace thidua::domain {
struct Person;
struct StatedFact;
}

namespace thidua::services {

/// Nobody works in the sector before.
inline constexpr int kYoungestAtWork = 18;

/// Years of work that can't be true: more than since the person came of age, or more years of teaching than years in the sector. The day of
/// joining says less: many have worked in the sector before, under another contract. The issue's field is "value"; nothing when they may be true, as far as is known.
/// `told`: what else is stated of the person.
std::optional<FieldIssue> impossibleYears(const domain::Person& person, const domain::StatedFact& row, const std::vector<domain::StatedFact>& told);
/// More years than since the day of joining that the record tells: asked about, not refused, since years before may be those of another contract.
std::optional<FieldIssue> doubtfulYears(const domain::Person& person, const domain::StatedFact& row);

}

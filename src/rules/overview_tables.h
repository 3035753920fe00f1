// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/model.h"

namespace thidua::rules {

// The parts of `rules --on` that stand beside conditions, and the small pieces both halves share.

void putSpan(nlohmann::json& out, const Span& span);
void putCitation(nlohmann::json& out, const Citation& citation, bool certain);

/// The individual's bonus, or the collective's where only that exists; null without one.
nlohmann::json bonusJson(const Model& model, const std::string& honour, Date date);
/// All recipients' bonuses.
nlohmann::json bonusesJson(const Model& model, const std::string& honour, Date date);
nlohmann::json deadlinesJson(const Model& model, const std::string& honour, Date date);
/// `base_salary`, `bonus_rounding`, `bonus_priority`, `evaluation_regime`, `preferences`: what holds whatever the honour.
void putTables(nlohmann::json& answer, const Model& model, Date date);

}

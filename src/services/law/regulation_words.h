// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/regulation.h"
#include "rules/model.h"
#include "services/law/regulation_service.h"

namespace thidua::services {

/// What a parameter's or a figure's unit is on the form, and the codes to choose from.
Settable::Unit unitOf(const std::string& unit);
std::vector<rules::CodeLabel> codesOf(const rules::Model& model, const std::string& unit, Date on);

/// “10 tháng”, “12 %”, “hoàn thành tốt nhiệm vụ”, “không đặt”.
std::string valueWords(const rules::Model& model, const std::string& unit, const nlohmann::json& value);
/// Of a whole entry; a condition's figures with the honours they stand for.
std::string valueWords(const rules::Model& model, const domain::Regulation& entry);
/// The parameter's or condition's Vietnamese name; the target itself when the rules in hand do not know it.
std::string nameOf(const rules::Model& model, const domain::Regulation& entry);
/// The engine's refusal in the words of the form instead of the rules' own ids and JSON.
Error worded(const rules::Model& model, const domain::Regulation& entry, Error error);

const rules::ConditionKind* conditionKind(const rules::Model& model, const std::string& id);
/// The honours whose conditions, quotas or votes a parameter bears on, on a day.
std::vector<std::string> honoursOfParam(const rules::Model& model, const std::string& param, Date on);

}

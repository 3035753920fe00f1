// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/model.h"

namespace thidua::rules {

/// What `{name}` stands for in a template.
using Values = std::map<std::string, Text>;

/// Fills both languages; a name without a value becomes "…" (pack_check refuses names that no value can have).
Text filled(const Text& pattern, const Values& values);
/// `{name}` of a template, in order.
std::vector<std::string> placeholders(const std::string& pattern);

/// A fact's value in words: `hoàn thành tốt nhiệm vụ`, `01/11/2021`, `có`.
Text valueText(const Model& model, const FactSpec* spec, const nlohmann::json& value);
/// An honour's name, or its code when it is not on the list.
Text honourText(const Model& model, std::string_view code);
Text numberText(long long number);
Text dateText(Date date);
/// A school year as the rules' words write it, `2021–2022`; rules kept from an earlier program say nothing of it and write 2021-2022.
Text yearText(const Model& model, SchoolYear year);
Text codeText(const Model& model, const std::string& set, std::string_view code);
/// {on}, {school_year}, {honour}: known to every template.
Values commonValues(const Model& model, const Case& theCase);

}

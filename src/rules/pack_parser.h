// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/model.h"

namespace thidua::rules {

/// A checked pack (pack_check.h) as a model. Throws nlohmann::json's exceptions on one that was not checked.
std::shared_ptr<Model> parsePack(const nlohmann::json& pack);
/// One rule with the sources of `pack`, for the conditions that lower layers add.
Rule parseRule(const nlohmann::json& entry, const nlohmann::json& pack);
Span parseSpan(const nlohmann::json& entry);
ParamValue parseParamValue(const nlohmann::json& entry, const Citation& cite);

}

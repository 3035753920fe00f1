// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/case.h"

namespace thidua::rules {

struct Model;

/// A case that somebody wrote by hand: what caseFromJson asks, and that nothing in it lies after the day it is considered on and every
/// honour in it is one of the list. Cases kept by the program are what its file knew, so they are read by caseFromJson alone.
Result<Case> outsideCaseFromJson(const nlohmann::json& json);

/// An honour's code that the model knows, or one of the school's own (`local:CODE`).
Result<std::string> readHonour(const Model& model, const nlohmann::json& value, const std::string& place);

}

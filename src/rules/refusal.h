// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/case.h"
#include "rules/model.h"

#include <string>
#include <string_view>

namespace thidua::rules {

/// The notice that says why the honour cannot be considered at all; empty when it can.
std::string_view refusalOf(const Model& model, const Case& theCase);

/// What a council may say of such a subject: its no refuses even where no condition asks for it.
bool councilMaySay(const FactSpec& spec, SubjectKind kind);
/// The one of those facts in which the council has said no; empty where it has not.
std::string councilNo(const Model& model, const Case& theCase);

}

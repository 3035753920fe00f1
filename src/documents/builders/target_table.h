// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/plan.h"

namespace thidua::documents {

/// The table of targets inside a plan (papers §2.1), grouped, at the size of the body.
Table targetTable(const std::vector<TargetGroup>& groups, Composer& composer);

}

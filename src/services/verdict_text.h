// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/finding.h"

#include <optional>
#include <string>

namespace thidua::services {

/// The kind of a kept verdict (Nomination::verdict) without reading its findings; none when there is no verdict.
std::optional<rules::VerdictKind> keptVerdictKind(const std::string& verdict);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/nomination_service.h"
#include "ui/kit.h"

#include <set>

namespace thidua::ui {

/// Name, honour, verdict, votes, state of the list “Đề nghị”, with its sums. `homonyms` are names of several
/// people, told apart by their posts; it must live as long as the table.
std::vector<Column<services::NominationRow>> nominationColumns(const std::set<std::string>& homonyms);

}

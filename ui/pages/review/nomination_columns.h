// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/nomination_service.h"
#include "ui/kit.h"

namespace thidua::ui {

/// Name, honour, verdict, votes, state of the list “Đề nghị”, with its sums.
std::vector<Column<services::NominationRow>> nominationColumns();

}

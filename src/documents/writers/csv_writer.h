// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/table.h"

namespace thidua::documents {

/// A table as a text that Excel opens right by itself: UTF-8 with its mark, “;” between cells (Vietnamese Windows writes decimals with a
/// comma), lines ended as there. A group row is its words alone. Text that Excel would take for a formula gets an apostrophe before it.
std::string csvText(const Table& table);

}

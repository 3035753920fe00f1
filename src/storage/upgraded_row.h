// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

#include <optional>

namespace thidua::storage {

/// Writes down what the rows hold beyond the change record: once, at the end of an upgrade, in its transaction. What the record knows is
/// never taken from the rows: a row that was altered stays a finding.
void noteUpgradedRows(Reader& reader);
/// The entry of that list up to which it does not fit its hash, if any.
std::optional<std::int64_t> firstBrokenUpgradedRow(Reader& reader);

}

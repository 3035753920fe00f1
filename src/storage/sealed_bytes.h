// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/one_state.h"
#include "storage/seal.h"

/// What a seal says, read by a handle that is there already, and of the name that its backup was made under.
namespace thidua::storage {

/// `name` is for the sentence when it cannot be read.
Result<SealReading> readSeal(const RawFile& file, const std::filesystem::path& name);
/// The time in the name that a whole seal's backup was made under, empty when there was none; nothing: a seal of an earlier version.
std::optional<std::string> nameTime(const RawFile& file, const SealReading& reading);
/// `2022-06-01_081200` of a name that a backup was given (storage::backupName), whatever stands around it; empty: of another name.
std::string timeInName(const std::filesystem::path& file);

}

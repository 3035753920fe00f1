// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/entities.h"
#include "domain/ids.h"

#include <optional>
#include <string>

namespace thidua::domain {
enum class Ground;
}
namespace thidua::storage {
class Reader;
class Tx;
}

/// What nomination_steps.cpp and ballot_rounds.cpp share.
namespace thidua::services {

/// Another nomination of the same subject for that honour on that ground, in the same year.
bool isNominated(storage::Reader& reader, const domain::Nomination& one, const std::string& honour, domain::Ground ground, std::optional<domain::NominationId> but);
/// The day of an open meeting that has counted votes for it.
std::optional<Date> countedOn(storage::Reader& reader, domain::SchoolYearId year, domain::NominationId id);
/// What meetings that are not closed have counted for it: nobody votes on what was withdrawn.
void dropCounts(storage::Tx& tx, domain::SchoolYearId year, domain::NominationId id);

}

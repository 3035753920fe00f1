// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/council.h"
#include "domain/paper_head.h"
#include "services/core/school_file.h"

namespace thidua::ui {

/// What the decision that founds a council of that kind rests on: as the newest one of this year or the last, else the laws, decrees and
/// circulars of the library that are in force.
std::vector<domain::PaperBasis> foundingBases(services::SchoolFile& file, domain::SchoolYearId year, domain::CouncilKind kind);

}

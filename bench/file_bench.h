// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"

namespace thidua::bench {

/// The search box, key by key, against one LIKE over the folded names.
void measureSearch(services::SchoolFile& file, domain::SchoolYearId year, int people);
/// A verified backup of a file of 85 MB against copying it and flushing the copy.
int measureBackup();

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "storage/reader.h"

#include <string>

namespace thidua::services {

/// “Lớp 2A”: where a pupil was that year; empty where they were in no class.
std::string classOf(storage::Reader& reader, domain::SchoolYearId year, domain::PersonId pupil);

}

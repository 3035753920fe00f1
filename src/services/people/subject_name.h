// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stored.h"
#include "storage/reader.h"

namespace thidua::services {

/// The full name of a person, the name of a collective, as they are called today; empty when the row is gone.
std::string subjectName(storage::Reader& reader, const domain::SubjectRef& subject);
/// Whether it is the school as a whole, not a team, class or union within it.
bool isWholeSchool(storage::Reader& reader, const domain::SubjectRef& subject);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registration.h"
#include "rules/catalogue.h"
#include "storage/reader.h"

namespace thidua::services {

/// The registration list as it stands: collectives that registered, then everybody with a post, registered or not, by team and name.
std::vector<domain::RegistrationListLine> registrationLines(storage::Reader& reader, const rules::Catalogue& catalogue, domain::SchoolYearId year,
                                                             Date today);

}

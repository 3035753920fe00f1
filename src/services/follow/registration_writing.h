// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/registration_service.h"

namespace thidua::storage {
class Tx;
}

namespace thidua::services {

/// Within an operation: registers what is not registered yet; false when there was nothing to add. A reason marks it late.
bool joinRegistration(storage::Tx& tx, domain::SchoolYearId year, const RegistrationDraft& draft, const std::string& lateReason, Date on);

}

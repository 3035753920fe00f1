// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/registration_service.h"

#include <optional>
#include <string>

namespace thidua::storage {
class Tx;
}

namespace thidua::services {

struct JoinedInitiative {
    bool field = false;                          ///< the field alone, else the title
    std::string before;                          ///< empty for a new one
    std::string after;
};
/// Within an operation: the initiative that a person's draft names. The one of that title gets its field, one that is registered and theirs
/// alone takes the new title, else it is one more. What changed; nothing when there was nothing to change.
std::optional<JoinedInitiative> joinInitiative(const rules::Catalogue& catalogue, storage::Tx& tx, domain::SchoolYearId year, const RegistrationDraft& draft, Date on);
/// Within an operation: registers what is not registered yet; false when there was nothing to add. A reason marks it late.
bool joinRegistration(storage::Tx& tx, domain::SchoolYearId year, const RegistrationDraft& draft, const std::string& lateReason, Date on);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/nomination_state.h"
#include "rules/finding.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// How far one honour of a school year has come for one person: registered, nominated, judged, voted.
struct PersonWay {
    std::string honour, honourName;
    std::optional<Date> registeredOn;
    std::optional<domain::NominationState> nomination;
    rules::VerdictKind verdict = rules::VerdictKind::Undetermined; ///< as last kept, of the nomination
    std::string votes;                                             ///< "8/9" when counted
};

/// Of this one person, without reading anybody else's: registered honours first in their order, then what was nominated besides.
Result<std::vector<PersonWay>> waysOf(SchoolFile& file, domain::SchoolYearId year, domain::PersonId person);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/initiative.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// What an initiative has served one of its authors for.
struct InitiativeUse {
    domain::InitiativeId initiative{0};
    domain::PersonId person{0};
    std::string title, author;
    SchoolYear year{2017};                       ///< of the initiative
    domain::Initiative recognition;              ///< recognised where, scope, decision
    std::string usedFor, usedForName;            ///< honour; empty: not used yet
    std::optional<domain::NominationId> usedBy;  ///< none when somebody entered the use by hand
    std::optional<SchoolYear> usedIn;
    std::string decision;                        ///< of the award, "1207/QĐ-UBND, 15/07/2022"
    std::optional<Date> validUntil{};            ///< the last day on which it serves; none without an end
    bool expired = false;                        ///< today
};

/// Sổ sáng kiến: each initiative serves each author once between titles and forms.
class InitiativeLedger {
public:
    explicit InitiativeLedger(SchoolFile& file) : m_file(file) {}

    /// Of all years, the newest first; one line for each author.
    Result<std::vector<InitiativeUse>> lines();
    /// A use from before the program, or one that it got wrong; an empty honour takes it back.
    Written<Done> setUse(domain::InitiativeId initiative, domain::PersonId person, const std::string& honour);

private:
    SchoolFile& m_file;
};

}

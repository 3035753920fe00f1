// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/initiative_referral.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// Initiatives passed to a level above.
struct ReferInitiatives {
    std::vector<domain::InitiativeId> initiatives;
    domain::RecognitionLevel level = domain::RecognitionLevel::District;
    std::string sentTo;
    Date sentOn{2000, 1, 1};
};

/// Chuyển sáng kiến lên cấp trên, and what comes back: a recognition is recorded by InitiativeService::recogniseOutside, which answers what
/// waits at that level or below; a refusal here.
class InitiativeReferrals {
public:
    explicit InitiativeReferrals(SchoolFile& file) : m_file(file) {}

    /// Only what is recognised already, to a level above that one. Fields "initiatives", "level", "sentTo", "sentOn".
    Written<Done> refer(const ReferInitiatives& command);
    /// Not recognised there. Fields "answeredOn", "answer".
    Written<Done> refused(domain::InitiativeReferralId id, std::optional<Date> on, const std::string& reason);
    /// One that was entered by mistake; only while it waits.
    Written<Done> drop(domain::InitiativeReferralId id);

private:
    SchoolFile& m_file;
};

}

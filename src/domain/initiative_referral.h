// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"
#include "domain/initiative_codes.h"

#include <optional>
#include <string>

namespace thidua::domain {

enum class ReferralState { Waiting, Recognised, Refused };
TD_ENUM_CODES(ReferralState, "referral-state", "waiting", "recognised", "refused")

/// An initiative passed to a level above, and what came back.
struct InitiativeReferral {
    InitiativeId initiative{0};
    RecognitionLevel level = RecognitionLevel::District;
    std::string sentTo;                        ///< Hội đồng sáng kiến huyện …
    Date sentOn{2000, 1, 1};
    ReferralState state = ReferralState::Waiting;
    std::optional<Date> answeredOn{};
    std::string answer{};                      ///< why it was refused
    std::optional<DecisionId> decision{};      ///< by which it was recognised

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("initiative_id", r.initiative);
        v("to_level", r.level);
        v("passed_to", r.sentTo);
        v("sent_on", r.sentOn);
        v("state", r.state);
        v("answered_on", r.answeredOn);
        v("answer", r.answer);
        v("decision_id", r.decision);
    }

    friend bool operator==(const InitiativeReferral&, const InitiativeReferral&) = default;
};

}

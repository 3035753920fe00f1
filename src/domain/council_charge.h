// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"

#include <optional>
#include <string>

namespace thidua::domain {

/// What a member of a council follows: a team or another collective, or a campaign; exactly one of the two is set. It names the person and
/// not the seat, which is written anew while the list is composed.
struct CouncilCharge {
    CouncilId council{0};
    PersonId person{0};
    std::optional<CollectiveId> collective{};
    std::optional<CampaignId> campaign{};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("council_id", r.council);
        v("person_id", r.person);
        v("collective_id", r.collective);
        v("campaign_id", r.campaign);
    }

    friend bool operator==(const CouncilCharge&, const CouncilCharge&) = default;
    friend auto operator<=>(const CouncilCharge&, const CouncilCharge&) = default;
};

/// What a member noted while following, with its day; at hand when the council reviews.
struct CouncilNote {
    CouncilId council{0};
    PersonId person{0};
    std::optional<CollectiveId> collective{};
    std::optional<CampaignId> campaign{};
    Date on{2000, 1, 1};
    std::string note{};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("council_id", r.council);
        v("person_id", r.person);
        v("collective_id", r.collective);
        v("campaign_id", r.campaign);
        v("noted_on", r.on);
        v.lines("note", r.note);
    }

    friend bool operator==(const CouncilNote&, const CouncilNote&) = default;
};

}

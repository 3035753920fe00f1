// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/meeting.h"

namespace thidua::domain {

enum class RoundState { Open, Closed, Void };
TD_ENUM_CODES(RoundState, "round-state", "open", "closed", "void")

/// A secret vote at the machine. It says that the box was opened, and whether it was closed: never a vote. The ballots are in memory alone,
/// so a round that stands open while nobody is voting was lost with the program and has to be held again.
struct BallotRound {
    MeetingId meeting{0};
    int round = 1;
    RoundState state = RoundState::Open;
    std::string reason{};              ///< why what it counted was given up

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("meeting_id", r.meeting);
        v("round", r.round);
        v("state", r.state);
        v("reason", r.reason);
    }

    friend bool operator==(const BallotRound&, const BallotRound&) = default;
};

/// Who voted in a round, written in the order of the council's list when the box is closed: the order tells nothing.
struct BallotVoter {
    BallotRoundId round{0};
    CouncilMemberId member{0};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("ballot_round_id", r.round);
        v("member_id", r.member);
    }

    friend bool operator==(const BallotVoter&, const BallotVoter&) = default;
};

/// What a line got in a round before the last one.
struct EarlierTally {
    Tally count;                       ///< without a result of its own

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("meeting_id", r.count.meeting);
        BallotLine::map(v, r.count.line);
        v("issued", r.count.issued);
        v("collected", r.count.collected);
        v("valid", r.count.valid);
        v("invalid", r.count.invalid);
        v("in_favour", r.count.inFavour);
        v("against", r.count.against);
        v("other", r.count.other);
        v("round", r.count.round);
        v("ballot_round_id", r.count.atMachine);
    }

    friend bool operator==(const EarlierTally&, const EarlierTally&) = default;
};

}

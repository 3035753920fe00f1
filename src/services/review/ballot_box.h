// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ballot_round.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace thidua::services {

enum class Choice { InFavour, Against, Other };

/// Who votes in a round, and on which of its lines.
struct RoundVoter {
    domain::CouncilMemberId member;
    std::string name;
    std::string salutation;
    bool byLetter = false;                       ///< absent: the tellers open the envelope and enter what it says
    std::set<domain::BallotLine> lines{};
};

/// One member's paper: lines without a choice are left blank, which is a ballot that is not valid for that line.
using BallotChoices = std::map<domain::BallotLine, Choice>;

/// The box of a round at the machine, in memory alone. A ballot is added to the sums as soon as it is cast and is kept nowhere: who voted,
/// and what was voted, are two lists that nothing ties together.
class BallotBox {
public:
    BallotBox(domain::MeetingId meeting, domain::BallotRoundId id, int round, std::vector<RoundVoter> voters, std::vector<domain::BallotLine> lines);

    /// Refused for whoever has voted, does not vote in this round, or does not vote on one of the lines chosen.
    Result<void> cast(domain::CouncilMemberId member, const BallotChoices& choices);

    domain::MeetingId meeting() const { return m_meeting; }
    domain::BallotRoundId id() const { return m_id; }
    int round() const { return m_round; }
    const std::vector<RoundVoter>& voters() const { return m_voters; }
    bool hasVoted(domain::CouncilMemberId member) const { return m_voted.contains(member); }
    int ballots() const { return static_cast<int>(m_voted.size()); }
    /// In the order of the council's list, whatever the order in which they came.
    std::vector<domain::CouncilMemberId> voted() const;
    /// The sums of each line, in the order of the lines.
    std::vector<domain::Tally> totals() const;
    /// Why the box cannot be closed yet; empty when it can. A line with a single ballot would tell how that member voted.
    std::vector<FieldIssue> issues() const;

private:
    struct Sums {
        int collected = 0, inFavour = 0, against = 0, other = 0;
    };
    int issued(const domain::BallotLine& line) const;
    domain::MeetingId m_meeting;
    domain::BallotRoundId m_id;
    int m_round;
    std::vector<RoundVoter> m_voters;
    std::vector<domain::BallotLine> m_lines;
    std::map<domain::BallotLine, Sums> m_sums;
    std::set<domain::CouncilMemberId> m_voted;
};

}

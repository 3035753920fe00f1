// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/codes.h"
#include "domain/ids.h"
#include "domain/paper_head.h"

#include <optional>
#include <string>
#include <vector>

namespace thidua::domain {

enum class MeetingState { Draft, Closed };
TD_ENUM_CODES(MeetingState, "meeting-state", "draft", "closed")

/// Phiên họp. Closing it freezes attendance, tallies and minutes; the head is that of the minutes, which are dated by the day of the meeting.
struct Meeting : PaperHead {
    CouncilId council{0};
    SchoolYearId year{0};
    std::string title;                 ///< Họp xét thi đua, khen thưởng năm học 2021 - 2022
    Date heldOn{2000, 1, 1};
    std::string starts;                ///< 14:00
    std::string ends;
    std::string place;
    std::string agenda;                ///< lines
    std::string discussion;
    std::string conclusions;
    std::optional<CouncilMemberId> chair;      ///< who presided, where the roles of those present do not say it
    std::optional<CouncilMemberId> secretary;  ///< who kept the minutes in the secretary's place
    MeetingState state = MeetingState::Draft;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("council_id", r.council);
        v("school_year_id", r.year);
        v("title", r.title);
        v("held_on", r.heldOn);
        v("starts", r.starts);
        v("ends", r.ends);
        v("place", r.place);
        v.lines("agenda", r.agenda);
        v.lines("discussion", r.discussion);
        v.lines("conclusions", r.conclusions);
        v("chair_id", r.chair);
        v("secretary_id", r.secretary);
        PaperHead::map(v, r);
        v("state", r.state);
    }

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

struct Attendance {
    MeetingId meeting{0};
    CouncilMemberId member{0};
    bool present = true;
    std::string reason{};              ///< when absent
    bool byLetter = false;             ///< absent, and their ballot came in writing
    std::string opinion{};             ///< absent, and what they think came in writing

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("meeting_id", r.meeting);
        v("member_id", r.member);
        v("present", r.present);
        v("reason", r.reason);
        v("by_letter", r.byLetter);
        v.lines("opinion", r.opinion);
    }

    friend bool operator==(const Attendance&, const Attendance&) = default;
};

/// One of the tellers (Ban kiểm phiếu) that the meeting chose; the first is their head.
struct Teller {
    MeetingId meeting{0};
    int seq = 0;
    PersonId person{0};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("meeting_id", r.meeting);
        v("seq", r.seq);
        v("person_id", r.person);
    }

    friend bool operator==(const Teller&, const Teller&) = default;
};

/// What one line of the ballots is about: a nomination, or before the initiative council an initiative. Exactly one of the two is set.
struct BallotLine {
    std::optional<NominationId> nomination;
    std::optional<InitiativeId> initiative;

    static BallotLine of(NominationId id) { return {id, std::nullopt}; }
    static BallotLine of(InitiativeId id) { return {std::nullopt, id}; }
    /// One number for each line of a meeting, which votes on nominations or on initiatives and never on both.
    std::int64_t id() const { return nomination ? nomination->value() : initiative ? initiative->value() : 0; }
    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("nomination_id", r.nomination);
        v("initiative_id", r.initiative);
    }

    friend bool operator==(const BallotLine&, const BallotLine&) = default;
    friend auto operator<=>(const BallotLine&, const BallotLine&) = default;
};

/// A member who by their own choice or the council's does not vote on a line. Who has a line of their own never votes on it and needs none.
struct Recusal {
    MeetingId meeting{0};
    BallotLine line;
    CouncilMemberId member{0};
    std::string reason{};              ///< “vợ của người được xét”

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("meeting_id", r.meeting);
        BallotLine::map(v, r.line);
        v("member_id", r.member);
        v("reason", r.reason);
    }

    friend bool operator==(const Recusal&, const Recusal&) = default;
};

/// The count of the ballots on one line; never who voted how. Passed and the threshold are kept as they were found on closing.
struct Tally {
    MeetingId meeting{0};
    BallotLine line;
    int issued = 0;
    int collected = 0;
    int valid = 0;
    int invalid = 0;
    int inFavour = 0;
    std::optional<bool> passed;        ///< set on closing
    std::string thresholdText;         ///< "70 % tổng số thành viên" with its citation, set on closing
    std::optional<int> against{};      ///< none: counted before these two were told apart
    std::optional<int> other{};        ///< valid ballots with another opinion than yes or no
    int round = 1;
    std::optional<BallotRoundId> atMachine{}; ///< the round at the machine that it comes from; none for paper

    /// All valid ballots that are not in favour.
    int notInFavour() const { return valid - inFavour; }

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("meeting_id", r.meeting);
        BallotLine::map(v, r.line);
        v("issued", r.issued);
        v("collected", r.collected);
        v("valid", r.valid);
        v("invalid", r.invalid);
        v("in_favour", r.inFavour);
        v("passed", r.passed);
        v("threshold_text", r.thresholdText);
        v("against", r.against);
        v("other", r.other);
        v("round", r.round);
        v("ballot_round_id", r.atMachine);
    }

    friend bool operator==(const Tally&, const Tally&) = default;
};

/// Who can vote on one line.
struct Voters {
    int members = 0;
    int present = 0;
    int byLetter = 0;                  ///< absent members whose ballot in writing the rules count for this line
    std::vector<std::string> recused{}; ///< of these two, who do not vote on it

    int most() const { return present + byLetter - static_cast<int>(recused.size()); }
};

/// issued ≥ collected = valid + invalid; valid = in favour + against + other where these are told apart; no more ballots than there are voters. Fields: members of Tally.
std::vector<FieldIssue> validateTally(const Tally& tally, const Voters& voters);

}

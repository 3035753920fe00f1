// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/codes.h"
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
        PaperHead::map(v, r);
        v("state", r.state);
    }

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

struct Attendance {
    MeetingId meeting{0};
    CouncilMemberId member{0};
    bool present = true;
    std::string reason;                ///< when absent

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("meeting_id", r.meeting);
        v("member_id", r.member);
        v("present", r.present);
        v("reason", r.reason);
    }

    friend bool operator==(const Attendance&, const Attendance&) = default;
};

/// The paper ballot's count for one nominee; never who voted how. Required and passed are kept as they were found on closing.
struct Tally {
    MeetingId meeting{0};
    NominationId nomination{0};
    int issued = 0;
    int collected = 0;
    int valid = 0;
    int invalid = 0;
    int inFavour = 0;
    std::optional<bool> passed;        ///< set on closing
    std::string thresholdText;         ///< "70 % tổng số thành viên" with its citation, set on closing

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("meeting_id", r.meeting);
        v("nomination_id", r.nomination);
        v("issued", r.issued);
        v("collected", r.collected);
        v("valid", r.valid);
        v("invalid", r.invalid);
        v("in_favour", r.inFavour);
        v("passed", r.passed);
        v("threshold_text", r.thresholdText);
    }

    friend bool operator==(const Tally&, const Tally&) = default;
};

/// issued ≥ collected = valid + invalid; in favour ≤ valid; nothing above the members present. Fields: members of Tally.
std::vector<FieldIssue> validateTally(const Tally& tally, int present, int members);

}

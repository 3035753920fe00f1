// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace thidua::domain {

enum class MeetingState { Draft, Closed };
TD_ENUM_CODES(MeetingState, "meeting-state", "draft", "closed")

/// Phiên họp. Closing it freezes attendance, tallies and minutes.
struct Meeting {
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
    std::optional<int> number;         ///< number of the minutes
    std::string symbol;                ///< BB-HĐTĐKT
    MeetingState state = MeetingState::Draft;
    friend bool operator==(const Meeting&, const Meeting&) = default;
};

struct Attendance {
    MeetingId meeting{0};
    CouncilMemberId member{0};
    bool present = true;
    std::string reason;                ///< when absent
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
    friend bool operator==(const Tally&, const Tally&) = default;
};

/// issued ≥ collected = valid + invalid; in favour ≤ valid; nothing above the members present. Fields: members of Tally.
std::vector<FieldIssue> validateTally(const Tally& tally, int present, int members);

}

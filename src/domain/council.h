// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/ratio.h"
#include "base/result.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <string>
#include <vector>

namespace thidua::domain {

enum class CouncilKind { Emulation, Initiative };
TD_ENUM_CODES(CouncilKind, "council-kind", "emulation", "initiative")

enum class CouncilState { Draft, Established };
TD_ENUM_CODES(CouncilState, "council-state", "draft", "established")

enum class CouncilRole { Chair, ViceChair, Secretary, Member };
TD_ENUM_CODES(CouncilRole, "council-role", "chair", "vice_chair", "secretary", "member")

/// Hội đồng thi đua – khen thưởng, founded each school year by the head's decision, or hội đồng sáng kiến.
struct Council {
    CouncilKind kind = CouncilKind::Emulation;
    SchoolYearId year{0};
    std::string name;
    CouncilState state = CouncilState::Draft;
    std::optional<DecisionId> decision;
    friend bool operator==(const Council&, const Council&) = default;
};

struct CouncilMember {
    CouncilId council{0};
    int seq = 0;
    PersonId person{0};
    CouncilRole role = CouncilRole::Member;
    std::string duty;                  ///< phụ trách …
    std::string title;                 ///< post as it stood: Phó Hiệu trưởng, Chủ tịch Công đoàn
    friend bool operator==(const CouncilMember&, const CouncilMember&) = default;
};

/// What the law in force asks of a council's members: the article that says so, in words; empty where none does.
struct MemberLaw {
    std::string oddNumber;
    std::string headChairs;
};

/// One chair, one secretary, nobody twice, and what the law asks. Fields: "members".
std::vector<FieldIssue> validateMembers(const std::vector<CouncilMember>& members, std::optional<PersonId> head, const MemberLaw& law);

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

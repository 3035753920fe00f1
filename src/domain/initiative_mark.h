// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"
#include "domain/ids.h"

#include <optional>
#include <string>

namespace thidua::domain {

enum class InitiativeGrade { A, B, C, None };
TD_ENUM_CODES(InitiativeGrade, "initiative-grade", "a", "b", "c", "none")

/// Phiếu chấm of one initiative in a meeting of the initiative council: a member's, or the council's one sheet. Points are in tenths; where
/// the school grades and gives no points they are zero and `grade` is set.
struct InitiativeMark {
    MeetingId meeting{0};
    InitiativeId initiative{0};
    std::optional<CouncilMemberId> member{};   ///< none: the council's one sheet
    int novelty = 0;                           ///< tính mới
    int applicability = 0;                     ///< khả năng áp dụng
    int benefit = 0;                           ///< hiệu quả
    int reach = 0;                             ///< phạm vi
    std::optional<InitiativeGrade> grade{};
    std::string remark{};

    int total() const { return novelty + applicability + benefit + reach; }

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("meeting_id", r.meeting);
        v("initiative_id", r.initiative);
        v("member_id", r.member);
        v("novelty", r.novelty);
        v("applicability", r.applicability);
        v("benefit", r.benefit);
        v("reach", r.reach);
        v("given_grade", r.grade);
        v.lines("remark", r.remark);
    }

    friend bool operator==(const InitiativeMark&, const InitiativeMark&) = default;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <string>

namespace thidua::domain {

/// A part of a nomination's dossier that came on paper.
struct DossierReceipt {
    NominationId nomination{0};
    std::string part;              ///< by its id in the rules
    Date receivedOn{2000, 1, 1};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("nomination_id", r.nomination);
        v("part", r.part);
        v("received_on", r.receivedOn);
    }

    friend bool operator==(const DossierReceipt&, const DossierReceipt&) = default;
};

enum class OpinionBody { Team, Union, Party };
TD_ENUM_CODES(OpinionBody, "opinion-body", "team", "union", "party")

enum class Stance { For, Remarks, Against };
TD_ENUM_CODES(Stance, "stance", "for", "remarks", "against")

/// Ý kiến của tổ, công đoàn, cấp ủy về một đề nghị; one of each.
struct Opinion {
    NominationId nomination{0};
    OpinionBody body = OpinionBody::Team;
    Stance stance = Stance::For;
    std::string content;
    Date givenOn{2000, 1, 1};
    std::string signer;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("nomination_id", r.nomination);
        v("body", r.body);
        v("stance", r.stance);
        v.lines("content", r.content);
        v("given_on", r.givenOn);
        v("signer", r.signer);
    }

    friend bool operator==(const Opinion&, const Opinion&) = default;
};

/// Báo cáo thành tích of a nomination, as it was last written; a line is a paragraph.
struct AchievementReport {
    NominationId nomination{0};
    Date writtenOn{2000, 1, 1};
    std::string about;             ///< sơ lược
    std::string achievements;      ///< thành tích đạt được
    std::string honours;           ///< các hình thức đã được khen thưởng

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("nomination_id", r.nomination);
        v("written_on", r.writtenOn);
        v.lines("about", r.about);
        v.lines("achievements", r.achievements);
        v.lines("honours", r.honours);
    }

    friend bool operator==(const AchievementReport&, const AchievementReport&) = default;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <optional>
#include <string>

namespace thidua::domain {

enum class TargetGroup { Collective, Individual };
TD_ENUM_CODES(TargetGroup, "target-group", "collective", "individual")

enum class TargetKind { Count, Share, YesNo };
TD_ENUM_CODES(TargetKind, "target-kind", "count", "ratio", "yesno")

/// Chỉ tiêu: a count (4), a share (24/32) or a yes/no. `metric` names figures that the program has itself:
/// "honour:<code>" counts registered, nominated and won, "activity:<kind>" who took part, "activity-sum:<kind>" how many or how much;
/// an empty metric means that people enter `actual`.
struct Target {
    PlanId plan{0};
    int seq = 0;
    TargetGroup group = TargetGroup::Collective;
    TargetKind kind = TargetKind::Count;
    std::string text;
    std::optional<int> value;         ///< the numerator; 1 for yes/no
    std::optional<int> denominator;
    std::string denominatorText;      ///< giáo viên, cán bộ – giáo viên – nhân viên
    std::string unit;
    std::string source;               ///< the text that set it
    std::string metric;
    std::optional<int> actual;
    std::optional<Date> actualOn;
    std::string note;
    std::optional<NamedGroupId> counted;      ///< the named group that a share is counted against
    std::optional<CampaignId> campaign;       ///< of a campaign within the plan
    std::optional<CollectiveId> collective;   ///< of a team or union; none: the school's
    std::optional<LegalTextId> setBy;         ///< the text of the library that set it …
    std::optional<int> sourceValue;           ///< … and the figure there

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("plan_id", r.plan);
        v("seq", r.seq);
        v("target_group", r.group);
        v("kind", r.kind);
        v("text", r.text);
        v("value", r.value);
        v("denominator", r.denominator);
        v("denominator_text", r.denominatorText);
        v("unit", r.unit);
        v("source", r.source);
        v("metric", r.metric);
        v("actual", r.actual);
        v("actual_on", r.actualOn);
        v("note", r.note);
        v("group_id", r.counted);
        v("campaign_id", r.campaign);
        v("collective_id", r.collective);
        v("legal_text_id", r.setBy);
        v("source_value", r.sourceValue);
    }

    friend bool operator==(const Target&, const Target&) = default;
};

/// Whether `reached` meets the target's value.
bool meets(const Target& target, int reached);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/codes.h"

#include <optional>
#include <string>

namespace thidua::domain {

/// Who sets it: quy định của tỉnh, của xã, quy chế của trường. The lower layer counts where both speak.
enum class RegulationLayer { Province, Commune, School };
TD_ENUM_CODES(RegulationLayer, "regulation-layer", "province", "commune", "school")

/// A value of a parameter that the law leaves open or lets be tightened; a condition of a known kind added to it; or the school's
/// word that it has read a provisional rule set's text and that the conditions carried over still stand.
enum class RegulationKind { Value, Condition, Confirmation };
TD_ENUM_CODES(RegulationKind, "regulation-kind", "value", "condition", "confirmation")

/// One entry of the layers below the law (rules/from-2024.md §18). Switched off by its last day, not by removing it.
struct Regulation {
    RegulationLayer layer = RegulationLayer::School;
    RegulationKind kind = RegulationKind::Value;
    std::string target;        ///< a parameter's id, a condition's kind, or a rule set's id
    std::string value;         ///< JSON: the parameter's value, the condition's figures with its honours, or null
    Date from{2000, 1, 1};
    std::optional<Date> to;    ///< last day
    std::string cite;          ///< Điều 5 Quy chế thi đua, khen thưởng của trường
    std::string reason;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("layer", r.layer);
        v("kind", r.kind);
        v("target", r.target);
        v.verbatim("value", r.value);
        v("from_date", r.from);
        v("to_date", r.to);
        v("cite", r.cite);
        v("reason", r.reason);
    }

    friend bool operator==(const Regulation&, const Regulation&) = default;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <optional>
#include <string>

namespace thidua::domain {

/// Văn bản căn cứ: cited by plans and decisions from one library.
struct LegalText {
    std::string kind;    ///< Công văn, Kế hoạch, Nghị quyết …
    std::string number;  ///< 1533/SGDĐT-CMTH, 29-NQ/TW
    std::string issuer;
    std::optional<Date> issuedOn;
    std::string subject;
    std::optional<Date> inForceTo; ///< last day in force, where it has been replaced
    std::string replacedBy;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("kind", r.kind);
        v("number", r.number);
        v("issuer", r.issuer);
        v("issued_on", r.issuedOn);
        v("subject", r.subject);
        v("in_force_to", r.inForceTo);
        v("replaced_by", r.replacedBy);
    }

    friend bool operator==(const LegalText&, const LegalText&) = default;
};

/// `Công văn số 1533/SGDĐT-CMTH ngày 07 tháng 9 năm 2021 của Sở … hướng dẫn …`: how a basis is written out.
std::string basisWording(const LegalText& text);

}

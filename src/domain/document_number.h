// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <optional>
#include <string>

namespace thidua::domain {

/// Number, symbol and date of one of the school's own papers. Numbers start at 1 each calendar year and may carry a letter (09A).
struct DocumentNumber {
    std::optional<int> number;
    std::string suffix;
    std::string symbol;               ///< KH-THMĐ
    std::optional<Date> issuedOn;
    /// 09A/KH-THMĐ; empty while there is no number.
    std::string text() const;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("number", r.number);
        v("suffix", r.suffix);
        v("symbol", r.symbol);
        v("issued_on", r.issuedOn);
    }

    friend bool operator==(const DocumentNumber&, const DocumentNumber&) = default;
};

}

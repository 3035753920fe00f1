// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <string>

namespace thidua::domain {

/// Rules with their layers as verdicts were made with them, or a pack taken in: written once, addressed by its hash.
struct RulePack {
    std::string hash;
    std::string content;
    std::string addedOn;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("hash", r.hash);
        v.packed("content", r.content);
        v("added_on", r.addedOn);
    }

    friend bool operator==(const RulePack&, const RulePack&) = default;
};

/// The pack that the school works with instead of, or on top of, the program's own. The newest counts; the packs stay by their hash.
struct RulePackUse {
    std::string packHash;      ///< of RulePack; empty: back to the program's own rules
    std::string title;
    std::string author;
    std::string reason;
    Date usedFrom{2000, 1, 1}; ///< the day it was taken in

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("pack_hash", r.packHash);
        v("title", r.title);
        v("author", r.author);
        v.lines("reason", r.reason);
        v("used_from", r.usedFrom);
    }

    friend bool operator==(const RulePackUse&, const RulePackUse&) = default;
};

}

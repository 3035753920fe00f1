// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <string>
#include <vector>

namespace thidua::domain {

/// The answer of the rules to one case, with the case and the hash of the rules: written once, never changed, addressed by its hash.
/// The texts are packed; storage/repo/judgement_repo.h keeps and reads them as texts.
struct Judgement {
    std::string hash;
    std::string packHash;
    std::string honour;
    std::optional<JudgementId> base;   ///< whose texts are the dictionary for these
    std::vector<std::byte> verdict;
    std::vector<std::byte> facts;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("hash", r.hash);
        v("pack_hash", r.packHash);
        v("honour", r.honour);
        v("base_id", r.base);
        v("verdict", r.verdict);
        v("facts", r.facts);
    }

    friend bool operator==(const Judgement&, const Judgement&) = default;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/tx.h"

/// Verdicts with the facts and rules they were made from, each written once.
namespace thidua::storage::repo {

using namespace domain;

/// A judgement as texts: two JSON documents and the hash of the rule pack. Facts are empty where version 1 of the file kept none.
struct KeptJudgement {
    std::string verdict;
    std::string facts;
    std::string packHash;
    friend bool operator==(const KeptJudgement&, const KeptJudgement&) = default;
};

/// What a judgement is addressed by.
std::string hashOf(const KeptJudgement& texts);
/// The row of these texts: the one that says the same already, or a new one.
domain::JudgementId keep(Tx& tx, const std::string& honour, const KeptJudgement& texts);
/// The rules, other than these, by which nominations of open years still being reviewed were judged, and how many by each.
struct RulesOfReviewed {
    std::string hash;
    int nominations = 0;
};
std::vector<RulesOfReviewed> otherRulesOfReviewed(Reader& reader, const std::string& hash);

std::optional<KeptJudgement> judgement(Reader& reader, domain::JudgementId id);
/// Whether its texts still give its hash.
bool isWhole(Reader& reader, domain::JudgementId id);

/// The texts packed, on `base` (may be null) where that is worth it.
struct PackedTexts {
    bool onBase = false;
    Bytes verdict;
    Bytes facts;
};
PackedTexts packed(const KeptJudgement& texts, const KeptJudgement* base);

}

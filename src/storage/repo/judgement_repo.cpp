// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/judgement_repo.h"

#include "domain/judgement.h"
#include "storage/hash.h"
#include "storage/packed_text.h"
#include "storage/repo/subject_clause.h"
#include "storage/table_map.h"

namespace thidua::storage::repo {
namespace {

struct Texts {
    std::string hash;
    KeptJudgement kept;
};

std::optional<Texts> textsOf(Reader& reader, JudgementId id)
{
    const auto row = reader.find<Judgement>(id);
    if (!row)
        return std::nullopt;
    const auto base = row->data.base ? reader.find<Judgement>(*row->data.base) : std::nullopt;
    const auto unpacked = [&base](const Bytes& bytes, Bytes Judgement::*text) { return unpackText(bytes, base ? unpackText(base->data.*text) : std::string()); };
    return Texts{row->data.hash,
                 {unpacked(row->data.verdict, &Judgement::verdict), unpacked(row->data.facts, &Judgement::facts), row->data.packHash}};
}

/// The newest judgement on the honour by these rules that stands alone.
std::optional<JudgementId> baseFor(Reader& reader, const std::string& honour, const std::string& packHash)
{
    const auto id = reader.number("SELECT max(id) FROM judgement WHERE honour = ? AND pack_hash = ? AND base_id IS NULL", {honour, packHash}, 0);
    return id == 0 ? std::nullopt : std::optional(JudgementId(id));
}

}

std::string hashOf(const KeptJudgement& texts)
{
    return sha256(texts.verdict + "\n" + texts.facts + "\n" + texts.packHash);
}

PackedTexts packed(const KeptJudgement& texts, const KeptJudgement* base)
{
    PackedTexts alone{false, packText(texts.verdict), packText(texts.facts)};
    if (base == nullptr)
        return alone;
    PackedTexts onBase{true, packText(texts.verdict, base->verdict), packText(texts.facts, base->facts)};
    // A base that has grown unlike (another kind of case) is not worth its second look-up: this one then stands alone and is the next base.
    return onBase.verdict.size() * 2 < alone.verdict.size() ? onBase : alone;
}

JudgementId keep(Tx& tx, const std::string& honour, const KeptJudgement& texts)
{
    auto hash = hashOf(texts);
    if (const auto known = tx.number("SELECT id FROM judgement WHERE hash = ?", {hash}, 0); known != 0)
        return JudgementId(known);
    const auto baseId = baseFor(tx, honour, texts.packHash);
    const auto base = baseId ? textsOf(tx, *baseId) : std::nullopt;
    auto made = packed(texts, base ? &base->kept : nullptr);
    return tx.insert(Judgement{std::move(hash), texts.packHash, honour, made.onBase ? baseId : std::nullopt, std::move(made.verdict), std::move(made.facts)});
}

std::vector<RulesOfReviewed> otherRulesOfReviewed(Reader& reader, const std::string& hash)
{
    std::vector<RulesOfReviewed> all;
    reader.each("SELECT j.pack_hash, count(*) FROM nomination n JOIN judgement j ON j.id = n.judgement_id JOIN school_year y ON y.id = n.school_year_id "
                "WHERE y.state <> 'closed' AND n.state IN ('proposed', 'returned', 'for_correction') AND j.pack_hash <> ? GROUP BY j.pack_hash ORDER BY min(n.id)",
                {hash}, [&all](const Values& row) {
                    RulesOfReviewed one;
                    fromValue(row[0], one.hash);
                    fromValue(row[1], one.nominations);
                    all.push_back(std::move(one));
                });
    return all;
}

std::optional<KeptJudgement> judgement(Reader& reader, JudgementId id)
{
    auto texts = textsOf(reader, id);
    if (!texts)
        return std::nullopt;
    return std::move(texts->kept);
}

bool isWhole(Reader& reader, JudgementId id)
{
    const auto texts = textsOf(reader, id);
    return texts && hashOf(texts->kept) == texts->hash;
}

}

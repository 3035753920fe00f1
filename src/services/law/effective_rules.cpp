// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/effective_rules.h"

#include "domain/rule_pack.h"
#include "domain/school.h"
#include "rules/model.h"
#include "rules/pack_file.h"
#include "services/law/regulation_words.h"
#include "storage/repo/review_repo.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;
using nlohmann::json;
namespace repo = storage::repo;

namespace {

json dated(const Regulation& row)
{
    json entry{{"from", row.from.iso()}, {"cite", row.cite}, {"reason", row.reason}};
    if (row.to)
        entry["to"] = row.to->iso();
    return entry;
}

json valueEntry(const Regulation& row)
{
    json entry = dated(row);
    entry["value"] = json::parse(row.value, nullptr, false);
    return entry;
}

json conditionEntry(const Stored<Regulation>& row)
{
    json entry = json::parse(row.data.value, nullptr, false);
    if (!entry.is_object())
        entry = json::object();
    entry.update(dated(row.data));
    entry["kind"] = row.data.target;
    entry["id"] = std::string(toCode(row.data.layer)) + "-" + std::to_string(row.id.value());
    return entry;
}

/// The base that the layers lie on, and why the pack in use is not it.
struct Base {
    rules::Catalogue catalogue;
    std::optional<Error> problem{};
};

Result<rules::Catalogue> catalogueOfFile(const rules::Catalogue& shipped, const std::string& text)
{
    TD_TRY(const auto file, rules::readPackFile(text));
    TD_TRY(const auto pack, rules::applied(shipped.model().pack(), file));
    return pack.supplemented(shipped);
}

Result<Base> baseOf(storage::Reader& reader)
{
    TD_TRY(auto shipped, rules::Catalogue::shipped());
    const auto use = repo::rulePackInUse(reader);
    if (!use)
        return Base{std::move(shipped)};
    const auto pack = repo::rulePack(reader, use->packHash);
    auto taken = pack ? catalogueOfFile(shipped, pack->data.content) : Result<rules::Catalogue>(fail(ErrorCode::NotFound, "pack.missing", {use->title}));
    if (!taken)
        return Base{std::move(shipped), std::move(taken.error())};
    return Base{std::move(*taken)};
}

/// Adds one layer. All entries at once as a rule; when they do not fit, one by one, so that only the misfits stay out.
void addLayer(EffectiveRules& rules, RegulationLayer layer, const RegulationRows& rows)
{
    if (rows.empty())
        return;
    if (auto whole = rules.catalogue.withLayer(layerJson(layer, rows))) {
        rules.catalogue = std::move(*whole);
        return;
    }
    RegulationRows taken;
    std::optional<rules::Catalogue> best;
    for (const auto& row : rows) {
        taken.push_back(row);
        auto tried = rules.catalogue.withLayer(layerJson(layer, taken));
        if (tried) {
            best = std::move(*tried);
        } else {
            rules.unusable.push_back({row.id, worded(rules.catalogue.model(), row.data, std::move(tried.error()))});
            taken.pop_back();
        }
    }
    if (best)
        rules.catalogue = std::move(*best);
}

void addConfirmations(EffectiveRules& rules, const RegulationRows& rows)
{
    std::vector<std::string> ids;
    for (const auto& row : rows) {
        const auto regimes = rules.catalogue.regimes();
        const auto regime = std::ranges::find(regimes, row.data.target, &rules::RuleSetRef::id);
        if (regime != regimes.end() && regime->provisional)
            ids.push_back(row.data.target);
        else
            rules.unusable.push_back({row.id, {ErrorCode::WrongState, "regulation.not-provisional", {row.data.target}, {}, {}}});
    }
    rules.catalogue = rules.catalogue.withConfirmed(ids);
}

}

const Error* EffectiveRules::problemOf(RowId id) const
{
    const auto found = std::ranges::find(unusable, id, &UnusableRegulation::id);
    return found == unusable.end() ? nullptr : &found->error;
}

json layerJson(RegulationLayer layer, const RegulationRows& rows)
{
    json conditions = json::array();
    std::map<std::string, json> values;
    for (const auto& row : rows) {
        if (row.data.kind == RegulationKind::Condition)
            conditions.push_back(conditionEntry(row));
        else
            values[row.data.target].push_back(valueEntry(row.data));
    }
    json params = json::array();
    for (auto& [id, list] : values)
        params.push_back({{"id", id}, {"values", std::move(list)}});
    return {{"layer", std::string(toCode(layer))}, {"params", std::move(params)}, {"conditions", std::move(conditions)}};
}

EffectiveRules effectiveRules(const rules::Catalogue& base, const RegulationRows& rows)
{
    EffectiveRules rules{base, {}, {}};
    for (const auto layer : {RegulationLayer::Province, RegulationLayer::Commune, RegulationLayer::School}) {
        RegulationRows own;
        std::ranges::copy_if(rows, std::back_inserter(own), [layer](const auto& row) {
            return row.data.layer == layer && row.data.kind != RegulationKind::Confirmation;
        });
        addLayer(rules, layer, own);
    }
    RegulationRows confirmations;
    std::ranges::copy_if(rows, std::back_inserter(confirmations), [](const auto& row) { return row.data.kind == RegulationKind::Confirmation; });
    addConfirmations(rules, confirmations);
    return rules;
}

Result<EffectiveRules> effectiveRules(storage::Reader& reader, const RegulationRows& rows)
{
    TD_TRY(auto base, baseOf(reader));
    auto rules = effectiveRules(base.catalogue, rows);
    rules.packProblem = std::move(base.problem);
    return rules;
}

Result<EffectiveRules> effectiveRules(storage::Reader& reader)
{
    return effectiveRules(reader, repo::regulations(reader));
}

Result<rules::Catalogue> catalogueOfPack(storage::Reader& reader, const std::string& hash)
{
    const auto pack = repo::rulePack(reader, hash);
    if (!pack)
        return fail(ErrorCode::NotFound, "pack.missing", {hash.substr(0, 12)});
    TD_TRY(auto catalogue, rules::Catalogue::fromContent(pack->data.content));
    if (catalogue.hash() != hash)
        return fail(ErrorCode::FileCorrupt, "pack.altered", {hash.substr(0, 12)});
    return catalogue;
}

}

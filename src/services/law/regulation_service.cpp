// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/regulation_service.h"

#include "services/core/internal.h"
#include "services/law/effective_rules.h"
#include "services/law/regulation_draft.h"
#include "services/law/regulation_words.h"
#include "services/law/verdict_changes.h"
#include "text/messages.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;
using nlohmann::json;

namespace {

Settable settableValue(const rules::Model& model, const rules::Param& param, const rules::ParamValue& law, Date on)
{
    Settable out;
    out.target = param.id;
    out.name = param.name.empty() ? rules::Text{param.id, param.id} : param.name;
    out.unit = unitOf(param.unit);
    out.codes = codesOf(model, param.unit, on);
    out.mayBeNone = param.mayBeNone;
    out.tightenOnly = law.layering.value_or(param.layering) == rules::Layering::Tighten;
    out.upwards = law.up.value_or(param.up);
    const auto* value = param.on(on);
    out.inForce = value->value.dump();
    const auto words = value->value.is_null() && !value->local ? text::message("regulation.law-sets-none") : valueWords(model, param.unit, value->value);
    out.inForceWords = value->cite.empty() ? words : words + " (" + value->cite.brief + ")";
    out.citation = law.cite;
    out.certain = value->certain;
    out.honours = honoursOfParam(model, param.id, on);
    return out;
}

std::optional<Settable> settableCondition(const rules::Model& model, const rules::ConditionKind& kind, Date on)
{
    Settable out;
    out.kind = RegulationKind::Condition;
    out.target = kind.id;
    out.name = kind.name;
    out.inForce = "null";
    for (const auto& open : kind.open) {
        if (!open.span.contains(on))
            continue;
        if (out.citation.empty())
            out.citation = open.cite;
        out.certain = out.certain && open.certain;
        std::ranges::copy_if(open.honours, std::back_inserter(out.honours), [&](const auto& code) {
            const auto* honour = model.honour(code);
            return honour != nullptr && honour->span.contains(on);
        });
    }
    if (out.honours.empty())
        return std::nullopt;
    for (const auto& figure : kind.figures)
        out.figures.push_back({figure.id, figure.name, unitOf(figure.unit), codesOf(model, figure.unit, on)});
    out.inForceWords = text::message("regulation.no-condition");
    return out;
}

RegulationRow rowOf(const EffectiveRules& rules, const Stored<Regulation>& row, Date today)
{
    const auto& model = rules.catalogue.model();
    RegulationRow out{row.id, row.version, row.data, nameOf(model, row.data), valueWords(model, row.data), false, {}};
    if (const auto* problem = rules.problemOf(row.id))
        out.problem = text::sentence(*problem);
    out.inForceToday = out.problem.empty() && row.data.from <= today && (!row.data.to || today <= *row.data.to);
    return out;
}

Result<Regulation> accepted(Tx& tx, const Regulation& draft, std::optional<RowId> replaces)
{
    auto entry = tidied(draft);
    TD_TRY(auto issues, issuesOf(tx, {entry, replaces}));
    if (!issues.empty())
        return fail(std::move(issues));
    return entry;
}

}

Result<std::vector<Settable>> RegulationService::settable(Date on)
{
    const auto& model = m_file.rules().model();
    std::vector<Settable> all;
    for (const auto& [id, param] : model.params) {
        const auto law = std::ranges::find_if(param.layers.front(), [on](const auto& value) { return value.span.contains(on); });
        if (law != param.layers.front().end() && law->layering.value_or(param.layering) != rules::Layering::Fixed)
            all.push_back(settableValue(model, param, *law, on));
    }
    for (const auto& kind : model.conditionKinds)
        if (auto condition = settableCondition(model, kind, on))
            all.push_back(std::move(*condition));
    std::ranges::stable_sort(all, {}, [](const auto& item) { return std::pair(item.kind, sortKey(item.name.vi)); });
    return all;
}

Result<std::vector<RegulationRow>> RegulationService::list()
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<RegulationRow>> {
        std::vector<RegulationRow> rows;
        for (const auto& row : repo::regulations(reader))
            rows.push_back(rowOf(m_file.effectiveRules(), row, m_file.clock().today()));
        return rows;
    });
}

Result<std::vector<FieldIssue>> RegulationService::validate(const Regulation& draft, std::optional<RowId> replaces)
{
    return readFrom(m_file, [&](Reader& reader) { return issuesOf(reader, {tidied(draft), replaces}); });
}

Result<std::vector<VerdictChange>> RegulationService::preview(const std::optional<Regulation>& draft, std::optional<RowId> replaces, Progress* progress)
{
    TD_TRY(const auto after, readFrom(m_file, [&](Reader& reader) -> Result<rules::Catalogue> {
               TD_TRY(const auto rules, effectiveRules(reader, withDraft(reader, draft, replaces)));
               if (const auto* refused = draft ? rules.problemOf(replaces.value_or(RowId(0))) : nullptr)
                   return tl::unexpected<Error>(*refused);
               return rules.catalogue;
           }));
    return verdictChanges(m_file, after, progress);
}

Written<RowId> RegulationService::add(const Regulation& draft)
{
    return writeTo<RowId>(
        m_file, Op::AddRegulation,
        [&](Tx& tx) -> Result<RowId> {
            TD_TRY(const auto entry, accepted(tx, draft, std::nullopt));
            const auto id = tx.insert(entry);
            tx.setLabel({nameOf(m_file.rules().model(), entry)});
            return id;
        },
        normalised(draft.reason));
}

Written<Done> RegulationService::edit(RowId id, RowVersion version, const Regulation& draft)
{
    return writeTo<Done>(
        m_file, Op::EditRegulation,
        [&](Tx& tx) -> Result<Done> {
            TD_CHECK(need<Regulation>(tx, id));
            TD_TRY(const auto entry, accepted(tx, draft, id));
            tx.update(id, entry, version);
            tx.setLabel({nameOf(m_file.rules().model(), entry)});
            return Done{};
        },
        normalised(draft.reason));
}

Written<Done> RegulationService::remove(RowId id)
{
    return writeTo<Done>(m_file, Op::RemoveRegulation, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto row, need<Regulation>(tx, id));
        tx.remove<Regulation>(id);
        tx.setLabel({nameOf(m_file.rules().model(), row.data)});
        return Done{};
    });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"

#include "rules/pack_check.h"
#include "rules/pack_parser.h"
#include "rules/sha256.h"

#include <algorithm>

namespace thidua::rules {
namespace {

using nlohmann::json;

/// One pack out of its files: sections of the same name are joined.
Result<json> merged(std::span<const EmbeddedFile> files)
{
    std::vector<EmbeddedFile> sorted(files.begin(), files.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    json pack = json::object();
    for (const auto& file : sorted) {
        const json part = json::parse(file.bytes, nullptr, false);
        if (part.is_discarded() || !part.is_object())
            return fail(ErrorCode::InputFormat, "rules.file-not-json", {std::string(file.path)});
        mergePack(pack, part);
    }
    return pack;
}

}

Result<Catalogue> Catalogue::load(std::span<const EmbeddedFile> files)
{
    TD_TRY(const json pack, merged(files));
    return fromPack(pack);
}

Result<Catalogue> Catalogue::fromPack(const json& pack)
{
    const auto problems = checkPack(pack);
    if (!problems.empty())
        return fail(ErrorCode::InputFormat, problems.front().key, problems.front().args);
    return parsed(pack);
}

Result<Catalogue> Catalogue::parsed(const json& pack)
{
    try {
        auto model = parsePack(pack);
        auto text = std::make_shared<const std::string>(pack.dump());
        model->hash = sha256Hex(*text);
        model->text = {text, *text};
        model->version = pack.value("version", std::string());
        return Catalogue(std::move(model));
    } catch (const std::exception& error) {
        return fail(ErrorCode::InputFormat, "rules.pack-broken", {}, error.what());
    }
}

const std::string& Catalogue::hash() const
{
    return m_model->hash;
}

const std::string& Catalogue::version() const
{
    return m_model->version;
}

std::string Catalogue::content() const
{
    // What dump() would write of the three, without reading the pack for it.
    return "{\"confirmed\":" + json(m_model->confirmed).dump() + ",\"layers\":" + json(m_model->layers).dump() + ",\"pack\":"
           + std::string(m_model->text.bytes) + "}";
}

Result<Catalogue> Catalogue::fromContent(std::string_view content)
{
    const json kept = json::parse(content, nullptr, false);
    if (!kept.is_object())
        return fail(ErrorCode::InputFormat, "rules.pack-broken");
    // Files of version 1 kept the pack alone: they had no layers.
    const bool bare = !kept.contains("pack");
    // It was checked when it was kept; what the checks have come to ask for since must not silence an old verdict.
    TD_TRY(Catalogue catalogue, parsed(bare ? kept : kept["pack"]));
    if (bare)
        return catalogue;
    for (const auto& layer : kept.value("layers", json::array())) {
        TD_TRY(catalogue, catalogue.withLayer(layer));
    }
    return catalogue.withConfirmed(kept.value("confirmed", std::vector<std::string>()));
}

Catalogue Catalogue::withConfirmed(const std::vector<std::string>& ruleSets) const
{
    if (ruleSets.empty())
        return *this;
    auto model = std::make_shared<Model>(*m_model);
    std::string names;
    for (const auto& id : ruleSets) {
        model->confirmed.push_back(id);
        names += id + ";";
        for (auto& regime : model->regimes)
            if (regime.ref.id == id)
                regime.ref.provisional = false;
    }
    model->hash = sha256Hex(m_model->hash + names);
    return Catalogue(std::move(model));
}

std::optional<RuleSetRef> Catalogue::regimeOn(Date date) const
{
    const Regime* regime = m_model->regimeOn(date);
    return regime == nullptr ? std::nullopt : std::optional(regime->ref);
}

std::vector<RuleSetRef> Catalogue::regimes() const
{
    std::vector<RuleSetRef> all;
    for (const auto& regime : m_model->regimes)
        all.push_back(regime.ref);
    return all;
}

namespace {

template <class List>
auto inForce(const List& list, Date date) -> decltype(list.data())
{
    for (const auto& entry : list)
        if (entry.span.contains(date))
            return &entry;
    return nullptr;
}

}

const Text* Wording::of(Outcome outcome) const
{
    const auto& text = outcome == Outcome::Pass      ? pass
                       : outcome == Outcome::Fail    ? fail
                       : outcome == Outcome::Unknown ? unknown
                                                     : notApplicable;
    return text ? &*text : nullptr;
}

const ParamValue* Param::on(Date date) const
{
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer)
        if (const auto* value = inForce(*layer, date))
            return value;
    return nullptr;
}

const RuleVersion* Rule::on(Date date) const
{
    return inForce(versions, date);
}

const RuleVersion* FactConflict::on(Date date) const
{
    return inForce(values, date);
}

const Notice& Model::notice(const std::string& id) const
{
    static const Notice kNone;
    const auto found = notices.find(id);
    return found == notices.end() ? kNone : found->second;
}

json Model::pack() const
{
    return json::parse(text.bytes);
}

const Regime* Model::regimeOn(Date date) const
{
    for (const auto& regime : regimes)
        if (Span{regime.ref.from, regime.ref.to}.contains(date))
            return &regime;
    return nullptr;
}

const Honour* Model::honour(std::string_view code) const
{
    const auto found = std::find_if(honours.begin(), honours.end(), [code](const Honour& honour) { return honour.code == code; });
    return found == honours.end() ? nullptr : &*found;
}

const Requirement* Model::requirementOn(std::string_view code, Date date, SubjectKind kind, std::string_view ground) const
{
    for (const auto* requirement : requirementsOn(code, date)) {
        const auto& grounds = requirement->grounds;
        if ((!requirement->kind || *requirement->kind == kind) && (grounds.empty() || std::find(grounds.begin(), grounds.end(), ground) != grounds.end()))
            return requirement;
    }
    return nullptr;
}

std::vector<const Requirement*> Model::requirementsOn(std::string_view code, Date date) const
{
    std::vector<const Requirement*> found;
    for (const auto& requirement : requirements)
        if (requirement.honour == code && requirement.span.contains(date))
            found.push_back(&requirement);
    return found;
}

const ConditionKind::Open* ConditionKind::openFor(const std::string& honour, Date date) const
{
    for (const auto& entry : open)
        if (entry.span.contains(date) && std::find(entry.honours.begin(), entry.honours.end(), honour) != entry.honours.end())
            return &entry;
    return nullptr;
}

const ParamValue* Model::param(const std::string& id, Date date) const
{
    const auto found = params.find(id);
    return found == params.end() ? nullptr : found->second.on(date);
}

bool Model::covers(std::string_view holder, std::string_view code) const
{
    if (holder == code)
        return true;
    const Honour* higher = honour(holder);
    return higher != nullptr && std::any_of(higher->includes.begin(), higher->includes.end(),
                                            [&](const std::string& included) { return covers(included, code); });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/overview.h"

#include "rules/overview_tables.h"
#include "rules/condition.h"
#include "rules/wording.h"

#include <algorithm>

namespace thidua::rules {
namespace {

using nlohmann::json;

bool lists(const std::vector<std::string>& honours, std::string_view code)
{
    return std::find(honours.begin(), honours.end(), code) != honours.end();
}

std::optional<AuthorityInfo> authorityOn(const Model& model, std::string_view honour, Date date)
{
    for (const auto& authority : model.authorities)
        if (lists(authority.honours, honour))
            if (const auto* value = inForce(authority.values, date))
                return AuthorityInfo{value->who, authority.byPrincipal, value->cite, value->certain, value->submits};
    return std::nullopt;
}

/// The parameters a condition compares with, each with its value.
json paramsJson(const Model& model, const Rule& rule, const RuleVersion& version, Date date)
{
    auto names = paramsOf(version.test ? *version.test : rule.test);
    for (const auto& exception : rule.exceptions)
        if (exception.span.contains(date))
            for (const auto& name : paramsOf(exception.instead))
                if (!lists(names, name))
                    names.push_back(name);
    json all = json::array();
    for (const auto& name : names)
        if (const auto* value = model.param(name, date)) {
            json one = {{"id", name}, {"value", value->value}, {"unit", model.params.at(name).unit}};
            putCitation(one, value->cite, value->certain);
            if (value->uncertain)
                one["uncertain"] = pair(*value->uncertain);
            all.push_back(one);
        }
    return all;
}

json exceptionsJson(const Rule& rule, Date date)
{
    json all = json::array();
    for (const auto& exception : rule.exceptions)
        if (exception.span.contains(date)) {
            json one = {{"id", exception.id}, {"quote", exception.quote}, {"priority", exception.priority}};
            putCitation(one, exception.cite, exception.certain);
            all.push_back(one);
        }
    return all;
}

void addConditions(const Model& model, const Requirement& requirement, Date date, json& all)
{
    for (const auto& id : requirement.rules) {
        const Rule& rule = model.rules.at(id);
        const RuleVersion* version = rule.on(date);
        if (version == nullptr || switchedOff(model, rule, date))
            continue;
        const auto* switchValue = rule.enabledBy.empty() ? nullptr : model.param(rule.enabledBy, date);
        json one = {{"id", id}, {"label", pair(version->label.value_or(rule.label))}, {"quote", version->quote},
                    {"params", paramsJson(model, rule, *version, date)}, {"exceptions", exceptionsJson(rule, date)}};
        putCitation(one, version->cite, version->certain && (switchValue == nullptr || switchValue->certain));
        if (version->uncertain)
            one["uncertain"] = pair(*version->uncertain);
        putSpan(one, version->span);
        one["for"] = requirement.kind ? json(toCode(*requirement.kind)) : json(nullptr);
        one["grounds"] = requirement.grounds;
        all.push_back(one);
    }
}

json quotaJson(const Model& model, const std::string& honour, Date date)
{
    json all = json::array();
    for (const auto& rule : model.quotas) {
        const ParamValue* value = rule.honour == honour ? model.param(rule.param, date) : nullptr;
        if (value == nullptr || value->value.is_null())
            continue;
        const auto ratio = ratioFromText(value->value.get<std::string>()).value_or(Ratio{});
        json one = {{"id", rule.id}, {"ratio", fourDecimals(ratio)}, {"of", rule.baseHonour.empty() ? "nominated" : rule.baseHonour},
                    {"label", pair(filled(rule.label, {{"share", shareText(ratio)}}))}, {"quote", value->quote}};
        if (value->uncertain)
            one["uncertain"] = pair(*value->uncertain);
        putCitation(one, value->cite, value->certain);
        putSpan(one, value->span);
        all.push_back(one);
    }
    return all;
}

json voteJson(const Model& model, const std::string& honour, Date date)
{
    const VoteRule rule = voteRuleOn(model, honour, date);
    json out = {{"required", fourDecimals(rule.threshold.share)}, {"strictly_more", rule.threshold.strict}, {"of", "members"},
                {"secret", true}, {"secret_by_law", rule.secretByLaw}, {"by_law", rule.byLaw}, {"quote", rule.quote}};
    if (rule.leastMembers)
        out["least_members"] = *rule.leastMembers;
    if (rule.quorum)
        out["quorum"] = fourDecimals(*rule.quorum);
    if (rule.uncertain)
        out["uncertain"] = pair(*rule.uncertain);
    putCitation(out, rule.citation, rule.certain);
    return out;
}

json authorityJson(const Model& model, const std::string& honour, Date date)
{
    const auto authority = authorityOn(model, honour, date);
    if (!authority)
        return nullptr;
    json out = {{"who", pair(authority->who)}, {"by_principal", authority->byPrincipal},
                {"submits", authority->submits.empty() ? json(nullptr) : pair(authority->submits)}};
    putCitation(out, authority->citation, authority->certain);
    return out;
}

json honourJson(const Catalogue& catalogue, const HonourInfo& info, Date date)
{
    const Model& model = catalogue.model();
    const auto requirements = model.requirementsOn(info.code, date);
    json conditions = json::array();
    json dossier = json::array();
    for (const auto& part : dossierOn(catalogue, info.code, date)) {
        json one = {{"id", part.id}, {"name", pair(part.name)}, {"copies", part.copies ? json(*part.copies) : json(nullptr)}};
        putCitation(one, part.citation, part.certain);
        dossier.push_back(one);
    }
    json notModelled = json::array();
    for (const auto* requirement : requirements) {
        addConditions(model, *requirement, date, conditions);
        for (const auto& note : requirement->notModelled) {
            json one = pair(note.text);
            putCitation(one, note.cite, note.certain);
            if (std::find(notModelled.begin(), notModelled.end(), one) == notModelled.end())
                notModelled.push_back(one);
        }
    }
    return {{"code", info.code}, {"name", pair(info.name)}, {"short", info.shortName.vi}, {"level", info.level}, {"recipients", info.recipientKinds},
            {"rules_available", !requirements.empty()},
            {"conditions", conditions},
            {"not_modelled", notModelled}, {"quota", quotaJson(model, info.code, date)}, {"vote", voteJson(model, info.code, date)},
            {"authority", authorityJson(model, info.code, date)}, {"dossier", dossier}, {"deadlines", deadlinesJson(model, info.code, date)},
            {"bonus", bonusJson(model, info.code, date)}, {"bonuses", bonusesJson(model, info.code, date)}};
}

int placeOf(const Model& model, const Honour& honour)
{
    return static_cast<int>(&honour - model.honours.data()) + 1;
}

HonourInfo infoOf(const Model& model, const Honour& honour, Date date)
{
    HonourInfo info{honour.code, honour.name, {honour.shortName, honour.shortName}, honour.title, {}, honour.level, 0, honour.grounds,
                    authorityOn(model, honour.code, date), honour.outside, !model.requirementsOn(honour.code, date).empty()};
    for (const auto kind : honour.recipients)
        info.recipientKinds.emplace_back(toCode(kind));
    info.order = placeOf(model, honour);
    info.everModelled = std::any_of(model.requirements.begin(), model.requirements.end(),
                                    [&honour](const Requirement& requirement) { return requirement.honour == honour.code; });
    return info;
}

}

std::vector<HonourInfo> honoursOn(const Catalogue& catalogue, Date date)
{
    std::vector<HonourInfo> all;
    for (const auto& honour : catalogue.model().honours)
        if (honour.span.contains(date))
            all.push_back(infoOf(catalogue.model(), honour, date));
    return all;
}

std::optional<HonourInfo> honourInfo(const Catalogue& catalogue, std::string_view code)
{
    return honourInfo(catalogue, code, kFirstRuleDay);
}

std::optional<HonourInfo> honourInfo(const Catalogue& catalogue, std::string_view code, Date date)
{
    const Honour* honour = catalogue.model().honour(code);
    return honour == nullptr ? std::nullopt : std::optional(infoOf(catalogue.model(), *honour, date));
}

int honourPlace(const Catalogue& catalogue, std::string_view code)
{
    const Honour* honour = catalogue.model().honour(code);
    return honour == nullptr ? 0 : placeOf(catalogue.model(), *honour);
}

bool conferredBySchool(const Catalogue& catalogue, std::string_view code, Date date)
{
    const auto authority = authorityOn(catalogue.model(), code, date);
    return authority && authority->byPrincipal;
}

bool conferredAlone(const Catalogue& catalogue, std::string_view code, SubjectKind kind, std::string_view ground, Date date)
{
    return conferredBySchool(catalogue, code, date) && std::ranges::any_of(catalogue.model().requirementsOn(code, date), [&](const Requirement* one) {
               return one->kind == kind && !one->vote && std::ranges::find(one->grounds, ground) != one->grounds.end();
           });
}

std::vector<DossierPart> dossierOn(const Catalogue& catalogue, std::string_view honour, Date date)
{
    std::vector<DossierPart> parts;
    for (const auto& dossier : catalogue.model().dossiers) {
        const DatedValue* value = lists(dossier.honours, honour) ? inForce(dossier.values, date) : nullptr;
        if (value != nullptr)
            for (const auto& item : dossier.items)
                parts.push_back({item.id, item.name, value->cite, value->certain, value->copies, item.proof});
    }
    return parts;
}

Result<json> rulesOn(const Catalogue& catalogue, Date date)
{
    const Regime* regime = catalogue.model().regimeOn(date);
    if (regime == nullptr)
        return fail(ErrorCode::InputFormat, "case.before-first-rules", {"--on", date.vn(), kFirstRuleDay.vn()});
    json honours = json::array();
    for (const auto& info : honoursOn(catalogue, date))
        honours.push_back(honourJson(catalogue, info, date));
    json ruleSet = toJson(regime->ref);
    ruleSet["law"] = regime->law.full;
    json answer = {{"rule_set", ruleSet}, {"honours", honours}, {"catalogue", catalogue.hash()}, {"version", catalogue.version()}};
    putTables(answer, catalogue.model(), date);
    return answer;
}

}

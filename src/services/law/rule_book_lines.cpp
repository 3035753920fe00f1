// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/rule_book_lines.h"

#include "base/vietnamese.h"
#include "rules/condition.h"
#include "rules/overview.h"
#include "rules/vote.h"
#include "rules/wording.h"

#include <algorithm>

namespace thidua::services::rulebook {
namespace {

using namespace rules;

RuleBookPart part(std::string text, const Citation& citation)
{
    return {std::move(text), citation.brief, citation.full};
}

RuleBookLine lineOf(std::string id, std::string caption, RuleBookPart first, const Span& span, bool certain)
{
    RuleBookLine line{std::move(id), {}, std::move(caption), {}};
    line.cell.parts.push_back(std::move(first));
    line.cell.from = span.from;
    line.cell.to = span.to;
    line.cell.certain = certain;
    return line;
}

RuleBookLine conditionLine(const Place& place, const Rule& rule, const RuleVersion& version)
{
    const std::string label = version.label.value_or(rule.label).vi;
    auto line = lineOf("rule:" + rule.id, label, part(version.quote.empty() ? label : version.quote, version.cite), version.span, version.certain);
    line.rule = rule.id;
    doubt(line.cell, version.uncertain);
    doubtsOf(version.test ? *version.test : rule.test, line.cell);
    auto params = paramsOf(version.test ? *version.test : rule.test);
    if (!rule.enabledBy.empty())
        params.push_back(rule.enabledBy);
    for (const auto& id : params) {
        const auto& param = place.model.params.at(id);
        const auto layers = layersOf(place, param);
        line.cell.layers.insert(line.cell.layers.end(), layers.begin(), layers.end());
        const auto* value = param.on(place.on);
        line.cell.certain = line.cell.certain && (value == nullptr || value->certain);
        if (value != nullptr)
            doubt(line.cell, value->uncertain);
    }
    return line;
}

void addConditions(const Place& place, const Requirement& requirement, const std::string& section, std::vector<RuleBookLine>& lines)
{
    for (const auto& id : requirement.rules) {
        const Rule& rule = place.model.rules.at(id);
        const RuleVersion* version = rule.on(place.on);
        if (version == nullptr || switchedOff(place.model, rule, place.on))
            continue;
        const auto add = [&](RuleBookLine line) {
            line.section = section;
            line.id = section + line.id;
            lines.push_back(std::move(line));
        };
        add(conditionLine(place, rule, *version));
        for (const auto& exception : rule.exceptions)
            if (exception.span.contains(place.on) && !exception.quote.empty())
                add(lineOf("exception:" + rule.id + ":" + exception.id, say("exception"), part(exception.quote, exception.cite), exception.span,
                           exception.certain));
    }
}

std::string groundWords(const Place& place, const std::vector<std::string>& grounds)
{
    std::string words;
    for (const auto& ground : grounds)
        words += (words.empty() ? "" : ", ") + codeText(place.model, "ground", ground).vi;
    return words;
}

/// “Đối với tập thể”, where an honour's conditions are told apart by who receives it or on what ground.
std::string sectionOf(const Place& place, const Requirement& requirement, bool several)
{
    if (!several)
        return {};
    const std::string who = requirement.kind ? say("recipient-" + std::string(toCode(*requirement.kind))) : std::string();
    const std::string grounds = groundWords(place, requirement.grounds);
    if (who.empty())
        return grounds.empty() ? say("section-all") : say("section-grounds", {grounds});
    return grounds.empty() ? say("section-for", {who}) : say("section-for-grounds", {who, grounds});
}

RuleBookLine recipientsLine(const Place& place, const HonourInfo& info)
{
    std::string who;
    for (const auto& kind : info.recipientKinds)
        who += (who.empty() ? "" : ", ") + say("recipient-" + kind);
    const std::string grounds = groundWords(place, info.grounds);
    const auto* regime = place.model.regimeOn(place.on);
    auto text = capitalised(who);
    text += grounds.empty() ? "." : say("on-grounds", {grounds});
    const Span span = place.model.honour(info.code)->span;
    return lineOf("recipients", say("recipients"), part(text, regime == nullptr ? Citation{} : regime->honourList), span, true);
}

void addQuotas(const Place& place, const std::string& honour, std::vector<RuleBookLine>& lines)
{
    for (const auto& rule : place.model.quotas) {
        if (rule.honour != honour)
            continue;
        const ParamValue* value = place.model.param(rule.param, place.on);
        if (value == nullptr)
            continue;
        std::string text = value->quote;
        if (value->value.is_null())
            text = text.empty() ? say("no-ceiling") : text;
        else if (text.empty())
            text = filled(rule.label, {{"share", shareText(ratioFromText(value->value.get<std::string>()).value_or(Ratio{}))}}).vi;
        auto line = lineOf("quota:" + rule.id, say(rule.counts == "managers" ? "quota-managers" : "quota"), part(capitalised(text), value->cite),
                           value->span, value->certain);
        line.cell.layers = layersOf(place, place.model.params.at(rule.param));
        lines.push_back(std::move(line));
    }
}

void addNotChecked(const std::vector<const Requirement*>& requirements, std::vector<RuleBookLine>& lines)
{
    RuleBookLine line{"not-modelled", {}, say("not-modelled"), {}};
    for (const auto* requirement : requirements)
        for (const auto& note : requirement->notModelled) {
            const auto one = part(capitalised(note.text.vi), note.cite);
            if (std::find(line.cell.parts.begin(), line.cell.parts.end(), one) == line.cell.parts.end())
                line.cell.parts.push_back(one);
        }
    if (!line.cell.parts.empty())
        lines.push_back(std::move(line));
}

RuleBookLine missingLine(const std::string& id)
{
    RuleBookLine line{id, {}, say("conditions"), {}};
    line.cell.parts.push_back({say("not-in-hand"), say("ask-school"), say("ask-school")});
    line.cell.certain = false;
    line.cell.absent = true;
    return line;
}

}

bool modelledOn(const Place& place, const std::string& honour)
{
    return !place.model.requirementsOn(honour, place.on).empty();
}

std::vector<RuleBookLine> honourLines(const Place& place, const std::string& honour)
{
    std::vector<RuleBookLine> lines;
    const auto info = honourInfo(place.catalogue, honour, place.on);
    if (!info)
        return lines;
    lines.push_back(recipientsLine(place, *info));
    const auto requirements = place.model.requirementsOn(honour, place.on);
    for (const auto* requirement : requirements)
        addConditions(place, *requirement, sectionOf(place, *requirement, requirements.size() > 1), lines);
    if (requirements.empty())
        lines.push_back(missingLine("conditions"));
    std::vector<RuleBookLine> rest;
    addQuotas(place, honour, rest);
    const bool votes = std::any_of(requirements.begin(), requirements.end(), [](const Requirement* one) { return one->vote; });
    for (auto&& line : {voteLine(place, honour, votes), authorityLine(place, honour), dossierLine(place, honour)})
        if (line)
            rest.push_back(*line);
    const auto& kinds = info->recipientKinds;
    const bool staff = std::find(kinds.begin(), kinds.end(), "staff") != kinds.end();
    if (auto evaluation = staff ? evaluationLine(place) : std::nullopt)
        rest.push_back(std::move(*evaluation));
    for (auto& more : {deadlineLines(place, honour), bonusLines(place, honour)})
        rest.insert(rest.end(), more.begin(), more.end());
    addNotChecked(requirements, rest);
    if (std::any_of(lines.begin(), lines.end(), [](const RuleBookLine& line) { return !line.section.empty(); }))
        for (auto& line : rest)
            line.section = say("section-all");
    std::move(rest.begin(), rest.end(), std::back_inserter(lines));
    return lines;
}

std::optional<RuleBookLine> voteLine(const Place& place, const std::string& honour, bool always)
{
    const VoteRule rule = voteRuleOn(place.model, honour, place.on);
    if (!rule.byLaw && !always)
        return std::nullopt;
    const std::string needed = shareText(rule.threshold.share).vi;
    std::string text = rule.quote.empty() ? say("vote-share", {needed}) : rule.quote;
    if (!rule.byLaw)
        text = isHalf(rule.threshold.share) ? say("vote-half") : say("vote-over", {needed});
    Span span{place.on, {}};
    const auto& id = rule.byLaw ? rule.param : kSchoolVoteShare;
    if (const auto* value = place.model.param(id, place.on))
        span = value->span;
    auto line = lineOf("vote", say("vote"), part(capitalised(text), rule.citation), span, rule.certain);
    if (!rule.byLaw) {
        line.cell.parts.front().citation = say("by-school");
        line.cell.parts.front().citationFull = rule.citation.full;
    }
    if (const auto param = place.model.params.find(id); param != place.model.params.end())
        line.cell.layers = layersOf(place, param->second);
    return line;
}

std::optional<RuleBookLine> authorityLine(const Place& place, const std::string& honour)
{
    const auto info = honourInfo(place.catalogue, honour, place.on);
    if (!info || !info->authority)
        return std::nullopt;
    const auto& authority = *info->authority;
    auto line = lineOf("authority", say("authority"), part(capitalised(authority.who.vi) + ".", authority.citation), {place.on, {}}, authority.certain);
    if (!authority.submits.empty())
        line.cell.parts.front().text += " " + say("submits", {authority.submits.vi});
    line.cell.from.reset(); // the law's tables give the day's holder, not since when
    return line;
}

std::optional<RuleBookLine> dossierLine(const Place& place, const std::string& honour)
{
    RuleBookLine line{"dossier", {}, say("dossier"), {}};
    for (const auto& item : dossierOn(place.catalogue, honour, place.on)) {
        line.cell.certain = line.cell.certain && item.certain;
        auto& parts = line.cell.parts;
        if (!parts.empty() && parts.back().citationFull == item.citation.full) {
            parts.back().text += "; " + item.name.vi;
            continue;
        }
        parts.push_back(part(item.name.vi, item.citation));
    }
    for (auto& one : line.cell.parts)
        one.text += ".";
    if (const auto items = dossierOn(place.catalogue, honour, place.on); !items.empty() && items.front().copies)
        line.cell.parts.front().text += " " + say("copies", {std::to_string(*items.front().copies)});
    return line.cell.parts.empty() ? std::nullopt : std::optional(std::move(line));
}

}

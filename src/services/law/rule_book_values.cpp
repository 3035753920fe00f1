// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/rule_book_lines.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "rules/bonus.h"
#include "services/law/regulation_words.h"

#include <algorithm>

namespace thidua::services::rulebook {

using namespace rules;
using nlohmann::json;

std::string moneyWords(std::int64_t dong)
{
    return withThousands(dong) + " đ";
}

std::string coefficientWords(Ratio coefficient)
{
    // At most two decimals: 0,3 · 1,0 · 12,5.
    const auto hundredths = coefficient.numerator * 100 / coefficient.denominator;
    std::string out = std::to_string(hundredths / 100) + "," + std::to_string(hundredths / 10 % 10);
    return hundredths % 10 == 0 ? out : out + std::to_string(hundredths % 10);
}

namespace {

const ParamValue* valueOn(const std::vector<ParamValue>& values, Date on)
{
    const auto found = std::find_if(values.begin(), values.end(), [on](const ParamValue& value) { return value.span.contains(on); });
    return found == values.end() ? nullptr : &*found;
}

std::string layeringWords(const Param& param, const ParamValue& value)
{
    if (value.layering.value_or(param.layering) == Layering::Open)
        return say("open");
    return say(value.up.value_or(param.up) ? "tighten-up" : "tighten-down");
}

/// Which layer sets `param` on the day: “Quy chế của trường”.
std::string layerName(const Place& place, const Param& param, const ParamValue& value)
{
    for (const auto& layer : place.model.layers)
        for (const auto& own : layer.value("params", json::array()))
            if (own.value("id", "") == param.id)
                for (const auto& entry : own.value("values", json::array()))
                    if (entry.value("from", "") == value.span.from.iso() && entry.value("cite", "") == value.cite.full)
                        return say("layer-" + layer.value("layer", "school"));
    return say("layer-lower");
}

}

std::vector<RuleBookLayer> layersOf(const Place& place, const Param& param)
{
    std::vector<RuleBookLayer> out;
    const bool lower = std::any_of(param.layers.begin(), param.layers.end(), [&](const auto& layer) {
        const auto* value = valueOn(layer, place.on);
        return value != nullptr && value->local;
    });
    for (const auto& layer : param.layers) {
        const auto* value = valueOn(layer, place.on);
        if (value == nullptr)
            continue;
        std::string words = valueWords(place.model, param.unit, value->value);
        if (param.unit == "bool" && !param.name.empty())
            words = param.name.vi + ": " + words;
        if (value->local)
            out.push_back({layerName(place, param, *value), words, value->cite.brief});
        else if (lower)
            out.push_back({say("layer-national"), words, value->cite.brief});
        else if (value->layering.value_or(param.layering) != Layering::Fixed)
            out.push_back({say("layer-national"), words + "; " + layeringWords(param, *value), {}});
    }
    return out;
}

std::optional<RuleBookLine> paramLine(const Place& place, const Param& param)
{
    const auto* value = param.on(place.on);
    if (value == nullptr)
        return std::nullopt;
    RuleBookLine line{"param:" + param.id, {}, param.name.empty() ? param.id : param.name.vi, {}};
    const std::string words = capitalised(valueWords(place.model, param.unit, value->value)) + ".";
    // A value of the school's own has no article above it.
    const auto own = value->cite.empty() ? say("by-school") : std::string();
    line.cell.parts.push_back({words, own.empty() ? value->cite.brief : own, own.empty() ? value->cite.full : own});
    line.cell.from = value->span.from;
    line.cell.to = value->span.to;
    line.cell.certain = value->certain;
    doubt(line.cell, value->uncertain);
    line.cell.layers = layersOf(place, param);
    return line;
}

namespace {

RuleBookLine tableLine(std::string id, std::string caption, std::string text, const Citation& cite, const Span& span, bool certain)
{
    RuleBookLine line{std::move(id), {}, std::move(caption), {}};
    line.cell.parts.push_back({std::move(text), cite.brief, cite.full});
    line.cell.from = span.from;
    line.cell.to = span.to;
    line.cell.certain = certain;
    return line;
}

std::string sentence(std::string text)
{
    text = capitalised(text);
    return text.empty() || text.back() == '.' ? text : text + ".";
}

}

std::vector<RuleBookLine> bonusLines(const Place& place, const std::string& honour)
{
    std::vector<RuleBookLine> lines;
    for (const auto& bonus : place.model.bonuses) {
        const DatedValue* value = bonus.honour == honour ? inForce(bonus.values, place.on) : nullptr;
        if (value == nullptr || !value->coefficient)
            continue;
        const bool collective = bonus.recipient == "collective";
        const std::string coefficient = coefficientWords(*value->coefficient);
        auto line = tableLine("bonus:" + bonus.recipient, say(collective ? "bonus-collective" : "bonus"), say("bonus-of-base", {coefficient}), value->cite,
                              value->span, value->certain);
        if (const auto answer = rules::bonus(place.catalogue, {place.on, honour, collective})) {
            auto& words = line.cell.parts.front();
            words.text = say("bonus-amount", {coefficient, moneyWords(answer->baseSalary), moneyWords(answer->amount)});
            words.citation = answer->citation.brief;
            words.citationFull = answer->citation.full;
            line.cell.certain = answer->certain;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<RuleBookLine> deadlineLines(const Place& place, const std::string& honour)
{
    std::vector<RuleBookLine> lines;
    for (const auto& deadline : place.model.deadlines)
        if (std::find(deadline.honours.begin(), deadline.honours.end(), honour) != deadline.honours.end())
            if (const auto* value = inForce(deadline.values, place.on))
                lines.push_back(tableLine("deadline:" + deadline.id, capitalised(deadline.name.vi), sentence(value->what.empty() ? value->quote : value->what.vi),
                                          value->cite, value->span, value->certain));
    return lines;
}

std::optional<RuleBookLine> evaluationLine(const Place& place)
{
    const auto* regime = place.model.evaluationRegimeOn(place.on);
    if (regime == nullptr)
        return std::nullopt;
    auto line = tableLine("evaluation-regime", say("evaluation"), sentence(say("evaluation-by", {regime->name.vi})), regime->cite, regime->span, regime->certain);
    for (const auto& implied : regime->implies) {
        const auto& cite = implied.cite.empty() ? regime->cite : implied.cite;
        line.cell.parts.push_back({sentence(implied.text.vi), cite.brief, cite.full});
        line.cell.certain = line.cell.certain && implied.certain;
    }
    return line;
}

std::optional<RuleBookLine> salaryLine(const Place& place)
{
    const auto* salary = place.model.baseSalaryOn(place.on);
    if (salary == nullptr)
        return std::nullopt;
    return tableLine("base-salary", say("theme-salary"), say("salary", {moneyWords(salary->amount)}), salary->cite, salary->span, salary->certain);
}

std::vector<RuleBookLine> preferenceLines(const Place& place)
{
    std::vector<RuleBookLine> lines;
    for (const auto& preference : place.model.preferences)
        if (const auto* value = inForce(preference.values, place.on))
            lines.push_back(tableLine("preference:" + preference.id, capitalised(preference.label.vi),
                                      sentence(value->quote.empty() ? preference.label.vi : value->quote), value->cite, value->span, value->certain));
    return lines;
}

std::vector<RuleBookLine> bonusRuleLines(const Place& place)
{
    std::vector<RuleBookLine> lines;
    for (const auto& rule : place.model.bonusPriorities)
        if (const auto* value = inForce(rule.values, place.on))
            lines.push_back(tableLine("bonus-rule:" + rule.id, capitalised(rule.label.vi),
                                      sentence(!value->what.empty() ? value->what.vi : value->quote.empty() ? rule.label.vi : value->quote), value->cite,
                                      value->span, value->certain));
    return lines;
}

std::vector<RuleBookLine> renewalLines(const Place& place)
{
    std::vector<RuleBookLine> lines;
    for (auto renewal = place.model.renewals.rbegin(); renewal != place.model.renewals.rend(); ++renewal)
        for (std::size_t i = 0; i < renewal->items.size(); ++i) {
            RuleBookLine line{"renewal:" + renewal->id + ":" + std::to_string(i), say("renewed", {renewal->on.vn()}), std::to_string(i + 1), {}};
            line.cell.parts.push_back({renewal->items[i].vi, {}, {}});
            lines.push_back(std::move(line));
        }
    return lines;
}

}

namespace thidua::services {

std::vector<LawDeadline> lawDeadlines(const rules::Catalogue& catalogue, Date on)
{
    std::vector<LawDeadline> found;
    for (const auto& deadline : catalogue.model().deadlines)
        if (const auto* value = rules::inForce(deadline.values, on); value != nullptr && !deadline.honours.empty())
            found.push_back({capitalised(deadline.name.vi), value->what.vi, value->cite.brief, deadline.honours.front()});
    return found;
}

}

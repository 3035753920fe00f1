// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/rule_book_lines.h"

#include "base/vietnamese.h"
#include "rules/overview.h"
#include "rules/wording.h"

#include <algorithm>

namespace thidua::services::rulebook {

using namespace rules;
using nlohmann::json;

std::string moneyWords(std::int64_t dong)
{
    std::string digits = std::to_string(dong);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ".");
    return digits + " đ";
}

std::string coefficientWords(Ratio coefficient)
{
    // At most two decimals: 0,3 · 1,0 · 12,5.
    const auto hundredths = coefficient.numerator * 100 / coefficient.denominator;
    std::string out = std::to_string(hundredths / 100) + "," + std::to_string(hundredths / 10 % 10);
    return hundredths % 10 == 0 ? out : out + std::to_string(hundredths % 10);
}

std::string valueWords(const Model& model, const std::string& unit, const json& value)
{
    if (value.is_null())
        return say("value-none");
    if (value.is_boolean())
        return say(value.get<bool>() ? "value-yes" : "value-no");
    if (value.is_number_integer()) {
        const auto number = value.get<std::int64_t>();
        return unit == "dong" ? moneyWords(number) : unit == "count" ? std::to_string(number) : say("value-" + unit, {std::to_string(number)});
    }
    if (unit == "share" && value.is_string())
        if (const auto share = ratioFromText(value.get<std::string>()))
            return shareText(*share).vi;
    if (unit == "rounding" && value.is_string())
        return say("rounding-" + value.get<std::string>());
    return value.is_string() ? codeText(model, unit, value.get<std::string>()).vi : value.dump();
}

namespace {

const ParamValue* inForce(const std::vector<ParamValue>& values, Date on)
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
        const auto* value = inForce(layer, place.on);
        return value != nullptr && value->local;
    });
    for (const auto& layer : param.layers) {
        const auto* value = inForce(layer, place.on);
        if (value == nullptr)
            continue;
        const std::string words = valueWords(place.model, param.unit, value->value);
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
    line.cell.parts.push_back({words, value->cite.brief, value->cite.full});
    line.cell.from = value->span.from;
    line.cell.to = value->span.to;
    line.cell.certain = value->certain;
    line.cell.layers = layersOf(place, param);
    return line;
}

std::vector<RuleBookLine> bonusLines(const Place& place, const std::string& honour)
{
    std::vector<RuleBookLine> lines;
    for (const auto& bonus : place.model.bonuses) {
        if (bonus.honour != honour)
            continue;
        const auto value = std::find_if(bonus.values.begin(), bonus.values.end(), [&](const DatedValue& one) { return one.span.contains(place.on); });
        if (value == bonus.values.end() || !value->coefficient)
            continue;
        const std::string coefficient = coefficientWords(*value->coefficient);
        RuleBookLine line{"bonus:" + bonus.recipient, {}, say(bonus.recipient == "collective" ? "bonus-collective" : "bonus"), {}};
        line.cell.parts.push_back({say("bonus-of-base", {coefficient}), value->cite.brief, value->cite.full});
        line.cell.from = value->span.from;
        line.cell.to = value->span.to;
        line.cell.certain = value->certain;
        if (const auto* base = place.model.param("base_salary", place.on); base != nullptr && base->value.is_number_integer()) {
            const auto salary = base->value.get<std::int64_t>();
            const auto amount = (salary * value->coefficient->numerator + value->coefficient->denominator / 2) / value->coefficient->denominator;
            auto& words = line.cell.parts.front();
            words.text = say("bonus-amount", {coefficient, moneyWords(salary), moneyWords(amount)});
            words.citation += "; " + base->cite.brief;
            words.citationFull += "; " + base->cite.full;
            line.cell.certain = line.cell.certain && base->certain;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}

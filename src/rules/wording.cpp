// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/wording.h"

namespace thidua::rules {
namespace {

std::string filledOne(const std::string& pattern, const Values& values, std::string Text::*language)
{
    std::string out;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const auto open = pattern.find('{', at);
        const auto close = open == std::string::npos ? open : pattern.find('}', open);
        if (close == std::string::npos)
            return out + pattern.substr(at);
        out += pattern.substr(at, open - at);
        const auto value = values.find(pattern.substr(open + 1, close - open - 1));
        out += value == values.end() ? std::string("…") : value->second.*language;
        at = close + 1;
    }
    return out;
}

}

Text filled(const Text& pattern, const Values& values)
{
    return {filledOne(pattern.vi, values, &Text::vi), filledOne(pattern.en, values, &Text::en)};
}

std::vector<std::string> placeholders(const std::string& pattern)
{
    std::vector<std::string> names;
    std::size_t at = 0;
    while ((at = pattern.find('{', at)) != std::string::npos) {
        const auto close = pattern.find('}', at);
        if (close == std::string::npos)
            break;
        names.push_back(pattern.substr(at + 1, close - at - 1));
        at = close + 1;
    }
    return names;
}

Text valueText(const Model& model, const FactSpec* spec, const nlohmann::json& value)
{
    if (value.is_boolean())
        return value.get<bool>() ? Text{"có", "yes"} : Text{"không", "no"};
    if (value.is_number_integer())
        return numberText(value.get<long long>());
    if (!value.is_string())
        return {value.dump(), value.dump()};
    const auto text = value.get<std::string>();
    if (spec != nullptr && spec->type == FactType::Code && spec->rank(text) >= 0)
        return spec->values[static_cast<std::size_t>(spec->rank(text))].label;
    if (spec != nullptr && spec->type == FactType::Honour)
        return honourText(model, text);
    if (const auto date = Date::fromIso(text))
        return dateText(*date);
    if (const auto share = ratioFromText(text))
        return shareText(*share);
    return {text, text};
}

Text honourText(const Model& model, std::string_view code)
{
    const Honour* honour = model.honour(code);
    return honour == nullptr ? Text{std::string(code), std::string(code)} : honour->name;
}

Text numberText(long long number)
{
    return {std::to_string(number), std::to_string(number)};
}

Text dateText(Date date)
{
    return {date.vn(), date.vn()};
}

Text codeText(const Model& model, const std::string& set, std::string_view code)
{
    if (const auto* labels = model.facts.set(set))
        for (const auto& label : *labels)
            if (label.code == code)
                return label.label;
    return {std::string(code), std::string(code)};
}

Values commonValues(const Model& model, const Case& theCase)
{
    const auto year = theCase.schoolYear.text();
    return {{"on", dateText(theCase.on)}, {"school_year", {year, year}}, {"honour", honourText(model, theCase.honour)}};
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/stated_words.h"

#include "base/text_util.h"
#include "rules/catalogue.h"
#include "rules/model.h"
#include "text/messages.h"

#include <nlohmann/json.hpp>

namespace thidua::services {

using nlohmann::json;

namespace {

std::string wordsOf(const rules::FactSpec& type, const json& value)
{
    if (value.is_boolean())
        return text::message(value.get<bool>() ? "regulation.yes" : "regulation.no");
    if (value.is_string())
        if (const int rank = type.rank(value.get<std::string>()); rank >= 0)
            return type.values[static_cast<std::size_t>(rank)].label.vi;
    if (!value.is_object())
        return value.is_string() ? value.get<std::string>() : value.dump();
    std::vector<std::string> parts;
    for (const auto& field : type.fields)
        if (const auto found = value.find(field.id); found != value.end())
            parts.push_back(text::message("stated.part", {field.label.vi, wordsOf(field, *found)}));
    return join(parts, "; ");
}

}

const rules::FactSpec* statedSpec(const rules::Catalogue& rules, const std::string& fact)
{
    return rules.model().facts.find(fact);
}

const rules::FactSpec& statedType(const rules::FactSpec& spec)
{
    if (spec.stated && spec.stated->holds == rules::Holds::PastYear)
        for (const auto& field : spec.fields)
            if (field.type != rules::FactType::SchoolYear)
                return field;
    return spec;
}

std::string statedWords(const rules::FactSpec& spec, const std::string& value)
{
    const auto read = json::parse(value, nullptr, false);
    if (read.is_discarded())
        return value;
    const auto words = wordsOf(statedType(spec), read);
    return spec.stated && spec.stated->holds == rules::Holds::Grows ? text::message("regulation.years", {words}) : words;
}

std::string holdsWords(const rules::FactSpec& spec, const domain::StatedFact& row)
{
    switch (spec.stated ? spec.stated->holds : rules::Holds::Year) {
    case rules::Holds::Onward: return text::message("stated.onward", {row.year.screen()});
    case rules::Holds::Grows: return text::message("stated.grows", {row.statedOn.vn()});
    case rules::Holds::Year:
    case rules::Holds::PastYear: break;
    }
    return text::message("stated.of-year", {row.year.screen()});
}

}

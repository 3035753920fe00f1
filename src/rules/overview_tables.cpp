// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/overview_tables.h"

#include <algorithm>

namespace thidua::rules {

using nlohmann::json;

void putSpan(json& out, const Span& span)
{
    out["from"] = span.from.iso();
    out["to"] = span.to ? json(span.to->iso()) : json(nullptr);
}

void putCitation(json& out, const Citation& citation, bool certain)
{
    out["citation"] = citation.full;
    out["citation_short"] = citation.brief;
    out["certain"] = certain;
}

namespace {

void putValue(json& out, const DatedValue& value)
{
    putCitation(out, value.cite, value.certain);
    putSpan(out, value.span);
    if (!value.quote.empty())
        out["quote"] = value.quote;
    if (value.uncertain)
        out["uncertain"] = pair(*value.uncertain);
}

json salaryJson(const Model& model, Date date)
{
    const auto* salary = model.baseSalaryOn(date);
    if (salary == nullptr)
        return nullptr;
    json out = {{"amount", salary->amount}};
    putCitation(out, salary->cite, salary->certain);
    putSpan(out, salary->span);
    return out;
}

json roundingJson(const Model& model, Date date)
{
    const auto* rounding = model.param("bonus_rounding", date);
    const auto* step = model.param("bonus_rounding_step", date);
    if (rounding == nullptr || step == nullptr)
        return nullptr;
    json out = {{"rounding", rounding->value}, {"step", step->value}, {"quote", rounding->quote}};
    putCitation(out, rounding->cite, rounding->certain && step->certain);
    return out;
}

json regimeJson(const Model& model, Date date)
{
    const auto* regime = model.evaluationRegimeOn(date);
    if (regime == nullptr)
        return nullptr;
    json out = {{"id", regime->id}, {"name", pair(regime->name)}, {"implies", json::array()}};
    putCitation(out, regime->cite, regime->certain);
    putSpan(out, regime->span);
    for (const auto& implied : regime->implies) {
        json one = pair(implied.text);
        putCitation(one, implied.cite, implied.certain);
        out["implies"].push_back(one);
    }
    return out;
}

/// What the texts say on matters that no condition asks for, by topic.
json referencesJson(const Model& model, Date date)
{
    json all = json::array();
    for (const auto& reference : model.references)
        if (const auto* value = inForce(reference.values, date)) {
            json one = {{"id", reference.id}, {"topic", reference.topic}, {"name", pair(reference.name)}, {"what", pair(value->what)}};
            putValue(one, *value);
            all.push_back(one);
        }
    return all;
}

json conflictsJson(const Model& model, Date date)
{
    json all = json::array();
    for (const auto& conflict : model.conflicts)
        if (const auto* text = conflict.on(date)) {
            json one = {{"id", conflict.id}, {"label", pair(conflict.label)}, {"facts", conflict.facts}, {"quote", text->quote},
                        {"for", conflict.kind ? json(toCode(*conflict.kind)) : json(nullptr)}};
            putCitation(one, text->cite, text->certain);
            putSpan(one, text->span);
            all.push_back(one);
        }
    return all;
}

/// The texts in force on the day, each with whether it has been read.
json sourcesJson(const Model& model, Date date)
{
    json all = json::array();
    for (const auto& source : model.sources) {
        const auto day = date.iso();
        if (source.value("from", day) > day || source.value("to", day) < day)
            continue;
        all.push_back({{"id", source.at("id")}, {"name", source.at("name")}, {"short", source.value("short", std::string())},
                       {"number", source.value("number", std::string())}, {"from", source.at("from")},
                       {"to", source.contains("to") ? source["to"] : json(nullptr)}, {"certain", source.value("certain", true)}});
    }
    return all;
}

json renewalsJson(const Model& model)
{
    json all = json::array();
    for (const auto& renewal : model.renewals) {
        json items = json::array();
        for (const auto& item : renewal.items)
            items.push_back(pair(item));
        all.push_back({{"id", renewal.id}, {"on", renewal.on.iso()}, {"items", items}});
    }
    return all;
}

/// Entries with an id, a label and dated values.
template <class List>
json labelledJson(const List& list, Date date)
{
    json all = json::array();
    for (const auto& entry : list)
        if (const auto* value = inForce(entry.values, date)) {
            json one = {{"id", entry.id}, {"label", pair(entry.label)}};
            if (!value->what.empty())
                one["what"] = pair(value->what);
            putValue(one, *value);
            all.push_back(one);
        }
    return all;
}

}

json bonusesJson(const Model& model, const std::string& honour, Date date)
{
    json all = json::array();
    for (const char* recipient : {"individual", "collective"})
        if (const auto* value = model.bonusOn(honour, recipient, date); value != nullptr && value->coefficient) {
            json one = {{"coefficient", fourDecimals(*value->coefficient)}, {"recipient", recipient}};
            putValue(one, *value);
            all.push_back(one);
        }
    return all;
}

json bonusJson(const Model& model, const std::string& honour, Date date)
{
    const json all = bonusesJson(model, honour, date);
    return all.empty() ? json(nullptr) : all.front();
}

json deadlinesJson(const Model& model, const std::string& honour, Date date)
{
    json all = json::array();
    for (const auto& deadline : model.deadlines) {
        const bool concerns = std::find(deadline.honours.begin(), deadline.honours.end(), honour) != deadline.honours.end();
        if (const auto* value = concerns ? inForce(deadline.values, date) : nullptr) {
            json one = {{"id", deadline.id}, {"name", pair(deadline.name)}, {"what", pair(value->what)}};
            putValue(one, *value);
            all.push_back(one);
        }
    }
    return all;
}

void putTables(json& answer, const Model& model, Date date)
{
    answer["base_salary"] = salaryJson(model, date);
    answer["bonus_rounding"] = roundingJson(model, date);
    answer["bonus_priority"] = labelledJson(model.bonusPriorities, date);
    answer["evaluation_regime"] = regimeJson(model, date);
    answer["preferences"] = labelledJson(model.preferences, date);
    answer["conflicts"] = conflictsJson(model, date);
    answer["references"] = referencesJson(model, date);
    answer["sources"] = sourcesJson(model, date);
    answer["renewals"] = renewalsJson(model);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/model.h"
#include "services/foresight/foresight_supply.h"

namespace thidua::services {

using nlohmann::json;
using rules::FactSpec;
using rules::FactType;

namespace {

std::string movedYear(const std::string& text, int years)
{
    const auto year = SchoolYear::parse(text);
    return year ? SchoolYear(year->startYear() + years).text() : text;
}

std::string movedDate(const std::string& text, int years)
{
    const auto date = Date::fromIso(text);
    return date ? date->plusMonths(12 * years).iso() : text;
}

/// By the fact's declaration: days and school years move, at any depth.
void moveFact(const FactSpec& spec, json& value, int years)
{
    if (spec.type == FactType::Date && value.is_string())
        value = movedDate(value.get<std::string>(), years);
    if (spec.type == FactType::SchoolYear && value.is_string())
        value = movedYear(value.get<std::string>(), years);
    const auto moveFields = [&spec, years](json& object) {
        for (const auto& field : spec.fields)
            if (object.contains(field.id))
                moveFact(field, object[field.id], years);
    };
    if (spec.type == FactType::Object && value.is_object())
        moveFields(value);
    if (spec.type == FactType::List && value.is_array())
        for (auto& item : value)
            moveFields(item);
}

}

rules::Case movedByYears(const rules::Catalogue& catalogue, rules::Case theCase, int years)
{
    json facts = theCase.facts.json();
    for (const auto& spec : catalogue.model().facts.facts())
        if (facts.contains(spec.id))
            moveFact(spec, facts[spec.id], years);
    theCase.facts = rules::FactSet(std::move(facts));
    theCase.on = theCase.on.plusMonths(12 * years);
    theCase.schoolYear = SchoolYear(theCase.schoolYear.startYear() + years);
    if (theCase.subject.employedFrom)
        theCase.subject.employedFrom = theCase.subject.employedFrom->plusMonths(12 * years);
    return theCase;
}

rules::Case rolledForward(const rules::Catalogue& catalogue, rules::Case theCase)
{
    auto& facts = theCase.facts;
    const json held = facts.json();
    // An evaluation that is still to come is history all the same, of a year whose grade nobody knows.
    json past = held.value("evaluations", json::array());
    json year{{"school_year", theCase.schoolYear.text()}};
    if (held.contains("evaluation"))
        year["grade"] = held["evaluation"];
    past.push_back(std::move(year));
    facts.set("evaluations", std::move(past));
    for (const auto& spec : catalogue.model().facts.facts())
        if (spec.ofYear)
            facts.remove(spec.id);
    // Discipline on record stays for what looks back over months; its absence says nothing about the year to come.
    if (const auto* cases = facts.find("discipline"); cases != nullptr && cases->empty())
        facts.remove("discipline");
    for (const auto* name : {"sector_years", "teaching_years"})
        if (const auto* years = facts.find(name); years != nullptr && years->is_number_integer())
            facts.set(name, years->get<int>() + 1);
    theCase.schoolYear = theCase.schoolYear.next();
    theCase.on = theCase.on.plusMonths(12);
    return theCase;
}

}

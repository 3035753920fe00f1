// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/foresight/foresight_supply.h"

#include "domain/registration.h"
#include "rules/model.h"
#include "text/messages.h"

#include <algorithm>
#include <array>

namespace thidua::services {

using nlohmann::json;
using rules::FactSpec;
using rules::FactType;

namespace {

/// What a school year cannot bring about: it was so before the year, the register alone says it, or it stands for standards that are not
/// in hand, so that nobody can promise to meet them.
constexpr std::array<std::string_view, 7> kOutOfReach{"other_standards_met", "teacher_award_dossier", "sector_years", "teaching_years", "difficult_area", "members", "votes"};
constexpr const char* kEvaluations = "evaluations";

bool isOutOfReach(const std::string& fact)
{
    return std::ranges::find(kOutOfReach, fact) != kOutOfReach.end();
}

/// The word of a code in Vietnamese.
std::string wordOf(const FactSpec& spec, const std::string& code)
{
    const int rank = spec.rank(code);
    return rank < 0 ? code : spec.values[static_cast<std::size_t>(rank)].label.vi;
}

bool isHighest(const FactSpec& spec, const std::string& code)
{
    return spec.rank(code) + 1 == static_cast<int>(spec.values.size());
}

/// “xếp loại “hoàn thành tốt nhiệm vụ” trở lên”.
std::string gradeWords(const FactSpec& spec, const std::string& code, const std::string& year)
{
    const char* key = year.empty() ? (isHighest(spec, code) ? "foresight.grade" : "foresight.grade-up")
                                   : (isHighest(spec, code) ? "foresight.grade-of" : "foresight.grade-up-of");
    return text::message(key, {wordOf(spec, code), year});
}

std::string initiativeWords(const FactSpec& list, const std::string& level, const std::string& type, int count)
{
    const bool research = type == "research";
    const auto* field = list.field("recognised_at");
    const std::string levelWord = level == "school" ? text::message("foresight.level-school") : field != nullptr ? wordOf(*field, level) : level;
    if (count > 1)
        return text::message(research ? "foresight.researches" : "foresight.initiatives", {std::to_string(count), levelWord});
    return text::message(research ? "foresight.research" : "foresight.initiative", {levelWord});
}

/// An initiative of this year recognised at each level, of each kind; then two and three at the highest.
std::vector<Supply> initiativeSupplies(const FactSpec& list, const rules::Case& theCase)
{
    const auto* held = theCase.facts.find("initiatives");
    const json before = held != nullptr && held->is_array() ? *held : json::array();
    const auto* levels = list.field("recognised_at");
    const auto* types = list.field("type");
    std::vector<Supply> supplies;
    const auto add = [&](const std::string& level, const std::string& type, int count) {
        json value = before;
        for (int i = 0; i < count; ++i)
            value.push_back({{"recognised_at", level}, {"scope", level}, {"type", type}, {"school_year", theCase.schoolYear.text()}});
        supplies.push_back({list.id, std::move(value), initiativeWords(list, level, type, count)});
    };
    if (levels == nullptr || types == nullptr)
        return supplies;
    for (const auto& type : types->values)
        for (const auto& level : levels->values)
            add(level.code, type.code, 1);
    for (const int count : {2, 3})
        add(levels->values.back().code, types->values.front().code, count);
    return supplies;
}

/// The year before may still be waiting for its evaluation: it is history without a grade then.
std::vector<Supply> openEvaluations(const FactSpec& list, const json& held)
{
    std::vector<Supply> supplies;
    const auto* grade = list.field("grade");
    const auto open = std::ranges::find_if(held, [](const json& item) { return !item.contains("grade"); });
    if (grade == nullptr || open == held.end())
        return supplies;
    const auto place = static_cast<std::size_t>(open - held.begin());
    for (const auto& value : grade->values) {
        json filled = held;
        filled[place]["grade"] = value.code;
        supplies.push_back({list.id, std::move(filled), gradeWords(*grade, value.code, held[place].value("school_year", ""))});
    }
    return supplies;
}

/// Each lower honour of this year: a chain may be waiting for it.
std::vector<Supply> awardSupplies(const rules::Catalogue& catalogue, const rules::Case& theCase, const json* held)
{
    const json before = held != nullptr && held->is_array() ? *held : json::array();
    const std::string year = theCase.schoolYear.text();
    std::vector<Supply> supplies;
    for (const auto& honour : catalogue.model().honours) {
        if (honour.code == theCase.honour)
            break;
        const bool fits = honour.span.contains(theCase.on) && std::ranges::find(honour.recipients, theCase.subject.kind) != honour.recipients.end();
        const bool received = std::ranges::any_of(before, [&](const json& item) {
            return item.value("honour", "") == honour.code && item.value("school_year", "") == year;
        });
        if (!fits || received)
            continue;
        json value = before;
        value.push_back({{"honour", honour.code}, {"school_year", year}, {"decided_on", theCase.on.iso()}, {"ground", "annual_merit"}});
        supplies.push_back({"honours", std::move(value), text::message("foresight.award", {honour.shortName, theCase.schoolYear.screen()}), honour.code});
    }
    return supplies;
}

std::vector<Supply> codeSupplies(const FactSpec& spec)
{
    std::vector<Supply> supplies;
    for (const auto& value : spec.values)
        supplies.push_back({spec.id, value.code, spec.id == "evaluation" ? gradeWords(spec, value.code, {}) : std::string()});
    return supplies;
}

/// The most that a count may be beside its siblings.
int mostOf(const FactSpec& spec, const rules::Case& theCase)
{
    int most = spec.most;
    for (const auto& sibling : spec.notOver)
        if (const auto* value = theCase.facts.find(sibling); value != nullptr && value->is_number_integer())
            most = std::min(most, value->get<int>());
    return most;
}

/// Of a fact that nobody has told yet.
std::vector<Supply> openSupplies(const FactSpec& spec, const rules::Case& theCase)
{
    switch (spec.type) {
    case FactType::Bool: return {{spec.id, false, {}}, {spec.id, true, {}}};
    case FactType::Integer: return {{spec.id, spec.least, {}}, {spec.id, mostOf(spec, theCase), {}}};
    case FactType::Code: return codeSupplies(spec);
    case FactType::List: return {{spec.id, json::array(), {}}};
    default: return {};
    }
}

}

std::vector<Supply> suppliesOf(const rules::Catalogue& catalogue, const rules::Case& theCase, const std::string& fact)
{
    const FactSpec* spec = catalogue.model().facts.find(fact);
    const auto& schema = catalogue.model().facts.facts();
    const bool declared = std::ranges::any_of(schema, [&fact](const auto& one) { return one.id == fact; });
    if (spec == nullptr || !declared || isOutOfReach(fact))
        return {};
    const json* held = theCase.facts.find(fact);
    if (fact == "honours")
        return awardSupplies(catalogue, theCase, held);
    if (fact == kEvaluations)
        return held != nullptr ? openEvaluations(*spec, *held) : std::vector<Supply>{};
    if (spec->type == FactType::Registration) {
        json honours = held != nullptr && held->is_array() ? *held : json::array();
        honours.push_back(theCase.honour);
        return {{fact, std::move(honours), text::message("foresight.register")}};
    }
    if (fact == "initiatives")
        return initiativeSupplies(*spec, theCase);
    // An inquiry may end before the review; whatever else has been told stands.
    if (fact == "under_investigation")
        return {{fact, false, {}}};
    return held == nullptr ? openSupplies(*spec, theCase) : std::vector<Supply>{};
}

rules::Case supplied(rules::Case theCase, const Supply& supply)
{
    theCase.facts.set(supply.fact, supply.value);
    return theCase;
}

}

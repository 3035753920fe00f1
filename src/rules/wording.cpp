// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/wording.h"

#include "rules/finding_words.h"

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
    if (spec != nullptr && spec->type == FactType::SchoolYear)
        if (const auto year = SchoolYear::parse(text))
            return yearText(model, *year);
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

Text yearText(const Model& model, SchoolYear year)
{
    const Text& pattern = model.notice("school-year").explanation;
    if (pattern.vi.empty())
        return {year.text(), year.text()};
    return filled(pattern, {{"from", numberText(year.startYear())}, {"to", numberText(year.startYear() + 1)}});
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
    return {{"on", dateText(theCase.on)}, {"school_year", yearText(model, theCase.schoolYear)}, {"honour", honourText(model, theCase.honour)}};
}

namespace {

/// Adds the notice's words about `items`; rules kept from an earlier program have no such notice and say no more than they did.
void putNotice(const Model& model, Finding& finding, const char* id, const Text& items)
{
    const Text& words = model.notice(id).explanation;
    if (!items.vi.empty() && !words.vi.empty())
        append(finding.explanation, filled(words, {{"items", items}}));
}

}

Outcome outcomeOf(Truth truth)
{
    return truth == Truth::True ? Outcome::Pass : truth == Truth::False ? Outcome::Fail : Outcome::Unknown;
}

const Text* firstText(Outcome outcome, std::initializer_list<const Wording*> wordings)
{
    for (const auto* wording : wordings)
        if (wording != nullptr && wording->of(outcome) != nullptr)
            return wording->of(outcome);
    return nullptr;
}

void append(Text& text, const Text& more)
{
    text.vi += " " + more.vi;
    text.en += " " + more.en;
}

void append(Citation& citation, const Citation& more)
{
    if (more.empty() || citation.full.find(more.full) != std::string::npos)
        return;
    citation.full += (citation.full.empty() ? "" : "; ") + more.full;
    citation.brief += (citation.brief.empty() ? "" : "; ") + more.brief;
}

void putWords(const Model& model, Finding& finding, Values values, const Text* explanation, const Text* remedy)
{
    values.emplace("rejected", Text{});
    finding.explanation = explanation == nullptr ? finding.label : filled(*explanation, values);
    const bool open = finding.outcome == Outcome::Fail || finding.outcome == Outcome::Unknown;
    finding.remedy = open && remedy != nullptr ? filled(*remedy, values) : model.notice("passed").remedy;
}

Values valuesOf(const Condition& condition, const Judgement& judgement)
{
    Values values = commonValues(condition.model(), condition.theCase());
    values.insert(judgement.values.begin(), judgement.values.end());
    return values;
}

std::vector<Finding> branchFindings(const Condition& condition, const Judgement& judgement)
{
    std::vector<Finding> branches;
    for (const auto& [node, part] : judgement.branches) {
        if (node->id.empty())
            continue;
        Finding branch;
        branch.id = node->id;
        branch.label = node->label;
        const Outcome words = outcomeOf(part.truth);
        branch.outcome = words == Outcome::Fail && part.firm != Truth::False ? Outcome::Unknown : words;
        branch.citation = node->cite;
        branch.facts = part.facts;
        branch.certain = part.certain;
        putWords(condition.model(), branch, valuesOf(condition, part), node->explanation.of(words), node->remedy.of(words));
        if (!branch.certain)
            append(branch.explanation, part.uncertain.value_or(condition.model().notice("uncertain").explanation));
        putYears(condition.model(), branch, part);
        branches.push_back(std::move(branch));
    }
    return branches;
}

void putWhichHalf(const Model& model, Finding& finding)
{
    Text met;
    for (const auto& branch : finding.branches) {
        if (finding.outcome != Outcome::Pass || branch.outcome != Outcome::Pass)
            continue;
        met.vi += (met.vi.empty() ? "" : "; ") + branch.label.vi;
        met.en += (met.en.empty() ? "" : "; ") + branch.label.en;
    }
    putNotice(model, finding, "branch-met", met);
}

void putYears(const Model& model, Finding& finding, const Judgement& judgement)
{
    const auto told = [&](const char* name) {
        const auto found = judgement.values.find(name);
        return found == judgement.values.end() ? Text{} : found->second;
    };
    if (judgement.truth == Truth::Unknown)
        putNotice(model, finding, "years-untold", told(kYearsUntold));
    else if (judgement.truth == Truth::False)
        putNotice(model, finding, "years-short", told(kYearsShort));
}

}

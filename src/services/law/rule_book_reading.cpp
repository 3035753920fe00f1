// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a line of the rule book is: what was read where, and what is missing.
#include "services/law/rule_book_lines.h"

#include <algorithm>

namespace thidua::services::rulebook {
namespace {

using namespace rules;

void add(std::vector<std::string>& all, std::string sentence)
{
    if (std::find(all.begin(), all.end(), sentence) == all.end())
        all.push_back(std::move(sentence));
}

/// In the data a doubt stands in brackets, since it follows a finding's words.
std::string plain(std::string words)
{
    const bool bracketed = words.size() > 2 && words.front() == '(' && words.back() == ')';
    return bracketed ? words.substr(1, words.size() - 2) : words;
}

bool isInHand(const Model& model, const std::string& citation, std::string& missing)
{
    for (const auto& source : model.sources)
        if (!source.value("certain", true) && citation.find(source.value("name", std::string())) != std::string::npos) {
            missing = source.value("name", std::string());
            return false;
        }
    return true;
}

/// Where the data say themselves what is doubted, the text in hand is not called unread beside it.
void tellUnread(const Place& place, const RuleBookCell& cell, std::vector<std::string>& told)
{
    for (const auto& part : cell.parts) {
        std::string missing;
        if (!isInHand(place.model, part.citationFull, missing))
            add(told, say("reading-missing", {missing}));
        else if (!part.citationFull.empty() && cell.reading.empty())
            add(told, say("reading-unchecked", {part.citationFull}));
    }
}

}

void doubt(RuleBookCell& cell, const std::optional<Text>& why)
{
    if (why && !why->vi.empty())
        add(cell.reading, plain(why->vi));
}

void doubtsOf(const Node& node, RuleBookCell& cell)
{
    cell.certain = cell.certain && node.certain && node.withinCertain;
    doubt(cell, node.uncertain);
    for (const auto& where : node.where) {
        cell.certain = cell.certain && where.certain;
        doubt(cell, where.uncertain);
    }
    for (const auto* list : {&node.children, &node.ifUnknown})
        for (const auto& child : *list)
            doubtsOf(child, cell);
}

void tellReading(const Place& place, RuleBookCell& cell)
{
    std::vector<std::string> told;
    if (cell.absent && !cell.certain) {
        told.push_back(say("reading-none"));
    } else if (cell.certain) {
        for (const auto& part : cell.parts)
            if (!part.citationFull.empty())
                add(told, part.citation == say("by-school") ? say("reading-own") : say("reading-full", {part.citationFull}));
    } else {
        tellUnread(place, cell, told);
        for (auto& why : cell.reading)
            add(told, std::move(why));
        told.push_back(say("reading-do"));
    }
    cell.reading = std::move(told);
}

}

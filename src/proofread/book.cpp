// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofread/book.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "proofread/dictionary.h"
#include "proofread/embedded_words.h"
#include "proofread/line.h"
#include "rules/model.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace thidua::proofread {
namespace {

using nlohmann::json;

std::vector<std::string> texts(const json& node, const char* key)
{
    return node.value(key, std::vector<std::string>{});
}

std::optional<Date> day(const json& node, const char* key)
{
    if (!node.contains(key))
        return std::nullopt;
    const auto date = Date::fromIso(node.at(key).get<std::string>());
    return date ? std::optional(*date) : std::nullopt;
}

json embedded(std::string_view name)
{
    for (const auto& file : embeddedWords())
        if (file.path.ends_with("/" + std::string(name)))
            return json::parse(file.bytes);
    return json::object();
}

std::map<int, int> yearsOf(const json& node)
{
    std::map<int, int> years;
    for (const auto& pair : node.at("years"))
        years[pair.at(0).get<int>()] = pair.at(1).get<int>();
    return years;
}

/// The law's texts of the rules, by which verdicts are given: what is in force is known there.
std::vector<KnownText> ruleTexts(const json& sources)
{
    std::vector<KnownText> known;
    for (const auto& source : sources) {
        const auto number = source.value("number", std::string());
        KnownText text{source.at("id"), number, source.value("name", std::string()), {}, {}, std::nullopt, day(source, "to"), {}, source.value("certain", true)};
        if (source.contains("paper")) {
            const auto& paper = source.at("paper");
            text.name = paper.value("kind", std::string()) + (number.empty() ? std::string() : " số " + number);
            if (text.certain && paper.value("certain", true))
                text.issued = day(paper, "on");
        }
        known.push_back(std::move(text));
    }
    for (const auto& source : sources)
        if (const auto replaced = source.value("replaces", std::string()); !replaced.empty())
            for (auto& text : known)
                if (text.id == replaced)
                    text.replacedBy = source.at("id");
    return known;
}

void takeTexts(Book& book, const json& data)
{
    for (const auto& node : data.at("texts")) {
        const auto id = node.at("id").get<std::string>();
        auto found = std::find_if(book.texts.begin(), book.texts.end(), [&](const KnownText& text) { return text.id == id; });
        if (found == book.texts.end()) {
            book.texts.push_back({id, node.value("number", std::string()), node.value("name", std::string()), {}, {}, day(node, "issued"), day(node, "to"),
                                  node.value("replaced_by", std::string()), node.value("certain", true)});
            found = book.texts.end() - 1;
        }
        for (const auto& phrase : texts(node, "phrases"))
            found->phrases.emplace_back("(^|[^a-z])(" + join(split(phrase, ' '), "[ ,-]{1,3}") + R"(,?\s{1,2}(\(|nam\s{1,2}|so\s{1,2})?(\d{4}))(?![0-9/]))");
        found->years = node.value("years", std::vector<int>{});
        if (node.contains("name"))
            found->name = node.at("name");
        if (node.contains("replaced_by"))
            found->replacedBy = node.at("replaced_by");
    }
}

void takeDays(Book& book, const json& data)
{
    for (const auto& node : data.at("anniversaries"))
        if (const auto on = day(node, "on"))
            book.anniversaries.push_back({node.at("name"), texts(node, "phrases"), texts(node, "unless"), *on});
    for (const auto& node : data.at("events")) {
        book.events.push_back({node.at("name"), {}, texts(node, "unless"), node.value("roman", true), yearsOf(node)});
        for (const auto& phrase : texts(node, "phrases"))
            book.events.back().patterns.emplace_back(phrase + R"(\s{1,2}(thu\s{1,2})?([ivxlc]{1,6}|\d{1,2})(?![a-z0-9]))");
    }
}

void takeMovements(Book& book, const json& data)
{
    for (const auto& node : data.at("movements")) {
        auto& movement = book.movements.emplace_back(Movement{node.at("official"), {}, texts(node, "wrong")});
        auto names = texts(node, "also");
        names.push_back(movement.official);
        for (const auto& name : names)
            movement.names.push_back(foldedWords(Line(1, name)));
    }
}

void takeWords(Book& book, const json& data)
{
    for (const auto& [wrong, right] : data.at("confused").items())
        book.confused[wrong] = right;
    const auto take = [&](const char* key, std::set<std::string>& into) {
        for (const auto& word : texts(data, key))
            into.insert(word);
    };
    take("doubled", book.doubled);
    take("allowed", book.allowedWords);
    take("pairs", book.pairs);
    for (const auto& word : texts(data, "compounds"))
        book.addCompound(word);
}

void takeSigns(Book& book, const json& data)
{
    for (const auto& [sign, kind] : data.at("kinds").items())
        book.kinds[sign] = kind;
    book.countedUnits = texts(data, "counted");
    book.overlapping = std::regex("(^|[^a-z])(" + join(texts(data, "overlapping"), "|") + ")([^a-z]|$)");
    for (const auto& [honour, names] : data.at("honours").items())
        for (const auto& name : names)
            book.honourCounts[honour].emplace_back(
                "(^|[^a-z])(" + name.get<std::string>()
                + R"([^0-9;a-z]{0,12}(co\s|dat\s|la\s|dang ky\s|de nghi\s)?[^0-9;a-z]{0,6}(\d{1,4}))(?![0-9%]|\s?%|[.,/]\d{1,2}/))");
}

}

Result<Book> Book::with(const rules::Catalogue& rules, std::shared_ptr<const Dictionary> dictionary)
{
    Book book(rules);
    book.dictionary = std::move(dictionary);
    try {
        book.texts = ruleTexts(rules.model().sources);
        takeTexts(book, embedded("texts.json"));
        takeDays(book, embedded("days.json"));
        takeMovements(book, embedded("movements.json"));
        takeWords(book, embedded("words.json"));
        takeSigns(book, embedded("signs.json"));
    } catch (const json::exception& error) {
        return fail(ErrorCode::Internal, "error.internal", {}, error.what());
    }
    return book;
}

void Book::addCompound(const std::string& compound)
{
    const auto syllables = split(compound, ' ');
    if (syllables.size() != 2)
        return;
    const auto first = spoken(syllables[0]);
    const auto second = spoken(syllables[1]);
    m_compounds.emplace(first + " " + second, compound);
    m_alike.emplace(first + "  " + fold(second), compound);
    m_alike.emplace(fold(first) + " " + second + " ", compound);
}

const std::string* Book::compoundOf(const std::string& first, const std::string& second) const
{
    const auto found = m_compounds.find(first + " " + second);
    return found == m_compounds.end() ? nullptr : &found->second;
}

const std::string* Book::likeCompound(const std::string& first, const std::string& second) const
{
    auto found = m_alike.find(first + "  " + fold(second));
    if (found == m_alike.end())
        found = m_alike.find(fold(first) + " " + second + " ");
    return found == m_alike.end() ? nullptr : &found->second;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/honour_words.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "rules/model.h"
#include "rules/overview.h"
#include "services/people/sheet_headings.h"

#include <algorithm>

namespace thidua::services {
namespace {

/// Without quotes, brackets and stops, and with the two spellings of one word as one.
std::string keyOf(const std::string& words)
{
    std::string out;
    for (const char c : fold(words))
        out += c == '.' || c == '"' || c == '\'' || c == '(' || c == ')' || c == ':' ? ' ' : c;
    for (const auto* quote : {"“", "”", "‘", "’"})
        for (auto at = out.find(quote); at != std::string::npos; at = out.find(quote))
            out.replace(at, std::string_view(quote).size(), " ");
    return normalised(out);
}

}

HonourWords::HonourWords(const rules::Catalogue& catalogue)
{
    for (const auto& honour : catalogue.model().honours) {
        m_codes.emplace(keyOf(honour.code), honour.code);
        m_codes.emplace(keyOf(honour.name.vi), honour.code);
        m_codes.emplace(keyOf(honour.shortName), honour.code);
    }
    for (const auto& line : importWords("honours"))
        if (catalogue.model().honour(line.key) != nullptr)
            for (const auto& word : line.words)
                m_codes.emplace(keyOf(word), line.key);
}

std::optional<std::string> HonourWords::codeOf(const std::string& words) const
{
    const auto found = m_codes.find(keyOf(words));
    return found == m_codes.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> HonourWords::codesOf(const std::string& cell, std::vector<std::string>& unknown) const
{
    if (const auto one = codeOf(cell))
        return {*one};
    std::string parts = cell;
    std::ranges::replace_if(parts, [](char c) { return c == ';' || c == '+' || c == '\n' || c == '\r' || c == '&'; }, ',');
    std::vector<std::string> codes;
    for (const auto& part : split(parts, ',')) {
        const auto words = normalised(part);
        if (words.empty())
            continue;
        if (const auto code = codeOf(words); !code)
            unknown.push_back(words);
        else if (std::ranges::find(codes, *code) == codes.end())
            codes.push_back(*code);
    }
    return codes;
}

std::optional<SchoolYear> yearNamed(const std::string& heading)
{
    auto words = fold(normalised(heading));
    for (const std::string_view before : {"nam hoc", "nh"})
        if (words.starts_with(before)) {
            words.erase(0, before.size());
            break;
        }
    const auto year = SchoolYear::parse(normalised(words));
    return year ? std::optional(*year) : std::nullopt;
}

bool mayReceive(const rules::Catalogue& catalogue, const std::string& honour, const std::string& kind)
{
    const auto info = rules::honourInfo(catalogue, honour);
    return !info || std::ranges::find(info->recipientKinds, kind) != info->recipientKinds.end();
}

std::string lowestTitleOf(const rules::Catalogue& catalogue, const std::string& kind, Date on)
{
    for (const auto& one : rules::honoursOn(catalogue, on))
        if (one.title && std::ranges::find(one.recipientKinds, kind) != one.recipientKinds.end())
            return one.code;
    return {};
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// Movements and campaigns that are not called by their official name.
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "proofread/checks.h"

#include <algorithm>

namespace thidua::proofread {
namespace {

constexpr double kAlike = 0.7; ///< from this share of common words on, a name is meant to be the official one

std::vector<std::string> foldedWords(std::string_view text)
{
    std::vector<std::string> words;
    for (const auto& word : wordsOf(Line(1, text)))
        words.push_back(fold(word.text));
    return words;
}

std::size_t commonWords(std::span<const std::string> left, std::span<const std::string> right)
{
    std::vector<std::size_t> row(right.size() + 1, 0);
    for (const auto& word : left) {
        std::size_t diagonal = 0;
        for (std::size_t at = 0; at < right.size(); ++at) {
            const auto above = row[at + 1];
            row[at + 1] = word == right[at] ? diagonal + 1 : std::max(above, row[at]);
            diagonal = above;
        }
    }
    return row.back();
}

/// How alike a part of the line is to a name, and which part it is.
struct Likeness {
    double share = 0;
    std::size_t from = 0;
    std::size_t count = 0;
};

Likeness bestAt(const std::vector<std::string>& words, std::size_t from, const std::vector<std::string>& name)
{
    Likeness best;
    for (std::size_t count = name.size() > 3 ? name.size() - 3 : 1; count <= name.size() + 3 && from + count <= words.size(); ++count) {
        const auto common = commonWords(std::span(words).subspan(from, count), name);
        const double share = static_cast<double>(common) / static_cast<double>(std::max(count, name.size()));
        if (share > best.share && words[from + count - 1] == name.back())
            best = {share, from, count};
    }
    return best;
}

bool rightName(const Movement& movement, std::span<const std::string> words)
{
    const auto same = [&](const std::string& name) {
        const auto other = foldedWords(name);
        return std::equal(words.begin(), words.end(), other.begin(), other.end());
    };
    return same(movement.official) || std::any_of(movement.also.begin(), movement.also.end(), same);
}

bool isQuoted(const Line& line, std::size_t from)
{
    const auto before = line.plain().find_last_not_of(' ', from == 0 ? 0 : from - 1);
    return from > 0 && before != std::string::npos && line.plain()[before] == '"';
}

/// Every right name of a movement that begins like the words at `from`.
std::optional<Likeness> misquoted(const Movement& movement, const std::vector<std::string>& words, std::size_t from)
{
    std::optional<Likeness> best;
    auto names = movement.also;
    names.push_back(movement.official);
    for (const auto& text : names) {
        const auto name = foldedWords(text);
        if (name.size() < 6 || words.size() < from + 2 || words[from] != name[0] || words[from + 1] != name[1])
            continue;
        if (from + name.size() <= words.size() && std::equal(name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(from)))
            return std::nullopt;
        const auto likeness = bestAt(words, from, name);
        if (likeness.share >= kAlike && likeness.share < 1 && (!best || likeness.share > best->share))
            best = likeness;
    }
    if (best && rightName(movement, std::span(words).subspan(best->from, best->count)))
        return std::nullopt;
    return best;
}

}

void checkMovements(const Document& document, const Book& book, Findings& findings)
{
    for (const auto& line : document.lines) {
        const auto written = wordsOf(line);
        std::vector<std::string> words;
        for (const auto& word : written)
            words.push_back(fold(word.text));
        for (const auto& movement : book.movements) {
            for (const auto& wrong : movement.wrong)
                for (std::size_t at = line.plain().find(wrong); at != std::string::npos; at = line.plain().find(wrong, at + 1))
                    add(findings, line, {at, at + wrong.size()}, "spelling", "movement", {movement.official}, movement.official);
            for (std::size_t at = 0; at < words.size(); ++at)
                if (!isQuoted(line, written[at].where.from))
                    continue; // the same words in a sentence name nothing
                else if (const auto likeness = misquoted(movement, words, at))
                    add(findings, line, {written[at].where.from, written[likeness->from + likeness->count - 1].where.to}, "spelling", "movement",
                        {movement.official}, movement.official);
        }
    }
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// Movements and campaigns that are not called by their official name.
#include "proofread/checks.h"

#include <algorithm>

namespace thidua::proofread {
namespace {

constexpr double kAlike = 0.7; ///< from this share of common words on, a name is meant to be the official one

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

bool isQuoted(const Line& line, std::size_t from)
{
    const auto before = line.plain().find_last_not_of(' ', from == 0 ? 0 : from - 1);
    return from > 0 && before != std::string::npos && line.plain()[before] == '"';
}

/// The words without the quotation marks around them, which stay.
Span unquoted(const Line& line, Span where)
{
    const auto& plain = line.plain();
    while (where.from < where.to && plain[where.from] == '"')
        ++where.from;
    while (where.to > where.from && plain[where.to - 1] == '"')
        --where.to;
    return where;
}

/// Every right name of a movement that begins like the words at `from`.
std::optional<Likeness> misquoted(const Movement& movement, const std::vector<std::string>& words, std::size_t from)
{
    std::optional<Likeness> best;
    for (const auto& name : movement.names) {
        if (name.size() < 6 || words.size() < from + 2 || words[from] != name[0] || words[from + 1] != name[1])
            continue;
        if (from + name.size() <= words.size() && std::equal(name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(from)))
            return std::nullopt;
        const auto likeness = bestAt(words, from, name);
        if (likeness.share >= kAlike && likeness.share < 1 && (!best || likeness.share > best->share))
            best = likeness;
    }
    return best;
}

}

void checkMovements(const Document& document, const Book& book, Findings& findings)
{
    for (const auto& line : document.lines) {
        const auto& written = line.words();
        const auto words = foldedWords(line);
        for (const auto& movement : book.movements) {
            for (const auto& wrong : movement.wrong)
                for (std::size_t at = line.plain().find(wrong); at != std::string::npos; at = line.plain().find(wrong, at + 1))
                    add(findings, line, unquoted(line, {at, at + wrong.size()}), "spelling", "movement", {movement.official}, movement.official);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/sheet_headings.h"

#include "base/embedded_file.h"
#include "base/text_util.h"
#include "base/vietnamese.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace thidua {

/// resources/import/*.txt, made by thidua_embed.
std::span<const EmbeddedFile> embeddedImportWords();

}

namespace thidua::services {
namespace {

using Cells = std::vector<std::string>;
using Lines = std::vector<Cells>;

constexpr std::size_t kTitles = 40;   ///< lines within which the headings begin
constexpr std::size_t kDeepest = 3;   ///< rows of headings

constexpr std::array kColumnNames = {
    std::pair{"none", SheetColumn::Unused}, std::pair{"number", SheetColumn::Unused}, std::pair{"full-name", SheetColumn::FullName}, std::pair{"family", SheetColumn::Family},
    std::pair{"given", SheetColumn::Given}, std::pair{"gender", SheetColumn::Gender}, std::pair{"female", SheetColumn::Female}, std::pair{"male", SheetColumn::Male},
    std::pair{"birth", SheetColumn::Birth}, std::pair{"post", SheetColumn::Post}, std::pair{"team", SheetColumn::Team}, std::pair{"employed", SheetColumn::Employed},
    std::pair{"code", SheetColumn::Code}, std::pair{"class", SheetColumn::Class}, std::pair{"grade", SheetColumn::Grade}, std::pair{"honour", SheetColumn::Honour},
    std::pair{"year", SheetColumn::Year}, std::pair{"decision-number", SheetColumn::DecisionNumber}, std::pair{"decided-on", SheetColumn::DecidedOn},
    std::pair{"issuer", SheetColumn::Issuer}, std::pair{"registered-on", SheetColumn::RegisteredOn}, std::pair{"reason", SheetColumn::Reason},
    std::pair{"evaluation", SheetColumn::Evaluation}, std::pair{"months", SheetColumn::Months}, std::pair{"source", SheetColumn::Source}, std::pair{"tick", SheetColumn::Tick},
    std::pair{"count", SheetColumn::Count}, std::pair{"salutation", SheetColumn::Salutation}, std::pair{"school", SheetColumn::SchoolName}, std::pair{"post-school", SheetColumn::PostSchool}, std::pair{"title", SheetColumn::Title},
    std::pair{"reward", SheetColumn::Reward}, std::pair{"ground", SheetColumn::HonourGround}, std::pair{"subject-kind", SheetColumn::SubjectKind},
    std::pair{"initiative", SheetColumn::InitiativeTitle}, std::pair{"initiative-decision", SheetColumn::InitiativeDecision}, std::pair{"votes", SheetColumn::Votes},
    std::pair{"vote-share", SheetColumn::VoteShare}, std::pair{"achievement", SheetColumn::Achievement}, std::pair{"past-honours", SheetColumn::PastHonours},
    std::pair{"bonus", SheetColumn::Bonus}, std::pair{"female-birth", SheetColumn::FemaleBirth}, std::pair{"male-birth", SheetColumn::MaleBirth},
    std::pair{"fixed", SheetColumn::Fixed}, std::pair{"initiative-field", SheetColumn::InitiativeField}};
constexpr std::array kListNames = {std::pair{"staff", ListKind::Staff}, std::pair{"pupils", ListKind::Pupils}, std::pair{"registrations", ListKind::Registrations},
                                   std::pair{"evaluations", ListKind::Evaluations}, std::pair{"honours", ListKind::Honours}, std::pair{"form", ListKind::Form}};

bool isNumberWord(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The line of the words that a heading fits first.
const WordLine* lineOf(const std::string& folded, ListKind kind)
{
    const std::string list(listName(kind));
    for (const auto& line : importWords("headings"))
        if ((line.lists.empty() || std::ranges::find(line.lists, list) != line.lists.end()) && std::ranges::any_of(line.words, [&folded](const auto& word) { return fitsWord(folded, word); }))
            return &line;
    return nullptr;
}

/// A heading without what stands about it in brackets or behind a colon: “Ngày sinh (dd/mm/yyyy)”.
std::string headingWords(const std::string& cell)
{
    auto words = fold(cell);
    if (const auto bracket = words.find('('); bracket != std::string::npos && bracket > 2)
        words.resize(bracket);
    while (!words.empty() && (words.back() == ' ' || words.back() == ':' || words.back() == '*' || words.back() == '.'))
        words.pop_back();
    std::ranges::replace(words, '\n', ' ');
    return normalised(words);
}

bool startsWithWord(const std::string& text, std::string_view key)
{
    const auto small = fold(text);
    for (const auto& line : importWords("closing"))
        if (line.key == key)
            return std::ranges::any_of(line.words, [&small](const auto& word) { return fitsWord(small, word); });
    return false;
}

bool isName(SheetColumn column)
{
    return column == SheetColumn::FullName || column == SheetColumn::Family || column == SheetColumn::Given;
}

/// Rows `first` … `last` read as headings.
class Candidate {
public:
    Candidate(const Lines& lines, std::size_t first, std::size_t last, ListKind kind, const IsTick& isTick)
        : m_lines(lines), m_first(first), m_last(last), m_kind(kind), m_isTick(isTick)
    {
        std::size_t width = 0;
        for (auto line = first; line <= last; ++line)
            width = std::max(width, lines[line].size());
        m_headings.first = first;
        m_headings.last = last;
        m_headings.columns.assign(width, SheetColumn::Unused);
        m_headings.words.resize(width);
        for (std::size_t column = 0; column < width; ++column)
            take(column);
        const auto& columns = m_headings.columns;
        // “Tên” alone is the whole name; beside “Họ đệm” the given one.
        if (std::ranges::find(columns, SheetColumn::FullName) == columns.end() && std::ranges::find(columns, SheetColumn::Family) == columns.end())
            std::ranges::replace(m_headings.columns, SheetColumn::Given, SheetColumn::FullName);
    }

    bool isOne() const
    {
        // “Giáo viên” is a post in a row of a staff list, or a part of the list, more often than the heading of the names.
        constexpr std::size_t kSurely = 4;
        const bool name = std::ranges::any_of(m_headings.columns, isName) && (m_kind != ListKind::Staff || saysName() || m_known >= kSurely);
        const bool alone = m_known == 1 && m_filled == 1 && m_first == m_last;
        return name && (m_known > 1 || alone) && (m_known > 2 || m_known * 2 >= m_filled) && everyRowIsHeading();
    }
    std::size_t score() const
    {
        const auto useful = static_cast<std::size_t>(std::ranges::count_if(m_headings.columns, [](auto column) { return column != SheetColumn::Unused; }));
        return useful * 100 + m_known * 4 - (m_last - m_first);
    }
    Headings take() { return std::move(m_headings); }

    bool isFull() const
    {
        constexpr std::size_t kFew = 3;
        return m_filled >= kFew;
    }
    /// Short words without figures, one of them known, over columns of figures.
    bool looksLikeOne() const
    {
        constexpr std::size_t kLongest = 60;
        if (m_known == 0 || !isFull())
            return false;
        bool figures = false;
        for (std::size_t column = 0; column < m_headings.words.size(); ++column) {
            const auto cell = cellAt(m_lines[m_first], column);
            if (cell.size() > kLongest || hasFigure(cell))
                return false;
            figures = figures || (!cell.empty() && isFiguresBelow(column));
        }
        return figures;
    }

private:
    bool saysName() const
    {
        return std::ranges::any_of(m_headings.words, [](const auto& words) { return fold(words).find("ten") != std::string::npos; });
    }

    static bool hasFigure(const std::string& text)
    {
        return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
    }

    bool isFiguresBelow(std::size_t column) const
    {
        constexpr std::size_t kRows = 20;
        std::size_t filled = 0, figures = 0;
        for (auto line = m_last + 1; line < std::min(m_lines.size(), m_last + 1 + kRows); ++line)
            if (const auto cell = cellAt(m_lines[line], column); !cell.empty()) {
                ++filled;
                figures += hasFigure(cell) ? 1 : 0;
            }
        return filled > 0 && figures * 10 >= filled * 8;
    }

    /// What stands over a column on a row: its own words, or those of a group that begins to its left.
    std::string over(std::size_t line, std::size_t column) const
    {
        for (auto from = column + 1; from-- > 0;)
            if (auto words = cellAt(m_lines[line], from); !words.empty())
                return from == column || line < m_last ? words : std::string();
        return {};
    }

    void take(std::size_t column)
    {
        std::string own, whole;
        auto at = m_first;
        for (auto line = m_first; line <= m_last; ++line) {
            const auto here = cellAt(m_lines[line], column);
            if (here.empty())
                continue;
            own = here;
            at = line;
        }
        if (own.empty())
            return;
        ++m_filled;
        for (auto line = m_first; line <= m_last; ++line)
            if (const auto words = over(line, column); !words.empty() && words != whole)
                whole += (whole.empty() ? "" : " ") + words;
        m_headings.words[column] = own;
        for (const auto& words : {own, whole}) {
            if (m_isTick && m_isTick(words)) {
                ++m_known;
                m_headings.words[column] = words;
                m_headings.columns[column] = SheetColumn::Tick;
                return;
            }
            const auto* line = lineOf(headingWords(words), m_kind);
            if (line == nullptr || words.size() > 90)
                continue;
            ++m_known;
            auto found = columnNamed(line->key);
            if (found && isMale(at, column))
                found = SheetColumn::Male;
            if (found && m_kind == ListKind::Form)
                found = underBirth(column, *found);
            if (line->key == "number" && !m_headings.number)
                m_headings.number = column;
            if (!found)
                throw std::logic_error("resources/import/headings.txt names an unknown column: " + line->key);
            // Each once, but for what a row may say several times.
            if (*found != SheetColumn::Unused && (*found == SheetColumn::Honour || m_taken.insert(*found).second))
                m_headings.columns[column] = *found;
            else if (*found != SheetColumn::Unused)
                m_headings.twice.push_back(column);
            return;
        }
    }

    /// “Nam” beside “Nữ” is no “Năm”.
    bool isMale(std::size_t line, std::size_t column) const
    {
        const auto isFemale = [&](std::size_t beside) { return headingOf(cellAt(m_lines[line], beside), m_kind) == SheetColumn::Female; };
        return lower(cellAt(m_lines[line], column)) == "nam" && (isFemale(column + 1) || (column > 0 && isFemale(column - 1)));
    }

    /// “Ngày sinh” over “Nam” and “Nữ”: each has the births of one gender. A list to be read says so by what stands in it.
    SheetColumn underBirth(std::size_t column, SheetColumn own) const
    {
        if (own != SheetColumn::Female && own != SheetColumn::Male)
            return own;
        for (auto line = m_first; line < m_last; ++line) {
            auto from = column + 1;
            while (from > 0 && cellAt(m_lines[line], from - 1).empty())
                --from;
            // The group begins over a column of its own, not over one that is the birth's alone.
            const bool group = from > 0 && headingOf(cellAt(m_lines[line], from - 1), m_kind) == SheetColumn::Birth;
            if (group && (isMale(m_last, from - 1) || headingOf(cellAt(m_lines[m_last], from - 1), m_kind) == SheetColumn::Female))
                return own == SheetColumn::Female ? SheetColumn::FemaleBirth : SheetColumn::MaleBirth;
        }
        return own;
    }

    /// A row of somebody's data under the headings is none of them.
    bool everyRowIsHeading() const
    {
        for (auto line = m_first; line <= m_last; ++line) {
            std::size_t filled = 0, known = 0, own = 0;
            for (std::size_t column = 0; column < m_lines[line].size(); ++column) {
                const auto& cell = m_lines[line][column];
                if (cell.empty())
                    continue;
                ++filled;
                const bool heading = lineOf(headingWords(cell), m_kind) != nullptr || (m_isTick && m_isTick(cell));
                // A group's own name need be none of ours when what stands below it is.
                const bool group = line < m_last && cellAt(m_lines[m_last], column).size() > 0;
                known += heading || group ? 1 : 0;
                own += heading ? 1 : 0;
            }
            // A title stands alone on its line and names nothing.
            if (known == 0 || (line < m_last && (own == 0 || filled < 2)) || (line > m_first && known * 10 < filled * 6))
                return false;
            if (line > m_first && isCounted(m_lines[line]))
                return false;
        }
        return true;
    }

    const Lines& m_lines;
    std::size_t m_first, m_last;
    ListKind m_kind;
    const IsTick& m_isTick;
    Headings m_headings;
    std::size_t m_known = 0, m_filled = 0;
    std::set<SheetColumn> m_taken;
};

}

std::string_view listName(ListKind kind)
{
    return std::ranges::find(kListNames, kind, [](const auto& name) { return name.second; })->first;
}

std::optional<ListKind> listNamed(std::string_view name)
{
    const auto found = std::ranges::find(kListNames, name, [](const auto& one) { return std::string_view(one.first); });
    return found == kListNames.end() ? std::nullopt : std::optional(found->second);
}

std::string_view columnName(SheetColumn column)
{
    return std::ranges::find(kColumnNames, column, [](const auto& name) { return name.second; })->first;
}

std::optional<SheetColumn> columnNamed(std::string_view name)
{
    const auto found = std::ranges::find(kColumnNames, name, [](const auto& one) { return std::string_view(one.first); });
    return found == kColumnNames.end() ? std::nullopt : std::optional(found->second);
}

std::vector<WordLine> readWordLines(std::string_view bytes)
{
    std::vector<WordLine> lines;
    for (const auto& text : split(bytes, '\n')) {
        const auto equals = text.find(" = ");
        if (text.empty() || text.front() == '#' || equals == std::string::npos)
            continue;
        auto names = split(text.substr(0, equals), ' ');
        WordLine line{names.front(), {names.begin() + 1, names.end()}, {}};
        for (const auto& word : split(text.substr(equals + 3), '|'))
            line.words.push_back(normalised(word));
        lines.push_back(std::move(line));
    }
    return lines;
}

const std::vector<WordLine>& importWords(std::string_view file)
{
    static const std::map<std::string, std::vector<WordLine>, std::less<>> all = [] {
        std::map<std::string, std::vector<WordLine>, std::less<>> made;
        for (const auto& one : embeddedImportWords()) {
            const auto name = one.path.substr(one.path.rfind('/') + 1);
            auto lines = readWordLines(one.bytes);
            for (auto& line : lines)
                for (auto& word : line.words) {
                    line.spelt.push_back(lower(word));
                    word = fold(word);
                }
            made.emplace(name.substr(0, name.rfind('.')), std::move(lines));
        }
        return made;
    }();
    const auto found = all.find(file);
    if (found == all.end())
        throw std::logic_error("resources/import has no such words");
    return found->second;
}

bool fitsWord(std::string_view folded, std::string_view word)
{
    auto star = word.find('*');
    if (star == std::string_view::npos)
        return folded == word;
    if (!folded.starts_with(word.substr(0, star)))
        return false;
    folded.remove_prefix(star);
    for (word.remove_prefix(star + 1);; word.remove_prefix(star + 1)) {
        star = word.find('*');
        if (star == std::string_view::npos)
            return folded.ends_with(word);
        const auto found = folded.find(word.substr(0, star));
        if (found == std::string_view::npos)
            return false;
        folded.remove_prefix(found + star);
    }
}

std::optional<SheetColumn> headingOf(const std::string& cell, ListKind kind)
{
    const auto words = headingWords(cell);
    if (words.empty() || words.size() > 60)
        return std::nullopt;
    const auto* line = lineOf(words, kind);
    if (line == nullptr)
        return std::nullopt;
    return columnNamed(line->key);
}

std::optional<Headings> findHeadings(const Lines& lines, ListKind kind, const IsTick& isTick, const HeadingSaid& said)
{
    if (said.said && !said.line)
        return std::nullopt;
    std::optional<Headings> best;
    std::size_t most = 0;
    for (std::size_t first = 0; first < std::min(lines.size(), kTitles); ++first)
        for (std::size_t depth = 1; depth <= kDeepest && first + depth <= lines.size(); ++depth) {
            Candidate candidate(lines, first, first + depth - 1, kind, isTick);
            if (!candidate.isOne() || candidate.score() <= most)
                continue;
            most = candidate.score();
            best = candidate.take();
        }
    if (said.line && *said.line < lines.size() && (!best || best->last != *said.line))
        return Candidate(lines, *said.line, *said.line, kind, isTick).take();
    for (std::size_t line = 0; !best && line < std::min(lines.size(), kTitles); ++line)
        if (Candidate candidate(lines, line, line, kind, isTick); candidate.looksLikeOne()) {
            best = candidate.take();
            best->guessed = true;
        } else if (candidate.isFull()) {
            break; // what stands below a row of people is no heading
        }
    return best;
}

bool isCounted(const Cells& cells)
{
    std::size_t filled = 0;
    for (const auto& cell : cells) {
        if (cell.empty())
            continue;
        ++filled;
        auto words = cell;
        std::erase_if(words, [](char c) { return c == '(' || c == ')' || c == '[' || c == ']' || c == ' '; });
        const bool letter = words.size() == 1 && words.front() >= 'A' && words.front() <= 'Z';
        const bool sum = words.find('=') != std::string::npos;
        if (!letter && !sum && !(isNumberWord(words) && words.size() <= 2))
            return false;
    }
    return filled >= 3;
}

bool isSum(const std::string& text)
{
    return startsWithWord(text, "sum") && !fold(text).starts_with("cong hoa");
}

bool isSurelySum(const std::string& text)
{
    const auto small = lower(normalised(text));
    for (const auto& line : importWords("closing"))
        if (line.key == "sum")
            return isSum(text) && std::ranges::any_of(line.spelt, [&small](const auto& word) { return fitsWord(small, word); });
    return false;
}

bool isSignature(const std::string& text)
{
    const auto small = fold(text);
    const bool dated = small.find("ngay") != std::string::npos && small.find("thang") != std::string::npos && small.find("nam") != std::string::npos;
    return dated || startsWithWord(text, "sign");
}

}

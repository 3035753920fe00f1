// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/references.h"

#include <algorithm>
#include <charconv>

namespace thidua::sheets {
namespace {

constexpr std::uint32_t kSheetRows = 1'048'576, kSheetWidth = 16'384; ///< of a sheet

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isFigure(char c)
{
    return c >= '0' && c <= '9';
}

bool inWord(char c)
{
    return isLetter(c) || isFigure(c) || c == '_' || c == '.' || c == '$' || c == '\\' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// A word of a reference: a cell, a column or a row.
std::optional<Corner> partOf(std::string_view word)
{
    Corner corner;
    std::size_t at = 0;
    bool dollar = !word.empty() && word.front() == '$';
    at += dollar ? 1 : 0;
    std::uint32_t column = 0;
    const auto letters = at;
    for (; at < word.size() && isLetter(word[at]) && at - letters < 4; ++at)
        column = column * 26 + static_cast<std::uint32_t>((word[at] & ~0x20) - 'A' + 1);
    if (at > letters) {
        if (column > kSheetWidth)
            return std::nullopt;
        corner.column = Anchor{column - 1, dollar};
        dollar = at < word.size() && word[at] == '$';
        at += dollar ? 1 : 0;
    }
    if (at == word.size())
        return corner.column && !dollar ? std::optional(corner) : std::nullopt;
    std::uint32_t row = 0;
    const auto [end, error] = std::from_chars(word.data() + at, word.data() + word.size(), row);
    if (error != std::errc{} || end != word.data() + word.size() || row == 0 || row > kSheetRows)
        return std::nullopt;
    corner.row = Anchor{row, dollar};
    return corner;
}

std::string anchorText(const Corner& corner)
{
    std::string text;
    if (corner.column)
        text += (corner.column->fixed ? "$" : "") + columnLetters(corner.column->at);
    if (corner.row)
        text += (corner.row->fixed ? "$" : "") + std::to_string(corner.row->at);
    return text;
}

/// Goes through a formula word by word.
class FormulaReader {
public:
    FormulaReader(std::string_view formula, const NamesSheet& concerns, const std::function<void(Reference&)>& change)
        : m_formula(formula), m_concerns(concerns), m_change(change)
    {
    }

    std::string read()
    {
        while (m_at < m_formula.size()) {
            const char c = m_formula[m_at];
            if (c == '"')
                take(quoted('"'));
            else if (c == '\'')
                sheetName(quoted('\''));
            else if (c == '[')
                brackets();
            else if (c == '#')
                failure();
            else if (inWord(c))
                word();
            else
                take(m_at + 1);
        }
        return std::move(m_out);
    }

private:
    void take(std::size_t end)
    {
        m_out += m_formula.substr(m_at, end - m_at);
        m_at = end;
        m_other = false;
        m_sheet.reset();
    }

    /// Behind the quote that closes; two of them stand for one.
    std::size_t quoted(char quote) const
    {
        auto at = m_at + 1;
        for (; at < m_formula.size(); ++at)
            if (m_formula[at] == quote && (at + 1 >= m_formula.size() || m_formula[at + 1] != quote))
                return at + 1;
            else if (m_formula[at] == quote)
                ++at;
        return m_formula.size();
    }

    void sheetName(std::size_t end)
    {
        std::string name;
        for (auto at = m_at + 1; at + 1 < end; ++at) {
            name += m_formula[at];
            at += m_formula[at] == '\'' ? 1 : 0;
        }
        const bool sheet = end < m_formula.size() && m_formula[end] == '!';
        take(sheet ? end + 1 : end);
        if (sheet)
            nameSheet(std::move(name));
    }

    void nameSheet(std::string name)
    {
        m_other = name.find('[') != std::string::npos;
        m_sheet = std::move(name);
    }

    /// “[1]Sheet1!A1” is of another book, “Table1[Col]” of a table: no cell stands in the brackets.
    void brackets()
    {
        int depth = 0;
        auto at = m_at;
        for (; at < m_formula.size(); ++at) {
            depth += m_formula[at] == '[' ? 1 : m_formula[at] == ']' ? -1 : 0;
            if (depth == 0)
                break;
        }
        take(std::min(at + 1, m_formula.size()));
        m_other = true;
    }

    /// “#REF!” is no sheet.
    void failure()
    {
        auto at = m_at + 1;
        while (at < m_formula.size() && (isLetter(m_formula[at]) || m_formula[at] == '/' || isFigure(m_formula[at])))
            ++at;
        at += at < m_formula.size() && (m_formula[at] == '!' || m_formula[at] == '?') ? 1 : 0;
        take(at);
    }

    std::size_t wordEnd(std::size_t from) const
    {
        auto at = from;
        while (at < m_formula.size() && inWord(m_formula[at]))
            ++at;
        return at;
    }
    char charAt(std::size_t at) const { return at < m_formula.size() ? m_formula[at] : '\0'; }

    void word()
    {
        const auto end = wordEnd(m_at);
        const auto text = m_formula.substr(m_at, end - m_at);
        if (charAt(end) == '!') {
            const bool other = m_other;
            std::string name(text);
            take(end + 1);
            nameSheet(std::move(name));
            m_other = m_other || other;
            return;
        }
        const auto first = charAt(end) == '(' || charAt(end) == '[' ? std::nullopt : partOf(text);
        if (!first)
            return take(end);
        Reference reference{*first, std::nullopt};
        auto whole = end;
        if (charAt(end) == ':') {
            const auto lastEnd = wordEnd(end + 1);
            const auto last = charAt(lastEnd) == '(' || charAt(lastEnd) == '!' ? std::nullopt : partOf(m_formula.substr(end + 1, lastEnd - end - 1));
            if (last && last->column.has_value() == first->column.has_value() && last->row.has_value() == first->row.has_value()) {
                reference.last = last;
                whole = lastEnd;
            }
        }
        // A column or a row alone is a name or a number.
        const bool cell = first->column && first->row;
        if (m_other || !(cell || reference.last) || !m_concerns(m_sheet))
            return take(whole);
        m_change(reference);
        m_out += referenceText(reference);
        m_at = whole;
        m_sheet.reset();
    }

    std::string_view m_formula;
    const NamesSheet& m_concerns;
    const std::function<void(Reference&)>& m_change;
    std::string m_out;
    std::size_t m_at = 0;
    std::optional<std::string> m_sheet; ///< named just before
    bool m_other = false;               ///< of another book
};

void moveRow(std::optional<Anchor>& row, const RowShift& shift)
{
    if (row)
        row->at = std::min(shift.of(row->at), kSheetRows);
}

void moved(std::optional<Anchor>& anchor, std::int64_t by, std::int64_t least, std::int64_t most)
{
    if (anchor && !anchor->fixed)
        anchor->at = static_cast<std::uint32_t>(std::clamp(static_cast<std::int64_t>(anchor->at) + by, least, most));
}

}

std::string columnLetters(std::uint32_t column)
{
    std::string letters;
    for (auto left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}

std::optional<Corner> cornerOf(std::string_view text)
{
    const auto part = partOf(text);
    return part && part->column && part->row ? part : std::nullopt;
}

CellPlace placeOf(std::string_view reference)
{
    const auto corner = reference.find('$') == std::string_view::npos ? cornerOf(reference) : std::nullopt;
    return corner ? CellPlace{corner->column->at, corner->row->at} : CellPlace{};
}

std::string placeText(std::uint32_t row, std::uint32_t column)
{
    return columnLetters(column) + std::to_string(row);
}

std::string referenceText(const Reference& reference)
{
    return anchorText(reference.first) + (reference.last ? ":" + anchorText(*reference.last) : std::string());
}

std::optional<Reference> referenceOf(std::string_view text)
{
    const auto colon = text.find(':');
    const auto first = partOf(text.substr(0, colon));
    if (!first)
        return std::nullopt;
    if (colon == std::string_view::npos)
        return first->column && first->row ? std::optional(Reference{*first, std::nullopt}) : std::nullopt;
    const auto last = partOf(text.substr(colon + 1));
    return last ? std::optional(Reference{*first, last}) : std::nullopt;
}

std::string withReferences(std::string_view formula, const NamesSheet& concerns, const std::function<void(Reference&)>& change)
{
    return FormulaReader(formula, concerns, change).read();
}

std::string withRanges(std::string_view ranges, const std::function<void(Reference&)>& change)
{
    std::string out;
    while (!ranges.empty()) {
        const auto space = ranges.find(' ');
        const auto word = ranges.substr(0, space);
        auto reference = referenceOf(word);
        if (reference)
            change(*reference);
        out += reference ? referenceText(*reference) : std::string(word);
        if (space == std::string_view::npos)
            break;
        out += ' ';
        ranges.remove_prefix(space + 1);
    }
    return out;
}

void RowShift::apply(Reference& reference) const
{
    moveRow(reference.first.row, *this);
    if (!reference.last || !reference.last->row)
        return;
    if (grow && reference.last->row->at == after)
        reference.last->row->at = std::min(after + by, kSheetRows);
    else
        moveRow(reference.last->row, *this);
}

void RowShift::applyToRange(Reference& reference) const
{
    const bool cell = !reference.last;
    if (cell)
        reference.last = reference.first;
    apply(reference);
    if (cell && reference.last->row && reference.first.row && reference.last->row->at == reference.first.row->at)
        reference.last.reset();
}

void translate(Reference& reference, std::int64_t rows, std::int64_t columns)
{
    moved(reference.first.row, rows, 1, kSheetRows);
    moved(reference.first.column, columns, 0, kSheetWidth - 1);
    if (reference.last) {
        moved(reference.last->row, rows, 1, kSheetRows);
        moved(reference.last->column, columns, 0, kSheetWidth - 1);
    }
}

}

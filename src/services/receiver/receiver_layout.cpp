// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/receiver/receiver_layout.h"

#include "base/vietnamese.h"
#include "services/people/sheet_text.h"

#include <algorithm>

namespace thidua::services {
namespace {

using sheets::FormSheet;

constexpr std::size_t kLongestPart = 60;           ///< letters of a line that begins a part
constexpr std::uint32_t kWideNote = 3;             ///< columns that a remark below a table stands over

struct FoundHeadings {
    std::string sheet;
    Headings headings;
    std::uint32_t firstRow = 0, lastRow = 0;       ///< as the spreadsheet counts
    std::size_t used() const { return static_cast<std::size_t>(std::ranges::count_if(headings.columns, [](auto one) { return one != SheetColumn::Unused; })); }
};

std::vector<std::vector<std::string>> linesOf(const sheets::Sheet& sheet)
{
    std::vector<std::vector<std::string>> raw;
    for (const auto& row : sheet.rows) {
        auto& cells = raw.emplace_back(row.cells.empty() ? 0 : row.cells.back().column + 1);
        for (const auto& cell : row.cells)
            cells[cell.column] = cell.text;
    }
    return tidySheet(raw, true).lines;
}

std::optional<FoundHeadings> headingsIn(const sheets::Book& book, const IsTick& isTick)
{
    std::optional<FoundHeadings> best;
    for (const auto& sheet : book.sheets) {
        auto headings = findHeadings(linesOf(sheet), ListKind::Form, isTick);
        if (!headings)
            continue;
        FoundHeadings found{sheet.name, std::move(*headings)};
        found.firstRow = sheet.rows[found.headings.first].number;
        found.lastRow = sheet.rows[found.headings.last].number;
        if (!best || found.used() > best->used())
            best = std::move(found);
    }
    return best;
}

/// “Danh hiệu” alone stands for both kinds of honours; codes beside their words are two columns of one kind; what is hidden counts as well.
std::vector<SheetColumn> columnsIn(const Headings& headings)
{
    auto columns = headings.columns;
    if (headings.number && columns[*headings.number] == SheetColumn::Unused)
        columns[*headings.number] = SheetColumn::Count;
    for (const auto column : headings.twice)
        if (const auto kind = headingOf(headings.words[column], ListKind::Form); kind && mayRepeatInForm(*kind))
            columns[column] = *kind;
    const auto has = [&columns](SheetColumn kind) { return std::ranges::find(columns, kind) != columns.end(); };
    if (has(SheetColumn::Title) != has(SheetColumn::Reward) && !has(SheetColumn::Honour)) {
        std::ranges::replace(columns, SheetColumn::Title, SheetColumn::Honour);
        std::ranges::replace(columns, SheetColumn::Reward, SheetColumn::Honour);
    }
    return columns;
}

class LayoutReader {
public:
    LayoutReader(ReceiverLayout& layout, const FoundHeadings& found) : m_layout(layout), m_found(found)
    {
        for (const auto& row : layout.form.sheet.rows)
            m_rows.emplace(row.number, &row);
        m_last = m_rows.empty() ? 0 : m_rows.rbegin()->first;
        if (!layout.form.looks.empty())
            m_last = std::max(m_last, layout.form.looks.rbegin()->first);
    }

    void read()
    {
        columns();
        auto row = m_found.lastRow + 1;
        if (const auto found = m_rows.find(row); found != m_rows.end() && isCounted(textsOf(*found->second)))
            ++row;
        m_layout.look.firstRow = row;
        parts(row);
        keepOthers();
        describe();
    }

private:
    void columns()
    {
        const auto& words = m_found.headings.words;
        const auto heading = [](const std::string& one) { return !one.empty(); };
        const auto first = std::ranges::find_if(words, heading);
        const auto last = std::ranges::find_if(words.rbegin(), words.rend(), heading);
        m_layout.firstColumn = static_cast<std::uint32_t>(first - words.begin());
        m_layout.lastColumn = static_cast<std::uint32_t>(words.rend() - last - 1);
    }

    std::vector<std::string> textsOf(const sheets::Row& row) const
    {
        std::vector<std::string> texts;
        for (const auto& cell : row.cells)
            texts.push_back(normalised(cell.text));
        return texts;
    }

    bool isFormula(std::uint32_t row, std::uint32_t column) const { return m_layout.form.formulas.contains({row, column}); }

    /// What a row says in the table's columns, formulas aside.
    std::vector<std::string> said(std::uint32_t row) const
    {
        std::vector<std::string> texts;
        if (const auto found = m_rows.find(row); found != m_rows.end())
            for (const auto& cell : found->second->cells)
                if (!isFormula(row, cell.column))
                    texts.push_back(normalised(cell.text));
        return texts;
    }

    /// Sums, signatures, remarks: the table is over.
    bool isFoot(std::uint32_t row) const
    {
        const auto texts = said(row);
        if (texts.empty())
            return false;
        if (isSum(texts.front()) || std::ranges::all_of(texts, isSignature))
            return true;
        return std::ranges::any_of(m_layout.form.merged, [&](const auto& merged) {
            const auto found = m_rows.find(row);
            return merged.firstRow == row && merged.lastColumn - merged.firstColumn + 1 >= kWideNote && found->second->at(merged.firstColumn) != nullptr && !partOf(row);
        });
    }

    /// “I. TẬP THỂ”: the lines below are of one kind.
    std::optional<ReceiverSubjects> partOf(std::uint32_t row) const
    {
        const auto texts = said(row);
        if (texts.empty() || texts.size() > 2 || texts.back().size() > kLongestPart)
            return std::nullopt;
        auto words = fold(texts.back());
        if (texts.size() == 1)
            if (const auto stop = words.find_first_of(".)-"); stop != std::string::npos && stop <= 4)
                words = normalised(words.substr(stop + 1));
        const bool counted = texts.size() == 2 && std::ranges::all_of(texts.front(), [](char c) { return c >= '0' && c <= '9'; });
        const bool begins = texts.size() == 2 || isAllCapitals(texts.back()) || words != fold(texts.back());
        if (counted || !begins)
            return std::nullopt;
        for (const std::string_view before : {"danh sach ", "de nghi ", "doi voi ", "khen thuong "})
            if (words.starts_with(before))
                words.erase(0, before.size());
        return words.starts_with("tap the") ? std::optional(ReceiverSubjects::Collectives) : words.starts_with("ca nhan") ? std::optional(ReceiverSubjects::People) : std::nullopt;
    }

    static bool isAllCapitals(const std::string& text) { return upper(text) == text && lower(text) != text; }

    std::vector<std::uint32_t> looksOf(std::uint32_t row) const
    {
        std::vector<std::uint32_t> looks(m_layout.lastColumn - m_layout.firstColumn + 1);
        if (const auto found = m_layout.form.looks.find(row); found != m_layout.form.looks.end())
            for (const auto& [column, look] : found->second)
                if (column >= m_layout.firstColumn && column <= m_layout.lastColumn)
                    looks[column - m_layout.firstColumn] = look;
        return looks;
    }

    /// Whether a row below is of the same table: it looks like its first line, or says something where that has no look.
    bool goesOn(std::uint32_t row, std::uint32_t first) const
    {
        const auto wanted = looksOf(first), looks = looksOf(row);
        std::size_t same = 0, any = 0;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            same += wanted[i] == looks[i] ? 1 : 0;
            any += wanted[i] != 0 ? 1 : 0;
        }
        return any == 0 ? !said(row).empty() : same * 10 >= wanted.size() * 6;
    }

    void parts(std::uint32_t row)
    {
        bool cut = false; // by a line that begins a part
        ReceiverPart part;
        part.area.first = row;
        const auto close = [&](std::uint32_t end) {
            part.area.rows = end - part.area.first;
            part.area.sample = part.area.first;
            if (part.area.rows > 0 || cut || m_layout.parts.empty())
                m_layout.parts.push_back(part);
        };
        for (; row <= m_last && !isFoot(row); ++row) {
            if (const auto subjects = partOf(row)) {
                if (cut || row > part.area.first)
                    close(row);
                part = {};
                part.area.first = row + 1;
                part.subjects = subjects;
                part.title = said(row).back();
                cut = true;
            } else if (row > part.area.first && !goesOn(row, part.area.first)) {
                break;
            }
        }
        // A form of headings alone has no line at all: the first one is that below them.
        if (row == part.area.first && row > m_last)
            ++row;
        close(row);
        for (auto& one : m_layout.parts)
            finish(one);
    }

    void finish(ReceiverPart& part)
    {
        if (part.area.rows == 0) {
            part.area.sample = 0;
            for (const auto& other : m_layout.parts)
                if (other.area.rows > 0)
                    part.area.sample = other.area.first;
        }
        const auto& kinds = m_found.headings.columns;
        for (std::uint32_t row = part.area.first; row < part.area.first + part.area.rows; ++row)
            if (const auto found = m_rows.find(row); found != m_rows.end())
                for (const auto& cell : found->second->cells)
                    if (cell.column < kinds.size() && (kinds[cell.column] == SheetColumn::FullName || kinds[cell.column] == SheetColumn::Family) && !isFormula(row, cell.column))
                        part.area.cleared = true;
    }

    void keepOthers()
    {
        for (const auto& [row, cells] : m_rows)
            for (const auto& cell : cells->cells)
                if (!isFormula(row, cell.column) && std::ranges::none_of(m_layout.parts, [row = row](const auto& part) { return row >= part.area.first && row < part.area.first + part.area.rows; }))
                    m_layout.kept.insert({row, cell.column});
    }

    void describe()
    {
        auto& look = m_layout.look;
        const auto kinds = columnsIn(m_found.headings);
        auto sample = static_cast<std::uint32_t>(look.firstRow);
        for (const auto& part : m_layout.parts)
            if (part.area.rows > 0) {
                sample = part.area.first;
                break;
            }
        const auto width = std::max<std::size_t>(kinds.size(), m_layout.lastColumn + 1);
        for (std::size_t at = 0; at < width; ++at) {
            const auto column = static_cast<std::uint32_t>(at);
            ReceiverColumnLook one{at < m_found.headings.words.size() ? m_found.headings.words[at] : std::string()};
            one.formula = isFormula(sample, column);
            one.hidden = m_layout.form.hiddenColumns.contains(column);
            one.kind = one.formula || at >= kinds.size() ? SheetColumn::Unused : kinds[at];
            if (const auto found = m_rows.find(sample); found != m_rows.end())
                if (const auto* cell = found->second->at(column))
                    one.example = normalised(cell->text);
            if (const auto* choices = m_layout.form.choicesAt(sample, column))
                one.options = choices->options;
            look.form += (at > 0 ? "|" : "") + fold(normalised(one.heading));
            look.guess.columns.push_back(one.kind);
            look.columns.push_back(std::move(one));
        }
        guessRest();
    }

    /// Whom the form is of, and whether one line tells one honour.
    void guessRest()
    {
        auto& guess = m_layout.look.guess;
        const auto has = [&guess](SheetColumn kind) { return std::ranges::find(guess.columns, kind) != guess.columns.end(); };
        std::string name;
        for (const auto& one : m_layout.look.columns)
            if (one.kind == SheetColumn::FullName)
                name = fold(one.heading);
        const bool collectives = name.find("tap the") != std::string::npos, people = name.find("ca nhan") != std::string::npos;
        if (has(SheetColumn::Class) && !has(SheetColumn::Post))
            guess.subjects = ReceiverSubjects::Pupils;
        else if (collectives && !people)
            guess.subjects = ReceiverSubjects::Collectives;
        else if (!collectives && std::ranges::none_of(m_layout.parts, [](const auto& part) { return part.subjects == ReceiverSubjects::Collectives; })
                 && (people || name.find("ho va ten") != std::string::npos || name.find("ho ten") != std::string::npos || has(SheetColumn::Family)))
            guess.subjects = ReceiverSubjects::People;
        guess.eachHonour = !has(SheetColumn::Tick);
    }

    ReceiverLayout& m_layout;
    const FoundHeadings& m_found;
    std::map<std::uint32_t, const sheets::Row*> m_rows;
    std::uint32_t m_last = 0;
};

}

Result<ReceiverLayout> receiverLayout(const ReceiverRequest& request, const IsTick& isTick)
{
    TD_TRY(const auto book, sheets::readBook(request.bytes, request.file, request.sheet));
    const auto found = headingsIn(book, isTick);
    if (!found)
        return fail(ErrorCode::InputFormat, "receiver.no-headings", {request.file});
    TD_TRY(auto form, sheets::readForm(request.bytes, request.file, found->sheet));
    if (form.locked)
        return fail(ErrorCode::InputFormat, "receiver.locked", {found->sheet, request.file});
    ReceiverLayout layout{std::move(form), {}};
    layout.look.sheet = found->sheet;
    // Of all sheets that can be seen, also when one was asked for.
    TD_TRY(const auto all, sheets::readBook(request.bytes, request.file));
    for (const auto& sheet : all.sheets)
        layout.look.sheets.push_back(sheet.name);
    LayoutReader(layout, *found).read();
    return layout;
}

}

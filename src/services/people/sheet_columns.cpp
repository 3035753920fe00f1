// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/sheet_columns.h"

#include "base/date_reader.h"
#include "base/name_keys.h"
#include "base/vietnamese.h"
#include "services/people/post_words.h"

#include <algorithm>

namespace thidua::services {
namespace {

using Lines = std::vector<std::vector<std::string>>;

bool isNumber(const std::string& text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// Figures in three parts: a day, also one that does not exist.
bool isDayShaped(const std::string& text)
{
    const bool figures = std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '.' || c == ' '; });
    return figures && std::ranges::count_if(text, [](char c) { return c == '/' || c == '-' || c == '.'; }) == 2;
}

/// How many cells of a column are of a kind.
struct ColumnLook {
    int filled = 0, days = 0, numbers = 0, genders = 0, ticks = 0, teams = 0, posts = 0, names = 0;
    int years = 0; ///< summed
    bool most(int count) const { return filled > 0 && count * 10 >= filled * 6; }
};

bool looksLikeUnit(const std::string& text)
{
    const auto small = lower(text);
    return std::ranges::any_of(std::initializer_list<std::string_view>{"tổ ", "tổ:", "khối ", "ban ", "văn phòng", "tổ văn phòng", "bộ phận ", "nhóm ", "phòng "},
                               [&small](auto word) { return std::string_view(small).starts_with(word); });
}

ColumnLook lookAt(const Lines& lines, std::size_t column, Date today)
{
    ColumnLook look;
    const DateSense sense{std::nullopt, today, true};
    for (const auto& cells : lines) {
        const auto cell = cellAt(cells, column);
        if (cell.empty() || std::ranges::count_if(cells, [](const auto& one) { return !one.empty(); }) < 2)
            continue;
        ++look.filled;
        if (const auto day = readDay(cell, sense); day && cell.size() > 3) {
            ++look.days;
            look.years += day->day.year;
        } else if (isDayShaped(cell)) {
            ++look.days;
            look.years += today.year();
        } else if (isNumber(cell)) {
            ++look.numbers;
        }
        look.genders += genderCode(cell).empty() ? 0 : 1;
        look.ticks += lower(cell) == "x" ? 1 : 0;
        const bool unit = looksLikeUnit(cell);
        look.teams += unit ? 1 : 0;
        look.posts += !unit && namesPost(cell) ? 1 : 0;
        look.names += !unit && !namesPost(cell) && cell.find(' ') != std::string::npos && std::ranges::none_of(cell, [](char c) { return c >= '0' && c <= '9'; }) ? 1 : 0;
    }
    return look;
}

/// By what stands in them, each kind once; of two columns of days the earlier years are births.
std::vector<SheetColumn> columnsByContent(const Lines& lines, std::size_t width, Date today)
{
    std::vector<SheetColumn> columns(width, SheetColumn::Unused);
    std::vector<ColumnLook> looks;
    for (std::size_t column = 0; column < width; ++column)
        looks.push_back(lookAt(lines, column, today));
    const auto give = [&](SheetColumn kind, auto test) {
        for (std::size_t column = 0; column < width; ++column)
            if (columns[column] == SheetColumn::Unused && test(looks[column])) {
                columns[column] = kind;
                return std::optional(column);
            }
        return std::optional<std::size_t>();
    };
    give(SheetColumn::Gender, [](const auto& look) { return look.most(look.genders); });
    give(SheetColumn::Female, [](const auto& look) { return look.most(look.ticks); });
    const auto days = [](const auto& look) { return look.most(look.days); };
    const auto first = give(SheetColumn::Birth, days);
    const auto second = give(SheetColumn::Employed, days);
    if (first && second && looks[*second].years * looks[*first].days < looks[*first].years * looks[*second].days)
        std::swap(columns[*first], columns[*second]);
    give(SheetColumn::Team, [](const auto& look) { return look.most(look.teams); });
    give(SheetColumn::Post, [](const auto& look) { return look.posts > 0 && look.most(look.posts); });
    give(SheetColumn::FullName, [](const auto& look) { return look.most(look.names); });
    if (std::ranges::find(columns, SheetColumn::FullName) == columns.end())
        give(SheetColumn::FullName, [](const auto& look) { return look.filled > 0 && !look.most(look.numbers); });
    if (width == 1)
        columns[0] = SheetColumn::FullName;
    return columns;
}

/// “Lớp 2A”, “DANH SÁCH HỌC SINH LỚP 2A”: the class that a line alone or a title names.
std::string classNamed(const std::string& text)
{
    const auto small = lower(text);
    const auto found = small.rfind("lớp ");
    if (small.size() != text.size() || found == std::string::npos || (found > 0 && small[found - 1] != ' '))
        return {};
    auto rest = text.substr(found + std::string_view("lớp ").size());
    for (const char* end : {" ", ",", " -", ":"})
        if (const auto place = rest.find(end); place != std::string::npos && place > 0)
            rest.resize(place);
    const bool figure = std::ranges::any_of(rest, [](char c) { return c >= '0' && c <= '9'; });
    return figure && rest.size() <= 8 ? rest : std::string();
}

/// Finds the people among headings, sections, sums and signatures.
struct LineSorter {
    const Lines& lines;
    SheetShape& shape;
    ListKind kind;
    std::string section{};
    std::size_t atMost = 0; ///< behind sums and signatures a line of so few cells is nobody

    void sort(std::size_t line)
    {
        const auto& cells = lines[line];
        std::string only;
        std::size_t filled = 0, anywhere = 0;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            anywhere += cells[column].empty() ? 0 : 1;
            if (cells[column].empty() || shape.columns[column] == SheetColumn::Unused)
                continue;
            only = ++filled == 1 ? cells[column] : std::string();
        }
        if (anywhere == 0 || (shape.headings && line <= shape.headings->last) || isRepeatedHeading(cells) || (shape.headings && isCounted(cells)))
            return titled(cells, line);
        const bool one = filled <= 1;
        const auto alone = only.empty() && one ? firstFilled(cells) : only;
        const bool numbered = shape.headings && shape.headings->number && isNumber(cellAt(cells, *shape.headings->number));
        if (kind == ListKind::Staff && one && looksLikeUnit(alone + " ") && usedColumns() > 1)
            section = isAllCapitals(alone) ? capitalised(lower(alone)) : alone;
        else if (kind == ListKind::Pupils && one && !classNamed(alone).empty() && anywhere == 1 && usedColumns() > 1)
            section = classNamed(alone);
        else if (isSurelySum(nameSaid(cells)))
            atMost = std::max<std::size_t>(atMost, kind != ListKind::Staff ? 2 : 1);
        else if (!numbered && (closes(cells, one) || (kind != ListKind::Staff && one && isPart(cells))))
            return;
        else if (filled > 0 && (numbered || filled > atMost) && !(one && usedColumns() > 1 && kind == ListKind::Staff && namesPost(alone)))
            take(line);
    }

    void take(std::size_t line)
    {
        shape.people.push_back(line);
        if (!section.empty())
            shape.sections[line] = section;
    }

    std::string nameSaid(const std::vector<std::string>& cells) const
    {
        std::string name;
        for (std::size_t column = 0; column < std::min(cells.size(), shape.columns.size()); ++column)
            if (const auto is = shape.columns[column]; is == SheetColumn::FullName || is == SheetColumn::Family || is == SheetColumn::Given)
                name += (name.empty() || cells[column].empty() ? "" : " ") + cells[column];
        return name;
    }

    /// A sum, or who signs: whatever stands behind is nobody unless it is counted or says more.
    bool closes(const std::vector<std::string>& cells, bool one)
    {
        constexpr std::ptrdiff_t kMostSigning = 5;
        const auto all = std::ranges::count_if(cells, [](const auto& cell) { return !cell.empty(); });
        const auto signing = all > kMostSigning ? 0 : std::ranges::count_if(cells, [](const auto& cell) { return !cell.empty() && isSignature(cell); });
        const bool sum = isSum(firstFilled(cells));
        const bool signatures = !shape.people.empty() && signing == all && (all > 1 || (one && kind != ListKind::Staff));
        if (sum || signatures)
            atMost = std::max<std::size_t>(atMost, signatures || kind != ListKind::Staff ? 2 : 1);
        return sum || signatures;
    }

    /// “I. CÁ NHÂN” in a list that counts: a part of it begins.
    bool isPart(const std::vector<std::string>& cells) const
    {
        if (!shape.headings || !shape.headings->number)
            return false;
        return isAllCapitals(firstFilled(cells));
    }

    /// Above the headings a title may name the class of the whole list.
    void titled(const std::vector<std::string>& cells, std::size_t line)
    {
        if (kind == ListKind::Pupils && shape.headings && line < shape.headings->first)
            for (const auto& cell : cells)
                if (auto named = classNamed(cell); !named.empty())
                    section = std::move(named);
    }

    static std::string firstFilled(const std::vector<std::string>& cells)
    {
        const auto found = std::ranges::find_if(cells, [](const auto& cell) { return !cell.empty(); });
        return found == cells.end() ? std::string() : *found;
    }
    std::ptrdiff_t usedColumns() const
    {
        return std::ranges::count_if(shape.columns, [](auto column) { return column != SheetColumn::Unused; });
    }
    /// A list of several pages says its headings on each.
    bool isRepeatedHeading(const std::vector<std::string>& cells) const
    {
        if (shape.headings)
            for (auto line = shape.headings->first; line <= shape.headings->last; ++line)
                if (cells == lines[line])
                    return true;
        int known = 0;
        for (const auto& cell : cells) {
            if (!cell.empty() && !headingOf(cell, kind))
                return false;
            known += cell.empty() ? 0 : 1;
        }
        return known >= 2;
    }
};

/// “Họ và tên” over two columns, the second without a heading: family and middle names, then the given one.
void splitName(const Lines& lines, SheetShape& shape)
{
    const auto name = static_cast<std::size_t>(std::ranges::find(shape.columns, SheetColumn::FullName) - shape.columns.begin());
    const auto next = name + 1;
    if (!shape.headings || next >= shape.columns.size() || shape.columns[next] != SheetColumn::Unused)
        return;
    if (const auto& words = shape.headings->words[next]; !words.empty() && words != shape.headings->words[name])
        return;
    int names = 0, given = 0;
    for (auto line = shape.headings->last + 1; line < lines.size(); ++line) {
        const auto second = cellAt(lines[line], next);
        names += cellAt(lines[line], name).empty() ? 0 : 1;
        given += !second.empty() && second.find(' ') == std::string::npos && std::ranges::none_of(second, [](char c) { return c >= '0' && c <= '9'; }) ? 1 : 0;
    }
    if (names == 0 || given * 10 < names * 6)
        return;
    shape.columns[name] = SheetColumn::Family;
    shape.columns[next] = SheetColumn::Given;
}

/// Under headings none of which names people, the columns that no heading tells are what stands in them.
void fillByContent(const Lines& lines, SheetShape& shape, Date today)
{
    auto& columns = shape.columns;
    const auto has = [&columns](SheetColumn kind) { return std::ranges::find(columns, kind) != columns.end(); };
    if (has(SheetColumn::FullName) || has(SheetColumn::Family) || has(SheetColumn::Given))
        return;
    const Lines below(lines.begin() + static_cast<std::ptrdiff_t>(shape.headings->last) + 1, lines.end());
    const auto found = columnsByContent(below, columns.size(), today);
    for (std::size_t column = 0; column < columns.size(); ++column)
        if (columns[column] == SheetColumn::Unused && column != shape.headings->number && !has(found[column]))
            columns[column] = found[column];
}

}

SheetShape shapeOf(const Lines& lines, const std::vector<SheetColumn>& given, Date today, ListKind kind, const IsTick& isTick, const HeadingSaid& said)
{
    std::size_t width = 0;
    for (const auto& cells : lines)
        width = std::max(width, cells.size());
    SheetShape shape;
    shape.headings = findHeadings(lines, kind, isTick, said);
    if (shape.headings)
        shape.headings->words.resize(width);
    if (!given.empty())
        shape.columns = given;
    else if (shape.headings)
        shape.columns = shape.headings->columns;
    else if (kind == ListKind::Staff)
        shape.columns = columnsByContent(lines, width, today);
    shape.columns.resize(width, SheetColumn::Unused);
    if (given.empty()) {
        if (kind == ListKind::Staff && shape.headings)
            fillByContent(lines, shape, today);
        splitName(lines, shape);
    }
    LineSorter sorter{lines, shape, kind};
    for (std::size_t line = 0; line < lines.size(); ++line)
        sorter.sort(line);
    return shape;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/sheet_columns.h"

#include "base/date_reader.h"
#include "base/name_keys.h"
#include "base/vietnamese.h"
#include "services/people/post_words.h"

#include <algorithm>
#include <set>

namespace thidua::services {
namespace {

using Lines = std::vector<std::vector<std::string>>;

std::string at(const std::vector<std::string>& cells, std::size_t column)
{
    return column < cells.size() ? cells[column] : std::string();
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// What a heading names; nothing for words that are no heading at all, Unused for one of no use here.
std::optional<SheetColumn> headingOf(const std::string& cell)
{
    const auto words = fold(cell); // headings are recognised, however they are written
    const auto is = [&words](std::initializer_list<const char*> names) { return std::ranges::find(names, words) != names.end(); };
    if (words.empty() || words.size() > 60)
        return std::nullopt;
    if (is({"stt", "tt", "so tt", "so thu tu", "ghi chu", "noi sinh", "que quan", "dan toc", "trinh do", "dien thoai", "email", "dia chi", "ma can bo", "ma so", "cccd", "chuyen mon", "dang vien", "luong", "he so"}))
        return SheetColumn::Unused;
    if (is({"ho dem", "ho va dem", "ho, dem", "ho va ten dem", "ho ten dem", "ho lot", "ho va chu lot", "ho va chu dem"}))
        return SheetColumn::Family;
    if (is({"ten"}))
        return SheetColumn::Given;
    if (contains(words, "ho va ten") || contains(words, "ho ten") || contains(words, "ho, ten") || contains(words, "ho & ten"))
        return SheetColumn::FullName;
    if (is({"gioi tinh", "phai", "gt", "nam/nu", "nam, nu"}))
        return SheetColumn::Gender;
    if (is({"nu"}))
        return SheetColumn::Female;
    if (contains(words, "sinh") && !contains(words, "noi"))
        return SheetColumn::Birth;
    if (contains(words, "vao nganh") || contains(words, "tuyen dung") || contains(words, "cong tac tu") || is({"ngay vao", "nam vao", "ngay bat dau", "bat dau cong tac"}))
        return SheetColumn::Employed;
    if (contains(words, "chuc vu") || contains(words, "chuc danh") || is({"nhiem vu", "cong viec", "cong viec duoc giao", "nhiem vu duoc giao"}))
        return SheetColumn::Post;
    if (is({"to", "to cm", "to chuyen mon", "to khoi", "to/khoi", "don vi", "bo phan", "to, bo phan", "phong ban", "to cong tac"}) || words.rfind("to chuyen mon", 0) == 0)
        return SheetColumn::Team;
    return std::nullopt;
}

std::vector<SheetColumn> columnsOfHeading(const std::vector<std::string>& cells, std::size_t width)
{
    std::vector<SheetColumn> columns(width, SheetColumn::Unused);
    std::set<SheetColumn> taken;
    for (std::size_t column = 0; column < width; ++column)
        if (const auto found = headingOf(at(cells, column)); found && *found != SheetColumn::Unused && taken.insert(*found).second)
            columns[column] = *found;
    // “Tên” alone is the whole name; beside “Họ đệm” the given one.
    if (!taken.contains(SheetColumn::FullName) && !taken.contains(SheetColumn::Family))
        std::ranges::replace(columns, SheetColumn::Given, SheetColumn::FullName);
    return columns;
}

/// The row that names most columns, a name among them; within the first lines, since titles may stand above.
std::optional<std::size_t> findHeading(const Lines& lines)
{
    constexpr std::size_t kTitles = 15;
    std::optional<std::size_t> best;
    std::ptrdiff_t most = 1;
    for (std::size_t line = 0; line < std::min(lines.size(), kTitles); ++line) {
        const auto known = std::ranges::count_if(lines[line], [](const auto& cell) { return headingOf(cell).has_value(); });
        const bool name = std::ranges::any_of(lines[line], [](const auto& cell) {
            const auto column = headingOf(cell);
            return column == SheetColumn::FullName || column == SheetColumn::Family || column == SheetColumn::Given;
        });
        const bool alone = lines[line].size() == 1 && known == 1;
        if (name && (known > most || (alone && !best))) {
            best = line;
            most = known;
        }
    }
    return best;
}

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
        const auto cell = at(cells, column);
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

/// “Cộng: 5 người”, “Tổng số …”: from there on signatures follow, no people.
bool isSum(const std::string& text)
{
    const auto small = lower(text);
    return std::ranges::any_of(std::initializer_list<std::string_view>{"cộng", "tổng cộng", "tổng số", "danh sách có", "danh sách này", "ấn định danh sách"},
                               [&small](auto word) { return std::string_view(small).starts_with(word) && !std::string_view(small).starts_with("cộng hòa"); });
}

/// Finds the people among headings, sections and sums.
struct LineSorter {
    const Lines& lines;
    SheetShape& shape;
    std::string section{};
    bool footer = false;

    void sort(std::size_t line)
    {
        const auto& cells = lines[line];
        std::string only;
        int filled = 0, anywhere = 0;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            anywhere += cells[column].empty() ? 0 : 1;
            if (cells[column].empty() || shape.columns[column] == SheetColumn::Unused)
                continue;
            only = ++filled == 1 ? cells[column] : std::string();
        }
        if (anywhere == 0 || (shape.headingLine && line <= *shape.headingLine) || isRepeatedHeading(cells))
            return;
        const bool one = filled <= 1;
        const auto alone = only.empty() && one ? firstFilled(cells) : only;
        if (one && isSum(alone)) {
            footer = true;
        } else if (one && looksLikeUnit(alone + " ") && usedColumns() > 1) {
            section = isAllCapitals(alone) ? capitalised(lower(alone)) : alone;
        } else if (filled > 0 && !(footer && one) && !(one && usedColumns() > 1 && namesPost(alone))) {
            shape.people.push_back(line);
            if (!section.empty())
                shape.sections[line] = section;
        }
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
    /// A list of several pages says its headings on each; a second row of headings stands under merged ones.
    bool isRepeatedHeading(const std::vector<std::string>& cells) const
    {
        if (shape.headingLine && cells == lines[*shape.headingLine])
            return true;
        const auto known = std::ranges::count_if(cells, [](const auto& cell) { return headingOf(cell).has_value(); });
        const auto filled = std::ranges::count_if(cells, [](const auto& cell) { return !cell.empty(); });
        return known >= 2 && known == filled;
    }
};

}

OldTexts::OldTexts(const StaffSheet& sheet)
{
    for (const auto& line : sheet.lines)
        for (const auto& cell : line) {
            const auto found = oldEncodingOf(cell);
            if (!found)
                continue;
            ++cells;
            if (encoding)
                continue;
            encoding = found;
            example = normalised(cell);
            meant = normalised(fromOldEncoding(cell, *found));
        }
}

SheetShape shapeOf(const Lines& lines, const std::vector<SheetColumn>& given, Date today)
{
    std::size_t width = 0;
    for (const auto& cells : lines)
        width = std::max(width, cells.size());
    SheetShape shape;
    shape.headingLine = findHeading(lines);
    if (!given.empty())
        shape.columns = given;
    else if (shape.headingLine)
        shape.columns = columnsOfHeading(lines[*shape.headingLine], width);
    else
        shape.columns = columnsByContent(lines, width, today);
    shape.columns.resize(width, SheetColumn::Unused);
    LineSorter sorter{lines, shape};
    for (std::size_t line = 0; line < lines.size(); ++line)
        sorter.sort(line);
    return shape;
}

}

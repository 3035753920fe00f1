// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/joined_sheets.h"

#include "base/name_keys.h"
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "services/intake/import_columns.h"
#include "services/intake/import_table.h"
#include "services/people/class_name.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {
namespace {

constexpr std::uint32_t kRowsOfSheet = 2'000'000;  ///< more than a spreadsheet has
constexpr std::size_t kMostJoined = 1'000;         ///< so that a row's number fits wherever it goes
constexpr std::size_t kLongestClass = 8;
constexpr std::string_view kBetween = ", ";

/// “Lớp 2A”, “2A”, “lop 9-1”: the class that a sheet is named by.
std::string classOfSheet(const std::string& name)
{
    auto words = normalised(name);
    if (fold(words).starts_with("lop")) {
        const auto figure = words.find_first_of("0123456789");
        words = figure == std::string::npos ? std::string() : words.substr(figure);
    }
    words = className(words);
    const bool figure = !words.empty() && words.front() >= '0' && words.front() <= '9';
    return figure && words.size() <= kLongestClass && gradeOf(words) ? words : std::string();
}

/// “Khối 3”, “K3”: a list of one grade, whose classes stand in it.
bool namesGrade(const std::string& name)
{
    const auto words = fold(normalised(name));
    for (const std::string_view word : {"khoi", "k"})
        if (words.starts_with(word))
            return words.size() <= kLongestClass && gradeOf(words).has_value();
    return false;
}

std::set<std::string> titlesOf(const ImportTable& table)
{
    std::set<std::string> titles;
    for (const auto& [line, section] : table.shape.sections)
        titles.insert(className(section));
    return titles;
}

/// A sheet “1” with the classes 1A and 1B in it: what stands in it tells more than its name.
bool isDividedWithin(const ImportTable& table)
{
    const auto titles = titlesOf(table);
    const auto named = classOfSheet(table.sheet);
    return titles.size() > 1 || (titles.size() == 1 && titles.begin()->size() > named.size() && titles.begin()->starts_with(named));
}

ImportRequest only(const ImportRequest& request, const sheets::Sheet& sheet)
{
    return {request.kind, {{sheet.name}, {sheet}}, request.file, request.year};
}

/// What one of the sheets brings along.
class Joining {
public:
    explicit Joining(const std::vector<std::string>& names) { m_sheet.name = join(names, kBetween); }

    void add(const ImportTable& table, const sheets::Sheet& sheet, std::uint32_t place)
    {
        const auto columns = columnsOf(table);
        if (m_sheet.rows.empty())
            m_sheet.rows.push_back({place * kRowsOfSheet + sheet.rows[table.shape.headings->last].number, {}});
        const bool told = table.columnOf(SheetColumn::Class).has_value();
        const auto named = isDividedWithin(table) ? std::string() : classOfSheet(table.sheet);
        for (const auto line : table.shape.people) {
            const auto& row = sheet.rows[line];
            sheets::Row made{place * kRowsOfSheet + row.number, {}};
            for (const auto& cell : row.cells)
                if (const auto to = columns.find(cell.column); to != columns.end()) {
                    made.cells.push_back(cell);
                    made.cells.back().column = to->second;
                }
            if (!told)
                if (const auto words = classOf(table, line, named); !words.empty())
                    made.cells.push_back({columnOf(SheetColumn::Class, columnLabel(SheetColumn::Class)), sheets::CellKind::Text, words});
            std::ranges::sort(made.cells, {}, &sheets::Cell::column);
            m_sheet.rows.push_back(std::move(made));
        }
    }

    sheets::Sheet take()
    {
        for (std::uint32_t column = 0; column < m_headings.size(); ++column)
            if (!m_headings[column].second.empty())
                m_sheet.rows.front().cells.push_back({column, sheets::CellKind::Text, m_headings[column].second});
        m_sheet.width = static_cast<std::uint32_t>(m_headings.size());
        return std::move(m_sheet);
    }

private:
    /// Of a sheet named by its class that name holds: a title is what is left behind when a sheet is copied.
    static std::string classOf(const ImportTable& table, std::size_t line, const std::string& named)
    {
        const auto section = table.shape.sections.find(line);
        return !named.empty() || section == table.shape.sections.end() ? named : className(section->second);
    }

    /// Where each column of the sheet goes: beside those that say the same.
    std::map<std::uint32_t, std::uint32_t> columnsOf(const ImportTable& table)
    {
        std::map<std::uint32_t, std::uint32_t> columns;
        for (std::size_t column = 0; column < table.shape.columns.size(); ++column) {
            const auto kind = table.shape.columns[column];
            const auto& words = table.shape.headings->words[column];
            if (kind == SheetColumn::Unused && words.empty())
                continue;
            // A heading that says by itself what the column is, in one row.
            const bool known = kind == SheetColumn::Unused || headingOf(words, ListKind::Pupils) == kind;
            columns.emplace(static_cast<std::uint32_t>(column), columnOf(kind, known ? words : columnLabel(kind)));
        }
        return columns;
    }

    std::uint32_t columnOf(SheetColumn kind, const std::string& words)
    {
        const auto found = std::ranges::find_if(m_headings, [&](const auto& one) {
            return one.first == kind && (kind != SheetColumn::Unused || fold(one.second) == fold(words));
        });
        if (found != m_headings.end())
            return static_cast<std::uint32_t>(found - m_headings.begin());
        m_headings.emplace_back(kind, words);
        return static_cast<std::uint32_t>(m_headings.size() - 1);
    }

    sheets::Sheet m_sheet;
    std::vector<std::pair<SheetColumn, std::string>> m_headings;
};

}

bool isJoined(const ImportRequest& request)
{
    return !request.joined.empty() && request.sheet == join(request.joined, kBetween);
}

RowPlace rowPlace(const std::vector<std::string>& joined, std::size_t row)
{
    const auto sheet = row / kRowsOfSheet;
    return sheet < joined.size() ? RowPlace{joined[sheet], row % kRowsOfSheet} : RowPlace{{}, row};
}

std::string rowWords(const std::vector<std::string>& joined, std::size_t row)
{
    const auto place = rowPlace(joined, row);
    const auto number = std::to_string(place.row);
    return place.sheet.empty() ? number : text::message("import.row-of-sheet", {number, place.sheet});
}

std::vector<ListSheet> listSheets(const ImportRequest& request, Date today)
{
    std::vector<ListSheet> sheets;
    if (request.kind != ListKind::Pupils || request.book.sheets.size() < 2)
        return sheets;
    const auto together = request.joined.empty() ? std::string() : join(request.joined, kBetween);
    for (const auto& sheet : request.book.sheets) {
        if (!together.empty() && sheet.name == together)
            continue;
        const auto table = importTable(only(request, sheet), today, {});
        if (!table)
            continue;
        ListSheet one{sheet.name, classOfSheet(sheet.name), table->shape.people.size()};
        one.part = !one.className.empty() || namesGrade(sheet.name) || (!table->columnOf(SheetColumn::Class) && titlesOf(*table).size() == 1);
        sheets.push_back(std::move(one));
    }
    return sheets;
}

std::vector<std::string> classSheets(const std::vector<ListSheet>& sheets)
{
    std::vector<std::string> names;
    std::size_t people = 0;
    for (const auto& sheet : sheets)
        if (sheet.part && names.size() < kMostJoined) {
            names.push_back(sheet.name);
            people += sheet.people;
        }
    const bool whole = std::ranges::any_of(sheets, [people](const auto& one) { return !one.part && one.people >= people; });
    return names.size() < 2 || whole ? std::vector<std::string>{} : names;
}

void partSheets(ImportRequest& request)
{
    if (request.joined.empty())
        return;
    const auto together = join(request.joined, kBetween);
    std::erase_if(request.book.sheets, [&together](const auto& sheet) { return sheet.name == together; });
    if (request.sheet == together)
        request.sheet.clear();
    request.joined.clear();
    request.told.clear();
}

void joinSheets(ImportRequest& request, const std::vector<std::string>& names, Date today)
{
    partSheets(request);
    Joining joining(names);
    for (const auto& sheet : request.book.sheets) {
        if (std::ranges::find(names, sheet.name) == names.end() || request.joined.size() == kMostJoined)
            continue;
        if (const auto table = importTable(only(request, sheet), today, {})) {
            const auto titles = titlesOf(*table);
            const auto named = classOfSheet(sheet.name);
            if (!table->columnOf(SheetColumn::Class) && !named.empty() && !isDividedWithin(*table) && titles.size() == 1 && nameKey(*titles.begin()) != nameKey(named))
                request.told.push_back({0, {}, sheet.name, "import.other-title", {sheet.name, *titles.begin(), named}});
            joining.add(*table, sheet, static_cast<std::uint32_t>(request.joined.size()));
            request.joined.push_back(sheet.name);
        }
    }
    if (request.joined.empty())
        return;
    request.sheet = join(request.joined, kBetween);
    request.book.sheets.push_back(joining.take());
    request.book.sheets.back().name = request.sheet;
}

}

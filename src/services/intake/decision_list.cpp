// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/decision_list.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "services/intake/honour_words.h"
#include "services/intake/import_table.h"
#include "services/intake/row_honours.h"
#include "services/people/sheet_values.h"

#include <algorithm>
#include <regex>

namespace thidua::services {
namespace {

constexpr std::size_t kYear = 3, kNumber = 4, kDay = 5;

std::string firstOf(const std::string& text, const char* pattern)
{
    std::smatch found;
    return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : std::string();
}

/// “ngày 30 tháng 5 năm 2019”, “ngày 30/5/2019”; of a decision alone, so behind its number.
std::string dayIn(const std::string& text)
{
    std::smatch found;
    static const std::regex words("ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})");
    if (std::regex_search(text, found, words))
        return found[1].str() + "/" + found[2].str() + "/" + found[3].str();
    return firstOf(text, "(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4})");
}

/// Names of the honours that a row ticks or says.
std::string honoursSaid(const ImportTable& table, std::size_t line)
{
    std::vector<std::string> said;
    for (std::size_t column = 0; column < table.shape.columns.size(); ++column) {
        const auto words = table.at(line, column);
        if (table.shape.columns[column] == SheetColumn::Honour && !words.empty())
            said.push_back(words);
        else if (table.shape.columns[column] == SheetColumn::Tick && !yearNamed(table.title(column)) && isTick(words))
            said.push_back(table.title(column));
    }
    return join(said, ", ");
}

}

PastLine titleOf(const std::vector<std::string>& lines)
{
    PastLine title;
    for (const auto& line : lines) {
        const auto small = lower(normalised(line));
        if (title[kYear].empty())
            title[kYear] = firstOf(small, "năm học:?\\s*(\\d{4}\\s*(?:-|–)\\s*\\d{4})");
        const auto place = small.find("số");
        const bool decision = small.find("quyết định") != std::string::npos || small.find("qđ") != std::string::npos;
        if (!decision || place == std::string::npos || !title[kNumber].empty() || small.size() != normalised(line).size())
            continue;
        const auto behind = normalised(line).substr(place);
        title[kNumber] = firstOf(behind, "^\\S+\\s*:?\\s*(\\d+[^\\s,;)]*)");
        if (!title[kNumber].empty())
            title[kDay] = dayIn(small.substr(place));
    }
    return title;
}

Result<std::vector<PastLine>> decisionList(SchoolFile& file, const sheets::Book& book)
{
    const ImportRequest request{ListKind::Honours, book, book.names.empty() ? std::string() : book.names.front()};
    TD_TRY(const auto table, importTable(request, file.clock().today(), ticksOf(request.kind, file.rules())));
    std::vector<std::string> above;
    for (std::size_t line = 0; table.shape.headings && line < table.shape.headings->first; ++line)
        for (const auto& cell : table.text.lines[line])
            if (!cell.empty())
                above.push_back(cell);
    const auto title = titleOf(above);
    std::vector<PastLine> lines;
    for (const auto line : table.shape.people) {
        PastLine one;
        for (std::size_t i = 0; i < kPastColumns.size(); ++i) {
            const auto column = table.columnOf(kPastColumns[i]);
            one[i] = column ? table.at(line, *column) : std::string();
        }
        const auto part = [&](SheetColumn kind) {
            const auto column = table.columnOf(kind);
            return column ? table.at(line, *column) : std::string();
        };
        if (one[0].empty())
            one[0] = normalised(part(SheetColumn::Family) + " " + part(SheetColumn::Given));
        const auto years = yearCells(table, line); // a line for each
        for (const auto& cell : years) {
            auto ofYear = one;
            ofYear[2] = cell.words;
            ofYear[kYear] = cell.year.text();
            lines.push_back(std::move(ofYear));
        }
        one[2] = honoursSaid(table, line);
        if (one[2].empty() && !years.empty())
            continue;
        for (std::size_t i = 0; i < one.size(); ++i)
            if (one[i].empty())
                one[i] = title[i];
        lines.push_back(std::move(one));
    }
    return lines;
}

ImportRequest requestOf(const std::vector<PastLine>& lines)
{
    sheets::Sheet sheet{"1", false, {}, static_cast<std::uint32_t>(kPastColumns.size())};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        sheets::Row row{static_cast<std::uint32_t>(i + 1), {}};
        for (std::size_t column = 0; column < lines[i].size(); ++column)
            if (!lines[i][column].empty())
                row.cells.push_back({static_cast<std::uint32_t>(column), sheets::CellKind::Text, lines[i][column]});
        if (!row.cells.empty())
            sheet.rows.push_back(std::move(row));
    }
    ImportRequest request{ListKind::Honours, {{sheet.name}, {std::move(sheet)}}, {}};
    request.columns.assign(kPastColumns.begin(), kPastColumns.end());
    return request;
}

}

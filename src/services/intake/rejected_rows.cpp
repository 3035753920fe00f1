// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/rejected_rows.h"

#include "base/text_util.h"
#include "documents/document.h"
#include "documents/writers/xlsx_writer.h"
#include "services/intake/import_columns.h"
#include "services/intake/import_table.h"
#include "services/intake/joined_sheets.h"
#include "services/intake/row_reader.h"
#include "services/people/sheet_values.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {
namespace {

using documents::CellValue;

constexpr double kReasonMm = 90;
constexpr double kLeastMm = 24;

/// A heading that will be known again; else the program's own word for what the column was said to be.
std::string headingFor(const ImportTable& table, std::size_t column, ListKind kind)
{
    const auto title = table.title(column);
    const auto is = table.shape.columns[column];
    return is == SheetColumn::Tick || headingOf(title, kind) == is ? title : columnLabel(is);
}

std::string reasonsOf(const ImportReport& report, std::size_t row)
{
    std::vector<std::string> reasons;
    for (const auto* issues : {&report.rejected, &report.further})
        for (const auto& issue : *issues)
            if (issue.row == row)
                reasons.push_back(issue.column.empty() ? text::message(issue.key, issue.args) : issue.column + ": " + text::message(issue.key, issue.args));
    return text::message("import.at-row", {rowWords(report.joined, row)}) + ". " + join(reasons, " ");
}

/// A code or a class that a spreadsheet may take for a number or a day, as it has done before.
bool isSpoilable(SheetColumn kind)
{
    return kind == SheetColumn::Code || kind == SheetColumn::Class || kind == SheetColumn::DecisionNumber;
}

/// Days stay days, but for those that a code was made into; everything else is text, so that no leading zero is lost once more.
CellValue valueOf(const ImportTable& table, std::size_t line, std::size_t column)
{
    const auto words = table.stood(line, column);
    if (!isSpoilable(table.shape.columns[column]) && table.days.contains({line, column}))
        if (const auto day = Date::parse(words))
            return *day;
    return words;
}

/// The columns “Nữ” and “Nam” say the gender by what is ticked beside them; without the rows that went in, an empty cell would say nothing
/// any more. So what they say is written out. Where births stand in them they say it by themselves.
bool saysGenderByTicks(const ImportTable& table)
{
    const auto isBirthTick = [&table](auto line) {
        const auto cell = [&](SheetColumn kind) {
            const auto column = table.columnOf(kind);
            return column ? table.at(line, *column) : std::string();
        };
        return !birthOfTicks(cell(SheetColumn::Female), cell(SheetColumn::Male)).empty();
    };
    return hasGenderTicks(table) && (table.columnOf(SheetColumn::Birth) || std::ranges::none_of(table.shape.people, isBirthTick));
}

/// Codes and classes; and days that are written as text, of which a spreadsheet would make others when they are mended.
bool staysText(const ImportTable& table, std::size_t column, const ImportReport& report)
{
    const auto kind = table.shape.columns[column];
    const bool day = kind == SheetColumn::Birth || kind == SheetColumn::Employed || kind == SheetColumn::DecidedOn || kind == SheetColumn::RegisteredOn;
    return isSpoilable(kind) || (day && std::ranges::any_of(report.lines, [&](const auto& told) {
               const auto line = static_cast<std::size_t>(std::ranges::lower_bound(table.rows, told.row) - table.rows.begin());
               return told.fate == ImportFate::Rejected && line < table.rows.size() && !table.stood(line, column).empty() && !table.days.contains({line, column});
           }));
}

documents::Table rejectedTable(const ImportTable& table, const ImportRequest& request, const ImportReport& report)
{
    std::vector<std::size_t> columns;
    const bool ticks = saysGenderByTicks(table);
    const auto isGender = [](SheetColumn kind) { return kind == SheetColumn::Gender || kind == SheetColumn::Female || kind == SheetColumn::Male; };
    std::optional<std::size_t> gender;             // where it is written out
    for (std::size_t column = 0; column < table.shape.columns.size(); ++column) {
        const auto kind = table.shape.columns[column];
        if (kind == SheetColumn::Unused || (ticks && gender && isGender(kind)))
            continue;
        if (ticks && isGender(kind))
            gender = column;
        columns.push_back(column);
    }
    const auto unit = request.kind == ListKind::Pupils ? SheetColumn::Class : SheetColumn::Team;
    const bool sections = !table.shape.sections.empty() && !table.columnOf(unit);
    documents::Table made;
    documents::Row head;
    const auto add = [&made, &head](const std::string& title, double mm, bool asText) {
        made.columns.push_back({mm, documents::Align::Left, asText});
        head.cells.push_back({title, 1, 1, true});
    };
    const double mm = std::max(kLeastMm, (267 - kReasonMm) / static_cast<double>(std::max<std::size_t>(columns.size(), 1)));
    for (const auto column : columns)
        add(column == gender ? columnLabel(SheetColumn::Gender) : headingFor(table, column, request.kind), mm, staysText(table, column, report));
    if (sections)
        add(columnLabel(unit), kLeastMm, unit == SheetColumn::Class);
    add(text::message("import.rejected-why"), kReasonMm, false);
    made.header.push_back(std::move(head));
    for (const auto& told : report.lines) {
        if (told.fate != ImportFate::Rejected)
            continue;
        const auto line = static_cast<std::size_t>(std::ranges::lower_bound(table.rows, told.row) - table.rows.begin());
        documents::Row row;
        for (const auto column : columns)
            row.cells.push_back({column == gender ? CellValue(genderSaid(table, line, true)) : valueOf(table, line, column)});
        if (sections) {
            const auto found = table.shape.sections.find(line);
            row.cells.push_back({found == table.shape.sections.end() ? std::string() : found->second});
        }
        row.cells.push_back({reasonsOf(report, told.row)});
        made.rows.push_back(std::move(row));
    }
    return made;
}

}

Result<void> saveRejected(SchoolFile& file, const ImportRequest& request, const ImportReport& report, const std::filesystem::path& path)
{
    TD_TRY(const auto table, importTable(request, file.clock().today(), ticksOf(request.kind, file.rules())));
    documents::Document document;
    document.title = text::message("import.rejected-title");
    documents::Part part;
    part.page.orientation = documents::Orientation::Landscape;
    part.page.left = part.page.right = 15;
    part.blocks.emplace_back(documents::TitleBlock{document.title, {}, {}});
    part.blocks.emplace_back(rejectedTable(table, request, report));
    document.parts.push_back(std::move(part));
    return documents::writeXlsx(document, path);
}

}

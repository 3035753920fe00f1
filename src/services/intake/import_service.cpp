// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/import_service.h"

#include "base/progress.h"
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "services/core/internal.h"
#include "services/follow/registration_service.h"
#include "services/intake/honour_words.h"
#include "services/intake/import_parts.h"
#include "services/intake/import_table.h"
#include "services/intake/joined_sheets.h"
#include "services/intake/row_honours.h"

namespace thidua::services {

using namespace domain;

Result<SchoolYearId> ImportWork::needYear()
{
    if (!year && wanted) {
        year = openUsualYear(tx, *wanted);
        report.warnings.push_back({0, {}, {}, "import.year-made", {wanted->screen()}});
    }
    if (!year)
        return fail(ErrorCode::WrongState, "import.no-year");
    return year->id;
}

namespace {

/// Taken back on purpose: nothing was to be written. The report stands all the same.
constexpr const char* kNothing = "import.nothing";

Op opOf(ListKind kind)
{
    switch (kind) {
    case ListKind::Staff: return Op::ImportStaff;
    case ListKind::Pupils: return Op::ImportPupils;
    case ListKind::Registrations: return Op::ImportRegistrations;
    case ListKind::Evaluations: return Op::ImportEvaluations;
    case ListKind::Honours:
    case ListKind::Form: break;
    }
    return Op::ImportHonours;
}

Result<void> importList(ImportWork& work, ListKind kind, const ImportTable& table, const std::vector<HonourChoice>& offered)
{
    switch (kind) {
    case ListKind::Staff: return importStaff(work, table);
    case ListKind::Pupils: return importPupils(work, table);
    case ListKind::Registrations: return importRegistrations(work, table, offered);
    case ListKind::Evaluations: return importEvaluations(work, table);
    case ListKind::Honours:
    case ListKind::Form: break;
    }
    return importHonours(work, table);
}

/// Rows among which a person may look for the headings.
std::vector<std::pair<std::size_t, std::string>> firstRows(const ImportTable& table)
{
    constexpr std::size_t kRows = 20;
    std::vector<std::pair<std::size_t, std::string>> rows;
    const auto last = std::max(kRows, table.shape.headings ? table.shape.headings->last + 1 : 0);
    for (std::size_t line = 0; line < std::min(table.rows.size(), last); ++line) {
        std::vector<std::string> words;
        std::ranges::copy_if(table.text.lines[line], std::back_inserter(words), [](const auto& cell) { return !cell.empty(); });
        if (!words.empty())
            rows.emplace_back(table.rows[line], join(words, ", "));
    }
    return rows;
}

/// Columns without which a list of that kind says nothing.
Result<void> needColumns(const ImportTable& table, const ImportRequest& request)
{
    const auto has = [&table](std::initializer_list<SheetColumn> kinds) {
        return std::ranges::any_of(kinds, [&table](auto kind) { return table.columnOf(kind).has_value(); });
    };
    if ((request.kind == ListKind::Registrations || request.kind == ListKind::Honours) && !has({SheetColumn::Honour, SheetColumn::Tick}))
        return fail(ErrorCode::InputFormat, "import.no-honour-column", {request.file});
    if (request.kind == ListKind::Evaluations && !has({SheetColumn::Evaluation, SheetColumn::Months, SheetColumn::Tick}))
        return fail(ErrorCode::InputFormat, "import.no-evaluation-column", {request.file});
    return {};
}

}

Written<ImportReport> ImportService::import(const ImportRequest& request)
{
    const auto today = m_file.clock().today();
    TD_TRY(const auto table, importTable(request, today, ticksOf(request.kind, m_file.rules())));
    TD_CHECK(needColumns(table, request));
    ImportReport report;
    auto written = writeTo<ImportReport>(m_file, opOf(request.kind), [&](Tx& tx) -> Result<ImportReport> {
        ImportWork work{tx, m_file.rules(), today, request.year, request.columns};
        work.year = yearDates(tx, request.year);
        const auto year = work.year ? work.year->year : request.year.value_or(SchoolYear::of(today));
        work.report.year = year.text();
        work.file = request.file;
        // Rows that name their years are looked at one by one.
        if (work.year && work.year->closed && request.kind != ListKind::Honours && !(request.kind == ListKind::Evaluations && saysYears(table)))
            return fail(ErrorCode::WrongState, "year.closed", {year.screen()});
        const auto lastDay = work.year ? work.year->lastDay : Date(year.startYear() + 1, 5, 31);
        const auto offered = request.kind == ListKind::Registrations ? RegistrationService(m_file).choices(std::min(today, lastDay)) : std::vector<HonourChoice>{};
        if (isJoined(request)) {
            work.report.joined = request.joined;
            work.report.warnings = request.told;
        }
        for (const auto& other : table.others)
            work.report.warnings.push_back({0, {}, other, "import.other-sheet", {table.sheet, other}});
        for (const auto column : table.shape.headings && request.columns.empty() ? table.shape.headings->twice : std::vector<std::size_t>{})
            if (table.shape.columns[column] == SheetColumn::Unused)
                work.report.warnings.push_back({table.rows[table.shape.headings->last], table.title(column), {}, "import.column-twice", {table.title(column)}});
        if (request.progress != nullptr)
            request.progress->begin(static_cast<int>(table.shape.people.size()));
        TD_CHECK(importList(work, request.kind, table, offered));
        if (request.progress != nullptr && request.progress->stopped())
            return fail(ErrorCode::WrongState, "work.stopped");
        const auto count = work.report.created + work.report.updated;
        if (count == 0 || (request.strict && !work.report.rejected.empty())) {
            report = std::move(work.report);
            return fail(ErrorCode::WrongState, kNothing);
        }
        work.report.saved = true;
        tx.setLabel({std::to_string(count)});
        return std::move(work.report);
    });
    if (written || written.error().key != kNothing)
        return written;
    if (request.strict && !report.rejected.empty())
        report.created = report.updated = 0;
    return OpResult<ImportReport>{std::move(report), {}};
}

bool ImportService::join(ImportRequest& request, const std::vector<std::string>& names)
{
    const auto today = m_file.clock().today();
    partSheets(request);
    const auto lists = names.empty() ? listSheets(request, today) : std::vector<ListSheet>{};
    const auto chosen = names.empty() ? classSheets(lists) : names;
    if (chosen.empty())
        return false;
    joinSheets(request, chosen, today);
    for (const auto& list : lists)
        if (std::ranges::find(request.joined, list.name) == request.joined.end())
            request.told.push_back({0, {}, list.name, "import.other-sheet", {request.sheet, list.name}});
    return !request.joined.empty();
}

Result<ImportLook> ImportService::look(const ImportRequest& request)
{
    const auto table = anyTable(request, m_file.clock().today(), ticksOf(request.kind, m_file.rules()));
    if (!table)
        return fail(ErrorCode::InputFormat, "import.empty", {request.file});
    ImportLook look;
    look.sheet = table->sheet;
    look.isList = isList(*table);
    look.people = table->shape.people.size();
    look.lists = listSheets(request, m_file.clock().today());
    const auto& headings = table->shape.headings;
    look.heading = headings ? table->rows[headings->last] : 0;
    look.firstRows = firstRows(*table);
    for (std::size_t column = 0; column < table->shape.columns.size(); ++column) {
        ImportColumnLook one{headings ? headings->words[column] : std::string(), table->shape.columns[column], {}};
        for (const auto line : table->shape.people)
            if (one.example = table->at(line, column); !one.example.empty())
                break;
        look.form += headings ? (column > 0 ? "|" : "") + fold(normalised(one.heading)) : std::string();
        look.columns.push_back(std::move(one));
    }
    return look;
}

Result<std::vector<SchoolYear>> ImportService::years(bool closedToo)
{
    return readFrom(m_file, [closedToo](Reader& reader) -> Result<std::vector<SchoolYear>> {
        std::vector<SchoolYear> years;
        for (const auto& year : allYearDates(reader))
            if (closedToo || !year.closed)
                years.push_back(year.year);
        return years;
    });
}

}

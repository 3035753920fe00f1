// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/receiver/receiver_service.h"

#include "base/path_text.h"
#include "documents/output_file.h"
#include "services/intake/import_columns.h"
#include "services/intake/import_table.h"
#include "services/receiver/receiver_check.h"
#include "services/receiver/receiver_titles.h"
#include "services/receiver/receiver_words.h"
#include "sheets/references.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {
namespace {

/// A form read, and all that goes into it.
struct ReceiverPlan {
    ReceiverLayout layout;
    ReceiverReport report;
    sheets::FormFill fill;
};

std::string titleOf(const ReceiverLook& look, std::size_t column)
{
    const auto& heading = look.columns[column].heading;
    return heading.empty() ? text::message("import.column", {sheets::columnLetters(static_cast<std::uint32_t>(column))}) : heading;
}

class Planner {
public:
    Planner(const ReceiverRequest& request, const rules::Catalogue& catalogue, ReceiverPlan& plan) : m_request(request), m_plan(plan), m_honours(catalogue) {}

    void plan(ReceiverLines& lines)
    {
        auto& report = m_plan.report;
        if (lines.turnedDown > 0)
            report.notes.push_back(text::message("receiver.turned-down", {std::to_string(lines.turnedDown)}));
        if (lines.left > 0)
            report.notes.push_back(text::message("receiver.left", {std::to_string(lines.left)}));
        for (const auto& words : report.words)
            for (const auto& one : words.words)
                report.mapping.words[words.column][one.value] = one.word;
        auto& fill = m_plan.fill;
        fill.sheet = report.look.sheet;
        fill.firstColumn = m_plan.layout.firstColumn;
        fill.lastColumn = m_plan.layout.lastColumn;
        for (std::size_t column = 0; column < report.mapping.columns.size(); ++column)
            if (report.mapping.columns[column] != SheetColumn::Unused)
                fill.columns.insert(static_cast<std::uint32_t>(column));
        for (std::size_t column = 0; column < report.mapping.columns.size(); ++column)
            if (report.mapping.columns[column] == SheetColumn::Fixed && (!mapping().fixed.contains(column) || mapping().fixed.at(column).empty()))
                report.notes.push_back(text::message("receiver.fixed-empty", {titleOf(report.look, column)}));
        if (lines.bonusDay)
            report.notes.push_back(text::message("receiver.bonus-day", {lines.bonusDay->vn()}));
        titles(lines.school);
        for (const auto& part : m_plan.layout.parts)
            fill.areas.push_back(part.area);
        spread(lines);
        tellUntold(lines);
        report.problem = problem(lines);
    }

private:
    const ReceiverMapping& mapping() const { return m_plan.report.mapping; }

    /// Dots over the table that ask for the year and the school.
    void titles(const std::string& school)
    {
        std::vector<std::string> told;
        for (const auto& row : m_plan.layout.form.sheet.rows) {
            if (row.number >= m_plan.report.look.firstRow)
                break;
            for (const auto& cell : row.cells) {
                auto text = m_plan.layout.form.formulas.contains({row.number, cell.column}) ? cell.text : withTitleFilled(cell.text, m_request.year, school);
                if (text == cell.text)
                    continue;
                told.push_back("“" + normalised(text) + "”");
                m_plan.layout.kept.erase({row.number, cell.column});
                m_plan.fill.titles.emplace_back(row.number, sheets::Cell{cell.column, sheets::CellKind::Text, std::move(text)});
            }
        }
        if (!told.empty())
            m_plan.report.notes.push_back(text::message("receiver.titles", {join(told, "; ")}));
    }

    /// Each line into the part that is for it.
    void spread(const ReceiverLines& lines)
    {
        std::vector<std::vector<const ReceiverLine*>> byPart(m_plan.layout.parts.size());
        std::size_t homeless = 0;
        for (const auto& line : lines.lines) {
            const auto kind = line.subject.person ? ReceiverSubjects::People : ReceiverSubjects::Collectives;
            const auto part = std::ranges::find_if(m_plan.layout.parts, [kind](const auto& one) { return !one.subjects || *one.subjects == kind; });
            if (part == m_plan.layout.parts.end())
                ++homeless;
            else
                byPart[static_cast<std::size_t>(part - m_plan.layout.parts.begin())].push_back(&line);
        }
        if (homeless > 0)
            m_plan.report.notes.push_back(text::message("receiver.no-part", {std::to_string(homeless)}));
        std::size_t before = 0;
        for (std::size_t i = 0; i < byPart.size(); ++i) {
            auto& area = m_plan.fill.areas[i];
            std::size_t number = 0;
            for (const auto* line : byPart[i]) {
                ReceiverLineOut out{area.first + before + number, line->name, {}};
                area.lines.push_back(cells(*line, ++number, out));
                m_plan.report.lines.push_back(std::move(out));
            }
            before += number > area.rows ? number - area.rows : 0;
        }
        m_plan.report.added = before;
    }

    /// Honours that no column of the form has a place for.
    void tellUntold(const ReceiverLines& lines)
    {
        using enum SheetColumn;
        std::set<std::string> ticked;
        std::set<SheetColumn> kinds;
        for (std::size_t column = 0; column < mapping().columns.size(); ++column) {
            kinds.insert(mapping().columns[column]);
            if (mapping().columns[column] == Tick)
                ticked.insert(m_honours.codeOf(m_plan.report.look.columns[column].heading).value_or(std::string()));
        }
        if (kinds.contains(Honour) || (ticked.empty() && !kinds.contains(Title) && !kinds.contains(Reward)))
            return;
        std::map<std::string, int> untold;
        for (const auto& line : lines.lines)
            for (const auto kind : {Title, Reward})
                if (const auto values = line.values.find(kind); values != line.values.end() && !kinds.contains(kind))
                    for (const auto& honour : values->second)
                        untold[honour] += ticked.contains(honour) ? 0 : 1;
        for (const auto& honour : m_plan.report.honours)
            if (const auto found = untold.find(honour.code); found != untold.end() && found->second > 0)
                m_plan.report.notes.push_back(text::message("receiver.untold", {honour.name, std::to_string(found->second)}));
    }

    std::vector<sheets::Cell> cells(const ReceiverLine& line, std::size_t number, ReceiverLineOut& out)
    {
        std::vector<sheets::Cell> cells;
        for (const auto column : m_plan.fill.columns) {
            auto cell = cellOf(line, column, number);
            cell.column = column;
            if (cell.text.empty()) {
                gap(line, column, out.row);
                continue;
            }
            allowed(cell, out.row);
            out.cells[column] = cell.text;
            cells.push_back(std::move(cell));
        }
        return cells;
    }

    sheets::Cell cellOf(const ReceiverLine& line, std::uint32_t column, std::size_t number) const
    {
        const auto kind = mapping().columns[column];
        if (kind == SheetColumn::Count)
            return {column, sheets::CellKind::Number, std::to_string(number)};
        if (kind == SheetColumn::Fixed) {
            const auto found = mapping().fixed.find(column);
            return {column, sheets::CellKind::Text, found == mapping().fixed.end() ? std::string() : normalised(found->second)};
        }
        if (kind == SheetColumn::Tick) {
            const auto honour = m_honours.codeOf(m_plan.report.look.columns[column].heading);
            const bool ticked = honour && std::ranges::find(line.honours, *honour) != line.honours.end();
            return {column, sheets::CellKind::Text, ticked ? "x" : ""};
        }
        if (hasWords(kind))
            return {column, sheets::CellKind::Text, wordsOf(line, column, kind)};
        const auto found = line.cells.find(kind);
        return found == line.cells.end() ? sheets::Cell{} : found->second;
    }

    std::string wordsOf(const ReceiverLine& line, std::uint32_t column, SheetColumn kind) const
    {
        std::vector<std::string> all;
        const auto words = mapping().words.find(column);
        if (const auto values = line.values.find(kind); values != line.values.end() && words != mapping().words.end())
            for (const auto& value : values->second)
                if (const auto found = words->second.find(value); found != words->second.end() && !found->second.empty() && std::ranges::find(all, found->second) == all.end())
                    all.push_back(found->second);
        return join(all, "; ");
    }

    /// Why a cell stays empty. What cannot be, or was not to be ticked, is no gap.
    void gap(const ReceiverLine& line, std::uint32_t column, std::size_t row)
    {
        const auto kind = mapping().columns[column];
        if (kind == SheetColumn::Tick || kind == SheetColumn::Fixed || kind == SheetColumn::PastHonours || line.foreign.contains(kind))
            return;
        const auto values = line.values.find(kind);
        const bool wordless = hasWords(kind) && values != line.values.end() && !values->second.empty();
        const auto known = line.why.find(kind);
        const auto key = known != line.why.end() ? known->second : "receiver-gap." + std::string(wordless ? "word" : columnName(kind));
        m_plan.report.gaps.push_back({row, column, line.name, text::message(text::hasMessage(key) ? key : "receiver-gap.other")});
    }

    /// What the form's own list does not have is written all the same, and told.
    void allowed(const sheets::Cell& cell, std::size_t row)
    {
        const auto& look = m_plan.report.look.columns[cell.column];
        if (look.options.empty() || std::ranges::find(look.options, cell.text) != look.options.end() || !m_told.insert(cell.column).second)
            return;
        m_plan.report.notes.push_back(text::message("receiver.not-an-option", {titleOf(m_plan.report.look, cell.column), cell.text, std::to_string(row)}));
    }

    std::string problem(const ReceiverLines& lines) const
    {
        const auto& report = m_plan.report;
        std::map<SheetColumn, std::size_t> taken;
        for (std::size_t column = 0; column < mapping().columns.size(); ++column) {
            const auto kind = mapping().columns[column];
            if (const auto [first, fresh] = taken.emplace(kind, column); !fresh && !mayRepeatInForm(kind))
                return text::message("import.mapped-twice", {titleOf(report.look, first->second), titleOf(report.look, column), columnLabel(kind)});
            if (kind == SheetColumn::Tick && !m_honours.codeOf(report.look.columns[column].heading))
                return text::message("receiver.tick-unknown", {titleOf(report.look, column)});
        }
        if (!taken.contains(SheetColumn::FullName) && !taken.contains(SheetColumn::Given))
            return text::message("receiver.no-name-column");
        if (lines.lines.empty())
            return text::message("receiver.nothing." + std::string(receiverListCode(m_request.what)), {m_request.year.screen()});
        if (report.lines.empty())
            return text::message("receiver.no-lines");
        for (const auto& words : report.words)
            for (const auto& one : words.words)
                if (one.word.empty())
                    return text::message("receiver.word-missing", {titleOf(report.look, words.column), one.label});
        return {};
    }

    const ReceiverRequest& m_request;
    ReceiverPlan& m_plan;
    HonourWords m_honours;
    std::set<std::uint32_t> m_told;
};

Result<ReceiverPlan> planOf(SchoolFile& file, const ReceiverRequest& request)
{
    TD_TRY(auto layout, receiverLayout(request, ticksOf(ListKind::Form, file.rules())));
    ReceiverPlan plan{std::move(layout), {}, {}};
    auto& report = plan.report;
    report.look = plan.layout.look;
    report.mapping = request.mapping.value_or(report.look.guess);
    report.mapping.columns.resize(report.look.columns.size(), SheetColumn::Unused);
    TD_TRY(auto lines, readFrom(file, [&](Reader& reader) { return receiverLines(file, reader, request.what, request.year, report.mapping); }));
    report.words = receiverWords(request, plan.layout, report.mapping, lines, file.rules());
    for (const auto& [code, count] : lines.honours)
        report.honours.push_back({code, ownWord(file.rules(), SheetColumn::Honour, code), count});
    Planner(request, file.rules(), plan).plan(lines);
    return plan;
}

}

Result<ReceiverLook> ReceiverService::look(const ReceiverRequest& request)
{
    TD_TRY(auto layout, receiverLayout(request, ticksOf(ListKind::Form, m_file.rules())));
    return std::move(layout.look);
}

Result<ReceiverReport> ReceiverService::preview(const ReceiverRequest& request)
{
    TD_TRY(auto plan, planOf(m_file, request));
    return std::move(plan.report);
}

Result<ReceiverReport> ReceiverService::fill(const ReceiverRequest& request, const std::filesystem::path& form, const std::filesystem::path& target)
{
    std::error_code none;
    if (std::filesystem::equivalent(form, target, none))
        return fail(ErrorCode::Validation, "receiver.same-file", {pathText(target)});
    TD_TRY(auto plan, planOf(m_file, request));
    if (!plan.report.problem.empty())
        return fail(ErrorCode::InputFormat, "receiver.cannot", {plan.report.problem});
    TD_TRY(const auto bytes, sheets::filledForm(request.bytes, request.file, plan.fill));
    const auto whole = [&](std::string_view read) { return receiverFormHolds(request, plan.layout, plan.fill, read); };
    TD_CHECK(documents::replaceFile(target, bytes, whole, request.progress));
    return std::move(plan.report);
}

}

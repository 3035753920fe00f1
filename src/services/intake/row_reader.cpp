// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/row_reader.h"

#include "base/name_keys.h"
#include "base/progress.h"
#include "base/vietnamese.h"
#include "services/intake/honour_words.h"
#include "services/intake/saved_words.h"
#include "services/people/post_words.h"
#include "services/people/sheet_values.h"
#include "storage/text_limit.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

bool hasGenderTicks(const ImportTable& table)
{
    for (const auto kind : {SheetColumn::Female, SheetColumn::Male})
        if (const auto column = table.columnOf(kind); column && std::ranges::any_of(table.shape.people, [&](auto line) { return !table.at(line, *column).empty(); }))
            return true;
    return false;
}

std::string genderSaid(const ImportTable& table, std::size_t line, bool ticks)
{
    const auto cell = [&](SheetColumn kind) {
        const auto column = table.columnOf(kind);
        return column ? std::optional(table.at(line, *column)) : std::nullopt;
    };
    auto said = cell(SheetColumn::Gender).value_or(std::string());
    bool guess = false;
    return said.empty() && ticks ? genderOfTicks(cell(SheetColumn::Female), cell(SheetColumn::Male), guess) : said;
}

RowReader::RowReader(const ImportTable& table, Date today, ImportReport& report) : m_table(table), m_today(today), m_report(report), m_anyTick(hasGenderTicks(table)), m_shortCodes(shortCodes(table))
{
    report.sheet = table.sheet;
}

bool RowReader::next()
{
    for (;;) {
        if (m_next == m_table.shape.people.size() || (m_table.progress != nullptr && !m_table.progress->step()))
            return false;
        m_line = m_table.shape.people[m_next++];
        m_wrong = m_asked = false;
        m_candidates.clear();
        ++m_report.rows;
        const auto answer = m_table.answers.find(row());
        if (answer == m_table.answers.end() || answer->second.kind != SheetAnswer::Kind::Skip)
            break;
        ++m_report.skipped;
        m_report.lines.push_back({row(), ImportFate::Skipped, nameOf(m_table, m_line)});
    }
    for (std::size_t column = 0; column < m_table.shape.columns.size(); ++column)
        if (m_table.shape.columns[column] != SheetColumn::Unused && m_table.errors.contains({m_line, column}))
            wrongAt(column, "import.formula-error", {m_table.stood(m_line, column)});
        else if (m_table.shape.columns[column] != SheetColumn::Unused)
            checkLength(column);
    return true;
}

/// What no column of the file takes is said here, where the row is known.
void RowReader::checkLength(std::size_t column)
{
    try {
        storage::within(storage::kLongestLine, m_table.at(m_line, column));
    } catch (const storage::TextTooLong& exception) {
        wrongAt(column, "text.too-long", {exception.start, std::to_string(exception.most)});
    }
}

std::string RowReader::at(SheetColumn kind) const
{
    const auto column = m_table.columnOf(kind);
    return column ? m_table.at(m_line, *column) : std::string();
}

std::vector<std::size_t> RowReader::columns(SheetColumn kind) const
{
    std::vector<std::size_t> all;
    for (std::size_t column = 0; column < m_table.shape.columns.size(); ++column)
        if (m_table.shape.columns[column] == kind)
            all.push_back(column);
    return all;
}

bool RowReader::isSaidNew() const
{
    const auto answer = m_table.answers.find(row());
    return answer != m_table.answers.end() && answer->second.kind == SheetAnswer::Kind::New;
}

std::optional<PersonId> RowReader::saidPerson() const
{
    const auto answer = m_table.answers.find(row());
    return answer == m_table.answers.end() || answer->second.kind != SheetAnswer::Kind::Update ? std::nullopt : answer->second.person;
}

std::string RowReader::readName()
{
    const auto name = nameOf(m_table, m_line);
    for (const auto part : {SheetColumn::FullName, SheetColumn::Family, SheetColumn::Given})
        if (const auto column = m_table.columnOf(part); column && m_table.text.old.contains({m_line, *column}))
            warn(part, "import.converted", {normalised(m_table.stood(m_line, *column)), m_table.at(m_line, *column)});
    if (name.empty())
        wrong(SheetColumn::FullName, "import.name-missing");
    auto cased = inNameCase(name);
    if (cased != name)
        warn(SheetColumn::FullName, "import.name-cased", {cased});
    return cased;
}

void RowReader::readCode(RowPerson& person)
{
    const auto column = m_table.columnOf(SheetColumn::Code);
    if (!column)
        return;
    person.code = m_table.at(m_line, *column);
    if (const auto spoilt = spoiltCode(person.code))
        wrongAt(*column, spoilt->key, spoilt->args);
    if (m_shortCodes.contains(m_line))
        warn(SheetColumn::Code, "import.code-short", {person.code});
}

void RowReader::readGender(RowPerson& person)
{
    const auto said = genderSaid(m_table, m_line, m_anyTick);
    if (said.empty())
        return;
    person.gender = fromCode<Gender>(genderCode(said));
    if (!person.gender)
        wrong(SheetColumn::Gender, "person.gender-unknown", {said});
}

RowPerson RowReader::person()
{
    RowPerson person;
    person.name = readName();
    readCode(person);
    readGender(person);
    const bool inTicks = !m_table.columnOf(SheetColumn::Birth) && !birthOfTicks(at(SheetColumn::Female), at(SheetColumn::Male)).empty();
    const auto kind = !inTicks ? SheetColumn::Birth : birthOfTicks(at(SheetColumn::Female), {}).empty() ? SheetColumn::Male : SheetColumn::Female;
    person.birth = day(kind, birthSense(m_today), true);
    const bool future = person.birth && (person.birth->date ? *person.birth->date > m_today : person.birth->year > m_today.year());
    if (future)
        wrong(kind, "import.birth-future", {person.birth->vn()});
    else if (person.birth && person.birth->year < 1900)
        wrong(kind, "person.birth-year", {person.birth->vn()});
    return person;
}

std::optional<SchoolYear> RowReader::year()
{
    const auto words = at(SheetColumn::Year);
    const auto named = yearNamed(words);
    if (words.empty())
        wrong(SheetColumn::Year, "import.year-missing");
    else if (!named)
        wrong(SheetColumn::Year, "import.year-unclear", {words});
    return named;
}

void RowReader::needYear(SchoolYear year)
{
    const auto said = at(SheetColumn::Year);
    const auto named = yearNamed(said);
    if (!named && !said.empty())
        wrong(SheetColumn::Year, "import.year-unclear", {said});
    else if (named && *named != year)
        wrong(SheetColumn::Year, "import.year-other", {named->screen(), year.screen()});
}

std::optional<PartialDate> RowReader::day(SheetColumn kind, DateSense sense, bool yearOnly)
{
    const auto said = at(kind);
    if (said.empty())
        return std::nullopt;
    sense.fromSheet = true;
    const auto read = readDay(said, sense);
    if (!read) {
        wrong(kind, read.error().key, read.error().args);
        return std::nullopt;
    }
    if (!read->day.date && !yearOnly) {
        wrong(kind, "date.not-date", {said});
        return std::nullopt;
    }
    if (!read->day.date && read->guessed && said.size() > 4)
        warn(kind, "import.month-only", {said, std::to_string(read->day.year)});
    else if (!read->day.date)
        warn(kind, "import.year-only", {std::to_string(read->day.year)});
    else if (read->guessed)
        warn(kind, "import.day-guessed", {said, read->day.vn()});
    return read->day;
}

ImportIssue RowReader::issueAt(std::optional<std::size_t> column, const std::string& key, std::vector<std::string> args) const
{
    return {row(), column ? m_table.title(*column) : std::string(), column ? normalised(m_table.stood(m_line, *column)) : std::string(), key, std::move(args), column};
}

/// The column of a kind; of a name that stands in two, the first of them.
std::optional<std::size_t> RowReader::placeOf(SheetColumn kind) const
{
    const auto column = m_table.columnOf(kind);
    if (column || kind != SheetColumn::FullName)
        return column;
    const auto family = m_table.columnOf(SheetColumn::Family);
    return family ? family : m_table.columnOf(SheetColumn::Given);
}

void RowReader::wrong(SheetColumn kind, const std::string& key, std::vector<std::string> args)
{
    auto& into = std::exchange(m_wrong, true) ? m_report.further : m_report.rejected;
    into.push_back(issueAt(placeOf(kind), key, std::move(args)));
}

void RowReader::wrongAt(std::size_t column, const std::string& key, std::vector<std::string> args)
{
    auto& into = std::exchange(m_wrong, true) ? m_report.further : m_report.rejected;
    into.push_back(issueAt(column, key, std::move(args)));
}

void RowReader::ask(const std::string& key, std::vector<std::string> args, std::vector<SheetCandidate> candidates)
{
    m_asked = !m_wrong; // what is wrong beside it has to be mended first
    m_candidates = std::move(candidates);
    wrong(SheetColumn::FullName, key, std::move(args));
}

void RowReader::warn(SheetColumn kind, const std::string& key, std::vector<std::string> args)
{
    m_report.warnings.push_back(issueAt(placeOf(kind), key, std::move(args)));
}

bool RowReader::isTicked(std::size_t column)
{
    const auto tick = m_table.at(m_line, column);
    if (!saysNone(tick) && !isTick(tick))
        wrongAt(column, "import.tick-unknown", {tick});
    return isTick(tick);
}

std::string RowReader::said() const
{
    std::string all;
    for (std::size_t column = 0; column < m_table.shape.columns.size(); ++column)
        if (m_table.shape.columns[column] != SheetColumn::Unused)
            all += m_table.at(m_line, column) + "\x1f";
    if (const auto section = m_table.shape.sections.find(m_line); section != m_table.shape.sections.end())
        all += section->second;
    return all;
}

void RowReader::close(ImportFate fate, const std::string& name, std::vector<ImportChange> changes)
{
    if (m_wrong) {
        fate = ImportFate::Rejected;
        changes.clear();
    }
    m_report.created += fate == ImportFate::Created ? 1 : 0;
    m_report.updated += fate == ImportFate::Updated ? 1 : 0;
    m_report.unchanged += fate == ImportFate::Unchanged ? 1 : 0;
    m_report.lines.push_back({row(), fate, name, std::move(changes), fate == ImportFate::Rejected && m_asked, std::move(m_candidates), savedWords(m_table, m_line, m_today)});
}

void RowReader::change(std::vector<ImportChange>& changes, const std::string& column, const std::string& before, const std::string& after)
{
    if (before != after)
        changes.push_back({column, before, after});
}

}

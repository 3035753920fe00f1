// SPDX-License-Identifier: GPL-3.0-or-later
// How people and collectives were rated in a school year.
#include "services/core/internal.h"
#include "services/follow/year_record_writing.h"
#include "services/intake/import_parts.h"
#include "services/intake/subject_finder.h"

namespace thidua::services {

using namespace domain;

namespace {

struct EvaluationImport {
    ImportWork& work;
    RowReader& row;
    SchoolYearId year;
    SubjectFinder finder;
    std::map<SubjectRef, std::pair<std::size_t, std::string>> earlier{};

    void take()
    {
        const auto person = row.person();
        const auto subject = finder.find(row, person);
        const auto rating = ratingSaid();
        if (rating.empty() && row.at(SheetColumn::Months).empty() && !row.isWrong())
            row.wrong(SheetColumn::Evaluation, "import.evaluation-missing");
        if (!subject || row.isWrong())
            return row.close(ImportFate::Rejected, person.name);
        const auto before = yearFactsOf(work.tx, year, *subject);
        auto facts = before;
        std::vector<ImportChange> changes;
        put(facts, SheetColumn::Evaluation, {*subject, YearColumn::Evaluation, rating}, before, changes);
        put(facts, SheetColumn::Months, {*subject, YearColumn::Months, row.at(SheetColumn::Months)}, before, changes);
        if (const auto source = row.at(SheetColumn::Source); !source.empty())
            facts.record.evaluationSource = source;
        const auto said = rating + "\x1f" + row.at(SheetColumn::Months);
        if (const auto found = earlier.find(*subject); found != earlier.end() && facts != before && found->second.second != said)
            row.wrong(SheetColumn::Evaluation, "import.repeats-otherwise", {person.name, std::to_string(found->second.first)});
        if (row.isWrong())
            return row.close(ImportFate::Rejected, person.name);
        earlier.emplace(*subject, std::pair(row.row(), said));
        if (facts == before)
            return row.close(ImportFate::Unchanged, person.name);
        const bool known = repo::yearRecord(work.tx, year, *subject).has_value();
        saveYearFacts(work.tx, year, *subject, std::move(facts));
        row.close(known ? ImportFate::Updated : ImportFate::Created, person.name, known ? std::move(changes) : std::vector<ImportChange>{});
    }

    /// What the column of ratings says, else the heading that is ticked; two ticks contradict each other.
    std::string ratingSaid()
    {
        auto said = row.at(SheetColumn::Evaluation);
        for (const auto column : row.columns(SheetColumn::Tick)) {
            if (!row.isTicked(column))
                continue;
            const auto heading = row.table().title(column);
            if (!said.empty() && ratingNamed(said) != ratingNamed(heading))
                row.wrongAt(column, "import.two-ratings", {said, heading});
            said = heading.substr(0, heading.find('('));
        }
        return normalised(said);
    }

    void put(YearFacts& facts, SheetColumn kind, const YearCell& cell, const YearFacts& before, std::vector<ImportChange>& changes)
    {
        if (cell.text.empty())
            return; // what the list leaves blank stays
        if (const auto issue = putYearCell(facts, cell, work.today))
            return row.wrong(kind, issue->key, issue->args);
        const auto& table = row.table();
        RowReader::change(changes, table.title(table.columnOf(kind).value_or(table.columnOf(SheetColumn::Tick).value_or(0))), cellText(before, cell.column), cellText(facts, cell.column));
    }
};

}

Result<void> importEvaluations(ImportWork& work, const ImportTable& table)
{
    TD_TRY(const auto year, work.needYear());
    RowReader rows(table, work.today, work.report);
    EvaluationImport import{work, rows, year, SubjectFinder(work.tx, year, false)};
    while (rows.next())
        import.take();
    return {};
}

}

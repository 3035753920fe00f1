// SPDX-License-Identifier: GPL-3.0-or-later
// How people and collectives were rated: in the school year that the list is imported into, or in those that its rows or headings name. A year
// that the file has not, before its newest one, is kept as a statement (a rating of a past year), as it would be typed.
#include "domain/stated_fact.h"
#include "services/core/internal.h"
#include "services/follow/year_record_writing.h"
#include "services/intake/import_parts.h"
#include "services/intake/row_honours.h"
#include "services/intake/subject_finder.h"
#include "services/law/stated_words.h"
#include "services/law/stated_writing.h"
#include "text/messages.h"

namespace thidua::services {

using namespace domain;

namespace {

/// The fact of ratings of past years, as the rules name it (services/law/facts/evaluation.cpp).
constexpr const char* kPastRatings = "evaluations";

/// A rating that a row gives for a year, and where it stands.
struct Rated {
    std::optional<SchoolYear> year;                ///< none: that of the whole list
    std::string words;
    std::optional<std::size_t> column;
    bool months = false;                           ///< the row's months are of it
};

class EvaluationImport {
public:
    EvaluationImport(ImportWork& work, RowReader& row) : m_work(work), m_row(row), m_own(saysYears(row.table())) {}

    Result<void> take()
    {
        const auto person = m_row.person();
        auto ratings = ratingsOf();
        if (ratings.empty() && !m_row.isWrong() && !hasYearColumns(m_row.table()))
            m_row.wrong(SheetColumn::Evaluation, "import.evaluation-missing");
        std::vector<YearDates> years;
        for (const auto& one : ratings) {
            TD_TRY(auto year, yearOf(one));
            years.push_back(year);
        }
        const auto subject = finder(years).find(m_row, person, {{}, latest(years)});
        auto fate = ImportFate::Unchanged;
        std::vector<ImportChange> changes;
        // A row is written whole or not at all: each of its years is looked at before the first is written.
        for (const bool looking : {true, false})
            if (subject)
                for (std::size_t i = 0; i < ratings.size() && !m_row.isWrong(); ++i)
                    write(ratings[i], years[i], *subject, person.name, fate, changes, looking);
        m_row.close(fate, person.name, std::move(changes));
        return {};
    }

    /// Which years the list went into, for whoever reads the report.
    void tell() const
    {
        if (!m_own)
            return;
        for (const auto& [year, count] : m_written)
            m_work.report.warnings.push_back({0, {}, {}, isInFile(year) ? "import.rated-in-year" : "import.rated-before", {year.screen(), std::to_string(count)}});
    }

private:
    std::vector<Rated> ratingsOf()
    {
        std::vector<Rated> all;
        for (const auto& cell : yearCells(m_row.table(), m_row.line()))
            all.push_back({cell.year, cell.words, cell.column});
        const auto rating = ratingSaid();
        if (rating.empty() && m_row.at(SheetColumn::Months).empty())
            return all;
        Rated one{std::nullopt, rating, m_row.table().columnOf(SheetColumn::Evaluation), true};
        if (m_row.table().columnOf(SheetColumn::Year)) {
            one.year = m_row.year();
            if (!one.year)
                return all; // said already
        }
        all.push_back(std::move(one));
        return all;
    }

    /// What the column of ratings says, else the heading that is ticked; two ticks contradict each other.
    std::string ratingSaid()
    {
        auto said = m_row.at(SheetColumn::Evaluation);
        for (const auto column : m_row.columns(SheetColumn::Tick)) {
            const auto heading = m_row.table().title(column);
            if (yearNamed(heading) || !m_row.isTicked(column))
                continue;
            if (!said.empty() && ratingNamed(said) != ratingNamed(heading))
                m_row.wrongAt(column, "import.two-ratings", {said, heading});
            said = heading.substr(0, heading.find('('));
        }
        return normalised(said);
    }

    /// The year as far as the file has it; an id of 0 is one from before. What can take no rating is said at the row.
    Result<YearDates> yearOf(const Rated& rated)
    {
        if (!rated.year) {
            TD_CHECK(m_work.needYear());
            if (m_work.year->closed)
                refuse(rated, "import.year-closed", m_work.year->year);
            return *m_work.year;
        }
        const auto known = yearDates(m_work.tx, *rated.year);
        if (known && known->closed)
            refuse(rated, "import.year-closed", *rated.year);
        if (known)
            return *known;
        const auto newest = yearDates(m_work.tx, std::nullopt);
        const auto before = newest ? std::min(newest->year, SchoolYear::of(m_work.today)) : SchoolYear::of(m_work.today);
        if (!(*rated.year < before))
            refuse(rated, "import.year-not-open", *rated.year);
        YearDates past;
        past.year = *rated.year;
        return past;
    }

    void refuse(const Rated& rated, const char* key, SchoolYear year)
    {
        const auto column = m_row.table().columnOf(SheetColumn::Year);
        if (rated.column && !column)
            m_row.wrongAt(*rated.column, key, {year.screen()});
        else
            m_row.wrong(column ? SheetColumn::Year : SheetColumn::Evaluation, key, {year.screen()});
    }

    static std::optional<SchoolYear> latest(const std::vector<YearDates>& years)
    {
        std::optional<SchoolYear> last;
        for (const auto& one : years)
            last = last ? std::max(*last, one.year) : one.year;
        return last;
    }

    /// Whose posts tell people apart: those of the year, where the file has it.
    const SubjectFinder& finder(const std::vector<YearDates>& years)
    {
        const auto id = years.size() == 1 && years.front().id != SchoolYearId(0) ? std::optional(years.front().id) : std::nullopt;
        const auto found = m_finders.find(id);
        return found != m_finders.end() ? found->second : m_finders.try_emplace(id, m_work.tx, id, false).first->second;
    }

    void write(const Rated& rated, const YearDates& year, const SubjectRef& subject, const std::string& name, ImportFate& fate, std::vector<ImportChange>& changes, bool looking)
    {
        const bool recorded = year.id != SchoolYearId(0);
        const auto months = rated.months ? m_row.at(SheetColumn::Months) : std::string();
        const auto before = recorded ? yearFactsOf(m_work.tx, year.id, subject) : YearFacts{};
        auto facts = before;
        std::vector<ImportChange> here;
        put(facts, rated.column, {subject, YearColumn::Evaluation, rated.words}, before, here);
        put(facts, m_row.table().columnOf(SheetColumn::Months), {subject, YearColumn::Months, months}, before, here);
        const auto said = rated.words + "\x1f" + months;
        const auto earlier = m_earlier.find({subject, year.year});
        if (earlier != m_earlier.end() && earlier->second.second != said)
            m_row.wrong(SheetColumn::Evaluation, "import.repeats-otherwise", {name, std::to_string(earlier->second.first)});
        if (m_row.isWrong())
            return;
        if (looking) {
            if (!recorded && facts.record.evaluation)
                state(year.year, subject, *facts.record.evaluation, rated, here, true);
            return;
        }
        if (!recorded && !months.empty())
            m_row.warn(SheetColumn::Months, "import.months-before", {year.year.screen()});
        m_earlier.emplace(std::pair(subject, year.year), std::pair(m_row.row(), said));
        auto did = ImportFate::Unchanged;
        if (recorded)
            did = record(year, subject, before, std::move(facts));
        else if (facts.record.evaluation)
            did = state(year.year, subject, *facts.record.evaluation, rated, here, false);
        if (m_row.isWrong() || did == ImportFate::Unchanged)
            return;
        ++m_written[year.year];
        if (did == ImportFate::Updated)
            changes.insert(changes.end(), here.begin(), here.end());
        // A row that brings anything new is new; what it changes beside is told.
        if (fate != ImportFate::Created)
            fate = did;
    }

    ImportFate record(const YearDates& year, const SubjectRef& subject, const YearFacts& before, YearFacts facts)
    {
        if (const auto source = m_row.at(SheetColumn::Source); !source.empty())
            facts.record.evaluationSource = source;
        if (facts == before)
            return ImportFate::Unchanged;
        const bool known = repo::yearRecord(m_work.tx, year.id, subject).has_value();
        saveYearFacts(m_work.tx, year.id, subject, std::move(facts));
        return known ? ImportFate::Updated : ImportFate::Created;
    }

    /// A rating from before the file's years; `looking`: whether it can be written.
    ImportFate state(SchoolYear year, const SubjectRef& subject, Evaluation rating, const Rated& rated, std::vector<ImportChange>& changes, bool looking)
    {
        StatedFact row;
        row.subject = subject;
        row.fact = kPastRatings;
        row.value = "\"" + std::string(toCode(rating)) + "\""; // JSON of a code
        row.year = year;
        row.statedOn = m_work.today;
        row.source = m_row.at(SheetColumn::Source);
        if (row.source.empty())
            row.source = text::message("import.stated-source", {m_work.file});
        std::optional<Stored<StatedFact>> known;
        for (auto& other : statedOf(m_work.tx, subject))
            if (other.data.fact == row.fact && other.data.year == year)
                known = std::move(other);
        if (known && known->data.value == row.value)
            return ImportFate::Unchanged;
        const auto refused = [&](const std::string& key, std::vector<std::string> args) {
            if (rated.column)
                m_row.wrongAt(*rated.column, key, std::move(args));
            else
                m_row.wrong(SheetColumn::Evaluation, key, std::move(args));
            return ImportFate::Rejected;
        };
        if (const auto issues = statementIssues(m_work.tx, m_work.rules, m_work.today, row, known ? std::optional(StatedFactId(known->id)) : std::nullopt); !issues.empty())
            return refused(issues.front().key, issues.front().args);
        if (!known) {
            if (!looking)
                m_work.tx.insert(row);
            return ImportFate::Created;
        }
        if (const auto rests = statementRestsOn(m_work.tx, m_work.rules, known->data); !rests.empty())
            return refused("stated.kept", {rests});
        if (looking)
            return ImportFate::Updated;
        const auto* spec = statedSpec(m_work.rules, row.fact);
        changes.clear();
        changes.push_back({rated.column ? m_row.table().title(*rated.column) : year.screen(), spec ? statedWords(*spec, known->data.value) : known->data.value,
                           spec ? statedWords(*spec, row.value) : row.value});
        m_work.tx.update(known->id, row);
        return ImportFate::Updated;
    }

    void put(YearFacts& facts, std::optional<std::size_t> column, const YearCell& cell, const YearFacts& before, std::vector<ImportChange>& changes)
    {
        if (cell.text.empty())
            return; // what the list leaves blank stays
        const auto at = column.value_or(m_row.table().columnOf(SheetColumn::Tick).value_or(0));
        if (const auto issue = putYearCell(facts, cell, m_work.today))
            return m_row.wrongAt(at, issue->key, issue->args);
        RowReader::change(changes, m_row.table().title(at), cellText(before, cell.column), cellText(facts, cell.column));
    }

    bool isInFile(SchoolYear year) const { return yearDates(m_work.tx, year).has_value(); }

    ImportWork& m_work;
    RowReader& m_row;
    bool m_own;                                    ///< the rows name their years
    std::map<std::optional<SchoolYearId>, SubjectFinder> m_finders;
    std::map<std::pair<SubjectRef, SchoolYear>, std::pair<std::size_t, std::string>> m_earlier;
    std::map<SchoolYear, int> m_written;
};

}

Result<void> importEvaluations(ImportWork& work, const ImportTable& table)
{
    if (!saysYears(table))
        TD_CHECK(work.needYear());
    RowReader rows(table, work.today, work.report);
    EvaluationImport import(work, rows);
    while (rows.next())
        TD_CHECK(import.take());
    import.tell();
    return {};
}

}

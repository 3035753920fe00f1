// SPDX-License-Identifier: GPL-3.0-or-later
// Honours received before, from lists of past decisions.
#include "base/vietnamese.h"
#include "domain/honour.h"
#include "services/core/internal.h"
#include "services/intake/honour_words.h"
#include "services/intake/import_parts.h"
#include "services/intake/row_honours.h"
#include "services/intake/subject_finder.h"
#include "services/law/honours.h"
#include "text/messages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace thidua::services {

using namespace domain;

namespace {

using Key = std::tuple<SubjectRef, std::string, int, Ground>;

struct OneRow {
    SubjectRef subject;
    HonourRecord said;                             ///< but for the honour
    std::vector<std::string> honours;
};

class HonourImport {
public:
    HonourImport(ImportWork& work, RowReader& rows) : m_work(work), m_row(rows), m_words(work.rules), m_finder(work.tx, std::nullopt, true), m_years(hasYearColumns(rows.table()))
    {
        for (auto& row : repo::honours(work.tx))
            m_known.emplace(keyOf(row.data), std::move(row));
    }

    void take()
    {
        const auto person = m_row.person();
        auto all = ofYears();
        if (!m_years || m_row.table().columnOf(SheetColumn::Honour))
            all.push_back(ofRow());
        // Whom it may go to, and who was here then, says who of one name is meant.
        const auto subject = m_finder.find(m_row, person, wantedBy(all));
        if (subject && !m_row.isWrong())
            for (auto& one : all) {
                one.said.subject = *subject;
                checkRecipients(one);
                checkAgainstFile(one);
            }
        if (m_row.isWrong())
            return m_row.close(ImportFate::Rejected, person.name);
        auto fate = ImportFate::Unchanged;
        std::vector<ImportChange> told;
        for (auto& one : all)
            write(one, fate, told);
        m_row.close(fate, person.name, std::move(told));
    }

private:
    static Key keyOf(const HonourRecord& record) { return {record.subject, record.honour, record.year.startYear(), record.ground}; }

    OneRow ofRow()
    {
        OneRow one;
        one.honours = honoursOfRow(m_row, m_words);
        one.said.decisionNumber = m_row.at(SheetColumn::DecisionNumber);
        one.said.issuer = m_row.at(SheetColumn::Issuer);
        if (const auto day = m_row.day(SheetColumn::DecidedOn, birthSense(m_work.today), false))
            one.said.decidedOn = day->date;
        if (one.said.decidedOn && *one.said.decidedOn > m_work.today)
            m_row.wrong(SheetColumn::DecidedOn, "outside.date-to-come", {one.said.decidedOn->vn()});
        readYear(one.said);
        return one;
    }

    std::vector<OneRow> ofYears()
    {
        std::vector<OneRow> all;
        for (const auto& cell : yearCells(m_row.table(), m_row.line())) {
            std::vector<std::string> unknown;
            OneRow one;
            one.honours = m_words.codesOf(cell.words, unknown);
            one.said.year = cell.year;
            if (!unknown.empty())
                m_row.wrongAt(cell.column, "import.honour-unknown", {unknown.front()});
            all.push_back(std::move(one));
        }
        return all;
    }

    /// The row's own, else that of the decision, else the one that the whole list is of.
    void readYear(HonourRecord& said)
    {
        const auto words = m_row.at(SheetColumn::Year);
        int calendar = 0;
        const bool alone = words.size() == 4 && std::from_chars(words.data(), words.data() + 4, calendar).ptr == words.data() + 4;
        if (words.empty()) {
            if (!m_work.wanted && !said.decidedOn)
                m_row.wrong(SheetColumn::Year, "import.year-missing");
            else if (m_work.wanted)
                said.year = *m_work.wanted;
            else
                fromDecision(said);
        } else if (alone && said.decidedOn && said.decidedOn->year() == calendar) {
            fromDecision(said);
        } else if (const auto year = SchoolYear::parse(words)) {
            said.year = *year;
            if (year->startYear() < 1950)
                m_row.wrong(SheetColumn::Year, "import.year-unclear", {words});
        } else {
            m_row.wrong(SheetColumn::Year, "import.year-unclear", {words});
        }
    }

    void fromDecision(HonourRecord& said)
    {
        said.year = SchoolYear::of(*said.decidedOn);
        m_row.warn(SheetColumn::DecidedOn, "import.year-of-decision", {said.decidedOn->vn(), said.year.screen()});
    }

    /// Who may have all that the row says, in the earliest year of it; where nobody may have all of it, whoever may have any.
    SubjectsWanted wantedBy(const std::vector<OneRow>& all) const
    {
        SubjectsWanted wanted;
        std::vector<std::string> any;
        bool first = true;
        for (const auto& one : all)
            for (const auto& code : one.honours) {
                if (one.said.year.startYear() > 0 && (!wanted.year || one.said.year < *wanted.year))
                    wanted.year = one.said.year;
                std::vector<std::string> kinds;
                std::ranges::copy_if(std::array{"staff", "pupil", "collective"}, std::back_inserter(kinds), [&](const char* kind) { return mayReceive(m_work.rules, code, kind); });
                any.insert(any.end(), kinds.begin(), kinds.end());
                if (std::exchange(first, false))
                    wanted.kinds = kinds;
                else
                    std::erase_if(wanted.kinds, [&kinds](const auto& kind) { return std::ranges::find(kinds, kind) == kinds.end(); });
            }
        if (wanted.kinds.empty())
            wanted.kinds = any;
        return wanted;
    }

    void checkRecipients(const OneRow& one)
    {
        const std::string kind = one.said.subject.collective ? "collective" : m_finder.isPupil(one.said.subject) ? "pupil" : "staff";
        for (const auto& code : one.honours)
            if (!mayReceive(m_work.rules, code, kind))
                m_row.wrong(SheetColumn::Honour, "import.honour-unfit", {honourName(m_work.rules, code).value_or(code), text::label("import-subject", kind)});
    }

    /// What another row said of the same honour, and what rests on a decision of the school's own, stays.
    void checkAgainstFile(OneRow& one)
    {
        for (const auto& code : one.honours) {
            one.said.honour = code;
            const auto row = m_rows.find(keyOf(one.said));
            const auto known = m_known.find(keyOf(one.said));
            if (known == m_known.end() || !changes(known->second.data, one.said))
                continue;
            if (row != m_rows.end())
                m_row.wrong(SheetColumn::Honour, "import.repeats-otherwise", {honourName(m_work.rules, code).value_or(code), std::to_string(row->second)});
            else if (known->second.data.decision)
                m_row.wrong(SheetColumn::Honour, "honour.by-decision");
        }
    }

    /// What the list leaves blank says nothing.
    static bool changes(const HonourRecord& known, const HonourRecord& said)
    {
        return joined(known, said) != known;
    }
    static HonourRecord joined(HonourRecord known, const HonourRecord& said)
    {
        if (!said.decisionNumber.empty())
            known.decisionNumber = said.decisionNumber;
        if (!said.issuer.empty())
            known.issuer = said.issuer;
        if (said.decidedOn)
            known.decidedOn = said.decidedOn;
        return known;
    }

    std::string title(SheetColumn kind, const char* name) const
    {
        const auto column = m_row.table().columnOf(kind);
        return column ? m_row.table().title(*column) : capitalised(text::label("column", name));
    }

    void write(OneRow& one, ImportFate& fate, std::vector<ImportChange>& told)
    {
        for (const auto& code : one.honours) {
            one.said.honour = code;
            const auto key = keyOf(one.said);
            m_rows.emplace(key, m_row.row());
            const auto known = m_known.find(key);
            if (known == m_known.end()) {
                const auto id = m_work.tx.insert(one.said);
                m_known.emplace(key, Stored<HonourRecord>{id, 1, one.said});
                fate = ImportFate::Created;
                continue;
            }
            const auto before = known->second.data;
            known->second.data = joined(before, one.said);
            if (known->second.data == before)
                continue;
            auto row = known->second.data;
            if (const auto kept = m_work.tx.find<HonourRecord>(known->second.id))
                row.subject = kept->data.subject; // that of a record taken in stays its own
            m_work.tx.update(known->second.id, row);
            const auto day = [](const std::optional<Date>& date) { return date ? date->vn() : std::string(); };
            RowReader::change(told, title(SheetColumn::DecisionNumber, "decision_number"), before.decisionNumber, known->second.data.decisionNumber);
            RowReader::change(told, title(SheetColumn::DecidedOn, "decided_on"), day(before.decidedOn), day(known->second.data.decidedOn));
            RowReader::change(told, title(SheetColumn::Issuer, "issuer"), before.issuer, known->second.data.issuer);
            if (fate == ImportFate::Unchanged)
                fate = ImportFate::Updated;
        }
    }

    ImportWork& m_work;
    RowReader& m_row;
    HonourWords m_words;
    SubjectFinder m_finder;
    std::map<Key, Stored<HonourRecord>> m_known;
    std::map<Key, std::size_t> m_rows;             ///< which row of the list said it
    bool m_years;                                  ///< whether columns are headed by school years
};

}

Result<void> importHonours(ImportWork& work, const ImportTable& table)
{
    if (work.wanted)
        TD_CHECK(work.needYear());
    RowReader rows(table, work.today, work.report);
    HonourImport import(work, rows);
    while (rows.next())
        import.take();
    return {};
}

}

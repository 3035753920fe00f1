// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date_reader.h"
#include "domain/gender.h"
#include "domain/ids.h"
#include "services/intake/import_table.h"

namespace thidua::services {

/// What a row says of the person that it is about.
struct RowPerson {
    std::string name, code;
    std::optional<domain::Gender> gender;
    std::optional<PartialDate> birth;
};

/// Whether anybody is ticked in the columns “Nữ”, “Nam”: an empty cell there says something then.
bool hasGenderTicks(const ImportTable& table);
/// What the line says of the gender, in its own column or by ticks; empty: nothing.
std::string genderSaid(const ImportTable& table, std::size_t line, bool ticks);

/// Reads the rows of a list one after the other, and keeps what is wrong with each and what is to be told beside it.
class RowReader {
public:
    RowReader(const ImportTable& table, Date today, ImportReport& report);

    /// Goes to the next row about somebody; false behind the last, and once it shall stop. Rows that a person said to pass over are passed.
    bool next();
    /// What the person said of the row: that it is somebody new, or whom it is about.
    bool isSaidNew() const;
    std::optional<domain::PersonId> saidPerson() const;
    std::size_t line() const { return m_line; }
    std::size_t row() const { return m_table.rows[m_line]; }
    const ImportTable& table() const { return m_table; }

    std::string at(SheetColumn kind) const;
    /// All columns of a kind.
    std::vector<std::size_t> columns(SheetColumn kind) const;
    /// Name, code, gender and birth, with what is wrong with them.
    RowPerson person();
    /// The school year that the row names; nothing when it names none, which is wrong, or none that is clear.
    std::optional<SchoolYear> year();
    /// Of a list that is of one year: a row that names another is wrong.
    void needYear(SchoolYear year);
    /// A day of the row; nothing when the cell is blank or wrong. `yearOnly`: a year alone is a day too, and told of.
    std::optional<PartialDate> day(SheetColumn kind, DateSense sense, bool yearOnly);

    void wrong(SheetColumn kind, const std::string& key, std::vector<std::string> args = {});
    void wrongAt(std::size_t column, const std::string& key, std::vector<std::string> args = {});
    void warn(SheetColumn kind, const std::string& key, std::vector<std::string> args = {});
    /// It is not known who is meant; one of these, or somebody else. The row is wrong as long as nobody says.
    void ask(const std::string& key, std::vector<std::string> args, std::vector<SheetCandidate> candidates);
    /// Whether a cell of a column of ticks is ticked; what is no tick makes the row wrong.
    bool isTicked(std::size_t column);
    bool isWrong() const { return m_wrong; }
    /// All that the row says, its number aside: rows that say the same are one.
    std::string said() const;

    /// What becomes of the row. A wrong one is rejected whatever is said here.
    void close(ImportFate fate, const std::string& name, std::vector<ImportChange> changes = {});
    /// A change for close(), where something does change.
    static void change(std::vector<ImportChange>& changes, const std::string& column, const std::string& before, const std::string& after);

private:
    void checkLength(std::size_t column);
    std::string readName();
    void readCode(RowPerson& person);
    void readGender(RowPerson& person);
    std::optional<std::size_t> placeOf(SheetColumn kind) const;
    ImportIssue issueAt(std::optional<std::size_t> column, const std::string& key, std::vector<std::string> args) const;

    const ImportTable& m_table;
    Date m_today;
    ImportReport& m_report;
    std::size_t m_next = 0, m_line = 0;
    bool m_wrong = false, m_asked = false;
    bool m_anyTick;
    std::set<std::size_t> m_shortCodes;            ///< lines
    std::vector<SheetCandidate> m_candidates;
};

}

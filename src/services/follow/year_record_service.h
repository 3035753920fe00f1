// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/year_record.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// What is known of one person or collective for a year, as the form edits it.
struct YearFacts {
    domain::YearRecord record;
    std::vector<domain::DisciplineCase> discipline;
    std::vector<domain::Absence> absences;
    friend bool operator==(const YearFacts&, const YearFacts&) = default;
};

struct YearRow {
    domain::SubjectRef subject;
    std::string name;
    std::string post;
    std::string team;
    int teamOrder = 0;
    std::string sortKey;
    std::optional<domain::YearRecordId> id;
    domain::RowVersion version = 0;
    YearFacts facts;
    bool registered = false;
    std::optional<Date> leftOn{}; ///< has left since: shown, not asked for
    std::string named{};          ///< the name, told apart from others of the name
};

/// The columns of the grid "Kết quả năm học" that can be typed in directly.
enum class YearColumn {
    Evaluation,          ///< xuất sắc, tốt, hoàn thành, không (also HTXS, HTT, HT, KHT and the full words)
    Months,              ///< 0–12
    Discipline,          ///< "không" confirms none; a form's name records a case decided today
    AbsenceDays,         ///< 0 confirms none; a number records days with the reason "ốm"
    Investigation,       ///< có, không
    Unity,               ///< collectives: có, không
    LawCompliance        ///< collectives: có, không
};

/// One cell of a block typed, pasted or filled down. Empty text makes the fact unknown again.
struct YearCell {
    domain::SubjectRef subject;
    YearColumn column = YearColumn::Evaluation;
    std::string text;
};

std::vector<FieldIssue> validate(const YearFacts& facts);
/// The cell's text for what is recorded: "Tốt", "Không", "Khiển trách", "12", "" for unknown.
std::string cellText(const YearFacts& facts, YearColumn column);
/// Why a cell's text cannot be taken, or nothing.
std::optional<FieldIssue> validateCell(const YearCell& cell);

/// Evaluation, discipline, absences, months worked: the facts that verdicts rest on (domain.md §2, YearRecord).
class YearRecordService {
public:
    explicit YearRecordService(SchoolFile& file) : m_file(file) {}

    /// Everyone who serves, who has left with something recorded, then the collectives.
    Result<std::vector<YearRow>> rows(domain::SchoolYearId year);
    Result<YearRow> row(domain::SchoolYearId year, const domain::SubjectRef& subject);
    Written<Done> record(domain::SchoolYearId year, const domain::SubjectRef& subject, const YearFacts& facts);
    /// A whole block as one operation; one impossible cell refuses all, and the issues' fields are the cells' positions ("0", "1" …).
    Written<int> recordCells(domain::SchoolYearId year, const std::vector<YearCell>& cells);

private:
    SchoolFile& m_file;
};

}

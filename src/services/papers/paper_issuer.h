// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/paper_head.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"
#include "services/papers/document_service.h"
#include "services/papers/paper_gaps.h"

namespace thidua::services {

/// A number of the school's outgoing papers, for the register.
struct RegisterRow {
    std::string number;
    std::optional<Date> issuedOn;
    std::string title;
    std::string kind;                            ///< Kế hoạch, Quyết định, Tờ trình, Biên bản
    int ordinal = 0;
    PaperKind paper = PaperKind::Plan;
    std::int64_t row = 0;                        ///< of the plan, decision, submission or meeting
    std::string note{};                          ///< đính chính, thu hồi, thay thế: by which paper
    bool doubled = false;                        ///< an older file gave this number to another paper as well
};

/// Issuing, as a window prepares it: one numbering and one register over all kinds of the school's own papers. The issuing itself is a verb
/// of each kind's service; all of them go through services/papers/paper_issuing.h.
/// The bases that the rules of the day name for a kind of paper (a decision's kind: "establish_council").
std::vector<domain::PaperBasis> usualBases(SchoolFile& file, std::string_view paper);

class PaperIssuer {
public:
    explicit PaperIssuer(SchoolFile& file) : m_file(file) {}

    /// What stands behind the number of a paper of that kind: "QĐ-THMĐ".
    Result<std::string> symbol(PaperKind kind);
    /// The next free number of a symbol in the calendar year of `on`.
    Result<int> nextNumber(const std::string& symbol, Date on);
    /// What it still lacks: with one of them it is not issued.
    Result<std::vector<PaperGap>> gaps(PaperKind kind, std::int64_t row);
    /// What an inspector would ask about, were the paper issued like that; it does not stop it. Without a row: a paper that is made by
    /// being issued. `symbol` where it is not that of the kind.
    Result<std::vector<std::string>> warnings(PaperKind kind, std::optional<std::int64_t> row, const IssuePaper& paper, const std::string& symbol = {});

    /// The outgoing register of a calendar year; `gaps` lists numbers that are missing between the first and the last.
    struct Register {
        std::vector<RegisterRow> rows;
        std::vector<std::string> gaps;
    };
    Result<Register> outgoing(int calendarYear);

private:
    SchoolFile& m_file;
};

}

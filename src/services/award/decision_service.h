// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "domain/submission.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"

namespace thidua::services {

struct DecisionDetail {
    domain::DecisionId id;
    domain::RowVersion version;
    domain::Decision decision;
    std::vector<domain::DecisionLine> lines;
    std::string numberText;                      ///< own or outside number
};

struct SubmissionLineRow {
    domain::RowId id;
    domain::SubmissionLine line;
    std::string honourName;
    std::string decisionText;
};

struct SubmissionDetail {
    domain::SubmissionId id;
    domain::RowVersion version;
    domain::Submission submission;
    std::vector<SubmissionLineRow> lines;
    int waiting = 0;
};

/// The answer from above to lines of a submission: one decision that confers, or a refusal without one.
struct RecordOutcome {
    domain::SubmissionId submission{0};
    std::string decisionNumber;                  ///< 1207/QĐ-UBND
    std::optional<Date> decidedOn;
    std::string issuer;
    struct Line {
        domain::RowId line{0};
        domain::Outcome outcome = domain::Outcome::Conferred;
        std::string reason;                      ///< for refused and returned
    };
    std::vector<Line> lines;
};

/// One award given through the program, for the award list.
struct AwardRow {
    domain::SubjectRef subject;
    std::string name;
    std::string post;
    std::string honour;
    std::string honourName;
    int honourOrder = 0;
    std::string decisionNumber;
    std::optional<Date> decidedOn;
    std::string issuer;
    std::string sortKey;
};

/// A number of the school's outgoing papers, for the register.
struct RegisterRow {
    std::string number;
    std::optional<Date> issuedOn;
    std::string title;
    std::string kind;                            ///< Kế hoạch, Quyết định, Tờ trình, Biên bản
    int ordinal = 0;
};

std::vector<FieldIssue> validate(const domain::Decision& decision);
std::vector<FieldIssue> validate(const domain::Submission& submission);

/// Decisions, submissions, their outcome, and the awards that come of them (domain.md §7).
class DecisionService {
public:
    explicit DecisionService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<DecisionDetail>> decisions(domain::SchoolYearId year);
    Result<DecisionDetail> decision(domain::DecisionId id);
    /// A draft that recognises these initiatives at school level.
    Written<domain::DecisionId> draftRecognition(domain::SchoolYearId year, const std::vector<domain::InitiativeId>& initiatives);
    Written<domain::DecisionId> draftDecision(const domain::Decision& decision);
    Written<Done> editDecision(domain::DecisionId id, const domain::Decision& decision, domain::RowVersion version);
    Written<Done> removeDecision(domain::DecisionId id);
    /// Numbers, dates and freezes; what it decides takes effect (initiatives become recognised). Barrier of undo.
    Written<Done> issueDecision(domain::DecisionId id, const IssuePaper& paper);

    Result<std::vector<SubmissionDetail>> submissions(domain::SchoolYearId year);
    Result<SubmissionDetail> submission(domain::SubmissionId id);
    /// From a closed meeting: everything it passed that the school does not confer itself; `honours` narrows it.
    Written<domain::SubmissionId> draftSubmission(domain::MeetingId meeting, const std::vector<std::string>& honours = {});
    Written<Done> editSubmission(domain::SubmissionId id, const domain::Submission& submission, domain::RowVersion version);
    Written<Done> removeSubmission(domain::SubmissionId id);
    Written<Done> issueSubmission(domain::SubmissionId id, const IssuePaper& paper);
    /// Conferred lines make awards and enter the honour history; nothing without a decision's number and date.
    Written<std::optional<domain::DecisionId>> recordOutcome(const RecordOutcome& command);

    /// What was awarded for that year: collectives first, then by honour and name.
    Result<std::vector<AwardRow>> awards(domain::SchoolYearId year);
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

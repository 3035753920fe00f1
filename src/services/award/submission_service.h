// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/submission.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"

namespace thidua::domain {
struct Meeting;
}

namespace thidua::services {

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

std::vector<FieldIssue> validate(const domain::Submission& submission);

/// Submissions to the level above, and what came back (domain.md §7).
class SubmissionService {
public:
    explicit SubmissionService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<SubmissionDetail>> submissions(domain::SchoolYearId year);
    Result<SubmissionDetail> submission(domain::SubmissionId id);
    /// The closed meetings that passed something for the level above, newest first: what `draftSubmission` takes.
    Result<std::vector<Stored<domain::Meeting>>> meetingsToSubmit(domain::SchoolYearId year);
    /// From a closed meeting: everything it passed that the school does not confer itself; `honours` narrows it.
    Written<domain::SubmissionId> draftSubmission(domain::MeetingId meeting, const std::vector<std::string>& honours = {});
    Written<Done> editSubmission(domain::SubmissionId id, const domain::Submission& submission, domain::RowVersion version);
    Written<Done> removeSubmission(domain::SubmissionId id);
    Written<Done> issueSubmission(domain::SubmissionId id, const IssuePaper& paper);
    /// Conferred lines make awards and enter the honour history; nothing without a decision's number and date.
    Written<std::optional<domain::DecisionId>> recordOutcome(const RecordOutcome& command);

private:
    SchoolFile& m_file;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "domain/correction.h"
#include "services/award/decision_service.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"
#include "services/papers/document_service.h"

namespace thidua::services {

/// What can be done about a paper that was issued; a reason stands where something cannot, nothing where it does not arise at all.
struct CorrectionChoices {
    bool correct = false;
    bool revoke = false;
    bool replace = false;
    std::string whyNotRevoke;
    std::string whyNotReplace;
};

/// One line about a paper, with the paper that says it: “Đã thu hồi theo Quyết định số 45/QĐ-THMĐ ngày …”.
struct PaperNote {
    std::string text;
    PaperKind kind = PaperKind::Correction;
    std::int64_t row = 0;
};

/// Puts right what was issued (docs/decisions/045): a letter that corrects it, a paper that takes it back, a new one in its place. Each is
/// a paper of its own; the old one stays and prints as it was issued.
class CorrectionService {
public:
    explicit CorrectionService(SchoolFile& file) : m_file(file) {}

    Result<CorrectionChoices> choices(PaperKind kind, std::int64_t row);
    /// A letter or a revocation as it would be written, without its content.
    Result<domain::Correction> proposed(domain::CorrectionKind what, PaperKind kind, std::int64_t row);
    /// What stands behind its number.
    Result<std::string> symbol(const domain::Correction& draft);
    /// How it would print.
    Result<documents::Document> preview(const domain::Correction& draft);
    /// Issues it. What the other paper brought about is taken back with it (awards, recognitions, a council that has not met). Can be
    /// undone until another paper speaks of it. Fields: number, suffix, issuedOn, title, content, recipients, bases.
    Written<domain::CorrectionId> issue(const domain::Correction& draft, const IssuePaper& paper);
    /// A draft of the same kind with the same words, which takes the place of the old paper when it is issued; its row.
    Written<std::int64_t> draftReplacement(PaperKind kind, std::int64_t row);

    /// The decisions of that year that take a paper back, as the list of decisions has them: `revocation` says which row they are.
    Result<std::vector<DecisionDetail>> revocations(domain::SchoolYearId year);
    /// What other papers say of this one, and which one this one replaces; oldest first.
    Result<std::vector<PaperNote>> notes(PaperKind kind, std::int64_t row);

private:
    SchoolFile& m_file;
};

}

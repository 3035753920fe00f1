// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/letter.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"

namespace thidua::services {

struct LetterRow {
    domain::LetterId id;
    domain::RowVersion version = 0;
    domain::Letter letter{};
    std::string named;                           ///< told apart from others of the name
};

/// The words with which a letter to somebody begins.
std::vector<FieldIssue> validate(const domain::Letter& letter);

/// Thư khen of the head of the school (domain.md §3, form of commendation without a meeting): drafted, numbered and issued like every paper,
/// taken back by a paper of its own (CorrectionService).
class LetterService {
public:
    explicit LetterService(SchoolFile& file) : m_file(file) {}

    /// By date of issue, drafts last.
    Result<std::vector<LetterRow>> letters(domain::SchoolYearId year);
    /// Name and post of a subject as they stand that year, and who receives copies: a start of a draft.
    Result<domain::Letter> proposed(domain::SchoolYearId year, const domain::SubjectRef& subject);
    /// Fields "name", "title", "body".
    Written<domain::LetterId> draft(const domain::Letter& given);
    Written<Done> edit(domain::LetterId id, const domain::Letter& given, domain::RowVersion version);
    Written<Done> remove(domain::LetterId id);
    Written<Done> issue(domain::LetterId id, const IssuePaper& paper);

private:
    SchoolFile& m_file;
};

}

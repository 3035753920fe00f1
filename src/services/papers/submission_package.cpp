// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/submission_package.h"

#include "base/file_name.h"
#include "base/text_util.h"
#include "documents/template.h"
#include "domain/workflow.h"
#include "services/award/decision_service.h"
#include "services/award/submission_service.h"
#include "services/papers/document_service.h"

#include <algorithm>

namespace thidua::services {
Result<SubmissionPackage> submissionPackage(SchoolFile& file, domain::SubmissionId id)
{
    TD_TRY(const auto detail, SubmissionService(file).submission(id));
    if (domain::may(detail.submission.state, domain::SubmissionEvent::Issue))
        return fail(ErrorCode::WrongState, "package.draft");
    const auto year = detail.submission.year;
    std::vector<std::pair<PaperKind, std::optional<std::int64_t>>> wanted{{PaperKind::Submission, id.value()}};
    if (detail.submission.meeting) {
        const auto meeting = detail.submission.meeting->value();
        wanted.insert(wanted.end(), {{PaperKind::Minutes, meeting}, {PaperKind::CountMinutes, meeting}, {PaperKind::NominationList, std::nullopt}});
    }
    TD_TRY(const auto decisions, DecisionService(file).decisions(year));
    for (const auto kind : {domain::DecisionKind::EstablishCouncil, domain::DecisionKind::RecogniseInitiatives})
        for (const auto& decision : decisions)
            if (decision.decision.kind == kind && !domain::may(decision.decision.state, domain::DecisionEvent::Issue))
                wanted.emplace_back(PaperKind::Decision, decision.id.value());
    SubmissionPackage package;
    for (const auto& [kind, row] : wanted) {
        auto paper = DocumentService(file).build(kind, row, year);
        if (paper)
            package.papers.push_back(std::move(*paper));
        else if (paper.error().code != ErrorCode::NotFound)
            return tl::unexpected<Error>(paper.error());
    }
    package.enclosures = domain::linesOf(detail.submission.enclosures);
    return package;
}

std::string packageName(std::size_t place, const documents::Document& paper, std::string_view ending)
{
    std::string title = paper.title;
    std::ranges::replace(title, '/', '-');
    return safeFileName(twoFigures(static_cast<long long>(place)) + " " + title + "." + std::string(ending));
}

std::string packageContents(const SubmissionPackage& package, const std::vector<std::string>& names)
{
    const auto& words = documents::shippedTemplate("submission");
    std::vector<std::string> lines{words.text("package.inside")};
    for (const auto& name : names)
        lines.push_back("- " + name);
    if (!package.enclosures.empty()) {
        lines.push_back({});
        lines.push_back(words.text("package.enclosed"));
        for (const auto& line : package.enclosures)
            lines.push_back("- " + line);
        lines.push_back(words.text("package.by-hand"));
    }
    return "\xEF\xBB\xBF" + join(lines, "\r\n") + "\r\n";
}

}

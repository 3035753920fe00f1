// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/submission_package.h"

#include "base/code_points.h"
#include "base/file_name.h"
#include "base/text_util.h"
#include "documents/template.h"
#include "domain/workflow.h"
#include "services/award/decision_service.h"
#include "services/award/submission_service.h"
#include "services/papers/document_service.h"
#include "services/review/dossier_service.h"

#include <algorithm>

namespace thidua::services {
namespace {

std::string numbered(std::size_t place, std::string name, std::string_view ending)
{
    std::ranges::replace(name, '/', '-');
    return safeFileName(twoFigures(static_cast<long long>(place)) + " " + name + std::string(ending));
}

/// Names of parts may be whole sentences.
std::string briefly(const std::string& part)
{
    constexpr std::size_t kMost = 60;
    auto letters = codePoints(part);
    if (letters.size() <= kMost)
        return part;
    letters.resize(kMost);
    const auto shorter = utf8Of(letters);
    return shorter.substr(0, shorter.rfind(' '));
}

Result<NomineePapers> papersOf(SchoolFile& file, const domain::SubmissionLine& line, std::size_t place, const std::string& honour, domain::SchoolYearId year)
{
    TD_TRY(const auto dossier, DossierService(file).dossier(line.nomination));
    NomineePapers papers;
    papers.folder = documents::shippedTemplate("submission").text("package.folder") + "/" + numbered(place, line.name + " - " + honour, {});
    if (dossier.report) {
        TD_TRY(papers.report, DocumentService(file).build(PaperKind::AchievementReport, line.nomination.value(), year));
    }
    std::size_t next = papers.report ? 2 : 1;
    const auto add = [&](const std::vector<AttachmentRow>& files, const std::string& part) {
        for (const auto& one : files) {
            const auto& name = one.attachment.name;
            const auto dot = std::min(name.rfind('.'), name.size());
            papers.files.push_back({numbered(next++, (part.empty() ? std::string() : briefly(part) + " - ") + name.substr(0, dot), name.substr(dot)), one.id});
        }
    };
    for (const auto& part : dossier.parts)
        add(part.files, part.name);
    add(dossier.otherFiles, {});
    return papers;
}

}

Result<SubmissionPackage> submissionPackage(SchoolFile& file, domain::SubmissionId id)
{
    TD_TRY(const auto detail, SubmissionService(file).submission(id));
    if (domain::may(detail.submission.state, domain::SubmissionEvent::Issue))
        return fail(ErrorCode::WrongState, "package.draft");
    const auto year = detail.submission.year;
    std::vector<std::pair<PaperKind, std::optional<std::int64_t>>> wanted{{PaperKind::Submission, id.value()}};
    if (detail.submission.meeting) {
        const auto meeting = detail.submission.meeting->value();
        wanted.insert(wanted.end(), {{PaperKind::Minutes, meeting}, {PaperKind::CountMinutes, meeting}});
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
    std::size_t place = 0;
    for (const auto& row : detail.lines) {
        TD_TRY(auto papers, papersOf(file, row.line, ++place, row.honourName, year));
        if (papers.report || !papers.files.empty())
            package.nominees.push_back(std::move(papers));
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

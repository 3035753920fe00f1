// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"
#include "documents/document.h"
#include "domain/correction.h"
#include "domain/council.h"
#include "domain/paper_head.h"
#include "domain/entities.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"

/// From the file to the views that the paper builders take. For document_service.cpp and its papers_*.cpp alone.
namespace thidua::services {

/// What every paper of a school year needs, read once.
struct PaperSource {
    SchoolFile& file;
    Reader& reader;
    domain::SchoolYearId yearId;
    domain::School school{};
    domain::SchoolYearRow year{};

    Result<void> read();
    documents::IssuerView issuer() const;
    /// A council's papers: the school above, the council's name in two lines.
    documents::IssuerView councilIssuer(domain::CouncilKind kind) const;
    /// “Hiệu trưởng Trường Tiểu học Măng Đen”
    std::string headOfSchool() const;
    /// Who signs today; issued papers keep the name they were signed with.
    documents::SignerView signer() const;
    /// The person who keeps the lists: the council's secretary, if there is one.
    documents::SignerView compiler() const;
    /// Head and foot of a paper of that kind: a draft has the school's symbol and today's signer.
    documents::PaperView paper(PaperKind kind, const domain::PaperHead& head) const;
};

/// “70%”: on paper the sign stands at its figure.
std::string percentOnPaper(std::string text);

Result<documents::Document> planPaper(const PaperSource& source, domain::PlanId id);
Result<documents::Document> campaignPaper(const PaperSource& source, domain::CampaignId id);
Result<documents::Document> registrationListPaper(const PaperSource& source, const std::vector<domain::RegistrationListLine>& lines,
                                                  std::optional<Date> date);
/// The list as it was handed in on its day.
Result<documents::Document> handedInListPaper(const PaperSource& source, domain::RegistrationListId id);
Result<documents::Document> nominationListPaper(const PaperSource& source);
bool anybodyNominated(Reader& reader, domain::SchoolYearId year);
Result<documents::Document> ballotsPaper(const PaperSource& source, domain::MeetingId id);
/// The tellers' own minutes; NotFound before anything is counted.
Result<documents::Document> countMinutesPaper(const PaperSource& source, domain::MeetingId id);
Result<documents::Document> minutesPaper(const PaperSource& source, domain::MeetingId id);
Result<documents::Document> decisionPaper(const PaperSource& source, domain::DecisionId id);
/// The decision that would found a council.
documents::Document foundingPaper(const PaperSource& source, const domain::Council& council, const std::vector<domain::CouncilMember>& members,
                                  const std::vector<domain::PaperBasis>& bases);
Result<documents::Document> submissionPaper(const PaperSource& source, domain::SubmissionId id);
/// A letter that puts another paper right, or a paper that takes one back; also before there is a row.
Result<documents::Document> correctionPaper(const PaperSource& source, domain::CorrectionId id);
Result<documents::Document> correctionPaper(const PaperSource& source, const domain::Correction& row);
/// The calendar of the school year.
Result<documents::Document> yearCalendarPaper(const PaperSource& source);
/// The book of outgoing papers of a calendar year.
Result<documents::Document> registerPaper(const PaperSource& source, int calendarYear);
Result<documents::Document> awardListPaper(const PaperSource& source);

}

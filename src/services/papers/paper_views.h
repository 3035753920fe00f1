// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"
#include "documents/document.h"
#include "domain/correction.h"
#include "domain/council_codes.h"
#include "domain/paper_head.h"
#include "domain/entities.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"

namespace thidua::documents {
struct TargetGroup;
}

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

/// “- Tổ chuyên môn: đồng ý 12, …”, a line for each body that spoke of these nominations.
std::vector<std::string> opinionLines(const PaperSource& source, const documents::Template& words, const std::vector<domain::NominationId>& of);
/// “70%”: on paper the sign stands at its figure.
std::string percentOnPaper(std::string text);

Result<documents::Document> planPaper(const PaperSource& source, domain::PlanId id);
Result<documents::Document> campaignPaper(const PaperSource& source, domain::CampaignId id);
/// What is read out when a campaign is launched.
Result<documents::Document> campaignCallPaper(const PaperSource& source, domain::CampaignId id);
/// What a campaign is signed with, team by team and person by person.
Result<documents::Document> campaignPledgePaper(const PaperSource& source, domain::CampaignId id);
/// Sơ kết, or tổng kết once it is closed; NotFound before either.
Result<documents::Document> campaignReportPaper(const PaperSource& source, domain::CampaignId id);
Result<documents::Document> contestCallPaper(const PaperSource& source, domain::ContestId id);
/// By prize; NotFound before any is given.
Result<documents::Document> contestResultsPaper(const PaperSource& source, domain::ContestId id);
/// Targets as papers list them: of collectives, then of people.
std::vector<documents::TargetGroup> targetGroups(const documents::Template& words, const std::vector<domain::Target>& targets);
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
                                  const std::vector<domain::PaperBasis>& bases, const std::optional<domain::CouncilId>& id);
Result<documents::Document> submissionPaper(const PaperSource& source, domain::SubmissionId id);
/// A letter that puts another paper right, or a paper that takes one back; also before there is a row.
Result<documents::Document> correctionPaper(const PaperSource& source, domain::CorrectionId id);
Result<documents::Document> correctionPaper(const PaperSource& source, const domain::Correction& row);
Result<documents::Document> invitationPaper(const PaperSource& source, domain::MeetingId id);
Result<documents::Document> letterPaper(const PaperSource& source, domain::LetterId id);
/// What a meeting passed, once it was shown in public.
Result<documents::Document> finalListPaper(const PaperSource& source, domain::MeetingId id);
/// A page for each author of what the decision recognises.
Result<documents::Document> certificatesPaper(const PaperSource& source, domain::DecisionId id);
/// Those that were filled in; of what nobody has scored yet an empty one.
Result<documents::Document> scoreSheetsPaper(const PaperSource& source, domain::MeetingId id);
Result<documents::Document> scoreSummaryPaper(const PaperSource& source, domain::MeetingId id);
Result<documents::Document> initiativeLedgerPaper(const PaperSource& source);
/// Who follows what, and the council's working regulation, as they stand.
Result<documents::Document> councilWorkPaper(const PaperSource& source, domain::CouncilId id);
/// Of one nomination: as it was written, else as the file offers it.
Result<documents::Document> achievementReportPaper(const PaperSource& source, domain::NominationId id);
/// The calendar of the school year.
Result<documents::Document> yearCalendarPaper(const PaperSource& source);
/// The book of outgoing papers of a calendar year.
Result<documents::Document> registerPaper(const PaperSource& source, int calendarYear);
Result<documents::Document> awardListPaper(const PaperSource& source);

}

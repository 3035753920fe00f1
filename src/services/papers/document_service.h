// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "documents/document.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// The papers of the command line's DOCUMENT that exist so far.
enum class PaperKind {
    Plan, Campaign, RegistrationList, NominationList, Ballots, CountMinutes, Minutes, Submission, Decision, AwardList, Correction, Register, Calendar, AchievementReport,
    CampaignCall, CampaignPledge, CampaignReport, ContestCall, ContestResults,
    Letter, FinalList, InitiativeCertificates, ScoreSheets, ScoreSummary, InitiativeLedger, CouncilWork, Invitation
};

std::string_view toCode(PaperKind kind);
std::optional<PaperKind> paperKindFromCode(std::string_view code);
/// The file endings that make sense for it: "pdf", "docx", "xlsx", "html".
std::vector<std::string> formatsOf(PaperKind kind);
/// What stands behind the number of a paper of that kind, from the school's own letters: "QĐ-THMĐ". Lists have none; minutes have their
/// council's.
std::string paperSymbol(PaperKind kind, const std::string& school);
/// The codes of all kinds, in the order of the registry.
std::vector<std::string> paperCodes();

/// One thing that can be printed now.
struct Printable {
    PaperKind kind = PaperKind::Plan;
    std::optional<std::int64_t> id;   ///< none for the lists of a year
    std::optional<SchoolYear> year;
    std::string title;
    std::string state;                ///< "Dự thảo", "Đã ban hành"; may be empty
};

/// Builds papers from the file; each is a block document that render paints and the writers export.
class DocumentService {
public:
    explicit DocumentService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<Printable>> printables();
    /// Without an id: the only or newest one of that year. NotFound when there is none.
    Result<documents::Document> build(PaperKind kind, std::optional<std::int64_t> id, domain::SchoolYearId year);
    /// The registration list as it was handed in on its day.
    Result<documents::Document> handedInList(domain::RegistrationListId id);

private:
    SchoolFile& m_file;
};

}

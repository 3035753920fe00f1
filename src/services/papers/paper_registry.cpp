// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/paper_registry.h"

#include "domain/campaign.h"
#include "domain/contest.h"
#include "domain/council.h"
#include "domain/decision.h"
#include "domain/initiative.h"
#include "domain/initiative_mark.h"
#include "domain/letter.h"
#include "domain/meeting.h"
#include "domain/plan.h"
#include "domain/posting.h"
#include "domain/submission.h"
#include "services/follow/registration_lines.h"
#include "storage/repo/contest_repo.h"
#include "storage/repo/paper_repo.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

std::optional<SchoolYear> yearOf(Reader& reader, const std::optional<SchoolYearId>& id)
{
    const auto row = id ? reader.find<SchoolYearRow>(*id) : std::nullopt;
    return row ? std::optional(row->data.year) : std::nullopt;
}

void listPlans(PaperLister& list)
{
    for (const auto& plan : repo::plans(list.reader))
        list.add(PaperKind::Plan, plan.id.value(), yearOf(list.reader, plan.data.year), plan.data.title, text::label("plan-state", toCode(plan.data.state)));
}

void listCampaigns(PaperLister& list)
{
    for (const auto& campaign : repo::campaigns(list.reader))
        list.add(PaperKind::Campaign, campaign.id.value(), yearOf(list.reader, campaign.data.year), campaign.data.name,
                 text::label("campaign-state", toCode(campaign.data.state)));
}

void listPledges(PaperLister& list)
{
    for (const auto& campaign : repo::campaigns(list.reader))
        list.add(PaperKind::CampaignPledge, campaign.id.value(), yearOf(list.reader, campaign.data.year), campaign.data.name);
}

void listCalls(PaperLister& list)
{
    for (const auto& campaign : repo::campaigns(list.reader))
        list.add(PaperKind::CampaignCall, campaign.id.value(), yearOf(list.reader, campaign.data.year), campaign.data.name);
}

/// Of what has been reviewed or closed.
void listCampaignReports(PaperLister& list)
{
    const auto& words = documents::shippedTemplate("campaign-report");
    for (const auto& campaign : repo::campaigns(list.reader))
        if (campaign.data.reviewedOn || campaign.data.closedOn)
            list.add(PaperKind::CampaignReport, campaign.id.value(), yearOf(list.reader, campaign.data.year),
                     words.text(campaign.data.closedOn ? "of-closing" : "of-review", {{"title", campaign.data.name}}));
}

void listContestCalls(PaperLister& list)
{
    for (const auto& contest : repo::contests(list.reader, list.year->id))
        list.add(PaperKind::ContestCall, contest.id.value(), list.year->data.year, contest.data.name);
}

void listContestResults(PaperLister& list)
{
    for (const auto& contest : repo::contests(list.reader, list.year->id))
        if (const auto entries = repo::entriesOf(list.reader, contest.id); std::ranges::any_of(entries, [](const auto& row) { return row.data.prize.has_value(); }))
            list.add(PaperKind::ContestResults, contest.id.value(), list.year->data.year, contest.data.name, text::label("contest-state", toCode(contest.data.state)));
}

void listRegistrations(PaperLister& list)
{
    if (!repo::registrations(list.reader, list.year->id).empty())
        list.add(PaperKind::RegistrationList, std::nullopt, list.year->data.year, {});
}

void listNominations(PaperLister& list)
{
    if (anybodyNominated(list.reader, list.year->id))
        list.add(PaperKind::NominationList, std::nullopt, list.year->data.year, {});
}

void listMinutes(PaperLister& list)
{
    for (const auto& meeting : repo::meetings(list.reader, list.year->id))
        list.add(PaperKind::Minutes, meeting.id.value(), list.year->data.year, meeting.data.title, text::label("meeting-state", toCode(meeting.data.state)));
}

void listInvitations(PaperLister& list)
{
    for (const auto& meeting : repo::meetings(list.reader, list.year->id))
        list.add(PaperKind::Invitation, meeting.id.value(), list.year->data.year, meeting.data.title, text::label("meeting-state", toCode(meeting.data.state)));
}

/// Meetings closed before their tellers were named have no count of their own on paper.
void listCounts(PaperLister& list)
{
    for (const auto& meeting : repo::meetings(list.reader, list.year->id))
        if (!repo::tallies(list.reader, meeting.id).empty() && (meeting.data.state == MeetingState::Draft || !repo::tellers(list.reader, meeting.id).empty()))
            list.add(PaperKind::CountMinutes, meeting.id.value(), list.year->data.year, meeting.data.title, text::label("meeting-state", toCode(meeting.data.state)));
}

void listBallots(PaperLister& list)
{
    const bool anybody = anybodyNominated(list.reader, list.year->id);
    for (const auto& meeting : repo::meetings(list.reader, list.year->id))
        if (!repo::tallies(list.reader, meeting.id).empty() || (meeting.data.state == MeetingState::Draft && anybody))
            list.add(PaperKind::Ballots, meeting.id.value(), list.year->data.year, meeting.data.title, text::label("meeting-state", toCode(meeting.data.state)));
}

void listSubmissions(PaperLister& list)
{
    for (const auto& row : repo::submissions(list.reader, list.year->id))
        list.add(PaperKind::Submission, row.id.value(), list.year->data.year, row.data.title, text::label("submission-state", toCode(row.data.state)));
}

void listCorrections(PaperLister& list)
{
    for (const auto& row : repo::allCorrections(list.reader))
        list.add(PaperKind::Correction, row.id.value(), std::nullopt, row.data.title, row.data.number.text());
}

/// A book for each calendar year that has numbers; its id is the year.
void listRegisters(PaperLister& list)
{
    for (const int year : repo::yearsOfNumbers(list.reader))
        list.add(PaperKind::Register, year, std::nullopt, documents::shippedTemplate("outgoing-register").text("year", {{"calendar-year", std::to_string(year)}}));
}

void listDecisions(PaperLister& list)
{
    for (const auto& row : repo::decisions(list.reader, list.year->id))
        if (isOwn(row.data.kind))
            list.add(PaperKind::Decision, row.id.value(), list.year->data.year, row.data.title, text::label("decision-state", toCode(row.data.state)));
}

void listAwards(PaperLister& list)
{
    const auto decisions = repo::decisions(list.reader, list.year->id);
    const auto awards = [](const auto& row) {
        return row.data.state == DecisionState::Issued && (row.data.kind == DecisionKind::ExternalAward || row.data.kind == DecisionKind::Confer);
    };
    if (std::ranges::any_of(decisions, awards))
        list.add(PaperKind::AwardList, std::nullopt, list.year->data.year, {});
}

void listLetters(PaperLister& list)
{
    for (const auto& row : repo::letters(list.reader, list.year->id))
        list.add(PaperKind::Letter, row.id.value(), list.year->data.year,
                 documents::shippedTemplate("letter").text("title", {{"name", row.data.name}, {"about", row.data.title}}), text::label("letter-state", toCode(row.data.state)));
}

void listFinal(PaperLister& list)
{
    for (const auto& meeting : repo::meetings(list.reader, list.year->id))
        if (repo::postingOf(list.reader, meeting.id))
            list.add(PaperKind::FinalList, meeting.id.value(), list.year->data.year, meeting.data.title);
}

void listCertificates(PaperLister& list)
{
    for (const auto& row : repo::decisions(list.reader, list.year->id))
        if (row.data.kind == DecisionKind::RecogniseInitiatives && row.data.state == DecisionState::Issued)
            list.add(PaperKind::InitiativeCertificates, row.id.value(), list.year->data.year, row.data.number.text());
}

bool isOfInitiatives(Reader& reader, const Stored<Meeting>& meeting)
{
    const auto council = reader.find<Council>(meeting.data.council);
    return council && council->data.kind == CouncilKind::Initiative;
}

void listSheets(PaperLister& list)
{
    for (const auto& meeting : repo::meetings(list.reader, list.year->id))
        if (isOfInitiatives(list.reader, meeting) && (meeting.data.state == MeetingState::Draft || !repo::marks(list.reader, meeting.id).empty()))
            list.add(PaperKind::ScoreSheets, meeting.id.value(), list.year->data.year, meeting.data.title);
}

void listScores(PaperLister& list)
{
    for (const auto& meeting : repo::meetings(list.reader, list.year->id))
        if (!repo::marks(list.reader, meeting.id).empty())
            list.add(PaperKind::ScoreSummary, meeting.id.value(), list.year->data.year, meeting.data.title);
}

void listLedger(PaperLister& list)
{
    if (!list.reader.all<InitiativeAuthor>().empty())
        list.add(PaperKind::InitiativeLedger, 0, std::nullopt, {});
}

void listCouncilWork(PaperLister& list)
{
    for (const auto& council : repo::councils(list.reader, list.year->id))
        if (!council.data.workingRules.empty() || !repo::charges(list.reader, council.id).empty())
            list.add(PaperKind::CouncilWork, council.id.value(), list.year->data.year, council.data.name);
}

void listCalendar(PaperLister& list)
{
    list.add(PaperKind::Calendar, std::nullopt, list.year->data.year, {});
}

Result<documents::Document> buildRegistrations(const PaperSource& source, std::int64_t)
{
    if (repo::registrations(source.reader, source.yearId).empty())
        return fail(ErrorCode::NotFound, "paper.no-registrations", {source.year.year.screen()});
    return registrationListPaper(source, registrationLines(source.reader, source.file.rules(), source.yearId, source.file.clock().today()), std::nullopt);
}

using Build = Result<documents::Document> (*)(const PaperSource&, std::int64_t);

}

void PaperLister::add(PaperKind kind, std::optional<std::int64_t> id, std::optional<SchoolYear> ofYear, const std::string& title, const std::string& state)
{
    const documents::Fields fields{{"title", title}, {"year", ofYear ? ofYear->paper() : std::string()}};
    found.push_back({kind, id, ofYear, documents::shippedTemplate(paperRow(kind).words).text("listed", fields), state});
}

const std::vector<PaperRow>& paperRegistry()
{
    static const std::vector<std::string> kText{"pdf", "docx", "html"}, kTable{"pdf", "docx", "xlsx", "html"}, kSheet{"pdf"};
    static constexpr Build kPlan = [](const PaperSource& source, std::int64_t id) { return planPaper(source, PlanId(id)); };
    static constexpr Build kCampaign = [](const PaperSource& source, std::int64_t id) { return campaignPaper(source, CampaignId(id)); };
    static constexpr Build kNominations = [](const PaperSource& source, std::int64_t) { return nominationListPaper(source); };
    static constexpr Build kMinutes = [](const PaperSource& source, std::int64_t id) { return minutesPaper(source, MeetingId(id)); };
    static constexpr Build kInvitation = [](const PaperSource& source, std::int64_t id) { return invitationPaper(source, MeetingId(id)); };
    static constexpr Build kCount = [](const PaperSource& source, std::int64_t id) { return countMinutesPaper(source, MeetingId(id)); };
    static constexpr Build kBallots = [](const PaperSource& source, std::int64_t id) { return ballotsPaper(source, MeetingId(id)); };
    static constexpr Build kSubmission = [](const PaperSource& source, std::int64_t id) { return submissionPaper(source, SubmissionId(id)); };
    static constexpr Build kDecision = [](const PaperSource& source, std::int64_t id) { return decisionPaper(source, DecisionId(id)); };
    static constexpr Build kCorrection = [](const PaperSource& source, std::int64_t id) { return correctionPaper(source, CorrectionId(id)); };
    static constexpr Build kRegister = [](const PaperSource& source, std::int64_t year) { return registerPaper(source, static_cast<int>(year)); };
    static constexpr Build kAwards = [](const PaperSource& source, std::int64_t) { return awardListPaper(source); };
    static constexpr Build kLetter = [](const PaperSource& source, std::int64_t id) { return letterPaper(source, LetterId(id)); };
    static constexpr Build kFinal = [](const PaperSource& source, std::int64_t id) { return finalListPaper(source, MeetingId(id)); };
    static constexpr Build kCertificates = [](const PaperSource& source, std::int64_t id) { return certificatesPaper(source, DecisionId(id)); };
    static constexpr Build kSheets = [](const PaperSource& source, std::int64_t id) { return scoreSheetsPaper(source, MeetingId(id)); };
    static constexpr Build kScores = [](const PaperSource& source, std::int64_t id) { return scoreSummaryPaper(source, MeetingId(id)); };
    static constexpr Build kLedger = [](const PaperSource& source, std::int64_t) { return initiativeLedgerPaper(source); };
    static constexpr Build kWork = [](const PaperSource& source, std::int64_t id) { return councilWorkPaper(source, CouncilId(id)); };
    static constexpr Build kAchievements = [](const PaperSource& source, std::int64_t id) { return achievementReportPaper(source, NominationId(id)); };
    static constexpr Build kCalendar = [](const PaperSource& source, std::int64_t) { return yearCalendarPaper(source); };
    static constexpr Build kCall = [](const PaperSource& source, std::int64_t id) { return campaignCallPaper(source, CampaignId(id)); };
    static constexpr Build kPledge = [](const PaperSource& source, std::int64_t id) { return campaignPledgePaper(source, CampaignId(id)); };
    static constexpr Build kReport = [](const PaperSource& source, std::int64_t id) { return campaignReportPaper(source, CampaignId(id)); };
    static constexpr Build kContestCall = [](const PaperSource& source, std::int64_t id) { return contestCallPaper(source, ContestId(id)); };
    static constexpr Build kContestResults = [](const PaperSource& source, std::int64_t id) { return contestResultsPaper(source, ContestId(id)); };
    static const std::vector<PaperRow> rows = {
        {PaperKind::Plan, "plan", kText, "plan", "KH", false, false, listPlans, kPlan},
        {PaperKind::Campaign, "campaign", kText, "campaign", "KH", false, false, listCampaigns, kCampaign},
        {PaperKind::RegistrationList, "registration-list", kTable, "registration-list", "", true, true, listRegistrations, buildRegistrations},
        {PaperKind::NominationList, "nomination-list", kTable, "nomination-list", "", true, true, listNominations, kNominations},
        {PaperKind::Invitation, "invitation", kText, "invitation", "GM", true, false, listInvitations, kInvitation},
        {PaperKind::Minutes, "minutes", kText, "minutes", "", true, false, listMinutes, kMinutes},
        {PaperKind::CountMinutes, "count-minutes", kText, "count-minutes", "", true, false, listCounts, kCount},
        {PaperKind::Ballots, "ballots", kSheet, "ballots", "", true, false, listBallots, kBallots},
        {PaperKind::Submission, "submission", kText, "submission", "TTr", true, false, listSubmissions, kSubmission},
        {PaperKind::Decision, "decision", kText, "decision", "QĐ", true, false, listDecisions, kDecision},
        {PaperKind::Correction, "correction", kText, "correction", "", false, false, listCorrections, kCorrection},
        {PaperKind::AwardList, "award-list", kTable, "award-list", "", true, true, listAwards, kAwards},
        {PaperKind::Register, "outgoing-register", kTable, "outgoing-register", "", false, false, listRegisters, kRegister},
        {PaperKind::AchievementReport, "achievement-report", kText, "achievement-report", "", true, false, listReports, kAchievements},
        {PaperKind::Calendar, "year-calendar", kTable, "year-calendar", "", true, true, listCalendar, kCalendar},
        {PaperKind::CampaignCall, "campaign-call", kText, "campaign-call", "", false, false, listCalls, kCall},
        {PaperKind::CampaignPledge, "campaign-pledge", kText, "campaign-pledge", "", false, false, listPledges, kPledge},
        {PaperKind::CampaignReport, "campaign-report", kText, "campaign-report", "BC", false, false, listCampaignReports, kReport},
        {PaperKind::ContestCall, "contest-call", kText, "contest-call", "", true, false, listContestCalls, kContestCall},
        {PaperKind::ContestResults, "contest-results", kTable, "contest-results", "", true, false, listContestResults, kContestResults},
        {PaperKind::Letter, "letter", kText, "letter", "TK", true, false, listLetters, kLetter},
        {PaperKind::FinalList, "final-list", kTable, "final-list", "", true, false, listFinal, kFinal},
        {PaperKind::InitiativeCertificates, "initiative-certificates", kText, "initiative-certificate", "", true, false, listCertificates, kCertificates},
        {PaperKind::ScoreSheets, "score-sheets", kText, "score-sheet", "", true, false, listSheets, kSheets},
        {PaperKind::ScoreSummary, "score-summary", kTable, "score-summary", "", true, false, listScores, kScores},
        {PaperKind::InitiativeLedger, "initiative-ledger", kTable, "initiative-ledger", "", false, false, listLedger, kLedger},
        {PaperKind::CouncilWork, "council-work", kText, "council-work", "", true, false, listCouncilWork, kWork},
    };
    return rows;
}

const PaperRow& paperRow(PaperKind kind)
{
    return *std::ranges::find(paperRegistry(), kind, &PaperRow::kind);
}

}

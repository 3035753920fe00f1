// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/issued_paper.h"

#include "base/first_letter.h"
#include "domain/campaign.h"
#include "domain/council.h"
#include "domain/decision.h"
#include "domain/letter.h"
#include "domain/meeting.h"
#include "domain/plan.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "domain/submission.h"
#include "services/papers/paper_registry.h"
#include "text/messages.h"

namespace thidua::services {

using namespace domain;

namespace {

/// What every numbered paper says of itself.
IssuedPaper headed(PaperKind kind, std::int64_t row, const PaperHead& head, const std::string& by)
{
    IssuedPaper paper;
    paper.kind = kind;
    paper.row = row;
    paper.number = head.number;
    paper.kindName = text::label("paper-kind", toCode(kind));
    paper.by = by;
    paper.signer = head.signerName;
    paper.issued = head.number.number.has_value();
    return paper;
}

std::string headOf(const School& school)
{
    return documents::shippedTemplate("common").text("by-head", {{"school", school.name}});
}

Result<IssuedPaper> plan(Reader& reader, const School& school, PlanId id)
{
    TD_TRY(const auto row, need<Plan>(reader, id));
    auto paper = headed(PaperKind::Plan, id.value(), row.data, school.name);
    paper.year = row.data.year;
    paper.title = runningOn(row.data.title);
    for (const auto& recipient : repo::recipients(reader, id))
        paper.recipients.push_back(lineOf(recipient.data));
    paper.inForce = row.data.state == PlanState::Issued;
    paper.ofHead = true;
    return paper;
}

Result<IssuedPaper> campaign(Reader& reader, const School& school, CampaignId id)
{
    TD_TRY(const auto row, need<Campaign>(reader, id));
    auto paper = headed(PaperKind::Campaign, id.value(), row.data, school.name);
    paper.year = row.data.year;
    paper.title = runningOn(documents::shippedTemplate("campaign").text("subject.about", {{"name", row.data.name}, {"above", row.data.launchedBy}}));
    paper.recipients = documents::shippedTemplate("campaign").lines("recipients");
    paper.inForce = paper.issued && row.data.state != CampaignState::Revoked && row.data.state != CampaignState::Replaced;
    paper.ofHead = true;
    return paper;
}

Result<IssuedPaper> decision(Reader& reader, const School& school, DecisionId id)
{
    TD_TRY(const auto row, need<Decision>(reader, id));
    if (!isOwn(row.data.kind))
        return fail(ErrorCode::WrongState, "paper.outside-decision", {row.data.outsideNumber});
    auto paper = headed(PaperKind::Decision, id.value(), row.data, headOf(school));
    paper.year = row.data.year;
    paper.title = runningOn(row.data.title);
    paper.recipients = linesOf(row.data.recipients);
    paper.inForce = row.data.state == DecisionState::Issued;
    paper.ofHead = true;
    paper.awards = row.data.kind == DecisionKind::Confer;
    return paper;
}

Result<IssuedPaper> submission(Reader& reader, const School& school, SubmissionId id)
{
    TD_TRY(const auto row, need<Submission>(reader, id));
    auto paper = headed(PaperKind::Submission, id.value(), row.data, school.name);
    paper.year = row.data.year;
    paper.title = runningOn(row.data.title);
    paper.addressees = linesOf(row.data.addressees);
    paper.recipients = linesOf(row.data.recipients);
    paper.inForce = row.data.state == SubmissionState::Issued || row.data.state == SubmissionState::Answered;
    return paper;
}

Result<IssuedPaper> letter(Reader& reader, const School& school, LetterId id)
{
    TD_TRY(const auto row, need<Letter>(reader, id));
    auto paper = headed(PaperKind::Letter, id.value(), row.data, headOf(school));
    paper.year = row.data.year;
    paper.title = documents::shippedTemplate("letter").text("title", {{"name", row.data.name}, {"about", row.data.title}});
    paper.addressees = {row.data.name};
    paper.recipients = linesOf(row.data.recipients);
    paper.inForce = row.data.state == LetterState::Issued;
    paper.ofHead = true;
    return paper;
}

Result<IssuedPaper> minutes(Reader& reader, MeetingId id)
{
    TD_TRY(const auto row, need<Meeting>(reader, id));
    TD_TRY(const auto council, need<Council>(reader, row.data.council));
    auto paper = headed(PaperKind::Minutes, id.value(), row.data, council.data.name);
    paper.year = row.data.year;
    paper.title = runningOn(row.data.title);
    paper.inForce = row.data.state == MeetingState::Closed;
    return paper;
}

Result<IssuedPaper> handedIn(Reader& reader, const School& school, RegistrationListId id)
{
    TD_TRY(const auto row, need<RegistrationList>(reader, id));
    TD_TRY(const auto year, need<SchoolYearRow>(reader, row.data.year));
    IssuedPaper paper;
    paper.kind = PaperKind::RegistrationList;
    paper.row = id.value();
    paper.year = row.data.year;
    paper.number.issuedOn = row.data.handedInOn;
    paper.kindName = documents::shippedTemplate("registration-list").text("listed", {{"year", year.data.year.paper()}});
    paper.by = school.name;
    paper.addressees = {row.data.handedTo};
    paper.issued = paper.inForce = true;
    return paper;
}

Result<IssuedPaper> correction(Reader& reader, const School& school, CorrectionId id)
{
    TD_TRY(const auto row, need<Correction>(reader, id));
    const auto kind = paperKindFromCode(row.data.paper);
    if (!kind)
        return fail(ErrorCode::NotFound, "row.not-found");
    TD_TRY(const auto about, issuedPaper(reader, *kind, row.data.row.value()));
    auto paper = headed(PaperKind::Correction, id.value(), row.data, school.name);
    paper.kindName = correctionKindName(row.data.kind, about);
    paper.year = row.data.year;
    paper.title = runningOn(row.data.title);
    paper.recipients = linesOf(row.data.recipients);
    paper.inForce = true;
    return paper;
}

}

std::string runningOn(const std::string& title)
{
    return lowerFirst(title);
}

std::string referenceTo(const std::string& kind, const DocumentNumber& number)
{
    return documents::shippedTemplate("correction").text("paper", {{"kind", kind}, {"number", number.number ? number.text() : std::string()},
                                                                   {"day", number.issuedOn ? number.issuedOn->words() : std::string()}});
}

std::string IssuedPaper::named() const
{
    auto undated = number;
    undated.issuedOn.reset();
    return referenceTo(kindName, undated);
}

Result<IssuedPaper> issuedPaper(Reader& reader, PaperKind kind, std::int64_t row)
{
    TD_TRY(const auto school, needSchool(reader));
    switch (kind) {
    case PaperKind::Plan: return plan(reader, school.data, PlanId(row));
    case PaperKind::Campaign: return campaign(reader, school.data, CampaignId(row));
    case PaperKind::Decision: return decision(reader, school.data, DecisionId(row));
    case PaperKind::Submission: return submission(reader, school.data, SubmissionId(row));
    case PaperKind::Letter: return letter(reader, school.data, LetterId(row));
    case PaperKind::Minutes: return minutes(reader, MeetingId(row));
    case PaperKind::RegistrationList: return handedIn(reader, school.data, RegistrationListId(row));
    case PaperKind::Correction: return correction(reader, school.data, CorrectionId(row));
    case PaperKind::NominationList:
    case PaperKind::Ballots:
    case PaperKind::CountMinutes:
    case PaperKind::AwardList:
    case PaperKind::Register:
    case PaperKind::AchievementReport:
    case PaperKind::Calendar:
    case PaperKind::CampaignCall:
    case PaperKind::CampaignPledge:
    case PaperKind::CampaignReport:
    case PaperKind::ContestCall:
    case PaperKind::ContestResults:
    case PaperKind::FinalList:
    case PaperKind::InitiativeCertificates:
    case PaperKind::ScoreSheets:
    case PaperKind::ScoreSummary:
    case PaperKind::InitiativeLedger:
    case PaperKind::CouncilWork:
    case PaperKind::Invitation: break;
    }
    return fail(ErrorCode::NotFound, "row.not-found");
}

std::string correctionKindName(CorrectionKind kind, const IssuedPaper& about)
{
    const auto& words = documents::shippedTemplate("correction");
    return words.text(kind == CorrectionKind::Correct ? "kind.letter" : about.ofHead ? "kind" : "kind.notice");
}

std::string correctionSymbol(CorrectionKind kind, const IssuedPaper& about, const std::string& school)
{
    if (kind == CorrectionKind::Correct)
        return school;
    return (about.ofHead ? "QĐ-" : "TB-") + school;
}

}

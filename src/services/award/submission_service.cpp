// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/submission_service.h"

#include "documents/template.h"
#include "domain/council.h"
#include "domain/decision.h"
#include "domain/honour.h"
#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "rules/overview.h"
#include "services/award/conferral.h"
#include "services/award/paper_effects.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/follow/initiative_use.h"
#include "services/law/honours.h"
#include "services/law/list_order.h"
#include "services/papers/paper_drafting.h"
#include "services/papers/paper_findings.h"
#include "services/papers/paper_issuing.h"
#include "services/review/posting_rows.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const Submission& submission)
{
    std::vector<FieldIssue> issues;
    require(issues, submission.title, "title", "submission.title-missing");
    require(issues, submission.addressees, "addressees", "submission.addressee-missing");
    return issues;
}

namespace {

constexpr const char* kBases = "submit"; // as the rules call the paper

SubmissionDetail detailOf(SchoolFile& file, Reader& reader, const Stored<Submission>& submission)
{
    const auto& catalogue = file.rules();
    SubmissionDetail detail{submission.id, submission.version, submission.data, {}, 0};
    if (submission.data.state == SubmissionState::Draft)
        detail.submission.bases = basesFollowed(file, kBases, submission.data.bases, file.clock().today());
    for (const auto& line : repo::lines(reader, submission.id)) {
        SubmissionLineRow row{line.id, line.data, honourName(catalogue, line.data.honour).value_or(line.data.honour), {}};
        const auto decision = line.data.decision ? reader.find<Decision>(*line.data.decision) : std::nullopt;
        if (decision && decision->data.number.issuedOn)
            row.decisionText = decision->data.outsideNumber + ", " + decision->data.number.issuedOn->vn();
        const bool open = submission.data.state != SubmissionState::Revoked && submission.data.state != SubmissionState::Replaced;
        detail.waiting += open && line.data.outcome == Outcome::Waiting ? 1 : 0;
        detail.lines.push_back(std::move(row));
    }
    return detail;
}

Result<Stored<Submission>> needDraftSubmission(Reader& reader, SubmissionId id)
{
    TD_TRY(auto submission, need<Submission>(reader, id));
    TD_CHECK(checkStep(submission.data.state, SubmissionEvent::Edit, submission.data.number.text()));
    return submission;
}

std::map<NominationId, Tally> talliesOf(Reader& reader, MeetingId meeting)
{
    std::map<NominationId, Tally> tallies;
    for (const auto& row : repo::tallies(reader, meeting))
        if (row.data.line.nomination)
            tallies.emplace(*row.data.line.nomination, row.data);
    return tallies;
}

/// What the meeting passed and the school does not confer itself.
std::vector<Stored<Nomination>> passedFor(SchoolFile& file, Reader& reader, const Stored<Meeting>& meeting, const std::map<NominationId, Tally>& tallies)
{
    std::vector<Stored<Nomination>> passed;
    for (const auto& row : repo::nominations(reader, meeting.data.year))
        if (row.data.state == NominationState::Passed && tallies.contains(row.id)
            && !rules::conferredBySchool(file.rules(), row.data.honour, meeting.data.heldOn))
            passed.push_back(row);
    return passed;
}

/// What the lines ask for: titles are recognised, forms are given.
std::string titleOf(const rules::Catalogue& catalogue, const std::vector<Stored<Nomination>>& passed, const SchoolYearRow& year)
{
    const auto titles = std::ranges::count_if(passed, [&catalogue](const auto& row) { return isTitle(catalogue, row.data.honour); });
    const auto forms = static_cast<std::ptrdiff_t>(passed.size()) - titles;
    return documents::shippedTemplate("submission").text("title", {{"titles", std::int64_t{titles}}, {"forms", std::int64_t{forms}}, {"year", year.year.paper()}});
}

/// What proves the initiatives that all nominees of the honour have; empty where one has none of the year, so that the rules' words stand.
std::string certificatesOf(Reader& reader, const std::vector<Stored<Nomination>>& passed, const std::string& honour)
{
    std::int64_t initiatives = 0, research = 0;
    for (const auto& row : passed) {
        if (row.data.honour != honour)
            continue;
        const auto before = initiatives + research;
        if (row.data.subject.person)
            for (const auto& initiative : repo::initiativesOf(reader, *row.data.subject.person))
                if (initiative.data.year == row.data.year && initiative.data.recognisedAt)
                    ++(initiative.data.type == InitiativeType::Research ? research : initiatives);
        if (initiatives + research == before)
            return {};
    }
    return documents::shippedTemplate("submission").text("certificates", {{"initiatives", initiatives}, {"research", research}});
}

/// A local title asks for the recognition itself, a higher one for the certificate of its effect and scope.
bool asksForRecognition(const rules::Catalogue& catalogue, const rules::DossierPart& part, const std::string& honour, Date on)
{
    const auto info = rules::honourInfo(catalogue, honour, on);
    const auto local = documents::shippedTemplate("submission").lines("local-levels");
    return part.id.starts_with("initiative-") && info && std::ranges::find(local, info->level) != local.end();
}

/// The dossier that the rules ask for those honours, as a list; the submission itself and the minutes stand in it by their own names.
std::string enclosuresOf(Reader& reader, const rules::Catalogue& catalogue, const std::vector<Stored<Nomination>>& passed, const Stored<Meeting>& meeting,
                         const std::string& council)
{
    const auto& words = documents::shippedTemplate("submission");
    auto lines = words.lines("enclosures", {{"number", meeting.data.number.text()}, {"day", meeting.data.heldOn.words()}, {"council", council}});
    for (const auto& row : passed)
        for (const auto& part : rules::dossierOn(catalogue, row.data.honour, meeting.data.heldOn)) {
            auto name = asksForRecognition(catalogue, part, row.data.honour, meeting.data.heldOn) ? certificatesOf(reader, passed, row.data.honour) : std::string();
            if (name.empty())
                name = part.name.vi;
            if (part.id != "submission" && part.id != "minutes" && std::ranges::find(lines, name) == lines.end())
                lines.push_back(name);
        }
    return joinLines(lines);
}

Submission proposed(SchoolFile& file, const School& school, const Stored<Meeting>& meeting, const std::string& council)
{
    Submission submission;
    submission.year = meeting.data.year;
    submission.meeting = meeting.id;
    submission.addressees = school.conferringAgency;
    if (!school.superiorAgency.empty() && school.superiorAgency != school.conferringAgency)
        submission.addressees += "\n" + school.superiorAgency;
    submission.bases = basesOf(file, school, kBases);
    if (meeting.data.number.number)
        submission.bases.push_back(minutesBasis(meeting, council));
    submission.recipients = submissionRecipients();
    return submission;
}

}

Result<std::vector<SubmissionDetail>> SubmissionService::submissions(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<SubmissionDetail>> {
        std::vector<SubmissionDetail> details;
        for (const auto& submission : repo::submissions(reader, year))
            details.push_back(detailOf(m_file, reader, submission));
        return details;
    });
}

Result<SubmissionDetail> SubmissionService::submission(SubmissionId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<SubmissionDetail> {
        TD_TRY(const auto submission, need<Submission>(reader, id));
        return detailOf(m_file, reader, submission);
    });
}

Result<std::vector<Stored<Meeting>>> SubmissionService::meetingsToSubmit(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Stored<Meeting>>> {
        auto meetings = repo::meetings(reader, year);
        std::erase_if(meetings, [&](const auto& meeting) {
            return meeting.data.state != MeetingState::Closed || passedFor(m_file, reader, meeting, talliesOf(reader, meeting.id)).empty();
        });
        return meetings;
    });
}

Written<SubmissionId> SubmissionService::draftSubmission(MeetingId meetingId, const std::vector<std::string>& honours)
{
    return writeTo<SubmissionId>(m_file, Op::DraftSubmission, [&](Tx& tx) -> Result<SubmissionId> {
        TD_TRY(const auto meeting, need<Meeting>(tx, meetingId));
        TD_TRY(const auto year, needOpenYear(tx, meeting.data.year));
        TD_TRY(const auto school, needSchool(tx));
        TD_CHECK(checkStep(meeting.data.state, MeetingEvent::Submit, meeting.data.heldOn.vn()));
        TD_TRY(const auto council, need<Council>(tx, meeting.data.council));
        auto submission = proposed(m_file, school.data, meeting, council.data.name);
        const auto tallies = talliesOf(tx, meetingId);
        const auto members = static_cast<int>(repo::attendance(tx, meetingId).size());
        auto passed = passedFor(m_file, tx, meeting, tallies);
        if (!honours.empty())
            std::erase_if(passed, [&](const auto& row) { return std::ranges::find(honours, row.data.honour) == honours.end(); });
        if (passed.empty())
            return fail(ErrorCode::WrongState, "submission.nobody", {meeting.data.heldOn.vn()});
        std::ranges::sort(passed, {}, [&](const auto& row) { return listPlace(tx, m_file.rules(), row.data.subject, row.data.honour, row.data.name); });
        submission.title = titleOf(m_file.rules(), passed, year.data);
        submission.enclosures = enclosuresOf(tx, m_file.rules(), passed, meeting, council.data.name);
        if (const auto posted = postingRow(tx, meetingId))
            submission.body = tidyLines(submission.body + "\n" + postingSentence(*posted));
        const auto id = tx.insert(submission);
        int seq = 0;
        for (const auto& row : passed) {
            const auto& tally = tallies.at(row.id);
            SubmissionLine line;
            line.submission = id;
            line.seq = ++seq;
            line.nomination = row.id;
            line.subject = row.data.subject;
            line.name = row.data.name;
            line.post = row.data.post;
            line.honour = row.data.honour;
            line.inFavour = tally.inFavour;
            line.members = members;
            line.achievement = achievementOf(tx, m_file.rules(), meeting.data.year, row.data);
            tx.insert(line);
        }
        tx.setLabel({submission.title});
        return id;
    });
}

Written<Done> SubmissionService::editSubmission(SubmissionId id, const Submission& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditSubmission, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, needDraftSubmission(tx, id));
        auto submission = before.data;
        submission.title = given.title;
        submission.addressees = given.addressees;
        submission.bases = given.bases;
        submission.body = given.body;
        submission.recipients = given.recipients;
        submission.enclosures = given.enclosures;
        if (auto issues = validate(submission); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({submission.title});
        tx.update(id, submission, version);
        return Done{};
    });
}

Written<Done> SubmissionService::removeSubmission(SubmissionId id)
{
    return writeTo<Done>(m_file, Op::RemoveSubmission, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto submission, needDraftSubmission(tx, id));
        tx.setLabel({submission.data.title});
        for (const auto& line : repo::lines(tx, id))
            tx.remove<SubmissionLine>(line.id);
        tx.remove<Submission>(id);
        return Done{};
    });
}

Written<Done> SubmissionService::issueSubmission(SubmissionId id, const IssuePaper& paper)
{
    return writeTo<Done>(m_file, Op::IssueSubmission, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto submission, needDraftSubmission(tx, id));
        if (auto issues = validate(submission.data); !issues.empty())
            return fail(std::move(issues));
        if (const auto meeting = submission.data.meeting && paper.issuedOn ? tx.find<Meeting>(*submission.data.meeting) : std::nullopt;
            meeting && *paper.issuedOn < meeting->data.heldOn)
            return fail({{"issuedOn", "submission.before-meeting", {paper.issuedOn->vn(), meeting->data.heldOn.vn()}}});
        if (paper.issuedOn)
            submission.data.bases = basesFollowed(m_file, kBases, submission.data.bases, *paper.issuedOn);
        TD_CHECK(issuePaper(m_file, tx, submission, SubmissionState::Issued, paper));
        TD_CHECK(takePlace(tx, submission));
        for (const auto& line : repo::lines(tx, id)) {
            TD_TRY(auto nomination, need<Nomination>(tx, line.data.nomination));
            TD_TRY(nomination.data.state, takeStep(nomination.data.state, NominationEvent::Submit, nomination.data.name));
            tx.update(nomination.id, nomination.data);
        }
        tx.setLabel({submission.data.number.text()});
        return Done{};
    });
}

namespace {

std::vector<FieldIssue> outcomeIssues(const RecordOutcome& command, Date today)
{
    std::vector<FieldIssue> issues;
    const bool confers = std::ranges::any_of(command.lines, [](const auto& line) { return line.outcome == Outcome::Conferred; });
    if (command.lines.empty())
        issues.push_back({"lines", "outcome.none", {}});
    if (confers) {
        require(issues, command.decisionNumber, "decisionNumber", "outside.number-missing");
        require(issues, command.issuer, "issuer", "outside.issuer-missing");
        if (!command.decidedOn)
            issues.push_back({"decidedOn", "outside.date-missing", {}});
        else if (*command.decidedOn > today)
            issues.push_back({"decidedOn", "outside.date-to-come", {command.decidedOn->vn()}});
    }
    for (std::size_t i = 0; i < command.lines.size(); ++i)
        if (command.lines[i].outcome == Outcome::Refused && normalised(command.lines[i].reason).empty())
            issues.push_back({"lines." + std::to_string(i), "outcome.reason-missing", {}});
    return issues;
}

/// Writes the outcomes of one command.
struct OutcomeWriter {
    Tx& tx;
    const rules::Catalogue& catalogue;
    const FactBuilder& facts;
    const RecordOutcome& command;
    Submission submission;
    SchoolYear year;
    std::optional<DecisionId> decision{};
    int seq = 0;

    void makeDecision()
    {
        Decision row;
        row.kind = DecisionKind::ExternalAward;
        row.year = submission.year;
        row.title = "Về việc công nhận danh hiệu thi đua năm học " + year.paper();
        row.outsideNumber = normalised(command.decisionNumber);
        row.number.issuedOn = command.decidedOn;
        row.issuer = normalised(command.issuer);
        row.state = DecisionState::Issued;
        row.submission = command.submission;
        decision = tx.insert(row);
    }

    void confer(const SubmissionLine& line)
    {
        if (!decision)
            makeDecision();
        DecisionLine award;
        award.decision = *decision;
        award.seq = ++seq;
        award.subject = line.subject;
        award.name = line.name;
        award.post = line.post;
        award.honour = line.honour;
        award.nomination = line.nomination;
        tx.insert(award);
        HonourRecord record;
        record.subject = line.subject;
        record.honour = line.honour;
        record.year = year;
        record.decisionNumber = normalised(command.decisionNumber);
        record.decidedOn = command.decidedOn;
        record.issuer = normalised(command.issuer);
        record.decision = decision;
        tx.insert(record);
    }

    Result<void> writeLine(const RecordOutcome::Line& given)
    {
        TD_TRY(auto line, need<SubmissionLine>(tx, given.line));
        if (line.data.submission != command.submission)
            return fail(ErrorCode::NotFound, "row.not-found");
        if (line.data.outcome != Outcome::Waiting)
            return fail(ErrorCode::WrongState, "outcome.answered", {line.data.name});
        TD_TRY(auto nomination, need<Nomination>(tx, line.data.nomination));
        if (given.outcome == Outcome::Conferred) {
            confer(line.data);
            useInitiatives(tx, catalogue, facts, nomination);
        }
        nomination.data.state = given.outcome == Outcome::Conferred  ? NominationState::Conferred
                                : given.outcome == Outcome::Refused ? NominationState::Refused
                                                                    : NominationState::Returned;
        tx.update(nomination.id, nomination.data);
        line.data.outcome = given.outcome;
        line.data.outcomeReason = normalised(given.reason);
        line.data.decision = given.outcome == Outcome::Conferred ? decision : std::nullopt;
        tx.update(line.id, line.data);
        return {};
    }
};

}

Written<std::optional<DecisionId>> SubmissionService::recordOutcome(const RecordOutcome& command)
{
    using Value = std::optional<DecisionId>;
    return writeTo<Value>(m_file, Op::RecordOutcome, [&](Tx& tx) -> Result<Value> {
        if (auto issues = outcomeIssues(command, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        TD_TRY(auto submission, need<Submission>(tx, command.submission));
        TD_TRY(const auto year, need<SchoolYearRow>(tx, submission.data.year));
        TD_CHECK(checkStep(submission.data.state, SubmissionEvent::Answer, submission.data.number.text()));
        if (const auto sent = submission.data.number.issuedOn; sent && command.decidedOn && *command.decidedOn < *sent)
            return fail({{"decidedOn", "outcome.before-submission", {command.decidedOn->vn(), sent->vn()}}});
        const FactBuilder facts(tx, submission.data.year, m_file.rules());
        OutcomeWriter writer{tx, m_file.rules(), facts, command, submission.data, year.data.year};
        for (const auto& line : command.lines)
            TD_CHECK(writer.writeLine(line));
        const auto lines = repo::lines(tx, command.submission);
        if (std::ranges::none_of(lines, [](const auto& line) { return line.data.outcome == Outcome::Waiting; })) {
            submission.data.state = SubmissionState::Answered;
            tx.update(submission.id, submission.data);
        }
        tx.setLabel({normalised(command.decisionNumber)});
        return writer.decision;
    });
}

}

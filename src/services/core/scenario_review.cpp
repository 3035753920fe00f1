// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario's steps through the year: what people did, and from registration to the decision from above.
#include "base/text_util.h"
#include "domain/people.h"
#include "services/award/decision_service.h"
#include "services/award/submission_service.h"
#include "services/core/internal.h"
#include "services/core/scenario_steps.h"
#include "services/core/scenario_runner.h"
#include "services/follow/activity_service.h"
#include "services/follow/contest_service.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/papers/founding_draft.h"
#include "services/papers/paper_issuer.h"
#include "services/prepare/group_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace thidua::services {

using namespace domain;

namespace {

using nlohmann::json;

std::string lines(const json& step, const char* key)
{
    const auto found = step.find(key);
    if (found == step.end() || found->is_null())
        return {};
    return found->is_array() ? join(found->get<std::vector<std::string>>(), "\n") : found->get<std::string>();
}

IssuePaper paper(const json& step)
{
    return {std::stoi(stepText(step, "number")), stepText(step, "suffix"), stepDay(step, "issued_on")};
}

bool isNone(const json& step, const char* key)
{
    const auto found = step.find(key);
    return found != step.end() && found->is_string() && *found == "none";
}

void readLists(const json& step, YearFacts& facts, Date on)
{
    if (isNone(step, "discipline"))
        facts.record.noDisciplineConfirmedOn = on;
    else
        for (const auto& item : step.value("discipline", json::array()))
            facts.discipline.push_back({YearRecordId(0), fromCode<DisciplineForm>(stepText(item, "form")).value(), stepDay(item, "decided_on"), stepText(item, "number")});
    if (isNone(step, "absences"))
        facts.record.noAbsenceConfirmedOn = on;
    else
        for (const auto& item : step.value("absences", json::array()))
            facts.absences.push_back({YearRecordId(0), item.at("days").get<int>(), fromCode<AbsenceReason>(stepText(item, "reason")).value(),
                                      item.contains("from") ? std::optional(stepDay(item, "from")) : std::nullopt, stepText(item, "note")});
}

Known known(const json& step, const char* key)
{
    const auto found = step.find(key);
    if (found == step.end() || found->is_null())
        return Known::Unknown;
    return found->get<bool>() ? Known::Yes : Known::No;
}

Tally tallyFrom(const json& step, const BallotLine& line)
{
    Tally tally;
    tally.line = line;
    tally.issued = step.at("issued").get<int>();
    tally.collected = step.at("collected").get<int>();
    tally.valid = step.at("valid").get<int>();
    tally.invalid = step.at("invalid").get<int>();
    tally.inFavour = step.at("for").get<int>();
    return tally;
}

}

Result<void> ScenarioRunner::establishCouncil(const Json& step)
{
    CouncilService service(*m_file);
    CouncilDraft draft;
    draft.council.kind = fromCode<CouncilKind>(stepText(step, "kind")).value();
    draft.council.name = stepText(step, "name");
    draft.council.year = yearOf(step);
    TD_TRY(const auto proposed, service.proposedCouncil(draft.council.year, draft.council.kind));
    if (draft.council.name.find("Trường") == std::string::npos)
        draft.council.name = proposed.council.name;
    for (const auto& member : step.at("members")) {
        CouncilMember row;
        row.person = PersonId(m_ids.at("staff/" + stepText(member, "person")));
        row.role = fromCode<CouncilRole>(stepText(member, "role")).value();
        row.duty = stepText(member, "duty");
        row.title = stepText(member, "title");
        if (row.title.empty()) {
            TD_TRY(row.title, readFrom(*m_file, [&](Reader& reader) -> Result<std::string> {
                const auto post = repo::assignment(reader, row.person, draft.council.year);
                return post ? post->data.title : std::string();
            }));
        }
        draft.members.push_back(std::move(row));
    }
    TD_TRY(const auto made, service.draftCouncil(draft));
    m_ids["council/" + stepText(step, "key")] = made.value.value();
    const auto kind = foundingCode(draft.council.kind);
    return stepDone(service.establish(made.value, paper(step), usualBases(*m_file, kind)));
}

Result<void> ScenarioRunner::registerSubject(const Json& step)
{
    RegistrationDraft draft;
    draft.subject = subject(step);
    draft.honours = step.at("honours").get<std::vector<std::string>>();
    if (const auto initiative = step.find("initiative"); initiative != step.end() && initiative->is_object()) {
        draft.initiativeTitle = stepText(*initiative, "title");
        draft.initiativeField = stepText(*initiative, "field");
    }
    draft.lateReason = stepText(step, "late_reason");
    RegistrationService service(*m_file);
    TD_TRY(const auto board, service.board(yearOf(step)));
    const auto before = std::ranges::find(board.rows, draft.subject, &RegistrationRow::subject);
    if (before != board.rows.end() && before->id) // who has registered says it anew
        return stepDone(service.editRegistration(*before->id, draft, before->version));
    return stepDone(service.registerSubject(yearOf(step), draft));
}

Result<void> ScenarioRunner::handIn(const Json& step)
{
    return stepDone(RegistrationService(*m_file).handIn(yearOf(step), stepText(step, "to")));
}

Result<void> ScenarioRunner::recordYear(const Json& step)
{
    YearFacts facts;
    facts.record.evaluation = fromCode<Evaluation>(stepText(step, "evaluation"));
    if (step.contains("evaluated_on"))
        facts.record.evaluatedOn = stepDay(step, "evaluated_on");
    facts.record.evaluationSource = stepText(step, "source");
    if (step.contains("months_worked"))
        facts.record.monthsWorked = step.at("months_worked").get<int>();
    facts.record.underInvestigation = known(step, "under_investigation");
    facts.record.unity = known(step, "unity");
    facts.record.lawCompliance = known(step, "law_compliance");
    facts.record.note = stepText(step, "note");
    readLists(step, facts, m_clock.today());
    return stepDone(YearRecordService(*m_file).record(yearOf(step), subject(step), facts));
}

Result<std::vector<InitiativeId>> ScenarioRunner::initiativesOf(const Json& step)
{
    TD_TRY(const auto all, InitiativeService(*m_file).initiatives(m_years.at(m_currentYear)));
    std::vector<InitiativeId> ids;
    for (const auto& wanted : step.at("initiatives")) {
        const PersonId author(m_ids.at("staff/" + stepText(wanted, "person")));
        const auto found = std::ranges::find_if(all, [author](const auto& row) { return !row.authors.empty() && row.authors.front().person == author; });
        if (found == all.end())
            throw std::invalid_argument("no initiative of " + stepText(wanted, "person"));
        ids.push_back(found->id);
    }
    return ids;
}

Result<void> ScenarioRunner::recogniseInitiatives(const Json& step)
{
    DecisionService service(*m_file);
    TD_TRY(const auto ids, initiativesOf(step));
    TD_TRY(const auto drafted, service.draftRecognition(m_years.at(m_currentYear), ids));
    return stepDone(service.issueDecision(drafted.value, paper(step)));
}

Result<void> ScenarioRunner::recogniseOutside(const Json& step)
{
    TD_TRY(const auto ids, initiativesOf(step));
    RecogniseOutside command;
    command.initiatives = ids;
    command.level = fromCode<RecognitionLevel>(stepText(step, "level")).value();
    command.scope = fromCode<RecognitionLevel>(stepText(step, "scope")).value();
    command.issuer = stepText(step, "issuer");
    command.number = stepText(step, "number");
    command.decidedOn = stepDay(step, "issued_on");
    return stepDone(InitiativeService(*m_file).recogniseOutside(command));
}

Result<void> ScenarioRunner::nominate(const Json& step)
{
    return stepDone(NominationService(*m_file).nominate(yearOf(step), m_clock.today()));
}

Result<BallotLine> ScenarioRunner::ballotLine(const Json& step, const Json& given)
{
    if (given.contains("initiative_of")) {
        TD_TRY(const auto ids, initiativesOf({{"initiatives", Json::array({{{"person", given.at("initiative_of")}}})}}));
        return BallotLine::of(ids.front());
    }
    TD_TRY(const auto board, NominationService(*m_file).board(yearOf(step)));
    const auto whom = subject(given);
    const auto found = std::ranges::find_if(board.rows, [&](const auto& row) { return row.nomination.subject == whom && row.nomination.honour == stepText(given, "honour"); });
    if (found == board.rows.end())
        throw std::invalid_argument("no such nomination: " + given.dump());
    return BallotLine::of(found->id);
}

/// Tellers, who does not vote on which line, and the count.
Result<void> ScenarioRunner::takeVotes(const Json& step, MeetingId meeting)
{
    CouncilService service(*m_file);
    std::vector<PersonId> tellers;
    for (const auto& teller : step.value("tellers", std::vector<std::string>{}))
        tellers.emplace_back(m_ids.at("staff/" + teller));
    if (!tellers.empty())
        TD_CHECK(service.nameTellers(meeting, tellers));
    TD_TRY(const auto detail, service.meeting(meeting));
    for (const auto& given : step.value("recused", Json::array())) {
        const PersonId person(m_ids.at("staff/" + stepText(given, "member")));
        const auto member = std::ranges::find(detail.council.members, person, [](const auto& row) { return row.member.person; });
        TD_TRY(const auto line, ballotLine(step, given));
        TD_CHECK(service.recordRecusals(meeting, line, {{meeting, line, member->id, stepText(given, "reason")}}));
    }
    std::vector<Tally> tallies;
    for (const auto& given : step.at("tallies")) {
        TD_TRY(const auto line, ballotLine(step, given));
        tallies.push_back(tallyFrom(given, line));
    }
    return tallies.empty() ? Result<void>() : stepDone(service.recordTallies(meeting, tallies));
}

Result<void> ScenarioRunner::holdMeeting(const Json& step)
{
    CouncilService service(*m_file);
    Meeting meeting;
    meeting.council = CouncilId(m_ids.at("council/" + stepText(step, "council")));
    meeting.title = stepText(step, "title");
    if (meeting.title.empty())
        meeting.title = step.at("tallies").empty() ? "Họp Hội đồng ngày " + stepDay(step, "held_on").vn()
                                                   : "Họp xét thi đua, khen thưởng năm học " + SchoolYear(m_currentYear).paper();
    meeting.heldOn = stepDay(step, "held_on");
    meeting.starts = stepText(step, "starts");
    meeting.ends = stepText(step, "ends");
    meeting.place = stepText(step, "place");
    meeting.agenda = lines(step, "agenda");
    meeting.discussion = lines(step, "discussion");
    meeting.conclusions = lines(step, "conclusions");
    TD_TRY(const auto created, service.createMeeting(meeting));
    m_ids["meeting/" + stepText(step, "key")] = created.value.value();
    TD_TRY(const auto detail, service.meeting(created.value));
    std::vector<Attendance> attendance;
    for (const auto& row : detail.attendance) {
        Attendance entry{created.value, row.member.id, true, {}};
        for (const auto& absent : step.value("absent", Json::array()))
            if (PersonId(m_ids.at("staff/" + stepText(absent, "person"))) == row.member.member.person) {
                entry.present = false;
                entry.reason = stepText(absent, "reason");
                entry.byLetter = absent.value("by_letter", false);
            }
        attendance.push_back(std::move(entry));
    }
    TD_CHECK(service.recordAttendance(created.value, attendance));
    TD_CHECK(takeMarks(step, created.value));
    TD_CHECK(takeVotes(step, created.value));
    return stepDone(service.closeMeeting(created.value, {meeting.conclusions, stepText(step, "over_quota_reason"), meeting.ends}));
}

Result<void> ScenarioRunner::submit(const Json& step)
{
    SubmissionService service(*m_file);
    TD_TRY(const auto drafted, service.draftSubmission(MeetingId(m_ids.at("meeting/" + stepText(step, "meeting")))));
    m_ids["submission/" + stepText(step, "key")] = drafted.value.value();
    TD_TRY(const auto detail, service.submission(drafted.value));
    auto submission = detail.submission;
    submission.addressees = lines(step, "addressees");
    TD_CHECK(service.editSubmission(drafted.value, submission, detail.version));
    return stepDone(service.issueSubmission(drafted.value, paper(step)));
}

Result<void> ScenarioRunner::recordOutcome(const Json& step)
{
    SubmissionService service(*m_file);
    TD_TRY(const auto detail, service.submission(SubmissionId(m_ids.at("submission/" + stepText(step, "submission")))));
    const auto honours = step.value("honours", std::vector<std::string>{});
    RecordOutcome command;
    command.submission = detail.id;
    command.decisionNumber = stepText(step, "decision_number");
    command.decidedOn = stepDay(step, "decided_on");
    command.issuer = stepText(step, "issuer");
    for (const auto& line : detail.lines)
        if (line.line.outcome == Outcome::Waiting && (honours.empty() || std::ranges::find(honours, line.line.honour) != honours.end()))
            command.lines.push_back({line.id, Outcome::Conferred, {}});
    return stepDone(service.recordOutcome(command));
}

Result<void> ScenarioRunner::takeActivityKinds(const Json&)
{
    return stepDone(ActivityService(*m_file).takeUsualKinds());
}

Result<ActivityKindId> ScenarioRunner::kindOf(const Json& step)
{
    TD_TRY(const auto kinds, ActivityService(*m_file).kinds());
    const auto named = std::ranges::find(kinds, stepText(step, "kind"), [](const auto& kind) { return kind.data.code; });
    return named != kinds.end() ? Result<ActivityKindId>(named->id) : fail(ErrorCode::NotFound, "row.not-found");
}

std::vector<SubjectRef> ScenarioRunner::subjectsOf(const Json& step) const
{
    std::vector<SubjectRef> all;
    for (const auto& key : step.value("people", std::vector<std::string>{}))
        all.push_back(SubjectRef::of(PersonId(m_ids.at("staff/" + key))));
    for (const auto& key : step.value("collectives", std::vector<std::string>{}))
        all.push_back(SubjectRef::of(CollectiveId(m_ids.at("collective/" + key))));
    return all;
}

Result<void> ScenarioRunner::addActivities(const Json& step)
{
    ActivityDraft draft;
    auto& activity = draft.activity;
    TD_TRY(activity.kind, kindOf(step));
    activity.year = yearOf(step);
    activity.on = stepDay(step, "on");
    activity.count = stepNumber(step, "count").value_or(1);
    if (const auto amount = step.find("amount"); amount != step.end())
        activity.amount = amount->get<std::int64_t>();
    if (step.contains("level"))
        activity.level = stepCode<RecognitionLevel>(step, "level");
    activity.result = stepText(step, "result");
    activity.what = stepText(step, "what");
    activity.evidence = stepText(step, "evidence");
    if (const auto helped = stepText(step, "helped"); !helped.empty())
        activity.helped = PersonId(m_ids.at("staff/" + helped));
    if (const auto campaign = stepText(step, "campaign"); !campaign.empty())
        activity.campaign = CampaignId(m_ids.at("campaign/" + campaign));
    if (!step.value("waits", false))
        activity.confirmedOn = activity.on;
    draft.subjects = subjectsOf(step);
    return stepDone(ActivityService(*m_file).add(draft));
}

Result<void> ScenarioRunner::addNamedGroup(const Json& step)
{
    GroupDraft draft;
    draft.group.year = yearOf(step);
    draft.group.name = stepText(step, "name");
    draft.group.countedOn = stepDay(step, "counted_on");
    draft.group.basis = stepCode<GroupBasis>(step, "basis");
    for (const auto& key : step.value("people", std::vector<std::string>{}))
        draft.picked.push_back(PersonId(m_ids.at("staff/" + key)));
    TD_TRY(const auto added, GroupService(*m_file).add(draft));
    m_ids["group/" + stepText(step, "key")] = added.value.value();
    return {};
}

// A contest: its call, entries, marks, and the results as they are proposed by rank.

Result<void> ScenarioRunner::callContest(const Json& step)
{
    ContestDraft draft;
    auto& contest = draft.contest;
    TD_TRY(contest.kind, kindOf(step));
    contest.year = yearOf(step);
    contest.name = stepText(step, "name");
    contest.theme = stepText(step, "theme");
    contest.participants = stepText(step, "participants");
    contest.rules = join(step.value("rules", std::vector<std::string>{}), "\n");
    contest.from = stepDay(step, "from");
    contest.closesOn = stepDay(step, "closes_on");
    contest.judgedOn = stepDay(step, "judged_on");
    contest.maxMark = markFrom(stepText(step, "max_mark")).value();
    contest.step = markFrom(stepText(step, "mark_step")).value();
    if (const auto campaign = stepText(step, "campaign"); !campaign.empty())
        contest.campaign = CampaignId(m_ids.at("campaign/" + campaign));
    for (const auto& prize : step.at("prizes"))
        draft.prizes.push_back({std::nullopt, stepText(prize, "name"), stepNumber(prize, "quantity")});
    for (const auto& judge : step.at("judges"))
        draft.judges.push_back(PersonId(m_ids.at("staff/" + judge.get<std::string>())));
    TD_TRY(const auto made, ContestService(*m_file).add(draft));
    m_ids["contest/" + stepText(step, "key")] = made.value.value();
    return {};
}

Result<void> ScenarioRunner::enterContest(const Json& step)
{
    ContestEntryDraft draft;
    draft.entry.contest = ContestId(m_ids.at("contest/" + stepText(step, "contest")));
    draft.entry.title = stepText(step, "title");
    draft.entry.receivedOn = stepDay(step, "on");
    draft.authors = subjectsOf(step);
    return stepDone(ContestService(*m_file).addEntry(draft));
}

/// “marks”: by code, one for each judge in their order; a judge's own entry has null.
Result<void> ScenarioRunner::markContest(const Json& step)
{
    ContestService service(*m_file);
    TD_TRY(const auto contest, service.contest(ContestId(m_ids.at("contest/" + stepText(step, "contest")))));
    std::vector<MarkEntry> marks;
    for (const auto& entry : contest.entries) {
        const auto& given = step.at("marks").at(entry.entry.code);
        for (std::size_t at = 0; at < contest.judges.size(); ++at)
            if (!given.at(at).is_null())
                marks.push_back({entry.id, contest.judges[at].id, markFrom(given.at(at).get<std::string>()).value()});
    }
    return stepDone(service.recordMarks(contest.id, marks));
}

/// Prizes as they are proposed; “stories” are codes of those that are to be told.
Result<void> ScenarioRunner::confirmContest(const Json& step)
{
    ContestService service(*m_file);
    const ContestId id(m_ids.at("contest/" + stepText(step, "contest")));
    TD_TRY(const auto contest, service.contest(id));
    std::map<ContestEntryId, std::optional<ContestPrizeId>> prizes;
    for (const auto& one : contest.proposal().entries)
        prizes.emplace(one.entry, one.prize);
    TD_CHECK(service.givePrizes(id, prizes));
    TD_TRY(const auto judged, service.contest(id));
    for (const auto& code : step.value("stories", std::vector<std::string>{}))
        for (const auto& entry : judged.entries)
            if (entry.entry.code == code) {
                ContestEntryDraft draft{entry.entry, {}};
                draft.entry.story = true;
                for (const auto& author : entry.authors)
                    draft.authors.push_back(author.subject);
                TD_CHECK(service.editEntry(entry.id, draft, entry.version));
            }
    return stepDone(service.confirm(id));
}

}

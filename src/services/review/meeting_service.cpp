// SPDX-License-Identifier: GPL-3.0-or-later
// The meetings' part of CouncilService: attendance, tellers, who votes on which line, the count of the paper ballots.
#include "base/hour.h"
#include "domain/ballot_round.h"
#include "domain/council.h"
#include "domain/decision.h"
#include "domain/people.h"
#include "services/core/steps.h"
#include "services/people/serving.h"
#include "services/review/council_rows.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const Meeting& meeting)
{
    std::vector<FieldIssue> issues;
    require(issues, meeting.title, "title", "meeting.title-missing");
    const auto starts = readHour(meeting.starts), ends = readHour(meeting.ends);
    if (!starts && !meeting.starts.empty())
        issues.push_back({"starts", "meeting.time", {meeting.starts}});
    if (!ends && !meeting.ends.empty())
        issues.push_back({"ends", "meeting.time", {meeting.ends}});
    else if (starts && ends && *ends <= *starts)
        issues.push_back({"ends", "meeting.ends-early", {ends->words(), starts->words()}});
    return issues;
}

void tidyHours(Meeting& meeting)
{
    for (auto* text : {&meeting.starts, &meeting.ends})
        if (const auto hour = readHour(*text))
            *text = hour->text();
}

std::string minutesSymbol(CouncilKind kind)
{
    return kind == CouncilKind::Emulation ? "BB-HĐTĐKT" : "BB-HĐSK";
}

namespace {

/// A council meets from the day on which it was founded.
std::optional<FieldIssue> foundedLater(Reader& reader, const Meeting& meeting)
{
    const auto council = reader.find<Council>(meeting.council);
    const auto decision = council && council->data.decision ? reader.find<Decision>(*council->data.decision) : std::nullopt;
    if (!decision || !decision->data.number.issuedOn || meeting.heldOn >= *decision->data.number.issuedOn)
        return std::nullopt;
    return FieldIssue{"heldOn", "meeting.before-council", {meeting.heldOn.vn(), decision->data.number.issuedOn->vn(), decision->data.number.text()}};
}

Result<Stored<Meeting>> needDraftMeeting(Reader& reader, MeetingId id)
{
    TD_TRY(auto meeting, need<Meeting>(reader, id));
    TD_CHECK(checkStep(meeting.data.state, MeetingEvent::Edit, meeting.data.heldOn.vn()));
    return meeting;
}

/// Ids that a draft names must be members of its council.
std::vector<FieldIssue> roleIssues(Reader& reader, const Meeting& meeting)
{
    std::vector<FieldIssue> issues;
    const auto members = repo::members(reader, meeting.council);
    const auto check = [&](const char* field, const std::optional<CouncilMemberId>& id) {
        if (id && std::ranges::find(members, *id, &Stored<CouncilMember>::id) == members.end())
            issues.push_back({field, "meeting.not-a-member", {}});
    };
    check("chair", meeting.chair);
    check("secretary", meeting.secretary);
    return issues;
}

Result<TallyRow> needLine(const MeetingDetail& detail, const BallotLine& line)
{
    const auto row = std::ranges::find(detail.tallies, line, &TallyRow::line);
    if (row == detail.tallies.end())
        return fail(ErrorCode::WrongState, "tally.not-in-meeting", {detail.meeting.heldOn.vn()});
    return *row;
}

std::vector<FieldIssue> tellerIssues(Reader& reader, const MeetingDetail& detail, const std::vector<PersonId>& tellers)
{
    std::vector<FieldIssue> issues;
    std::set<PersonId> seen;
    for (const auto person : tellers) {
        const auto row = reader.find<Person>(person);
        if (!row) {
            issues.push_back({"tellers", "teller.unknown", {}});
            continue;
        }
        if (!seen.insert(person).second)
            issues.push_back({"tellers", "teller.twice", {row->data.fullName}});
        const auto member = std::ranges::find(detail.attendance, person, [](const auto& one) { return one.member.member.person; });
        if (member != detail.attendance.end() && !member->present)
            issues.push_back({"tellers", "teller.absent", {row->data.fullName}});
    }
    return issues;
}

std::vector<FieldIssue> recusalIssues(Reader& reader, const Meeting& meeting, const std::vector<Recusal>& recusals)
{
    std::vector<FieldIssue> issues;
    std::set<CouncilMemberId> seen;
    const auto members = repo::members(reader, meeting.council);
    for (const auto& recusal : recusals) {
        if (std::ranges::find(members, recusal.member, &Stored<CouncilMember>::id) == members.end())
            issues.push_back({"recusals", "meeting.not-a-member", {}});
        else if (!seen.insert(recusal.member).second)
            issues.push_back({"recusals", "recusal.twice", {}});
        else if (normalised(recusal.reason).empty())
            issues.push_back({"recusals", "recusal.reason-missing", {}});
    }
    return issues;
}

}

Result<std::vector<std::string>> writeTallies(Tx& tx, const MeetingDetail& detail, std::vector<Tally> tallies)
{
    std::vector<FieldIssue> issues;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        TD_TRY(const auto row, needLine(detail, tallies[i].line));
        names.push_back(row.name);
        for (auto issue : validateTally(tallies[i], row.voters)) {
            issue.field = std::to_string(i) + "." + issue.field;
            issues.push_back(std::move(issue));
        }
    }
    if (!issues.empty())
        return fail(std::move(issues));
    std::map<BallotLine, Stored<Tally>> existing;
    for (auto& row : repo::tallies(tx, detail.id))
        existing.emplace(row.data.line, row);
    for (auto& tally : tallies) {
        tally.meeting = detail.id;
        tally.passed.reset();
        tally.thresholdText.clear();
        if (const auto found = existing.find(tally.line); found != existing.end())
            tx.update(found->second.id, tally);
        else
            tx.insert(tally);
    }
    return names;
}

Result<void> needNoOpenRound(const MeetingDetail& detail)
{
    if (const auto* open = detail.openRound())
        return fail(ErrorCode::WrongState, "round.open", {std::to_string(open->round.round)});
    return {};
}

Result<std::vector<Stored<Meeting>>> CouncilService::meetings(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Stored<Meeting>>> { return repo::meetings(reader, year); });
}

Result<MeetingDetail> CouncilService::meeting(MeetingId id)
{
    return readFrom(m_file, [&](Reader& reader) { return meetingDetail(reader, m_file.rules(), id); });
}

Written<MeetingId> CouncilService::createMeeting(const Meeting& given)
{
    return writeTo<MeetingId>(m_file, Op::CreateMeeting, [&](Tx& tx) -> Result<MeetingId> {
        TD_TRY(const auto council, need<Council>(tx, given.council));
        TD_CHECK(checkStep(council.data.state, CouncilEvent::Meet, council.data.name));
        auto meeting = given;
        meeting.year = council.data.year;
        meeting.state = MeetingState::Draft;
        static_cast<PaperHead&>(meeting) = {};
        meeting.chair.reset();
        meeting.secretary.reset();
        auto issues = validate(meeting);
        if (auto early = foundedLater(tx, meeting))
            issues.push_back(std::move(*early));
        if (!issues.empty())
            return fail(std::move(issues));
        tidyHours(meeting);
        tx.setLabel({meeting.title});
        const auto id = tx.insert(meeting);
        const Serving serving(tx, meeting.heldOn);
        for (const auto& member : repo::members(tx, given.council)) {
            const auto left = serving.leftOn(member.data.person);
            tx.insert(Attendance{id, member.id, !left, left ? leftText(*left) : std::string()});
        }
        return id;
    });
}

Written<Done> CouncilService::editMeeting(MeetingId id, const Meeting& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditMeeting, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, needDraftMeeting(tx, id));
        auto meeting = given;
        meeting.council = before.data.council;
        meeting.year = before.data.year;
        meeting.state = before.data.state;
        static_cast<PaperHead&>(meeting) = before.data;
        auto issues = validate(meeting);
        std::ranges::move(roleIssues(tx, meeting), std::back_inserter(issues));
        if (auto early = foundedLater(tx, meeting))
            issues.push_back(std::move(*early));
        if (!issues.empty())
            return fail(std::move(issues));
        tidyHours(meeting);
        tx.setLabel({meeting.title});
        tx.update(id, meeting, version);
        return Done{};
    });
}

Written<Done> CouncilService::removeMeeting(MeetingId id)
{
    return writeTo<Done>(m_file, Op::RemoveMeeting, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto meeting, needDraftMeeting(tx, id));
        tx.setLabel({meeting.data.title});
        for (const auto& row : repo::tallies(tx, id))
            tx.remove<Tally>(row.id);
        for (const auto& row : repo::earlierTallies(tx, id))
            tx.remove<EarlierTally>(row.id);
        for (const auto& round : repo::ballotRounds(tx, id)) {
            for (const auto& row : repo::voters(tx, round.id))
                tx.remove<BallotVoter>(row.id);
            tx.remove<BallotRound>(round.id);
        }
        for (const auto& row : repo::recusals(tx, id))
            tx.remove<Recusal>(row.id);
        for (const auto& row : repo::tellers(tx, id))
            tx.remove<Teller>(row.id);
        for (const auto& row : repo::attendance(tx, id))
            tx.remove<Attendance>(row.id);
        tx.remove<Meeting>(id);
        return Done{};
    });
}

Written<Done> CouncilService::recordAttendance(MeetingId id, const std::vector<Attendance>& attendance)
{
    return writeTo<Done>(m_file, Op::RecordAttendance, [&](Tx& tx) -> Result<Done> {
        TD_CHECK(needDraftMeeting(tx, id));
        TD_TRY(const auto detail, meetingDetail(tx, m_file.rules(), id));
        TD_CHECK(needNoOpenRound(detail));
        std::map<CouncilMemberId, Attendance> given;
        for (const auto& row : attendance)
            given.emplace(row.member, row);
        for (const auto& row : repo::attendance(tx, id)) {
            const auto found = given.find(row.data.member);
            if (found == given.end())
                continue;
            // Their ballots are in the sums and cannot be told from the others any more.
            const auto voted = std::ranges::find_if(detail.attendance, [&](const auto& one) { return one.member.id == row.data.member && one.voted; });
            if (voted != detail.attendance.end() && row.data.present && !found->second.present)
                return fail(ErrorCode::WrongState, "round.voter-leaves", {voted->member.name});
            auto changed = row.data;
            changed.present = found->second.present;
            changed.reason = changed.present ? std::string() : found->second.reason;
            changed.byLetter = !changed.present && found->second.byLetter;
            changed.opinion = changed.present ? std::string() : found->second.opinion;
            tx.update(row.id, changed);
        }
        return Done{};
    });
}

Written<Done> CouncilService::nameTellers(MeetingId id, const std::vector<PersonId>& tellers)
{
    return writeTo<Done>(m_file, Op::NameTellers, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto meeting, needDraftMeeting(tx, id));
        TD_TRY(const auto detail, meetingDetail(tx, m_file.rules(), id));
        if (auto issues = tellerIssues(tx, detail, tellers); !issues.empty())
            return fail(std::move(issues));
        for (const auto& row : repo::tellers(tx, id))
            tx.remove<Teller>(row.id);
        int seq = 0;
        std::vector<std::string> names;
        for (const auto person : tellers) {
            tx.insert(Teller{id, ++seq, person});
            names.push_back(need<Person>(tx, person)->data.fullName);
        }
        tx.setLabel({join(names, ", ")});
        return Done{};
    });
}

Written<Done> CouncilService::recordRecusals(MeetingId id, const BallotLine& line, const std::vector<Recusal>& recusals)
{
    return writeTo<Done>(m_file, Op::RecordRecusals, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto meeting, needDraftMeeting(tx, id));
        TD_TRY(const auto detail, meetingDetail(tx, m_file.rules(), id));
        TD_TRY(const auto row, needLine(detail, line));
        TD_CHECK(needNoOpenRound(detail));
        if (row.tally && row.tally->atMachine)
            return fail(ErrorCode::WrongState, "round.line-voted", {row.name, std::to_string(row.tally->round)});
        if (auto issues = recusalIssues(tx, meeting.data, recusals); !issues.empty())
            return fail(std::move(issues));
        for (const auto& before : repo::recusals(tx, id))
            if (before.data.line == line)
                tx.remove<Recusal>(before.id);
        for (auto recusal : recusals) {
            recusal.meeting = id;
            recusal.line = line;
            tx.insert(recusal);
        }
        tx.setLabel({row.name});
        return Done{};
    });
}

Written<Done> CouncilService::recordTallies(MeetingId id, const std::vector<Tally>& tallies)
{
    return writeTo<Done>(m_file, Op::RecordTallies, [&](Tx& tx) -> Result<Done> {
        TD_CHECK(needDraftMeeting(tx, id));
        TD_TRY(const auto detail, meetingDetail(tx, m_file.rules(), id));
        TD_CHECK(needNoOpenRound(detail));
        for (const auto& tally : tallies) {
            TD_TRY(const auto row, needLine(detail, tally.line));
            if (row.tally && row.tally->atMachine)
                return fail(ErrorCode::WrongState, "round.line-voted", {row.name, std::to_string(row.tally->round)});
            if (detail.round > 1 && !row.earlier && row.tally)
                return fail(ErrorCode::WrongState, "round.line-settled", {row.name});
        }
        auto paper = tallies;
        for (auto& tally : paper) {
            tally.atMachine.reset();
            tally.round = std::ranges::find(detail.tallies, tally.line, &TallyRow::line)->earlier ? detail.round : 1;
            // Whoever tells the two apart is checked; else all who did not agree were against, as a paper with two boxes has it.
            if (!tally.against) {
                tally.other = tally.other.value_or(0);
                tally.against = tally.notInFavour() - *tally.other;
            }
            tally.other = tally.other.value_or(0);
        }
        TD_TRY(const auto names, writeTallies(tx, detail, std::move(paper)));
        tx.setLabel({names.size() == 1 ? names.front() : text::message("tally.lines", {std::to_string(names.size())})});
        return Done{};
    });
}

}

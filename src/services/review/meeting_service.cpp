// SPDX-License-Identifier: GPL-3.0-or-later
// The meetings' part of CouncilService: attendance, the count of the secret paper ballot, closing.
#include "domain/nomination.h"
#include "domain/school_year.h"
#include "rules/council_law.h"
#include "rules/vote.h"
#include "services/core/steps.h"
#include "services/follow/quota_board.h"
#include "services/law/honours.h"
#include "services/law/list_order.h"
#include "services/law/verdicts.h"
#include "services/papers/paper_issuing.h"
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
    const auto isTime = [](const std::string& text) {
        return text.empty() || (text.size() == 5 && text[2] == ':' && text.substr(0, 2) <= "23" && text.substr(3) <= "59");
    };
    if (!isTime(meeting.starts))
        issues.push_back({"starts", "meeting.time", {meeting.starts}});
    if (!isTime(meeting.ends))
        issues.push_back({"ends", "meeting.time", {meeting.ends}});
    else if (!meeting.ends.empty() && !meeting.starts.empty() && meeting.ends <= meeting.starts)
        issues.push_back({"ends", "meeting.ends-early", {meeting.ends, meeting.starts}});
    return issues;
}

std::string minutesSymbol(CouncilKind kind)
{
    return kind == CouncilKind::Emulation ? "BB-HĐTĐKT" : "BB-HĐSK";
}

const MemberRow* presiding(const MeetingDetail& detail)
{
    for (const auto role : {CouncilRole::Chair, CouncilRole::ViceChair})
        for (const auto& row : detail.attendance)
            if (row.member.member.role == role && row.present)
                return &row.member;
    return nullptr;
}

namespace {

Result<Stored<Meeting>> needDraftMeeting(Reader& reader, MeetingId id)
{
    TD_TRY(auto meeting, need<Meeting>(reader, id));
    TD_CHECK(checkStep(meeting.data.state, MeetingEvent::Edit, meeting.data.heldOn.vn()));
    return meeting;
}

struct Counts {
    int members = 0;
    int present = 0;
};

Counts countsOf(Reader& reader, MeetingId id)
{
    Counts counts;
    for (const auto& row : repo::attendance(reader, id)) {
        ++counts.members;
        counts.present += row.data.present ? 1 : 0;
    }
    return counts;
}

rules::VoteAnswer voteOn(const rules::Catalogue& catalogue, Date on, const std::string& honour, const Counts& counts, int inFavour)
{
    rules::VoteCase asked;
    asked.on = on;
    asked.honour = honour;
    asked.members = counts.members;
    asked.present = counts.present;
    asked.inFavour = inFavour;
    return rules::vote(catalogue, asked);
}

std::string ratioText(int inFavour, int members)
{
    if (members == 0)
        return {};
    return std::to_string(inFavour) + "/" + std::to_string(members) + " = " + percentText({inFavour, members}, 2);
}

/// Builds MeetingDetail from the file.
struct DetailMaker {
    Reader& reader;
    const rules::Catalogue& catalogue;
    MeetingDetail detail;
    std::set<PersonId> presentPeople{};

    void readAttendance()
    {
        std::map<CouncilMemberId, Attendance> rows;
        for (const auto& row : repo::attendance(reader, detail.id))
            rows.emplace(row.data.member, row.data);
        for (const auto& member : detail.council.members) {
            const auto found = rows.find(member.id);
            if (found == rows.end())
                continue;
            detail.attendance.push_back({member, found->second.present, found->second.reason});
            ++detail.members;
            detail.present += found->second.present ? 1 : 0;
            if (found->second.present)
                presentPeople.insert(member.member.person);
        }
        const auto law = rules::councilLawOn(catalogue, detail.meeting.heldOn);
        detail.quorum = law.presentNeeded(detail.members);
        detail.quorumShare = rules::shareText(law.quorum).vi;
    }

    TallyRow rowOf(const Stored<Nomination>& nomination, const std::map<NominationId, Tally>& tallies) const
    {
        TallyRow row{nomination.id, nomination.data.name, nomination.data.post, nomination.data.honour,
                     honourName(catalogue, nomination.data.honour).value_or(nomination.data.honour), {}, false, std::nullopt, 0, false, {}};
        if (nomination.data.verdict)
            row.verdict = toCode(*nomination.data.verdict);
        row.ownLine = nomination.data.subject.person && presentPeople.contains(*nomination.data.subject.person);
        const Counts counts{detail.members, detail.present};
        const auto found = tallies.find(nomination.id);
        const int inFavour = found == tallies.end() ? 0 : found->second.inFavour;
        const auto answer = voteOn(catalogue, detail.meeting.heldOn, nomination.data.honour, counts, inFavour);
        row.needed = rules::votesNeeded(answer.threshold, detail.members);
        if (found != tallies.end()) {
            row.tally = found->second;
            row.passes = found->second.passed.value_or(answer.passed);
            row.ratioText = ratioText(inFavour, detail.members);
        }
        return row;
    }

    void readTallies()
    {
        std::map<NominationId, Tally> tallies;
        for (const auto& row : repo::tallies(reader, detail.id))
            tallies.emplace(row.data.nomination, row.data);
        const bool closed = detail.meeting.state == MeetingState::Closed;
        std::map<std::string, std::set<PersonId>> passed;
        auto nominations = repo::nominations(reader, detail.meeting.year);
        std::ranges::sort(nominations, {}, [this](const auto& row) { return listPlace(catalogue, row.data.subject, row.data.honour, row.data.name); });
        for (const auto& nomination : nominations) {
            // A closed meeting shows what it counted; an open one everything that still waits for a vote.
            const bool here = tallies.contains(nomination.id);
            const bool open = may(nomination.data.state, NominationEvent::Vote);
            if (!here && (closed || !open || detail.council.council.kind != CouncilKind::Emulation))
                continue;
            detail.tallies.push_back(rowOf(nomination, tallies));
            if (detail.tallies.back().passes && nomination.data.subject.person)
                passed[nomination.data.honour].insert(*nomination.data.subject.person);
        }
        detail.quotas = quotasOf(catalogue, detail.meeting.heldOn, passed, managersOf(reader, detail.meeting.year));
        describeThreshold();
    }

    void describeThreshold()
    {
        if (detail.tallies.empty())
            return;
        const auto answer = voteOn(catalogue, detail.meeting.heldOn, detail.tallies.front().honour, {detail.members, detail.present}, 0);
        detail.thresholdText = text::message(answer.threshold.strict ? "meeting.threshold-strict" : "meeting.threshold",
                                             {std::to_string(detail.tallies.front().needed), rules::shareText(answer.threshold.share).vi,
                                              std::to_string(detail.members)});
        detail.thresholdCitation = answer.citation.brief;
    }
};

Result<MeetingDetail> detailOf(Reader& reader, const rules::Catalogue& catalogue, MeetingId id)
{
    TD_TRY(const auto meeting, need<Meeting>(reader, id));
    TD_TRY(const auto council, need<Council>(reader, meeting.data.council));
    DetailMaker maker{reader, catalogue, {meeting.id, meeting.version, meeting.data, councilRow(reader, council), {}, {}, 0, 0, 0, {}, {}, {}, {}}};
    maker.readAttendance();
    maker.readTallies();
    return std::move(maker.detail);
}

}

Result<std::vector<Stored<Meeting>>> CouncilService::meetings(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Stored<Meeting>>> { return repo::meetings(reader, year); });
}

Result<MeetingDetail> CouncilService::meeting(MeetingId id)
{
    return readFrom(m_file, [&](Reader& reader) { return detailOf(reader, m_file.rules(), id); });
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
        if (auto issues = validate(meeting); !issues.empty())
            return fail(std::move(issues));
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
        if (auto issues = validate(meeting); !issues.empty())
            return fail(std::move(issues));
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
        std::map<CouncilMemberId, Attendance> given;
        for (const auto& row : attendance)
            given.emplace(row.member, row);
        for (const auto& row : repo::attendance(tx, id)) {
            const auto found = given.find(row.data.member);
            if (found == given.end())
                continue;
            auto changed = row.data;
            changed.present = found->second.present;
            changed.reason = changed.present ? std::string() : found->second.reason;
            tx.update(row.id, changed);
        }
        return Done{};
    });
}

Written<Done> CouncilService::recordTallies(MeetingId id, const std::vector<Tally>& tallies)
{
    return writeTo<Done>(m_file, Op::RecordTallies, [&](Tx& tx) -> Result<Done> {
        TD_CHECK(needDraftMeeting(tx, id));
        const auto counts = countsOf(tx, id);
        std::vector<FieldIssue> issues;
        for (std::size_t i = 0; i < tallies.size(); ++i)
            for (auto issue : validateTally(tallies[i], counts.present, counts.members)) {
                issue.field = std::to_string(i) + "." + issue.field;
                issues.push_back(std::move(issue));
            }
        if (!issues.empty())
            return fail(std::move(issues));
        std::map<NominationId, Stored<Tally>> existing;
        for (auto& row : repo::tallies(tx, id))
            existing.emplace(row.data.nomination, row);
        std::vector<std::string> names;
        for (auto tally : tallies) {
            TD_TRY(const auto nomination, need<Nomination>(tx, tally.nomination));
            names.push_back(nomination.data.name);
            tally.meeting = id;
            tally.passed.reset();
            tally.thresholdText.clear();
            if (const auto found = existing.find(tally.nomination); found != existing.end())
                tx.update(found->second.id, tally);
            else
                tx.insert(tally);
        }
        tx.setLabel({names.size() == 1 ? names.front() : std::to_string(names.size()) + " người"});
        return Done{};
    });
}

namespace {

/// What stops a meeting from being closed, as field issues of CloseMeeting.
std::vector<FieldIssue> closingIssues(const MeetingDetail& detail, const CloseMeeting& command, const std::map<NominationId, Nomination>& nominations)
{
    std::vector<FieldIssue> issues;
    if (detail.present < detail.quorum)
        issues.push_back({"attendance", "meeting.no-quorum", {std::to_string(detail.present), std::to_string(detail.members), std::to_string(detail.quorum)}});
    const bool counting = std::ranges::any_of(detail.tallies, [](const auto& row) { return row.tally.has_value(); });
    for (const auto& row : detail.tallies) {
        if (counting && !row.tally)
            issues.push_back({"tallies", "meeting.not-counted", {row.name, row.honourName}});
        if (row.passes && row.verdict != "eligible" && nominations.at(row.nomination).overrideReason.empty())
            issues.push_back({"tallies", "meeting.against-verdict", {row.name, row.honourName}});
    }
    for (const auto& quota : detail.quotas)
        if (!quota.within && normalised(command.overQuotaReason).empty())
            issues.push_back({"overQuotaReason", "meeting.over-quota", {quota.title, std::to_string(quota.count), std::to_string(quota.allowed), quota.basis, quota.citation}});
    return issues;
}

}

Written<Done> CouncilService::closeMeeting(MeetingId id, const CloseMeeting& command)
{
    return writeTo<Done>(m_file, Op::CloseMeeting, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto meeting, needDraftMeeting(tx, id));
        TD_TRY(const auto detail, detailOf(tx, m_file.rules(), id));
        std::map<NominationId, Nomination> nominations;
        for (const auto& row : repo::nominations(tx, meeting.data.year))
            nominations.emplace(row.id, row.data);
        if (auto issues = closingIssues(detail, command, nominations); !issues.empty())
            return fail(std::move(issues));
        for (const auto& row : repo::tallies(tx, id)) {
            const auto line = std::ranges::find(detail.tallies, row.data.nomination, &TallyRow::nomination);
            auto tally = row.data;
            tally.passed = line->passes;
            tally.thresholdText = text::message("meeting.threshold-kept", {std::to_string(line->needed), std::to_string(detail.members), detail.thresholdCitation});
            tx.update(row.id, tally);
            auto nomination = nominations.at(row.data.nomination);
            nomination.state = line->passes ? NominationState::Passed : NominationState::NotPassed;
            tx.update(row.data.nomination, nomination);
        }
        meeting.data.ends = normalised(command.ends).empty() ? meeting.data.ends : normalised(command.ends);
        meeting.data.conclusions = tidyLines(command.conclusions);
        if (!normalised(command.overQuotaReason).empty())
            meeting.data.conclusions = tidyLines(meeting.data.conclusions + "\n" + text::message("meeting.over-quota-note", {normalised(command.overQuotaReason)}));
        if (auto issues = validate(meeting.data); !issues.empty())
            return fail(std::move(issues));
        const auto symbol = minutesSymbol(detail.council.council.kind);
        const IssuePaper paper{repo::highestNumber(tx, symbol, meeting.data.heldOn.year()) + 1, {}, meeting.data.heldOn};
        const auto* chair = presiding(detail);
        TD_CHECK(issuePaper(m_file, tx, meeting, MeetingState::Closed, symbol, paper, {chair ? chair->name : std::string(), {}}));
        tx.setLabel({meeting.data.title});
        return Done{};
    });
}

}

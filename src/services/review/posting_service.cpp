// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/review/posting_service.h"

#include "documents/compose.h"
#include "services/core/steps.h"
#include "services/review/council_rows.h"
#include "services/review/posting_rows.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

struct PostedResults {
    Stored<Posting> posting;
    Stored<Meeting> meeting;
};

Result<PostedResults> needPosted(Reader& reader, PostingId id)
{
    TD_TRY(auto posting, need<Posting>(reader, id));
    TD_TRY(auto meeting, need<Meeting>(reader, posting.data.meeting));
    return PostedResults{std::move(posting), std::move(meeting)};
}

std::vector<FieldIssue> postingIssues(const Posting& posting, const Meeting& meeting)
{
    std::vector<FieldIssue> issues;
    require(issues, posting.place, "place", "posting.place-missing");
    if (posting.postedOn < meeting.heldOn)
        issues.push_back({"postedOn", "posting.before-meeting", {posting.postedOn.vn(), meeting.heldOn.vn()}});
    if (posting.until < posting.postedOn)
        issues.push_back({"until", "posting.ends-early", {posting.until.vn(), posting.postedOn.vn()}});
    return issues;
}

bool isOnList(const MeetingDetail& detail, const BallotLine& line)
{
    return std::ranges::any_of(detail.tallies, [&line](const auto& row) { return row.tally && row.line == line; });
}

std::vector<FieldIssue> objectionIssues(const Objection& objection, const Posting& posting, const MeetingDetail& detail, Date today)
{
    std::vector<FieldIssue> issues;
    require(issues, objection.fromWhom, "fromWhom", "objection.from-missing");
    require(issues, objection.content, "content", "objection.content-missing");
    if (objection.receivedOn < posting.postedOn)
        issues.push_back({"receivedOn", "objection.before-posting", {objection.receivedOn.vn(), posting.postedOn.vn()}});
    else if (objection.receivedOn > today)
        issues.push_back({"receivedOn", "objection.future", {objection.receivedOn.vn(), today.vn()}});
    if (objection.line != BallotLine{} && !isOnList(detail, objection.line))
        issues.push_back({"line", "objection.not-in-list", {}});
    return issues;
}

Result<void> needUnanswered(const Objection& objection)
{
    if (objection.answeredOn)
        return fail(ErrorCode::WrongState, "objection.answered", {objection.answeredOn->vn()});
    return {};
}

std::string lineText(const MeetingDetail& detail, const BallotLine& line)
{
    const auto row = std::ranges::find(detail.tallies, line, &TallyRow::line);
    if (line == BallotLine{} || row == detail.tallies.end())
        return {};
    return row->name + " – " + row->honourName;
}

}

int PostingRow::unanswered() const
{
    return static_cast<int>(std::ranges::count_if(objections, [](const auto& row) { return !row.objection.answeredOn.has_value(); }));
}

bool PostingRow::waits(Date today) const
{
    return unanswered() > 0 || (posting.state == PostingState::Open && today > posting.until);
}

std::optional<PostingRow> postingRow(Reader& reader, MeetingId id)
{
    const auto stored = repo::postingOf(reader, id);
    if (!stored)
        return std::nullopt;
    PostingRow row{stored->id, stored->version, stored->data};
    for (const auto& one : repo::objections(reader, stored->id))
        row.objections.push_back({one.id, one.version, one.data, {}, isLate(one.data, stored->data)});
    for (const auto& one : repo::listChanges(reader, stored->id))
        row.changes.push_back({one.id, one.data, {}, {}});
    return row;
}

std::string postingSentence(const PostingRow& row)
{
    const auto& posting = row.posting;
    std::string words = text::message("posting.shown", {posting.place, documents::shortDate(posting.postedOn), documents::shortDate(posting.until)});
    const int all = static_cast<int>(row.objections.size());
    if (all == 0)
        words += "; " + text::message("posting.no-objection");
    else
        words += "; " + text::message(row.unanswered() > 0 ? "posting.objections-open" : "posting.objections",
                                      {twoFigures(all), twoFigures(row.unanswered())});
    if (posting.state == PostingState::Confirmed)
        words += "; " + text::message("posting.kept", {documents::shortDate(*posting.concludedOn)});
    if (posting.state == PostingState::Changed)
        words += "; " + text::message("posting.altered", {documents::shortDate(*posting.concludedOn), posting.reason});
    return words + (words.ends_with('.') ? "" : ".");
}

Result<std::optional<PostingRow>> PostingService::posting(MeetingId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::optional<PostingRow>> {
        auto row = postingRow(reader, id);
        if (!row || (row->objections.empty() && row->changes.empty()))
            return row;
        TD_TRY(const auto detail, meetingDetail(reader, m_file.rules(), id));
        for (auto& one : row->objections)
            one.lineText = lineText(detail, one.objection.line);
        for (auto& one : row->changes) {
            one.lineText = lineText(detail, one.change.line);
            one.said = changeSentence(one.lineText, one.change);
        }
        return row;
    });
}

Written<PostingId> PostingService::post(MeetingId id, const Posting& given)
{
    return writeTo<PostingId>(m_file, Op::PostResults, [&](Tx& tx) -> Result<PostingId> {
        TD_TRY(const auto meeting, need<Meeting>(tx, id));
        TD_CHECK(checkStep(meeting.data.state, MeetingEvent::Post, meeting.data.heldOn.vn()));
        if (repo::tallies(tx, id).empty())
            return fail(ErrorCode::WrongState, "posting.no-results", {meeting.data.heldOn.vn()});
        if (repo::postingOf(tx, id))
            return fail(ErrorCode::WrongState, "posting.there", {meeting.data.heldOn.vn()});
        Posting posting{id, given.postedOn, given.until, given.place, PostingState::Open, std::nullopt, {}};
        if (auto issues = postingIssues(posting, meeting.data); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({meeting.data.heldOn.vn()});
        return tx.insert(posting);
    });
}

Written<Done> PostingService::edit(PostingId id, const Posting& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditPosting, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto there, needPosted(tx, id));
        if (there.posting.data.state != PostingState::Open)
            return fail(ErrorCode::WrongState, "posting.concluded", {there.posting.data.concludedOn->vn()});
        auto posting = there.posting.data;
        posting.postedOn = given.postedOn;
        posting.until = given.until;
        posting.place = given.place;
        auto issues = postingIssues(posting, there.meeting.data);
        for (const auto& objection : repo::objections(tx, id))
            if (objection.data.receivedOn < posting.postedOn)
                issues.push_back({"postedOn", "objection.before-posting", {objection.data.receivedOn.vn(), posting.postedOn.vn()}});
        if (!issues.empty())
            return fail(std::move(issues));
        tx.setLabel({there.meeting.data.heldOn.vn()});
        tx.update(id, posting, version);
        return Done{};
    });
}

Written<Done> PostingService::remove(PostingId id)
{
    return writeTo<Done>(m_file, Op::RemovePosting, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto there, needPosted(tx, id));
        if (!repo::listChanges(tx, id).empty())
            return fail(ErrorCode::WrongState, "posting.has-changes");
        if (!repo::objections(tx, id).empty())
            return fail(ErrorCode::WrongState, "posting.has-objections");
        tx.setLabel({there.meeting.data.heldOn.vn()});
        tx.remove<Posting>(id);
        return Done{};
    });
}

Written<ObjectionId> PostingService::recordObjection(PostingId id, const Objection& given)
{
    return writeTo<ObjectionId>(m_file, Op::RecordObjection, [&](Tx& tx) -> Result<ObjectionId> {
        TD_TRY(const auto there, needPosted(tx, id));
        TD_TRY(const auto detail, meetingDetail(tx, m_file.rules(), there.meeting.id));
        Objection objection{id, given.receivedOn, given.fromWhom, given.line, given.content, std::nullopt, {}};
        if (auto issues = objectionIssues(objection, there.posting.data, detail, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({normalised(objection.fromWhom)});
        return tx.insert(objection);
    });
}

Written<Done> PostingService::editObjection(ObjectionId id, const Objection& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditObjection, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<Objection>(tx, id));
        TD_CHECK(needUnanswered(before.data));
        TD_TRY(const auto there, needPosted(tx, before.data.posting));
        TD_TRY(const auto detail, meetingDetail(tx, m_file.rules(), there.meeting.id));
        Objection objection{before.data.posting, given.receivedOn, given.fromWhom, given.line, given.content, std::nullopt, {}};
        if (auto issues = objectionIssues(objection, there.posting.data, detail, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({normalised(objection.fromWhom)});
        tx.update(id, objection, version);
        return Done{};
    });
}

Written<Done> PostingService::removeObjection(ObjectionId id)
{
    return writeTo<Done>(m_file, Op::RemoveObjection, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<Objection>(tx, id));
        TD_CHECK(needUnanswered(before.data));
        tx.setLabel({before.data.fromWhom});
        tx.remove<Objection>(id);
        return Done{};
    });
}

Written<Done> PostingService::answer(ObjectionId id, std::optional<Date> on, const std::string& text)
{
    return writeTo<Done>(m_file, Op::AnswerObjection, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto objection, need<Objection>(tx, id));
        const bool takenBack = !on && tidyLines(text).empty();
        std::vector<FieldIssue> issues;
        if (!takenBack) {
            if (!on)
                issues.push_back({"answeredOn", "objection.answer-day-missing", {}});
            else if (*on < objection.data.receivedOn)
                issues.push_back({"answeredOn", "objection.answer-early", {on->vn(), objection.data.receivedOn.vn()}});
            else if (*on > m_file.clock().today())
                issues.push_back({"answeredOn", "objection.future", {on->vn(), m_file.clock().today().vn()}});
            require(issues, text, "answer", "objection.answer-missing");
        }
        if (!issues.empty())
            return fail(std::move(issues));
        objection.data.answeredOn = on;
        objection.data.answer = text;
        tx.setLabel({objection.data.fromWhom});
        tx.update(id, objection.data);
        return Done{};
    });
}

Written<Done> PostingService::conclude(PostingId id, const ConcludePosting& command)
{
    return writeTo<Done>(m_file, Op::ConcludePosting, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto there, needPosted(tx, id));
        auto& posting = there.posting.data;
        const Date today = m_file.clock().today();
        std::vector<FieldIssue> issues;
        if (command.on <= posting.until)
            issues.push_back({"on", "posting.still-posted", {posting.until.vn()}});
        else if (command.on > today)
            issues.push_back({"on", "posting.concluded-later", {command.on.vn(), today.vn()}});
        for (const auto& objection : repo::objections(tx, id))
            if (!objection.data.answeredOn)
                issues.push_back({"objections", "posting.unanswered", {objection.data.fromWhom}});
        std::vector<std::string> said;
        if (const auto changes = repo::listChanges(tx, id); !changes.empty()) {
            TD_TRY(const auto detail, meetingDetail(tx, m_file.rules(), there.meeting.id));
            for (const auto& one : changes)
                said.push_back(changeSentence(lineText(detail, one.data.line), one.data));
            if (!command.changed)
                issues.push_back({"result", "posting.was-changed", {said.front()}});
        }
        if (command.changed && said.empty())
            require(issues, command.reason, "reason", "posting.reason-missing");
        if (!issues.empty())
            return fail(std::move(issues));
        posting.state = command.changed ? PostingState::Changed : PostingState::Confirmed;
        posting.concludedOn = command.on;
        posting.reason = tidyLines(command.reason).empty() ? join(said, "\n") : command.reason;
        tx.setLabel({there.meeting.data.heldOn.vn()});
        tx.update(id, posting);
        return Done{};
    });
}

}

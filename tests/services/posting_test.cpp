// SPDX-License-Identifier: GPL-3.0-or-later
// The results of a meeting in public: where and how long, what was objected and answered, and what came of the list.
#include "documents/compose.h"
#include "documents/document.h"
#include "domain/nomination.h"
#include "services/award/submission_service.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"
#include "services/review/council_service.h"
#include "services/review/posting_service.h"
#include "services/sample_school.h"
#include "text/messages.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

bool sentenceHas(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// The sample's own year after its meeting of 27/05/2022 is closed.
struct Posted : SampleOn {
    Posted() : SampleOn(Date(2022, 5, 27))
    {
        const auto all = councils.meetings(year).value();
        for (const auto& row : all)
            if (row.data.state == MeetingState::Closed && !councils.meeting(row.id).value().tallies.empty()) {
                meeting = row.id;
                heldOn = row.data.heldOn;
                break;
            }
        REQUIRE(meeting.value() > 0);
        clock.set(heldOn);
        draft.postedOn = heldOn;
        draft.until = heldOn.plusDays(4);
        draft.place = "Bảng tin của trường";
    }
    Objection objection(Date on)
    {
        Objection row;
        row.receivedOn = on;
        row.fromWhom = "Phan Văn Bình";
        row.content = "Đề nghị xem lại số ngày nghỉ";
        return row;
    }
    PostingRow now() { return *service.posting(meeting).value(); }
    std::vector<std::string> keys(const auto& written)
    {
        std::vector<std::string> keys;
        REQUIRE_FALSE(written);
        for (const auto& issue : written.error().issues)
            keys.push_back(issue.key);
        return keys;
    }

    CouncilService councils{*file};
    PostingService service{*file};
    MeetingId meeting{0};
    Date heldOn{2022, 5, 27};
    Posting draft;
};

}

TEST_CASE_METHOD(Posted, "results are posted from a day to a day at a place, once, and only those of a closed meeting")
{
    CHECK_FALSE(service.posting(meeting).value());
    auto wrong = draft;
    wrong.place = " ";
    wrong.postedOn = heldOn.plusDays(-1);
    wrong.until = heldOn.plusDays(-2);
    CHECK(keys(service.post(meeting, wrong)) == std::vector<std::string>{"posting.place-missing", "posting.before-meeting", "posting.ends-early"});
    const auto id = service.post(meeting, draft).value().value;
    CHECK(service.post(meeting, draft).error().key == "posting.there");
    draft.until = heldOn.plusDays(6);
    REQUIRE(service.edit(id, draft, now().version));
    CHECK(now().posting.until == heldOn.plusDays(6));
    CHECK(sentenceHas(postingSentence(now()), "Kết quả xét được niêm yết công khai tại Bảng tin của trường từ ngày " + documents::shortDate(heldOn)));
    REQUIRE(service.remove(id));
    CHECK_FALSE(service.posting(meeting).value());
}

TEST_CASE_METHOD(Posted, "an objection has its day, is answered after it came, and one that came late is marked")
{
    const auto id = service.post(meeting, draft).value().value;
    clock.set(heldOn.plusDays(10));
    auto empty = objection(heldOn.plusDays(-1));
    empty.fromWhom = empty.content = "";
    CHECK(keys(service.recordObjection(id, empty)) == std::vector<std::string>{"objection.from-missing", "objection.content-missing", "objection.before-posting"});
    CHECK(keys(service.recordObjection(id, objection(heldOn.plusDays(11)))) == std::vector<std::string>{"objection.future"});
    auto foreign = objection(heldOn.plusDays(1));
    foreign.line = BallotLine::of(NominationId(99999));
    CHECK(keys(service.recordObjection(id, foreign)) == std::vector<std::string>{"objection.not-in-list"});
    auto about = objection(heldOn.plusDays(1));
    about.line = councils.meeting(meeting).value().tallies.front().line;
    const auto first = service.recordObjection(id, about).value().value;
    const auto late = service.recordObjection(id, objection(heldOn.plusDays(5))).value().value;
    REQUIRE(now().objections.size() == 2);
    CHECK_FALSE(now().objections.front().lineText.empty());
    CHECK_FALSE(now().objections.front().late);
    CHECK(now().objections.back().late);
    CHECK(service.remove(id).error().key == "posting.has-objections");
    CHECK(keys(service.answer(first, heldOn, "Đã xem lại")) == std::vector<std::string>{"objection.answer-early"});
    CHECK(keys(service.answer(first, std::nullopt, "Đã xem lại")) == std::vector<std::string>{"objection.answer-day-missing"});
    CHECK(keys(service.answer(first, heldOn.plusDays(2), " ")) == std::vector<std::string>{"objection.answer-missing"});
    CHECK(keys(service.answer(first, heldOn.plusDays(11), "Đã xem lại")) == std::vector<std::string>{"objection.future"});
    REQUIRE(service.answer(first, heldOn.plusDays(2), "Số ngày nghỉ đúng như sổ chấm công"));
    CHECK(service.editObjection(first, about, now().objections.front().version).error().key == "objection.answered");
    CHECK(service.removeObjection(first).error().key == "objection.answered");
    CHECK(now().unanswered() == 1);
    REQUIRE(service.removeObjection(late));
    REQUIRE(service.answer(first, std::nullopt, ""));
    about.content = "Đề nghị xem lại tiết dạy";
    REQUIRE(service.editObjection(first, about, now().objections.front().version));
    CHECK(now().objections.front().objection.content == "Đề nghị xem lại tiết dạy");
}

TEST_CASE_METHOD(Posted, "the list is confirmed or changed once the days are over and everything is answered")
{
    const auto id = service.post(meeting, draft).value().value;
    const Date after = heldOn.plusDays(5);
    clock.set(after);
    CHECK(now().waits(after));
    CHECK_FALSE(now().waits(draft.until));
    const auto one = service.recordObjection(id, objection(heldOn.plusDays(1))).value().value;
    CHECK(now().waits(draft.until));
    CHECK(keys(service.conclude(id, {draft.until, true, ""})) == std::vector<std::string>{"posting.still-posted", "posting.unanswered", "posting.reason-missing"});
    CHECK(keys(service.conclude(id, {after.plusDays(1), false, ""})) == std::vector<std::string>{"posting.concluded-later", "posting.unanswered"});
    REQUIRE(service.answer(one, heldOn.plusDays(2), "Giữ nguyên kết quả"));
    REQUIRE(service.conclude(id, {after, false, ""}));
    CHECK(now().posting.state == PostingState::Confirmed);
    CHECK_FALSE(now().waits(after));
    CHECK(sentenceHas(postingSentence(now()), "01 ý kiến, đã trả lời đủ; ngày " + documents::shortDate(after) + " chốt danh sách, giữ nguyên kết quả."));
    CHECK(service.edit(id, draft, now().version).error().key == "posting.concluded");
    REQUIRE(file->undo());
    REQUIRE(service.conclude(id, {after, true, "Rút tên một người do kê khai sai"}));
    CHECK(sentenceHas(postingSentence(now()), "danh sách thay đổi: Rút tên một người do kê khai sai."));
}

TEST_CASE_METHOD(Posted, "an objection that is upheld changes the list in one step, with the reason, until it is submitted")
{
    const auto id = service.post(meeting, draft).value().value;
    clock.set(heldOn.plusDays(5));
    const auto tallies = councils.meeting(meeting).value().tallies;
    const auto passed = std::ranges::find_if(tallies, [](const auto& row) { return row.passes && row.line.nomination && !row.collective; });
    REQUIRE(passed != tallies.end());
    const auto state = [&](const BallotLine& line) { return file->data().reader().find<Nomination>(*line.nomination)->data.state; };
    auto about = objection(heldOn.plusDays(1));
    about.line = passed->line;
    const auto raised = service.recordObjection(id, about).value().value;
    SubmissionService submissions(*file);
    const auto drafted = submissions.draftSubmission(meeting).value().value;
    const auto listed = [&] {
        const auto lines = submissions.submission(drafted).value().lines;
        return std::ranges::count_if(lines, [&](const auto& row) { return row.line.nomination == *passed->line.nomination; });
    };
    CHECK(listed() == 1);

    ListChange change{PostingId(0), raised, passed->line, ListOutcome::Withdrawn, heldOn, " "};
    CHECK(keys(service.changeLine(id, change)) == std::vector<std::string>{"posting.reason-missing", "objection.answer-early"});
    change.reason = "Nghỉ quá số ngày quy định.";
    change.on = heldOn.plusDays(6);
    CHECK(keys(service.changeLine(id, change)) == std::vector<std::string>{"objection.future"});
    change.on = heldOn.plusDays(4);
    auto foreign = change;
    foreign.line = BallotLine::of(NominationId(99999));
    CHECK(keys(service.changeLine(id, foreign)) == std::vector<std::string>{"objection.not-in-list"});
    REQUIRE(service.changeLine(id, change));
    CHECK(state(passed->line) == NominationState::Withdrawn);
    CHECK(listed() == 0);
    auto row = now();
    CHECK(row.unanswered() == 0);
    REQUIRE(row.changes.size() == 1);
    CHECK(sentenceHas(row.changes.front().said, passed->name));
    CHECK(sentenceHas(row.changes.front().said, "Rút khỏi danh sách; lý do: Nghỉ quá số ngày quy định"));
    CHECK(sentenceHas(row.objections.front().objection.answer, "Ý kiến đúng"));
    CHECK(service.changeLine(id, change).error().key == "list-change.not-free");
    CHECK(service.remove(id).error().key == "posting.has-changes");
    CHECK(keys(service.conclude(id, {heldOn.plusDays(5), false, {}})) == std::vector<std::string>{"posting.was-changed"});
    REQUIRE(service.conclude(id, {heldOn.plusDays(5), true, {}}));
    CHECK(sentenceHas(now().posting.reason, "Rút khỏi danh sách"));
    const auto printed = DocumentService(*file).build(PaperKind::FinalList, meeting.value(), year);
    REQUIRE(printed);
    const auto words = join(documents::textLines(*printed), "\n");
    CHECK(sentenceHas(words, "Rút khỏi danh sách"));
    CHECK(sentenceHas(words, "Nghỉ quá số ngày quy định"));
    CHECK(sentenceHas(words, "01 thay đổi sau công khai"));

    // All of it is turned back until something is issued.
    REQUIRE(file->undo());
    REQUIRE(file->undo());
    CHECK(state(passed->line) == NominationState::Passed);
    CHECK(listed() == 1);
    CHECK(now().unanswered() == 1);
    REQUIRE(submissions.issueSubmission(drafted, {71, "", heldOn.plusDays(5)}));
    CHECK(service.changeLine(id, change).error().key == "list-change.not-free");
}

TEST_CASE_METHOD(Posted, "a line that was voted down goes back to the council, not past it")
{
    const auto id = service.post(meeting, draft).value().value;
    clock.set(heldOn.plusDays(5));
    const auto tallies = councils.meeting(meeting).value().tallies;
    const auto passed = std::ranges::find_if(tallies, [](const auto& row) { return row.passes && row.line.nomination; });
    ListChange change{PostingId(0), std::nullopt, passed->line, ListOutcome::NotPassed, heldOn.plusDays(1), "Kiểm phiếu lại"};
    REQUIRE(service.changeLine(id, change));
    CHECK(keys(service.changeLine(id, change)) == std::vector<std::string>{"list-change.same"});
    change.outcome = ListOutcome::Again;
    REQUIRE(service.changeLine(id, change));
    CHECK(file->data().reader().find<Nomination>(*passed->line.nomination)->data.state == NominationState::Proposed);
}

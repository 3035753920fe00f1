// SPDX-License-Identifier: GPL-3.0-or-later
// The list as it stands once the results were shown in public, letters of commendation, what is printed before a council meets.
#include "base/hour.h"
#include "base/text_util.h"
#include "documents/builders/ballots.h"
#include "documents/builders/final_list.h"
#include "documents/builders/invitation.h"
#include "documents/builders/letter.h"
#include "domain/letter.h"
#include "domain/meeting.h"
#include "services/papers/paper_views.h"
#include "services/people/people_lookup.h"
#include "services/review/council_rows.h"
#include "services/review/council_service.h"
#include "services/review/posting_service.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

documents::FinalRow rowOf(const documents::Template& words, const TallyRow& line, const ListChange* change, int members)
{
    documents::FinalRow row{line.nameOnPaper, line.postOnPaper, twoFigures(line.tally->inFavour) + "/" + twoFigures(members),
                            words.text(line.passes ? "passed" : "not-passed"), {}, false, line.passes};
    if (change == nullptr)
        return row;
    row.result = text::label("list-outcome", toCode(change->outcome));
    row.note = words.text("note", {{"reason", change->reason}});
    row.out = true;
    return row;
}

}

Result<documents::Document> finalListPaper(const PaperSource& source, MeetingId id)
{
    TD_TRY(const auto posted, PostingService(source.file).posting(id));
    if (!posted)
        return fail(ErrorCode::NotFound, "paper.not-posted");
    TD_TRY(const auto detail, meetingDetail(source.reader, source.file.rules(), id));
    const auto& words = documents::shippedTemplate("final-list");
    documents::FinalListView view{source.councilIssuer(detail.council.council.kind), source.year.year, detail.meeting.title, posted->posting.concludedOn,
                                  postingSentence(*posted), {}, {}, {}, {}};
    for (const auto& line : detail.tallies) {
        if (!line.tally)
            continue;
        if (view.groups.empty() || view.groups.back().title != line.honourName)
            view.groups.push_back({line.honourName, {}});
        const ListChange* last = nullptr;
        for (const auto& one : posted->changes)
            if (one.change.line == line.line)
                last = &one.change;
        view.groups.back().rows.push_back(rowOf(words, line, last, detail.members));
    }
    for (const auto& one : posted->changes)
        view.changes.push_back(text::message("list-change.on-day", {documents::shortDate(one.change.on), one.said}));
    if (const auto* secretary = keepingMinutes(detail))
        view.secretary.name = secretary->plainName;
    if (const auto* chair = presiding(detail))
        view.chair.name = chair->plainName;
    return documents::finalList(view, words);
}

Result<documents::Document> letterPaper(const PaperSource& source, LetterId id)
{
    TD_TRY(const auto letter, need<Letter>(source.reader, id));
    documents::LetterView view{source.paper(PaperKind::Letter, letter.data), source.headOfSchool(), letter.data.name, letter.data.post, letter.data.title, linesOf(letter.data.body)};
    view.paper.recipients = linesOf(letter.data.recipients);
    return documents::letter(view);
}

// Before a council meets: the invitation, the ballots.

namespace {

using BallotLines = std::vector<const TallyRow*>;

std::optional<documents::MomentView> startOf(const Meeting& meeting)
{
    const auto hour = readHour(meeting.starts);
    return hour ? std::optional(documents::MomentView{hour->hour, hour->minute, meeting.heldOn}) : std::nullopt;
}

/// In the second round the ballots carry the lines that are voted on again, and what came to the meeting since.
bool isVotedOn(const MeetingDetail& detail, const TallyRow& row)
{
    return detail.round == 1 || row.earlier || !row.tally;
}

/// The lines of one honour on which the same members vote stand on one sheet. Whom a line leaves out gets no sheet of it: one line left
/// blank on a common sheet would tell whose it is.
std::vector<BallotLines> sheetsToPrint(const MeetingDetail& detail)
{
    std::vector<std::pair<std::size_t, BallotLines>> sheets; // with the place of the honour
    std::vector<std::string> honours;
    for (const auto& row : detail.tallies) {
        if (!isVotedOn(detail, row))
            continue;
        const auto known = std::ranges::find(honours, row.honourName) - honours.begin();
        if (known == std::ssize(honours))
            honours.push_back(row.honourName);
        const auto place = static_cast<std::size_t>(known);
        const auto same = std::ranges::find_if(sheets, [&](const auto& sheet) { return sheet.first == place && sheet.second.front()->voters.recused == row.voters.recused; });
        if (same == sheets.end())
            sheets.push_back({place, {&row}});
        else
            same->second.push_back(&row);
    }
    // By honour, what all vote on first.
    std::ranges::stable_sort(sheets, {}, [](const auto& sheet) { return std::pair(sheet.first, !sheet.second.front()->voters.recused.empty()); });
    std::vector<BallotLines> all;
    for (auto& sheet : sheets)
        all.push_back(std::move(sheet.second));
    return all;
}

}

Result<documents::Document> invitationPaper(const PaperSource& source, MeetingId id)
{
    TD_TRY(const auto detail, CouncilService(source.file).meeting(id));
    const auto& words = documents::shippedTemplate("invitation");
    documents::InvitationView view{source.paper(PaperKind::Invitation, PaperHead{}), source.headOfSchool(), detail.meeting.title, {}, startOf(detail.meeting),
                                   detail.meeting.place, {}, linesOf(detail.meeting.agenda)};
    view.paper.recipients = words.lines("recipients");
    const PeopleLookup people(source.reader, source.yearId);
    for (const auto& member : detail.council.members) {
        const auto one = people.view(SubjectRef::of(member.member.person));
        view.invited.push_back(join({(one.salutation.empty() ? std::string() : one.salutation + " ") + one.namedOnPaper(one.name), member.member.title}, ", "));
    }
    if (const auto* chair = presiding(detail))
        view.chair = chair->plainName;
    return documents::invitation(view, words);
}

Result<documents::Document> ballotsPaper(const PaperSource& source, MeetingId id)
{
    TD_TRY(const auto detail, CouncilService(source.file).meeting(id));
    if (detail.tallies.empty())
        return fail(ErrorCode::NotFound, "paper.no-ballots");
    const auto& words = documents::shippedTemplate("ballots");
    documents::Document all;
    for (const auto& lines : sheetsToPrint(detail)) {
        const auto& first = *lines.front();
        const auto& honour = first.honourName;
        documents::BallotsView view;
        view.issuer = source.councilIssuer(detail.council.council.kind);
        view.date = detail.meeting.heldOn;
        view.copies = std::max(1, first.voters.most());
        view.notToAll = !first.voters.recused.empty();
        if (first.line.initiative)
            view.subjects = documents::BallotsView::Subjects::Initiatives;
        else if (first.collective)
            view.subjects = documents::BallotsView::Subjects::Collectives;
        for (const auto* row : lines)
            view.candidates.push_back({row->nameOnPaper, row->postOnPaper});
        view.subject = words.text(view.subjects == documents::BallotsView::Subjects::Initiatives ? "subject-initiatives" : "subject",
                                  {{"honour", honour}, {"year", source.year.year.paper()}, {"round", std::int64_t{detail.round > 1 ? detail.round : 0}}});
        auto ballots = documents::ballots(view, words);
        if (all.parts.empty()) {
            all = std::move(ballots);
        } else {
            std::ranges::move(ballots.parts, std::back_inserter(all.parts));
            std::ranges::move(ballots.gaps, std::back_inserter(all.gaps));
        }
    }
    all.title = words.text("file", {{"subject", detail.meeting.title}});
    return all;
}

}

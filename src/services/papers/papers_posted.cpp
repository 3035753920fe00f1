// SPDX-License-Identifier: GPL-3.0-or-later
// The list as it stands once the results were shown in public, and letters of commendation.
#include "documents/builders/final_list.h"
#include "documents/builders/letter.h"
#include "domain/letter.h"
#include "domain/meeting.h"
#include "services/papers/paper_views.h"
#include "services/review/council_rows.h"
#include "services/review/posting_service.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

documents::FinalRow rowOf(const documents::Template& words, const TallyRow& line, const ListChange* change, int members)
{
    documents::FinalRow row{line.nameOnPaper, line.postOnPaper, twoFigures(line.tally->inFavour) + "/" + twoFigures(members),
                            words.text(line.passes ? "passed" : "not-passed"), {}, false};
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
        view.changes.push_back(text::message("list-change.on-day", {one.change.on.vn(), one.said}));
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

}

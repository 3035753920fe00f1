// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/minutes.h"

#include "base/text_util.h"
#include "documents/builders/vote_table.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

Fields countFields(const BallotCountView& count)
{
    return {{"ballot", count.subject}, {"issued", std::int64_t{count.issued}}, {"collected", std::int64_t{count.collected}},
            {"valid", std::int64_t{count.valid}}, {"invalid", std::int64_t{count.invalid}}};
}

const char* countText(BallotCountView::Of of)
{
    switch (of) {
    case BallotCountView::Of::Sheet: return "count-sheet";
    case BallotCountView::Of::Line: return "count-line";
    case BallotCountView::Of::Whole: break;
    }
    return "count";
}

std::string moment(const std::optional<MomentView>& view, Composer& composer, const char* field)
{
    if (!view)
        return composer.need(std::string(), field);
    return composer.word("moment", {{"hour", std::int64_t{view->hour}}, {"minute", std::int64_t{view->minute}}, {"date", view->date.words()}});
}

void addAttendance(const MinutesView& view, Composer& composer)
{
    const auto present = composer.need(view.presentMembers, "presentMembers");
    composer.labelled(composer.word("attendance.label"), withoutStop(composer.need(view.councilFounded, "councilFounded")) + ".");
    const Fields fields{{"present", figure(view.presentMembers.size())}, {"absent", figure(view.absentMembers.size())},
                        {"members", figure(view.presentMembers.size() + view.absentMembers.size())}, {"presentMembers", present},
                        {"absentMembers", view.absentMembers}};
    for (const auto& line : composer.words().lines("attendance", fields))
        composer.paragraph(line);
}

void addOpening(const MinutesView& view, Composer& composer)
{
    composer.labelled(composer.word("opened.label"), moment(view.opened, composer, "opened") + ".");
    composer.labelled(composer.word("venue.label"), withoutStop(composer.need(view.venue, "venue")) + ".");
    addAttendance(view, composer);
    composer.labelled(composer.word("chair.label"), withoutStop(composer.need(view.chair, "chair")) + ".");
    composer.labelled(composer.word("secretary.label"), withoutStop(composer.need(view.secretary, "secretary")) + ".");
    composer.paragraph(composer.word("content"), Level::Centred);
}

void addVote(const VoteView& vote, Composer& composer)
{
    if (!vote.tellers.empty())
        composer.paragraph(composer.word("committee", {{"count", figure(vote.tellers.size())}, {"committee", vote.tellers}}));
    addVoters(vote, composer);
    for (const auto& count : vote.counts)
        composer.paragraph(composer.word(countText(count.of), countFields(count)));
    addThresholds(vote, composer);
    composer.add(voteTable(vote, composer));
    if (vote.otherwise.empty())
        return;
    composer.paragraph(composer.word("otherwise"));
    for (const auto& line : vote.otherwise)
        composer.paragraph(line);
}

void addSections(const MinutesView& view, Composer& composer)
{
    int number = 0;
    const auto heading = [&](const std::string& text) { composer.paragraph(std::to_string(++number) + ". " + text, Level::Heading); };
    for (const auto& section : view.sections) {
        heading(section.heading);
        for (const auto& text : section.paragraphs)
            composer.paragraph(text);
    }
    if (view.vote) {
        heading(composer.word("vote"));
        addVote(*view.vote, composer);
    }
    heading(composer.word("conclusion"));
    for (const auto& text : composer.need(view.conclusions, "conclusions"))
        composer.paragraph(text);
}

}

Document minutes(const MinutesView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"subject", view.subject}}), view.paper.issuer);
    auto head = composer.numberedHead(view.paper);
    head.placeDate.reset();  // Mẫu 1.9 has no line of place and date
    composer.add(std::move(head));
    composer.add(TitleBlock{words.text("type"), {composer.need(view.subject, "subject")}, {}});
    addOpening(view, composer);
    addSections(view, composer);
    composer.paragraph(words.text("closing", {{"closed", moment(view.closed, composer, "closed")}}));
    auto secretary = view.secretarySigner;
    if (secretary.office.empty())
        secretary.office = words.lines("secretary-office");
    auto chair = view.paper.signer;
    if (chair.office.empty())
        chair.office = words.lines("chair-office");
    Signature signature;
    signature.signers = {composer.signer(secretary, "secretarySigner"), composer.signer(chair, "paper.signer")};
    signature.recipients = composer.recipientLines(view.paper.recipients);
    signature.place = RecipientsPlace::Below;
    composer.add(std::move(signature));
    return composer.finish();
}

}

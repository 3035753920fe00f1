// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/submission.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

constexpr int kLineColumns = 6;

Table appendixTable(const SubmissionAppendix& appendix, Composer& composer)
{
    const bool titles = appendix.kind == AppendixKind::Titles;
    const auto& words = composer.words();
    Table table;
    table.columns = {{9, Align::Centre}, {titles ? 42.0 : 43.0}, {titles ? 37.0 : 35.0}, {16, Align::Centre}, {16, Align::Centre},
                     {titles ? 45.0 : 46.0}};
    table.header = {headerRow(words.lines("header", {{"titles", std::int64_t{titles}}}))};
    std::size_t group = 0;
    for (const auto& part : appendix.groups) {
        table.rows.push_back(groupRow(roman(++group) + ". " + part.title, kLineColumns));
        std::int64_t number = 0;
        for (const auto& row : part.rows)
            table.rows.push_back({{{++number}, {composer.need(row.name, "appendix.name")}, orDash(row.position),
                                   {twoFigures(row.yes) + "/" + twoFigures(row.members)}, {voteShare(row.yes, row.members)},
                                   {row.detail}}});
    }
    if (!appendix.total.empty())
        table.rows.push_back(totalRow(words.text("total", {{"total", appendix.total}}), kLineColumns));
    return table;
}

void addAppendices(const SubmissionView& view, Composer& composer)
{
    const ReferenceView self{composer.word("kind"), view.paper.number, view.paper.date, view.paper.issuer.name};
    const bool several = view.appendices.size() > 1;
    for (std::size_t i = 0; i < view.appendices.size(); ++i) {
        const auto& appendix = view.appendices[i];
        composer.newPart();
        AppendixHead head{composer.word("appendix", {{"label", several ? roman(i + 1) : std::string()}}), {},
                          composer.attachedTo(composer.reference(self), self.issuedBy)};
        for (const auto& line : composer.need(appendix.title, "appendices.title"))
            head.title.push_back(upper(line));
        composer.add(std::move(head));
        composer.add(appendixTable(appendix, composer));
    }
}

void addRequests(const SubmissionView& view, Composer& composer)
{
    for (std::size_t i = 0; i < view.requests.size(); ++i) {
        const auto& request = view.requests[i];
        composer.paragraph((view.requests.size() > 1 ? std::to_string(i + 1) + ". " : std::string()) + request.heading, Level::Heading);
        const auto items = basis(request.items).lines;
        for (std::size_t item = 0; item < items.size(); ++item)
            composer.paragraph((items.size() > 1 ? itemLetter(item) + ") " : std::string()) + items[item], Level::Item);
        if (!request.remark.empty())
            composer.add(Paragraph{{{"(" + request.remark + ")", false, true}}});
    }
}

void addEnclosures(const SubmissionView& view, Composer& composer)
{
    const auto items = basis(composer.need(view.enclosures, "enclosures")).lines;
    composer.paragraph(composer.word("enclosed"));
    for (std::size_t i = 0; i < items.size(); ++i)
        composer.paragraph((items.size() > 1 ? itemLetter(i) + ") " : std::string()) + items[i], Level::Item);
}

}

Document submission(const SubmissionView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"subject", join(view.subject, " ")}}), view.paper.issuer);
    composer.add(composer.numberedHead(view.paper));
    composer.add(TitleBlock{words.text("type"), composer.need(view.subject, "subject"), {}});
    composer.add(Addressees{composer.need(view.addressees, "addressees")});
    composer.add(basis(composer.need(view.basis, "basis")));
    for (const auto& text : composer.need(view.opening, "opening"))
        composer.paragraph(text);
    addRequests(view, composer);
    for (const auto& remark : view.remarks)
        composer.paragraph(remark);
    addEnclosures(view, composer);
    composer.paragraph(withoutStop(composer.need(view.closing, "closing")) + "./.");
    composer.add(composer.signature(view.paper));
    addAppendices(view, composer);
    return composer.finish();
}

}

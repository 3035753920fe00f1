// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/final_list.h"

#include "documents/compose.h"

#include <algorithm>

namespace thidua::documents {

Document finalList(const FinalListView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"meeting", view.meeting}}), view.issuer);
    composer.newPart({Orientation::Landscape});
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", {{"meeting", view.meeting}, {"year", view.year.paper()}}), {}});
    if (!view.shown.empty())
        composer.paragraph(view.shown);
    Table table;
    table.columns = {{10, Align::Centre}, {52}, {54}, {22, Align::Centre}, {34, Align::Centre}, {80}};
    table.header = {headerRow(words.lines("header"))};
    std::size_t group = 0, stays = 0, failed = 0, out = 0;
    for (const auto& part : view.groups) {
        const auto passed = std::ranges::count_if(part.rows, [](const auto& row) { return row.passed && !row.out; });
        table.rows.push_back(groupRow(roman(++group) + ". " + words.text("group", {{"title", part.title}, {"count", std::int64_t{passed}}}), static_cast<int>(table.columns.size())));
        std::int64_t number = 0;
        for (const auto& row : part.rows) {
            table.rows.push_back({{{++number}, {composer.need(row.name, "name")}, orDash(row.position), orDash(row.votes),
                                   {row.result, 1, 1, row.out, std::nullopt}, {row.note}}});
            ++(row.out ? out : row.passed ? stays : failed);
        }
    }
    table.rows.push_back(totalRow(words.text("total", {{"count", figure(stays)}, {"failed", figure(failed)}, {"out", figure(out)}}), static_cast<int>(table.columns.size())));
    composer.add(std::move(table));
    if (!view.changes.empty())
        composer.paragraph(words.text("changes"), Level::Heading);
    for (const auto& text : view.changes)
        composer.paragraph("- " + withoutStop(text) + ".");
    auto secretary = view.secretary, chair = view.chair;
    secretary.office = words.lines("secretary-office");
    chair.office = words.lines("chair-office");
    composer.add(Signature{{composer.signer(secretary, "compiler"), composer.signer(chair, "compiler")}, composer.dateLine(view.issuer, view.date), {}});
    return composer.finish();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/plan.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/builders/target_table.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

constexpr int kWorkColumns = 5;

/// A heading alone in its section has no number: the section's title says what it is.
void addHeading(const PlanHeading& part, int& number, bool alone, Composer& composer)
{
    if (!part.heading.empty() && !alone)
        composer.paragraph(std::to_string(++number) + ". " + part.heading, Level::Heading);
    for (const auto& text : part.paragraphs)
        composer.paragraph(withoutStop(text) + ".");
    // Items of one list run on like the bases: “;” after each and “.” after the last.
    const auto items = basis(part.items).lines;
    for (std::size_t i = 0; i < items.size(); ++i)
        composer.paragraph((items.size() > 1 ? itemLetter(i) + ") " : std::string()) + items[i], Level::Item);
    if (!part.targets.empty())
        composer.add(targetTable(part.targets, composer));
}

}

Table targetTable(const std::vector<TargetGroup>& groups, Composer& composer)
{
    Table table;
    table.fontPt = 13;  // ke-hoach: tables inside the body keep its size
    table.columns = {{10, Align::Centre}, {88}, {26, Align::Centre}, {20, Align::Centre}, {21, Align::Centre}};
    table.header = {headerRow(composer.words().lines("targets.header"))};
    std::size_t group = 0;
    for (const auto& part : groups) {
        if (!part.title.empty())
            table.rows.push_back(groupRow(roman(++group) + ". " + part.title, kWorkColumns));
        std::int64_t number = 0;
        for (const auto& row : part.rows)
            table.rows.push_back({{{++number}, {composer.need(row.text, "targets.text")}, orDash(row.unit),
                                   {composer.need(row.target, "targets.target")},
                                   row.percent ? Cell{*row.percent} : orDash({})}});
    }
    return table;
}

Document plan(const PlanView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"subject", join(view.subject, " ")}}), view.paper.issuer);
    composer.add(composer.numberedHead(view.paper));
    composer.add(TitleBlock{words.text("type"), composer.need(view.subject, "subject"), {}});
    if (!view.basis.empty() || !view.basisMayLack)
        composer.add(basis(composer.need(view.basis, "basis")));
    composer.paragraph(composer.need(view.opening, "opening"));
    for (std::size_t i = 0; i < view.sections.size(); ++i) {
        composer.paragraph(roman(i + 1) + ". " + upper(view.sections[i].title), Level::Section);
        int number = 0;
        for (const auto& part : view.sections[i].headings)
            addHeading(part, number, view.sections[i].headings.size() == 1, composer);
    }
    composer.paragraph(withoutStop(composer.need(view.closing, "closing")) + "./.");
    composer.add(composer.signature(view.paper));
    return composer.finish();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/sectioned_plan.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/builders/target_table.h"
#include "documents/compose.h"

#include <algorithm>
#include <cctype>

namespace thidua::documents {
namespace {

/// "I.", "II.", "A." head a section; "1." a heading; "2.1." and "a)" stand at the start of a paragraph.
Level levelOf(const std::string& numbering)
{
    if (numbering.empty() || numbering.back() == ')')
        return Level::Item;
    const auto dots = static_cast<std::size_t>(std::count(numbering.begin(), numbering.end(), '.'));
    if (std::isupper(static_cast<unsigned char>(numbering.front())) != 0)
        return Level::Section;
    return dots <= 1 ? Level::Heading : Level::Item;
}

void addSection(const NumberedSection& section, const SectionedPlanView& view, Composer& composer)
{
    const auto level = levelOf(section.numbering);
    auto paragraphs = section.paragraphs;
    if (!section.heading.empty()) {
        const auto heading = section.numbering.empty() ? section.heading : section.numbering + " " + section.heading;
        composer.paragraph(level == Level::Section ? upper(heading) : heading, section.numbering.empty() ? Level::Heading : level);
    } else if (!section.numbering.empty() && !paragraphs.empty()) {
        paragraphs.front() = section.numbering + " " + paragraphs.front();
    }
    for (const auto& text : paragraphs)
        composer.paragraph(text);
    if (section.targetsHere && !view.targets.empty())
        composer.add(targetTable(view.targets, composer));
}

}

Document sectionedPlan(const SectionedPlanView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"subject", join(view.subject, " ")}}), view.paper.issuer);
    composer.add(composer.numberedHead(view.paper));
    composer.add(TitleBlock{words.text("type"), composer.need(view.subject, "subject"), {}});
    if (!view.basis.empty())
        composer.add(basis(view.basis));
    auto sections = view.sections;
    // The very end of an official paper is marked "./.".
    for (auto section = sections.rbegin(); section != sections.rend(); ++section)
        if (!section->paragraphs.empty()) {
            section->paragraphs.back() = withoutStop(section->paragraphs.back()) + "./.";
            break;
        }
    for (const auto& section : sections)
        addSection(section, view, composer);
    composer.add(composer.signature(view.paper));
    return composer.finish();
}

}

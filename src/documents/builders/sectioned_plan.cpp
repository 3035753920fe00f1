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

/// How deep a numbering stands: "A." above "I." above "1." above "1.1." above "a)"; what has none is deepest.
int depthOf(const std::string& numbering)
{
    if (numbering.empty())
        return 5;
    if (numbering.back() == ')')
        return 4;
    if (numbering.find_first_not_of("IVX.") == std::string::npos)
        return 1;
    if (std::isupper(static_cast<unsigned char>(numbering.front())) != 0)
        return 0;
    return std::count(numbering.begin(), numbering.end(), '.') > 1 ? 3 : 2;
}

/// A heading above others needs no words of its own; any other section does.
bool lacksWords(const SectionedPlanView& view, std::size_t at)
{
    const auto& section = view.sections[at];
    if (!section.paragraphs.empty() || (section.targetsHere && !view.targets.empty()) || (section.tasksHere && !view.tasks.empty()))
        return false;
    return at + 1 == view.sections.size() || depthOf(view.sections[at + 1].numbering) <= depthOf(section.numbering);
}

std::string nameOf(const NumberedSection& section, const Template& words)
{
    if (section.heading.empty())
        return words.text("section-unnamed", {{"number", section.numbering}});
    return words.text("section-named", {{"number", section.numbering}, {"title", section.heading}});
}

/// Who does what by when, at the size of the body.
Table taskTable(const std::vector<TaskRow>& tasks, const Template& words)
{
    Table table;
    table.fontPt = 13;
    table.columns = {{10, Align::Centre}, {74}, {32}, {26, Align::Centre}, {23, Align::Centre}};
    table.header = {headerRow(words.lines("tasks.header"))};
    std::int64_t number = 0;
    for (const auto& task : tasks)
        table.rows.push_back({{{++number}, {task.text}, orDash(task.doer), orDash(task.deadline), {task.remark}}});
    return table;
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
    if (section.tasksHere && !view.tasks.empty())
        composer.add(taskTable(view.tasks, composer.words()));
}

}

Document sectionedPlan(const SectionedPlanView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"subject", join(view.subject, " ")}}), view.paper.issuer);
    composer.add(composer.numberedHead(view.paper));
    composer.add(TitleBlock{words.text("type"), composer.need(view.subject, "subject"), {}});
    composer.add(basis(composer.need(view.basis, "basis")));
    auto sections = view.sections;
    if (sections.empty())
        sections.push_back({{}, {}, {composer.missing("sections.0", words.label("opening"))}});
    for (std::size_t i = 0; i < view.sections.size(); ++i)
        if (lacksWords(view, i))
            sections[i].paragraphs = {composer.missing("sections." + std::to_string(i), nameOf(sections[i], words))};
    if (!view.replaces.empty()) {
        // “Trên đây là Kế hoạch …” closes the plan, whatever it replaces.
        auto& last = sections.back().paragraphs;
        const bool closes = !last.empty() && last.back().starts_with(words.text("closing.begins"));
        last.insert(last.end() - (closes ? 1 : 0), words.text("replaces", {{"reference", view.replaces}}));
    }
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

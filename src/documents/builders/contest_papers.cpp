// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/contest_papers.h"

#include "base/text_util.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

/// “1. Chủ đề” and what stands below it.
class Sections {
public:
    explicit Sections(Composer& composer) : m_composer(composer) {}
    void add(const char* heading, const std::vector<std::string>& lines)
    {
        if (lines.empty())
            return;
        m_composer.paragraph(std::to_string(++m_number) + ". " + m_composer.word(heading), Level::Heading);
        for (const auto& line : lines)
            m_composer.paragraph(withoutStop(line) + ".");
    }

private:
    Composer& m_composer;
    int m_number = 0;
};

std::string day(const std::optional<Date>& date, Composer& composer, const char* field)
{
    return composer.need(date ? date->words() : std::string(), field);
}

Table prizeTable(const ContestCallView& view, Composer& composer)
{
    Table table;
    table.fontPt = 13;
    table.columns = {{15, Align::Centre}, {100}, {50, Align::Centre}};
    table.header = {headerRow(composer.words().lines("header"))};
    std::int64_t number = 0;
    for (const auto& prize : view.prizes)
        table.rows.push_back({{{++number}, {prize.name}, {twoFigures(prize.quantity)}}});
    return table;
}

}

Document contestCall(const ContestCallView& view, const Template& words)
{
    const Fields fields{{"name", view.name}, {"year", view.year.paper()}, {"campaign", view.campaign}};
    Composer composer(words, words.text("file", fields), view.paper.issuer);
    auto head = composer.head(view.paper.issuer);
    head.placeDate = composer.dateLine(view.paper.issuer, view.paper.date);
    composer.add(std::move(head));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", fields), {}});
    Sections sections(composer);
    if (!view.theme.empty())
        sections.add("theme", {view.theme});
    sections.add("participants", composer.need(view.participants, "participants"));
    sections.add("rules", composer.need(view.rules, "rules"));
    sections.add("time", words.lines("days", {{"from", day(view.from, composer, "from")}, {"closes", day(view.closesOn, composer, "closes")},
                                              {"judged", day(view.judgedOn, composer, "judged")}}));
    sections.add("judging", words.lines("marks", {{"max", view.maxMark}, {"step", view.step}, {"judges", std::int64_t{view.judges}}}));
    if (!view.prizes.empty()) {
        sections.add("prizes", words.lines("prizes.text"));
        composer.add(prizeTable(view, composer));
    }
    composer.add(composer.signature(view.paper));
    return composer.finish();
}

Document contestResults(const ContestResultsView& view, const Template& words)
{
    std::size_t entries = 0, prizes = 0;
    for (const auto& group : view.groups) {
        entries += group.lines.size();
        prizes += group.prize.empty() ? 0 : group.lines.size();
    }
    const Fields fields{{"name", view.name}, {"year", view.year.paper()}, {"entries", figure(entries)}, {"prizes", figure(prizes)}};
    Composer composer(words, words.text("file", fields), view.issuer);
    composer.newPart({Orientation::Landscape});
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", fields), {}});
    Table table;
    table.columns = {{12, Align::Centre}, {66}, {54}, {96}, {24, Align::Centre}};
    table.header = {headerRow(words.lines("header"))};
    const auto columns = static_cast<int>(table.columns.size());
    std::size_t group = 0;
    std::int64_t number = 0;
    for (const auto& part : view.groups) {
        table.rows.push_back(groupRow(roman(++group) + ". " + (part.prize.empty() ? words.text("others") : part.prize), columns));
        for (const auto& line : part.lines)
            table.rows.push_back({{{++number}, {composer.need(line.name, "authors")}, orDash(line.unit), {line.title}, orDash(line.mark)}});
    }
    table.rows.push_back(totalRow(words.text("total", fields), columns));
    composer.add(std::move(table));
    auto compiler = view.compiler;
    if (compiler.office.empty())
        compiler.office = words.lines("compiler");
    composer.add(Signature{{composer.signer(compiler, "compiler"), composer.signer(view.signer, "signer")}, composer.dateLine(view.issuer, view.date), {}});
    return composer.finish();
}

}

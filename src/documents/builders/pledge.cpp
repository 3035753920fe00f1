// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/pledge.h"

#include "documents/builders/target_table.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

/// Room for the pen: two empty lines.
constexpr const char* kRoomToSign = "\u00A0\n\u00A0";

void items(Composer& composer, int& number, const char* heading, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    composer.paragraph(std::to_string(++number) + ". " + composer.word(heading), Level::Heading);
    const auto texts = basis(lines).lines;
    for (std::size_t i = 0; i < texts.size(); ++i)
        composer.paragraph((texts.size() > 1 ? itemLetter(i) + ") " : std::string()) + texts[i], Level::Item);
}

Table signTable(Composer& composer, const std::vector<PledgeLine>& lines, const char* header, bool persons)
{
    Table table;
    table.columns = persons ? std::vector<Column>{{12, Align::Centre}, {55}, {58}, {40}} : std::vector<Column>{{12, Align::Centre}, {58}, {55}, {40}};
    table.header = {headerRow(composer.words().lines(header))};
    std::int64_t number = 0;
    for (const auto& line : lines)
        table.rows.push_back({{{++number}, {composer.need(line.name, "name")}, {persons ? line.unit : std::string()}, {std::string(kRoomToSign)}}});
    return table;
}

}

Document pledge(const PledgeView& view, const Template& words)
{
    const auto day = [](const std::optional<Date>& date) { return date ? date->words() : std::string(); };
    const Fields fields{{"name", view.name}, {"theme", withoutStop(view.theme)}, {"school", view.issuer.name}, {"from", day(view.from)}, {"to", day(view.to)},
                        {"participants", withoutStop(view.participants)}};
    Composer composer(words, words.text("file", fields), view.issuer);
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", fields), {}});
    for (const auto& line : words.lines("opening", fields))
        composer.paragraph(line);
    int number = 0;
    items(composer, number, "contents", composer.need(view.contents, "contents"));
    items(composer, number, "criteria", view.criteria);
    if (!view.targets.empty()) {
        composer.paragraph(std::to_string(++number) + ". " + words.text("targets"), Level::Heading);
        composer.add(targetTable(view.targets, composer));
    }
    items(composer, number, "prizes", view.prizes);
    composer.paragraph(words.text("promise", fields));
    for (const auto& [lines, heading, header, persons] : {std::tuple(&view.teams, "teams", "teams.header", false), std::tuple(&view.persons, "persons", "persons.header", true)})
        if (!lines->empty()) {
            composer.paragraph(std::to_string(++number) + ". " + words.text(heading), Level::Heading);
            composer.add(signTable(composer, *lines, header, persons));
        }
    composer.add(Signature{{composer.signer(view.signer, "signer")}, composer.dateLine(view.issuer, view.date), {}});
    return composer.finish();
}

}

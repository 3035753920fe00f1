// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/pledge.h"

#include "documents/builders/target_table.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

/// Room for the pen: two empty lines.
constexpr const char* kRoomToSign = "\u00A0\n\u00A0";

/// A paper with one heading numbers none.
constexpr int kNoNumber = -1;

void items(Composer& composer, int& number, const char* heading, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    composer.paragraph((number == kNoNumber ? std::string() : std::to_string(++number) + ". ") + composer.word(heading), Level::Heading);
    const auto texts = basis(lines).lines;
    for (std::size_t i = 0; i < texts.size(); ++i)
        composer.paragraph((texts.size() > 1 ? itemLetter(i) + ") " : std::string()) + texts[i], Level::Item);
}

Table signTable(Composer& composer, const std::vector<PledgeLine>& lines, const char* header)
{
    Table table;
    table.columns = {{12, Align::Centre}, {55}, {58}, {40}};
    table.header = {headerRow(composer.words().lines(header))};
    std::int64_t number = 0;
    for (const auto& line : lines)
        table.rows.push_back({{{++number}, {composer.need(line.name, "name")}, {line.unit}, {std::string(kRoomToSign)}}});
    return table;
}

}

Document pledge(const PledgeView& view, const Template& words)
{
    const auto day = [](const std::optional<Date>& date) { return date ? date->words() : std::string(); };
    const Fields fields{{"name", view.name}, {"theme", withoutStop(view.theme)}, {"school", view.issuer.name}, {"from", day(view.from)}, {"to", day(view.to)},
                        {"participants", withoutStop(view.participants)}, {"above", withoutStop(view.launchedBy)},
                        {"whom", withoutStop(view.participants.empty() ? words.has("usual-participants") ? words.text("usual-participants") : std::string() : view.participants)},
                        {"targets", std::int64_t{!view.targets.empty()}}};
    Composer composer(words, words.text("file", fields), view.issuer);
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", fields), {}});
    for (const auto& line : words.lines("opening", fields))
        composer.paragraph(line);
    const bool alone = view.criteria.empty() && view.targets.empty() && view.prizes.empty() && view.teams.empty() && view.persons.empty();
    int number = alone ? kNoNumber : 0;
    items(composer, number, "contents", composer.need(view.contents, "contents"));
    items(composer, number, "criteria", view.criteria);
    if (!view.targets.empty()) {
        composer.paragraph(std::to_string(++number) + ". " + words.text("targets"), Level::Heading);
        composer.add(targetTable(view.targets, composer));
    }
    items(composer, number, "prizes", view.prizes);
    composer.paragraph(words.text("promise", fields));
    for (const auto& [lines, heading, header] : {std::tuple(&view.teams, "teams", "teams.header"), std::tuple(&view.persons, "persons", "persons.header")})
        if (!lines->empty()) {
            composer.paragraph(std::to_string(++number) + ". " + words.text(heading), Level::Heading);
            composer.add(signTable(composer, *lines, header));
        }
    composer.add(Signature{{composer.signer(view.signer, "signer")}, composer.dateLine(view.issuer, view.date), {}});
    return composer.finish();
}

}

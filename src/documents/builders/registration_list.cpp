// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/registration_list.h"

#include "base/text_util.h"
#include "documents/compose.h"

#include <algorithm>

namespace thidua::documents {
namespace {

constexpr int kColumns = 6;

Table emptyTable(const Template& words)
{
    const auto titles = words.lines("header");
    Table table;
    table.columns = {{9, Align::Centre}, {11, Align::Centre}, {43}, {36.5}, {34}, {31.5}};
    table.header = {{{headCell(titles.at(0), 1, 2), headCell(titles.at(1), 1, 2), headCell(titles.at(2), 1, 2),
                      headCell(titles.at(3), 1, 2), headCell(titles.at(4), 2, 1)}},
                    headerRow({titles.at(5), titles.at(6)})};
    return table;
}

void addRows(Table& table, const std::vector<RegistrationRow>& rows, Composer& composer)
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        table.rows.push_back({{{static_cast<std::int64_t>(i + 1)}, orDash(rows[i].salutation),
                               {composer.need(rows[i].name, "name")}, orDash(rows[i].position), orDash(rows[i].emulation),
                               orDash(rows[i].reward)}});
}

std::size_t registered(const std::vector<RegistrationRow>& rows)
{
    return static_cast<std::size_t>(std::ranges::count_if(rows, [](const auto& row) { return !row.emulation.empty() || !row.reward.empty(); }));
}

Row totals(const RegistrationListView& view, const Template& words)
{
    const auto collectives = registered(view.collectives), persons = registered(view.persons);
    const auto text = words.text("total", {{"collectives", figure(view.collectives.size())}, {"persons", figure(view.persons.size())},
                                           {"registered-collectives", figure(collectives)}, {"registered-persons", figure(persons)},
                                           {"some-collectives", std::int64_t{collectives < view.collectives.size()}},
                                           {"some-persons", std::int64_t{persons < view.persons.size()}}});
    auto emulation = orDash(join(view.emulationTotals, "\n"));
    auto reward = orDash(join(view.rewardTotals, "\n"));
    emulation.bold = reward.bold = true;
    return {{{text, kColumns - 2, 1, true, Align::Left}, emulation, reward}, RowKind::Total};
}

}

Document registrationList(const RegistrationListView& view, const Template& words)
{
    const Fields fields{{"year", view.year.paper()}};
    Composer composer(words, words.text("file", fields), view.issuer);
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", fields), {}});
    auto table = emptyTable(words);
    const bool both = !view.collectives.empty() && !view.persons.empty();
    if (!view.collectives.empty())
        table.rows.push_back(groupRow(roman(1) + ". " + words.text("collectives"), kColumns));
    addRows(table, view.collectives, composer);
    if (!view.persons.empty())
        table.rows.push_back(groupRow(roman(both ? 2 : 1) + ". " + words.text("persons"), kColumns));
    addRows(table, view.persons, composer);
    table.rows.push_back(totals(view, words));
    composer.add(std::move(table));
    if (!view.note.empty())
        composer.add(Note{view.note});
    auto compiler = view.compiler;
    if (compiler.office.empty())
        compiler.office = words.lines("compiler");
    composer.add(Signature{{composer.signer(compiler, "compiler"), composer.signer(view.signer, "signer")},
                           composer.dateLine(view.issuer, view.date),
                           {}});
    return composer.finish();
}

}

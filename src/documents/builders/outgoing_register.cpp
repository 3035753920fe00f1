// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/outgoing_register.h"

#include "documents/compose.h"

#include <algorithm>

namespace thidua::documents {
namespace {

Row rowOf(const OutgoingRow& row, const Template& words)
{
    if (row.missing > 0)
        return {{{row.number}, {std::string(kDash), 1, 1, false, Align::Centre}, {words.text("missing"), 4}}};
    return {{{row.number}, orDash(row.date ? shortDate(*row.date) : std::string()), {row.subject}, orDash(row.signer), orDash(row.recipients), {row.note}}};
}

}

Document outgoingRegister(const OutgoingRegisterView& view, const Template& words)
{
    std::size_t papers = 0, missing = 0;
    for (const auto& group : view.groups)
        for (const auto& row : group.rows)
            row.missing > 0 ? void(missing += static_cast<std::size_t>(row.missing)) : void(++papers);
    const Fields fields{{"calendar-year", std::to_string(view.year)}, {"papers", figure(papers)}, {"missing", figure(missing)}};
    Composer composer(words, words.text("file", fields), view.issuer);
    composer.newPart({Orientation::Landscape});
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", fields), {}});
    Table table;
    table.columns = {{38}, {22, Align::Centre}, {84}, {38}, {42}, {28}};
    table.header = {headerRow(words.lines("header"))};
    const auto columns = static_cast<int>(table.columns.size());
    for (const auto& group : view.groups) {
        std::int64_t there = 0, gone = 0;
        for (const auto& row : group.rows)
            row.missing > 0 ? gone += row.missing : ++there;
        table.rows.push_back(groupRow(words.text("group", {{"symbol", group.symbol}, {"papers", there}, {"missing", gone}}), columns));
        for (const auto& row : group.rows)
            table.rows.push_back(rowOf(row, words));
    }
    table.rows.push_back(totalRow(words.text("total", fields), columns));
    composer.add(std::move(table));
    return composer.finish();
}

}

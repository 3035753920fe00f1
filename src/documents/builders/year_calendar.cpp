// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/year_calendar.h"

namespace thidua::documents {

Document yearCalendar(const YearCalendarView& view, const Template& words)
{
    const Fields fields{{"year", view.year.paper()}};
    Composer composer(words, words.text("file", fields), view.issuer);
    composer.newPart({Orientation::Landscape});
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", fields), {}});
    Table table;
    table.columns = {{20, Align::Centre}, {24, Align::Centre}, {16, Align::Centre}, {42}, {100}, {50}};
    table.header = {headerRow(words.lines("header"))};
    const auto columns = static_cast<int>(table.columns.size());
    for (const auto& month : view.months) {
        table.rows.push_back(groupRow(month.name, columns));
        for (const auto& line : month.lines)
            table.rows.push_back({{orDash(line.day), orDash(line.weekday), line.week > 0 ? Cell{std::int64_t{line.week}} : orDash({}), {line.kind}, {line.text}, {line.note}}});
    }
    composer.add(std::move(table));
    return composer.finish();
}

}

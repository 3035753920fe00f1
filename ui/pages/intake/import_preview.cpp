// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/import_preview.h"

#include "ui/text/tsv.h"

#include <QApplication>
#include <QLineEdit>

#include <set>

namespace thidua::ui::intake {

Result<Told> tryImport(services::SchoolFile& copy, services::ImportRequest& request, Progress& progress)
{
    request.progress = &progress;
    auto done = services::ImportService(copy).import(request);
    request.progress = nullptr;
    if (!done)
        return tl::unexpected<Error>(std::move(done.error()));
    Told told{std::move(done->value), {}};
    if (request.kind != services::ListKind::Honours)
        return told;
    std::set<std::string> named;
    for (const auto& line : told.report.lines)
        named.insert(line.name);
    TD_TRY(told.gaps, services::honourGaps(copy));
    std::erase_if(told.gaps, [&named](const auto& gap) { return !gap.name.empty() && !named.contains(gap.name); });
    return told;
}

bool isTyping(const QWidget& grid)
{
    const auto* focus = QApplication::focusWidget();
    return qobject_cast<const QLineEdit*>(focus) && grid.isAncestorOf(focus);
}

sheets::Book bookOf(const QString& block, const QString& name)
{
    sheets::Sheet sheet{name.toStdString(), false, {}, 0};
    std::uint32_t number = 0;
    for (const auto& cells : fromTsv(block)) {
        sheets::Row row{++number, {}};
        for (qsizetype i = 0; i < cells.size(); ++i)
            if (!cells[i].trimmed().isEmpty())
                row.cells.push_back({static_cast<std::uint32_t>(i), sheets::CellKind::Text, cells[i].toStdString()});
        sheet.width = std::max(sheet.width, static_cast<std::uint32_t>(cells.size()));
        if (!row.cells.empty())
            sheet.rows.push_back(std::move(row));
    }
    return {{sheet.name}, {std::move(sheet)}};
}

}

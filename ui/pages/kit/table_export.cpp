// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/table_export.h"

#include "documents/output_file.h"
#include "documents/writers/csv_writer.h"
#include "documents/writers/xlsx_writer.h"
#include "ui/pages/kit/list_paper.h"
#include "ui/text/path_words.h"
#include "ui/text/qt_text.h"

namespace thidua::ui {
namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(TableExport)
};

/// Days and whole numbers are what they are, so that Excel sorts and adds them; a number with zeros before it is a code.
documents::CellValue valueOf(const QString& text, Align align)
{
    const auto words = fromQ(text);
    if (text.size() == 10 && text[2] == QLatin1Char('/') && text[5] == QLatin1Char('/'))
        if (const auto day = Date::parse(words))
            return *day;
    bool whole = false;
    const auto number = text.toLongLong(&whole);
    if (whole && align != Align::Left && QString::number(number) == text)
        return std::int64_t{number};
    return words;
}

void exportTable(RecordTable& from, Shell& shell, const QString& title)
{
    const auto shown = from.shown(true);
    if (shown.rows.empty())
        return shell.status.say(ExportWords::tr("Bảng chưa có dòng nào để xuất."), Tone::Warn);
    const auto path = shell.prompter.saveFile(ExportWords::tr("Xuất bảng như đang hiện"), QString(title).replace(QLatin1Char('/'), QLatin1Char('-')) + QStringLiteral(".xlsx"),
                                              {{ExportWords::tr("Sổ tính Excel"), {QStringLiteral("xlsx")}}, {ExportWords::tr("Văn bản CSV"), {QStringLiteral("csv")}}}, QStringLiteral("export"));
    if (!path)
        return;
    const auto target = toPath(*path);
    const auto document = plainTable(shown, title);
    const auto written = path->endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive)
        ? documents::replaceFile(target, documents::csvText(std::get<documents::Table>(document.parts.front().blocks.front())))
        : documents::writeXlsx(document, target);
    if (!written)
        return shell.prompter.inform(ExportWords::tr("Chưa xuất được bảng"), sentenceOf(written.error()));
    const auto rows = std::ranges::count_if(shown.rows, [](const auto& row) { return !row.group; });
    shell.status.say(ExportWords::tr("Đã xuất %1 dòng ra %2").arg(rows).arg(shownPath(target)), Tone::Ok);
}

}

documents::Document plainTable(const ShownTable& shown, const QString& title)
{
    documents::Document document;
    document.title = fromQ(title);
    documents::Part part;
    part.page.orientation = documents::Orientation::Landscape;
    const auto count = static_cast<std::size_t>(shown.headers.size());
    const documents::Column column{part.page.textWidth() / static_cast<double>(count), documents::Align::Left};
    part.blocks.push_back(paperTable(shown, std::vector(count, column), false, valueOf));
    document.parts.push_back(std::move(part));
    return document;
}

void offerExport(RecordTable& table, Shell& shell, std::function<QString()> title)
{
    table.setExport([&table, &shell, title = std::move(title)] { exportTable(table, shell, title()); });
}

}

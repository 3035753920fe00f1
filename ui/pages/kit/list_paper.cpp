// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/list_paper.h"

#include "documents/builders/paper.h"
#include "documents/compose.h"
#include "domain/school.h"
#include "services/core/school_service.h"
#include "ui/text/qt_text.h"

#include <QRegularExpression>

namespace thidua::ui {
namespace {

documents::Align alignOf(Align align)
{
    switch (align) {
    case Align::Right: return documents::Align::Right;
    case Align::Center: return documents::Align::Centre;
    default: return documents::Align::Left;
    }
}

constexpr double kNumberMm = 12;

std::vector<documents::Column> columnsOf(const ShownTable& table, const QHash<QString, double>& shares, double width)
{
    double whole = 0;
    for (const auto& header : table.headers)
        whole += shares.value(header, 1.0);
    std::vector<documents::Column> columns{{kNumberMm, documents::Align::Centre}};
    for (qsizetype i = 0; i < table.headers.size(); ++i)
        columns.push_back({(width - kNumberMm) * shares.value(table.headers[i], 1.0) / whole, alignOf(table.aligns[static_cast<std::size_t>(i)])});
    return columns;
}

/// Days as papers write them, within other words as well: 20/4/2022, “12/QĐ-THHB, 08/3/2022”.
std::string paperCell(const QString& text)
{
    static const QRegularExpression day(QStringLiteral("(?<![\\d/])\\d\\d/\\d\\d/\\d{4}(?![\\d/])"));
    QString words = text;
    for (auto found = day.match(words); found.hasMatch(); found = day.match(words, found.capturedStart() + 1))
        if (const auto date = Date::parse(fromQ(found.captured())))
            words.replace(found.capturedStart(), found.capturedLength(), toQ(documents::shortDate(*date)));
    return fromQ(words);
}

}

void dropColumn(ShownTable& table, const QString& header)
{
    const auto at = table.headers.indexOf(header);
    if (at < 0)
        return;
    table.headers.removeAt(at);
    table.aligns.erase(table.aligns.begin() + at);
    for (auto& row : table.rows)
        if (!row.group)
            row.cells.removeAt(at);
}

documents::Table paperTable(const ShownTable& shown, std::vector<documents::Column> columns, bool numbered,
                            const std::function<documents::CellValue(const QString& text, Align align)>& valueOf)
{
    documents::Table table;
    table.columns = std::move(columns);
    std::vector<std::string> titles;
    if (numbered)
        titles.push_back(fromQ(QObject::tr("STT")));
    for (const auto& header : shown.headers)
        titles.push_back(fromQ(header));
    table.header = {documents::headerRow(titles)};
    int number = 0;
    for (const auto& line : shown.rows) {
        if (line.group) {
            table.rows.push_back(documents::groupRow(fromQ(line.cells.value(0)), static_cast<int>(table.columns.size())));
            continue;
        }
        documents::Row row;
        if (numbered)
            row.cells.push_back({std::int64_t{++number}});
        for (qsizetype i = 0; i < line.cells.size(); ++i)
            row.cells.push_back({valueOf(line.cells[i], shown.aligns[static_cast<std::size_t>(i)])});
        table.rows.push_back(std::move(row));
    }
    return table;
}

documents::IssuerView issuerOf(services::SchoolFile& file)
{
    const auto read = services::SchoolService(file).school();
    const auto school = read ? read->data : domain::School{};
    return {school.superiorAgency, {school.name}, school.name, school.placeName};
}

documents::Document listPaper(services::SchoolFile& file, const QString& title, const QString& subject, const Date& date, const ShownTable& table,
                              const QHash<QString, double>& shares)
{
    using namespace documents;
    const IssuerView issuer = issuerOf(file);
    Composer composer(shippedTemplate("common"), fromQ(title), issuer);
    PageSetup page;
    page.orientation = Orientation::Landscape;
    composer.newPart(page);
    auto head = composer.head(issuer);
    head.placeDate = composer.dateLine(issuer, date);
    composer.add(head);
    composer.add(TitleBlock{fromQ(title.toUpper()), {fromQ(subject)}, {}});
    composer.add(paperTable(table, columnsOf(table, shares, page.textWidth()), true, [](const QString& text, Align) { return CellValue(paperCell(text)); }));
    auto document = composer.finish();
    std::erase_if(document.parts, [](const Part& part) { return part.blocks.empty(); });
    return document;
}

}

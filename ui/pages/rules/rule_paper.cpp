// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rules/rule_paper.h"

#include "documents/builders/paper.h"
#include "documents/compose.h"
#include "ui/pages/kit/list_paper.h"
#include "ui/pages/rules/rule_row.h"

namespace thidua::ui::rules_page {
namespace {

using documents::Align;
using services::RuleBookCell;

QString paperDay(const Date& date)
{
    return toQ(documents::shortDate(date));
}

std::string paperCell(const RuleBookCell& cell, bool withSpan)
{
    QStringList lines;
    for (const auto& part : cell.parts) {
        lines << toQ(part.text);
        if (!part.citationFull.empty())
            lines << QStringLiteral("(%1)").arg(toQ(part.citationFull));
    }
    for (const auto& layer : cell.layers)
        lines << QStringLiteral("%1: %2%3").arg(toQ(layer.who), toQ(layer.value),
                                                layer.citation.empty() ? QString() : QStringLiteral(" (%1)").arg(toQ(layer.citation)));
    if (const QString span = spanWords(cell); withSpan && !span.isEmpty())
        lines << QObject::tr("Hiệu lực %1.").arg(span);
    if (!cell.certain && !cell.absent)
        lines << QObject::tr("Chưa đối chiếu với văn bản gốc; nhà trường xem lại.");
    return fromQText(lines.join(QLatin1Char('\n')));
}

std::vector<std::string> subjectOf(const services::RuleBookView& view)
{
    if (!view.ofDay)
        return {fromQ(toQ(view.name))};
    if (!view.second)
        return {fromQ(QObject::tr("%1, áp dụng ngày %2").arg(toQ(view.name), paperDay(view.first.on)))};
    return {fromQ(toQ(view.name)), fromQ(QObject::tr("so sánh quy định ngày %1 và ngày %2").arg(paperDay(view.first.on), paperDay(view.second->on)))};
}

documents::Table tableOf(const services::RuleBookView& view, double width)
{
    const bool two = view.second.has_value();
    documents::Table table;
    constexpr double kNumber = 12;
    const double caption = two ? 40 : 38;
    const double sign = two ? 24 : 0;
    const double clause = (width - kNumber - caption - sign) / (two ? 2 : 1);
    table.columns = {{kNumber, Align::Centre}, {caption}, {clause}};
    const auto head = [](const services::RuleBookHead& day) {
        return fromQ(QObject::tr("Quy định ngày %1 (%2)").arg(paperDay(day.on), toQ(day.laws)));
    };
    std::vector<std::string> titles{fromQ(QObject::tr("STT")), fromQ(QObject::tr("Nội dung")), view.ofDay ? head(view.first) : fromQ(QObject::tr("Chỗ đã đổi mới"))};
    if (two) {
        table.columns.push_back({clause});
        table.columns.push_back({sign, Align::Centre});
        titles.push_back(head(*view.second));
        titles.push_back(fromQ(QObject::tr("So sánh")));
    }
    table.header = {documents::headerRow(titles)};
    std::string section;
    std::int64_t number = 0;
    for (const auto& line : view.lines) {
        if (line.section != section && !line.section.empty())
            table.rows.push_back(documents::groupRow(line.section, static_cast<int>(table.columns.size())));
        section = line.section;
        documents::Row row;
        row.cells = {{++number}, {line.caption}, {paperCell(line.first, !two)}};
        if (two) {
            row.cells.push_back({paperCell(*line.second, false)});
            row.cells.push_back({fromQ(signOf(line.change).word)});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}

documents::Document rulePaper(services::SchoolFile& file, Date today, const services::RuleBookView& view)
{
    using namespace documents;
    const IssuerView issuer = issuerOf(file);
    const QString title = view.second ? QObject::tr("Bản so sánh quy định") : QObject::tr("Bản trích quy định");
    Composer composer(shippedTemplate("common"), fromQ(QStringLiteral("%1 – %2").arg(title, toQ(view.name))), issuer);
    PageSetup page;
    if (view.second)
        page.orientation = Orientation::Landscape;
    composer.newPart(page);
    auto head = composer.head(issuer);
    head.placeDate = composer.dateLine(issuer, today);
    composer.add(head);
    composer.add(TitleBlock{fromQ(title.toUpper()), subjectOf(view), {}});
    composer.add(tableOf(view, page.textWidth()));
    composer.add(Note{fromQ(QObject::tr("Tổng cộng: %1. Bộ quy định: %2.").arg(toQ(services::countsOf(view)), toQ(view.first.hash).left(12)))});
    auto document = composer.finish();
    std::erase_if(document.parts, [](const Part& part) { return part.blocks.empty(); });
    return document;
}

}

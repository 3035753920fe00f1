// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/award_parts.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QRegularExpression>

namespace thidua::ui {

QStringList AwardParts::lines(const std::string& text)
{
    QStringList found;
    for (const auto& line : toQ(text).split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty())
            found << line.trimmed();
    return found;
}

QStringList AwardParts::lines(const std::vector<std::string>& lines)
{
    QStringList found;
    for (const auto& line : lines)
        found << toQ(line);
    return found;
}

QWidget* AwardParts::paragraphs(const QString& title, const QStringList& lines, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(4));
    column->addWidget(makeSectionHead(title, {}, box));
    for (const auto& line : lines) {
        auto* label = makeWrapped(line.toHtmlEscaped(), TypeRole::Text, Ink::Text, box);
        label->setTextFormat(Qt::RichText);
        column->addWidget(label);
    }
    return box;
}

QWidget* AwardParts::named(const std::vector<Named>& rows, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::px(8));
    grid->setVerticalSpacing(Theme::px(6));
    grid->setColumnStretch(0, 1);
    int at = 0;
    for (const auto& row : rows) {
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(makeWrapped(row.name, TypeRole::Text, Ink::Text, box));
        if (!row.second.isEmpty())
            texts->addWidget(makeWrapped(row.second, TypeRole::Small, Ink::Text2, box));
        grid->addLayout(texts, at, 0);
        if (!row.word.isEmpty()) {
            const Ink ink = row.tone == Tone::Ok     ? Ink::Ok
                            : row.tone == Tone::Bad  ? Ink::Bad
                            : row.tone == Tone::Warn ? Ink::Warn
                                                     : Ink::Text2;
            auto* mark = new QWidget(box);
            auto* in = new QHBoxLayout(mark);
            in->setContentsMargins(0, 0, 0, 0);
            in->setSpacing(Theme::px(4));
            in->addWidget(makeIconLabel(row.icon.isEmpty() ? toneIcon(row.tone) : row.icon, ink, 14, mark));
            in->addWidget(new Label(row.word, TypeRole::Small, ink, mark));
            grid->addWidget(mark, at, 1, Qt::AlignTop | Qt::AlignLeft);
        }
        ++at;
    }
    return box;
}

QString AwardParts::shown(const std::string& title)
{
    static const QRegularExpression years(QStringLiteral("(\\d{4}) - (\\d{4})"));
    return toQ(title).replace(years, QStringLiteral("\\1\u00A0-\u2060\u00A0\\2"));
}

QString AwardParts::dayOr(const std::optional<Date>& day, const QString& otherwise)
{
    return day ? dateText(day) : otherwise;
}

QString AwardParts::fileName(const QString& title)
{
    QString name = folded(title);
    name.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
    while (name.startsWith(QLatin1Char('-')))
        name.remove(0, 1);
    name.truncate(60);
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name;
}

void AwardParts::preview(Shell& shell, SchoolContext& context, services::PaperKind kind, std::optional<std::int64_t> id,
                         domain::SchoolYearId year, const QString& name)
{
    shell.runner.read([&] { return services::DocumentService(context.file).build(kind, id, year); },
                      [&](const documents::Document& document) {
                          if (context.preview)
                              context.preview(document, fileName(name), services::formatsOf(kind));
                      });
}

}

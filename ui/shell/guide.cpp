// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/guide.h"

#include <QFile>
#include <QRegularExpression>

// A static library's resources are not found unless somebody asks for them, outside any namespace.
static void loadGuide() { Q_INIT_RESOURCE(guide); }

namespace thidua::ui {

Guide Guide::load()
{
    loadGuide();
    Guide guide;
    QFile file(QStringLiteral(":/guide/user-guide/README.md"));
    if (!file.open(QIODevice::ReadOnly))
        return guide;
    static const QRegularExpression about(QStringLiteral("^<!-- trang: (.*) -->$"));
    static const QRegularExpression picture(QStringLiteral("!\\[[^\\]]*\\]\\(([^)]+)\\)"));
    QStringList lines;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line.startsWith(QStringLiteral("## ")))
            guide.sections.push_back({ line.mid(3).trimmed(), {} });
        if (const auto match = about.match(line); match.hasMatch() && !guide.sections.empty()) {
            for (const QString& page : match.captured(1).split(QLatin1Char(',')))
                guide.sections.back().pages << page.trimmed();
            continue;
        }
        if (const auto match = picture.match(line); match.hasMatch())
            guide.pictures << match.captured(1);
        lines << line;
    }
    guide.markdown = lines.join(QLatin1Char('\n'));
    return guide;
}

int Guide::sectionOf(const QString& page) const
{
    for (std::size_t i = 0; i < sections.size(); ++i)
        if (sections[i].pages.contains(page))
            return static_cast<int>(i);
    return 0;
}

QString Guide::pathOf(const QString& picture) { return QStringLiteral(":/guide/") + QString(picture).remove(QStringLiteral("../")); }

}

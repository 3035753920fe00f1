// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/fonts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>
#include <QGlyphRun>
#include <QRawFont>
#include <QStandardPaths>
#include <QTextLayout>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace thidua::render {
namespace {

QStringList fontFolders()
{
    if (qEnvironmentVariableIsSet("THIDUA_FONTS"))
        return {qEnvironmentVariable("THIDUA_FONTS")};
    const QString program = QCoreApplication::applicationDirPath();
    QStringList folders{program + QStringLiteral("/fonts"), program + QStringLiteral("/../share/thidua/fonts"),
                        QStringLiteral("/usr/share/fonts/truetype/croscore")};
    for (const auto& place : QStandardPaths::standardLocations(QStandardPaths::FontsLocation)) {
        folders << place << place + QStringLiteral("/truetype/croscore") << place + QStringLiteral("/croscore");
    }
    return folders;
}

/// The family's name once its four faces are loaded, else nothing.
QString loadTinos()
{
    for (const auto& folder : fontFolders()) {
        const QDir dir(folder);
        const auto files = dir.entryList({QStringLiteral("Tinos-*.ttf")}, QDir::Files);
        if (files.size() < 4)
            continue;
        QString family;
        for (const auto& file : files) {
            const auto names = QFontDatabase::applicationFontFamilies(QFontDatabase::addApplicationFont(dir.filePath(file)));
            if (!names.isEmpty())
                family = names.front();
        }
        if (!family.isEmpty())
            return family;
    }
    return {};
}

constexpr std::array kFamilies = {"Tinos", "Times New Roman", "Liberation Serif"};

QString findFamily()
{
    if (const auto tinos = loadTinos(); !tinos.isEmpty())
        return tinos;
    const auto installed = QFontDatabase::families();
    for (const auto* name : kFamilies)
        if (installed.contains(QLatin1String(name)))
            return QLatin1String(name);
    return QStringLiteral("serif");
}

/// Every letter of Vietnamese, and what papers write beside them, has a glyph in some font that the style leads to.
bool showsVietnamese(const TextStyle& style)
{
    static const QString kLetters = QStringLiteral(
        "AaĂăÂâBbCcDdĐđEeÊêGgHhIiKkLlMmNnOoÔôƠơPpQqRrSsTtUuƯưVvXxYyÀàẰằẦầÈèỀềÌìÒòỒồỜờÙùỪừỲỳẢảẲẳẨẩẺẻỂểỈỉỎỏỔổỞởỦủỬửỶỷÃãẴẵẪẫẼẽỄễĨĩÕõỖỗỠỡŨũỮữỸỹ"
        "ÁáẮắẤấÉéẾếÍíÓóỐốỚớÚúỨứÝýẠạẶặẬậẸẹỆệỊịỌọỘộỢợỤụỰựỴỵ0123456789.,;:-–/“”()…%");
    QTextLayout layout(kLetters, paperFont(style));
    layout.beginLayout();
    layout.createLine().setNumColumns(static_cast<int>(kLetters.size()));
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    // Where there is no font at all Qt draws boxes, which look like glyphs but come from no file.
    return !runs.isEmpty() && std::all_of(runs.begin(), runs.end(), [](const QGlyphRun& run) {
        return !run.rawFont().fontTable("cmap").isEmpty() && !run.glyphIndexes().contains(0U);
    });
}

/// The letters of one style and how far each moves the pen, in millimetres.
class Widths {
public:
    explicit Widths(const TextStyle& style) : m_metrics(paperFont(style)) {}
    double of(const QString& text)
    {
        double sum = 0;
        for (const QChar letter : text) {
            if (letter.isSurrogate() || letter.isMark())
                return m_metrics.horizontalAdvance(text) * kUnitMm;
            auto found = m_letters.constFind(letter);
            if (found == m_letters.constEnd())
                found = m_letters.insert(letter, m_metrics.horizontalAdvance(QString(letter)) * kUnitMm);
            sum += *found;
        }
        return sum;
    }

private:
    QFontMetricsF m_metrics;
    QHash<QChar, double> m_letters;
};

}

QString paperFontFamily()
{
    static const QString family = findFamily();
    return family;
}

bool paperFontReady()
{
    static const bool ready = [] {
        for (const bool bold : {false, true})
            for (const bool italic : {false, true})
                if (!showsVietnamese({13, bold, italic}))
                    return false;
        return true;
    }();
    return ready;
}

QString paperFontsWanted()
{
    QStringList names;
    for (const auto* name : kFamilies)
        names << QLatin1String(name);
    return names.join(QStringLiteral(", "));
}

QFont paperFont(const TextStyle& style)
{
    QFont font(paperFontFamily());
    font.setPixelSize(static_cast<int>(std::lround(style.pt * 20)));
    font.setBold(style.bold);
    font.setItalic(style.italic);
    font.setKerning(false);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double textWidth(const QString& text, const TextStyle& style)
{
    // Never destroyed: its fonts must not outlive the QGuiApplication by their destructors.
    static auto& widths = *new std::map<std::tuple<int, bool, bool>, Widths>;
    const std::tuple key{static_cast<int>(std::lround(style.pt * 20)), style.bold, style.italic};
    auto found = widths.find(key);
    if (found == widths.end())
        found = widths.emplace(key, Widths(style)).first;
    return found->second.of(text);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/habits.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QWidget>

// A static library's resources are not found unless somebody asks for them, outside any namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(uikit);
}

namespace thidua::ui {
namespace {

struct State {
    Scheme scheme = Scheme::Light;
    double factor = 1.0;
    QString family;
    QString paper;
};

State& state()
{
    static State instance;
    return instance;
}

QStringList fontFolders()
{
    QStringList folders{QCoreApplication::applicationDirPath() + QStringLiteral("/fonts"),
                        QCoreApplication::applicationDirPath() + QStringLiteral("/../share/thidua/fonts"),
                        QStringLiteral("/usr/share/fonts/truetype/open-sans"), QStringLiteral("/usr/share/fonts/open-sans"),
                        QStringLiteral("/usr/share/fonts/truetype/croscore")};
    folders += QStandardPaths::standardLocations(QStandardPaths::FontsLocation);
    return folders;
}

/// What the machine has installed, else the font files by name, wherever they lie: the family of the first one found.
QString loadFamily(const QStringList& wanted, const QStringList& files, const QStringList& families)
{
    for (const QString& one : wanted)
        if (QFontDatabase::hasFamily(one)) // registering its files again would read them all
            return one;
    QString family;
    for (const QString& folder : fontFolders())
        for (const QString& file : files) {
            const QString path = QDir(folder).filePath(file);
            if (!QFile::exists(path))
                continue;
            const auto loaded = QFontDatabase::applicationFontFamilies(QFontDatabase::addApplicationFont(path));
            if (family.isEmpty() && !loaded.isEmpty())
                family = loaded.first();
        }
    if (!family.isEmpty())
        return family;
    for (const QString& candidate : families)
        if (QFontDatabase::hasFamily(candidate))
            return candidate;
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

void loadFonts()
{
    if (state().family.isEmpty())
        state().family = loadFamily({QStringLiteral("Open Sans")},
                                    {QStringLiteral("OpenSans-Regular.ttf"), QStringLiteral("OpenSans-Semibold.ttf"), QStringLiteral("OpenSans-SemiBold.ttf"),
                                     QStringLiteral("OpenSans-Italic.ttf"), QStringLiteral("OpenSans-Bold.ttf")},
                                    {QStringLiteral("Segoe UI"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
}

QPalette paletteOf(const Tokens& t)
{
    QPalette p;
    const auto all = [&](QPalette::ColorRole role, const QColor& color) { p.setColor(QPalette::All, role, color); };
    all(QPalette::Window, t.bg);
    all(QPalette::WindowText, t.text);
    all(QPalette::Base, t.surf);
    all(QPalette::AlternateBase, t.alt);
    all(QPalette::Text, t.text);
    all(QPalette::BrightText, t.bad.text);
    all(QPalette::PlaceholderText, t.text3);
    all(QPalette::Button, t.surf);
    all(QPalette::ButtonText, t.text);
    all(QPalette::Highlight, t.accent);
    all(QPalette::HighlightedText, t.onAccent);
    all(QPalette::Link, t.accent);
    all(QPalette::LinkVisited, t.accent);
    all(QPalette::ToolTipBase, t.text);
    all(QPalette::ToolTipText, t.surf);
    all(QPalette::Light, t.surf);
    all(QPalette::Midlight, t.line);
    all(QPalette::Mid, t.line2);
    all(QPalette::Dark, t.field);
    all(QPalette::Shadow, t.line2);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.text3);
    return p;
}

/// The style sheet with `@token` replaced by its colour and `px(n)` by n at the current text size.
QString filledSheet(const Tokens& t)
{
    QFile file(QStringLiteral(":/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> colors[] = {
        {"@bg", t.bg}, {"@nav", t.nav}, {"@surf", t.surf}, {"@alt", t.alt}, {"@head", t.head}, {"@line2", t.line2}, {"@line", t.line},
        {"@field", t.field}, {"@text2", t.text2}, {"@text3", t.text3}, {"@text", t.text}, {"@accent", t.accent}, {"@onaccent", t.onAccent},
        {"@sel", t.sel}, {"@hover", t.hover}, {"@mutebar", t.mute.bar}, {"@mute", t.mute.ground}};
    for (const auto& [name, color] : colors)
        sheet.replace(QLatin1String(name), color.name());
    static const QRegularExpression length(QStringLiteral("px\\((\\d+)\\)"));
    for (auto match = length.match(sheet); match.hasMatch(); match = length.match(sheet))
        sheet.replace(match.capturedStart(), match.capturedLength(), QStringLiteral("%1px").arg(Theme::px(match.captured(1).toInt())));
    return sheet;
}

}

void Theme::apply(QApplication& app, Scheme scheme, double factor)
{
    loadResources();
    loadFonts();
    state().scheme = scheme;
    state().factor = factor;
    if (app.property("thiduaStyle").isNull()) { // once: a style set later would unset the sheet's own
        app.setProperty("thiduaStyle", true);
        app.setStyle(new Style);
        app.installEventFilter(new Habits(&app));
    }
    app.setPalette(paletteOf(tokens()));
    app.setFont(font(TypeRole::Text));
    app.setStyleSheet(filledSheet(tokens()));
}

Scheme Theme::systemScheme()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

Scheme Theme::scheme()
{
    return state().scheme;
}

double Theme::factor()
{
    return state().factor;
}

const Tokens& Theme::tokens()
{
    return state().scheme == Scheme::Dark ? darkTokens() : lightTokens();
}

int Theme::px(double at100)
{
    return qRound(at100 * state().factor);
}

QFont Theme::font(TypeRole role)
{
    struct Step {
        int px;
        bool strong;
    };
    static constexpr Step steps[] = {{20, true}, {15, true}, {13, false}, {13, true}, {12, false}, {12, true},
                                     {11, true}, {15, false}, {24, true}, {18, true}, {15, false}};
    const Step step = steps[static_cast<std::size_t>(role)];
    QFont font(role == TypeRole::Law ? paperFamily() : state().family);
    font.setPixelSize(px(step.px));
    font.setWeight(step.strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QString Theme::paperFamily()
{
    if (state().paper.isEmpty()) // only some pages quote the law
        state().paper = loadFamily({QStringLiteral("Times New Roman"), QStringLiteral("Tinos")},
                                   {QStringLiteral("Tinos-Regular.ttf"), QStringLiteral("Tinos-Bold.ttf"), QStringLiteral("Tinos-Italic.ttf"),
                                    QStringLiteral("Tinos-BoldItalic.ttf")},
                                   {QStringLiteral("Liberation Serif"), QStringLiteral("DejaVu Serif")});
    return state().paper;
}

}

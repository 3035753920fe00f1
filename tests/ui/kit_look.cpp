// SPDX-License-Identifier: GPL-3.0-or-later
// What everyone needs: names for screen readers, a focus that is seen, letters that exist, texts that are not cut.
#include "support/catch.h"

#include "gallery_pages.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QRawFont>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct KitLookFixture {
    QTemporaryDir scratch;
    QSettings settings{scratch.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    MainWindow window{prompter, settings};
    KitLookFixture()
    {
        fillWindow(window);
        window.restore();
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    ~KitLookFixture() { Theme::apply(*qApp, Scheme::Light); }
};

const QStringList kPages{QStringLiteral("home"), QStringLiteral("plan"), QStringLiteral("registrations"), QStringLiteral("scores"), QStringLiteral("initiatives"), QStringLiteral("nominations")};

double luminance(const QColor& c)
{
    const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}

TEST_CASE("the window's font has every Vietnamese letter")
{
    const QString letters = QStringLiteral("aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ");
    for (const TypeRole role : {TypeRole::Text, TypeRole::Strong, TypeRole::PageTitle, TypeRole::Law}) {
        const QRawFont raw = QRawFont::fromFont(Theme::font(role));
        REQUIRE(raw.isValid());
        for (const QChar letter : letters + letters.toUpper())
            CHECK(raw.supportsCharacter(letter));
    }
}

TEST_CASE("texts and marks have the contrast of the design in both schemes")
{
    for (const Tokens& t : {lightTokens(), darkTokens()}) {
        for (const QColor& ground : {t.surf, t.alt, t.head, t.sel, t.hover})
            for (const QColor& ink : {t.text, t.text2})
                CHECK(contrast(ink, ground) >= 4.5);
        CHECK(contrast(t.text3, t.surf) >= 4.5);
        CHECK(contrast(t.onAccent, t.accent) >= 4.5);
        CHECK(contrast(t.field, t.surf) >= 3);
        for (const Tone tone : {Tone::Ok, Tone::Warn, Tone::Bad, Tone::Info, Tone::Mute}) {
            CHECK(contrast(t.tone(tone).text, t.tone(tone).ground) >= 4.5);
            CHECK(contrast(t.tone(tone).text, t.surf) >= 4.5);
            if (tone != Tone::Mute)
                CHECK(contrast(t.tone(tone).bar, t.surf) >= 3);
        }
    }
}

TEST_CASE("every icon named in the toolkit exists")
{
    for (const char* name : {"home", "plan", "flag", "target", "register", "grid", "bulb", "star", "nominate", "council", "decision", "certificate",
                             "person", "people", "history", "settings", "calendar", "lock", "search", "user", "plus", "import", "print", "bell", "more",
                             "check", "cross", "question", "warning", "info", "clock", "minus", "undo", "redo", "shield-ok", "shield-warn", "close",
                             "chevron-down", "chevron-right", "triangle-right", "triangle-down", "sort-up", "sort-down", "filter", "columns", "copy",
                             "arrow-right", "book", "app", "report", "excel", "backup"})
        CHECK(hasIcon(QString::fromUtf8(name)));
    for (const Tone tone : {Tone::Ok, Tone::Warn, Tone::Bad, Tone::Info, Tone::Mute})
        CHECK(hasIcon(toneIcon(tone)));
}

TEST_CASE_METHOD(KitLookFixture, "everything that takes the focus has an accessible name")
{
    for (const QString& page : kPages) {
        window.showPage(page);
        QApplication::processEvents();
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
                continue;
            INFO(page.toStdString() << ": " << widget->metaObject()->className() << " " << widget->objectName().toStdString());
            CHECK_FALSE(widget->accessibleName().isEmpty());
        }
    }
}

TEST_CASE_METHOD(KitLookFixture, "the focus is seen on every control")
{
    window.showPage(QStringLiteral("plan"));
    QApplication::processEvents();
    for (QWidget* widget : window.currentPage()->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || !widget->isEnabled() || widget->property("wrong").toBool())
            continue;
        window.navigation().focusCurrent();
        QApplication::processEvents();
        const QImage before = widget->grab().toImage();
        // Also after a click; links in texts are reached by Tab.
        widget->setFocus(qobject_cast<QLabel*>(widget) ? Qt::TabFocusReason : Qt::MouseFocusReason);
        QApplication::processEvents();
        INFO(widget->metaObject()->className() << " " << widget->accessibleName().toStdString());
        CHECK(widget->grab().toImage() != before);
    }
}

TEST_CASE_METHOD(KitLookFixture, "no label is cut, at 1366 and 1024 px and with large text")
{
    struct Case {
        double factor;
        QSize size;
    };
    for (const Case& c : {Case{1.0, {1366, 768}}, Case{1.0, {1024, 700}}, Case{1.5, {1920, 1080}}}) {
        Theme::apply(*qApp, Scheme::Light, c.factor);
        MainWindow other(prompter, settings);
        fillWindow(other);
        other.resize(c.size);
        other.show();
        for (const QString& page : kPages) {
            other.showPage(page);
            QApplication::processEvents();
            for (const QLabel* label : other.currentPage()->findChildren<QLabel*>()) {
                if (!label->isVisible() || label->text().isEmpty())
                    continue;
                INFO(page.toStdString() << " at " << c.factor << ": " << label->text().toStdString() << " " << label->width() << "x" << label->height());
                if (label->wordWrap())
                    CHECK(label->heightForWidth(label->width()) <= label->height());
                else
                    CHECK(label->sizeHint().width() <= label->width());
            }
        }
    }
}

TEST_CASE_METHOD(KitLookFixture, "icons follow the theme")
{
    const QImage light = icon(QStringLiteral("home")).pixmap(16, 16).toImage();
    Theme::apply(*qApp, Scheme::Dark);
    CHECK(icon(QStringLiteral("home")).pixmap(16, 16).toImage() != light);
}

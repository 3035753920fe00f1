// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the program at the sizes and text sizes it must bear.
#include "support/catch.h"

#include "e2e/hand.h"
#include "e2e/open_window.h"
#include "ui/app/start_dialog.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>

using namespace thidua;
using namespace thidua::test;

namespace {

/// A label whose words are cut: wrapped ones need height, single lines need width (elided ones give way on purpose).
QString cutLabel(const QWidget& page)
{
    for (const auto* label : page.findChildren<QLabel*>()) {
        if (!label->isVisibleTo(&page) || label->text().isEmpty() || label->width() < 4 || !label->pixmap(Qt::ReturnByValue).isNull())
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->minimumSizeHint().width();
        const int given = label->wordWrap() ? label->height() : label->width();
        if (needed > given + 1)
            return QStringLiteral("%1 (needs %2 px, has %3)").arg(label->text()).arg(needed).arg(given);
    }
    return {};
}

QString namelessWidget(const QWidget& page)
{
    for (const auto* widget : page.findChildren<QWidget*>()) {
        const bool focusable = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisibleTo(&page) && widget->isEnabled();
        if (!focusable || widget->inherits("QScrollArea") || widget->inherits("QScrollBar"))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        if (!named)
            return QString::fromLatin1(widget->metaObject()->className()) + " " + widget->objectName();
    }
    return {};
}

}

TEST_CASE("the start screen shows the whole of a trouble, with large text too")
{
    const double factor = GENERATE(1.0, 1.5);
    ui::Theme::apply(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::Scheme::Light, factor);
    ui::StartDialog dialog({}, QStringLiteral("Chưa mở được tệp"),
                           QStringLiteral("“C:\\Users\\Hoàng\\Documents\\Danh sách cán bộ giáo viên.xlsx” không phải là tệp dữ liệu của Thi Đua; xin chọn tệp có đuôi .thidua."));
    dialog.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&dialog));
    CHECK(cutLabel(dialog) == QString());
    CHECK(dialog.height() <= 700);
    ui::Theme::apply(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::Scheme::Light, 1.0);
}

TEST_CASE("what Ctrl+K finds opens on its page in the year that is shown")
{
    OpenWindow opened(Date(2022, 9, 23));
    opened.school->showYear(SchoolYear(2021));
    auto& window = opened.window();
    const auto openFirst = [&](const QString& words) {
        window.activateWindow();
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        auto& box = *window.topBar().search();
        box.setFocus();
        box.setText(words);
        QTest::qWait(1);
        REQUIRE_FALSE(window.palette().shown().isEmpty());
        QTest::keyClick(&box, Qt::Key_Return);
        QTest::qWait(1);
        return window.currentPage()->info().id;
    };
    CHECK(openFirst(QStringLiteral("phu dao dinh thi le")) == pages::kActivities);
    CHECK(openFirst(QStringLiteral("1186/QD")) == pages::kHistory);
    CHECK(openFirst(QStringLiteral("quynh nhu")) == pages::kStaff);
    CHECK(window.currentPage()->schoolYear() == SchoolYear(2021));
}

TEST_CASE("every page opens at every size without cut words or nameless fields")
{
    struct Look {
        QSize size;
        double factor;
    };
    const auto look = GENERATE(Look{{1366, 768}, 1.0}, Look{{1024, 700}, 1.0}, Look{{1920, 1080}, 1.5});
    ui::Theme::apply(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::Scheme::Light, look.factor);
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(look.size);
    for (const auto& year : {SchoolYear(2022), SchoolYear(2021)}) {
        opened.school->showYear(year);
        for (const auto& id : kPages) {
            auto& page = opened.page(id);
            REQUIRE(page.info().id == id);
            INFO(id.toStdString() << " at " << look.size.width() << "x" << look.size.height() << " × " << look.factor);
            CHECK(atRest([&] { return cutLabel(page); }).toStdString() == "");
            CHECK(namelessWidget(page).toStdString() == "");
        }
    }
    ui::Theme::apply(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::Scheme::Light, 1.0);
}

TEST_CASE("what Ctrl+N opens on each page fits and is named, too")
{
    const auto size = GENERATE(QSize(1366, 768), QSize(1024, 700));
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(size);
    for (const auto& id : kPages) {
        opened.page(id).setFocus();
        QTest::keyClick(&opened.window(), Qt::Key_N, Qt::ControlModifier);
        INFO(id.toStdString() << " at " << size.width() << "x" << size.height());
        auto& shown = *opened.window().currentPage();
        CHECK(atRest([&] { return cutLabel(shown); }).toStdString() == "");
        CHECK(namelessWidget(shown).toStdString() == "");
        shown.escape();
        QTest::qWait(1);
    }
}

TEST_CASE("an empty school shows on every page what belongs there")
{
    OpenWindow opened(Date(2023, 9, 6), "");
    foundEmpty(opened);
    opened.open();
    for (const auto& id : kPages) {
        auto& page = opened.page(id);
        INFO(id.toStdString());
        CHECK(page.info().id == id);
        CHECK(atRest([&] { return cutLabel(page); }).toStdString() == "");
    }
}

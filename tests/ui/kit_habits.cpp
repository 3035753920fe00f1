// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every field and button: the wheel, Enter, Ctrl+S, keys and hidden widgets.
#include "support/catch.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/enter_writes.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form_field.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDateEdit>
#include <QDialog>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWindow>
#include <QWheelEvent>

using namespace thidua::ui;

namespace {

void wheel(QWidget& over, int steps = -1)
{
    const QPointF middle(over.width() / 2.0, over.height() / 2.0);
    QWheelEvent event(middle, over.mapToGlobal(middle), {}, QPoint(0, steps * 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event); // as from the mouse: only such a one goes on to what scrolls
    qApp->notify(&over, &event);
}

/// A form that scrolls, with every kind of field that a wheel could change.
struct Form {
    QWidget window;
    QScrollArea* scroll;
    LineField* name;
    ChoiceField* post;
    QSpinBox* count;
    QDateEdit* day;
    Form()
    {
        auto* inner = new QWidget;
        auto* column = new QVBoxLayout(inner);
        name = new LineField;
        post = new ChoiceField({ { "teacher", QStringLiteral("Giáo viên") }, { "employee", QStringLiteral("Nhân viên") } });
        count = new QSpinBox;
        day = new QDateEdit(QDate(2022, 9, 5));
        for (QWidget* field :
            { static_cast<QWidget*>(name), static_cast<QWidget*>(post), static_cast<QWidget*>(count), static_cast<QWidget*>(day) })
            column->addWidget(field);
        for (int i = 0; i < 40; ++i)
            column->addWidget(new LineField);
        post->setValue("teacher");
        scroll = makeScrolling(inner, &window);
        (new QVBoxLayout(&window))->addWidget(scroll);
        window.resize(300, 200);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        name->setFocus();
    }
    int scrolled() const { return scroll->verticalScrollBar()->value(); }
};

}

TEST_CASE_METHOD(Form, "the wheel over a field that nobody has gone into scrolls the form and changes nothing")
{
    for (QWidget* field : { static_cast<QWidget*>(post), static_cast<QWidget*>(count), static_cast<QWidget*>(day),
             static_cast<QWidget*>(count->findChild<QLineEdit*>()) }) {
        scroll->verticalScrollBar()->setValue(0);
        wheel(*field);
        CHECK(scrolled() > 0);
        CHECK_FALSE(field->hasFocus());
    }
    CHECK(post->value() == "teacher");
    CHECK(count->value() == 0);
    CHECK(day->date() == QDate(2022, 9, 5));
    post->setFocus(); // a form that opens puts the focus by itself: nobody has gone into the field yet
    wheel(*post);
    CHECK(post->value() == "teacher");
}

TEST_CASE_METHOD(Form, "a field that was clicked, or reached by Tab, takes the wheel until it is left")
{
    QTest::mouseClick(count->findChild<QLineEdit*>(), Qt::LeftButton);
    wheel(*count, 1);
    CHECK(count->value() == 1);
    name->setFocus();
    wheel(*count, 1);
    CHECK(count->value() == 1);
    QTest::keyClick(name, Qt::Key_Tab);
    REQUIRE(post->hasFocus());
    wheel(*post);
    CHECK(post->value() == "employee");
}

TEST_CASE("Enter presses the button that has the focus, in windows and in dialogs")
{
    QDialog dialog;
    auto* column = new QVBoxLayout(&dialog);
    auto* destroy = makeButton(QStringLiteral("Xóa"), {}, ButtonKind::Primary);
    auto* keep = makeButton(QStringLiteral("Giữ lại"));
    column->addWidget(destroy);
    column->addWidget(keep);
    destroy->setDefault(true);
    int destroyed = 0, kept = 0;
    QObject::connect(destroy, &QPushButton::clicked, [&] { ++destroyed; });
    QObject::connect(keep, &QPushButton::clicked, [&] { ++kept; });
    dialog.show();
    dialog.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Return);
    QTest::keyClick(keep, Qt::Key_Enter);
    CHECK(kept == 2);
    CHECK(destroyed == 0);
    QWidget window;
    auto* alone = makeButton(QStringLiteral("Ghi"), {}, ButtonKind::Normal, &window);
    int pressed = 0;
    QObject::connect(alone, &QPushButton::clicked, [&] { ++pressed; });
    window.show();
    alone->setFocus();
    QTest::keyClick(alone, Qt::Key_Return);
    CHECK(pressed == 1);
    alone->setEnabled(false);
    QTest::keyClick(alone, Qt::Key_Return);
    CHECK(pressed == 1);
}

TEST_CASE("Ctrl+S in a dialog presses its main button")
{
    QDialog dialog;
    auto* column = new QVBoxLayout(&dialog);
    auto* line = new LineField;
    column->addWidget(line);
    auto* write = makeButton(QStringLiteral("Ghi"), {}, ButtonKind::Primary);
    column->addWidget(write);
    write->setDefault(true);
    int written = 0;
    QObject::connect(write, &QPushButton::clicked, [&] { ++written; });
    dialog.show();
    QTest::keyClick(line, Qt::Key_S, Qt::ControlModifier);
    CHECK(written == 1);
    write->setDefault(false);
    write->setAutoDefault(false);
    QTest::keyClick(line, Qt::Key_S, Qt::ControlModifier);
    CHECK(written == 2); // also where Enter belongs to something else
    write->setEnabled(false);
    QTest::keyClick(line, Qt::Key_S, Qt::ControlModifier);
    CHECK(written == 2);
}

TEST_CASE("Enter writes from a line of text and from a number alike")
{
    QWidget area;
    auto* column = new QVBoxLayout(&area);
    auto* line = new QLineEdit(&area);
    auto* number = new QSpinBox(&area);
    auto* save = saving(makeButton(QStringLiteral("Ghi"), {}, ButtonKind::Primary, &area));
    for (QWidget* part : std::initializer_list<QWidget*>{line, number, save})
        column->addWidget(part);
    enterWrites(&area);
    int written = 0;
    QObject::connect(save, &QPushButton::clicked, &area, [&written] { ++written; });
    area.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&area));
    area.activateWindow();
    for (QWidget* part : std::initializer_list<QWidget*>{line, number}) {
        part->setFocus();
        QTest::keyClick(part, Qt::Key_Return);
    }
    CHECK(written == 2);
}

TEST_CASE("Ctrl+P in a dialog presses the button that prints, from wherever one is, and Enter a focused tool button")
{
    QDialog dialog;
    auto* column = new QVBoxLayout(&dialog);
    auto* line = new LineField;
    column->addWidget(line);
    auto* write = makeButton(QStringLiteral("Ban hành"), {}, ButtonKind::Primary);
    auto* show = printing(makeButton(QStringLiteral("Xem bản in")));
    auto* tool = new QToolButton;
    column->addWidget(write);
    column->addWidget(show);
    column->addWidget(tool);
    write->setDefault(true);
    int written = 0, shown = 0, tooled = 0;
    QObject::connect(write, &QPushButton::clicked, [&] { ++written; });
    QObject::connect(show, &QPushButton::clicked, [&] { ++shown; });
    QObject::connect(tool, &QToolButton::clicked, [&] { ++tooled; });
    dialog.show();
    for (QWidget* at : {static_cast<QWidget*>(line), static_cast<QWidget*>(write), static_cast<QWidget*>(tool)})
        QTest::keyClick(at, Qt::Key_P, Qt::ControlModifier);
    CHECK(shown == 3);
    tool->setFocus();
    QTest::keyClick(tool, Qt::Key_Return);
    CHECK(tooled == 1);
    CHECK(written == 0);
    show->hide();
    QTest::keyClick(line, Qt::Key_P, Qt::ControlModifier); // says that there is nothing to print
    CHECK(shown == 3);
    CHECK(dialog.isVisible());
    QTest::keyClick(line, Qt::Key_Escape);
    CHECK_FALSE(dialog.isVisible());
}

TEST_CASE("keys never reach a field that is not to be seen")
{
    QWidget window;
    auto* page = new QWidget(&window);
    auto* line = new LineField({}, page);
    window.resize(200, 100);
    window.show();
    page->hide();
    QTest::keyClick(line, Qt::Key_A);
    CHECK(line->text().isEmpty());
}

TEST_CASE("a dialog stands in the middle of the window that it asks about, within the screen")
{
    QWidget window;
    window.setGeometry(150, 120, 500, 400);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    QDialog asks(&window);
    asks.resize(300, 200);
    asks.show();
    const QPoint apart = asks.geometry().center() - window.geometry().center();
    CHECK(std::abs(apart.x()) < 30);
    CHECK(std::abs(apart.y()) < 30);
    asks.move(170, 140); // where the person puts it, it stays
    asks.hide();
    asks.show();
    CHECK(asks.pos() == QPoint(170, 140));
    QDialog large(&window);
    large.resize(5000, 5000);
    large.show();
    const auto said = [](const QRect& at) { return std::to_string(at.x()) + " " + std::to_string(at.y()) + " " + std::to_string(at.width()) + " " + std::to_string(at.height()); };
    INFO(said(large.geometry()) << " in " << said(large.screen()->availableGeometry()));
    CHECK(large.screen()->availableGeometry().contains(large.geometry()));
}

TEST_CASE("what is said below a field does not move a button away while it is pressed")
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* form = new FormField(QStringLiteral("Ngày ký"), new DateField);
    column->addWidget(form);
    auto* button = makeButton(QStringLiteral("Tất cả được tặng"));
    column->addWidget(button);
    window.show(); // as high as it needs: a line more moves what stands below

    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    const QPoint middle(20, button->height() / 2);
    const QPoint at = button->mapTo(&window, middle);
    int pressed = 0;
    QObject::connect(button, &QPushButton::clicked, [&] { ++pressed; });
    QTest::mousePress(window.windowHandle(), Qt::LeftButton, {}, at);
    form->setError(QStringLiteral("Chưa ghi ngày ký; xin ghi như 04/10/2021."));
    QTest::qWait(100);
    CHECK(button->mapTo(&window, middle) == at);
    QTest::mouseRelease(window.windowHandle(), Qt::LeftButton, {}, at);
    CHECK(pressed == 1);
    CHECK(QTest::qWaitFor([&] { return button->mapTo(&window, middle).y() > at.y(); }, 3000)); // now it may
}

TEST_CASE("a field that is typed into stays in view when a message takes some height")
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* message = new QWidget;
    message->setFixedHeight(90);
    message->hide();
    column->addWidget(message);
    auto* inner = new QWidget;
    auto* fields = new QVBoxLayout(inner);
    LineField* last = nullptr;
    for (int i = 0; i < 6; ++i)
        fields->addWidget(last = new LineField);
    auto* scroll = makeScrolling(inner, &window);
    column->addWidget(scroll, 1);
    window.resize(300, 280);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    last->setFocus();
    message->show();
    const auto seen = [&] { return scroll->viewport()->rect().contains(QRect(last->mapTo(scroll->viewport(), QPoint(0, 0)), last->size())); };
    CHECK(QTest::qWaitFor(seen, 1000));
}

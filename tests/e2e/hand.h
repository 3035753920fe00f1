// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/open_window.h"
#include "support/catch.h"
#include "ui/models/grid_table.h"
#include "ui/models/record_table.h"
#include "ui/widgets/fields.h"

#include <QAbstractButton>
#include <QApplication>
#include <QInputMethodEvent>
#include <QTableView>
#include <QTimer>

namespace thidua::test {

/// What `look` finds wrong once the window has come to rest: forms take their place over several rounds of events, and how long those
/// take depends on the machine. What stays wrong is answered after three seconds.
template <class Look>
QString atRest(Look&& look)
{
    QTest::qWait(15);
    QString wrong = look();
    for (int round = 0; round < 100 && !wrong.isEmpty(); ++round) {
        QTest::qWait(30);
        wrong = look();
    }
    return wrong;
}

/// What a person's hand does in the open window: looks for what is visible, clicks it, types into it.
class Hand {
public:
    explicit Hand(OpenWindow& opened) : m_opened(opened) {}

    static void settle()
    {
        for (int i = 0; i < 3; ++i) {
            QApplication::processEvents();
            QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    template <class W>
    W* maybe(const QString& name)
    {
        for (auto* found : m_opened.window().findChildren<W*>(name))
            if (found->isVisible())
                return found;
        return nullptr;
    }
    template <class W>
    W& find(const QString& name)
    {
        settle();
        auto* found = maybe<W>(name);
        INFO("looking for " << name.toStdString());
        REQUIRE(found != nullptr);
        return *found;
    }
    void click(const QString& name)
    {
        auto& button = find<QAbstractButton>(name);
        INFO("clicking " << name.toStdString());
        REQUIRE(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
        settle();
    }
    bool can(const QString& action) { return m_opened.window().actions().find(action)->isEnabled(); }
    /// By the button of the page where there is one, else as the menus and Ctrl+K run it.
    void act(const QString& id)
    {
        auto* action = m_opened.window().actions().find(id);
        INFO("action " << id.toStdString());
        REQUIRE(action != nullptr);
        INFO(action->toolTip().toStdString());
        REQUIRE(action->isEnabled());
        QAbstractButton* shown = nullptr;
        for (auto* button : m_opened.window().currentPage()->findChildren<QAbstractButton*>())
            if (button->isVisible() && button->isEnabled() && button->text() == action->text())
                shown = button;
        if (shown)
            QTest::mouseClick(shown, Qt::LeftButton);
        else
            action->trigger();
        settle();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &m_opened.window(), key, modifiers);
        settle();
    }
    /// Letters of the keyboard alone: figures and days.
    void keys(const QString& name, const QString& text)
    {
        auto& field = find<QLineEdit>(name);
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
        settle();
    }
    /// Vietnamese words come as an input method sends them.
    void write(const QString& name, const QString& text)
    {
        auto& field = find<QWidget>(name);
        field.setFocus();
        REQUIRE(QMetaObject::invokeMethod(&field, "selectAll"));
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(&field, &event);
        settle();
    }
    /// Steps down the list of a choice.
    void choose(const QString& name, const std::string& code)
    {
        auto& choice = find<ui::ChoiceField>(name);
        choice.setFocus();
        QTest::keyClick(&choice, Qt::Key_Home);
        for (int i = 0; i < choice.count() && choice.value() != code; ++i)
            QTest::keyClick(&choice, Qt::Key_Down);
        CHECK(choice.value() == code);
        settle();
    }
    /// Does the action and fills the dialog that stops everything else meanwhile.
    template <class Fill>
    void actAndFill(const QString& action, const QString& dialog, Fill&& fill)
    {
        bool came = false;
        QTimer::singleShot(0, &m_opened.window(), [&] {
            auto* modal = QApplication::activeModalWidget();
            came = modal != nullptr && modal->objectName() == dialog;
            if (came)
                fill(*modal);
        });
        act(action);
        CHECK(came);
    }
    /// A cell of a sheet by its keys.
    void cell(ui::GridTable& grid, std::int64_t row, const QString& column, const QString& text)
    {
        REQUIRE(grid.goTo(row, column));
        grid.view()->setFocus();
        for (const QChar letter : text)
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        settle();
    }
    /// Every sentence that stands in messages or beside fields of the page.
    QString words()
    {
        QStringList all;
        for (auto* label : m_opened.window().currentPage()->findChildren<QLabel*>())
            if (label->isVisible())
                all << label->text();
        return all.join(QLatin1Char('\n'));
    }

private:
    OpenWindow& m_opened;
};

}

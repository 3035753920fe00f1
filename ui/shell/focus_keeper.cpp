// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/focus_keeper.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QTimer>

namespace thidua::ui {
namespace {

bool canTake(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() && widget.focusPolicy() != Qt::NoFocus;
}

}

FocusKeeper::FocusKeeper(QWidget& window, Page page, Home home)
    : QObject(&window), m_window(window), m_page(std::move(page)), m_home(std::move(home))
{
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (!m_holding || m_checking)
            return;
        m_checking = true;
        QTimer::singleShot(0, this, &FocusKeeper::check); // the page is still being filled
    });
}

void FocusKeeper::release()
{
    m_holding = false;
    qApp->removeEventFilter(this);
}

bool FocusKeeper::isPress(const QEvent& event)
{
    if (event.type() == QEvent::MouseButtonRelease)
        return true;
    if (event.type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent&>(event).key();
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space || key == Qt::Key_Delete;
}

bool FocusKeeper::isInside(const QWidget* widget) const
{
    const QWidget* page = m_page();
    return widget && page && page->isAncestorOf(widget) && canTake(*widget);
}

void FocusKeeper::hold()
{
    QWidget* now = m_window.focusWidget();
    if (!isInside(now))
        return;
    m_place = {m_page(), now, now->objectName(), now->accessibleName(), now->metaObject()->className()};
    if (!m_holding)
        qApp->installEventFilter(this);
    m_holding = true;
    m_passedOn = false;
    if (!m_checking) {
        m_checking = true;
        QTimer::singleShot(0, this, &FocusKeeper::check);
    }
}

bool FocusKeeper::eventFilter(QObject* watched, QEvent* event)
{
    if (m_holding && event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason(); // a key that moves on has ended the holding before
        m_passedOn = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
    }
    if (m_holding && (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && widget->window() == &m_window) {
            if (event->type() == QEvent::KeyPress)
                check(); // the key goes where it would have gone
            release();
        }
    }
    return false;
}

void FocusKeeper::check()
{
    m_checking = false;
    if (!m_holding || (isInside(m_window.focusWidget()) && !m_passedOn))
        return;
    m_passedOn = false;
    if (m_place.page != m_page()) { // another page has come forward, with a place of its own
        release();
        return;
    }
    if (QWidget* place = found())
        place->setFocus(Qt::OtherFocusReason);
    else
        m_home();
}

/// The same widget, or the one that stands for it now.
QWidget* FocusKeeper::found() const
{
    if (m_place.widget && isInside(m_place.widget))
        return m_place.widget;
    if (m_place.name.isEmpty() && m_place.spoken.isEmpty())
        return nullptr;
    for (auto* widget : m_place.page->findChildren<QWidget*>(m_place.name))
        if (canTake(*widget) && widget->accessibleName() == m_place.spoken && m_place.kind == widget->metaObject()->className())
            return widget;
    return nullptr;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/label.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPointer>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>

namespace thidua::ui {
namespace {

/// Gives the inner widget exactly the height that its wrapped texts need at the present width; Qt would reserve that of a narrower one.
/// It never scrolls sideways: the place is at least as wide as what cannot be wrapped.
class HeightFitter final : public QObject {
public:
    HeightFitter(QScrollArea* scroll, QWidget* inner) : QObject(scroll), m_scroll(scroll), m_viewport(scroll->viewport()), m_inner(inner)
    {
        m_viewport->installEventFilter(this);
        inner->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool resized = event->type() == QEvent::Resize && watched == m_viewport;
        if (event->type() == QEvent::LayoutRequest && m_inner && watched == m_inner && m_inner->layout())
            m_scroll->setMinimumWidth(m_inner->layout()->totalMinimumSize().width() + m_scroll->verticalScrollBar()->sizeHint().width());
        if ((resized || event->type() == QEvent::LayoutRequest) && m_viewport && m_inner && m_inner->layout() && m_inner->layout()->hasHeightForWidth())
            m_inner->setMinimumHeight(m_inner->layout()->totalHeightForWidth(m_viewport->width()));
        if (resized && static_cast<QResizeEvent*>(event)->size().height() < static_cast<QResizeEvent*>(event)->oldSize().height())
            keepInView();
        return false;
    }

private:
    /// A message above has taken some height: who types still sees where.
    void keepInView()
    {
        QWidget* typing = m_inner ? QApplication::focusWidget() : nullptr;
        if (typing && m_inner->isAncestorOf(typing) && typing->height() < m_viewport->height())
            QTimer::singleShot(0, typing, [scroll = m_scroll, typing] { scroll->ensureWidgetVisible(typing, 0, Theme::px(8)); });
    }
    QScrollArea* m_scroll;
    QPointer<QWidget> m_viewport; // both go before the scroll area itself
    QPointer<QWidget> m_inner;
};

}

QScrollArea* makeScrolling(QWidget* inner, QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    inner->setProperty("body", "1");
    scroll->setWidget(inner);
    // Both would fill themselves with the window's colour.
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    new HeightFitter(scroll, inner);
    return scroll;
}

void bringIntoView(QWidget* part)
{
    for (QWidget* at = part; at->parentWidget() && !at->objectName().startsWith(QStringLiteral("page.")); at = at->parentWidget()) {
        auto* stack = qobject_cast<QStackedWidget*>(at->parentWidget());
        auto* tabs = stack ? qobject_cast<QTabWidget*>(stack->parentWidget()) : nullptr;
        if (tabs)
            tabs->setCurrentWidget(at);
        else if (stack)
            stack->setCurrentWidget(at);
    }
    QTimer::singleShot(0, part, [part] { // the sentence under the field has just appeared
        for (QWidget* at = part->parentWidget(); at; at = at->parentWidget())
            if (auto* scroll = qobject_cast<QScrollArea*>(at)) {
                if (auto* layout = scroll->widget()->layout())
                    layout->activate();
                scroll->ensureWidgetVisible(part, Theme::px(8), Theme::px(24));
            }
    });
}

Card::Card(const QString& title, const QString& icon, const QString& right, QWidget* parent) : QFrame(parent)
{
    setProperty("card", "1");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_head = new QWidget(this);
    m_head->setMinimumHeight(Theme::px(36));
    m_headRow = new QHBoxLayout(m_head);
    m_headRow->setContentsMargins(Theme::px(12), 0, Theme::px(12), 0);
    m_headRow->setSpacing(Theme::px(8));
    if (!icon.isEmpty())
        m_headRow->addWidget(makeIconLabel(icon, Ink::Text2, 16, m_head));
    m_title = new Label(title, TypeRole::Strong, Ink::Text, m_head);
    m_right = new Label(right, TypeRole::Small, Ink::Text2, m_head);
    m_headRow->addWidget(m_title);
    m_headRow->addStretch();
    m_headRow->addWidget(m_right);
    auto* rule = makeRule(this);
    column->addWidget(m_head);
    column->addWidget(rule);
    m_head->setVisible(!title.isEmpty());
    rule->setVisible(!title.isEmpty());
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(Theme::px(12), Theme::px(10), Theme::px(12), Theme::px(12));
    m_body->setSpacing(Theme::px(8));
    column->addLayout(m_body, 1);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
}

void Card::setRightText(const QString& text)
{
    m_right->setText(text);
}

void Card::addToHead(QWidget* widget)
{
    m_headRow->addWidget(widget);
}

}

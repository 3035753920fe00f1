// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>

namespace thidua::ui {

EmptyState::EmptyState(const QString& icon, const QString& title, const QString& text, QAction* main, QAction* second,
                       const QString& hint, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(Theme::px(8));
    column->setContentsMargins(Theme::px(8), Theme::px(4), Theme::px(8), Theme::px(4));
    column->addStretch(2);
    m_icon = makeIconLabel(icon, Ink::Text3, 48, this);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    auto* head = makeWrapped(title, TypeRole::BallotName, Ink::Text, this);
    head->setAlignment(Qt::AlignHCenter);
    column->addWidget(head);
    auto* words = makeWrapped(text, TypeRole::Text, Ink::Text2, this);
    words->setAlignment(Qt::AlignHCenter);
    words->setMaximumWidth(Theme::px(560));
    auto* wordsRow = new QHBoxLayout;
    wordsRow->addStretch(1);
    wordsRow->addWidget(words, 8);
    wordsRow->addStretch(1);
    column->addLayout(wordsRow);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::px(8));
    buttons->addStretch();
    if (main)
        buttons->addWidget(makeButton(main, ButtonKind::Primary, this));
    if (second)
        buttons->addWidget(makeButton(second, ButtonKind::Normal, this));
    buttons->addStretch();
    column->addSpacing(Theme::px(8));
    column->addLayout(buttons);
    if (!hint.isEmpty()) {
        auto* last = makeWrapped(hint, TypeRole::Text, Ink::Text2, this);
        last->setAlignment(Qt::AlignHCenter);
        column->addSpacing(Theme::px(8));
        column->addWidget(last);
    }
    column->addStretch(3);
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // In a low room the words go before the picture.
    int needed = layout()->minimumHeightForWidth(width());
    if (m_icon->isHidden())
        needed += m_icon->sizeHint().height() + layout()->spacing();
    m_icon->setHidden(needed > height());
}

}

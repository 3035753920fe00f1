// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/side_panel.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/enter_writes.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/least_height.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>

namespace thidua::ui {
SidePanel::SidePanel(int width, QWidget* parent) : QFrame(parent), m_width(width)
{
    setProperty("card", "1");
    setMinimumWidth(Theme::px(260));
    setAccessibleName(tr("Chi tiết"));
    enterWrites(this);
    keepLeastHeight(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_head = makeHead();
    column->addWidget(m_head);
    m_nothing = makeWrapped({}, TypeRole::Text, Ink::Text2, this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setContentsMargins(Theme::px(24), 0, Theme::px(24), 0);
    m_nothing->hide();
    column->addWidget(m_nothing, 1);
    auto* inner = new QWidget;
    m_body = new QVBoxLayout(inner);
    m_body->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    m_body->setSpacing(Theme::px(8));
    m_body->addStretch(1);
    m_scroll = makeScrolling(inner, this);
    m_scroll->setMinimumHeight(Theme::px(110));
    column->addWidget(m_scroll, 1);
    m_foot = new QWidget(this);
    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(0);
    foot->addWidget(makeRule(m_foot));
    m_footRow = new FlowLayout;
    m_footRow->setContentsMargins(Theme::px(16), Theme::px(10), Theme::px(16), Theme::px(10));
    m_footRow->setSpacing(Theme::px(8));
    foot->addLayout(m_footRow);
    m_foot->hide();
    column->addWidget(m_foot);
}

QWidget* SidePanel::makeHead()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(8));
    row->setContentsMargins(Theme::px(16), Theme::px(8), Theme::px(8), 0);
    m_title = makeWrapped({}, TypeRole::PanelTitle, Ink::Text, head);
    m_title->setContentsMargins(0, Theme::px(2), 0, 0);
    row->addWidget(m_title, 1);
    m_chip = new Chip(Tone::Mute, {}, {}, head);
    m_chip->hide();
    row->addWidget(m_chip, 0, Qt::AlignVCenter);
    m_close = compact(makeIconButton(QStringLiteral("close"), tr("Đóng khung bên (F4)"), ButtonKind::Quiet, head));
    connect(m_close, &QPushButton::clicked, this, &SidePanel::closed);
    row->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(row);
    m_subtitle = makeWrapped({}, TypeRole::Text, Ink::Text2, head);
    m_subtitle->setContentsMargins(Theme::px(16), 0, Theme::px(16), 0);
    column->addWidget(m_subtitle);
    column->addStretch();
    column->addSpacing(Theme::px(9));
    column->addWidget(makeRule(head));
    head->setMinimumHeight(Theme::px(64));
    return head;
}

void SidePanel::setTitle(const QString& title, const QString& subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    setAccessibleName(title);
    showContent();
}

void SidePanel::setChip(Tone tone, const QString& text, const QString& icon)
{
    m_chip->set(tone, text, icon);
    m_chip->show();
}

void SidePanel::clearChip()
{
    m_chip->hide();
}

void SidePanel::addToBody(QWidget* widget)
{
    m_body->insertWidget(m_body->count() - 1, widget);
    if (isVisible() && !widget->testAttribute(Qt::WA_WState_ExplicitShowHide))
        widget->show(); // at once: it may be given the keyboard before the layout has its turn
}

void SidePanel::toTop()
{
    m_scroll->verticalScrollBar()->setValue(0);
}

void SidePanel::clearBody()
{
    clearLayout(*m_body, 1);
    toTop();
}

void SidePanel::addToFoot(QPushButton* button, bool farRight)
{
    if (farRight)
        m_footRow->addToEnd(button);
    else
        m_footRow->addWidget(button);
    m_foot->setVisible(m_nothing->isHidden());
}

void SidePanel::clearFoot()
{
    clearLayout(*m_footRow);
    m_foot->hide();
}

void SidePanel::showNothing(const QString& sentence)
{
    m_nothing->setText(sentence);
    m_nothing->show();
    m_head->hide();
    m_scroll->hide();
    m_foot->hide();
}

void SidePanel::showContent()
{
    m_nothing->hide();
    m_head->show();
    m_scroll->show();
    m_foot->setVisible(m_footRow->count() > 0);
}

void SidePanel::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

}

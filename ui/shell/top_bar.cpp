// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/text/qt_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QMenu>

namespace thidua::ui {

TopBar::TopBar(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(Theme::px(48));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(16), 0, Theme::px(10), 1);
    row->setSpacing(Theme::px(8));
    row->addWidget(makeBrand());
    m_yearButton = makeButton(QString(), QStringLiteral("calendar"), ButtonKind::Normal, this);
    m_yearButton->setObjectName(QStringLiteral("schoolYear"));
    m_yearButton->setProperty("leftAligned", true);
    m_yearButton->setProperty("strong", true);
    m_yearButton->setFixedWidth(Theme::px(202));
    m_yearMenu = new QMenu(m_yearButton);
    m_yearButton->setMenu(m_yearMenu);
    row->addWidget(m_yearButton);
    m_closed = new Chip(Tone::Mute, tr("Đã khóa – chỉ xem"), QStringLiteral("lock"), this);
    m_closed->hide();
    row->addWidget(m_closed);
    row->addSpacing(Theme::px(8));
    m_school = new Label({}, TypeRole::Text, Ink::Text2, this);
    m_school->setElided(true);
    row->addWidget(m_school, 1);
    row->addWidget(makeSearch());
    row->addSpacing(Theme::px(4));
    m_user = makeButton(QString(), QStringLiteral("user"), ButtonKind::Quiet, this);
    m_user->setObjectName(QStringLiteral("user"));
    m_userMenu = new QMenu(m_user);
    m_user->setMenu(m_userMenu);
    row->addWidget(m_user);
}

QWidget* TopBar::makeBrand()
{
    m_brand = new QWidget(this);
    m_brand->setFixedWidth(Theme::px(182));
    auto* row = new QHBoxLayout(m_brand);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addWidget(makeIconLabel(QStringLiteral("app"), Ink::Accent, 20, m_brand));
    m_program = new Label(tr("Thi Đua"), TypeRole::PanelTitle, Ink::Text, m_brand);
    row->addWidget(m_program);
    row->addStretch();
    return m_brand;
}

QWidget* TopBar::makeSearch()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setProperty("quietGround", true);
    m_search->setFixedSize(Theme::px(308), Theme::px(30));
    m_search->setPlaceholderText(tr("Tìm người, quyết định, sáng kiến…"));
    m_search->setAccessibleName(tr("Tìm mọi thứ (Ctrl+K)"));
    auto* row = new QHBoxLayout(m_search);
    row->setContentsMargins(Theme::px(8), 0, Theme::px(5), 0);
    row->addWidget(makeIconLabel(QStringLiteral("search"), Ink::Text2, 16, m_search));
    row->addStretch();
    auto* key = new Label(QStringLiteral("Ctrl+K"), TypeRole::Badge, Ink::Text2, m_search);
    key->setProperty("key", "1");
    key->setFixedHeight(Theme::px(18));
    row->addWidget(key);
    m_search->setTextMargins(Theme::px(20), 0, key->sizeHint().width(), 0);
    return m_search;
}

void TopBar::setYears(const std::vector<Year>& years, SchoolYear current)
{
    m_years = years;
    m_current = current;
    bool closed = false;
    for (const Year& year : years)
        closed = closed || (year.year == current && year.closed);
    m_yearButton->setText(tr("Năm học %1").arg(toQ(current.screen())));
    m_yearButton->setAccessibleName(closed ? tr("Năm học %1, đã khóa").arg(toQ(current.screen())) : m_yearButton->text());
    m_yearButton->setProperty("iconName", closed ? QStringLiteral("lock") : QStringLiteral("calendar"));
    m_yearButton->update();
    m_closed->setVisible(closed);
    rebuildYearMenu();
}

void TopBar::setYearActions(const QList<QAction*>& actions)
{
    m_yearActions = actions;
    rebuildYearMenu();
}

void TopBar::rebuildYearMenu()
{
    m_yearMenu->clear();
    for (const Year& year : m_years) {
        const QString text = tr("Năm học %1").arg(toQ(year.year.screen()));
        QAction* action = m_yearMenu->addAction(year.closed ? tr("%1 – đã khóa").arg(text) : text);
        action->setIcon(icon(year.year == m_current ? QStringLiteral("check") : year.closed ? QStringLiteral("lock") : QStringLiteral("calendar")));
        connect(action, &QAction::triggered, this, [this, y = year.year] { emit yearChosen(y); });
    }
    if (!m_yearActions.isEmpty()) {
        m_yearMenu->addSeparator();
        m_yearMenu->addActions(m_yearActions);
    }
}

void TopBar::setSchool(const QString& name)
{
    m_school->setText(name);
}

void TopBar::setUser(const QString& name, const QString& role)
{
    m_user->setText(role.isEmpty() ? name : QStringLiteral("%1 – %2").arg(name, role));
    m_user->setAccessibleName(tr("Người dùng: %1").arg(m_user->text()));
    m_user->setVisible(!name.isEmpty());
}

void TopBar::setNarrow(bool narrow)
{
    m_brand->setFixedWidth(Theme::px(narrow ? 96 : 182));
    m_search->setFixedWidth(Theme::px(narrow ? 230 : 308));
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    setNarrow(width() < Theme::px(1100));
}

}

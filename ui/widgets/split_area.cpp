// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/split_area.h"

#include "ui/theme/theme.h"
#include "ui/widgets/side_panel.h"

#include <QBoxLayout>
#include <QSplitter>

namespace thidua::ui {
namespace {

/// The content's width in a window of 1100 px with the navigation as icons.
constexpr int kNarrow = 1000;
/// One below the other needs this much height; in a lower window (a small screen with large text) they stay side by side.
constexpr int kTall = 400;

}

SplitArea::SplitArea(QWidget* main, SidePanel* panel, QWidget* parent)
    : QWidget(parent), m_main(main), m_panel(panel), m_panelWidth(Theme::px(panel->designWidth()))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(main);
    m_splitter->addWidget(panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    row->addWidget(m_splitter);
    connect(panel, &SidePanel::closed, this, [this] {
        setPanelVisible(false);
        m_main->setFocus();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        if (!m_narrow && m_panel->width() * 5 < width() * 2)
            m_panelWidth = m_panel->width();
    });
}

void SplitArea::setPanelVisible(bool visible)
{
    if (m_panel->isHidden() != visible)
        return;
    m_panel->setVisible(visible);
    arrange();
    emit panelShown(visible);
}

bool SplitArea::isPanelVisible() const
{
    return !m_panel->isHidden();
}

QJsonObject SplitArea::saveState() const
{
    return {{QStringLiteral("panel"), isPanelVisible()}, {QStringLiteral("width"), m_panelWidth / Theme::factor()}};
}

void SplitArea::restoreState(const QJsonObject& state)
{
    if (state.contains(QStringLiteral("width")))
        m_panelWidth = std::max(Theme::px(260), Theme::px(state.value(QStringLiteral("width")).toDouble()));
    setPanelVisible(state.value(QStringLiteral("panel")).toBool(true));
    arrange();
}

void SplitArea::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < Theme::px(kNarrow) && height() >= Theme::px(kTall);
    if (narrow != m_narrow || !m_sized || (!narrow && event->oldSize().width() != event->size().width() && width() * 2 < 5 * m_panelWidth)) {
        m_narrow = narrow;
        m_sized = true;
        arrange();
    }
}

/// The width that the person gave the panel, but not more than two fifths.
int SplitArea::sideWidth() const
{
    return std::min(m_panelWidth, std::max(m_panel->minimumSizeHint().width(), width() * 2 / 5));
}

void SplitArea::arrange()
{
    m_splitter->setOrientation(m_narrow ? Qt::Vertical : Qt::Horizontal);
    if (m_narrow)
        m_splitter->setSizes({height() * 11 / 20, height() * 9 / 20});
    else
        m_splitter->setSizes({std::max(1, width() - sideWidth() - m_splitter->handleWidth()), sideWidth()});
}

}

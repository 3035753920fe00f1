// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/least_height.h"

#include <QLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace thidua::ui {

/// What a part of a stack needs at that width. A stack's own layout answers for all its parts, so this is asked of the one that is shown.
inline QSize leastOf(const QWidget& part, int width)
{
    QSize least = part.minimumSizeHint().expandedTo(part.minimumSize());
    if (const auto* inner = part.layout(); inner && part.hasHeightForWidth()) // a stack within has answered for what it shows
        least.setHeight(std::max(leastHeight(*inner, width), part.minimumHeight()));
    return least;
}

/// A stack that is as high as what it shows: what lies behind asks for no room.
class CurrentStack : public QStackedWidget {
public:
    explicit CurrentStack(QWidget* parent) : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
    }
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    QSize minimumSizeHint() const override { return currentWidget() ? leastOf(*currentWidget(), width()) : QSize(); }
    bool hasHeightForWidth() const override { return false; }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QStackedWidget::resizeEvent(event);
        updateGeometry();
    }
};

/// Likewise tabs.
class CurrentTabs : public QTabWidget {
public:
    explicit CurrentTabs(QWidget* parent) : QTabWidget(parent)
    {
        connect(this, &QTabWidget::currentChanged, this, [this] { updateGeometry(); });
    }
    QSize minimumSizeHint() const override
    {
        const QSize all = QTabWidget::minimumSizeHint();
        return currentWidget() ? QSize(all.width(), tabBar()->sizeHint().height() + leastOf(*currentWidget(), width()).height()) : all;
    }
    bool hasHeightForWidth() const override { return false; }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QTabWidget::resizeEvent(event);
        updateGeometry();
    }
};

}

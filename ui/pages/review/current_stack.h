// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/least_height.h"

#include <QLayout>
#include <QStackedWidget>

namespace thidua::ui {

/// A stack that is as high as what it shows: what lies behind asks for no room.
class CurrentStack : public QStackedWidget {
public:
    explicit CurrentStack(QWidget* parent) : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
    }
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    /// A stack's own layout answers for all its pages, so the height at the width that it has is told here.
    QSize minimumSizeHint() const override
    {
        if (!currentWidget())
            return {};
        QSize least = currentWidget()->minimumSizeHint().expandedTo(currentWidget()->minimumSize());
        if (const auto* inner = currentWidget()->layout(); inner && inner->hasHeightForWidth())
            least.setHeight(std::max(leastHeight(*inner, width()), currentWidget()->minimumHeight()));
        return least;
    }
    bool hasHeightForWidth() const override { return false; }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QStackedWidget::resizeEvent(event);
        updateGeometry();
    }
};

}

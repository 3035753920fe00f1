// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/least_height.h"

#include <QEvent>
#include <QLayout>
#include <QWidget>

namespace thidua::ui {
namespace {

class LeastHeight final : public QObject {
public:
    explicit LeastHeight(QWidget* widget) : QObject(widget), m_widget(widget) { widget->installEventFilter(this); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if ((event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) && m_widget->layout()) {
            auto* layout = m_widget->layout();
            const int least = layout->hasHeightForWidth() ? layout->minimumHeightForWidth(m_widget->width()) : layout->minimumSize().height();
            if (least != m_widget->minimumHeight())
                m_widget->setMinimumHeight(least);
        }
        return false;
    }

private:
    QWidget* m_widget;
};

}

void keepLeastHeight(QWidget* widget)
{
    new LeastHeight(widget);
}

}

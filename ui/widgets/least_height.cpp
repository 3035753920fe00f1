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
            const int least = leastHeight(*m_widget->layout(), m_widget->width());
            if (least != m_widget->minimumHeight())
                m_widget->setMinimumHeight(least);
        }
        return false;
    }

private:
    QWidget* m_widget;
};

}

int leastHeight(const QLayout& layout, int width)
{
    return layout.hasHeightForWidth() ? layout.minimumHeightForWidth(width) : layout.minimumSize().height();
}

void keepLeastHeight(QWidget* widget)
{
    new LeastHeight(widget);
}

}

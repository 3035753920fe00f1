// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clear_layout.h"

#include <QLayout>
#include <QWidget>

namespace thidua::ui {

void clearLayout(QLayout& layout, int kept)
{
    while (layout.count() > kept) {
        auto* item = layout.takeAt(0);
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->setObjectName({}); // whoever looks for the name finds what comes in its place
            widget->deleteLater();
        }
        delete item;
    }
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/field.h"

#include <QVariant>
#include <QWidget>

namespace thidua::ui {

void Field::showError(bool on)
{
    QWidget* w = widget();
    if (w->property("wrong").toBool() == on)
        return;
    w->setProperty("wrong", on);
    w->update();
}

void Field::changed()
{
    if (onShown)
        onShown();
    if (onChanged)
        onChanged();
}

}

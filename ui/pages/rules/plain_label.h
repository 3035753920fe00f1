// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/label.h"

namespace thidua::ui::rules_page {

/// A wrapped text that is never read as rich text: words of the law and of people may hold “&” and “<”.
inline Label* makePlain(const QString& text, TypeRole role, Ink ink, QWidget* parent)
{
    auto* label = makeWrapped({}, role, ink, parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

}

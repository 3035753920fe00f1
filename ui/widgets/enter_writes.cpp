// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/enter_writes.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/search_field.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace thidua::ui {
namespace {

/// The line itself leaves the key to what is around it.
class EnterWrites final : public QObject {
public:
    explicit EnterWrites(QWidget* area) : QObject(area), m_area(area) { area->installEventFilter(this); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        const auto* line = enter && !key->isAutoRepeat() ? QApplication::focusWidget() : nullptr;
        const bool ofOneLine = qobject_cast<const QLineEdit*>(line) || qobject_cast<const QAbstractSpinBox*>(line);
        if (!ofOneLine || qobject_cast<const SearchField*>(line) || !m_area->isAncestorOf(line))
            return false;
        for (const QWidget* at = line; at != m_area; at = at->parentWidget())
            if (at->property("ownEnter").toBool())
                return false;
        auto* button = savingButton(*m_area, line);
        if (button && button->isEnabled())
            button->click();
        return button != nullptr;
    }

private:
    QWidget* m_area;
};

}

void enterWrites(QWidget* area)
{
    new EnterWrites(area);
}

}

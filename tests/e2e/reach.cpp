// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/reach.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextEdit>

namespace thidua::test {
namespace {

QString nameOf(const QWidget& widget)
{
    QString name = QString::fromLatin1(widget.metaObject()->className()) + QLatin1Char(' ');
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget); button && !button->text().isEmpty())
        name += QStringLiteral("“%1” ").arg(button->text());
    else if (const auto* label = qobject_cast<const QLabel*>(&widget))
        name += QStringLiteral("“%1” ").arg(label->text().left(60));
    return name + (widget.objectName().isEmpty() ? widget.accessibleName() : widget.objectName());
}

bool isReached(const QWidget& widget)
{
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget)
        || qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractItemView*>(&widget)
        || qobject_cast<const QTextEdit*>(&widget) || widget.objectName() == QLatin1String("statusLine");
}

/// Inside the cells of a table or its head: those scroll with it.
bool isInsideView(const QWidget& widget)
{
    for (const QWidget* at = widget.parentWidget(); at && !at->isWindow(); at = at->parentWidget())
        if (qobject_cast<const QAbstractItemView*>(at) || qobject_cast<const QComboBox*>(at))
            return true;
    return false;
}

/// Where the widget leaves what shows it; inside a part that scrolls up and down, sideways only.
QString cutAway(const QWidget& widget, const QWidget& root)
{
    QRect rect(QPoint(0, 0), widget.size());
    for (const QWidget* at = &widget; at != &root && !at->isWindow(); at = at->parentWidget()) {
        const QWidget* parent = at->parentWidget();
        rect.translate(at->pos());
        const auto* area = qobject_cast<const QScrollArea*>(parent->parentWidget());
        if (area && area->viewport() == parent) // scrolled to
            rect = QRect(rect.x(), 0, rect.width(), std::min(rect.height(), parent->height()));
        const QRect room = parent->rect().adjusted(-1, -1, 1, 1);
        if (!room.contains(rect))
            return QStringLiteral("leaves %1 (%2,%3 %4x%5 in %6x%7)")
                .arg(nameOf(*parent))
                .arg(rect.x())
                .arg(rect.y())
                .arg(rect.width())
                .arg(rect.height())
                .arg(parent->width())
                .arg(parent->height());
    }
    return {};
}

QString cutWords(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (label->text().isEmpty() || !label->pixmap(Qt::ReturnByValue).isNull() || label->width() < 4)
            return {};
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->minimumSizeHint().width();
        const int given = label->wordWrap() ? label->height() : label->width();
        return needed > given + 1 ? QStringLiteral("needs %1 px, has %2").arg(needed).arg(given) : QString();
    }
    const auto* button = qobject_cast<const QPushButton*>(&widget);
    if (button && !button->text().isEmpty() && button->width() + 1 < button->minimumSizeHint().width())
        return QStringLiteral("needs %1 px, has %2").arg(button->minimumSizeHint().width()).arg(button->width());
    if (button && button->height() + 1 < button->sizeHint().height())
        return QStringLiteral("is %1 px high, not %2").arg(button->height()).arg(button->sizeHint().height());
    const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
    if (view && view->model() && view->model()->rowCount() > 0 && view->viewport()->height() < 24
        && !qobject_cast<const QHeaderView*>(view))
        return QStringLiteral("shows no row (%1 px)").arg(view->viewport()->height());
    return {};
}

}

QString outOfReach(QWidget& root)
{
    QStringList found;
    for (const auto* area : root.findChildren<QScrollArea*>())
        if (area->isVisible() && area->widget() && area->widget()->width() > area->viewport()->width() + 1)
            found << QStringLiteral("what scrolls in %1 is wider than its place: %2 px in %3")
                         .arg(nameOf(*area->parentWidget()))
                         .arg(area->widget()->width())
                         .arg(area->viewport()->width());
    for (const auto* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != root.window() || isInsideView(*widget)
            || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        if (qobject_cast<const QHeaderView*>(widget) || widget->inherits("QComboBoxPrivateContainer"))
            continue;
        if (const QString words = cutWords(*widget); !words.isEmpty())
            found << QStringLiteral("%1 %2").arg(nameOf(*widget), words);
        if (!isReached(*widget))
            continue;
        if (const QString away = cutAway(*widget, root); !away.isEmpty())
            found << QStringLiteral("%1 %2").arg(nameOf(*widget), away);
    }
    return QStringList(found.mid(0, 5)).join(QLatin1Char('\n'));
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>

namespace thidua::ui {
namespace {

void setButtonIcon(QPushButton* button, const QString& name)
{
    button->setProperty("iconName", name);
    button->setIcon(icon(name));
}

/// Fonts by kind follow the text size: the application font alone would keep 400.
class KindFont final : public QObject {
public:
    explicit KindFont(QPushButton* button) : QObject(button), m_button(button)
    {
        button->installEventFilter(this);
        apply();
    }
    void apply()
    {
        m_busy = true;
        const auto kind = static_cast<ButtonKind>(m_button->property("kind").toInt());
        const bool compact = m_button->property("compact").toBool();
        const bool strong = kind == ButtonKind::Primary || m_button->property("strong").toBool();
        TypeRole role = strong ? TypeRole::Strong : TypeRole::Text;
        if (compact || kind == ButtonKind::Link)
            role = kind == ButtonKind::Primary ? TypeRole::SmallStrong : TypeRole::Small;
        m_button->setFont(Theme::font(role));
        m_button->setIconSize(QSize(Theme::px(16), Theme::px(16)));
        m_busy = false;
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if ((event->type() == QEvent::StyleChange || event->type() == QEvent::Polish) && !m_busy)
            apply();
        return false;
    }

private:
    QPushButton* m_button;
    bool m_busy = false;
};

void refont(QPushButton* button)
{
    for (QObject* child : button->children())
        if (auto* font = dynamic_cast<KindFont*>(child))
            font->apply();
    button->updateGeometry();
    button->update();
}

void follow(QPushButton* button, QAction* action)
{
    const auto sync = [button, action] {
        QString text = action->iconText().isEmpty() ? action->text() : action->text();
        button->setText(text);
        button->setAccessibleName(text.remove(QLatin1Char('&')));
        button->setEnabled(action->isEnabled());
        // Without a parent yet, showing it would open a window of its own.
        if (button->parentWidget() != nullptr || !action->isVisible())
            button->setVisible(action->isVisible());
        const QString reason = action->toolTip() == action->iconText() ? QString() : action->toolTip();
        button->setToolTip(reason);
        button->setAccessibleDescription(reason);
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
        setButtonIcon(button, action->property("iconName").toString());
    };
    sync();
    QObject::connect(action, &QAction::changed, button, sync);
    QObject::connect(button, &QPushButton::clicked, action, [action] { action->trigger(); });
    QObject::connect(action, &QObject::destroyed, button, [button] { button->setEnabled(false); });
}

}

QPushButton* makeButton(const QString& text, const QString& iconName, ButtonKind kind, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setProperty("kind", static_cast<int>(kind));
    if (!iconName.isEmpty())
        setButtonIcon(button, iconName);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
    new KindFont(button);
    return button;
}

QPushButton* makeButton(QAction* action, ButtonKind kind, QWidget* parent)
{
    auto* button = makeButton(action->text(), action->property("iconName").toString(), kind, parent);
    button->setObjectName(action->objectName());
    follow(button, action);
    return button;
}

QPushButton* makeIconButton(const QString& iconName, const QString& name, ButtonKind kind, QWidget* parent)
{
    auto* button = makeButton(QString(), iconName, kind, parent);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void setKind(QPushButton* button, ButtonKind kind)
{
    button->setProperty("kind", static_cast<int>(kind));
    refont(button);
}

QPushButton* compact(QPushButton* button)
{
    button->setProperty("compact", true);
    refont(button);
    return button;
}

QPushButton* makeCancelButton(QDialog* dialog, const QString& name, QWidget* parent)
{
    auto* button = makeButton(QCoreApplication::translate("thidua::ui::Buttons", "Thôi"), {}, ButtonKind::Normal, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    QObject::connect(button, &QPushButton::clicked, dialog, &QDialog::reject);
    return button;
}

QPushButton* saving(QPushButton* button)
{
    button->setProperty("saves", true);
    if (button->toolTip().isEmpty())
        button->setToolTip(QCoreApplication::translate("thidua::ui::Buttons", "Ctrl+S"));
    return button;
}

QPushButton* printing(QPushButton* button)
{
    button->setProperty("prints", true);
    if (button->toolTip().isEmpty())
        button->setToolTip(QCoreApplication::translate("thidua::ui::Buttons", "Ctrl+P"));
    return button;
}

QPushButton* savingButton(const QWidget& page, const QWidget* focus)
{
    const auto within = [&page](const QWidget* part) -> QPushButton* {
        for (auto* button : part->findChildren<QPushButton*>())
            if (button->property("saves").toBool() && button->isVisibleTo(&page))
                return button;
        return nullptr;
    };
    for (const QWidget* at = focus; at && at != &page && page.isAncestorOf(at); at = at->parentWidget())
        if (auto* button = within(at))
            return button;
    return within(&page);
}

void setIconName(QAction* action, const QString& name)
{
    action->setProperty("iconName", name);
    action->setIcon(icon(name));
}

}

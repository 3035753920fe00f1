// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/action_registry.h"

#include "base/vietnamese.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QMenu>

#include <algorithm>

namespace thidua::ui {

QAction* ActionRegistry::add(const ActionSpec& spec)
{
    QAction* action = find(spec.id);
    if (!action) {
        action = new QAction(this);
        action->setObjectName(spec.id);
        m_entries.push_back({spec, action, {}});
    }
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.action == action; });
    entry->spec = spec;
    entry->fold = fold((spec.text + QLatin1Char(' ') + spec.words).toStdString());
    action->setText(spec.text);
    action->setToolTip(QString());
    action->setShortcut(spec.shortcut);
    action->setProperty("context", spec.context);
    if (!spec.icon.isEmpty())
        setIconName(action, spec.icon);
    action->disconnect(this);
    connect(action, &QAction::triggered, this, [this, id = spec.id] {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.spec.id == id; });
        if (found != m_entries.end() && found->spec.run)
            found->spec.run();
    });
    return action;
}

QAction* ActionRegistry::find(const QString& id) const
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.spec.id == id; });
    return entry == m_entries.end() ? nullptr : entry->action;
}

void ActionRegistry::setReason(const QString& id, const QString& reason)
{
    if (QAction* action = find(id)) {
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason);
    }
}

std::vector<QAction*> ActionRegistry::matching(const QString& query, const QString& context) const
{
    std::vector<QAction*> here, elsewhere;
    for (const auto& entry : m_entries)
        if (entry.action->isEnabled() && entry.action->isVisible() && foldedContains(entry.fold, query.toStdString()))
            (entry.spec.context.isEmpty() || entry.spec.context == context ? here : elsewhere).push_back(entry.action);
    here.insert(here.end(), elsewhere.begin(), elsewhere.end());
    return here;
}

QString ActionRegistry::contextOf(const QAction* action)
{
    return action->property("context").toString();
}

void ActionRegistry::fill(QMenu* menu, const QStringList& ids) const
{
    for (const QString& id : ids) {
        if (id.isEmpty())
            menu->addSeparator();
        else if (QAction* action = find(id))
            menu->addAction(action);
    }
}

}

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
    connect(action, &QAction::triggered, this, [this, id = spec.id] { run(id); });
    if (m_writing.contains(spec.id))
        setReason(spec.id, {});
    return action;
}

void ActionRegistry::run(const QString& id)
{
    const auto found = [&] { return std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.spec.id == id; }); };
    auto entry = found();
    if (entry == m_entries.end() || !entry->spec.run)
        return;
    // Ctrl+K offers commands from everywhere: what they open must be seen, and its page may have read anew meanwhile.
    if (m_opener && !entry->spec.context.isEmpty()) {
        if (!m_opener(entry->spec.context))
            return;
        entry = found();
        if (!entry->action->isEnabled())
            return emit refused(entry->action->toolTip());
    }
    const auto run = entry->spec.run; // it may add commands
    run();
}

QAction* ActionRegistry::find(const QString& id) const
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.spec.id == id; });
    return entry == m_entries.end() ? nullptr : entry->action;
}

void ActionRegistry::setReason(const QString& id, const QString& reason)
{
    if (QAction* action = find(id)) {
        const QString& why = m_looking.isEmpty() || !m_writing.contains(id) ? reason : m_looking;
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
    }
}

void ActionRegistry::setLooking(const QString& reason, const QStringList& writing)
{
    m_looking = reason;
    m_writing = reason.isEmpty() ? QStringList() : writing;
    for (const QString& id : m_writing)
        setReason(id, {});
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
    menu->setToolTipsVisible(true);
    for (const QString& id : ids) {
        if (id.isEmpty())
            menu->addSeparator();
        else if (QAction* action = find(id))
            menu->addAction(action);
    }
}

}

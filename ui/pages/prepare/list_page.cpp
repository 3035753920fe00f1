// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/prepare/list_page.h"

#include "ui/shell/unsaved.h"

#include <QTableView>
#include <QTimer>

namespace thidua::ui::prepare {

void ListPage::buildList(RecordSource* source, const QString& name, const QString& accessibleName, int panelWidth)
{
    m_table = new RecordTable(source, name, accessibleName, this);
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_panel = new SidePanel(panelWidth, this);
    m_panel->setObjectName(name + QStringLiteral("Panel"));
    m_split = new SplitArea(m_table, m_panel, this);
    connect(m_table, &RecordTable::currentChanged, this, &ListPage::onCurrentChanged);
}

void ListPage::onCurrentChanged()
{
    if (m_asking || currentId() == m_shown)
        return;
    if (form() && !leaveForm()) {
        m_asking = true;
        if (m_shown)
            m_table->setCurrentId(*m_shown);
        m_asking = false;
        return;
    }
    m_shown = currentId();
    showRecord();
}

void ListPage::showAgain()
{
    if (form() && form()->isDirty())
        return;
    if (form())
        dropForm();
    m_shown = currentId();
    showRecord();
}

bool ListPage::leaveForm()
{
    FormBinderBase* open = form();
    if (!open)
        return true;
    if (open->isDirty()) {
        m_asking = true;
        const bool may = settleUnsaved(shell().prompter, [this] { return saveForm(); }, [this] { dropForm(); });
        m_asking = false;
        return may;
    }
    dropForm();
    return true;
}

void ListPage::find()
{
    m_table->focusFilter();
}

void ListPage::togglePanel()
{
    m_split->togglePanel();
}

void ListPage::escape()
{
    if (form()) {
        if (!leaveForm())
            return;
        showRecord();
    }
    m_table->view()->setFocus();
}

QList<QWidget*> ListPage::focusStops() const
{
    return {m_table->view(), m_panel};
}

QJsonObject ListPage::saveState() const
{
    return {{QStringLiteral("table"), m_table->saveState()}, {QStringLiteral("split"), m_split->saveState()}};
}

void ListPage::restoreState(const QJsonObject& state)
{
    m_table->restoreState(state.value(QStringLiteral("table")).toObject());
    m_split->restoreState(state.value(QStringLiteral("split")).toObject());
}

QAction* ListPage::addAction(const QString& id, const QString& words, const QString& icon, std::function<void()> run,
                             const QKeySequence& keys, const QString& further)
{
    ActionSpec spec;
    spec.id = id;
    spec.text = words;
    spec.icon = icon;
    spec.shortcut = keys;
    spec.context = info().id;
    spec.words = further;
    spec.run = std::move(run);
    return shell().actions.add(spec);
}

void ListPage::setReason(const QString& id, const QString& reason)
{
    shell().actions.setReason(id, reason);
}

void ListPage::focusLater(QWidget* field)
{
    QTimer::singleShot(0, field, [field] { field->setFocus(Qt::OtherFocusReason); });
}

void ListPage::preview(const documents::Document& document, const QString& name, const std::vector<std::string>& formats)
{
    if (context().preview)
        context().preview(document, name, formats);
}

}

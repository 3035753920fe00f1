// SPDX-License-Identifier: GPL-3.0-or-later
// Columns, grouping and saved state of a RecordTable.
#include "ui/models/arranged_model.h"
#include "ui/models/record_table.h"
#include "ui/models/record_view.h"
#include "ui/models/table_header.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QMenu>

namespace thidua::ui {

void RecordTable::addGroupButton()
{
    const auto& groupings = m_source->groupings();
    if (m_group || groupings.empty())
        return;
    const bool one = groupings.size() == 1;
    m_group = makeButton(one ? groupings.front().title : tr("Gom nhóm"), QStringLiteral("people"), ButtonKind::Quiet, m_toolbar);
    m_group->setCheckable(one);
    m_tools->insertWidget(m_left++, m_group);
    if (one) {
        connect(m_group, &QPushButton::clicked, this, [this](bool on) { setGrouping(on ? m_source->groupings().front().key : QString()); });
        return;
    }
    auto* menu = new QMenu(m_group);
    const auto offer = [this, menu](const QString& title, const QString& key) {
        QAction* action = menu->addAction(title, this, [this, key] { setGrouping(key); });
        action->setCheckable(true);
        connect(menu, &QMenu::aboutToShow, action, [this, action, key] { action->setChecked(grouping() == key); });
    };
    offer(tr("Không gom"), QString());
    for (const auto& info : groupings)
        offer(info.title, info.key);
    m_group->setMenu(menu);
}

void RecordTable::setGrouping(const QString& key)
{
    addGroupButton();
    int index = -1;
    for (std::size_t i = 0; i < m_source->groupings().size(); ++i)
        if (m_source->groupings()[i].key == key)
            index = static_cast<int>(i);
    m_model->setGrouping(index);
    if (m_group && m_group->isCheckable())
        m_group->setChecked(index >= 0);
}

QString RecordTable::grouping() const
{
    const int index = m_model->grouping();
    return index < 0 ? QString() : m_source->groupings()[static_cast<std::size_t>(index)].key;
}

void RecordTable::setGroupFolded(const QString& label, bool folded)
{
    m_model->setFolded(label, folded);
}

void RecordTable::showColumnMenu()
{
    QMenu menu(this);
    for (std::size_t c = 0; c < m_source->columns().size(); ++c) {
        const int section = static_cast<int>(c) + 1;
        QAction* action = menu.addAction(m_source->columns()[c].title.simplified());
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(section));
        connect(action, &QAction::toggled, this, [this, section](bool on) {
            m_view->setColumnHidden(section, !on);
            stretchColumns();
        });
    }
    menu.addSeparator();
    menu.addAction(tr("Về cột ban đầu"), this, [this] {
        for (int section = 1; section < m_header->count(); ++section) {
            const ColumnInfo& info = m_source->columns()[static_cast<std::size_t>(section - 1)];
            m_header->moveSection(m_header->visualIndex(section), section);
            m_view->setColumnHidden(section, info.hidden);
            m_bases[static_cast<std::size_t>(section - 1)] = Theme::px(info.width);
            m_header->resizeSection(section, Theme::px(info.width));
        }
        stretchColumns();
    });
    menu.exec(m_toolbar->mapToGlobal(QPoint(Theme::px(8), m_toolbar->height())));
}

QJsonObject RecordTable::saveState() const
{
    QJsonArray columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int section = m_header->logicalIndex(visual);
        if (section == 0)
            continue;
        const std::size_t c = static_cast<std::size_t>(section - 1);
        columns.push_back(QJsonObject{{QStringLiteral("key"), m_source->columns()[c].key},
                                      {QStringLiteral("width"), m_bases[c] / Theme::factor()},
                                      {QStringLiteral("hidden"), m_view->isColumnHidden(section)}});
    }
    QJsonObject state{{QStringLiteral("columns"), columns}, {QStringLiteral("group"), grouping()}};
    if (m_model->sortColumn() >= 0)
        state.insert(QStringLiteral("sort"), QJsonObject{{QStringLiteral("key"), m_source->columns()[static_cast<std::size_t>(m_model->sortColumn())].key},
                                                         {QStringLiteral("down"), m_model->sortOrder() == Qt::DescendingOrder}});
    QJsonObject filters;
    const auto texts = m_header->filterTexts();
    for (auto it = texts.begin(); it != texts.end(); ++it)
        filters.insert(m_source->columns()[static_cast<std::size_t>(it.key() - 1)].key, it.value());
    state.insert(QStringLiteral("filters"), filters);
    return state;
}

void RecordTable::restoreState(const QJsonObject& state)
{
    int visual = 1;
    const auto columns = state.value(QStringLiteral("columns")).toArray();
    for (const auto& value : columns) {
        const QJsonObject column = value.toObject();
        const int index = m_source->columnIndex(column.value(QStringLiteral("key")).toString());
        if (index < 0)
            continue; // a column of another version
        const int width = Theme::px(std::max(28.0, column.value(QStringLiteral("width")).toDouble()));
        m_header->moveSection(m_header->visualIndex(index + 1), visual++);
        m_view->setColumnHidden(index + 1, column.value(QStringLiteral("hidden")).toBool());
        m_bases[static_cast<std::size_t>(index)] = width;
        m_header->resizeSection(index + 1, width);
    }
    if (state.contains(QStringLiteral("group")))
        setGrouping(state.value(QStringLiteral("group")).toString());
    const QJsonObject sort = state.value(QStringLiteral("sort")).toObject();
    if (!sort.isEmpty())
        sortBy(sort.value(QStringLiteral("key")).toString(), sort.value(QStringLiteral("down")).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    const QJsonObject filters = state.value(QStringLiteral("filters")).toObject();
    for (auto it = filters.begin(); it != filters.end(); ++it)
        setColumnFilter(it.key(), it.value().toString());
    stretchColumns();
}

}

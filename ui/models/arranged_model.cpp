// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/arranged_model.h"

#include "base/vietnamese.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <numeric>

namespace thidua::ui {
namespace {

Qt::Alignment arrangedAlignment(Align align)
{
    switch (align) {
    case Align::Right: return Qt::AlignRight | Qt::AlignVCenter;
    case Align::Center: return Qt::AlignHCenter | Qt::AlignVCenter;
    case Align::Left: break;
    }
    return Qt::AlignLeft | Qt::AlignVCenter;
}

}

ArrangedModel::ArrangedModel(RecordSource* source, QObject* parent) : QAbstractTableModel(parent), m_source(source)
{
    connect(source, &RecordSource::rowsChanged, this, &ArrangedModel::rebuild);
    rebuild();
}

void ArrangedModel::rebuild()
{
    m_accepted.clear();
    QSet<qint64> known;
    for (int row = 0; row < m_source->rowCount(); ++row) {
        known.insert(m_source->idAt(row));
        if (accepts(row))
            m_accepted.push_back(row);
    }
    const bool lost = !known.contains(m_ticked);
    m_ticked.intersect(known);
    m_accepted = ordered(std::move(m_accepted));
    adopt(entries(m_accepted));
    emit arranged();
    if (lost)
        emit ticksChanged();
}

bool ArrangedModel::accepts(int row) const
{
    if (m_extra && !m_extra(row))
        return false;
    return std::all_of(m_filters.begin(), m_filters.end(), [&](const auto& filter) {
        return foldedContains(fold(m_source->cellAt(row, filter.first).spoken().toStdString()), filter.second);
    });
}

std::vector<int> ArrangedModel::ordered(std::vector<int> rows) const
{
    // The last criterion first: each stable sort keeps the order of the ones before it.
    for (auto sort = m_sorts.rbegin(); sort != m_sorts.rend(); ++sort) {
        std::map<int, SortKey> keys;
        for (const int row : rows)
            keys.emplace(row, m_source->sortKeyAt(row, sort->first));
        const bool descending = sort->second == Qt::DescendingOrder;
        std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) { return descending ? keys[b] < keys[a] : keys[a] < keys[b]; });
    }
    return rows;
}

QVector<ArrangedModel::Entry> ArrangedModel::entries(const std::vector<int>& rows) const
{
    if (m_grouping >= 0)
        return groupedEntries(rows);
    QVector<Entry> entries;
    entries.reserve(static_cast<qsizetype>(rows.size()));
    for (const int row : rows)
        entries.push_back({row, m_source->idAt(row), {}, {}, false});
    return entries;
}

QVector<ArrangedModel::Entry> ArrangedModel::groupedEntries(const std::vector<int>& rows) const
{
    struct Group {
        SortKey order;
        QString label;
        std::vector<int> rows;
    };
    std::vector<Group> groups;
    QHash<QString, std::size_t> places;
    for (const int row : rows) {
        auto [order, label] = m_source->groupOf(m_grouping, row);
        if (!places.contains(label)) {
            places.insert(label, groups.size());
            groups.push_back({order, label, {}});
        }
        groups[places.value(label)].rows.push_back(row);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.order < b.order; });
    QVector<Entry> entries;
    for (const auto& group : groups) {
        const bool folded = m_folded.contains(group.label);
        entries.push_back({-1, 0, group.label, m_source->headingOf(m_grouping, group.label, group.rows), folded});
        if (!folded)
            for (const int row : group.rows)
                entries.push_back({row, m_source->idAt(row), {}, {}, false});
    }
    return entries;
}

void ArrangedModel::adopt(QVector<Entry> next)
{
    removeMissing(next);
    reorder(next);
    insertNew(next);
    m_entries = std::move(next);
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_entries.size()) - 1, columnCount() - 1));
}

void ArrangedModel::removeMissing(const QVector<Entry>& next)
{
    QSet<std::pair<bool, QString>> stay;
    for (const auto& entry : next)
        stay.insert(entry.key());
    for (int last = static_cast<int>(m_entries.size()) - 1; last >= 0; --last) {
        if (stay.contains(m_entries[last].key()))
            continue;
        int first = last;
        while (first > 0 && !stay.contains(m_entries[first - 1].key()))
            --first;
        beginRemoveRows({}, first, last);
        m_entries.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void ArrangedModel::reorder(const QVector<Entry>& next)
{
    QHash<std::pair<bool, QString>, int> rank;
    for (int i = 0; i < next.size(); ++i)
        rank.insert(next[i].key(), i);
    std::vector<int> order(static_cast<std::size_t>(m_entries.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank.value(m_entries[a].key()) < rank.value(m_entries[b].key()); });
    if (std::is_sorted(order.begin(), order.end()))
        return;
    emit layoutAboutToBeChanged();
    std::vector<int> newRow(order.size());
    QVector<Entry> moved;
    for (std::size_t i = 0; i < order.size(); ++i) {
        newRow[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
        moved.push_back(m_entries[order[i]]);
    }
    m_entries = std::move(moved);
    const auto before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& i : before)
        after.push_back(index(newRow[static_cast<std::size_t>(i.row())], i.column()));
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void ArrangedModel::insertNew(const QVector<Entry>& next)
{
    for (int i = 0; i < next.size(); ++i) {
        if (i < m_entries.size() && m_entries[i].key() == next[i].key())
            continue;
        int last = i;
        while (last + 1 < next.size() && (i >= m_entries.size() || next[last + 1].key() != m_entries[i].key()))
            ++last;
        beginInsertRows({}, i, last);
        for (int k = i; k <= last; ++k)
            m_entries.insert(k, next[k]);
        endInsertRows();
        i = last;
    }
}

void ArrangedModel::sortBy(int column, Qt::SortOrder order)
{
    m_sorts.erase(std::remove_if(m_sorts.begin(), m_sorts.end(), [&](const auto& s) { return s.first == column; }), m_sorts.end());
    m_sorts.insert(m_sorts.begin(), {column, order});
    if (m_sorts.size() > 3)
        m_sorts.resize(3);
    rebuild();
}

void ArrangedModel::setFilters(const QHash<int, QString>& textsByColumn)
{
    m_filters.clear();
    for (auto it = textsByColumn.begin(); it != textsByColumn.end(); ++it)
        m_filters.emplace_back(it.key(), normalised(it.value().toStdString()));
    rebuild();
}

void ArrangedModel::setExtraFilter(std::function<bool(int)> accepts)
{
    m_extra = std::move(accepts);
    rebuild();
}

void ArrangedModel::setGrouping(int grouping)
{
    m_grouping = grouping;
    rebuild();
}

void ArrangedModel::setFolded(const QString& label, bool folded)
{
    if (folded)
        m_folded.insert(label);
    else
        m_folded.remove(label);
    rebuild();
}

void ArrangedModel::toggleFold(int row)
{
    const Entry entry = m_entries[row];
    setFolded(entry.label, !entry.folded);
}

int ArrangedModel::rowOfId(std::int64_t id) const
{
    for (int row = 0; row < m_entries.size(); ++row)
        if (m_entries[row].row >= 0 && m_entries[row].id == id)
            return row;
    return -1;
}

std::optional<std::int64_t> ArrangedModel::idAt(int row) const
{
    if (row < 0 || row >= m_entries.size() || m_entries[row].row < 0)
        return std::nullopt;
    return m_entries[row].id;
}

void ArrangedModel::setTicked(const QSet<qint64>& ids)
{
    m_ticked = ids;
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_entries.size()) - 1, 0));
    emit ticksChanged();
}

void ArrangedModel::toggleTick(int row)
{
    const auto id = idAt(row);
    if (!id)
        return;
    QSet<qint64> ids = m_ticked;
    if (!ids.remove(*id))
        ids.insert(*id);
    setTicked(ids);
}

void ArrangedModel::tickAllShown(bool on)
{
    QSet<qint64> ids = m_ticked;
    for (const int row : m_accepted) {
        if (on)
            ids.insert(m_source->idAt(row));
        else
            ids.remove(m_source->idAt(row));
    }
    setTicked(ids);
}

Qt::CheckState ArrangedModel::allTicked() const
{
    if (m_ticked.isEmpty())
        return Qt::Unchecked;
    const bool all = std::all_of(m_accepted.begin(), m_accepted.end(), [&](int row) { return m_ticked.contains(m_source->idAt(row)); });
    return all ? Qt::Checked : Qt::PartiallyChecked;
}

int ArrangedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ArrangedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_source->columns().size()) + 1;
}

QVariant ArrangedModel::data(const QModelIndex& index, int role) const
{
    const Entry& entry = m_entries[index.row()];
    if (role == GroupRole)
        return entry.row < 0;
    if (role == IdRole)
        return static_cast<qint64>(entry.id);
    if (role == Qt::TextAlignmentRole)
        return index.column() == 0 ? QVariant(Qt::AlignCenter) : QVariant(arrangedAlignment(m_source->columns()[static_cast<std::size_t>(index.column() - 1)].align));
    if (role != CellRole && role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    if (entry.row < 0)
        return role == CellRole ? QVariant::fromValue(Cell()) : role == Qt::ToolTipRole ? QVariant() : QVariant(entry.heading);
    const Cell cell = index.column() == 0 ? Cell::tick(m_ticked.contains(entry.id)) : m_source->cellAt(entry.row, index.column() - 1);
    if (role == CellRole)
        return QVariant::fromValue(cell);
    if (role == Qt::ToolTipRole)
        return cell.tip.isEmpty() ? QVariant() : QVariant(cell.tip);
    if (index.column() == 0)
        return cell.on ? tr("đã đánh dấu") : tr("chưa đánh dấu");
    return cell.spoken();
}

QVariant ArrangedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == 0 ? QVariant(arrangedAlignment(Align::Left)) : QVariant(arrangedAlignment(m_source->columns()[static_cast<std::size_t>(section - 1)].align));
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return section == 0 ? tr("Đánh dấu") : m_source->columns()[static_cast<std::size_t>(section - 1)].title;
    return {};
}

Qt::ItemFlags ArrangedModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return isGroup(index.row()) ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_source.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QVector>

namespace thidua::ui {

/// The rows of a source as the table shows them: filtered, sorted, grouped. Column 0 is the tick column, source column c is c + 1.
/// After any change only the rows that came, went or moved are signalled, so that selection and scroll position stay.
class ArrangedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Entry {
        int row = -1;              ///< of the source; -1 on group rows
        std::int64_t id = 0;
        QString label;             ///< group rows
        QString heading;
        bool folded = false;
        std::pair<bool, QString> key() const { return {row < 0, row < 0 ? label : QString::number(id)}; }
    };
    explicit ArrangedModel(RecordSource* source, QObject* parent = nullptr);

    void rebuild();
    /// Earlier sort columns stay as further criteria.
    void sortBy(int column, Qt::SortOrder order);
    int sortColumn() const { return m_sorts.empty() ? -1 : m_sorts.front().first; }
    Qt::SortOrder sortOrder() const { return m_sorts.empty() ? Qt::AscendingOrder : m_sorts.front().second; }
    void setFilters(const QHash<int, QString>& textsByColumn);
    void setExtraFilter(std::function<bool(int)> accepts);
    void setGrouping(int grouping);
    int grouping() const { return m_grouping; }
    void setFolded(const QString& label, bool folded);
    void toggleFold(int row);

    bool isGroup(int row) const { return m_entries[row].row < 0; }
    const Entry& entry(int row) const { return m_entries[row]; }
    int rowOfId(std::int64_t id) const;
    std::optional<std::int64_t> idAt(int row) const;
    /// Source rows that pass the filters, in order, folded groups included.
    const std::vector<int>& accepted() const { return m_accepted; }

    const QSet<qint64>& ticked() const { return m_ticked; }
    void setTicked(const QSet<qint64>& ids);
    void toggleTick(int row);
    void tickAllShown(bool on);
    Qt::CheckState allTicked() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
signals:
    void arranged();
    void ticksChanged();

private:
    bool accepts(int row) const;
    std::vector<int> ordered(std::vector<int> rows) const;
    QVector<Entry> entries(const std::vector<int>& rows) const;
    QVector<Entry> groupedEntries(const std::vector<int>& rows) const;
    void adopt(QVector<Entry> next);
    void removeMissing(const QVector<Entry>& next);
    void reorder(const QVector<Entry>& next);
    void insertNew(const QVector<Entry>& next);
    RecordSource* m_source;
    QVector<Entry> m_entries;
    std::vector<int> m_accepted;
    std::vector<std::pair<int, Qt::SortOrder>> m_sorts;
    std::vector<std::pair<int, std::string>> m_filters;
    std::function<bool(int)> m_extra;
    int m_grouping = -1;
    QSet<QString> m_folded;
    QSet<qint64> m_ticked;
};

}

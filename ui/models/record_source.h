// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cell.h"

#include <QObject>

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace thidua::ui {

enum class Align { Left, Right, Center };

/// Numbers before texts; texts by bytes (base/vietnamese.h sortKey).
struct SortKey {
    std::optional<double> number{};
    std::string text{};
    SortKey() = default;
    SortKey(double n) : number(n) {}
    SortKey(int n) : number(n) {}
    SortKey(std::string t) : text(std::move(t)) {}
    friend bool operator<(const SortKey& a, const SortKey& b);
};

/// What a table knows of a column without its row type.
struct ColumnInfo {
    QString key;       ///< stable: column layouts are saved by it
    QString title;     ///< "\n" breaks it over lines
    int width = 120;
    Align align = Align::Left;
    bool stretch = false;  ///< takes the room that is left
    bool hidden = false;   ///< at first; the column menu shows it
    bool filter = true;
};

struct GroupingInfo {
    QString key;
    QString title;     ///< “Gom theo tổ”: the button's words
};

/// The rows of a table behind their type. RecordTable sorts, filters and groups them; see RecordModel for how to fill it.
class RecordSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual int rowCount() const = 0;
    virtual std::int64_t idAt(int row) const = 0;
    virtual Cell cellAt(int row, int column) const = 0;
    virtual SortKey sortKeyAt(int row, int column) const = 0;
    /// The sum row's words under a column, for these rows; empty for none.
    virtual QString sumOf(int column, const std::vector<int>& rows) const = 0;
    virtual std::pair<SortKey, QString> groupOf(int grouping, int row) const = 0;
    virtual QString headingOf(int grouping, const QString& label, const std::vector<int>& rows) const = 0;

    const std::vector<ColumnInfo>& columns() const { return m_columns; }
    const std::vector<GroupingInfo>& groupings() const { return m_groupings; }
    int columnIndex(const QString& key) const;
    int rowOf(std::int64_t id) const;
signals:
    /// Rows came, went or changed. The table finds out which, by id.
    void rowsChanged();

protected:
    std::vector<ColumnInfo> m_columns;
    std::vector<GroupingInfo> m_groupings;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_source.h"
#include "ui/text/qt_text.h"

namespace thidua::ui {

/// One column of a list of `Row`. Only key, title and get are needed.
template <class Row>
struct Column {
    QString key;
    QString title;
    std::function<Cell(const Row&)> get;
    int width = 120;
    Align align = Align::Left;
    std::function<SortKey(const Row&)> sortKey{};  ///< else the Vietnamese order of the cell's words
    std::function<QString(const std::vector<const Row*>&)> sum{};
    bool stretch = false;
    bool hidden = false;
    bool filter = true;
};

/// A way to group the rows: `label` says the group, `heading` the line above it (“Tổ 2–3 – 9 người, 7 đã đăng ký”).
template <class Row>
struct Grouping {
    QString key;
    QString title;
    std::function<QString(const Row&)> label;
    std::function<SortKey(const Row&)> order{};    ///< else by label
    std::function<QString(const QString& label, const std::vector<const Row*>&)> heading{};
};

/// The rows of one table. setRows() may be called at every refresh: the table keeps selection, ticks and scroll position by id.
///     RecordModel<StaffRow> model([](const StaffRow& r) { return r.id.value(); });
///     model.setColumns({{"name", tr("Họ và tên"), [](const StaffRow& r) { return Cell::plain(toQ(r.fullName)); }, 180}, …});
template <class Row>
class RecordModel : public RecordSource {
public:
    explicit RecordModel(std::function<std::int64_t(const Row&)> idOf, QObject* parent = nullptr)
        : RecordSource(parent), m_idOf(std::move(idOf)) {}

    /// Before the table is made.
    void setColumns(std::vector<Column<Row>> columns)
    {
        m_typed = std::move(columns);
        m_columns.clear();
        for (const auto& c : m_typed)
            m_columns.push_back({c.key, c.title, c.width, c.align, c.stretch, c.hidden, c.filter});
    }
    void addGrouping(Grouping<Row> grouping)
    {
        m_groupings.push_back({grouping.key, grouping.title});
        m_typedGroupings.push_back(std::move(grouping));
    }
    void setRows(std::vector<Row> rows)
    {
        m_rows = std::move(rows);
        emit rowsChanged();
    }
    const std::vector<Row>& rows() const { return m_rows; }
    /// nullptr when there is no such row.
    const Row* find(std::int64_t id) const
    {
        const int row = rowOf(id);
        return row < 0 ? nullptr : &m_rows[static_cast<std::size_t>(row)];
    }

    int rowCount() const override { return static_cast<int>(m_rows.size()); }
    std::int64_t idAt(int row) const override { return m_idOf(at(row)); }
    Cell cellAt(int row, int column) const override { return m_typed[static_cast<std::size_t>(column)].get(at(row)); }
    SortKey sortKeyAt(int row, int column) const override
    {
        const auto& c = m_typed[static_cast<std::size_t>(column)];
        return c.sortKey ? c.sortKey(at(row)) : SortKey(sortKeyOf(c.get(at(row)).spoken()));
    }
    QString sumOf(int column, const std::vector<int>& rows) const override
    {
        const auto& c = m_typed[static_cast<std::size_t>(column)];
        return c.sum ? c.sum(pick(rows)) : QString();
    }
    std::pair<SortKey, QString> groupOf(int grouping, int row) const override
    {
        const auto& g = m_typedGroupings[static_cast<std::size_t>(grouping)];
        const QString label = g.label(at(row));
        return {g.order ? g.order(at(row)) : SortKey(sortKeyOf(label)), label};
    }
    QString headingOf(int grouping, const QString& label, const std::vector<int>& rows) const override
    {
        const auto& g = m_typedGroupings[static_cast<std::size_t>(grouping)];
        return g.heading ? g.heading(label, pick(rows)) : QStringLiteral("%1 – %2").arg(label).arg(rows.size());
    }

private:
    const Row& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    std::vector<const Row*> pick(const std::vector<int>& rows) const
    {
        std::vector<const Row*> picked;
        picked.reserve(rows.size());
        for (const int row : rows)
            picked.push_back(&at(row));
        return picked;
    }
    std::function<std::int64_t(const Row&)> m_idOf;
    std::vector<Row> m_rows;
    std::vector<Column<Row>> m_typed;
    std::vector<Grouping<Row>> m_typedGroupings;
};

}

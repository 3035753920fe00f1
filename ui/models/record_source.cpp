// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/record_source.h"

namespace thidua::ui {

bool operator<(const SortKey& a, const SortKey& b)
{
    if (a.number.has_value() != b.number.has_value())
        return a.number.has_value();
    if (a.number && *a.number != *b.number)
        return *a.number < *b.number;
    return a.text < b.text;
}

int RecordSource::columnIndex(const QString& key) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].key == key)
            return static_cast<int>(i);
    return -1;
}

int RecordSource::rowOf(std::int64_t id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (idAt(row) == id)
            return row;
    return -1;
}

}

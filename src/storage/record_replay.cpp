// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_replay.h"

#include "storage/plain_value.h"

#include <limits>
#include <unordered_map>

namespace thidua::storage {
namespace {

// In the order of the index on (entity, row_id): one row's images one after the other, oldest first, by what the chain vouches for.
constexpr std::string_view kImages = "SELECT row_id, op_id, before_json IS NULL, after_json FROM change_row WHERE entity = ? ORDER BY row_id, op_id, seq";
constexpr std::string_view kUpgraded = "SELECT row_id, operations, image FROM upgraded_row WHERE entity = ? ORDER BY row_id, id";

struct Upgrade {
    std::int64_t op;
    std::string image;
};
using Upgrades = std::map<std::int64_t, std::vector<Upgrade>>;

class Replay {
public:
    explicit Replay(RecordedTable& table) : m_table(table)
    {
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            m_places.emplace(table.columns[i].name, i);
    }

    void image(RecordedState& state, std::int64_t op, bool isNew, const Value& after)
    {
        state.op = op;
        const auto* text = std::get_if<std::string>(&after);
        if (text == nullptr) {
            state.withheld = isNew;
            state.exists = false;
            state.values.clear();
            return;
        }
        if (isNew)
            state.values.clear();
        merge(state, op, *text);
    }

    void merge(RecordedState& state, std::int64_t op, const std::string& text)
    {
        state.exists = true;
        state.values.resize(m_table.columns.size());
        state.ops.resize(m_table.columns.size());
        const auto image = imageFrom(text);
        state.unreadable = state.unreadable || !image;
        if (!image)
            return;
        for (const auto& [column, value] : *image)
            // A column that a later migration has dropped is in nobody's way.
            if (const auto place = m_places.find(column); place != m_places.end()) {
                state.values[place->second] = value;
                state.ops[place->second] = op;
            }
    }

private:
    RecordedTable& m_table;
    std::unordered_map<std::string, std::size_t> m_places;
};

Upgrades upgradesOf(Reader& reader, const std::string& table)
{
    Upgrades upgrades;
    reader.each(kUpgraded, {table}, [&upgrades](const Values& row) { upgrades[numberOr(row[0])].push_back({numberOr(row[1]), textOr(row[2])}); });
    return upgrades;
}

/// Those of a row up to and with the operation go in before it.
void mergeUpTo(Replay& replay, RecordedState& state, std::vector<Upgrade>& waiting, std::int64_t op)
{
    while (!waiting.empty() && waiting.front().op < op) {
        replay.merge(state, waiting.front().op, waiting.front().image);
        waiting.erase(waiting.begin());
    }
}

}

RecordedTable replay(Reader& reader, domain::EntityKind kind)
{
    const std::string table(domain::toCode(kind));
    RecordedTable recorded{columnsOf(reader, table), {}};
    Replay replay(recorded);
    auto upgrades = upgradesOf(reader, table);
    reader.each(kImages, {table}, [&](const Values& row) {
        auto& state = recorded.rows[numberOr(row[0])];
        const auto op = numberOr(row[1]);
        if (const auto waiting = upgrades.find(numberOr(row[0])); waiting != upgrades.end())
            mergeUpTo(replay, state, waiting->second, op);
        replay.image(state, op, numberOr(row[2]) != 0, row[3]);
    });
    for (auto& [id, waiting] : upgrades)
        mergeUpTo(replay, recorded.rows[id], waiting, std::numeric_limits<std::int64_t>::max());
    return recorded;
}

void eachRow(Reader& reader, const std::string& table, const std::vector<TableColumn>& columns,
             const std::function<void(std::int64_t, const Values&)>& row)
{
    std::string names;
    for (const auto& column : columns)
        names += ", \"" + column.name + "\"";
    reader.each("SELECT id" + names + " FROM " + table + " ORDER BY id", {}, [&](const Values& found) {
        row(numberOr(found[0]), Values(found.begin() + 1, found.end()));
    });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/upgraded_row.h"

#include "storage/hash.h"
#include "storage/record_replay.h"

namespace thidua::storage {
namespace {

using domain::EntityKind;

constexpr std::string_view kInsert = "INSERT INTO upgraded_row (version, operations, entity, row_id, image, hash) VALUES (?, ?, ?, ?, ?, ?)";

std::string line(std::int64_t version, std::int64_t operations, const std::string& entity, std::int64_t row, const std::string& image)
{
    return std::to_string(version) + "\n" + std::to_string(operations) + "\n" + entity + "\n" + std::to_string(row) + "\n" + image + "\n";
}

struct Written {
    std::string lines; ///< of all rows so far
    std::int64_t id = 0;
    std::string hash;  ///< that the row carries
};

/// Calls `row` after each row with everything up to it.
void eachUpgraded(Reader& reader, const std::function<void(const Written&)>& row)
{
    Written written;
    reader.each("SELECT id, version, operations, entity, row_id, image, hash FROM upgraded_row ORDER BY id", {}, [&](const Values& columns) {
        const auto number = [&columns](std::size_t i) { return std::holds_alternative<std::int64_t>(columns[i]) ? std::get<std::int64_t>(columns[i]) : 0; };
        const auto text = [&columns](std::size_t i) { return std::holds_alternative<std::string>(columns[i]) ? std::get<std::string>(columns[i]) : std::string(); };
        written.lines += line(number(1), number(2), text(3), number(4), text(5));
        written.id = number(0);
        written.hash = text(6);
        row(written);
    });
}

struct Unrecorded {
    std::int64_t row;
    RowImage image;
};

/// Columns that came later than the record of the row.
RowImage laterColumns(const RecordedTable& table, const RecordedState& state, const Values& now)
{
    RowImage image;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        if (!state.values[i] && (!column.fallback || *column.fallback != now[i]))
            image.emplace(column.name, now[i]);
    }
    return image;
}

/// A row that is written once and that an upgrade has made.
RowImage address(const RecordedTable& table, std::int64_t id, const Values& now)
{
    RowImage image{{"id", id}};
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].name == "hash")
            image.emplace("hash", now[i]);
    return image;
}

std::vector<Unrecorded> unrecorded(Reader& reader, EntityKind kind)
{
    std::vector<Unrecorded> found;
    const auto recorded = replay(reader, kind);
    if (recorded.columns.empty())
        return found; // A table of a later schema: what this one looks like is worked out from its migrations alone.
    const bool whole = domain::imagePolicy(kind) == domain::ImagePolicy::Whole;
    eachRow(reader, std::string(domain::toCode(kind)), recorded.columns, [&](std::int64_t id, const Values& now) {
        const auto state = recorded.rows.find(id);
        if (state == recorded.rows.end()) {
            // No upgrade makes rows of the other kinds: one that nobody recorded stays a finding.
            if (domain::imagePolicy(kind) == domain::ImagePolicy::Hash)
                found.push_back({id, address(recorded, id, now)});
        } else if (whole && state->second.exists && !state->second.unreadable) {
            if (auto image = laterColumns(recorded, state->second, now); !image.empty())
                found.push_back({id, std::move(image)});
        }
    });
    return found;
}

}

void noteUpgradedRows(Reader& reader)
{
    const auto version = reader.number("PRAGMA user_version");
    const auto operations = reader.number("SELECT max(id) FROM change_op");
    std::string lines;
    eachUpgraded(reader, [&lines](const Written& written) { lines = written.lines; });
    std::vector<Values> rows;
    for (std::size_t i = 0; i < static_cast<std::size_t>(EntityKind::Count); ++i) {
        const std::string table(domain::toCode(static_cast<EntityKind>(i)));
        for (const auto& [row, image] : unrecorded(reader, static_cast<EntityKind>(i))) {
            // A name that is no UTF-8 any more is written with a mark in its place, and thereby found by the check.
            const auto text = readableImageText(image);
            lines += line(version, operations, table, row, text);
            rows.push_back({version, operations, table, row, text, std::string()});
        }
    }
    if (!rows.empty())
        rows.back().back() = sha256(lines);
    for (const auto& row : rows)
        reader.execute(kInsert, row);
}

std::optional<std::int64_t> firstBrokenUpgradedRow(Reader& reader)
{
    std::optional<std::int64_t> broken;
    Written last;
    eachUpgraded(reader, [&](const Written& written) {
        if (!broken && !written.hash.empty() && written.hash != sha256(written.lines))
            broken = written.id;
        last.id = written.id;
        last.hash = written.hash;
    });
    if (!broken && last.id != 0 && last.hash.empty())
        broken = last.id; // The end was cut off.
    return broken;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/change_log.h"

#include "base/text_lines.h"
#include "base/vietnamese.h"
#include "storage/hash.h"
#include "storage/plain_value.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace thidua::storage {
namespace {

using nlohmann::json;

// Only the newest part of the record is searched: nobody undoes five hundred steps, and start-up must not read years of history.
constexpr std::string_view kNewestOps =
    "SELECT id, op, target_op, user_name, at, label_args FROM change_op ORDER BY id DESC LIMIT ?";
constexpr std::string_view kOneOp = "SELECT id, op, target_op, user_name, at, label_args FROM change_op WHERE id = ?";
constexpr std::string_view kRowsOfOp =
    "SELECT entity, row_id, before_json, after_json FROM change_row WHERE op_id = ? ORDER BY seq DESC";
constexpr std::string_view kLastHash = "SELECT hash FROM change_op ORDER BY id DESC LIMIT 1";

struct HashedRow {
    std::string entity;
    std::int64_t id;
    std::string before;
    std::string after;
};

std::string entryHash(const std::string& previous, const json& head, const std::vector<HashedRow>& rows)
{
    // What is no UTF-8 (a damaged file) hashes to something else than it did; it must not stop whoever looks for just that.
    const auto text = [](const json& part) { return part.dump(-1, ' ', false, json::error_handler_t::replace); };
    std::string bytes = previous + text(head);
    for (const auto& row : rows)
        bytes += text(json::array({row.entity, row.id, row.before, row.after}));
    return sha256(bytes);
}

std::vector<HashedRow> hashedRows(const Tx& tx)
{
    std::vector<HashedRow> rows;
    for (const auto& row : tx.recorded())
        rows.push_back({std::string(domain::toCode(row.kind)), row.id, row.before, row.after});
    return rows;
}

domain::ChangeSet changeSetOf(const Tx& tx, const WriteContext& context, std::int64_t opId)
{
    domain::ChangeSet changes;
    changes.op = context.op;
    changes.opId = opId;
    changes.labelArgs = tx.label();
    for (const auto& row : tx.recorded()) {
        changes.kinds.set(static_cast<std::size_t>(row.kind));
        changes.ids[row.kind].insert(row.id);
    }
    return changes;
}

/// The names of an entry; none where the file holds something else, so that what only shows them goes on.
std::vector<std::string> labelFrom(const std::string& stored)
{
    std::vector<std::string> names;
    const auto list = json::parse(stored, nullptr, false);
    for (const auto& name : list.is_array() ? list : json::array())
        if (name.is_string())
            names.push_back(name.get<std::string>());
    return names;
}

ChangeEntry entryFrom(const Values& row)
{
    ChangeEntry entry{numberOr(row[0]), domain::opFromCode(textOr(row[1])), std::nullopt, textOr(row[3]), textOr(row[4]), labelFrom(textOr(row[5]))};
    if (const auto* target = std::get_if<std::int64_t>(&row[2]))
        entry.target = *target;
    return entry;
}

/// The operation that is done, or turned back.
std::optional<domain::Op> originOf(Reader& reader, const WriteContext& context)
{
    if (!context.targetOp)
        return context.op;
    return originOf(reader, ChangeEntry{std::numeric_limits<std::int64_t>::max(), context.op, context.targetOp, {}, {}, {}}).op;
}

bool isSensitive(Reader& reader, const WriteContext& context)
{
    const auto op = originOf(reader, context);
    return op && domain::ruleOf(*op).sensitive;
}

}

domain::EntityKinds allowedInClosedYear(Reader& reader, const WriteContext& context)
{
    const auto op = originOf(reader, context);
    return op ? domain::allowedInClosedYear(*op) : domain::EntityKinds{};
}

domain::ChangeSet recordChanges(Tx& tx, const WriteContext& given)
{
    auto context = given;
    context.userName = normalised(given.userName);
    context.reason = normalisedLines(given.reason);
    const auto rows = hashedRows(tx);
    const auto version = tx.number("PRAGMA user_version");
    std::string previous;
    tx.each(kLastHash, {}, [&previous](const Values& row) { previous = textOr(row[0]); });
    const auto args = json(tx.label()).dump();
    const json head = json::array({std::string(domain::toCode(context.op)), context.targetOp ? json(*context.targetOp) : json(nullptr),
                                   context.userName, context.nowUtc, args, context.reason, version});
    tx.execute("INSERT INTO change_op (op, target_op, user_name, at, label_args, reason, sensitive, schema_version, previous_hash, hash) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               {std::string(domain::toCode(context.op)), context.targetOp ? Value(*context.targetOp) : Value{}, context.userName,
                context.nowUtc, args, context.reason, Value(static_cast<std::int64_t>(isSensitive(tx, context))), version, previous,
                entryHash(previous, head, rows)});
    const auto opId = tx.lastInsertId();
    std::int64_t seq = 0;
    for (const auto& row : rows)
        tx.execute("INSERT INTO change_row (op_id, seq, entity, row_id, before_json, after_json) VALUES (?, ?, ?, ?, ?, ?)",
                   {opId, seq++, row.entity, row.id, nullable(row.before), nullable(row.after)});
    return changeSetOf(tx, context, opId);
}

bool wasRewrittenSince(Reader& reader, std::int64_t operations)
{
    return reader.number("SELECT count(*) FROM record_conversion WHERE operations >= ?", {operations}) > 0;
}

std::string hashOfEntry(Reader& reader, std::int64_t id)
{
    std::string hash;
    reader.each("SELECT hash FROM change_op WHERE id = ?", {id}, [&hash](const Values& row) {
        if (const auto* text = std::get_if<std::string>(&row[0]))
            hash = *text;
    });
    return hash;
}

std::vector<ChangeEntry> recentChanges(Reader& reader, int limit)
{
    std::vector<ChangeEntry> entries;
    reader.each(kNewestOps, {static_cast<std::int64_t>(limit)}, [&entries](const Values& row) { entries.push_back(entryFrom(row)); });
    return entries;
}

UndoState undoState(Reader& reader)
{
    auto entries = recentChanges(reader, 500);
    std::vector<const ChangeEntry*> undoable;
    std::vector<const ChangeEntry*> redoable;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (entry->op == domain::Op::Undo) {
            if (!undoable.empty())
                undoable.pop_back();
            redoable.push_back(&*entry);
        } else if (entry->op == domain::Op::Redo) {
            if (!redoable.empty())
                redoable.pop_back();
            undoable.push_back(&*entry);
        } else if (!entry->op || !domain::isUndoable(*entry->op)) {
            undoable.clear();
            redoable.clear();
        } else {
            undoable.push_back(&*entry);
            redoable.clear();
        }
    }
    UndoState state;
    if (!undoable.empty())
        state.undo = *undoable.back();
    if (!redoable.empty())
        state.redo = *redoable.back();
    return state;
}

ChangeEntry originOf(Reader& reader, ChangeEntry entry)
{
    while (entry.target) {
        std::optional<ChangeEntry> target;
        reader.each(kOneOp, {*entry.target}, [&target](const Values& row) { target = entryFrom(row); });
        if (!target || target->id >= entry.id)
            break;
        entry = std::move(*target);
    }
    return entry;
}

void turnBack(Tx& tx, const ChangeEntry& target)
{
    struct Step {
        domain::EntityKind kind;
        std::int64_t id;
        std::string before;
        std::string after;
    };
    std::vector<Step> steps;
    tx.each(kRowsOfOp, {target.id}, [&steps](const Values& row) {
        if (const auto kind = domain::entityKindFromCode(textOr(row[0])))
            steps.push_back({*kind, numberOr(row[1]), textOr(row[2]), textOr(row[3])});
    });
    for (const auto& step : steps)
        tx.restore(step.kind, step.id, step.after, step.before);
    tx.setLabel(target.labelArgs);
}

namespace {

/// An entry as the chain sees it, with the rows it hashes.
struct ChainLink {
    std::int64_t id;
    std::string previous;
    std::string hash;
    json head;
};

std::vector<ChainLink> links(Reader& reader)
{
    std::vector<ChainLink> all;
    reader.each("SELECT id, op, target_op, user_name, at, label_args, reason, schema_version, previous_hash, hash FROM change_op ORDER BY id", {},
                [&all](const Values& row) {
                    const auto* target = std::get_if<std::int64_t>(&row[2]);
                    all.push_back({numberOr(row[0]), textOr(row[8]), textOr(row[9]),
                                   json::array({textOr(row[1]), target ? json(*target) : json(nullptr), textOr(row[3]), textOr(row[4]), textOr(row[5]),
                                                textOr(row[6]), numberOr(row[7])})});
                });
    return all;
}

std::string hashAgain(Reader& reader, const std::string& previous, const ChainLink& link)
{
    std::vector<HashedRow> rows;
    reader.each("SELECT entity, row_id, before_json, after_json FROM change_row WHERE op_id = ? ORDER BY seq", {link.id},
                [&rows](const Values& r) { rows.push_back({textOr(r[0]), numberOr(r[1]), textOr(r[2]), textOr(r[3])}); });
    return entryHash(previous, link.head, rows);
}

}

std::optional<std::int64_t> firstBrokenEntry(Reader& reader)
{
    std::string previous;
    for (const auto& link : links(reader)) {
        if (link.previous != previous || link.hash != hashAgain(reader, previous, link))
            return link.id;
        previous = link.hash;
    }
    return std::nullopt;
}

void chainAgain(Reader& reader)
{
    std::string previous;
    for (const auto& link : links(reader)) {
        auto hash = hashAgain(reader, previous, link);
        reader.execute("UPDATE change_op SET previous_hash = ?, hash = ? WHERE id = ?", {previous, hash, link.id});
        previous = std::move(hash);
    }
}

}

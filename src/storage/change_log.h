// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "storage/tx.h"

namespace thidua::storage {

/// Who does what, and when: the head of a change record.
struct WriteContext {
    domain::Op op;
    std::string userName;
    std::string nowUtc;
    std::string reason;
    std::optional<std::int64_t> targetOp; ///< for Undo and Redo
};

/// One entry of the change record, as the undo stack and the audit read it.
struct ChangeEntry {
    std::int64_t id;
    std::optional<domain::Op> op; ///< none: a code that this program does not know; it is not undone
    std::optional<std::int64_t> target;
    std::string userName;
    std::string at;
    std::vector<std::string> labelArgs;
};

/// Writes the change record of `tx` into the same transaction, chained by hash to the entry before; returns what it changed.
domain::ChangeSet recordChanges(Tx& tx, const WriteContext& context);

/// What Ctrl+Z and Ctrl+Shift+Z would turn back now. Found from the record itself, so it survives closing the program.
struct UndoState {
    std::optional<ChangeEntry> undo;
    std::optional<ChangeEntry> redo;
};
UndoState undoState(Reader& reader);

/// What an undo or redo is about in the end: the entry whose rows it turns back or brings again. Any other entry is its own.
ChangeEntry originOf(Reader& reader, ChangeEntry entry);

/// What this operation, or the one that it turns back, may change in a closed school year.
domain::EntityKinds allowedInClosedYear(Reader& reader, const WriteContext& context);

/// Turns `target` back: each row to what it was before, newest first. Throws StaleRow when a row has changed since.
void turnBack(Tx& tx, const ChangeEntry& target);

/// Recomputes the chain; the id of the first entry that does not fit, if any.
std::optional<std::int64_t> firstBrokenEntry(Reader& reader);

/// Hashes every entry anew, after an upgrade has converted what it holds; the triggers that forbid this must be off.
void chainAgain(Reader& reader);

/// Whether the record was rewritten when it had so many entries or more (record_conversion.h): heads of then cannot be compared any more.
bool wasRewrittenSince(Reader& reader, std::int64_t operations);

/// The hash of one entry; empty when there is none of this number.
std::string hashOfEntry(Reader& reader, std::int64_t id);

/// The newest entries first, for "recent changes".
std::vector<ChangeEntry> recentChanges(Reader& reader, int limit);

}

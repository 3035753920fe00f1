// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity_kind.h"
#include "domain/op.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace thidua::domain {

/// What one operation changed, derived from the rows it recorded, so that no page can miss a table.
struct ChangeSet {
    Op op = Op::Undo;
    std::int64_t opId = 0;
    std::vector<std::string> labelArgs; ///< the names that the sentence of this operation speaks of (text "op.<code>")
    EntityKinds kinds;
    std::map<EntityKind, std::set<std::int64_t>> ids;
    bool touches(EntityKind kind) const { return kinds.test(static_cast<std::size_t>(kind)); }
    bool touchesAny(const EntityKinds& of) const { return (kinds & of).any(); }
};

/// What every writing service call returns: its value and what it changed.
template <class T>
struct OpResult {
    T value;
    ChangeSet changes;
};

/// For operations without a value of their own.
struct Done {};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace thidua::domain {

/// Every kind of row that the change record knows (entities.def); the code is the table's name.
enum class EntityKind {
#define TD_ENTITY(name, table, id, images) name,
#include "domain/entities.def"
#undef TD_ENTITY
    Count
};

using EntityKinds = std::bitset<static_cast<std::size_t>(EntityKind::Count)>;

inline EntityKinds kindsOf(std::initializer_list<EntityKind> kinds)
{
    EntityKinds all;
    for (const auto kind : kinds)
        all.set(static_cast<std::size_t>(kind));
    return all;
}

std::string_view toCode(EntityKind kind);
std::optional<EntityKind> entityKindFromCode(std::string_view code);

/// What the change record keeps of a row of this kind before and after a change.
enum class ImagePolicy {
    Whole,  ///< all its columns, of an update those that changed: undo restores it
    Hash,   ///< its id and the hash it is addressed by. Such rows are written once and stay: undo takes away what points at them
    Nothing ///< that it was changed, and no more: sensitive rows. Operations on them cannot be undone
};
ImagePolicy imagePolicy(EntityKind kind);

}

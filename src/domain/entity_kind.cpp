// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/entity_kind.h"

#include <algorithm>
#include <array>

namespace thidua::domain {
namespace {

struct KindRow {
    std::string_view code;
    ImagePolicy images;
};

constexpr std::array<KindRow, static_cast<std::size_t>(EntityKind::Count)> kKinds{{
#define TD_ENTITY(name, table, id, images) {#table, ImagePolicy::images},
#include "domain/entities.def"
#undef TD_ENTITY
}};

}

std::string_view toCode(EntityKind kind)
{
    return kKinds[static_cast<std::size_t>(kind)].code;
}

std::optional<EntityKind> entityKindFromCode(std::string_view code)
{
    const auto found = std::ranges::find(kKinds, code, &KindRow::code);
    if (found == kKinds.end())
        return std::nullopt;
    return static_cast<EntityKind>(found - kKinds.begin());
}

ImagePolicy imagePolicy(EntityKind kind)
{
    return kKinds[static_cast<std::size_t>(kind)].images;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/strong_id.h"

#include <optional>

namespace thidua::domain {

/// The id of each entity's rows (entities.def). Rows that nothing points at share RowId.
#define TD_ENTITY(name, table, id, images) using id = Id<struct id##Tag>;
#include "domain/entities.def"
#undef TD_ENTITY

/// Who or what a registration, nomination, record or award is about: exactly one of the two is set.
struct SubjectRef {
    std::optional<PersonId> person;
    std::optional<CollectiveId> collective;

    static SubjectRef of(PersonId id) { return {id, std::nullopt}; }
    static SubjectRef of(CollectiveId id) { return {std::nullopt, id}; }
    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("person_id", r.person);
        v("collective_id", r.collective);
    }

    friend bool operator==(const SubjectRef&, const SubjectRef&) = default;
    friend auto operator<=>(const SubjectRef&, const SubjectRef&) = default;
};

}

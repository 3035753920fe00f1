// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/entity_kind.h"
#include "storage/reader.h"

#include <exception>
#include <vector>

namespace thidua::storage {

/// Where a row belongs: the school year, if any, and whose it is.
struct RowPlace {
    std::optional<domain::SchoolYearId> year;
    int startYear = 0;                         ///< of that year
    bool closed = false;                       ///< whether that year is
    std::optional<domain::SubjectRef> subject; ///< the person or collective that the row is about
};

/// By the kind's own columns or by its parents' (a case of discipline belongs to the year of its record); a row with two parents has two
/// places. Empty when there is no such row.
std::vector<RowPlace> placesOf(Reader& reader, domain::EntityKind kind, std::int64_t id);

/// Whether rows of this kind belong to a school year at all.
bool belongsToYear(domain::EntityKind kind);

/// Thrown when an operation would change a row of a closed year; DataFile turns it into WrongState, "year.closed".
struct YearClosed : std::exception {
    explicit YearClosed(int start) : startYear(start) {}
    const char* what() const noexcept override { return "closed year"; }
    int startYear;
};

}

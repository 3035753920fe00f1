// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"

#include <cstdint>

namespace thidua::domain {

/// Counts up with every change of the row; given back on saving, it shows whether somebody changed the row meanwhile.
using RowVersion = std::int64_t;

/// A saved row: its id, its version and what it says.
template <class T>
struct Stored {
    IdOf<T> id;
    RowVersion version;
    T data;
};

}

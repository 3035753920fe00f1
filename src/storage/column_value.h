// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/value.h"

namespace SQLite {
class Column;
}

namespace thidua::storage {

Value columnValue(const SQLite::Column& column);

}

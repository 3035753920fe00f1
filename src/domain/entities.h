// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

namespace thidua::domain {

/// Every entity by name and the id of its rows, without what is in it: enough to declare what reads and writes them.
#define TD_ENTITY(name, table, id, images) struct name;
#include "domain/entities.def"
#undef TD_ENTITY

template <class T> struct IdOfRow;
#define TD_ENTITY(name, table, id, images)                                                                                           \
    template <> struct IdOfRow<name> { using type = id; };
#include "domain/entities.def"
#undef TD_ENTITY
template <class T> using IdOf = typename IdOfRow<T>::type;

}

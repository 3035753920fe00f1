// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tx_impl.h"

namespace thidua::storage {

using namespace domain;

#define TD_INSTANTIATE(T)                                                                                                            \
    template std::optional<Stored<T>> Reader::find<T>(IdOf<T>);                                                                      \
    template std::vector<Stored<T>> Reader::all<T>(std::string_view, const Values&);                                                 \
    template IdOf<T> Tx::insert<T>(const T&);                                                                                        \
    template void Tx::update<T>(IdOf<T>, const T&, std::optional<RowVersion>);                                                       \
    template void Tx::remove<T>(IdOf<T>);

#define TD_ENTITY(name, table, id, images) TD_INSTANTIATE(name)
#include "domain/entities.def"
#undef TD_ENTITY

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

namespace thidua::storage::repo {

template <class T>
std::optional<T> firstOf(std::vector<T> rows)
{
    if (rows.empty())
        return std::nullopt;
    return std::move(rows.front());
}

template <class Tag>
Value idOf(const std::optional<Id<Tag>>& id)
{
    return id ? Value(id->value()) : Value{};
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/value.h"

/// Values of tables whose columns are known: what is not of the kind reads as empty or 0.
namespace thidua::storage {

inline std::string textOr(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

inline std::int64_t numberOr(const Value& value)
{
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? *number : 0;
}

/// An image that says nothing is none.
inline Value nullable(const std::string& image)
{
    return image.empty() ? Value{} : Value(image);
}

}

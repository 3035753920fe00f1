// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace thidua {

/// The database id of one kind of record. Two kinds never mix, and nothing converts by itself.
/// A record that is not saved yet has no id: use std::optional, never 0 or -1.
template <class Tag>
class Id {
public:
    explicit constexpr Id(std::int64_t value) : m_value(value) {}
    constexpr std::int64_t value() const { return m_value; }
    friend constexpr auto operator<=>(Id, Id) = default;

private:
    std::int64_t m_value;
};

}

template <class Tag>
struct std::hash<thidua::Id<Tag>> {
    std::size_t operator()(thidua::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value()); }
};

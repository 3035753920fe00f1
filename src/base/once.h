// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace thidua {

/// A value that is made when it is first asked for. Not for several threads at once.
template <class T>
class Once {
public:
    template <class Make>
    const T& get(Make make) const
    {
        if (!m_value)
            m_value = make();
        return *m_value;
    }

private:
    mutable std::optional<T> m_value;
};

}

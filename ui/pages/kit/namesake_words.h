// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace thidua::ui {

struct Namesake {
    domain::PersonId id;
    std::string name;
    std::optional<PartialDate> birth{};
    std::string unit{};                ///< team or class
};

/// What is said while a name is typed that others have: who they are, and whether this may be one of them. Empty when nobody has it.
QString namesakeWords(const std::vector<Namesake>& everyone, std::optional<domain::PersonId> self, const std::string& name,
                      const std::optional<PartialDate>& birth);

}

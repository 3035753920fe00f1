// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <optional>
#include <string>

namespace thidua::services {

/// Number and day of a paper when it is issued. A missing day and a number already used are refused.
struct IssuePaper {
    int number = 0;
    std::string suffix;
    std::optional<Date> issuedOn;
};

}

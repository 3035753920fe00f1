// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <string>

namespace thidua::services {

/// Number, date and signer of a paper when it is issued. An empty date or a number already used is refused.
struct IssuePaper {
    int number = 0;
    std::string suffix;
    Date issuedOn{2000, 1, 1};
};

}

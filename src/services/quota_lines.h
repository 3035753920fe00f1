// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace thidua::services {

/// One line of law drawn as a bar: "CSTĐ cơ sở – hạn mức: 4 / 3 — vượt 1 (15 % của 24)".
struct QuotaLine {
    std::string id;
    std::string title;
    int count = 0;
    int allowed = 0;
    bool within = true;
    std::string basis;     ///< "15 % của 24"
    std::string citation;
    bool certain = true;
};

/// A target as a bar: registered or reached against what the plan asks for.
struct TargetLine {
    std::string title;
    int count = 0;
    int wanted = 0;
    std::string basis;     ///< "32 người"; may be empty
};

}

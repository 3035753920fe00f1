// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace thidua::services {

/// One person's place where more stand for an honour than there are places: what the council may begin its talk from, never a cut.
struct PreferenceEntry {
    int place = 1;             ///< equals share a place
    std::string name;
    std::string why;           ///< “nữ (khoản 6 Điều 4 NĐ 152/2025)”, or why nothing puts them first
};

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
    std::string honour{};                  ///< its code
    std::vector<PreferenceEntry> order{}; ///< when over the limit
};

/// A target as a bar: registered or reached against what the plan asks for.
struct TargetLine {
    std::string title;
    int count = 0;
    int wanted = 0;
    std::string basis;     ///< "32 người"; may be empty
};

}

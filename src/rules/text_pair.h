// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace thidua::rules {

/// One text in both languages; `{name}` in a template stands for a value.
struct Text {
    std::string vi;
    std::string en;
    bool empty() const { return vi.empty(); }
    friend bool operator==(const Text&, const Text&) = default;
};

/// {"vi": …, "en": …}; pairOf throws nlohmann::json's exceptions on anything else.
nlohmann::json pair(const Text& text);
Text pairOf(const nlohmann::json& value);

/// Where a rule stands: `khoản 6 Điều 10 Nghị định 91/2017/NĐ-CP`, and in short for the window `khoản 6 Điều 10 NĐ 91/2017`.
struct Citation {
    std::string full;
    std::string brief;
    bool empty() const { return full.empty(); }
    friend bool operator==(const Citation&, const Citation&) = default;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace thidua {

/// An hour of the day.
struct Hour {
    int hour = 0;
    int minute = 0;

    /// "08:00", as files keep it.
    std::string text() const;
    /// "08 giờ 00", as papers and the screen say it.
    std::string words() const;
    friend auto operator<=>(const Hour&, const Hour&) = default;
};

/// An hour as people write it: "8h", "8 giờ 30", "14g00", "8:5", "7h rưỡi", "2 giờ chiều". Empty when the text is none.
std::optional<Hour> readHour(std::string_view text);

}

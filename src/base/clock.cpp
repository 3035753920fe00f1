// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <ctime>

namespace thidua {

Date SystemClock::today() const
{
    const std::time_t now = std::time(nullptr);
    // Only the UI thread and the command line read the clock, so localtime's shared buffer is safe and portable.
    const std::tm* local = std::localtime(&now);
    return Date(local->tm_year + 1900, static_cast<unsigned>(local->tm_mon + 1), static_cast<unsigned>(local->tm_mday));
}

std::string SystemClock::nowUtc() const
{
    const std::time_t now = std::time(nullptr);
    char text[32];
    const auto length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&now));
    return {text, length};
}

}

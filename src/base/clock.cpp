// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/local_time.h"

#include <ctime>
#include <mutex>

namespace thidua {
namespace {

/// The portable calls share one buffer, and work beside the window asks for the time, too.
std::tm brokenDown(std::time_t moment, std::tm* (*how)(const std::time_t*))
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const std::tm* parts = how(&moment);
    return parts != nullptr ? *parts : std::tm{};
}

std::string written(const std::tm& moment, const char* form)
{
    char text[32];
    return {text, std::strftime(text, sizeof text, form, &moment)};
}

}

Date SystemClock::today() const
{
    const std::tm local = brokenDown(std::time(nullptr), &std::localtime);
    return Date(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1), static_cast<unsigned>(local.tm_mday));
}

std::string SystemClock::nowUtc() const
{
    return written(brokenDown(std::time(nullptr), &std::gmtime), "%Y-%m-%dT%H:%M:%SZ");
}

namespace {

std::string local(const std::string& utc, const char* form)
{
    const auto day = Date::fromIso(utc.substr(0, 10));
    constexpr std::string_view kShape = "0000-00-00T00:00:00Z";
    if (!day || utc.size() != kShape.size())
        return utc;
    for (std::size_t i = 10; i < utc.size(); ++i)
        if (kShape[i] == '0' ? utc[i] < '0' || utc[i] > '9' : utc[i] != kShape[i])
            return utc;
    const auto two = [&utc](std::size_t at) { return (utc[at] - '0') * 10 + (utc[at + 1] - '0'); };
    const auto seconds = std::time_t{daysBetween(Date(1970, 1, 1), *day)} * 86'400 + two(11) * 3'600 + two(14) * 60 + two(17);
    return written(brokenDown(seconds, &std::localtime), form);
}

}

std::string localMoment(const std::string& utc)
{
    return local(utc, "%Y-%m-%dT%H:%M:%S");
}

std::string momentForPeople(const std::string& utc)
{
    return local(utc, "%d/%m/%Y %H:%M");
}

}

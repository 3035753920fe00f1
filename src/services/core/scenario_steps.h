// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "services/core/school_file.h"

#include <nlohmann/json.hpp>
#include <string>

// What the steps of a sample's story are read with.
namespace thidua::services {

/// What a step says under that key; empty where it says nothing.
inline std::string stepText(const nlohmann::json& step, const char* key)
{
    const auto found = step.find(key);
    return found == step.end() || found->is_null() ? std::string() : found->get<std::string>();
}

/// Throws where there is no date: a sample is data of the program, looked at when it is built.
inline Date stepDay(const nlohmann::json& step, const char* key)
{
    return Date::fromIso(step.at(key).get<std::string>()).value();
}

template <class T>
Result<void> stepDone(Written<T> result)
{
    if (!result)
        return tl::unexpected<Error>(std::move(result.error()));
    return {};
}

inline std::optional<Date> maybeDay(const nlohmann::json& step, const char* key)
{
    const auto value = stepText(step, key);
    return value.empty() ? std::nullopt : std::optional(Date::fromIso(value).value());
}

template <domain::CodedEnum E>
E stepCode(const nlohmann::json& step, const char* key)
{
    return domain::fromCode<E>(step.at(key).get<std::string>()).value();
}

inline std::optional<int> stepNumber(const nlohmann::json& step, const char* key)
{
    const auto found = step.find(key);
    return found == step.end() || found->is_null() ? std::nullopt : std::optional(found->get<int>());
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace thidua::rules {

/// Reads one JSON object strictly. Errors name the place: `facts.votes.for`.
class ObjectReader {
public:
    /// Refuses what is no object and every key that is not in `known`.
    static Result<ObjectReader> of(const nlohmann::json& value, std::string place, const std::vector<std::string>& known);

    std::string place(std::string_view key) const;
    const nlohmann::json* find(const std::string& key) const;

    Result<const nlohmann::json*> required(const std::string& key) const;
    Result<std::string> text(const std::string& key) const;
    Result<Date> date(const std::string& key) const;
    Result<int> integer(const std::string& key, int least, int most) const;
    Result<std::optional<int>> optionalInteger(const std::string& key, int least, int most) const;

private:
    ObjectReader(const nlohmann::json& value, std::string place) : m_value(&value), m_place(std::move(place)) {}
    const nlohmann::json* m_value;
    std::string m_place;
};

/// The beginning of what somebody wrote, in one line, for a sentence about it.
std::string shortened(const std::string& text);

// One value, whose place is `place`.
Result<std::string> readText(const nlohmann::json& value, const std::string& place);
Result<Date> readDate(const nlohmann::json& value, const std::string& place);
Result<int> readInteger(const nlohmann::json& value, const std::string& place, int least, int most);

}

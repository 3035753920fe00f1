// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/text_pair.h"

#include <nlohmann/json.hpp>

namespace thidua::rules {

nlohmann::json pair(const Text& text)
{
    return {{"vi", text.vi}, {"en", text.en}};
}

Text pairOf(const nlohmann::json& value)
{
    return {value.at("vi").get<std::string>(), value.at("en").get<std::string>()};
}

}

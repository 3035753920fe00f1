// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/json_object_reader.h"

#include "base/text_util.h"

#include <algorithm>

namespace thidua::rules {

using nlohmann::json;

Result<ObjectReader> ObjectReader::of(const json& value, std::string place, const std::vector<std::string>& known)
{
    if (!value.is_object())
        return fail(ErrorCode::InputFormat, "case.not-object", {place.empty() ? "JSON" : place});
    ObjectReader reader(value, std::move(place));
    for (const auto& [key, unused] : value.items())
        if (std::find(known.begin(), known.end(), key) == known.end())
            return fail(ErrorCode::InputFormat, "case.unknown-key", {reader.place(key), join(known, ", ")});
    return reader;
}

std::string ObjectReader::place(std::string_view key) const
{
    return m_place.empty() ? std::string(key) : m_place + "." + std::string(key);
}

const json* ObjectReader::find(const std::string& key) const
{
    const auto found = m_value->find(key);
    return found == m_value->end() ? nullptr : &*found;
}

Result<const json*> ObjectReader::required(const std::string& key) const
{
    const json* value = find(key);
    if (value == nullptr)
        return fail(ErrorCode::InputFormat, "case.missing-key", {place(key)});
    return value;
}

Result<std::string> ObjectReader::text(const std::string& key) const
{
    TD_TRY(const json* value, required(key));
    return readText(*value, place(key));
}

Result<Date> ObjectReader::date(const std::string& key) const
{
    TD_TRY(const json* value, required(key));
    return readDate(*value, place(key));
}

Result<int> ObjectReader::integer(const std::string& key, int least, int most) const
{
    TD_TRY(const json* value, required(key));
    return readInteger(*value, place(key), least, most);
}

Result<std::optional<int>> ObjectReader::optionalInteger(const std::string& key, int least, int most) const
{
    if (find(key) == nullptr)
        return std::optional<int>();
    TD_TRY(const int value, integer(key, least, most));
    return std::optional<int>(value);
}

Result<std::string> readText(const json& value, const std::string& place)
{
    if (!value.is_string())
        return fail(ErrorCode::InputFormat, "case.not-text", {place});
    auto text = value.get<std::string>();
    if (text.empty())
        return fail(ErrorCode::InputFormat, "case.empty", {place});
    return text;
}

Result<Date> readDate(const json& value, const std::string& place)
{
    TD_TRY(const std::string text, readText(value, place));
    const auto date = Date::fromIso(text);
    if (!date)
        return fail(ErrorCode::InputFormat, "case.bad-date", {place, text}, date.error().key);
    return *date;
}

Result<int> readInteger(const json& value, const std::string& place, int least, int most)
{
    if (!value.is_number_integer())
        return fail(ErrorCode::InputFormat, "case.not-integer", {place});
    if (value < least)
        return fail(ErrorCode::InputFormat, least == 0 ? "case.negative" : "case.too-small", {place, value.dump(), std::to_string(least)});
    if (value > most)
        return fail(ErrorCode::InputFormat, "case.too-large", {place, value.dump(), std::to_string(most)});
    return value.get<int>();
}

}

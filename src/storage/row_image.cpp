// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/row_image.h"

#include "storage/hash.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace thidua::storage {
namespace {

using nlohmann::json;

constexpr const char* kHex = "hex"; // JSON has no bytes: {"hex": "00ff"}

/// The value of a DEFAULT that is a literal; anything else is worked out for each row.
std::optional<Value> literal(const Value& declared)
{
    const auto* text = std::get_if<std::string>(&declared);
    if (text == nullptr)
        return Value{};
    if (text->size() >= 2 && text->front() == '\'' && text->back() == '\'' && text->find('\'', 1) == text->size() - 1)
        return Value(text->substr(1, text->size() - 2));
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error == std::errc() && end == text->data() + text->size())
        return Value(number);
    return std::nullopt;
}

json toJson(const Value& value)
{
    if (const auto* bytes = std::get_if<Bytes>(&value))
        return {{kHex, hexOf(*bytes)}};
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return *integer;
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    return nullptr;
}

Value fromJson(const json& value)
{
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (value.is_string())
        return value.get<std::string>();
    if (const auto hex = value.is_object() ? value.find(kHex) : value.end(); hex != value.end() && hex->is_string())
        return bytesOfHex(hex->get<std::string>());
    return std::monostate{};
}

std::string dumped(const RowImage& image, json::error_handler_t handler)
{
    json object = json::object();
    for (const auto& [column, value] : image)
        object[column] = toJson(value);
    return object.dump(-1, ' ', false, handler);
}

}

std::string imageText(const RowImage& image)
{
    return dumped(image, json::error_handler_t::strict);
}

std::string readableImageText(const RowImage& image)
{
    return dumped(image, json::error_handler_t::replace);
}

std::optional<RowImage> imageFrom(const std::string& text)
{
    const auto object = json::parse(text, nullptr, false);
    if (!object.is_object())
        return std::nullopt;
    RowImage image;
    for (auto value = object.begin(); value != object.end(); ++value)
        image.emplace(value.key(), fromJson(*value));
    return image;
}

bool isAboutJson(const std::exception& exception)
{
    return dynamic_cast<const json::exception*>(&exception) != nullptr;
}

std::vector<TableColumn> columnsOf(Reader& reader, const std::string& table)
{
    std::vector<TableColumn> columns;
    reader.each("SELECT name, dflt_value FROM pragma_table_info(?) ORDER BY cid", {table}, [&columns](const Values& row) {
        if (const auto* name = std::get_if<std::string>(&row[0]))
            columns.push_back({*name, literal(row[1])});
    });
    return columns;
}

}

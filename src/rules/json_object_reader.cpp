// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/json_object_reader.h"

#include "base/code_points.h"
#include "base/text_util.h"
#include "rules/case.h"

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
            return fail(ErrorCode::InputFormat, "case.unknown-key", {reader.place(shortened(key)), join(known, ", ")});
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

std::string shortened(const std::string& text)
{
    constexpr std::size_t kMost = 60;
    auto points = codePoints(text);
    const bool isLong = points.size() > kMost;
    points.resize(std::min(points.size(), kMost));
    for (auto& point : points)
        if (point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029)
            point = U' ';
    return utf8Of(points) + (isLong ? "…" : "");
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
        return fail(ErrorCode::InputFormat, "case.bad-date", {place, shortened(text)}, date.error().key);
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

// Text to JSON, more strictly than a JSON library does by itself: what is written twice, nests too deep or cannot be held is refused.
namespace {

constexpr std::size_t kMostBytes = 16U << 20U; ///< some twenty times the largest pack
constexpr std::size_t kDeepest = 64;           ///< no rule nests so far; more is an attack or a mistake
constexpr int kOutOfRange = 406;               ///< nlohmann's number for a number that no double holds

std::string lineAt(std::string_view text, std::size_t at)
{
    return std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), '\n'));
}

/// How many bytes the UTF-8 character at `at` has; 0 when there is none.
std::size_t letterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
    const unsigned first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
    const bool tooLong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool noLetter = (first == 0xED && byte(1) >= 0xA0) || (first == 0xF4 && byte(1) >= 0x90);
    return tooLong || noLetter ? 0 : length;
}

/// What stands between a text and any reading of it.
Result<void> checkBytes(std::string_view text)
{
    if (text.size() > kMostBytes)
        return fail(ErrorCode::InputFormat, "case.file-too-long", {std::to_string(kMostBytes >> 20U)});
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return fail(ErrorCode::InputFormat, "case.not-utf8", {"1"});
    bool blank = true;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\0')
            return fail(ErrorCode::InputFormat, "case.zero-byte", {lineAt(text, at)});
        const auto length = letterAt(text, at);
        if (length == 0)
            return fail(ErrorCode::InputFormat, "case.not-utf8", {lineAt(text, at)});
        blank = blank && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t');
        at += length;
    }
    if (blank)
        return fail(ErrorCode::InputFormat, "case.empty-file", {"1"});
    return {};
}

/// Builds the value and remembers where it is, so that the first fault names its place.
class Builder {
public:
    explicit Builder(std::string_view text) : m_text(text) {}

    json& root() { return m_root; }
    const std::optional<Error>& error() const { return m_error; }

    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(json::number_integer_t value) { return put(value); }
    bool number_unsigned(json::number_unsigned_t value) { return put(value); }
    bool number_float(json::number_float_t value, const std::string&) { return put(value); }
    bool string(std::string& value) { return put(std::move(value)); }
    bool binary(json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(json::object()); }
    bool start_array(std::size_t) { return open(json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name)
    {
        m_open.back().key = name;
        if (m_open.back().value->contains(name))
            return refuse("case.key-twice", {shortened(place())});
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error)
    {
        const auto line = lineAt(m_text, position == 0 ? 0 : position - 1);
        refuse(error.id == kOutOfRange ? "case.number-too-large" : "case.not-json", {line});
        m_error->detail = error.what();
        return false;
    }

private:
    struct Level {
        json* value;
        std::string key;
    };

    bool refuse(const char* key, std::vector<std::string> args)
    {
        m_error = Error{ErrorCode::InputFormat, key, std::move(args), {}, {}};
        return false;
    }

    /// `facts.absences[0].days`
    std::string place() const
    {
        std::string place;
        for (const auto& level : m_open)
            place += level.value->is_array() ? "[" + std::to_string(level.value->size() - 1) + "]" : (place.empty() ? "" : ".") + level.key;
        return place;
    }

    json* add(json value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        auto& level = m_open.back();
        if (level.value->is_object())
            return &(level.value->emplace(level.key, std::move(value)).first.value());
        level.value->push_back(std::move(value));
        return &level.value->back();
    }

    template <class Value>
    bool put(Value&& value)
    {
        add(json(std::forward<Value>(value)));
        return true;
    }

    bool open(json value)
    {
        auto* added = add(std::move(value));
        if (m_open.size() >= kDeepest)
            return refuse("case.too-deep", {shortened(place()), std::to_string(kDeepest)});
        m_open.push_back({added, {}});
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    std::string_view m_text;
    json m_root;
    std::vector<Level> m_open;
    std::optional<Error> m_error;
};

}

Result<json> jsonFromText(std::string_view text)
{
    TD_CHECK(checkBytes(text));
    Builder builder(text);
    if (!json::sax_parse(text, &builder))
        return tl::unexpected<Error>(builder.error().value_or(Error{ErrorCode::InputFormat, "case.not-json", {"1"}, {}, {}}));
    return std::move(builder.root());
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/school_year.h"
#include "base/text_lines.h"
#include "base/vietnamese.h"
#include "domain/codes.h"
#include "domain/paper_lines.h"
#include "domain/stored.h"
#include "storage/packed_text.h"
#include "storage/text_limit.h"
#include "storage/value.h"

#include <algorithm>
#include <stdexcept>
#include <string>

/// How domain structs and table rows become each other: one `map` in each struct for both directions, so that they cannot drift apart.
namespace thidua::storage {

inline Value toValue(const std::string& value) { return value; }
inline Value toValue(const Bytes& value) { return value; }
inline Value toValue(int value) { return static_cast<std::int64_t>(value); }
inline Value toValue(std::int64_t value) { return value; }
inline Value toValue(bool value) { return static_cast<std::int64_t>(value ? 1 : 0); }
inline Value toValue(const Date& value) { return value.iso(); }
inline Value toValue(const PartialDate& value) { return value.text(); }
inline Value toValue(SchoolYear value) { return static_cast<std::int64_t>(value.startYear()); }
template <class Tag>
Value toValue(Id<Tag> value) { return value.value(); }
template <domain::CodedEnum E>
Value toValue(E value) { return std::string(domain::toCode(value)); }
template <class X>
Value toValue(const std::optional<X>& value) { return value ? toValue(*value) : Value{}; }

inline const std::string& textOf(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    throw BadColumn("a column that should hold text does not");
}
inline std::int64_t integerOf(const Value& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return *integer;
    throw BadColumn("a column that should hold a number does not");
}

inline const Bytes& bytesOf(const Value& value)
{
    if (const auto* bytes = std::get_if<Bytes>(&value))
        return *bytes;
    throw BadColumn("a column that should hold bytes does not");
}

inline void fromValue(const Value& value, std::string& out) { out = textOf(value); }
inline void fromValue(const Value& value, Bytes& out) { out = bytesOf(value); }
inline void fromValue(const Value& value, int& out) { out = static_cast<int>(integerOf(value)); }
inline void fromValue(const Value& value, std::int64_t& out) { out = integerOf(value); }
inline void fromValue(const Value& value, bool& out) { out = integerOf(value) != 0; }
inline void fromValue(const Value& value, SchoolYear& out) { out = SchoolYear(static_cast<int>(integerOf(value))); }
inline void fromValue(const Value& value, Date& out)
{
    const auto date = Date::fromIso(textOf(value));
    if (!date)
        throw BadColumn("not a date: " + textOf(value));
    out = *date;
}
inline void fromValue(const Value& value, PartialDate& out)
{
    const auto date = PartialDate::fromText(textOf(value));
    if (!date)
        throw BadColumn("not a date: " + textOf(value));
    out = *date;
}
template <class Tag>
void fromValue(const Value& value, Id<Tag>& out) { out = Id<Tag>(integerOf(value)); }
template <domain::CodedEnum E>
void fromValue(const Value& value, E& out)
{
    const auto code = domain::fromCode<E>(textOf(value));
    if (!code)
        throw UnknownCode(textOf(value));
    out = *code;
}

/// A value to be overwritten by fromValue; these types have no empty state of their own.
template <class X> X blank() { return X{}; }
template <> inline Date blank<Date>() { return Date(2000, 1, 1); }
template <class Tag> struct BlankId { static Id<Tag> make() { return Id<Tag>(0); } };
template <class X>
X blankOf()
{
    if constexpr (std::is_constructible_v<X, std::int64_t> && !std::is_arithmetic_v<X> && !std::is_default_constructible_v<X>)
        return X(0);
    else
        return blank<X>();
}

template <class X>
void fromValue(const Value& value, std::optional<X>& out)
{
    if (std::holds_alternative<std::monostate>(value)) {
        out.reset();
        return;
    }
    X inner = blankOf<X>();
    fromValue(value, inner);
    out = std::move(inner);
}

/// One line of text as it is kept: NFC, single spaces, no blanks at its ends. Codes and plain English words pass as they are.
inline std::string keptLine(const std::string& text)
{
    const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F; });
    return plain ? text : normalised(text);
}

/// Writes a row's columns. Every text is tidied here, once for all who write: `v(name, text)` is one line, `v.lines` has several
/// (or is a list with a line for each),
/// `v.verbatim` (JSON, files) is kept byte by byte, `v.packed` too, as a zlib stream.
struct ColumnWriter {
    std::vector<std::string> names;
    Values values;
    template <class X>
    void operator()(const char* name, const X& value)
    {
        add(name, toValue(value));
    }
    void operator()(const char* name, const std::string& value) { add(name, within(kLongestLine, keptLine(value))); }
    void operator()(const char* name, const std::optional<std::string>& value) { add(name, value ? Value(within(kLongestLine, keptLine(*value))) : Value{}); }
    void lines(const char* name, const std::string& value) { add(name, within(kLongestText, normalisedLines(value))); }
    template <class Line>
    void lines(const char* name, const std::vector<Line>& list) { add(name, within(kLongestText, normalisedLines(domain::joinedLines(list)))); }
    void verbatim(const char* name, const std::string& value) { add(name, value); }
    void packed(const char* name, const std::string& value) { add(name, packText(value)); }
    /// A day or a year alone, in a column that asks for the form of a day: 2015-00-00.
    void dayOrYear(const char* name, const std::optional<PartialDate>& value)
    {
        add(name, value ? Value(value->date ? value->date->iso() : value->text() + "-00-00") : Value{});
    }
    /// A column computed from the others, for sorting and searching: written, never read back.
    template <class F>
    void derived(const char* name, F compute)
    {
        add(name, toValue(compute()));
    }

private:
    void add(const char* name, Value value)
    {
        names.emplace_back(name);
        values.push_back(std::move(value));
    }
};

struct ColumnReader {
    const Values& row;
    std::size_t at;
    template <class X>
    void operator()(const char*, X& value) { fromValue(row[at++], value); }
    void lines(const char*, std::string& value) { fromValue(row[at++], value); }
    template <class Line>
    void lines(const char*, std::vector<Line>& list) { domain::splitLines(textOf(row[at++]), list); }
    void verbatim(const char*, std::string& value) { fromValue(row[at++], value); }
    void packed(const char*, std::string& value) { value = unpackText(bytesOf(row[at++])); }
    void dayOrYear(const char*, std::optional<PartialDate>& value) { fromValue(row[at++], value); }
    template <class F>
    void derived(const char*, F) { ++at; }
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/vietnamese.h"
#include "domain/entity_kind.h"
#include "domain/stored.h"
#include "storage/packed_text.h"
#include "storage/value.h"

#include <stdexcept>
#include <string>

/// How domain structs and table rows become each other: one `map` for both directions, so that they cannot drift apart.
namespace thidua::storage {

/// Specialised in mappings.h: `kind` (its code is the table's name) and `map(visitor, row)`, which names each column once.
template <class T>
struct TableOf;

inline Value toValue(const std::string& value) { return value; }
inline Value toValue(const Bytes& value) { return value; }
inline Value toValue(int value) { return static_cast<std::int64_t>(value); }
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

inline void fromValue(const Value& value, std::string& out) { out = std::get<std::string>(value); }
inline void fromValue(const Value& value, Bytes& out) { out = std::get<Bytes>(value); }
inline void fromValue(const Value& value, int& out) { out = static_cast<int>(std::get<std::int64_t>(value)); }
inline void fromValue(const Value& value, bool& out) { out = std::get<std::int64_t>(value) != 0; }
inline void fromValue(const Value& value, SchoolYear& out) { out = SchoolYear(static_cast<int>(std::get<std::int64_t>(value))); }
inline void fromValue(const Value& value, Date& out)
{
    const auto date = Date::fromIso(std::get<std::string>(value));
    if (!date)
        throw BadColumn("not a date: " + std::get<std::string>(value));
    out = *date;
}
inline void fromValue(const Value& value, PartialDate& out)
{
    const auto date = PartialDate::fromText(std::get<std::string>(value));
    if (!date)
        throw BadColumn("not a date: " + std::get<std::string>(value));
    out = *date;
}
template <class Tag>
void fromValue(const Value& value, Id<Tag>& out) { out = Id<Tag>(std::get<std::int64_t>(value)); }
template <domain::CodedEnum E>
void fromValue(const Value& value, E& out)
{
    const auto code = domain::fromCode<E>(std::get<std::string>(value));
    if (!code)
        throw UnknownCode(std::get<std::string>(value));
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

struct ColumnWriter {
    std::vector<std::string> names;
    Values values;
    template <class X>
    void operator()(const char* name, const X& value)
    {
        names.emplace_back(name);
        values.push_back(toValue(value));
    }
    /// A long text, packed in the file.
    void packed(const char* name, const std::string& text)
    {
        names.emplace_back(name);
        values.emplace_back(packText(text));
    }
    /// A column computed from the others, for sorting and searching: written, never read back.
    template <class F>
    void derived(const char* name, F compute)
    {
        names.emplace_back(name);
        values.push_back(toValue(compute()));
    }
};

struct ColumnReader {
    const Values& row;
    std::size_t at;
    template <class X>
    void operator()(const char*, X& value) { fromValue(row[at++], value); }
    void packed(const char*, std::string& text) { text = unpackText(std::get<Bytes>(row[at++])); }
    template <class F>
    void derived(const char*, F) { ++at; }
};

}

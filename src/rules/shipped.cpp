// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/built_in_rules.h"
#include "rules/catalogue.h"
#include "rules/pack_parser.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace thidua::rules {
namespace {

using nlohmann::json;

class PackedReader {
public:
    explicit PackedReader(std::string_view bytes) : m_bytes(bytes) {}
    bool atEnd() const { return m_at == m_bytes.size(); }

    json value()
    {
        const auto first = static_cast<std::uint8_t>(take(1).front());
        if (first <= 0x7F)
            return static_cast<std::uint64_t>(first);
        if (first <= 0x8F)
            return object(first & 0x0FU);
        if (first <= 0x9F)
            return array(first & 0x0FU);
        if (first <= 0xBF)
            return std::string(take(first & 0x1FU));
        if (first >= 0xE0)
            return static_cast<std::int64_t>(static_cast<std::int8_t>(first));
        switch (first) {
        case 0xC0: return nullptr;
        case 0xC2: return false;
        case 0xC3: return true;
        case 0xCA: return static_cast<double>(std::bit_cast<float>(number<std::uint32_t>()));
        case 0xCB: return std::bit_cast<double>(number<std::uint64_t>());
        case 0xCC: return static_cast<std::uint64_t>(number<std::uint8_t>());
        case 0xCD: return static_cast<std::uint64_t>(number<std::uint16_t>());
        case 0xCE: return static_cast<std::uint64_t>(number<std::uint32_t>());
        case 0xCF: return number<std::uint64_t>();
        case 0xD0: return static_cast<std::int64_t>(static_cast<std::int8_t>(number<std::uint8_t>()));
        case 0xD1: return static_cast<std::int64_t>(static_cast<std::int16_t>(number<std::uint16_t>()));
        case 0xD2: return static_cast<std::int64_t>(static_cast<std::int32_t>(number<std::uint32_t>()));
        case 0xD3: return static_cast<std::int64_t>(number<std::uint64_t>());
        case 0xD9: return std::string(take(number<std::uint8_t>()));
        case 0xDA: return std::string(take(number<std::uint16_t>()));
        case 0xDB: return std::string(take(number<std::uint32_t>()));
        case 0xDC: return array(number<std::uint16_t>());
        case 0xDD: return array(number<std::uint32_t>());
        case 0xDE: return object(number<std::uint16_t>());
        case 0xDF: return object(number<std::uint32_t>());
        default: throw std::runtime_error("packed rules: a kind of value that no pack holds");
        }
    }

private:
    std::string_view take(std::size_t length)
    {
        if (m_bytes.size() - m_at < length)
            throw std::runtime_error("packed rules end early");
        m_at += length;
        return m_bytes.substr(m_at - length, length);
    }
    template <class Number>
    Number number()
    {
        Number result = 0;
        for (const char byte : take(sizeof(Number)))
            result = static_cast<Number>(static_cast<std::uint64_t>(result) << 8U | static_cast<std::uint8_t>(byte));
        return result;
    }
    json array(std::size_t count)
    {
        json out = json::array();
        auto& items = out.get_ref<json::array_t&>();
        items.reserve(std::min(count, m_bytes.size() - m_at));
        for (std::size_t i = 0; i < count; ++i)
            items.push_back(value());
        return out;
    }
    json object(std::size_t count)
    {
        json out = json::object();
        auto& members = out.get_ref<json::object_t&>();
        for (std::size_t i = 0; i < count; ++i) {
            json key = value();
            members.emplace_hint(members.end(), std::move(key.get_ref<std::string&>()), value()); // they were written in order
        }
        return out;
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
};

}

json readPacked(std::string_view packed)
{
    PackedReader reader(packed);
    auto whole = reader.value();
    if (!reader.atEnd())
        throw std::runtime_error("packed rules go on behind their end");
    return whole;
}

Result<Catalogue> Catalogue::builtIn()
{
    try {
        const auto& built = builtInRules();
        auto model = parsePack(readPacked(built.packed));
        model->hash = built.hash;
        model->version = built.version;
        model->text = {nullptr, built.pack};
        return Catalogue(std::move(model));
    } catch (const std::exception& error) {
        return fail(ErrorCode::InputFormat, "rules.pack-broken", {}, error.what());
    }
}

Result<Catalogue> Catalogue::shipped()
{
    static const Result<Catalogue> catalogue = builtIn();
    return catalogue;
}

}

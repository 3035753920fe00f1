// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json_fwd.hpp>
#include <random>
#include <string>
#include <vector>

namespace thidua::test {

/// Damages of texts and values, the same for the same seed. Those of values stand in cases_fuzz_test.cpp, the only one that has any.
class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : m_engine(seed) {}

    std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(m_engine() % count); }
    template <class T>
    const T& oneOf(const std::vector<T>& choices) { return choices[below(choices.size())]; }

    /// One to three damages of the bytes: bits, cuts, doubled pieces, tokens that hurt.
    std::string damaged(std::string text);
    /// A key of some object written a second time, with another value: text that a lenient reader would take.
    std::string withKeyTwice(const nlohmann::json& value);
    /// One value somewhere put away, doubled, renamed, wrapped or exchanged with another.
    nlohmann::json reshaped(nlohmann::json value);

private:
    void damageOnce(std::string& text);
    nlohmann::json* anyPlace(nlohmann::json& value);
    void write(const nlohmann::json& value, const nlohmann::json* doubled, std::string& out);

    std::mt19937_64 m_engine;
};

/// How many mutations a test tries: THIDUA_FUZZ where that is set (tests/attack/fuzz), else `usual`, and a fraction of it under the
/// sanitizers.
inline std::size_t tries(std::size_t usual)
{
    if (const char* wanted = std::getenv("THIDUA_FUZZ"))
        return static_cast<std::size_t>(std::strtoull(wanted, nullptr, 10));
    return std::max<std::size_t>(1, usual / FUZZ_FRACTION);
}

inline std::uint64_t fuzzSeed()
{
    const char* wanted = std::getenv("THIDUA_FUZZ_SEED");
    return wanted == nullptr ? 20261130 : std::strtoull(wanted, nullptr, 10);
}

}

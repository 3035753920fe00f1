// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace thidua::rules {

/// Facts by the names of the command line's page (`evaluation`, `discipline`, `votes` …). An absent fact is unknown; an empty
/// list or `false` is a known "none".
class FactSet {
public:
    FactSet() : m_facts(nlohmann::json::object()) {}
    /// `facts` is an object.
    explicit FactSet(nlohmann::json facts) : m_facts(std::move(facts)) {}

    void set(const std::string& name, nlohmann::json value) { m_facts[name] = std::move(value); }
    void remove(const std::string& name) { m_facts.erase(name); }
    bool has(const std::string& name) const { return m_facts.contains(name); }
    /// The value at `votes.for`, or null when it or its parent is absent.
    const nlohmann::json* find(std::string_view path) const;
    const nlohmann::json& json() const { return m_facts; }

    friend bool operator==(const FactSet&, const FactSet&) = default;

private:
    nlohmann::json m_facts;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/case.h"
#include "rules/fact_spec.h"

#include <map>
#include <string>
#include <vector>

namespace thidua::rules {

class FactSchema {
public:
    FactSchema() = default;
    /// From a rule pack's `sets`, `subject` and `facts`; throws nlohmann::json's exceptions on a pack that was not checked.
    explicit FactSchema(const nlohmann::json& pack);

    /// A fact or a field by its path: `evaluation`, `training.months`, `employed_from`.
    const FactSpec* find(std::string_view path) const;
    /// One of the named sets of codes, e.g. `ground`.
    const std::vector<CodeLabel>* set(const std::string& name) const;
    const std::vector<FactSpec>& facts() const { return m_facts; }
    std::vector<FactSpec>& facts() { return m_facts; }
    const std::vector<FactSpec>& subjectFacts() const { return m_subject; }

private:
    FactSpec spec(const nlohmann::json& entry) const;
    std::map<std::string, std::vector<CodeLabel>> m_sets;
    std::vector<FactSpec> m_facts;
    std::vector<FactSpec> m_subject;
};

/// Checks the value of one fact, or of all facts of an object, against its declaration.
Result<bool> checkFact(const FactSpec& spec, const nlohmann::json& value, const std::string& place);
Result<bool> checkFields(const std::vector<FactSpec>& specs, const nlohmann::json& object, const std::string& place);

}

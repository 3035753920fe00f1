// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/case.h"
#include "rules/text_pair.h"

#include <map>
#include <string>
#include <vector>

namespace thidua::rules {

enum class FactType { Bool, Integer, Code, Date, SchoolYear, Honour, Registration, List, Object };
std::optional<FactType> factTypeOf(std::string_view code);

struct CodeLabel {
    std::string code;
    Text label;
};

/// One declared fact, or one field of a list's item or of an object (resources/rules/facts.json).
struct FactSpec {
    std::string id;
    FactType type = FactType::Bool;
    std::vector<CodeLabel> values; ///< of a Code, from the lowest to the highest
    bool required = false;
    bool absentIsNone = false;     ///< its absence is ordinary, not a gap: nobody enters a training that did not happen
    int least = 0;
    int most = 1'000'000;
    std::vector<std::string> notOver; ///< siblings this count may not exceed
    bool overIsConflict = false;      ///< what exceeds `most` or a sibling is read all the same: the table of conflicts speaks of it
    bool ofYear = false;              ///< of one school year alone: moved to another year, a case does not have it
    bool byCouncil = false;           ///< what the council has found: its no is a no, whatever the text it looked at
    bool atYearEnd = false;           ///< only the end of the school year brings it
    std::string countsHonour;         ///< what it counts: the members of a collective who reach this honour; else empty
    std::vector<FactSpec> fields;
    Text label;
    Text source; ///< who or what supplies it

    const FactSpec* field(std::string_view name) const;
    /// Place in `values`, or -1.
    int rank(std::string_view code) const;
};

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

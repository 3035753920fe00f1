// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/fact_spec.h"
#include "ui/kit.h"

namespace thidua::ui {

/// The fields in which the value of a stated fact is given: one, or one for each part of it.
class StatedValue {
public:
    /// Adds them to the form, which they belong to from then on.
    StatedValue(const rules::FactSpec& spec, FormLayout& form);
    /// JSON; empty while something that must be there is missing or not understood.
    std::string json() const;
    void setJson(const std::string& json);
    /// Where a refused value is told.
    FormField* line() const { return m_parts.front().line; }
    /// Says what is missing; false when something is.
    bool check() const;

private:
    struct Part {
        std::string id;
        bool required = true;
        FormField* line = nullptr;
        ChoiceField* choice = nullptr; ///< of a yes or no and of a code
        NumberField* number = nullptr;
    };
    void add(const rules::FactSpec& type, const QString& label, bool required, FormLayout& form);
    bool m_whole = true; ///< the value itself, not an object of parts
    std::vector<Part> m_parts;
};

}

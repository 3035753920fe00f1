// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/fact_data.h"
#include "services/law/facts/facts_wanted.h"

#include <nlohmann/json.hpp>

namespace thidua::services {

/// What a group makes its facts from: whose they are, what the file holds, and what the rules ask for.
struct FactRequest {
    const FactData& data;
    const domain::SubjectRef& subject;
    const FactsWanted& wanted;
};

/// A code as the rules know it.
nlohmann::json factCode(auto value)
{
    return std::string(toCode(value));
}

/// Yes or no; nothing while nobody has said.
inline void setKnown(rules::FactSet& facts, const char* name, domain::Known known)
{
    if (known != domain::Known::Unknown)
        facts.set(name, known == domain::Known::Yes);
}

}

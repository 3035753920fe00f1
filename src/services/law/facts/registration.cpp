// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

namespace thidua::services {

using namespace domain;

namespace {

/// The honours registered for. Before anybody has registered nobody can be said not to have.
void buildRegistration(const FactRequest& from, rules::Case& into)
{
    if (!from.wanted.reach(into, "registered") || from.data.registered().empty())
        return;
    const auto found = from.data.registered().find(from.subject);
    into.facts.set("registered", found == from.data.registered().end() ? nlohmann::json::array() : nlohmann::json(found->second));
}

}

FactGroup registrationFacts()
{
    return {"registration", kindsOf({EntityKind::Person, EntityKind::Registration, EntityKind::RegistrationHonour}), buildRegistration};
}

}

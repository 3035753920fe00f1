// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity_kind.h"
#include "rules/case.h"
#include "services/law/facts/fact_request.h"

#include <string_view>
#include <vector>

namespace thidua::services {

/// Facts that are made together from the same rows. A group sets nothing where nobody has recorded anything: the rules read an absent
/// fact as unknown.
struct FactGroup {
    std::string_view name;
    /// Persons as well, wherever rows are of one: whose a row is may have to be asked (storage/repo/merge_repo.h).
    domain::EntityKinds reads; ///< the kinds of rows it draws on: no more, no less (tests/services/facts_test.cpp looks at the SQL)
    void (*build)(const FactRequest& from, rules::Case& into);
};

/// All groups, in the order in which they are built.
const std::vector<FactGroup>& factGroups();

/// The kinds of rows that the facts of a case are made from: a change of any other kind leaves every verdict as it is, as far as the
/// rules stay the same.
const domain::EntityKinds& kindsOfFacts();

FactGroup absenceFacts();
FactGroup collectiveFacts();
FactGroup difficultAreaFacts();
FactGroup disciplineFacts();
FactGroup employmentFacts();
FactGroup evaluationFacts();
FactGroup honourFacts();
FactGroup initiativeFacts();
FactGroup memberFacts();
FactGroup memberHonourFacts();
FactGroup registrationFacts();
FactGroup statedFacts();
FactGroup trainingFacts();
FactGroup voteFacts();

}

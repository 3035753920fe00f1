// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

namespace thidua::services {

using namespace domain;

const std::vector<FactGroup>& factGroups()
{
    // The members' honours come last: they ask the rules about the case as it stands with all other facts.
    static const std::vector<FactGroup> groups = {employmentFacts(), collectiveFacts(), registrationFacts(), evaluationFacts(), honourFacts(),
                                                  voteFacts(), disciplineFacts(), absenceFacts(), trainingFacts(), initiativeFacts(),
                                                  memberFacts(), statedFacts(), difficultAreaFacts(), memberHonourFacts()};
    return groups;
}

const EntityKinds& kindsOfFacts()
{
    static const EntityKinds kinds = [] {
        // Every case tells its school year.
        auto all = kindsOf({EntityKind::SchoolYearRow});
        for (const auto& group : factGroups())
            all |= group.reads;
        return all;
    }();
    return kinds;
}

}

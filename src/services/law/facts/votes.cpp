// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

namespace thidua::services {

using namespace domain;

namespace {

/// As counted in a meeting that has been closed.
void buildVotes(const FactRequest& from, rules::Case& into)
{
    if (const auto* vote = from.data.vote(from.subject, into.honour))
        into.facts.set("votes", {{"members", vote->members}, {"present", vote->present}, {"for", vote->inFavour}});
}

}

FactGroup voteFacts()
{
    return {"votes", kindsOf({EntityKind::Person, EntityKind::Meeting, EntityKind::Attendance, EntityKind::Tally, EntityKind::Nomination}), buildVotes};
}

}

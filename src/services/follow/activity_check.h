// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/activity.h"
#include "domain/stored.h"
#include "services/people/people_lookup.h"
#include "storage/reader.h"

#include <map>
#include <set>
#include <tuple>

namespace thidua::services {

/// What the file says against entries of one school year: each asked one by one, so that a block knows which of its lines is wrong.
class ActivityCheck {
public:
    ActivityCheck(storage::Reader& reader, domain::SchoolYearId year, Date today);
    /// The entry as it is kept: what its kind does not ask for is not in it.
    domain::Activity tidied(domain::Activity activity) const;
    std::vector<FieldIssue> issues(const domain::Activity& activity) const;
    /// From now on the same entry would be one too many.
    void take(const domain::Activity& activity) { m_there.insert(keyOf(activity)); }
    void leave(const domain::Activity& activity) { m_there.erase(keyOf(activity)); }
    std::string nameOf(const domain::SubjectRef& subject) const;

private:
    using Key = std::tuple<domain::ActivityKindId, domain::SubjectRef, std::string, std::optional<domain::CampaignId>>;
    Key keyOf(const domain::Activity& activity) const { return {activity.kind, m_people.now(activity.subject), activity.on.iso(), activity.campaign}; }
    Date m_today;
    PeopleLookup m_people;
    std::optional<std::pair<Date, Date>> m_days; ///< of the school year
    SchoolYear m_year{0};
    std::map<domain::ActivityKindId, domain::ActivityKind> m_kinds;
    std::set<Key> m_there;
};

}

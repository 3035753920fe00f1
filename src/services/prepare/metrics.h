// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/target.h"
#include "services/follow/activity_tally.h"
#include "storage/reader.h"

#include <map>
#include <set>
#include <string>

namespace thidua::services {

struct MetricName {
    std::string group;
    std::string code;
};
/// “activity:du-gio” in its two parts; both empty for a figure that people enter.
MetricName parsedMetric(const std::string& metric);

/// The figures of a school year that targets can point at: "honour:<honour>" (or "registered:<honour>", its name in older files) is reached
/// by awards, "registrations:<honour>" by registering, "initiatives:<level>" by recognitions, "activity:<kind>" by whoever has a confirmed
/// entry of that kind (of the target's named group, where it has one), "activity-sum:<kind>" by what the entries sum up to. A yes or no
/// about the school is its own alone.
class Metrics {
public:
    Metrics(storage::Reader& reader, domain::SchoolYearId year, Date today);
    /// Registered so far; none for metrics that nothing is registered for.
    std::optional<int> registered(const domain::Target& target) const;
    /// What the target promises; none while there is nothing yet, so that 0 is not taken for a result.
    std::optional<int> reached(const domain::Target& target) const;
    /// Who the target's named group counts; none without one.
    std::optional<int> groupSize(const domain::Target& target) const;
    /// People who did it without belonging to the named group: they are not counted.
    int outside(const domain::Target& target) const;
    /// Entries that wait to be confirmed.
    int waiting(const domain::Target& target) const;
    const ActivityTally& activities() const { return m_activities; }

private:
    const ActivityTally::People* groupOf(const domain::Target& target) const;
    /// How many have an honour, and whether the school itself does.
    struct Counts {
        std::map<std::string, int> all, ofSchool;
        void add(const std::string& honour, bool school);
        int of(const domain::Target& target, const std::string& honour) const;
    };
    Counts m_registered;
    Counts m_won;
    std::map<std::string, int> m_recognised;
    ActivityTally m_activities;
    std::map<domain::NamedGroupId, ActivityTally::People> m_groups;
    bool m_anyAward = false;
    bool m_anyRecognised = false;
};

}

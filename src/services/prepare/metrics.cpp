// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/prepare/metrics.h"

#include "domain/collective.h"
#include "domain/initiative.h"
#include "domain/initiative_codes.h"
#include "domain/nomination.h"
#include "domain/registration.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "services/prepare/group_service.h"
#include "storage/repo/activity_repo.h"
#include "storage/repo/past_decisions.h"
#include "storage/repo/review_repo.h"
#include "storage/repo/school_repo.h"
#include "storage/repo/year_numbers.h"
#include "storage/repo/year_repo.h"

#include <set>

namespace thidua::services {
namespace {

using namespace domain;
namespace repo = storage::repo;

bool isHonour(const MetricName& name)
{
    return name.group == "registered" || name.group == "honour";
}

bool isTakingPart(const MetricName& name)
{
    return name.group == "activity";
}

bool isActivitySum(const MetricName& name)
{
    return name.group == "activity-sum";
}

bool isRegistering(const MetricName& name)
{
    return name.group == "registrations";
}

int countOf(const std::map<std::string, int>& counts, const std::string& code)
{
    const auto found = counts.find(code);
    return found == counts.end() ? 0 : found->second;
}

}

MetricName parsedMetric(const std::string& metric)
{
    const auto colon = metric.find(':');
    return colon == std::string::npos ? MetricName{} : MetricName{metric.substr(0, colon), metric.substr(colon + 1)};
}

void Metrics::Counts::add(const std::string& honour, bool school)
{
    ++all[honour];
    ofSchool[honour] += school ? 1 : 0;
}

int Metrics::Counts::of(const Target& target, const std::string& honour) const
{
    const bool aboutSchool = target.kind == TargetKind::YesNo && target.group == TargetGroup::Collective;
    return countOf(aboutSchool ? ofSchool : all, honour);
}

Metrics::Metrics(storage::Reader& reader, SchoolYearId year, Date today) : m_activities(reader, year)
{
    if (const auto groups = repo::namedGroups(reader, year); !groups.empty()) {
        const PeopleLookup people(reader, year);
        for (const auto& group : groups) {
            auto& members = m_groups[group.id];
            for (const auto& view : membersOfGroup(reader, people, group))
                members.insert(*view.subject.person);
        }
    }
    std::set<CollectiveId> schools;
    for (const auto& collective : repo::collectives(reader))
        if (collective.data.type == CollectiveType::School)
            schools.insert(collective.id);
    const auto isSchool = [&schools](const SubjectRef& subject) { return subject.collective && schools.contains(*subject.collective); };
    const Serving serving(reader, listDay(reader, year, today));
    std::map<RegistrationId, bool> counted; // whether it is the school's
    for (const auto& row : repo::registrations(reader, year))
        if (serving.on(row.data.subject))
            counted[row.id] = isSchool(row.data.subject);
    for (const auto& honour : repo::registeredHonours(reader, year))
        if (const auto found = counted.find(honour.data.registration); found != counted.end())
            m_registered.add(honour.data.honour, found->second);
    for (const auto& nomination : repo::nominations(reader, year))
        if (nomination.data.state == NominationState::Conferred) {
            m_won.add(nomination.data.honour, isSchool(nomination.data.subject));
            m_anyAward = true;
        }
    // What other bodies gave is on record without a nomination.
    if (const auto number = repo::yearNumber(reader, year))
        for (const auto& award : repo::pastAwards(reader, *number)) {
            m_won.add(award.honour, isSchool(award.subject));
            m_anyAward = true;
        }
    for (const auto& initiative : repo::initiatives(reader, year))
        if (initiative.data.recognisedAt) {
            ++m_recognised[std::string(toCode(*initiative.data.recognisedAt))];
            m_anyRecognised = true;
        }
}

std::optional<int> Metrics::registered(const Target& target) const
{
    const auto name = parsedMetric(target.metric);
    return isHonour(name) || isRegistering(name) ? std::optional(m_registered.of(target, name.code)) : std::nullopt;
}

std::optional<int> Metrics::reached(const Target& target) const
{
    const auto name = parsedMetric(target.metric);
    if (isRegistering(name) && !m_registered.all.empty())
        return m_registered.of(target, name.code);
    if (isHonour(name) && m_anyAward)
        return m_won.of(target, name.code);
    if (name.group == "initiatives" && m_anyRecognised)
        return countOf(m_recognised, name.code);
    if (isTakingPart(name))
        return m_activities.subjects(name.code, target.campaign, groupOf(target));
    if (isActivitySum(name))
        return m_activities.sum(name.code, target.campaign);
    return std::nullopt;
}

const ActivityTally::People* Metrics::groupOf(const Target& target) const
{
    const auto found = target.counted ? m_groups.find(*target.counted) : m_groups.end();
    return found == m_groups.end() ? nullptr : &found->second;
}

std::optional<int> Metrics::groupSize(const Target& target) const
{
    const auto* group = groupOf(target);
    return group ? std::optional(static_cast<int>(group->size())) : std::nullopt;
}

int Metrics::outside(const Target& target) const
{
    const auto name = parsedMetric(target.metric);
    const auto* group = groupOf(target);
    return group && isTakingPart(name) ? m_activities.outside(name.code, target.campaign, *group) : 0;
}

int Metrics::waiting(const Target& target) const
{
    const auto name = parsedMetric(target.metric);
    return isTakingPart(name) || isActivitySum(name) ? static_cast<int>(m_activities.entries(name.code, target.campaign, false).size()) : 0;
}

}

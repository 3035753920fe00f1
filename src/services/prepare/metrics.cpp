// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/prepare/metrics.h"

#include "domain/initiative.h"
#include "domain/initiative_codes.h"
#include "domain/nomination.h"
#include "domain/registration.h"
#include "services/people/serving.h"
#include "storage/repo/review_repo.h"
#include "storage/repo/year_repo.h"

#include <set>

namespace thidua::services {
namespace {

using namespace domain;
namespace repo = storage::repo;

struct MetricName {
    std::string group;
    std::string code;
};

MetricName parsed(const std::string& metric)
{
    const auto colon = metric.find(':');
    return colon == std::string::npos ? MetricName{} : MetricName{metric.substr(0, colon), metric.substr(colon + 1)};
}

bool isHonour(const MetricName& name)
{
    return name.group == "registered" || name.group == "honour";
}

int countOf(const std::map<std::string, int>& counts, const std::string& code)
{
    const auto found = counts.find(code);
    return found == counts.end() ? 0 : found->second;
}

}

Metrics::Metrics(storage::Reader& reader, SchoolYearId year, Date today)
{
    const Serving serving(reader, listDay(reader, year, today));
    std::set<RegistrationId> counted;
    for (const auto& row : repo::registrations(reader, year))
        if (serving.on(row.data.subject))
            counted.insert(row.id);
    for (const auto& honour : repo::registeredHonours(reader, year))
        m_registered[honour.data.honour] += counted.contains(honour.data.registration) ? 1 : 0;
    for (const auto& nomination : repo::nominations(reader, year))
        if (nomination.data.state == NominationState::Conferred) {
            ++m_won[nomination.data.honour];
            m_anyAward = true;
        }
    for (const auto& initiative : repo::initiatives(reader, year))
        if (initiative.data.recognisedAt) {
            ++m_recognised[std::string(toCode(*initiative.data.recognisedAt))];
            m_anyRecognised = true;
        }
}

std::optional<int> Metrics::registered(const std::string& metric) const
{
    const auto name = parsed(metric);
    return isHonour(name) ? std::optional(countOf(m_registered, name.code)) : std::nullopt;
}

std::optional<int> Metrics::reached(const std::string& metric) const
{
    const auto name = parsed(metric);
    if (isHonour(name) && m_anyAward)
        return countOf(m_won, name.code);
    if (name.group == "initiatives" && m_anyRecognised)
        return countOf(m_recognised, name.code);
    return std::nullopt;
}

}

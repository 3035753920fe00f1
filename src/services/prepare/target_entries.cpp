// SPDX-License-Identifier: GPL-3.0-or-later
// The figure of a target opened down to the rows that it is made of, and followed over the years of its plan.
#include "domain/initiative.h"
#include "domain/initiative_codes.h"
#include "domain/registration.h"
#include "services/core/internal.h"
#include "services/follow/activity_words.h"
#include "services/people/people_lookup.h"
#include "services/prepare/metrics.h"
#include "services/prepare/plan_service.h"
#include "storage/repo/fact_repo.h"
#include "storage/repo/year_numbers.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

class EntryFinder {
public:
    EntryFinder(Reader& reader, SchoolYearId year, Date today) : m_reader(reader), m_year(year), m_people(reader, year), m_metrics(reader, year, today) {}

    std::vector<TargetEntry> find(const Target& target)
    {
        const auto name = parsedMetric(target.metric);
        if (name.group == "activity" || name.group == "activity-sum")
            activities(target, name.code);
        else if (name.group == "initiatives")
            initiatives(name.code);
        else if (name.group == "registrations" || (!m_metrics.reached(target) && !name.code.empty()))
            registrations(name.code);
        else if (!name.code.empty())
            awards(name.code);
        return std::move(m_found);
    }

private:
    std::string nameOf(const SubjectRef& subject) const { return m_people.view(subject).named(); }

    void activities(const Target& target, const std::string& code)
    {
        for (const auto* row : m_metrics.activities().entries(code, target.campaign)) {
            const auto& data = row->data;
            auto count = std::to_string(data.count);
            if (data.amount)
                count = moneyWords(*data.amount);
            m_found.push_back({EntityKind::Activity, row->id.value(), text::message("target.entry", {nameOf(data.subject), data.on.vn(), count})});
        }
    }

    void initiatives(const std::string& level)
    {
        for (const auto& row : repo::initiatives(m_reader, m_year))
            if (row.data.recognisedAt && toCode(*row.data.recognisedAt) == level)
                m_found.push_back({EntityKind::Initiative, row.id.value(), row.data.title});
    }

    void registrations(const std::string& honour)
    {
        for (const auto& row : repo::registrations(m_reader, m_year))
            for (const auto& one : repo::honours(m_reader, row.id))
                if (one.data.honour == honour)
                    m_found.push_back({EntityKind::Registration, row.id.value(), nameOf(row.data.subject)});
    }

    void awards(const std::string& honour)
    {
        for (const auto& row : repo::nominationHeads(m_reader, m_year))
            if (row.honour == honour && row.state == NominationState::Conferred)
                m_found.push_back({EntityKind::Nomination, row.id.value(), nameOf(row.subject)});
    }

    Reader& m_reader;
    SchoolYearId m_year;
    PeopleLookup m_people;
    Metrics m_metrics;
    std::vector<TargetEntry> m_found;
};

}

Result<std::vector<TargetEntry>> PlanService::entriesOf(TargetId id, SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<TargetEntry>> {
        TD_TRY(const auto target, need<Target>(reader, id));
        if (target.data.metric.empty())
            return std::vector<TargetEntry>{};
        return EntryFinder(reader, year, m_file.clock().today()).find(target.data);
    });
}

Result<std::vector<TargetYear>> PlanService::acrossYears(TargetId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<TargetYear>> {
        TD_TRY(const auto target, need<Target>(reader, id));
        TD_TRY(const auto plan, need<Plan>(reader, target.data.plan));
        std::vector<TargetYear> years;
        if (plan.data.kind != PlanKind::Period || !plan.data.fromYear || !plan.data.toYear)
            return years;
        for (const auto& year : repo::yearNumbers(reader))
            if (year.startYear + 1 >= *plan.data.fromYear && year.startYear <= *plan.data.toYear)
                years.push_back({SchoolYear(year.startYear), Metrics(reader, year.id, m_file.clock().today()).reached(target.data)});
        std::ranges::sort(years, {}, [](const auto& one) { return one.year.startYear(); });
        return years;
    });
}

}

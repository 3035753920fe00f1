// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/activity_check.h"

#include "services/follow/activity_service.h"
#include "storage/repo/activity_repo.h"
#include "storage/repo/employment_repo.h"
#include "storage/repo/year_numbers.h"

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

std::vector<FieldIssue> validate(const Activity& activity)
{
    std::vector<FieldIssue> issues;
    if (activity.kind == ActivityKindId(0))
        issues.push_back({"kind", "activity.kind-missing", {}});
    if (activity.count < 1)
        issues.push_back({"count", "activity.count-negative", {}});
    else if (activity.count > kMostOfOneEntry)
        issues.push_back({"count", "activity.count-absurd", {std::to_string(activity.count), std::to_string(kMostOfOneEntry)}});
    if (activity.amount && (*activity.amount < 1 || *activity.amount > kMostMoney))
        issues.push_back({"amount", "activity.amount-absurd", {}});
    if (activity.helped && activity.helped == activity.subject.person)
        issues.push_back({"helped", "activity.helps-self", {}});
    return issues;
}

ActivityCheck::ActivityCheck(storage::Reader& reader, SchoolYearId year, Date today)
    : m_today(today), m_people(reader, year), m_days(repo::daysOf(reader, year)), m_year(repo::yearNumber(reader, year).value_or(SchoolYear(0)))
{
    for (const auto& kind : repo::activityKinds(reader))
        m_kinds.emplace(kind.id, kind.data);
    for (const auto& row : repo::activities(reader, year))
        take(row.data);
}

std::string ActivityCheck::nameOf(const SubjectRef& subject) const
{
    return m_people.view(subject).named();
}

Activity ActivityCheck::tidied(Activity activity) const
{
    const auto found = m_kinds.find(activity.kind);
    if (found == m_kinds.end())
        return activity;
    if (!found->second.hasLevel)
        activity.level.reset();
    if (!found->second.hasResult)
        activity.result.clear();
    if (!found->second.hasAmount)
        activity.amount.reset();
    if (!found->second.hasHelped)
        activity.helped.reset();
    return activity;
}

std::vector<FieldIssue> ActivityCheck::issues(const Activity& activity) const
{
    auto issues = validate(activity);
    const auto kind = m_kinds.find(activity.kind);
    if (kind == m_kinds.end() && activity.kind != ActivityKindId(0))
        issues.push_back({"kind", "activity.kind-missing", {}});
    const auto view = m_people.view(activity.subject);
    if (view.name.empty())
        issues.push_back({"subjects", "activity.subject-missing", {}});
    if (m_days && (activity.on < m_days->first || activity.on > m_days->second))
        issues.push_back({"on", "activity.outside-year", {activity.on.vn(), m_year.screen(), m_days->first.vn(), m_days->second.vn()}});
    else if (activity.on > m_today)
        issues.push_back({"on", "activity.to-come", {activity.on.vn()}});
    if (view.leftOn && *view.leftOn <= activity.on)
        issues.push_back({"subjects", "activity.had-left", {view.named(), view.leftOn->vn(), activity.on.vn()}});
    if (kind != m_kinds.end() && kind->second.hasHelped && !activity.helped)
        issues.push_back({"helped", "activity.helped-missing", {}});
    if (activity.helped)
        if (const auto helped = m_people.view(SubjectRef::of(*activity.helped)); helped.leftOn && *helped.leftOn <= activity.on)
            issues.push_back({"helped", "activity.had-left", {helped.named(), helped.leftOn->vn(), activity.on.vn()}});
    if (kind != m_kinds.end() && m_there.contains(keyOf(activity)))
        issues.push_back({"subjects", "activity.twice", {view.named(), kind->second.name, activity.on.vn()}});
    return issues;
}

}

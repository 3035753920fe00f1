// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/serving.h"

#include "storage/repo/employment_repo.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

Serving::Serving(storage::Reader& reader, Date day)
{
    for (const auto& row : repo::employment(reader))
        if (row.leftOn && *row.leftOn <= day)
            m_left.emplace(row.person, *row.leftOn);
}

std::optional<Date> Serving::leftOn(PersonId person) const
{
    const auto found = m_left.find(person);
    return found == m_left.end() ? std::nullopt : std::optional(found->second);
}

Date listDay(storage::Reader& reader, SchoolYearId year, Date today)
{
    const auto days = repo::daysOf(reader, year);
    return days && days->first <= days->second ? std::clamp(today, days->first, days->second) : today;
}

std::string leftText(Date leftOn)
{
    return "đã chuyển đi " + leftOn.vn();
}

}

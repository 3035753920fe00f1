// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "services/follow/quota_lines.h"
#include "storage/reader.h"

#include <set>
#include <vector>

namespace thidua::rules {
class Catalogue;
}

namespace thidua::services {

/// The lines of law for a set of people who stand for each honour: 15 % of those for Lao động tiên tiến, managers at most a third …
/// `standing` maps an honour to the people counted for it; The honour that another is measured by stands among
/// them.
std::vector<QuotaLine> quotasOf(const rules::Catalogue& catalogue, Date on, const std::map<std::string, std::set<domain::PersonId>>& standing,
                                const std::set<domain::PersonId>& managers);

/// Who stands for each honour. `on`: the day they are judged by, once they are nominated.
struct Standing {
    std::map<std::string, std::set<domain::PersonId>> people;
    std::optional<Date> on;
};
/// Of those who serve on that day.
Standing registeredStanding(storage::Reader& reader, domain::SchoolYearId year, Date on);
/// Without those whom the council or the authority has turned down, and those who had left by the day they are judged by.
Standing nominatedStanding(storage::Reader& reader, domain::SchoolYearId year);

/// By what is registered, by what is nominated and still standing, and by what a meeting passed.
std::vector<QuotaLine> registrationQuotas(storage::Reader& reader, const rules::Catalogue& catalogue, domain::SchoolYearId year, Date on);
std::vector<QuotaLine> nominationQuotas(storage::Reader& reader, const rules::Catalogue& catalogue, domain::SchoolYearId year);
std::set<domain::PersonId> managersOf(storage::Reader& reader, domain::SchoolYearId year);

}

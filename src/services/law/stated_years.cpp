// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/stated_years.h"

#include "domain/people.h"
#include "domain/stated_fact.h"

#include <charconv>
#include <string_view>

namespace thidua::services {

using domain::Person;
using domain::StatedFact;

namespace {

constexpr std::string_view kSector = "sector_years";
constexpr std::string_view kTeaching = "teaching_years"; ///< each of them is one in the sector, too

std::optional<int> yearsOf(const StatedFact& row)
{
    int years = 0;
    const auto* end = row.value.data() + row.value.size();
    const auto [at, error] = std::from_chars(row.value.data(), end, years);
    return error == std::errc() && at == end ? std::optional(years) : std::nullopt;
}

/// The most whole years that have passed since then, as far as it is known.
int mostSince(const PartialDate& from, Date on)
{
    const int years = on.year() - from.year;
    return from.date && on < from.date->plusMonths(12 * years) ? years - 1 : years;
}

/// Whether teaching began before the sector was joined, whatever the months that both numbers leave open.
bool beganBefore(const StatedFact& teaching, int teachingYears, const StatedFact& sector, int sectorYears)
{
    return teaching.statedOn.plusMonths(-12 * teachingYears) <= sector.statedOn.plusMonths(-12 * (sectorYears + 1));
}

}

std::optional<FieldIssue> impossibleYears(const Person& person, const StatedFact& row, const std::vector<StatedFact>& told)
{
    const auto years = row.fact == kSector || row.fact == kTeaching ? yearsOf(row) : std::nullopt;
    if (!years)
        return std::nullopt;
    const std::string said = std::to_string(*years), day = row.statedOn.vn();
    if (person.birth)
        if (const int most = std::max(0, mostSince(*person.birth, row.statedOn) - kYoungestAtWork); *years > most)
            return FieldIssue{"value", "stated.years-over-age", {said, person.birth->vn(), day, std::to_string(most)}};
    for (const auto& other : told) {
        const auto others = yearsOf(other);
        if (!others)
            continue;
        if (row.fact == kTeaching && other.fact == kSector && beganBefore(row, *years, other, *others))
            return FieldIssue{"value", "stated.teaching-over-sector", {said, std::to_string(*others), other.statedOn.vn()}};
        if (row.fact == kSector && other.fact == kTeaching && beganBefore(other, *others, row, *years))
            return FieldIssue{"value", "stated.sector-under-teaching", {said, std::to_string(*others), other.statedOn.vn()}};
    }
    return std::nullopt;
}

std::optional<FieldIssue> doubtfulYears(const Person& person, const StatedFact& row)
{
    const auto years = row.fact == kSector || row.fact == kTeaching ? yearsOf(row) : std::nullopt;
    if (!years || !person.employedFrom)
        return std::nullopt;
    const int most = std::max(0, mostSince(*person.employedFrom, row.statedOn));
    if (*years <= most)
        return std::nullopt;
    return FieldIssue{"value", "stated.years-before-joining", {std::to_string(*years), person.employedFrom->vn(), row.statedOn.vn(), std::to_string(most)}};
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/quota_board.h"

#include "domain/nomination.h"
#include "domain/people.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "rules/preference.h"
#include "rules/quota.h"
#include "services/law/honours.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "storage/repo/review_repo.h"
#include "storage/repo/school_repo.h"
#include "storage/repo/year_repo.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

namespace {

QuotaLine lineOf(const rules::QuotaLimit& limit, const std::string& code, const std::string& honour, int base)
{
    QuotaLine line;
    line.id = limit.id;
    line.honour = code;
    const bool managers = limit.id == "managers";
    line.title = managers ? "Trong đó cán bộ quản lý" : honour + " – hạn mức";
    line.count = limit.nominated;
    line.allowed = limit.allowed;
    line.within = limit.within;
    line.basis = rules::shareText(limit.ratio).vi + " của " + std::to_string(base);
    line.citation = limit.citation.brief;
    line.certain = limit.certain;
    return line;
}

}

std::vector<QuotaLine> quotasOf(const rules::Catalogue& catalogue, Date on, const std::map<std::string, std::set<PersonId>>& standing,
                                const std::set<PersonId>& managers)
{
    std::vector<QuotaLine> lines;
    for (const auto& [honour, people] : standing) {
        const auto base = standing.find(rules::quotaBase(catalogue, honour));
        const int reached = base == standing.end() ? 0 : static_cast<int>(base->second.size());
        rules::QuotaCase asked;
        asked.on = on;
        asked.honour = honour;
        asked.base = reached;
        asked.nominated = static_cast<int>(people.size());
        asked.managers = static_cast<int>(std::ranges::count_if(people, [&managers](const auto& id) { return managers.contains(id); }));
        for (const auto& limit : rules::quota(catalogue, asked).limits)
            lines.push_back(lineOf(limit, honour, honourShortName(catalogue, honour), limit.id == "managers" ? asked.nominated : reached));
    }
    return lines;
}

std::set<PersonId> managersOf(storage::Reader& reader, SchoolYearId year)
{
    std::set<PersonId> managers;
    for (const auto& row : repo::assignments(reader, year))
        if (isManager(row.data.position))
            managers.insert(row.data.person);
    return managers;
}

Standing registeredStanding(storage::Reader& reader, SchoolYearId year, Date on)
{
    const Serving serving(reader, listDay(reader, year, on));
    std::map<RegistrationId, PersonId> people;
    for (const auto& row : repo::registrations(reader, year))
        if (row.data.subject.person && serving.on(*row.data.subject.person))
            people.emplace(row.id, *row.data.subject.person);
    Standing standing;
    for (const auto& honour : repo::registeredHonours(reader, year))
        if (const auto person = people.find(honour.data.registration); person != people.end())
            standing.people[honour.data.honour].insert(person->second);
    return standing;
}

Standing nominatedStanding(storage::Reader& reader, SchoolYearId year)
{
    Standing standing;
    const auto rows = repo::nominations(reader, year);
    if (rows.empty())
        return standing;
    const Serving serving(reader, rows.back().data.applicableOn);
    for (const auto& row : rows) {
        const auto state = row.data.state;
        const bool out = state == NominationState::NotPassed || state == NominationState::Refused || state == NominationState::Lowered;
        if (row.data.subject.person && !out && serving.on(*row.data.subject.person))
            standing.people[row.data.honour].insert(*row.data.subject.person);
        standing.on = row.data.applicableOn;
    }
    return standing;
}

namespace {

/// Who comes first by the law's preferences; equals by name.
std::vector<PreferenceEntry> orderOf(storage::Reader& reader, const rules::Catalogue& catalogue, SchoolYearId year, Date on,
                                     const std::set<PersonId>& people, const std::set<PersonId>& managers)
{
    const PeopleLookup lookup(reader, year);
    std::vector<std::pair<SubjectView, PersonId>> sorted;
    for (const auto& id : people)
        sorted.emplace_back(lookup.view(SubjectRef::of(id)), id);
    std::ranges::sort(sorted, {}, [](const auto& one) { return std::tie(one.first.sortKey, one.second); });
    const auto school = repo::school(reader);
    std::vector<rules::Candidate> candidates;
    for (const auto& [view, id] : sorted) {
        rules::Candidate candidate;
        candidate.id = view.named();
        if (const auto person = reader.find<Person>(id); person && person->data.gender)
            candidate.woman = *person->data.gender == Gender::Female;
        candidate.directWorker = !managers.contains(id);
        if (school)
            candidate.difficultArea = school->data.difficultArea;
        candidates.push_back(std::move(candidate));
    }
    std::vector<PreferenceEntry> order;
    for (const auto& line : rules::preferenceOrder(catalogue, on, candidates))
        order.push_back({line.place, line.id, line.explanation.vi});
    return order;
}

}

std::vector<QuotaLine> registrationQuotas(storage::Reader& reader, const rules::Catalogue& catalogue, SchoolYearId year, Date on)
{
    return quotasOf(catalogue, on, registeredStanding(reader, year, on).people, managersOf(reader, year));
}

std::vector<QuotaLine> nominationQuotas(storage::Reader& reader, const rules::Catalogue& catalogue, SchoolYearId year)
{
    const auto standing = nominatedStanding(reader, year);
    if (!standing.on)
        return {};
    const auto managers = managersOf(reader, year);
    auto lines = quotasOf(catalogue, *standing.on, standing.people, managers);
    for (auto& line : lines)
        if (const auto people = standing.people.find(line.honour); !line.within && line.id != "managers" && people != standing.people.end())
            line.order = orderOf(reader, catalogue, year, *standing.on, people->second, managers);
    return lines;
}

}

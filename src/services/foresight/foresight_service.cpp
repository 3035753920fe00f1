// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/foresight/foresight_service.h"

#include "rules/quota.h"
#include "services/core/internal.h"
#include "services/follow/quota_board.h"
#include "services/foresight/foresight_view.h"
#include "services/law/honours.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

rules::SubjectKind kindOf(const SubjectRef& subject)
{
    return subject.person ? rules::SubjectKind::Staff : rules::SubjectKind::Collective;
}

/// Who stands for what, by the nominations or, before there are any, by the registrations.
Standing standingOf(Reader& reader, SchoolYearId year, Date today)
{
    auto nominated = nominatedStanding(reader, year);
    return nominated.on ? nominated : registeredStanding(reader, year, today);
}

int countOf(const Standing& standing, const std::string& honour)
{
    const auto found = standing.people.find(honour);
    return found == standing.people.end() ? 0 : static_cast<int>(found->second.size());
}

HonourCount honourCount(const rules::Catalogue& catalogue, const Standing& standing, const std::string& honour)
{
    return {honourName(catalogue, honour).value_or(honour), honourShortName(catalogue, honour), countOf(standing, honour)};
}

/// People who do not exist, to make up the number.
void addMore(Standing& standing, const std::string& honour, int count)
{
    for (int i = 1; i <= count; ++i)
        standing.people[honour].insert(PersonId(-i));
}

/// Near misses first while there is time, then by name and honour.
bool before(const Prospect& a, const Prospect& b)
{
    const auto rank = [](const Prospect& one) { return one.chance == Chance::Near ? 0 : 1; };
    return std::tuple(rank(a), a.sortKey, a.subject, a.honourOrder) < std::tuple(rank(b), b.sortKey, b.subject, b.honourOrder);
}

/// The year's prospects of one subject, with what takes years told ahead.
std::vector<Prospect> prospectsIn(const ForesightView& view, const SubjectRef& subject)
{
    std::vector<Prospect> all;
    std::set<std::string> lost;
    const auto honours = view.honoursFor(kindOf(subject));
    for (const auto& honour : honours)
        all.push_back(view.prospect(subject, honour, lost, Detail::Everything));
    std::size_t place = 0;
    for (const auto& honour : honours) {
        auto& prospect = all[place++];
        if (prospect.chance == Chance::Lost || prospect.chance == Chance::Unknown)
            lookAhead(view.catalogue, view.caseFor(subject, honour), lost, prospect.missing);
    }
    return all;
}

std::optional<Stored<SchoolYearRow>> rowOf(Reader& reader, SchoolYear year)
{
    for (auto& row : repo::years(reader))
        if (row.data.year == year)
            return row;
    return std::nullopt;
}

}

Result<std::vector<Prospect>> ForesightService::prospects(SchoolYearId year, const SubjectRef& subject)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Prospect>> {
        TD_TRY(const auto row, need<SchoolYearRow>(reader, year));
        const Date today = m_file.clock().today();
        const ForesightView view(reader, m_file.rules(), row, today);
        auto all = prospectsIn(view, subject);
        if (const auto next = rowOf(reader, row.data.year.next())) {
            const ForesightView ahead(reader, m_file.rules(), *next, today);
            for (auto& prospect : prospectsIn(ahead, subject))
                all.push_back(std::move(prospect));
            return all;
        }
        const std::size_t now = all.size();
        const auto honours = view.honoursFor(kindOf(subject));
        std::set<std::string> lostNow, lostThen;
        for (const auto& prospect : all)
            if (outOfReach(prospect.chance))
                lostNow.insert(prospect.honour);
        for (std::size_t i = 0; i < now; ++i)
            all.push_back(nextYears(view, all[i], view.caseFor(subject, honours[i]), lostNow, lostThen));
        return all;
    });
}

namespace {

/// The first of them by name.
std::vector<SubjectView> firstByName(std::vector<SubjectView> staff, int most)
{
    if (staff.size() <= static_cast<std::size_t>(most))
        return staff;
    std::ranges::sort(staff, [](const auto& a, const auto& b) { return std::tie(a.sortKey, a.subject) < std::tie(b.sortKey, b.subject); });
    staff.resize(static_cast<std::size_t>(most));
    return staff;
}

/// Each of these people for each honour, in the board's order; as far as it came when stopped.
std::vector<Prospect> prospectsOf(const ForesightView& view, const std::vector<SubjectView>& staff, Progress* progress)
{
    const auto honours = view.honoursFor(rules::SubjectKind::Staff);
    std::vector<Prospect> all;
    if (progress != nullptr)
        progress->begin(static_cast<int>(staff.size()));
    for (const auto& person : staff) {
        std::set<std::string> lost;
        for (const auto& honour : honours)
            all.push_back(view.prospect(person.subject, honour, lost, Detail::Reason));
        if (progress != nullptr && !progress->step())
            break;
    }
    std::ranges::stable_sort(all, before);
    return all;
}

int nearPeople(const std::vector<Prospect>& prospects)
{
    std::set<SubjectRef> near;
    for (const auto& prospect : prospects)
        if (prospect.chance == Chance::Near)
            near.insert(prospect.subject);
    return static_cast<int>(near.size());
}

void addOnce(std::vector<std::string>& list, const std::string& word)
{
    if (std::ranges::find(list, word) == list.end())
        list.push_back(word);
}

}

Result<ForesightBoard> ForesightService::board(SchoolYearId year, int most, Progress* progress)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<ForesightBoard> {
        TD_TRY(const auto row, need<SchoolYearRow>(reader, year));
        const ForesightView view(reader, m_file.rules(), row, m_file.clock().today());
        ForesightBoard board;
        board.today = view.today;
        board.reviewBy = view.day.on;
        board.reviewed = view.day.over;
        auto staff = view.people.staff(view.today);
        board.staff = static_cast<int>(staff.size());
        staff = firstByName(std::move(staff), most);
        board.judged = static_cast<int>(staff.size());
        board.people = prospectsOf(view, staff, progress);
        board.near = nearPeople(board.people);
        board.collectives = forecasts(view);
        const auto standing = standingOf(reader, year, view.today);
        const auto [limited, base] = rules::measuredHonour(m_file.rules());
        board.base = honourCount(m_file.rules(), standing, base);
        board.limited = honourCount(m_file.rules(), standing, limited);
        board.quotas = quotasOf(m_file.rules(), standing.on.value_or(view.day.on), standing.people, managersOf(reader, year));
        return board;
    });
}

Result<bool> ForesightService::mayStillChange(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<bool> {
        TD_TRY(const auto row, need<SchoolYearRow>(reader, year));
        const Date today = m_file.clock().today();
        const auto day = reviewDayOf(reader, row, today);
        return !day.over && today <= day.on;
    });
}

Result<NearMisses> ForesightService::nearMisses(SchoolYearId year, Progress* progress)
{
    TD_TRY(const bool open, mayStillChange(year));
    if (!open)
        return NearMisses{};
    return readFrom(m_file, [&](Reader& reader) -> Result<NearMisses> {
        TD_TRY(const auto row, need<SchoolYearRow>(reader, year));
        const ForesightView view(reader, m_file.rules(), row, m_file.clock().today());
        const auto prospects = prospectsOf(view, view.people.staff(view.today), progress);
        NearMisses found;
        found.people = nearPeople(prospects);
        found.reviewBy = view.day.on;
        for (const auto& prospect : prospects) {
            if (prospect.chance != Chance::Near)
                continue;
            addOnce(found.names, prospect.name);
            addOnce(found.honours, prospect.honourShort);
        }
        return found;
    });
}

Result<std::vector<QuotaLine>> ForesightService::whatIf(SchoolYearId year, const WhatIf& what)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<QuotaLine>> {
        TD_TRY(const auto row, need<SchoolYearRow>(reader, year));
        const auto day = reviewDayOf(reader, row, m_file.clock().today());
        auto standing = standingOf(reader, year, m_file.clock().today());
        const auto [limited, base] = rules::measuredHonour(m_file.rules());
        addMore(standing, base, what.moreBase);
        addMore(standing, limited, what.moreLimited);
        return quotasOf(m_file.rules(), standing.on.value_or(day.on), standing.people, managersOf(reader, year));
    });
}

std::vector<rules::RuleSetRef> ForesightService::ruleSets() const
{
    return m_file.rules().regimes();
}

}

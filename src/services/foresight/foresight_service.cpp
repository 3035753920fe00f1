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
Standing standingOf(Reader& reader, SchoolYearId year)
{
    auto nominated = nominatedStanding(reader, year);
    return nominated.on ? nominated : registeredStanding(reader, year);
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

Result<ForesightBoard> ForesightService::board(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<ForesightBoard> {
        TD_TRY(const auto row, need<SchoolYearRow>(reader, year));
        const ForesightView view(reader, m_file.rules(), row, m_file.clock().today());
        ForesightBoard board;
        board.today = view.today;
        board.reviewBy = view.day.on;
        board.reviewed = view.day.over;
        const auto honours = view.honoursFor(rules::SubjectKind::Staff);
        std::set<SubjectRef> near;
        for (const auto& person : view.people.staff()) {
            std::set<std::string> lost;
            for (const auto& honour : honours) {
                board.people.push_back(view.prospect(person.subject, honour, lost, Detail::Reason));
                if (board.people.back().chance == Chance::Near)
                    near.insert(person.subject);
            }
        }
        std::ranges::stable_sort(board.people, before);
        board.near = static_cast<int>(near.size());
        board.collectives = forecasts(view);
        const auto standing = standingOf(reader, year);
        const auto [limited, base] = rules::measuredHonour(m_file.rules());
        board.base = honourCount(m_file.rules(), standing, base);
        board.limited = honourCount(m_file.rules(), standing, limited);
        board.quotas = quotasOf(m_file.rules(), standing.on.value_or(view.day.on), standing.people, managersOf(reader, year));
        return board;
    });
}

Result<std::vector<QuotaLine>> ForesightService::whatIf(SchoolYearId year, const WhatIf& what)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<QuotaLine>> {
        TD_TRY(const auto row, need<SchoolYearRow>(reader, year));
        const ForesightView view(reader, m_file.rules(), row, m_file.clock().today());
        auto standing = standingOf(reader, year);
        const auto [limited, base] = rules::measuredHonour(m_file.rules());
        addMore(standing, base, what.moreBase);
        addMore(standing, limited, what.moreLimited);
        return quotasOf(m_file.rules(), standing.on.value_or(view.day.on), standing.people, managersOf(reader, year));
    });
}

std::vector<rules::RuleSetRef> ForesightService::ruleSets() const
{
    return m_file.rules().regimes();
}

}

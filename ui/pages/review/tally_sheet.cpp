// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/tally_sheet.h"

#include <algorithm>

namespace thidua::ui {
namespace {

using services::TallyRow;

TallySheet::Figures figuresOf(const std::optional<domain::Tally>& tally)
{
    if (!tally)
        return {};
    return {tally->issued, tally->collected, tally->valid, tally->invalid, tally->inFavour, tally->against.value_or(tally->notInFavour()), tally->other.value_or(0)};
}

int at(const TallySheet::Figures& figures, Count count)
{
    return figures[static_cast<std::size_t>(count)].value_or(0);
}

bool has(const TallySheet::Figures& figures, Count count)
{
    return figures[static_cast<std::size_t>(count)].has_value();
}

/// What the figures typed so far leave no doubt about has not to be typed: all agreed, or all who did not were against.
void fillIn(TallySheet::Figures& figures, Count typed)
{
    const auto set = [&figures](Count count, int value) {
        if (auto& figure = figures[static_cast<std::size_t>(count)]; !figure)
            figure = value;
    };
    if (!has(figures, Count::Valid) || !has(figures, Count::InFavour))
        return;
    const int rest = at(figures, Count::Valid) - at(figures, Count::InFavour);
    if (typed != Count::Against && typed != Count::Other && rest == 0) {
        set(Count::Against, 0);
        set(Count::Other, 0);
    }
    if (typed != Count::Other && has(figures, Count::Against) && at(figures, Count::Against) == rest)
        set(Count::Other, 0);
}

}

void TallySheet::show(const services::MeetingDetail& detail)
{
    if (m_detail.id != detail.id)
        m_typed.clear();
    m_detail = detail;
    std::erase_if(m_typed, [this](const auto& entry) {
        const auto row = std::ranges::find(m_detail.tallies, entry.first, &TallyRow::line);
        return row == m_detail.tallies.end() || figuresOf(row->tally) == entry.second;
    });
}

void TallySheet::type(std::int64_t line, Count count, std::optional<int> value)
{
    const auto row = std::ranges::find(m_detail.tallies, line, [](const TallyRow& one) { return one.line.id(); });
    if (row == m_detail.tallies.end())
        return;
    auto figures = this->figures(*row);
    figures[static_cast<std::size_t>(count)] = value;
    auto& invalid = figures[static_cast<std::size_t>(Count::Invalid)];
    if (count == Count::Valid && value && !invalid && figures[static_cast<std::size_t>(Count::Collected)] == value)
        invalid = 0; // all that came back are valid: nothing is left to type
    if (value)
        fillIn(figures, count);
    m_typed[row->line] = figures;
}

std::map<std::int64_t, TallySheet::Figures> TallySheet::typed() const
{
    std::map<std::int64_t, Figures> lines;
    for (const auto& [line, figures] : m_typed)
        lines[line.id()] = figures;
    return lines;
}

TallySheet::Figures TallySheet::figures(const TallyRow& row) const
{
    if (const auto typed = m_typed.find(row.line); typed != m_typed.end())
        return typed->second;
    const int voters = row.voters.most();
    if (row.tally || m_detail.meeting.state != domain::MeetingState::Draft || voters <= 0)
        return figuresOf(row.tally);
    return {voters, voters, std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
}

std::optional<domain::Tally> TallySheet::whole(const TallyRow& row) const
{
    const Figures now = figures(row);
    if (std::ranges::any_of(now, [](const auto& figure) { return !figure.has_value(); }))
        return std::nullopt;
    domain::Tally tally;
    tally.meeting = m_detail.id;
    tally.line = row.line;
    tally.issued = at(now, Count::Issued);
    tally.collected = at(now, Count::Collected);
    tally.valid = at(now, Count::Valid);
    tally.invalid = at(now, Count::Invalid);
    tally.inFavour = at(now, Count::InFavour);
    tally.against = at(now, Count::Against);
    tally.other = at(now, Count::Other);
    return tally;
}

std::vector<FieldIssue> TallySheet::issues(const TallyRow& row) const
{
    if (const auto tally = whole(row))
        return domain::validateTally(*tally, row.voters);
    // A line half typed is checked as far as it goes: figures not there yet are taken as they would have to be.
    const Figures now = figures(row);
    domain::Tally tally;
    tally.issued = at(now, Count::Issued);
    tally.collected = has(now, Count::Collected) ? at(now, Count::Collected) : 0;
    tally.valid = has(now, Count::Valid) ? at(now, Count::Valid) : 0;
    tally.invalid = has(now, Count::Invalid) ? at(now, Count::Invalid) : 0;
    tally.inFavour = at(now, Count::InFavour);
    if (has(now, Count::Against)) {
        const int rest = tally.notInFavour() - at(now, Count::Against);
        tally.against = at(now, Count::Against);
        tally.other = has(now, Count::Other) ? at(now, Count::Other) : std::max(0, rest);
    }
    auto found = domain::validateTally(tally, row.voters);
    std::erase_if(found, [&now](const FieldIssue& issue) {
        if (issue.field == "collected")
            return !has(now, Count::Issued) || !has(now, Count::Collected);
        if (issue.field == "valid")
            return !has(now, Count::Collected) || !has(now, Count::Valid) || !has(now, Count::Invalid);
        if (issue.field == "inFavour")
            return !has(now, Count::Valid) || !has(now, Count::InFavour);
        if (issue.field == "against")
            return !has(now, Count::Valid) || !has(now, Count::InFavour) || !has(now, Count::Against);
        return false;
    });
    return found;
}

TallySheet::State TallySheet::state(const TallyRow& row) const
{
    const Figures now = figures(row);
    if (isProposed(row) || std::ranges::none_of(now, [](const auto& figure) { return figure.has_value(); }))
        return State::Blank;
    // Also for what the file has: somebody may have left the meeting since it was counted.
    if (!issues(row).empty())
        return State::Wrong;
    if (!whole(row))
        return State::Partial;
    return m_typed.contains(row.line) ? State::Ready : State::Saved;
}

std::vector<domain::Tally> TallySheet::ready() const
{
    std::vector<domain::Tally> tallies;
    for (const auto& row : m_detail.tallies)
        if (state(row) == State::Ready)
            tallies.push_back(*whole(row));
    return tallies;
}

std::vector<const TallyRow*> TallySheet::wrong() const
{
    std::vector<const TallyRow*> rows;
    for (const auto& row : m_detail.tallies)
        if (state(row) == State::Wrong)
            rows.push_back(&row);
    return rows;
}

int TallySheet::counted() const
{
    return static_cast<int>(std::ranges::count_if(m_detail.tallies, [this](const TallyRow& row) { return state(row) == State::Saved; }));
}

bool TallySheet::hasUnsaved() const
{
    return !m_typed.empty();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"

#include <array>
#include <map>
#include <optional>

namespace thidua::ui {

/// The figures counted for one nominee, in the order of the sheet's columns.
enum class Count { Issued, Collected, Valid, Invalid, InFavour, Against, Other };
inline constexpr std::array<const char*, 7> kCountKeys = {"issued", "collected", "valid", "invalid", "inFavour", "against", "other"};

/// What has been typed into the count, over what the file has: a line goes to the file when its equations hold, and stays here
/// until then. Of a line that nobody has touched, ballots issued and collected are those of everybody who can vote on it. No widgets.
class TallySheet {
public:
    using Figures = std::array<std::optional<int>, kCountKeys.size()>;
    enum class State { Blank, Partial, Wrong, Ready, Saved };

    /// The file's figures; lines typed and not taken yet stay when it is the same meeting.
    void show(const services::MeetingDetail& detail);
    /// `line`: BallotLine::id().
    void type(std::int64_t line, Count count, std::optional<int> value);

    /// What was typed into a line and is not in the file, for a sheet made anew.
    std::map<std::int64_t, Figures> typed() const;

    const services::MeetingDetail& detail() const { return m_detail; }
    Figures figures(const services::TallyRow& row) const;
    /// Whether its figures are only proposed: nothing of the line has been typed or is in the file.
    bool isProposed(const services::TallyRow& row) const { return !row.tally && !m_typed.contains(row.line); }
    State state(const services::TallyRow& row) const;
    /// Voted on at the machine, or passed before the second round: its figures are not typed.
    bool isFixed(const services::TallyRow& row) const { return row.tally && (row.tally->atMachine || (m_detail.round > 1 && !row.earlier)); }
    /// Whole lines whose equations hold and that the file does not have yet.
    std::vector<domain::Tally> ready() const;
    /// Lines whose equations do not hold, in the order of the sheet.
    std::vector<const services::TallyRow*> wrong() const;
    /// What is wrong with a line's figures; fields as kCountKeys.
    std::vector<FieldIssue> issues(const services::TallyRow& row) const;
    int counted() const;
    bool hasUnsaved() const;

private:
    std::optional<domain::Tally> whole(const services::TallyRow& row) const;
    services::MeetingDetail m_detail;
    std::map<domain::BallotLine, Figures> m_typed;
};

}

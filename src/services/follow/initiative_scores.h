// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/initiative_mark.h"
#include "rules/initiative_scoring.h"
#include "services/core/school_file.h"

#include <span>

namespace thidua::services {

/// One of the criteria: its code (words: "initiative-criterion.<code>"), its points in a sheet, the most it takes.
struct ScoreCriterion {
    const char* code;
    int domain::InitiativeMark::*points;
    int rules::InitiativeScoring::*most;
};
/// In the order of the sheet; those that the school does not score by included.
std::span<const ScoreCriterion> scoreCriteria();

/// What an initiative has come to: the mean of its sheets.
struct InitiativeScore {
    int sheets = 0;                            ///< so many were counted
    std::optional<int> mean;                   ///< in hundredths of a point; none where the school grades
    std::optional<domain::InitiativeGrade> grade;
};

/// A sheet as the board shows it; `mark` is empty while it is not filled in.
struct ScoreSheet {
    std::optional<domain::CouncilMemberId> member; ///< none: the council's one sheet
    std::string name;                          ///< told apart from others of the name
    bool author = false;                       ///< their own initiative: they do not mark it
    bool absent = false;                       ///< from the meeting
    std::optional<domain::InitiativeMark> mark;
};

struct ScoredInitiative {
    domain::InitiativeId id{0};
    std::string title, authors, posts;         ///< authors with their shares where there are several, as papers name them
    std::string field;
    std::vector<ScoreSheet> sheets;            ///< the council's one first, then those of the members in the order of their list
    InitiativeScore score;
    std::string votes;                         ///< “06/07”, once they are counted
    std::optional<bool> passes;
};

/// All that one meeting of an initiative council scores.
struct ScoreBoard {
    domain::MeetingId meeting{0};
    std::string title;
    Date heldOn{2000, 1, 1};
    bool closed = false;
    rules::InitiativeScoring rule;             ///< of that day
    std::vector<ScoredInitiative> rows;
};

/// “82,5”, “30”: points that are kept in tenths.
std::string pointsText(int tenths);
/// “82,33”: a mean.
std::string meanText(int hundredths);
/// Reads points with at most one decimal as people write them (“18”, “18,5”, “18.5”): tenths, or none.
std::optional<int> readPoints(std::string_view text);
/// The mean of the sheets, rounded half up; where the school grades, the grade given most often, of several the lowest.
InitiativeScore scoreOf(const rules::InitiativeScoring& rule, const std::vector<domain::InitiativeMark>& marks);

/// Chấm điểm sáng kiến (domain.md §6): by each member or on one sheet of the council, in a meeting of the initiative council.
class InitiativeScores {
public:
    explicit InitiativeScores(SchoolFile& file) : m_file(file) {}

    /// WrongState where the meeting is of another council.
    Result<ScoreBoard> board(domain::MeetingId meeting);
    /// All sheets of one initiative, written whole: one that is not among them goes. Refuses an author's own sheet, points above what the
    /// criterion takes, the council's sheet beside those of members. Fields: "2.novelty", "2.member", "2.grade".
    Written<Done> record(domain::MeetingId meeting, domain::InitiativeId initiative, const std::vector<domain::InitiativeMark>& marks);

private:
    SchoolFile& m_file;
};

}

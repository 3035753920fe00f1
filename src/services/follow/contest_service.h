// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contest.h"
#include "services/core/school_file.h"
#include "services/follow/contest_ranking.h"

#include <map>

namespace thidua::services {

/// A prize of the call; with the id of the row it was, so that those given stay given.
struct PrizeDraft {
    std::optional<domain::ContestPrizeId> id;
    std::string name;
    std::optional<int> quantity;
    friend bool operator==(const PrizeDraft&, const PrizeDraft&) = default;
};

/// The call: with its prizes, the highest first (nameless ones are left out), and who judges.
struct ContestDraft {
    domain::Contest contest;
    std::vector<PrizeDraft> prizes;
    std::vector<domain::PersonId> judges;
    friend bool operator==(const ContestDraft&, const ContestDraft&) = default;
};

struct ContestEntryDraft {
    domain::ContestEntry entry;                 ///< without a code the next number is taken
    std::vector<domain::SubjectRef> authors;
    friend bool operator==(const ContestEntryDraft&, const ContestEntryDraft&) = default;
};

struct ContestAuthorRow {
    domain::SubjectRef subject;
    std::string name;                           ///< told apart
    std::string unit;                           ///< the person's team
};
struct ContestJudgeRow {
    domain::ContestJudgeId id{0};
    domain::PersonId person{0};
    std::string name;
};

struct ContestEntryRow {
    domain::ContestEntryId id{0};
    domain::RowVersion version = 0;
    domain::ContestEntry entry;
    std::vector<ContestAuthorRow> authors;
    std::map<domain::ContestJudgeId, int> marks;
    Ranked standing;
    std::string prizeName;                      ///< given
    int missing = 0;                            ///< judges who have not marked it, but for its own authors
    std::string names() const;                  ///< of its authors, in one phrase
    bool isOf(domain::PersonId person) const;
};

struct ContestRow {
    domain::ContestId id{0};
    domain::RowVersion version = 0;
    domain::Contest contest;
    std::string kindName, campaignName;
    std::vector<Stored<domain::ContestPrize>> prizes;
    std::vector<ContestJudgeRow> judges;
    std::vector<ContestEntryRow> entries;       ///< by their codes
    std::vector<domain::ActivityId> activities; ///< that the results became
    bool stale = false;                         ///< confirmed, and the activities do not say what the results say now
    int missingMarks() const;
    int prizesGiven() const;
    /// An entry stands above one with a better mean: nothing is wrong with that, but it is worth a look.
    bool againstRank() const;
    PrizeProposal proposal() const;
};

/// A mark typed; none takes it away.
struct MarkEntry {
    domain::ContestEntryId entry{0};
    domain::ContestJudgeId judge{0};
    std::optional<int> mark;                    ///< hundredths
};

/// What can be said of a call without the file.
std::vector<FieldIssue> validate(const ContestDraft& draft);
/// Of an entry.
std::vector<FieldIssue> validate(const ContestEntryDraft& draft);
/// Of a mark of this contest, said of the entry with that code: none when it can stand.
std::optional<FieldIssue> markIssue(const domain::Contest& contest, int mark, const std::string& code);

/// Cuộc thi, hội thi of the school's own: call, entries, marks, prizes; what came of it becomes activities, which only the contest changes
/// (decision 103). Fields of refusals are the members' names; marks are told apart as “marks.<entry>.<judge>”.
class ContestService {
public:
    explicit ContestService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<ContestRow>> contests(domain::SchoolYearId year);
    Result<ContestRow> contest(domain::ContestId id);
    /// A new call: days from today on; kind, marks and prizes of the last contest, or the usual prizes.
    Result<ContestDraft> proposed(domain::SchoolYearId year);
    Written<domain::ContestId> add(const ContestDraft& draft);
    Written<Done> edit(domain::ContestId id, const ContestDraft& draft, domain::RowVersion version);
    /// With its entries and marks; not while its results stand in the activities.
    Written<Done> remove(domain::ContestId id);

    Written<domain::ContestEntryId> addEntry(const ContestEntryDraft& draft);
    Written<Done> editEntry(domain::ContestEntryId id, const ContestEntryDraft& draft, domain::RowVersion version);
    Written<Done> removeEntry(domain::ContestEntryId id);
    /// All or none.
    Written<Done> recordMarks(domain::ContestId id, const std::vector<MarkEntry>& marks);
    /// The prizes of the entries named; none takes one away. An entry without a prize is no story either.
    Written<Done> givePrizes(domain::ContestId id, const std::map<domain::ContestEntryId, std::optional<domain::ContestPrizeId>>& prizes);
    /// Writes one activity for everybody who took part, or brings those written before up to what the results say now.
    Written<Done> confirm(domain::ContestId id);
    /// Takes the activities away again.
    Written<Done> takeBack(domain::ContestId id);

private:
    SchoolFile& m_file;
};

}

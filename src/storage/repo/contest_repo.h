// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contest.h"
#include "storage/reader.h"

#include <vector>

/// Contests of the school's own, with what belongs to each.
namespace thidua::storage::repo {

using namespace domain;

/// Of a school year, by the first day.
std::vector<Stored<Contest>> contests(Reader& reader, SchoolYearId year);
/// The newest one of whatever year that has prizes: the next one is often like it.
std::optional<ContestId> lastContestWithPrizes(Reader& reader);
/// The highest first.
std::vector<Stored<ContestPrize>> prizesOf(Reader& reader, ContestId contest);
/// In the order in which they were named; people as they are now.
std::vector<Stored<ContestJudge>> judgesOf(Reader& reader, ContestId contest);
/// By their codes.
std::vector<Stored<ContestEntry>> entriesOf(Reader& reader, ContestId contest);
/// Of all entries of the contest, in the order in which they were named; people as they are now.
std::vector<Stored<ContestAuthor>> authorsOf(Reader& reader, ContestId contest);
std::vector<Stored<ContestMark>> marksOf(Reader& reader, ContestId contest);
std::vector<Stored<ContestResult>> resultsOf(Reader& reader, ContestId contest);
/// Of all contests.
std::vector<Stored<ContestResult>> contestResults(Reader& reader);
std::vector<Stored<ContestMark>> marksOf(Reader& reader, ContestEntryId entry);
bool anyContest(Reader& reader, CampaignId campaign);
bool anyContest(Reader& reader, ActivityKindId kind);
/// The contest that wrote an activity.
std::optional<Stored<ContestResult>> resultOf(Reader& reader, ActivityId activity);

}

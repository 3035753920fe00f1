// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/contest_repo.h"

#include "storage/repo/merge_repo.h"
#include "storage/table_map.h"

namespace thidua::storage::repo {

std::vector<Stored<Contest>> contests(Reader& reader, SchoolYearId year)
{
    return reader.all<Contest>("WHERE school_year_id = ? ORDER BY from_date, id", {year.value()});
}

std::optional<ContestId> lastContestWithPrizes(Reader& reader)
{
    const auto id = reader.number("SELECT max(contest_id) FROM contest_prize");
    return id > 0 ? std::optional(ContestId(id)) : std::nullopt;
}

std::vector<Stored<ContestPrize>> prizesOf(Reader& reader, ContestId contest)
{
    return reader.all<ContestPrize>("WHERE contest_id = ? ORDER BY seq, id", {contest.value()});
}

std::vector<Stored<ContestJudge>> judgesOf(Reader& reader, ContestId contest)
{
    auto rows = reader.all<ContestJudge>("WHERE contest_id = ? ORDER BY id", {contest.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.person; });
    return rows;
}

std::vector<Stored<ContestEntry>> entriesOf(Reader& reader, ContestId contest)
{
    return reader.all<ContestEntry>("WHERE contest_id = ? ORDER BY length(code), code", {contest.value()});
}

std::vector<Stored<ContestAuthor>> authorsOf(Reader& reader, ContestId contest)
{
    auto rows = reader.all<ContestAuthor>("WHERE contest_id = ? ORDER BY id", {contest.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::vector<Stored<ContestMark>> marksOf(Reader& reader, ContestId contest)
{
    return reader.all<ContestMark>("WHERE contest_id = ? ORDER BY id", {contest.value()});
}

std::vector<Stored<ContestResult>> resultsOf(Reader& reader, ContestId contest)
{
    return reader.all<ContestResult>("WHERE contest_id = ? ORDER BY id", {contest.value()});
}

std::vector<Stored<ContestResult>> contestResults(Reader& reader)
{
    return reader.all<ContestResult>();
}

std::vector<Stored<ContestMark>> marksOf(Reader& reader, ContestEntryId entry)
{
    return reader.all<ContestMark>("WHERE entry_id = ? ORDER BY id", {entry.value()});
}

bool anyContest(Reader& reader, CampaignId campaign)
{
    return reader.number("SELECT EXISTS (SELECT 1 FROM contest WHERE campaign_id = ?)", {campaign.value()}) != 0;
}

bool anyContest(Reader& reader, ActivityKindId kind)
{
    return reader.number("SELECT EXISTS (SELECT 1 FROM contest WHERE kind_id = ?)", {kind.value()}) != 0;
}

std::optional<Stored<ContestResult>> resultOf(Reader& reader, ActivityId activity)
{
    auto rows = reader.all<ContestResult>("WHERE activity_id = ?", {activity.value()});
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

}

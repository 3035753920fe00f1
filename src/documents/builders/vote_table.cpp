// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/vote_table.h"

#include "documents/compose.h"

namespace thidua::documents {
namespace {

/// “07”: counts of votes are written as in the text around them.
Cell votes(int count)
{
    return {(count < 10 ? "0" : "") + std::to_string(count)};
}

bool ofInitiatives(const VoteView& vote)
{
    return !vote.groups.empty() && vote.groups.front().initiatives;
}

Cell resultCell(const VoteRow& row, const Composer& composer)
{
    return {composer.word(row.passed ? "passed" : "not-passed"), 1, 1, !row.passed, std::nullopt};
}

/// The honour stands once above its rows.
template <class AddRow>
void addGroups(Table& table, const VoteView& vote, bool withSheets, AddRow&& addRow)
{
    const int columns = static_cast<int>(table.columns.size());
    std::size_t group = 0;
    for (const auto& part : vote.groups) {
        const bool sheets = withSheets && !part.sheets.empty();
        table.rows.push_back(groupRow(roman(++group) + ". " + part.title + (sheets ? " (" + part.sheets + ")" : ""), columns));
        std::int64_t number = 0;
        for (const auto& row : part.rows)
            table.rows.push_back(addRow(++number, row));
    }
}

}

void addVoters(const VoteView& vote, Composer& composer)
{
    composer.paragraph(composer.word("members", {{"members", std::int64_t{vote.members}}, {"present", std::int64_t{vote.present}}}));
    for (const auto& line : vote.voters)
        composer.paragraph(line);
}

void addThresholds(const VoteView& vote, Composer& composer)
{
    composer.paragraph(composer.word("share", {{"members", std::int64_t{vote.members}}}));
    for (const auto& group : vote.groups)
        composer.paragraph(composer.word("threshold-line", {{"title", group.title}, {"threshold", group.threshold}, {"last", std::int64_t{&group == &vote.groups.back()}}}));
}

Table voteTable(const VoteView& vote, Composer& composer)
{
    const bool initiatives = ofInitiatives(vote);
    const auto titles = composer.words().lines(initiatives ? "header-initiatives" : "header");
    Table table;
    // Titles of initiatives take the room of the posts.
    if (initiatives)
        table.columns = {{9, Align::Centre}, {60}, {35}, {14, Align::Centre}, {15, Align::Centre}, {17, Align::Centre}, {15, Align::Centre}};
    else
        table.columns = {{9, Align::Centre}, {45}, {38}, {16, Align::Centre}, {18, Align::Centre}, {19, Align::Centre}, {20, Align::Centre}};
    table.header = {{{headCell(titles.at(0), 1, 2), headCell(titles.at(1), 1, 2), headCell(titles.at(2), 1, 2), headCell(titles.at(3), 2, 1),
                      headCell(titles.at(4), 1, 2), headCell(titles.at(5), 1, 2)}},
                    headerRow({titles.at(6), titles.at(7)})};
    addGroups(table, vote, false, [&](std::int64_t number, const VoteRow& row) {
        Row cells{{{number}, {composer.need(row.name, "vote.name")}}};
        // A collective has no post: its name takes that column.
        if (row.position.empty())
            cells.cells.back().columnSpan = 2;
        else
            cells.cells.push_back({row.position});
        for (auto&& cell : {votes(row.yes), votes(row.no), Cell{voteShare(row.yes, vote.members)}, resultCell(row, composer)})
            cells.cells.push_back(cell);
        return cells;
    });
    return table;
}

Table countTable(const VoteView& vote, Composer& composer)
{
    const bool initiatives = ofInitiatives(vote);
    const auto titles = composer.words().lines(initiatives ? "header-initiatives" : "header");
    Table table;
    table.columns = {{9, Align::Centre}, {40}, {12, Align::Centre}, {12, Align::Centre}, {12, Align::Centre},
                     {16, Align::Centre}, {15, Align::Centre}, {16, Align::Centre}, {16, Align::Centre}, {17, Align::Centre}};
    table.header = {headerRow({titles.begin(), titles.end()})};
    addGroups(table, vote, true, [&](std::int64_t number, const VoteRow& row) {
        const auto name = composer.need(row.name, "vote.name");
        Row cells{{{number}, {initiatives && !row.position.empty() ? name + "\n" + row.position : name}}};
        for (const int count : {row.issued, row.collected, row.valid, row.invalid, row.yes, row.no})
            cells.cells.push_back(votes(count));
        cells.cells.push_back({voteShare(row.yes, vote.members)});
        cells.cells.push_back(resultCell(row, composer));
        return cells;
    });
    return table;
}

}

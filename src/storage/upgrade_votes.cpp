// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/upgrade_votes.h"

#include "storage/record_conversion.h"
#include "storage/value.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace thidua::storage {
namespace {

/// An image without "votes" (of an update that left them alone) loses nothing but the percentage.
constexpr std::string_view kWithNumbers =
    "WITH image(j, votes) AS (SELECT ?1, json_extract(?1, '$.votes')), "
    "counted(j, votes, slash) AS (SELECT j, votes, iif(votes GLOB '[0-9]*/[0-9]*', instr(votes, '/'), 0) FROM image) "
    "SELECT json_remove(iif(votes IS NULL, j, json_set(j, '$.in_favour', iif(slash > 0, CAST(substr(votes, 1, slash - 1) AS INTEGER), 0), "
    "'$.members', iif(slash > 0, CAST(substr(votes, slash + 1) AS INTEGER), 0))), '$.votes', '$.percent') FROM counted";

}

void writeVotesAsNumbers(SQLite::Database& database)
{
    Reader reader(database);
    RecordConversion record(reader);
    record.images({"submission_line"}, [&reader](const std::string&, const std::string& image) {
        std::string converted;
        reader.each(kWithNumbers, {image}, [&converted](const Values& row) { converted = std::get<std::string>(row[0]); });
        return converted;
    });
    record.finish(5);
}

}

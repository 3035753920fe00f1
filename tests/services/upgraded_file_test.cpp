// SPDX-License-Identifier: GPL-3.0-or-later
// School files as earlier versions of the program made them: after the upgrade every verdict, every row and every step of undo is as before.
#include "domain/nomination.h"
#include "base/ratio.h"
#include "domain/nomination.h"
#include "domain/rule_pack.h"
#include "domain/submission.h"
#include "rules/evaluator.h"
#include "services/core/internal.h"
#include "services/law/verdict_text.h"
#include "services/law/verdicts.h"
#include "support/catch.h"
#include "support/fixture_file.h"
#include "support/scratch.h"
#include "support/table_dump.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using nlohmann::json;

namespace {

using Row = std::map<std::string, std::string>;

/// What of a table an upgrade writes in another way; it is compared apart.
const std::set<std::string> kConverted = {"nomination.verdict", "nomination.facts", "nomination.pack_hash", "rule_pack.content", "submission_line.votes", "submission_line.percent",
                                          "change_row.before_json", "change_row.after_json", "change_op.previous_hash", "change_op.hash"};

std::map<std::string, std::vector<Row>> rowsOf(SQLite::Database& database)
{
    std::map<std::string, std::vector<Row>> all;
    SQLite::Statement tables(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
    while (tables.executeStep()) {
        const auto table = tables.getColumn(0).getString();
        SQLite::Statement rows(database, "SELECT * FROM " + table);
        while (rows.executeStep()) {
            Row row;
            for (int i = 0; i < rows.getColumnCount(); ++i)
                row[rows.getColumn(i).getName()] = rows.getColumn(i).isNull() ? "NULL" : rows.getColumn(i).getString();
            all[table].push_back(std::move(row));
        }
    }
    return all;
}

struct Upgraded {
    explicit Upgraded(const std::string& fixture)
    {
        unpackFixture(fixture, path);
        {
            SQLite::Database database(path.string());
            before = rowsOf(database);
        }
        file = SchoolFile::open(path, SchoolFile::Mode::ReadWrite, clock, {"Lan"}).value();
    }

    storage::Reader& reader() { return file->data().reader(); }
    std::string dump() { return dumpTables(reader(), true); }

    Scratch scratch;
    std::filesystem::path path = scratch / "old.thidua";
    FixedClock clock{Date(2022, 9, 23)};
    std::map<std::string, std::vector<Row>> before;
    std::unique_ptr<SchoolFile> file;
};

void checkRows(Upgraded& f)
{
    auto after = rowsOf(f.file->data().database());
    for (const auto& [table, rows] : f.before) {
        INFO(table);
        if (table == "schema_migration") {
            CHECK(after[table].size() == static_cast<std::size_t>(storage::shippedMigrations().back().version));
            continue;
        }
        REQUIRE(after[table].size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const auto& [column, value] : rows[i])
                if (!kConverted.contains(table + "." + column)) {
                    INFO(column);
                    CHECK(after[table][i].at(column) == value);
                }
    }
}

void checkVerdicts(Upgraded& f, bool facts)
{
    int checked = 0;
    for (const auto& old : f.before["nomination"]) {
        INFO(old.at("name") << " " << old.at("honour"));
        const auto row = f.reader().find<domain::Nomination>(domain::NominationId(std::stoll(old.at("id"))));
        REQUIRE(row);
        const auto kept = judgementOf(f.reader(), row->data);
        REQUIRE(kept);
        CHECK(kept->verdict == old.at("verdict"));
        CHECK(kept->packHash == old.at("pack_hash"));
        REQUIRE(row->data.verdict);
        CHECK(domain::toCode(*row->data.verdict) == json::parse(old.at("verdict")).at("verdict").get<std::string>());
        ++checked;
        if (!facts) {
            CHECK(kept->facts.empty());
            CHECK(keptVerdictAgain(f.reader(), row->data).error().key == "nomination.facts-not-kept");
            continue;
        }
        CHECK(kept->facts == old.at("facts"));
        const auto again = keptVerdictAgain(f.reader(), row->data);
        REQUIRE(again);
        CHECK(rules::toJson(*again).dump() == old.at("verdict"));
    }
    CHECK(checked >= 20);
}

/// The image as version 2 wrote it, made again from what it points at now.
std::string imageOfVersionTwo(Upgraded& f, const std::string& entity, const std::string& image, bool facts)
{
    if (image == "NULL")
        return image;
    auto row = json::parse(image);
    if (entity == "rule_pack") {
        const auto pack = storage::repo::rulePack(f.reader(), row.at("hash").get<std::string>());
        REQUIRE(pack);
        return pack->data.content;
    }
    const auto id = row.at("judgement_id");
    const auto kept = id.is_null() ? storage::repo::KeptJudgement{}
                                   : storage::repo::judgement(f.reader(), domain::JudgementId(id.get<std::int64_t>())).value();
    row.erase("judgement_id");
    row["verdict"] = kept.verdict;
    row["pack_hash"] = kept.packHash;
    if (facts)
        row["facts"] = kept.facts;
    return row.dump();
}

/// "8/9" and "88,89", made again from the two numbers.
void withTexts(json& row)
{
    if (row.is_null() || !row.contains("in_favour"))
        return;
    const int inFavour = row.at("in_favour").get<int>(), members = row.at("members").get<int>();
    row["votes"] = members == 0 ? "" : std::to_string(inFavour) + "/" + std::to_string(members);
    row["percent"] = members == 0 ? "" : percentText({inFavour, members}, 2);
    row.erase("in_favour");
    row.erase("members");
}

void checkVotes(Upgraded& f)
{
    int checked = 0;
    for (const auto& old : f.before["submission_line"]) {
        INFO(old.at("name"));
        const auto row = f.reader().find<domain::SubmissionLine>(domain::RowId(std::stoll(old.at("id"))));
        REQUIRE(row);
        json numbers{{"in_favour", row->data.inFavour}, {"members", row->data.members}};
        withTexts(numbers);
        CHECK(numbers.at("votes") == old.at("votes"));
        CHECK(numbers.at("percent") == old.at("percent"));
        checked += row->data.members > 0 ? 1 : 0;
    }
    CHECK(checked >= 10);
}

void checkRecord(Upgraded& f, bool facts)
{
    const auto after = rowsOf(f.file->data().database());
    const auto& now = after.at("change_row");
    const auto& old = f.before.at("change_row");
    REQUIRE(now.size() == old.size());
    for (std::size_t i = 0; i < old.size(); ++i)
        for (const char* side : {"before_json", "after_json"}) {
            const auto& entity = old[i].at("entity");
            INFO(old[i].at("id") << " " << entity << " " << side);
            const auto& was = old[i].at(side);
            if (entity == "nomination")
                CHECK(imageOfVersionTwo(f, entity, now[i].at(side), facts) == was);
            else if (entity == "rule_pack")
                CHECK(imageOfVersionTwo(f, entity, now[i].at(side), facts) == (was == "NULL" ? was : json::parse(was).at("content").get<std::string>()));
            else if (entity == "submission_line" && was != "NULL") {
                auto row = json::parse(now[i].at(side));
                withTexts(row);
                CHECK(row == json::parse(was));
            } else
                CHECK(now[i].at(side) == was);
        }
    CHECK_FALSE(storage::firstBrokenEntry(f.reader()));
    // Each conversion goes on from the head that the one before it left.
    const auto& conversions = after.at("record_conversion");
    REQUIRE(conversions.size() == 2);
    CHECK(conversions[0].at("version") == "3");
    CHECK(conversions[1].at("version") == "5");
    for (const auto& conversion : conversions)
        CHECK(conversion.at("operations") == std::to_string(f.before.at("change_op").size()));
    CHECK(conversions[0].at("old_head") == f.before.at("change_op").back().at("hash"));
    CHECK(conversions[1].at("old_head") == conversions[0].at("new_head"));
    CHECK(conversions[1].at("new_head") == after.at("change_op").back().at("hash"));
}

/// Undo back to the barrier and redo all of it.
void checkUndo(Upgraded& f)
{
    const auto start = f.dump();
    int steps = 0;
    while (f.file->undoNames().undo) {
        const auto undone = f.file->undo();
        if (!undone)
            FAIL(undone.error().key << " " << undone.error().detail);
        ++steps;
    }
    std::size_t expected = 0;
    for (auto op = f.before.at("change_op").rbegin(); op != f.before.at("change_op").rend(); ++op, ++expected)
        if (!domain::isUndoable(domain::opFromCode(op->at("op")).value()))
            break;
    CHECK(steps == static_cast<int>(expected));
    CHECK(steps > 0);
    for (int i = 0; i < steps; ++i)
        REQUIRE(f.file->redo());
    CHECK(f.dump() == start);
    CHECK(f.file->check().value().empty());
}

}

TEST_CASE("a file of version 2 keeps its rows, verdicts, record and undo through the upgrade, in a third of the space")
{
    Upgraded f("mang-den-schema-2.thidua");
    CHECK(f.file->check().value().empty());
    checkRows(f);
    checkVerdicts(f, true);
    checkVotes(f);
    checkRecord(f, true);
    CHECK(std::filesystem::file_size(f.path) < 1'800'000);
    checkUndo(f);
}

TEST_CASE("a file of version 1, whose verdicts were kept without their facts, keeps the same")
{
    Upgraded f("mang-den-schema-1.thidua");
    CHECK(f.file->check().value().empty());
    checkRows(f);
    checkVerdicts(f, false);
    checkVotes(f);
    checkRecord(f, false);
    CHECK(std::filesystem::file_size(f.path) < 1'800'000);
    checkUndo(f);
}

TEST_CASE("a file of version 5 keeps its rows, its record and every verdict to the letter")
{
    Upgraded f("mang-den-schema-5.thidua");
    CHECK(f.file->check().value().empty());
    checkRows(f);
    int checked = 0;
    for (const auto& old : f.before["nomination"]) {
        INFO(old.at("name") << " " << old.at("honour"));
        const auto row = f.reader().find<domain::Nomination>(domain::NominationId(std::stoll(old.at("id"))));
        REQUIRE(row);
        const auto kept = judgementOf(f.reader(), row->data);
        REQUIRE(kept);
        const auto again = keptVerdictAgain(f.reader(), row->data);
        REQUIRE(again);
        CHECK(rules::toJson(*again).dump() == kept->verdict);
        ++checked;
    }
    CHECK(checked >= 20);
    checkUndo(f);
}

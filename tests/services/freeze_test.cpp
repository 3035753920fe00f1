// SPDX-License-Identifier: GPL-3.0-or-later
// What has been issued stays as it was issued, whoever writes: every table of the sample's file, with plain SQL.
#include "storage/freeze.h"

#include "base/text_util.h"
#include "services/core/school_file.h"
#include "support/catch.h"
#include "support/sample_file.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <set>

using namespace thidua;
using storage::FreezeRule;

namespace {

struct SampleDatabase {
    SampleDatabase()
    {
        std::filesystem::copy_file(test::sampleFile(Date(2022, 9, 23)), scratch / "a.thidua");
        database = std::make_unique<SQLite::Database>((scratch / "a.thidua").string(), SQLite::OPEN_READWRITE);
        database->exec("PRAGMA recursive_triggers = ON");
        // A new file has none: only an upgrade writes it.
        // No campaign of the sample has a paper of its own, and nothing was put right.
        database->exec("UPDATE campaign SET number = 900, symbol = 'KH-X', issued_on = '2022-01-05' WHERE id IN (SELECT campaign_id FROM campaign_item) AND id IN "
                       "(SELECT campaign_id FROM campaign_observance) AND state <> 'draft' AND id = (SELECT min(campaign_id) FROM campaign_observance)");
        for (const std::string row : {"1", "2"})
            database->exec("INSERT INTO correction (id, kind, paper, row_id, title, number, symbol, issued_on) VALUES (" + row + ", 'correct', '"
                           + (row == "1" ? "decision" : "correction") + "', 1, 'x', " + row + ", 'X', '2022-01-05')");
        // Nobody of the sample votes at the machine or twice; below a closed meeting a row comes only while nothing guards it.
        storage::thaw(*database);
        database->exec("INSERT INTO ballot_round (id, meeting_id, round, state) SELECT 1, min(id), 1, 'closed' FROM meeting WHERE state = 'closed'");
        database->exec("INSERT INTO ballot_voter (ballot_round_id, member_id) SELECT 1, min(id) FROM council_member");
        database->exec("INSERT INTO earlier_tally (meeting_id, nomination_id, initiative_id, issued, collected, valid, invalid, in_favour, against, other, round) "
                       "SELECT meeting_id, nomination_id, initiative_id, issued, collected, valid, invalid, in_favour, 0, 0, 1 FROM tally LIMIT 1");
        // Nor has anybody a dossier; a conferred nomination's is closed.
        database->exec("INSERT INTO attachment_content (id, hash, content) VALUES (1, 'x', x'01')");
        const std::string conferred = "SELECT min(id) FROM nomination WHERE state = 'conferred'";
        database->exec("INSERT INTO attachment (nomination_id, name, size, hash, media_type, added_on, content_id) VALUES ((" + conferred + "), 'a.pdf', 1, 'x', 'application/pdf', '2022-05-01', 1)");
        database->exec("INSERT INTO dossier_receipt (nomination_id, part, received_on) VALUES ((" + conferred + "), 'minutes', '2022-05-01')");
        database->exec("INSERT INTO opinion (nomination_id, body, stance, given_on, signer) VALUES ((" + conferred + "), 'team', 'for', '2022-05-01', 'x')");
        database->exec("INSERT INTO achievement_report (nomination_id, written_on, achievements) VALUES ((" + conferred + "), '2022-05-01', 'x')");
        storage::freeze(*database);
        database->exec("INSERT INTO record_conversion (version, operations, old_head, new_head) VALUES (3, 1, 'a', 'b')");
        database->exec("INSERT INTO upgraded_row (version, operations, entity, row_id, image, hash) VALUES (6, 1, 'person', 1, '{}', 'a')");
    }

    std::set<std::string> tables()
    {
        std::set<std::string> names;
        SQLite::Statement rows(*database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        while (rows.executeStep())
            names.insert(rows.getColumn(0).getString());
        return names;
    }

    std::vector<std::string> columns(std::string_view table)
    {
        std::vector<std::string> names;
        SQLite::Statement rows(*database, "SELECT name FROM pragma_table_info(?)");
        rows.bind(1, std::string(table));
        while (rows.executeStep())
            names.push_back(rows.getColumn(0).getString());
        return names;
    }

    std::vector<std::int64_t> frozenRows(std::string_view table)
    {
        std::vector<std::int64_t> ids;
        SQLite::Statement rows(*database, "SELECT id FROM " + std::string(table) + " t WHERE " + storage::frozenCondition(table, "t"));
        while (rows.executeStep())
            ids.push_back(rows.getColumn(0).getInt64());
        return ids;
    }

    /// What the statement is answered with; everything is taken back.
    std::string answer(const std::string& sql)
    {
        database->exec("SAVEPOINT probe");
        std::string said = "done";
        try {
            database->exec(sql);
        } catch (const SQLite::Exception& error) {
            said = error.what();
        }
        database->exec("ROLLBACK TO probe");
        database->exec("RELEASE probe");
        return said;
    }

    test::Scratch scratch;
    std::unique_ptr<SQLite::Database> database;
};

std::string changed(const std::string& column)
{
    return "CASE typeof(" + column + ") WHEN 'integer' THEN " + column + " + 1000 WHEN 'text' THEN " + column + " || 'x' WHEN 'blob' THEN x'00' ELSE 1 END";
}

/// By the freezing triggers, or by those that the change record has had from the first version on.
bool isRefused(const std::string& said)
{
    return said == "frozen" || said == "append-only";
}

bool isFree(const FreezeRule& rule, const std::string& column)
{
    return column == "row_version" || std::find(rule.free.begin(), rule.free.end(), column) != rule.free.end();
}

}

TEST_CASE("every table says when its rows are frozen")
{
    SampleDatabase file;
    std::set<std::string> declared;
    for (const auto& rule : storage::freezeRules()) {
        INFO(rule.table);
        CHECK(declared.insert(std::string(rule.table)).second);
        const auto columns = file.columns(rule.table);
        for (const auto free : rule.free)
            CHECK(std::find(columns.begin(), columns.end(), free) != columns.end());
    }
    CHECK(declared == file.tables());
    CHECK(storage::isFrozenAsDeclared(*file.database));
}

TEST_CASE("no column of a frozen row can be changed and the row cannot go")
{
    SampleDatabase file;
    for (const auto& rule : storage::freezeRules()) {
        if (rule.kind == FreezeRule::Kind::Never)
            continue;
        const std::string table(rule.table);
        const auto frozen = file.frozenRows(table);
        INFO(table);
        REQUIRE_FALSE(frozen.empty());
        const auto id = std::to_string(frozen.front());
        CHECK(isRefused(file.answer("DELETE FROM " + table + " WHERE id = " + id)));
        CHECK(isRefused(file.answer("DELETE FROM " + table)));
        for (const auto& column : file.columns(table)) {
            INFO(column);
            const auto said = file.answer("UPDATE " + table + " SET " + column + " = " + changed(column) + " WHERE id = " + id);
            if (isFree(rule, column))
                CHECK(said != "frozen");
            else
                CHECK(isRefused(said));
        }
    }
}

TEST_CASE("no row can be added below a frozen one, or moved there")
{
    SampleDatabase file;
    for (const auto& rule : storage::freezeRules()) {
        if (rule.kind != FreezeRule::Kind::Parent)
            continue;
        const std::string table(rule.table);
        INFO(table);
        const auto frozen = file.frozenRows(table);
        REQUIRE_FALSE(frozen.empty());
        std::vector<std::string> columns;
        for (const auto& column : file.columns(table))
            if (column != "id")
                columns.push_back(column);
        const auto names = join(columns, ", ");
        const auto source = " FROM " + table + " WHERE id = " + std::to_string(frozen.front());
        CHECK(file.answer("INSERT INTO " + table + " (" + names + ") SELECT " + names + source) == "frozen");
        CHECK(file.answer("INSERT OR REPLACE INTO " + table + " SELECT *" + source) == "frozen");
        // A row of a parent that is still open cannot be carried over either.
        file.database->exec("SAVEPOINT moving; PRAGMA defer_foreign_keys = ON");
        const auto parent = "(SELECT " + std::string(rule.column) + source + ")";
        const auto moved = file.answer("UPDATE " + table + " SET " + std::string(rule.column) + " = " + parent + " WHERE id NOT IN (SELECT id FROM " + table
                                       + " t WHERE " + storage::frozenCondition(table, "t") + ")");
        CHECK((moved == "frozen" || file.frozenRows(table).size() == static_cast<std::size_t>(file.database->execAndGet("SELECT count(*) FROM " + table).getInt())));
        file.database->exec("RELEASE moving");
    }
}

TEST_CASE("what was open before is refused: an issued submission back to draft, a council renamed, a conferred verdict")
{
    SampleDatabase file;
    CHECK(file.answer("UPDATE submission SET state = 'draft' WHERE state <> 'draft'") == "frozen");
    CHECK(file.answer("UPDATE decision SET state = 'draft' WHERE state = 'issued' AND kind NOT LIKE 'external%'") == "frozen");
    CHECK(file.answer("UPDATE council SET name = name || ' 2' WHERE state = 'established'") == "frozen");
    CHECK(file.answer("UPDATE nomination SET honour = 'khac' WHERE state = 'conferred'") == "frozen");
    CHECK(file.answer("UPDATE nomination SET state = 'submitted' WHERE state = 'conferred'") == "frozen");
    CHECK(file.answer("UPDATE plan SET state = 'replaced' WHERE state = 'issued'") == "done");
    CHECK(file.answer("UPDATE campaign SET name = 'x' WHERE number IS NOT NULL") == "frozen");
    CHECK(file.answer("UPDATE campaign SET name = 'x' WHERE number IS NULL") == "done");
    CHECK(file.answer("UPDATE campaign SET review_note = 'x' WHERE number IS NOT NULL") == "done");
}

TEST_CASE("a correction can be taken back until another one speaks of it, and is never changed")
{
    SampleDatabase file;
    CHECK(file.answer("DELETE FROM correction WHERE id = 1") == "frozen");
    CHECK(file.answer("DELETE FROM correction WHERE id = 2") == "done");
    CHECK(file.answer("UPDATE correction SET title = 'y' WHERE id = 2") == "frozen");
}

TEST_CASE("triggers of another program's making are replaced when the file is opened for writing")
{
    SampleDatabase file;
    storage::thaw(*file.database);
    file.database->exec("CREATE TRIGGER council_frozen BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'frozen'); END");
    CHECK(file.answer("UPDATE council SET name = 'x'") == "done");
    file.database.reset();
    const FixedClock clock(Date(2022, 9, 23));
    REQUIRE(services::SchoolFile::open(file.scratch / "a.thidua", services::SchoolFile::Mode::ReadWrite, clock, {"Lan"}));
    file.database = std::make_unique<SQLite::Database>((file.scratch / "a.thidua").string(), SQLite::OPEN_READWRITE);
    CHECK(storage::isFrozenAsDeclared(*file.database));
    CHECK(file.answer("UPDATE council SET name = name || 'x' WHERE state = 'established'") == "frozen");
    CHECK(file.answer("UPDATE person SET note = 'x'") == "done");
}

TEST_CASE("a number of one symbol stands once in a year, over all kinds of papers")
{
    SampleDatabase file;
    const std::string into = "INSERT INTO decision (kind, school_year_id, title, number, suffix, symbol, issued_on) SELECT 'other', school_year_id, 'x', ";
    CHECK(file.answer(into + "number, suffix, symbol, issued_on FROM submission WHERE number IS NOT NULL LIMIT 1") == "number-used");
    CHECK(file.answer(into + "number, suffix, symbol, issued_on FROM plan WHERE number IS NOT NULL AND school_year_id IS NOT NULL LIMIT 1") == "number-used");
    CHECK(file.answer(into + "number, suffix, symbol, issued_on FROM campaign WHERE number IS NOT NULL LIMIT 1") == "number-used");
    CHECK(file.answer(into + "number, suffix, symbol, issued_on FROM correction LIMIT 1") == "number-used");
    CHECK(file.answer(into + "number, suffix, symbol, issued_on FROM letter WHERE number IS NOT NULL LIMIT 1") == "number-used");
    CHECK(file.answer(into + "number, suffix, symbol, issued_on FROM meeting WHERE number IS NOT NULL LIMIT 1") == "number-used");
    // Another letter, another symbol or another year is another number.
    CHECK(file.answer(into + "number, 'B', symbol, issued_on FROM submission WHERE number IS NOT NULL LIMIT 1") == "done");
    CHECK(file.answer(into + "number, suffix, symbol || 'X', issued_on FROM submission WHERE number IS NOT NULL LIMIT 1") == "done");
    CHECK(file.answer(into + "number, suffix, symbol, '2050-01-05' FROM submission WHERE number IS NOT NULL LIMIT 1") == "done");
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What a file made or altered by hand cannot do: have foreign columns written by undo, act through its schema, be read by a program that is
// too old for it.
#include "storage/backup.h"
#include "storage/check.h"
#include "storage/migrator.h"
#include "storage/row_check.h"
#include "storage_support.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;
using storage::OpenMode;

namespace {

/// A closed file with one person, renamed once.
struct ByHand {
    ByHand()
    {
        auto file = DataFile::create(path, kNow).value();
        std::optional<domain::PersonId> id;
        REQUIRE(file->write(doing(domain::Op::AddStaff), [&](storage::Tx& tx) -> Result<void> {
            id = tx.insert(person("Võ Thị Kim Ánh"));
            return {};
        }));
        REQUIRE(file->write(doing(domain::Op::EditPerson), [&](storage::Tx& tx) -> Result<void> {
            tx.update(*id, person("Võ Thị Kim Anh"));
            return {};
        }));
    }

    void sql(const std::string& statements) const
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        database.exec(statements);
    }

    /// With what the record is kept from being rewritten out of the way, and back in its place.
    void recordSql(const std::string& statement) const
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        std::vector<std::string> again;
        SQLite::Statement guards(database, "SELECT sql FROM sqlite_schema WHERE name IN ('freeze_change_row_UPDATE', 'change_row_no_update')");
        while (guards.executeStep())
            again.push_back(guards.getColumn(0).getString());
        guards.reset();
        REQUIRE(again.size() == 2);
        database.exec("DROP TRIGGER freeze_change_row_UPDATE; DROP TRIGGER change_row_no_update");
        REQUIRE(database.exec(statement) > 0);
        for (const auto& guard : again)
            database.exec(guard);
    }

    std::unique_ptr<DataFile> open(OpenMode mode = OpenMode::ReadWrite) const { return DataFile::open(path, mode, kNow).value(); }

    Scratch scratch;
    std::filesystem::path path = scratch / "a.thidua";
};

Result<domain::ChangeSet> undo(DataFile& file)
{
    const auto state = storage::undoState(file.reader());
    REQUIRE(state.undo);
    auto context = doing(domain::Op::Undo);
    context.targetOp = state.undo->id;
    return file.write(context, [&](storage::Tx& tx) -> Result<void> {
        storage::turnBack(tx, *state.undo);
        return {};
    });
}

bool has(const std::vector<storage::FileProblem>& problems, const std::string& key)
{
    return std::ranges::count(problems, key, &storage::FileProblem::key) > 0;
}

}

TEST_CASE_METHOD(ByHand, "undo takes columns of the table alone out of a record that somebody else wrote")
{
    struct Try {
        const char* image;
        const char* key;
    };
    const Try tries[] = {
        {R"({"id":1,"row_version":1,"full_name":"Võ Thị Kim Ánh","note = 'x', full_name":"y"})", "undo.column-gone"},
        {R"({"id":1,"row_version":1,"rowid":7})", "undo.column-gone"},
        {R"({"id":1,"row_version":1,"family":"Võ"})", "undo.column-gone"}, // dropped or renamed since
        {R"({"id":2,"row_version":1,"full_name":"Người Khác"})", "undo.image-unreadable"},
        {"[1]", "undo.image-unreadable"},
        {"{", "undo.image-unreadable"},
    };
    for (const auto& one : tries) {
        INFO(one.image);
        recordSql("UPDATE change_row SET before_json = '" + [&] {
            std::string quoted;
            for (const char c : std::string(one.image))
                quoted += c == '\'' ? std::string("''") : std::string(1, c);
            return quoted;
        }() + "' WHERE id = 2");
        const auto file = open();
        const auto before = dump(*file);
        const auto undone = undo(*file);
        REQUIRE_FALSE(undone);
        CHECK(undone.error().key == one.key);
        CHECK(undone.error().code == ErrorCode::WrongState);
        CHECK(dump(*file) == before);
    }
    recordSql("UPDATE change_row SET after_json = 'not JSON' WHERE id = 2");
    CHECK(undo(*open()).error().code == ErrorCode::StaleRow);
}

TEST_CASE_METHOD(ByHand, "names of an operation that are no JSON stop neither undo nor those who look on")
{
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        database.exec("DROP TRIGGER freeze_change_op_UPDATE; DROP TRIGGER change_op_no_update");
        database.exec("UPDATE change_op SET label_args = '[\"" "\xff" "\"' WHERE id = 2");
        database.exec("UPDATE change_op SET label_args = '{\"a\": 1}' WHERE id = 1");
    }
    const auto file = open();
    CHECK(file->readOnlyReason()); // a guard is missing
    CHECK(storage::undoState(file->reader()).undo->labelArgs.empty());
    CHECK(storage::recentChanges(file->reader(), 5).size() == 2);
    CHECK(storage::firstBrokenEntry(file->reader()) == 1);
}

TEST_CASE_METHOD(ByHand, "a file whose schema was tampered with opens for looking only, and nothing planted acts")
{
    const std::pair<const char*, const char*> plants[] = {
        {"CREATE TRIGGER helper AFTER INSERT ON person BEGIN UPDATE person SET note = 'bị đổi'; END", "DROP TRIGGER helper"},
        {"CREATE TRIGGER helper AFTER INSERT ON change_op BEGIN UPDATE person SET note = 'bị đổi'; END", "DROP TRIGGER helper"},
        {"CREATE TRIGGER freeze_person_INSERT AFTER INSERT ON person BEGIN UPDATE person SET note = 'bị đổi'; END", "DROP TRIGGER freeze_person_INSERT"},
        {"CREATE VIEW everybody AS SELECT * FROM person", "DROP VIEW everybody"},
        {"CREATE UNIQUE INDEX only_one ON person(gender)", "DROP INDEX only_one"},
        {"CREATE TABLE mine (a TEXT)", "DROP TABLE mine"},
        {"DROP INDEX person_sort", "CREATE INDEX person_sort ON person(name_sort)"},
    };
    for (const auto& [plant, away] : plants) {
        INFO(plant);
        sql(plant);
        const auto bytes = bytesOf(path);
        {
            const auto file = open();
            CHECK(file->mode() == OpenMode::ReadOnly);
            REQUIRE(file->readOnlyReason());
            CHECK(file->readOnlyReason()->key == "file.schema-foreign");
            const auto written = file->write(doing(domain::Op::AddStaff), [](storage::Tx& tx) -> Result<void> {
                tx.insert(person("Y Hiền"));
                return {};
            });
            REQUIRE_FALSE(written);
            CHECK(written.error().key == "file.schema-foreign");
            CHECK_FALSE(file->rehearse([](storage::Tx&) -> Result<void> { return {}; }));
            CHECK(file->reader().all<domain::Person>().size() == 1);
            CHECK_FALSE(storage::checkFile(file->reader()).empty());
        }
        CHECK(bytesOf(path) == bytes);
        sql(away);
        const auto mended = open();
        CHECK_FALSE(mended->readOnlyReason());
        CHECK(mended->mode() == OpenMode::ReadWrite);
    }
}

TEST_CASE_METHOD(ByHand, "a file of an older structure with something foreign in it is not upgraded")
{
    const auto old = scratch / "old.thidua";
    {
        SQLite::Database database(old.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA application_id = " + std::to_string(SQLite::Database(path.string()).execAndGet("PRAGMA application_id").getInt()));
        auto migrations = storage::shippedMigrations();
        migrations.resize(5);
        REQUIRE(storage::migrate(database, migrations, kNow));
        database.exec("INSERT INTO file_meta (id, uid, created_at, app_version) VALUES (1, 'old', '2021-10-04T01:00:00Z', '0.1.0')");
        database.exec("CREATE TRIGGER helper AFTER INSERT ON schema_migration BEGIN DELETE FROM person; END");
    }
    const auto bytes = bytesOf(old);
    for (const auto mode : {OpenMode::ReadWrite, OpenMode::ReadOnly})
        CHECK(DataFile::open(old, mode, kNow).error().key == "file.schema-foreign-old");
    CHECK(bytesOf(old) == bytes);
    SQLite::Database(old.string(), SQLite::OPEN_READWRITE).exec("DROP TRIGGER helper");
    CHECK(DataFile::open(old, OpenMode::ReadWrite, kNow));
}

TEST_CASE_METHOD(ByHand, "an upgrade that was interrupted before its last step is no tampering, and what was planted in it is found")
{
    const auto version = GENERATE(std::size_t(5), std::size_t(0));
    const auto half = scratch / "half.thidua";
    {
        SQLite::Database database(half.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA application_id = " + std::to_string(SQLite::Database(path.string()).execAndGet("PRAGMA application_id").getInt()));
        auto migrations = storage::shippedMigrations();
        migrations.resize(version == 0 ? migrations.size() : version);
        REQUIRE(storage::migrateUnfrozen(database, migrations, kNow));
        database.exec("INSERT INTO file_meta (id, uid, created_at, app_version) VALUES (1, 'old', '2021-10-04T01:00:00Z', '0.1.0')");
        database.exec("INSERT INTO person (id, uid, full_name, name_sort, name_fold) VALUES (1, 'a', 'A', 'a', 'a')");
    }
    const auto schemaProblems = [&half] {
        const auto file = DataFile::open(half, OpenMode::ReadOnly, kNow).value();
        CHECK(storage::isUpgradeUnfinished(file->stored()));
        const auto problems = storage::checkFile(file->reader());
        return std::ranges::count_if(problems, [](const auto& problem) { return problem.key.starts_with("check.schema"); });
    };
    CHECK(schemaProblems() == 0);
    const std::pair<std::string, std::string> plants[] = {
        {"CREATE TRIGGER person_frozen AFTER INSERT ON plan BEGIN DELETE FROM person; END", "DROP TRIGGER person_frozen"},
        {"CREATE TRIGGER freeze_plan_INSERT AFTER INSERT ON plan BEGIN DELETE FROM person; SELECT RAISE(ABORT, 'frozen'); END", "DROP TRIGGER freeze_plan_INSERT"},
        {"CREATE TRIGGER freeze_mark_0123456789abcdef AFTER INSERT ON schema_migration BEGIN DELETE FROM person; END", "DROP TRIGGER freeze_mark_0123456789abcdef"},
    };
    for (const auto& [plant, away] : plants) {
        INFO(version << ": " << plant);
        SQLite::Database(half.string(), SQLite::OPEN_READWRITE).exec(plant);
        const auto bytes = bytesOf(half);
        const auto opened = DataFile::open(half, OpenMode::ReadWrite, kNow);
        if (version == 0) {
            REQUIRE(opened);
            REQUIRE((*opened)->readOnlyReason());
            CHECK((*opened)->readOnlyReason()->key == "file.schema-foreign");
            CHECK(has(storage::checkFile((*opened)->reader()), "check.schema-foreign"));
        } else {
            REQUIRE_FALSE(opened);
            CHECK(opened.error().key == "file.schema-foreign-old");
        }
        CHECK(bytesOf(half) == bytes);
        SQLite::Database(half.string(), SQLite::OPEN_READWRITE).exec(away);
    }
    {
        const auto finished = DataFile::open(half, OpenMode::ReadWrite, kNow).value();
        CHECK_FALSE(finished->readOnlyReason());
        CHECK_FALSE(storage::isUpgradeUnfinished(finished->database()));
        CHECK(finished->reader().all<domain::Person>().size() == 1);
    }
    CHECK_FALSE(storage::isUpgradeUnfinished(DataFile::open(half, OpenMode::ReadOnly, kNow).value()->stored()));
}

TEST_CASE_METHOD(ByHand, "a file says which reader it needs at least, and a program that is older refuses it with the version that reads it")
{
    CHECK(storage::minReader(open()->database()) == storage::shippedMigrations().back().version);
    const int shipped = storage::shippedMigrations().back().version;
    const auto next = std::to_string(shipped + 1);
    const auto later = [&](int minReader) {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA user_version = " + next);
        database.exec("DELETE FROM schema_migration WHERE version = " + next);
        database.exec("INSERT INTO schema_migration (version, name, sha256, applied_at, app_version, min_reader) VALUES (" + next + ", 'later', 'x', '" + kNow + "', '3.1.0', "
                      + std::to_string(minReader) + ")");
    };
    later(shipped + 1);
    for (const auto mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto opened = DataFile::open(path, mode, kNow);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::FileTooNew);
        CHECK(opened.error().args == std::vector<std::string>{next, std::to_string(shipped), "3.1.0"});
    }
    later(shipped); // only something added: it may be looked at
    CHECK(DataFile::open(path, OpenMode::ReadWrite, kNow).error().code == ErrorCode::FileTooNew);
    const auto file = DataFile::open(path, OpenMode::ReadOnly, kNow);
    REQUIRE(file);
    CHECK((*file)->reader().all<domain::Person>().size() == 1);
}

TEST_CASE_METHOD(ByHand, "a version in the head of a file that no upgrade has noted is a finding")
{
    CHECK_FALSE(has(storage::checkFile(open(OpenMode::ReadOnly)->reader()), "check.migration-altered"));
    sql("PRAGMA user_version = 268435466"); // one bit of it
    CHECK(has(storage::checkFile(open(OpenMode::ReadOnly)->reader()), "check.migration-altered"));
}

TEST_CASE_METHOD(ByHand, "rows are compared with the record, and what was changed, removed or put in is named with the entry since which")
{
    const auto found = [this] {
        std::vector<storage::FileProblem> problems;
        storage::checkRowsAgainstRecord(open(OpenMode::ReadOnly)->reader(), problems);
        return problems;
    };
    CHECK(found().empty());
    sql("UPDATE person SET note = 'khen'");
    auto problems = found();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].key == "check.row-changed");
    CHECK(problems[0].args == std::vector<std::string>{"\x1f" "entity.person", " “Võ Thị Kim Anh”", "1", "\x1f" "column.note", "khen", "\x1f" "check.empty-value", "1", "04/10/2021", "Lan"});
    sql("UPDATE person SET note = ''; INSERT INTO person (full_name, name_sort, name_fold) VALUES ('Người Lạ', 'la', 'la')");
    CHECK(has(found(), "check.row-inserted"));
    sql("DELETE FROM person WHERE id = 2");
    CHECK(has(found(), "check.numbers-beyond-record")); // it came and went, and its number is gone
    sql("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'person'");
    CHECK(found().empty());
    sql("DELETE FROM person");
    problems = found();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].key == "check.row-removed");
    CHECK(problems[0].args[1] == " “Võ Thị Kim Anh”");
    CHECK(problems[0].args[3] == "2");
}

TEST_CASE_METHOD(ByHand, "a backup that cannot be made of a damaged file names the file, and no backup that is not there")
{
    const bool dangling = GENERATE(true, false);
    if (dangling)
        sql("PRAGMA foreign_keys = OFF; INSERT INTO staff_assignment (person_id, school_year_id, position, title) VALUES (77, 78, 'teacher', '')");
    else
        recordSql("UPDATE change_row SET after_json = '{' WHERE op_id = 2");
    const auto made = storage::backup(*open(), scratch / "ban-sao.thidua");
    REQUIRE_FALSE(made);
    CHECK(made.error().key == (dangling ? "backup.file-damaged" : "backup.file-altered"));
    CHECK(made.error().args.front() == path.string());
    CHECK_FALSE(std::filesystem::exists(scratch / "ban-sao.thidua"));
}

TEST_CASE_METHOD(ByHand, "entries of the record that change places by their numbers hide nothing")
{
    recordSql("UPDATE change_row SET id = CASE id WHEN 1 THEN 1002 ELSE 1001 END"); // the first image as if it were the newest
    sql("UPDATE person SET (full_name, name_sort, name_fold, row_version) = (SELECT json_extract(after_json, '$.full_name'), json_extract(after_json, '$.name_sort'), "
        "json_extract(after_json, '$.name_fold'), json_extract(after_json, '$.row_version') FROM change_row WHERE op_id = 1)");
    const auto problems = storage::checkFile(open(OpenMode::ReadOnly)->reader());
    CHECK(has(problems, "check.row-changed"));
    CHECK(has(problems, "check.chain"));
}

TEST_CASE_METHOD(ByHand, "an entry or a step of it that was renumbered is a gap in the record")
{
    const auto breaks = [this] { return has(storage::checkFile(open(OpenMode::ReadOnly)->reader()), "check.chain"); };
    CHECK_FALSE(breaks());
    recordSql("UPDATE change_row SET id = -409520 WHERE id = 2");
    CHECK(breaks());
    recordSql("UPDATE change_row SET id = 2, seq = 7 WHERE op_id = 2");
    CHECK(breaks());
    recordSql("UPDATE change_row SET seq = 0 WHERE op_id = 2");
    CHECK_FALSE(breaks());
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A file of an earlier version is upgraded on opening, after a copy beside it, and everything in it is as it was.
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/regulation.h"
#include "domain/rule_pack.h"
#include "domain/submission.h"
#include "storage_support.h"

#include "storage/freeze.h"
#include "storage/repo/judgement_repo.h"
#include "storage/repo/paper_repo.h"

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;
using storage::OpenMode;

namespace {

/// A file as version 1 of the program left it: only the first migration, with a nomination whose verdict is kept, made by an
/// operation that can still be undone.
class VersionOne {
public:
    VersionOne()
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA application_id = " + std::to_string(applicationId()));
        REQUIRE(storage::migrate(database, {storage::shippedMigrations().front()}, kNow));
        database.exec("INSERT INTO file_meta (id, uid, created_at, app_version) VALUES (1, 'one', '2021-10-04T01:00:00Z', '0.1.0')");
        database.exec("INSERT INTO school_year (id, start_year, first_day, term2_start, last_day) VALUES (1, 2021, '2021-09-06', '2022-01-17', '2022-05-25')");
        database.exec("INSERT INTO rule_pack (id, hash, content, added_on) VALUES (1, 'abc', '{}', '2022-05-25')");
        database.exec("BEGIN");
        storage::Tx tx(database);
        tx.setLabel({"Bùi Quang Huy"});
        // By images, since the structs of today have columns that came later.
        tx.restore(domain::EntityKind::Person, 1, {},
                   R"({"id": 1, "row_version": 1, "uid": "huy", "full_name": "Bùi Quang Huy", "name_sort": ")"
                       + domain::storedSortKey(*PersonName::parse("Bùi Quang Huy"))
                       + R"(", "name_fold": "bui quang huy", "gender": null, "birth": null, "employed_from": null, "left_on": null, "contract": null, "note": ""})");
        tx.restore(domain::EntityKind::Nomination, 1, {},
                   R"({"id": 1, "row_version": 1, "school_year_id": 1, "person_id": 1, "honour": "lao-dong-tien-tien", "applicable_on": "2022-05-25", "name": "Bùi Quang Huy", "verdict": "{}", "pack_hash": "abc"})");
        storage::recordChanges(tx, doing(domain::Op::AddNomination));
        database.exec("COMMIT");
    }

    Scratch scratch;
    std::filesystem::path path = scratch / "one.thidua";

private:
    std::int32_t applicationId() const
    {
        REQUIRE(DataFile::create(scratch / "new.thidua", kNow));
        return SQLite::Database((scratch / "new.thidua").string()).execAndGet("PRAGMA application_id").getInt();
    }
};

/// The rows of version 1's tables by the columns it had, but for what an upgrade writes in another way: verdicts, their images, packs, hashes.
std::string rows(SQLite::Database& database)
{
    std::string out;
    for (const char* sql : {"SELECT id, row_version, uid, full_name, name_sort, name_fold FROM person",
                            "SELECT id, row_version, start_year, first_day, term2_start, last_day, state FROM school_year",
                            "SELECT id, row_version, hash, added_on FROM rule_pack", "SELECT uid FROM file_meta",
                            "SELECT id, op, target_op, user_name, at, label_args, reason, sensitive, schema_version FROM change_op",
                            "SELECT id, op_id, seq, entity, row_id FROM change_row", "SELECT * FROM change_row WHERE entity <> 'nomination'",
                            "SELECT id, row_version, school_year_id, person_id, honour, ground, applicable_on, state, name, override_reason FROM nomination"}) {
        SQLite::Statement statement(database, sql);
        while (statement.executeStep())
            for (int i = 0; i < statement.getColumnCount(); ++i)
                out += statement.getColumn(i).getString() + "|";
        out += "\n";
    }
    return out;
}

}

TEST_CASE_METHOD(VersionOne, "a file of version 1 is upgraded with everything as it was")
{
    std::string head;
    const auto before = [&] {
        SQLite::Database database(path.string());
        CHECK(storage::schemaVersion(database) == 1);
        head = database.execAndGet("SELECT hash FROM change_op").getString();
        return rows(database);
    }();
    CHECK(rows(DataFile::open(path, OpenMode::ReadOnly, kNow).value()->database()) == before); // to read, in memory alone
    const auto file = DataFile::open(path, OpenMode::ReadWrite, kNow).value();
    CHECK(storage::schemaVersion(file->database()) == storage::shippedMigrations().back().version);
    CHECK(rows(file->database()) == before);
    CHECK_FALSE(storage::firstBrokenEntry(file->reader()));
    const auto nominations = file->reader().all<domain::Nomination>();
    REQUIRE(nominations.size() == 1);
    CHECK_FALSE(nominations.front().data.verdict); // "{}" says none
    REQUIRE(nominations.front().data.judgement);
    CHECK(storage::repo::judgement(file->reader(), *nominations.front().data.judgement) == storage::repo::KeptJudgement{"{}", "", "abc"});
    CHECK(file->reader().all<domain::RulePack>().front().data.content == "{}");
    CHECK(file->reader().number("SELECT operations FROM record_conversion WHERE version = 3 AND old_head = ? AND new_head <> old_head", {head}) == 1);
    CHECK_THROWS_AS(file->reader().execute("DELETE FROM change_row"), SQLite::Exception);
    CHECK_THROWS_AS(file->reader().execute("UPDATE change_op SET user_name = 'x'"), SQLite::Exception);
    CHECK(file->reader().all<domain::Regulation>().empty());
    CHECK(file->reader().all<domain::RulePackUse>().empty());
}

TEST_CASE_METHOD(VersionOne, "a file of every schema that there was is read and upgraded")
{
    const auto newest = storage::shippedMigrations();
    for (std::size_t version = 1; version < newest.size(); ++version) {
        INFO("schema " << version);
        const auto old = scratch / ("schema-" + std::to_string(version) + ".thidua");
        std::filesystem::copy_file(path, old);
        {
            SQLite::Database database(old.string(), SQLite::OPEN_READWRITE);
            REQUIRE(storage::migrate(database, {newest.begin(), newest.begin() + static_cast<std::ptrdiff_t>(version)}, kNow));
        }
        CHECK(DataFile::open(old, OpenMode::ReadOnly, kNow));
        const auto opened = DataFile::open(old, OpenMode::ReadWrite, kNow);
        REQUIRE(opened);
        CHECK(storage::schemaVersion((*opened)->database()) == static_cast<int>(newest.size()));
        CHECK((*opened)->uid() == "one");
        CHECK((*opened)->reader().all<domain::Person>().size() == 1);
        CHECK_FALSE(storage::firstBrokenEntry((*opened)->reader()));
    }
}

namespace {

/// Undoes or redoes the operation whose turn it is.
void turnOne(DataFile& file, domain::Op op)
{
    const auto state = storage::undoState(file.reader());
    const auto entry = op == domain::Op::Undo ? state.undo : state.redo;
    REQUIRE(entry);
    auto context = doing(op);
    context.targetOp = entry->id;
    REQUIRE(file.write(context, [&](storage::Tx& tx) -> Result<void> {
        storage::turnBack(tx, *entry);
        return {};
    }));
}

}

TEST_CASE_METHOD(VersionOne, "what was done before the upgrade can still be undone and redone after it")
{
    const auto file = DataFile::open(path, OpenMode::ReadWrite, kNow).value();
    const auto before = dump(*file);
    const auto turn = [&](domain::Op op) { turnOne(*file, op); };
    turn(domain::Op::Undo);
    CHECK(file->reader().all<domain::Person>().empty());
    CHECK(file->reader().all<domain::Nomination>().empty());
    turn(domain::Op::Redo);
    CHECK(dump(*file) == before);
}

namespace {

/// A file of version 4 with a submission line, "8/9" in it, that was drafted and then removed again.
class VersionFour {
public:
    VersionFour()
    {
        REQUIRE(DataFile::create(scratch / "new.thidua", kNow));
        const auto mark = SQLite::Database((scratch / "new.thidua").string()).execAndGet("PRAGMA application_id").getInt();
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA application_id = " + std::to_string(mark));
        auto migrations = storage::shippedMigrations();
        migrations.resize(4);
        REQUIRE(storage::migrate(database, migrations, kNow));
        database.exec("INSERT INTO file_meta (id, uid, created_at, app_version) VALUES (1, 'four', '2021-10-04T01:00:00Z', '0.1.0');"
                      "INSERT INTO school_year (id, start_year, first_day, term2_start, last_day) VALUES (1, 2021, '2021-09-06', '2022-01-17', '2022-05-25');"
                      "INSERT INTO person (id, full_name, name_sort, name_fold) VALUES (1, 'Bùi Quang Huy', 'huy', 'huy');"
                      "INSERT INTO nomination (id, school_year_id, person_id, honour, applicable_on, name) VALUES (1, 1, 1, 'h', '2022-05-25', 'Bùi Quang Huy');"
                      "INSERT INTO submission (id, school_year_id, title) VALUES (1, 1, 'Về việc đề nghị')");
        const std::string line = R"({"id": 1, "row_version": 1, "uid": "l", "submission_id": 1, "seq": 1, "nomination_id": 1, "person_id": 1, "collective_id": null,)"
                                 R"("name": "Bùi Quang Huy", "post": "", "honour": "h", "votes": "8/9", "percent": "88,89", "achievement": "", "outcome": "waiting",)"
                                 R"("outcome_reason": "", "decision_id": null})";
        turn(database, domain::Op::DraftSubmission, {}, line);
        turn(database, domain::Op::RemoveSubmission, line, {});
    }

    Scratch scratch;
    std::filesystem::path path = scratch / "four.thidua";

private:
    static void turn(SQLite::Database& database, domain::Op op, const std::string& from, const std::string& to)
    {
        database.exec("BEGIN");
        storage::Tx tx(database);
        tx.restore(domain::EntityKind::SubmissionLine, 1, from, to);
        storage::recordChanges(tx, doing(op));
        database.exec("COMMIT");
    }
};

}

TEST_CASE_METHOD(VersionFour, "votes that stood as text come back as numbers when what removed them is undone after the upgrade")
{
    const auto file = DataFile::open(path, OpenMode::ReadWrite, kNow).value();
    CHECK_FALSE(storage::firstBrokenEntry(file->reader()));
    CHECK(file->reader().number("SELECT count(*) FROM record_conversion WHERE version = 5 AND operations = 2") == 1);
    const auto turn = [&](domain::Op op) { turnOne(*file, op); };
    turn(domain::Op::Undo);
    const auto lines = file->reader().all<domain::SubmissionLine>();
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().data.inFavour == 8);
    CHECK(lines.front().data.members == 9);
    turn(domain::Op::Undo);
    CHECK(file->reader().all<domain::SubmissionLine>().empty());
    turn(domain::Op::Redo);
    REQUIRE(file->reader().all<domain::SubmissionLine>().size() == 1);
    CHECK(file->reader().all<domain::SubmissionLine>().front().data == lines.front().data);
}

TEST_CASE("a meeting closed before tellers were named keeps its count, its ids and its seal, and asks for no paper of its own")
{
    const Scratch scratch;
    const auto path = scratch / "five.thidua";
    REQUIRE(DataFile::create(scratch / "new.thidua", kNow));
    const auto mark = SQLite::Database((scratch / "new.thidua").string()).execAndGet("PRAGMA application_id").getInt();
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA application_id = " + std::to_string(mark));
        auto migrations = storage::shippedMigrations();
        migrations.resize(5);
        REQUIRE(storage::migrate(database, migrations, kNow));
        storage::thaw(database);
        database.exec("INSERT INTO file_meta (id, uid, created_at, app_version) VALUES (1, 'five', '2021-10-04T01:00:00Z', '0.1.0');"
                      "INSERT INTO school_year (id, start_year, first_day, term2_start, last_day) VALUES (1, 2021, '2021-09-06', '2022-01-17', '2022-05-25');"
                      "INSERT INTO person (id, full_name, name_sort, name_fold) VALUES (1, 'Bùi Quang Huy', 'huy', 'huy');"
                      "INSERT INTO nomination (id, school_year_id, person_id, honour, applicable_on, name) VALUES (1, 1, 1, 'h', '2022-05-25', 'Bùi Quang Huy');"
                      "INSERT INTO council (id, kind, school_year_id, name, state) VALUES (1, 'emulation', 1, 'Hội đồng', 'established');"
                      "INSERT INTO council_member (id, council_id, seq, person_id, role) VALUES (1, 1, 1, 1, 'chair');"
                      "INSERT INTO meeting (id, council_id, school_year_id, title, held_on, state) VALUES (1, 1, 1, 'Họp', '2022-05-20', 'closed');"
                      "INSERT INTO attendance (id, meeting_id, member_id, present) VALUES (1, 1, 1, 1);"
                      "INSERT INTO tally (id, uid, meeting_id, nomination_id, issued, collected, valid, invalid, in_favour, passed, threshold_text) "
                      "VALUES (7, 'seven', 1, 1, 1, 1, 1, 0, 1, 1, 'cần từ 1/1');"
                      "INSERT INTO tally (id, meeting_id, nomination_id, issued, collected, valid, invalid, in_favour) VALUES (9, 1, 1, 1, 1, 1, 0, 1) "
                      "ON CONFLICT DO NOTHING");
        storage::freeze(database);
    }
    const auto file = DataFile::open(path, OpenMode::ReadWrite, kNow).value();
    const auto tallies = file->reader().all<domain::Tally>();
    REQUIRE(tallies.size() == 1);
    CHECK(tallies.front().id.value() == 7);
    CHECK(file->reader().number("SELECT count(*) FROM tally WHERE uid = 'seven'") == 1);
    CHECK(tallies.front().data.line == domain::BallotLine::of(domain::NominationId(1)));
    CHECK(tallies.front().data.inFavour == 1);
    CHECK(tallies.front().data.thresholdText == "cần từ 1/1");
    CHECK_FALSE(file->reader().all<domain::Attendance>().front().data.byLetter);
    CHECK_FALSE(file->reader().all<domain::Meeting>().front().data.chair);
    CHECK(file->reader().number("SELECT seq FROM sqlite_sequence WHERE name = 'tally'") >= 7);
    CHECK_THROWS(file->reader().execute("DELETE FROM tally", {}));
    CHECK_THROWS(file->reader().execute("INSERT INTO teller (meeting_id, seq, person_id) VALUES (1, 1, 1)", {}));
    for (const auto& place : storage::repo::papersWithoutContent(file->reader()))
        CHECK(place.paper != "count-minutes");
}

TEST_CASE("a regulation is a dated entry with a source and a reason")
{
    const Scratch scratch;
    const auto file = DataFile::create(scratch / "a.thidua", kNow).value();
    domain::Regulation entry;
    entry.target = "quota_co_so";
    entry.value = "\"12/100\"";
    entry.cite = "Điều 5";
    entry.reason = "Hội nghị thống nhất";
    entry.to = Date(2024, 12, 31);
    const auto write = [&](const domain::Regulation& row) {
        return file->write(doing(domain::Op::AddRegulation), [&](storage::Tx& tx) -> Result<void> {
            tx.insert(row);
            return {};
        });
    };
    REQUIRE(write(entry));
    CHECK(file->reader().all<domain::Regulation>().front().data == entry);
    for (const auto text : {&domain::Regulation::target, &domain::Regulation::value, &domain::Regulation::cite, &domain::Regulation::reason}) {
        auto broken = entry;
        (broken.*text).clear();
        CHECK(write(broken).error().key == "row.not-allowed");
    }
    auto broken = entry;
    broken.to = Date(1999, 12, 31);
    CHECK(write(broken).error().key == "row.not-allowed");
    CHECK(file->reader().all<domain::Regulation>().size() == 1);
}

TEST_CASE("a rehearsal shows what would be and leaves nothing behind")
{
    const Scratch scratch;
    const auto file = DataFile::create(scratch / "a.thidua", kNow).value();
    const auto before = dump(*file);
    std::size_t seen = 0;
    REQUIRE(file->rehearse([&](storage::Tx& tx) -> Result<void> {
        tx.insert(person("Bùi Quang Huy"));
        seen = tx.all<domain::Person>().size();
        return {};
    }));
    CHECK(seen == 1);
    CHECK(dump(*file) == before);
    CHECK(file->operationsWritten() == 0);
    CHECK(file->rehearse([](storage::Tx&) -> Result<void> { return fail(ErrorCode::NotFound, "row.not-found"); }).error().key == "row.not-found");
    REQUIRE(file->write(doing(domain::Op::AddStaff), [](storage::Tx& tx) -> Result<void> {
        tx.insert(person("Y Hiền"));
        return {};
    }));
}

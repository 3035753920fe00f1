// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/plan.h"
#include "storage/hash.h"
#include "storage_support.h"

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;
using storage::OpenMode;

TEST_CASE("a new file opens again with what was written")
{
    const Scratch scratch;
    {
        auto file = DataFile::create(scratch / "a.thidua", kNow);
        REQUIRE(file);
        const auto changes = (*file)->write(doing(domain::Op::AddStaff), [](storage::Tx& tx) -> Result<void> {
            tx.insert(person("Nguyễn Thị Hoa"));
            return {};
        });
        REQUIRE(changes);
        CHECK(changes->touches(domain::EntityKind::Person));
    }
    auto again = DataFile::open(scratch / "a.thidua", OpenMode::ReadOnly, kNow);
    REQUIRE(again);
    const auto people = (*again)->reader().all<domain::Person>();
    REQUIRE(people.size() == 1);
    CHECK(people.front().data.fullName == "Nguyễn Thị Hoa");
    CHECK(storage::schemaVersion((*again)->database()) == storage::shippedMigrations().back().version);
}

TEST_CASE("a file that is not ours is refused and left as it was")
{
    const Scratch scratch;
    const auto path = scratch / "list.xlsx";
    const auto open = [&] { return DataFile::open(path, OpenMode::ReadWrite, kNow); };
    SECTION("text")
    {
        std::ofstream(path) << "Họ và tên;Chức vụ\n";
    }
    SECTION("empty")
    {
        std::ofstream(path) << "";
    }
    SECTION("another program's SQLite file")
    {
        SQLite::Database other(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE t (a)");
    }
    const auto before = bytesOf(path);
    const auto file = open();
    REQUIRE_FALSE(file);
    CHECK(file.error().code == ErrorCode::FileCorrupt);
    CHECK(file.error().key == "file.not-ours");
    CHECK(bytesOf(path) == before);
}

TEST_CASE("missing files, folders and existing targets are named")
{
    const Scratch scratch;
    CHECK(DataFile::open(scratch / "none.thidua", OpenMode::ReadWrite, kNow).error().key == "file.not-found");
    CHECK(DataFile::open(scratch.folder(), OpenMode::ReadWrite, kNow).error().key == "file.is-folder");
    CHECK(DataFile::create(scratch.folder() / "no" / "a.thidua", kNow).error().key == "file.no-folder");
    REQUIRE(DataFile::create(scratch / "a.thidua", kNow));
    CHECK(DataFile::create(scratch / "a.thidua", kNow).error().key == "file.exists");
}

TEST_CASE("a file that a program has open is busy for every other one, to read as well")
{
    const Scratch scratch;
    const auto holder = DataFile::create(scratch / "a.thidua", kNow);
    REQUIRE(holder);
    for (const auto mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
        const auto second = DataFile::open(scratch / "a.thidua", mode, kNow);
        REQUIRE_FALSE(second);
        CHECK(second.error().code == ErrorCode::FileBusy);
    }
}

TEST_CASE("a newer file is refused with both versions named")
{
    const Scratch scratch;
    REQUIRE(DataFile::create(scratch / "a.thidua", kNow));
    {
        SQLite::Database raw((scratch / "a.thidua").string(), SQLite::OPEN_READWRITE);
        raw.exec("PRAGMA user_version = 99");
    }
    const auto file = DataFile::open(scratch / "a.thidua", OpenMode::ReadWrite, kNow);
    REQUIRE_FALSE(file);
    CHECK(file.error().code == ErrorCode::FileTooNew);
    CHECK(file.error().args.front() == "99");
}

TEST_CASE("a failing migration leaves the file at the version before")
{
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const std::vector<storage::Migration> good{{1, "0001_a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;"}};
    REQUIRE(storage::migrate(database, good, kNow));
    auto bad = good;
    bad.push_back({2, "0002_b.sql", "CREATE TABLE b (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE a (id INTEGER);"});
    CHECK_THROWS_AS(storage::migrate(database, bad, kNow), SQLite::Exception);
    CHECK(storage::schemaVersion(database) == 1);
    CHECK_FALSE(database.tableExists("b"));
}

TEST_CASE("a released migration never changes")
{
    std::ifstream stream(std::string(THIDUA_SOURCE) + "/migrations/checksums.txt");
    std::map<std::string, std::string> known;
    for (std::string hash, name; stream >> hash >> name;)
        known[name] = hash;
    REQUIRE(known.size() == storage::shippedMigrations().size());
    for (const auto& migration : storage::shippedMigrations()) {
        INFO(migration.name);
        CHECK(known[migration.name] == storage::sha256(migration.sql));
    }
}

TEST_CASE("what is issued cannot be changed, whoever tries")
{
    const Scratch scratch;
    auto file = DataFile::create(scratch / "a.thidua", kNow).value();
    const auto id = [&] {
        std::optional<domain::PlanId> made;
        REQUIRE(file->write(doing(domain::Op::CreatePlan), [&](storage::Tx& tx) -> Result<void> {
            domain::Plan plan;
            plan.kind = domain::PlanKind::Period;
            plan.fromYear = 2021;
            plan.toYear = 2025;
            plan.title = "Kế hoạch giai đoạn";
            plan.state = domain::PlanState::Issued;
            plan.number = {1, "", "KH-THMĐ", Date(2021, 9, 7)};
            made = tx.insert(plan);
            return {};
        }));
        return *made;
    }();
    const auto before = dump(*file);
    const auto changed = file->write(doing(domain::Op::EditPlan), [&](storage::Tx& tx) -> Result<void> {
        auto plan = tx.find<domain::Plan>(id)->data;
        plan.title = "Khác";
        tx.update(id, plan);
        return {};
    });
    REQUIRE_FALSE(changed);
    CHECK(changed.error().key == "row.frozen");
    CHECK(dump(*file) == before);
}

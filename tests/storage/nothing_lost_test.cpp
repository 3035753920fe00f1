// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a file, what is written by reading, and what becomes of a file that is restored, made or replaced.
#include "base/progress.h"
#include "storage/aside.h"
#include "storage/backup.h"
#include "storage/beside.h"
#include "storage_support.h"
#include "support/broken_write.h"
#include "support/fixture_file.h"

#include <chrono>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;
using storage::OpenMode;
namespace fs = std::filesystem;

namespace {

/// Name and bytes of everything in a folder.
std::map<std::string, std::string> everything(const fs::path& folder)
{
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::directory_iterator(folder))
        found[entry.path().filename().string()] = entry.is_regular_file() ? bytesOf(entry.path()) : "folder";
    return found;
}

int people(const fs::path& path)
{
    auto file = DataFile::open(path, OpenMode::ReadOnly, kNow);
    REQUIRE(file);
    return static_cast<int>((*file)->reader().all<domain::Person>().size());
}

void add(const fs::path& path, const std::string& name)
{
    auto file = DataFile::open(path, OpenMode::ReadWrite, kNow);
    REQUIRE(file);
    REQUIRE((*file)->write(doing(domain::Op::AddStaff), [&](storage::Tx& tx) -> Result<void> {
        tx.insert(person(name));
        return {};
    }));
}

/// A folder of its own with one school file of one person.
struct Place {
    Scratch scratch;
    fs::path folder = scratch / "truong";
    fs::path path = folder / "a.thidua";

    Place()
    {
        fs::create_directory(folder);
        REQUIRE(DataFile::create(path, kNow));
        add(path, "Một");
    }
    fs::path backup(const char* name)
    {
        auto file = DataFile::open(path, OpenMode::ReadOnly, kNow);
        REQUIRE(file);
        REQUIRE(storage::backup(**file, scratch / name));
        return scratch / name;
    }
};

struct NoMoves {
    explicit NoMoves(std::function<bool(const fs::path&, const fs::path&)> refuse) { storage::platform::setMoveFault(std::move(refuse)); }
    ~NoMoves() { storage::platform::setMoveFault({}); }
};

}

TEST_CASE("reading an older file upgrades nothing and leaves nothing")
{
    const auto version = GENERATE(1, 2);
    const Scratch scratch;
    const auto folder = scratch / "truong";
    fs::create_directory(folder);
    const auto path = folder / "cu.thidua";
    unpackFixture("mang-den-schema-" + std::to_string(version) + ".thidua", path);
    const auto before = everything(folder);
    auto file = DataFile::open(path, OpenMode::ReadOnly, kNow);
    REQUIRE(file);
    CHECK((*file)->storedVersion() == version);
    CHECK((*file)->reader().all<domain::Person>().size() == 32);
    const auto copy = storage::backup(**file, scratch / "ban-sao.thidua");
    REQUIRE(copy);
    CHECK(copy->schemaVersion == version); // as it is, not as this program would have it
    CHECK((*file)->write(doing(domain::Op::AddStaff), [](storage::Tx&) -> Result<void> { return {}; }).error().code == ErrorCode::ReadOnly);
    file->reset();
    CHECK(storage::verify(path));
    CHECK(everything(folder) == before);
}

TEST_CASE("an upgrade that fails again and again leaves one copy")
{
    const Scratch scratch;
    const auto folder = scratch / "truong";
    fs::create_directory(folder);
    const auto path = folder / "cu.thidua";
    unpackFixture("mang-den-schema-2.thidua", path);
    {
        SQLite::Database raw(path.string(), SQLite::OPEN_READWRITE);
        raw.exec("INSERT INTO schema_migration (version, name, sha256, applied_at, app_version) VALUES (3, 'x', 'x', 'x', 'x')"); // the third wants this row
    }
    for (int i = 0; i < 3; ++i)
        CHECK_FALSE(DataFile::open(path, OpenMode::ReadWrite, kNow));
    CHECK(everything(folder).size() == 2);
}

TEST_CASE("names that SQLite would not take for a file are refused")
{
    const Place place;
    for (const std::string name : {"", ":memory:", "file:a.thidua?mode=memory"}) {
        INFO(name);
        for (const auto mode : {OpenMode::ReadOnly, OpenMode::ReadWrite})
            CHECK(DataFile::open(name, mode, kNow).error().key == "file.bad-name");
        CHECK(DataFile::create(name, kNow).error().key == "file.bad-name");
        CHECK(storage::verify(name).error().key == "file.bad-name");
        CHECK(storage::restore(place.path, name, true, "s").error().key == "file.bad-name");
        auto file = DataFile::open(place.path, OpenMode::ReadOnly, kNow);
        CHECK(storage::backup(**file, name).error().key == "file.bad-name");
    }
}

TEST_CASE("a pipe is no school file, and nobody waits for it")
{
    const Place place;
    const auto pipe = place.scratch / "ong.thidua";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(DataFile::open(pipe, OpenMode::ReadOnly, kNow).error().key == "file.not-regular");
    CHECK(storage::verify(pipe).error().key == "file.not-regular");
    CHECK(storage::restore(place.path, pipe, true, "s").error().key == "file.not-regular");
}

TEST_CASE("a write that broke off is read as it was before, with nothing touched")
{
    Place place;
    breakOff(place.path);
    REQUIRE(storage::needsRecovery(place.path));
    const auto before = everything(place.folder);
    CHECK(people(place.path) == 1);
    CHECK(storage::verify(place.path));
    CHECK(storage::verify(place.backup("ban-sao.thidua")));
    CHECK(people(place.scratch / "ban-sao.thidua") == 1);
    CHECK(everything(place.folder) == before);
    add(place.path, "Hai"); // opening for writing takes it back in its place
    CHECK(people(place.path) == 2);
    CHECK(everything(place.folder).size() == 1);
}

TEST_CASE("a write that broke off is read through a link as well: what SQLite left lies beside the file itself")
{
    Place place;
    const bool wal = GENERATE(false, true);
    if (wal)
        leaveInWal(place.path, "UPDATE person SET full_name = 'Từ WAL'");
    else
        breakOff(place.path);
    const auto link = place.scratch / "lien-ket.thidua";
    fs::create_symlink(place.path, link);
    const auto before = everything(place.folder);
    CHECK(storage::needsRecovery(link));
    CHECK(people(link) == 1);
    CHECK(storage::verify(link));
    CHECK(storage::restore(link, place.scratch / "moi.thidua", false, "s"));
    CHECK(people(place.scratch / "moi.thidua") == 1);
    CHECK(everything(place.folder) == before);
    add(link, "Hai");
    CHECK(people(place.path) == 2);
}

TEST_CASE("where nothing can be written, the sentence about a broken write does no harm")
{
    if (::geteuid() == 0)
        return; // rights do not bind this user: docs/reliability.md has the command for another one
    Place place;
    breakOff(place.path);
    const bool folder = GENERATE(false, true);
    const auto what = folder ? place.folder : place.path;
    fs::permissions(what, folder ? fs::perms::owner_read | fs::perms::owner_exec : fs::perms::owner_read);
    CHECK(people(place.path) == 1);
    CHECK(storage::verify(place.path));
    const auto opened = DataFile::open(place.path, OpenMode::ReadWrite, kNow);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().key == "file.journal-read-only");
    fs::permissions(what, fs::perms::owner_all);
}

TEST_CASE("no new file lands beside the journal of another one")
{
    Place place;
    const auto copy = place.backup("ban-sao.thidua");
    breakOff(place.path);
    const auto bytes = bytesOf(place.path);
    fs::remove(place.path); // the file is lost, its journal is still there
    CHECK(storage::restore(copy, place.path, false, "s").error().key == "file.journal-beside");
    CHECK(DataFile::create(place.path, kNow).error().key == "file.journal-beside");
    auto file = DataFile::open(copy, OpenMode::ReadOnly, kNow);
    CHECK(storage::backup(**file, place.path).error().key == "file.journal-beside");
    file->reset();
    const auto kept = storage::restore(copy, place.path, true, "s");
    REQUIRE(kept);
    CHECK(storage::journalsOf(place.path).empty());
    CHECK(storage::journalsOf(*kept).size() == 1);
    CHECK(people(place.path) == 1);
}

TEST_CASE("restoring over a file with a broken write keeps that file whole")
{
    Place place;
    const auto copy = place.backup("ban-sao.thidua");
    add(place.path, "Hai");
    breakOff(place.path);
    const auto kept = storage::restore(copy, place.path, true, "s");
    REQUIRE(kept);
    CHECK(people(place.path) == 1);
    CHECK(people(*kept) == 2);
    CHECK(storage::journalsOf(place.path).empty());
}

TEST_CASE("a file that another program left in WAL mode loses nothing by backup and restore")
{
    Place place;
    leaveInWal(place.path, "INSERT INTO person (uid, full_name, name_sort, name_fold) VALUES ('w', 'Wal', 'wal', 'wal')");
    const auto before = everything(place.folder);
    REQUIRE(before.contains("a.thidua-wal"));
    CHECK(people(place.path) == 2);
    const auto copy = place.backup("ban-sao.thidua");
    CHECK(people(copy) == 2);
    CHECK(everything(place.folder) == before);
    SECTION("restoring from it")
    {
        REQUIRE(storage::restore(place.path, place.scratch / "moi.thidua", false, "s"));
        CHECK(people(place.scratch / "moi.thidua") == 2);
        CHECK(everything(place.folder) == before);
    }
    SECTION("restoring over it")
    {
        const auto kept = storage::restore(copy, place.path, true, "s");
        REQUIRE(kept);
        CHECK(people(*kept) == 2);
        CHECK(storage::journalsOf(place.path).empty());
    }
    SECTION("opening it")
    {
        add(place.path, "Ba");
        CHECK(people(place.path) == 3);
        CHECK(everything(place.folder).size() == 1);
    }
}

TEST_CASE("a file that another program left in WAL mode, whole, is read with nothing made beside it")
{
    Place place;
    SQLite::Database(place.path.string(), SQLite::OPEN_READWRITE).execAndGet("PRAGMA journal_mode = WAL");
    const auto before = everything(place.folder);
    REQUIRE(before.size() == 1);
    CHECK(people(place.path) == 1);
    CHECK(storage::verify(place.path));
    CHECK(people(place.backup("ban-sao.thidua")) == 1);
    CHECK(everything(place.folder) == before);
}

TEST_CASE("two restores in one second keep both files")
{
    Place place;
    const auto copy = place.backup("ban-sao.thidua");
    add(place.path, "Hai");
    const auto first = storage::restore(copy, place.path, true, "s");
    add(place.path, "Khác");
    add(place.path, "Nữa");
    const auto second = storage::restore(copy, place.path, true, "s");
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*first != *second);
    CHECK(people(*first) == 2);
    CHECK(people(*second) == 3);
}

TEST_CASE("a move that fails leaves everything as it was, whichever it is")
{
    Place place;
    const auto copy = place.backup("ban-sao.thidua");
    add(place.path, "Hai");
    const bool broken = GENERATE(false, true); // with a journal beside, the old file is moved instead of named twice
    if (broken) {
        breakOff(place.path);
        truncateTo(place.path, 60);
    }
    const auto before = everything(place.folder);
    int moves = 0;
    for (int failing = 1; failing < 10; ++failing) {
        moves = 0;
        const NoMoves fault([&](const auto&, const auto&) { return ++moves == failing; });
        const auto restored = storage::restore(copy, place.path, true, "s");
        if (restored)
            break;
        INFO("failing move " << failing);
        CHECK(restored.error().key == "file.io");
        CHECK(everything(place.folder) == before);
    }
    CHECK(moves >= 1);
    CHECK(people(place.path) == 1);
}

TEST_CASE("a restoring that is stopped has moved nothing, and one that was stopped too late is done")
{
    Place place;
    const auto copy = place.backup("ban-sao.thidua");
    add(place.path, "Hai");
    const auto before = everything(place.folder);
    Progress stopped;
    stopped.stop();
    CHECK(storage::restore(copy, place.path, true, "s", &stopped).error().key == "work.stopped");
    CHECK(everything(place.folder) == before);
    for (int wait = 0; wait < 40; ++wait) {
        Progress progress;
        std::thread hand([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(wait));
            progress.stop();
        });
        const auto restored = storage::restore(copy, place.path, true, "s", &progress);
        hand.join();
        INFO("stopped after " << wait << " ms");
        if (restored) {
            CHECK(people(place.path) == 1);
            CHECK(people(*restored) == 2);
            fs::rename(*restored, place.path);
        } else {
            CHECK(restored.error().key == "work.stopped");
        }
        CHECK(everything(place.folder) == before);
    }
}

TEST_CASE("a move that cannot be taken back is said, with the name the old file has")
{
    Place place;
    const auto copy = place.backup("ban-sao.thidua");
    breakOff(place.path);
    truncateTo(place.path, 60);
    const auto old = bytesOf(place.path);
    bool first = true;
    const NoMoves fault([&](const auto&, const auto&) { return !std::exchange(first, false); });
    const auto restored = storage::restore(copy, place.path, true, "s");
    REQUIRE_FALSE(restored);
    CHECK(restored.error().key == "restore.half");
    CHECK(bytesOf(place.folder / restored.error().args.at(1)) == old);
}

TEST_CASE("a file that is cut off is replaced by its backup")
{
    Place place;
    const auto copy = place.backup("ban-sao.thidua");
    const auto size = GENERATE(0, 60, 100, 5000, 20000);
    truncateTo(place.path, size);
    const auto kept = storage::restore(copy, place.path, true, "s");
    REQUIRE(kept);
    CHECK(fs::file_size(*kept) == static_cast<std::uintmax_t>(size));
    CHECK(people(place.path) == 1);
}

TEST_CASE("what must not be replaced is not")
{
    Place place;
    const auto copy = place.backup("ban-sao.thidua");
    fs::create_directory(place.folder / "thu-muc.thidua");
    CHECK(storage::restore(copy, place.folder / "thu-muc.thidua", true, "s").error().key == "file.is-folder");
    {
        SQLite::Database raw(copy.string(), SQLite::OPEN_READWRITE);
        raw.exec("PRAGMA user_version = 99");
    }
    const auto before = everything(place.folder);
    const auto newer = storage::restore(copy, place.path, true, "s");
    REQUIRE_FALSE(newer);
    CHECK(newer.error().code == ErrorCode::FileTooNew);
    CHECK(everything(place.folder) == before);
}

TEST_CASE("a link to the file stays a link")
{
    Place place;
    const auto copy = place.backup("ban-sao.thidua");
    fs::create_symlink(place.path, place.scratch / "lien-ket.thidua");
    REQUIRE(storage::restore(copy, place.scratch / "lien-ket.thidua", true, "s"));
    CHECK(fs::is_symlink(place.scratch / "lien-ket.thidua"));
    CHECK(people(place.path) == 1);
}

TEST_CASE("what killed programs left goes at the next start, what living ones make stays")
{
    Place place;
    const auto left = place.folder / ".ban-sao.thidua.0123abcd.tmp";
    for (const char* ending : {"", "-journal", "-claim"})
        std::ofstream(left.string() + ending) << "half";
    std::ofstream(place.folder / ".ghi-chu.txt.0123abcd.tmp") << "of somebody else";
    const storage::Aside living(place.folder / "moi.thidua");
    std::ofstream(living.path()) << "half";
    DataFile::open(place.path, OpenMode::ReadWrite, kNow).value().reset();
    CHECK_FALSE(fs::exists(left));
    CHECK_FALSE(fs::exists(left.string() + "-journal"));
    CHECK_FALSE(fs::exists(left.string() + "-claim"));
    CHECK(fs::exists(place.folder / ".ghi-chu.txt.0123abcd.tmp"));
    CHECK(fs::exists(living.path()));
    std::ofstream(place.folder / ".sao.bak.0123abcd.tmp") << "half";
    auto file = DataFile::open(place.path, OpenMode::ReadOnly, kNow);
    REQUIRE(storage::backup(**file, place.folder / "sao.bak"));
    CHECK_FALSE(fs::exists(place.folder / ".sao.bak.0123abcd.tmp")); // of the same target, whatever its ending
}

TEST_CASE("a file without a row about itself was never finished")
{
    Place place;
    const auto half = place.scratch / "do-dang.thidua";
    {
        SQLite::Database made(place.path.string(), SQLite::OPEN_READONLY);
        SQLite::Database raw(half.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        raw.exec("PRAGMA application_id = " + made.execAndGet("PRAGMA application_id").getString());
        REQUIRE(storage::migrate(raw, storage::shippedMigrations(), kNow));
    }
    for (const auto mode : {OpenMode::ReadOnly, OpenMode::ReadWrite})
        CHECK(DataFile::open(half, mode, kNow).error().key == "file.half-made");
}

TEST_CASE("a file that is replaced, moved or deleted while it is open is noticed before anything is written")
{
    Place place;
    const auto early = place.backup("sang.thidua");
    auto file = DataFile::open(place.path, OpenMode::ReadWrite, kNow).value();
    const auto write = [&](const std::string& name) {
        return file->write(doing(domain::Op::AddStaff), [&](storage::Tx& tx) -> Result<void> {
            tx.insert(person(name));
            return {};
        });
    };
    REQUIRE(write("Hai"));
    CHECK(file->stillThere());
    std::string wanted;
    SECTION("deleted")
    {
        fs::remove(place.path);
        wanted = "file.gone";
    }
    SECTION("moved")
    {
        fs::rename(place.path, place.folder / "b.thidua");
        wanted = "file.gone";
    }
    SECTION("its folder moved")
    {
        fs::rename(place.folder, place.scratch / "khac");
        wanted = "file.gone";
    }
    SECTION("another file renamed into its place")
    {
        fs::copy_file(early, place.folder / "c.thidua");
        fs::rename(place.folder / "c.thidua", place.path);
        wanted = "file.replaced";
    }
    SECTION("written over in place")
    {
        std::ofstream(place.path, std::ios::binary | std::ios::trunc) << bytesOf(early);
        wanted = "file.replaced";
    }
    SECTION("emptied")
    {
        std::ofstream(place.path, std::ios::trunc).flush();
        wanted = "file.replaced";
    }
    const auto there = file->stillThere();
    REQUIRE_FALSE(there);
    CHECK(there.error().key == wanted);
    const auto before = fs::exists(place.path) ? bytesOf(place.path) : std::string();
    const auto written = write("Ba");
    REQUIRE_FALSE(written);
    CHECK(written.error().key == wanted);
    CHECK((fs::exists(place.path) ? bytesOf(place.path) : std::string()) == before);
}

TEST_CASE("an older state of the very session, copied over in place, is noticed as well")
{
    Place place;
    auto file = DataFile::open(place.path, OpenMode::ReadWrite, kNow).value();
    const auto write = [&](const std::string& name) {
        return file->write(doing(domain::Op::AddStaff), [&](storage::Tx& tx) -> Result<void> {
            tx.insert(person(name));
            return {};
        });
    };
    REQUIRE(write("Hai"));
    const auto earlier = bytesOf(place.path);
    REQUIRE(write("Ba"));
    const auto size = bytesOf(place.path).size();
    CHECK(size == earlier.size()); // SQLite's own counter and size are the same in both
    {
        std::fstream stream(place.path, std::ios::in | std::ios::out | std::ios::binary);
        stream << earlier;
    }
    CHECK(file->stillThere().error().key == "file.replaced");
}

TEST_CASE("a file that comes back is written to again")
{
    Place place;
    auto file = DataFile::open(place.path, OpenMode::ReadWrite, kNow).value();
    fs::rename(place.path, place.folder / "b.thidua");
    CHECK_FALSE(file->stillThere());
    fs::rename(place.folder / "b.thidua", place.path);
    CHECK(file->stillThere());
    fs::last_write_time(place.path, fs::last_write_time(place.path) + std::chrono::hours(1)); // a share that tells the time its own way
    CHECK(file->stillThere());
    SECTION("and its present state can be saved while it is away")
    {
        fs::remove(place.path);
        REQUIRE(storage::backup(*file, place.scratch / "hien-trang.thidua"));
        CHECK(people(place.scratch / "hien-trang.thidua") == 1);
    }
}

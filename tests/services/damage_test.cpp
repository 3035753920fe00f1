// SPDX-License-Identifier: GPL-3.0-or-later
// Damage of every kind: to the bytes of a backup, to texts in a file, to the end of its record, to the register of backups.
#include "domain/people.h"
#include "services/core/backup_service.h"
#include "services/core/file_check.h"
#include "services/core/school_summary.h"
#include "services/sample_school.h"
#include "storage/anchors.h"
#include "storage/backup_register.h"
#include "storage/change_log.h"
#include "storage/content_hash.h"
#include "storage/data_file.h"
#include "storage/migrator.h"
#include "storage/platform.h"
#include "support/sample_file.h"
#include "support/share.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <map>
#include <random>

using namespace thidua;
using namespace thidua::test;
using services::BackupService;
using services::SchoolFile;
namespace fs = std::filesystem;

namespace {

const FixedClock kClock{Date(2022, 9, 23)};
constexpr unsigned kSeed = 20'261'130;

/// The sample's file, closed, and a backup of it, with a register of their own.
struct Backed {
    Backed()
    {
        fs::create_directories(scratch / "usb");
        fs::copy_file(sampleFile(Date(2022, 9, 23)), path);
        auto file = open();
        REQUIRE(BackupService::backupTo(*file, copy));
    }

    std::unique_ptr<SchoolFile> open(SchoolFile::Mode mode = SchoolFile::Mode::ReadWrite) const { return SchoolFile::open(path, mode, kClock, {"Lan"}, SchoolFile::Rules::WhenAsked).value(); }
    services::CheckReport report() const { return services::checkSchoolFile(*open(SchoolFile::Mode::ReadOnly)).value(); }

    Scratch scratch;
    fs::path path = scratch / "truong.thidua";
    fs::path copy = scratch / "usb" / "ban-sao.thidua";
};

void write(const fs::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// One damage after the other, the same in every run.
std::string damaged(const std::string& sound, int which, std::mt19937& random)
{
    const auto any = [&random](std::size_t below) { return static_cast<std::size_t>(random() % static_cast<std::uint32_t>(below)); };
    constexpr std::size_t kPage = storage::kPageBytes;
    auto bytes = sound;
    while (bytes == sound) {
        const auto at = any(bytes.size());
        switch (which % 8) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << any(8))); break;
        case 1: bytes[at] = static_cast<char>(any(256)); break;
        case 2: bytes.replace(at, std::min<std::size_t>(16, bytes.size() - at), std::min<std::size_t>(16, bytes.size() - at), '\0'); break;
        case 3:
            for (std::size_t i = at; i < std::min(at + 512, bytes.size()); ++i)
                bytes[i] = static_cast<char>(any(256));
            break;
        case 4: bytes.resize(at); break;
        case 5: bytes += std::string(1 + any(2000), static_cast<char>(any(256))); break;
        case 6: { // two pages change places
            const auto one = any(bytes.size() / kPage) * kPage, other = any(bytes.size() / kPage) * kPage;
            const auto page = bytes.substr(one, kPage);
            bytes.replace(one, kPage, bytes.substr(other, kPage));
            bytes.replace(other, kPage, page);
            break;
        }
        default: { // a page is lost
            const auto one = any(bytes.size() / kPage) * kPage;
            bytes.replace(one, kPage, kPage, '\0');
        }
        }
    }
    return bytes;
}

}

constexpr int kDamagesTried = 120 / kOneIn;

TEST_CASE_METHOD(Backed, "of 120 random damages to a backup none passes")
{
    const auto sound = bytesOf(copy);
    const auto fine = BackupService::verify(copy);
    REQUIRE(fine);
    CHECK(fine->sealed);
    CHECK(fine->problems == std::vector<std::string>());
    std::mt19937 random(kSeed);
    std::map<std::string, int> answers;
    int passed = 0;
    for (int i = 0; i < kDamagesTried; ++i) {
        INFO("damage " << i);
        write(copy, damaged(sound, i, random));
        const auto verified = BackupService::verify(copy);
        passed += verified && verified->problems.empty() ? 1 : 0;
        if (!verified) {
            CHECK(verified.error().code != ErrorCode::Internal);
            ++answers[verified.error().key];
        }
        CHECK_FALSE(storage::restore(copy, scratch / "neu.thidua", false, "s"));
        CHECK_FALSE(fs::exists(scratch / "neu.thidua"));
    }
    CHECK(passed == 0);
    std::string summary;
    for (const auto& [key, count] : answers)
        summary += " " + key + " " + std::to_string(count);
    WARN("damages of a backup: " << kDamagesTried << ", passed: " << passed << ";" << summary);
}

TEST_CASE_METHOD(Backed, "a damaged file that is worked in is answered, and named where what it says has changed")
{
    open(); // closed again at once
    const auto sound = bytesOf(path);
    std::string content;
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READONLY);
        content = storage::contentHash(database);
    }
    std::mt19937 random(kSeed + 1);
    int tried = 0, refused = 0, named = 0, nothingChanged = 0, missed = 0;
    for (int i = 0; i < kDamagesTried; ++i) {
        INFO("damage " << i);
        write(path, damaged(sound, i, random));
        ++tried;
        const auto opened = SchoolFile::open(path, SchoolFile::Mode::ReadOnly, kClock, {"Lan"}, SchoolFile::Rules::WhenAsked);
        if (!opened) {
            CHECK(opened.error().code != ErrorCode::Internal);
            ++refused;
            continue;
        }
        const auto report = services::checkSchoolFile(**opened);
        if (!report)
            CHECK(report.error().code != ErrorCode::Internal);
        if (!report || !report->problems.empty()) {
            ++named;
            continue;
        }
        SQLite::Database database(path.string(), SQLite::OPEN_READONLY);
        (storage::contentHash(database) == content ? nothingChanged : missed)++;
    }
    CHECK(missed == 0);
    WARN("damages of a file that is worked in: " << tried << ", not opened: " << refused << ", named: " << named << ", in empty places: " << nothingChanged << ", missed: " << missed);
}

TEST_CASE_METHOD(Backed, "a text that is no UTF-8 or no JSON, in whatever column, stops no check and is named")
{
    auto file = open();
    auto& database = file->data().database();
    std::vector<std::string> triggers;
    SQLite::Statement names(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    while (names.executeStep())
        triggers.push_back(names.getColumn(0).getString());
    names.reset();
    for (const auto& name : triggers)
        database.exec("DROP TRIGGER \"" + name + "\"");
    database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    const auto before = services::checkSchoolFile(*file)->problems.size();
    struct Place {
        std::string table, column;
    };
    std::vector<Place> places;
    SQLite::Statement columns(database, "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type = 'TEXT' ORDER BY 1, 2");
    while (columns.executeStep())
        places.push_back({columns.getColumn(0).getString(), columns.getColumn(1).getString()});
    columns.reset();
    int tried = 0;
    // Outside the record stand the versions that made and upgraded the file; nothing is decided by them.
    const std::vector<std::string> quiet{"schema_migration.app_version", "schema_migration.applied_at", "schema_migration.name", "file_meta.app_version", "file_meta.created_at",
                                         "file_meta.uid", "judgement.honour", "rule_pack.added_on"};
    for (std::size_t at = 0; at < places.size(); at += kOneIn) {
        const auto& place = places[at];
        INFO(place.table << "." << place.column);
        database.exec("SAVEPOINT probe");
        const int changed = database.exec("UPDATE OR IGNORE " + place.table + " SET \"" + place.column + "\" = CAST(x'7B22FF' AS TEXT) WHERE rowid = (SELECT max(rowid) FROM "
                                          + place.table + ")");
        if (changed > 0) {
            ++tried;
            const auto report = services::checkSchoolFile(*file);
            REQUIRE(report);
            if (std::ranges::find(quiet, place.table + "." + place.column) == quiet.end())
                CHECK(report->problems.size() > before);
            CHECK_NOTHROW(file->undoNames());
            const auto summary = file->summary();
            CHECK((summary || summary.error().code == ErrorCode::FileCorrupt));
            CHECK_NOTHROW(BackupService::age(*file));
            // Undo opens a transaction of its own, which this probe cannot hold: tests/storage/truth_test.cpp tries what it reads.
        }
        database.exec("ROLLBACK TO probe; RELEASE probe");
    }
    WARN("columns with a broken text: " << tried << ", stopped the check: 0");
    CHECK(tried > 150 / kOneIn);
}

TEST_CASE_METHOD(Backed, "a register of backups of another shape is read as far as it goes")
{
    const auto uid = open()->data().uid();
    const auto place = storage::platform::appDataFolder() / "backups.json";
    const std::string shapes[] = {"", "[]", "null", "{", "{\"backups\": {}}", "{\"backups\": \"x\", \"paths\": []}", "{\"backups\": [1, \"x\", null, [], {\"file\": 1}]}",
                                  "{\"backups\": [{\"file\": \"" + uid + "\", \"path\": 7, \"at\": {}, \"operations\": \"viele\", \"head\": []}]}",
                                  "{\"paths\": {\"" + path.string() + "\": 7}}", "{\"restored\": 1, \"backups\": [{\"file\": \"" + uid + "\xff\"}]}"};
    for (const auto& shape : shapes) {
        INFO(shape);
        write(place, shape);
        CHECK_NOTHROW(storage::backupRegister(uid));
        CHECK_NOTHROW(storage::newestBackup(uid));
        CHECK_NOTHROW(storage::newestBackupOfPath(path));
        CHECK_NOTHROW(storage::restoredNotes(uid));
        CHECK_NOTHROW(BackupService::age(*open()));
        CHECK(report().problems == std::vector<std::string>());
        storage::BackupInfo info;
        info.fileUid = uid;
        info.path = copy;
        info.operations = 5;
        CHECK(storage::noteBackup(info, "2022-09-23T01:00:00Z"));
        CHECK(std::ranges::any_of(storage::backupRegister(uid), [](const auto& record) { return record.operations == 5; }));
    }
}

namespace {

bool says(const std::vector<std::string>& sentences, const std::string& words)
{
    return std::ranges::any_of(sentences, [&words](const auto& one) { return one.find(words) != std::string::npos; });
}

void addPerson(SchoolFile& file, const std::string& name, const std::string& at = "2022-09-24T01:00:00Z")
{
    domain::Person row;
    row.uid = newUid();
    row.fullName = name;
    REQUIRE(file.data().write({domain::Op::AddStaff, "Lan", at, {}, std::nullopt}, [&](storage::Tx& tx) -> Result<void> {
        tx.insert(row);
        return {};
    }));
}

}

TEST_CASE_METHOD(Backed, "a record that was cut is found by the backups that know more, here or beside the file")
{
    const auto old = bytesOf(path);
    addPerson(*open(), "Y Hiền");
    REQUIRE(BackupService::backupTo(*open(), scratch / "usb" / "moi.thidua"));
    CHECK(report().problems == std::vector<std::string>());
    CHECK(report().provenUpTo == report().operations);
    write(path, old); // consistent in itself: rows and record end one entry earlier
    CHECK(says(report().problems, "Nhật ký dừng ở mục"));
    // Another machine, which knows nothing, but the backup lies beside.
    fs::remove(storage::platform::appDataFolder() / "backups.json");
    CHECK(report().problems == std::vector<std::string>());
    CHECK(says(report().notes, "không giữ mốc nào"));
    fs::copy_file(scratch / "usb" / "moi.thidua", scratch / "moi.thidua");
    CHECK(says(report().problems, "Nhật ký dừng ở mục"));
    // An older backup is no cut record.
    const auto verified = BackupService::verify(copy);
    REQUIRE(verified);
    CHECK(verified->problems == std::vector<std::string>());
}

TEST_CASE_METHOD(Backed, "a record that was rewritten whole, hashes and all, is found by an anchor, and without one the check says that it cannot")
{
    {
        const auto file = open();
        auto& database = file->data().database();
        database.exec("DROP TRIGGER freeze_change_op_UPDATE; DROP TRIGGER change_op_no_update");
        database.exec("UPDATE change_op SET user_name = 'Người Khác' WHERE id = 3");
        storage::chainAgain(file->data().reader());
        database.exec("CREATE TRIGGER change_op_no_update BEFORE UPDATE ON change_op BEGIN SELECT RAISE(ABORT, 'append-only'); END");
        database.exec("CREATE TRIGGER freeze_change_op_UPDATE BEFORE UPDATE ON change_op WHEN 1 AND NOT ((NEW.id IS OLD.id)) BEGIN SELECT RAISE(ABORT, 'frozen'); END");
    }
    const auto found = report();
    CHECK(says(found.problems, "không phải là mục mà"));
    CHECK_FALSE(says(found.problems, "không khớp từ mục"));
    fs::remove_all(scratch / "usb");
    fs::remove(storage::platform::appDataFolder() / "backups.json");
    CHECK_FALSE(says(report().problems, "không phải là mục mà"));
    CHECK(says(report().notes, "không giữ mốc nào"));
}

TEST_CASE_METHOD(Backed, "a file that was restored is sound, and goes on as one that is worked in")
{
    addPerson(*open(), "Y Hiền");
    REQUIRE(BackupService::backupTo(*open(), scratch / "usb" / "moi.thidua"));
    REQUIRE(BackupService::restore(copy, path, true, FixedClock(Date(2022, 10, 1))));
    CHECK(report().problems == std::vector<std::string>());
    CHECK(says(report().notes, "Tệp được phục hồi"));
    CHECK_FALSE(report().sealed);
    addPerson(*open(), "Người Sau");
    CHECK(report().problems == std::vector<std::string>());
    CHECK(fs::file_size(path) % storage::kPageBytes == 0);
}

TEST_CASE_METHOD(Backed, "what a restoring of an older backup moved out of the way is sound, whatever the restored file goes on to, and so is going back to it")
{
    const auto problemsOf = [](const fs::path& file) { return BackupService::verify(file).value().problems; };
    const std::vector<std::string> none;
    addPerson(*open(), "Người Trước");
    const auto before = scratch / "usb" / "truoc.thidua";
    REQUIRE(BackupService::backupTo(*open(), before));
    addPerson(*open(), "Người Trước Nữa");
    const auto kept = BackupService::restore(copy, path, true, FixedClock(Date(2022, 10, 1))).value();
    CHECK(problemsOf(kept) == none);
    for (const char* at : {"2022-10-02T01:00:00Z", "2022-10-03T01:00:00Z", "2022-10-04T01:00:00Z"})
        addPerson(*open(), "Người Sau", at);
    const auto after = scratch / "usb" / "sau.thidua";
    REQUIRE(BackupService::backupTo(*open(), after));
    CHECK(problemsOf(kept) == none);
    CHECK(says(BackupService::verify(kept)->notes, "trước lần phục hồi ngày 01/10/2022"));
    CHECK(problemsOf(before) == none);
    CHECK(problemsOf(after) == none);
    CHECK(report().problems == none);
    // What was restored from is no state of before the restoring, and nothing is counted against it.
    CHECK(problemsOf(copy) == none);
    const auto notes = BackupService::verify(copy).value().notes;
    for (const auto& note : notes)
        CHECK(note.find("phục hồi") == std::string::npos);
    // Elsewhere it is the same; copied by hand over the restored file it is the loss of what was done there.
    fs::rename(kept, scratch / "usb" / "cu.thidua");
    CHECK(problemsOf(scratch / "usb" / "cu.thidua") == none);
    const auto restored = bytesOf(path);
    write(path, bytesOf(scratch / "usb" / "cu.thidua"));
    CHECK(report().problems != none);
    write(path, restored);
    // And back.
    const auto second = BackupService::restore(scratch / "usb" / "cu.thidua", path, true, FixedClock(Date(2022, 10, 5))).value();
    CHECK(report().problems == none);
    CHECK(problemsOf(second) == none);
    CHECK(problemsOf(before) == none);
    CHECK(problemsOf(after) == none);
    addPerson(*open(), "Người Cuối", "2022-10-06T01:00:00Z");
    REQUIRE(BackupService::backupTo(*open(), scratch / "usb" / "cuoi.thidua"));
    CHECK(report().problems == none);
    CHECK(problemsOf(second) == none);
    CHECK(problemsOf(scratch / "usb" / "cuoi.thidua") == none);
    CHECK(problemsOf(after) == none);
}

TEST_CASE_METHOD(Backed, "a backup that is cut off is called a damaged backup, for which another one helps")
{
    write(copy, bytesOf(copy).substr(0, 100'000));
    const auto verified = BackupService::verify(copy);
    REQUIRE_FALSE(verified);
    CHECK(verified.error().key == "backup.damaged");
}

TEST_CASE_METHOD(Backed, "a backup that is worked in gives up its seal with the first change, and not before")
{
    const auto sealedSize = fs::file_size(copy);
    CHECK(sealedSize % storage::kPageBytes == 512);
    {
        const auto looked = SchoolFile::open(copy, SchoolFile::Mode::ReadWrite, kClock, {"Lan"}).value();
        CHECK(looked->undoNames().undo);
    }
    CHECK(fs::file_size(copy) == sealedSize);
    CHECK(BackupService::verify(copy)->sealed);
    {
        const auto worked = SchoolFile::open(copy, SchoolFile::Mode::ReadWrite, kClock, {"Lan"}).value();
        addPerson(*worked, "Y Hiền");
        addPerson(*worked, "Y Hoa");
    }
    CHECK(fs::file_size(copy) % storage::kPageBytes == 0);
    const auto verified = BackupService::verify(copy);
    REQUIRE(verified);
    CHECK_FALSE(verified->sealed);
    CHECK(says(verified->problems, "khác với bản mà sổ sao lưu"));
}

TEST_CASE_METHOD(Backed, "a backup says no less than the check of the file it was made of")
{
    {
        const auto file = open();
        file->data().database().exec("UPDATE year_record SET evaluation = 'good' WHERE id = (SELECT max(id) FROM year_record WHERE evaluation = 'excellent')");
        REQUIRE(BackupService::backupTo(*file, scratch / "usb" / "b.thidua")); // nothing is lost on the way: what was altered can still be looked at
    }
    const auto checked = report();
    CHECK(says(checked.problems, "xếp loại"));
    const auto verified = BackupService::verify(scratch / "usb" / "b.thidua");
    REQUIRE(verified);
    CHECK(verified->sealed);
    CHECK(verified->problems == checked.problems);
}

TEST_CASE_METHOD(Backed, "a backup of a file whose record was emptied vouches for nothing")
{
    fs::remove_all(scratch / "usb");
    fs::remove(storage::platform::appDataFolder() / "backups.json");
    const auto whole = bytesOf(path);
    {
        const auto file = open();
        auto& database = file->data().database();
        database.exec("DROP TRIGGER freeze_change_op_DELETE; DROP TRIGGER freeze_change_row_DELETE; DROP TRIGGER change_op_no_delete; DROP TRIGGER change_row_no_delete");
        database.exec("PRAGMA foreign_keys = OFF; DELETE FROM change_row; DELETE FROM change_op");
        REQUIRE(BackupService::backupTo(*file, scratch / "khong-nhat-ky.thidua"));
    }
    write(path, whole);
    CHECK(report().anchors == 0);
    CHECK(says(report().notes, "không giữ mốc nào"));
    CHECK_FALSE(BackupService::age(*open()).current);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/school.h"
#include "storage/backup.h"
#include "storage_support.h"

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;
using storage::OpenMode;

namespace {

std::unique_ptr<DataFile> filled(const std::filesystem::path& path)
{
    auto file = DataFile::create(path, kNow).value();
    REQUIRE(file->write(doing(domain::Op::FoundSchool), [](storage::Tx& tx) -> Result<void> {
        domain::School school;
        school.name = "Trường Tiểu học Măng Đen";
        school.documentSymbol = "THMĐ";
        school.placeName = "Măng Đen";
        tx.insert(school);
        tx.insert(person("Võ Thị Kim Ánh"));
        return {};
    }));
    return file;
}

}

TEST_CASE("a backup of an open file is verified and holds everything")
{
    const Scratch scratch;
    auto file = filled(scratch / "a.thidua");
    const auto info = storage::backup(*file, scratch / "copy.thidua");
    REQUIRE(info);
    CHECK(info->schoolName == "Trường Tiểu học Măng Đen");
    CHECK(storage::verify(scratch / "copy.thidua"));
    CHECK(storage::backup(*file, scratch / "copy.thidua").error().key == "file.exists");
    auto copy = DataFile::open(scratch / "copy.thidua", OpenMode::ReadOnly, kNow);
    REQUIRE(copy);
    CHECK(dump(**copy) == dump(*file));
}

TEST_CASE("a damaged copy is found out, and nothing is restored from it")
{
    const Scratch scratch;
    {
        auto file = filled(scratch / "a.thidua");
        REQUIRE(storage::backup(*file, scratch / "copy.thidua"));
    }
    {
        std::fstream stream(scratch / "copy.thidua", std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(4096 * 4);
        stream.write(std::string(9000, '\xA5').data(), 9000);
    }
    CHECK_FALSE(storage::verify(scratch / "copy.thidua"));
    const auto before = bytesOf(scratch / "a.thidua");
    CHECK_FALSE(storage::restore(scratch / "copy.thidua", scratch / "a.thidua", true, "stamp"));
    CHECK(bytesOf(scratch / "a.thidua") == before);
}

TEST_CASE("restoring never overwrites without being told, and keeps what it replaces")
{
    const Scratch scratch;
    {
        auto file = filled(scratch / "a.thidua");
        REQUIRE(storage::backup(*file, scratch / "copy.thidua"));
        REQUIRE(file->write(doing(domain::Op::AddStaff), [](storage::Tx& tx) -> Result<void> {
            tx.insert(person("Sau bản sao"));
            return {};
        }));
        SECTION("not while the file is open")
        {
            const auto restored = storage::restore(scratch / "copy.thidua", scratch / "a.thidua", true, "s1");
            REQUIRE_FALSE(restored);
            CHECK(restored.error().code == ErrorCode::FileBusy);
        }
    }
    CHECK(storage::restore(scratch / "copy.thidua", scratch / "a.thidua", false, "s2").error().key == "file.exists");
    const auto kept = storage::restore(scratch / "copy.thidua", scratch / "a.thidua", true, "s3");
    REQUIRE(kept);
    REQUIRE(std::filesystem::exists(*kept));
    CHECK(DataFile::open(*kept, OpenMode::ReadOnly, kNow).value()->reader().all<domain::Person>().size() == 2);
    CHECK(DataFile::open(scratch / "a.thidua", OpenMode::ReadOnly, kNow).value()->reader().all<domain::Person>().size() == 1);
}

TEST_CASE("the register knows the newest backup that still exists")
{
    const Scratch scratch;
    auto file = filled(scratch / "a.thidua");
    const auto uid = file->uid();
    CHECK_FALSE(storage::newestBackup(uid));
    const auto first = storage::backup(*file, scratch / "one.thidua").value();
    REQUIRE(storage::noteBackup(first, "2021-10-04T02:00:00Z"));
    const auto second = storage::backup(*file, scratch / "two.thidua").value();
    REQUIRE(storage::noteBackup(second, "2021-10-05T02:00:00Z"));
    CHECK(storage::newestBackup(uid)->at == "2021-10-05T02:00:00Z");
    std::filesystem::remove(scratch / "two.thidua");
    CHECK(storage::newestBackup(uid)->at == "2021-10-04T02:00:00Z");
    storage::rememberPath(scratch / "a.thidua", uid);
    CHECK(storage::newestBackupOfPath(scratch / "a.thidua")->fileUid == uid);
    // A copy that is worked in now is not named as its own backup.
    storage::rememberPath(scratch / "one.thidua", uid);
    CHECK_FALSE(storage::newestBackupOfPath(scratch / "one.thidua"));
}

TEST_CASE("backup names sort by time and have no marks")
{
    CHECK(storage::backupName("THMĐ", "2022-06-01T08:12:00Z") == "THMD_2022-06-01_081200.thidua");
}

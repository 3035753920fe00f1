// SPDX-License-Identifier: GPL-3.0-or-later
// A school's file in several lines: restored, taken back, copied, moved, worked in here and there, backed up from each. None of them is
// ever accused; what was cut off or written anew in its place always is. THIDUA_LINES: how many histories.
#include "domain/people.h"
#include "services/core/backup_service.h"
#include "services/core/file_check.h"
#include "services/core/school_summary.h"
#include "storage/anchors.h"
#include "storage/change_log.h"
#include "storage/data_file.h"
#include "storage/platform.h"
#include "support/catch.h"
#include "support/scratch.h"
#include "support/share.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>

using namespace thidua;
using namespace thidua::test;
using services::BackupService;
using services::SchoolFile;
namespace fs = std::filesystem;

namespace {

/// A clock that goes on with everything that is done.
class Going final : public Clock {
public:
    Date today() const override { return Date(2022, 6, 1); }
    std::string nowUtc() const override
    {
        const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        return "2022-" + two(1 + m_hours / 24 / 28) + "-" + two(1 + m_hours / 24 % 28) + "T" + two(m_hours % 24) + ":00:00Z";
    }
    void go() { ++m_hours; }

private:
    int m_hours = 0;
};

void writeBytes(const fs::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// A school's files on one machine, and whatever people do with them.
struct Lives {
    Lives()
    {
        fs::create_directories(scratch / "usb");
        services::FoundSchool command;
        command.school.name = "Trường Phổ thông Dân tộc bán trú THCS Măng Đen";
        command.school.documentSymbol = "THMD";
        command.school.placeName = "Măng Đen";
        command.firstYear = SchoolYear(2021);
        SchoolFile::create(scratch / "b.thidua", command, clock, {"Lan"}).value().reset();
        worked.push_back(scratch / "b.thidua");
    }

    std::unique_ptr<SchoolFile> open(const fs::path& file, SchoolFile::Mode mode = SchoolFile::Mode::ReadWrite) const
    {
        return SchoolFile::open(file, mode, clock, {"Lan"}, SchoolFile::Rules::WhenAsked).value();
    }
    fs::path fresh(const std::string& kind) { return scratch / (kind + std::to_string(++number) + ".thidua"); }
    void work(const fs::path& file)
    {
        clock.go();
        const auto opened = open(file);
        domain::Person row;
        row.uid = newUid();
        row.fullName = "Người Thứ " + std::to_string(++number);
        REQUIRE(opened->data().write({domain::Op::AddStaff, "Lan", clock.nowUtc(), {}, std::nullopt}, [&](storage::Tx& tx) -> Result<void> {
            tx.insert(row);
            return {};
        }));
    }
    fs::path backUp(const fs::path& file)
    {
        clock.go();
        const auto made = scratch / "usb" / ("ban" + std::to_string(++number) + ".thidua");
        REQUIRE(BackupService::backupTo(*open(file), made));
        backups.push_back(made);
        return made;
    }
    /// What was there is kept, and may be worked in as well.
    fs::path restore(const fs::path& from, const fs::path& to)
    {
        clock.go();
        const auto kept = BackupService::restore(from, to, true, clock).value();
        if (!kept.empty())
            worked.push_back(kept);
        if (std::ranges::find(worked, to) == worked.end())
            worked.push_back(to);
        return kept;
    }
    std::vector<storage::FileProblem> anchorsAgainst(const fs::path& file, bool isBackup) const
    {
        const auto opened = open(file, SchoolFile::Mode::ReadOnly);
        const auto uid = opened->data().uid();
        return storage::compareAnchors(opened->data().reader(), file, uid, storage::anchorsOf(file, uid), isBackup).problems;
    }
    bool isAccused(const fs::path& file) const { return !anchorsAgainst(file, BackupService::isSealed(file)).empty(); }
    template <class Files>
    static fs::path oneOf(const Files& files, std::mt19937& dice)
    {
        return files[dice() % files.size()];
    }
    void anything(std::mt19937& dice, std::string& story);

    Scratch scratch;
    Going clock;
    std::vector<fs::path> worked, backups;
    int number = 0;
};

void Lives::anything(std::mt19937& dice, std::string& story)
{
    const auto one = oneOf(worked, dice);
    const auto tell = [&story](const std::string& what, const fs::path& from, const fs::path& to = {}) { story += what + " " + from.filename().string() + " " + to.filename().string() + "; "; };
    switch (dice() % 16) {
    case 0: case 1: case 2: case 3: case 4:
        tell("work", one);
        return work(one);
    case 5: case 6: case 7: case 8:
        tell("backup", one, backUp(one));
        return;
    case 9: case 10: { // over what is there, or under a name of its own
        if (backups.empty())
            return;
        const auto from = oneOf(backups, dice), to = dice() % 3 == 0 ? fresh("rieng") : one;
        tell("restore", from, to);
        tell("  kept", restore(from, to));
        return;
    }
    case 11: { // a state that was moved out of the way, or any other file, put back over one or under a name of its own
        const auto to = dice() % 2 == 0 ? fresh("lay-lai") : oneOf(worked, dice);
        if (to == one)
            return;
        tell("take back", one, to);
        tell("  kept", restore(one, to));
        return;
    }
    case 12: case 13: {
        const auto from = backups.empty() || dice() % 3 != 0 ? one : oneOf(backups, dice), to = fresh("chep");
        tell("copy", from, to);
        fs::copy_file(from, to);
        worked.push_back(to);
        return;
    }
    case 14: {
        const auto to = fresh("doi-ten");
        tell("rename", one, to);
        fs::rename(one, to);
        std::ranges::replace(worked, one, to);
        return;
    }
    default: // a stick that is not there
        if (backups.empty())
            return;
        const auto away = oneOf(backups, dice);
        tell("away", away);
        fs::remove(away);
        std::erase(backups, away);
    }
}

int histories(int usual)
{
    const char* wanted = std::getenv("THIDUA_LINES");
    return wanted != nullptr ? std::atoi(wanted) : usual;
}

}

TEST_CASE_METHOD(Lives, "a file is not accused because the state that it replaced was taken up again under another name")
{
    const auto b = worked.front(), c = scratch / "c.thidua";
    work(b);
    const auto older = backUp(b);
    work(b);
    work(b);
    backUp(b);
    const auto kept = restore(older, b);
    work(b);
    REQUIRE(BackupService::restore(kept, c, false, clock)->empty());
    work(c);
    work(c);
    const auto later = backUp(c);
    CHECK_FALSE(isAccused(b));
    CHECK_FALSE(isAccused(c));
    CHECK_FALSE(isAccused(kept));
    const auto report = services::checkSchoolFile(*open(b, SchoolFile::Mode::ReadOnly)).value();
    CHECK(report.problems == std::vector<std::string>());
    CHECK(std::ranges::any_of(report.notes, [](const auto& note) { return note.find("của một tệp khác của trường") != std::string::npos && note.find("c.thidua") != std::string::npos; }));
    // Whether its files are still there or not.
    fs::remove(later);
    CHECK_FALSE(isAccused(b));
    fs::remove(c);
    fs::remove(kept);
    CHECK_FALSE(isAccused(b));
    // And on a machine that knows nothing, where both lie side by side with a backup of each.
    work(b);
    restore(backUp(b), c);
    work(c);
    work(b);
    fs::copy_file(backUp(c), scratch / "ban-cua-c.thidua");
    fs::copy_file(backUp(b), scratch / "ban-cua-b.thidua");
    fs::remove(storage::platform::appDataFolder() / "backups.json");
    CHECK_FALSE(isAccused(b));
    CHECK_FALSE(isAccused(c));
}

TEST_CASE_METHOD(Lives, "a restored file that is given the name of the one it takes the place of is not accused, before and after the next work in it")
{
    const auto b = worked.front(), restored = scratch / "phuc-hoi.thidua";
    work(b);
    const auto older = backUp(b);
    work(b);
    backUp(b);
    restore(older, restored);
    fs::remove(b);
    CHECK_FALSE(isAccused(restored));
    fs::rename(restored, b);
    CHECK_FALSE(isAccused(b));
    work(b);
    CHECK_FALSE(isAccused(b));
    const auto before = bytesOf(b);
    work(b);
    backUp(b);
    writeBytes(b, before);
    CHECK(isAccused(b));
}

TEST_CASE_METHOD(Lives, "a copy in which entries were written anew is accused, though the sound file lies beside it")
{
    const auto b = worked.front(), copy = scratch / "chep.thidua";
    work(b);
    work(b);
    backUp(b);
    fs::copy_file(b, copy);
    work(copy);
    CHECK_FALSE(isAccused(copy));
    {
        const auto file = open(copy);
        auto& database = file->data().database();
        database.exec("DROP TRIGGER freeze_change_op_UPDATE; DROP TRIGGER change_op_no_update; UPDATE change_op SET user_name = 'Người Khác' WHERE id = 2");
        storage::chainAgain(file->data().reader());
    }
    CHECK(isAccused(copy));
    fs::remove(b); // and when only the register knows of it
    CHECK(isAccused(copy));
}

TEST_CASE("whatever honest people do with the files of a school, none is accused, and each that was cut or written anew in its place is")
{
    const char* from = std::getenv("THIDUA_FROM");
    int cuts = 0;
    for (int round = from != nullptr ? std::atoi(from) : 0, last = round + histories(25); round < last; ++round) {
        std::mt19937 dice(static_cast<unsigned>(20'261'130 + round));
        Lives lives;
        std::string story;
        for (int step = 0; step < 18; ++step)
            lives.anything(dice, story);
        INFO("history " << round << ": " << story);
        for (const auto& files : {lives.worked, lives.backups})
            for (const auto& file : files) {
                INFO(file.filename());
                const auto found = lives.anchorsAgainst(file, BackupService::isSealed(file));
                CHECK(found.empty());
            }
        // A file goes on, is backed up, and loses its end, or has another one put in its place.
        const auto victim = Lives::oneOf(lives.worked, dice);
        const auto before = bytesOf(victim);
        lives.work(victim);
        lives.work(victim);
        lives.backUp(victim);
        if (dice() % 2 == 0) // others go on meanwhile
            lives.work(Lives::oneOf(lives.worked, dice));
        CHECK_FALSE(lives.isAccused(victim));
        writeBytes(victim, before);
        INFO("cut " << victim.filename());
        if (!BackupService::isSealed(victim)) {
            CHECK(lives.isAccused(victim));
            ++cuts;
        }
        for (int i = 0; i < 3; ++i)
            lives.work(victim);
        CHECK(lives.isAccused(victim));
        if (dice() % 2 == 0) { // elsewhere, too, unless a file that holds it lies there
            const auto moved = lives.fresh("giau");
            fs::rename(victim, moved);
            INFO("moved " << moved.filename());
            CHECK(lives.isAccused(moved));
        }
    }
    CHECK(cuts > 0);
}

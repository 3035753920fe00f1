// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/backup_service.h"

#include "base/local_time.h"
#include "domain/school.h"
#include "services/core/file_check.h"
#include "services/core/internal.h"
#include "storage/anchors.h"
#include "storage/aside.h"
#include "storage/backup_register.h"
#include "storage/beside.h"
#include "storage/held_file.h"
#include "storage/one_state.h"
#include "storage/record_line.h"
#include "storage/sealed_bytes.h"
#include "text/messages.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <spdlog/spdlog.h>

namespace thidua::services {
namespace {

BackupResult resultOf(const storage::BackupInfo& info)
{
    return {info.path, info.bytes, info.fileUid, info.schoolName, info.lastChangeAt, !info.rows.empty(), {}, {}, std::nullopt};
}

std::string stampOf(const Clock& clock)
{
    std::string stamp;
    for (const char c : localMoment(clock.nowUtc()))
        if (c != ':')
            stamp += c == 'T' ? '_' : c;
    return stamp;
}

}

Result<BackupResult> BackupService::backupTo(SchoolFile& file, const std::filesystem::path& target, Progress* progress)
{
    TD_TRY(const auto info, storage::backup(file.data(), target, progress));
    auto result = resultOf(info);
    // The copy is the file's to the byte. Where the file contradicts its own record, so does the copy, which then is none to rely on.
    TD_TRY(auto report, checkSchoolFile(file, progress));
    result.problems = std::move(report.problems);
    if (!result.problems.empty())
        return result;
    if (auto noted = storage::noteBackup(info, file.clock().nowUtc()); !noted)
        result.notRegistered = std::move(noted.error());
    return result;
}

std::vector<std::string> BackupService::lostSince(SchoolFile& file)
{
    std::vector<std::string> lost;
    const auto anchors = storage::anchorsOf(file.path(), file.data().uid());
    const auto read = readFrom(file, [&](Reader& reader) -> Result<void> {
        for (const auto& problem : storage::compareAnchors(reader, file.path(), file.data().uid(), anchors, false).problems)
            lost.push_back(text::message(problem.key, problem.args));
        return {};
    });
    return read ? lost : std::vector<std::string>();
}

Result<BackupResult> BackupService::backupInto(SchoolFile& file, const std::filesystem::path& folder, Progress* progress)
{
    TD_TRY(const auto school, readFrom(file, [](Reader& reader) { return needSchool(reader); }));
    const auto name = storage::platform::pathFrom(storage::backupName(school.data.documentSymbol, localMoment(file.clock().nowUtc())));
    constexpr int kTries = 5;
    for (int i = 1;; ++i) {
        auto made = backupTo(file, storage::freeName(folder / name, {}), progress);
        if (made || made.error().key != "file.exists" || i == kTries)
            return made; // else another program has taken the name meanwhile
    }
}

namespace {

/// Whether the copy is the one that belongs here: what the register has of this place, what the seal has of its name.
std::optional<std::string> exchangedFor(const storage::BackupInfo& info)
{
    const auto path = storage::platform::utf8(info.path);
    const auto known = storage::backupsMadeTo(info.path);
    const auto sameRows = [&info](const storage::BackupRecord& record) { return record.rows == info.rows; };
    const bool isNoted = std::ranges::any_of(known, [](const auto& record) { return !record.rows.empty(); });
    if (isNoted && std::ranges::none_of(known, sameRows)) {
        if (known.back().fileUid != info.fileUid)
            return text::message("backup.of-another-file", {path, momentForPeople(known.back().at)});
        for (const auto& other : storage::backupRegister(info.fileUid))
            if (!info.rows.empty() && sameRows(other))
                return text::message("backup.is-another", {path, momentForPeople(known.back().at), std::to_string(known.back().operations), momentForPeople(other.at),
                                                           std::to_string(other.operations)});
        return text::message("backup.not-as-registered", {path});
    }
    const auto inName = storage::timeInName(info.path);
    if (!isNoted && info.named && !inName.empty() && inName != *info.named)
        return text::message(info.named->empty() ? "backup.not-of-this-name" : "backup.of-another-name", {path, inName, *info.named});
    return std::nullopt;
}

}

Result<BackupResult> BackupService::verify(const std::filesystem::path& copy, Progress* progress)
{
    auto verified = storage::verify(copy, progress);
    if (!verified && verified.error().key == "file.corrupt")
        verified.error().key = "backup.damaged"; // what helps is another copy
    TD_TRY(const auto info, std::move(verified));
    auto result = resultOf(info);
    const SystemClock clock;
    TD_TRY(const auto file, SchoolFile::open(copy, SchoolFile::Mode::ReadOnly, clock, {}, SchoolFile::Rules::WhenAsked));
    TD_TRY(auto report, checkSchoolFile(*file, progress));
    if (report.operations != info.operations) // written between the two readings: what was found is of two states
        return fail(ErrorCode::FileBusy, "file.busy", {storage::platform::utf8(copy)});
    result.problems = std::move(report.problems);
    if (auto exchanged = exchangedFor(info))
        result.problems.push_back(std::move(*exchanged));
    if (!result.sealed)
        result.notes.push_back(text::message("check-note.not-sealed"));
    std::ranges::move(report.notes, std::back_inserter(result.notes));
    return result;
}

bool BackupService::isSealed(const std::filesystem::path& copy)
{
    if (storage::HeldFile::isHeldHere(copy)) // a second handle on the open file would give up its lock
        return false;
    const auto reading = storage::readSeal(copy);
    return reading && reading->state == storage::SealReading::State::Whole;
}

Result<std::unique_ptr<SchoolFile>> BackupService::look(const std::filesystem::path& copy, const Clock& clock, Session session)
{
    TD_TRY(auto file, SchoolFile::open(copy, SchoolFile::Mode::ReadOnly, clock, std::move(session)));
    file->data().lookOnly({ErrorCode::ReadOnly, "backup.only-looked-at", {storage::platform::utf8(copy)}, {}, {}});
    return file;
}

bool BackupService::isOf(const BackupResult& backup, SchoolFile& file)
{
    return backup.fileUid == file.data().uid();
}

bool BackupService::isLookedAt(const SchoolFile& file)
{
    const auto& reason = file.readOnlyReason();
    return reason && reason->key == "backup.only-looked-at";
}

namespace {

/// UTC moments of what was erased in the newest operations, behind the copy's own.
std::vector<std::string> erasuresBehind(SchoolFile& copy, SchoolFile& file)
{
    if (copy.data().uid() != file.data().uid())
        return {};
    const auto held = readFrom(copy, [](Reader& reader) -> Result<std::int64_t> {
        const auto newest = storage::recentChanges(reader, 1);
        return newest.empty() ? 0 : newest.front().id;
    });
    auto days = readFrom(file, [&](Reader& reader) -> Result<std::vector<std::string>> {
        std::vector<std::string> found;
        const auto newest = storage::recentChanges(reader, 1);
        const auto behind = newest.empty() || !held ? 0 : newest.front().id - *held;
        if (behind > 0)
            for (const auto& entry : storage::recentChanges(reader, static_cast<int>(std::min<std::int64_t>(behind, std::numeric_limits<int>::max()))))
                if (entry.op == domain::Op::ErasePupils)
                    found.push_back(entry.at);
        return found;
    });
    return days ? std::move(*days) : std::vector<std::string>{};
}

}

std::vector<std::string> BackupService::erasedSince(const std::filesystem::path& copy, SchoolFile& file)
{
    if (storage::HeldFile::isHeldHere(copy))
        return {};
    const SystemClock clock;
    const auto read = SchoolFile::open(copy, SchoolFile::Mode::ReadOnly, clock, {}, SchoolFile::Rules::WhenAsked);
    return read ? erasuresBehind(**read, file) : std::vector<std::string>{};
}

std::vector<std::string> BackupService::erasedSince(const std::filesystem::path& copy, const std::filesystem::path& file, const Clock& clock)
{
    std::error_code none;
    if (file.empty() || !std::filesystem::is_regular_file(file, none) || storage::HeldFile::isHeldHere(file))
        return {};
    const auto read = SchoolFile::open(file, SchoolFile::Mode::ReadOnly, clock, {}, SchoolFile::Rules::WhenAsked);
    return read ? erasedSince(copy, **read) : std::vector<std::string>{};
}

Result<std::filesystem::path> BackupService::restore(const std::filesystem::path& copy, const std::filesystem::path& target, bool replace,
                                                     const Clock& clock, Progress* progress)
{
    storage::BackupInfo info;
    TD_TRY(auto kept, storage::restore(copy, target, replace, stampOf(clock), progress, &info));
    // The file is restored; without the note a check would only ask why its record is shorter than that of later backups.
    if (const auto noted = storage::noteRestored(target, info, kept, clock.nowUtc()); !noted)
        spdlog::warn("the restoring could not be noted: {}", noted.error().detail);
    return kept;
}

namespace {

struct Head {
    std::int64_t operations = 0;
    std::string at;
};

Head headOf(Reader& reader)
{
    const auto newest = storage::recentChanges(reader, 1);
    return newest.empty() ? Head{} : Head{newest.front().id, newest.front().at};
}

/// Whether the backup holds this file's record up to its operation; one of another line (a restored older state went on) does not.
bool isOfThisLine(Reader& reader, const storage::BackupRecord& record)
{
    return storage::holds(reader, record.operations, record.head) || (!record.head.empty() && storage::wasRewrittenSince(reader, record.operations));
}

constexpr int kSecondsOfDoubt = 600;
constexpr int kYearsOfDoubt = 10;

/// Seconds from one UTC moment to another; ISO text on both sides.
std::int64_t secondsBetween(const std::string& from, const std::string& to)
{
    const auto moment = [](const std::string& utc) -> std::int64_t {
        const auto day = Date::fromIso(utc.substr(0, 10));
        if (!day || utc.size() < 19)
            return 0;
        const auto two = [&utc](std::size_t at) { return (utc[at] - '0') * 10 + (utc[at + 1] - '0'); };
        return static_cast<std::int64_t>(daysBetween(Date(1970, 1, 1), *day)) * 86'400 + two(11) * 3'600 + two(14) * 60 + two(17);
    };
    return moment(to) - moment(from);
}

}

BackupAge BackupService::age(SchoolFile& file)
{
    const auto records = storage::backupRegister(file.data().uid());
    // A copy that is worked on now, as a rescued one may be, is no backup of itself.
    const auto isThere = [&file](const storage::BackupRecord& record) {
        std::error_code error;
        return !std::filesystem::equivalent(storage::platform::pathFrom(record.path), file.path(), error) && storage::isStillThere(record);
    };
    auto found = readFrom(file, [&](Reader& reader) -> Result<BackupAge> {
        const auto newestOf = [&](auto&& fits) {
            return std::find_if(records.rbegin(), records.rend(), [&](const auto& record) { return fits(record) && isThere(record); });
        };
        const auto mine = newestOf([&](const auto& record) { return isOfThisLine(reader, record); });
        const auto newest = mine != records.rend() ? mine : newestOf([](const auto&) { return true; });
        BackupAge age;
        if (newest == records.rend())
            return age;
        age.never = false;
        age.at = newest->at;
        age.path = newest->path;
        age.behind = headOf(reader).operations - (mine != records.rend() ? newest->operations : 0);
        age.newest = std::ranges::none_of(records, [&](const auto& record) { return record.at > newest->at && isThere(record); });
        age.current = mine != records.rend() && age.behind == 0;
        return age;
    });
    if (!found || found->never)
        return {};
    const auto day = Date::fromIso(found->at.substr(0, 10));
    found->days = day ? std::max(0, daysBetween(*day, file.clock().today())) : 0;
    found->inFuture = secondsBetween(file.clock().nowUtc(), found->at) > kSecondsOfDoubt;
    return *found;
}

std::optional<ClockDoubt> BackupService::clockDoubt(SchoolFile& file)
{
    const auto head = readFrom(file, [](Reader& reader) -> Result<Head> { return headOf(reader); });
    if (!head || head->at.empty())
        return std::nullopt;
    const auto now = file.clock().nowUtc();
    const auto since = secondsBetween(head->at, now);
    if (since >= -kSecondsOfDoubt && since < std::int64_t{kYearsOfDoubt} * 366 * 86'400)
        return std::nullopt;
    return ClockDoubt{head->at, now};
}

void BackupService::cleanUp(const std::filesystem::path& folder)
{
    storage::sweepAside(folder);
}

Result<void> stillThere(SchoolFile& file)
{
    return file.data().stillThere();
}

std::filesystem::path rescueName(const SchoolFile& file)
{
    return storage::freeName(file.path(), "_hien-trang_" + stampOf(file.clock()));
}

}

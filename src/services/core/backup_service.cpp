// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/backup_service.h"

#include "domain/school.h"
#include "services/core/internal.h"
#include "storage/backup.h"

namespace thidua::services {
namespace {

BackupResult resultOf(const storage::BackupInfo& info)
{
    return {info.path, info.bytes, info.schoolName, info.lastChangeAt};
}

std::string stampOf(const Clock& clock)
{
    std::string stamp;
    for (const char c : clock.nowUtc())
        if (c != ':' && c != 'Z')
            stamp += c == 'T' ? '_' : c;
    return stamp;
}

}

Result<BackupResult> BackupService::backupTo(SchoolFile& file, const std::filesystem::path& target, Progress* progress)
{
    TD_TRY(const auto info, storage::backup(file.data(), target, progress));
    TD_CHECK(storage::noteBackup(info, file.clock().nowUtc()));
    return resultOf(info);
}

Result<BackupResult> BackupService::backupInto(SchoolFile& file, const std::filesystem::path& folder, Progress* progress)
{
    TD_TRY(const auto school, readFrom(file, [](Reader& reader) { return needSchool(reader); }));
    return backupTo(file, folder / storage::platform::pathFrom(storage::backupName(school.data.documentSymbol, file.clock().nowUtc())),
                    progress);
}

Result<BackupResult> BackupService::verify(const std::filesystem::path& copy)
{
    TD_TRY(const auto info, storage::verify(copy));
    return resultOf(info);
}

Result<std::filesystem::path> BackupService::restore(const std::filesystem::path& copy, const std::filesystem::path& target, bool replace,
                                                     const Clock& clock)
{
    return storage::restore(copy, target, replace, stampOf(clock));
}

BackupAge BackupService::age(SchoolFile& file)
{
    BackupAge age;
    const auto newest = storage::newestBackup(file.data().uid());
    if (!newest)
        return age;
    age.never = false;
    age.at = newest->at;
    age.path = newest->path;
    const auto day = Date::fromIso(newest->at.substr(0, 10));
    age.days = day ? std::max(0, daysBetween(*day, file.clock().today())) : 0;
    const auto changes = readFrom(file, [](Reader& reader) -> Result<std::vector<storage::ChangeEntry>> { return storage::recentChanges(reader, 1); });
    age.current = changes && (changes->empty() || changes->front().at <= newest->changeAt);
    return age;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/aside.h"
#include "storage/backup.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace thidua::storage {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

fs::path registerPath()
{
    return platform::appDataFolder() / "backups.json";
}

/// A register that cannot be read counts as empty: it is a convenience, the backups themselves are not touched.
json load()
{
    std::ifstream stream(registerPath());
    const auto data = json::parse(stream, nullptr, false);
    return data.is_object() ? data : json{{"backups", json::array()}, {"paths", json::object()}};
}

Result<void> save(const json& data)
{
    sweepAside(registerPath().parent_path());
    Aside aside(registerPath());
    {
        std::ofstream stream(aside.path(), std::ios::binary);
        stream << data.dump(1);
        if (!stream.flush())
            return fail(ErrorCode::Io, "file.cannot-write", {platform::utf8(registerPath())});
    }
    return aside.replace();
}

std::string absoluteText(const fs::path& path)
{
    std::error_code error;
    const auto absolute = fs::weakly_canonical(path, error);
    return platform::utf8(error ? path : absolute);
}

}

std::vector<BackupRecord> backupRegister(const std::string& fileUid)
{
    std::vector<BackupRecord> records;
    for (const auto& row : load().value("backups", json::array()))
        if (row.value("file", "") == fileUid)
            records.push_back({fileUid, row.value("path", ""), row.value("at", ""), row.value("change_at", ""), row.value("operations", std::int64_t{0}),
                               row.value("head", "")});
    std::ranges::stable_sort(records, {}, &BackupRecord::operations); // of equals, the one noted last
    return records;
}

Result<void> noteBackup(const BackupInfo& info, const std::string& nowUtc)
{
    json data = load();
    data["backups"].push_back({{"file", info.fileUid}, {"path", absoluteText(info.path)}, {"at", nowUtc}, {"change_at", info.lastChangeAt},
                               {"operations", info.operations}, {"head", info.head}});
    return save(data);
}

std::optional<BackupRecord> newestBackup(const std::string& fileUid)
{
    auto records = backupRegister(fileUid);
    std::error_code error;
    while (!records.empty() && !fs::exists(platform::pathFrom(records.back().path), error))
        records.pop_back();
    if (records.empty())
        return std::nullopt;
    return records.back();
}

void rememberPath(const fs::path& file, const std::string& fileUid)
{
    if (file.extension() == ".tmp") // a file in the making
        return;
    json data = load();
    auto& known = data["paths"][absoluteText(file)];
    if (known == fileUid)
        return;
    known = fileUid;
    // Only the sentence about a busy file is poorer when this fails.
    static_cast<void>(save(data));
}

std::optional<BackupRecord> newestBackupOfPath(const fs::path& file)
{
    const json data = load();
    const auto paths = data.value("paths", json::object());
    const auto found = paths.find(absoluteText(file));
    return found == paths.end() ? std::nullopt : newestBackup(found->get<std::string>());
}

}

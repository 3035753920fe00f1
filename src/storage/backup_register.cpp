// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/aside.h"
#include "storage/backup.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>

namespace thidua::storage {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

fs::path registerPath()
{
    return platform::appDataFolder() / "backups.json";
}

/// A register that cannot be read counts as empty: it is a convenience, the backups themselves are not touched. What was read last is kept
/// with its bytes: a window asks for it several times in a row, and as JSON it takes a hundred times as long to read as its bytes.
std::shared_ptr<const json> load()
{
    static std::mutex mutex; // jobs note their backups, too
    static std::string lastBytes;
    static std::shared_ptr<const json> last;
    std::ifstream stream(registerPath(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const std::lock_guard guard(mutex);
    if (last == nullptr || bytes != lastBytes) {
        auto data = json::parse(bytes, nullptr, false);
        last = std::make_shared<const json>(data.is_object() ? std::move(data) : json{{"backups", json::array()}, {"paths", json::object()}});
        lastBytes = std::move(bytes);
    }
    return last;
}

/// An array or object of the register, whatever stands there.
const json& section(const json& data, const char* name)
{
    static const json none = json::object();
    const auto found = data.find(name);
    return found == data.end() ? none : *found;
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
    const auto data = load();
    for (const auto& row : section(*data, "backups"))
        if (row.value("file", "") == fileUid)
            records.push_back({fileUid, row.value("path", ""), row.value("at", ""), row.value("change_at", ""), row.value("operations", std::int64_t{0}),
                               row.value("head", "")});
    std::ranges::stable_sort(records, {}, &BackupRecord::operations); // of equals, the one noted last
    return records;
}

Result<void> noteBackup(const BackupInfo& info, const std::string& nowUtc)
{
    json data = *load();
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
    const auto before = load();
    const auto path = absoluteText(file);
    const auto& paths = section(*before, "paths");
    if (const auto known = paths.find(path); known != paths.end() && *known == fileUid)
        return;
    json data = *before;
    data["paths"][path] = fileUid;
    // Only the sentence about a busy file is poorer when this fails.
    static_cast<void>(save(data));
}

std::optional<BackupRecord> newestBackupOfPath(const fs::path& file)
{
    const auto data = load();
    const auto& paths = section(*data, "paths");
    const auto found = paths.find(absoluteText(file));
    return found == paths.end() ? std::nullopt : newestBackup(found->get<std::string>());
}

}

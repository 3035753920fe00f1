// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup_register.h"

#include "storage/aside.h"
#include "storage/held_file.h"
#include "storage/reader.h"
#include "storage/seal.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <spdlog/spdlog.h>

namespace thidua::storage {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

fs::path registerPath()
{
    return platform::appDataFolder() / "backups.json";
}

/// What in a register is of another shape is left out, whoever wrote it.
json inShape(json data)
{
    if (!data.is_object())
        data = json::object();
    for (const char* list : {"backups", "restored"}) {
        auto kept = json::array();
        for (auto& row : data[list].is_array() ? data[list] : json::array())
            if (row.is_object())
                kept.push_back(row);
        data[list] = std::move(kept);
    }
    if (!data["paths"].is_object())
        data["paths"] = json::object();
    return data;
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
        last = std::make_shared<const json>(inShape(std::move(data)));
        lastBytes = std::move(bytes);
    }
    return last;
}

std::string textOf(const json& row, const char* key)
{
    const auto found = row.find(key);
    return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t numberOf(const json& row, const char* key)
{
    const auto found = row.find(key);
    return found != row.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

Result<void> save(const json& data)
{
    sweepAside(registerPath().parent_path());
    Aside aside(registerPath());
    {
        std::ofstream stream(aside.path(), std::ios::binary);
        stream << data.dump(1, ' ', false, json::error_handler_t::replace);
        if (!stream.flush())
            return fail(ErrorCode::Io, "file.cannot-write", {platform::utf8(registerPath())});
    }
    return aside.replace();
}

}

std::string nameInRegister(const fs::path& path)
{
    std::error_code error;
    const auto absolute = fs::weakly_canonical(path, error);
    return platform::utf8(error ? path : absolute);
}

namespace {

BackupRecord recordFrom(const json& row)
{
    BackupRecord record{textOf(row, "file"), textOf(row, "path"), textOf(row, "at"), textOf(row, "change_at"), numberOf(row, "operations"), textOf(row, "head"), textOf(row, "rows"),
                        textOf(row, "of"), {}};
    if (const auto besides = row.find("besides"); besides != row.end() && besides->is_array())
        for (const auto& place : *besides)
            if (place.is_string())
                record.besides.push_back(place.get<std::string>());
    return record;
}

}

std::vector<std::string> placesInRegister(const std::string& fileUid)
{
    std::set<std::string> places;
    const auto data = load();
    for (const auto& [place, uid] : data->at("paths").items())
        if (uid == fileUid)
            places.insert(place);
    for (const auto& row : data->at("restored"))
        if (textOf(row, "file") == fileUid)
            places.insert({textOf(row, "path"), textOf(row, "kept")});
    for (const auto& row : data->at("backups"))
        if (textOf(row, "file") == fileUid)
            places.insert(textOf(row, "of"));
    places.erase(std::string());
    return {places.begin(), places.end()};
}

std::vector<BackupRecord> backupRegister(const std::string& fileUid)
{
    std::vector<BackupRecord> records;
    const auto data = load();
    for (const auto& row : data->at("backups"))
        if (textOf(row, "file") == fileUid)
            records.push_back(recordFrom(row));
    std::ranges::stable_sort(records, {}, &BackupRecord::operations); // of equals, the one noted last
    return records;
}

std::vector<BackupRecord> backupsMadeTo(const fs::path& place)
{
    std::vector<BackupRecord> records;
    const auto text = nameInRegister(place);
    const auto data = load();
    for (const auto& row : data->at("backups"))
        if (textOf(row, "path") == text && !row.contains("worked"))
            records.push_back(recordFrom(row));
    return records;
}

bool isStillThere(const BackupRecord& record)
{
    const auto path = platform::pathFrom(record.path);
    std::error_code error;
    if (!fs::is_regular_file(path, error) || HeldFile::isHeldHere(path))
        return false;
    if (record.rows.empty()) // noted by an older program, which did not seal
        return true;
    const auto reading = readSeal(path);
    return reading && reading->state == SealReading::State::Whole && reading->seal.rows == record.rows;
}

Result<void> noteBackup(const BackupInfo& info, const std::string& nowUtc)
{
    json note{{"file", info.fileUid}, {"path", nameInRegister(info.path)}, {"at", nowUtc}, {"change_at", info.lastChangeAt},
              {"operations", info.operations}, {"head", info.head}, {"rows", info.rows}};
    if (!info.of.empty()) {
        const auto of = nameInRegister(info.of);
        auto besides = json::array();
        for (const auto& place : placesInRegister(info.fileUid))
            if (std::error_code error; place != of && fs::is_regular_file(platform::pathFrom(place), error))
                besides.push_back(place);
        note.update({{"of", of}, {"besides", std::move(besides)}});
    }
    json data = *load();
    data["backups"].push_back(std::move(note));
    return save(data);
}

namespace {

std::optional<BackupRecord> newestThere(std::vector<BackupRecord> records)
{
    while (!records.empty() && !isStillThere(records.back()))
        records.pop_back();
    if (records.empty())
        return std::nullopt;
    return records.back();
}

}

std::optional<BackupRecord> newestBackup(const std::string& fileUid)
{
    return newestThere(backupRegister(fileUid));
}

void rememberPath(const fs::path& file, const std::string& fileUid)
{
    if (file.extension() == ".tmp") // a file in the making
        return;
    const auto before = load();
    const auto path = nameInRegister(file);
    const auto& paths = before->at("paths");
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
    const auto place = nameInRegister(file);
    const auto uid = textOf(data->at("paths"), place.c_str());
    if (uid.empty())
        return std::nullopt;
    auto records = backupRegister(uid);
    std::erase_if(records, [&place](const auto& record) { return record.path == place; }); // a rescued state that is worked in now
    return newestThere(std::move(records));
}

void noteWorkedIn(const fs::path& place)
{
    json data = *load();
    const auto text = nameInRegister(place);
    for (auto& row : data["backups"])
        if (textOf(row, "path") == text)
            row["worked"] = true;
    // Only words about it would be poorer.
    static_cast<void>(save(data));
}

std::vector<RestoredNote> restoredNotes(const std::string& fileUid)
{
    std::vector<RestoredNote> notes;
    const auto data = load();
    for (const auto& row : data->at("restored"))
        if (textOf(row, "file") == fileUid)
            notes.push_back({textOf(row, "path"), numberOf(row, "operations"), textOf(row, "head"), textOf(row, "at"), textOf(row, "kept"),
                             numberOf(row, "kept_operations"), textOf(row, "kept_head")});
    return notes;
}

namespace {

/// Where the record of a file ends that nobody has open; of one that is damaged, nowhere.
RecordHead headOf(const fs::path& file)
{
    try {
        SQLite::Database database(platform::utf8(file), SQLite::OPEN_READONLY);
        Reader reader(database);
        return recordHead(reader);
    } catch (const std::exception& exception) {
        spdlog::info("no record in {}: {}", platform::utf8(file), exception.what());
        return {};
    }
}

}

Result<void> noteRestored(const fs::path& file, const BackupInfo& copy, const fs::path& kept, const std::string& nowUtc)
{
    json note{{"file", copy.fileUid}, {"path", nameInRegister(file)}, {"operations", copy.operations}, {"head", copy.head}, {"at", nowUtc}};
    if (!kept.empty()) {
        const auto head = headOf(kept);
        note.update({{"kept", nameInRegister(kept)}, {"kept_operations", head.operations}, {"kept_head", head.hash}});
    }
    json data = *load();
    data["restored"].push_back(std::move(note));
    return save(data);
}

}

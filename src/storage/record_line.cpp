// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_line.h"

#include "storage/change_log.h"
#include "storage/data_file.h"
#include "storage/held_file.h"
#include "storage/recovered.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <map>
#include <spdlog/spdlog.h>

namespace thidua::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kOthersLookedAt = 50;

bool isThere(const std::string& place)
{
    std::error_code error;
    return fs::is_regular_file(platform::pathFrom(place), error);
}

/// Whether an unsealed file that lies elsewhere is what a restoring moved out of the way.
bool wasMoved(Reader& reader, const RecordHead& own, const RestoredNote& note)
{
    return holds(reader, note.keptOperations, note.keptHead) && (note.keptOperations > note.operations || own.operations == note.keptOperations);
}

/// Whether a file that lies elsewhere is what was restored: it has gone on since, or it is that state, and no other file lies where it was put.
bool wasRestored(Reader& reader, const RecordHead& own, const RestoredNote& note, bool isBackup)
{
    if (!holds(reader, note.operations, note.head))
        return false;
    return own.operations == note.operations ? !isBackup && !isThere(note.path) : timeOfEntry(reader, note.operations + 1) >= note.at;
}

/// The stay in a place that one moment belongs to.
Line::Stay stayAt(const std::string& place, const std::string& at, const std::vector<RestoredNote>& notes)
{
    Line::Stay stay{place, {}, {}};
    for (const auto& note : notes)
        if (note.path == place && note.at <= at)
            stay.from = note.at;
        else if (note.path == place && stay.until.empty())
            stay.until = note.at;
    return stay;
}

/// Where backups of this very state were made.
std::vector<Line::Stay> homesOf(const RecordHead& own, const std::string& fileUid)
{
    std::vector<Line::Stay> homes;
    const auto notes = restoredNotes(fileUid);
    for (const auto& record : backupRegister(fileUid))
        if (record.operations == own.operations && record.head == own.hash && !record.of.empty())
            homes.push_back(stayAt(record.of, std::max(record.at, record.changeAt), notes));
    return homes;
}

/// The last entry that both hold.
std::int64_t lastCommon(Reader& one, Reader& other, std::int64_t upTo)
{
    std::int64_t common = 0;
    while (common < upTo) {
        const auto middle = common + (upTo - common + 1) / 2;
        if (holds(other, middle, hashOfEntry(one, middle)))
            common = middle;
        else
            upTo = middle - 1;
    }
    return common;
}

}

std::string timeOfEntry(Reader& reader, std::int64_t operations)
{
    std::string found;
    reader.each("SELECT at FROM change_op WHERE id = ?", {operations}, [&found](const Values& row) {
        if (const auto* text = std::get_if<std::string>(&row[0]))
            found = *text;
    });
    return found;
}

bool holds(Reader& reader, std::int64_t operations, const std::string& head)
{
    return !head.empty() && hashOfEntry(reader, operations) == head;
}

bool Line::isHome(const std::string& place) const
{
    return std::ranges::any_of(homes, [&](const Stay& stay) { return stay.place == place; });
}

bool Line::isAtHome(const std::string& place, const std::string& at) const
{
    return std::ranges::any_of(homes, [&](const Stay& stay) { return stay.place == place && at >= stay.from && (stay.until.empty() || at < stay.until); });
}

Line lineOf(Reader& reader, const RecordHead& own, const fs::path& file, const std::string& fileUid, bool isBackup)
{
    Line line;
    const auto place = nameInRegister(file);
    std::map<std::string, RestoredNote> inPlaces;
    for (const auto& note : restoredNotes(fileUid)) {
        const auto before = inPlaces.find(note.path);
        const auto lineThere = before != inPlaces.end() ? std::optional(before->second) : std::nullopt;
        if (note.path == place || wasRestored(reader, own, note, isBackup)) {
            line = {note, std::nullopt, {}};
        } else if (!line.endedBy && isBackup && own.at < note.at && line.goesOnFrom == lineThere) {
            line.endedBy = note; // sealed on the line that had its place there until then
        } else if (!line.endedBy && !isBackup && wasMoved(reader, own, note)) {
            line.endedBy = note;
            line.goesOnFrom = lineThere ? lineThere : line.goesOnFrom;
        }
        inPlaces[note.path] = note;
    }
    if (isBackup) {
        line.homes = homesOf(own, fileUid);
        return line;
    }
    line.homes.push_back({place, line.goesOnFrom && line.goesOnFrom->path == place ? line.goesOnFrom->at : std::string(), {}});
    if (line.endedBy) {
        const auto& note = *line.endedBy;
        line.homes.push_back({note.path, line.goesOnFrom && line.goesOnFrom->path == note.path ? line.goesOnFrom->at : std::string(), note.at});
    }
    return line;
}

/// One of them, open for reading.
struct OtherFiles::Other {
    Other(std::string where, Recovered from) : place(std::move(where)), recovered(std::move(from)), database(platform::utf8(recovered.path()), SQLite::OPEN_READONLY), reader(database) {}

    std::string place;
    Recovered recovered;
    SQLite::Database database;
    Reader reader;
};

OtherFiles::OtherFiles(fs::path file, std::string fileUid) : m_file(std::move(file)), m_uid(std::move(fileUid)) {}
OtherFiles::~OtherFiles() = default;

void OtherFiles::open(const fs::path& place)
{
    std::error_code error;
    // Read beside SQLite, a file that this program has open would give up its lock.
    if (m_others.size() == kOthersLookedAt || !fs::is_regular_file(place, error) || fs::equivalent(place, m_file, error) || HeldFile::isHeldHere(place) || !checkHeader(place))
        return;
    const auto name = nameInRegister(place);
    if (std::ranges::any_of(m_others, [&name](const auto& other) { return other->place == name; }))
        return;
    try {
        const auto seal = readSeal(place);
        auto recovered = Recovered::of(place);
        if (!recovered || (seal && seal->state == SealReading::State::Whole)) // a backup is nothing that is worked in
            return;
        auto other = std::make_unique<Other>(name, std::move(*recovered));
        bool same = false;
        other->reader.each("SELECT uid FROM file_meta WHERE id = 1", {}, [&](const Values& row) {
            const auto* uid = std::get_if<std::string>(&row[0]);
            same = uid != nullptr && *uid == m_uid;
        });
        if (same)
            m_others.push_back(std::move(other));
    } catch (const std::exception& exception) {
        spdlog::info("no line in {}: {}", name, exception.what());
    }
}

void OtherFiles::find()
{
    if (std::exchange(m_found, true))
        return;
    for (const auto& place : placesInRegister(m_uid))
        open(platform::pathFrom(place));
    std::error_code error;
    for (fs::directory_iterator entry(fs::weakly_canonical(m_file, error).parent_path(), error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".thidua")
            open(entry->path());
}

OtherFiles::Found OtherFiles::holderOf(Reader& mine, const RecordHead& own, const RecordHead& anchor, const Line& line, bool fromElsewhere)
{
    find();
    Found found;
    for (const auto& other : m_others) {
        try {
            if (!holds(other->reader, anchor.operations, anchor.hash))
                continue;
            const auto common = lastCommon(mine, other->reader, std::min(own.operations, anchor.operations));
            if (common == 0) // hashed anew by an upgrade, the one or the other: nothing can be compared
                continue;
            const auto theirs = timeOfEntry(other->reader, common + 1);
            const auto& from = line.goesOnFrom;
            const bool apart = common < own.operations ? timeOfEntry(mine, common + 1) != theirs
                                                       : fromElsewhere || (from && from->operations <= common && theirs <= from->at);
            found = {apart ? Answer::Apart : common < own.operations ? Answer::Rewritten : Answer::Unknown, other->place};
        } catch (const std::exception& exception) {
            spdlog::info("no line in {}: {}", other->place, exception.what());
        }
        if (found.answer != Answer::Unknown)
            break;
    }
    return found;
}

}

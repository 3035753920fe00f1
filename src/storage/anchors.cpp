// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/anchors.h"

#include "base/date.h"
#include "base/local_time.h"
#include "storage/backup.h"
#include "storage/backup_register.h"
#include "storage/beside.h"
#include "storage/data_file.h"
#include "storage/message_word.h"
#include "storage/platform.h"
#include "storage/record_line.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <set>
#include <spdlog/spdlog.h>

namespace thidua::storage {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCut = "check.record-cut";
constexpr const char* kRewritten = "check.record-rewritten";
constexpr std::size_t kCopiesLookedAt = 200;

std::string dayOf(const std::string& utc)
{
    const auto day = Date::fromIso(localMoment(utc).substr(0, 10));
    return day ? day->vn() : utc;
}

/// The end of the record in a sealed copy of the file; a copy that cannot be read, or is of another file, says nothing.
std::optional<RecordHead> headOfCopy(const fs::path& copy, const std::string& fileUid)
{
    try {
        if (!checkHeader(copy) || needsRecovery(copy)) // one that was sealed has nothing to recover
            return std::nullopt;
        const auto reading = readSeal(copy);
        if (!reading || reading->state != SealReading::State::Whole)
            return std::nullopt;
        SQLite::Database database(platform::utf8(copy), SQLite::OPEN_READONLY);
        Reader reader(database);
        std::string uid;
        reader.each("SELECT uid FROM file_meta WHERE id = 1", {}, [&uid](const Values& row) {
            if (const auto* text = std::get_if<std::string>(&row[0]))
                uid = *text;
        });
        if (uid != fileUid || reading->seal.head.hash.empty() || recordHead(reader) != reading->seal.head) // an empty record vouches for nothing
            return std::nullopt;
        return reading->seal.head;
    } catch (const std::exception& exception) {
        spdlog::info("no anchor in {}: {}", platform::utf8(copy), exception.what());
        return std::nullopt;
    }
}

/// Copies that may be of this file: those beside it, and those that the register knows.
std::set<fs::path> copiesToLookAt(const fs::path& file, const std::vector<BackupRecord>& records)
{
    std::set<fs::path> copies;
    std::error_code error;
    const auto own = fs::weakly_canonical(file, error);
    const auto add = [&](const fs::path& path) {
        const auto whole = fs::weakly_canonical(path, error);
        // Under whatever name the file itself stands there: read beside SQLite, it would give up its lock.
        if (!error && !fs::equivalent(whole, own, error) && copies.size() < kCopiesLookedAt && fs::is_regular_file(whole, error))
            copies.insert(whole);
    };
    for (auto record = records.rbegin(); record != records.rend(); ++record)
        add(platform::pathFrom(record->path));
    for (fs::directory_iterator entry(own.parent_path(), error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".thidua")
            add(entry->path());
    return copies;
}

bool isOldHeadOfConversion(Reader& reader, const RecordHead& head)
{
    return reader.number("SELECT count(*) FROM record_conversion WHERE operations = ? AND old_head = ?", {head.operations, head.hash}) > 0;
}

class Comparison {
public:
    Comparison(Reader& reader, RecordHead own, const fs::path& file, const std::string& fileUid, bool isBackup)
        : m_reader(reader), m_own(std::move(own)), m_line(lineOf(reader, m_own, file, fileUid, isBackup)), m_others(file, fileUid), m_isBackup(isBackup)
    {
    }

    void add(const Anchor& anchor);
    AnchorReport report();

private:
    /// Of the time before the file went on from a restored state, which vouches for what came before it.
    bool isSuperseded(const Anchor& anchor) const
    {
        const auto& from = m_line.goesOnFrom;
        return from && anchor.head.at <= from->at && (anchor.head.operations > from->operations || holds(m_reader, from->operations, from->head));
    }
    /// Made of a file in a place that this one had then.
    bool isOwn(const Anchor& anchor) const
    {
        return std::ranges::any_of(anchor.noted, [&](const AnchorNote& noted) { return m_line.isAtHome(noted.of, noted.at); });
    }
    /// Of what went on in the place that this state was moved out of.
    bool isOfTheOther(const Anchor& anchor) const
    {
        const auto& note = m_line.endedBy;
        const auto mayBe = [&](const AnchorNote& noted) { return noted.of.empty() || noted.of == note->path; };
        return note && anchor.head.at >= note->at && std::ranges::all_of(anchor.noted, mayBe) && !isOwn(anchor);
    }
    /// Whether it was made of a file in another place than any that this one had.
    bool isFromElsewhere(const Anchor& anchor) const
    {
        const auto isKnown = [](const AnchorNote& noted) { return !noted.of.empty(); };
        return !m_line.homes.empty() && !anchor.noted.empty() && std::ranges::all_of(anchor.noted, isKnown) && !isOwn(anchor);
    }
    bool isOfAnotherFile(const Anchor& anchor);

    Reader& m_reader;
    RecordHead m_own;
    Line m_line;
    OtherFiles m_others;
    bool m_isBackup;
    AnchorReport m_report;
    std::optional<Anchor> m_newest;
    std::optional<Anchor> m_newestOfAnother;
    std::string m_another;
    int m_ofAnother = 0;
    int m_superseded = 0;
    int m_ofTheOther = 0;
    int m_beforeUpgrade = 0;
};

/// Of a file that is worked in besides this one: it is there and holds what this one does not, or it was there when the backup was made.
bool Comparison::isOfAnotherFile(const Anchor& anchor)
{
    if (isOwn(anchor))
        return false;
    const bool fromElsewhere = isFromElsewhere(anchor);
    const auto found = m_others.holderOf(m_reader, m_own, anchor.head, m_line, fromElsewhere);
    const auto wasBeside = [&](const AnchorNote& noted) {
        return std::ranges::any_of(noted.besides, [&](const auto& place) { return m_isBackup ? m_line.isHome(place) : m_line.isAtHome(place, noted.at); });
    };
    const bool known = found.answer == OtherFiles::Answer::Unknown && fromElsewhere && std::ranges::all_of(anchor.noted, wasBeside)
                    && timeOfEntry(m_reader, anchor.head.operations) != anchor.head.at; // another entry of the same time is no other work
    if (found.answer != OtherFiles::Answer::Apart && !known)
        return false;
    ++m_ofAnother;
    if (!m_newestOfAnother || anchor.head.at > m_newestOfAnother->head.at) {
        m_newestOfAnother = anchor;
        m_another = found.place.empty() ? anchor.noted.back().of : found.place;
    }
    return true;
}

void Comparison::add(const Anchor& anchor)
{
    ++m_report.known;
    const auto& head = anchor.head;
    if (holds(m_reader, head.operations, head.hash) || isOldHeadOfConversion(m_reader, head)) {
        ++m_report.fitting;
        if (!m_newest || head.operations > m_newest->head.operations)
            m_newest = anchor;
    } else if (head.operations > m_own.operations && m_isBackup) {
        // A copy of an earlier day says nothing of later ones.
    } else if (isSuperseded(anchor)) {
        ++m_superseded;
    } else if (isOfTheOther(anchor)) {
        ++m_ofTheOther;
    } else if (head.operations <= m_own.operations && wasRewrittenSince(m_reader, head.operations)) {
        ++m_beforeUpgrade;
    } else if (isOfAnotherFile(anchor)) {
        // It says nothing of this one.
    } else if (head.operations > m_own.operations) {
        m_report.problems.push_back({kCut, {std::to_string(m_own.operations), dayOf(m_own.at), anchor.source, std::to_string(head.operations), dayOf(head.at)}});
    } else {
        m_report.problems.push_back({kRewritten, {std::to_string(head.operations), anchor.source, dayOf(head.at)}});
    }
}

AnchorReport Comparison::report()
{
    auto& notes = m_report.notes;
    if (m_newest) {
        const auto& newest = m_newest->head;
        m_report.provenUpTo = newest.operations;
        const auto after = m_own.operations - newest.operations;
        notes.push_back({after > 0 ? "check-note.anchored" : "check-note.anchored-whole",
                         {std::to_string(m_report.fitting), std::to_string(newest.operations), dayOf(newest.at), m_newest->source, std::to_string(after)}});
    } else if (m_report.problems.empty()) {
        notes.push_back({"check-note.not-anchored", {}});
    }
    if (m_superseded > 0)
        notes.push_back({"check-note.restored", {dayOf(m_line.goesOnFrom->at), std::to_string(m_line.goesOnFrom->operations), std::to_string(m_superseded)}});
    if (m_ofTheOther > 0)
        notes.push_back({"check-note.was-replaced", {dayOf(m_line.endedBy->at), std::to_string(m_ofTheOther)}});
    if (m_ofAnother > 0)
        notes.push_back({"check-note.other-file", {std::to_string(m_ofAnother), m_another, std::to_string(m_newestOfAnother->head.operations), dayOf(m_newestOfAnother->head.at)}});
    if (m_beforeUpgrade > 0)
        notes.push_back({"check-note.before-upgrade", {std::to_string(m_beforeUpgrade)}});
    return std::move(m_report);
}

}

std::vector<std::string> checkedAnchorProblems()
{
    return {kCut, kRewritten};
}

std::vector<Anchor> anchorsOf(const fs::path& file, const std::string& fileUid)
{
    std::vector<Anchor> anchors;
    const auto known = [&anchors](const RecordHead& head) {
        return std::ranges::find_if(anchors, [&head](const Anchor& anchor) { return anchor.head.operations == head.operations && anchor.head.hash == head.hash; });
    };
    const auto records = backupRegister(fileUid);
    const auto own = nameInRegister(file);
    for (const auto& record : records) {
        const RecordHead head{record.operations, record.head, record.changeAt};
        if (head.hash.empty())
            continue;
        auto anchor = known(head);
        if (anchor == anchors.end()) // no file vouches for itself
            anchor = anchors.insert(anchors.end(), {record.path == own ? messageWord("anchor.register") : record.path, head, {}});
        anchor->noted.push_back({record.of, std::max(record.at, record.changeAt), record.besides});
    }
    for (const auto& copy : copiesToLookAt(file, records))
        if (const auto head = headOfCopy(copy, fileUid); head && known(*head) == anchors.end())
            anchors.push_back({platform::utf8(copy), *head, {}});
    return anchors;
}

AnchorReport compareAnchors(Reader& reader, const fs::path& file, const std::string& fileUid, const std::vector<Anchor>& anchors, bool isBackup)
{
    Comparison comparison(reader, recordHead(reader), file, fileUid, isBackup);
    for (const auto& anchor : anchors)
        comparison.add(anchor);
    return comparison.report();
}

}

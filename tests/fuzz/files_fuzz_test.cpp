// SPDX-License-Identifier: GPL-3.0-or-later
// Mutated school files and backups for every reader of them: each is read, or refused in a sentence; none ends the program, none is waited
// for without end, and no damage slips through. THIDUA_FUZZ: how many (tests/attack/fuzz).
#include "mutator.h"
#include "services/core/backup_service.h"
#include "services/core/file_check.h"
#include "services/core/school_service.h"
#include "services/core/school_summary.h"
#include "services/review/nomination_service.h"
#include "storage/content_hash.h"
#include "support/catch.h"
#include "services/core/sample_service.h"
#include "support/scratch.h"
#include "text/messages.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <csignal>
#include <cstdio>
#include <map>
#include <unistd.h>

using namespace thidua;
using namespace thidua::test;
using services::SchoolFile;
namespace fs = std::filesystem;

namespace {

const FixedClock kClock{Date(2022, 9, 23)};
constexpr unsigned kPatience = 60; ///< seconds for one reader; the slowest sound file takes a hundredth of it

std::size_t at = 0; ///< the mutation under way, for whoever has to see it again

void tooLong(int)
{
    std::fprintf(stderr, "a reader does not come to its end: mutation %zu of seed %llu\n", at, static_cast<unsigned long long>(fuzzSeed()));
    ::_exit(99);
}

/// Where a file says what it is made of: its header, the head of a page, a cell pointer. Anywhere else bytes are mostly texts.
std::string damagedFile(Mutator& mutator, std::string bytes)
{
    constexpr std::size_t kPage = 4096;
    const auto pages = bytes.size() / kPage;
    for (auto left = 1 + mutator.below(3); left > 0 && !bytes.empty(); --left) {
        const auto page = mutator.below(pages + 1) * kPage;
        std::size_t place = mutator.below(bytes.size());
        switch (mutator.below(12)) {
        case 0: place = mutator.below(100); break;
        case 1: place = page + mutator.below(12); break;
        case 2: place = page + 8 + mutator.below(200); break;
        case 3: bytes.resize(place); continue;
        case 4: bytes.append(1 + mutator.below(5000), static_cast<char>(mutator.below(256))); continue;
        case 5:
            if (page < bytes.size())
                bytes.replace(page, std::min(kPage, bytes.size() - page), kPage, '\0');
            continue;
        case 6: {
            const auto other = mutator.below(pages) * kPage;
            if (page + kPage <= bytes.size() && other + kPage <= bytes.size()) {
                const auto moved = bytes.substr(page, kPage);
                bytes.replace(page, kPage, bytes, other, kPage);
                bytes.replace(other, kPage, moved);
            }
            continue;
        }
        case 7: // a piece of it once more, somewhere else
            for (std::size_t i = 0, from = mutator.below(bytes.size()); i < 64 && from + i < bytes.size() && place + i < bytes.size(); ++i)
                bytes[place + i] = bytes[from + i];
            continue;
        default: break;
        }
        if (place >= bytes.size())
            continue;
        bytes[place] = mutator.below(2) == 0 ? static_cast<char>(static_cast<unsigned char>(bytes[place]) ^ (1U << mutator.below(8))) : static_cast<char>(mutator.below(256));
    }
    return bytes;
}

/// One text of one row exchanged for something that hurts, in a file that is sound otherwise: what a SQL tool does.
std::string damagedText(Mutator& mutator, const fs::path& sound, const fs::path& to)
{
    fs::copy_file(sound, to, fs::copy_options::overwrite_existing);
    SQLite::Database database(to.string(), SQLite::OPEN_READWRITE);
    std::vector<std::string> triggers, places;
    SQLite::Statement names(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    while (names.executeStep())
        triggers.push_back(names.getColumn(0).getString());
    names.reset();
    SQLite::Statement columns(database, "SELECT '\"' || t.name || '\" SET \"' || c.name || '\" = ?1 WHERE rowid IN (SELECT rowid FROM \"' || t.name || '\" ORDER BY (rowid + ?2) * 2654435761 % 4294967296 LIMIT 1)' "
                                        "FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' "
                                        // Outside the record, and nothing is decided by them (docs/reliability.md).
                                        "AND t.name NOT IN ('schema_migration', 'file_meta') AND t.name || '.' || c.name NOT IN ('judgement.honour', 'rule_pack.added_on', 'change_op.sensitive', 'paper_content.row_version')");
    while (columns.executeStep())
        places.push_back(columns.getColumn(0).getString());
    columns.reset();
    std::vector<std::string> again;
    SQLite::Statement sources(database, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
    while (sources.executeStep())
        again.push_back(sources.getColumn(0).getString());
    sources.reset();
    database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF; BEGIN");
    for (const auto& name : triggers)
        database.exec("DROP TRIGGER \"" + name + "\"");
    static const std::vector<std::string> kHurting = {"", "{", "[]", "null", "\xff\xfe", "-1", "99999999999999999999", "1e999", "2022-02-30", "9999-99-99", "0000-00-00",
                                                      std::string(100'000, 'x'), std::string(3'000, '['), std::string(1, '\0'), "excellent", "x'00'", "%s%n", "\xed\xa0\x80"};
    int changed = 0;
    for (std::size_t i = 0, wanted = 1 + mutator.below(3); i < 40 && changed < static_cast<int>(wanted); ++i) {
        SQLite::Statement change(database, "UPDATE OR IGNORE " + mutator.oneOf(places));
        const auto kind = mutator.below(4);
        const auto& text = mutator.oneOf(kHurting);
        change.bind(2, static_cast<std::int64_t>(mutator.below(1'000'000))); // which row
        if (kind == 0)
            change.bind(1, text.data(), static_cast<int>(text.size()));
        else if (kind == 1)
            change.bind(1, static_cast<std::int64_t>(mutator.below(1'000'000)) - 500'000);
        else
            change.bind(1, text);
        try {
            changed += change.exec();
        } catch (const SQLite::Exception&) {
            // A STRICT column of another kind: then nothing is changed.
        }
    }
    for (const auto& trigger : again)
        database.exec(trigger);
    database.exec("COMMIT");
    return bytesOf(to);
}

struct FileTally {
    int refused = 0, named = 0, read = 0;
};

/// What is wrong about the way in which an error is answered; empty when nothing is.
std::string fileFaultOf(const Error& error)
{
    if (error.code == ErrorCode::Internal || error.key == "error.internal" || !text::hasMessage(error.key))
        return "no sentence for people: " + error.key + " " + error.detail;
    const auto sentence = text::sentence(error);
    return sentence.empty() || sentence.find('\0') != std::string::npos ? "not a sentence: " + sentence : std::string();
}

std::string contentOf(const fs::path& path)
{
    try {
        SQLite::Database database(path.string(), SQLite::OPEN_READONLY);
        return storage::contentHash(database);
    } catch (const SQLite::Exception&) {
        return "unreadable";
    }
}

/// The same without what stands outside the record, where nothing is decided (docs/reliability.md): a check says nothing of it.
std::string decidingContentOf(const fs::path& path)
{
    try {
        SQLite::Database file(path.string(), SQLite::OPEN_READONLY);
        SQLite::Database copy(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup(copy, file).executeStep();
        std::vector<std::string> triggers;
        SQLite::Statement names(copy, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
        while (names.executeStep())
            triggers.push_back(names.getColumn(0).getString());
        names.reset();
        for (const auto& name : triggers)
            copy.exec("DROP TRIGGER \"" + name + "\"");
        copy.exec("UPDATE schema_migration SET name = '', applied_at = '', app_version = ''; UPDATE file_meta SET uid = '', created_at = '', app_version = ''; "
                  "UPDATE change_op SET sensitive = 0; UPDATE judgement SET honour = ''; UPDATE rule_pack SET added_on = ''; UPDATE paper_content SET row_version = 1");
        return storage::contentHash(copy);
    } catch (const SQLite::Exception&) {
        return "unreadable";
    }
}

/// A sound school file and its backup.
struct Sound {
    Sound(const fs::path& folder, const std::string& sample)
    {
        path = folder / (sample + ".thidua");
        services::createSample(path, sample, kClock).value().reset();
        const auto copy = folder / (sample + "-ban-sao.thidua");
        REQUIRE(services::BackupService::backupTo(*SchoolFile::open(path, SchoolFile::Mode::ReadOnly, kClock, {"Lan"}).value(), copy));
        bytes = bytesOf(path);
        sealed = bytesOf(copy);
        content = contentOf(path);
        deciding = decidingContentOf(path);
        REQUIRE(content == contentOf(copy));
    }
    fs::path path;
    std::string bytes, sealed, content, deciding;
};

struct Fuzzed {
    Fuzzed() { std::signal(SIGALRM, &tooLong); }
    ~Fuzzed() { ::alarm(0); }
    /// The one with nominations where they are looked at, and now and then; else the small one, for speed.
    const Sound& soundFor(std::size_t reader, Mutator& mutator) const { return reader == 3 || mutator.below(10) == 0 ? large : small; }

    /// Every reader in its turn; what is wrong, empty when nothing is.
    std::string look(std::size_t reader, const Sound& sound, bool sealed, bool changed, FileTally& tally) const
    {
        const auto answered = [&tally](const auto& result) {
            ++(result ? tally.read : tally.refused);
            return result ? std::string() : fileFaultOf(result.error());
        };
        if (reader == 0) {
            const auto verified = services::BackupService::verify(victim);
            if (!verified)
                return answered(verified);
            ++(verified->problems.empty() ? tally.read : tally.named);
            return sealed && changed && verified->problems.empty() && verified->sealed ? "a damaged backup passes" : "";
        }
        const bool writes = reader == 4;
        const auto file = SchoolFile::open(victim, writes ? SchoolFile::Mode::ReadWrite : SchoolFile::Mode::ReadOnly, kClock, {"Lan"},
                                           reader == 3 || writes ? SchoolFile::Rules::AtOnce : SchoolFile::Rules::WhenAsked);
        if (!file)
            return answered(file);
        if (reader == 1) {
            const auto report = services::checkSchoolFile(**file);
            if (!report)
                return answered(report);
            ++(report->problems.empty() ? tally.read : tally.named);
            for (const auto& problem : report->problems)
                if (problem.find("lỗi bên trong") != std::string::npos)
                    return problem;
            // A wrong count of free pages changes no content, and only stops the copy that the second question needs.
            return changed && report->problems.empty() && contentOf(victim) != sound.content && decidingContentOf(victim) != sound.deciding ? "changed content passes the check" : "";
        }
        if (reader == 2)
            return answered((*file)->summary());
        if (writes) {
            (*file)->undoNames();
            services::BackupService::age(**file);
            services::BackupService::clockDoubt(**file);
            return answered(services::SchoolService(**file).school());
        }
        const auto years = services::SchoolService(**file).years();
        if (!years || years->empty())
            return answered(years);
        return answered(services::NominationService(**file).evaluateAll(years->back().id, std::nullopt));
    }

    void run(std::size_t count, const std::function<std::string(Mutator&, const Sound&, bool sealed)>& mutated)
    {
        Mutator mutator(fuzzSeed());
        std::map<std::size_t, FileTally> tallies;
        for (at = 0; at < count; ++at) {
            const auto reader = at % 5;
            const auto& sound = soundFor(reader, mutator);
            const bool sealed = mutator.below(2) == 0;
            const auto bytes = mutated(mutator, sound, sealed);
            for (const auto& entry : fs::directory_iterator(victim.parent_path()))
                fs::remove_all(entry.path());
            std::ofstream(victim, std::ios::binary) << bytes;
            INFO("mutation " << at << " of seed " << fuzzSeed() << ", reader " << reader);
            ::alarm(kPatience);
            const auto wrong = look(reader, sound, sealed, bytes != (sealed ? sound.sealed : sound.bytes), tallies[reader]);
            ::alarm(0);
            if (!wrong.empty()) {
                fs::copy_file(victim, fs::temp_directory_path() / "thidua-fuzz-found.thidua", fs::copy_options::overwrite_existing);
                fs::copy_file(sound.path, fs::temp_directory_path() / "thidua-fuzz-sound.thidua", fs::copy_options::overwrite_existing);
                FAIL_CHECK(wrong);
            }
        }
        static const char* const kNames[] = {"verify", "check", "info", "evaluate", "opening"};
        std::string summary;
        for (const auto& [reader, tally] : tallies)
            summary += std::string("; ") + kNames[reader] + ": " + std::to_string(tally.refused) + " refused, " + std::to_string(tally.named) + " with findings, "
                     + std::to_string(tally.read) + " read";
        WARN(count << " mutated files" << summary);
    }

    Scratch scratch;
    Sound small{scratch.folder(), "hong-duong"};
    Sound large{scratch.folder(), "mang-den"};
    fs::path victim = [this] {
        fs::create_directory(scratch / "nan-nhan");
        return scratch / "nan-nhan" / "truong.thidua";
    }();
};

}

TEST_CASE_METHOD(Fuzzed, "mutated bytes of files and backups are read, named or refused by every reader", "[fuzz]")
{
    run(tries(2'000), [](Mutator& mutator, const Sound& sound, bool sealed) { return damagedFile(mutator, sealed ? sound.sealed : sound.bytes); });
}

TEST_CASE_METHOD(Fuzzed, "values that a tool put into a file are read, named or refused by every reader", "[fuzz]")
{
    run(tries(400), [this](Mutator& mutator, const Sound& sound, bool) { return damagedText(mutator, sound.path, scratch / "sua.thidua"); });
}

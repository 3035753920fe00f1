// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema_check.h"

#include "base/vietnamese.h"
#include "storage/freeze.h"
#include "storage/hash.h"
#include "storage/message_word.h"
#include "storage/migrator.h"
#include "storage/schema_hash.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <map>
#include <mutex>

namespace thidua::storage {
namespace {

constexpr const char* kMissing = "check.schema-missing";
constexpr const char* kForeign = "check.schema-foreign";
constexpr const char* kAltered = "check.schema-altered";
constexpr const char* kMigration = "check.migration-altered";

/// How an object was made, by its type and name.
using Objects = std::map<std::pair<std::string, std::string>, std::string>;

Objects objectsOf(SQLite::Database& database)
{
    Objects objects;
    // Left out is what SQLite makes by itself; an index without SQL belongs to its table's.
    SQLite::Statement rows(database, "SELECT type, name, tbl_name || ': ' || coalesce(sql, '') FROM sqlite_schema "
                                     "WHERE name NOT IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4') AND NOT (type = 'index' AND sql IS NULL)");
    while (rows.executeStep())
        objects[{rows.getColumn(0).getString(), rows.getColumn(1).getString()}] = rows.getColumn(2).getString();
    return objects;
}

std::string hashOf(const Objects& objects)
{
    std::string all;
    for (const auto& [object, made] : objects)
        all += object.first + '\x1f' + object.second + '\x1f' + made + '\x1e';
    return sha256(all);
}

/// A file of this version as the program makes it, and as an upgrade leaves it that was interrupted before its last step; worked out once.
const Objects& declared(int version, bool finished)
{
    static std::mutex mutex;
    static std::map<std::pair<int, bool>, Objects> known;
    const std::lock_guard lock(mutex);
    auto found = known.find({version, finished});
    if (found == known.end()) {
        SQLite::Database made(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        auto migrations = shippedMigrations();
        std::erase_if(migrations, [version](const Migration& migration) { return migration.version > version; });
        if (finished ? migrate(made, migrations, {}) : migrateUnfrozen(made, migrations, {}))
            found = known.emplace(std::pair(version, finished), objectsOf(made)).first;
        else
            throw std::logic_error("the migrations cannot be run");
    }
    return found->second;
}

bool isGenerated(const Objects::value_type& object)
{
    return object.first.first == "trigger" && object.first.second.starts_with("freeze_");
}

/// A trigger of one statement, which refuses: whatever condition it has, it changes nothing.
bool canOnlyRefuse(const std::string& made)
{
    constexpr std::string_view kRefusal = " BEGIN SELECT RAISE(ABORT, 'frozen'); END";
    return made.ends_with(kRefusal) && std::ranges::count(made, ';') == 1;
}

/// Takes out of both what tells a file frozen by another program, or not yet again after an upgrade that was interrupted, from one of this
/// program: opening it makes that anew. Anything else under such names stays.
void leaveOutGuards(int version, Objects& expected, Objects& actual)
{
    std::erase_if(expected, isGenerated);
    std::erase_if(actual, [&expected](const auto& object) {
        return object.first.first == "trigger" && goesWhenFrozen(object.first.second) && canOnlyRefuse(object.second) && !expected.contains(object.first);
    });
    for (const auto& object : declared(version, false))
        if (const auto found = actual.find(object.first); found != actual.end() && found->second == object.second && !expected.contains(object.first))
            actual.erase(found);
}

FileProblem problem(const char* key, const Objects::value_type& object)
{
    return {key, {messageWord("schema-object." + object.first.first), normalised(object.first.second)}};
}

void checkMigrations(SQLite::Database& database, int version, std::vector<FileProblem>& problems)
{
    std::map<int, std::string> noted;
    SQLite::Statement rows(database, "SELECT version, sha256 FROM schema_migration");
    while (rows.executeStep())
        noted[rows.getColumn(0).getInt()] = rows.getColumn(1).getString();
    if (!noted.contains(version)) // the number in the file's head alone, which tells an older program to keep off
        problems.push_back({kMigration, {std::to_string(version)}});
    for (const auto& migration : shippedMigrations())
        if (migration.version <= version && noted[migration.version] != checksumOf(migration))
            problems.push_back({kMigration, {std::to_string(migration.version)}});
}

}

std::vector<std::string> checkedSchemaProblems()
{
    return {kMissing, kForeign, kAltered, kMigration};
}

std::string schemaHash(SQLite::Database& database)
{
    return hashOf(objectsOf(database));
}

std::vector<FileProblem> schemaProblems(SQLite::Database& database)
{
    std::vector<FileProblem> problems;
    const int version = schemaVersion(database);
    auto actual = objectsOf(database);
    if (version == shippedMigrations().back().version && hashOf(actual) == kSchemaHash) {
        checkMigrations(database, version, problems);
        return problems;
    }
    auto expected = declared(version, true);
    if (!isFrozenAsDeclared(database))
        leaveOutGuards(version, expected, actual);
    for (const auto& object : expected) {
        const auto found = actual.find(object.first);
        if (found == actual.end())
            problems.push_back(problem(kMissing, object));
        else if (found->second != object.second)
            problems.push_back(problem(kAltered, object));
    }
    for (const auto& object : actual)
        if (!expected.contains(object.first))
            problems.push_back(problem(kForeign, object));
    checkMigrations(database, version, problems);
    return problems;
}

std::optional<Error> foreignSchema(SQLite::Database& database, const std::string& file)
{
    auto problems = schemaProblems(database);
    std::erase_if(problems, [](const FileProblem& problem) { return problem.key == kMigration; });
    if (problems.empty())
        return std::nullopt;
    const auto& first = problems.front().args;
    return Error{ErrorCode::ReadOnly, "file.schema-foreign", {file, first[0], first[1]}, {}, {}};
}

}

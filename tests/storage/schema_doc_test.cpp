// SPDX-License-Identifier: GPL-3.0-or-later
// docs/data-model.md lists every table with its columns, as a new file has them; schema_hash.h is the hash of that schema.
#include "storage_support.h"

#include "base/text_util.h"
#include "storage/schema_check.h"
#include "storage/schema_hash.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <map>
#include <regex>

using namespace thidua;
using namespace thidua::test;

namespace {

using Tables = std::map<std::string, std::string>;

Tables inFile()
{
    const Scratch scratch;
    const auto file = storage::DataFile::create(scratch / "a.thidua", kNow).value();
    Tables tables;
    file->reader().each("SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' "
                        "ORDER BY t.name, c.cid",
                        {}, [&tables](const storage::Values& row) {
                            auto& columns = tables[std::get<std::string>(row[0])];
                            columns += (columns.empty() ? "" : ", ") + std::get<std::string>(row[1]);
                        });
    return tables;
}

Tables inPage()
{
    std::ifstream stream(std::string(THIDUA_SOURCE) + "/docs/data-model.md");
    const std::regex line(R"(^\| `([a-z_]+)` \| [^|]+ \| ([^|]+) \|$)");
    Tables tables;
    for (std::string text; std::getline(stream, text);)
        if (std::smatch match; std::regex_match(text, match, line))
            tables[match[1]] = match[2];
    return tables;
}

}

TEST_CASE("the page of the data model lists every table with its columns")
{
    const auto page = inPage();
    const auto file = inFile();
    for (const auto& [table, columns] : file) {
        INFO("the page should say: | `" << table << "` | … | " << columns << " |");
        CHECK(page.contains(table));
        CHECK((!page.contains(table) || page.at(table) == columns));
    }
    for (const auto& [table, columns] : page)
        if (!file.contains(table))
            FAIL_CHECK("the page tells of a table that is not there: " << table);
    CHECK(file.size() > 40);
}

TEST_CASE("the hash by which a file's schema is known at once is that of the schema as it is made, and of no other")
{
    const Scratch scratch;
    const auto file = storage::DataFile::create(scratch / "a.thidua", kNow).value();
    auto& database = file->database();
    INFO("src/storage/schema_hash.h: kSchemaHash = \"" << storage::schemaHash(database) << "\"");
    CHECK(storage::schemaHash(database) == storage::kSchemaHash);
    CHECK(storage::schemaProblems(database).empty());
    database.exec("CREATE TRIGGER ours AFTER INSERT ON person BEGIN SELECT 1; END");
    CHECK(storage::schemaHash(database) != storage::kSchemaHash);
    CHECK_FALSE(storage::schemaProblems(database).empty());
    database.exec("DROP TRIGGER ours; DROP TRIGGER " + database.execAndGet("SELECT name FROM sqlite_schema WHERE type = 'trigger' LIMIT 1").getString());
    CHECK(storage::schemaHash(database) != storage::kSchemaHash);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The arrows of docs/architecture.md: what each module may include.
#include "source_tree.h"
#include "support/catch.h"

#include <map>
#include <regex>
#include <set>

using namespace thidua::test;

namespace {

const std::map<std::string, std::set<std::string>> kAllowed = {
    {"base", {"base"}},
    {"text", {"base", "text"}},
    {"domain", {"base", "domain"}},
    {"rules", {"base", "rules"}},
    {"proofread", {"base", "rules", "proofread"}},
    {"storage", {"base", "domain", "storage"}},
    {"documents", {"base", "domain", "documents"}},
    {"sheets", {"base", "sheets"}},
    {"services", {"base", "domain", "rules", "storage", "documents", "sheets", "proofread", "text", "services"}},
    {"render", {"base", "documents", "render"}},
    {"cli", {"base", "domain", "rules", "proofread", "documents", "sheets", "services", "render", "text", "cli"}},
};

std::vector<std::string> includesOf(const SourceFile& file, const std::string& pattern)
{
    static const std::string kStart = R"(^\s*#\s*include\s*)";
    const std::regex expression(kStart + pattern);
    std::vector<std::string> found;
    for (const auto& line : file.lines) {
        std::smatch match;
        if (std::regex_search(line, match, expression))
            found.push_back(match[1]);
    }
    return found;
}

}

TEST_CASE("a module includes only what its row allows")
{
    for (const auto& file : sources({"src"})) {
        const auto module = file.path.substr(4, file.path.find('/', 4) - 4);
        const auto row = kAllowed.find(module);
        INFO(file.path);
        REQUIRE(row != kAllowed.end());
        for (const auto& included : includesOf(file, "\"([a-z_]+)/")) {
            INFO(included);
            CHECK((row->second.contains(included) || included == "writers" || included == "builders" || included == "repo"));
        }
    }
}

TEST_CASE("no Qt below render and the command line")
{
    for (const auto& file : sources({"src"})) {
        if (file.path.starts_with("src/render/") || file.path.starts_with("src/cli/"))
            continue;
        INFO(file.path);
        CHECK(includesOf(file, "<(Q[A-Za-z]+)").empty());
    }
}

TEST_CASE("the window sees neither storage nor SQLite")
{
    for (const auto& file : sources({"ui"})) {
        INFO(file.path);
        CHECK(includesOf(file, "\"(storage)/").empty());
        CHECK(includesOf(file, "[<\"](sqlite3|SQLiteCpp)").empty());
    }
}

TEST_CASE("SQL stands in storage alone, the clock in base alone")
{
    const std::regex sql(R"(\b(SELECT\b.*\bFROM\b|INSERT (OR \w+ )?INTO\b|UPDATE\b.*\bSET\b|DELETE FROM\b|PRAGMA\b|WHERE\b.*[=<>?]|ORDER BY\b))");
    const std::regex clock(R"(\b(system_clock::now|std::time\(|QDate::currentDate|QDateTime::currentDateTime)\b)");
    for (const auto& file : sources({"src", "ui"})) {
        INFO(file.path);
        const auto split = splitOf(file);
        if (!file.path.starts_with("src/storage/"))
            for (const auto& literal : split.literals) {
                INFO(literal.line << ": " << literal.text);
                CHECK_FALSE(std::regex_search(literal.text, sql));
            }
        if (file.path.starts_with("src/") && file.path != "src/base/clock.cpp")
            CHECK_FALSE(std::regex_search(split.code, clock));
    }
}

TEST_CASE("message boxes come from the prompter and the net under bugs alone")
{
    for (const auto& file : sources({"ui"})) {
        if (file.path == "ui/shell/prompter.cpp" || file.path == "ui/app/application.cpp")
            continue;
        INFO(file.path);
        CHECK(file.text.find("QMessageBox") == std::string::npos);
    }
}

TEST_CASE("nothing turns the event loop in the middle of its work: what takes long is a job")
{
    for (const auto& file : sources({"ui"})) {
        INFO(file.path);
        for (const char* turning : {"processEvents", "QEventLoop"})
            CHECK(file.text.find(turning) == std::string::npos);
    }
}

TEST_CASE("threads are the job's, the backup's and those of the rules read ahead alone")
{
    const std::regex thread(R"(std::(thread|jthread|async)\b|QThread|QtConcurrent)");
    for (const auto& file : sources({"src", "ui"})) {
        INFO(file.path);
        if (file.path != "ui/shell/job.h" && file.path != "ui/shell/job.cpp" && file.path != "src/storage/backup.cpp" && !file.path.starts_with("src/services/law/rules_ahead."))
            CHECK_FALSE(std::regex_search(file.text, thread));
    }
}

TEST_CASE("paths are made of text, and told as text, in one place for libraries and one for the window")
{
    const std::regex made(R"(u8string|u16string|U16String|u8path|\bpath\.string\(\)|path\(\)\.string\(\)|filesystem::path\(\w+(\.|->)(c_str|toStd))");
    for (const auto& file : sources({"src", "ui"})) {
        INFO(file.path);
        if (file.path != "src/base/path_text.cpp")
            CHECK_FALSE(std::regex_search(splitOf(file).code, made));
    }
}

TEST_CASE("operating systems are spoken to in one file")
{
    const std::regex posix(R"(#\s*include\s*<(unistd|fcntl|sys/[a-z]+|windows|pthread)\.h>)");
    for (const auto& file : sources({"src", "ui"})) {
        INFO(file.path);
        if (file.path != "src/storage/platform.cpp")
            CHECK_FALSE(std::regex_search(file.text, posix));
    }
}

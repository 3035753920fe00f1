// SPDX-License-Identifier: GPL-3.0-or-later
// The law is data: below the window no C++ names an honour, a share, a quorum or a legal text. Sentences (src/text) may word them.
#include "source_tree.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

using namespace thidua::test;
using nlohmann::json;

namespace {

json rulesFile(const std::string& name)
{
    std::ifstream stream(std::string(THIDUA_SOURCE) + "/resources/rules/" + name + ".json", std::ios::binary);
    REQUIRE(stream);
    return json::parse(stream);
}

std::vector<SourceFile> belowTheWindow()
{
    auto files = sources({"src"});
    std::erase_if(files, [](const SourceFile& file) { return file.path.starts_with("src/text/"); });
    return files;
}

bool isWordSign(char sign)
{
    return std::isalnum(static_cast<unsigned char>(sign)) != 0 || (static_cast<unsigned char>(sign) & 0x80) != 0;
}

/// Whether the name stands in the text as words of its own.
bool names(const std::string& text, const std::string& name)
{
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
        const bool begins = at == 0 || !isWordSign(text[at - 1]);
        const bool ends = at + name.size() == text.size() || !isWordSign(text[at + name.size()]);
        if (begins && ends)
            return true;
    }
    return false;
}

/// The first of these that a literal names; empty without any.
std::string namedIn(const std::string& literal, const std::set<std::string>& all)
{
    for (const auto& name : all)
        if (names(literal, name))
            return name;
    return {};
}

std::set<std::string> honourCodes()
{
    std::set<std::string> codes;
    const auto file = rulesFile("honours");
    for (const auto& honour : file["honours"]) {
        auto code = honour["id"].get<std::string>();
        codes.insert(code);
        std::ranges::replace(code, '-', '_');
        codes.insert(code);
    }
    return codes;
}

std::set<std::string> honourNames()
{
    std::set<std::string> all;
    const auto file = rulesFile("honours");
    for (const auto& honour : file["honours"])
        for (const auto& name : {honour["name"]["vi"], honour["name"]["en"], honour["short"]})
            all.insert(name.get<std::string>());
    return all;
}

std::set<std::string> legalTexts()
{
    std::set<std::string> all;
    const auto file = rulesFile("sources");
    for (const auto& source : file["sources"])
        for (const char* key : {"number", "short", "name", "id"})
            if (source.contains(key))
                all.insert(source[key].get<std::string>());
    return all;
}

void checkNone(const std::vector<SourceFile>& files, const std::set<std::string>& all)
{
    REQUIRE(all.size() > 20);
    REQUIRE(files.size() > 100);
    for (const auto& file : files)
        for (const auto& literal : splitOf(file).literals) {
            const auto named = namedIn(literal.text, all);
            INFO(file.path << ":" << literal.line << " names " << named << ": " << literal.text);
            CHECK(named.empty());
        }
}

void checkNone(const std::regex& pattern, bool inCode)
{
    for (const auto& file : belowTheWindow()) {
        const auto split = splitOf(file);
        if (inCode) {
            std::smatch match;
            const bool found = std::regex_search(split.code, match, pattern);
            INFO(file.path << ": " << (found ? match.str() : std::string()));
            CHECK_FALSE(found);
            continue;
        }
        for (const auto& literal : split.literals) {
            INFO(file.path << ":" << literal.line << ": " << literal.text);
            CHECK_FALSE(std::regex_search(literal.text, pattern));
        }
    }
}

SourceFile fileOf(std::string text)
{
    return {"probe.cpp", std::move(text), {}};
}

}

TEST_CASE("a file is split into code and every one of its literals")
{
    const auto split = splitOf(fileOf("a(\"one\", \"t\\\"wo\"); // \"comment\"\nR\"x(th\"ree)x\" '\"' 1'000 /* \"no\"\n */ \"four\""));
    REQUIRE(split.literals.size() == 4);
    CHECK(split.literals[0].text == "one");
    CHECK(split.literals[1].text == "t\\\"wo");
    CHECK(split.literals[2].text == "th\"ree");
    CHECK(split.literals[2].line == 2);
    CHECK(split.literals[3].text == "four");
    CHECK(split.literals[3].line == 3);
    CHECK(split.code == "a(\"\", \"\"); \n\"\" ' ' 1'000 \n \"\"");
    CHECK(splitOf(fileOf("f(g(1), h(\"a\", (\"b\")), \"c\")")).literals[0].calls == std::vector<std::string>{"f", "h"});
    CHECK(splitOf(fileOf("f(g(1), h(\"a\", (\"b\")), \"c\")")).literals[1].in({"h"}));
    CHECK_FALSE(splitOf(fileOf("f(g(1), h(\"a\", (\"b\")), \"c\")")).literals[2].in({"g", "h"}));
    CHECK(names("x lao-dong-tien-tien", "lao-dong-tien-tien"));
    CHECK_FALSE(names("xlao-dong-tien-tien", "lao-dong-tien-tien"));
}

TEST_CASE("no honour is named below the window, and none by its code in the window")
{
    checkNone(belowTheWindow(), honourCodes());
    checkNone(belowTheWindow(), honourNames());
    checkNone(sources({"ui"}), honourCodes());
}

TEST_CASE("no legal text is named below the window")
{
    checkNone(belowTheWindow(), legalTexts());
    checkNone(std::regex(R"([0-9]+/[0-9]{4}/(NĐ|TT|QĐ|QH|NQ|L)|(NĐ|TT|TTLT|Luật|Nghị định|Thông tư|Nghị quyết) (số )?[0-9]+/[0-9]{4}|Điều [0-9]+ (của )?(NĐ|TT|Luật|Nghị định|Thông tư|Điều lệ))"),
              false);
}

TEST_CASE("no share and no quorum is written below the window")
{
    // Fractions as literals, fractions as values, and the arithmetic of "so many parts of so many".
    checkNone(std::regex(R"(^[0-9]+/[0-9]+$)"), false);
    checkNone(std::regex(R"(Ratio(\s+\w+)?\s*\{\s*[0-9]+\s*,\s*([2-9]|[0-9]{2,})\s*\})"), true);
    checkNone(std::regex(R"(\*\s*[0-9]+(\s*\+\s*[0-9]+)?\s*\)?\s*/\s*[0-9]+)"), true);
}

TEST_CASE("the page for authors lists every pair of facts that deny each other")
{
    std::ifstream stream(std::string(THIDUA_SOURCE) + "/docs/rules-authoring.md", std::ios::binary);
    const std::string page((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    const auto file = rulesFile("conflicts");
    REQUIRE(file["conflicts"].size() >= 20);
    for (const auto& conflict : file["conflicts"]) {
        INFO(conflict["id"].get<std::string>());
        CHECK(page.find("| `" + conflict["id"].get<std::string>() + "` |") != std::string::npos);
    }
}

TEST_CASE("the page of what is not known names every text that nobody has read in full")
{
    std::ifstream stream(std::string(THIDUA_SOURCE) + "/docs/law-not-known.md", std::ios::binary);
    const std::string page((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    const auto file = rulesFile("sources");
    // Letters, local decisions and texts that only money or old dates rest on are told by what they leave open.
    const std::set<std::string> told = {"L06-2026", "T07-2026", "T67-2026", "T15-2025", "T35-2015", "L136-2025", "QD01-2026"};
    for (const auto& source : file["sources"])
        if (told.contains(source["id"].get<std::string>())) {
            CHECK_FALSE(source.value("certain", true));
            INFO(source["number"].get<std::string>());
            CHECK(page.find(source["number"].get<std::string>()) != std::string::npos);
        }
}

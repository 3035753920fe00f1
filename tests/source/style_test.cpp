// SPDX-License-Identifier: GPL-3.0-or-later
// The house style, as far as a program can see it.
#include "source_tree.h"
#include "support/catch.h"

#include "base/vietnamese.h"

#include <regex>

using namespace thidua::test;

TEST_CASE("files open with their licence, headers guard themselves, lines are clean")
{
    for (const auto& file : sources({"src", "ui", "tests"})) {
        INFO(file.path);
        REQUIRE_FALSE(file.lines.empty());
        CHECK(file.lines.front() == "// SPDX-License-Identifier: GPL-3.0-or-later");
        if (file.path.ends_with(".h"))
            CHECK(file.text.find("#pragma once") != std::string::npos);
        CHECK(file.text.back() == '\n');
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto& line = file.lines[i];
            INFO(i + 1 << ": " << line);
            CHECK_FALSE((!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')));
            CHECK(line.find('\t') == std::string::npos);
        }
    }
}

TEST_CASE("no file grows out of sight")
{
    for (const auto& file : sources({"src", "ui"})) {
        INFO(file.path << " has " << file.lines.size() << " lines");
        CHECK(file.lines.size() <= 500);
        if (file.path == "ui/shell/main_window.cpp")
            CHECK(file.lines.size() < 400);
    }
}

TEST_CASE("no loop walks through a result that is gone when it begins")
{
    // What a call returns lives as long as the range of a loop only when it is the range itself, not when it is what holds it.
    const std::regex dangling(R"(for \([^;]* : (\*[\w.:>-]+\(|.*\)\.value\(\)))");
    for (const auto& file : sources({"src", "ui", "tests"}))
        for (const auto& line : file.lines) {
            INFO(file.path << ": " << line);
            CHECK_FALSE(std::regex_search(line, dangling));
        }
}

TEST_CASE("sources are NFC, and nothing is left unfinished")
{
    const std::regex unfinished(R"(\b(TODO|FIXME|XXX)\b|coming soon|not implemented|chưa hỗ trợ)");
    for (const auto& file : sources({"src", "ui"})) {
        INFO(file.path);
        CHECK(thidua::isNfc(file.text));
        CHECK_FALSE(std::regex_search(file.text, unfinished));
    }
}

namespace {

/// Words in Vietnamese: several words, some of them with marks (an official symbol such as “QĐ-” is none).
bool isVietnamese(const std::string& literal)
{
    return literal.find(' ') != std::string::npos && thidua::fold(literal) != thidua::lower(thidua::normalised(literal));
}

}

TEST_CASE("Vietnamese words of the window stand in tr()")
{
    const std::string kProgram = "Thi Đua";
    const std::set<std::string> translating = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"};
    std::size_t seen = 0;
    for (const auto& file : sources({"ui"}))
        for (const auto& literal : splitOf(file).literals) {
            // Words that stand on official papers are exact and never translated; their lines say so.
            const auto& line = file.lines[literal.line - 1];
            if (line.ends_with("// on paper") || !isVietnamese(literal.text) || literal.text == kProgram)
                continue;
            ++seen;
            INFO(file.path << ":" << literal.line << ": " << line);
            CHECK(literal.in(translating));
        }
    CHECK(seen > 500);
}

TEST_CASE("the words of papers stand in resources/templates, none in the builders and views")
{
    const std::regex literal("\"([^\"]*)\"");
    const std::regex symbol("[A-ZĐ-]+");
    for (const auto& file : sources({"src/documents/builders", "src/services/papers"})) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto line = file.lines[i].substr(0, file.lines[i].find("//"));
            for (std::sregex_iterator match(line.begin(), line.end(), literal), end; match != end; ++match) {
                const std::string text = (*match)[1];
                // A symbol such as QĐ- is no word; everything else with a mark is.
                INFO(file.path << ":" << i + 1 << ": " << text);
                CHECK((thidua::fold(text) == thidua::lower(thidua::normalised(text)) || std::regex_match(text, symbol)));
            }
        }
    }
}

namespace {

/// A word that the window does not use, and the words around it in which it is right.
struct OtherWord {
    std::string word;
    std::vector<std::string> rightIn;
};

std::string without(std::string text, const std::vector<std::string>& parts)
{
    for (const auto& part : parts)
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
            text.erase(at, part.size());
    return text;
}

}

TEST_CASE("one word for one thing in all windows, and none that is no longer true")
{
    // docs/glossary.md says which.
    const std::vector<OtherWord> others = {
        {"lưu", {"ao lưu", "lưu ý", "chỗ lưu", "thời hạn lưu trữ"}}, {"Lưu", {"Lưu: VT", "Lưu ý"}},
        {"Hủy", {}}, {"Huỷ", {}}, {"hữ sau số", {}}, {"(m/n)", {}}, {"&amp;", {}}, {"Phòng GD&ĐT huyện", {}}, {"288 tháng", {}}};
    std::size_t seen = 0;
    for (const auto& file : sources({"ui"})) {
        // Making files is another thing than writing into the school's; a signed paper may keep its “Lưu”.
        if (file.path.starts_with("ui/print/") || file.path.find("backup") != std::string::npos || file.path == "ui/app/file_watch.cpp")
            continue;
        for (const auto& literal : splitOf(file).literals) {
            if (!literal.in({"tr", "translate"}))
                continue;
            ++seen;
            INFO(file.path << ":" << literal.line << ": " << literal.text);
            for (const auto& [word, rightIn] : others) {
                INFO(word);
                CHECK(without(literal.text, rightIn).find(word) == std::string::npos);
            }
        }
    }
    CHECK(seen > 500);
}

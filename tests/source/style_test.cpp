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

TEST_CASE("sources are NFC, and nothing is left unfinished")
{
    const std::regex unfinished(R"(\b(TODO|FIXME|XXX)\b|coming soon|not implemented|chưa hỗ trợ)");
    for (const auto& file : sources({"src", "ui"})) {
        INFO(file.path);
        CHECK(thidua::isNfc(file.text));
        CHECK_FALSE(std::regex_search(file.text, unfinished));
    }
}

TEST_CASE("Vietnamese words of the window stand in tr()")
{
    // A literal with a Vietnamese letter that is neither inside tr(…) nor a continuation of one.
    const std::regex literal("\"[^\"]*[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ][^\"]*\"");
    for (const auto& file : sources({"ui/pages", "ui/print", "ui/shell"})) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto& line = file.lines[i];
            if (!std::regex_search(line, literal) || line.find("//") < line.find('"'))
                continue;
            bool inside = line.find("tr(") != std::string::npos || line.find("translate(") != std::string::npos;
            for (std::size_t before = i; !inside && before > 0 && i - before < 4; --before)
                inside = file.lines[before - 1].find("tr(") != std::string::npos || file.lines[before - 1].find("TRANSLATE") != std::string::npos;
            INFO(file.path << ":" << i + 1 << ": " << line);
            CHECK(inside);
        }
    }
}

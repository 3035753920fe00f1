// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofread_support.h"

#include "proofread/dictionary.h"
#include "proofread/text_reader.h"
#include "support/scratch.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::test {

const proofread::Book& book()
{
    static const auto shipped = [] {
        auto rules = rules::Catalogue::shipped();
        REQUIRE(rules);
        auto dictionary = proofread::Dictionary::find(proofread::dictionaryFolders("."));
        REQUIRE(dictionary);
        auto made = proofread::Book::with(*rules, dictionary);
        REQUIRE(made);
        return *made;
    }();
    return shipped;
}

std::vector<proofread::Finding> read(const std::vector<std::string>& lines, std::optional<Date> on)
{
    return proofread::proofread(lines, on, book());
}

std::vector<proofread::Finding> readLine(const std::string& line, std::optional<Date> on)
{
    return read({"KẾ HOẠCH", "Phát động phong trào thi đua năm học 2021 - 2022", line}, on);
}

std::vector<std::string> fixture(const std::string& name)
{
    const auto lines = proofread::readText(bytesOf(std::filesystem::path(PROOFREAD_TEXTS) / name));
    REQUIRE(lines);
    return *lines;
}

std::string shown(const std::vector<proofread::Finding>& findings)
{
    std::string text;
    for (const auto& finding : findings)
        text += std::to_string(finding.line) + " " + finding.kind + " “" + finding.quote + "” " + text::message("proof." + finding.key, finding.args) + " → "
                + finding.suggestion + "\n";
    return text;
}

const proofread::Finding* find(const std::vector<proofread::Finding>& findings, const std::string& kind, const std::string& quotePart)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const proofread::Finding& finding) {
        return finding.kind == kind && finding.quote.find(quotePart) != std::string::npos;
    });
    return found == findings.end() ? nullptr : &*found;
}

}

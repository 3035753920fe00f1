// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/school_proposals.h"

#include "base/vietnamese.h"
#include "ui/text/qt_text.h"

#include <QCoreApplication>

#include <sstream>
#include <vector>

namespace thidua::ui {
namespace {

struct SchoolProposalsWords {
    Q_DECLARE_TR_FUNCTIONS(SchoolProposals)
};

std::string committeeOf(const std::string& place)
{
    return fromQ(SchoolProposalsWords::tr("Ủy ban nhân dân %1").arg(toQ(place)));
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::istringstream stream(normalised(text));
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

std::string firstLetter(const std::string& word)
{
    std::size_t length = 1;
    while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0U) == 0x80U)
        ++length;
    return word.substr(0, length);
}

bool isAbbreviation(const std::string& word)
{
    return word.size() > 1 && upper(word) == word;
}

bool startsWith(const std::string& text, const std::string& foldedStart)
{
    return fold(text).rfind(foldedStart, 0) == 0;
}

/// The text after the first `count` words.
std::string afterWords(const std::string& text, std::size_t count)
{
    const auto words = wordsOf(text);
    std::string rest;
    for (std::size_t i = count; i < words.size(); ++i)
        rest += (rest.empty() ? "" : " ") + words[i];
    return rest;
}

}

std::string proposedSymbol(const std::string& schoolName)
{
    std::string symbol;
    for (const auto& word : wordsOf(schoolName)) {
        const auto folded = fold(word);
        if (folded == "truong" && symbol.empty())
            continue;
        if (folded == "va" || folded == "-" || folded == "\u2013")
            continue;
        symbol += isAbbreviation(word) ? word : upper(firstLetter(word));
    }
    return symbol;
}

std::optional<domain::SchoolLevel> proposedLevel(const std::string& schoolName)
{
    using enum domain::SchoolLevel;
    const auto folded = " " + fold(schoolName) + " ";
    const auto has = [&folded](const char* part) { return folded.find(part) != std::string::npos; };
    const bool preschool = has("mam non") || has("mau giao") || has(" mn ");
    const bool primary = has("tieu hoc") || has(" th ");
    const bool lower = has("trung hoc co so") || has("thcs");
    const bool higher = has("trung hoc pho thong") || has("thpt");
    const int levels = int(preschool) + int(primary) + int(lower) + int(higher);
    if (primary && lower && levels == 2)
        return PrimaryAndLowerSecondary;
    if (levels > 1)
        return MultiLevel;
    if (preschool)
        return Preschool;
    if (primary)
        return Primary;
    if (lower)
        return LowerSecondary;
    return higher ? std::optional(UpperSecondary) : std::nullopt;
}

std::string proposedConferringAgency(const std::string& superiorAgency)
{
    const auto agency = normalised(superiorAgency);
    // A district's education office confers nothing itself: its committee does.
    if (startsWith(agency, "phong gd&dt") || startsWith(agency, "phong gddt") || startsWith(agency, "phong gd-dt"))
        return committeeOf(afterWords(agency, 2));
    if (startsWith(agency, "phong giao duc va dao tao"))
        return committeeOf(afterWords(agency, 6));
    return agency;
}

std::string proposedConferringHead(const std::string& conferringAgency)
{
    const auto agency = normalised(conferringAgency);
    if (startsWith(agency, "uy ban nhan dan") || startsWith(agency, "ubnd"))
        return fromQ(SchoolProposalsWords::tr("Chủ tịch %1").arg(toQ(agency)));
    if (startsWith(agency, "so "))
        return fromQ(SchoolProposalsWords::tr("Giám đốc %1").arg(toQ(agency)));
    return {};
}

std::string proposedPlace(const std::string& superiorAgency)
{
    const auto agency = normalised(superiorAgency);
    const std::size_t committee = startsWith(agency, "uy ban nhan dan ") ? 4 : startsWith(agency, "ubnd ") ? 1 : 0;
    const auto unit = committee > 0 ? fold(afterWords(agency, committee)) + ' ' : std::string();
    for (const char* commune : {"xa ", "phuong ", "thi tran ", "dac khu "})
        if (unit.starts_with(commune)) {
            const auto name = afterWords(agency, committee + (commune[0] == 't' || commune[0] == 'd' ? 2 : 1));
            return name.empty() || (name.front() >= '0' && name.front() <= '9') ? std::string() : name;
        }
    return {};
}

std::string proposedFileName(const std::string& symbol)
{
    std::string plain;
    for (const char letter : upper(fold(symbol)))
        if ((letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9'))
            plain += letter;
    return plain.empty() ? "Thi dua.thidua" : "Thi dua " + plain + ".thidua";
}

}

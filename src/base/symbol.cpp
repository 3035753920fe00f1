// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/symbol.h"

#include "base/code_points.h"
#include "base/embedded_file.h"
#include "base/text_util.h"
#include "base/vietnamese.h"

#include <algorithm>
#include <map>
#include <set>

namespace thidua {

/// resources/base/signs.txt, made by thidua_embed.
std::span<const EmbeddedFile> embeddedSigns();

namespace {

constexpr std::u32string_view kDashes = U"‐‑‒–—―−";
constexpr std::u32string_view kQuotes = U"“”„‟«»″";

char plainLetter(char32_t point)
{
    if (point == U' ' || point == 0xA0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F)
        return ' ';
    if (point < 0x80)
        return point >= U'A' && point <= U'Z' ? static_cast<char>(point + 32) : static_cast<char>(point);
    if (kDashes.find(point) != std::u32string_view::npos)
        return '-';
    if (kQuotes.find(point) != std::u32string_view::npos)
        return '"';
    const auto folded = fold(utf8Of({&point, 1}));
    return folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z' ? folded[0] : '~';
}

struct Signs {
    std::set<std::string> partyKinds, partyIssuers;
    std::vector<std::string> stateIssuers;
    std::map<std::string, std::string> letters, kinds;
    std::vector<std::pair<std::string, std::vector<std::string>>> levels; ///< words of issuers, in the order in which they are looked for
};

Signs readSigns()
{
    Signs signs;
    for (const auto& line : split(std::string(embeddedSigns().front().bytes), '\n')) {
        const auto colon = line.find(": ");
        if (line.starts_with("#") || colon == std::string::npos)
            continue;
        const auto name = line.substr(0, colon);
        if (name.starts_with("level "))
            signs.levels.emplace_back(name.substr(6), std::vector<std::string>());
        for (auto word : split(line.substr(colon + 2), ' ')) {
            if (name.starts_with("level ")) {
                std::ranges::replace(word, '_', ' ');
                signs.levels.back().second.push_back(word);
            } else if (name == "party kinds")
                signs.partyKinds.insert(word);
            else if (name == "party issuers")
                signs.partyIssuers.insert(word);
            else if (name == "state issuers")
                signs.stateIssuers.push_back(word);
            else if (const auto is = word.find('='); is != std::string::npos) {
                auto meant = word.substr(is + 1);
                std::ranges::replace(meant, '_', ' ');
                (name == "kinds" ? signs.kinds : signs.letters).emplace(word.substr(0, is), std::move(meant));
            }
        }
    }
    return signs;
}

const Signs& signs()
{
    static const Signs read = readSigns();
    return read;
}

/// The Party writes its kind before the slash and the issuer behind it; the state writes both behind.
bool partyForm(const Symbol& symbol)
{
    if (symbol.parts.size() != 2 || !symbol.year.empty() || !signs().partyKinds.contains(fold(symbol.parts[0])))
        return false;
    const auto issuer = fold(symbol.parts[1]);
    if (signs().partyIssuers.contains(issuer))
        return true;
    // Other bodies (the youth union, a congress) write like the Party; who is of the state does not.
    const bool state = std::ranges::any_of(signs().stateIssuers, [&](const std::string& start) { return issuer.starts_with(start); });
    return symbol.separators == "-/" && !state;
}

/// A letter that the sign of a kind or an office has, and a keyboard without Vietnamese has not.
std::string withBar(const std::string& part)
{
    const auto found = signs().letters.find(part);
    return found == signs().letters.end() ? part : found->second;
}

}

std::string plainReading(std::u32string_view points)
{
    std::string plain;
    plain.reserve(points.size());
    for (const char32_t point : points)
        plain += plainLetter(point);
    return plain;
}

bool isCapital(char32_t point)
{
    const char plain = plainLetter(point);
    const auto letter = utf8Of({&point, 1});
    return plain >= 'a' && plain <= 'z' && lower(letter) != letter;
}

const std::regex& Symbol::pattern()
{
    static const std::regex kPattern(
        R"((^|[^0-9a-z/.&-])((\d{1,5}[a-e]?)(?: {0,2}/ {0,2}|-)(\d{4}(?: ?/ ?|-))?[a-z][a-z0-9&]{0,14}((?: ?/ ?|-)[a-z][a-z0-9&]{0,20}){0,3})(?![a-z0-9&]))");
    return kPattern;
}

std::string Symbol::text() const
{
    if (party && parts.size() == 2)
        return number + "-" + parts[0] + "/" + parts[1];
    return number + "/" + (year.empty() ? std::string() : year + "/") + join(parts, "-");
}

std::optional<Symbol> Symbol::parse(std::string_view text)
{
    const auto points = codePoints(nfc(text));
    const auto plainText = plainReading(points);
    std::smatch match;
    if (!std::regex_search(plainText, match, pattern()))
        return std::nullopt;
    const auto from = static_cast<std::size_t>(match.position(2)), to = from + static_cast<std::size_t>(match.length(2));
    Symbol symbol;
    std::string part;
    const auto close = [&] {
        if (symbol.number.empty())
            symbol.number = part;
        else if (symbol.parts.empty() && symbol.year.empty() && part.size() == 4 && part.find_first_not_of("0123456789") == std::string::npos)
            symbol.year = part;
        else
            symbol.parts.push_back(withBar(part));
        part.clear();
    };
    std::size_t capitals = 0;
    for (std::size_t at = from; at < to; ++at) {
        const char plain = plainText[at];
        if (plain == '/' || plain == '-') {
            close();
            symbol.separators += plain;
        } else if (plain == ' ') {
            symbol.spaced = true;
        } else {
            appendPoint(part, points[at]);
            capitals += isCapital(points[at]) ? 1 : 0;
        }
    }
    close();
    if (symbol.parts.empty() || capitals < 2)
        return std::nullopt;
    if (!symbol.year.empty())
        symbol.separators.erase(symbol.separators.begin());
    symbol.party = partyForm(symbol);
    return symbol;
}

std::string rightSymbol(const std::string& text)
{
    auto bare = normalised(text);
    if (const auto space = bare.find(' '); space != std::string::npos && fold(bare.substr(0, space)) == "so")
        bare = bare.substr(space + 1);
    bare = std::regex_replace(bare, std::regex(" *([/-]|–) *"), "$1");
    const auto plain = plainReading(codePoints(nfc(bare)));
    std::smatch match;
    if (!std::regex_search(plain, match, Symbol::pattern()) || static_cast<std::size_t>(match.length(2)) != plain.size())
        return text;
    const auto symbol = Symbol::parse(bare);
    return symbol ? symbol->text() : text;
}

std::string kindOfSign(const std::string& number)
{
    const auto symbol = Symbol::parse(rightSymbol(number));
    if (!symbol)
        return {};
    const auto found = signs().kinds.find(symbol->parts.front());
    return found == signs().kinds.end() ? std::string() : found->second;
}

bool speaksOf(std::string_view line, const std::string& number)
{
    for (auto at = number.empty() ? std::string_view::npos : line.find(number); at != std::string_view::npos; at = line.find(number, at + 1)) {
        const auto end = at + number.size();
        const bool whole = (at == 0 || std::string_view("0123456789").find(line[at - 1]) == std::string_view::npos)
                        && (end == line.size() || std::string_view(" ,.;:)").find(line[end]) != std::string_view::npos);
        if (whole)
            return true;
    }
    return false;
}

std::string bodyLevel(const std::string& number, const std::string& issuer)
{
    const auto name = fold(issuer);
    const auto symbol = Symbol::parse(number);
    const auto part = [&symbol](const char* start) {
        return symbol && std::ranges::any_of(symbol->parts, [start](const std::string& one) { return fold(one).find(start) != std::string::npos; });
    };
    for (const auto& [level, words] : signs().levels) {
        const bool named = std::ranges::any_of(words, [&name](const std::string& word) {
            return word.starts_with('^') ? name.starts_with(word.substr(1)) : name.find(word) != std::string::npos;
        });
        const bool signedSo = (level == "council" && part("hdtd")) || (level == "party" && symbol && symbol->party)
                           || (level == "sector" && (part("gddt") || part("gd&dt"))) || (level == "state" && symbol && !symbol->year.empty());
        if (named || signedSo)
            return level;
    }
    return "other";
}

}

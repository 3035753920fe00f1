// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofread/citation.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "proofread/book.h"

#include <algorithm>

namespace thidua::proofread {
namespace {

const std::regex& symbolPattern()
{
    static const std::regex kPattern(
        R"((^|[^0-9a-z/.&-])((\d{1,5}[a-e]?)(?: {0,2}/ {0,2}|-)(\d{4}(?: ?/ ?|-))?[a-z][a-z0-9&]{0,14}((?: ?/ ?|-)[a-z][a-z0-9&]{0,20}){0,3})(?![a-z0-9&]))");
    return kPattern;
}

const std::string& kindPattern()
{
    static const std::string kKinds =
        "(bo luat|luat|nghi dinh|thong tu lien tich|thong tu|nghi quyet|chi thi|quyet dinh|ke hoach|huong dan|thong bao|bao cao|to trinh|ket luan|quy dinh|cong van|kh)";
    return kKinds;
}

bool isPartyIssuer(const Book& book, const std::string& part)
{
    return book.partyIssuers.contains(fold(part));
}

bool isStateIssuer(const Book& book, const std::string& part)
{
    const auto folded = fold(part);
    return std::any_of(book.stateIssuers.begin(), book.stateIssuers.end(), [&](const std::string& start) { return folded.starts_with(start); });
}

/// The Party writes its kind before the slash and the issuer behind it; the state writes both behind.
bool partyForm(const Symbol& symbol, const Book& book)
{
    if (symbol.parts.size() != 2 || !symbol.year.empty() || !book.partyKinds.contains(fold(symbol.parts[0])))
        return false;
    if (isPartyIssuer(book, symbol.parts[1]))
        return true;
    // Other bodies (the youth union, a congress) write like the Party; who is of the state does not.
    return symbol.separators == "-/" && !isStateIssuer(book, symbol.parts[1]);
}

/// A letter that the sign of a kind or an office has, and a keyboard without Vietnamese has not.
std::string withBar(const std::string& part)
{
    static const std::map<std::string, std::string> kKinds = {{"QD", "QĐ"}, {"ND", "NĐ"}, {"BGDDT", "BGDĐT"}, {"SGDDT", "SGDĐT"}, {"PGDDT", "PGDĐT"}, {"HDND", "HĐND"}};
    const auto found = kKinds.find(part);
    return found == kKinds.end() ? part : found->second;
}

std::optional<WrittenDay> dayBehind(const std::vector<WrittenDay>& days, std::size_t from, std::size_t within)
{
    for (const auto& day : days)
        if (day.where.from >= from && day.where.from <= from + within && day.year > 0)
            return day;
    return std::nullopt;
}

const KnownText* textOf(const Book& book, const Symbol& symbol)
{
    const auto number = fold(symbol.text());
    const auto found = std::find_if(book.texts.begin(), book.texts.end(), [&](const KnownText& text) { return fold(text.number) == number; });
    return found == book.texts.end() ? nullptr : &*found;
}

std::string kindBefore(const std::string& plain, std::size_t at)
{
    static const std::regex kKind("(^|[^a-z])" + kindPattern() + R"(\s{1,3}(so\s{1,3}){0,2}$)");
    const auto from = at > 32 ? at - 32 : 0;
    const auto before = plain.substr(from, at - from);
    std::smatch match;
    return std::regex_search(before, match, kKind) ? match[2].str() : std::string();
}

/// "Bộ luật Lao động năm 2012", "Luật Thi đua, khen thưởng 2003 (sửa đổi …)".
void namedTexts(const Line& line, std::size_t index, const Book& book, std::vector<Citation>& citations)
{
    for (const auto& text : book.texts) {
        for (const auto& pattern : text.phrases) {
            for (const auto& match : matches(line.plain(), pattern)) {
                const auto year = std::stoi(match[4].str());
                if (std::find(text.years.begin(), text.years.end(), year) != text.years.end())
                    citations.push_back({index, spanOf(match, 2), std::nullopt, {}, std::nullopt, &text, isBasisLine(line)});
            }
        }
    }
}

}

std::string Symbol::text() const
{
    if (party && parts.size() == 2)
        return number + "-" + parts[0] + "/" + parts[1];
    return number + "/" + (year.empty() ? std::string() : year + "/") + join(parts, "-");
}

std::optional<Symbol> Symbol::parse(std::string_view text, const Book& book)
{
    const Line line(1, text);
    std::smatch match;
    if (!std::regex_search(line.plain(), match, symbolPattern()))
        return std::nullopt;
    const auto where = spanOf(match, 2);
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
    for (std::size_t at = where.from; at < where.to; ++at) {
        const char plain = line.plain()[at];
        if (plain == '/' || plain == '-') {
            close();
            symbol.separators += plain;
        } else if (plain == ' ') {
            symbol.spaced = true;
        } else {
            part += line.quote(at, at + 1);
            capitals += line.capital(at) ? 1 : 0;
        }
    }
    close();
    if (symbol.parts.empty() || capitals < 2)
        return std::nullopt;
    if (!symbol.year.empty())
        symbol.separators.erase(symbol.separators.begin());
    symbol.party = partyForm(symbol, book);
    return symbol;
}

bool isBasisLine(const Line& line)
{
    static const std::regex kBasis(R"(^[\s*+-]{0,6}(can cu|thuc hien|theo quyet dinh|xet de nghi|tiep tuc thuc hien)\b)");
    return std::regex_search(line.plain(), kBasis, std::regex_constants::match_continuous);
}

std::vector<Citation> citationsIn(const std::vector<Line>& lines, const Book& book)
{
    std::vector<Citation> citations;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const auto& line = lines[index];
        const auto& days = line.days();
        for (const auto& match : matches(line.plain(), symbolPattern())) {
            const auto where = spanOf(match, 2);
            auto symbol = Symbol::parse(line.quote(where.from, where.to), book);
            if (!symbol)
                continue;
            const auto* known = textOf(book, *symbol);
            citations.push_back({index, where, std::move(symbol), kindBefore(line.plain(), where.from), dayBehind(days, where.to, 14), known, isBasisLine(line)});
        }
        namedTexts(line, index, book, citations);
    }
    return citations;
}

}

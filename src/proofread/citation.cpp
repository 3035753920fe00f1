// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofread/citation.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "proofread/book.h"

#include <algorithm>

namespace thidua::proofread {
namespace {

const std::string& kindPattern()
{
    static const std::string kKinds =
        "(bo luat|luat|nghi dinh|thong tu lien tich|thong tu|nghi quyet|chi thi|quyet dinh|ke hoach|huong dan|thong bao|bao cao|to trinh|ket luan|quy dinh|cong van|kh)";
    return kKinds;
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
        for (const auto& match : matches(line.plain(), Symbol::pattern())) {
            const auto where = spanOf(match, 2);
            auto symbol = Symbol::parse(line.quote(where.from, where.to));
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

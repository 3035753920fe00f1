// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of sections and items that skip one or stand twice.
#include "base/list_marks.h"
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "proofread/checks.h"

#include <algorithm>

namespace thidua::proofread {
namespace {

enum class Style { Article, Roman, Capital, Figures, Letter };

/// What a line begins with: "II.", "2.1.", "b)", "Điều 3.".
struct Mark {
    Style style = Style::Figures;
    Span where;
    std::vector<int> numbers;  ///< one, or several for "2.1"
    char closing = '.';
};

/// a b c d đ e g h i k l m n o p q r s t u v x y: đ stands as what follows d.
int letterPlace(char32_t letter)
{
    static const std::u32string kLetters = U"abcdđeghiklmnopqrstuvxy";
    const auto place = kLetters.find(letter);
    return place == std::u32string::npos ? 0 : static_cast<int>(place) + 1;
}

constexpr int kMostSections = 15; ///< beyond, a single capital is a letter: "C.", "L."

int romanOf(const std::string& text)
{
    const int value = romanValue(text).value_or(0);
    return value <= kMostSections && lower(roman(static_cast<std::size_t>(value))) == text ? value : 0;
}

std::optional<Mark> markOf(const Line& line)
{
    static const std::regex kArticle(R"(^\s*dieu\s{1,2}(\d{1,3})\s?[.:])");
    static const std::regex kFigures(R"(^\s*(\d{1,2}(?:\.\d{1,2}){0,3})\s?([.)])?\s{0,3}(?=[^\s0-9./)%-]))");
    static const std::regex kLetters(R"(^\s*([a-z~]{1,5})([.)])\s?(?=[a-z~"]))");
    const auto& plain = line.plain();
    std::smatch match;
    if (std::regex_search(plain, match, kArticle))
        return Mark{Style::Article, spanOf(match), {std::stoi(match[1].str())}, '.'};
    if (std::regex_search(plain, match, kFigures)) {
        Mark mark{Style::Figures, spanOf(match, 1), {}, match[2].matched ? *match[2].first : ' '};
        for (const auto& part : split(match[1].str(), '.'))
            mark.numbers.push_back(std::stoi(part));
        // A number alone, without its point, is as likely an amount: "26 giáo viên".
        return mark.numbers.size() == 1 && mark.closing == ' ' ? std::nullopt : std::optional(mark);
    }
    if (!std::regex_search(plain, match, kLetters))
        return std::nullopt;
    const auto where = spanOf(match, 1);
    const auto text = match[1].str();
    const bool capital = line.capital(where.from);
    if (capital && romanOf(text) > 0)
        return Mark{Style::Roman, where, {romanOf(text)}, *match[2].first};
    if (text.size() != 1)
        return std::nullopt;
    if (capital)
        return Mark{Style::Capital, where, {text[0] - 'a' + 1}, *match[2].first};
    const int place = letterPlace(line.at(where.from));
    return place > 0 ? std::optional(Mark{Style::Letter, where, {place}, *match[2].first}) : std::nullopt;
}

struct Last {
    Style style;
    std::vector<int> numbers;
    char closing;
};

bool follows(Style style, int before, int now)
{
    // Lists by the alphabet of other tongues leave đ out, or go on to f.
    return now == before + 1 || (style == Style::Letter && before == 4 && now == 6);
}

std::string markText(const Mark& mark, int last)
{
    const auto at = static_cast<std::size_t>(last) - 1;
    if (mark.style == Style::Roman)
        return roman(at + 1);
    if (mark.style == Style::Capital)
        return std::string(1, static_cast<char>('A' + last - 1));
    if (mark.style == Style::Letter)
        return itemLetter(at);
    std::vector<std::string> parts;
    for (std::size_t part = 0; part + 1 < mark.numbers.size(); ++part)
        parts.push_back(std::to_string(mark.numbers[part]));
    parts.push_back(std::to_string(last));
    return (mark.style == Style::Article ? "Điều " : "") + join(parts, ".");
}

std::vector<int> parentOf(const std::vector<int>& numbers)
{
    return {numbers.begin(), numbers.end() - 1};
}

class Sequence {
public:
    explicit Sequence(Findings& findings) : m_findings(findings) {}

    void take(const Line& line, Mark mark)
    {
        // "I." after "H." is a letter, "C." after "II." is none of this list.
        if (mark.style == Style::Roman && lastOf(Style::Capital, 1, mark.closing) && letterFollows(line, mark))
            mark = {Style::Capital, mark.where, {line.plain()[mark.where.from] - 'a' + 1}, mark.closing};
        if (mark.numbers.size() > 1 && !belongs(mark))
            return;
        auto* last = lastOf(mark.style, mark.numbers.size(), mark.closing);
        const int now = mark.numbers.back();
        const bool sameParent = last && parentOf(last->numbers) == parentOf(mark.numbers);
        if (now != 1 && sameParent && !follows(mark.style, last->numbers.back(), now))
            say(line, mark, last->numbers.back());
        remember(mark, last);
    }

private:
    Last* lastOf(Style style, std::size_t depth, char closing)
    {
        for (auto& last : m_lasts)
            if (last.style == style && last.numbers.size() == depth && (depth > 1 || last.closing == closing))
                return &last;
        return nullptr;
    }

    bool letterFollows(const Line& line, const Mark& mark)
    {
        const auto* last = lastOf(Style::Capital, 1, mark.closing);
        return mark.where.to - mark.where.from == 1 && last->numbers.back() + 1 == line.plain()[mark.where.from] - 'a' + 1;
    }

    /// "2.1" belongs to a list only under "2"; else it is an amount ("3.5 điểm").
    bool belongs(const Mark& mark)
    {
        const auto parent = parentOf(mark.numbers);
        return std::any_of(m_lasts.begin(), m_lasts.end(), [&](const Last& last) {
            return last.style == Style::Figures && (last.numbers == parent || (last.numbers.size() == mark.numbers.size() && parentOf(last.numbers) == parent));
        });
    }

    void say(const Line& line, const Mark& mark, int before)
    {
        const int now = mark.numbers.back();
        const int right = mark.style == Style::Letter && before == 4 && now != 6 ? 5 : before + 1;
        if (now < before)
            return; // a list from further back that goes on
        const auto key = now == before ? "numbering-twice" : "numbering-gap";
        add(m_findings, line, mark.where, "numbering", key, {markText(mark, now), markText(mark, before), markText(mark, right)}, markText(mark, right),
            line.quote(mark.where.from, mark.where.to) == markText(mark, now) ? Fit::Exact : Fit::Hint);
    }

    void remember(const Mark& mark, Last* last)
    {
        if (last)
            *last = {mark.style, mark.numbers, mark.closing};
        else
            m_lasts.push_back({mark.style, mark.numbers, mark.closing});
        // A new section begins its own lists below.
        std::erase_if(m_lasts, [&](const Last& other) {
            return rank(other) > rank({mark.style, mark.numbers, mark.closing});
        });
    }

    static int rank(const Last& last)
    {
        switch (last.style) {
        case Style::Article: return 0;
        case Style::Capital: return 1;
        case Style::Roman: return 2;
        case Style::Figures: return 2 + static_cast<int>(last.numbers.size()) + (last.closing == ')' ? 6 : 0);
        case Style::Letter: return 20;
        }
        return 0;
    }

    Findings& m_findings;
    std::vector<Last> m_lasts;
};

}

void checkNumbering(const Document& document, Findings& findings)
{
    Sequence sequence(findings);
    for (const auto& line : document.lines)
        if (const auto mark = markOf(line))
            sequence.take(line, *mark);
}

}

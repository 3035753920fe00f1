// SPDX-License-Identifier: GPL-3.0-or-later
// Words that stand twice, syllables that are none, and right syllables in the wrong place ("tổ chức" written "tô chức").
#include "base/syllable.h"
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "proofread/checks.h"
#include "proofread/dictionary.h"

#include <algorithm>

namespace thidua::proofread {
namespace {

constexpr std::size_t kLongestPhrase = 6; ///< words of a confused phrase

enum class Case { Lower, Capitalised, Upper, Mixed };

Case caseOf(const Line& line, const Word& word)
{
    std::size_t capitals = 0;
    for (auto at = word.where.from; at < word.where.to; ++at)
        capitals += line.capital(at) ? 1 : 0;
    const auto length = word.where.to - word.where.from;
    if (capitals == 0)
        return Case::Lower;
    if (capitals == length && length > 1)
        return Case::Upper;
    return capitals == 1 && line.capital(word.where.from) ? Case::Capitalised : Case::Mixed;
}

std::string inCase(const std::string& text, Case how)
{
    return how == Case::Upper ? upper(text) : how == Case::Capitalised ? capitalised(text) : text;
}

bool hasFigure(const Word& word)
{
    return word.text.find_first_of("0123456789") != std::string::npos;
}

bool hasTone(const std::string& word)
{
    return spoken(word).find("\xCC") != std::string::npos; // a combining tone behind the letters
}

/// Looks at one line's words; what has been said of a word is not said twice.
class LineWords {
public:
    LineWords(const Line& line, const Book& book, Findings& findings)
        : m_line(line), m_book(book), m_findings(findings), m_words(line.words()), m_said(m_words.size(), false)
    {
        for (const auto& word : m_words)
            m_spoken.push_back(spoken(word.text));
    }

    void check()
    {
        for (std::size_t at = 0; at < m_words.size(); ++at)
            checkConfused(at);
        for (std::size_t at = 0; at + 1 < m_words.size(); ++at)
            checkTwice(at);
        for (std::size_t at = 0; at + 1 < m_words.size(); ++at)
            checkCompound(at);
        if (!isOtherTongue())
            for (std::size_t at = 0; at < m_words.size(); ++at)
                if (isWrong(at))
                    say(at, at, "spelling", "syllable", inCase(rightWord(at), caseOf(m_line, m_words[at])));
        checkNumberSign();
    }

private:
    /// Whether words `at` and the next stand in one phrase: nothing but spaces between.
    bool joined(std::size_t at) const
    {
        const auto from = m_words[at].where.to;
        const auto to = m_words[at + 1].where.from;
        return to > from && m_line.plain().find_first_not_of(' ', from) >= to;
    }

    void say(std::size_t first, std::size_t last, const std::string& kind, const std::string& key, std::string suggestion)
    {
        for (auto at = first; at <= last; ++at)
            m_said[at] = true;
        add(m_findings, m_line, {m_words[first].where.from, m_words[last].where.to}, kind, key, {suggestion}, suggestion);
    }

    /// The right words in the capitals of those that stand there.
    std::string asWritten(const std::string& right, std::size_t first, std::size_t count) const
    {
        auto words = split(right, ' ');
        for (std::size_t place = 0; place < words.size(); ++place) {
            const auto same = std::find_if(m_words.begin() + static_cast<std::ptrdiff_t>(first), m_words.begin() + static_cast<std::ptrdiff_t>(first + count),
                                           [&](const Word& word) { return word.lower == words[place]; });
            if (same != m_words.begin() + static_cast<std::ptrdiff_t>(first + count))
                words[place] = same->text;
            else
                words[place] = inCase(words[place], caseOf(m_line, m_words[first + std::min(place, count - 1)]));
        }
        return join(words, " ");
    }

    void checkConfused(std::size_t at)
    {
        std::string phrase;
        for (std::size_t count = 0; count < kLongestPhrase && at + count < m_words.size(); ++count) {
            if (count > 0 && !joined(at + count - 1))
                return;
            phrase += (count > 0 ? " " : "") + m_words[at + count].lower;
            const auto found = m_book.confused.find(phrase);
            if (found != m_book.confused.end() && !m_said[at])
                return say(at, at + count, "spelling", "confused", asWritten(found->second, at, count + 1));
        }
    }

    void checkTwice(std::size_t at)
    {
        if (joined(at) && m_words[at].lower == m_words[at + 1].lower && !hasFigure(m_words[at]) && m_words[at].where.to - m_words[at].where.from > 1
            && !m_book.doubled.contains(m_words[at].lower) && caseOf(m_line, m_words[at + 1]) != Case::Capitalised)
            return say(at, at + 1, "duplicate-word", "twice", m_words[at].text);
        const bool four = at + 3 < m_words.size() && joined(at) && joined(at + 1) && joined(at + 2) && m_words[at].lower == m_words[at + 2].lower
                          && m_words[at + 1].lower == m_words[at + 3].lower && m_words[at].lower != m_words[at + 1].lower && !hasFigure(m_words[at]) && !hasFigure(m_words[at + 1]);
        if (four && !m_said[at])
            say(at, at + 3, "duplicate-word", "twice", m_line.quote(m_words[at].where.from, m_words[at + 1].where.to));
    }

    bool isCompound(std::size_t at) const
    {
        return at + 1 < m_words.size() && m_book.compoundOf(m_spoken[at], m_spoken[at + 1]) != nullptr;
    }

    void checkCompound(std::size_t at)
    {
        if (m_said[at] || m_said[at + 1] || !joined(at) || isCompound(at) || hasFigure(m_words[at]) || hasFigure(m_words[at + 1]))
            return;
        const auto* compound = m_book.likeCompound(m_spoken[at], m_spoken[at + 1]);
        if (!compound || m_book.pairs.contains(m_words[at].lower + " " + m_words[at + 1].lower))
            return;
        // The syllables may belong to words on either side: "thăm gia đình".
        if ((at > 0 && joined(at - 1) && isCompound(at - 1)) || (at + 2 < m_words.size() && joined(at + 1) && isCompound(at + 1)))
            return;
        const auto first = caseOf(m_line, m_words[at]);
        const auto second = caseOf(m_line, m_words[at + 1]);
        if (second == Case::Capitalised || first == Case::Mixed || second == Case::Mixed)
            return; // a name
        const auto space = compound->find(' ');
        say(at, at + 1, "spelling", "compound", inCase(compound->substr(0, space), first) + " " + inCase(compound->substr(space + 1), second));
    }

    bool isAddress(const Word& word) const
    {
        const auto& plain = m_line.plain();
        const auto before = word.where.from > 0 ? plain[word.where.from - 1] : ' ';
        const auto behind = word.where.to < plain.size() ? plain[word.where.to] : ' ';
        const auto next = word.where.to + 1 < plain.size() ? plain[word.where.to + 1] : ' ';
        return before == '@' || before == '/' || before == '_' || before == '.' || before == '&' || behind == '@' || behind == '_' || behind == '/' || behind == '&'
               || (behind == '.' && next >= 'a' && next <= 'z');
    }

    /// A line of which a third and more is no Vietnamese is a quotation.
    bool isOtherTongue() const
    {
        std::size_t wrong = 0;
        for (std::size_t at = 0; at < m_words.size(); ++at)
            wrong += isWrong(at) ? 1 : 0;
        return wrong > 3 && wrong * 3 > m_words.size();
    }

    bool isWrong(std::size_t at) const
    {
        const auto& word = m_words[at];
        if (m_said[at] || hasFigure(word) || word.where.to - word.where.from < 2 || isAddress(word))
            return false;
        const auto how = caseOf(m_line, word);
        // Capitals are names and short forms, except what no Vietnamese short form has: a tone.
        if (how == Case::Mixed || how == Case::Capitalised || (how == Case::Upper && !hasTone(word.text)) || m_book.allowedWords.contains(word.lower))
            return false;
        return m_book.dictionary ? !m_book.dictionary->knows(word.text) : !isVietnameseSyllable(word.text);
    }

    /// By the words beside it, else by the dictionary.
    std::string rightWord(std::size_t at) const
    {
        if (at > 0 && joined(at - 1))
            if (const auto* compound = m_book.likeCompound(m_spoken[at - 1], m_spoken[at]))
                return compound->substr(compound->find(' ') + 1);
        if (at + 1 < m_words.size() && joined(at))
            if (const auto* compound = m_book.likeCompound(m_spoken[at], m_spoken[at + 1]))
                return compound->substr(0, compound->find(' '));
        return m_book.dictionary ? m_book.dictionary->suggestion(m_words[at].lower) : std::string();
    }

    /// "so 29-NQ/TW".
    void checkNumberSign()
    {
        static const std::regex kBefore(R"((^|[^a-z])(so)\s{1,2}\d{1,5}[a-e]?\s?[/-])");
        for (const auto& match : matches(m_line.plain(), kBefore)) {
            const auto where = spanOf(match, 2);
            if (m_line.at(where.to - 1) == U'o')
                add(m_findings, m_line, where, "spelling", "syllable", {"số"}, "số");
        }
    }

    const Line& m_line;
    const Book& m_book;
    Findings& m_findings;
    const std::vector<Word>& m_words;
    std::vector<std::string> m_spoken;
    std::vector<bool> m_said;
};

}

void checkWords(const Document& document, const Book& book, Findings& findings)
{
    for (const auto& line : document.lines)
        LineWords(line, book, findings).check();
}

}

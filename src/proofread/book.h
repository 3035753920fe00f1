// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "rules/catalogue.h"

#include <map>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace thidua::proofread {

class Dictionary;

/// A text of the law as documents cite it.
struct KnownText {
    std::string id;
    std::string number;              ///< 91/2017/NĐ-CP
    std::string name;                ///< Nghị định số 91/2017/NĐ-CP
    std::vector<std::regex> phrases; ///< names of laws, their year behind as group 4
    std::vector<int> years;          ///< the years by which such a name means this text
    std::optional<Date> issued;      ///< only where it is certain
    std::optional<Date> to;          ///< last day in force
    std::string replacedBy;          ///< id
    bool certain = true;
};

/// A day that schools remember: its name in folded words, of which each alternative must be found whole.
struct Anniversary {
    std::string name;
    std::vector<std::string> phrases;
    std::vector<std::string> unless; ///< folded words that make it another event (the Party cell's own founding)
    Date on{1930, 2, 3};
};

/// Events that are counted: the Party's national congress, terms of the National Assembly.
struct CountedEvent {
    std::string name;
    std::vector<std::regex> patterns; ///< its name up to the number, which is group 2
    std::vector<std::string> unless;
    bool roman = true;
    std::map<int, int> years;         ///< number → year
};

struct Movement {
    std::string official;
    std::vector<std::vector<std::string>> names; ///< the official one and those as right, in folded words
    std::vector<std::string> wrong;   ///< folded variants too short for comparing words
};

/// What proofreading knows: resources/proofread and the law's texts of the rules. Read once, never changed.
struct Book {
    std::vector<KnownText> texts;
    std::vector<Anniversary> anniversaries;
    std::vector<CountedEvent> events;
    std::vector<Movement> movements;
    std::map<std::string, std::string> confused;    ///< lower-case wrong phrase → right one
    std::set<std::string> doubled;                  ///< words that may stand twice ("luôn")
    std::set<std::string> allowedWords;             ///< not in the dictionary of syllables, yet right
    std::set<std::string> pairs;                    ///< right neighbours that only look like a compound
    std::map<std::string, std::string> kinds;       ///< folded sign → kind of paper, folded ("nd" → "nghi dinh")
    std::vector<std::string> countedUnits;          ///< folded words behind a count: gv, dc, hoc sinh …
    std::regex overlapping;                         ///< words of parts that overlap: nu, dang vien …
    std::map<std::string, std::vector<std::regex>> honourCounts; ///< code → its names as plans write them, with the count as group 4
    rules::Catalogue catalogue;
    std::shared_ptr<const Dictionary> dictionary;   ///< null: a word is right when it can be a syllable

    /// The data built into the program, with the law's texts and quotas of `rules`.
    static Result<Book> with(const rules::Catalogue& rules, std::shared_ptr<const Dictionary> dictionary);

    /// Two syllables, as spoken() gives them, that make one word, or null.
    const std::string* compoundOf(const std::string& first, const std::string& second) const;
    /// The word that two syllables would be if one of them had other marks ("tô chức" → "tổ chức"), or null.
    const std::string* likeCompound(const std::string& first, const std::string& second) const;
    void addCompound(const std::string& compound);

private:
    explicit Book(const rules::Catalogue& rules) : catalogue(rules) {}
    std::map<std::string, std::string> m_compounds; ///< "first second", spoken
    std::map<std::string, std::string> m_alike;     ///< the same with one of the two without its marks
};

}

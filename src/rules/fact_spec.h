// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/text_pair.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::rules {

enum class SubjectKind;
struct Subject;

enum class FactType { Bool, Integer, Code, Date, SchoolYear, Honour, Registration, List, Object };
std::optional<FactType> factTypeOf(std::string_view code);
std::string_view toCode(FactType type);

bool isHolds(std::string_view code);

struct CodeLabel {
    std::string code;
    Text label;
};

/// How long what somebody has stated holds.
enum class Holds {
    Year,    ///< in its school year alone
    Onward,  ///< from its school year on, until stated anew
    Grows,   ///< the same, and each full year since its day adds one
    PastYear ///< an item of a list of past years, of its school year
};

/// A fact that a person may state where no record tells it: of whom, and how it holds.
struct Stated {
    Holds holds = Holds::Year;
    std::vector<SubjectKind> of;
    std::vector<std::string> types;     ///< of collectives; empty: any
    std::vector<std::string> positions; ///< it holds and grows only while the post is one of these; empty: any
    bool ofHonour = false;              ///< told for one honour on one ground alone
    bool fits(const Subject& subject) const;
};

/// One declared fact, or one field of a list's item or of an object (resources/rules/facts.json).
struct FactSpec {
    std::string id;
    FactType type = FactType::Bool;
    std::vector<CodeLabel> values; ///< of a Code, from the lowest to the highest
    bool required = false;
    bool absentIsNone = false;     ///< its absence is ordinary, not a gap: nobody enters a training that did not happen
    int least = 0;
    int most = 1'000'000;
    std::vector<std::string> notOver; ///< siblings this count may not exceed
    bool overIsConflict = false;      ///< what exceeds `most` or a sibling is read all the same: the table of conflicts speaks of it
    bool ofYear = false;              ///< of one school year alone: moved to another year, a case does not have it
    bool byCouncil = false;           ///< what the council has found: its no is a no, whatever the text it looked at
    bool atYearEnd = false;           ///< only the end of the school year brings it
    std::string countsHonour;         ///< what it counts: the members of a collective who reach this honour; else empty
    std::optional<Stated> stated;     ///< none: it follows from the records
    std::vector<FactSpec> fields;
    Text label;
    Text source; ///< who or what supplies it

    const FactSpec* field(std::string_view name) const;
    /// Place in `values`, or -1.
    int rank(std::string_view code) const;
};

}

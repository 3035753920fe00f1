// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/finding.h"

#include <nlohmann/json.hpp>

namespace thidua::rules {

/// From the first to the last day, both included.
struct Span {
    Date from{2017, 10, 1};
    std::optional<Date> to;
    bool contains(Date date) const { return from <= date && (!to || date <= *to); }
};

struct Wording {
    std::optional<Text> pass, fail, unknown, notApplicable;
    const Text* of(Outcome outcome) const;
    bool empty() const { return !pass && !fail && !unknown && !notApplicable; }
};

enum class Op {
    Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, In, NotIn,
    CoversHonour,         ///< a registration that names the honour considered or one that contains it
    InSchoolYear,         ///< a date within the school year considered
    ThisSchoolYear,
    BeforeThisSchoolYear,
    Absent,
    ThisHonour,           ///< the honour considered
    Covers,               ///< the honour named, or one that contains it
    WithinMonths,         ///< a date of the last so many months, the day considered included
    NotAfterOn
};
std::optional<Op> opOf(std::string_view code);

/// One filter on the items of a list. `missing`: what an item without the field counts as; without it the item is unknown.
struct Where {
    std::string field;
    Op op = Op::Equal;
    nlohmann::json value;
    std::string param;
    std::optional<bool> missing;
    std::optional<Text> why; ///< told of items that this filter alone turned away
    /// false: it rests on a letter, on practice or on an unchecked text, so that an item it turns away may count after all
    bool certain = true;
    std::optional<Text> uncertain; ///< why
};

/// The matching items of another list: what came after the newest of them counts ("five years in a row since the certificate"), or what
/// lies in a school year of one of them ("disciplined in a year evaluated as good").
struct Since {
    std::string of;
    std::vector<Where> where;
};

/// A node of the closed grammar: all, any, not, at_least, test, count, between, ref.
struct Node {
    enum class Kind { All, Any, Not, AtLeast, Test, Count, Between, Ref };
    Kind kind = Kind::All;
    std::vector<Node> children;  ///< of all, any, not, at_least
    int least = 0;               ///< of at_least
    std::string fact, per;       ///< test; `per` makes it a share
    std::string of, sum;         ///< count; `sum` adds up a field instead of counting
    std::vector<Where> where;
    bool consecutive = false;    ///< count: the longest run of school years up to this one or the one before
    std::optional<int> withinYears;
    bool withinCertain = true;   ///< false: the law does not set the years, so that an older item may count after all
    std::string thisYear;        ///< count of evaluations: the fact that holds this school year's grade
    std::optional<Since> since;
    std::optional<Since> inYearsOf;  ///< count: only items of a school year that a matching item of this list has, too
    std::string from, to;        ///< between: facts or "on"
    bool years = false;          ///< between: full years instead of full months
    std::vector<Node> ifUnknown; ///< between: looked at where a date is unknown
    std::string ref;             ///< id of a rule
    Op op = Op::Equal;
    nlohmann::json value;
    std::string param;
    std::string valueOf;           ///< the other fact that this one is compared with, in place of a value
    int plus = 0;                  ///< added to it
    bool certain = true;           ///< as of a Where
    std::optional<Text> uncertain;
    // As a branch of `any`, or with words of its own:
    std::string id;
    Text label;
    Citation cite;
    Wording explanation, remedy;
};

/// The parameters that a condition compares with, its filters and children included, each once.
std::vector<std::string> paramsOf(const Node& node);

}

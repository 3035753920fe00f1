// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/fact_schema.h"
#include "rules/finding.h"
#include "rules/share.h"

#include <map>
#include <memory>

namespace thidua::rules {

// The catalogue's own types: a rule pack, checked and parsed. Callers use catalogue.h and the evaluation headers.

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

enum class Op { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, In, NotIn, CoversHonour, InSchoolYear, ThisSchoolYear, Absent };
std::optional<Op> opOf(std::string_view code);

/// One filter on the items of a list. `missing`: what an item without the field counts as; without it the item is unknown.
struct Where {
    std::string field;
    Op op = Op::Equal;
    nlohmann::json value;
    std::optional<bool> missing;
    std::optional<Text> why; ///< told of items that this filter alone turned away
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
    std::string from, to;        ///< between: facts or "on"
    bool years = false;          ///< between: full years instead of full months
    std::vector<Node> ifUnknown; ///< between: looked at where a date is unknown
    std::string ref;             ///< id of a rule
    Op op = Op::Equal;
    nlohmann::json value;
    std::string param;
    // As a branch of `any`, or with words of its own:
    std::string id;
    Text label;
    Citation cite;
    Wording explanation, remedy;
};

struct ParamValue {
    Span span;
    nlohmann::json value;
    bool certain = true;
    bool secret = false;
    Citation cite;
    std::string quote;
    std::optional<Text> uncertain;
    bool local = false; ///< of a province, commune or school
};

enum class Layering { Fixed, Open, Tighten };

struct Param {
    std::string id, unit;
    Layering layering = Layering::Fixed;
    bool up = true;                              ///< Tighten: lower layers may only raise it (else only lower it)
    std::vector<std::vector<ParamValue>> layers; ///< national first, then province, commune, school
    /// The lowest layer's value in force; null when there is none.
    const ParamValue* on(Date date) const;
};

struct RuleVersion {
    Span span;
    Citation cite;
    std::string quote;
    bool certain = true;
    std::optional<Text> label;
    std::optional<Node> test;
    std::optional<Text> uncertain;
};

struct Exception {
    std::string id;
    int priority = 0;
    Span span;
    Citation cite;
    std::string quote;
    bool certain = true;
    Node when, instead;
    Wording explanation, remedy;
};

struct Rule {
    std::string id;
    Text label;
    std::string enabledBy; ///< a parameter; the rule stands only while it is neither false nor null
    std::optional<Node> applies;
    bool appliesUnknownIsNotApplicable = false;
    Node test;
    std::vector<RuleVersion> versions;
    Wording explanation, remedy;
    std::vector<Exception> exceptions;
    const RuleVersion* on(Date date) const;
};

struct Note {
    Text text;
    Citation cite;
};

/// The conditions of one honour between two days.
struct Requirement {
    std::string honour;
    Span span;
    std::vector<std::string> rules; ///< groups resolved, in order
    bool vote = false;
    std::vector<Note> notModelled;
};

struct Honour {
    std::string code;
    Text name;
    std::string shortName, level;
    bool title = true; ///< danh hiệu; else hình thức khen thưởng
    std::vector<SubjectKind> recipients;
    std::vector<std::string> includes, grounds;
    Span span;
};

struct Regime {
    RuleSetRef ref;
    Citation law, honourList;
};

/// A dated value that is a text, an amount or a share: authority, dossier, bonus.
struct DatedValue {
    Span span;
    bool certain = true;
    Citation cite;
    Text who;
    std::optional<Ratio> coefficient;
};

struct Authority {
    std::vector<std::string> honours;
    bool byPrincipal = false;
    std::vector<DatedValue> values;
};

struct DossierItem {
    std::string id;
    Text name;
};

struct Dossier {
    std::vector<std::string> honours;
    std::vector<DossierItem> items;
    std::vector<DatedValue> values;
};

struct Bonus {
    std::string honour, recipient;
    std::vector<DatedValue> values;
};

struct QuotaRule {
    std::string id, honour, param, base, counts;
    Text label;
};

struct Notice {
    Text label, explanation, remedy;
};

struct Model {
    std::string hash, version;
    nlohmann::json pack; ///< as merged from the files, without layers
    FactSchema facts;
    std::vector<Regime> regimes;
    std::map<std::string, Notice> notices;
    std::vector<Honour> honours;
    std::map<std::string, Param> params;
    std::map<std::string, Rule> rules;
    std::vector<Requirement> requirements;
    std::vector<QuotaRule> quotas;
    std::map<std::string, std::string> voteParams; ///< honour → parameter
    Rule voteFinding;
    std::vector<Authority> authorities;
    std::vector<Dossier> dossiers;
    std::vector<Bonus> bonuses;

    const Regime* regimeOn(Date date) const;
    const Honour* honour(std::string_view code) const;
    const Requirement* requirementOn(std::string_view honour, Date date) const;
    const ParamValue* param(const std::string& id, Date date) const;
    const Notice& notice(const std::string& id) const { return notices.at(id); }
    /// `holder` itself or a higher honour that contains it (Chiến sĩ thi đua cơ sở contains Lao động tiên tiến).
    bool covers(std::string_view holder, std::string_view honour) const;
};

}

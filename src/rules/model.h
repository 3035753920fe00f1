// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/fact_schema.h"
#include "rules/rule_tables.h"

#include <map>
#include <memory>

namespace thidua::rules {

// The catalogue's own types: a rule pack, checked and parsed. Callers use catalogue.h and the evaluation headers.

enum class Layering { Fixed, Open, Tighten };

struct ParamValue {
    Span span;
    nlohmann::json value;
    bool certain = true;
    bool secret = false;
    bool byLetter = false; ///< a share of votes: absent members' ballots in writing count
    Citation cite;
    std::string quote;
    std::optional<Text> uncertain;
    bool local = false; ///< of a province, commune or school
    std::optional<Layering> layering; ///< where it differs from the parameter's, e.g. a ceiling that a later law leaves open
    std::optional<bool> up;
};

struct Param {
    std::string id, unit;
    Text name;                                   ///< as the form of the school's regulation calls it; empty for fixed ones
    bool mayBeNone = false;
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

/// Two facts that deny each other, from which no answer follows.
struct FactConflict {
    std::string id;
    Text label;
    std::optional<SubjectKind> kind; ///< none: any
    std::vector<std::string> facts;  ///< by their top names
    Node when;                       ///< holds where they do
    std::vector<RuleVersion> values; ///< by which texts, day by day
    Text explanation, remedy;
    std::vector<std::string> findings; ///< ids of findings that become the conflict; where the case has none of them, it is one of its own
    bool onlyFindings = false;         ///< where the case has none of them, the facts do not matter to it
    bool evenFailing = false;          ///< those findings too when they fail: they rest on the facts that are in doubt
    const RuleVersion* on(Date date) const;
};

/// Where an honour's threshold of votes and what the council must be come from: parameters.
struct VoteParams {
    std::string share, leastMembers, quorum;
};

struct Note {
    Text text;
    Citation cite;
    bool certain = true; ///< every text that it cites has been read
};

/// The conditions of one honour between two days.
struct Requirement {
    std::string honour;
    Span span;
    std::optional<SubjectKind> kind;  ///< none: whoever may receive it
    std::vector<std::string> grounds; ///< empty: any
    std::vector<std::string> rules;   ///< groups resolved, in order
    bool vote = false;
    std::vector<Note> notModelled;
};

/// A kind of condition that a lower layer may add where the law leaves it open: a rule with `$figure` in place of the layer's figures.
struct ConditionKind {
    std::string id;
    Text name;
    struct Figure {
        std::string id, unit; ///< a parameter's unit; "honour"; a list of codes as "list:<set>"
        Text name;
    };
    std::vector<Figure> figures;
    struct Open {
        std::vector<std::string> honours;
        Span span;
        Citation cite;
        bool certain = true;
    };
    std::vector<Open> open;
    nlohmann::json rule;
    const Open* openFor(const std::string& honour, Date date) const;
};

struct Honour {
    std::string code;
    Text name;
    std::string shortName, level;
    bool title = true; ///< danh hiệu; else hình thức khen thưởng
    bool outside = false; ///< given by a body outside the state's system of emulation: registered and recorded, never put before the council
    std::vector<SubjectKind> recipients;
    std::vector<std::string> includes, grounds;
    std::vector<std::string> listTells; ///< the facts of the year that lists of those nominated tell; empty: all they can
    Span span;
};

struct Regime {
    RuleSetRef ref;
    Citation law, honourList;
};

/// A pack's canonical bytes: sections joined, keys in order. As JSON values they would take ten times the memory for as long as the
/// program runs, and only few ask for them.
struct PackText {
    std::shared_ptr<const std::string> owned; ///< null for what is built into the program
    std::string_view bytes;
};

struct Model : LawTables {
    std::string hash, version;
    PackText text;          ///< as merged from the files, without layers
    nlohmann::json sources; ///< its section of that name, which added conditions cite from
    std::vector<nlohmann::json> layers;
    std::vector<std::string> confirmed; ///< provisional rule sets whose text the school has checked
    FactSchema facts;
    std::vector<Regime> regimes;
    std::map<std::string, Notice> notices;
    std::vector<Honour> honours;
    std::map<std::string, Param> params;
    std::map<std::string, Rule> rules;
    std::vector<Requirement> requirements;
    std::vector<ConditionKind> conditionKinds;
    std::vector<QuotaRule> quotas;
    std::map<std::string, VoteParams> voteParams; ///< by honour
    std::vector<FactConflict> conflicts;
    Rule voteFinding;

    /// The pack read anew from its bytes: some milliseconds, so once for each task.
    nlohmann::json pack() const;
    const Regime* regimeOn(Date date) const;
    const Honour* honour(std::string_view code) const;
    /// The conditions for a kind of subject on a ground; none where the program holds none.
    const Requirement* requirementOn(std::string_view honour, Date date, SubjectKind kind, std::string_view ground) const;
    /// All of the day, whatever the kind and ground.
    std::vector<const Requirement*> requirementsOn(std::string_view honour, Date date) const;
    const ParamValue* param(const std::string& id, Date date) const;
    /// Without words where rules of an earlier program do not hold it.
    const Notice& notice(const std::string& id) const;
    /// `holder` itself or a higher honour that contains it (Chiến sĩ thi đua cơ sở contains Lao động tiên tiến).
    bool covers(std::string_view holder, std::string_view honour) const;
};

}

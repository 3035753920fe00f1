// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/pack_parser.h"

#include "rules/pack_tables.h"

#include <algorithm>
#include <array>

namespace thidua::rules {
namespace {

using nlohmann::json;
using Sources = std::map<std::string, std::pair<std::string, std::string>>; // id → name, short

std::string textOf(const json& entry, const char* key)
{
    return entry.value(key, std::string());
}

std::optional<Text> optionalPair(const json& entry, const char* key)
{
    return entry.contains(key) ? std::optional<Text>(pairOf(entry[key])) : std::nullopt;
}

/// An array of the entry, read where it stands; nothing when there is none.
const json& listOf(const json& entry, const char* key)
{
    static const json none = json::array();
    const auto found = entry.find(key);
    return found == entry.end() ? none : *found;
}

std::string placed(const std::string& at, const std::string& name)
{
    return at.empty() ? name : at + " " + name;
}

Citation citationOf(const json& cites, const Sources& sources)
{
    Citation all;
    for (const auto& cite : cites) {
        const auto& [name, brief] = sources.at(cite.at("src").get<std::string>());
        const std::string separator = all.full.empty() ? "" : "; ";
        all.full += separator + placed(textOf(cite, "at"), name);
        all.brief += separator + placed(textOf(cite, "at"), brief);
    }
    return all;
}

Wording wordingOf(const json& entry, const char* key)
{
    Wording wording;
    if (!entry.contains(key))
        return wording;
    const auto& words = entry[key];
    wording.pass = optionalPair(words, "pass");
    wording.fail = optionalPair(words, "fail");
    wording.unknown = optionalPair(words, "unknown");
    wording.notApplicable = optionalPair(words, "not_applicable");
    return wording;
}

const std::map<std::string, Layering> kLayerings = {{"fixed", Layering::Fixed}, {"open", Layering::Open}, {"tighten", Layering::Tighten}};

class Parser {
public:
    explicit Parser(const json& pack) : m_pack(pack)
    {
        for (const auto& source : pack.at("sources"))
            m_sources[textOf(source, "id")] = {textOf(source, "name"), textOf(source, "short")};
    }

    std::shared_ptr<Model> model()
    {
        auto model = std::make_shared<Model>();
        model->sources = m_pack.at("sources");
        model->facts = FactSchema(m_pack);
        parseRegimes(*model);
        parseHonours(*model);
        for (const auto& entry : list("params"))
            model->params[textOf(entry, "id")] = param(entry);
        for (const auto& entry : list("rules"))
            model->rules[textOf(entry, "id")] = rule(entry);
        parseRequirements(*model);
        parseConflicts(*model);
        parseConditionKinds(*model);
        parseCouncil(*model);
        parseTables(m_pack, [this](const json& entry) { return cite(entry); }, *model);
        return model;
    }

    Rule rule(const json& entry) const
    {
        Rule rule;
        rule.id = textOf(entry, "id");
        rule.label = pairOf(entry.at("label"));
        rule.enabledBy = textOf(entry, "enabled_by");
        if (entry.contains("applies"))
            rule.applies = node(entry["applies"]);
        rule.appliesUnknownIsNotApplicable = textOf(entry, "applies_unknown") == "not_applicable";
        rule.test = node(entry.at("test"));
        rule.versions.reserve(entry.at("versions").size());
        for (const auto& version : entry.at("versions")) {
            RuleVersion out{parseSpan(version), cite(version), textOf(version, "quote"), version.value("certain", true),
                            optionalPair(version, "label"), std::nullopt, optionalPair(version, "uncertain")};
            if (version.contains("test"))
                out.test = node(version["test"]);
            rule.versions.push_back(std::move(out));
        }
        rule.explanation = wordingOf(entry, "explanation");
        rule.remedy = wordingOf(entry, "remedy");
        for (const auto& exception : listOf(entry, "exceptions"))
            rule.exceptions.push_back({textOf(exception, "id"), exception.at("priority").get<int>(), parseSpan(exception), cite(exception),
                                       textOf(exception, "quote"), exception.value("certain", true), node(exception.at("when")),
                                       node(exception.at("instead")), wordingOf(exception, "explanation"), wordingOf(exception, "remedy")});
        return rule;
    }

private:
    const json& list(const char* section) const
    {
        return listOf(m_pack, section);
    }

    Citation cite(const json& entry, const char* key = "cite") const
    {
        return entry.contains(key) ? citationOf(entry[key], m_sources) : Citation{};
    }

    bool haveBeenRead(const json& entry) const
    {
        const auto& cites = listOf(entry, "cite");
        return std::none_of(cites.begin(), cites.end(), [&](const json& one) {
            return std::any_of(list("sources").begin(), list("sources").end(), [&](const json& source) { return source.at("id") == one.at("src") && !source.value("certain", true); });
        });
    }

    void parseRegimes(Model& model) const
    {
        for (const auto& entry : list("regimes")) {
            const Span span = parseSpan(entry);
            model.regimes.push_back({{textOf(entry, "id"), span.from, span.to, entry.at("provisional").get<bool>()},
                                     cite(entry, "law"),
                                     cite(entry, "honour_list")});
        }
        for (const auto& entry : list("notices"))
            model.notices[textOf(entry, "id")] = {pairOf(entry.at("label")), pairOf(entry.at("explanation")), pairOf(entry.at("remedy"))};
    }

    void parseHonours(Model& model) const
    {
        for (const auto& entry : list("honours")) {
            Honour honour{textOf(entry, "id"), pairOf(entry.at("name")), textOf(entry, "short"), textOf(entry, "level"), textOf(entry, "kind") != "form", entry.value("outside", false), {}, {}, {}, {}, parseSpan(entry)};
            for (const auto kind : {SubjectKind::Staff, SubjectKind::Pupil, SubjectKind::Collective})
                for (const auto& recipient : entry.at("recipients"))
                    if (recipient.get<std::string>() == toCode(kind))
                        honour.recipients.push_back(kind);
            honour.includes = entry.value("includes", std::vector<std::string>());
            honour.listTells = entry.value("list_tells", std::vector<std::string>());
            honour.grounds = entry.value("grounds", std::vector<std::string>());
            model.honours.push_back(std::move(honour));
        }
    }

    Param param(const json& entry) const
    {
        Param param;
        param.id = textOf(entry, "id");
        param.unit = textOf(entry, "unit");
        if (entry.contains("name"))
            param.name = pairOf(entry["name"]);
        param.mayBeNone = entry.value("may_be_none", false);
        param.layering = kLayerings.at(textOf(entry, "layering"));
        param.up = textOf(entry, "direction") != "down";
        param.layers.emplace_back();
        for (const auto& value : entry.at("values"))
            param.layers.front().push_back(parseParamValue(value, cite(value)));
        return param;
    }

    Node node(const json& entry) const
    {
        static const std::map<std::string, Node::Kind> kinds = {
            {"all", Node::Kind::All},   {"any", Node::Kind::Any},     {"not", Node::Kind::Not},         {"at_least", Node::Kind::AtLeast},
            {"test", Node::Kind::Test}, {"count", Node::Kind::Count}, {"between", Node::Kind::Between}, {"ref", Node::Kind::Ref}};
        Node out;
        for (const auto& [key, kind] : kinds)
            if (entry.contains(key)) {
                out.kind = kind;
                fill(out, entry[key]);
            }
        out.id = textOf(entry, "id");
        if (entry.contains("label"))
            out.label = pairOf(entry["label"]);
        out.cite = cite(entry);
        out.explanation = wordingOf(entry, "explanation");
        out.remedy = wordingOf(entry, "remedy");
        out.certain = entry.value("certain", true);
        out.uncertain = optionalPair(entry, "uncertain");
        return out;
    }

    void fill(Node& out, const json& body) const
    {
        switch (out.kind) {
        case Node::Kind::All:
        case Node::Kind::Any: children(out, body); return;
        case Node::Kind::Not: out.children.push_back(node(body)); return;
        case Node::Kind::AtLeast:
            out.least = body.at("n").get<int>();
            children(out, body.at("of"));
            return;
        case Node::Kind::Ref: out.ref = body.get<std::string>(); return;
        default: operands(out, body);
        }
    }

    void children(Node& out, const json& body) const
    {
        out.children.reserve(body.size());
        for (const auto& child : body)
            out.children.push_back(node(child));
    }

    void operands(Node& out, const json& body) const
    {
        out.fact = textOf(body, "fact");
        out.per = textOf(body, "per");
        out.of = textOf(body, "of");
        out.sum = textOf(body, "sum");
        out.from = textOf(body, "from");
        out.to = textOf(body, "to");
        out.years = textOf(body, "unit") == "years";
        out.op = opOf(textOf(body, "op")).value();
        out.value = body.value("value", json());
        out.param = textOf(body, "param");
        out.valueOf = textOf(body, "value_of");
        out.plus = body.value("plus", 0);
        out.consecutive = body.value("consecutive", false);
        if (body.contains("within_years"))
            out.withinYears = body["within_years"].get<int>();
        out.withinCertain = body.value("within_certain", true);
        if (body.contains("if_unknown"))
            out.ifUnknown.push_back(node(body["if_unknown"]));
        out.where = filters(body);
        out.thisYear = textOf(body, "this_year");
        if (body.contains("since"))
            out.since = Since{textOf(body["since"], "of"), filters(body["since"])};
        if (body.contains("in_years_of"))
            out.inYearsOf = Since{textOf(body["in_years_of"], "of"), filters(body["in_years_of"])};
    }

    std::vector<Where> filters(const json& body) const
    {
        std::vector<Where> all;
        all.reserve(listOf(body, "where").size());
        for (const auto& where : listOf(body, "where")) {
            Where filter{textOf(where, "field"), opOf(textOf(where, "op")).value(), where.value("value", json()), textOf(where, "param"), std::nullopt,
                         optionalPair(where, "why"), where.value("certain", true), optionalPair(where, "uncertain")};
            if (where.contains("missing"))
                filter.missing = where["missing"].get<bool>();
            all.push_back(std::move(filter));
        }
        return all;
    }

    void resolve(const std::string& ref, std::vector<std::string>& out) const
    {
        for (const auto& group : list("groups"))
            if (textOf(group, "id") == ref) {
                for (const auto& member : group.at("all"))
                    resolve(member.get<std::string>(), out);
                return;
            }
        out.push_back(ref);
    }

    void parseRequirements(Model& model) const
    {
        for (const auto& entry : list("requirements")) {
            Requirement requirement;
            requirement.honour = textOf(entry, "honour");
            requirement.span = parseSpan(entry);
            requirement.kind = subjectKindOf(textOf(entry, "kind"));
            requirement.grounds = entry.value("grounds", std::vector<std::string>());
            requirement.vote = entry.value("vote", false);
            for (const auto& ref : entry.at("all"))
                resolve(ref.get<std::string>(), requirement.rules);
            for (const auto& note : listOf(entry, "not_modelled"))
                requirement.notModelled.push_back({pairOf(note), cite(note), haveBeenRead(note)});
            model.requirements.push_back(std::move(requirement));
        }
    }

    void parseConflicts(Model& model) const
    {
        for (const auto& entry : list("conflicts")) {
            FactConflict conflict;
            conflict.id = textOf(entry, "id");
            conflict.label = pairOf(entry.at("label"));
            conflict.kind = subjectKindOf(textOf(entry, "kind"));
            conflict.facts = entry.at("facts").get<std::vector<std::string>>();
            conflict.when = node(entry.at("when"));
            conflict.explanation = pairOf(entry.at("explanation"));
            conflict.remedy = pairOf(entry.at("remedy"));
            conflict.findings = entry.value("findings", std::vector<std::string>());
            conflict.evenFailing = entry.value("even_failing", false);
            conflict.onlyFindings = entry.value("only_findings", false);
            for (const auto& value : entry.at("values"))
                conflict.values.push_back({parseSpan(value), cite(value), textOf(value, "quote"), value.value("certain", true), {}, {}, optionalPair(value, "uncertain")});
            model.conflicts.push_back(std::move(conflict));
        }
    }

    void parseConditionKinds(Model& model) const
    {
        for (const auto& entry : list("condition_kinds")) {
            ConditionKind kind;
            kind.id = textOf(entry, "id");
            kind.name = pairOf(entry.at("name"));
            for (const auto& figure : entry.at("figures"))
                kind.figures.push_back({textOf(figure, "id"), textOf(figure, "unit"), pairOf(figure.at("name"))});
            for (const auto& open : entry.at("open"))
                kind.open.push_back({open.at("honours").get<std::vector<std::string>>(), parseSpan(open), cite(open), open.value("certain", true)});
            kind.rule = entry.at("rule");
            model.conditionKinds.push_back(std::move(kind));
        }
    }

    void parseCouncil(Model& model) const
    {
        for (const auto& entry : list("quotas"))
            model.quotas.push_back({textOf(entry, "id"), textOf(entry, "honour"), textOf(entry, "param"), textOf(entry, "base"),
                                    textOf(entry, "counts"), pairOf(entry.at("label")), textOf(entry, "of")});
        for (const auto& entry : list("votes"))
            for (const auto& honour : entry.at("honours"))
                model.voteParams[honour.get<std::string>()] = {textOf(entry, "param"), textOf(entry, "least_members"), textOf(entry, "quorum")};
        const auto& vote = m_pack.at("vote_finding");
        model.voteFinding.id = textOf(vote, "id");
        model.voteFinding.label = pairOf(vote.at("label"));
        model.voteFinding.explanation = wordingOf(vote, "explanation");
        model.voteFinding.remedy = wordingOf(vote, "remedy");
    }

    const json& m_pack;
    Sources m_sources;
};

}

std::optional<Op> opOf(std::string_view code)
{
    static constexpr std::array<std::string_view, 17> codes = {
        "=", "!=", "<", "<=", ">", ">=", "in", "not_in", "covers_honour", "in_school_year", "this_school_year", "before_this_school_year",
        "absent", "this_honour", "covers", "within_months", "not_after_on"};
    const auto found = std::find(codes.begin(), codes.end(), code);
    if (found == codes.end())
        return std::nullopt;
    return static_cast<Op>(found - codes.begin());
}

Span parseSpan(const json& entry)
{
    Span span{Date::fromIso(entry.at("from").get<std::string>()).value(), std::nullopt};
    if (entry.contains("to"))
        span.to = Date::fromIso(entry["to"].get<std::string>()).value();
    return span;
}

ParamValue parseParamValue(const json& entry, const Citation& cite)
{
    ParamValue value{parseSpan(entry), entry.at("value"), entry.value("certain", true), entry.value("secret", false), entry.value("by_letter", false), cite, textOf(entry, "quote"),
                     optionalPair(entry, "uncertain"), false, std::nullopt, std::nullopt};
    if (entry.contains("layering"))
        value.layering = kLayerings.at(textOf(entry, "layering"));
    if (entry.contains("direction"))
        value.up = textOf(entry, "direction") != "down";
    return value;
}

Rule parseRule(const json& entry, const json& pack)
{
    return Parser(pack).rule(entry);
}

std::shared_ptr<Model> parsePack(const json& pack)
{
    return Parser(pack).model();
}

}

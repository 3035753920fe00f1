// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/pack_check.h"

#include "base/date.h"
#include "base/vietnamese.h"
#include "rules/case.h"
#include "rules/pack_nodes.h"
#include "rules/pack_shape.h"
#include "rules/pack_tables.h"
#include "rules/pack_values.h"
#include "rules/share.h"
#include "rules/wording.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace thidua::rules {
namespace {

using nlohmann::json;

const json& listIn(const json& entry, const char* key)
{
    static const json kNone = json::array();
    const auto found = entry.find(key);
    return found == entry.end() || !found->is_array() ? kNone : *found;
}

std::string idOf(const json& entry)
{
    return entry.is_object() ? entry.value("id", std::string()) : std::string();
}

/// Collects problems; each knows its place, e.g. `rules[initiative].versions[0]`.
class Checker {
public:
    explicit Checker(const json& pack) : m_pack(pack)
    {
        for (const auto& source : listIn(pack, "sources")) {
            m_names.sources.insert(idOf(source));
            const auto from = dateOf(source, "from", "sources[" + idOf(source) + "]");
            m_sources.emplace(idOf(source), Days{from.value_or(Date(1945, 9, 2)), dateOf(source, "to", "sources[" + idOf(source) + "]")});
        }
        for (const auto& param : listIn(pack, "params"))
            m_names.params.insert(idOf(param));
        for (const auto& rule : listIn(pack, "rules"))
            m_names.rules.insert(idOf(rule));
        for (const char* section : {"facts", "subject"})
            for (const auto& fact : listIn(pack, section)) {
                m_names.facts.insert(idOf(fact));
                for (const auto& field : listIn(fact, "fields"))
                    m_names.facts.insert(idOf(fact) + "." + idOf(field));
            }
    }

    std::vector<PackProblem> problems()
    {
        for (const char* section : {"sources", "params", "rules", "honours", "regimes", "notices", "facts", "subject", "sets", "groups", "quotas", "bonus_priority",
                                    "deadlines", "evaluation_regimes", "preferences", "condition_kinds", "paper_bases", "council_seats", "conflicts", "references", "renewals"})
            checkIds(section);
        for (const auto& param : listIn(m_pack, "params"))
            checkDated("params[" + idOf(param) + "].values", listIn(param, "values"), param.value("own", false) ? Cited::No : Cited::Yes);
        for (const auto& param : listIn(m_pack, "params"))
            checkParamValues(param);
        for (const auto& rule : listIn(m_pack, "rules"))
            checkRule(rule);
        checkDated("regimes", listIn(m_pack, "regimes"), Cited::No);
        for (const auto& regime : listIn(m_pack, "regimes"))
            for (const char* key : {"law", "honour_list"})
                checkCites("regimes[" + idOf(regime) + "]." + key, listIn(regime, key), spanOf(regime));
        checkTables();
        checkCouncil();
        for (const auto& kind : listIn(m_pack, "condition_kinds"))
            checkConditionKind(kind);
        for (const auto& conflict : listIn(m_pack, "conflicts"))
            checkConflict(conflict);
        checkTexts("", m_pack);
        checkRequirements();
        checkCycles();
        return std::move(m_problems);
    }

private:
    enum class Cited { Yes, No };

    void report(const char* key, const std::string& place, const std::string& what = {})
    {
        m_problems.push_back({key, {place, what}});
    }

    /// Every dated value of the law's tables follows on the one before and names its article.
    void checkTables()
    {
        for (const char* section : {"authorities", "dossiers", "bonuses", "bonus_priority", "deadlines", "preferences", "paper_bases", "council_seats", "conflicts", "references"}) {
            int index = 0;
            for (const auto& entry : listIn(m_pack, section))
                checkDated(std::string(section) + "[" + std::to_string(index++) + "].values", listIn(entry, "values"), Cited::Yes);
        }
        for (const char* section : {"base_salary", "evaluation_regimes"})
            checkDated(section, listIn(m_pack, section), Cited::Yes);
        for (auto& problem : tableProblems(m_pack))
            m_problems.push_back(std::move(problem));
    }

    void checkIds(const char* section)
    {
        std::set<std::string> seen;
        int index = 0;
        for (const auto& entry : listIn(m_pack, section)) {
            const auto id = idOf(entry);
            const auto place = std::string(section) + "[" + std::to_string(index++) + "]";
            if (id.empty())
                report("rules.id-missing", place);
            else if (!seen.insert(id).second)
                report("rules.id-twice", place, id);
        }
    }

    using Days = std::pair<Date, std::optional<Date>>;

    static Days spanOf(const json& entry)
    {
        const auto day = [&entry](const char* key) -> std::optional<Date> {
            const auto date = Date::fromIso(entry.value(key, std::string()));
            return date ? std::optional(*date) : std::nullopt;
        };
        return {day("from").value_or(Date(1945, 9, 2)), day("to")};
    }

    /// Every place cited, each by a text that is in force on all of `days`.
    void checkCites(const std::string& place, const json& cites, const Days& days)
    {
        if (cites.empty())
            report("rules.uncited", place);
        for (const auto& cite : cites) {
            const auto source = cite.is_object() ? m_sources.find(cite.value("src", std::string())) : m_sources.end();
            if (source == m_sources.end()) {
                report("rules.unknown-source", place, cite.dump());
                continue;
            }
            const auto& [from, to] = source->second;
            if (days.first < from || (to && (!days.second || *days.second > *to)))
                report("rules.source-not-in-force", place, source->first);
        }
    }

    /// Thresholds and quotas name honours and parameters that exist; the words they need are there.
    void checkCouncil()
    {
        std::set<std::string> honours;
        for (const auto& honour : listIn(m_pack, "honours"))
            honours.insert(idOf(honour));
        for (const auto& vote : listIn(m_pack, "votes")) {
            checkParam("votes", vote.value("param", std::string()));
            for (const char* key : {"least_members", "quorum"})
                if (vote.contains(key))
                    checkParam("votes", vote.value(key, std::string()));
            for (const auto& honour : listIn(vote, "honours"))
                if (!honour.is_string() || !honours.contains(honour.get<std::string>()))
                    report("rules.unknown-honour", "votes: " + honour.dump());
        }
        for (const auto& quota : listIn(m_pack, "quotas")) {
            checkParam("quotas[" + idOf(quota) + "]", quota.value("param", std::string()));
            if (!honours.contains(quota.value("honour", std::string())))
                report("rules.unknown-honour", "quotas[" + idOf(quota) + "]");
            if (quota.contains("of") && (!honours.contains(quota["of"].get<std::string>()) || quota.value("base", std::string()) != "base"))
                report("rules.unknown-honour", "quotas[" + idOf(quota) + "].of");
        }
    }

    /// A value of the kind its unit says; null switches off what may be open.
    bool fits(const std::string& unit, const json& value) const
    {
        if (value.is_null() || unit == "bool")
            return value.is_null() || value.is_boolean();
        if (unit == "months" || unit == "days" || unit == "years" || unit == "count" || unit == "dong")
            return value.is_number_integer() && value >= 0;
        if (!value.is_string())
            return false;
        const auto& text = value.get_ref<const std::string&>();
        if (unit == "share")
            return ratioFromText(text).has_value();
        if (unit == "rounding")
            return text == "down" || text == "nearest" || text == "up";
        return codeOfSet(unit, value);
    }

    bool codeOfSet(const std::string& name, const json& value) const
    {
        for (const auto& set : listIn(m_pack, "sets"))
            if (idOf(set) == name)
                for (const auto& code : listIn(set, "values"))
                    if (value == code.value("code", std::string()))
                        return true;
        return false;
    }

    void checkLayering(const std::string& place, const json& entry)
    {
        const auto layering = entry.value("layering", std::string());
        if (layering != "fixed" && layering != "open" && layering != "tighten")
            report("rules.bad-layering", place, layering);
    }

    void checkParamValues(const json& param)
    {
        checkLayering("params[" + idOf(param) + "]", param);
        int index = 0;
        for (const auto& value : listIn(param, "values")) {
            const auto place = "params[" + idOf(param) + "].values[" + std::to_string(index++) + "]";
            if (value.contains("layering"))
                checkLayering(place, value);
            if (!value.contains("value") || !fits(param.value("unit", std::string()), value["value"]))
                report("rules.bad-value", place, value.value("value", json()).dump());
        }
    }

    void checkParam(const std::string& place, const std::string& param)
    {
        if (!m_names.params.contains(param))
            report("rules.unknown-param", place, param);
    }

    void checkText(const std::string& place, const std::string& text)
    {
        static const std::set<std::string> known = {"on",    "school_year", "honour", "actual", "required", "part", "whole", "percent",    "needed",  "count",
                                                    "items", "rejected",    "from",   "to",     "due",      "value", "share", "recipients", "subject", "ground", "threshold", "members", "present"};
        if (!isNfc(text))
            report("rules.not-nfc", place);
        for (const auto& name : placeholders(text))
            if (!known.contains(name))
                report("rules.unknown-placeholder", place, name);
    }

    /// Every text in both languages and in NFC.
    void checkTexts(const std::string& place, const json& value)
    {
        if (value.is_object() && value.contains("vi") != value.contains("en"))
            report("rules.one-language", place);
        if (value.is_string())
            checkText(place, value.get_ref<const std::string&>());
        if (value.is_object())
            for (const auto& item : value.items())
                checkTexts(place + "." + item.key(), item.value());
        else if (value.is_array())
            for (std::size_t i = 0; i < value.size(); ++i)
                checkTexts(place + "[" + (idOf(value[i]).empty() ? std::to_string(i) : idOf(value[i])) + "]", value[i]);
    }

    /// A condition that can fail or stay unknown says so in words and names what would change it.
    void checkWords(const std::string& place, const json& rule)
    {
        if (rule.value("informs", false))
            return;
        for (const char* part : {"explanation", "remedy"})
            for (const char* outcome : {"fail", "unknown"})
                if (!rule.contains(part) || !rule[part].is_object() || !rule[part].contains(outcome))
                    report("rules.wordless", place, std::string(part) + "." + outcome);
    }

    std::optional<Date> dateOf(const json& entry, const char* key, const std::string& place)
    {
        if (!entry.contains(key))
            return std::nullopt;
        const auto date = entry[key].is_string() ? Date::fromIso(entry[key].get<std::string>()) : Result<Date>(fail(ErrorCode::InputFormat, {}));
        if (!date) {
            report("rules.bad-date", place + "." + key, entry[key].dump());
            return std::nullopt;
        }
        return *date;
    }

    /// Values that follow one another: each with a first day, none reaching into the next.
    void checkDated(const std::string& place, const json& entries, Cited cited)
    {
        std::map<Date, std::optional<Date>> spans;
        int index = 0;
        for (const auto& entry : entries) {
            const auto here = place + "[" + std::to_string(index++) + "]";
            const auto from = dateOf(entry, "from", here);
            const auto to = dateOf(entry, "to", here);
            if (!from) {
                report("rules.no-first-day", here);
                continue;
            }
            if (to && *to < *from)
                report("rules.ends-before-start", here);
            if (!spans.emplace(*from, to).second)
                report("rules.dates-overlap", here, from->iso());
            if (cited == Cited::Yes)
                checkCites(here, listIn(entry, "cite"), {*from, to});
        }
        const std::pair<const Date, std::optional<Date>>* before = nullptr;
        for (const auto& span : spans) {
            if (before != nullptr && (!before->second || *before->second >= span.first))
                report("rules.dates-overlap", place, span.first.iso());
            before = &span;
        }
    }

    void checkNode(const std::string& place, const json& node)
    {
        for (auto& problem : nodeProblems(node, place, m_names))
            m_problems.push_back(std::move(problem));
    }

    void checkRule(const json& rule)
    {
        const auto place = "rules[" + idOf(rule) + "]";
        if (!rule.contains("label") || !rule.contains("test"))
            report("rules.rule-incomplete", place);
        else
            checkNode(place + ".test", rule["test"]);
        if (rule.contains("applies"))
            checkNode(place + ".applies", rule["applies"]);
        if (const auto param = rule.value("enabled_by", std::string()); !param.empty() && !m_names.params.contains(param))
            report("rules.unknown-param", place, param);
        checkWords(place, rule);
        if (listIn(rule, "versions").empty())
            report("rules.no-versions", place);
        checkDated(place + ".versions", listIn(rule, "versions"), Cited::Yes);
        for (std::size_t i = 0; i < listIn(rule, "versions").size(); ++i)
            if (const auto& version = rule["versions"][i]; version.contains("test"))
                checkNode(place + ".versions[" + std::to_string(i) + "].test", version["test"]);
        for (const auto& exception : listIn(rule, "exceptions")) {
            const auto here = place + ".exceptions[" + idOf(exception) + "]";
            checkCites(here, listIn(exception, "cite"), spanOf(exception));
            checkWords(here, exception);
            if (!exception.contains("when") || !exception.contains("instead") || !exception.contains("priority"))
                report("rules.rule-incomplete", here);
            else {
                checkNode(here + ".when", exception["when"]);
                checkNode(here + ".instead", exception["instead"]);
            }
        }
    }

    /// Its facts are declared and are what it looks at.
    void checkConflict(const json& conflict)
    {
        const auto place = "conflicts[" + idOf(conflict) + "]";
        for (const auto& fact : listIn(conflict, "facts"))
            if (!m_names.facts.contains(fact.get<std::string>()))
                report("rules.unknown-fact", place + ".facts", fact.dump());
        if (conflict.contains("when"))
            checkNode(place + ".when", conflict["when"]);
    }

    /// Its rule's figures (`$months`) are declared, its words are there, and every opening names an article.
    void checkConditionKind(const json& kind)
    {
        const auto place = "condition_kinds[" + idOf(kind) + "]";
        if (!kind.contains("name") || !kind.contains("rule") || !kind["rule"].contains("test") || listIn(kind, "open").empty()) {
            report("rules.rule-incomplete", place);
            return;
        }
        checkWords(place + ".rule", kind["rule"]);
        checkNode(place + ".rule.test", kind["rule"]["test"]);
        for (const auto& open : listIn(kind, "open"))
            checkCites(place + ".open", listIn(open, "cite"), spanOf(open));
    }

    void checkRequirements()
    {
        std::set<std::string> known = m_names.rules;
        for (const auto& group : listIn(m_pack, "groups"))
            known.insert(idOf(group));
        std::set<std::string> honours;
        for (const auto& honour : listIn(m_pack, "honours"))
            honours.insert(idOf(honour));
        for (const auto& requirement : listIn(m_pack, "requirements")) {
            const auto place = "requirements[" + requirement.value("honour", std::string()) + "]";
            if (!honours.contains(requirement.value("honour", std::string())))
                report("rules.unknown-honour", place);
            if (requirement.contains("kind") && !subjectKindOf(requirement.value("kind", std::string())))
                report("rules.bad-value", place + ".kind", requirement["kind"].dump());
            for (const auto& ground : listIn(requirement, "grounds"))
                if (!codeOfSet("ground", ground))
                    report("rules.bad-value", place + ".grounds", ground.dump());
            dateOf(requirement, "from", place);
            dateOf(requirement, "to", place);
            for (const auto& ref : listIn(requirement, "all"))
                if (!ref.is_string() || !known.contains(ref.get<std::string>()))
                    report("rules.unknown-rule", place, ref.dump());
        }
    }

    void checkCycles()
    {
        std::map<std::string, std::set<std::string>> edges;
        for (const auto& rule : listIn(m_pack, "rules"))
            edges[idOf(rule)] = refsOf(rule);
        for (const auto& group : listIn(m_pack, "groups"))
            for (const auto& ref : listIn(group, "all"))
                if (ref.is_string())
                    edges[idOf(group)].insert(ref.get<std::string>());
        for (const auto& [start, next] : edges) {
            std::set<std::string> reached;
            std::vector<std::string> open(next.begin(), next.end());
            while (!open.empty()) {
                const auto id = open.back();
                open.pop_back();
                if (reached.insert(id).second)
                    open.insert(open.end(), edges[id].begin(), edges[id].end());
            }
            if (reached.contains(start))
                report("rules.cycle", start);
        }
    }

    const json& m_pack;
    std::vector<PackProblem> m_problems;
    std::map<std::string, Days> m_sources;
    PackNames m_names;
};

}

std::vector<PackProblem> checkPack(const json& pack)
{
    if (!pack.is_object())
        return {{"rules.not-a-pack", {""}}};
    auto problems = shapeProblems(pack);
    try {
        for (auto& problem : Checker(pack).problems())
            problems.push_back(std::move(problem));
        // Words and values are looked at where the pack stands as such.
        if (problems.empty())
            problems = valueProblems(pack);
    } catch (const std::exception&) {
        // Something is of a type that no rule pack has in that place; the shape tells where.
        if (problems.empty())
            problems.push_back({"rules.not-a-pack", {""}});
    }
    return problems;
}

void mergePack(json& pack, const json& part)
{
    for (const auto& item : part.items()) {
        const auto& key = item.key();
        if (key == "topic")
            continue;
        if (!pack.contains(key))
            pack[key] = item.value();
        else if (pack[key].is_array() && item.value().is_array())
            pack[key].insert(pack[key].end(), item.value().begin(), item.value().end());
    }
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/pack_shape.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

namespace thidua::rules {
namespace {

using nlohmann::json;

enum class Is { Text, Bool, Whole, Any, Texts, Object, List, Node, Nodes };
enum class Need { Must, May };

struct Key;
/// The keys an object may have; any other is a mistake.
using Shape = std::vector<Key>;

struct Key {
    std::string_view name;
    Is is;
    Need need = Need::Must;
    Shape shape{}; ///< of the object, or of each entry of the list
};

const Shape& pair()
{
    static const Shape shape = {{"vi", Is::Text}, {"en", Is::Text}};
    return shape;
}

const Shape& cites()
{
    static const Shape shape = {{"src", Is::Text}, {"at", Is::Text}};
    return shape;
}

const Shape& words()
{
    static const Shape shape = {{"pass", Is::Object, Need::May, pair()},
                                {"fail", Is::Object, Need::May, pair()},
                                {"unknown", Is::Object, Need::May, pair()},
                                {"not_applicable", Is::Object, Need::May, pair()}};
    return shape;
}

/// What every dated entry has; an uncited one is pack_check.h's to report.
Shape dated(Shape own)
{
    Shape shape = {{"from", Is::Text}, {"to", Is::Text, Need::May}, {"certain", Is::Bool, Need::May}, {"cite", Is::List, Need::May, cites()},
                   {"quote", Is::Text, Need::May}, {"uncertain", Is::Object, Need::May, pair()}};
    shape.insert(shape.end(), own.begin(), own.end());
    return shape;
}

Shape withValues(Shape head, Shape value)
{
    head.push_back({"values", Is::List, Need::Must, dated(std::move(value))});
    return head;
}

const Shape& operandShape()
{
    static const Shape filter = {{"field", Is::Text}, {"op", Is::Text}, {"value", Is::Any, Need::May}, {"param", Is::Text, Need::May},
                                 {"missing", Is::Bool, Need::May}, {"why", Is::Object, Need::May, pair()}, {"certain", Is::Bool, Need::May},
                                 {"uncertain", Is::Object, Need::May, pair()}};
    static const Shape shape = [] {
        Shape all;
        for (const char* name : {"fact", "per", "op", "param", "of", "sum", "from", "to", "unit", "this_year", "value_of"})
            all.push_back({name, Is::Text, Need::May});
        all.push_back({"where", Is::List, Need::May, filter});
        all.push_back({"consecutive", Is::Bool, Need::May});
        all.push_back({"within_years", Is::Whole, Need::May});
        all.push_back({"within_certain", Is::Bool, Need::May});
        all.push_back({"plus", Is::Whole, Need::May});
        all.push_back({"if_unknown", Is::Node, Need::May});
        for (const char* name : {"since", "in_years_of"})
            all.push_back({name, Is::Object, Need::May, {{"of", Is::Text}, {"where", Is::List, Need::May, filter}}});
        return all;
    }();
    return shape;
}

/// Only the types: which keys a node may have is pack_nodes.h's to say.
const Shape& nodeShape()
{
    static const Shape shape = {{"all", Is::Nodes, Need::May}, {"any", Is::Nodes, Need::May}, {"not", Is::Node, Need::May},
                                {"at_least", Is::Object, Need::May, {{"n", Is::Whole}, {"of", Is::Nodes}}},
                                {"test", Is::Object, Need::May, operandShape()}, {"count", Is::Object, Need::May, operandShape()},
                                {"between", Is::Object, Need::May, operandShape()}, {"ref", Is::Text, Need::May}, {"id", Is::Text, Need::May},
                                {"label", Is::Object, Need::May, pair()}, {"cite", Is::List, Need::May, cites()},
                                {"explanation", Is::Object, Need::May, words()}, {"remedy", Is::Object, Need::May, words()},
                                {"certain", Is::Bool, Need::May}, {"uncertain", Is::Object, Need::May, pair()}};
    return shape;
}

Shape paramShape()
{
    return withValues({{"id", Is::Text}, {"unit", Is::Text}, {"layering", Is::Text}, {"direction", Is::Text, Need::May}, {"name", Is::Object, Need::May, pair()},
                       {"may_be_none", Is::Bool, Need::May}, {"own", Is::Bool, Need::May}},
                      {{"value", Is::Any}, {"secret", Is::Bool, Need::May}, {"by_letter", Is::Bool, Need::May}, {"layering", Is::Text, Need::May}, {"direction", Is::Text, Need::May}});
}

Shape ruleShape()
{
    const Shape exception = dated({{"id", Is::Text}, {"priority", Is::Whole}, {"when", Is::Node}, {"instead", Is::Node},
                                   {"explanation", Is::Object, Need::May, words()}, {"remedy", Is::Object, Need::May, words()}});
    return {{"id", Is::Text}, {"label", Is::Object, Need::Must, pair()}, {"enabled_by", Is::Text, Need::May}, {"informs", Is::Bool, Need::May},
            {"versions", Is::List, Need::Must, dated({{"label", Is::Object, Need::May, pair()}, {"test", Is::Node, Need::May}})},
            {"applies", Is::Node, Need::May}, {"applies_unknown", Is::Text, Need::May}, {"test", Is::Node},
            {"explanation", Is::Object, Need::May, words()}, {"remedy", Is::Object, Need::May, words()}, {"exceptions", Is::List, Need::May, exception}};
}

Shape requirementShape()
{
    const Shape note = {{"vi", Is::Text}, {"en", Is::Text}, {"cite", Is::List, Need::May, cites()}};
    return {{"honour", Is::Text}, {"from", Is::Text}, {"to", Is::Text, Need::May}, {"kind", Is::Text, Need::May}, {"grounds", Is::Texts, Need::May},
            {"all", Is::Texts}, {"vote", Is::Bool, Need::May}, {"not_modelled", Is::List, Need::May, note}};
}

Shape conditionKindShape()
{
    const Shape rule = {{"label", Is::Object, Need::Must, pair()}, {"test", Is::Node}, {"applies", Is::Node, Need::May}, {"applies_unknown", Is::Text, Need::May},
                        {"explanation", Is::Object, Need::Must, words()}, {"remedy", Is::Object, Need::Must, words()}};
    return {{"id", Is::Text}, {"name", Is::Object, Need::Must, pair()},
            {"figures", Is::List, Need::Must, {{"id", Is::Text}, {"unit", Is::Text}, {"name", Is::Object, Need::Must, pair()}}},
            {"open", Is::List, Need::Must, dated({{"honours", Is::Texts}})}, {"rule", Is::Object, Need::Must, rule}};
}

Shape factShape()
{
    Shape field = {{"id", Is::Text}, {"type", Is::Text}, {"set", Is::Text, Need::May}, {"min", Is::Whole, Need::May}, {"max", Is::Whole, Need::May},
                   {"not_over", Is::Texts, Need::May}, {"required", Is::Bool, Need::May}, {"absent", Is::Text, Need::May}, {"over", Is::Text, Need::May}, {"council", Is::Bool, Need::May},
                   {"label", Is::Object, Need::May, pair()}, {"source", Is::Object, Need::May, pair()}};
    Shape fact = field;
    fact.push_back({"count", Is::Object, Need::May, {{"honour", Is::Text}}});
    fact.push_back({"of_year", Is::Bool, Need::May});
    fact.push_back({"at_year_end", Is::Bool, Need::May});
    fact.push_back({"stated", Is::Object, Need::May, {{"of", Is::Texts}, {"holds", Is::Text}, {"types", Is::Texts, Need::May}, {"positions", Is::Texts, Need::May},
                                                      {"of_honour", Is::Bool, Need::May}}});
    fact.push_back({"fields", Is::List, Need::May, std::move(field)});
    return fact;
}

Shape regimeShape()
{
    return {{"id", Is::Text}, {"from", Is::Text}, {"to", Is::Text, Need::May}, {"provisional", Is::Bool}, {"law", Is::List, Need::Must, cites()},
            {"honour_list", Is::List, Need::Must, cites()}};
}

Shape honourShape()
{
    return {{"id", Is::Text}, {"kind", Is::Text}, {"name", Is::Object, Need::Must, pair()}, {"short", Is::Text}, {"recipients", Is::Texts}, {"level", Is::Text},
            {"grounds", Is::Texts, Need::May}, {"includes", Is::Texts, Need::May}, {"list_tells", Is::Texts, Need::May}, {"outside", Is::Bool, Need::May}, {"from", Is::Text}, {"to", Is::Text, Need::May}, {"certain", Is::Bool, Need::May}};
}

Shape voteFindingShape()
{
    return {{"id", Is::Text}, {"label", Is::Object, Need::Must, pair()}, {"explanation", Is::Object, Need::Must, words()},
            {"remedy", Is::Object, Need::Must, words()}};
}

/// Sections that a pack cannot do without are Must: they carry what every verdict needs.
const Shape& packShape()
{
    const Key label{"label", Is::Object, Need::Must, pair()};
    const Key name{"name", Is::Object, Need::Must, pair()};
    const auto list = [](std::string_view section, Shape entry, Need need = Need::May) { return Key{section, Is::List, need, std::move(entry)}; };
    static const Shape shape = {
        {"topic", Is::Text, Need::May},
        {"version", Is::Text, Need::May},
        list("sources", {{"id", Is::Text}, {"name", Is::Text}, {"short", Is::Text}, {"number", Is::Text, Need::May}, {"from", Is::Text}, {"to", Is::Text, Need::May},
                         {"replaces", Is::Text, Need::May}, {"certain", Is::Bool, Need::May},
                         {"paper", Is::Object, Need::May, {{"kind", Is::Text}, {"issuer", Is::Text}, {"on", Is::Text}, {"subject", Is::Text}, {"certain", Is::Bool, Need::May}}}}, Need::Must),
        list("regimes", regimeShape(), Need::Must),
        list("notices", {{"id", Is::Text}, label, {"explanation", Is::Object, Need::Must, pair()}, {"remedy", Is::Object, Need::Must, pair()}}, Need::Must),
        list("sets", {{"id", Is::Text}, {"values", Is::List, Need::Must, {{"code", Is::Text}, {"vi", Is::Text}, {"en", Is::Text}}}}),
        list("subject", factShape()),
        list("facts", factShape()),
        list("honours", honourShape(), Need::Must),
        list("params", paramShape()),
        list("rules", ruleShape()),
        list("groups", {{"id", Is::Text}, {"all", Is::Texts}}),
        list("requirements", requirementShape()),
        list("condition_kinds", conditionKindShape()),
        list("quotas", {{"id", Is::Text}, {"honour", Is::Text}, {"param", Is::Text}, {"base", Is::Text}, {"of", Is::Text, Need::May},
                        {"counts", Is::Text}, label}),
        list("votes", {{"param", Is::Text}, {"honours", Is::Texts}, {"kind", Is::Text, Need::May}, {"least_members", Is::Text, Need::May},
                       {"quorum", Is::Text, Need::May}}),
        list("conflicts", withValues({{"id", Is::Text}, {"kind", Is::Text, Need::May}, label, {"facts", Is::Texts}, {"when", Is::Node},
                                      {"explanation", Is::Object, Need::Must, pair()}, {"remedy", Is::Object, Need::Must, pair()},
                                      {"findings", Is::Texts, Need::May}, {"even_failing", Is::Bool, Need::May}, {"only_findings", Is::Bool, Need::May}}, {})),
        list("renewals", {{"id", Is::Text}, {"on", Is::Text}, {"items", Is::List, Need::Must, {{"id", Is::Text}, {"vi", Is::Text}, {"en", Is::Text}}}}),
        list("references", withValues({{"id", Is::Text}, {"topic", Is::Text}, {"name", Is::Object, Need::Must, pair()},
                                       {"of", Is::Object, Need::May, {{"positions", Is::Texts, Need::May}, {"contracts", Is::Texts, Need::May}, {"words", Is::Texts, Need::May}}}},
                                      {{"what", Is::Object, Need::Must, pair()}})),
        {"vote_finding", Is::Object, Need::Must, voteFindingShape()},
        list("authorities", withValues({{"honours", Is::Texts}, {"by_principal", Is::Bool}},
                                       {{"who", Is::Object, Need::Must, pair()}, {"submits", Is::Object, Need::May, pair()}})),
        list("dossiers", withValues({{"honours", Is::Texts}, {"items", Is::List, Need::Must, {{"id", Is::Text}, name, {"paper", Is::Text, Need::May}}}}, {{"copies", Is::Any}})),
        list("deadlines", withValues({{"id", Is::Text}, {"honours", Is::Texts}, name}, {{"what", Is::Object, Need::Must, pair()}})),
        list("bonuses", withValues({{"honour", Is::Text}, {"recipient", Is::Text}}, {{"coefficient", Is::Text}})),
        list("base_salary", dated({{"value", Is::Whole}})),
        list("bonus_priority", withValues({{"id", Is::Text}, {"by", Is::Text}, label}, {{"what", Is::Object, Need::Must, pair()}})),
        list("evaluation_regimes", dated({{"id", Is::Text}, name,
                                          {"implies", Is::List, Need::Must, {{"vi", Is::Text}, {"en", Is::Text}, {"cite", Is::List, Need::May, cites()}, {"certain", Is::Bool, Need::May}}}})),
        list("paper_bases", withValues({{"id", Is::Text}, {"paper", Is::Text}, {"also", Is::Texts, Need::May}, {"levels", Is::Texts, Need::May}},
                                       {{"what", Is::Object, Need::Must, pair()}})),
        list("council_seats", withValues({{"id", Is::Text}, {"role", Is::Text}, {"position", Is::Text, Need::May}, {"words", Is::Texts, Need::May},
                                          {"without", Is::Texts, Need::May}, {"all", Is::Bool, Need::May}, name, {"duty", Is::Object, Need::Must, pair()}}, {})),
        list("preferences", withValues({{"id", Is::Text}, {"by", Is::Text}, label}, {{"share", Is::Text, Need::May}})),
    };
    return shape;
}

bool isOf(Is is, const json& value)
{
    switch (is) {
    case Is::Text: return value.is_string();
    case Is::Bool: return value.is_boolean();
    case Is::Whole: return value.is_number_integer();
    case Is::Any: return true;
    case Is::Texts: return value.is_array() && std::all_of(value.begin(), value.end(), [](const json& one) { return one.is_string(); });
    case Is::Object:
    case Is::Node: return value.is_object();
    case Is::List:
    case Is::Nodes: return value.is_array();
    }
    return false;
}

class ShapeChecker {
public:
    std::vector<PackProblem> problems{};

    void check(const json& object, const Shape& shape, const std::string& place, bool closed = true)
    {
        if (!object.is_object()) {
            wrongType(place, object);
            return;
        }
        for (const auto& item : object.items())
            if (closed && std::none_of(shape.begin(), shape.end(), [&item](const Key& key) { return key.name == item.key(); }))
                report("rules.unknown-key", place, item.key());
        for (const auto& key : shape) {
            const auto found = object.find(std::string(key.name));
            if (found != object.end())
                checkValue(key, *found, place.empty() ? std::string(key.name) : place + "." + std::string(key.name), closed);
            else if (key.need == Need::Must)
                report("rules.missing-key", place, std::string(key.name));
        }
    }

private:
    void report(const char* key, const std::string& place, const std::string& what) { problems.push_back({key, {place.empty() ? "pack" : place, what}}); }

    void wrongType(const std::string& place, const json& value)
    {
        constexpr std::size_t kLongest = 80;
        // As plain ASCII, so that cutting never splits a letter.
        report("rules.wrong-type", place, value.dump(-1, ' ', true).substr(0, kLongest));
    }

    void checkValue(const Key& key, const json& value, const std::string& place, bool closed)
    {
        if (!isOf(key.is, value))
            wrongType(place, value);
        else if (key.is == Is::Object)
            check(value, key.shape, place, closed);
        else if (key.is == Is::Node)
            check(value, nodeShape(), place, false);
        else if (key.is == Is::Nodes || key.is == Is::List)
            for (std::size_t i = 0; i < value.size(); ++i)
                check(value[i], key.is == Is::Nodes ? nodeShape() : key.shape, nameOf(value[i], place, i, key.is), closed && key.is == Is::List);
    }

    /// `rules[unity]`, `sources[3]`, `requirements[lao-dong-tien-tien]`: as the other checks name it.
    static std::string nameOf(const json& entry, const std::string& place, std::size_t index, Is is)
    {
        const char* key = place == "requirements" ? "honour" : "id";
        if (is == Is::List && entry.is_object() && entry.contains(key) && entry[key].is_string() && !entry[key].get_ref<const std::string&>().empty())
            return place + "[" + entry[key].get<std::string>() + "]";
        return place + "[" + std::to_string(index) + "]";
    }
};

}

std::vector<PackProblem> shapeProblems(const json& pack)
{
    ShapeChecker checker;
    checker.check(pack, packShape(), "");
    return std::move(checker.problems);
}

}

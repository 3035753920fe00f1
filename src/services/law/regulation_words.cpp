// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/regulation_words.h"

#include "base/text_util.h"
#include "rules/share.h"
#include "rules/wording.h"
#include "text/messages.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace thidua::services {

using namespace domain;
using nlohmann::json;
using Unit = Settable::Unit;

namespace {

constexpr std::string_view kList = "list:";

bool usesParam(const rules::Node& node, const std::string& id)
{
    const auto inWhere = [&](const std::vector<rules::Where>& all) {
        return std::ranges::any_of(all, [&](const auto& where) { return where.param == id; });
    };
    const auto inNodes = [&](const std::vector<rules::Node>& all) {
        return std::ranges::any_of(all, [&](const auto& child) { return usesParam(child, id); });
    };
    return node.param == id || inWhere(node.where) || (node.since && inWhere(node.since->where)) || inNodes(node.children) || inNodes(node.ifUnknown);
}

bool usesParam(const rules::Rule& rule, const std::string& id)
{
    return rule.enabledBy == id || usesParam(rule.test, id) || (rule.applies && usesParam(*rule.applies, id))
        || std::ranges::any_of(rule.versions, [&](const auto& version) { return version.test && usesParam(*version.test, id); })
        || std::ranges::any_of(rule.exceptions, [&](const auto& e) { return usesParam(e.when, id) || usesParam(e.instead, id); });
}

std::string codeWords(const rules::Model& model, const std::string& unit, const json& value)
{
    if (value.is_array()) {
        std::vector<std::string> all;
        for (const auto& code : value)
            all.push_back(codeWords(model, unit, code));
        return join(all, ", ");
    }
    const auto code = value.is_string() ? value.get<std::string>() : value.dump();
    if (unit == "honour")
        return rules::honourText(model, code).vi;
    if (unit == "rounding")
        return text::label("rounding", code);
    const auto set = unit.starts_with(kList) ? unit.substr(kList.size()) : unit;
    return model.facts.set(set) == nullptr ? code : rules::codeText(model, set, code).vi;
}

std::string conditionWords(const rules::Model& model, const Regulation& entry)
{
    const json value = json::parse(entry.value, nullptr, false);
    const auto* kind = conditionKind(model, entry.target);
    if (kind == nullptr || !value.is_object())
        return entry.value;
    std::vector<std::string> parts;
    for (const auto& figure : kind->figures)
        parts.push_back(figure.name.vi + ": " + valueWords(model, figure.unit, value.value(figure.id, json())));
    parts.push_back(text::message("regulation.for-honours", {codeWords(model, "honour", value.value("honours", json::array()))}));
    return join(parts, "; ");
}

}

Unit unitOf(const std::string& unit)
{
    static const std::map<std::string, Unit> known = {
        {"share", Unit::Share}, {"months", Unit::Months}, {"years", Unit::Years}, {"days", Unit::Days}, {"count", Unit::Count},
        {"dong", Unit::Dong},   {"bool", Unit::Bool},     {"honour", Unit::Honour}};
    const auto found = known.find(unit);
    if (found != known.end())
        return found->second;
    return unit.starts_with(kList) ? Unit::Codes : Unit::Code;
}

std::vector<rules::CodeLabel> codesOf(const rules::Model& model, const std::string& unit, Date on)
{
    std::vector<rules::CodeLabel> codes;
    if (unit == "rounding")
        for (const char* code : {"down", "nearest", "up"})
            codes.push_back({code, {text::label("rounding", code), text::label("rounding", code, text::Language::English)}});
    if (unit == "honour")
        for (const auto& honour : model.honours)
            if (honour.span.contains(on))
                codes.push_back({honour.code, honour.name});
    if (const auto* set = model.facts.set(unit.starts_with(kList) ? unit.substr(kList.size()) : unit))
        codes = *set;
    return codes;
}

std::string valueWords(const rules::Model& model, const std::string& unit, const json& value)
{
    if (value.is_null())
        return text::message("regulation.none");
    switch (unitOf(unit)) {
    case Unit::Share: {
        const auto share = value.is_string() ? rules::ratioFromText(value.get<std::string>()) : std::nullopt;
        return share ? rules::shareText(*share).vi : value.dump();
    }
    case Unit::Bool: return text::message(value == true ? "regulation.yes" : "regulation.no");
    case Unit::Months: return text::message("regulation.months", {value.dump()});
    case Unit::Years: return text::message("regulation.years", {value.dump()});
    case Unit::Days: return text::message("regulation.days", {value.dump()});
    case Unit::Count: return value.dump();
    case Unit::Dong: return text::message("regulation.dong", {value.is_number_integer() ? withThousands(value.get<std::int64_t>()) : value.dump()});
    case Unit::Code:
    case Unit::Codes:
    case Unit::Honour: return codeWords(model, unit, value);
    }
    return value.dump();
}

std::string valueWords(const rules::Model& model, const Regulation& entry)
{
    if (entry.kind == RegulationKind::Confirmation)
        return text::message("regulation.confirmed");
    if (entry.kind == RegulationKind::Condition)
        return conditionWords(model, entry);
    const auto param = model.params.find(entry.target);
    const json value = json::parse(entry.value, nullptr, false);
    return param == model.params.end() || value.is_discarded() ? entry.value : valueWords(model, param->second.unit, value);
}

std::string nameOf(const rules::Model& model, const Regulation& entry)
{
    if (entry.kind == RegulationKind::Value) {
        const auto param = model.params.find(entry.target);
        return param == model.params.end() || param->second.name.empty() ? entry.target : param->second.name.vi;
    }
    if (entry.kind == RegulationKind::Condition) {
        const auto* kind = conditionKind(model, entry.target);
        return kind == nullptr ? entry.target : kind->name.vi;
    }
    for (const auto& regime : model.regimes)
        if (regime.ref.id == entry.target)
            return text::message("regulation.confirmation", {regime.ref.from.vn()});
    return entry.target;
}

Error worded(const rules::Model& model, const Regulation& entry, Error error)
{
    const auto name = nameOf(model, entry);
    const auto words = [&](const std::string& value) {
        const auto param = model.params.find(entry.target);
        const json parsed = json::parse(value, nullptr, false);
        return param == model.params.end() || parsed.is_discarded() ? value : valueWords(model, param->second.unit, parsed);
    };
    if (error.key == "rules.layer-fixed" && !error.args.empty())
        error.args.front() = name;
    else if (error.key == "rules.layer-loosens" && error.args.size() == 4)
        error.args = {name, words(error.args[1]), words(error.args[2]), error.args[3]};
    else if (error.key == "rules.layer-unknown-param" || error.key == "rules.layer-unknown-kind")
        error = {ErrorCode::InputFormat, "regulation.target-unknown", {name}, {}, std::move(error.detail)};
    else if (error.key == "rules.layer-bad-value" || error.key.starts_with("case."))
        error = {ErrorCode::InputFormat, "regulation.bad-value", {name}, {}, error.key};
    return error;
}

const rules::ConditionKind* conditionKind(const rules::Model& model, const std::string& id)
{
    const auto found = std::ranges::find(model.conditionKinds, id, &rules::ConditionKind::id);
    return found == model.conditionKinds.end() ? nullptr : &*found;
}

std::vector<std::string> honoursOfParam(const rules::Model& model, const std::string& param, Date on)
{
    std::set<std::string> found;
    for (const auto& requirement : model.requirements)
        if (requirement.span.contains(on)
            && std::ranges::any_of(requirement.rules, [&](const auto& id) { return usesParam(model.rules.at(id), param); }))
            found.insert(requirement.honour);
    for (const auto& quota : model.quotas)
        if (quota.param == param)
            found.insert(quota.honour);
    for (const auto& [honour, vote] : model.voteParams)
        if (vote.share == param)
            found.insert(honour);
    std::vector<std::string> ordered;
    for (const auto& honour : model.honours)
        if (found.contains(honour.code) && honour.span.contains(on))
            ordered.push_back(honour.code);
    return ordered;
}

}

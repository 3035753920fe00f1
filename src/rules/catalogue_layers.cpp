// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"
#include "rules/pack_parser.h"
#include "rules/sha256.h"

#include "rules/json_object_reader.h"
#include "rules/wording.h"

#include <algorithm>

namespace thidua::rules {
namespace {

using nlohmann::json;

/// -1, 0, 1 for two values of one unit; none when they cannot be compared.
std::optional<int> compareValues(const Model& model, const Param& param, const json& a, const json& b)
{
    const auto order = [](auto x, auto y) { return x < y ? -1 : (y < x ? 1 : 0); };
    // Where the law sets none, whatever a lower layer sets is tighter.
    if (a.is_null() || b.is_null())
        return std::nullopt;
    if (a.is_number_integer() && b.is_number_integer())
        return order(a.get<int>(), b.get<int>());
    if (!a.is_string() || !b.is_string())
        return std::nullopt;
    if (param.unit == "share") {
        const auto x = ratioFromText(a.get<std::string>());
        const auto y = ratioFromText(b.get<std::string>());
        return x && y ? std::optional(order(*x, *y)) : std::nullopt;
    }
    if (const auto* codes = model.facts.set(param.unit)) {
        FactSpec spec;
        spec.values = *codes;
        const int x = spec.rank(a.get<std::string>());
        const int y = spec.rank(b.get<std::string>());
        return x >= 0 && y >= 0 ? std::optional(order(x, y)) : std::nullopt;
    }
    return std::nullopt;
}

bool sameKind(const Model& model, const Param& param, const json& value)
{
    if (value.is_null())
        return param.mayBeNone || param.layering == Layering::Open;
    if (param.unit == "bool")
        return value.is_boolean();
    if (param.unit == "rounding")
        return value == "down" || value == "nearest" || value == "up";
    if (param.unit == "months" || param.unit == "days" || param.unit == "years" || param.unit == "count" || param.unit == "dong")
        return value.is_number_integer() && value >= 0;
    return value.is_string() && compareValues(model, param, value, value).has_value();
}

bool overlap(const Span& a, const Span& b)
{
    return (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to);
}

Result<bool> checkAgainstUpper(const Model& model, const Param& param, const ParamValue& value)
{
    for (const auto& layer : param.layers)
        for (const auto& upper : layer) {
            if (!overlap(upper.span, value.span))
                continue;
            const Layering layering = upper.layering.value_or(param.layering);
            if (layering == Layering::Fixed)
                return fail(ErrorCode::InputFormat, "rules.layer-fixed", {param.id, upper.cite.full});
            if (layering != Layering::Tighten || upper.value.is_null())
                continue;
            const auto order = compareValues(model, param, value.value, upper.value);
            if (!order || (upper.up.value_or(param.up) ? *order < 0 : *order > 0))
                return fail(ErrorCode::InputFormat, "rules.layer-loosens", {param.id, value.value.dump(), upper.value.dump(), upper.cite.full});
        }
    return true;
}

Result<ParamValue> readValue(const Model& model, const Param& param, const json& entry, const std::string& place)
{
    TD_TRY(const ObjectReader reader, ObjectReader::of(entry, place, {"from", "to", "value", "cite", "quote", "certain", "reason"}));
    TD_CHECK(reader.date("from"));
    if (reader.find("to") != nullptr)
        TD_CHECK(reader.date("to"));
    TD_TRY(const std::string cite, reader.text("cite"));
    TD_TRY(const json* value, reader.required("value"));
    if (!sameKind(model, param, *value))
        return fail(ErrorCode::InputFormat, "rules.layer-bad-value", {reader.place("value"), value->dump(), param.id});
    if (reader.find("certain") != nullptr && !reader.find("certain")->is_boolean())
        return fail(ErrorCode::InputFormat, "case.not-boolean", {reader.place("certain")});
    if (reader.find("quote") != nullptr)
        TD_CHECK(reader.text("quote"));
    ParamValue parsed = parseParamValue(entry, {cite, cite});
    parsed.local = true;
    return parsed;
}

Result<bool> addParam(Model& model, const json& params, const std::string& place)
{
    TD_TRY(const ObjectReader entry, ObjectReader::of(params, place, {"id", "values"}));
    TD_TRY(const std::string id, entry.text("id"));
    const auto found = model.params.find(id);
    if (found == model.params.end())
        return fail(ErrorCode::InputFormat, "rules.layer-unknown-param", {place, id});
    TD_TRY(const json* values, entry.required("values"));
    if (!values->is_array())
        return fail(ErrorCode::InputFormat, "case.not-list", {entry.place("values")});
    std::vector<ParamValue> own;
    for (std::size_t v = 0; v < values->size(); ++v) {
        const auto here = entry.place("values") + "[" + std::to_string(v) + "]";
        TD_TRY(ParamValue value, readValue(model, found->second, (*values)[v], here));
        TD_CHECK(checkAgainstUpper(model, found->second, value));
        for (const auto& other : own)
            if (overlap(other.span, value.span))
                return fail(ErrorCode::InputFormat, "rules.dates-overlap", {here, value.span.from.vn()});
        own.push_back(std::move(value));
    }
    found->second.layers.push_back(std::move(own));
    return true;
}

/// Whether `value` is what a figure of this unit may be.
bool fitsFigure(const Model& model, const std::string& unit, const json& value)
{
    if (unit == "honour")
        return value.is_string() && model.honour(value.get<std::string>()) != nullptr;
    const bool list = unit.starts_with("list:");
    const auto* codes = model.facts.set(list ? unit.substr(5) : unit);
    if (codes == nullptr)
        return value.is_number_integer() && value > 0 && value <= 1200;
    const auto known = [codes](const json& code) {
        return code.is_string() && std::any_of(codes->begin(), codes->end(), [&](const CodeLabel& label) { return code == label.code; });
    };
    return list ? value.is_array() && std::all_of(value.begin(), value.end(), known) : known(value);
}

/// The rule's pattern with the figures in place of `$name`.
json withFigures(const json& pattern, const json& figures)
{
    if (pattern.is_string() && pattern.get_ref<const std::string&>().starts_with("$"))
        return figures.value(pattern.get<std::string>().substr(1), json());
    json out = pattern;
    if (out.is_structured())
        for (auto& child : out)
            child = withFigures(child, figures);
    return out;
}

/// Refuses what the law has closed on any day of the span, naming the article of the honour's own standard.
Result<Citation> openArticle(const Model& model, const ConditionKind& kind, const std::string& honour, const Span& span)
{
    const auto* open = kind.openFor(honour, span.from);
    const bool throughout = open != nullptr && (!open->span.to || (span.to && *span.to <= *open->span.to));
    if (throughout)
        return open->cite;
    Citation closedBy;
    for (const auto* requirement : model.requirementsOn(honour, span.to.value_or(span.from)))
        for (const auto& id : requirement->rules)
            if (const auto* version = model.rules.at(id).on(span.to.value_or(span.from)); version != nullptr && closedBy.empty())
                closedBy = version->cite;
    return fail(ErrorCode::InputFormat, "rules.layer-condition-closed", {kind.name.vi, honourText(model, honour).vi, closedBy.full});
}

Result<bool> addCondition(Model& model, const json& condition, const std::string& place)
{
    const auto named = condition.is_object() ? condition.value("kind", json()) : json();
    const auto kind = std::find_if(model.conditionKinds.begin(), model.conditionKinds.end(), [&](const auto& k) { return named == k.id; });
    if (kind == model.conditionKinds.end())
        return fail(ErrorCode::InputFormat, "rules.layer-unknown-kind", {place, named.dump()});
    std::vector<std::string> known = {"kind", "id", "honours", "from", "to", "cite", "quote", "reason"};
    for (const auto& figure : kind->figures)
        known.push_back(figure.id);
    TD_TRY(const ObjectReader entry, ObjectReader::of(condition, place, known));
    TD_TRY(const std::string id, entry.text("id"));
    TD_TRY(const std::string cite, entry.text("cite"));
    Span span;
    TD_TRY(span.from, entry.date("from"));
    if (entry.find("to") != nullptr) {
        TD_TRY(span.to, entry.date("to"));
    }
    for (const auto& figure : kind->figures) {
        TD_TRY(const json* value, entry.required(figure.id));
        if (!fitsFigure(model, figure.unit, *value))
            return fail(ErrorCode::InputFormat, "rules.layer-bad-value", {entry.place(figure.id), value->dump(), kind->name.vi});
    }
    TD_TRY(const json* honours, entry.required("honours"));
    if (!honours->is_array() || honours->empty() || !std::all_of(honours->begin(), honours->end(), [](const json& h) { return h.is_string(); }))
        return fail(ErrorCode::InputFormat, "case.not-list", {entry.place("honours")});
    json pattern = withFigures(kind->rule, condition);
    pattern["id"] = "local:" + id;
    pattern["versions"] = json::array();
    Rule rule = parseRule(pattern, {{"sources", model.sources}});
    if (model.rules.contains(rule.id))
        return fail(ErrorCode::InputFormat, "rules.id-twice", {place, id});
    for (const auto& honour : *honours) {
        const auto code = honour.get<std::string>();
        TD_TRY(const Citation article, openArticle(model, *kind, code, span));
        if (rule.versions.empty())
            rule.versions.push_back({span, {cite + "; " + article.full, cite + "; " + article.brief}, condition.value("quote", std::string()), true, {}, {}, {}});
        for (auto& requirement : model.requirements)
            if (requirement.honour == code && overlap(requirement.span, span))
                requirement.rules.push_back(rule.id);
    }
    model.rules.emplace(rule.id, std::move(rule));
    return true;
}

}

Result<Catalogue> Catalogue::withLayer(const json& layer) const
{
    TD_TRY(const ObjectReader reader, ObjectReader::of(layer, "", {"layer", "name", "params", "conditions"}));
    TD_CHECK(reader.text("layer"));
    static const json kNone = json::array();
    auto model = std::make_shared<Model>(*m_model);
    for (const char* section : {"params", "conditions"}) {
        const json& entries = reader.find(section) == nullptr ? kNone : *reader.find(section);
        if (!entries.is_array())
            return fail(ErrorCode::InputFormat, "case.not-list", {section});
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const std::string place = std::string(section) + "[" + std::to_string(i) + "]";
            if (section == std::string_view("params"))
                TD_CHECK(addParam(*model, entries[i], place));
            else
                TD_CHECK(addCondition(*model, entries[i], place));
        }
    }
    model->layers.push_back(layer);
    model->hash = sha256Hex(m_model->hash + layer.dump());
    return Catalogue(std::move(model));
}

}

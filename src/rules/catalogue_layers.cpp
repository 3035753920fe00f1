// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"
#include "rules/pack_parser.h"
#include "rules/sha256.h"

#include "rules/json_object_reader.h"

namespace thidua::rules {
namespace {

using nlohmann::json;

/// -1, 0, 1 for two values of one unit; none when they cannot be compared.
std::optional<int> compareValues(const Model& model, const Param& param, const json& a, const json& b)
{
    const auto order = [](auto x, auto y) { return x < y ? -1 : (y < x ? 1 : 0); };
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
        return param.layering == Layering::Open;
    if (param.unit == "bool")
        return value.is_boolean();
    if (param.unit == "rounding")
        return value == "down" || value == "nearest" || value == "up";
    if (param.unit == "months" || param.unit == "days")
        return value.is_number_integer() && value >= 0;
    return compareValues(model, param, value, value).has_value();
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
            if (param.layering == Layering::Fixed)
                return fail(ErrorCode::InputFormat, "rules.layer-fixed", {param.id, upper.cite.full});
            if (param.layering != Layering::Tighten)
                continue;
            const auto order = compareValues(model, param, value.value, upper.value);
            if (!order || (param.up ? *order < 0 : *order > 0))
                return fail(ErrorCode::InputFormat, "rules.layer-loosens", {param.id, value.value.dump(), upper.value.dump(), upper.cite.full});
        }
    return true;
}

Result<ParamValue> readValue(const Model& model, const Param& param, const json& entry, const std::string& place)
{
    TD_TRY(const ObjectReader reader, ObjectReader::of(entry, place, {"from", "to", "value", "cite", "quote", "certain"}));
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

}

Result<Catalogue> Catalogue::withLayer(const json& layer) const
{
    TD_TRY(const ObjectReader reader, ObjectReader::of(layer, "", {"layer", "name", "params"}));
    TD_CHECK(reader.text("layer"));
    TD_TRY(const json* params, reader.required("params"));
    if (!params->is_array())
        return fail(ErrorCode::InputFormat, "case.not-list", {"params"});
    auto model = std::make_shared<Model>(*m_model);
    for (std::size_t i = 0; i < params->size(); ++i) {
        const std::string place = "params[" + std::to_string(i) + "]";
        TD_TRY(const ObjectReader entry, ObjectReader::of((*params)[i], place, {"id", "values"}));
        TD_TRY(const std::string id, entry.text("id"));
        const auto found = model->params.find(id);
        if (found == model->params.end())
            return fail(ErrorCode::InputFormat, "rules.layer-unknown-param", {place, id});
        TD_TRY(const json* values, entry.required("values"));
        if (!values->is_array())
            return fail(ErrorCode::InputFormat, "case.not-list", {entry.place("values")});
        std::vector<ParamValue> own;
        for (std::size_t v = 0; v < values->size(); ++v) {
            TD_TRY(ParamValue value, readValue(*model, found->second, (*values)[v], entry.place("values") + "[" + std::to_string(v) + "]"));
            TD_CHECK(checkAgainstUpper(*model, found->second, value));
            own.push_back(std::move(value));
        }
        found->second.layers.push_back(std::move(own));
    }
    model->hash = sha256Hex(m_model->hash + layer.dump());
    return Catalogue(std::move(model));
}

}

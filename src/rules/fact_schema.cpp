// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/fact_schema.h"

#include "base/text_util.h"
#include "rules/json_object_reader.h"

#include <algorithm>
#include <array>

namespace thidua::rules {
namespace {

using nlohmann::json;

constexpr int kMostRead = 100'000;

constexpr std::array<std::string_view, 9> kTypes = {"bool", "int", "code", "date", "school_year", "honour", "registration", "list", "object"};

constexpr std::array<std::string_view, 4> kHolds = {"year", "onward", "grows", "past_year"};

Stated statedFrom(const json& entry)
{
    Stated stated;
    stated.holds = static_cast<Holds>(std::find(kHolds.begin(), kHolds.end(), entry.at("holds").get<std::string>()) - kHolds.begin());
    for (const auto& kind : entry.at("of"))
        stated.of.push_back(subjectKindOf(kind.get<std::string>()).value());
    stated.types = entry.value("types", std::vector<std::string>());
    stated.positions = entry.value("positions", std::vector<std::string>());
    stated.ofHonour = entry.value("of_honour", false);
    return stated;
}

bool isAmong(const std::vector<std::string>& codes, const std::optional<std::string>& code)
{
    return codes.empty() || (code && std::find(codes.begin(), codes.end(), *code) != codes.end());
}

const FactSpec* byId(const std::vector<FactSpec>& specs, std::string_view id)
{
    const auto found = std::find_if(specs.begin(), specs.end(), [id](const FactSpec& spec) { return spec.id == id; });
    return found == specs.end() ? nullptr : &*found;
}

Result<bool> checkCode(const FactSpec& spec, const json& value, const std::string& place)
{
    TD_TRY(const std::string code, readText(value, place));
    if (spec.rank(code) >= 0)
        return true;
    std::vector<std::string> codes;
    for (const auto& known : spec.values)
        codes.push_back(known.code);
    return fail(ErrorCode::InputFormat, "case.bad-code", {place, shortened(code), join(codes, ", ")});
}

Result<bool> checkHonourCode(const json& value, const std::string& place)
{
    TD_TRY(const std::string code, readText(value, place));
    const bool plain = std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
    });
    if (!plain)
        return fail(ErrorCode::InputFormat, "case.bad-honour", {place, shortened(code)});
    return true;
}

Result<bool> checkRegistration(const json& value, const std::string& place)
{
    if (value.is_boolean())
        return true;
    if (!value.is_array())
        return fail(ErrorCode::InputFormat, "case.bad-registration", {place});
    for (std::size_t i = 0; i < value.size(); ++i)
        TD_CHECK(checkHonourCode(value[i], place + "[" + std::to_string(i) + "]"));
    return true;
}

Result<bool> checkList(const FactSpec& spec, const json& value, const std::string& place)
{
    if (!value.is_array())
        return fail(ErrorCode::InputFormat, "case.not-list", {place});
    for (std::size_t i = 0; i < value.size(); ++i)
        TD_CHECK(checkFields(spec.fields, value[i], place + "[" + std::to_string(i) + "]"));
    return true;
}

Result<bool> checkSchoolYear(const json& value, const std::string& place)
{
    TD_TRY(const std::string text, readText(value, place));
    const auto year = SchoolYear::parse(text);
    if (!year || year->text() != text)
        return fail(ErrorCode::InputFormat, "case.bad-school-year", {place, shortened(text)});
    return true;
}

/// Counts that exceed the whole they belong to, once each is known to be a number.
Result<bool> checkSums(const std::vector<FactSpec>& specs, const json& object, const std::string& place)
{
    for (const auto& spec : specs)
        for (const auto& sibling : spec.notOver)
            if (!spec.overIsConflict && object.contains(spec.id) && object.contains(sibling) && object[spec.id] > object[sibling])
                return fail(ErrorCode::InputFormat, "case.over-whole",
                            {place + "." + spec.id, object[spec.id].dump(), place + "." + sibling, object[sibling].dump()});
    return true;
}

}

std::optional<FactType> factTypeOf(std::string_view code)
{
    const auto found = std::find(kTypes.begin(), kTypes.end(), code);
    if (found == kTypes.end())
        return std::nullopt;
    return static_cast<FactType>(found - kTypes.begin());
}

std::string_view toCode(FactType type)
{
    return kTypes.at(static_cast<std::size_t>(type));
}

bool isHolds(std::string_view code)
{
    return std::find(kHolds.begin(), kHolds.end(), code) != kHolds.end();
}

bool Stated::fits(const Subject& subject) const
{
    const bool whose = std::find(of.begin(), of.end(), subject.kind) != of.end();
    return whose && (subject.kind == SubjectKind::Collective ? isAmong(types, subject.type) : isAmong(positions, subject.position));
}

const FactSpec* FactSpec::field(std::string_view name) const
{
    return byId(fields, name);
}

int FactSpec::rank(std::string_view code) const
{
    const auto found = std::find_if(values.begin(), values.end(), [code](const CodeLabel& value) { return value.code == code; });
    return found == values.end() ? -1 : static_cast<int>(found - values.begin());
}

FactSchema::FactSchema(const json& pack)
{
    for (const auto& set : pack.at("sets"))
        for (const auto& value : set.at("values"))
            m_sets[set.at("id").get<std::string>()].push_back(
                {value.at("code").get<std::string>(), {value.at("vi").get<std::string>(), value.at("en").get<std::string>()}});
    for (const auto& entry : pack.at("subject"))
        m_subject.push_back(spec(entry));
    for (const auto& entry : pack.at("facts"))
        m_facts.push_back(spec(entry));
}

FactSpec FactSchema::spec(const json& entry) const
{
    FactSpec spec;
    spec.id = entry.at("id").get<std::string>();
    spec.type = factTypeOf(entry.at("type").get<std::string>()).value();
    if (entry.contains("set"))
        spec.values = m_sets.at(entry["set"].get<std::string>());
    spec.required = entry.value("required", false);
    spec.absentIsNone = entry.value("absent", std::string()) == "none";
    spec.least = entry.value("min", spec.least);
    spec.most = entry.value("max", spec.most);
    spec.overIsConflict = entry.value("over", std::string()) == "conflict";
    spec.notOver = entry.value("not_over", std::vector<std::string>());
    spec.ofYear = entry.value("of_year", false);
    spec.atYearEnd = entry.value("at_year_end", false);
    spec.byCouncil = entry.value("council", false);
    if (entry.contains("count"))
        spec.countsHonour = entry["count"].at("honour").get<std::string>();
    if (entry.contains("stated"))
        spec.stated = statedFrom(entry["stated"]);
    for (const auto& field : entry.value("fields", json::array()))
        spec.fields.push_back(this->spec(field));
    if (entry.contains("label"))
        spec.label = {entry["label"].at("vi").get<std::string>(), entry["label"].at("en").get<std::string>()};
    if (entry.contains("source"))
        spec.source = {entry["source"].at("vi").get<std::string>(), entry["source"].at("en").get<std::string>()};
    return spec;
}

const FactSpec* FactSchema::find(std::string_view path) const
{
    const auto dot = path.find('.');
    const auto head = path.substr(0, dot);
    const FactSpec* spec = byId(m_facts, head);
    if (spec == nullptr)
        spec = byId(m_subject, head);
    if (spec == nullptr || dot == std::string_view::npos)
        return spec;
    return spec->field(path.substr(dot + 1));
}

const std::vector<CodeLabel>* FactSchema::set(const std::string& name) const
{
    const auto found = m_sets.find(name);
    return found == m_sets.end() ? nullptr : &found->second;
}

Result<bool> checkFact(const FactSpec& spec, const json& value, const std::string& place)
{
    switch (spec.type) {
    case FactType::Bool:
        if (!value.is_boolean())
            return fail(ErrorCode::InputFormat, "case.not-boolean", {place});
        return true;
    case FactType::Integer: TD_CHECK(readInteger(value, place, spec.least, spec.overIsConflict ? kMostRead : spec.most)); return true;
    case FactType::Code: return checkCode(spec, value, place);
    case FactType::Date: TD_CHECK(readDate(value, place)); return true;
    case FactType::SchoolYear: return checkSchoolYear(value, place);
    case FactType::Honour: return checkHonourCode(value, place);
    case FactType::Registration: return checkRegistration(value, place);
    case FactType::List: return checkList(spec, value, place);
    case FactType::Object: return checkFields(spec.fields, value, place);
    }
    return true;
}

Result<bool> checkFields(const std::vector<FactSpec>& specs, const json& object, const std::string& place)
{
    std::vector<std::string> known;
    for (const auto& spec : specs)
        known.push_back(spec.id);
    TD_TRY(const ObjectReader reader, ObjectReader::of(object, place, known));
    for (const auto& spec : specs) {
        const json* value = reader.find(spec.id);
        if (value == nullptr && spec.required)
            return fail(ErrorCode::InputFormat, "case.missing-key", {reader.place(spec.id)});
        if (value != nullptr)
            TD_CHECK(checkFact(spec, *value, reader.place(spec.id)));
    }
    return checkSums(specs, object, place);
}

}

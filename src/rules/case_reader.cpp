// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/case.h"

#include "base/text_util.h"
#include "rules/catalogue.h"
#include "rules/fact_schema.h"
#include "rules/json_object_reader.h"
#include "rules/model.h"
#include "rules/outside_case.h"

#include <algorithm>
#include <array>

namespace thidua::rules {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 3> kKinds = {"staff", "pupil", "collective"};
constexpr std::array<std::string_view, 2> kStages = {"nomination", "decision"};

template <std::size_t N>
Result<std::size_t> readCode(const std::string& text, const std::string& place, const std::array<std::string_view, N>& codes)
{
    const auto found = std::find(codes.begin(), codes.end(), text);
    if (found == codes.end())
        return fail(ErrorCode::InputFormat, "case.bad-code",
                    {place, shortened(text), join(std::vector<std::string>(codes.begin(), codes.end()), ", ")});
    return static_cast<std::size_t>(found - codes.begin());
}

Result<Subject> readSubject(const json& value, const FactSchema& schema)
{
    std::vector<std::string> known = {"kind"};
    for (const auto& spec : schema.subjectFacts())
        known.push_back(spec.id);
    TD_TRY(const ObjectReader reader, ObjectReader::of(value, "subject", known));
    for (const auto& spec : schema.subjectFacts())
        if (const json* fact = reader.find(spec.id))
            TD_CHECK(checkFact(spec, *fact, reader.place(spec.id)));
    TD_TRY(const std::string kind, reader.text("kind"));
    TD_TRY(const std::size_t kindIndex, readCode(kind, reader.place("kind"), kKinds));

    Subject subject;
    subject.kind = static_cast<SubjectKind>(kindIndex);
    if (const json* position = reader.find("position"))
        subject.position = position->get<std::string>();
    if (const json* from = reader.find("employed_from"))
        subject.employedFrom = *Date::fromIso(from->get<std::string>());
    if (const json* type = reader.find("type"))
        subject.type = type->get<std::string>();
    if (const json* grade = reader.find("grade"))
        subject.grade = grade->get<int>();
    return subject;
}

Result<SchoolYear> readSchoolYear(const ObjectReader& reader)
{
    TD_TRY(const std::string text, reader.text("school_year"));
    const auto year = SchoolYear::parse(text);
    if (!year || year->text() != text)
        return fail(ErrorCode::InputFormat, "case.bad-school-year", {"school_year", shortened(text)});
    return *year;
}

Result<bool> readStageAndGround(const ObjectReader& reader, const FactSchema& schema, Case& out)
{
    if (reader.find("stage") != nullptr) {
        TD_TRY(const std::string stage, reader.text("stage"));
        TD_TRY(const std::size_t index, readCode(stage, "stage", kStages));
        out.stage = static_cast<Stage>(index);
    }
    if (const json* ground = reader.find("ground")) {
        FactSpec spec;
        spec.type = FactType::Code;
        spec.values = *schema.set("ground");
        TD_CHECK(checkFact(spec, *ground, "ground"));
        out.ground = ground->get<std::string>();
    }
    return true;
}

}

std::string_view toCode(SubjectKind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<SubjectKind> subjectKindOf(std::string_view code)
{
    const auto found = std::find(kKinds.begin(), kKinds.end(), code);
    return found == kKinds.end() ? std::nullopt : std::optional(static_cast<SubjectKind>(found - kKinds.begin()));
}

std::string_view toCode(Stage stage)
{
    return kStages[static_cast<std::size_t>(stage)];
}

const json* FactSet::find(std::string_view path) const
{
    const nlohmann::json* at = &m_facts;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const auto found = at->is_object() ? at->find(path.substr(0, dot)) : at->end();
        if (!at->is_object() || found == at->end() || found->is_null())
            return nullptr;
        at = &*found;
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return at;
}

Result<Case> caseFromJson(const json& value)
{
    TD_TRY(const Catalogue catalogue, Catalogue::shipped());
    const FactSchema& schema = catalogue.model().facts;
    TD_TRY(const ObjectReader reader,
           ObjectReader::of(value, "", {"on", "school_year", "honour", "stage", "ground", "subject", "facts"}));
    Case out;
    TD_TRY(out.on, reader.date("on"));
    if (out.on < kFirstRuleDay)
        return fail(ErrorCode::InputFormat, "case.before-first-rules", {"on", out.on.vn(), kFirstRuleDay.vn()});
    TD_TRY(out.schoolYear, readSchoolYear(reader));
    TD_TRY(out.honour, reader.text("honour"));
    FactSpec honour;
    honour.type = FactType::Honour;
    TD_CHECK(checkFact(honour, *reader.find("honour"), "honour"));
    TD_CHECK(readStageAndGround(reader, schema, out));
    TD_TRY(const json* subject, reader.required("subject"));
    TD_TRY(out.subject, readSubject(*subject, schema));
    if (const json* facts = reader.find("facts")) {
        TD_CHECK(checkFields(schema.facts(), *facts, "facts"));
        out.facts = FactSet(*facts);
    }
    return out;
}

namespace {

json subjectJson(const Subject& subject)
{
    json out{{"kind", std::string(toCode(subject.kind))}};
    if (subject.position)
        out["position"] = *subject.position;
    if (subject.employedFrom)
        out["employed_from"] = subject.employedFrom->iso();
    if (subject.type)
        out["type"] = *subject.type;
    if (subject.grade)
        out["grade"] = *subject.grade;
    return out;
}

}

json toJson(const Case& theCase)
{
    return {{"on", theCase.on.iso()},
            {"school_year", theCase.schoolYear.text()},
            {"honour", theCase.honour},
            {"stage", std::string(toCode(theCase.stage))},
            {"ground", theCase.ground},
            {"subject", subjectJson(theCase.subject)},
            {"facts", theCase.facts.json()}};
}

namespace {

constexpr std::string_view kLocal = "local:";

/// Looks at what caseFromJson has found well formed.
class OutsideCheck {
public:
    OutsideCheck(const Model& model, Date on) : m_model(model), m_on(on) {}

    Result<void> fields(const std::vector<FactSpec>& specs, const json& object, const std::string& place) const
    {
        for (const auto& spec : specs)
            if (const auto found = object.find(spec.id); found != object.end())
                TD_CHECK(fact(spec, *found, place + "." + spec.id));
        return {};
    }

    /// No school year begins in a later calendar year than the day that looks at it.
    Result<void> year(const std::string& text, const std::string& place) const
    {
        if (const auto year = SchoolYear::parse(text); year && year->startYear() > m_on.year())
            return fail(ErrorCode::InputFormat, "case.year-after-on", {place, text, m_on.vn()});
        return {};
    }

private:
    Result<void> fact(const FactSpec& spec, const json& value, const std::string& place) const
    {
        switch (spec.type) {
        case FactType::Date: return date(value.get<std::string>(), place);
        case FactType::SchoolYear: return year(value.get<std::string>(), place);
        case FactType::Honour: TD_CHECK(readHonour(m_model, value, place)); return {};
        case FactType::Registration: return each(value, place, [&](const json& code, const std::string& at) -> Result<void> {
            TD_CHECK(readHonour(m_model, code, at));
            return {};
        });
        case FactType::List: return each(value, place, [&](const json& item, const std::string& at) { return fields(spec.fields, item, at); });
        case FactType::Object: return fields(spec.fields, value, place);
        case FactType::Bool:
        case FactType::Integer:
        case FactType::Code: break;
        }
        return {};
    }

    Result<void> date(const std::string& text, const std::string& place) const
    {
        TD_TRY(const Date day, Date::fromIso(text));
        if (day > m_on)
            return fail(ErrorCode::InputFormat, "case.after-on", {place, day.vn(), m_on.vn()});
        return {};
    }

    template <class Look>
    static Result<void> each(const json& list, const std::string& place, Look look)
    {
        if (list.is_array())
            for (std::size_t i = 0; i < list.size(); ++i)
                TD_CHECK(look(list[i], place + "[" + std::to_string(i) + "]"));
        return {};
    }

    const Model& m_model;
    Date m_on;
};

}

Result<std::string> readHonour(const Model& model, const json& value, const std::string& place)
{
    TD_TRY(const std::string code, readText(value, place));
    const bool local = code.starts_with(kLocal) && code.size() > kLocal.size();
    if (model.honour(code) == nullptr && !local)
        return fail(ErrorCode::InputFormat, "case.unknown-honour", {place, shortened(code)});
    return code;
}

Result<Case> outsideCaseFromJson(const json& value)
{
    TD_TRY(Case made, caseFromJson(value));
    TD_TRY(const Catalogue catalogue, Catalogue::shipped());
    const Model& model = catalogue.model();
    const OutsideCheck check(model, made.on);
    TD_CHECK(check.year(made.schoolYear.text(), "school_year"));
    TD_CHECK(check.fields(model.facts.subjectFacts(), value.at("subject"), "subject"));
    if (const auto facts = value.find("facts"); facts != value.end())
        TD_CHECK(check.fields(model.facts.facts(), *facts, "facts"));
    return made;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/condition.h"

#include "rules/evaluator.h"

#include <algorithm>
#include <array>

namespace thidua::rules {

using nlohmann::json;

namespace {

/// What the case tells beside its facts, in the order of Condition::m_own.
constexpr std::array<std::string_view, 9> kOwn = {"on", "school_year", "ground", "position", "employed_from", "type", "grade", "year_began", "year_ends"};

/// By the usual calendar: the school year's first day.
Date yearBegan(const Case& theCase)
{
    return Date(theCase.schoolYear.startYear(), 9, 1);
}

/// Its last day.
Date yearEnds(const Case& theCase)
{
    return Date(theCase.schoolYear.startYear() + 1, 8, 31);
}

json ownFact(const Case& theCase, std::size_t index)
{
    const Subject& subject = theCase.subject;
    const auto text = [](const auto& value) { return value ? json(*value) : json(); };
    switch (index) {
    case 0: return theCase.on.iso();
    case 1: return theCase.schoolYear.text();
    case 2: return theCase.ground;
    case 3: return text(subject.position);
    case 4: return subject.employedFrom ? json(subject.employedFrom->iso()) : json();
    case 5: return text(subject.type);
    case 6: return text(subject.grade);
    case 7: return yearBegan(theCase).iso();
    default: return yearEnds(theCase).iso();
    }
}

bool isNumber(const json& value)
{
    return value.is_number_integer();
}

/// `rank` compared as a number, by an ordering operator.
std::optional<long long> ordinal(const FactSpec* spec, const json& value)
{
    if (isNumber(value))
        return value.get<long long>();
    if (spec == nullptr || !value.is_string() || spec->values.empty())
        return std::nullopt;
    const int rank = spec->rank(value.get<std::string>());
    return rank < 0 ? std::nullopt : std::optional<long long>(rank);
}

void addFact(Judgement& judgement, const std::string& path)
{
    const auto name = topName(path);
    const bool ofCase = name == "on" || name == "school_year" || name == "ground" || name == "year_began" || name == "year_ends";
    if (!name.empty() && !ofCase && std::find(judgement.facts.begin(), judgement.facts.end(), name) == judgement.facts.end())
        judgement.facts.push_back(name);
}

/// What a part knows goes up to the whole; its words only when it decides.
void absorb(Judgement& whole, const Judgement& part)
{
    for (const auto& name : part.facts)
        addFact(whole, name);
    whole.certain = whole.certain && part.certain;
    whole.local = whole.local || part.local;
    whole.cites.insert(whole.cites.end(), part.cites.begin(), part.cites.end());
    if (part.uncertain && !whole.uncertain)
        whole.uncertain = part.uncertain;
    whole.values.insert(part.values.begin(), part.values.end());
}

Truth atLeast(const std::vector<Judgement>& parts, std::size_t least, Truth Judgement::*which)
{
    const auto are = [&](Truth truth) {
        return static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), [&](const auto& part) { return part.*which == truth; }));
    };
    const auto sure = are(Truth::True);
    const auto open = are(Truth::Unknown);
    if (sure >= least)
        return Truth::True;
    return sure + open >= least ? Truth::Unknown : Truth::False;
}

/// A leaf stands as firmly as the value it compares with.
Judgement firmly(Judgement judgement)
{
    judgement.firm = judgement.certain ? judgement.truth : Truth::Unknown;
    return judgement;
}

}

std::string topName(const std::string& path)
{
    return path.substr(0, path.find('.'));
}

bool holds(Op op, long long actual, long long expected)
{
    switch (op) {
    case Op::Equal: return actual == expected;
    case Op::NotEqual: return actual != expected;
    case Op::Less: return actual < expected;
    case Op::LessEqual: return actual <= expected;
    case Op::Greater: return actual > expected;
    case Op::GreaterEqual: return actual >= expected;
    default: return false;
    }
}

Condition::Condition(const Model& model, const Case& theCase, Words words) : m_model(model), m_case(theCase), m_words(words) {}

const json& Condition::thisYear() const
{
    if (!m_thisYear) {
        m_thisYear = json{{"school_year", m_case.schoolYear.text()}};
        if (const json* grade = m_case.facts.find("evaluation"))
            (*m_thisYear)["grade"] = *grade;
    }
    return *m_thisYear;
}

void Condition::note(Judgement& judgement, const std::string& path) const
{
    if (worded())
        addFact(judgement, path);
}

const json* Condition::fact(const std::string& path) const
{
    const auto own = std::find(kOwn.begin(), kOwn.end(), path);
    if (own == kOwn.end())
        return m_case.facts.find(path);
    auto& value = m_own[static_cast<std::size_t>(own - kOwn.begin())];
    if (!value)
        value = ownFact(m_case, static_cast<std::size_t>(own - kOwn.begin()));
    return value->is_null() ? nullptr : &*value;
}

bool Condition::absentIsNone(const std::string& path) const
{
    const FactSpec* spec = m_model.facts.find(topName(path));
    return spec != nullptr && spec->absentIsNone && fact(topName(path)) == nullptr;
}

std::optional<Date> Condition::dateOf(const std::string& path) const
{
    if (path == "on")
        return m_case.on;
    if (path == "employed_from")
        return m_case.subject.employedFrom;
    if (path == "year_began")
        return yearBegan(m_case);
    if (path == "year_ends")
        return yearEnds(m_case);
    const json* value = fact(path);
    if (value == nullptr || !value->is_string())
        return std::nullopt;
    const auto date = Date::fromIso(value->get<std::string>());
    return date ? std::optional(*date) : std::nullopt;
}

const json& Condition::expected(const Node& node, Judgement& judgement) const
{
    return expected(node.param, node.value, judgement);
}

const json& Condition::expected(const std::string& param, const json& plain, Judgement& judgement) const
{
    static const json kNone;
    if (param.empty())
        return plain;
    const ParamValue* value = m_model.param(param, m_case.on);
    if (value == nullptr)
        return kNone;
    judgement.certain = judgement.certain && value->certain;
    if (!value->certain && value->uncertain)
        judgement.uncertain = value->uncertain;
    judgement.local = judgement.local || value->local;
    if (value->local && worded())
        judgement.cites.push_back(value->cite);
    return value->value;
}

json Condition::otherFact(const Node& node) const
{
    const json* other = fact(node.valueOf);
    if (other == nullptr)
        return {};
    return isNumber(*other) ? json(other->get<long long>() + node.plus) : *other;
}

Judgement Condition::judge(const Node& node) const
{
    Judgement judgement;
    switch (node.kind) {
    case Node::Kind::All:
    case Node::Kind::Any:
    case Node::Kind::Not:
    case Node::Kind::AtLeast: judgement = judgeParts(node); break;
    case Node::Kind::Test: judgement = firmly(node.per.empty() ? judgeTest(node) : judgeShare(node)); break;
    case Node::Kind::Count: judgement = judgeCount(node); break;
    case Node::Kind::Between: judgement = judgeBetween(node); break;
    case Node::Kind::Ref:
        judgement = judgeRef(node);
        judgement.firm = judgement.truth;
        break;
    }
    if (!node.certain) {
        judgement.certain = false;
        judgement.firm = Truth::Unknown;
        if (node.uncertain)
            judgement.uncertain = node.uncertain;
    }
    if (!node.explanation.empty())
        judgement.explanation = &node.explanation;
    if (!node.remedy.empty())
        judgement.remedy = &node.remedy;
    return judgement;
}

Judgement Condition::judgeParts(const Node& node) const
{
    std::vector<Judgement> parts;
    for (const auto& child : node.children)
        parts.push_back(judge(child));
    Judgement whole;
    for (const auto which : {&Judgement::truth, &Judgement::firm}) {
        if (node.kind == Node::Kind::Not)
            whole.*which = negated(parts.front().*which);
        else
            whole.*which = atLeast(parts, node.kind == Node::Kind::All   ? parts.size()
                                          : node.kind == Node::Kind::Any ? 1
                                                                         : static_cast<std::size_t>(node.least), which);
    }
    if (!worded()) {
        for (const auto& part : parts)
            whole.local = whole.local || part.local;
        return whole;
    }
    for (const auto& part : parts)
        if (node.kind == Node::Kind::Not || part.truth == whole.truth)
            absorb(whole, part);
    for (const auto& part : parts)
        whole.local = whole.local || part.local;
    for (const auto& part : parts)
        for (const auto& name : part.facts)
            addFact(whole, name);
    // Of an alternative without named parts, the part that holds says so itself.
    if (node.kind == Node::Kind::Any && whole.truth == Truth::True) {
        const auto met = std::ranges::find(parts, Truth::True, &Judgement::truth);
        if (node.children[static_cast<std::size_t>(met - parts.begin())].id.empty())
            whole.explanation = met->explanation;
    }
    if (node.kind == Node::Kind::Any)
        for (std::size_t i = 0; i < parts.size(); ++i)
            whole.branches.emplace_back(&node.children[i], std::move(parts[i]));
    return whole;
}

Truth Condition::coversHonour(const json& registered) const
{
    if (registered.is_boolean())
        return truthOf(registered.get<bool>());
    if (!registered.is_array())
        return Truth::Unknown;
    return truthOf(std::any_of(registered.begin(), registered.end(), [this](const json& code) {
        return code.is_string() && m_model.covers(code.get<std::string>(), m_case.honour);
    }));
}

bool Condition::coversAny(const json& holder, const json& wanted) const
{
    const auto covers = [&](const json& code) {
        return holder.is_string() && code.is_string() && m_model.covers(holder.get<std::string>(), code.get<std::string>());
    };
    return wanted.is_array() ? std::any_of(wanted.begin(), wanted.end(), covers) : covers(wanted);
}

Truth Condition::recent(const json& actual, Op op, const json& months) const
{
    const auto date = actual.is_string() ? Date::fromIso(actual.get<std::string>()) : Result<Date>(fail(ErrorCode::InputFormat, "case.not-text"));
    if (!date)
        return Truth::Unknown;
    if (*date > m_case.on)
        return Truth::False;
    if (op == Op::NotAfterOn)
        return Truth::True;
    return isNumber(months) ? truthOf(date->plusMonths(months.get<int>()) > m_case.on) : Truth::Unknown;
}

Truth Condition::compare(const FactSpec* spec, const json& actual, Op op, const json& expectedValue) const
{
    switch (op) {
    case Op::CoversHonour: return coversHonour(actual);
    case Op::Absent: return Truth::False;
    case Op::InSchoolYear: {
        const auto date = actual.is_string() ? Date::fromIso(actual.get<std::string>()) : Result<Date>(fail(ErrorCode::InputFormat, "case.not-text"));
        return date ? truthOf(SchoolYear::of(*date) == m_case.schoolYear) : Truth::Unknown;
    }
    case Op::ThisSchoolYear: return actual.is_string() ? truthOf(actual.get<std::string>() == m_case.schoolYear.text()) : Truth::Unknown;
    case Op::BeforeThisSchoolYear: return actual.is_string() ? truthOf(actual.get<std::string>() < m_case.schoolYear.text()) : Truth::Unknown;
    case Op::ThisHonour: return truthOf(actual == m_case.honour);
    case Op::Covers: return truthOf(coversAny(actual, expectedValue));
    case Op::WithinMonths:
    case Op::NotAfterOn: return recent(actual, op, expectedValue);
    case Op::In:
    case Op::NotIn: {
        const bool found = std::find(expectedValue.begin(), expectedValue.end(), actual) != expectedValue.end();
        return truthOf(found == (op == Op::In));
    }
    default: break;
    }
    if (op == Op::Equal || op == Op::NotEqual)
        return truthOf((actual == expectedValue) == (op == Op::Equal));
    const auto left = ordinal(spec, actual);
    const auto right = ordinal(spec, expectedValue);
    if (left && right)
        return truthOf(holds(op, *left, *right));
    // Dates and school years are ordered as they are written.
    const bool dated = spec == nullptr || spec->type == FactType::Date || spec->type == FactType::SchoolYear;
    if (dated && actual.is_string() && expectedValue.is_string())
        return truthOf(holds(op, actual.get<std::string>().compare(expectedValue.get<std::string>()), 0));
    return Truth::Unknown;
}

Judgement Condition::judgeTest(const Node& node) const
{
    Judgement judgement;
    note(judgement, node.fact);
    note(judgement, node.valueOf);
    const json other = node.valueOf.empty() ? json() : otherFact(node);
    const json& wanted = node.valueOf.empty() ? expected(node, judgement) : other;
    const FactSpec* spec = m_model.facts.find(node.fact);
    if (worded())
        judgement.values["required"] = valueText(m_model, spec, wanted);
    const json* actual = fact(node.fact);
    if (node.op == Op::Absent) {
        judgement.truth = truthOf(actual == nullptr);
        return judgement;
    }
    if (actual == nullptr) {
        judgement.truth = absentIsNone(node.fact) ? Truth::False : Truth::Unknown;
        return judgement;
    }
    if (worded())
        judgement.values["actual"] = valueText(m_model, spec, *actual);
    if (node.valueOf.empty() || !wanted.is_null())
        judgement.truth = compare(spec, *actual, node.op, wanted);
    judgement.local = judgement.local || (spec != nullptr && spec->byCouncil && judgement.truth == Truth::False);
    return judgement;
}

Judgement Condition::judgeShare(const Node& node) const
{
    Judgement judgement;
    note(judgement, node.fact);
    note(judgement, node.per);
    const json& wanted = expected(node, judgement);
    const auto share = wanted.is_string() ? ratioFromText(wanted.get<std::string>()) : std::nullopt;
    if (share && worded())
        judgement.values["required"] = shareText(*share);
    const json* part = fact(node.fact);
    const json* whole = fact(node.per);
    const Threshold threshold{share.value_or(Ratio{}), node.op == Op::Greater};
    if (whole != nullptr && isNumber(*whole) && worded()) {
        judgement.values["whole"] = numberText(whole->get<int>());
        judgement.values["needed"] = numberText(votesNeeded(threshold, whole->get<int>()));
    }
    if (!share || part == nullptr || whole == nullptr || !isNumber(*part) || !isNumber(*whole))
        return judgement;
    judgement.truth = truthOf(reaches(threshold, part->get<int>(), whole->get<int>()));
    if (!worded())
        return judgement;
    judgement.values["part"] = numberText(part->get<int>());
    judgement.values["percent"] = whole->get<int>() > 0 ? shareText({part->get<int>(), whole->get<int>()}) : numberText(0);
    return judgement;
}

Judgement Condition::judgeBetween(const Node& node) const
{
    const auto from = dateOf(node.from);
    const auto to = dateOf(node.to);
    if ((!from || !to) && !node.ifUnknown.empty()) {
        Judgement other = judge(node.ifUnknown.front());
        note(other, node.from);
        return other;
    }
    Judgement judgement;
    note(judgement, node.from);
    note(judgement, node.to);
    note(judgement, node.valueOf);
    const json other = node.valueOf.empty() ? json() : otherFact(node);
    const json& wanted = node.valueOf.empty() ? expected(node, judgement) : other;
    if (worded())
        judgement.values["required"] = valueText(m_model, nullptr, wanted);
    if (!from || !to || !isNumber(wanted))
        return judgement;
    const int unit = node.years ? 12 : 1;
    const int actual = fullMonthsBetween(*from, *to) / unit;
    judgement.truth = truthOf(holds(node.op, actual, wanted.get<long long>()));
    judgement.firm = judgement.certain ? judgement.truth : Truth::Unknown;
    if (!worded())
        return judgement;
    judgement.values["from"] = dateText(*from);
    judgement.values["to"] = dateText(*to);
    judgement.values["actual"] = numberText(actual);
    judgement.values["due"] = dateText(from->plusMonths(wanted.get<int>() * unit));
    return judgement;
}

Judgement Condition::judgeRef(const Node& node) const
{
    Judgement judgement;
    const auto truthBy = [](Outcome outcome) {
        return outcome == Outcome::Fail ? Truth::False : outcome == Outcome::Unknown ? Truth::Unknown : Truth::True;
    };
    if (!worded()) {
        judgement.truth = truthBy(outcomeOfRule(*this, node.ref).value_or(Outcome::NotApplicable));
        return judgement;
    }
    const auto finding = evaluateRule(*this, node.ref);
    if (!finding) {
        judgement.truth = Truth::True;
        return judgement;
    }
    judgement.facts = finding->facts;
    judgement.values["actual"] = finding->explanation;
    judgement.truth = truthBy(finding->outcome);
    judgement.certain = finding->certain;
    return judgement;
}

}

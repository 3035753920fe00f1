// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/bonus.h"

#include "base/text_util.h"
#include "rules/json_object_reader.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace thidua::rules {
namespace {

using nlohmann::json;

constexpr long long kMostStep = 1'000'000'000;
constexpr std::array<std::string_view, 3> kRoundings = {"down", "nearest", "up"};

Ratio reduced(Ratio ratio)
{
    const auto common = std::gcd(ratio.numerator, ratio.denominator);
    return common == 0 ? ratio : Ratio{ratio.numerator / common, ratio.denominator / common};
}

/// `4.470.000`, and in English `4,470,000`.
Text dongText(long long amount)
{
    const auto figures = withThousands(amount);
    std::string english = figures;
    std::replace(english.begin(), english.end(), '.', ',');
    return {figures, english};
}

/// `0,15`: coefficients have at most four decimals.
Text decimalText(Ratio ratio)
{
    const auto scaled = ratio.numerator * 10'000 / ratio.denominator;
    std::string fraction = std::to_string(scaled % 10'000);
    fraction.insert(0, 4 - fraction.size(), '0');
    fraction.erase(fraction.find_last_not_of('0') + 1);
    const std::string whole = std::to_string(scaled / 10'000);
    return fraction.empty() ? Text{whole, whole} : Text{whole + "," + fraction, whole + "." + fraction};
}

Text exactText(Ratio exact)
{
    Text text = dongText(exact.numerator / exact.denominator);
    if (const auto rest = exact.numerator % exact.denominator; rest != 0) {
        const Text fraction = decimalText({rest, exact.denominator});
        text = {text.vi + fraction.vi.substr(1), text.en + fraction.en.substr(1)};
    }
    return text;
}

void appendText(Text& text, const Text& more)
{
    const char* gap = text.empty() ? "" : " ";
    text = {text.vi + gap + more.vi, text.en + gap + more.en};
}

void cite(Citation& all, const Citation& more)
{
    if (more.empty() || all.full.find(more.full) != std::string::npos)
        return;
    const char* gap = all.empty() ? "" : "; ";
    all = {all.full + gap + more.full, all.brief + gap + more.brief};
}

Result<const DatedValue*> rateOf(const Model& model, const BonusCase& bonusCase)
{
    const Honour* honour = model.honour(bonusCase.honour);
    if (honour == nullptr)
        return fail(ErrorCode::InputFormat, "bonus.unknown-honour", {shortened(bonusCase.honour)});
    if (!honour->span.contains(bonusCase.decidedOn))
        return fail(ErrorCode::InputFormat, "bonus.not-conferred", {honour->name.vi, bonusCase.decidedOn.vn()});
    const bool fits = std::any_of(honour->recipients.begin(), honour->recipients.end(),
                                  [&](SubjectKind kind) { return (kind == SubjectKind::Collective) == bonusCase.collective; });
    if (!fits)
        return fail(ErrorCode::InputFormat, bonusCase.collective ? "bonus.not-for-collectives" : "bonus.not-for-individuals", {honour->name.vi});
    const auto* rate = model.bonusOn(bonusCase.honour, bonusCase.collective ? "collective" : "individual", bonusCase.decidedOn);
    if (rate == nullptr || !rate->coefficient)
        return fail(ErrorCode::InputFormat, "bonus.no-rate", {honour->name.vi, bonusCase.decidedOn.vn()});
    return rate;
}

/// Not certain, and why; said once.
void doubt(BonusAnswer& answer, bool certain, const std::optional<Text>& why, const Text& otherwise)
{
    const Text& words = why ? *why : otherwise;
    if (!certain && answer.note.vi.find(words.vi) == std::string::npos)
        appendText(answer.note, words);
    answer.certain = answer.certain && certain;
}

/// How the rule set or the school's regulation rounds; to the whole đồng where neither says.
void readRounding(const Model& model, Date date, BonusAnswer& answer)
{
    const Text& unchecked = model.notice("uncertain").explanation;
    if (const ParamValue* rounding = model.param("bonus_rounding", date); rounding != nullptr && rounding->value.is_string()) {
        const auto code = std::find(kRoundings.begin(), kRoundings.end(), rounding->value.get<std::string>());
        answer.rounding = static_cast<Rounding>(code - kRoundings.begin());
        doubt(answer, rounding->certain, rounding->uncertain, unchecked);
        cite(answer.citation, rounding->cite);
    }
    if (const ParamValue* step = model.param("bonus_rounding_step", date); step != nullptr && step->value.is_number_integer()) {
        answer.step = std::clamp(step->value.get<long long>(), 1LL, kMostStep);
        doubt(answer, step->certain, step->uncertain, unchecked);
        cite(answer.citation, step->cite);
    }
}

/// The sum in words, before what is doubtful about it.
Text sumText(const Model& model, const BonusCase& bonusCase, const BonusAnswer& answer)
{
    const Values values = {{"part", decimalText(answer.coefficient)}, {"whole", dongText(answer.baseSalary)}, {"actual", exactText(answer.exact)},
                           {"value", dongText(answer.amount)},        {"on", dateText(bonusCase.decidedOn)}};
    Text note = filled(model.notice("bonus-rounded").explanation, values);
    appendText(note, filled(model.notice("bonus-salary-of-decision").explanation, values));
    return note;
}

}

std::string_view toCode(Rounding rounding)
{
    return kRoundings[static_cast<std::size_t>(rounding)];
}

long long roundedTo(Ratio amount, long long step, Rounding rounding)
{
    const auto unit = amount.denominator * step;
    const auto down = amount.numerator / unit;
    const auto rest = amount.numerator % unit;
    const bool upward = rounding == Rounding::Up ? rest > 0 : rounding == Rounding::Nearest && 2 * rest >= unit;
    return (upward ? down + 1 : down) * step;
}

Result<BonusCase> bonusCaseFromJson(const json& value)
{
    TD_TRY(const ObjectReader reader, ObjectReader::of(value, "", {"decided_on", "honour", "recipient"}));
    BonusCase out;
    TD_TRY(out.decidedOn, reader.date("decided_on"));
    if (out.decidedOn < kFirstRuleDay)
        return fail(ErrorCode::InputFormat, "case.before-first-rules", {"decided_on", out.decidedOn.vn(), kFirstRuleDay.vn()});
    TD_TRY(out.honour, reader.text("honour"));
    TD_TRY(const std::string recipient, reader.text("recipient"));
    if (recipient != "individual" && recipient != "collective")
        return fail(ErrorCode::InputFormat, "case.bad-code", {"recipient", shortened(recipient), "individual, collective"});
    out.collective = recipient == "collective";
    return out;
}

Result<BonusAnswer> bonus(const Catalogue& catalogue, const BonusCase& bonusCase)
{
    const Model& model = catalogue.model();
    if (bonusCase.decidedOn < kFirstRuleDay)
        return fail(ErrorCode::InputFormat, "case.before-first-rules", {"decided_on", bonusCase.decidedOn.vn(), kFirstRuleDay.vn()});
    TD_TRY(const DatedValue* rate, rateOf(model, bonusCase));
    const BaseSalary* salary = model.baseSalaryOn(bonusCase.decidedOn);
    if (salary == nullptr)
        return fail(ErrorCode::InputFormat, "bonus.no-salary", {bonusCase.decidedOn.vn()});
    BonusAnswer answer;
    answer.coefficient = *rate->coefficient;
    answer.baseSalary = salary->amount;
    answer.exact = reduced({answer.coefficient.numerator * salary->amount, answer.coefficient.denominator});
    doubt(answer, rate->certain, rate->uncertain, model.notice("bonus-rate-unchecked").explanation);
    doubt(answer, salary->certain, std::nullopt, model.notice("bonus-salary-unchecked").explanation);
    cite(answer.citation, rate->cite);
    cite(answer.citation, salary->cite);
    readRounding(model, bonusCase.decidedOn, answer);
    answer.amount = roundedTo(answer.exact, answer.step, answer.rounding);
    Text note = sumText(model, bonusCase, answer);
    if (!answer.note.empty())
        appendText(note, answer.note);
    answer.note = std::move(note);
    return answer;
}

json toJson(const BonusAnswer& answer)
{
    const auto& exact = answer.exact;
    const bool whole = exact.denominator == 1;
    return {{"coefficient", fourDecimals(answer.coefficient)},
            {"base_salary", answer.baseSalary},
            {"exact", whole ? json(exact.numerator) : json(fourDecimals(exact))},
            {"amount", answer.amount},
            {"rounding", std::string(toCode(answer.rounding))},
            {"rounding_step", answer.step},
            {"citation", answer.citation.full},
            {"citation_short", answer.citation.brief},
            {"certain", answer.certain},
            {"note", {{"vi", answer.note.vi}, {"en", answer.note.en}}}};
}

}

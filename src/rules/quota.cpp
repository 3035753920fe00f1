// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/quota.h"

#include "rules/json_object_reader.h"
#include "rules/outside_case.h"
#include "rules/wording.h"

#include <algorithm>

namespace thidua::rules {
namespace {

using nlohmann::json;

constexpr int kMost = 1'000'000;

int allowedOf(Ratio share, int base, const std::string& rounding)
{
    const auto product = share.numerator * base;
    const auto denominator = share.denominator;
    if (rounding == "up")
        return static_cast<int>((product + denominator - 1) / denominator);
    if (rounding == "nearest")
        return static_cast<int>((2 * product + denominator) / (2 * denominator));
    return static_cast<int>(product / denominator);
}

std::optional<QuotaLimit> limitOf(const Model& model, const QuotaRule& rule, const QuotaCase& quotaCase)
{
    const ParamValue* value = model.param(rule.param, quotaCase.on);
    if (value == nullptr || value->value.is_null() || (rule.counts == "managers" && !quotaCase.managers))
        return std::nullopt;
    const ParamValue* rounding = model.param("quota_rounding", quotaCase.on);
    QuotaLimit limit;
    limit.id = rule.id;
    limit.ratio = ratioFromText(value->value.get<std::string>()).value_or(Ratio{});
    limit.label = filled(rule.label, {{"share", shareText(limit.ratio)}});
    limit.rounding = rounding == nullptr ? "down" : rounding->value.get<std::string>();
    limit.note = model.notice("quota-rounding").explanation;
    limit.allowed = allowedOf(limit.ratio, rule.base == "nominated" ? quotaCase.nominated : quotaCase.base, limit.rounding);
    limit.nominated = rule.counts == "managers" ? *quotaCase.managers : quotaCase.nominated;
    limit.within = limit.nominated <= limit.allowed;
    limit.citation = value->cite;
    limit.quote = value->quote;
    limit.certain = value->certain;
    return limit;
}

}

Result<QuotaCase> quotaCaseFromJson(const json& value)
{
    TD_TRY(const ObjectReader reader, ObjectReader::of(value, "", {"on", "honour", "base", "nominated", "managers"}));
    QuotaCase out;
    TD_TRY(out.on, reader.date("on"));
    if (out.on < kFirstRuleDay)
        return fail(ErrorCode::InputFormat, "case.before-first-rules", {"on", out.on.vn(), kFirstRuleDay.vn()});
    TD_TRY(const json* honour, reader.required("honour"));
    TD_TRY(const Catalogue catalogue, Catalogue::shipped());
    TD_TRY(out.honour, readHonour(catalogue.model(), *honour, reader.place("honour")));
    TD_TRY(out.base, reader.integer("base", 0, kMost));
    TD_TRY(out.nominated, reader.integer("nominated", 0, kMost));
    TD_TRY(out.managers, reader.optionalInteger("managers", 0, kMost));
    if (out.managers && *out.managers > out.nominated)
        return fail(ErrorCode::InputFormat, "case.over-whole",
                    {"managers", std::to_string(*out.managers), "nominated", std::to_string(out.nominated)});
    return out;
}

std::string quotaBase(const Catalogue& catalogue, std::string_view honour)
{
    for (const auto& rule : catalogue.model().quotas)
        if (rule.honour == honour && !rule.baseHonour.empty())
            return rule.baseHonour;
    return {};
}

std::pair<std::string, std::string> measuredHonour(const Catalogue& catalogue)
{
    for (const auto& rule : catalogue.model().quotas) {
        const auto* honour = catalogue.model().honour(rule.honour);
        const bool ofPeople = honour != nullptr && std::find(honour->recipients.begin(), honour->recipients.end(), SubjectKind::Staff) != honour->recipients.end();
        if (ofPeople && !rule.baseHonour.empty())
            return {rule.honour, rule.baseHonour};
    }
    return {};
}

QuotaAnswer quota(const Catalogue& catalogue, const QuotaCase& quotaCase)
{
    QuotaAnswer answer;
    for (const auto& rule : catalogue.model().quotas) {
        if (rule.honour != quotaCase.honour)
            continue;
        if (const auto limit = limitOf(catalogue.model(), rule, quotaCase)) {
            answer.within = answer.within && limit->within;
            answer.limits.push_back(*limit);
        }
    }
    return answer;
}

json toJson(const QuotaAnswer& answer)
{
    json limits = json::array();
    for (const auto& limit : answer.limits)
        limits.push_back({{"id", limit.id},
                          {"label", {{"vi", limit.label.vi}, {"en", limit.label.en}}},
                          {"allowed", limit.allowed},
                          {"nominated", limit.nominated},
                          {"within", limit.within},
                          {"ratio", fourDecimals(limit.ratio)},
                          {"citation", limit.citation.full},
                          {"citation_short", limit.citation.brief},
                          {"quote", limit.quote},
                          {"rounding", limit.rounding},
                          {"note", {{"vi", limit.note.vi}, {"en", limit.note.en}}},
                          {"certain", limit.certain}});
    return {{"limits", limits}, {"within", answer.within}};
}

}

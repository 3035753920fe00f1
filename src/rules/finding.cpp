// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/finding.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace thidua::rules {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> kOutcomes = {"pass", "fail", "unknown", "not_applicable"};
constexpr std::array<std::string_view, 3> kVerdicts = {"eligible", "ineligible", "undetermined"};

template <class E, std::size_t N>
E enumOf(const std::array<std::string_view, N>& codes, const std::string& code)
{
    const auto found = std::find(codes.begin(), codes.end(), code);
    if (found == codes.end())
        throw std::invalid_argument("no such code: " + code);
    return static_cast<E>(found - codes.begin());
}

Date dateOf(const json& text)
{
    const auto date = Date::fromIso(text.get<std::string>());
    if (!date)
        throw std::invalid_argument("no such day: " + text.get<std::string>());
    return *date;
}

Finding findingOf(const json& value)
{
    Finding finding;
    finding.id = value.at("id").get<std::string>();
    finding.outcome = enumOf<Outcome>(kOutcomes, value.at("outcome").get<std::string>());
    finding.label = pairOf(value.at("label"));
    finding.citation = {value.at("citation").get<std::string>(), value.value("citation_short", std::string())};
    finding.quote = value.value("quote", std::string());
    finding.facts = value.at("facts").get<std::vector<std::string>>();
    finding.explanation = pairOf(value.at("explanation"));
    finding.remedy = pairOf(value.at("remedy"));
    finding.certain = value.value("certain", true);
    finding.conflict = value.value("conflict", false);
    for (const auto& branch : value.value("branches", json::array()))
        finding.branches.push_back(findingOf(branch));
    return finding;
}

}

std::string_view toCode(Outcome outcome)
{
    return kOutcomes[static_cast<std::size_t>(outcome)];
}

std::string_view toCode(VerdictKind kind)
{
    return kVerdicts[static_cast<std::size_t>(kind)];
}

VerdictKind verdictOf(const std::vector<Finding>& findings)
{
    const auto any = [&findings](Outcome outcome) {
        return std::any_of(findings.begin(), findings.end(), [outcome](const Finding& f) { return f.outcome == outcome; });
    };
    if (any(Outcome::Fail))
        return VerdictKind::Ineligible;
    return any(Outcome::Unknown) ? VerdictKind::Undetermined : VerdictKind::Eligible;
}

json toJson(const Finding& finding)
{
    json out = {{"id", finding.id},
                {"label", pair(finding.label)},
                {"outcome", toCode(finding.outcome)},
                {"citation", finding.citation.full},
                {"citation_short", finding.citation.brief},
                {"quote", finding.quote},
                {"facts", finding.facts},
                {"explanation", pair(finding.explanation)},
                {"remedy", pair(finding.remedy)},
                {"certain", finding.certain}};
    if (finding.conflict)
        out["conflict"] = true;
    for (const auto& branch : finding.branches)
        out["branches"].push_back(toJson(branch));
    return out;
}

json toJson(const RuleSetRef& ruleSet)
{
    return {{"id", ruleSet.id},
            {"from", ruleSet.from.iso()},
            {"to", ruleSet.to ? json(ruleSet.to->iso()) : json(nullptr)},
            {"provisional", ruleSet.provisional}};
}

json toJson(const Verdict& verdict)
{
    json findings = json::array();
    for (const auto& finding : verdict.findings)
        findings.push_back(toJson(finding));
    return {{"honour", verdict.honour},
            {"rule_set", toJson(verdict.ruleSet)},
            {"verdict", toCode(verdict.verdict)},
            {"findings", findings},
            {"catalogue", verdict.catalogueHash}};
}

Result<Verdict> verdictFromJson(const json& value)
{
    try {
        Verdict verdict;
        verdict.honour = value.at("honour").get<std::string>();
        const auto& set = value.at("rule_set");
        verdict.ruleSet = {set.at("id").get<std::string>(), dateOf(set.at("from")), std::nullopt, set.at("provisional").get<bool>()};
        if (!set.at("to").is_null())
            verdict.ruleSet.to = dateOf(set.at("to"));
        verdict.verdict = enumOf<VerdictKind>(kVerdicts, value.at("verdict").get<std::string>());
        for (const auto& finding : value.at("findings"))
            verdict.findings.push_back(findingOf(finding));
        verdict.catalogueHash = value.value("catalogue", std::string());
        return verdict;
    } catch (const std::exception& error) {
        return fail(ErrorCode::InputFormat, "rules.verdict-broken", {}, error.what());
    }
}

}

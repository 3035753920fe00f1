// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/honours.h"

#include "rules/model.h"
#include "rules/overview.h"
#include "services/law/dossier_parts.h"

#include <algorithm>
#include <functional>

namespace thidua::services {
namespace {

constexpr std::string_view kLocal = "local:";

}

std::optional<std::string> honourName(const rules::Catalogue& catalogue, const std::string& code)
{
    if (code.starts_with(kLocal) && code.size() > kLocal.size())
        return code.substr(kLocal.size());
    const auto* honour = catalogue.model().honour(code);
    return honour != nullptr ? std::optional(honour->name.vi) : std::nullopt;
}

std::string honourShortName(const rules::Catalogue& catalogue, const std::string& code)
{
    const auto* honour = catalogue.model().honour(code);
    return honour != nullptr ? honour->shortName : honourName(catalogue, code).value_or(code);
}

int honourOrder(const rules::Catalogue& catalogue, const std::string& code)
{
    return rules::honourPlace(catalogue, code);
}

bool listTells(const rules::Catalogue& catalogue, const std::string& code, std::string_view fact)
{
    const auto* honour = catalogue.model().honour(code);
    return honour == nullptr || honour->listTells.empty() || std::ranges::find(honour->listTells, fact) != honour->listTells.end();
}

std::vector<domain::Ground> groundsOf(const rules::Catalogue& catalogue, const std::string& code)
{
    const auto* honour = catalogue.model().honour(code);
    std::vector<domain::Ground> grounds;
    for (const auto known : domain::EnumCodes<domain::Ground>::codes)
        if (honour == nullptr || honour->grounds.empty() || std::ranges::find(honour->grounds, known) != honour->grounds.end())
            grounds.push_back(*domain::fromCode<domain::Ground>(known));
    return grounds;
}

bool givenOutside(const rules::Catalogue& catalogue, const std::string& code)
{
    const auto* honour = catalogue.model().honour(code);
    return honour != nullptr && honour->outside;
}

bool isTitle(const rules::Catalogue& catalogue, const std::string& code)
{
    const auto* honour = catalogue.model().honour(code);
    return honour == nullptr || honour->title;
}

std::vector<AskedPart> askedParts(const rules::Catalogue& catalogue, const std::string& honour, Date on)
{
    std::vector<AskedPart> parts;
    for (const auto& part : rules::dossierOn(catalogue, honour, on))
        parts.push_back({part.id, part.name.vi, part.citation, part.certain, part.copies, part.proof});
    return parts;
}

std::vector<std::string> lowerHonours(const rules::Catalogue& catalogue, const std::string& from, domain::Ground ground, Date on)
{
    const auto& model = catalogue.model();
    const auto* above = model.honour(from);
    std::vector<std::string> codes;
    if (above == nullptr)
        return codes;
    for (const auto& honour : model.honours) {
        const auto grounds = groundsOf(catalogue, honour.code);
        const bool same = std::ranges::any_of(honour.recipients, [above](const auto& kind) { return std::ranges::find(above->recipients, kind) != above->recipients.end(); });
        if (same && honour.title == above->title && honourOrder(catalogue, honour.code) < honourOrder(catalogue, from)
            && std::ranges::find(grounds, ground) != grounds.end() && !model.requirementsOn(honour.code, on).empty())
            codes.push_back(honour.code);
    }
    std::ranges::sort(codes, std::greater{}, [&catalogue](const auto& code) { return honourOrder(catalogue, code); });
    return codes;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/honours.h"

#include "rules/model.h"
#include "rules/overview.h"

#include <algorithm>

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

bool isTitle(const rules::Catalogue& catalogue, const std::string& code)
{
    const auto* honour = catalogue.model().honour(code);
    return honour == nullptr || honour->title;
}

}

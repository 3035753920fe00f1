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

bool isTitle(const rules::Catalogue& catalogue, const std::string& code)
{
    const auto* honour = catalogue.model().honour(code);
    return honour == nullptr || honour->title;
}

}

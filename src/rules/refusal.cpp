// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/refusal.h"

#include <algorithm>

namespace thidua::rules {
namespace {

bool isLocal(const std::string& honour)
{
    return honour.starts_with("local:") && honour.size() > 6;
}

}

std::string_view refusalOf(const Model& model, const Case& theCase)
{
    const Honour* honour = model.honour(theCase.honour);
    if (honour == nullptr)
        return isLocal(theCase.honour) ? "" : "honour-known";
    if (!honour->span.contains(theCase.on))
        return "honour-in-force";
    if (std::find(honour->recipients.begin(), honour->recipients.end(), theCase.subject.kind) == honour->recipients.end())
        return "honour-fits-subject";
    const bool anyGround = honour->grounds.empty() || std::find(honour->grounds.begin(), honour->grounds.end(), theCase.ground) != honour->grounds.end();
    return anyGround ? "" : "honour-fits-ground";
}

bool councilMaySay(const FactSpec& spec, SubjectKind kind)
{
    return spec.byCouncil && spec.stated && std::find(spec.stated->of.begin(), spec.stated->of.end(), kind) != spec.stated->of.end();
}

std::string councilNo(const Model& model, const Case& theCase)
{
    for (const auto& [name, value] : theCase.facts.json().items()) {
        const FactSpec* spec = model.facts.find(name);
        if (spec != nullptr && value == false && councilMaySay(*spec, theCase.subject.kind))
            return name;
    }
    return {};
}

}

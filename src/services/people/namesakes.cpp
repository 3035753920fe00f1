// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/namesakes.h"

#include "base/name_keys.h"

#include <array>
#include <set>

namespace thidua::services {
namespace {

using Told = std::string (*)(const OneOfAName&);

std::string birthYear(const OneOfAName& one)
{
    return one.birth ? std::to_string(one.birth->year) : std::string();
}

std::string birthDay(const OneOfAName& one)
{
    return one.birth && one.birth->date ? one.birth->date->vn() : birthYear(one);
}

constexpr std::array<Told, 6> kTold{birthYear,
                                    [](const OneOfAName& one) { return one.team; },
                                    birthDay,
                                    [](const OneOfAName& one) { return one.post; },
                                    [](const OneOfAName& one) { return birthYear(one).empty() || one.team.empty() ? std::string() : birthYear(one) + ", " + one.team; },
                                    // Nothing tells all of them apart: as much as is known.
                                    [](const OneOfAName& one) { return birthYear(one).empty() ? one.team : birthYear(one); }};

bool tells(Told told, const std::vector<const OneOfAName*>& group)
{
    std::set<std::string> seen;
    for (const auto* one : group)
        if (const auto text = told(*one); text.empty() || !seen.insert(text).second)
            return false;
    return true;
}

std::vector<std::vector<const OneOfAName*>> groupsOf(const std::vector<OneOfAName>& people)
{
    std::map<std::string, std::vector<const OneOfAName*>> byName;
    for (const auto& one : people)
        byName[nameKey(one.name)].push_back(&one);
    std::vector<std::vector<const OneOfAName*>> groups;
    for (auto& [name, group] : byName)
        if (group.size() > 1)
            groups.push_back(std::move(group));
    return groups;
}

}

std::set<domain::SubjectRef> homonymsAmong(const std::vector<OneOfAName>& people)
{
    std::set<domain::SubjectRef> found;
    for (const auto& group : groupsOf(people))
        for (const auto* one : group)
            found.insert(one->who);
    return found;
}

std::map<domain::SubjectRef, std::string> toldApart(const std::vector<OneOfAName>& people)
{
    std::map<domain::SubjectRef, std::string> apart;
    for (const auto& group : groupsOf(people)) {
        Told told = kTold.back();
        for (const auto one : kTold)
            if (tells(one, group)) {
                told = one;
                break;
            }
        for (const auto* one : group)
            if (auto text = told(*one); !text.empty())
                apart.emplace(one->who, std::move(text));
    }
    return apart;
}

std::string namedApart(const std::string& name, const std::string& apart)
{
    return apart.empty() ? name : name + " (" + apart + ")";
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/council.h"
#include "domain/meeting.h"

#include "base/text_util.h"

#include <algorithm>
#include <set>

namespace thidua::domain {
namespace {

auto countRole(const std::vector<CouncilMember>& members, CouncilRole role)
{
    return std::ranges::count(members, role, &CouncilMember::role);
}

}

std::vector<FieldIssue> validateMembers(const std::vector<CouncilMember>& members, std::optional<PersonId> head, const MemberLaw& law)
{
    std::vector<FieldIssue> issues;
    const auto complain = [&issues](const char* key, std::vector<std::string> args = {}) {
        issues.push_back({"members", key, std::move(args)});
    };
    std::set<PersonId> people;
    for (const auto& member : members)
        people.insert(member.person);
    if (people.size() != members.size())
        complain("council.member-twice");
    if (countRole(members, CouncilRole::Chair) != 1)
        complain("council.one-chair");
    if (countRole(members, CouncilRole::Secretary) != 1)
        complain("council.one-secretary");
    if (!law.oddNumber.empty() && members.size() % 2 == 0)
        complain("council.odd-number", {std::to_string(members.size()), law.oddNumber});
    const auto chair = std::ranges::find(members, CouncilRole::Chair, &CouncilMember::role);
    if (!law.headChairs.empty() && chair != members.end() && head && chair->person != *head)
        complain("council.head-chairs", {law.headChairs});
    return issues;
}

std::vector<FieldIssue> validateTally(const Tally& tally, const Voters& voters)
{
    std::vector<FieldIssue> issues;
    const auto number = [](int value) { return std::to_string(value); };
    const auto complain = [&issues](const char* field, const char* key, std::vector<std::string> args) {
        issues.push_back({field, key, std::move(args)});
    };
    if (std::min({tally.issued, tally.collected, tally.valid, tally.invalid, tally.inFavour, tally.against.value_or(0), tally.other.value_or(0)}) < 0)
        complain("issued", "tally.negative", {});
    if (tally.issued > voters.members)
        complain("issued", "tally.more-than-members", {number(tally.issued), number(voters.members)});
    else if (tally.issued > voters.present + voters.byLetter)
        complain("issued", voters.byLetter > 0 ? "tally.more-than-ballots" : "tally.more-than-present",
                 {number(tally.issued), number(voters.present), number(voters.byLetter)});
    else if (tally.issued > voters.most())
        complain("issued", "tally.more-than-voters", {number(tally.issued), number(voters.most()), join(voters.recused, ", ")});
    if (tally.collected > tally.issued)
        complain("collected", "tally.collected-more", {number(tally.collected), number(tally.issued)});
    if (tally.valid + tally.invalid != tally.collected)
        complain("valid", "tally.sum",
                 {number(tally.collected), number(tally.valid), number(tally.invalid), number(tally.valid + tally.invalid)});
    if (tally.inFavour > tally.valid)
        complain("inFavour", "tally.favour-more", {number(tally.inFavour), number(tally.valid)});
    else if (const int others = tally.against.value_or(tally.notInFavour()) + tally.other.value_or(0); tally.against && others != tally.notInFavour())
        complain("against", tally.other.value_or(0) > 0 ? "tally.kinds-with-other" : "tally.kinds",
                 {number(tally.valid), number(tally.inFavour), number(*tally.against), number(tally.other.value_or(0)), number(tally.inFavour + others)});
    return issues;
}

}

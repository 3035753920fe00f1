// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace thidua::domain {

/// Every kind of row that the change record knows; the code is the table's name.
enum class EntityKind {
    School, SchoolYearRow, Person, StaffAssignment, Collective, LegalText, Observance,
    Plan, PlanSection, PlanBasis, PlanRecipient, Target, Campaign, CampaignItem, CampaignObservance,
    Registration, RegistrationHonour, RegistrationList, RegistrationListLine, Initiative, InitiativeAuthor,
    YearRecord, DisciplineCase, Absence, HonourRecord, Nomination,
    Council, CouncilMember, Meeting, Attendance, Tally, Decision, DecisionLine, Submission, SubmissionLine, RulePack,
    Regulation, RulePackUse,
    Count
};

using EntityKinds = std::bitset<static_cast<std::size_t>(EntityKind::Count)>;

inline EntityKinds kindsOf(std::initializer_list<EntityKind> kinds)
{
    EntityKinds all;
    for (const auto kind : kinds)
        all.set(static_cast<std::size_t>(kind));
    return all;
}

std::string_view toCode(EntityKind kind);
std::optional<EntityKind> entityKindFromCode(std::string_view code);

}

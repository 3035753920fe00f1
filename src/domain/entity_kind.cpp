// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/entity_kind.h"

#include <algorithm>
#include <array>

namespace thidua::domain {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(EntityKind::Count)> kCodes{
    "school", "school_year", "person", "staff_assignment", "collective", "legal_text", "observance",
    "plan", "plan_section", "plan_basis", "plan_recipient", "target", "campaign", "campaign_item", "campaign_observance",
    "registration", "registration_honour", "registration_list", "registration_list_line", "initiative", "initiative_author",
    "year_record", "discipline_case", "absence", "honour_record", "nomination",
    "council", "council_member", "meeting", "attendance", "tally", "decision", "decision_line", "submission", "submission_line",
    "rule_pack", "regulation", "rule_pack_use"};

}

std::string_view toCode(EntityKind kind)
{
    return kCodes[static_cast<std::size_t>(kind)];
}

std::optional<EntityKind> entityKindFromCode(std::string_view code)
{
    const auto found = std::ranges::find(kCodes, code);
    if (found == kCodes.end())
        return std::nullopt;
    return static_cast<EntityKind>(found - kCodes.begin());
}

}

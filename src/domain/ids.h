// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/strong_id.h"

#include <optional>

namespace thidua::domain {

using SchoolYearId = Id<struct SchoolYearTag>;
using PersonId = Id<struct PersonTag>;
using AssignmentId = Id<struct AssignmentTag>;
using CollectiveId = Id<struct CollectiveTag>;
using LegalTextId = Id<struct LegalTextTag>;
using ObservanceId = Id<struct ObservanceTag>;
using PlanId = Id<struct PlanTag>;
using TargetId = Id<struct TargetTag>;
using CampaignId = Id<struct CampaignTag>;
using RegistrationId = Id<struct RegistrationTag>;
using RegistrationListId = Id<struct RegistrationListTag>;
using InitiativeId = Id<struct InitiativeTag>;
using YearRecordId = Id<struct YearRecordTag>;
using HonourRecordId = Id<struct HonourRecordTag>;
using NominationId = Id<struct NominationTag>;
using CouncilId = Id<struct CouncilTag>;
using CouncilMemberId = Id<struct CouncilMemberTag>;
using MeetingId = Id<struct MeetingTag>;
using DecisionId = Id<struct DecisionTag>;
using SubmissionId = Id<struct SubmissionTag>;

/// Who or what a registration, nomination, record or award is about: exactly one of the two is set.
struct SubjectRef {
    std::optional<PersonId> person;
    std::optional<CollectiveId> collective;

    static SubjectRef of(PersonId id) { return {id, std::nullopt}; }
    static SubjectRef of(CollectiveId id) { return {std::nullopt, id}; }
    friend bool operator==(const SubjectRef&, const SubjectRef&) = default;
    friend auto operator<=>(const SubjectRef&, const SubjectRef&) = default;
};

}

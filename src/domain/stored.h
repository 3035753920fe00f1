// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/council.h"
#include "domain/decision.h"
#include "domain/honour.h"
#include "domain/legal_text.h"
#include "domain/people.h"
#include "domain/plan.h"
#include "domain/registration.h"
#include "domain/regulation.h"
#include "domain/school.h"
#include "domain/year_record.h"

#include <cstdint>

namespace thidua::domain {

/// Which id a row of each kind has. Rows that nothing points at share RowId.
using RowId = Id<struct RowTag>;
template <class T> struct IdOfRow { using type = RowId; };
template <> struct IdOfRow<SchoolYearRow> { using type = SchoolYearId; };
template <> struct IdOfRow<Person> { using type = PersonId; };
template <> struct IdOfRow<StaffAssignment> { using type = AssignmentId; };
template <> struct IdOfRow<Collective> { using type = CollectiveId; };
template <> struct IdOfRow<LegalText> { using type = LegalTextId; };
template <> struct IdOfRow<Observance> { using type = ObservanceId; };
template <> struct IdOfRow<Plan> { using type = PlanId; };
template <> struct IdOfRow<Target> { using type = TargetId; };
template <> struct IdOfRow<Campaign> { using type = CampaignId; };
template <> struct IdOfRow<Registration> { using type = RegistrationId; };
template <> struct IdOfRow<RegistrationList> { using type = RegistrationListId; };
template <> struct IdOfRow<Initiative> { using type = InitiativeId; };
template <> struct IdOfRow<YearRecord> { using type = YearRecordId; };
template <> struct IdOfRow<HonourRecord> { using type = HonourRecordId; };
template <> struct IdOfRow<Nomination> { using type = NominationId; };
template <> struct IdOfRow<Council> { using type = CouncilId; };
template <> struct IdOfRow<CouncilMember> { using type = CouncilMemberId; };
template <> struct IdOfRow<Meeting> { using type = MeetingId; };
template <> struct IdOfRow<Decision> { using type = DecisionId; };
template <> struct IdOfRow<Submission> { using type = SubmissionId; };
template <class T> using IdOf = typename IdOfRow<T>::type;

/// Counts up with every change of the row; given back on saving, it shows whether somebody changed the row meanwhile.
using RowVersion = std::int64_t;

/// A saved row: its id, its version and what it says.
template <class T>
struct Stored {
    IdOf<T> id;
    RowVersion version;
    T data;
};

}

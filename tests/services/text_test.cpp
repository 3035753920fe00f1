// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"
#include "domain/collective.h"
#include "domain/council.h"
#include "domain/decision.h"
#include "domain/ground.h"
#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/people.h"
#include "domain/plan.h"
#include "domain/regulation.h"
#include "domain/school.h"
#include "domain/submission.h"
#include "domain/target.h"
#include "domain/year_record.h"
#include "support/catch.h"

#include "base/vietnamese.h"
#include "domain/entity_kind.h"
#include "domain/op.h"
#include "domain/stored.h"
#include "text/messages.h"

#include <set>

using namespace thidua;

namespace {

template <class E>
void everyCodeHasALabel()
{
    for (const auto code : domain::EnumCodes<E>::codes) {
        INFO(domain::EnumCodes<E>::name << "." << code);
        CHECK(text::hasMessage(std::string(domain::EnumCodes<E>::name) + "." + std::string(code)));
    }
}

}

TEST_CASE("every code that is shown has words")
{
    everyCodeHasALabel<domain::SchoolLevel>();
    everyCodeHasALabel<domain::SigningAuthority>();
    everyCodeHasALabel<domain::Gender>();
    everyCodeHasALabel<domain::Contract>();
    everyCodeHasALabel<domain::Position>();
    everyCodeHasALabel<domain::CollectiveType>();
    everyCodeHasALabel<domain::PlanState>();
    everyCodeHasALabel<domain::SectionRole>();
    everyCodeHasALabel<domain::TargetKind>();
    everyCodeHasALabel<domain::CampaignKind>();
    everyCodeHasALabel<domain::CampaignState>();
    everyCodeHasALabel<domain::InitiativeState>();
    everyCodeHasALabel<domain::RecognitionLevel>();
    everyCodeHasALabel<domain::Evaluation>();
    everyCodeHasALabel<domain::Known>();
    everyCodeHasALabel<domain::DisciplineForm>();
    everyCodeHasALabel<domain::AbsenceReason>();
    everyCodeHasALabel<domain::Ground>();
    everyCodeHasALabel<domain::NominationState>();
    everyCodeHasALabel<domain::CouncilRole>();
    everyCodeHasALabel<domain::MeetingState>();
    everyCodeHasALabel<domain::DecisionKind>();
    everyCodeHasALabel<domain::DecisionState>();
    everyCodeHasALabel<domain::SubmissionState>();
    everyCodeHasALabel<domain::Outcome>();
    everyCodeHasALabel<domain::RegulationLayer>();
    everyCodeHasALabel<domain::RegulationKind>();
}

TEST_CASE("every operation has a sentence for undo")
{
    for (int op = 0; op < static_cast<int>(domain::Op::Count); ++op) {
        const auto code = domain::toCode(static_cast<domain::Op>(op));
        INFO(code);
        CHECK(text::hasMessage("op." + std::string(code)));
        CHECK(domain::opFromCode(code) == static_cast<domain::Op>(op));
    }
}

TEST_CASE("all sentences are NFC and speak both languages")
{
    REQUIRE(text::allKeys().size() > 500);
    for (const auto key : text::allKeys()) {
        INFO(key);
        const auto vi = text::message(key, {"a", "b", "c", "d", "e"});
        const auto en = text::message(key, {"a", "b", "c", "d", "e"}, text::Language::English);
        CHECK_FALSE(vi.empty());
        CHECK_FALSE(en.empty());
        CHECK(isNfc(vi));
    }
}

TEST_CASE("entity codes go both ways")
{
    for (int kind = 0; kind < static_cast<int>(domain::EntityKind::Count); ++kind)
        CHECK(domain::entityKindFromCode(domain::toCode(static_cast<domain::EntityKind>(kind))) == static_cast<domain::EntityKind>(kind));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/ballots.h"
#include "documents/builders/campaign_sheet.h"
#include "documents/builders/decision.h"
#include "documents/builders/lists.h"
#include "documents/builders/minutes.h"
#include "documents/builders/plan.h"
#include "documents/builders/registration_list.h"
#include "documents/builders/submission.h"

/// The papers of one school year of an invented school: the same texts as the measured samples, so that places can be compared.
namespace thidua::samples {

documents::IssuerView school();
documents::IssuerView council();
documents::RegistrationListView registration();
documents::PlanView plan();
documents::CampaignSheetView campaign();
documents::MinutesView minutes();
documents::VoteView vote();
documents::CountMinutesView countMinutes();
documents::SubmissionView submission();
documents::DecisionView pupilDecision();
documents::CouncilDecisionView councilDecision();
documents::InitiativeDecisionView initiativeDecision();
documents::StaffAwardListView staffAwards();
documents::NominationListView nominations();
documents::BallotsView ballots();

struct NamedDocument {
    const char* name;
    documents::Document document;
};
/// One of each builder.
std::vector<NamedDocument> all();

}

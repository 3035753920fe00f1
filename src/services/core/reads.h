// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"

/// Which kinds of rows each read model is made from. A page's `affects` is the union of the models that it shows, so that no change can
/// pass it by; a test compares these with the tables that the models really read.
namespace thidua::services::reads {

using domain::EntityKinds;

/// The rules in force: wherever an honour's name, a verdict, a quota or a threshold is shown.
EntityKinds rules();
/// What verdicts are made from, with the rules.
EntityKinds facts();

EntityKinds school();             ///< SchoolService::school
EntityKinds years();              ///< SchoolService::years, year, yearOf; every page is shown for one
EntityKinds staff();              ///< PeopleService::staff
EntityKinds collectives();        ///< PeopleService::collectives
EntityKinds pupils();             ///< PupilService::classes, pupils, yearsOf
EntityKinds health();             ///< healthOf
EntityKinds honours();            ///< PeopleService::honours
EntityKinds plans();              ///< PlanService::plans, plan, proposedPlan
EntityKinds planWork();           ///< PlanWorkService::work
EntityKinds targets();            ///< PlanService::targets, entriesOf, acrossYears
EntityKinds legalTexts();         ///< PlanService::legalTexts
EntityKinds textLibrary();        ///< textLibrary
EntityKinds observances();        ///< PlanService::observances
EntityKinds calendar();           ///< schoolCalendar
EntityKinds campaigns();          ///< CampaignService::campaigns, campaign
EntityKinds activities();         ///< ActivityService::activities, of, kinds, participation
EntityKinds contests();           ///< ContestService::contests, contest, proposed
EntityKinds groups();             ///< GroupService::groups
EntityKinds registrations();      ///< RegistrationService::board, choices
EntityKinds registrationLists();  ///< RegistrationService::handedIn
EntityKinds initiatives();        ///< InitiativeService::initiatives, initiative; InitiativeLedger::lines
EntityKinds yearRecords();        ///< YearRecordService::rows
EntityKinds statedFacts();        ///< StatedFactService::of
EntityKinds nominations();        ///< NominationService::board
EntityKinds dossiers();           ///< DossierService::dossier, ReportService::report
EntityKinds attachments();        ///< AttachmentService::of
EntityKinds councils();           ///< CouncilService::councils
EntityKinds meetings();           ///< CouncilService::meetings, meeting
EntityKinds scores();             ///< InitiativeScores::board
EntityKinds councilFollowing();   ///< CouncilFollowingService::following, choices
EntityKinds letters();            ///< LetterService::letters, proposed
EntityKinds postings();           ///< PostingService::posting
EntityKinds decisions();          ///< DecisionService::decisions, decision, awards
EntityKinds submissions();        ///< SubmissionService::submissions, submission
EntityKinds outgoing();           ///< PaperIssuer::outgoing
EntityKinds regulations();        ///< RegulationService::list, RulePackService::packInUse
EntityKinds ruleBook();           ///< RuleBookService::uses, book

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/reads.h"

#include "services/law/verdict_follow.h"

namespace thidua::services::reads {

using domain::kindsOf;
using enum domain::EntityKind;

namespace {

/// Names, posts and teams, as lists and papers show them; who serves is asked by the days of the year.
EntityKinds people()
{
    return kindsOf({Person, StaffAssignment, Collective, SchoolYearRow, Enrolment});
}

}

EntityKinds rules()
{
    return kindsReadByRules();
}

EntityKinds facts()
{
    return kindsReadByFacts() | rules();
}

EntityKinds school()
{
    return kindsOf({School});
}

EntityKinds years()
{
    return kindsOf({SchoolYearRow});
}

EntityKinds staff()
{
    return people();
}

EntityKinds collectives()
{
    return kindsOf({Collective});
}

EntityKinds pupils()
{
    return kindsOf({SchoolClass}) | people();
}

EntityKinds health()
{
    return honours() | targets() | decisions() | pupils();
}

EntityKinds honours()
{
    return kindsOf({HonourRecord, Person, Collective}) | rules();
}

EntityKinds plans()
{
    return kindsOf({Plan, PlanSection, PlanBasis, PlanRecipient, Target, School, Correction}) | years() | rules();
}

EntityKinds planWork()
{
    return kindsOf({Plan, PlanTask, PlanReceipt, PlanDifficulty, Target, Person, Collective}) | years();
}

EntityKinds targets()
{
    return kindsOf({HonourRecord, Plan, Target, Registration, RegistrationHonour, Initiative, Nomination, Person, Collective, Campaign, LegalText}) | activities() | groups();
}

EntityKinds legalTexts()
{
    return kindsOf({LegalText, Plan, Decision}); // what a plan rests on may be a paper of the school that is over
}

EntityKinds textLibrary()
{
    return kindsOf({LegalText, Plan, PlanBasis, PlanSection, Target, Campaign, CampaignItem, Decision, Submission});
}

EntityKinds observances()
{
    return kindsOf({Observance});
}

EntityKinds calendar()
{
    return kindsOf({SchoolYearRow, Observance, Campaign, CampaignObservance, Plan, PlanSection, Meeting}) | rules();
}

EntityKinds campaigns()
{
    return kindsOf({Campaign, CampaignItem, CampaignObservance, CampaignReport, Observance, Correction, Person, LegalText}) | years();
}

EntityKinds activities()
{
    return kindsOf({Activity, ActivityKind, Campaign, ContestResult}) | people();
}

EntityKinds contests()
{
    return kindsOf({Contest, ContestPrize, ContestJudge, ContestEntry, ContestAuthor, ContestMark, ContestResult}) | activities();
}

EntityKinds groups()
{
    return kindsOf({NamedGroup, NamedGroupMember}) | people();
}

EntityKinds registrations()
{
    return kindsOf({Registration, RegistrationHonour, Initiative, InitiativeAuthor}) | people() | targets() | facts();
}

EntityKinds registrationLists()
{
    return kindsOf({RegistrationList, RegistrationListLine, Person});
}

EntityKinds initiatives()
{
    return kindsOf({Initiative, InitiativeAuthor, InitiativeReferral, InitiativeMark, Meeting, Person, Nomination, Decision, DecisionLine}) | years() | rules();
}

EntityKinds yearRecords()
{
    return kindsOf({YearRecord, DisciplineCase, Absence, Registration}) | people();
}

EntityKinds statedFacts()
{
    return kindsOf({StatedFact, Person, Collective, Nomination, Judgement}) | rules();
}

EntityKinds nominations()
{
    return kindsOf({Nomination, Judgement, Registration, RegistrationHonour}) | people() | facts() | dossiers();
}

EntityKinds dossiers()
{
    return kindsOf({Nomination, Person, Attachment, DossierReceipt, Opinion, AchievementReport, School, Submission, SubmissionLine, Meeting, Tally, Initiative, InitiativeAuthor}) | rules();
}

EntityKinds attachments()
{
    return kindsOf({Attachment, Nomination, Initiative, Activity, LegalText});
}

EntityKinds councils()
{
    return kindsOf({Council, CouncilMember, Decision}) | people();
}

EntityKinds meetings()
{
    return kindsOf({Meeting, Attendance, Teller, Recusal, Tally, EarlierTally, BallotRound, BallotVoter, Nomination, Initiative, InitiativeAuthor, Opinion, School}) | councils() | rules();
}

EntityKinds scores()
{
    return kindsOf({InitiativeMark}) | meetings();
}

EntityKinds councilFollowing()
{
    return kindsOf({CouncilCharge, CouncilNote, Campaign}) | councils();
}

EntityKinds letters()
{
    return kindsOf({Letter, Correction, School, SchoolClass}) | people();
}

EntityKinds postings()
{
    return kindsOf({Posting, Objection, ListChange}) | meetings();
}

EntityKinds decisions()
{
    return kindsOf({Decision, DecisionLine, Correction, Meeting, Nomination, Tally, Council, School}) | people() | rules();
}

EntityKinds submissions()
{
    return kindsOf({Submission, SubmissionLine, Decision, Correction, School, Person}) | rules();
}

EntityKinds outgoing()
{
    return kindsOf({Plan, Campaign, Decision, Submission, Meeting, Letter, Correction});
}

EntityKinds regulations()
{
    return kindsOf({Regulation, RulePack, RulePackUse});
}

EntityKinds ruleBook()
{
    return kindsOf({RulePack}) | nominations() | years();
}

}

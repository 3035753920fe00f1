// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/collective.h"
#include "domain/council.h"
#include "domain/decision.h"
#include "domain/document_number.h"
#include "domain/ground.h"
#include "domain/honour.h"
#include "domain/initiative.h"
#include "domain/judgement.h"
#include "domain/legal_text.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/observance.h"
#include "domain/people.h"
#include "domain/plan.h"
#include "domain/registration.h"
#include "domain/regulation.h"
#include "domain/rule_pack.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "domain/submission.h"
#include "domain/target.h"
#include "domain/year_record.h"
#include "storage/table_map.h"

namespace thidua::storage {

#define TD_TABLE(type, entity)                                                                                                       \
    template <>                                                                                                                      \
    struct TableOf<domain::type> {                                                                                                   \
        static constexpr domain::EntityKind kind = domain::EntityKind::entity;                                                       \
        template <class V, class R>                                                                                                  \
        static void map(V& v, R& r);                                                                                                 \
    };                                                                                                                               \
    template <class V, class R>                                                                                                      \
    void TableOf<domain::type>::map(V& v, R& r)

template <class V, class S>
void mapSubject(V& v, S& subject)
{
    v("person_id", subject.person);
    v("collective_id", subject.collective);
}

template <class V, class N>
void mapNumber(V& v, N& number)
{
    v("number", number.number);
    v("suffix", number.suffix);
    v("symbol", number.symbol);
    v("issued_on", number.issuedOn);
}

TD_TABLE(School, School)
{
    v("name", r.name);
    v("level", r.level);
    v("superior_agency", r.superiorAgency);
    v("conferring_agency", r.conferringAgency);
    v("conferring_head", r.conferringHead);
    v("document_symbol", r.documentSymbol);
    v("place_name", r.placeName);
    v("difficult_area", r.difficultArea);
    v("head_id", r.head);
    v("signer_id", r.signer);
    v("signing", r.signing);
}

TD_TABLE(SchoolYearRow, SchoolYearRow)
{
    v("start_year", r.year);
    v("first_day", r.firstDay);
    v("term2_start", r.term2Start);
    v("last_day", r.lastDay);
    v("registration_deadline", r.registrationDeadline);
    v("state", r.state);
    v("reopen_reason", r.reopenReason);
}

TD_TABLE(Person, Person)
{
    v("uid", r.uid);
    v("full_name", r.fullName);
    v.derived("name_sort", [&r] {
        const auto name = PersonName::parse(r.fullName);
        return name ? name->sortKey() : std::string();
    });
    v.derived("name_fold", [&r] { return fold(r.fullName); });
    v("gender", r.gender);
    v("birth", r.birth);
    v("employed_from", r.employedFrom);
    v("left_on", r.leftOn);
    v("contract", r.contract);
    v("note", r.note);
}

TD_TABLE(StaffAssignment, StaffAssignment)
{
    v("person_id", r.person);
    v("school_year_id", r.year);
    v("position", r.position);
    v("title", r.title);
    v("team_id", r.team);
}

TD_TABLE(Collective, Collective)
{
    v("uid", r.uid);
    v("name", r.name);
    v("short_name", r.shortName);
    v("type", r.type);
    v("sort_order", r.sortOrder);
    v("active", r.active);
}

TD_TABLE(LegalText, LegalText)
{
    v("kind", r.kind);
    v("number", r.number);
    v("issuer", r.issuer);
    v("issued_on", r.issuedOn);
    v("subject", r.subject);
    v("in_force_to", r.inForceTo);
    v("replaced_by", r.replacedBy);
}

TD_TABLE(Observance, Observance)
{
    v("name", r.name);
    v("day", r.day);
    v("month", r.month);
    v("kind", r.kind);
    v("base_year", r.baseYear);
    v("only_year", r.onlyYear);
}

TD_TABLE(Plan, Plan)
{
    v("kind", r.kind);
    v("school_year_id", r.year);
    v("from_year", r.fromYear);
    v("to_year", r.toYear);
    v("title", r.title);
    v("theme", r.theme);
    v("state", r.state);
    mapNumber(v, r.number);
    v("signer_name", r.signerName);
    v("signer_title", r.signerTitle);
}

TD_TABLE(PlanSection, PlanSection)
{
    v("plan_id", r.plan);
    v("seq", r.seq);
    v("role", r.role);
    v("numbering", r.numbering);
    v("heading", r.heading);
    v("body", r.body);
}

TD_TABLE(PlanBasis, PlanBasis)
{
    v("plan_id", r.plan);
    v("seq", r.seq);
    v("legal_text_id", r.legalText);
    v("wording", r.wording);
}

TD_TABLE(PlanRecipient, PlanRecipient)
{
    v("plan_id", r.plan);
    v("seq", r.seq);
    v("text", r.text);
    v("purpose", r.purpose);
}

TD_TABLE(Target, Target)
{
    v("plan_id", r.plan);
    v("seq", r.seq);
    v("target_group", r.group);
    v("kind", r.kind);
    v("text", r.text);
    v("value", r.value);
    v("denominator", r.denominator);
    v("denominator_text", r.denominatorText);
    v("unit", r.unit);
    v("source", r.source);
    v("metric", r.metric);
    v("actual", r.actual);
    v("actual_on", r.actualOn);
    v("note", r.note);
}

TD_TABLE(Campaign, Campaign)
{
    v("plan_id", r.plan);
    v("school_year_id", r.year);
    v("name", r.name);
    v("theme", r.theme);
    v("kind", r.kind);
    v("from_date", r.from);
    v("to_date", r.to);
    v("launched_by", r.launchedBy);
    v("participants", r.participants);
    v("judged_how", r.judgedHow);
    v("state", r.state);
    v("launched_on", r.launchedOn);
    v("reviewed_on", r.reviewedOn);
    v("closed_on", r.closedOn);
    v("review_note", r.reviewNote);
    v("close_note", r.closeNote);
}

TD_TABLE(CampaignItem, CampaignItem)
{
    v("campaign_id", r.campaign);
    v("seq", r.seq);
    v("text", r.text);
}

TD_TABLE(CampaignObservance, CampaignObservance)
{
    v("campaign_id", r.campaign);
    v("observance_id", r.observance);
}

TD_TABLE(Registration, Registration)
{
    v("school_year_id", r.year);
    mapSubject(v, r.subject);
    v("number", r.number);
    v("registered_on", r.registeredOn);
    v("late", r.late);
    v("late_reason", r.lateReason);
    v("state", r.state);
    v("withdrawn_on", r.withdrawnOn);
    v("withdrawn_reason", r.withdrawnReason);
}

TD_TABLE(RegistrationHonour, RegistrationHonour)
{
    v("registration_id", r.registration);
    v("honour", r.honour);
    v("added_on", r.addedOn);
}

TD_TABLE(RegistrationList, RegistrationList)
{
    v("school_year_id", r.year);
    v("handed_in_on", r.handedInOn);
    v("handed_to", r.handedTo);
}

TD_TABLE(RegistrationListLine, RegistrationListLine)
{
    v("list_id", r.list);
    v("seq", r.seq);
    mapSubject(v, r.subject);
    v("salutation", r.salutation);
    v("name", r.name);
    v("post", r.post);
    v("titles", r.titles);
    v("forms", r.forms);
    v("initiative", r.initiative);
    v("late", r.late);
}

TD_TABLE(Initiative, Initiative)
{
    v("school_year_id", r.year);
    v("title", r.title);
    v("field", r.field);
    v("type", r.type);
    v("state", r.state);
    v("registered_on", r.registeredOn);
    v("recognised_at", r.recognisedAt);
    v("scope", r.scope);
    v("decision_number", r.decisionNumber);
    v("decided_on", r.decidedOn);
    v("decided_by", r.decidedBy);
    v("used_for", r.usedFor);
}

TD_TABLE(InitiativeAuthor, InitiativeAuthor)
{
    v("initiative_id", r.initiative);
    v("person_id", r.person);
    v("share", r.share);
    v("used_for", r.usedFor);
    v("used_by", r.usedBy);
}

TD_TABLE(YearRecord, YearRecord)
{
    v("school_year_id", r.year);
    mapSubject(v, r.subject);
    v("evaluation", r.evaluation);
    v("evaluated_on", r.evaluatedOn);
    v("evaluation_source", r.evaluationSource);
    v("months_worked", r.monthsWorked);
    v("no_discipline_confirmed_on", r.noDisciplineConfirmedOn);
    v("no_absence_confirmed_on", r.noAbsenceConfirmedOn);
    v("under_investigation", r.underInvestigation);
    v("training_months", r.trainingMonths);
    v("training_result", r.trainingResult);
    v("unity", r.unity);
    v("law_compliance", r.lawCompliance);
    v("note", r.note);
}

TD_TABLE(DisciplineCase, DisciplineCase)
{
    v("year_record_id", r.record);
    v("form", r.form);
    v("decided_on", r.decidedOn);
    v("decision_number", r.decisionNumber);
}

TD_TABLE(Absence, Absence)
{
    v("year_record_id", r.record);
    v("days", r.days);
    v("reason", r.reason);
    v("from_date", r.from);
    v("note", r.note);
}

TD_TABLE(HonourRecord, HonourRecord)
{
    mapSubject(v, r.subject);
    v("honour", r.honour);
    v("ground", r.ground);
    v("start_year", r.year);
    v("decision_number", r.decisionNumber);
    v("decided_on", r.decidedOn);
    v("issuer", r.issuer);
    v("decision_id", r.decision);
    v("note", r.note);
}

TD_TABLE(Nomination, Nomination)
{
    v("school_year_id", r.year);
    mapSubject(v, r.subject);
    v("honour", r.honour);
    v("ground", r.ground);
    v("registration_id", r.registration);
    v("applicable_on", r.applicableOn);
    v("state", r.state);
    v("name", r.name);
    v("post", r.post);
    v("unit", r.unit);
    v("judgement_id", r.judgement);
    v("verdict", r.verdict);
    v("override_reason", r.overrideReason);
}

TD_TABLE(Council, Council)
{
    v("kind", r.kind);
    v("school_year_id", r.year);
    v("name", r.name);
    v("state", r.state);
    v("decision_id", r.decision);
}

TD_TABLE(CouncilMember, CouncilMember)
{
    v("council_id", r.council);
    v("seq", r.seq);
    v("person_id", r.person);
    v("role", r.role);
    v("duty", r.duty);
    v("title", r.title);
}

TD_TABLE(Meeting, Meeting)
{
    v("council_id", r.council);
    v("school_year_id", r.year);
    v("title", r.title);
    v("held_on", r.heldOn);
    v("starts", r.starts);
    v("ends", r.ends);
    v("place", r.place);
    v("agenda", r.agenda);
    v("discussion", r.discussion);
    v("conclusions", r.conclusions);
    v("number", r.number);
    v("symbol", r.symbol);
    v("state", r.state);
}

TD_TABLE(Attendance, Attendance)
{
    v("meeting_id", r.meeting);
    v("member_id", r.member);
    v("present", r.present);
    v("reason", r.reason);
}

TD_TABLE(Tally, Tally)
{
    v("meeting_id", r.meeting);
    v("nomination_id", r.nomination);
    v("issued", r.issued);
    v("collected", r.collected);
    v("valid", r.valid);
    v("invalid", r.invalid);
    v("in_favour", r.inFavour);
    v("passed", r.passed);
    v("threshold_text", r.thresholdText);
}

TD_TABLE(Decision, Decision)
{
    v("kind", r.kind);
    v("school_year_id", r.year);
    v("title", r.title);
    mapNumber(v, r.number);
    v("outside_number", r.outsideNumber);
    v("issuer", r.issuer);
    v("bases", r.bases);
    v("proposer", r.proposer);
    v("articles", r.articles);
    v("recipients", r.recipients);
    v("signer_name", r.signerName);
    v("signer_title", r.signerTitle);
    v("state", r.state);
    v("council_id", r.council);
    v("submission_id", r.submission);
}

TD_TABLE(DecisionLine, DecisionLine)
{
    v("decision_id", r.decision);
    v("seq", r.seq);
    mapSubject(v, r.subject);
    v("name", r.name);
    v("post", r.post);
    v("honour", r.honour);
    v("text", r.text);
    v("nomination_id", r.nomination);
    v("initiative_id", r.initiative);
}

TD_TABLE(Submission, Submission)
{
    v("school_year_id", r.year);
    v("meeting_id", r.meeting);
    v("title", r.title);
    mapNumber(v, r.number);
    v("addressees", r.addressees);
    v("bases", r.bases);
    v("body", r.body);
    v("recipients", r.recipients);
    v("signer_name", r.signerName);
    v("signer_title", r.signerTitle);
    v("state", r.state);
}

TD_TABLE(SubmissionLine, SubmissionLine)
{
    v("submission_id", r.submission);
    v("seq", r.seq);
    v("nomination_id", r.nomination);
    mapSubject(v, r.subject);
    v("name", r.name);
    v("post", r.post);
    v("honour", r.honour);
    v("votes", r.votes);
    v("percent", r.percent);
    v("achievement", r.achievement);
    v("outcome", r.outcome);
    v("outcome_reason", r.outcomeReason);
    v("decision_id", r.decision);
}

TD_TABLE(RulePack, RulePack)
{
    v("hash", r.hash);
    v.packed("content", r.content);
    v("added_on", r.addedOn);
}

TD_TABLE(Judgement, Judgement)
{
    v("hash", r.hash);
    v("pack_hash", r.packHash);
    v("honour", r.honour);
    v("base_id", r.base);
    v("verdict", r.verdict);
    v("facts", r.facts);
}

TD_TABLE(Regulation, Regulation)
{
    v("layer", r.layer);
    v("kind", r.kind);
    v("target", r.target);
    v("value", r.value);
    v("from_date", r.from);
    v("to_date", r.to);
    v("cite", r.cite);
    v("reason", r.reason);
}

TD_TABLE(RulePackUse, RulePackUse)
{
    v("pack_hash", r.packHash);
    v("title", r.title);
    v("author", r.author);
    v("reason", r.reason);
    v("used_from", r.usedFrom);
}

#undef TD_TABLE

}

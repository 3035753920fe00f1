// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/paper_effects.h"

#include "domain/council.h"
#include "domain/honour.h"
#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/registration.h"
#include "domain/school_year.h"
#include "services/core/steps.h"
#include "services/follow/initiative_use.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;

namespace {

Result<void> recognise(Tx& tx, const Stored<Decision>& decision)
{
    for (const auto& line : repo::lines(tx, decision.id)) {
        if (!line.data.initiative)
            continue;
        TD_TRY(auto initiative, need<Initiative>(tx, *line.data.initiative));
        if (initiative.data.recognisedAt)
            continue;
        initiative.data.state = InitiativeState::Recognised;
        initiative.data.recognisedAt = RecognitionLevel::School;
        initiative.data.scope = RecognitionLevel::School;
        initiative.data.decisionNumber = decision.data.number.text();
        initiative.data.decidedOn = decision.data.number.issuedOn;
        initiative.data.decidedBy = decision.data.issuer;
        tx.update(initiative.id, initiative.data);
    }
    return {};
}

/// The award that the replaced decision gave, when this one gives the same.
std::optional<Stored<HonourRecord>> earlierAward(Reader& reader, const Decision& decision, const DecisionLine& line)
{
    if (!decision.replaces)
        return std::nullopt;
    for (auto& record : repo::honoursOf(reader, line.subject))
        if (record.data.decision == decision.replaces && record.data.honour == line.honour)
            return std::move(record);
    return std::nullopt;
}

void enterHistory(Tx& tx, const Stored<Decision>& decision, const DecisionLine& line, SchoolYear year, Ground ground)
{
    const auto earlier = earlierAward(tx, decision.data, line);
    HonourRecord record = earlier ? earlier->data : HonourRecord();
    record.subject = line.subject;
    record.honour = line.honour;
    record.ground = ground;
    record.year = year;
    record.decisionNumber = decision.data.number.text();
    record.decidedOn = decision.data.number.issuedOn;
    record.issuer = decision.data.issuer;
    record.decision = decision.id;
    record.revokedOn.reset();
    record.revokedBy.clear();
    if (earlier)
        tx.update(earlier->id, record);
    else
        tx.insert(record);
}

Result<void> confer(SchoolFile& file, Tx& tx, const Stored<Decision>& decision)
{
    TD_TRY(const auto year, need<SchoolYearRow>(tx, decision.data.year));
    const FactBuilder facts(tx, decision.data.year, file.rules());
    for (const auto& line : repo::lines(tx, decision.id)) {
        if (!line.data.nomination) {
            if (decision.data.ground && !line.data.honour.empty())
                enterHistory(tx, decision, line.data, year.data.year, *decision.data.ground);
            continue;
        }
        TD_TRY(auto nomination, need<Nomination>(tx, *line.data.nomination));
        useInitiatives(tx, file.rules(), facts, nomination);
        TD_TRY(nomination.data.state, takeStep(nomination.data.state, NominationEvent::Confer, nomination.data.name));
        tx.update(nomination.id, nomination.data);
        enterHistory(tx, decision, line.data, year.data.year, nomination.data.ground);
    }
    return {};
}

/// Refuses when an initiative that the decision recognised has served somebody; `kept` stay recognised by another one.
Result<void> initiativesFree(Reader& reader, const Stored<Decision>& decision, const std::set<InitiativeId>& kept = {})
{
    const auto nominations = repo::nominations(reader, decision.data.year);
    for (const auto& line : repo::lines(reader, decision.id)) {
        const auto initiative = line.data.initiative ? reader.find<Initiative>(*line.data.initiative) : std::nullopt;
        if (!initiative || kept.contains(initiative->id))
            continue;
        const auto authors = repo::authors(reader, initiative->id);
        // Served already, or relied on by a council that has passed an author who registered with it.
        const auto passed = [&](const Stored<InitiativeAuthor>& author) {
            return std::ranges::any_of(nominations, [&author](const auto& row) {
                const auto state = row.data.state;
                return row.data.subject.person == author.data.person
                    && (state == NominationState::Passed || state == NominationState::Submitted || state == NominationState::Conferred);
            });
        };
        const bool used = !initiative->data.usedFor.empty() || std::ranges::any_of(authors, [&](const auto& author) {
            return !author.data.usedFor.empty() || passed(author);
        });
        if (used)
            return fail(ErrorCode::WrongState, "correction.initiative-used", {decision.data.number.text(), initiative->data.title});
    }
    return {};
}

Result<void> councilFree(Reader& reader, const Stored<Decision>& decision)
{
    for (const auto& meeting : repo::meetings(reader, decision.data.year))
        if (meeting.data.council == decision.data.council)
            return fail(ErrorCode::WrongState, "correction.council-met", {decision.data.number.text(), meeting.data.heldOn.vn()});
    return {};
}

Result<void> unrecognise(Tx& tx, const Stored<Decision>& decision)
{
    for (const auto& line : repo::lines(tx, decision.id)) {
        if (!line.data.initiative)
            continue;
        TD_TRY(auto initiative, need<Initiative>(tx, *line.data.initiative));
        // What a higher level recognised since then stays recognised.
        if (initiative.data.recognisedAt != RecognitionLevel::School || initiative.data.decisionNumber != decision.data.number.text())
            continue;
        initiative.data.state = InitiativeState::Registered;
        initiative.data.recognisedAt.reset();
        initiative.data.scope.reset();
        initiative.data.decisionNumber.clear();
        initiative.data.decidedOn.reset();
        initiative.data.decidedBy.clear();
        initiative.data.validUntil.reset();
        tx.update(initiative.id, initiative.data);
    }
    return {};
}

/// The nomination may be decided anew, and the initiatives that served it are free.
Result<void> reopen(Tx& tx, const DecisionLine& line)
{
    TD_TRY(auto nomination, need<Nomination>(tx, *line.nomination));
    TD_TRY(nomination.data.state, takeStep(nomination.data.state, NominationEvent::Revoke, nomination.data.name));
    tx.update(nomination.id, nomination.data);
    if (line.subject.person)
        for (auto& author : repo::authorsOf(tx, *line.subject.person))
            if (author.data.usedBy == nomination.id) {
                author.data.usedFor.clear();
                author.data.usedBy.reset();
                tx.update(author.id, author.data);
            }
    return {};
}

Result<void> unconfer(Tx& tx, const Stored<Decision>& decision, const TakenBack& how)
{
    for (const auto& line : repo::lines(tx, decision.id)) {
        if (line.data.nomination)
            TD_CHECK(reopen(tx, line.data));
        for (auto& record : repo::honoursOf(tx, line.data.subject))
            if (record.data.decision == decision.id && record.data.honour == line.data.honour) {
                record.data.revokedOn = how.on;
                record.data.revokedBy = how.by;
                tx.update(record.id, record.data);
            }
    }
    return {};
}

Result<void> dissolve(Tx& tx, const Stored<Decision>& decision)
{
    if (!decision.data.council)
        return {};
    TD_TRY(auto council, need<Council>(tx, *decision.data.council));
    TD_TRY(council.data.state, takeStep(council.data.state, CouncilEvent::Revoke, council.data.name));
    tx.update(council.id, council.data);
    return {};
}

}

bool isAwarded(Reader& reader, const SubjectRef& subject, const std::string& honour, SchoolYear year, Ground ground)
{
    return std::ranges::any_of(repo::honoursOf(reader, subject), [&](const auto& record) {
        return record.data.honour == honour && record.data.year == year && record.data.ground == ground && !record.data.revokedOn;
    });
}

Result<void> bringAbout(SchoolFile& file, Tx& tx, const Stored<Decision>& decision)
{
    if (decision.data.kind == DecisionKind::RecogniseInitiatives)
        return recognise(tx, decision);
    if (decision.data.kind == DecisionKind::Confer)
        return confer(file, tx, decision);
    return {};
}

Result<void> mayTakeBack(Reader& reader, const Stored<Decision>& decision)
{
    if (decision.data.kind == DecisionKind::RecogniseInitiatives)
        return initiativesFree(reader, decision);
    if (decision.data.kind == DecisionKind::EstablishCouncil)
        return councilFree(reader, decision);
    return {};
}

Result<void> mayTakeBack(Reader& reader, const Stored<Submission>& submission)
{
    for (const auto& line : repo::lines(reader, submission.id))
        if (line.data.outcome != Outcome::Waiting)
            return fail(ErrorCode::WrongState, "correction.answered", {submission.data.number.text(), line.data.name});
    return {};
}

Result<void> takeBack(Tx& tx, const Stored<Decision>& decision, const TakenBack& how)
{
    TD_CHECK(mayTakeBack(tx, decision));
    switch (decision.data.kind) {
    case DecisionKind::RecogniseInitiatives: return unrecognise(tx, decision);
    case DecisionKind::Confer: return unconfer(tx, decision, how);
    case DecisionKind::EstablishCouncil: return dissolve(tx, decision);
    case DecisionKind::Other:
    case DecisionKind::ExternalAward:
    case DecisionKind::ExternalInitiatives: break;
    }
    return {};
}

Result<void> takeBack(Tx& tx, const Stored<Submission>& submission)
{
    TD_CHECK(mayTakeBack(tx, submission));
    for (const auto& line : repo::lines(tx, submission.id)) {
        TD_TRY(auto nomination, need<Nomination>(tx, line.data.nomination));
        TD_TRY(nomination.data.state, takeStep(nomination.data.state, NominationEvent::Recall, nomination.data.name));
        tx.update(nomination.id, nomination.data);
    }
    return {};
}

Result<void> takePlace(Tx& tx, const Stored<Decision>& fresh)
{
    if (!fresh.data.replaces)
        return {};
    TD_TRY(auto old, need<Decision>(tx, *fresh.data.replaces));
    TD_CHECK(checkStep(old.data.state, DecisionEvent::Replace, old.data.number.text()));
    if (old.data.kind == DecisionKind::RecogniseInitiatives) {
        std::set<InitiativeId> kept;
        for (const auto& line : repo::lines(tx, fresh.id))
            if (line.data.initiative)
                kept.insert(*line.data.initiative);
        TD_CHECK(initiativesFree(tx, old, kept));
        TD_CHECK(unrecognise(tx, old));
    } else {
        TD_CHECK(takeBack(tx, old, {*fresh.data.number.issuedOn, "Quyết định số " + fresh.data.number.text()}));
    }
    old.data.state = DecisionState::Replaced;
    tx.update(old.id, old.data);
    return {};
}

Result<void> takePlace(Tx& tx, const Stored<Submission>& fresh)
{
    if (!fresh.data.replaces)
        return {};
    TD_TRY(auto old, need<Submission>(tx, *fresh.data.replaces));
    TD_CHECK(checkStep(old.data.state, SubmissionEvent::Replace, old.data.number.text()));
    TD_CHECK(takeBack(tx, old));
    old.data.state = SubmissionState::Replaced;
    tx.update(old.id, old.data);
    return {};
}

}

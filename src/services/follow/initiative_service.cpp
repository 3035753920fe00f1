// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/initiative_service.h"

#include "domain/decision.h"
#include "domain/people.h"
#include "domain/school_year.h"
#include "services/attachments/attachment_service.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/follow/score_rows.h"
#include "services/law/honours.h"
#include "services/law/initiative_validity.h"

#include <algorithm>
#include <numeric>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const Initiative& initiative, const std::vector<InitiativeAuthor>& authors)
{
    std::vector<FieldIssue> issues;
    require(issues, initiative.title, "title", "initiative.title-missing");
    if (authors.empty())
        issues.push_back({"authors", "initiative.author-missing", {}});
    const int sum = std::accumulate(authors.begin(), authors.end(), 0, [](int total, const auto& author) { return total + author.share; });
    const bool outside = std::ranges::any_of(authors, [](const auto& author) { return author.share < 1 || author.share > 100; });
    if (!authors.empty() && (outside || sum != 100))
        issues.push_back({"authors", "initiative.shares", {std::to_string(sum)}});
    std::set<PersonId> people;
    for (const auto& author : authors)
        if (!people.insert(author.person).second)
            issues.push_back({"authors", "initiative.author-twice", {}});
    return issues;
}

namespace {

InitiativeRow rowOf(Reader& reader, const rules::Catalogue& catalogue, const Stored<Initiative>& initiative)
{
    InitiativeRow row{initiative.id, initiative.version, initiative.data, {}, {}, sortKey(initiative.data.title)};
    for (const auto& author : repo::authors(reader, initiative.id)) {
        row.authors.push_back(author.data);
        const auto person = reader.find<Person>(author.data.person);
        row.authorNames.push_back(person ? person->data.fullName : std::string());
    }
    row.referrals = repo::referrals(reader, initiative.id);
    row.decided = initiative.data.recognisedAt && repo::decidedBy(reader, initiative.id);
    row.score = keptScore(reader, catalogue, initiative.id);
    if (initiative.data.recognisedAt)
        row.validUntil = lastValidDay(catalogue, initiative.data.validUntil, initiative.data.decidedOn);
    return row;
}

/// Recognition and use are verbs of their own: a form that edits an initiative cannot bring them about.
Result<void> checkRecognition(const Initiative& given, const Initiative& before)
{
    const auto known = [](const Initiative& item) {
        return std::tuple(item.state, item.recognisedAt, item.scope, normalised(item.decisionNumber), item.decidedOn, normalised(item.decidedBy), item.usedFor, item.validUntil);
    };
    if (known(given) != known(before))
        return fail(ErrorCode::WrongState, "initiative.own-verb", {normalised(given.title)});
    return {};
}

/// What a decision of the school's says of an initiative stands as it was decided: on paper and on the authors' certificates.
std::vector<FieldIssue> decidedIssues(Reader& reader, const Stored<Initiative>& before, const Initiative& given, const std::vector<InitiativeAuthor>& authors)
{
    if (!repo::decidedBy(reader, before.id))
        return {};
    std::set<std::pair<PersonId, int>> now, wanted;
    for (const auto& one : repo::authors(reader, before.id))
        now.emplace(one.data.person, one.data.share);
    for (const auto& one : authors)
        wanted.emplace(one.person, one.share);
    std::vector<FieldIssue> issues;
    const auto fixed = [&](const char* field, bool same) {
        if (!same)
            issues.push_back({field, "initiative.decided", {before.data.title, before.data.decisionNumber}});
    };
    fixed("title", normalised(given.title) == normalised(before.data.title));
    fixed("type", given.type == before.data.type);
    fixed("authors", wanted == now);
    return issues;
}

std::vector<FieldIssue> issuesOf(SchoolFile& file, const Initiative& initiative, const std::vector<InitiativeAuthor>& authors)
{
    auto issues = validate(initiative, authors);
    if (!initiative.honour.empty() && !honourName(file.rules(), initiative.honour))
        issues.push_back({"honour", "honour.missing", {}});
    return issues;
}

/// What waited at this level or below is answered by the recognition.
void answerReferrals(Tx& tx, InitiativeId id, const RecogniseOutside& command, DecisionId decision)
{
    for (auto& row : repo::referrals(tx, id)) {
        if (row.data.state != ReferralState::Waiting || row.data.level > command.level || row.data.sentOn > command.decidedOn)
            continue;
        row.data.state = ReferralState::Recognised;
        row.data.answeredOn = command.decidedOn;
        row.data.decision = decision;
        tx.update(row.id, row.data);
    }
}

/// From one state to another, as a verb of its own.
Written<Done> turn(SchoolFile& file, Op op, InitiativeId id, InitiativeEvent event)
{
    return writeTo<Done>(file, op, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto row, need<Initiative>(tx, id));
        TD_TRY(row.data.state, takeStep(row.data.state, event, row.data.title));
        tx.setLabel({row.data.title});
        tx.update(id, row.data);
        return Done{};
    });
}

void writeAuthors(Tx& tx, InitiativeId id, std::vector<InitiativeAuthor> wanted)
{
    // Removed first and added again, since an author may stand only once and two may have changed places.
    for (const auto& author : repo::authors(tx, id)) {
        const auto same = std::ranges::find(wanted, author.data.person, &InitiativeAuthor::person);
        if (same == wanted.end()) {
            tx.remove<InitiativeAuthor>(author.id);
        } else {
            same->initiative = id;
            same->usedFor = author.data.usedFor;
            same->usedBy = author.data.usedBy;
            tx.update(author.id, *same);
            wanted.erase(same);
        }
    }
    for (auto& author : wanted) {
        author.initiative = id;
        tx.insert(author);
    }
}

}

Result<std::vector<InitiativeRow>> InitiativeService::initiatives(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<InitiativeRow>> {
        std::vector<InitiativeRow> rows;
        for (const auto& initiative : repo::initiatives(reader, year))
            rows.push_back(rowOf(reader, m_file.rules(), initiative));
        return rows;
    });
}

Result<InitiativeRow> InitiativeService::initiative(InitiativeId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<InitiativeRow> {
        TD_TRY(const auto row, need<Initiative>(reader, id));
        return rowOf(reader, m_file.rules(), row);
    });
}

Written<InitiativeId> InitiativeService::addInitiative(const Initiative& given, const std::vector<InitiativeAuthor>& authors)
{
    return writeTo<InitiativeId>(m_file, Op::AddInitiative, [&](Tx& tx) -> Result<InitiativeId> {
        TD_CHECK(checkRecognition(given, Initiative{}));
        auto initiative = given;
        initiative.registeredOn = m_file.clock().today();
        if (auto issues = issuesOf(m_file, initiative, authors); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({initiative.title});
        const auto id = tx.insert(initiative);
        writeAuthors(tx, id, authors);
        return id;
    });
}

Written<Done> InitiativeService::editInitiative(InitiativeId id, const Initiative& given, const std::vector<InitiativeAuthor>& authors, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditInitiative, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<Initiative>(tx, id));
        TD_CHECK(checkRecognition(given, before.data));
        auto initiative = given;
        initiative.year = before.data.year;
        initiative.registeredOn = before.data.registeredOn;
        auto issues = issuesOf(m_file, initiative, authors);
        std::ranges::move(decidedIssues(tx, before, initiative, authors), std::back_inserter(issues));
        if (!issues.empty())
            return fail(std::move(issues));
        tx.setLabel({initiative.title});
        tx.update(id, initiative, version);
        writeAuthors(tx, id, authors);
        return Done{};
    });
}

Written<Done> InitiativeService::rejectInitiative(InitiativeId id)
{
    return turn(m_file, Op::RejectInitiative, id, InitiativeEvent::Reject);
}

Written<Done> InitiativeService::reconsiderInitiative(InitiativeId id)
{
    return turn(m_file, Op::ReconsiderInitiative, id, InitiativeEvent::Reconsider);
}

Written<Done> InitiativeService::removeInitiative(InitiativeId id)
{
    return writeTo<Done>(m_file, Op::RemoveInitiative, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto row, need<Initiative>(tx, id));
        TD_CHECK(checkStep(row.data.state, InitiativeEvent::Remove, row.data.title));
        tx.setLabel({row.data.title});
        writeAuthors(tx, id, {});
        for (const auto& mark : repo::marksOf(tx, id))
            tx.remove<InitiativeMark>(mark.id);
        for (const auto& referral : repo::referrals(tx, id))
            tx.remove<InitiativeReferral>(referral.id);
        removeAttachments(tx, AttachmentOwner::of(id));
        tx.remove<Initiative>(id);
        return Done{};
    });
}

Written<DecisionId> InitiativeService::recogniseOutside(const RecogniseOutside& command)
{
    return writeTo<DecisionId>(m_file, Op::RecogniseInitiatives, [&](Tx& tx) -> Result<DecisionId> {
        std::vector<FieldIssue> issues;
        if (command.initiatives.empty())
            issues.push_back({"initiatives", "initiative.none-chosen", {}});
        require(issues, command.number, "number", "outside.number-missing");
        require(issues, command.issuer, "issuer", "outside.issuer-missing");
        if (command.decidedOn > m_file.clock().today())
            issues.push_back({"decidedOn", "outside.date-to-come", {command.decidedOn.vn()}});
        if (command.validUntil && *command.validUntil < command.decidedOn)
            issues.push_back({"validUntil", "outside.valid-early", {command.validUntil->vn(), command.decidedOn.vn()}});
        if (!issues.empty())
            return fail(std::move(issues));
        TD_TRY(const auto first, need<Initiative>(tx, command.initiatives.front()));
        Decision decision;
        decision.kind = DecisionKind::ExternalInitiatives;
        decision.year = first.data.year;
        decision.title = "Về việc công nhận sáng kiến";
        decision.outsideNumber = normalised(command.number); // also stands on the initiatives
        decision.issuer = normalised(command.issuer);
        decision.number.issuedOn = command.decidedOn;
        decision.state = DecisionState::Issued;
        const auto decisionId = tx.insert(decision);
        int seq = 0;
        for (const auto& id : command.initiatives) {
            TD_TRY(auto row, need<Initiative>(tx, id));
            // The highest recognition stands on the initiative; the others stay readable in their decisions.
            if (!row.data.recognisedAt || command.level >= *row.data.recognisedAt) {
                row.data.state = InitiativeState::Recognised;
                row.data.recognisedAt = command.level;
                row.data.scope = command.scope;
                row.data.decisionNumber = decision.outsideNumber;
                row.data.decidedOn = command.decidedOn;
                row.data.decidedBy = decision.issuer;
                row.data.validUntil = command.validUntil;
                tx.update(id, row.data);
            }
            answerReferrals(tx, id, command, decisionId);
            DecisionLine line;
            line.decision = decisionId;
            line.seq = ++seq;
            line.initiative = id;
            line.text = row.data.title;
            line.name = join(rowOf(tx, m_file.rules(), row).authorNames, "\n");
            tx.insert(line);
        }
        tx.setLabel({std::to_string(command.initiatives.size())});
        return decisionId;
    });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/decision_service.h"

#include "domain/correction.h"
#include "domain/council.h"
#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "rules/case.h"
#include "rules/overview.h"
#include "services/award/conferral.h"
#include "services/award/paper_effects.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/law/honours.h"
#include "services/law/list_order.h"
#include "services/papers/paper_drafting.h"
#include "services/papers/paper_findings.h"
#include "services/papers/paper_issuing.h"
#include "services/people/people_lookup.h"
#include "storage/repo/paper_repo.h"
#include "storage/repo/year_numbers.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const Decision& decision)
{
    std::vector<FieldIssue> issues;
    require(issues, decision.title, "title", "decision.title-missing");
    return issues;
}

namespace {

std::string numberText(const Decision& decision)
{
    return decision.outsideNumber.empty() ? decision.number.text() : decision.outsideNumber;
}

DecisionDetail detailOf(SchoolFile& file, Reader& reader, const Stored<Decision>& decision)
{
    DecisionDetail detail{decision.id, decision.version, decision.data, {}, {}, numberText(decision.data)};
    if (decision.data.state == DecisionState::Draft)
        detail.decision.bases = basesFollowed(file, basesCode(decision.data), decision.data.bases, file.clock().today());
    for (const auto& line : repo::lines(reader, decision.id)) {
        detail.lines.push_back(line.data);
        detail.lineIds.push_back(line.id);
    }
    return detail;
}

/// What a form may say of a decision; kind, number, signer and state come by other verbs.
void takeWords(Decision& decision, const Decision& given)
{
    decision.title = given.title;
    decision.bases = given.bases;
    decision.proposer = given.proposer;
    decision.articles = given.articles;
    decision.recipients = given.recipients;
}

Result<Stored<Decision>> needDraftDecision(Reader& reader, DecisionId id)
{
    TD_TRY(auto decision, need<Decision>(reader, id));
    TD_CHECK(checkStep(decision.data.state, DecisionEvent::Edit, numberText(decision.data)));
    return decision;
}

/// The newest closed meeting of the year in which the initiative council passed it.
std::optional<Stored<Meeting>> passedIn(Reader& reader, SchoolYearId year, InitiativeId initiative)
{
    for (const auto& meeting : repo::meetings(reader, year))
        if (meeting.data.state == MeetingState::Closed)
            for (const auto& tally : repo::tallies(reader, meeting.id))
                if (tally.data.line.initiative == initiative && tally.data.passed == true)
                    return meeting;
    return std::nullopt;
}

bool hasInitiativeCouncil(Reader& reader, SchoolYearId year)
{
    const auto councils = repo::councils(reader, year);
    return std::ranges::any_of(councils, [](const auto& row) { return row.data.kind == CouncilKind::Initiative && row.data.state == CouncilState::Established; });
}

/// A decision follows the meeting that it rests on; where there is a council for initiatives, each one rests on its votes.
Result<void> checkMeetings(Reader& reader, const Stored<Decision>& decision, const IssuePaper& paper)
{
    const auto early = [&paper](const Stored<Meeting>& meeting) -> Result<void> {
        if (paper.issuedOn && *paper.issuedOn < meeting.data.heldOn)
            return fail({{"issuedOn", "decision.before-meeting", {paper.issuedOn->vn(), meeting.data.heldOn.vn()}}});
        return {};
    };
    if (const auto meeting = decision.data.meeting ? reader.find<Meeting>(*decision.data.meeting) : std::nullopt)
        TD_CHECK(early(*meeting));
    if (decision.data.kind != DecisionKind::RecogniseInitiatives || !hasInitiativeCouncil(reader, decision.data.year))
        return {};
    for (const auto& line : repo::lines(reader, decision.id)) {
        if (!line.data.initiative)
            continue;
        const auto meeting = passedIn(reader, decision.data.year, *line.data.initiative);
        if (!meeting)
            return fail(ErrorCode::WrongState, "initiative.not-voted", {line.data.text});
        TD_CHECK(early(*meeting));
    }
    return {};
}

/// A draft that recognises these initiatives at school level, with its lines.
Result<Stored<Decision>> draftOn(SchoolFile& file, Tx& tx, SchoolYearId year, const std::vector<InitiativeId>& initiatives, const std::string& proposer)
{
    TD_TRY(const auto yearRow, needOpenYear(tx, year));
    TD_TRY(const auto school, needSchool(tx));
    if (initiatives.empty())
        return fail({{"initiatives", "initiative.none-chosen", {}}});
    Decision decision;
    decision.kind = DecisionKind::RecogniseInitiatives;
    decision.year = year;
    decision.title = "Về việc công nhận sáng kiến năm học " + yearRow.data.year.paper();
    decision.issuer = "Hiệu trưởng " + school.data.name;
    decision.bases = basesOf(file, school.data, toCode(decision.kind));
    decision.proposer = normalised(proposer);
    if (const auto minutes = newestMinutes(tx, year, CouncilKind::Initiative))
        decision.bases.push_back(*minutes);
    decision.recipients = decisionRecipients(school.data);
    const auto id = tx.insert(decision);
    const PeopleLookup lookup(tx, year);
    std::optional<Stored<Meeting>> rests;
    int seq = 0;
    for (const auto& initiativeId : initiatives) {
        TD_TRY(const auto initiative, need<Initiative>(tx, initiativeId));
        if (initiative.data.recognisedAt)
            return fail(ErrorCode::WrongState, "initiative.recognised", {initiative.data.title});
        if (initiative.data.state == InitiativeState::Rejected)
            return fail(ErrorCode::WrongState, "initiative.rejected", {initiative.data.title});
        DecisionLine line;
        line.decision = id;
        line.seq = ++seq;
        line.initiative = initiativeId;
        line.text = initiative.data.title;
        if (const auto meeting = passedIn(tx, year, initiativeId); meeting && (!rests || meeting->data.heldOn > rests->data.heldOn))
            rests = meeting;
        std::vector<std::string> names, posts;
        for (const auto& author : repo::authors(tx, initiativeId)) {
            const auto view = lookup.view(SubjectRef::of(author.data.person));
            names.push_back(view.namedOnPaper(view.name));
            posts.push_back(PeopleLookup::postAndUnit(view));
        }
        line.name = join(names, "\n");
        line.post = join(posts, "\n");
        tx.insert(line);
    }
    if (!rests)
        return Stored<Decision>{id, 1, std::move(decision)};
    decision.meeting = rests->id;
    tx.update(id, decision);
    return Stored<Decision>{id, 2, std::move(decision)};
}

/// What other papers did to it, in few words.
std::string noteOf(Reader& reader, const Stored<Decision>& decision)
{
    std::vector<std::string> notes;
    for (const auto& correction : repo::corrections(reader, std::string(toCode(PaperKind::Decision)), decision.id.value()))
        notes.push_back(text::message(correction.data.kind == CorrectionKind::Correct ? "register.corrected" : "register.revoked", {correction.data.number.text()}));
    return join(notes, "; ");
}

/// Without a meeting the head gives only what the rules of the decision's day leave to the head alone.
Result<void> checkAuthority(SchoolFile& file, Reader& reader, const Stored<Decision>& decision, const IssuePaper& paper)
{
    if (!decision.data.ground || !paper.issuedOn)
        return {};
    const auto year = repo::yearNumber(reader, decision.data.year);
    for (const auto& line : repo::lines(reader, decision.id)) {
        if (*decision.data.ground == Ground::AnnualMerit && year && !decision.data.replaces && isAwarded(reader, line.data.subject, line.data.honour, *year, Ground::AnnualMerit))
            return fail(ErrorCode::WrongState, "commendation.there", {line.data.name, honourName(file.rules(), line.data.honour).value_or(line.data.honour), year->text()});
        if (!rules::conferredAlone(file.rules(), line.data.honour, rules::SubjectKind::Pupil, toCode(*decision.data.ground), *paper.issuedOn))
            return fail({{"issuedOn", "commendation.not-alone",
                          {honourName(file.rules(), line.data.honour).value_or(line.data.honour), text::label("ground", toCode(*decision.data.ground)), paper.issuedOn->vn()}}});
    }
    return {};
}

Result<void> issueIn(SchoolFile& file, Tx& tx, Stored<Decision>& decision, const IssuePaper& paper)
{
    if (decision.data.kind == DecisionKind::Other && decision.data.articles.empty())
        return fail({{"articles", "decision.no-articles", {}}});
    TD_CHECK(checkMeetings(tx, decision, paper));
    TD_CHECK(checkAuthority(file, tx, decision, paper));
    if (paper.issuedOn)
        decision.data.bases = basesFollowed(file, basesCode(decision.data), decision.data.bases, *paper.issuedOn);
    TD_CHECK(issuePaper(file, tx, decision, DecisionState::Issued, paper));
    TD_CHECK(takePlace(tx, decision));
    TD_CHECK(bringAbout(file, tx, decision));
    tx.setLabel({decision.data.number.text()});
    return {};
}

}

Result<std::vector<DecisionDetail>> DecisionService::decisions(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<DecisionDetail>> {
        std::vector<DecisionDetail> details;
        for (const auto& decision : repo::decisions(reader, year))
            details.push_back(detailOf(m_file, reader, decision));
        return details;
    });
}

Result<DecisionDetail> DecisionService::decision(DecisionId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<DecisionDetail> {
        TD_TRY(const auto decision, need<Decision>(reader, id));
        return detailOf(m_file, reader, decision);
    });
}

Written<DecisionId> DecisionService::draftRecognition(SchoolYearId year, const std::vector<InitiativeId>& initiatives, const std::string& proposer)
{
    return writeTo<DecisionId>(m_file, Op::DraftDecision, [&](Tx& tx) -> Result<DecisionId> {
        TD_TRY(const auto decision, draftOn(m_file, tx, year, initiatives, proposer));
        tx.setLabel({decision.data.title});
        return decision.id;
    });
}

Result<std::string> DecisionService::proposerOf(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::string> {
        TD_TRY(const auto school, needSchool(reader));
        return usualProposer(reader, school.data, year);
    });
}

Written<DecisionId> DecisionService::issueRecognition(SchoolYearId year, const std::vector<InitiativeId>& initiatives, const IssuePaper& paper, const std::string& proposer)
{
    return writeTo<DecisionId>(m_file, Op::IssueDecision, [&](Tx& tx) -> Result<DecisionId> {
        TD_TRY(auto decision, draftOn(m_file, tx, year, initiatives, proposer));
        TD_CHECK(issueIn(m_file, tx, decision, paper));
        return decision.id;
    });
}

Result<ConferralChoice> DecisionService::conferral(MeetingId meeting)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<ConferralChoice> { return conferralChoice(m_file, reader, meeting); });
}

Written<DecisionId> DecisionService::draftConferral(MeetingId meeting)
{
    return writeTo<DecisionId>(m_file, Op::DraftDecision, [&](Tx& tx) -> Result<DecisionId> {
        TD_TRY(const auto decision, draftConferralIn(m_file, tx, meeting));
        tx.setLabel({decision.data.title});
        return decision.id;
    });
}

Written<Done> DecisionService::setAchievement(DecisionId id, RowId line, const std::string& achievement)
{
    return writeTo<Done>(m_file, Op::EditDecision, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto decision, needDraftDecision(tx, id));
        auto lines = repo::lines(tx, id);
        const auto found = std::ranges::find(lines, line, [](const auto& row) { return row.id; });
        if (found == lines.end() || found->data.honour.empty())
            return fail(ErrorCode::NotFound, "row.not-found");
        found->data.text = normalised(achievement);
        if (found->data.text.empty())
            return fail({{"achievement", "commendation.achievement-missing", {}}});
        tx.setLabel({decision.data.title});
        tx.update(found->id, found->data);
        return Done{};
    });
}

Written<Done> DecisionService::dropLine(DecisionId id, RowId line)
{
    return writeTo<Done>(m_file, Op::EditDecision, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto decision, needDraftDecision(tx, id));
        tx.setLabel({decision.data.title});
        int seq = 0;
        for (auto& row : repo::lines(tx, id)) {
            if (row.id == line) {
                tx.remove<DecisionLine>(row.id);
                continue;
            }
            row.data.seq = ++seq;
            tx.update(row.id, row.data);
        }
        return Done{};
    });
}

Written<DecisionId> DecisionService::draftDecision(const Decision& given)
{
    return writeTo<DecisionId>(m_file, Op::DraftDecision, [&](Tx& tx) -> Result<DecisionId> {
        TD_TRY(const auto school, needSchool(tx));
        if (auto issues = validate(given); !issues.empty())
            return fail(std::move(issues));
        Decision decision;
        decision.kind = DecisionKind::Other;
        decision.year = given.year;
        takeWords(decision, given);
        decision.issuer = "Hiệu trưởng " + school.data.name;
        tx.setLabel({decision.title});
        return tx.insert(decision);
    });
}

Written<Done> DecisionService::editDecision(DecisionId id, const Decision& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditDecision, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, needDraftDecision(tx, id));
        if (auto issues = validate(given); !issues.empty())
            return fail(std::move(issues));
        auto decision = before.data;
        takeWords(decision, given);
        tx.setLabel({decision.title});
        tx.update(id, decision, version);
        return Done{};
    });
}

Written<Done> DecisionService::removeDecision(DecisionId id)
{
    return writeTo<Done>(m_file, Op::RemoveDecision, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto decision, needDraftDecision(tx, id));
        tx.setLabel({decision.data.title});
        for (const auto& line : repo::lines(tx, id))
            tx.remove<DecisionLine>(line.id);
        tx.remove<Decision>(id);
        return Done{};
    });
}

Written<Done> DecisionService::issueDecision(DecisionId id, const IssuePaper& paper)
{
    return writeTo<Done>(m_file, Op::IssueDecision, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto decision, needDraftDecision(tx, id));
        TD_CHECK(issueIn(m_file, tx, decision, paper));
        return Done{};
    });
}

Result<std::vector<AwardRow>> DecisionService::awards(SchoolYearId year, Awards which)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<AwardRow>> {
        std::vector<AwardRow> rows;
        const PeopleLookup people(reader, year);
        for (const auto& decision : repo::decisions(reader, year)) {
            const bool revoked = decision.data.state == DecisionState::Revoked;
            if (decision.data.state != DecisionState::Issued && (which == Awards::InForce || !revoked))
                continue;
            const auto note = noteOf(reader, decision);
            for (const auto& line : repo::lines(reader, decision.id)) {
                if (line.data.honour.empty())
                    continue;
                AwardRow row{line.data.subject, line.data.name, line.data.post, line.data.honour,
                             honourName(m_file.rules(), line.data.honour).value_or(line.data.honour), honourOrder(m_file.rules(), line.data.honour),
                             numberText(decision.data), decision.data.number.issuedOn, decision.data.issuer, {}};
                const auto name = PersonName::parse(row.name);
                row.sortKey = row.subject.person && name ? name->sortKey() : sortKey(row.name);
                row.named = people.view(row.subject).named(row.name);
                row.revoked = revoked;
                row.note = note;
                rows.push_back(std::move(row));
            }
        }
        std::ranges::stable_sort(rows, {}, [&](const auto& row) { return listPlace(reader, m_file.rules(), row.subject, row.honour, row.name); });
        return rows;
    });
}

}

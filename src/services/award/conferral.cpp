// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/conferral.h"

#include "documents/compose.h"
#include "documents/template.h"
#include "domain/council.h"
#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "domain/year_record.h"
#include "rules/overview.h"
#include "services/core/steps.h"
#include "services/law/honours.h"
#include "services/law/list_order.h"
#include "services/papers/paper_drafting.h"
#include "text/messages.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;

namespace {

/// In the order of every list.
std::vector<Stored<Nomination>> waiting(SchoolFile& file, Reader& reader, const Stored<Meeting>& meeting)
{
    std::set<NominationId> voted, drafted;
    for (const auto& tally : repo::tallies(reader, meeting.id))
        if (tally.data.line.nomination)
            voted.insert(*tally.data.line.nomination);
    for (const auto& decision : repo::decisions(reader, meeting.data.year))
        if (decision.data.state == DecisionState::Draft)
            for (const auto& line : repo::lines(reader, decision.id))
                if (line.data.nomination)
                    drafted.insert(*line.data.nomination);
    std::vector<Stored<Nomination>> passed;
    for (auto& row : repo::nominations(reader, meeting.data.year)) {
        const bool open = row.data.state == NominationState::Passed || row.data.state == NominationState::Revoked;
        if (open && voted.contains(row.id) && !drafted.contains(row.id) && rules::conferredBySchool(file.rules(), row.data.honour, meeting.data.heldOn))
            passed.push_back(std::move(row));
    }
    std::ranges::sort(passed, {}, [&](const auto& row) { return listPlace(reader, file.rules(), row.data.subject, row.data.honour, row.data.name); });
    return passed;
}

/// With the decision that says so, where it is known; `first`: nothing stands before it in the sentence.
std::string recognised(const Initiative& initiative, bool first)
{
    return documents::shippedTemplate("common").text(
        "initiative-recognised", {{"initiative", initiative.title}, {"research", std::int64_t{initiative.type == InitiativeType::Research}}, {"first", std::int64_t{first}},
                                  {"level", text::label("recognition-level", toCode(*initiative.recognisedAt))}, {"number", initiative.decisionNumber},
                                  {"day", initiative.decidedOn ? documents::shortDate(*initiative.decidedOn) : std::string()}});
}

ConferralChoice choiceOf(SchoolFile& file, MeetingId meeting, const std::vector<Stored<Nomination>>& passed)
{
    ConferralChoice choice;
    choice.meeting = meeting;
    for (const auto& row : passed) {
        const auto name = honourName(file.rules(), row.data.honour).value_or(row.data.honour);
        if (std::ranges::find(choice.honours, name) == choice.honours.end())
            choice.honours.push_back(name);
        ++(row.data.subject.person ? choice.persons : choice.collectives);
    }
    return choice;
}

Result<Stored<Meeting>> needClosed(Reader& reader, MeetingId id)
{
    TD_TRY(auto meeting, need<Meeting>(reader, id));
    TD_CHECK(checkStep(meeting.data.state, MeetingEvent::Submit, meeting.data.heldOn.vn()));
    return meeting;
}

}

std::string achievementOf(Reader& reader, const rules::Catalogue& catalogue, SchoolYearId year, const Nomination& nomination)
{
    std::vector<std::string> parts;
    const auto record = repo::yearRecord(reader, year, nomination.subject);
    if (record && record->data.evaluation)
        parts.push_back(text::label("evaluation", toCode(*record->data.evaluation)));
    if (nomination.subject.person && listTells(catalogue, nomination.honour, "initiatives"))
        for (const auto& initiative : repo::initiativesOf(reader, *nomination.subject.person))
            if (initiative.data.year == year && initiative.data.recognisedAt)
                parts.push_back(recognised(initiative.data, parts.empty()));
    return join(parts, "; ");
}

Result<ConferralChoice> conferralChoice(SchoolFile& file, Reader& reader, MeetingId id)
{
    TD_TRY(const auto meeting, needClosed(reader, id));
    return choiceOf(file, id, waiting(file, reader, meeting));
}

Result<Decision> awardDecision(SchoolFile& file, Reader& reader, SchoolYearId year, std::optional<Ground> ground)
{
    TD_TRY(const auto school, needSchool(reader));
    Decision decision;
    decision.kind = DecisionKind::Confer;
    decision.year = year;
    decision.ground = ground;
    decision.issuer = documents::shippedTemplate("common").text("by-head", {{"school", school.data.name}});
    decision.bases = basesOf(file, school.data, basesCode(decision));
    decision.recipients = decisionRecipients(school.data);
    return decision;
}

Result<Stored<Decision>> draftConferralIn(SchoolFile& file, Tx& tx, MeetingId id)
{
    TD_TRY(const auto meeting, needClosed(tx, id));
    TD_TRY(const auto year, needOpenYear(tx, meeting.data.year));
    TD_TRY(const auto council, need<Council>(tx, meeting.data.council));
    const auto passed = waiting(file, tx, meeting);
    if (passed.empty())
        return fail(ErrorCode::WrongState, "conferral.nobody", {meeting.data.heldOn.vn()});
    TD_TRY(auto decision, awardDecision(file, tx, meeting.data.year));
    decision.meeting = id;
    decision.title = documents::shippedTemplate("decision-confer").text("title", {{"honours", choiceOf(file, id, passed).honours}, {"year", year.data.year.paper()}});
    if (meeting.data.number.number)
        decision.bases.push_back(minutesBasis(meeting, council.data.name));
    const auto decisionId = tx.insert(decision);
    int seq = 0;
    for (const auto& row : passed) {
        DecisionLine line;
        line.decision = decisionId;
        line.seq = ++seq;
        line.subject = row.data.subject;
        line.name = row.data.name;
        line.post = row.data.post;
        line.honour = row.data.honour;
        line.text = achievementOf(tx, file.rules(), meeting.data.year, row.data);
        line.nomination = row.id;
        tx.insert(line);
    }
    return Stored<Decision>{decisionId, 1, std::move(decision)};
}

}

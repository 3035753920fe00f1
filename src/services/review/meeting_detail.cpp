// SPDX-License-Identifier: GPL-3.0-or-later
// What a meeting looks like: who is there, who votes on which line, what each line takes and has got.
#include "domain/ballot_round.h"
#include "domain/initiative.h"
#include "domain/nomination.h"
#include "rules/council_law.h"
#include "rules/vote.h"
#include "services/core/steps.h"
#include "services/follow/quota_board.h"
#include "services/law/honours.h"
#include "services/law/list_order.h"
#include "services/people/people_lookup.h"
#include "services/review/council_rows.h"
#include "services/review/dossier_service.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// What one line takes by the rules of the day of the meeting.
struct LineLaw {
    rules::Threshold threshold;
    rules::Citation citation;
    std::string article;
    bool byArticle = true;
    std::optional<rules::Citation> byLetter;
    bool councilFits = true;
};

LineLaw lawOf(const rules::Catalogue& catalogue, const MeetingDetail& detail, const std::string& honour)
{
    if (honour.empty()) {
        const auto vote = rules::initiativeVoteOn(catalogue, detail.meeting.heldOn);
        return {vote.threshold, vote.citation, vote.citation.brief, true, std::nullopt, true};
    }
    rules::VoteCase asked;
    asked.on = detail.meeting.heldOn;
    asked.honour = honour;
    asked.members = detail.members;
    asked.present = detail.present;
    const auto answer = rules::vote(catalogue, asked);
    return {answer.threshold, answer.citation, answer.rule.citation.brief, answer.byLaw || !answer.threshold.strict, answer.rule.byLetter, answer.councilFits};
}

std::string ratioText(int inFavour, int members)
{
    if (members == 0)
        return {};
    return std::to_string(inFavour) + "/" + std::to_string(members) + " = " + percentText({inFavour, members}, 2);
}

/// Builds MeetingDetail from the file.
struct DetailMaker {
    Reader& reader;
    const rules::Catalogue& catalogue;
    MeetingDetail detail{};
    PeopleLookup people{reader, detail.meeting.year};
    std::map<BallotLine, std::vector<Recusal>> chosen{};
    std::map<BallotLine, Tally> earlier{};

    void readAttendance()
    {
        std::map<CouncilMemberId, Attendance> rows;
        for (const auto& row : repo::attendance(reader, detail.id))
            rows.emplace(row.data.member, row.data);
        for (const auto& member : detail.council.members) {
            const auto found = rows.find(member.id);
            if (found == rows.end())
                continue;
            const auto& row = found->second;
            detail.attendance.push_back({member, row.present, row.reason, row.byLetter, row.opinion, false});
            ++detail.members;
            detail.present += row.present ? 1 : 0;
        }
        const auto law = rules::councilLawOn(catalogue, detail.meeting.heldOn);
        detail.quorum = law.presentNeeded(detail.members);
        detail.quorumShare = rules::shareText(law.quorum).vi;
    }

    void readTellers()
    {
        for (const auto& teller : repo::tellers(reader, detail.id)) {
            const auto view = people.view(SubjectRef::of(teller.data.person));
            const auto member = std::ranges::find(detail.council.members, teller.data.person, [](const auto& row) { return row.member.person; });
            detail.tellers.push_back({teller.data.person, view.named(), view.salutation,
                                      member == detail.council.members.end() ? PeopleLookup::postAndUnit(view) : member->member.title});
        }
    }

    void readRounds()
    {
        for (const auto& row : repo::ballotRounds(reader, detail.id)) {
            RoundRow round{row.id, row.data};
            for (const auto& voter : repo::voters(reader, row.id))
                for (auto& one : detail.attendance)
                    if (one.member.id == voter.data.member) {
                        round.voters.push_back(one.member.name);
                        one.voted = true;
                    }
            detail.rounds.push_back(std::move(round));
        }
        for (const auto& row : repo::earlierTallies(reader, detail.id)) {
            earlier.emplace(row.data.count.line, row.data.count);
            detail.round = std::max(detail.round, row.data.count.round + 1);
        }
    }

    /// Who of those who could vote on the line does not.
    void addVoters(TallyRow& row, const std::vector<PersonId>& own)
    {
        row.voters.members = detail.members;
        row.voters.present = detail.present;
        for (const auto& one : detail.attendance) {
            const bool ofOwn = std::ranges::find(own, one.member.member.person) != own.end();
            const auto& others = chosen[row.line];
            const auto other = std::ranges::find(others, one.member.id, &Recusal::member);
            const bool recused = ofOwn || other != others.end();
            row.mostWithAll += recused ? 0 : 1;
            const bool byLetter = one.byLetter && !row.byLetter.empty();
            if (!one.present && !byLetter)
                continue;
            row.voters.byLetter += one.present ? 0 : 1;
            if (!recused)
                continue;
            row.voters.recused.push_back(one.member.name);
            row.ownLine = row.ownLine || ofOwn;
            detail.recusals.push_back({row.line, one.member.id, one.member.name, ofOwn, ofOwn ? std::string() : other->reason});
        }
    }

    void count(TallyRow& row, const LineLaw& law, const std::optional<Tally>& tally)
    {
        if (const auto found = earlier.find(row.line); found != earlier.end())
            row.earlier = found->second;
        for (auto& round : detail.rounds)
            round.lines += (tally && tally->atMachine == round.id) || (row.earlier && row.earlier->atMachine == round.id) ? 1 : 0;
        row.needed = rules::votesNeeded(law.threshold, detail.members);
        row.shareText = text::message(law.threshold.strict ? "meeting.share-over" : "meeting.share-from", {rules::shareText(law.threshold.share).vi});
        row.citation = law.citation.brief;
        row.article = law.article;
        row.byArticle = law.byArticle;
        if (!tally)
            return;
        row.tally = tally;
        row.passes = tally->passed.value_or(law.councilFits && rules::reaches(law.threshold, tally->inFavour, detail.members));
        row.ratioText = ratioText(tally->inFavour, detail.members);
    }

    void addThreshold(const TallyRow& row, const LineLaw& law)
    {
        if (detail.thresholds.empty() || detail.thresholds.back().honourName != row.honourName)
            detail.thresholds.push_back({row.honourName, 0, row.needed,
                                         text::message(law.threshold.strict ? "meeting.threshold-strict" : "meeting.threshold",
                                                       {std::to_string(row.needed), rules::shareText(law.threshold.share).vi, std::to_string(detail.members)}),
                                         row.citation});
        ++detail.thresholds.back().lines;
    }

    void addNomination(const Stored<Nomination>& nomination, const std::optional<Tally>& tally)
    {
        const auto& data = nomination.data;
        const auto view = people.view(data.subject);
        TallyRow row;
        row.line = BallotLine::of(nomination.id);
        row.name = view.named(data.name);
        row.nameOnPaper = view.namedOnPaper(data.name);
        row.post = row.postOnPaper = data.post;
        row.salutation = view.salutation;
        row.honour = data.honour;
        row.honourName = honourName(catalogue, data.honour).value_or(data.honour);
        row.overrideReason = data.overrideReason;
        row.collective = data.subject.collective.has_value();
        row.loweredTo = repo::loweredTo(reader, nomination.id);
        if (const auto from = data.loweredFrom ? reader.find<Nomination>(*data.loweredFrom) : std::nullopt)
            row.loweredFrom = honourName(catalogue, from->data.honour).value_or(from->data.honour);
        if (data.verdict)
            row.verdict = toCode(*data.verdict);
        const auto law = lawOf(catalogue, detail, data.honour);
        row.byLetter = law.byLetter ? law.byLetter->brief : std::string();
        addVoters(row, data.subject.person ? std::vector{*data.subject.person} : std::vector<PersonId>{});
        count(row, law, tally);
        addThreshold(row, law);
        detail.tallies.push_back(std::move(row));
    }

    void addInitiative(const Stored<Initiative>& initiative, const std::optional<Tally>& tally)
    {
        TallyRow row;
        row.line = BallotLine::of(initiative.id);
        row.name = row.nameOnPaper = initiative.data.title;
        row.honourName = text::message("meeting.initiatives");
        row.verdict = toCode(KeptVerdict::Eligible);
        std::vector<PersonId> authors;
        std::vector<std::string> names, onPaper;
        for (const auto& author : repo::authors(reader, initiative.id)) {
            const auto view = people.view(SubjectRef::of(author.data.person));
            authors.push_back(author.data.person);
            names.push_back(view.named());
            onPaper.push_back(view.namedOnPaper(view.name));
        }
        row.post = join(names, ", ");
        row.postOnPaper = join(onPaper, ", ");
        const auto law = lawOf(catalogue, detail, {});
        addVoters(row, authors);
        count(row, law, tally);
        addThreshold(row, law);
        detail.tallies.push_back(std::move(row));
    }

    void readLines()
    {
        for (const auto& row : repo::recusals(reader, detail.id))
            chosen[row.data.line].push_back(row.data);
        std::map<BallotLine, Tally> tallies;
        for (const auto& row : repo::tallies(reader, detail.id))
            tallies.emplace(row.data.line, row.data);
        const auto tallyOf = [&tallies](const BallotLine& line) {
            const auto found = tallies.find(line);
            return found == tallies.end() ? std::nullopt : std::optional(found->second);
        };
        // A closed meeting shows what it counted; an open one everything that still waits for its vote.
        const bool open = detail.meeting.state == MeetingState::Draft;
        const auto kind = detail.council.council.kind;
        auto nominations = repo::nominations(reader, detail.meeting.year);
        // What was withdrawn after its vote stays among the results of its meeting.
        for (const auto& [line, tally] : tallies)
            if (line.nomination && std::ranges::find(nominations, *line.nomination, &Stored<Nomination>::id) == nominations.end())
                if (auto row = reader.find<Nomination>(*line.nomination))
                    nominations.push_back(std::move(*row));
        std::ranges::sort(nominations, {}, [this](const auto& row) { return listPlace(reader, catalogue, row.data.subject, row.data.honour, row.data.name); });
        for (const auto& row : nominations) {
            const auto tally = tallyOf(BallotLine::of(row.id));
            if (tally || (open && kind == CouncilKind::Emulation && may(row.data.state, NominationEvent::Vote)))
                addNomination(row, tally);
        }
        for (const auto& row : repo::initiatives(reader, detail.meeting.year)) {
            const auto tally = tallyOf(BallotLine::of(row.id));
            if (tally || (open && kind == CouncilKind::Initiative && may(row.data.state, InitiativeEvent::Reject)))
                addInitiative(row, tally);
        }
    }

    void addOpinions()
    {
        std::vector<NominationId> asked;
        for (const auto& row : detail.tallies)
            if (row.line.nomination)
                asked.push_back(*row.line.nomination);
        if (detail.meeting.state == MeetingState::Draft)
            detail.opinionsMissing = missingOpinions(reader, detail.meeting.year, asked);
    }

    void addQuotas()
    {
        std::map<std::string, std::set<PersonId>> passed;
        for (const auto& row : detail.tallies)
            if (row.passes && row.line.nomination)
                if (const auto nomination = reader.find<Nomination>(*row.line.nomination); nomination && nomination->data.subject.person)
                    passed[row.honour].insert(*nomination->data.subject.person);
        detail.quotas = quotasOf(catalogue, detail.meeting.heldOn, passed, managersOf(reader, detail.meeting.year));
    }
};

}

Result<MeetingDetail> meetingDetail(Reader& reader, const rules::Catalogue& catalogue, MeetingId id)
{
    TD_TRY(const auto meeting, need<Meeting>(reader, id));
    TD_TRY(const auto council, need<Council>(reader, meeting.data.council));
    MeetingDetail detail;
    detail.id = meeting.id;
    detail.version = meeting.version;
    detail.meeting = meeting.data;
    detail.council = councilRow(reader, council);
    DetailMaker maker{reader, catalogue, std::move(detail)};
    maker.readAttendance();
    maker.readTellers();
    maker.readRounds();
    maker.readLines();
    maker.addQuotas();
    maker.addOpinions();
    return std::move(maker.detail);
}

namespace {

const MemberRow* present(const MeetingDetail& detail, const std::optional<CouncilMemberId>& member)
{
    for (const auto& row : detail.attendance)
        if (member && row.member.id == *member && row.present)
            return &row.member;
    return nullptr;
}

const MemberRow* present(const MeetingDetail& detail, CouncilRole role)
{
    for (const auto& row : detail.attendance)
        if (row.member.member.role == role && row.present)
            return &row.member;
    return nullptr;
}

}

const MemberRow* presiding(const MeetingDetail& detail)
{
    if (detail.meeting.chair)
        return present(detail, detail.meeting.chair);
    const auto* chair = present(detail, CouncilRole::Chair);
    return chair != nullptr ? chair : present(detail, CouncilRole::ViceChair);
}

const MemberRow* keepingMinutes(const MeetingDetail& detail)
{
    return detail.meeting.secretary ? present(detail, detail.meeting.secretary) : present(detail, CouncilRole::Secretary);
}

}

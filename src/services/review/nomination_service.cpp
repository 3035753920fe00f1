// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/review/nomination_service.h"

#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/registration.h"
#include "domain/school_year.h"
#include "base/ratio.h"
#include "rules/evaluator.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/follow/quota_board.h"
#include "services/law/fact_builder.h"
#include "services/law/honours.h"
#include "services/law/verdict_text.h"
#include "services/law/verdicts.h"
#include "services/people/people_lookup.h"
#include "services/review/council_service.h"
#include "services/review/dossier_service.h"
#include "services/review/nominee_sheet.h"
#include "services/people/serving.h"
#include "storage/repo/fact_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <functional>

namespace thidua::services {

using namespace domain;

namespace {

struct Votes {
    std::string votes, text;
};

/// The newest count of each, of meetings that are closed.
std::map<NominationId, Votes> votesOf(Reader& reader, SchoolYearId year)
{
    std::map<NominationId, Votes> votes;
    std::map<MeetingId, int> members;
    for (const auto& tally : repo::talliesOfYear(reader, year)) {
        if (!tally.data.line.nomination)
            continue;
        if (!members.contains(tally.data.meeting))
            members.emplace(tally.data.meeting, static_cast<int>(repo::attendance(reader, tally.data.meeting).size()));
        const int whole = members.at(tally.data.meeting);
        auto& one = votes[*tally.data.line.nomination];
        one.votes = std::to_string(tally.data.inFavour) + "/" + std::to_string(whole);
        one.text = tally.data.passed && whole > 0 ? text::message("nomination.votes", {one.votes, percentText({tally.data.inFavour, whole}, 2), tally.data.thresholdText}) : std::string();
    }
    return votes;
}

NominationRow rowOf(const rules::Catalogue& catalogue, VerdictReader& verdicts, Reader& reader, const Stored<Nomination>& row)
{
    NominationRow out{row.id, row.version, row.data, honourName(catalogue, row.data.honour).value_or(row.data.honour),
                      honourShortName(catalogue, row.data.honour), {}, {}, honourOrder(catalogue, row.data.honour), {}};
    const auto name = PersonName::parse(row.data.name);
    out.sortKey = row.data.subject.person && name ? name->sortKey() : sortKey(row.data.name);
    out.verdict = verdicts.read(reader, row);
    return out;
}

void countVerdicts(NominationBoard& board)
{
    for (const auto& row : board.rows) {
        const bool open = std::ranges::find(row.verdict.findings, rules::Outcome::Unknown, &rules::Finding::outcome) != row.verdict.findings.end();
        const bool out = turnedDown(row.nomination) || row.verdict.verdict == rules::VerdictKind::Ineligible;
        board.openThoughDecided += open && out ? 1 : 0;
        switch (turnedDown(row.nomination) ? rules::VerdictKind::Ineligible : row.verdict.verdict) {
        case rules::VerdictKind::Eligible: ++board.eligible; break;
        case rules::VerdictKind::Ineligible: ++board.ineligible; break;
        case rules::VerdictKind::Undetermined: ++board.undetermined; break;
        }
    }
}

Result<NominationId> insertNomination(Tx& tx, const rules::Catalogue& catalogue, const PeopleLookup& lookup, SchoolYearId year,
                                      const SubjectRef& subject, const std::string& honour, Date applicableOn,
                                      std::optional<RegistrationId> registration, Ground ground = Ground::AnnualMerit)
{
    if (!catalogue.regimeOn(applicableOn))
        return fail({{"applicableOn", "nomination.before-rules", {applicableOn.vn()}}});
    const auto view = lookup.view(subject);
    Nomination row;
    row.year = year;
    row.subject = subject;
    row.honour = honour;
    row.ground = ground;
    row.registration = registration;
    row.applicableOn = applicableOn;
    row.name = view.name;
    row.post = PeopleLookup::postAndUnit(view);
    row.unit = view.unit;
    return tx.insert(row);
}

/// What a registration asks for; another ground is an achievement of its own.
bool onMerit(const Nomination& nomination)
{
    return nomination.ground == Ground::AnnualMerit;
}

Result<Stored<Nomination>> needOpen(Reader& reader, NominationId id)
{
    TD_TRY(auto row, need<Nomination>(reader, id));
    TD_CHECK(checkStep(row.data.state, NominationEvent::Override, row.data.name));
    return row;
}

}

bool turnedDown(const Nomination& nomination)
{
    return nomination.state == NominationState::NotPassed || nomination.state == NominationState::Refused || nomination.state == NominationState::Lowered;
}

Result<NominationBoard> NominationService::board(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<NominationBoard> {
        NominationBoard board;
        std::set<std::pair<SubjectRef, std::string>> nominated;
        const auto votes = votesOf(reader, year);
        const PeopleLookup people(reader, year);
        const Serving serving(reader, listDay(reader, year, m_file.clock().today()));
        const auto dossiers = dossierCounts(reader, m_file.rules(), year);
        for (const auto& row : repo::nominations(reader, year)) {
            auto made = rowOf(m_file.rules(), m_file.verdicts(), reader, row);
            if (const auto found = dossiers.find(row.id); found != dossiers.end()) {
                made.dossierParts = found->second.parts;
                made.dossierMissing = may(row.data.state, NominationEvent::Compose) ? found->second.missing : 0;
                made.opinionsMissing = found->second.askedAndMissing;
            }
            if (const auto from = row.data.loweredFrom ? reader.find<Nomination>(*row.data.loweredFrom) : std::nullopt)
                made.loweredFromName = honourName(m_file.rules(), from->data.honour).value_or(from->data.honour);
            made.name = people.view(row.data.subject).named(row.data.name);
            if (const auto found = votes.find(row.id); found != votes.end()) {
                made.votes = found->second.votes;
                made.voteText = found->second.text;
            }
            if (row.data.subject.person)
                made.leftOn = serving.leftOn(*row.data.subject.person);
            if (onMerit(row.data))
                nominated.insert({row.data.subject, row.data.honour});
            board.rows.push_back(std::move(made));
        }
        for (const auto& row : repo::withdrawnNominations(reader, year)) {
            auto made = rowOf(m_file.rules(), m_file.verdicts(), reader, row);
            made.name = people.view(row.data.subject).named(row.data.name);
            if (onMerit(row.data))
                nominated.insert({row.data.subject, row.data.honour}); // it was, and is not to come back by itself
            board.withdrawn.push_back(std::move(made));
        }
        std::ranges::sort(board.rows, [](const auto& a, const auto& b) {
            const bool personA = a.nomination.subject.person.has_value(), personB = b.nomination.subject.person.has_value();
            return std::tie(personA, a.sortKey, a.nomination.subject, a.honourOrder) < std::tie(personB, b.sortKey, b.nomination.subject, b.honourOrder);
        });
        countVerdicts(board);
        board.quotas = nominationQuotas(reader, m_file.rules(), year);
        std::map<RegistrationId, SubjectRef> registered;
        for (const auto& registration : repo::registrations(reader, year))
            if (serving.on(registration.data.subject))
                registered.emplace(registration.id, registration.data.subject);
        for (const auto& honour : repo::registeredHonours(reader, year))
            if (const auto subject = registered.find(honour.data.registration); subject != registered.end())
                board.registeredWithoutNomination += nominated.contains({subject->second, honour.data.honour}) || givenOutside(m_file.rules(), honour.data.honour) ? 0 : 1;
        for (const auto& meeting : repo::meetings(reader, year))
            if (meeting.data.state == MeetingState::Draft && meeting.data.heldOn >= m_file.clock().today())
                board.nextMeeting = meeting.data.heldOn;
        return board;
    });
}

Written<int> NominationService::nominate(SchoolYearId year, Date applicableOn)
{
    return writeTo<int>(m_file, Op::Nominate, [&](Tx& tx) -> Result<int> {
        const PeopleLookup lookup(tx, year);
        std::set<std::pair<SubjectRef, std::string>> existing;
        for (const auto& row : repo::nominations(tx, year))
            if (onMerit(row.data))
                existing.insert({row.data.subject, row.data.honour});
        for (const auto& row : repo::withdrawnNominations(tx, year))
            if (onMerit(row.data))
                existing.insert({row.data.subject, row.data.honour}); // who was withdrawn is nominated anew by name alone
        int made = 0;
        const Serving serving(tx, applicableOn);
        for (const auto& registration : repo::registrations(tx, year))
            for (const auto& honour : repo::honours(tx, registration.id)) {
                if (existing.contains({registration.data.subject, honour.data.honour}) || givenOutside(m_file.rules(), honour.data.honour) || !serving.on(registration.data.subject))
                    continue;
                TD_CHECK(insertNomination(tx, m_file.rules(), lookup, year, registration.data.subject, honour.data.honour, applicableOn, registration.id));
                ++made;
            }
        if (made == 0)
            return fail(ErrorCode::WrongState, existing.empty() ? "nomination.no-registrations" : "nomination.all-made");
        tx.setLabel({std::to_string(made)});
        return made;
    });
}

Written<NominationId> NominationService::add(SchoolYearId year, const SubjectRef& subject, const std::string& honour, Date applicableOn,
                                             Ground ground)
{
    return writeTo<NominationId>(m_file, Op::AddNomination, [&](Tx& tx) -> Result<NominationId> {
        std::vector<FieldIssue> issues;
        const PeopleLookup lookup(tx, year);
        if (const auto view = lookup.view(subject); view.name.empty() || view.pupil)
            issues.push_back({"subject", "nomination.subject-missing", {}});
        if (!honourName(m_file.rules(), honour))
            issues.push_back({"honour", "honour.missing", {}});
        else if (givenOutside(m_file.rules(), honour))
            issues.push_back({"honour", "nomination.outside", {*honourName(m_file.rules(), honour)}});
        else if (const auto fit = groundsOf(m_file.rules(), honour); std::ranges::find(fit, ground) == fit.end())
            issues.push_back({"ground", "nomination.ground-unfit", {*honourName(m_file.rules(), honour), text::label("ground", toCode(ground))}});
        for (const auto& row : repo::nominations(tx, year))
            if (row.data.subject == subject && row.data.honour == honour && row.data.ground == ground)
                issues.push_back({"honour", "nomination.twice", {row.data.name, *honourName(m_file.rules(), honour)}});
        if (!issues.empty())
            return fail(std::move(issues));
        const auto registration = repo::activeRegistration(tx, year, subject);
        TD_TRY(const auto id, insertNomination(tx, m_file.rules(), lookup, year, subject, honour, applicableOn,
                                               registration ? std::optional(registration->id) : std::nullopt, ground));
        tx.setLabel({lookup.view(subject).name});
        return id;
    });
}

Written<int> NominationService::refresh(SchoolYearId year)
{
    return writeTo<int>(m_file, Op::RefreshVerdicts, [&](Tx& tx) -> Result<int> {
        TD_CHECK(needOpenYear(tx, year));
        TD_TRY(const int changed, refreshOpenVerdicts(tx, m_file.rules(), year, m_file.clock()));
        tx.setLabel({std::to_string(changed)});
        return changed;
    });
}

namespace {

/// What each nomination of the year points at, people first as they are judged.
std::vector<std::pair<NominationId, Nomination>> inJudgingOrder(Reader& reader, SchoolYearId year)
{
    std::vector<std::pair<NominationId, Nomination>> all;
    for (auto& row : repo::nominations(reader, year))
        all.emplace_back(row.id, std::move(row.data));
    std::ranges::stable_partition(all, [](const auto& one) { return one.second.subject.person.has_value(); });
    return all;
}

}

Result<NominationService::Rejudged> NominationService::judgeAgain(SchoolYearId year, Progress* progress)
{
    Rejudged made;
    made.writes = m_file.writesSoFar();
    std::map<NominationId, std::optional<JudgementId>> before;
    TD_CHECK(readFrom(m_file, [&](Reader& reader) -> Result<void> {
        for (const auto& [id, nomination] : inJudgingOrder(reader, year))
            before[id] = nomination.judgement;
        return {};
    }));
    auto written = writeTo<int>(m_file, Op::RefreshVerdicts, [&](Tx& tx) -> Result<int> {
        TD_CHECK(needOpenYear(tx, year));
        return refreshOpenVerdicts(tx, m_file.rules(), year, m_file.clock(), {}, progress);
    });
    if (!written)
        return tl::unexpected<Error>(std::move(written.error()));
    made.changed = written->value;
    TD_CHECK(readFrom(m_file, [&](Reader& reader) -> Result<void> {
        for (const auto& [id, nomination] : inJudgingOrder(reader, year))
            if (nomination.judgement && nomination.verdict && nomination.judgement != before[id])
                if (auto kept = judgementOf(reader, nomination))
                    made.judgements.push_back({id, std::move(kept->verdict), std::move(kept->facts), std::move(kept->packHash), *nomination.verdict});
        return {};
    }));
    return made;
}

Written<int> NominationService::keep(SchoolYearId year, const Rejudged& made)
{
    if (made.writes != m_file.writesSoFar())
        return refresh(year);
    return writeTo<int>(m_file, Op::RefreshVerdicts, [&](Tx& tx) -> Result<int> {
        TD_CHECK(needOpenYear(tx, year));
        if (!made.judgements.empty())
            keepRulePack(tx, m_file.rules(), m_file.clock());
        for (const auto& one : made.judgements) {
            TD_TRY(auto row, need<Nomination>(tx, one.nomination));
            row.data.judgement = repo::keep(tx, row.data.honour, {one.verdict, one.facts, one.packHash});
            row.data.verdict = one.kind;
            tx.update(one.nomination, row.data);
        }
        tx.setLabel({std::to_string(made.changed)});
        return made.changed;
    });
}

Written<Done> NominationService::overrideVerdict(NominationId id, const std::string& reason)
{
    const auto op = normalised(reason).empty() ? Op::DropOverride : Op::OverrideVerdict;
    return writeTo<Done>(
        m_file, op,
        [&](Tx& tx) -> Result<Done> {
            TD_TRY(auto row, needOpen(tx, id));
            row.data.overrideReason = reason;
            tx.setLabel({row.data.name});
            tx.update(id, row.data);
            return Done{};
        },
        normalised(reason));
}

Result<std::vector<NominationService::Judged>> NominationService::judgeAll(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Judged>> {
        const auto& catalogue = m_file.rules();
        const FactBuilder facts(reader, year, catalogue, FactBuilder::Purpose::OutcomesAlone);
        std::vector<Judged> all;
        for (const auto& row : repo::nominationHeads(reader, year)) {
            const auto made = facts.makeCase(row.subject, row.honour, row.applicableOn, stageOf(row.state), row.ground);
            all.push_back({row.id, row.subject, row.honour, rules::outcomesOf(catalogue, made).verdict});
        }
        return all;
    });
}

Result<std::vector<NominationService::Evaluated>> NominationService::evaluateAll(SchoolYearId year, const std::optional<std::string>& honour)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Evaluated>> {
        const FactBuilder facts(reader, year, m_file.rules());
        std::vector<Evaluated> all;
        for (const auto& row : repo::nominations(reader, year)) {
            if (honour && row.data.honour != *honour)
                continue;
            const auto made = facts.makeCase(row.data.subject, row.data.honour, row.data.applicableOn, stageOf(row.data.state), row.data.ground);
            all.push_back({row.data, rules::evaluate(m_file.rules(), made)});
        }
        return all;
    });
}

namespace {

void addHistory(SchoolFile& file, Reader& reader, const SubjectRef& subject, NomineeSheet& sheet)
{
    auto records = repo::honoursOf(reader, subject);
    std::ranges::stable_sort(records, std::greater{}, [](const auto& record) { return record.data.year.startYear(); });
    for (const auto& record : records)
        if (!record.data.revokedOn)
            sheet.history.push_back(record.data.year.screen() + ": " + honourName(file.rules(), record.data.honour).value_or(record.data.honour));
}

void addInitiative(const Initiative& initiative, NomineeSheet& sheet)
{
    sheet.facts.push_back({text::message("nominee.field"), initiative.field});
    sheet.facts.push_back({text::message("nominee.kind"), text::label("initiative-type", toCode(initiative.type))});
    sheet.facts.push_back({text::message("nominee.registered"), initiative.registeredOn.vn()});
    if (initiative.scope)
        sheet.facts.push_back({text::message("nominee.scope"), text::label("recognition-level", toCode(*initiative.scope))});
}

}

Result<NomineeSheet> nomineeSheet(SchoolFile& file, const TallyRow& line)
{
    return readFrom(file, [&](Reader& reader) -> Result<NomineeSheet> {
        NomineeSheet sheet{line.name, line.post, line.honourName, std::nullopt, line.overrideReason};
        if (line.line.initiative) {
            TD_TRY(const auto initiative, need<Initiative>(reader, *line.line.initiative));
            addInitiative(initiative.data, sheet);
            return sheet;
        }
        TD_TRY(const auto nomination, need<Nomination>(reader, *line.line.nomination));
        const auto verdict = file.verdicts().read(reader, nomination);
        sheet.verdict = verdict.verdict;
        for (const auto& finding : verdict.findings)
            if (finding.outcome != rules::Outcome::NotApplicable)
                sheet.facts.push_back({finding.label.vi, finding.explanation.vi, finding.outcome});
        addHistory(file, reader, nomination.data.subject, sheet);
        return sheet;
    });
}

}

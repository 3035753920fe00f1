// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/foresight/foresight_view.h"

#include "domain/collective.h"
#include "domain/council.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/people.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "domain/year_record.h"
#include "rules/evaluator.h"
#include "rules/model.h"
#include "services/law/honours.h"
#include "services/people/serving.h"
#include "storage/repo/review_repo.h"
#include "storage/repo/school_repo.h"
#include "storage/repo/year_repo.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

/// The council's meeting of the second term: the next one planned, else the one that has voted; without any, the end of May.
ReviewDay reviewDayOf(storage::Reader& reader, const Stored<SchoolYearRow>& year, Date today)
{
    ReviewDay day;
    std::set<CouncilId> councils;
    for (const auto& council : repo::councils(reader, year.id))
        if (council.data.kind == CouncilKind::Emulation)
            councils.insert(council.id);
    std::set<MeetingId> voted;
    for (const auto& tally : repo::talliesOfYear(reader, year.id))
        voted.insert(tally.data.meeting);
    std::optional<Date> next, last;
    for (const auto& meeting : repo::meetings(reader, year.id)) {
        if (!councils.contains(meeting.data.council) || meeting.data.heldOn < year.data.term2Start)
            continue;
        if (meeting.data.state == MeetingState::Draft)
            next = next ? std::min(*next, meeting.data.heldOn) : meeting.data.heldOn;
        else if (voted.contains(meeting.id))
            last = last ? std::max(*last, meeting.data.heldOn) : meeting.data.heldOn;
    }
    day.on = std::max(next.value_or(last.value_or(Date(year.data.year.startYear() + 1, 5, 31))), rules::kFirstRuleDay);
    day.over = !next && last;
    if (year.data.registrationDeadline && today <= *year.data.registrationDeadline)
        day.registerBy = year.data.registrationDeadline;
    return day;
}

ForesightView::ForesightView(storage::Reader& reader, const rules::Catalogue& rulesInUse, const Stored<SchoolYearRow>& row, Date now)
    : catalogue(rulesInUse), year(row), today(now), day(reviewDayOf(reader, row, now)), facts(reader, row.id, rulesInUse, FactBuilder::Purpose::AllFacts), people(reader, row.id)
{
    std::map<RegistrationId, SubjectRef> subjects;
    for (const auto& one : repo::registrations(reader, year.id)) {
        subjects.emplace(one.id, one.data.subject);
        registrations.emplace(one.data.subject, one.id);
    }
    for (const auto& one : repo::yearRecords(reader, year.id))
        records.emplace(one.data.subject, one.id);
    for (const auto& one : repo::registeredHonours(reader, year.id))
        if (const auto found = subjects.find(one.data.registration); found != subjects.end())
            registered[found->second].push_back(one.data.honour);
    for (const auto& one : repo::nominations(reader, year.id))
        nominated[{one.data.subject, one.data.honour}] = one.data.state;
    readMembers(reader);
}

void ForesightView::readMembers(storage::Reader& reader)
{
    for (const auto& collective : people.collectives())
        if (collective.type == CollectiveType::School || collective.type == CollectiveType::Team || collective.type == CollectiveType::Office)
            members.try_emplace(*collective.subject.collective);
    const Serving serving(reader, listDay(reader, year.id, today));
    for (const auto& post : repo::assignments(reader, year.id)) {
        if (!serving.on(post.data.person))
            continue;
        for (auto& [collective, people_] : members)
            if (post.data.team == collective || people.view(SubjectRef::of(collective)).type == CollectiveType::School)
                people_.insert(post.data.person);
    }
    std::erase_if(members, [](const auto& entry) { return entry.second.empty(); });
}

namespace {

/// What can be foreseen at all: the year's merit, or long service; deeds and movements cannot.
std::optional<Ground> groundFor(const rules::Catalogue& catalogue, const std::string& honour, rules::SubjectKind kind, Date on)
{
    const auto* known = catalogue.model().honour(honour);
    for (const auto ground : {Ground::AnnualMerit, Ground::LongService}) {
        const std::string code(toCode(ground));
        const bool allowed = known != nullptr && (known->grounds.empty() || std::ranges::find(known->grounds, code) != known->grounds.end());
        if (allowed && catalogue.model().requirementOn(honour, on, kind, code) != nullptr)
            return ground;
    }
    return std::nullopt;
}

}

std::vector<rules::HonourInfo> ForesightView::honoursFor(rules::SubjectKind kind) const
{
    auto honours = rules::honoursOn(catalogue, day.on);
    std::erase_if(honours, [&](const auto& honour) {
        const bool fits = std::ranges::find(honour.recipientKinds, rules::toCode(kind)) != honour.recipientKinds.end();
        return !fits || !groundFor(catalogue, honour.code, kind, day.on);
    });
    return honours;
}

const rules::Case& ForesightView::caseFor(const SubjectRef& subject, const rules::HonourInfo& honour) const
{
    const auto kind = subject.person ? rules::SubjectKind::Staff : rules::SubjectKind::Collective;
    rules::Case& made = baseCase(subject);
    made.honour = honour.code;
    made.ground = std::string(toCode(groundFor(catalogue, honour.code, kind, day.on).value_or(Ground::AnnualMerit)));
    return made;
}

rules::Case& ForesightView::baseCase(const SubjectRef& subject) const
{
    if (!m_base || m_base->first != subject)
        m_base.emplace(subject, facts.makeCase(subject, {}, day.on, rules::Stage::Nomination));
    return m_base->second;
}

std::optional<Outlook> ForesightView::settled(const SubjectRef& subject, const std::string& honour) const
{
    const auto found = nominated.find({subject, honour});
    if (found == nominated.end())
        return std::nullopt;
    Outlook outlook;
    switch (found->second) {
    case NominationState::Passed:
    case NominationState::Submitted:
    case NominationState::Conferred: outlook.chance = Chance::Reached; return outlook;
    case NominationState::NotPassed:
    case NominationState::Lowered:
    case NominationState::Revoked:
    case NominationState::Refused: {
        outlook.chance = Chance::Lost;
        Missing missing;
        missing.finding = "decided";
        missing.text = missing.label = text::message(found->second == NominationState::Refused   ? "foresight.refused"
                                                         : found->second == NominationState::Revoked ? "foresight.revoked"
                                                                                                     : "foresight.not-passed");
        missing.certainlyLost = true;
        missing.outcome = rules::Outcome::Fail;
        outlook.missing.push_back(std::move(missing));
        return outlook;
    }
    default: return std::nullopt;
    }
}

Prospect ForesightView::prospect(const SubjectRef& subject, const rules::HonourInfo& honour, std::set<std::string>& lostNow, Detail detail) const
{
    const auto view = people.view(subject);
    Prospect made;
    made.subject = subject;
    made.name = view.named();
    made.post = view.post;
    made.unit = view.unit;
    made.honour = honour.code;
    made.honourShort = honour.shortName.vi;
    made.honourName = honour.name.vi;
    made.honourOrder = honour.order;
    made.sortKey = view.sortKey;
    made.year = year.data.year;
    if (const auto found = registered.find(subject); found != registered.end())
        made.registered = std::ranges::find(found->second, honour.code) != found->second.end();
    if (const auto found = registrations.find(subject); found != registrations.end())
        made.registration = found->second;
    if (const auto found = records.find(subject); found != records.end())
        made.record = found->second;
    if (const auto found = nominated.find({subject, honour.code}); found != nominated.end())
        made.nomination = found->second;
    auto decided = settled(subject, honour.code);
    Outlook outlook = decided ? std::move(*decided) : outlookOf(catalogue, caseFor(subject, honour), day, lostNow, detail);
    made.chance = outlook.chance;
    made.missing = std::move(outlook.missing);
    if (outOfReach(made.chance))
        lostNow.insert(honour.code);
    return made;
}

Prospect nextYears(const ForesightView& view, Prospect prospect, const rules::Case& now, const std::set<std::string>& lostNow, std::set<std::string>& lostThen)
{
    ReviewDay day;
    const auto rolled = rolledForward(view.catalogue, now);
    day.on = rolled.on;
    if (view.year.data.registrationDeadline)
        day.registerBy = view.year.data.registrationDeadline->plusMonths(12);
    auto outlook = outlookOf(view.catalogue, rolled, day, lostThen, Detail::Everything);
    // What this year may still bring counts for the next: a chain goes on.
    lookAhead(view.catalogue, now, lostNow, outlook.missing);
    settleAhead(outlook, rolled.schoolYear, day);
    prospect.year = rolled.schoolYear;
    prospect.registered = false;
    prospect.nomination.reset();
    prospect.registration.reset();
    prospect.record.reset();
    prospect.chance = outlook.chance;
    prospect.missing = std::move(outlook.missing);
    if (outOfReach(prospect.chance))
        lostThen.insert(prospect.honour);
    return prospect;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/review/council_following.h"

#include "domain/campaign.h"
#include "domain/collective.h"
#include "domain/council.h"
#include "services/core/internal.h"
#include "services/people/people_lookup.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;

std::string chargeWords(Reader& reader, const std::optional<CollectiveId>& collective, const std::optional<CampaignId>& campaign)
{
    if (const auto row = collective ? reader.find<Collective>(*collective) : std::nullopt)
        return row->data.name;
    if (const auto row = campaign ? reader.find<Campaign>(*campaign) : std::nullopt)
        return row->data.name;
    return {};
}

namespace {

Result<std::string> needSeat(Reader& reader, CouncilId council, PersonId person)
{
    TD_TRY(const auto found, need<Council>(reader, council));
    const auto members = repo::members(reader, council);
    if (std::ranges::find(members, person, [](const auto& row) { return row.data.person; }) == members.end())
        return fail({{"person", "meeting.not-a-member", {}}});
    return PeopleLookup(reader, found.data.year).view(SubjectRef::of(person)).name;
}

std::vector<FieldIssue> noteIssues(const CouncilNote& note, Date today)
{
    std::vector<FieldIssue> issues;
    require(issues, note.note, "note", "council-note.missing");
    if (note.on > today)
        issues.push_back({"on", "objection.future", {note.on.vn(), today.vn()}});
    if (note.collective && note.campaign)
        issues.push_back({"about", "charge.one", {}});
    return issues;
}

}

Result<CouncilFollowing> CouncilFollowingService::following(CouncilId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<CouncilFollowing> {
        TD_TRY(const auto council, need<Council>(reader, id));
        const PeopleLookup people(reader, council.data.year);
        const auto named = [&people](PersonId person) { return people.view(SubjectRef::of(person)).named(); };
        CouncilFollowing all;
        for (const auto& row : repo::charges(reader, id))
            all.charges.push_back({row.data, named(row.data.person), chargeWords(reader, row.data.collective, row.data.campaign)});
        for (const auto& row : repo::councilNotes(reader, id))
            all.notes.push_back({row.id, row.version, row.data, named(row.data.person), chargeWords(reader, row.data.collective, row.data.campaign)});
        return all;
    });
}

Result<std::vector<ChargeChoice>> CouncilFollowingService::choices(CouncilId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<ChargeChoice>> {
        TD_TRY(const auto council, need<Council>(reader, id));
        std::vector<ChargeChoice> all;
        for (const auto& view : PeopleLookup(reader, council.data.year).collectives())
            all.push_back({{id, PersonId(0), view.subject.collective, std::nullopt}, view.name});
        for (const auto& campaign : repo::campaigns(reader))
            if (campaign.data.year == council.data.year)
                all.push_back({{id, PersonId(0), std::nullopt, campaign.id}, campaign.data.name});
        return all;
    });
}

Written<Done> CouncilFollowingService::setCharges(CouncilId id, PersonId member, const std::vector<CouncilCharge>& given)
{
    return writeTo<Done>(m_file, Op::SetCharges, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto name, needSeat(tx, id, member));
        std::set<CouncilCharge> wanted;
        for (auto charge : given) {
            charge.council = id;
            charge.person = member;
            if (charge.collective.has_value() == charge.campaign.has_value())
                return fail({{"charges", "charge.one", {}}});
            if (charge.collective)
                TD_CHECK(need<Collective>(tx, *charge.collective));
            if (charge.campaign)
                TD_CHECK(need<Campaign>(tx, *charge.campaign));
            wanted.insert(charge);
        }
        for (const auto& row : repo::charges(tx, id))
            if (row.data.person == member && wanted.erase(row.data) == 0)
                tx.remove<CouncilCharge>(row.id);
        for (const auto& charge : wanted)
            tx.insert(charge);
        tx.setLabel({name});
        return Done{};
    });
}

Written<CouncilNoteId> CouncilFollowingService::addNote(const CouncilNote& note)
{
    return writeTo<CouncilNoteId>(m_file, Op::AddCouncilNote, [&](Tx& tx) -> Result<CouncilNoteId> {
        TD_TRY(const auto name, needSeat(tx, note.council, note.person));
        if (auto issues = noteIssues(note, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({name});
        return tx.insert(note);
    });
}

Written<Done> CouncilFollowingService::editNote(CouncilNoteId id, const CouncilNote& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditCouncilNote, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<CouncilNote>(tx, id));
        auto note = given;
        note.council = before.data.council;
        TD_TRY(const auto name, needSeat(tx, note.council, note.person));
        if (auto issues = noteIssues(note, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({name});
        tx.update(id, note, version);
        return Done{};
    });
}

Written<Done> CouncilFollowingService::removeNote(CouncilNoteId id)
{
    return writeTo<Done>(m_file, Op::RemoveCouncilNote, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto note, need<CouncilNote>(tx, id));
        TD_TRY(const auto council, need<Council>(tx, note.data.council));
        tx.setLabel({PeopleLookup(tx, council.data.year).view(SubjectRef::of(note.data.person)).name});
        tx.remove<CouncilNote>(id);
        return Done{};
    });
}

}

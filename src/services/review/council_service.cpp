// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/review/council_service.h"

#include "base/vietnamese.h"
#include "domain/council_charge.h"
#include "domain/decision.h"
#include "domain/people.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "rules/council_law.h"
#include "rules/council_seats.h"
#include "services/core/steps.h"
#include "services/papers/founding_draft.h"
#include "services/papers/paper_drafting.h"
#include "services/papers/paper_findings.h"
#include "services/papers/paper_issuing.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "services/review/council_founding.h"
#include "services/review/council_rows.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

MemberRow memberRow(const PeopleLookup& people, const Stored<CouncilMember>& member)
{
    const auto view = people.view(SubjectRef::of(member.data.person));
    return {member.id, member.data, view.named(), view.salutation, view.name};
}

CouncilRow councilRow(Reader& reader, const Stored<Council>& council)
{
    CouncilRow row{council.id, council.version, council.data, {}, {}};
    const PeopleLookup people(reader, council.data.year);
    for (const auto& member : repo::members(reader, council.id))
        row.members.push_back(memberRow(people, member));
    const auto decision = council.data.decision ? reader.find<Decision>(*council.data.decision) : std::nullopt;
    if (decision && decision->data.number.issuedOn)
        row.decisionText = decision->data.number.text() + ", " + decision->data.number.issuedOn->vn();
    return row;
}

namespace {

Result<Stored<Council>> needDraftCouncil(Reader& reader, CouncilId id)
{
    TD_TRY(auto council, need<Council>(reader, id));
    TD_CHECK(checkStep(council.data.state, CouncilEvent::Edit, council.data.name));
    return council;
}

/// Members are rewritten whole: their order is their rank, and a person may stand only once.
void writeMembers(Tx& tx, CouncilId id, const std::vector<CouncilMember>& members)
{
    for (const auto& member : repo::members(tx, id))
        tx.remove<CouncilMember>(member.id);
    int seq = 0;
    for (auto member : members) {
        member.council = id;
        member.seq = ++seq;
        tx.insert(member);
    }
}

std::vector<FieldIssue> draftIssues(const CouncilDraft& draft)
{
    std::vector<FieldIssue> issues;
    require(issues, draft.council.name, "name", "council.name-missing");
    std::set<PersonId> people;
    for (const auto& member : draft.members)
        if (!people.insert(member.person).second)
            issues.push_back({"members", "council.member-twice", {}});
    return issues;
}

std::string councilName(CouncilKind kind, const School& school)
{
    return (kind == CouncilKind::Emulation ? "Hội đồng Thi đua - Khen thưởng " : "Hội đồng sáng kiến ") + school.name;
}

bool holds(const std::string& text, const std::vector<std::string>& words)
{
    return std::ranges::any_of(words, [&text](const auto& word) { return text.find(word) != std::string::npos; });
}

/// The council of that kind a year earlier; the newest where there were several.
std::vector<CouncilMember> lastYears(Reader& reader, SchoolYearId year, CouncilKind kind)
{
    std::vector<CouncilMember> members;
    const auto row = reader.find<SchoolYearRow>(year);
    const auto before = row ? repo::yearOf(reader, row->data.year.previous()) : std::nullopt;
    if (!before)
        return members;
    for (const auto& council : repo::councils(reader, before->id)) {
        if (council.data.kind != kind)
            continue;
        members.clear();
        for (const auto& member : repo::members(reader, council.id))
            members.push_back(member.data);
    }
    return members;
}

/// Fills the charter's seats one by one.
class Seating {
public:
    /// The charter's duties are those of the council of emulation; another kind says its own.
    Seating(std::vector<SubjectView> staff, std::optional<PersonId> head, std::vector<CouncilMember> before, const Serving& serving, bool withDuties)
        : m_staff(std::move(staff)), m_head(head), m_before(std::move(before)), m_withDuties(withDuties)
    {
        std::erase_if(m_before, [&serving](const auto& member) { return !serving.on(member.person); });
    }

    void fill(const rules::SeatOn& seat)
    {
        auto people = byPost(seat);
        if (people.empty())
            if (const auto* member = byLastYear(seat))
                for (const auto& view : m_staff)
                    if (view.subject.person == member->person)
                        people.push_back(&view);
        if (!seat.all && people.size() > 1)
            people.resize(1);
        for (const auto* view : people)
            add(*view, seat);
        if (people.empty())
            m_open.push_back({CouncilId(0), 0, PersonId(0), roleOf(seat), m_withDuties ? seat.duty : std::string(), seat.name});
    }

    std::vector<CouncilMember> members() const { return m_members; }
    std::vector<CouncilMember> open() const { return m_open; }

private:
    static CouncilRole roleOf(const rules::SeatOn& seat) { return fromCode<CouncilRole>(seat.role).value_or(CouncilRole::Member); }

    bool fits(const SubjectView& view, const rules::SeatOn& seat) const
    {
        const auto post = lower(view.post);
        if (holds(post, seat.without) || holds(lower(view.unit), seat.without))
            return false;
        const auto wanted = seat.position.empty() ? std::nullopt : fromCode<Position>(seat.position);
        if (wanted == Position::Principal && m_head)
            return view.subject.person == m_head;
        const bool leads = wanted == Position::TeamLeader && post.find("tổ trưởng") != std::string::npos;
        return (wanted && (view.position == wanted || leads)) || holds(post, seat.words);
    }

    std::vector<const SubjectView*> byPost(const rules::SeatOn& seat) const
    {
        std::vector<const SubjectView*> people;
        for (const auto& view : m_staff)
            if (fits(view, seat))
                people.push_back(&view);
        return people;
    }

    /// Who held it a year ago: by what the decision said of them, for the secretary by the role.
    const CouncilMember* byLastYear(const rules::SeatOn& seat) const
    {
        const auto found = std::ranges::find_if(m_before, [&seat](const CouncilMember& member) {
            return (roleOf(seat) == CouncilRole::Secretary && member.role == CouncilRole::Secretary) || holds(lower(member.title + " " + member.duty), seat.words);
        });
        return found == m_before.end() ? nullptr : &*found;
    }

    /// Nobody sits twice: who is there already takes the further duty.
    void add(const SubjectView& view, const rules::SeatOn& seat)
    {
        const auto there = std::ranges::find(m_members, *view.subject.person, &CouncilMember::person);
        if (there == m_members.end()) {
            const bool leads = seat.all && seat.position == toCode(Position::TeamLeader);
            const auto duty = leads ? "Theo dõi phong trào " + view.unit : seat.duty;
            m_members.push_back({CouncilId(0), 0, *view.subject.person, roleOf(seat), m_withDuties ? duty : std::string(), PeopleLookup::postAndUnit(view)});
            return;
        }
        const bool asksMore = seat.position.empty() && roleOf(seat) == CouncilRole::Member;
        if (m_withDuties && asksMore && there->duty.find(seat.name) == std::string::npos && there->duty.find(seat.duty) == std::string::npos)
            there->duty += "; " + seat.duty;
    }

    std::vector<SubjectView> m_staff;
    std::optional<PersonId> m_head;
    std::vector<CouncilMember> m_before;
    bool m_withDuties;
    std::vector<CouncilMember> m_members;
    std::vector<CouncilMember> m_open;
};

/// For an initiative council no charter names members: head, deputies, who keeps the papers, heads of teams.
std::vector<rules::SeatOn> usualSeats(std::vector<rules::SeatOn> seats)
{
    std::erase_if(seats, [](const rules::SeatOn& seat) { return seat.position.empty() && seat.role == toCode(CouncilRole::Member); });
    return seats;
}

}

Result<std::vector<CouncilRow>> CouncilService::councils(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<CouncilRow>> {
        std::vector<CouncilRow> rows;
        for (const auto& council : repo::councils(reader, year))
            rows.push_back(councilRow(reader, council));
        return rows;
    });
}

Result<CouncilDraft> CouncilService::proposedCouncil(SchoolYearId year, CouncilKind kind)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<CouncilDraft> {
        TD_TRY(const auto school, needSchool(reader));
        const Date today = m_file.clock().today();
        auto seats = rules::councilSeatsOn(m_file.rules(), today);
        if (kind != CouncilKind::Emulation)
            seats = usualSeats(std::move(seats));
        CouncilDraft draft;
        draft.council.kind = kind;
        draft.council.year = year;
        draft.council.name = councilName(kind, school.data);
        const Serving serving(reader, today);
        auto head = school.data.head;
        if (head && !serving.on(*head)) // then whoever has the post by now
            head.reset();
        Seating seating(PeopleLookup(reader, year).staff(today), head, lastYears(reader, year, kind), serving, kind == CouncilKind::Emulation);
        for (const auto& seat : seats)
            seating.fill(seat);
        draft.members = seating.members();
        draft.open = seating.open();
        std::ranges::stable_sort(draft.members, {}, &CouncilMember::role);
        return draft;
    });
}

Result<CouncilDraft> CouncilService::lastYearsCouncil(SchoolYearId year, CouncilKind kind)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<CouncilDraft> {
        TD_TRY(const auto school, needSchool(reader));
        const Date today = m_file.clock().today();
        const PeopleLookup lookup(reader, year);
        const Serving serving(reader, today);
        CouncilDraft draft;
        draft.council.kind = kind;
        draft.council.year = year;
        draft.council.name = councilName(kind, school.data);
        for (auto member : lastYears(reader, year, kind)) {
            if (!serving.on(member.person)) {
                draft.open.push_back({CouncilId(0), 0, PersonId(0), member.role, member.duty, {}});
                continue;
            }
            const auto view = lookup.view(SubjectRef::of(member.person));
            if (!view.post.empty())
                member.title = PeopleLookup::postAndUnit(view);
            draft.members.push_back(std::move(member));
        }
        if (draft.members.empty())
            return fail(ErrorCode::NotFound, "council.none-last-year", {});
        return draft;
    });
}

Written<CouncilId> CouncilService::draftCouncil(const CouncilDraft& draft)
{
    return writeTo<CouncilId>(m_file, Op::DraftCouncil, [&](Tx& tx) -> Result<CouncilId> {
        if (auto issues = draftIssues(draft); !issues.empty())
            return fail(std::move(issues));
        auto council = draft.council;
        council.state = CouncilState::Draft;
        council.decision.reset();
        tx.setLabel({council.name});
        const auto id = tx.insert(council);
        writeMembers(tx, id, draft.members);
        return id;
    });
}

Written<Done> CouncilService::editCouncil(CouncilId id, const CouncilDraft& draft, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditCouncil, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, needDraftCouncil(tx, id));
        if (auto issues = draftIssues(draft); !issues.empty())
            return fail(std::move(issues));
        auto council = before.data;
        council.name = normalised(draft.council.name);
        council.workingRules = draft.council.workingRules;
        tx.setLabel({council.name});
        tx.update(id, council, version);
        std::vector<CouncilMember> existing;
        for (const auto& member : repo::members(tx, id))
            existing.push_back(member.data);
        auto wanted = draft.members;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            wanted[i].council = id;
            wanted[i].seq = static_cast<int>(i) + 1;
        }
        if (existing != wanted)
            writeMembers(tx, id, wanted);
        // Who sits there no more follows nothing for it.
        for (const auto& charge : repo::charges(tx, id))
            if (std::ranges::find(wanted, charge.data.person, &CouncilMember::person) == wanted.end())
                tx.remove<CouncilCharge>(charge.id);
        return Done{};
    });
}

Written<Done> CouncilService::removeCouncil(CouncilId id)
{
    return writeTo<Done>(m_file, Op::RemoveCouncil, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto council, needDraftCouncil(tx, id));
        tx.setLabel({council.data.name});
        writeMembers(tx, id, {});
        for (const auto& charge : repo::charges(tx, id))
            tx.remove<CouncilCharge>(charge.id);
        for (const auto& note : repo::councilNotes(tx, id))
            tx.remove<CouncilNote>(note.id);
        tx.remove<Council>(id);
        return Done{};
    });
}

MemberLaw CouncilService::memberLaw(CouncilKind kind, Date on) const
{
    if (kind != CouncilKind::Emulation)
        return {};
    const auto law = rules::councilLawOn(m_file.rules(), on);
    return {law.oddNumber.full, law.headChairs.brief};
}

Written<DecisionId> CouncilService::establish(CouncilId id, const IssuePaper& paper, const std::vector<PaperBasis>& bases)
{
    return writeTo<DecisionId>(m_file, Op::EstablishCouncil, [&](Tx& tx) -> Result<DecisionId> {
        TD_TRY(auto council, needDraftCouncil(tx, id));
        TD_TRY(const auto school, needSchool(tx));
        TD_TRY(const auto year, need<SchoolYearRow>(tx, council.data.year));
        std::vector<CouncilMember> members;
        for (const auto& member : repo::members(tx, id))
            members.push_back(member.data);
        if (auto issues = validateMembers(members, school.data.head, memberLaw(council.data.kind, paper.issuedOn.value_or(m_file.clock().today()))); !issues.empty())
            return fail(std::move(issues));
        const Serving serving(tx, paper.issuedOn.value_or(m_file.clock().today()));
        for (const auto& member : members)
            if (const auto left = serving.leftOn(member.person))
                return fail(ErrorCode::WrongState, "council.member-left", {need<Person>(tx, member.person)->data.fullName, left->vn()});
        const auto followed = basesFollowed(m_file, foundingCode(council.data.kind), bases, paper.issuedOn.value_or(m_file.clock().today()));
        const auto before = councilBefore(tx, council.data, council.id);
        // What those who stay followed they go on following.
        if (before && repo::charges(tx, id).empty())
            for (const auto& charge : repo::charges(tx, before->id))
                if (std::ranges::find(members, charge.data.person, &CouncilMember::person) != members.end())
                    tx.insert(CouncilCharge{id, charge.data.person, charge.data.collective, charge.data.campaign});
        Stored<Decision> decision{DecisionId(0), 0, foundingDecision(council.data, school.data, year.data, followed, before.has_value())};
        decision.data.council = council.id;
        decision.id = tx.insert(decision.data);
        for (auto& line : foundingLines(tx, members)) {
            line.decision = decision.id;
            tx.insert(line);
        }
        TD_CHECK(issuePaper(m_file, tx, decision, DecisionState::Issued, paper));
        council.data.state = CouncilState::Established;
        council.data.decision = decision.id;
        tx.update(id, council.data);
        tx.setLabel({council.data.name});
        return decision.id;
    });
}

std::optional<Stored<Council>> councilBefore(Reader& reader, const Council& council, const std::optional<CouncilId>& self)
{
    std::optional<Stored<Council>> before;
    for (auto& row : repo::councils(reader, council.year))
        if (row.data.kind == council.kind && row.data.state == CouncilState::Established && (!self || row.id < *self))
            before = std::move(row);
    return before;
}

Decision foundingDecision(const Council& council, const School& school, const SchoolYearRow& year, const std::vector<PaperBasis>& bases, bool renews)
{
    Decision decision;
    decision.kind = DecisionKind::EstablishCouncil;
    decision.year = council.year;
    decision.title = (renews ? "Về việc kiện toàn " : "Về việc thành lập ") + council.name + " năm học " + year.year.paper();
    decision.issuer = "Hiệu trưởng " + school.name;
    decision.bases = bases;
    decision.recipients = decisionRecipients(school);
    return decision;
}

std::vector<DecisionLine> foundingLines(Reader& reader, const std::vector<CouncilMember>& members)
{
    std::vector<DecisionLine> lines;
    for (const auto& member : members) {
        DecisionLine line;
        line.seq = static_cast<int>(lines.size()) + 1;
        line.subject = SubjectRef::of(member.person);
        const auto person = reader.find<Person>(member.person);
        line.name = person ? person->data.fullName : std::string();
        line.post = member.title;
        line.text = text::label("council-role", toCode(member.role)) + (member.duty.empty() ? "" : "; " + member.duty);
        lines.push_back(std::move(line));
    }
    return lines;
}

}

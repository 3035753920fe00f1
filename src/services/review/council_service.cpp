// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/review/council_service.h"

#include "domain/decision.h"
#include "domain/people.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "rules/council_law.h"
#include "services/core/steps.h"
#include "services/papers/paper_drafting.h"
#include "services/papers/paper_issuing.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
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

std::string capitalHead(const School& school)
{
    return "Hiệu trưởng " + school.name;
}

/// The decision that founds a council, not yet issued.
Decision foundingDecision(const Stored<Council>& council, const School& school, const SchoolYearRow& year, const std::vector<PaperBasis>& bases)
{
    Decision decision;
    decision.kind = DecisionKind::EstablishCouncil;
    decision.year = council.data.year;
    decision.title = "Về việc thành lập " + council.data.name + " năm học " + year.year.paper();
    decision.issuer = capitalHead(school);
    decision.bases = bases;
    decision.recipients = decisionRecipients(school);
    decision.council = council.id;
    return decision;
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
        CouncilDraft draft;
        draft.council.kind = kind;
        draft.council.year = year;
        draft.council.name = councilName(kind, school.data);
        const PeopleLookup lookup(reader, year);
        const auto add = [&](const SubjectView& view, CouncilRole role, const std::string& duty) {
            draft.members.push_back({CouncilId(0), 0, *view.subject.person, role, duty, PeopleLookup::postAndUnit(view)});
        };
        std::vector<SubjectView> deputies, leaders, others;
        for (const auto& view : lookup.staff(m_file.clock().today())) {
            if (school.data.head == view.subject.person)
                add(view, CouncilRole::Chair, "Phụ trách chung");
            else if (view.position == Position::DeputyPrincipal)
                deputies.push_back(view);
            else if (view.position == Position::TeamLeader || lower(view.post).find("tổ trưởng") != std::string::npos)
                leaders.push_back(view);
            else
                others.push_back(view);
        }
        for (const auto& view : deputies)
            add(view, CouncilRole::ViceChair, "Giúp Chủ tịch theo dõi các phong trào");
        // The secretary is most often the one who keeps the papers.
        const auto clerk = std::ranges::find_if(others, [](const auto& view) { return lower(view.post).find("văn thư") != std::string::npos; });
        if (clerk != others.end())
            add(*clerk, CouncilRole::Secretary, "Ghi biên bản, lập hồ sơ");
        for (const auto& view : leaders)
            add(view, CouncilRole::Member, "Theo dõi " + view.unit);
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
        return Done{};
    });
}

Written<Done> CouncilService::removeCouncil(CouncilId id)
{
    return writeTo<Done>(m_file, Op::RemoveCouncil, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto council, needDraftCouncil(tx, id));
        tx.setLabel({council.data.name});
        writeMembers(tx, id, {});
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
        Stored<Decision> decision{DecisionId(0), 0, foundingDecision(council, school.data, year.data, bases)};
        decision.id = tx.insert(decision.data);
        for (const auto& member : members) {
            DecisionLine line;
            line.decision = decision.id;
            line.seq = member.seq;
            line.subject = SubjectRef::of(member.person);
            const auto person = tx.find<Person>(member.person);
            line.name = person ? person->data.fullName : std::string();
            line.post = member.title;
            line.text = text::label("council-role", toCode(member.role)) + (member.duty.empty() ? "" : "; " + member.duty);
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

}

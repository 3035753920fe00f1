// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks about who has left: the names that papers carry, the council's members; and whom a limit is about.
#include "domain/registration.h"
#include "domain/page_ids.h"
#include "domain/school.h"
#include "services/award/overview_task_words.h"
#include "services/core/internal.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"

namespace thidua::services {

using namespace domain;

/// Who is nominated or registered for that honour, as the page that is opened has them.
std::vector<SubjectRef> TaskFinder::standingFor(Reader& reader, const std::string& honour) const
{
    std::vector<SubjectRef> who;
    if (m_nominated)
        for (const auto& row : m_nominations)
            if (row.data.honour == honour && row.data.state != NominationState::Withdrawn && !turnedDown(row.data))
                who.push_back(row.data.subject);
    if (m_nominated)
        return who;
    for (const auto& row : repo::registeredHonours(reader, m_year))
        if (const auto registration = row.data.honour == honour ? reader.find<Registration>(row.data.registration) : std::nullopt)
            who.push_back(registration->data.subject);
    return who;
}

/// Papers go on carrying the name of whoever the settings call head or signer.
Result<void> TaskFinder::signers()
{
    return readFrom(m_file, [&](Reader& reader) -> Result<void> {
        TD_TRY(const auto school, needSchool(reader));
        const Serving serving(reader, m_overview.today);
        const auto ask = [&](const std::optional<PersonId>& id, const char* title) {
            const auto left = id ? serving.leftOn(*id) : std::nullopt;
            if (left)
                add(Signing, {TaskTone::Bad, "person", title, PeopleLookup(reader, m_year).view(SubjectRef::of(*id)).name + " " + leftText(*left) + "; văn bản vẫn in tên này",
                              "trước văn bản kế tiếp", "Mở Thiết lập", pages::kSettings});
        };
        ask(school.data.head, "Hiệu trưởng ở Thiết lập đã chuyển đi");
        if (school.data.signing != SigningAuthority::Head)
            ask(school.data.signer, "Người ký văn bản đã chuyển đi");
        return {};
    });
}

/// A council whose members have left counts them among all members, and is short of their votes.
void TaskFinder::membersGone(const std::vector<CouncilRow>& councils)
{
    const CouncilRow* inForce = nullptr;
    for (const auto& row : councils)
        if (row.council.kind == CouncilKind::Emulation && row.council.state == CouncilState::Established)
            inForce = &row;
    if (inForce == nullptr || m_overview.today > m_overview.year.data.lastDay)
        return;
    const auto gone = readFrom(m_file, [&](Reader& reader) -> Result<Named> {
        const Serving serving(reader, m_overview.today);
        Named named;
        for (const auto& row : inForce->members)
            if (!serving.on(row.member.person))
                named.add(SubjectRef::of(row.member.person), row.name);
        return named;
    });
    if (gone && !gone->empty())
        add(Councils, {TaskTone::Warn, "council", counted(gone->size(), "thành viên Hội đồng đã chuyển đi"), namesOf(gone->names), "trước khi họp", "Kiện toàn Hội đồng",
                       pages::kCouncil, 0, {}, "council.renew"});
}

}

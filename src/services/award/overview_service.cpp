// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/overview_service.h"

#include "domain/page_ids.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "services/award/overview_task_words.h"
#include "services/core/internal.h"
#include "services/follow/quota_board.h"
#include "services/foresight/foresight_service.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "services/prepare/campaign_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "storage/repo/fact_repo.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;

namespace {


/// The year strip: campaigns, observances, deadlines, meetings.
struct Strip {
    SchoolFile& file;
    SchoolYearId year;
    Overview& overview;

    Result<void> fill()
    {
        TD_TRY(const auto campaigns, CampaignService(file).campaigns(year));
        const auto& yearRow = overview.year.data;
        std::set<std::string> shown;
        for (const auto& campaign : campaigns) {
            if (campaign.campaign.kind == CampaignKind::Round)
                overview.bands.push_back({campaign.campaign.name, campaign.campaign.from, campaign.campaign.to, false, {{EntityKind::Campaign, campaign.id.value()}}});
            for (const auto& observance : campaign.observances)
                addObservance(observance, shown);
        }
        if (yearRow.registrationDeadline) {
            overview.bands.push_back({"Đăng ký thi đua", yearRow.firstDay, *yearRow.registrationDeadline, true});
            overview.marks.push_back({shortDate(*yearRow.registrationDeadline) + " hạn đăng ký", *yearRow.registrationDeadline, true});
        }
        TD_TRY(const auto meetings, CouncilService(file).meetings(year));
        for (const auto& meeting : meetings)
            overview.marks.push_back({shortDate(meeting.data.heldOn) + " họp Hội đồng", meeting.data.heldOn, true, {{EntityKind::Meeting, meeting.id.value()}}});
        std::ranges::sort(overview.marks, {}, &TimelineMark::on);
        return {};
    }

    void addObservance(const Stored<Observance>& row, std::set<std::string>& shown)
    {
        const auto& observance = row.data;
        const auto& yearRow = overview.year.data;
        const auto on = dayWithin(observance.day, observance.month, yearRow.firstDay, yearRow.lastDay);
        const bool other = on && observance.kind == ObservanceKind::Once && observance.onlyYear != on->year();
        if (on && !other && shown.insert(observance.name + on->iso()).second)
            overview.marks.push_back({shortDate(*on) + " " + observance.name, *on, false, {{EntityKind::Observance, row.id.value()}}});
    }
};

}

std::vector<OverviewTask> inOrder(std::vector<OverviewTask> tasks, const std::vector<OverviewTask>& more)
{
    tasks.insert(tasks.end(), more.begin(), more.end());
    std::ranges::stable_sort(tasks, {}, &OverviewTask::place);
    return tasks;
}

Result<Overview> OverviewService::overview(SchoolYearId year, Tasks tasks)
{
    TD_TRY(auto row, readFrom(m_file, [&](Reader& reader) { return need<SchoolYearRow>(reader, year); }));
    Overview made{m_file.clock().today(), std::move(row), {}, {}, {}, {}, {}, false, false};
    TD_TRY(made.staffed, readFrom(m_file, [&](Reader& reader) -> Result<bool> { return repo::posts(reader, year).size() > 1; }));
    if (made.year.data.state == YearState::Open) {
        TD_TRY(made.more, ForesightService(m_file).mayStillChange(year));
        TD_CHECK(TaskFinder(m_file, year, made).ofRows());
        made.tasks = inOrder(std::move(made.tasks), {});
    } else {
        TD_TRY(made.quotas, readFrom(m_file, [&](Reader& reader) -> Result<std::vector<QuotaLine>> {
                   return nominationQuotas(reader, m_file.rules(), year);
               }));
    }
    TD_TRY(made.targets, PlanService(m_file).targets(year));
    TD_CHECK((Strip{m_file, year, made}.fill()));
    TD_TRY(const auto calendar, schoolCalendar(m_file, year));
    made.soon = dueSoon(calendar, made.today);
    if (tasks == Tasks::All && made.more) {
        TD_TRY(const auto judged, judgedTasks(year));
        made.tasks = inOrder(std::move(made.tasks), judged);
        made.more = false;
    }
    return made;
}

Result<std::vector<OverviewTask>> OverviewService::judgedTasks(SchoolYearId year, Progress* progress)
{
    TD_TRY(auto row, readFrom(m_file, [&](Reader& reader) { return need<SchoolYearRow>(reader, year); }));
    Overview made{m_file.clock().today(), std::move(row), {}, {}, {}, {}, {}, false, false};
    if (made.year.data.state == YearState::Open)
        TD_CHECK(TaskFinder(m_file, year, made).judged(progress));
    if (progress != nullptr && progress->stopped())
        made.tasks.clear();
    return std::move(made.tasks);
}

// Tasks about who has left, and whom a limit is about.

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

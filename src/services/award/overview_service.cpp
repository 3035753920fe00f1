// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/overview_service.h"

#include "domain/page_ids.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "services/award/overview_task_words.h"
#include "services/core/internal.h"
#include "services/follow/contest_service.h"
#include "services/follow/quota_board.h"
#include "services/foresight/foresight_service.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "services/people/subject_name.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_work.h"
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

// What the year's plans, campaigns and contests ask for now: tasks of the week, difficulties without an answer, reports owed to those
// above, results of contests (seed 000 “báo cáo về Hội đồng để được hướng dẫn”, “kiểm tra, đánh giá kết quả thực hiện các phong trào”).

namespace {

constexpr int kWeek = 7;            ///< a task of a plan is spoken of so long before its day
constexpr int kReportDays = 14;     ///< a report takes longer to write
constexpr std::size_t kLongest = 90;

/// The beginning of a long text, to its last whole word.
std::string begun(const std::string& text)
{
    if (text.size() <= kLongest)
        return text;
    const auto end = text.rfind(' ', kLongest);
    return text.substr(0, end == std::string::npos ? kLongest : end) + "…";
}

std::string daysOf(const PlanTask& task)
{
    return task.deadline ? shortDate(*task.deadline) : std::string();
}

}

Result<void> TaskFinder::duties()
{
    return readFrom(m_file, [&](Reader& reader) -> Result<void> {
        TD_TRY(const auto plans, PlanService(m_file).plans(m_year));
        for (const auto& plan : plans) {
            if (plan.data.state != PlanState::Issued)
                continue;
            planTasks(reader, plan);
            for (const auto& row : repo::planDifficulties(reader, plan.id))
                if (!row.data.answeredOn)
                    add(Duties, {TaskTone::Warn, "question", "Vướng mắc của " + subjectName(reader, SubjectRef::of(row.data.team)) + " chưa trả lời", begun(row.data.text),
                                 "nêu ngày " + shortDate(row.data.raisedOn), "Trả lời", pages::kPlans, 0, {}, {}, OverviewTask::Record{EntityKind::PlanDifficulty, row.id.value()}});
        }
        TD_CHECK(reports());
        return contests();
    });
}

/// Those of a plan that are late, and those of the next seven days, with whose they are: one opens its form, several the plan.
void TaskFinder::planTasks(Reader& reader, const Stored<Plan>& plan)
{
    std::vector<Stored<PlanTask>> late, soon;
    for (auto& task : repo::planTasks(reader, plan.id)) {
        const bool open = task.data.state == TaskState::Open || task.data.state == TaskState::Doing;
        if (!open || !task.data.deadline)
            continue;
        if (isLate(task.data, m_overview.today))
            late.push_back(std::move(task));
        else if (*task.data.deadline <= m_overview.today.plusDays(kWeek))
            soon.push_back(std::move(task));
    }
    const auto say = [&](std::vector<Stored<PlanTask>>& tasks, TaskTone tone, const char* what, const char* due) {
        if (tasks.empty())
            return;
        std::ranges::stable_sort(tasks, {}, [](const auto& task) { return *task.data.deadline; });
        std::vector<std::string> lines;
        for (const auto& task : tasks) {
            const auto who = subjectName(reader, task.data.subject);
            lines.push_back(begun(task.data.text) + " (" + (who.empty() ? std::string("chưa giao ai") : who) + ", " + daysOf(task.data) + ")");
        }
        const bool one = tasks.size() == 1;
        const auto record = one ? OverviewTask::Record{EntityKind::PlanTask, tasks.front().id.value()} : OverviewTask::Record{EntityKind::Plan, plan.id.value()};
        add(Duties, {tone, "clock", counted(tasks.size(), what), namesOf(lines, "nhiệm vụ"), due + daysOf(tasks.front().data), one ? "Ghi tiến độ" : "Mở nhiệm vụ", pages::kPlans, 0, {}, {}, record});
    };
    say(late, TaskTone::Warn, "nhiệm vụ của kế hoạch quá hạn", "quá hạn ");
    say(soon, TaskTone::Info, "nhiệm vụ của kế hoạch đến hạn trong tuần", "trước ");
}

Result<void> TaskFinder::reports()
{
    TD_TRY(const auto campaigns, CampaignService(m_file).campaigns(m_year));
    for (const auto& row : campaigns) {
        if (row.campaign.state == CampaignState::Revoked || row.campaign.state == CampaignState::Replaced)
            continue;
        for (const auto& one : row.reports) {
            const auto& report = one.data;
            if (report.sentOn || (report.dueOn && *report.dueOn > m_overview.today.plusDays(kReportDays)))
                continue;
            const bool late = report.dueOn && *report.dueOn < m_overview.today;
            const auto due = !report.dueOn ? std::string("không có hạn") : (late ? "quá hạn " : "trước ") + shortDate(*report.dueOn);
            add(Duties, {late ? TaskTone::Bad : TaskTone::Warn, "report", report.name + (late ? " quá hạn, chưa gửi" : " phải gửi") + (report.sentTo.empty() ? "" : " " + report.sentTo),
                         row.campaign.name, due, "Ghi báo cáo", pages::kCampaigns, 0, {}, "campaigns.reports", OverviewTask::Record{EntityKind::Campaign, row.id.value()}});
        }
    }
    return {};
}

/// What has been judged has results, and the register says what they say.
Result<void> TaskFinder::contests()
{
    TD_TRY(const auto contests, ContestService(m_file).contests(m_year));
    for (const auto& row : contests) {
        const auto say = [&](std::string detail, std::string due, const char* action, const char* command) {
            add(Duties, {TaskTone::Warn, "certificate", row.contest.name, std::move(detail), std::move(due), action, pages::kContests, 0, {}, command,
                         OverviewTask::Record{EntityKind::Contest, row.id.value()}});
        };
        const auto judged = "chấm ngày " + shortDate(row.contest.judgedOn);
        if (row.stale)
            say("Kết quả đã sửa, sổ hoạt động chưa theo", judged, "Ghi kết quả", "contests.confirm");
        else if (row.contest.state == ContestState::Open && !row.entries.empty() && row.contest.judgedOn <= m_overview.today)
            row.missingMarks() > 0 || row.judges.empty() ? say("Chưa chấm đủ", judged, "Chấm điểm", "contests.marks")
            : row.prizesGiven() == 0                     ? say("Đã chấm, chưa xếp giải", judged, "Xếp giải", "contests.prizes")
                                                         : say("Đã xếp giải, chưa ghi vào sổ hoạt động", judged, "Ghi kết quả", "contests.confirm");
    }
    return {};
}

}

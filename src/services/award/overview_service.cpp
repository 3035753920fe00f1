// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/overview_service.h"

#include "services/award/overview_tasks.h"
#include "services/core/internal.h"
#include "services/follow/quota_board.h"
#include "services/foresight/foresight_service.h"
#include "services/prepare/campaign_service.h"
#include "services/review/council_service.h"
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
                overview.bands.push_back({campaign.campaign.name, campaign.campaign.from, campaign.campaign.to, false});
            for (const auto& observance : campaign.observances)
                addObservance(observance.data, shown);
        }
        if (yearRow.registrationDeadline) {
            overview.bands.push_back({"Đăng ký thi đua", yearRow.firstDay, *yearRow.registrationDeadline, true});
            overview.marks.push_back({shortDate(*yearRow.registrationDeadline) + " hạn đăng ký", *yearRow.registrationDeadline, true});
        }
        TD_TRY(const auto meetings, CouncilService(file).meetings(year));
        for (const auto& meeting : meetings)
            overview.marks.push_back({shortDate(meeting.data.heldOn) + " họp Hội đồng", meeting.data.heldOn, true});
        std::ranges::sort(overview.marks, {}, &TimelineMark::on);
        return {};
    }

    void addObservance(const Observance& observance, std::set<std::string>& shown)
    {
        const auto& yearRow = overview.year.data;
        for (const int calendarYear : {yearRow.year.startYear(), yearRow.year.startYear() + 1}) {
            if (observance.kind == ObservanceKind::Once && observance.onlyYear != calendarYear)
                continue;
            const auto on = Date::parse(std::to_string(observance.day) + "/" + std::to_string(observance.month) + "/" + std::to_string(calendarYear));
            if (!on || *on < yearRow.firstDay || *on > yearRow.lastDay || !shown.insert(observance.name + on->iso()).second)
                continue;
            overview.marks.push_back({shortDate(*on) + " " + observance.name, *on, false});
        }
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

}

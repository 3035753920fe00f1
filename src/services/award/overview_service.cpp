// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/overview_service.h"

#include "rules/council_law.h"
#include "services/award/decision_service.h"
#include "services/core/internal.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/foresight/foresight_service.h"
#include "services/prepare/campaign_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

std::string shortDate(Date date)
{
    return date.vn().substr(0, 5);
}

std::string namesOf(const std::vector<std::string>& names)
{
    const std::size_t shown = std::min<std::size_t>(names.size(), 3);
    std::string text = join({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown)}, ", ");
    if (names.size() > shown)
        text += " và " + std::to_string(names.size() - shown) + " người nữa";
    return text;
}

/// Finds what wants doing, in the order of the school's year.
struct TaskFinder {
    SchoolFile& file;
    SchoolYearId year;
    Overview& overview;

    void add(TaskTone tone, const char* icon, std::string title, std::string detail, std::string due, const char* action, const char* page)
    {
        overview.tasks.push_back({tone, icon, std::move(title), std::move(detail), std::move(due), action, page});
    }

    std::string deadlineText() const
    {
        const auto& deadline = overview.year.data.registrationDeadline;
        if (!deadline)
            return "không có hạn";
        return (overview.today > *deadline ? "hạn đã qua " : "trước ") + shortDate(*deadline);
    }

    Result<void> registrations()
    {
        TD_TRY(const auto board, RegistrationService(file).board(year));
        overview.quotas = board.quotas;
        for (const auto& quota : board.quotas)
            if (!quota.within)
                add(TaskTone::Bad, "warning", quota.title + ": " + std::to_string(quota.count) + " / " + std::to_string(quota.allowed),
                    "Vượt " + std::to_string(quota.count - quota.allowed) + " (" + quota.basis + "); " + quota.citation, deadlineText(), "Xem ai vượt", "registrations");
        TD_TRY(const auto nominations, NominationService(file).board(year));
        if (!nominations.rows.empty())
            return {}; // Registering is over once the year is being reviewed.
        std::vector<std::string> wanting, absent;
        for (const auto& row : board.rows) {
            if (row.status == RegistrationStatus::Wanting)
                wanting.push_back(row.name);
            if (row.status == RegistrationStatus::None && row.subject.person)
                absent.push_back(row.name);
        }
        if (!wanting.empty())
            add(TaskTone::Warn, "question", std::to_string(wanting.size()) + " đăng ký còn thiếu thông tin", namesOf(wanting), deadlineText(), "Bổ sung", "registrations");
        if (!absent.empty() && board.people > 0)
            add(TaskTone::Warn, "clock", std::to_string(absent.size()) + " người chưa đăng ký", namesOf(absent), deadlineText(), "Mở danh sách", "registrations");
        return {};
    }

    Result<void> plansAndCampaigns()
    {
        TD_TRY(const auto plans, PlanService(file).plans(year));
        for (const auto& plan : plans)
            if (plan.data.state == PlanState::Draft)
                add(TaskTone::Info, "plan", "Kế hoạch “" + plan.data.title + "” chưa ban hành", "Dự thảo, chưa có số", "không có hạn", "Mở kế hoạch", "plans");
        return {};
    }

    std::string foundedYearly() const
    {
        const auto article = rules::councilLawOn(file.rules(), overview.today).foundedYearly.brief;
        return "Thành lập đầu mỗi năm học" + (article.empty() ? "" : " (" + article + ")");
    }

    Result<void> councilsAndMeetings()
    {
        TD_TRY(const auto councils, CouncilService(file).councils(year));
        const auto emulation = std::ranges::find(councils, CouncilKind::Emulation, [](const auto& row) { return row.council.kind; });
        if (emulation == councils.end())
            add(TaskTone::Info, "council", "Chưa lập Hội đồng thi đua – khen thưởng", foundedYearly(), "đầu năm học", "Lập Hội đồng", "council");
        else if (emulation->council.state == CouncilState::Draft)
            add(TaskTone::Info, "stamp", "Quyết định thành lập Hội đồng chờ Hiệu trưởng ký", std::to_string(emulation->members.size()) + " thành viên dự kiến", "không có hạn", "Mở dự thảo", "council");
        TD_TRY(const auto meetings, CouncilService(file).meetings(year));
        for (const auto& meeting : meetings)
            if (meeting.data.state == MeetingState::Draft)
                add(TaskTone::Warn, "council", meeting.data.title, "Phiên họp chưa chốt biên bản", "họp " + shortDate(meeting.data.heldOn), "Mở phiên họp", "council");
        return {};
    }

    Result<void> review()
    {
        TD_TRY(const auto board, NominationService(file).board(year));
        if (board.rows.empty())
            return {};
        std::vector<std::string> unknown;
        for (const auto& row : board.rows)
            if (row.nomination.state == NominationState::Proposed && row.verdict.verdict == rules::VerdictKind::Undetermined)
                unknown.push_back(row.nomination.name);
        if (!unknown.empty())
            add(TaskTone::Warn, "question", std::to_string(unknown.size()) + " đề nghị thiếu thông tin", namesOf(unknown), "trước khi họp", "Bổ sung", "nominations");
        TD_TRY(const auto decisions, DecisionService(file).decisions(year));
        for (const auto& decision : decisions)
            if (decision.decision.state == DecisionState::Draft)
                add(TaskTone::Info, "stamp", "Quyết định chờ ban hành", decision.decision.title, "không có hạn", "Mở dự thảo", "decisions");
        TD_TRY(const auto submissions, DecisionService(file).submissions(year));
        for (const auto& submission : submissions) {
            if (submission.submission.state == SubmissionState::Draft)
                add(TaskTone::Info, "send", "Tờ trình chờ ban hành", submission.submission.title, "không có hạn", "Mở tờ trình", "submissions");
            else if (submission.waiting > 0)
                add(TaskTone::Info, "clock", std::to_string(submission.waiting) + " đề nghị chờ kết quả của cấp trên", "Tờ trình " + submission.submission.number.text(), "không có hạn", "Ghi kết quả", "submissions");
        }
        return {};
    }

    /// While something can still be supplied: who is one thing away.
    Result<void> nearMisses()
    {
        TD_TRY(const auto board, ForesightService(file).board(year));
        if (board.near == 0 || board.reviewed || overview.today > board.reviewBy)
            return {};
        std::vector<std::string> names, honours;
        for (const auto& prospect : board.people) {
            if (prospect.chance != Chance::Near)
                continue;
            if (std::ranges::find(names, prospect.name) == names.end())
                names.push_back(prospect.name);
            if (std::ranges::find(honours, prospect.honourShort) == honours.end())
                honours.push_back(prospect.honourShort);
        }
        add(TaskTone::Warn, "eye", std::to_string(board.near) + " người chỉ còn thiếu một điều để đạt " + join(honours, ", "), namesOf(names),
            "trước " + shortDate(board.reviewBy), "Xem còn thiếu gì", "foresight");
        return {};
    }

    Result<void> timeline()
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

Result<Overview> OverviewService::overview(SchoolYearId year)
{
    TD_TRY(auto row, readFrom(m_file, [&](Reader& reader) { return need<SchoolYearRow>(reader, year); }));
    Overview made{m_file.clock().today(), std::move(row), {}, {}, {}, {}, {}};
    TaskFinder finder{m_file, year, made};
    if (made.year.data.state == YearState::Open) {
        TD_CHECK(finder.registrations());
        TD_CHECK(finder.plansAndCampaigns());
        TD_CHECK(finder.councilsAndMeetings());
        TD_CHECK(finder.review());
        TD_CHECK(finder.nearMisses());
    } else {
        TD_TRY(const auto board, NominationService(m_file).board(year));
        made.quotas = board.quotas;
    }
    TD_TRY(made.targets, PlanService(m_file).targets(year));
    TD_CHECK(finder.timeline());
    return made;
}

}

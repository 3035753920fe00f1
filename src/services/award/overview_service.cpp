// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/overview_service.h"

#include "domain/page_ids.h"
#include "domain/people.h"
#include "rules/council_law.h"
#include "services/award/decision_service.h"
#include "services/core/internal.h"
#include "services/follow/quota_board.h"
#include "services/follow/registration_service.h"
#include "services/foresight/foresight_service.h"
#include "services/law/honours.h"
#include "services/law/verdict_text.h"
#include "services/people/people_lookup.h"
#include "services/prepare/campaign_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"

#include <algorithm>
#include <set>

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

/// Where a task stands among the others.
enum Place { OverQuota, Wanting, Absent, Plans, Councils, Review, NearMisses };

/// Finds what wants doing, in the order of the school's year.
struct TaskFinder {
    SchoolFile& file;
    SchoolYearId year;
    Overview& overview;

    void add(Place place, TaskTone tone, const char* icon, std::string title, std::string detail, std::string due, const char* action, const char* page)
    {
        overview.tasks.push_back({tone, icon, std::move(title), std::move(detail), std::move(due), action, page, place});
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
        return readFrom(file, [&](Reader& reader) -> Result<void> {
            // A year that is over is judged by its last day, not by the law of today.
            overview.quotas = registrationQuotas(reader, file.rules(), year, std::min(overview.today, overview.year.data.lastDay));
            for (const auto& quota : overview.quotas)
                if (!quota.within)
                    add(OverQuota, TaskTone::Bad, "warning", quota.title + ": " + std::to_string(quota.count) + " / " + std::to_string(quota.allowed),
                        "Vượt " + std::to_string(quota.count - quota.allowed) + " (" + quota.basis + "); " + quota.citation, deadlineText(), "Xem ai vượt", pages::kRegistrations);
            if (repo::nominations(reader, year).empty()) // registering is over once the year is being reviewed
                absent(reader);
            return {};
        });
    }

    void absent(Reader& reader)
    {
        std::set<SubjectRef> registered;
        for (const auto& row : repo::registrations(reader, year))
            registered.insert(row.data.subject);
        overview.more = overview.more || !registered.empty();
        std::vector<std::string> names;
        const auto staff = PeopleLookup(reader, year).staff();
        for (const auto& view : staff)
            if (!registered.contains(view.subject))
                names.push_back(view.name);
        if (!names.empty())
            add(Absent, TaskTone::Warn, "clock", std::to_string(names.size()) + " người chưa đăng ký", namesOf(names), deadlineText(), "Mở danh sách", pages::kRegistrations);
    }

    Result<void> wanting()
    {
        TD_TRY(const bool reviewing, readFrom(file, [&](Reader& reader) -> Result<bool> { return !repo::nominations(reader, year).empty(); }));
        if (reviewing)
            return {};
        TD_TRY(const auto board, RegistrationService(file).board(year));
        std::vector<std::string> names;
        for (const auto& row : board.rows)
            if (row.status == RegistrationStatus::Wanting)
                names.push_back(row.name);
        if (!names.empty())
            add(Wanting, TaskTone::Warn, "question", std::to_string(names.size()) + " đăng ký còn thiếu thông tin", namesOf(names), deadlineText(), "Bổ sung", pages::kRegistrations);
        return {};
    }

    Result<void> plansAndCampaigns()
    {
        TD_TRY(const auto plans, PlanService(file).plans(year));
        for (const auto& plan : plans)
            if (plan.data.state == PlanState::Draft)
                add(Plans, TaskTone::Info, "plan", "Kế hoạch “" + plan.data.title + "” chưa ban hành", "Dự thảo, chưa có số", "không có hạn", "Mở kế hoạch", pages::kPlans);
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
            add(Councils, TaskTone::Info, "council", "Chưa lập Hội đồng thi đua – khen thưởng", foundedYearly(), "đầu năm học", "Lập Hội đồng", pages::kCouncil);
        else if (emulation->council.state == CouncilState::Draft)
            add(Councils, TaskTone::Info, "stamp", "Quyết định thành lập Hội đồng chờ Hiệu trưởng ký", std::to_string(emulation->members.size()) + " thành viên dự kiến", "không có hạn", "Mở dự thảo", pages::kCouncil);
        TD_TRY(const auto meetings, CouncilService(file).meetings(year));
        for (const auto& meeting : meetings)
            if (meeting.data.state == MeetingState::Draft)
                add(Councils, TaskTone::Warn, "council", meeting.data.title, "Phiên họp chưa chốt biên bản", "họp " + shortDate(meeting.data.heldOn), "Mở phiên họp", pages::kCouncil);
        return {};
    }

    Result<void> review()
    {
        TD_TRY(const auto unknown, readFrom(file, [&](Reader& reader) -> Result<std::optional<std::vector<std::string>>> { return undetermined(reader); }));
        if (!unknown)
            return {};
        if (!unknown->empty())
            add(Review, TaskTone::Warn, "question", std::to_string(unknown->size()) + " đề nghị thiếu thông tin", namesOf(*unknown), "trước khi họp", "Bổ sung", pages::kNominations);
        TD_TRY(const auto decisions, DecisionService(file).decisions(year));
        for (const auto& decision : decisions)
            if (decision.decision.state == DecisionState::Draft)
                add(Review, TaskTone::Info, "stamp", "Quyết định chờ ban hành", decision.decision.title, "không có hạn", "Mở dự thảo", pages::kDecisions);
        TD_TRY(const auto submissions, DecisionService(file).submissions(year));
        for (const auto& submission : submissions) {
            if (submission.submission.state == SubmissionState::Draft)
                add(Review, TaskTone::Info, "send", "Tờ trình chờ ban hành", submission.submission.title, "không có hạn", "Mở tờ trình", pages::kSubmissions);
            else if (submission.waiting > 0)
                add(Review, TaskTone::Info, "clock", std::to_string(submission.waiting) + " đề nghị chờ kết quả của cấp trên", "Tờ trình " + submission.submission.number.text(), "không có hạn", "Ghi kết quả", pages::kSubmissions);
        }
        return {};
    }

    /// Who is nominated and cannot be judged yet, collectives first, then by name; none while nobody is nominated.
    std::optional<std::vector<std::string>> undetermined(Reader& reader)
    {
        using Key = std::tuple<bool, std::string, SubjectRef, int>;
        std::vector<std::pair<Key, std::string>> found;
        const auto nominations = repo::nominations(reader, year);
        for (const auto& row : nominations) {
            const auto& one = row.data;
            if (one.state != NominationState::Proposed
                || keptVerdictKind(one).value_or(rules::VerdictKind::Undetermined) != rules::VerdictKind::Undetermined)
                continue;
            const auto name = PersonName::parse(one.name);
            found.emplace_back(Key(one.subject.person.has_value(), one.subject.person && name ? name->sortKey() : sortKey(one.name), one.subject,
                                   honourOrder(file.rules(), one.honour)),
                               one.name);
        }
        if (nominations.empty())
            return std::nullopt;
        std::ranges::sort(found);
        std::vector<std::string> names;
        for (auto& [key, name] : found)
            names.push_back(std::move(name));
        return names;
    }

    /// While something can still be supplied: who is one thing away.
    Result<void> nearMisses(Progress* progress)
    {
        TD_TRY(const auto near, ForesightService(file).nearMisses(year, progress));
        if (near.people > 0)
            add(NearMisses, TaskTone::Warn, "eye", std::to_string(near.people) + " người chỉ còn thiếu một điều để đạt " + join(near.honours, ", "),
                namesOf(near.names), "trước " + shortDate(near.reviewBy), "Xem còn thiếu gì", pages::kForesight);
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

std::vector<OverviewTask> inOrder(std::vector<OverviewTask> tasks, const std::vector<OverviewTask>& more)
{
    tasks.insert(tasks.end(), more.begin(), more.end());
    std::ranges::stable_sort(tasks, {}, &OverviewTask::place);
    return tasks;
}

Result<Overview> OverviewService::overview(SchoolYearId year, Tasks tasks)
{
    TD_TRY(auto row, readFrom(m_file, [&](Reader& reader) { return need<SchoolYearRow>(reader, year); }));
    Overview made{m_file.clock().today(), std::move(row), {}, {}, {}, {}, {}, false};
    TaskFinder finder{m_file, year, made};
    if (made.year.data.state == YearState::Open) {
        TD_TRY(made.more, ForesightService(m_file).mayStillChange(year));
        TD_CHECK(finder.registrations());
        TD_CHECK(finder.plansAndCampaigns());
        TD_CHECK(finder.councilsAndMeetings());
        TD_CHECK(finder.review());
    } else {
        TD_TRY(made.quotas, readFrom(m_file, [&](Reader& reader) -> Result<std::vector<QuotaLine>> {
                   return nominationQuotas(reader, m_file.rules(), year);
               }));
    }
    TD_TRY(made.targets, PlanService(m_file).targets(year));
    TD_CHECK(finder.timeline());
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
    Overview made{m_file.clock().today(), std::move(row), {}, {}, {}, {}, {}, false};
    TaskFinder finder{m_file, year, made};
    if (made.year.data.state == YearState::Open) {
        TD_CHECK(finder.wanting());
        TD_CHECK(finder.nearMisses(progress));
    }
    if (progress != nullptr && progress->stopped())
        made.tasks.clear();
    return std::move(made.tasks);
}

}

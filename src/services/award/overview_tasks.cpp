// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/overview_tasks.h"

#include "domain/school.h"
#include "domain/initiative.h"
#include "domain/page_ids.h"
#include "rules/council_law.h"
#include "rules/overview.h"
#include "services/award/decision_service.h"
#include "services/award/overview_task_words.h"
#include "services/award/submission_service.h"
#include "services/core/backup_service.h"
#include "services/core/internal.h"
#include "services/follow/quota_board.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/foresight/foresight_service.h"
#include "services/law/honours.h"
#include "services/law/verdict_text.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "services/prepare/campaign_service.h"
#include "services/review/dossier_reader.h"
#include "services/review/council_service.h"
#include "services/review/posting_service.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace thidua::services {

using namespace domain;

namespace {

constexpr int kReviewDays = 30;     ///< before the last day the year's results are gathered
constexpr int kHalfYearDays = 21;   ///< around the first day of the second term the first one is looked back on
constexpr int kLaunchDays = 7;      ///< a campaign is launched on time when it is spoken of so long before
constexpr int kBackupDays = 7;      ///< a copy older than this is spoken of
constexpr int kBackupOperations = 200; ///< likewise one that so many operations are missing from

/// Collectives first, then people by name, one person's in the order of the honours.
std::vector<const Stored<Nomination>*> inListOrder(const std::vector<Stored<Nomination>>& all, const rules::Catalogue& rules)
{
    // Making a place costs more than comparing it: each once.
    std::vector<std::pair<std::tuple<bool, std::string, SubjectRef, int>, const Stored<Nomination>*>> places;
    for (const auto& row : all) {
        const auto& one = row.data;
        const auto name = one.subject.person ? PersonName::parse(one.name) : std::nullopt;
        places.emplace_back(std::tuple(one.subject.person.has_value(), name ? name->sortKey() : sortKey(one.name), one.subject, honourOrder(rules, one.honour)), &row);
    }
    std::ranges::stable_sort(places, {}, [](const auto& place) -> const auto& { return place.first; });
    std::vector<const Stored<Nomination>*> sorted;
    for (const auto& place : places)
        sorted.push_back(place.second);
    return sorted;
}

}

std::string shortDate(Date date)
{
    return date.vn().substr(0, 5);
}

TaskFinder::TaskFinder(SchoolFile& file, SchoolYearId year, Overview& overview) : m_file(file), m_year(year), m_overview(overview) {}

void TaskFinder::add(int place, OverviewTask task)
{
    task.place = place;
    m_overview.tasks.push_back(std::move(task));
}

std::string TaskFinder::deadlineText() const
{
    const auto& deadline = m_overview.year.data.registrationDeadline;
    if (!deadline)
        return "không có hạn";
    return (m_overview.today > *deadline ? "hạn đã qua " : "trước ") + shortDate(*deadline);
}

bool TaskFinder::reviewing() const
{
    return m_nominated || m_overview.today >= m_overview.year.data.lastDay.plusDays(-kReviewDays);
}

Result<void> TaskFinder::ofRows()
{
    TD_TRY(m_nominations, readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Stored<Nomination>>> { return repo::nominations(reader, m_year); }));
    m_nominated = std::ranges::any_of(m_nominations, [](const auto& row) { return row.data.state != NominationState::Withdrawn; });
    TD_CHECK(signers());
    TD_CHECK(registrations());
    TD_CHECK(plans());
    TD_CHECK(councilsAndMeetings());
    TD_CHECK(campaigns());
    TD_CHECK(duties());
    if (reviewing()) {
        TD_CHECK(results());
        TD_CHECK(initiatives());
        TD_CHECK(nominations());
    }
    TD_CHECK(papers());
    awards();
    backup();
    return {};
}

Result<void> TaskFinder::judged(Progress* progress)
{
    TD_TRY(m_nominated, readFrom(m_file, [&](Reader& reader) -> Result<bool> { return !repo::nominations(reader, m_year).empty(); }));
    TD_CHECK(wanting());
    return nearMisses(progress);
}

Result<void> TaskFinder::registrations()
{
    return readFrom(m_file, [&](Reader& reader) -> Result<void> {
        // Registering is over once the year is being reviewed; a year that is over is judged by its last day, not by the law of today.
        const auto registered = [&] { return registrationQuotas(reader, m_file.rules(), m_year, std::min(m_overview.today, m_overview.year.data.lastDay)); };
        m_overview.quotas = m_nominated ? nominationQuotas(reader, m_file.rules(), m_year) : registered();
        for (const auto& quota : m_overview.quotas)
            if (!quota.within)
                add(OverQuota, {TaskTone::Bad, "warning", quota.title + ": " + std::to_string(quota.count) + " / " + std::to_string(quota.allowed),
                                "Vượt " + std::to_string(quota.count - quota.allowed) + " (" + quota.basis + "); " + quota.citation,
                                m_nominated ? "trước khi họp" : deadlineText(), "Xem ai vượt", m_nominated ? pages::kNominations : pages::kRegistrations, 0,
                                standingFor(reader, quota.honour)});
        if (!m_nominated) {
            absent(reader);
            handIn(reader);
            return {};
        }
        // What is not nominated yet is measured as it is registered.
        auto rest = registered();
        std::erase_if(rest, [this](const auto& line) { return std::ranges::find(m_overview.quotas, line.honour, &QuotaLine::honour) != m_overview.quotas.end(); });
        std::ranges::move(rest, std::back_inserter(m_overview.quotas));
        return {};
    });
}

bool TaskFinder::handedIn(Reader& reader) const
{
    const auto& deadline = m_overview.year.data.registrationDeadline;
    return deadline && m_overview.today > *deadline && !repo::registrationLists(reader, m_year).empty();
}

void TaskFinder::absent(Reader& reader)
{
    std::set<SubjectRef> registered;
    for (const auto& row : repo::registrations(reader, m_year))
        registered.insert(row.data.subject);
    m_overview.more = m_overview.more || !registered.empty();
    if (handedIn(reader))
        return;
    for (const auto& row : repo::withdrawnRegistrations(reader, m_year))
        registered.insert(row.data.subject); // they have answered
    Named absent;
    const auto staff = PeopleLookup(reader, m_year).staff(m_overview.today);
    for (const auto& view : staff)
        if (!registered.contains(view.subject))
            absent.add(view.subject, view.named());
    if (!absent.empty())
        add(Absent, {TaskTone::Warn, "clock", counted(absent.size(), "người chưa đăng ký"), namesOf(absent.names), deadlineText(), "Mở danh sách",
                     pages::kRegistrations, 0, absent.who});
}

/// After the deadline the list goes to those who confer.
void TaskFinder::handIn(Reader& reader)
{
    const auto& deadline = m_overview.year.data.registrationDeadline;
    if (!deadline || m_overview.today <= *deadline || reviewing() || !repo::registrationLists(reader, m_year).empty())
        return;
    const Serving serving(reader, listDay(reader, m_year, m_overview.today));
    const auto rows = repo::registrations(reader, m_year);
    const auto active = std::ranges::count_if(rows, [&serving](const auto& row) { return serving.on(row.data.subject); });
    if (active > 0)
        add(HandIn, {TaskTone::Warn, "send", "Bảng đăng ký chưa nộp", std::to_string(active) + " đăng ký, hạn đăng ký đã qua " + shortDate(*deadline),
                     "không có hạn", "Mở trang Đăng ký", pages::kRegistrations});
}

Result<void> TaskFinder::plans()
{
    TD_TRY(const auto plans, PlanService(m_file).plans(m_year));
    const auto ofYear = std::ranges::count_if(plans, [](const auto& plan) { return plan.data.kind != PlanKind::Period; });
    if (ofYear == 0 && !reviewing())
        add(Plans, {TaskTone::Info, "plan", "Chưa có kế hoạch thi đua của năm học", "Căn cứ, nội dung, chỉ tiêu và các đợt thi đua", "đầu năm học",
                    "Soạn kế hoạch", pages::kPlans, 0, {}, "plans.add"});
    for (const auto& plan : plans)
        if (plan.data.state == PlanState::Draft)
            add(Plans, {TaskTone::Info, "plan", "Kế hoạch “" + plan.data.title + "” chưa ban hành", "Dự thảo, chưa có số", "không có hạn",
                        "Mở kế hoạch", pages::kPlans, 0, {}, {}, OverviewTask::Record{EntityKind::Plan, plan.id.value()}});
    return {};
}

Result<void> TaskFinder::campaigns()
{
    TD_TRY(const auto campaigns, CampaignService(m_file).campaigns(m_year));
    const auto& year = m_overview.year.data;
    const auto today = m_overview.today;
    for (const auto& row : campaigns) {
        const auto& one = row.campaign;
        const auto say = [&](TaskTone tone, std::string detail, std::string due, const char* action, const char* command) {
            add(Campaigns, {tone, "flag", one.name, std::move(detail), std::move(due), action, pages::kCampaigns, 0, {}, command,
                            OverviewTask::Record{EntityKind::Campaign, row.id.value()}});
        };
        if (one.state == CampaignState::Draft && one.to >= today && one.from <= today.plusDays(kLaunchDays))
            say(one.from < today ? TaskTone::Warn : TaskTone::Info,
                (one.from < today ? "Đã bắt đầu " : "Bắt đầu ") + shortDate(one.from) + ", chưa phát động",
                one.from < today ? "đã quá ngày" : "trước " + shortDate(one.from), "Phát động", "campaigns.launch");
        else if ((one.state == CampaignState::Launched || one.state == CampaignState::Reviewed) && one.to < today)
            say(TaskTone::Warn, "Đã hết thời gian, chưa tổng kết", "hết hạn " + shortDate(one.to), "Tổng kết", "campaigns.close");
        else if (one.state == CampaignState::Launched && one.kind == CampaignKind::Regular && today >= year.term2Start.plusDays(-kHalfYearDays)
                 && today <= year.term2Start.plusDays(kHalfYearDays) && one.from < year.term2Start)
            say(TaskTone::Info, "Hết học kỳ I, chưa sơ kết", "học kỳ II từ " + shortDate(year.term2Start), "Sơ kết", "campaigns.review");
    }
    return {};
}

std::string TaskFinder::foundedYearly() const
{
    const auto article = rules::councilLawOn(m_file.rules(), m_overview.today).foundedYearly.brief;
    return "Thành lập đầu mỗi năm học" + (article.empty() ? "" : " (" + article + ")");
}

Result<void> TaskFinder::councilsAndMeetings()
{
    TD_TRY(const auto councils, CouncilService(m_file).councils(m_year));
    const auto emulation = std::ranges::find(councils, CouncilKind::Emulation, [](const auto& row) { return row.council.kind; });
    if (emulation == councils.end())
        add(Councils, {TaskTone::Info, "council", "Chưa lập Hội đồng thi đua – khen thưởng", foundedYearly(), "đầu năm học", "Lập Hội đồng", pages::kCouncil});
    else if (emulation->council.state == CouncilState::Draft)
        add(Councils, {TaskTone::Info, "stamp", "Quyết định thành lập Hội đồng chờ Hiệu trưởng ký",
                       std::to_string(emulation->members.size()) + " thành viên dự kiến", "không có hạn", "Mở dự thảo", pages::kCouncil, 0, {}, {},
                       OverviewTask::Record{EntityKind::Council, emulation->id.value()}});
    membersGone(councils);
    TD_TRY(const auto meetings, CouncilService(m_file).meetings(m_year));
    for (const auto& meeting : meetings)
        if (meeting.data.state == MeetingState::Draft)
            add(Councils, {TaskTone::Warn, "council", meeting.data.title, "Phiên họp chưa chốt biên bản", "họp " + shortDate(meeting.data.heldOn),
                           "Mở phiên họp", pages::kCouncil, 0, {}, {}, OverviewTask::Record{EntityKind::Meeting, meeting.id.value()}});
        else
            TD_CHECK(posting(meeting.id));
    return {};
}

/// What was objected to the results in public waits for its answer; when the days are over the list is confirmed or changed.
Result<void> TaskFinder::posting(MeetingId meeting)
{
    TD_TRY(const auto row, PostingService(m_file).posting(meeting));
    if (!row || !row->waits(m_overview.today))
        return {};
    const auto record = OverviewTask::Record{EntityKind::Meeting, meeting.value()};
    const auto until = "công khai đến " + shortDate(row->posting.until);
    if (row->unanswered() > 0) {
        std::vector<std::string> names;
        for (const auto& one : row->objections)
            if (!one.objection.answeredOn)
                names.push_back(one.objection.fromWhom);
        add(Councils, {TaskTone::Warn, "clock", counted(names.size(), "ý kiến về kết quả chưa trả lời"), namesOf(names), until, "Trả lời", pages::kCouncil, 0, {}, {}, record});
    } else {
        add(Councils, {TaskTone::Info, "check", "Hết hạn công khai kết quả, chưa chốt danh sách", postingSentence(*row), until, "Chốt danh sách", pages::kCouncil, 0, {}, {}, record});
    }
    return {};
}

/// What is not known yet of those who are being reviewed: the grid's empty cells that verdicts wait for.
Result<void> TaskFinder::results()
{
    TD_TRY(const auto rows, YearRecordService(m_file).rows(m_year));
    Named ungraded;
    std::size_t cells = 0;
    for (const auto& row : rows) {
        const bool person = row.subject.person.has_value();
        std::vector<YearColumn> columns{YearColumn::Evaluation};
        if (person)
            columns.insert(columns.end(), {YearColumn::Months, YearColumn::Discipline, YearColumn::AbsenceDays, YearColumn::Investigation});
        else
            columns.insert(columns.end(), {YearColumn::Unity, YearColumn::LawCompliance});
        if (!row.registered || row.leftOn)
            continue;
        const auto unknown = std::ranges::count_if(columns, [&row](YearColumn column) { return cellText(row.facts, column).empty(); });
        cells += static_cast<std::size_t>(unknown);
        if (unknown > 0)
            ungraded.add(row.subject, row.named.empty() ? row.name : row.named);
    }
    if (!ungraded.empty())
        add(Results, {TaskTone::Warn, "question", counted(ungraded.size(), ungraded.kind() + " chưa đủ kết quả năm học"),
                      counted(cells, "ô chưa biết: ") + namesOf(ungraded.names, ungraded.kind()), "trước khi họp", "Ghi kết quả", pages::kYearRecords, 0,
                      ungraded.who});
    return {};
}

/// Honours wait for initiatives that nobody has decided about yet.
Result<void> TaskFinder::initiatives()
{
    TD_TRY(const auto rows, readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Stored<Initiative>>> { return repo::initiatives(reader, m_year); }));
    std::vector<std::string> open;
    for (const auto& row : rows)
        if (row.data.state == InitiativeState::Registered)
            open.push_back(row.data.title);
    if (!open.empty())
        add(Results, {TaskTone::Warn, "bulb", counted(open.size(), "sáng kiến chờ công nhận"), namesOf(open, "sáng kiến"), "trước khi họp", "Mở sáng kiến",
                      pages::kInitiatives, 0, {}, "initiatives.waiting"});
    return {};
}

/// Who is registered for an honour and not nominated for it.
TaskFinder::Named TaskFinder::notNominated(Reader& reader) const
{
    std::set<std::pair<SubjectRef, std::string>> made;
    for (const auto& row : m_nominations)
        made.emplace(row.data.subject, row.data.honour);
    for (const auto& row : repo::withdrawnNominations(reader, m_year))
        made.emplace(row.data.subject, row.data.honour);
    std::map<RegistrationId, SubjectRef> active;
    const Serving serving(reader, listDay(reader, m_year, m_overview.today));
    for (const auto& row : repo::registrations(reader, m_year))
        if (serving.on(row.data.subject))
            active.emplace(row.id, row.data.subject);
    const PeopleLookup people(reader, m_year);
    Named missing;
    for (const auto& row : repo::registeredHonours(reader, m_year))
        if (const auto found = active.find(row.data.registration);
            found != active.end() && !made.contains(std::pair(found->second, row.data.honour)) && !givenOutside(m_file.rules(), row.data.honour))
            missing.add(found->second, people.view(found->second).named());
    return missing;
}

Result<void> TaskFinder::nominations()
{
    return readFrom(m_file, [&](Reader& reader) -> Result<void> {
        std::set<NominationId> sent;
        for (const auto& submission : repo::submissions(reader, m_year))
            if (submission.data.state != SubmissionState::Revoked && submission.data.state != SubmissionState::Replaced)
                for (const auto& line : repo::lines(reader, submission.id))
                    sent.insert(line.data.nomination);
        for (const auto& decision : repo::decisions(reader, m_year))
            if (decision.data.state == DecisionState::Draft)
                for (const auto& line : repo::lines(reader, decision.id))
                    if (line.data.nomination)
                        sent.insert(*line.data.nomination);
        Named unknown, waiting, passed, heads, gone, back, unheard;
        const auto given = givenOpinions(reader, m_year);
        const auto school = repo::school(reader);
        const PeopleLookup people(reader, m_year);
        const Serving serving(reader, listDay(reader, m_year, m_overview.today));
        for (const auto* row : inListOrder(m_nominations, m_file.rules())) {
            const auto& one = row->data;
            const auto name = people.view(one.subject).named(one.name);
            if (one.state == NominationState::Passed && !sent.contains(row->id))
                (rules::conferredBySchool(m_file.rules(), one.honour, m_overview.today) ? heads : passed).add(one.subject, name);
            if (one.state == NominationState::ForCorrection)
                back.add(one.subject, name);
            if (one.state != NominationState::Proposed)
                continue;
            if (school && serving.on(one.subject) && !missingOf(school->data, one, given, row->id).empty())
                unheard.add(one.subject, name);
            if (!serving.on(one.subject)) {
                gone.add(one.subject, name);
                continue;
            }
            waiting.add(one.subject, name);
            if (keptVerdictKind(one).value_or(rules::VerdictKind::Undetermined) == rules::VerdictKind::Undetermined)
                unknown.add(one.subject, name);
        }
        if (!gone.empty())
            add(Review, {TaskTone::Info, "nominate", counted(gone.size(), "người đã chuyển đi còn đề nghị chưa xét"), namesOf(gone.names) + "; rút, hoặc để Hội đồng xét",
                         "trước khi họp", "Mở đề nghị", pages::kNominations, 0, gone.who});
        const auto missing = notNominated(reader);
        if (!missing.empty())
            add(Review, {TaskTone::Warn, "nominate", counted(missing.size(), missing.kind() + " đăng ký mà chưa có đề nghị"), namesOf(missing.names, missing.kind()),
                         "trước khi họp", "Lập đề nghị", pages::kNominations, 0, {}, "nominations.gather"});
        if (!unknown.empty())
            add(Review, {TaskTone::Warn, "question", counted(unknown.size(), "đề nghị thiếu thông tin"), namesOf(unknown.names), "trước khi họp",
                         "Bổ sung", pages::kNominations, 0, unknown.who});
        if (!back.empty())
            add(Review, {TaskTone::Warn, "undo", counted(back.size(), "đề nghị trả lại để sửa, chưa gửi lại"), namesOf(back.names), "trước khi họp", "Mở đề nghị",
                         pages::kNominations, 0, back.who});
        if (!unheard.empty())
            add(Review, {TaskTone::Warn, "people", counted(unheard.size(), "đề nghị thiếu ý kiến phải hỏi"), namesOf(unheard.names), "trước khi họp", "Ghi ý kiến",
                         pages::kNominations, 0, unheard.who});
        const auto meetings = repo::meetings(reader, m_year);
        const bool called = std::ranges::any_of(meetings, [](const auto& row) { return row.data.state == MeetingState::Draft; });
        if (!waiting.empty() && !called)
            add(Review, {TaskTone::Warn, "council", counted(waiting.size(), waiting.kind() + " chờ Hội đồng họp xét"), "Chưa có phiên họp nào đang mở",
                         "trước " + shortDate(m_overview.year.data.lastDay), "Lập phiên họp", pages::kCouncil, 0, {}, "council.emulation-meeting"});
        if (!heads.empty())
            add(Review, {TaskTone::Warn, "certificate", counted(heads.size(), heads.kind() + " chờ quyết định khen thưởng của Hiệu trưởng"),
                         "Hội đồng đã thông qua", "không có hạn", "Soạn quyết định", pages::kDecisions, 0, {}, "decisions.confer"});
        if (!passed.empty())
            add(Review, {TaskTone::Warn, "send", counted(passed.size(), passed.kind() + " đã được Hội đồng thông qua"), "Chưa có trong tờ trình nào",
                         "không có hạn", "Soạn tờ trình", pages::kSubmissions, 0, {}, "submissions.add"});
        return {};
    });
}

Result<void> TaskFinder::papers()
{
    TD_TRY(const auto decisions, DecisionService(m_file).decisions(m_year));
    for (const auto& decision : decisions)
        if (decision.decision.state == DecisionState::Draft)
            add(Papers, {TaskTone::Info, "stamp", "Quyết định chờ ban hành", decision.decision.title, "không có hạn", "Mở dự thảo", pages::kDecisions, 0, {}, {},
                         OverviewTask::Record{EntityKind::Decision, decision.id.value()}});
    TD_TRY(const auto submissions, SubmissionService(m_file).submissions(m_year));
    for (const auto& submission : submissions) {
        if (submission.submission.state == SubmissionState::Draft)
            add(Papers, {TaskTone::Info, "send", "Tờ trình chờ ban hành", submission.submission.title, "không có hạn", "Mở tờ trình", pages::kSubmissions, 0, {}, {},
                         OverviewTask::Record{EntityKind::Submission, submission.id.value()}});
        else if (submission.waiting > 0)
            add(Papers, {TaskTone::Info, "clock", std::to_string(submission.waiting) + " đề nghị chờ kết quả của cấp trên",
                         "Tờ trình " + submission.submission.number.text(), "không có hạn", "Ghi kết quả", pages::kSubmissions, 0, {}, "submissions.outcome",
                         OverviewTask::Record{EntityKind::Submission, submission.id.value()}});
    }
    return {};
}

/// The end of the year: everything has its answer, the list can be printed and the year closed.
void TaskFinder::awards()
{
    std::size_t conferred = 0;
    for (const auto& row : m_nominations) {
        if (row.data.state == NominationState::Conferred)
            ++conferred;
        else if (row.data.state == NominationState::Proposed || row.data.state == NominationState::ForCorrection || row.data.state == NominationState::Passed || row.data.state == NominationState::Submitted)
            return;
    }
    if (conferred == 0)
        return;
    add(AwardList, {TaskTone::Info, "print", "In danh sách khen thưởng", counted(conferred, "khen thưởng của năm học đã có quyết định"), "không có hạn",
                 "Mở danh sách", pages::kAwards});
    if (m_overview.today > m_overview.year.data.lastDay)
        add(AwardList, {TaskTone::Info, "lock", "Khóa năm học", "Mọi đề nghị đã có kết quả; khóa để không ai sửa nhầm", "không có hạn", "Mở Thiết lập", pages::kSettings});
}

void TaskFinder::backup()
{
    if (BackupService::isLookedAt(m_file))
        return; // a backup needs none
    const auto age = BackupService::age(m_file);
    if (age.current || (!age.never && age.days < kBackupDays && age.behind < kBackupOperations && !age.inFuture))
        return;
    add(Backup, {TaskTone::Warn, "backup", age.never ? "Chưa có bản sao lưu nào" : "Bản sao lưu đã " + std::to_string(age.days) + " ngày",
                 age.never ? "Hỏng máy là mất hết; sao lưu ra USB" : "Đã có thay đổi từ lần sao lưu ấy", "không có hạn", "Sao lưu ngay", pages::kOverview, 0, {},
                 "overview.backup"});
}

Result<void> TaskFinder::wanting()
{
    if (m_nominated)
        return {};
    TD_TRY(const auto board, RegistrationService(m_file).board(m_year));
    Named wanting;
    for (const auto& row : board.rows)
        if (row.status == RegistrationStatus::Wanting)
            wanting.add(row.subject, row.name);
    if (!wanting.empty())
        add(Wanting, {TaskTone::Warn, "question", counted(wanting.size(), "đăng ký còn thiếu thông tin"), namesOf(wanting.names), deadlineText(), "Bổ sung",
                      pages::kRegistrations, 0, wanting.who});
    return {};
}

/// While something can still be supplied: who is one thing away.
Result<void> TaskFinder::nearMisses(Progress* progress)
{
    TD_TRY(const auto near, ForesightService(m_file).nearMisses(m_year, progress));
    if (near.people > 0)
        add(Nearly, {TaskTone::Warn, "eye", std::to_string(near.people) + " người chỉ còn thiếu một điều để đạt " + join(near.honours, ", "),
                         namesOf(near.names), "trước " + shortDate(near.reviewBy), "Xem còn thiếu gì", pages::kForesight});
    return {};
}

}

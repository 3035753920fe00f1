// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/walks.h"

#include "domain/school.h"
#include "domain/school_year.h"
#include "rules/case.h"
#include "rules/pack_file.h"
#include "services/attachments/attachment_service.h"
#include "services/award/correction_service.h"
#include "services/award/decision_service.h"
#include "services/award/letter_service.h"
#include "services/award/submission_service.h"
#include "services/follow/activity_service.h"
#include "services/follow/contest_service.h"
#include "services/follow/initiative_service.h"
#include "services/follow/initiative_ledger.h"
#include "services/follow/initiative_referrals.h"
#include "services/follow/initiative_scores.h"
#include "services/follow/initiative_use.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "storage/data_file.h"
#include "services/intake/import_service.h"
#include "services/law/fact_builder.h"
#include "services/law/regulation_service.h"
#include "services/law/rule_pack_service.h"
#include "services/law/stated_fact_service.h"
#include "services/people/merge_service.h"
#include "services/people/people_service.h"
#include "services/people/pupil_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/group_service.h"
#include "services/prepare/plan_service.h"
#include "services/prepare/plan_work.h"
#include "services/review/council_following.h"
#include "services/review/council_service.h"
#include "services/review/posting_service.h"
#include "services/review/dossier_service.h"
#include "services/review/nomination_service.h"
#include "services/review/report_service.h"
#include "storage/repo/year_repo.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace thidua::test {
namespace {

using namespace services;

void imports(WalkedSchool& school)
{
    ImportService service(school.file());
    const auto import = [&](ListKind kind, const std::string& csv) {
        ImportRequest request{kind, sheets::readBook(csv, "a.csv").value(), "a.csv", SchoolYear(2022)};
        const auto report = school.take([&] { return service.import(request); });
        CHECK(report.saved);
        CHECK(report.rejected.empty());
    };
    import(ListKind::Staff, "Mã cán bộ,Họ và tên,Ngày sinh,Chức vụ,Tổ\nCB9,Lê Nhập,1/2/1990,Giáo viên,Tổ Nhập\n");
    import(ListKind::Pupils, "Mã học sinh,Họ và tên,Ngày sinh,Lớp\nHS1,Lê Bé,1/2/2015,2A\nHS2,Trần Bé,2015,2B\n");
    import(ListKind::Pupils, "Mã học sinh,Họ và tên,Ngày sinh,Lớp\nHS1,Lê Bé,1/2/2015,2B\n"); // another class
    import(ListKind::Registrations, "Họ và tên,Danh hiệu đăng ký\nLê Nhập,LĐTT\n");
    import(ListKind::Evaluations, "Họ và tên,Xếp loại\nLê Nhập,HTXSNV\n");
    import(ListKind::Honours, "Họ và tên,Danh hiệu,Năm học,Số QĐ\nLê Nhập,LĐTT,2019-2020,12/QĐ\nLê Bé,Học sinh Xuất sắc,2021-2022,\n");
}

void pupils(WalkedSchool& school)
{
    PupilService service(school.file());
    const auto y = school.year(2022);
    domain::SchoolClass one;
    one.year = y;
    one.name = "4A";
    one.teacher = school.person("A Khôi").person;
    const auto first = school.take([&] { return service.addClass(one); });
    one.name = "4B";
    const auto second = school.take([&] { return service.addClass(one); });
    one.name = "4C";
    school.take([&] { return service.editClass(second, one, 1); });
    PupilDraft draft;
    draft.person.fullName = "Lê Thử";
    draft.schoolClass = first;
    const auto pupil = school.take([&] { return service.addPupil(y, draft); });
    draft.person.code = "HS77";
    school.take([&] { return service.editPupil(pupil, draft, 1); });
    school.take([&] { return service.movePupils({pupil}, second); });
    school.take([&] { return service.removePupil(pupil); });
    school.take([&] { return service.removeClass(first); });
    school.take([&] { return service.removeClass(second); });
}

void people(WalkedSchool& school)
{
    PeopleService service(school.file());
    const auto y = school.year(2022);
    StaffDraft draft;
    draft.person.fullName = "Trần Văn Mới";
    draft.person.birth = PartialDate::parse("12/3/1990").value();
    const auto id = school.take([&] { return service.addStaff(y, draft); });
    draft.person.note = "ghi chú";
    draft.title = "Giáo viên";
    const auto rows = service.staff(y).value();
    const auto version = std::ranges::find(rows, id, &StaffRow::id)->version;
    school.take([&] { return service.editStaff(y, id, draft, version); });
    school.take([&] { return service.removePerson(id); });
    school.take([&] {
        return service.pasteStaff(y, "Họ và tên\tGiới tính\tNgày sinh\tChức vụ\tTổ\nLê A\tNam\t1/2/1990\tGiáo viên\tTổ Mới\nLê B\tNữ\t1991\tVăn thư\tTổ Mới\n");
    });
    school.take([&] { return service.pasteStaff(y, "Họ và tên\tNgày sinh\tVào ngành\nLê A\t1/2/1990\t2015\nLê B\t2/5/1991\t\n"); }); // both are there
    const auto kept = *school.person("Lê A").person, taken = *school.person("Lê B").person;
    MergeChoices choices;
    const auto compared = MergeService(school.file()).view(kept, taken).value();
    for (const auto& field : compared.fields)
        choices.emplace(field.key, MergeSide::Kept);
    school.take([&] { return MergeService(school.file()).merge(kept, taken, choices); });
    domain::Collective team;
    team.name = "Tổ Thí nghiệm";
    const auto teamId = school.take([&] { return service.addCollective(team); });
    team.shortName = "TN";
    school.take([&] { return service.editCollective(teamId, team, 1); });
    school.take([&] { return service.removeCollective(teamId); });
    pupils(school);
    domain::HonourRecord honour;
    honour.subject = school.person("A Khôi");
    honour.honour = "lao-dong-tien-tien";
    honour.year = SchoolYear(2019); // a year that is closed: what was received then can be entered at any time
    const auto honourId = school.take([&] { return service.addHonour(honour); });
    honour.decisionNumber = "12/QĐ-UBND";
    school.take([&] { return service.editHonour(honourId, honour, 1); });
    school.take([&] { return service.removeHonour(honourId); });
}

void statements(WalkedSchool& school)
{
    StatedFactService service(school.file());
    domain::StatedFact fact;
    fact.subject = school.person("A Khôi");
    fact.fact = "sector_years";
    fact.value = "8";
    fact.year = SchoolYear(2022);
    fact.statedOn = Date(2022, 9, 1);
    fact.source = "Hồ sơ viên chức";
    const auto id = school.take([&] { return service.state(fact); });
    fact.value = "9";
    school.take([&] { return service.edit(id, 1, fact); });
    school.take([&] { return service.remove(id); });
}

void years(WalkedSchool& school)
{
    SchoolService service(school.file());
    auto next = SchoolService::proposedYear(SchoolYear(2023));
    const CarryLeftOut nothing; // everything of the year before comes along
    const auto id = school.take([&] { return service.openYear(next, &nothing); });
    next.registrationDeadline = Date(2023, 10, 1);
    school.take([&] { return service.editYear(id, next, 1); });
    school.take([&] { return service.closeYear(id); });
    school.take([&] { return service.reopenYear(id, "ghi thiếu", service.headName().value()); });
    auto row = service.school().value();
    row.data.placeName = "Kon Plông";
    row.data.difficultArea = !row.data.difficultArea;
    school.take([&] { return service.editSchool(row.data, row.version); });
}

void library(WalkedSchool& school)
{
    PlanService plans(school.file());
    domain::LegalText text;
    text.kind = "Công văn";
    text.number = "1/SGDĐT";
    const auto textId = school.take([&] { return plans.addLegalText(text); });
    text.issuer = "Sở";
    school.take([&] { return plans.editLegalText(textId, text, 1); });
    school.take([&] { return plans.removeLegalText(textId); });
    domain::Observance day;
    day.name = "Ngày thử";
    const auto dayId = school.take([&] { return plans.addObservance(day); });
    day.day = 2;
    school.take([&] { return plans.editObservance(dayId, day, 1); });
    school.take([&] { return plans.removeObservance(dayId); });
}

/// Tasks of a draft, and what goes on after it is issued.
domain::PlanTaskId tasks(WalkedSchool& school, domain::PlanId plan)
{
    PlanWorkService service(school.file());
    domain::PlanTask task;
    task.plan = plan;
    task.text = "Phát động đợt 1";
    task.subject = school.person("A Khôi");
    task.deadline = Date(2022, 10, 5);
    task.focus = true;
    const auto id = school.take([&] { return service.addTask(task); });
    task.hard = true;
    school.take([&] { return service.editTask(id, task, 1); });
    school.take([&] { return service.recordTask(id, domain::TaskState::Done, school.clock().today(), "xong sớm"); });
    const auto other = school.take([&] { return service.addTask(task); });
    school.take([&] { return service.removeTask(other); });
    return id;
}

void planWork(WalkedSchool& school, domain::PlanId plan, domain::PlanTaskId task)
{
    PlanWorkService service(school.file());
    const auto collectives = PeopleService(school.file()).collectives().value();
    const auto team = collectives.back().id;
    const auto today = school.clock().today();
    school.take([&] { return service.recordReceipts(plan, {{domain::PlanId(0), team, today, {}, {}}}); });
    school.take([&] { return service.recordTask(task, domain::TaskState::Doing, {}, ""); });
    domain::PlanDifficulty difficulty;
    difficulty.plan = plan;
    difficulty.task = task;
    difficulty.team = team;
    difficulty.raisedOn = today;
    difficulty.text = "Thiếu máy chiếu";
    const auto id = school.take([&] { return service.addDifficulty(difficulty); });
    difficulty.text = "Thiếu hai máy chiếu";
    school.take([&] { return service.editDifficulty(id, difficulty, 1); });
    school.take([&] { return service.answerDifficulty(id, "Mượn của trường bạn", today); });
    school.take([&] { return service.removeDifficulty(id); });
}

void plans(WalkedSchool& school)
{
    PlanService service(school.file());
    auto draft = service.proposedPlan(school.year(2022)).value();
    for (auto& section : draft.sections)
        if (section.role != domain::SectionRole::Heading)
            section.body = "Nội dung của mục này";
    const auto plan = school.take([&] { return service.createPlan(draft); });
    draft.plan.theme = "Chủ đề";
    draft.sections.pop_back();
    draft.recipients.push_back({"Website", ""});
    school.take([&] { return service.editPlan(plan, draft, 1); });
    domain::Target target;
    target.plan = plan;
    target.text = "SKKN";
    target.value = 3;
    const auto targetId = school.take([&] { return service.addTarget(target); });
    target.value = 4;
    school.take([&] { return service.editTarget(targetId, target, 1); });
    school.take([&] { return service.recordTarget(targetId, 2, school.clock().today(), ""); });
    school.take([&] { return service.countTarget(targetId, {"activity:du-gio", std::nullopt, std::nullopt, std::nullopt, 5}); });
    school.take([&] { return service.removeTarget(targetId); });
    school.take([&] { return service.removePlan(plan); });
    const auto other = school.take([&] { return service.createPlan(draft); });
    const auto task = tasks(school, other);
    school.take([&] { return service.issuePlan(other, {91, "", school.clock().today()}); });
    planWork(school, other, task);
    CorrectionService corrections(school.file());
    auto letter = corrections.proposed(domain::CorrectionKind::Correct, PaperKind::Plan, other.value()).value();
    letter.content = "Tại mục I, “2021” sửa lại là “2022”";
    school.take([&] { return corrections.issue(letter, {1, "", school.clock().today()}); });
    const auto fresh = school.take([&] { return corrections.draftReplacement(PaperKind::Plan, other.value()); });
    school.take([&] { return service.removePlan(domain::PlanId(fresh)); });
    auto back = corrections.proposed(domain::CorrectionKind::Revoke, PaperKind::Plan, other.value()).value();
    back.content = "ban hành nhầm";
    school.take([&] { return corrections.issue(back, {94, "", school.clock().today()}); });
}

void campaigns(WalkedSchool& school)
{
    CampaignService service(school.file());
    CampaignDraft campaign;
    campaign.campaign.name = "Thử";
    campaign.campaign.year = school.year(2022);
    campaign.campaign.from = Date(2022, 9, 5);
    campaign.campaign.to = Date(2022, 12, 31);
    campaign.items = {"Một", "Hai"};
    campaign.observances = {PlanService(school.file()).observances().value().front().id};
    const auto id = school.take([&] { return service.createCampaign(campaign); });
    campaign.items.pop_back();
    campaign.observances.clear();
    campaign.campaign.theme = "Thử cùng nhau";
    school.take([&] { return service.editCampaign(id, campaign, 1); });
    domain::CampaignReport report;
    report.name = "Báo cáo sơ kết";
    report.dueOn = Date(2022, 12, 1);
    school.take([&] { return service.setReports(id, {report}); });
    school.take([&] { return service.launch(id); });
    school.take([&] { return service.review(id, "sơ kết"); });
    school.take([&] { return service.close(id, "tổng kết"); });
    const auto other = school.take([&] { return service.createCampaign(campaign); });
    school.take([&] { return service.removeCampaign(other); });
    campaign.campaign.participants = "Giáo viên, nhân viên";
    campaign.campaign.theme = "Chào mừng năm học mới";
    const auto papered = school.take([&] { return service.createCampaign(campaign); });
    school.take([&] { return service.issue(papered, {95, "", school.clock().today()}); });
}

void activities(WalkedSchool& school)
{
    ActivityService service(school.file());
    auto kinds = service.kinds().value();
    school.take([&] { return service.removeKind(kinds.front().id); });
    school.take([&] { return service.takeUsualKinds(); });
    domain::ActivityKind kind;
    kind.name = "Thi viết chữ đẹp";
    const auto kindId = school.take([&] { return service.addKind(kind); });
    kind.unit = "bài";
    school.take([&] { return service.editKind(kindId, kind, 1); });
    domain::Activity entry;
    entry.kind = kindId;
    entry.year = school.year(2022);
    entry.on = Date(2022, 9, 15);
    const ActivityDraft draft{entry, {school.person("A Khôi"), school.person("Y Hiền")}};
    const auto id = school.take([&] { return service.add(draft); });
    entry.subject = school.person("A Khôi");
    entry.count = 2;
    school.take([&] { return service.edit(id, entry, 1); });
    school.take([&] { return service.confirm({id}); });
    school.take([&] { return service.remove({id}); });
    GroupService groups(school.file());
    GroupDraft group{{school.year(2022), "nhóm thử", Date(2022, 9, 15), domain::GroupBasis::Picked}, {*school.person("A Khôi").person}};
    const auto groupId = school.take([&] { return groups.add(group); });
    group.picked = {*school.person("Y Hiền").person};
    school.take([&] { return groups.edit(groupId, group, 1); });
    school.take([&] { return groups.remove(groupId); });
}

void contests(WalkedSchool& school)
{
    ContestService service(school.file());
    auto draft = service.proposed(school.year(2022)).value();
    draft.contest.name = "Hội thi thử";
    const auto kinds = ActivityService(school.file()).kinds().value();
    for (const auto& kind : kinds)
        if (kind.data.hasResult)
            draft.contest.kind = kind.id;
    const auto today = school.clock().today();
    draft.contest.from = draft.contest.closesOn = draft.contest.judgedOn = today;
    draft.judges = {*school.person("A Khôi").person};
    const auto removed = school.take([&] { return service.add(draft); });
    school.take([&] { return service.remove(removed); });
    const auto id = school.take([&] { return service.add(draft); });
    draft = {service.contest(id).value().contest, {{std::nullopt, "Giải A", 1}}, draft.judges};
    school.take([&] { return service.edit(id, draft, 1); });
    ContestEntryDraft entry;
    entry.entry.contest = id;
    entry.entry.title = "Bài thử";
    entry.entry.receivedOn = today;
    entry.authors = {school.person("Y Hiền")};
    const auto entryId = school.take([&] { return service.addEntry(entry); });
    const auto row = service.contest(id).value();
    school.take([&] { return service.recordMarks(id, {{entryId, row.judges.front().id, 800}}); });
    school.take([&] { return service.givePrizes(id, {{entryId, row.prizes.front().id}}); });
    school.take([&] { return service.confirm(id); });
    school.take([&] { return service.takeBack(id); });
    entry.entry.title = "Bài thử nữa";
    school.take([&] { return service.editEntry(entryId, entry, service.contest(id).value().entries.front().version); });
    school.take([&] { return service.removeEntry(entryId); });
}

void registrations(WalkedSchool& school)
{
    RegistrationService service(school.file());
    const auto y = school.year(2022);
    const auto board = service.board(y).value();
    const auto free = std::ranges::find_if(board.rows, [](const auto& row) { return !row.id && row.subject.person; });
    RegistrationDraft draft{free->subject, {"lao-dong-tien-tien"}, {}, {}, {}};
    const auto id = school.take([&] { return service.registerSubject(y, draft); });
    draft.honours.push_back("chien-si-thi-dua-co-so");
    draft.initiativeTitle = "Giải pháp mới";
    school.take([&] { return service.editRegistration(id, draft, 1); });
    school.take([&] { return service.withdraw(id, "đổi ý"); });
    school.take([&] { return service.handIn(y, "Phòng GD&ĐT"); });
}

void initiatives(WalkedSchool& school)
{
    InitiativeService service(school.file());
    domain::Initiative item;
    item.year = school.year(2022);
    item.title = "Vườn rau của em";
    const auto author = *school.person("A Khôi").person;
    const std::vector<domain::InitiativeAuthor> authors{{domain::InitiativeId(0), author, 100, {}, {}}};
    const auto id = school.take([&] { return service.addInitiative(item, authors); });
    auto edited = service.initiative(id).value();
    edited.initiative.field = "Toán";
    school.take([&] { return service.editInitiative(id, edited.initiative, edited.authors, edited.version); });
    school.take([&] { return service.rejectInitiative(id); });
    school.take([&] { return service.reconsiderInitiative(id); });
    RecogniseOutside outside;
    outside.initiatives = {id};
    outside.number = "9/QĐ-PGDĐT";
    outside.issuer = "Phòng GD&ĐT";
    outside.decidedOn = school.clock().today();
    school.take([&] { return service.recogniseOutside(outside); });
    InitiativeReferrals referrals(school.file());
    ReferInitiatives above{{id}, domain::RecognitionLevel::Province, "Hội đồng sáng kiến tỉnh", school.clock().today()};
    school.take([&] { return referrals.refer(above); });
    school.take([&] { return referrals.drop(service.initiative(id).value().referrals.front().id); });
    school.take([&] { return referrals.refer(above); });
    school.take([&] { return referrals.refused(service.initiative(id).value().referrals.front().id, school.clock().today(), "Trùng giải pháp"); });
    school.take([&] { return InitiativeLedger(school.file()).setUse(id, author, "bang-khen-tinh"); });
    const auto other = school.take([&] { return service.addInitiative(item, authors); });
    school.take([&] { return service.removeInitiative(other); });
}

/// The council of initiatives: what its members follow and noted, and the marks of a meeting.
void scores(WalkedSchool& school)
{
    CouncilService councils(school.file());
    CouncilDraft draft;
    draft.council.kind = domain::CouncilKind::Initiative;
    draft.council.year = school.year(2022);
    draft.council.name = "Hội đồng sáng kiến";
    draft.members = {{domain::CouncilId(0), 0, *school.person("Trần Thị Minh Nguyệt").person, domain::CouncilRole::Chair, {}, {}},
                     {domain::CouncilId(0), 0, *school.person("Lê Thị Thùy Dung").person, domain::CouncilRole::Secretary, {}, {}}};
    const auto council = councils.draftCouncil(draft).value().value;
    REQUIRE(councils.establish(council, {97, "", school.clock().today()}, {{std::nullopt, "Căn cứ Điều lệ Sáng kiến"}}));
    CouncilFollowingService following(school.file());
    const auto member = draft.members.front().person;
    school.take([&] { return following.setCharges(council, member, {following.choices(council).value().front().charge}); });
    domain::CouncilNote note{council, member, std::nullopt, std::nullopt, school.clock().today(), "Đã dự một tiết"};
    const auto id = school.take([&] { return following.addNote(note); });
    note.note = "Đã dự hai tiết";
    school.take([&] { return following.editNote(id, note, 1); });
    school.take([&] { return following.removeNote(id); });
    domain::Meeting meeting;
    meeting.council = council;
    meeting.title = "Họp xét sáng kiến";
    meeting.heldOn = school.clock().today();
    const auto held = councils.createMeeting(meeting).value().value;
    const auto line = *councils.meeting(held).value().tallies.front().line.initiative;
    domain::InitiativeMark mark;
    mark.novelty = 200;
    school.take([&] { return InitiativeScores(school.file()).record(held, line, {mark}); });
}

void letters(WalkedSchool& school)
{
    LetterService service(school.file());
    auto letter = service.proposed(school.year(2022), school.person("A Khôi")).value();
    letter.title = "Việc tốt";
    letter.body = "Cảm ơn thầy.";
    const auto removed = school.take([&] { return service.draft(letter); });
    school.take([&] { return service.remove(removed); });
    const auto id = school.take([&] { return service.draft(letter); });
    letter.title = "Hai việc tốt";
    school.take([&] { return service.edit(id, letter, 1); });
    school.take([&] { return service.issue(id, {98, "", school.clock().today()}); });
}

/// What belongs to a nomination, each thing made, changed and taken away; sent back and again at the end.
void dossier(WalkedSchool& school, const NominationRow& row)
{
    const Date today = school.clock().today();
    std::ofstream(school.scratch() / "cn.pdf", std::ios::binary) << "%PDF-1.4 chứng nhận";
    AttachmentService attachments(school.file());
    const auto owner = domain::AttachmentOwner::of(row.id);
    school.take([&] { return attachments.add(owner, {}, {school.scratch() / "cn.pdf"}); });
    const auto file = attachments.of(owner).value().front();
    school.take([&] { return attachments.assign(file.id, "achievement-report", file.version); });
    school.take([&] { return attachments.remove(file.id); });
    DossierService dossiers(school.file());
    school.take([&] { return dossiers.receive(row.id, "achievement-report", today); });
    domain::Opinion opinion;
    opinion.nomination = row.id;
    opinion.givenOn = today;
    opinion.signer = "Bùi Quang Huy";
    const auto said = school.take([&] { return dossiers.recordOpinion(opinion); });
    school.take([&] { return dossiers.removeOpinion(said); });
    ReportService reports(school.file());
    auto report = reports.report(row.id).value();
    report.achievements = "Dạy giỏi cấp trường";
    school.take([&] { return reports.write(report); });
    school.take([&] { return reports.remove(row.id); });
    NominationService service(school.file());
    const auto version = school.file().data().reader().find<domain::Nomination>(row.id)->version;
    school.take([&] { return service.edit(row.id, {row.nomination.ground, today.plusDays(-1)}, version); });
    school.take([&] { return service.sendBack(row.id, {domain::NominationField::Dossier}, "Thiếu báo cáo"); });
    school.take([&] { return service.sendAgain(row.id); });
}

void nominations(WalkedSchool& school)
{
    const auto y = school.year(2022);
    YearRecordService records(school.file());
    YearFacts facts;
    facts.record.evaluation = domain::Evaluation::Good;
    facts.discipline.push_back({domain::YearRecordId(0), domain::DisciplineForm::Reprimand, school.clock().today(), {}});
    school.take([&] { return records.record(y, school.person("A Khôi"), facts); });
    school.take([&] {
        return records.recordCells(y, {{school.person("A Khôi"), YearColumn::Discipline, "không"}, {school.person("Y Hiền"), YearColumn::Evaluation, "tốt"}});
    });
    NominationService service(school.file());
    school.take([&] { return service.nominate(y, school.clock().today()); });
    const auto row = service.board(y).value().rows.back();
    school.take([&] { return service.overrideVerdict(row.id, "Hội đồng xét đặc cách"); });
    school.take([&] { return service.overrideVerdict(row.id, ""); });
    dossier(school, row);
    school.take([&] { return service.withdraw(row.id, "Chuyển công tác"); });
    school.take([&] { return service.add(y, row.nomination.subject, row.nomination.honour, school.clock().today()); });
    // A fact that another tool has changed: the program is asked to look again.
    REQUIRE(records.recordCells(y, {{row.nomination.subject, YearColumn::Evaluation, "tốt"}}));
    const auto byAnotherTool = [&](const char* grade) {
        school.file().data().reader().execute("UPDATE year_record SET evaluation = ? WHERE school_year_id = ? AND person_id = ?",
                                              {std::string(grade), y.value(), row.nomination.subject.person->value()});
    };
    byAnotherTool("excellent");
    school.take([&] { return service.refresh(y); });
    byAnotherTool("good"); // or the check would name it
}

/// An established council's meeting in which every nomination is counted and one teacher passes, against the verdict with a reason.
domain::MeetingId meeting(WalkedSchool& school, domain::CouncilId council)
{
    CouncilService service(school.file());
    domain::Meeting row;
    row.council = council;
    row.title = "Họp xét thi đua";
    row.heldOn = school.clock().today();
    row.starts = "08:00";
    row.ends = "10:00";
    const auto id = school.take([&] { return service.createMeeting(row); });
    row.starts = "08:00";
    row.place = "Phòng họp";
    school.take([&] { return service.editMeeting(id, row, 1); });
    const auto detail = service.meeting(id).value();
    school.take([&] { return service.recordAttendance(id, {{id, detail.attendance.back().member.id, false, "ốm"}}); });
    return id;
}

/// At the machine: a round given up, one that is counted, a second one that is dropped; what it counted is given up in the end.
void vote(WalkedSchool& school, domain::MeetingId id)
{
    CouncilService service(school.file());
    const auto first = school.take([&] { return service.openRound(id); });
    school.take([&] { return service.voidRound(id, first.id(), {}); });
    auto box = school.take([&] { return service.openRound(id); });
    for (const auto& voter : box.voters())
        REQUIRE(box.cast(voter.member, {}));
    school.take([&] { return service.closeRound(box); });
    school.take([&] { return service.holdSecondRound(id); });
    school.take([&] { return service.dropSecondRound(id); });
    school.take([&] { return service.voidRound(id, box.id(), "Hội đồng bỏ phiếu giấy"); });
}

void posted(WalkedSchool& school, domain::MeetingId id, const domain::BallotLine& line)
{
    PostingService service(school.file());
    const Date today = school.clock().today();
    domain::Posting posting;
    posting.postedOn = posting.until = today;
    posting.place = "Bảng tin";
    const auto removed = school.take([&] { return service.post(id, posting); });
    school.take([&] { return service.remove(removed); });
    const auto made = school.take([&] { return service.post(id, posting); });
    posting.place = "Bảng tin, trang thông tin";
    school.take([&] { return service.edit(made, posting, 1); });
    domain::Objection objection;
    objection.receivedOn = today;
    objection.fromWhom = "Phan Văn Bình";
    objection.line = line;
    objection.content = "Đề nghị xem lại";
    const auto first = school.take([&] { return service.recordObjection(made, objection); });
    objection.content = "Đề nghị xem lại số phiếu";
    school.take([&] { return service.editObjection(first, objection, 1); });
    const auto second = school.take([&] { return service.recordObjection(made, objection); });
    school.take([&] { return service.removeObjection(second); });
    school.take([&] { return service.answer(first, today, "Số phiếu đúng như biên bản"); });
    const auto detail = CouncilService(school.file()).meeting(id).value();
    const auto missed = std::ranges::find_if(detail.tallies, [](const auto& row) { return row.tally && !row.passes && row.line.nomination; });
    REQUIRE(missed != detail.tallies.end());
    school.take([&] { return service.changeLine(made, {domain::PostingId(0), std::nullopt, missed->line, domain::ListOutcome::Withdrawn, today, "Tự xin rút"}); });
    school.clock().set(today.plusDays(1));
    school.take([&] { return service.conclude(made, {today.plusDays(1), true, {}}); });
    school.clock().set(today);
}

/// The last of those who stand for the title is not nominated for the one below.
void forTheTitleAlone(WalkedSchool& school)
{
    NominationService nominations(school.file());
    const auto board = nominations.board(school.year(2022)).value();
    const auto last = std::find_if(board.rows.rbegin(), board.rows.rend(), [](const auto& row) { return row.nomination.honour == "chien-si-thi-dua-co-so"; });
    REQUIRE(last != board.rows.rend());
    for (const auto& row : board.rows)
        if (row.nomination.subject == last->nomination.subject && row.id != last->id)
            REQUIRE(nominations.withdraw(row.id, "Chỉ đề nghị danh hiệu cao hơn"));
}

/// Somebody who is nominated for the title alone misses it and is voted on for the one below.
void lowered(WalkedSchool& school, domain::MeetingId id)
{
    NominationService nominations(school.file());
    const auto y = school.year(2022);
    const auto board = nominations.board(y).value();
    for (const auto& row : board.rows) {
        const auto below = nominations.lowerHonours(row.id).value();
        if (below.empty() || row.nomination.honour != "chien-si-thi-dua-co-so")
            continue;
        const auto meeting = CouncilService(school.file()).meeting(id).value();
        const auto line = std::ranges::find(meeting.tallies, domain::BallotLine::of(row.id), &TallyRow::line);
        if (line == meeting.tallies.end() || !line->tally || line->passes)
            continue;
        const auto made = school.take([&] { return nominations.lower(id, row.id, below.front().code); });
        REQUIRE(nominations.withdraw(made, "Hội đồng không xét nữa"));
        return;
    }
    FAIL("nobody missed the title alone");
}

void councils(WalkedSchool& school)
{
    CouncilService service(school.file());
    const auto y = school.year(2022);
    auto draft = service.proposedCouncil(y, domain::CouncilKind::Emulation).value();
    const auto council = school.take([&] { return service.draftCouncil(draft); });
    if (draft.members.size() % 2 == 0)
        draft.members.pop_back();
    else
        draft.members.back().duty = "theo dõi";
    school.take([&] { return service.editCouncil(council, draft, 1); });
    const auto other = school.take([&] { return service.draftCouncil(draft); });
    school.take([&] { return service.removeCouncil(other); });
    school.take([&] { return service.establish(council, {90, "", school.clock().today()}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}}); });
    REQUIRE(NominationService(school.file()).nominate(y, school.clock().today()));
    forTheTitleAlone(school);
    const auto removed = meeting(school, council);
    const auto id = meeting(school, council);
    const auto detail = service.meeting(id).value();
    std::vector<domain::Tally> tallies;
    domain::NominationId passed{0};
    for (const auto& row : detail.tallies) {
        domain::Tally tally;
        tally.line = row.line;
        tally.issued = tally.collected = tally.valid = row.voters.most();
        if (passed == domain::NominationId(0) && row.honour == "chien-si-thi-dua-co-so" && row.canPass()) {
            passed = *row.line.nomination;
            tally.inFavour = row.voters.most();
        }
        tallies.push_back(tally);
    }
    REQUIRE(passed != domain::NominationId(0));
    const auto& line = tallies.front().line;
    school.take([&] { return service.recordRecusals(removed, line, {{removed, line, detail.attendance.front().member.id, "vợ của người được xét"}}); });
    auto fewer = tallies.front();
    fewer.issued = fewer.collected = fewer.valid = service.meeting(removed).value().tallies.front().voters.most();
    fewer.inFavour = 0;
    school.take([&] { return service.nameTellers(removed, {detail.attendance[0].member.member.person}); });
    school.take([&] { return service.recordTallies(removed, {fewer}); });
    school.take([&] { return service.removeMeeting(removed); });
    vote(school, id);
    school.take([&] { return service.nameTellers(id, {detail.attendance[0].member.member.person, detail.attendance[1].member.member.person}); });
    school.take([&] { return service.recordTallies(id, tallies); });
    REQUIRE(NominationService(school.file()).overrideVerdict(passed, "Hội đồng xét đặc cách"));
    lowered(school, id);
    school.take([&] { return service.closeMeeting(id, {"Nhất trí", "Hội đồng đề nghị vượt hạn mức", "11:00"}); });
    posted(school, id, line);

    SubmissionService decisions(school.file());
    const auto removedDraft = school.take([&] { return decisions.draftSubmission(id); });
    school.take([&] { return decisions.removeSubmission(removedDraft); });
    const auto submission = school.take([&] { return decisions.draftSubmission(id); });
    auto edited = decisions.submission(submission).value();
    edited.submission.body = "Kính đề nghị xét";
    school.take([&] { return decisions.editSubmission(submission, edited.submission, edited.version); });
    school.take([&] { return decisions.issueSubmission(submission, {92, "", school.clock().today()}); });
    RecordOutcome outcome;
    outcome.submission = submission;
    outcome.decisionNumber = "1207/QĐ-UBND";
    outcome.decidedOn = school.clock().today();
    outcome.issuer = "Chủ tịch Ủy ban nhân dân huyện";
    outcome.lines = {{edited.lines.front().id, domain::Outcome::Conferred, {}}};
    school.take([&] { return decisions.recordOutcome(outcome); });
}

void decisions(WalkedSchool& school)
{
    DecisionService service(school.file());
    domain::Decision decision;
    decision.year = school.year(2022);
    decision.title = "Về việc thử";
    const auto id = school.take([&] { return service.draftDecision(decision); });
    decision.articles = "Điều khoản thứ nhất";
    decision.bases = {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}};
    decision.recipients = {{"Lưu: VT", {}}};
    school.take([&] { return service.editDecision(id, decision, 1); });
    school.take([&] { return service.removeDecision(id); });
    const auto other = school.take([&] { return service.draftDecision(decision); });
    school.take([&] { return service.issueDecision(other, {93, "", school.clock().today()}); });
}

void rulesOfTheSchool(WalkedSchool& school)
{
    REQUIRE(NominationService(school.file()).nominate(school.year(2022), school.clock().today()));
    RegulationService service(school.file());
    RulePackService packs(school.file());
    domain::Regulation entry;
    entry.kind = domain::RegulationKind::Condition;
    entry.target = "absence_days";
    entry.value = nlohmann::json{{"days", 10}, {"reasons", {"sick", "unpaid"}}, {"honours", {"lao-dong-tien-tien"}}}.dump();
    entry.from = Date(2022, 9, 1);
    entry.to = Date(2023, 12, 31); // the law's opening is cited anew from 2024 on
    entry.cite = "Điều 5 Quy chế thi đua, khen thưởng";
    entry.reason = "Hội nghị viên chức thống nhất";
    const auto id = school.take([&] { return service.add(entry); });
    entry.to = Date(2023, 6, 30);
    school.take([&] { return service.edit(id, 1, entry); });
    school.take([&] { return service.remove(id); });
    const auto path = school.scratch() / "goi.json";
    REQUIRE(packs.exportPack(path, "Bộ quy định 2023", "Phòng GD&ĐT", "Cập nhật chung"));
    auto file = rules::readPackFile(bytesOf(path)).value();
    for (auto& param : file.rules["params"])
        if (param["id"] == "min_grade_staff")
            for (auto& value : param["values"])
                value["value"] = "excellent";
    std::ofstream(path, std::ios::binary) << rules::writePackFile(file);
    const auto offer = packs.readPack(path).value();
    school.take([&] { return packs.takePack(offer); });
    school.take([&] { return packs.dropPack("trở lại như cũ"); });
}

}

const std::vector<Walk>& walks()
{
    static const std::vector<Walk> kWalks{{"people, collectives and history", people, false},
                                          {"lists from spreadsheets", imports, false},
                                          {"stated facts", statements, false},
                                          {"years and the school", years, false},
                                          {"legal texts and observances", library, false},
                                          {"plans and targets", plans, false},
                                          {"campaigns", campaigns, false},
                                          {"registrations", registrations, false},
                                          {"activities and groups", activities, false},
                                          {"contests", contests, false},
                                          {"initiatives", initiatives, false},
                                          {"initiatives before their council", scores, false},
                                          {"letters of commendation", letters, false},
                                          {"results of the year and nominations", nominations, true},
                                          {"council, meeting, submission and outcome", councils, true},
                                          {"decisions", decisions, false},
                                          {"regulations and rule packs", rulesOfTheSchool, true}};
    return kWalks;
}

std::vector<std::string> factsOf(SampleSchool& school, const domain::SubjectRef& subject)
{
    auto& reader = school.file().data().reader();
    std::vector<std::string> all;
    for (const auto& row : storage::repo::years(reader)) {
        const FactBuilder builder(reader, row.id, school.file().rules(), FactBuilder::Purpose::AllFacts);
        for (const auto& honour : storage::repo::honoursEverUsed(reader))
            all.push_back(row.data.year.text() + " " + honour + " "
                          + rules::toJson(builder.makeCase(subject, honour, row.data.lastDay, rules::Stage::Nomination)).dump());
    }
    return all;
}

}

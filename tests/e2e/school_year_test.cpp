// SPDX-License-Identifier: GPL-3.0-or-later
// One school year of a new school, from the first staff list to the award list, through the window, day by day.
#include "domain/plan.h"
#include "support/catch.h"

#include "support/jobs.h"

#include "e2e/hand.h"
#include "e2e/school_year_data.h"
#include "services/papers/paper_issuer.h"
#include "services/papers/paper_gaps.h"
#include "services/prepare/plan_service.h"
#include "services/award/decision_service.h"
#include "services/award/submission_service.h"
#include "services/core/backup_service.h"
#include "services/core/school_service.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/papers/document_service.h"
#include "services/people/people_service.h"
#include "services/prepare/campaign_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "ui/print/page_view.h"
#include "ui/print/preview_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QPushButton>

using namespace thidua;
using namespace thidua::test;

namespace {

const QString kAdvanced = QStringLiteral("lao-dong-tien-tien");
const QString kFighter = QStringLiteral("chien-si-thi-dua-co-so");

/// The story's chapters, each on its day; what they leave is checked with the services.
struct Story {
    OpenWindow opened{Date(2021, 9, 6), ""};
    Hand hand{opened};

    Story()
    {
        auto made = services::SchoolFile::create(opened.path(), foundation(), opened.clock, {"Lê Thị Thùy Dung"});
        REQUIRE(made);
        made->reset();
        opened.open();
    }
    services::SchoolFile& file() { return opened.school->file(); }
    domain::SchoolYearId year() { return services::SchoolService(file()).yearOf(kYear)->id; }
    ui::Page& at(Date day, const QString& page)
    {
        if (!(opened.clock.today() == day)) {
            opened.clock.set(day);
            opened.window().reloadAll();
        }
        wake(); // a dialog may have been in front
        auto& shown = opened.page(page);
        REQUIRE(shown.info().id == page);
        Hand::settle();
        return shown;
    }
    void wake()
    {
        opened.window().activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&opened.window()));
    }
    std::int64_t person(const std::string& name)
    {
        for (const auto& row : taken(services::PeopleService(file()).staff(year())))
            if (row.person.fullName == name)
                return row.id.value();
        FAIL("nobody is called " << name);
        return 0;
    }
    services::RegistrationBoard board() { return *services::RegistrationService(file()).board(year()); }
    std::vector<services::NominationRow> nominations() { return services::NominationService(file()).board(year())->rows; }
    services::NominationRow nomination(const std::string& name, const QString& honour)
    {
        for (const auto& row : nominations())
            if (row.nomination.name == name && QString::fromStdString(row.nomination.honour) == honour)
                return row;
        FAIL("no nomination of " << name);
        std::terminate();
    }
    services::MeetingDetail meeting()
    {
        services::CouncilService councils(file());
        return *councils.meeting(councils.meetings(year())->front().id);
    }

    void takeStaff();
    void foundCouncil();
    void issuePlan();
    void startCampaign();
    void endCampaign();
    void enrol(const std::string& name, bool fighter, const QString& initiative, const QString& lateReason = {});
    void enrolAll();
    void recordYear();
    void recogniseInitiatives();
    void nominate();
    void enterMissingFact();
    void enterWhatIsStillUnknown();
    void meet();
    void countVotes();
    void submit();
    void receiveAnswer();
    void readAwards();
    void keepSafe();
    void openAgain();
};

void Story::takeStaff()
{
    at(Date(2021, 9, 6), "staff");
    QApplication::clipboard()->setText(kStaff);
    bool came = false;
    QTimer::singleShot(0, &opened.window(), [&] {
        auto* dialog = QApplication::activeModalWidget();
        came = dialog != nullptr && dialog->objectName() == QLatin1String("staffPaste");
        if (came)
            QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("pasteWrite")), Qt::LeftButton);
    });
    auto* table = opened.window().currentPage()->findChild<ui::RecordTable*>();
    table->view()->setFocus();
    QTest::keyClick(table->view(), Qt::Key_V, Qt::ControlModifier);
    REQUIRE(came);
    CHECK(services::PeopleService(file()).staff(year())->size() == 11);
    CHECK(table->shownIds().size() == 11);
}

void Story::foundCouncil()
{
    at(Date(2021, 9, 8), "council");
    hand.act("council.propose");
    auto& members = hand.find<ui::RecordTable>("council-members");
    // Head, deputy, clerk, three team leaders: an even number; six seats of the charter nobody is proposed for yet.
    REQUIRE(members.shownIds().size() == 12);
    CHECK(hand.words().contains(QStringLiteral("chưa chọn")));
    CHECK_FALSE(hand.can("council.establish"));
    CHECK(hand.words().contains(QStringLiteral("số lẻ")));
    hand.act("council.member-add");
    auto& who = hand.find<ui::SearchField>("member-person");
    who.setFocus();
    QTest::keyClicks(&who, "nguyen thi hoa");
    Hand::settle();
    QTest::keyClick(&who, Qt::Key_Return);
    Hand::settle();
    CHECK(who.value() == person("Nguyễn Thị Hoa"));
    hand.act("council.save"); // asked about the empty seats, nobody answers: still not written
    CHECK(services::CouncilService(file()).councils(year())->empty());
    opened.prompter.answer(true);
    hand.act("council.save");
    REQUIRE(services::CouncilService(file()).councils(year())->front().members.size() == 7);
    hand.act("council.establish");
    hand.keys("issueNumber", "28");
    hand.click("issueNow");
    const auto founded = services::CouncilService(file()).councils(year())->front();
    CHECK(founded.council.state == domain::CouncilState::Established);
    CHECK(founded.decisionText.starts_with("28/QĐ-THĐT"));
}

void Story::issuePlan()
{
    auto& page = at(Date(2021, 9, 15), "plans");
    page.setFocus();
    hand.press(Qt::Key_N, Qt::ControlModifier);
    hand.write("title", QStringLiteral("Phát động phong trào thi đua năm học 2021 - 2022"));
    hand.act("plans.save");
    page.setFocus();
    hand.press(Qt::Key_Escape);
    hand.actAndFill("plans.issue", "issueDialog", [](QWidget& dialog) { issue(dialog, "31", "15/9/21"); });
    const auto plan = services::PlanService(file()).plans(year())->front().data;
    CHECK(plan.state == domain::PlanState::Issued);
    CHECK(plan.number.text() == "31/KH-THĐT");
}

void Story::startCampaign()
{
    auto& page = at(Date(2021, 10, 18), "campaigns");
    page.setFocus();
    hand.press(Qt::Key_N, Qt::ControlModifier);
    hand.write("campaignName", QStringLiteral("Thi đua chào mừng Ngày Nhà giáo Việt Nam 20/11"));
    hand.write("campaignTheme", QStringLiteral("Chào mừng Ngày Nhà giáo Việt Nam"));
    hand.write("campaignItems", QStringLiteral("Thao giảng\nDự giờ"));
    hand.keys("campaignFrom", "18/10/21");
    hand.keys("campaignTo", "20/11/21");
    hand.click("campaignSave");
    hand.act("campaigns.launch");
    hand.click("campaignSave");
    CHECK(services::CampaignService(file()).campaigns(year())->front().campaign.state == domain::CampaignState::Launched);
}

void Story::endCampaign()
{
    at(Date(2021, 11, 19), "campaigns");
    hand.act("campaigns.review");
    hand.write("campaignNote", QStringLiteral("Ba tổ đã thao giảng 11 tiết."));
    hand.click("campaignSave");
    at(Date(2021, 11, 22), "campaigns");
    hand.act("campaigns.close");
    hand.write("campaignNote", QStringLiteral("Kết thúc đúng hạn."));
    hand.click("campaignSave");
    const auto campaign = services::CampaignService(file()).campaigns(year())->front();
    CHECK(campaign.campaign.state == domain::CampaignState::Closed);
    CHECK(campaign.items == std::vector<std::string>{"Thao giảng", "Dự giờ"});
}

void Story::enrol(const std::string& name, bool fighter, const QString& initiative, const QString& lateReason)
{
    INFO(name);
    auto& table = hand.find<ui::RecordTable>("registrationsTable");
    REQUIRE(table.setCurrentId(person(name)));
    Hand::settle();
    std::vector<QString> honours{kAdvanced};
    if (fighter)
        honours.push_back(kFighter);
    for (const auto& honour : honours) {
        auto& tick = hand.find<QCheckBox>(QStringLiteral("honour.") + honour);
        tick.setFocus();
        QTest::keyClick(&tick, Qt::Key_Space);
    }
    if (!initiative.isEmpty())
        hand.write("initiativeTitle", initiative);
    if (!lateReason.isEmpty()) {
        hand.click("registrationSave"); // refused without the reason
        CHECK(board().registered == 10);
        hand.write("lateReason", lateReason);
    }
    hand.click("registrationSave");
}

void Story::enrolAll()
{
    at(Date(2021, 9, 28), "registrations");
    const auto start = board();
    for (const auto& row : start.rows) {
        if (!row.subject.person || row.name == "Phạm Thị Yến")
            continue;
        const bool hoa = row.name == "Nguyễn Thị Hoa", an = row.name == "Đỗ Văn An";
        enrol(row.name, hoa || an, hoa ? QStringLiteral("Góc đọc sách của lớp 1") : an ? QStringLiteral("Vườn rau của em") : QString());
    }
    CHECK(board().registered == 10);
    at(Date(2021, 10, 8), "registrations"); // the deadline is 5 October
    enrol("Phạm Thị Yến", false, {}, QStringLiteral("Nghỉ phép đến 07/10"));
    const auto all = board();
    CHECK(all.registered == 11);
    const auto fighters = std::ranges::find_if(all.quotas, [](const auto& line) { return line.count == 2; });
    REQUIRE(fighters != all.quotas.end());
    CHECK(hand.words().contains(QStringLiteral("2 / %1 — vượt").arg(fighters->allowed)));
    hand.act("registrations.hand-in");
    hand.click("handInDialog.verb");
    const auto lists = services::RegistrationService(file()).handedIn(year());
    REQUIRE(lists->size() == 1);
    CHECK(lists->front().lines.size() >= 11);
}

void Story::recordYear()
{
    at(Date(2022, 5, 16), "year-records");
    auto& grid = hand.find<ui::GridTable>("yearPeople");
    REQUIRE(grid.rows().size() == 11);
    const auto first = grid.rows()[0].id;
    hand.cell(grid, first, "evaluation", "t");
    CHECK(services::YearRecordService(file()).rows(year())->size() >= 11);
    QString block;
    for (int i = 0; i < 11; ++i)
        block += QStringLiteral("HTT\t12\tKhông\t0\tKhông\n");
    QApplication::clipboard()->setText(block);
    grid.goTo(first, "evaluation");
    grid.view()->setFocus();
    hand.press(Qt::Key_V, Qt::ControlModifier);
    const auto huy = person("Bùi Quang Huy");
    grid.goTo(huy, "evaluation");
    hand.press(Qt::Key_Delete);
    for (const auto& row : taken(services::YearRecordService(file()).rows(year()))) {
        if (!row.subject.person)
            continue;
        INFO(row.name);
        CHECK(row.facts.record.evaluation.has_value() == (row.name != "Bùi Quang Huy"));
        CHECK(row.facts.record.monthsWorked == 12);
        CHECK(row.facts.record.noDisciplineConfirmedOn == Date(2022, 5, 16));
    }
}

void Story::recogniseInitiatives()
{
    at(Date(2022, 5, 17), "initiatives");
    auto* table = opened.window().currentPage()->findChild<ui::RecordTable*>();
    REQUIRE(table->shownIds().size() == 2);
    table->setCurrentId(table->shownIds().front());
    table->view()->setFocus();
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.act("initiatives.recognise");
    hand.keys("issueNumber", "41");
    hand.write("issueProposer", QStringLiteral("các tổ chuyên môn")); // no council of initiatives was founded
    hand.click("issueNow");
    for (const auto& row : taken(services::InitiativeService(file()).initiatives(year()))) {
        INFO(row.initiative.title);
        CHECK(row.initiative.state == domain::InitiativeState::Recognised);
        CHECK(row.initiative.decisionNumber.starts_with("41/QĐ-THĐT"));
    }
}

void Story::nominate()
{
    at(Date(2022, 5, 20), "nominations");
    hand.act("nominations.gather");
    hand.keys("gather-date", "20/5/22");
    hand.click("gatherSave");
    CHECK(nominations().size() == 13);
}

void Story::enterMissingFact()
{
    const auto id = nomination("Bùi Quang Huy", kAdvanced).id.value();
    auto& table = hand.find<ui::RecordTable>("nominations-table");
    REQUIRE(table.setCurrentId(id));
    REQUIRE(nomination("Bùi Quang Huy", kAdvanced).verdict.verdict == rules::VerdictKind::Undetermined);
    hand.choose("fact-evaluation-value", "good");
    hand.click("fact-evaluation-save");
    const auto judged = nomination("Bùi Quang Huy", kAdvanced);
    for (const auto& finding : judged.verdict.findings)
        if (finding.id == "evaluation")
            CHECK(finding.outcome == rules::Outcome::Pass);
    CHECK(table.currentId() == id);
}

/// The rest is a yes or no each, asked for in the panel of the verdict.
void Story::enterWhatIsStillUnknown()
{
    auto& table = hand.find<ui::RecordTable>("nominations-table");
    for (const auto& row : nominations()) {
        REQUIRE(table.setCurrentId(row.id.value()));
        Hand::settle();
        for (const auto& finding : row.verdict.findings) {
            const QString name = QStringLiteral("fact-") + QString::fromStdString(finding.id);
            for (const char* answer : {"-no", "-none"})
                if (finding.outcome == rules::Outcome::Unknown && hand.maybe<QPushButton>(name + QLatin1String(answer)))
                    hand.click(name + QLatin1String(answer));
        }
    }
    for (const auto& row : nominations()) {
        INFO(row.nomination.name << " " << row.honourName);
        for (const auto& finding : row.verdict.findings)
            if (finding.outcome != rules::Outcome::Pass)
                UNSCOPED_INFO(finding.id << " is wanting");
        CHECK(row.verdict.verdict == rules::VerdictKind::Eligible);
    }
    CHECK(opened.window().currentPage()->summaryLabel()->text().contains(QStringLiteral("13 đủ điều kiện")));
}

void Story::meet()
{
    at(Date(2022, 5, 24), "council");
    hand.act("council.meeting-add");
    hand.click("meeting-create");
    const auto absent = meeting().attendance.back().member.id.value();
    hand.click(QStringLiteral("present-%1").arg(absent));
    hand.write(QStringLiteral("reason-%1").arg(absent), QStringLiteral("Tập huấn tại huyện"));
    hand.press(Qt::Key_Return);
    CHECK(meeting().present == 6);
    CHECK(meeting().attendance.back().reason == "Tập huấn tại huyện");
    hand.write("meeting-starts", QStringLiteral("14:00"));
    hand.write("meeting-place", QStringLiteral("Phòng họp nhà trường"));
    hand.click("meeting-basics-save");
    hand.act("council.next");
    hand.act("council.next");
    const char* tellers[] = {"bui quang huy", "a khoi"};
    for (int i = 0; i < 2; ++i) {
        auto& who = hand.find<ui::SearchField>(QStringLiteral("teller-%1").arg(i + 1));
        who.setFocus();
        QTest::keyClicks(&who, tellers[i]);
        Hand::settle();
        QTest::keyClick(&who, Qt::Key_Return);
        Hand::settle();
    }
    hand.click("tellers-save");
    REQUIRE(meeting().tellers.size() == 2);
    while (hand.maybe<ui::GridTable>("tally-grid") == nullptr)
        hand.act("council.next");
    countVotes();
    hand.act("council.next");
    hand.write("minutes-conclusions", QStringLiteral("Thông qua danh sách đề nghị."));
    hand.act("council.close"); // the hour of the end is missing: the keyboard stands there
    CHECK(meeting().meeting.state == domain::MeetingState::Draft);
    CHECK(QApplication::focusWidget() == &hand.find<QLineEdit>("minutes-ends"));
    hand.write("minutes-ends", QStringLiteral("16:30"));
    opened.prompter.answer(true);
    hand.act("council.close");
    CHECK(meeting().meeting.state == domain::MeetingState::Closed);
    CHECK(nomination("Nguyễn Thị Hoa", kFighter).nomination.state == domain::NominationState::Passed);
    CHECK(nomination("Đỗ Văn An", kFighter).nomination.state == domain::NominationState::NotPassed);
    CHECK(nomination("Hoàng Thị Bích Liên", kAdvanced).nomination.state == domain::NominationState::NotPassed);
}

void Story::countVotes()
{
    auto& grid = hand.find<ui::GridTable>("tally-grid");
    const char* columns[] = {"issued", "collected", "valid", "invalid", "inFavour"};
    const auto rows = meeting().tallies;
    REQUIRE(rows.size() == 13);
    for (const auto& row : rows) {
        const bool few = row.name == "Hoàng Thị Bích Liên" || (row.name == "Đỗ Văn An" && QString::fromStdString(row.honour) == kFighter);
        const bool wrong = &row == &rows.front();
        const int most = row.voters.most(); // nobody votes on a line of their own
        const auto valid = QString::number(wrong ? most - 1 : most);
        const QString figures[] = {QString::number(most), QString::number(most), valid, "0", few ? "2" : valid};
        for (std::size_t i = 0; i < 5; ++i)
            hand.cell(grid, row.line.id(), QLatin1String(columns[i]), figures[i]);
        if (few) // all who did not agree were against; that nobody had another opinion need not be typed then
            hand.cell(grid, row.line.id(), QStringLiteral("against"), QString::number(valid.toInt() - 2));
    }
    CHECK_FALSE(meeting().tallies.front().tally);
    CHECK(hand.words().contains(QStringLiteral("thiếu 1 phiếu")));
    CHECK_FALSE(hand.can("council.next"));
    hand.cell(grid, rows.front().line.id(), "invalid", "1");
    CHECK(grid.errorCount() == 0);
    const auto counted = meeting();
    for (const auto& row : counted.tallies)
        CHECK(row.tally.has_value());
}

void Story::submit()
{
    at(Date(2022, 5, 26), "submissions");
    opened.prompter.answer(0);
    hand.act("submissions.add");
    // Who decides there is not known yet: the submission is not issued without it.
    const auto draft = services::SubmissionService(file()).submissions(year())->front();
    const auto gaps = services::PaperIssuer(file()).gaps(services::PaperKind::Submission, draft.id.value()).value();
    for (const auto& gap : gaps)
        UNSCOPED_INFO(gap.field << ' ' << gap.label);
    REQUIRE(gaps.size() == 1);
    CHECK(gaps.front().inSchool);
    services::SchoolService schools(file());
    auto school = schools.school().value();
    school.data.conferringHead = "Chủ tịch Ủy ban nhân dân huyện Kon Plông";
    school.data.conferringAgency = "Ủy ban nhân dân huyện Kon Plông";
    REQUIRE(opened.window().runner().run([&] { return schools.editSchool(school.data, school.version); }));
    hand.actAndFill("submissions.issue", "issueDialog", [](QWidget& dialog) { issue(dialog, "17", "26/5/22"); });
    const auto submission = services::SubmissionService(file()).submissions(year())->front();
    CHECK(submission.submission.state != domain::SubmissionState::Draft);
    CHECK(submission.waiting == 11);
}

void Story::receiveAnswer()
{
    at(Date(2022, 7, 6), "submissions");
    hand.act("submissions.outcome");
    for (auto* button : opened.window().currentPage()->findChildren<QPushButton*>())
        if (button->objectName().startsWith(QLatin1String("allConferred")))
            QTest::mouseClick(button, Qt::LeftButton);
    hand.write("decisionNumber", QStringLiteral("1356/QĐ-UBND"));
    hand.keys("decidedOn", "4/7/22");
    hand.find<QLineEdit>("issuer").clear(); // who decides there stands in the field by itself
    hand.click("outcomeSave");       // nobody has said who decided
    CHECK(taken(services::SubmissionService(file()).submissions(year())).front().waiting == 11);
    hand.write("issuer", QStringLiteral("Chủ tịch Ủy ban nhân dân huyện Kon Plông"));
    hand.click("outcomeSave");
    CHECK(services::SubmissionService(file()).submissions(year())->front().waiting == 0);
}

void Story::readAwards()
{
    auto& page = at(Date(2022, 7, 8), "awards");
    CHECK(page.summaryLabel()->text().contains(QStringLiteral("11 danh hiệu")));
    std::set<std::string> known;
    for (const auto& row : taken(services::PeopleService(file()).staff(year())))
        known.insert(row.person.fullName);
    auto expected = kAwarded;
    expected.insert(expected.begin(), "Nguyễn Thị Hoa"); // Chiến sĩ thi đua cơ sở stands first
    const auto paper = services::DocumentService(file()).build(services::PaperKind::AwardList, std::nullopt, year());
    REQUIRE(paper);
    CHECK(namesIn(*paper, known) == expected);
    int pages = 0;
    QTimer::singleShot(0, &opened.window(), [&] {
        auto* preview = qobject_cast<ui::PreviewDialog*>(QApplication::activeModalWidget());
        if (preview == nullptr)
            return;
        pages = preview->pageView().pageCount();
        QTest::keyClick(preview, Qt::Key_Escape);
    });
    auto* table = page.findChild<ui::RecordTable*>();
    table->view()->setFocus();
    hand.press(Qt::Key_P, Qt::ControlModifier);
    CHECK(pages > 0);
}

void Story::keepSafe()
{
    const auto folder = opened.scratch / "usb";
    std::filesystem::create_directories(folder);
    opened.prompter.answer(QString::fromStdString(folder.string()));
    at(Date(2022, 7, 9), "overview");
    hand.click("backupNow");
    REQUIRE(test::waitForJobs(opened.window()));
    CHECK(services::BackupService::age(file()).current);
    REQUIRE_FALSE(std::filesystem::is_empty(folder));
    CHECK(services::BackupService::verify(std::filesystem::directory_iterator(folder)->path()));
    CHECK(opened.window().close());
}

void Story::openAgain()
{
    opened.open();
    CHECK(services::PeopleService(file()).staff(year())->size() == 11);
    CHECK(services::CouncilService(file()).councils(year())->size() == 1);
    CHECK(services::CampaignService(file()).campaigns(year())->size() == 1);
    CHECK(board().registered == 11);
    CHECK(nominations().size() == 13);
    CHECK(services::DecisionService(file()).awards(year())->size() == 11);
    auto& page = at(Date(2022, 7, 9), "history");
    CHECK(page.findChild<ui::RecordTable*>()->shownIds().size() == 11);
    const auto wrong = file().check();
    REQUIRE(wrong);
    CHECK(*wrong == std::vector<std::string>{});
}

}

TEST_CASE("a new school lives through its first year, from the staff list to the award list")
{
    Story story;
    story.takeStaff();
    story.foundCouncil();
    story.issuePlan();
    story.enrolAll();
    story.startCampaign();
    story.endCampaign();
    story.recordYear();
    story.recogniseInitiatives();
    story.nominate();
    story.enterMissingFact();
    story.enterWhatIsStillUnknown();
    story.meet();
    story.submit();
    story.receiveAnswer();
    story.readAwards();
    story.keepSafe();
    story.openAgain();
}

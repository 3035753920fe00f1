// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.h"

#include "services/award/decision_service.h"
#include "services/core/school_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/people/people_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "support/sample_file.h"
#include "ui/pages/review/council_page.h"
#include "ui/pages/review/nominations_page.h"
#include "ui/pages/review/review_pages.h"
#include "ui/pages/review/review_words.h"
#include "ui/pages/review/tally_sheet.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct ReviewPagesFixture {
    QTemporaryDir scratch;
    FixedClock clock{Date(2023, 5, 20)};
    std::unique_ptr<services::SchoolFile> file;
    QSettings settings{scratch.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    std::unique_ptr<SchoolContext> context;
    std::unique_ptr<MainWindow> window;
    QStringList previewed;

    explicit ReviewPagesFixture(int year = 2022, bool closed = false)
    {
        const auto path = std::filesystem::path(scratch.filePath(QStringLiteral("truong.thidua")).toStdU16String());
        std::filesystem::copy_file(test::sampleFile(Date(2023, 5, 20)), path);
        auto opened = services::SchoolFile::open(path, services::SchoolFile::Mode::ReadWrite, clock, {"Lê Thị Thùy Dung"});
        REQUIRE(opened);
        file = std::move(*opened);
        context = std::make_unique<SchoolContext>(SchoolContext{
            *file, [this](const documents::Document&, const QString& name, const std::vector<std::string>&) { previewed << name; }, [](SchoolYear) {}});
        window = std::make_unique<MainWindow>(prompter, settings);
        addReviewPages(*window, *context);
        window->setUndo([this] { window->runner().run([this] { return file->undo(); }); }, [] {});
        window->setSchoolYear(SchoolYear(year), closed);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        settle();
    }

    static void settle()
    {
        for (int i = 0; i < 4; ++i) {
            QApplication::processEvents();
            QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    void open(const char* page)
    {
        REQUIRE(window->showPage(QLatin1String(page)));
        settle();
    }
    template <class T> T* maybe(const QString& name)
    {
        settle();
        return window->currentPage()->findChild<T*>(name);
    }
    template <class T> T& part(const QString& name)
    {
        auto* found = maybe<T>(name);
        INFO(name.toStdString());
        REQUIRE(found != nullptr);
        return *found;
    }
    void click(const QString& name)
    {
        auto& button = part<QPushButton>(name);
        REQUIRE(button.isEnabled());
        button.click();
        settle();
    }
    QAction& action(const char* id)
    {
        auto* found = window->shell().actions.find(QLatin1String(id));
        REQUIRE(found != nullptr);
        return *found;
    }
    void trigger(const char* id)
    {
        REQUIRE(action(id).isEnabled());
        action(id).trigger();
        settle();
    }
    QString summary() { return window->currentPage()->summaryLabel()->text(); }
    domain::SchoolYearId year(int start = 2022) { return services::SchoolService(*file).yearOf(SchoolYear(start))->id; }
    services::NominationBoard board(int start = 2022) { return *services::NominationService(*file).board(year(start)); }
    services::NominationRow row(std::int64_t id)
    {
        for (auto& found : board().rows)
            if (found.id.value() == id)
                return found;
        FAIL("no such nomination");
        std::terminate();
    }
    RecordTable& nominations() { return part<RecordTable>(QStringLiteral("nominations-table")); }

    /// A nomination for each registration of the year, made on the page.
    void gather()
    {
        open("nominations");
        trigger("nominations.gather");
        click(QStringLiteral("gatherSave"));
    }
    std::int64_t nominationOf(const std::string& honour)
    {
        for (const auto& found : board().rows)
            if (found.nomination.honour == honour)
                return found.id.value();
        FAIL("nobody nominated for " + honour);
        return 0;
    }
    services::MeetingDetail meeting()
    {
        services::CouncilService councils(*file);
        const auto all = councils.meetings(year());
        REQUIRE(all);
        REQUIRE_FALSE(all->empty());
        return *councils.meeting(all->front().id);
    }
    /// Composes, founds and leaves an established council.
    void foundCouncil()
    {
        open("council");
        trigger("council.propose");
        trigger("council.save");
        trigger("council.establish");
        auto* dialog = window->findChild<QDialog*>(QStringLiteral("issueDialog"));
        REQUIRE(dialog != nullptr);
        dialog->findChild<QPushButton*>(QStringLiteral("issueNow"))->click();
        settle();
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
    }
    void makeMeeting()
    {
        trigger("council.meeting-add");
        click(QStringLiteral("meeting-create"));
    }
    /// Hour, place, end and tellers: what the minutes must state beside what a test is about.
    void fillMinutes()
    {
        services::CouncilService councils(*file);
        const auto detail = meeting();
        auto row = detail.meeting;
        row.starts = "08:00";
        row.ends = "10:30";
        row.place = "Phòng họp";
        REQUIRE(window->shell().runner.run([&] { return councils.editMeeting(detail.id, row, detail.version); }));
        if (!detail.tallies.empty())
            REQUIRE(window->shell().runner.run([&] {
                return councils.nameTellers(detail.id, {detail.attendance[0].member.member.person, detail.attendance[1].member.member.person});
            }));
        settle();
    }
    /// Types a figure into the count with the keyboard.
    void count(GridTable& grid, std::int64_t nomination, const char* column, const QString& figure)
    {
        REQUIRE(grid.goTo(nomination, QLatin1String(column)));
        grid.view()->setFocus();
        for (const QChar letter : figure)
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        settle();
    }
    void countLine(GridTable& grid, std::int64_t nomination, const std::vector<int>& figures)
    {
        for (std::size_t i = 0; i < figures.size(); ++i)
            count(grid, nomination, kCountKeys[i], QString::number(figures[i]));
    }
};

rules::Outcome outcomeOf(const services::NominationRow& row, const std::string& finding)
{
    for (const auto& found : row.verdict.findings)
        if (found.id == finding)
            return found.outcome;
    FAIL("no finding " + finding);
    return rules::Outcome::Unknown;
}

}

TEST_CASE("The nominations of a finished year are listed with verdict, votes and sums")
{
    ReviewPagesFixture f(2021);
    f.open("nominations");
    CHECK(f.nominations().shownIds().size() == static_cast<qsizetype>(f.board(2021).rows.size()));
    CHECK(f.summary().startsWith(QStringLiteral("%1 đề nghị").arg(f.board(2021).rows.size())));
    auto& view = f.part<SegmentBar>(QStringLiteral("nominations-view"));
    emit view.chosen(QStringLiteral("ineligible"));
    f.settle();
    CHECK(f.nominations().shownIds().size() == f.board(2021).ineligible);
    emit view.chosen(QStringLiteral("all"));
    const auto shown = f.nominations().shown();
    CHECK(shown.headers.contains(QStringLiteral("Kết luận")));
    CHECK(std::ranges::any_of(shown.rows, [](const auto& row) { return row.cells.join(QStringLiteral("|")).contains(QStringLiteral("7/9")); }));
}

TEST_CASE("One action nominates every registration, by the law of the day asked for")
{
    ReviewPagesFixture f;
    f.open("nominations");
    const int waiting = f.board().registeredWithoutNomination;
    REQUIRE(waiting > 0);
    f.trigger("nominations.gather");
    auto& date = f.part<DateField>(QStringLiteral("gather-date"));
    CHECK(date.value() == Date(2023, 5, 20));
    date.clear();
    f.click(QStringLiteral("gatherSave"));
    CHECK(f.board().rows.empty());
    date.setText(QStringLiteral("10/5/23"));
    f.click(QStringLiteral("gatherSave"));
    const auto board = f.board();
    CHECK(static_cast<int>(board.rows.size()) == waiting);
    CHECK(board.rows.front().nomination.applicableOn == Date(2023, 5, 10));
    CHECK(f.nominations().shownIds().size() == waiting);
    CHECK_FALSE(f.action("nominations.gather").isEnabled());
}

TEST_CASE("A missing fact is entered under its condition and the verdict follows at once")
{
    ReviewPagesFixture f;
    f.gather();
    const auto id = f.nominationOf("lao-dong-tien-tien");
    REQUIRE(f.nominations().setCurrentId(id));
    f.settle();
    REQUIRE(f.row(id).verdict.verdict == rules::VerdictKind::Undetermined);
    REQUIRE(outcomeOf(f.row(id), "evaluation") == rules::Outcome::Unknown);

    auto& grade = f.part<ChoiceField>(QStringLiteral("fact-evaluation-value"));
    CHECK_FALSE(f.part<QPushButton>(QStringLiteral("fact-evaluation-save")).isEnabled());
    grade.setValue("good");
    f.click(QStringLiteral("fact-evaluation-save"));
    CHECK(outcomeOf(f.row(id), "evaluation") == rules::Outcome::Pass);
    CHECK(f.maybe<ChoiceField>(QStringLiteral("fact-evaluation-value")) == nullptr);

    f.click(QStringLiteral("fact-no-discipline-none"));
    CHECK(outcomeOf(f.row(id), "no-discipline") == rules::Outcome::Pass);
    // What is still asked for is a yes or no each.
    for (const auto& finding : f.row(id).verdict.findings)
        if (finding.outcome == rules::Outcome::Unknown) {
            const QString name = QStringLiteral("fact-") + toQ(finding.id);
            f.click(f.maybe<QPushButton>(name + QStringLiteral("-no")) ? name + QStringLiteral("-no") : name + QStringLiteral("-none"));
        }
    CHECK(f.row(id).verdict.verdict == rules::VerdictKind::Eligible);
    CHECK(f.nominations().currentId() == id);
    CHECK(f.summary().contains(QStringLiteral("1 đủ điều kiện")));

    // What was said with yes or no is said otherwise in the same place; what stands in the way leads to where it is kept.
    const QString investigation = QStringLiteral("fact-not-under-investigation");
    f.click(investigation + QStringLiteral("-change"));
    f.click(investigation + QStringLiteral("-yes"));
    CHECK(outcomeOf(f.row(id), "not-under-investigation") == rules::Outcome::Fail);
    CHECK(f.board().openThoughDecided == 0); // nothing else is unknown of it
    CHECK(f.part<QPushButton>(investigation + QStringLiteral("-page")).text().contains(QStringLiteral("kết quả năm học")));
    CHECK(f.window->runner().run([&] { return f.file->undo(); }));
    f.settle();
    CHECK(f.row(id).verdict.verdict == rules::VerdictKind::Eligible);

    // Undoing takes the last fact back, and the page shows it.
    CHECK(f.window->runner().run([&] { return f.file->undo(); }));
    f.settle();
    CHECK(f.row(id).verdict.verdict == rules::VerdictKind::Undetermined);
    CHECK(f.summary().contains(QStringLiteral("0 đủ điều kiện")));
}

TEST_CASE("An initiative's recognition is entered from the condition that lacks it")
{
    ReviewPagesFixture f;
    f.gather();
    const auto id = f.nominationOf("chien-si-thi-dua-co-so");
    REQUIRE(f.nominations().setCurrentId(id));
    f.settle();
    if (outcomeOf(f.row(id), "initiative") != rules::Outcome::Unknown)
        FAIL("the sample's initiative should be waiting for its recognition");
    // Somebody without an initiative names it first.
    if (auto* title = f.maybe<LineField>(QStringLiteral("fact-initiative-title"))) {
        title->setText(QStringLiteral("Trò chơi vần cho học sinh lớp 2"));
        f.click(QStringLiteral("fact-initiative-save"));
    }
    CHECK_FALSE(f.part<QPushButton>(QStringLiteral("fact-initiative-save")).isEnabled());
    f.part<LineField>(QStringLiteral("fact-initiative-number")).setText(QStringLiteral("514/QĐ-UBND"));
    f.part<DateField>(QStringLiteral("fact-initiative-date")).setText(QStringLiteral("12/5/2023"));
    f.part<ChoiceField>(QStringLiteral("fact-initiative-level")).setValue("district");
    f.click(QStringLiteral("fact-initiative-save"));
    CHECK(outcomeOf(f.row(id), "initiative") == rules::Outcome::Pass);
}

TEST_CASE("The council's opinion against a verdict needs a reason, which then shows with the verdict")
{
    ReviewPagesFixture f;
    f.gather();
    const auto id = f.nominationOf("lao-dong-tien-tien");
    REQUIRE(f.nominations().setCurrentId(id));
    f.settle();
    f.click(QStringLiteral("nominations.override"));
    f.click(QStringLiteral("overrideSave"));
    CHECK(f.row(id).nomination.overrideReason.empty());
    f.part<TextField>(QStringLiteral("override-reason")).setPlainText(QStringLiteral("Đi học tập trung 10 tháng, kết quả giỏi; biên bản 05/BB"));
    // A refresh caused by something else keeps what is being typed.
    CHECK(f.window->runner().run([&] { return services::NominationService(*f.file).refresh(f.year()); }));
    f.settle();
    CHECK(f.part<TextField>(QStringLiteral("override-reason")).toPlainText().startsWith(QStringLiteral("Đi học")));
    // Another row asks what becomes of it; staying stays at the row that it is about.
    f.prompter.answer(2);
    f.nominations().setCurrentId(f.nominationOf("chien-si-thi-dua-co-so"));
    f.settle();
    CHECK(f.prompter.asked().last().contains(QStringLiteral("chưa ghi")));
    CHECK(f.nominations().currentId() == id);
    CHECK(f.part<TextField>(QStringLiteral("override-reason")).toPlainText().startsWith(QStringLiteral("Đi học")));
    f.click(QStringLiteral("overrideSave"));
    CHECK_FALSE(f.row(id).nomination.overrideReason.empty());
    const auto cell = review::verdictCell(f.row(id).verdict.verdict, f.row(id).nomination.overrideReason);
    CHECK(cell.spoken().contains(QStringLiteral("xét khác")));
    CHECK(cell.tip.contains(QStringLiteral("Đi học tập trung")));
    CHECK(f.row(id).verdict.verdict == rules::VerdictKind::Undetermined);
}

TEST_CASE("The council's opinion can be given up while it is written, and dropped once it stands")
{
    ReviewPagesFixture f;
    f.gather();
    const auto id = f.nominationOf("lao-dong-tien-tien");
    REQUIRE(f.nominations().setCurrentId(id));
    f.settle();
    CHECK_FALSE(f.action("nominations.dropOverride").isEnabled());
    f.click(QStringLiteral("nominations.override"));
    f.click(QStringLiteral("overrideCancel"));
    f.settle();
    CHECK(f.maybe<TextField>(QStringLiteral("override-reason")) == nullptr);
    f.trigger("nominations.override");
    f.part<TextField>(QStringLiteral("override-reason")).setPlainText(QStringLiteral("Đi học tập trung 10 tháng"));
    f.click(QStringLiteral("overrideSave"));
    f.settle();
    REQUIRE_FALSE(f.row(id).nomination.overrideReason.empty());
    CHECK(f.maybe<TextField>(QStringLiteral("override-reason")) == nullptr);
    f.trigger("nominations.dropOverride");
    CHECK(f.row(id).nomination.overrideReason.empty());
    CHECK(f.nominations().currentId() == id);
}

TEST_CASE("Enter on a nomination goes into the first fact that it lacks, and what is typed there outlives a refresh")
{
    ReviewPagesFixture f;
    f.gather();
    CHECK_FALSE(f.action("nominations.gather").isEnabled());
    const auto id = f.nominationOf("chien-si-thi-dua-co-so");
    REQUIRE(f.nominations().setCurrentId(id));
    f.settle();
    f.nominations().view()->setFocus();
    QTest::keyClick(f.nominations().view(), Qt::Key_Return);
    f.settle();
    auto* panel = f.window->findChild<SidePanel*>(QStringLiteral("nominationsPanel"));
    REQUIRE(panel != nullptr);
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(panel->isAncestorOf(QApplication::focusWidget()));
    const auto lines = panel->findChildren<QLineEdit*>();
    const auto line = std::ranges::find_if(lines, [](const QLineEdit* one) { return one->isVisible() && one->isEnabled() && !one->isReadOnly() && !one->objectName().isEmpty(); });
    REQUIRE(line != lines.end());
    const QString name = (*line)->objectName();
    (*line)->setFocus();
    QTest::keyClicks(*line, QStringLiteral("12"));
    CHECK(f.window->runner().run([&] { return services::NominationService(*f.file).refresh(f.year()); }));
    f.settle();
    CHECK(panel->findChild<QLineEdit*>(name)->text().contains(QStringLiteral("12")));
}

TEST_CASE("Several chosen nominations are withdrawn with one reason")
{
    ReviewPagesFixture f;
    f.gather();
    auto* view = f.nominations().view();
    view->setFocus();
    f.nominations().setCurrentId(f.nominations().shownIds().first());
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    const auto chosen = f.nominations().selectedIds();
    REQUIRE(chosen.size() == 2);
    QTest::keyClick(view, Qt::Key_Delete);
    f.settle();
    auto* dialog = f.window->findChild<QDialog*>(QStringLiteral("withdrawDialog"));
    REQUIRE(dialog != nullptr);
    CHECK(dialog->windowTitle().contains(QLatin1Char('2')));
    dialog->findChild<TextField*>(QStringLiteral("withdraw-reason"))->setValue("Tự nguyện xin rút");
    dialog->findChild<QPushButton*>(QStringLiteral("withdrawDialogSave"))->click();
    f.settle();
    CHECK(f.board().withdrawn.size() == 2);
}

TEST_CASE("Withdrawing a nomination asks, naming whose it is")
{
    ReviewPagesFixture f;
    f.gather();
    const auto id = f.nominationOf("lao-dong-tien-tien");
    REQUIRE(f.nominations().setCurrentId(id));
    f.nominations().view()->setFocus();
    const QString name = toQ(f.row(id).nomination.name);
    const auto ask = [&]() -> QDialog& {
        QTest::keyClick(f.nominations().view(), Qt::Key_Delete);
        f.settle();
        auto* dialog = f.window->findChild<QDialog*>(QStringLiteral("withdrawDialog"));
        REQUIRE(dialog != nullptr);
        CHECK(dialog->windowTitle().contains(name));
        return *dialog;
    };
    auto& first = ask();
    first.findChild<QPushButton*>(QStringLiteral("withdrawDialogSave"))->click(); // without a reason
    f.settle();
    CHECK(f.row(id).nomination.state == domain::NominationState::Proposed);
    first.reject();
    f.settle();
    auto& second = ask();
    second.findChild<TextField*>(QStringLiteral("withdraw-reason"))->setValue("Tự nguyện xin rút");
    second.findChild<QPushButton*>(QStringLiteral("withdrawDialogSave"))->click();
    f.settle();
    REQUIRE(f.board().withdrawn.size() == 1);
    CHECK(f.board().withdrawn.front().nomination.stateReason == "Tự nguyện xin rút");
    for (const auto& row : f.board().rows)
        if (row.id.value() == id)
            CHECK(row.nomination.state == domain::NominationState::Withdrawn);
}

TEST_CASE("A nomination is added for somebody who did not register, and registering follows from its condition")
{
    ReviewPagesFixture f;
    f.open("nominations");
    f.trigger("nominations.add");
    f.click(QStringLiteral("nominationAddSave"));
    CHECK(f.board().rows.empty());
    auto& subject = f.part<SearchField>(QStringLiteral("nomination-subject"));
    std::optional<std::int64_t> person;
    const auto registered = services::RegistrationService(*f.file).board(f.year());
    REQUIRE(registered);
    for (const auto& row : registered->rows)
        if (row.subject.person && !row.id)
            person = row.subject.person->value();
    REQUIRE(person);
    subject.setValue(*person);
    f.part<ChoiceField>(QStringLiteral("nomination-honour")).setValue("lao-dong-tien-tien");
    f.click(QStringLiteral("nominationAddSave"));
    REQUIRE(f.board().rows.size() == 1);
    const auto id = f.board().rows.front().id.value();
    CHECK(f.nominations().currentId() == id);
    REQUIRE(outcomeOf(f.row(id), "registered") == rules::Outcome::Unknown); // the law refuses nobody for it, a school may
    if (auto* reason = f.maybe<LineField>(QStringLiteral("fact-registered-reason")))
        reason->setText(QStringLiteral("Điều trị dài ngày lúc đăng ký"));
    f.click(QStringLiteral("fact-registered-save"));
    CHECK(outcomeOf(f.row(id), "registered") == rules::Outcome::Pass);
}

TEST_CASE("A nomination is made on a ground, kept with it, and judged by that ground's conditions")
{
    ReviewPagesFixture f;
    f.open("nominations");
    f.trigger("nominations.add");
    auto& subject = f.part<SearchField>(QStringLiteral("nomination-subject"));
    std::optional<std::int64_t> person;
    const auto people = services::YearRecordService(*f.file).rows(f.year()).value();
    for (const auto& row : people)
        if (row.subject.person)
            person = row.subject.person->value();
    REQUIRE(person);
    subject.setValue(*person);
    auto& honour = f.part<ChoiceField>(QStringLiteral("nomination-honour"));
    auto& ground = f.part<ChoiceField>(QStringLiteral("nomination-ground"));
    CHECK(ground.value() == "annual_merit");
    honour.setValue("bang-khen-tinh");
    CHECK(ground.count() == 4);
    ground.setValue("exceptional");
    // A title is for annual merit alone: the form says so instead of taking what cannot be.
    honour.setValue("lao-dong-tien-tien");
    CHECK(ground.count() == 1);
    CHECK(ground.value() == "annual_merit");
    honour.setValue("bang-khen-tinh");
    ground.setValue("exceptional");
    f.click(QStringLiteral("nominationAddSave"));
    REQUIRE(f.board().rows.size() == 1);
    const auto row = f.board().rows.front();
    CHECK(row.nomination.ground == domain::Ground::Exceptional);
    CHECK(outcomeOf(f.row(row.id.value()), "merit-certificate-exceptional") == rules::Outcome::Unknown);
    CHECK(std::ranges::any_of(f.window->findChildren<QLabel*>(), [](const QLabel* label) { return label->text().contains(QStringLiteral("(Đột xuất)")); }));
}

TEST_CASE("A closed year shows nominations and council but changes nothing")
{
    ReviewPagesFixture f(2021, true);
    f.open("nominations");
    for (const char* id : {"nominations.add", "nominations.gather", "nominations.council", "nominations.refresh"}) {
        CHECK_FALSE(f.action(id).isEnabled());
        CHECK(f.action(id).toolTip().contains(QStringLiteral("đã khóa")));
    }
    CHECK(f.action("nominations.print").isEnabled());
    f.window->currentPage()->print();
    CHECK(f.previewed.size() == 1);
    f.open("council");
    CHECK_FALSE(f.action("council.meeting-add").isEnabled());
    f.window->currentPage()->print();
    CHECK(f.previewed.size() == 2);
}

TEST_CASE("The council is proposed from the posts, checked while it is composed, and founded by a decision")
{
    ReviewPagesFixture f;
    f.open("council");
    CHECK(f.summary().contains(QStringLiteral("chưa có Hội đồng")));
    f.trigger("council.propose");
    auto& members = f.part<RecordTable>(QStringLiteral("council-members"));
    const auto proposed = members.shownIds().size();
    REQUIRE(proposed > 3);
    CHECK(f.action("council.establish").isEnabled());

    // An even number is named at once, and cannot be issued.
    members.setCurrentId(members.shownIds().last());
    f.settle();
    f.click(QStringLiteral("member-remove"));
    CHECK(members.shownIds().size() == proposed - 1);
    CHECK_FALSE(f.action("council.establish").isEnabled());
    auto& problems = f.part<QLabel>(QStringLiteral("council-problems"));
    CHECK(problems.isVisible());
    CHECK(problems.text().contains(QStringLiteral("số lẻ")));
    CHECK(f.window->currentPage()->messages().isEmpty()); // nothing above the list, whose rows stay where they are

    f.trigger("council.member-add");
    CHECK_FALSE(f.action("council.establish").isEnabled());
    const auto staff = *services::PeopleService(*f.file).staff(f.year());
    const auto extra = std::ranges::find_if(staff, [](const auto& row) { return row.person.fullName == "Đinh Thị Lệ"; });
    REQUIRE(extra != staff.end());
    f.part<SearchField>(QStringLiteral("member-person")).setValue(extra->id.value());
    f.settle();
    CHECK_FALSE(problems.isVisible());
    CHECK_FALSE(f.part<LineField>(QStringLiteral("member-title")).isBlank());

    f.trigger("council.save");
    const auto saved = *services::CouncilService(*f.file).councils(f.year());
    REQUIRE(saved.size() == 1);
    CHECK(saved.front().members.size() == static_cast<std::size_t>(proposed));
    CHECK(saved.front().members.back().name == "Đinh Thị Lệ");

    f.trigger("council.establish");
    auto* dialog = f.window->findChild<QDialog*>(QStringLiteral("issueDialog"));
    REQUIRE(dialog != nullptr);
    // The law and the decree of the day stand there by themselves; without any basis nothing is issued.
    auto* bases = dialog->findChild<TextField*>(QStringLiteral("issueBases"));
    REQUIRE(bases != nullptr);
    const QString given = bases->toPlainText();
    CHECK(given.contains(QStringLiteral("Căn cứ")));
    bases->setPlainText(QString());
    dialog->findChild<QPushButton*>(QStringLiteral("issueNow"))->click();
    CHECK(dialog->isVisible());
    CHECK(services::CouncilService(*f.file).councils(f.year())->front().council.state == domain::CouncilState::Draft);
    bases->setPlainText(given);
    auto* number = dialog->findChild<NumberField*>(QStringLiteral("issueNumber"));
    number->clear();
    dialog->findChild<QPushButton*>(QStringLiteral("issueNow"))->click();
    CHECK(dialog->isVisible());
    number->setValue(41);
    dialog->findChild<QPushButton*>(QStringLiteral("issueNow"))->click();
    f.settle();
    const auto founded = services::CouncilService(*f.file).councils(f.year())->front();
    CHECK(founded.council.state == domain::CouncilState::Established);
    CHECK(founded.decisionText.starts_with("41/QĐ-"));
    CHECK_FALSE(f.action("council.member-add").isEnabled());
    CHECK(f.summary().contains(QStringLiteral("41/QĐ-")));
    f.trigger("council.decision-print");
    CHECK(f.previewed.size() == 1);
}

TEST_CASE("Last year's council is a start, and the decision is read before it is saved or issued")
{
    ReviewPagesFixture f;
    f.open("council");
    f.trigger("council.like-last-year");
    CHECK(f.part<RecordTable>(QStringLiteral("council-members")).shownIds().size() == 9);
    const auto before = f.previewed.size();
    f.trigger("council.preview");
    REQUIRE(f.previewed.size() == before + 1);
    CHECK(services::CouncilService(*f.file).councils(f.year())->empty());
}

TEST_CASE("Members move by Alt+Down and unsaved changes can be dropped")
{
    ReviewPagesFixture f;
    f.open("council");
    f.trigger("council.propose");
    f.trigger("council.save");
    auto& members = f.part<RecordTable>(QStringLiteral("council-members"));
    const auto before = services::CouncilService(*f.file).councils(f.year())->front().members;
    members.setCurrentId(members.shownIds()[1]);
    members.view()->setFocus();
    QTest::keyClick(members.view(), Qt::Key_Down, Qt::AltModifier);
    f.settle();
    CHECK(f.action("council.save").isEnabled());
    QTest::keyClick(members.view(), Qt::Key_S, Qt::ControlModifier);
    f.settle();
    CHECK_FALSE(f.action("council.save").isEnabled());
    const auto after = services::CouncilService(*f.file).councils(f.year())->front().members;
    REQUIRE(after.size() == before.size());
    CHECK(after[2].name == before[1].name);
    CHECK(after[1].name == before[2].name);
    f.trigger("council.member-add");
    f.prompter.answer(true);
    f.trigger("council.discard");
    CHECK(members.shownIds().size() == static_cast<qsizetype>(before.size()));
}

TEST_CASE("Attendance is recorded with its reason, and a meeting without quorum waits")
{
    ReviewPagesFixture f;
    f.foundCouncil();
    f.makeMeeting();
    const auto detail = f.meeting();
    const auto first = detail.attendance.front().member.id.value();
    f.part<QCheckBox>(QStringLiteral("present-%1").arg(first)).click();
    auto& reason = f.part<LineField>(QStringLiteral("reason-%1").arg(first));
    reason.setFocus();
    QTest::keyClicks(&reason, QStringLiteral("tap huan Doi"));
    QTest::keyClick(&reason, Qt::Key_Return);
    f.settle();
    CHECK(f.meeting().present == detail.members - 1);
    CHECK(f.meeting().attendance.front().reason == "tap huan Doi");
    CHECK(f.action("council.next").isEnabled());
    for (const auto& row : detail.attendance)
        if (auto& tick = f.part<QCheckBox>(QStringLiteral("present-%1").arg(row.member.id.value())); tick.isChecked())
            tick.click();
    f.settle();
    CHECK(f.meeting().present == 0);
    CHECK_FALSE(f.action("council.next").isEnabled());
    f.trigger("council.close"); // lists what is missing, the quorum among it
    CHECK(f.prompter.asked().isEmpty());
    CHECK(f.meeting().meeting.state == domain::MeetingState::Draft);
}

TEST_CASE("A meeting without a ballot has three steps and is closed with its conclusions")
{
    ReviewPagesFixture f;
    f.foundCouncil();
    f.makeMeeting();
    REQUIRE(f.meeting().tallies.empty());
    CHECK_FALSE(f.action("council.ballots").isEnabled());
    f.trigger("council.next");
    f.part<TextField>(QStringLiteral("meeting-discussion")).setPlainText(QStringLiteral("Các tổ báo cáo số người đăng ký."));
    f.trigger("council.next");
    f.fillMinutes();
    f.part<TextField>(QStringLiteral("minutes-conclusions")).setPlainText(QStringLiteral("Nộp danh sách đúng hạn."));
    f.prompter.answer(false);
    f.trigger("council.close");
    CHECK(f.meeting().meeting.state == domain::MeetingState::Draft);
    f.prompter.answer(true);
    f.trigger("council.close");
    const auto closed = f.meeting().meeting;
    CHECK(closed.state == domain::MeetingState::Closed);
    CHECK(closed.conclusions == "Nộp danh sách đúng hạn.");
    CHECK(closed.discussion == "Các tổ báo cáo số người đăng ký.");
    CHECK(f.part<TextField>(QStringLiteral("minutes-conclusions")).isReadOnly());
    CHECK(f.summary().contains(QStringLiteral("đã chốt")));
    f.trigger("council.minutes");
    CHECK(f.previewed.size() == 1);
}

TEST_CASE("A count that does not add up stays in the sheet, marked, and is saved once it does")
{
    ReviewPagesFixture f;
    f.gather();
    f.foundCouncil();
    f.makeMeeting();
    emit f.part<StepBar>(QStringLiteral("meeting-steps")).stepChosen(3);
    f.settle();
    auto& grid = f.part<GridTable>(QStringLiteral("tally-grid"));
    const auto detail = f.meeting();
    const int present = detail.tallies.front().voters.most(); // nobody votes on a line of their own
    const auto nominee = detail.tallies.front().line.id();

    f.countLine(grid, nominee, {present, present, present - 1, 0, present - 1});
    CHECK_FALSE(f.meeting().tallies.front().tally);
    CHECK(grid.errorCount() > 0);
    CHECK(f.summary().contains(QStringLiteral("1 dòng chưa khớp")));
    CHECK_FALSE(f.action("council.next").isEnabled());
    bool named = false;
    for (auto* bar : f.window->currentPage()->findChildren<MessageBar*>())
        named = named || (bar->message().title.contains(toQ(detail.tallies.front().name)) && bar->message().title.contains(QStringLiteral("thiếu 1 phiếu")));
    CHECK(named);

    // Another line meanwhile is taken, and the wrong one keeps its figures.
    const int other = detail.tallies[1].voters.most();
    f.countLine(grid, detail.tallies[1].line.id(), {other, other, other, 0, other});
    CHECK(f.meeting().tallies[1].tally);
    CHECK(grid.rows()[grid.model()->rowOf(nominee)].cells[3].value == QString::number(present - 1));

    f.count(grid, nominee, "invalid", QStringLiteral("1"));
    const auto counted = f.meeting().tallies.front();
    REQUIRE(counted.tally);
    CHECK(counted.tally->inFavour == present - 1);
    CHECK(grid.errorCount() == 0);
    CHECK_FALSE(f.summary().contains(QStringLiteral("chưa khớp")));
    // Two of many lines are counted: the meeting still waits for the others.
    f.trigger("council.close");
    CHECK(f.prompter.asked().isEmpty());
    CHECK(f.meeting().meeting.state == domain::MeetingState::Draft);
}

TEST_CASE("A count that could not be written stays in the sheet and says so, until it is written")
{
    ReviewPagesFixture f;
    f.gather();
    f.foundCouncil();
    f.makeMeeting();
    emit f.part<StepBar>(QStringLiteral("meeting-steps")).stepChosen(3);
    f.settle();
    auto& grid = f.part<GridTable>(QStringLiteral("tally-grid"));
    const auto detail = f.meeting();
    const int present = detail.tallies.front().voters.most(), next = detail.tallies[1].voters.most();
    const auto nominee = detail.tallies.front().line.id();
    const auto path = f.file->path();
    const auto away = std::filesystem::path(path).replace_extension("khac");
    std::filesystem::rename(path, away);
    f.countLine(grid, nominee, {present, present, present, 0, present});
    std::filesystem::rename(away, path);
    CHECK_FALSE(f.meeting().tallies.front().tally);
    const auto& line = grid.rows()[grid.model()->rowOf(nominee)];
    CHECK(line.cells[1].value == QString::number(present));
    CHECK(line.cells.back().value == QStringLiteral("Chưa ghi được"));
    f.countLine(grid, detail.tallies[1].line.id(), {next, next, next, 0, next});
    CHECK(f.meeting().tallies.front().tally); // the next line takes it along
}

TEST_CASE("A pasted count passes over the honours' headings: everybody keeps their own votes")
{
    ReviewPagesFixture f;
    f.gather();
    f.foundCouncil();
    f.makeMeeting();
    emit f.part<StepBar>(QStringLiteral("meeting-steps")).stepChosen(3);
    f.settle();
    auto& grid = f.part<GridTable>(QStringLiteral("tally-grid"));
    const auto detail = f.meeting();
    const int present = detail.present;
    QString block;
    for (std::size_t i = 0; i < detail.tallies.size(); ++i)
        block += QStringLiteral("%1\t%1\t%1\t0\t%2\n").arg(present).arg(i % 4);
    QApplication::clipboard()->setText(block);
    grid.goTo(detail.tallies.front().line.id(), QStringLiteral("issued"));
    grid.view()->setFocus();
    QTest::keyClick(grid.view(), Qt::Key_V, Qt::ControlModifier);
    f.settle();
    CHECK(std::ranges::count_if(grid.rows(), [](const GridRow& row) { return row.group; }) > 1);
    for (std::size_t i = 0; i < detail.tallies.size(); ++i) {
        const auto& row = grid.rows()[grid.model()->rowOf(detail.tallies[i].line.id())];
        INFO(detail.tallies[i].name);
        CHECK(row.cells[5].value == QString::number(i % 4));
    }
    QApplication::clipboard()->setText(block + block); // more lines than there are: asked, and nobody answers
    grid.goTo(detail.tallies.front().line.id(), QStringLiteral("issued"));
    const auto asked = f.prompter.asked().size();
    QTest::keyClick(grid.view(), Qt::Key_V, Qt::ControlModifier);
    CHECK(f.prompter.asked().size() == asked + 1);
}

TEST_CASE("Somebody who passes against the verdict needs the council's reason before the meeting is closed")
{
    ReviewPagesFixture f;
    f.gather();
    // One nominee is enough for a whole count.
    services::NominationService nominations(*f.file);
    const auto kept = f.nominationOf("lao-dong-tien-tien");
    for (const auto& row : f.board().rows)
        if (row.id.value() != kept)
            REQUIRE(nominations.withdraw(row.id, "Xin rút"));
    f.foundCouncil();
    f.makeMeeting();
    emit f.part<StepBar>(QStringLiteral("meeting-steps")).stepChosen(3);
    auto& grid = f.part<GridTable>(QStringLiteral("tally-grid"));
    const int present = f.meeting().tallies.front().voters.most();
    f.countLine(grid, kept, {present, present, present, 0, present});
    REQUIRE(f.meeting().tallies.front().passes);
    f.trigger("council.next");
    f.trigger("council.close");
    CHECK(f.prompter.asked().isEmpty());
    CHECK(f.meeting().meeting.state == domain::MeetingState::Draft);
    emit f.part<StepBar>(QStringLiteral("meeting-steps")).stepChosen(4);
    const QString name = QStringLiteral("owed-%1").arg(kept);
    f.part<LineField>(name).setText(QStringLiteral("Hồ sơ nộp bổ sung ngày 19/05/2023"));
    f.click(name + QStringLiteral("-save"));
    CHECK(f.row(kept).nomination.overrideReason == "Hồ sơ nộp bổ sung ngày 19/05/2023");
    f.fillMinutes();
    f.prompter.answer(true);
    f.trigger("council.close");
    CHECK(f.meeting().meeting.state == domain::MeetingState::Closed);
    CHECK(f.row(kept).nomination.state == domain::NominationState::Passed);
}

TEST_CASE("Closing a meeting goes to the first gap in its minutes, in that field, and says what is missing")
{
    ReviewPagesFixture f;
    f.foundCouncil();
    f.makeMeeting();
    f.trigger("council.next");
    f.trigger("council.next");
    const auto focused = [&](const char* name) {
        f.settle();
        auto* at = QApplication::focusWidget();
        INFO((at ? at->objectName().toStdString() : std::string("nothing")));
        return at != nullptr && at->objectName() == QLatin1String(name);
    };
    f.prompter.answer(true);
    f.trigger("council.close");
    CHECK(f.prompter.asked().isEmpty());
    CHECK(focused("meeting-starts"));
    f.part<LineField>(QStringLiteral("meeting-starts")).setText(QStringLiteral("08:00"));
    f.click(QStringLiteral("meeting-basics-save"));
    f.trigger("council.close");
    CHECK(focused("meeting-place"));
    f.part<LineField>(QStringLiteral("meeting-place")).setText(QStringLiteral("Phòng họp"));
    f.click(QStringLiteral("meeting-basics-save"));
    f.trigger("council.close");
    CHECK(focused("minutes-conclusions"));
    f.part<TextField>(QStringLiteral("minutes-conclusions")).setPlainText(QStringLiteral("Nộp danh sách đúng hạn."));
    f.trigger("council.close");
    CHECK(focused("minutes-ends"));
    f.part<LineField>(QStringLiteral("minutes-ends")).setText(QStringLiteral("10:00"));
    f.trigger("council.close");
    CHECK(f.meeting().meeting.state == domain::MeetingState::Closed);
    CHECK(f.meeting().meeting.starts == "08:00");
}

TEST_CASE("Tellers and who does not vote are entered before the ballots, and the count has its own minutes")
{
    ReviewPagesFixture f;
    f.gather();
    f.foundCouncil();
    f.makeMeeting();
    emit f.part<StepBar>(QStringLiteral("meeting-steps")).stepChosen(2);
    f.settle();
    const auto detail = f.meeting();
    f.part<SearchField>(QStringLiteral("teller-1")).setValue(detail.attendance[1].member.member.person.value());
    f.part<SearchField>(QStringLiteral("teller-1")).onChanged();
    f.part<SearchField>(QStringLiteral("teller-2")).setValue(detail.attendance[2].member.member.person.value());
    f.part<SearchField>(QStringLiteral("teller-2")).onChanged();
    f.click(QStringLiteral("tellers-save"));
    REQUIRE(f.meeting().tellers.size() == 2);
    CHECK(f.meeting().tellers.front().person == detail.attendance[1].member.member.person);
    // A member by choice: one ballot less on that line alone.
    const auto line = std::ranges::find_if(detail.tallies, [](const auto& row) { return row.voters.recused.empty(); });
    REQUIRE(line != detail.tallies.end());
    f.part<SearchField>(QStringLiteral("recusal-member")).setValue(detail.attendance.back().member.id.value());
    f.part<SearchField>(QStringLiteral("recusal-line")).setValue(line->line.id());
    f.part<LineField>(QStringLiteral("recusal-reason")).setText(QStringLiteral("vợ của người được xét"));
    f.click(QStringLiteral("recusal-add"));
    const auto now = f.meeting();
    const auto changed = std::ranges::find(now.tallies, line->line, &services::TallyRow::line);
    CHECK(changed->voters.most() == line->voters.most() - 1);
    emit f.part<StepBar>(QStringLiteral("meeting-steps")).stepChosen(3);
    f.settle();
    auto& grid = f.part<GridTable>(QStringLiteral("tally-grid"));
    const int most = changed->voters.most();
    CHECK_FALSE(f.action("council.count-minutes").isEnabled());
    f.countLine(grid, line->line.id(), {most + 1, most + 1, most + 1, 0, most});
    const auto refused = f.meeting();
    CHECK_FALSE(std::ranges::find(refused.tallies, line->line, &services::TallyRow::line)->tally);
    CHECK(grid.errorCount() > 0);
    f.countLine(grid, line->line.id(), {most, most, most, 0, most});
    CHECK(grid.errorCount() == 0);
    f.trigger("council.count-minutes");
    CHECK(f.previewed.size() == 1);
}

TEST_CASE("What cannot pass is said on the council's page and in the meeting before the votes")
{
    ReviewPagesFixture f;
    f.gather();
    f.foundCouncil();
    f.makeMeeting();
    const auto detail = f.meeting();
    CHECK_FALSE(f.part<QWidget>(QStringLiteral("meeting-outlook")).isVisible());
    // Quorum holds, but hardly anybody is left who may vote on a member's own line.
    int away = 0;
    for (const auto& row : detail.attendance)
        if (detail.members - away > detail.quorum && row.member.member.role == domain::CouncilRole::Member) {
            f.part<QCheckBox>(QStringLiteral("present-%1").arg(row.member.id.value())).click();
            ++away;
        }
    f.settle();
    REQUIRE_FALSE(services::obstacles(f.meeting()).empty());
    auto& outlook = f.part<QWidget>(QStringLiteral("meeting-outlook"));
    CHECK(outlook.isVisible());
    QString words;
    for (auto* label : outlook.findChildren<QLabel*>())
        words += label->text();
    CHECK(words.contains(QStringLiteral("Nhiều nhất")));
    CHECK(words.contains(QStringLiteral("Họp vào ngày khác")));
}

TEST_CASE("After the vote the nomination's panel says votes, share and threshold, and its verdict does not contradict them")
{
    ReviewPagesFixture f(2021);
    f.open("nominations");
    const auto rows = f.board(2021).rows;
    const auto failed = std::ranges::find(rows, domain::NominationState::NotPassed, [](const auto& row) { return row.nomination.state; });
    REQUIRE(failed != rows.end());
    CHECK(failed->votes == "6/9");
    CHECK(failed->voteText == "6/9 phiếu đồng ý = 66,67 %. Cần từ 7/9 phiếu đồng ý (khoản 4 Điều 3 TT 21/2020; bỏ phiếu kín theo quy chế, thông lệ của trường).");
    CHECK(review::shownVerdict(*failed) == rules::VerdictKind::Ineligible); // the conditions held, the council did not agree
    CHECK(review::shownVerdictWord(*failed) == QStringLiteral("Không thông qua"));
    f.nominations().setCurrentId(failed->id.value());
    f.settle();
    CHECK(f.part<QWidget>(QStringLiteral("nomination-votes")).isVisible());
    for (const auto& row : rows)
        if (row.nomination.name == "Nguyễn Thị Hoa")
            CHECK(row.name.starts_with("Nguyễn Thị Hoa (19"));
}

TEST_CASE("Bringing nominations to the council opens the form of a new meeting")
{
    ReviewPagesFixture f;
    f.gather();
    f.foundCouncil();
    f.open("nominations");
    f.trigger("nominations.council");
    CHECK(f.window->currentPage()->info().id == QStringLiteral("council"));
    CHECK(f.maybe<DateField>(QStringLiteral("meeting-date")) != nullptr);
    CHECK(f.maybe<QPushButton>(QStringLiteral("meeting-create")) != nullptr);
}

TEST_CASE("Everything that takes the keyboard has a name, and words fit at 1024 and 1366")
{
    ReviewPagesFixture f(2021);
    for (const QSize size : {QSize(1024, 700), QSize(1366, 768)}) {
        f.window->resize(size);
        for (const char* page : {"nominations", "council"}) {
            f.open(page);
            for (auto* widget : f.window->currentPage()->findChildren<QWidget*>()) {
                const bool takesKeys = (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && !widget->inherits("QScrollArea");
                INFO(page << " " << widget->metaObject()->className() << " " << widget->objectName().toStdString());
                if (takesKeys)
                    CHECK_FALSE(widget->accessibleName().isEmpty());
            }
            for (auto* label : f.window->currentPage()->findChildren<QLabel*>()) {
                if (!label->isVisible() || label->text().isEmpty() || !label->wordWrap())
                    continue;
                INFO(page << " “" << label->text().toStdString() << "”");
                CHECK(label->heightForWidth(label->width()) <= label->height() + 1);
            }
        }
    }
}

TEST_CASE("A citation breaks only between articles")
{
    const QString kept = review::kept(QStringLiteral("Điều 24 Luật TĐKT; khoản 1 Điều 10 NĐ 91/2017"));
    CHECK(kept.count(QLatin1Char(' ')) == 1);
    CHECK(kept.indexOf(QLatin1Char(' ')) == kept.indexOf(QLatin1Char(';')) + 1);
}

TEST_CASE("Shift+F1 and a click on an article ask for the honour's rules on the day of the nomination")
{
    ReviewPagesFixture f(2021);
    struct Asked {
        std::string honour, finding;
        Date on{2000, 1, 1};
    };
    std::vector<Asked> asked;
    f.context->openRules = [&](const std::string& honour, Date on, const std::string& finding) { asked.push_back({honour, finding, on}); };
    f.open("nominations");
    auto& table = f.part<QTableView>(QStringLiteral("nominations-tableView"));
    table.setFocus();
    table.setCurrentIndex(table.model()->index(0, 0));
    ReviewPagesFixture::settle();
    QTest::keyClick(&table, Qt::Key_F1, Qt::ShiftModifier);
    ReviewPagesFixture::settle();
    REQUIRE(asked.size() == 1);
    CHECK_FALSE(asked.front().honour.empty());
    CHECK(asked.front().finding.empty());
    CHECK(asked.front().on > Date(2022, 1, 1));
    auto* finding = f.window->currentPage()->findChild<FindingView*>();
    REQUIRE(finding != nullptr);
    emit finding->citationClicked({});
    ReviewPagesFixture::settle();
    REQUIRE(asked.size() == 2);
    CHECK(asked.back().honour == asked.front().honour);
    CHECK_FALSE(asked.back().finding.empty());
}

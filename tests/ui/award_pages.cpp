// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/school_summary.h"
#include "support/catch.h"
#include "support/jobs.h"
#include "support/sample_until.h"

#include "documents/writers/package.h"
#include "services/award/decision_service.h"
#include "services/award/submission_service.h"
#include "services/core/school_service.h"
#include "support/sample_file.h"
#include "support/sample_until.h"
#include "ui/founded.h"
#include "ui/pages/award/award_pages.h"
#include "ui/pages/award/outcome_form.h"
#include "ui/pages/award/overview_cards.h"
#include "ui/pages/award/target_list.h"
#include "ui/print/page_view.h"
#include "ui/print/preview_dialog.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <map>

using namespace thidua;
using namespace thidua::ui;

namespace {

const SchoolYear kAwardYear(2021);
const FixedClock kAfterwards{Date(2022, 9, 29)};

/// As an input method for Vietnamese does it.
void type(QWidget* field, const QString& text)
{
    field->setFocus();
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(field, &event);
}

struct AwardPagesFixture {
    QTemporaryDir scratch;
    FixedClock clock{Date(2022, 6, 20)};
    std::unique_ptr<services::SchoolFile> file;
    QSettings settings{scratch.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<SchoolContext> context;
    std::vector<documents::Document> previewed;
    std::vector<std::string> formats;
    int backups = 0;

    AwardPagesFixture()
    {
        openAsOf(kAfterwards.today());
    }
    void openAsOf(Date day)
    {
        file.reset();
        const QString copy = scratch.filePath(QStringLiteral("school-%1.thidua").arg(QString::fromStdString(day.iso())));
        REQUIRE(QFile::copy(QString::fromStdU16String((day == kAfterwards.today() ? test::sampleFile(day) : test::sampleUntil(day)).u16string()), copy));
        auto opened = services::SchoolFile::open(copy.toStdString(), services::SchoolFile::Mode::ReadWrite, clock, {"Lê Thị Thùy Dung"});
        REQUIRE(opened.has_value());
        file = std::move(*opened);
    }
    /// The days when the submission was out and nothing had come back: the year is open.
    void beforeTheAnswer() { openAsOf(Date(2022, 6, 10)); }
    domain::SchoolYearId year() { return services::SchoolService(*file).yearOf(kAwardYear)->id; }
    services::SubmissionDetail submission() { return services::SubmissionService(*file).submissions(year())->front(); }
    std::vector<services::DecisionDetail> decisions() { return *services::DecisionService(*file).decisions(year()); }

    void open(const QString& page, bool closed)
    {
        window = std::make_unique<MainWindow>(prompter, settings);
        context = std::make_unique<SchoolContext>(SchoolContext{
            *file,
            [this](const documents::Document& document, const QString&, const std::vector<std::string>& endings) {
                previewed.push_back(document);
                formats = endings;
            },
            {}});
        addOverviewPage(*window, *context, [this] { ++backups; });
        addAwardPages(*window, *context);
        window->resize(1366, 768);
        window->setSchoolYear(kAwardYear, closed);
        REQUIRE(window->showPage(page));
        window->show();
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        QApplication::processEvents();
    }
    /// Also lets go what was deleted later.
    static void settle()
    {
        QApplication::processEvents();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    template <class Widget>
    Widget* child(const char* name)
    {
        auto* found = window->currentPage()->findChild<Widget*>(QString::fromLatin1(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return found;
    }
    QString summary() { return window->currentPage()->summaryLabel()->text(); }
    RecordTable* table(const char* name) { return child<RecordTable>(name); }
    void press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(widget, key, modifiers);
        QApplication::processEvents();
    }
    void click(const char* button)
    {
        QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton);
        settle();
    }
    bool enabled(const char* action) { return window->actions().find(QString::fromLatin1(action))->isEnabled(); }
    /// Fills the dialog that opens next, by name of its fields.
    void answerIssue(const QString& number, const QString& date)
    {
        QTimer::singleShot(0, window.get(), [number, date] {
            auto* dialog = QApplication::activeModalWidget();
            REQUIRE(dialog != nullptr);
            auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("issueNumber"));
            field->selectAll();
            QTest::keyClicks(field, number);
            auto* day = dialog->findChild<QLineEdit*>(QStringLiteral("issueDate"));
            day->selectAll();
            QTest::keyClicks(day, date);
            QTest::keyClick(day, Qt::Key_Return);
            if (QApplication::activeModalWidget() == dialog) { // refused: the sentence stands beside the number
                dialog->setProperty("refused", true);
                static_cast<QDialog*>(dialog)->reject();
            }
        });
    }
};

/// Everything one can reach by Tab says what it is, and has a name for tests and settings.
QStringList nameless(QWidget* root)
{
    QStringList found;
    for (auto* widget : root->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || qobject_cast<QHeaderView*>(widget))
            continue;
        const QString text = widget->accessibleName().isEmpty() ? widget->property("text").toString() : widget->accessibleName();
        if (text.isEmpty())
            found << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    }
    return found;
}

/// Visible labels whose words do not fit into their place.
QStringList clipped(QWidget* root)
{
    QStringList found;
    for (auto* label : root->findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || label->visibleRegion().isEmpty())
            continue;
        const bool wrong = label->wordWrap() ? label->heightForWidth(label->width()) > label->height() : label->sizeHint().width() > label->width();
        if (wrong)
            found << label->text();
    }
    return found;
}

}

TEST_CASE_METHOD(AwardPagesFixture, "the award list groups the year's honours and prints with three formats")
{
    open(QStringLiteral("awards"), true);
    CHECK(summary() == QStringLiteral("<b>28 danh hiệu</b>: 1 tập thể, 3 Chiến sĩ thi đua cơ sở, 24 Lao động tiên tiến."));
    const auto shown = table("awards")->shown();
    QStringList groups;
    for (const auto& row : shown.rows)
        if (row.group)
            groups << row.cells.front();
    CHECK(groups == QStringList{QStringLiteral("Tập thể lao động tiên tiến – 1 tập thể"), QStringLiteral("Chiến sĩ thi đua cơ sở – 3 người"),
                                QStringLiteral("Lao động tiên tiến – 24 người")});
    press(table("awards")->view(), Qt::Key_P, Qt::ControlModifier);
    REQUIRE(previewed.size() == 1);
    for (const std::string wanted : {"pdf", "docx", "xlsx"})
        CHECK(std::find(formats.begin(), formats.end(), wanted) != formats.end());
    CHECK(previewed.front().gaps.empty());
}

TEST_CASE_METHOD(AwardPagesFixture, "a closed year shows decisions but lets nobody write")
{
    open(QStringLiteral("decisions"), true);
    REQUIRE(window->currentPage()->messages().bars().size() == 1);
    CHECK(window->currentPage()->messages().bars().front()->message().title == QStringLiteral("Năm học 2021–2022 đã khóa – chỉ xem và in"));
    CHECK_FALSE(enabled("decisions.add"));
    CHECK(window->actions().find(QStringLiteral("decisions.add"))->toolTip().contains(QStringLiteral("đã khóa")));
    press(table("decisions")->view(), Qt::Key_N, Qt::ControlModifier);
    CHECK(window->currentPage()->findChild<QWidget*>(QStringLiteral("draftSave")) == nullptr);
    CHECK(decisions().size() == 7);
}

TEST_CASE_METHOD(AwardPagesFixture, "decisions of the school print, those from above do not; the register lists outgoing papers")
{
    open(QStringLiteral("decisions"), true);
    auto* list = table("decisions");
    for (const auto& decision : decisions()) {
        REQUIRE(list->setCurrentId(decision.id.value()));
        CHECK(enabled("decisions.print") == domain::isOwn(decision.decision.kind));
    }
    for (const auto& decision : decisions())
        if (decision.decision.kind == domain::DecisionKind::RecogniseInitiatives)
            list->setCurrentId(decision.id.value());
    press(list->view(), Qt::Key_P, Qt::ControlModifier);
    REQUIRE(previewed.size() == 1);
    window->actions().find(QStringLiteral("decisions.register"))->trigger();
    auto* book = table("register");
    CHECK(book->isVisible());
    QStringList numbers;
    for (const auto& row : book->shown().rows)
        numbers << row.cells.front();
    CHECK(numbers.contains(QStringLiteral("22/QĐ-THMĐ")));
    CHECK(numbers.contains(QStringLiteral("17/TTr-THMĐ")));
    CHECK(!numbers.filter(QStringLiteral("/BB-HĐTĐKT")).isEmpty()); // minutes are numbered papers too
    click("registerPrint");
    REQUIRE(previewed.size() == 2);
    CHECK(previewed.back().title == "Sổ đăng ký văn bản đi năm 2022");
    press(book->view(), Qt::Key_P, Qt::ControlModifier);
    CHECK(previewed.size() == 3);
}

TEST_CASE_METHOD(AwardPagesFixture, "a decision is drafted by keys, checked, issued with number and date, and then frozen")
{
    beforeTheAnswer();
    open(QStringLiteral("decisions"), false);
    const auto before = decisions().size();
    press(table("decisions")->view(), Qt::Key_N, Qt::ControlModifier);
    click("draftSave");
    CHECK(decisions().size() == before); // the title is missing and said so beside the field
    auto* title = child<QWidget>("title");
    CHECK(title->property("wrong").toBool());
    type(title, QStringLiteral("Về việc cử cán bộ coi thi"));
    type(child<QWidget>("articles"), QStringLiteral("Cử ông Bùi Quang Huy coi thi."));
    click("draftSave");
    REQUIRE(decisions().size() == before + 1);
    CHECK(summary().contains(QStringLiteral("1 dự thảo chờ ban hành")));
    CHECK(window->currentPage()->findChild<QWidget*>(QStringLiteral("articles")) == nullptr);
    REQUIRE(enabled("decisions.issue"));

    SECTION("issued")
    {
        answerIssue(QStringLiteral("29"), QStringLiteral("21/6/22"));
        window->actions().find(QStringLiteral("decisions.issue"))->trigger();
        QApplication::processEvents();
        const auto all = decisions();
        const auto issued = std::find_if(all.begin(), all.end(), [](const auto& d) { return d.numberText == "29/QĐ-THMĐ"; });
        REQUIRE(issued != all.end());
        CHECK(issued->decision.state == domain::DecisionState::Issued);
        CHECK(issued->decision.number.issuedOn == Date(2022, 6, 21));
        CHECK_FALSE(enabled("decisions.edit"));
        CHECK(summary().contains(QStringLiteral("không còn dự thảo")));
    }
    SECTION("a number that is taken stays a draft")
    {
        answerIssue(QStringLiteral("22"), QStringLiteral("21/6/22"));
        window->actions().find(QStringLiteral("decisions.issue"))->trigger();
        QApplication::processEvents();
        CHECK(enabled("decisions.issue"));
    }
    SECTION("removed after a question that names it")
    {
        prompter.answer(true);
        press(table("decisions")->view(), Qt::Key_Delete);
        CHECK(prompter.asked() == QStringList{QStringLiteral("Xóa dự thảo quyết định [Xóa dự thảo] [Giữ lại]")});
        CHECK(decisions().size() == before);
    }
    SECTION("undo shows at once")
    {
        const auto undone = file->undo();
        REQUIRE(undone.has_value());
        window->runner().succeed(undone->changes);
        QApplication::processEvents();
        CHECK(table("decisions")->shownIds().size() == static_cast<qsizetype>(before));
    }
}

TEST_CASE_METHOD(AwardPagesFixture, "entries not saved are not lost without asking")
{
    beforeTheAnswer();
    open(QStringLiteral("decisions"), false);
    press(table("decisions")->view(), Qt::Key_N, Qt::ControlModifier);
    type(child<QWidget>("title"), QStringLiteral("Về việc"));
    prompter.answer(2); // stay
    CHECK_FALSE(window->showPage(QStringLiteral("awards")));
    CHECK(child<QWidget>("title")->isVisible());
    prompter.answer(1); // give it up
    CHECK(window->showPage(QStringLiteral("awards")));
}

TEST_CASE_METHOD(AwardPagesFixture, "the answer from above is recorded line by line and becomes awards")
{
    beforeTheAnswer();
    open(QStringLiteral("submissions"), false);
    CHECK(summary().contains(QStringLiteral("28 dòng chờ kết quả")));
    REQUIRE(table("submissions")->setCurrentId(submission().id.value()));
    window->actions().find(QStringLiteral("submissions.outcome"))->trigger();
    auto* form = window->currentPage()->findChild<OutcomeForm*>();
    REQUIRE(form != nullptr);
    CHECK_FALSE(child<QPushButton>("outcomeSave")->isEnabled());

    click("allConferred1"); // Chiến sĩ thi đua cơ sở: three lines
    CHECK(form->answered() == 3);
    CHECK(child<QPushButton>("outcomeSave")->text() == QStringLiteral("Ghi kết quả 3 dòng"));
    child<ChoiceField>("outcome3")->setValue("refused");
    click("outcomeSave");
    CHECK(submission().waiting == 28); // neither reason nor decision
    type(child<QLineEdit>("reason3"), QStringLiteral("Hồ sơ nộp chậm"));
    click("outcomeSave");
    CHECK(submission().waiting == 28);
    CHECK(child<QWidget>("decisionNumber")->property("wrong").toBool());
    type(child<QLineEdit>("decisionNumber"), QStringLiteral("1356/QĐ-UBND"));
    type(child<QLineEdit>("decidedOn"), QStringLiteral("6/7/22")); // still to come
    click("outcomeSave");
    CHECK(submission().waiting == 28);
    CHECK(child<QWidget>("decidedOn")->property("wrong").toBool());
    child<QLineEdit>("decidedOn")->clear();
    type(child<QLineEdit>("decidedOn"), QStringLiteral("20/6/22"));
    click("outcomeSave");
    CHECK(submission().waiting == 25);
    CHECK(window->currentPage()->findChild<QPushButton*>(QStringLiteral("outcomeSave")) == nullptr);
    REQUIRE(window->showPage(QStringLiteral("awards")));
    QApplication::processEvents();
    CHECK(summary() == QStringLiteral("<b>2 danh hiệu</b>: 2 Chiến sĩ thi đua cơ sở."));
}

TEST_CASE_METHOD(AwardPagesFixture, "what goes up with a submission is one package, each paper as PDF and Word, with its contents")
{
    open(QStringLiteral("submissions"), true);
    REQUIRE(table("submissions")->setCurrentId(submission().id.value()));
    const QString target = scratch.filePath(QStringLiteral("Hồ sơ 17-TTr-THMĐ.zip"));
    prompter.answer(target);
    window->actions().find(QStringLiteral("submissions.package"))->trigger();
    REQUIRE(test::waitForJobs(*window));
    QFile zip(target);
    REQUIRE(zip.open(QIODevice::ReadOnly));
    const auto files = documents::unzipped(zip.readAll().toStdString());
    REQUIRE(files);
    std::map<std::string, std::string> inside(files->begin(), files->end());
    REQUIRE(inside.contains("00 Mục lục hồ sơ.txt"));
    CHECK(inside["00 Mục lục hồ sơ.txt"].find("Hồ sơ kèm theo, như tờ trình ghi:") != std::string::npos);
    int papers = 0;
    std::string names;
    for (const auto& [name, bytes] : inside) {
        names += name + "\n";
        if (name.ends_with(".pdf")) {
            ++papers;
            CHECK(bytes.starts_with("%PDF"));
            CHECK(inside.contains(name.substr(0, name.size() - 3) + "docx"));
        }
    }
    INFO(names);
    CHECK(papers >= 5); // submission, minutes, count, nominations, council, initiatives
    CHECK(names.find("01 Tờ trình") != std::string::npos);
    CHECK(names.find("Biên bản kiểm phiếu") != std::string::npos);
    for (const auto& entry : QDir(scratch.path()).entryList(QDir::Files))
        CHECK_FALSE(entry.contains(QStringLiteral(".part")));
}

TEST_CASE_METHOD(AwardPagesFixture, "the form for the answer has the keyboard at once, and one press confers every line")
{
    beforeTheAnswer();
    open(QStringLiteral("submissions"), false);
    REQUIRE(table("submissions")->setCurrentId(submission().id.value()));
    const QString words = window->actions().find(QStringLiteral("submissions.outcome"))->text();
    QPushButton* pressed = nullptr;
    for (auto* button : window->currentPage()->findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == words && pressed == nullptr)
            pressed = button;
    REQUIRE(pressed);
    pressed->setFocus(); // as a click does; the button is off once the form is there
    QTest::mouseClick(pressed, Qt::LeftButton);
    QTest::qWait(20);
    CHECK(QApplication::focusWidget() == child<QLineEdit>("decisionNumber"));
    CHECK(child<QPushButton>("allConferred")->text() == QStringLiteral("Cả 28 dòng được tặng"));
    click("allConferred");
    CHECK(child<QPushButton>("outcomeSave")->text() == QStringLiteral("Ghi kết quả 28 dòng"));
}

TEST_CASE_METHOD(AwardPagesFixture, "the overview shows what wants doing and opens its page")
{
    beforeTheAnswer();
    open(QStringLiteral("overview"), false);
    CHECK(summary().startsWith(QStringLiteral("Thứ Hai, 20/06/2022")));
    QPushButton* outcome = nullptr;
    for (auto* button : child<QWidget>("taskCard")->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Ghi kết quả"))
            outcome = button;
    REQUIRE(outcome != nullptr);
    QTest::qWait(20);
    CHECK(child<QWidget>("taskCard")->findChild<QScrollArea*>()->verticalScrollBar()->value() == 0); // the first task comes first
    click("backupNow");
    CHECK(backups == 1);
    for (auto* button : child<QWidget>("taskCard")->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Sao lưu ngay"))
            press(button, Qt::Key_Space); // a task starts what it names, not only its page
    CHECK(backups == 2);
    press(outcome, Qt::Key_Space);
    CHECK(window->navigation().current() == QStringLiteral("submissions"));
}

TEST_CASE_METHOD(AwardPagesFixture, "near misses join the overview when everybody has been judged beside the window")
{
    const Date may(2022, 5, 21);
    const QString copy = scratch.filePath(QStringLiteral("may.thidua"));
    REQUIRE(QFile::copy(QString::fromStdU16String(test::sampleUntil(may).u16string()), copy));
    clock.set(may);
    file = std::move(services::SchoolFile::open(copy.toStdString(), services::SchoolFile::Mode::ReadWrite, clock, {"Lan"}).value());
    const auto toldIn = [this] {
        int told = 0;
        for (auto* label : child<QWidget>("taskCard")->findChildren<QLabel*>())
            told += label->text().contains(QStringLiteral("chỉ còn thiếu một điều")) ? 1 : 0;
        return told;
    };
    open(QStringLiteral("overview"), false);
    const QString before = summary();
    CHECK(before.startsWith(QStringLiteral("Thứ Bảy, 21/05/2022")));
    REQUIRE(test::waitForJobs(*window));
    CHECK(toldIn() == 1);
    CHECK(window->currentPage()->findChild<QPushButton*>(QStringLiteral("task0")) != nullptr);
    window->currentPage()->load(); // told once, not once for each reading
    REQUIRE(test::waitForJobs(*window));
    settle();
    CHECK(toldIn() == 1);
}

TEST_CASE("an empty school sees its three first steps")
{
    const QTemporaryDir scratch;
    const FixedClock clock{Date(2021, 9, 3)};
    auto file = services::SchoolFile::create(scratch.filePath(QStringLiteral("s.thidua")).toStdString(), test::foundedMangDen(), clock, {"Dung"});
    REQUIRE(file.has_value());
    QSettings settings(scratch.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    FakePrompter prompter;
    MainWindow window(prompter, settings);
    SchoolContext context{**file, {}, {}};
    addOverviewPage(window, context);
    window.resize(1366, 768);
    window.setSchoolYear(kAwardYear, false);
    REQUIRE(window.showPage(QStringLiteral("overview")));
    window.show();
    QApplication::processEvents();
    QStringList verbs;
    for (auto* button : window.currentPage()->findChild<TaskCard*>()->findChildren<QPushButton*>())
        verbs << button->text();
    CHECK(verbs == QStringList{QStringLiteral("Nhập cán bộ"), QStringLiteral("Lập Hội đồng"), QStringLiteral("Soạn kế hoạch")});
}

TEST_CASE("a target's line says what is reached, what is still missing and what nobody knows")
{
    services::TargetRow row{domain::TargetId(1), 1, {}, {}, domain::PlanState::Issued, std::nullopt, std::nullopt, false};
    row.target.text = "Bài giảng điện tử";
    row.target.value = 3;
    CHECK(TargetLook::of(row).words == QStringLiteral("chưa ghi"));
    CHECK(TargetLook::of(row).counts == QStringLiteral("? / 3"));
    row.registered = 3;
    CHECK(TargetLook::of(row).words == QStringLiteral("đăng ký"));
    row.reached = 2;
    CHECK(TargetLook::of(row).words == QStringLiteral("còn 1"));
    CHECK(TargetLook::of(row).state.tone() == Tone::Warn);
    row.reached = 4;
    CHECK(TargetLook::of(row).words == QStringLiteral("đạt"));
}

TEST_CASE("the backup's age in words")
{
    services::BackupAge age;
    CHECK(SafetyCard::tone(age) == Tone::Bad);
    age.never = false;
    age.at = "2022-06-14T07:45:00Z";
    age.days = 6;
    CHECK(SafetyCard::tone(age) == Tone::Warn);
    CHECK(SafetyCard::when(age).endsWith(QStringLiteral("đã cũ 6 ngày")));
    age.current = true;
    CHECK(SafetyCard::tone(age) == Tone::Ok);
    age.days = 0;
    CHECK(SafetyCard::when(age).startsWith(QStringLiteral("hôm nay ")));
}

TEST_CASE_METHOD(AwardPagesFixture, "every place one can reach has a name and no words are cut, also in a small window")
{
    open(QStringLiteral("overview"), true);
    for (const QSize& size : {QSize(1366, 768), QSize(1024, 700)}) {
        window->resize(size);
        for (const char* page : {"overview", "decisions", "submissions", "awards"}) {
            REQUIRE(window->showPage(QString::fromLatin1(page)));
            if (auto* list = window->currentPage()->findChild<RecordTable*>(QString::fromLatin1(page)); list && !list->shownIds().isEmpty())
                list->setCurrentId(list->shownIds().front());
            QApplication::processEvents();
            QApplication::processEvents();
            INFO(page << " " << size.width());
            CHECK(nameless(window->currentPage()).join(QLatin1Char('\n')).toStdString() == "");
            CHECK(clipped(window->currentPage()).join(QLatin1Char('\n')).toStdString() == "");
        }
    }
}

TEST_CASE_METHOD(AwardPagesFixture, "the preview pages, zooms, saves and says why it could not")
{
    open(QStringLiteral("awards"), true);
    press(table("awards")->view(), Qt::Key_P, Qt::ControlModifier);
    REQUIRE(previewed.size() == 1);
    PreviewDialog dialog(window.get(), prompter, previewed.front(), QStringLiteral("danh-sach"), formats);
    dialog.show();
    QApplication::processEvents();
    auto& view = dialog.pageView();
    REQUIRE(view.pageCount() > 1);
    CHECK(view.isFitWidth());
    press(&view, Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(view.currentPage() == 1);
    press(&view, Qt::Key_End);
    CHECK(view.currentPage() == view.pageCount() - 1);
    view.setPercent(100);
    press(&view, Qt::Key_Minus, Qt::ControlModifier);
    CHECK(view.percent() == 75);
    press(&view, Qt::Key_0, Qt::ControlModifier);
    CHECK(view.isFitWidth());
    CHECK(nameless(&dialog).join(QLatin1Char('\n')).toStdString() == "");

    for (const char* ending : {"pdf", "docx", "xlsx"}) {
        prompter.answer(scratch.filePath(QStringLiteral("danh-sach"))); // the ending is added
        CHECK(dialog.save(ending));
        CHECK(QFileInfo(scratch.filePath(QStringLiteral("danh-sach.") + QString::fromLatin1(ending))).size() > 1000);
    }
    CHECK(dialog.messages().bars().back()->message().tone == Tone::Ok);
    prompter.answer(scratch.filePath(QStringLiteral("khong-co/danh-sach.pdf")));
    CHECK_FALSE(dialog.save("pdf"));
    CHECK(dialog.messages().bars().back()->message().title == QStringLiteral("Chưa lưu được “danh-sach.pdf”"));
    press(&view, Qt::Key_Escape);
    CHECK_FALSE(dialog.isVisible());
}

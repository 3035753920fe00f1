// SPDX-License-Identifier: GPL-3.0-or-later
// Đăng ký, Kết quả năm học, Sáng kiến: driven by keys and clicks on the sample school.
#include "support/catch.h"

#include "services/decision_service.h"
#include "services/registration_service.h"
#include "services/sample_service.h"
#include "services/school_service.h"
#include "services/year_record_service.h"
#include "ui/pages/follow/follow_pages.h"
#include "ui/pages/follow/initiatives_page.h"
#include "ui/pages/follow/registrations_page.h"
#include "ui/pages/follow/year_records_page.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::follow;

namespace {

const QString kName = QStringLiteral("Măng Đen.thidua");

/// The sample is lived through once and copied for each test.
const QString& masterFile()
{
    static const QTemporaryDir dir;
    static const QString path = [] {
        const QString made = dir.filePath(kName);
        static const FixedClock clock(Date(2022, 9, 26));
        const auto file = services::createSample(made.toStdString(), "mang-den", clock);
        if (!file)
            FAIL(file.error().key << ' ' << file.error().detail);
        return made;
    }();
    return path;
}

struct Bench {
    QTemporaryDir dir;
    FixedClock clock;
    std::unique_ptr<services::SchoolFile> file;
    QSettings settings{dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    QStringList previews;
    SchoolContext context;
    MainWindow window{prompter, settings};

    explicit Bench(int year = 2022, Date today = Date(2022, 9, 26), bool closed = false)
        : clock(today), file(open()),
          context{*file, [this](const documents::Document&, const QString& name, const std::vector<std::string>&) { previews << name; },
                  [](SchoolYear) {}}
    {
        addFollowPages(window, context);
        window.setUndo([this] { window.runner().run([this] { return file->undo(); }); }, [this] { window.runner().run([this] { return file->redo(); }); });
        window.setSchoolYear(SchoolYear(year), closed);
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        QApplication::processEvents();
    }
    std::unique_ptr<services::SchoolFile> open()
    {
        const QString copy = dir.filePath(kName);
        QFile::copy(masterFile(), copy);
        auto opened = services::SchoolFile::open(copy.toStdString(), services::SchoolFile::Mode::ReadWrite, clock, {"Lê Thị Thùy Dung"});
        if (!opened)
            FAIL(opened.error().key);
        return std::move(*opened);
    }
    template <class P> P* show(const char* id)
    {
        REQUIRE(window.showPage(QString::fromLatin1(id)));
        QApplication::processEvents();
        return dynamic_cast<P*>(window.currentPage());
    }
    template <class W = QWidget> W* find(const char* name)
    {
        for (auto* found : window.findChildren<W*>(QString::fromUtf8(name)))
            if (found->isVisible())
                return found;
        return nullptr;
    }
    void click(const char* name)
    {
        auto* button = find<QPushButton>(name);
        INFO(name);
        REQUIRE(button);
        REQUIRE(button->isEnabled());
        button->click();
        settleDown();
    }
    void act(const char* id)
    {
        QAction* action = window.actions().find(QString::fromLatin1(id));
        REQUIRE(action);
        INFO(id);
        REQUIRE(action->isEnabled());
        action->trigger();
        settleDown();
    }
    bool can(const char* id) { return window.actions().find(QString::fromLatin1(id))->isEnabled(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
        settleDown();
    }
    void keys(const QString& text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        settleDown();
    }
    void type(const char* name, const QString& text)
    {
        auto* field = find(name);
        INFO(name);
        REQUIRE(field);
        if (auto* line = qobject_cast<QLineEdit*>(field))
            line->setText(text);
        else if (auto* area = qobject_cast<QPlainTextEdit*>(field))
            area->setPlainText(text);
        settleDown();
    }
    static void settleDown()
    {
        QApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    RecordTable* table() { return window.currentPage()->findChild<RecordTable*>(); }
    domain::SchoolYearId yearId() { return services::SchoolService(*file).yearOf(window.currentPage()->schoolYear())->id; }
    services::RegistrationBoard board() { return *services::RegistrationService(*file).board(yearId()); }
    services::RegistrationRow registration(std::int64_t rowId)
    {
        for (const auto& row : board().rows)
            if (rowIdOf(row.subject) == rowId)
                return row;
        FAIL("no such row");
        return {};
    }
    services::YearRow record(std::int64_t rowId) { return *services::YearRecordService(*file).row(yearId(), subjectOf(rowId)); }
    std::int64_t firstWith(services::RegistrationStatus status)
    {
        for (const auto& row : board().rows)
            if (row.subject.person && row.status == status)
                return rowIdOf(row.subject);
        FAIL("nobody has this status");
        return 0;
    }
    QString words()
    {
        QStringList all;
        for (auto* label : window.findChildren<QLabel*>())
            if (label->isVisible())
                all << label->text();
        return all.join(QLatin1Char('\n'));
    }
};

constexpr auto kNone = services::RegistrationStatus::None;

}

TEST_CASE("registering: Ctrl+N finds who is missing, ticks and Enter write, Ctrl+Z takes it back")
{
    Bench bench;
    auto* page = bench.show<RegistrationsPage>("registrations");
    const auto before = bench.board();
    CHECK(page->summaryLabel()->text().contains(QStringLiteral("%1 người đăng ký").arg(before.registered)));
    CHECK(page->summaryLabel()->text().contains(QStringLiteral("<b>9 ngày</b>")));
    bench.press(Qt::Key_N, Qt::ControlModifier);
    const auto id = bench.table()->currentId();
    REQUIRE(id);
    REQUIRE(bench.registration(*id).status == kNone);
    auto* tick = bench.find<QCheckBox>("honour.lao-dong-tien-tien");
    REQUIRE(tick);
    const bool person = bench.registration(*id).subject.person.has_value();
    auto* mine = person ? tick : bench.find<QCheckBox>("honour.tap-the-lao-dong-tien-tien");
    mine->setFocus();
    bench.press(Qt::Key_Space);
    CHECK(mine->isChecked());
    bench.click("registration.save");
    CHECK(bench.registration(*id).honours.size() == 1);
    CHECK(bench.find<QPushButton>("registration.save")->text() == QStringLiteral("Ghi thay đổi"));
    CHECK_FALSE(bench.find<QPushButton>("registration.save")->isEnabled());
    page->escape();
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(bench.registration(*id).status == kNone);
    CHECK(bench.find<QPushButton>("registration.save")->text() == QStringLiteral("Ghi đăng ký"));
}

TEST_CASE("a registration without honours is refused beside the ticks, and nothing typed is lost")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    const auto id = bench.firstWith(kNone);
    bench.table()->setCurrentId(id);
    bench.type("initiativeTitle", QStringLiteral("Góc đọc sách của lớp"));
    bench.click("registration.save");
    CHECK(bench.registration(id).status == kNone);
    CHECK(bench.find<QPlainTextEdit>("initiativeTitle")->toPlainText() == QStringLiteral("Góc đọc sách của lớp"));
    auto* form = dynamic_cast<FormField*>(bench.find("honours")->parentWidget());
    REQUIRE(form);
    CHECK_FALSE(form->error().isEmpty());
    // Another row asks first; the safe answer stays here.
    bench.table()->setCurrentId(bench.firstWith(services::RegistrationStatus::Complete));
    CHECK(bench.prompter.asked().last().contains(QStringLiteral("[Sửa tiếp]")));
    CHECK(bench.table()->currentId() == id);
    bench.prompter.answer(1);
    bench.table()->setCurrentId(bench.firstWith(services::RegistrationStatus::Complete));
    CHECK(bench.table()->currentId() != id);
}

TEST_CASE("Chiến sĩ thi đua without an initiative wants one; naming it is enough for now")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    const auto id = bench.firstWith(kNone);
    bench.table()->setCurrentId(id);
    bench.find<QCheckBox>("honour.lao-dong-tien-tien")->click();
    bench.find<QCheckBox>("honour.chien-si-thi-dua-co-so")->click();
    bench.click("registration.save");
    CHECK(bench.registration(id).initiativeWanted);
    CHECK(bench.registration(id).status != services::RegistrationStatus::Complete);
    CHECK(bench.words().contains(QStringLiteral("cần có sáng kiến được công nhận")));
    CHECK(bench.words().contains(QStringLiteral("Đã biết đến hôm nay")));
    bench.type("initiativeTitle", QStringLiteral("Góc đọc sách của lớp"));
    bench.type("initiativeField", QStringLiteral("Tiếng Việt"));
    bench.find("initiativeField")->setFocus();
    bench.press(Qt::Key_Return);
    const auto row = bench.registration(id);
    REQUIRE(row.initiative);
    CHECK(row.initiative->data.title == "Góc đọc sách của lớp");
    CHECK(row.initiative->data.field == "Tiếng Việt");
}

TEST_CASE("after the deadline a reason is asked for in place, and the line says so")
{
    Bench bench(2022, Date(2022, 10, 9));
    auto* page = bench.show<RegistrationsPage>("registrations");
    CHECK(page->summaryLabel()->text().contains(QStringLiteral("đã qua 4 ngày")));
    const auto id = bench.firstWith(kNone);
    bench.table()->setCurrentId(id);
    auto* reason = bench.find<QPlainTextEdit>("lateReason");
    REQUIRE(reason);
    bench.find<QCheckBox>("honour.lao-dong-tien-tien")->click();
    bench.click("registration.save");
    CHECK(bench.registration(id).status == kNone);
    CHECK_FALSE(dynamic_cast<FormField*>(reason->parentWidget())->error().isEmpty());
    bench.type("lateReason", QStringLiteral("Nghỉ phép đến 08/10"));
    bench.click("registration.save");
    CHECK(bench.registration(id).registration.late);
    CHECK(statusCell(bench.registration(id)).text.contains(QStringLiteral("muộn")));
}

TEST_CASE("withdrawing names the person, needs a reason, and can be undone")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    const auto id = bench.firstWith(services::RegistrationStatus::Complete);
    bench.table()->setCurrentId(id);
    bench.table()->view()->setFocus();
    bench.press(Qt::Key_Delete);
    auto* dialog = bench.find<QDialog>("withdrawDialog");
    REQUIRE(dialog);
    CHECK(dialog->windowTitle().contains(toQ(bench.registration(id).name)));
    bench.click("withdrawDialog.verb");
    REQUIRE(bench.find<QDialog>("withdrawDialog"));
    CHECK(bench.words().contains(QStringLiteral("Xin ghi lý do")));
    bench.type("withdrawDialog.field", QStringLiteral("Chuyển công tác"));
    bench.click("withdrawDialog.verb");
    CHECK_FALSE(bench.find<QDialog>("withdrawDialog"));
    CHECK(bench.registration(id).status == kNone);
    bench.window.runner().run([&] { return bench.file->undo(); });
    CHECK(bench.registration(id).status == services::RegistrationStatus::Complete);
}

TEST_CASE("handing in freezes the list, which stays readable as on its day")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    bench.act("registrations.hand-in");
    REQUIRE(bench.find<QDialog>("handInDialog"));
    CHECK_FALSE(bench.find<QLineEdit>("handInDialog.field")->text().isEmpty());
    bench.click("handInDialog.verb");
    const auto lists = services::RegistrationService(*bench.file).handedIn(bench.yearId());
    REQUIRE(lists);
    REQUIRE(lists->size() == 1);
    CHECK(bench.words().contains(QStringLiteral("Các bảng đã nộp")));
    bench.click(qPrintable(QStringLiteral("handedIn.%1").arg(lists->front().id.value())));
    CHECK(bench.previews.size() == 1);
    bench.act("registrations.print");
    CHECK(bench.previews.size() == 2);
}

TEST_CASE("a closed year shows and prints, and says why nothing else goes")
{
    Bench bench(2021, Date(2022, 9, 26), true);
    auto* page = bench.show<RegistrationsPage>("registrations");
    CHECK(bench.board().registered == 24);
    CHECK_FALSE(page->messages().isEmpty());
    for (const char* id : {"registrations.add", "registrations.hand-in", "registrations.withdraw"}) {
        INFO(id);
        CHECK_FALSE(bench.can(id));
        CHECK(bench.window.actions().find(QString::fromLatin1(id))->toolTip().contains(QStringLiteral("khóa")));
    }
    bench.act("registrations.print");
    CHECK(bench.previews.size() == 1);
    bench.show<YearRecordsPage>("year-records");
    CHECK_FALSE(bench.can("year-records.no-discipline"));
    bench.show<InitiativesPage>("initiatives");
    CHECK_FALSE(bench.can("initiatives.add"));
}

TEST_CASE("the quota strip counts against targets and law, and shortens what does not fit")
{
    services::RegistrationBoard board;
    board.targets = {{"Lao động tiên tiến – chỉ tiêu", 24, 24, "32 người"}, {"Chiến sĩ thi đua cơ sở – chỉ tiêu", 3, 4, ""}};
    board.quotas = {{"of", "CSTĐCS – hạn mức", 4, 3, false, "15 % của 24", "khoản 2 Điều 9", true}, {"managers", "Trong đó quản lý", 1, 1, true, "", "", true}};
    const ShortNames names{{QStringLiteral("Lao động tiên tiến"), QStringLiteral("LĐTT")}, {QStringLiteral("Chiến sĩ thi đua cơ sở"), QStringLiteral("CSTĐCS")}};
    const auto wide = quotaLines(board, names, 2400);
    REQUIRE(wide.states.size() == 3);
    CHECK(wide.states[0].words == QStringLiteral("24 / 24 — đạt chỉ tiêu (32 người)"));
    CHECK(wide.states[1].words == QStringLiteral("3 / 4 — còn 1"));
    CHECK(wide.states[2].words == QStringLiteral("4 / 3 — vượt 1 (15 % của 24)"));
    CHECK(wide.states[2].tone() == Tone::Bad);
    CHECK(wide.tips[2].contains(QStringLiteral("khoản 2 Điều 9")));
    const auto narrow = quotaLines(board, names, 900);
    CHECK(narrow.states[0].label == QStringLiteral("LĐTT – chỉ tiêu"));
    CHECK(narrow.states[2].words == QStringLiteral("4 / 3 — vượt 1"));
}

TEST_CASE("year records are typed, pasted and undone like a sheet")
{
    Bench bench;
    bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    REQUIRE(grid);
    const auto first = grid->rows()[0].id, second = grid->rows()[1].id;
    CHECK(grid->rows()[0].cells[2].unknown);
    grid->goTo(first, QStringLiteral("evaluation"));
    grid->view()->setFocus();
    bench.keys(QStringLiteral("x"));
    bench.press(Qt::Key_Return);
    CHECK(bench.record(first).facts.record.evaluation == domain::Evaluation::Excellent);
    CHECK(grid->rows()[0].cells[2].value == QStringLiteral("Xuất sắc"));
    QApplication::clipboard()->setText(QStringLiteral("HTT\t12\tKhông\t0\tKhông\nHTXS\t10\tKhiển trách\t5\tKhông\n"));
    grid->goTo(first, QStringLiteral("evaluation"));
    bench.press(Qt::Key_V, Qt::ControlModifier);
    const auto facts = bench.record(second).facts;
    CHECK(facts.record.evaluation == domain::Evaluation::Excellent);
    CHECK(facts.record.monthsWorked == 10);
    REQUIRE(facts.discipline.size() == 1);
    CHECK(facts.discipline[0].form == domain::DisciplineForm::Reprimand);
    CHECK(facts.absences.size() == 1);
    CHECK(bench.record(first).facts.record.noDisciplineConfirmedOn == Date(2022, 9, 26));
    bench.press(Qt::Key_Z, Qt::ControlModifier); // the whole block is one step
    CHECK(bench.record(second).facts.discipline.empty());
    CHECK(bench.record(first).facts.record.evaluation == domain::Evaluation::Excellent);
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(bench.record(first).facts.record.evaluation.has_value());
}

TEST_CASE("what a cell cannot take stays in it, marked, with a way back to it")
{
    Bench bench;
    auto* page = bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    const auto first = grid->rows()[0].id;
    QApplication::clipboard()->setText(QStringLiteral("T\t15\n"));
    grid->goTo(first, QStringLiteral("evaluation"));
    grid->view()->setFocus();
    bench.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(bench.record(first).facts.record.evaluation == domain::Evaluation::Good); // the good cell is written
    CHECK_FALSE(bench.record(first).facts.record.monthsWorked.has_value());
    CHECK(grid->errorCount() == 1);
    REQUIRE(page->messages().bars().size() == 1);
    REQUIRE(page->messages().bars().front()->message().actions.size() == 1);
    grid->goTo(grid->rows()[5].id, QStringLiteral("absence"));
    page->messages().bars().front()->message().actions.front().run();
    CHECK(grid->currentColumn() == QStringLiteral("months"));
    CHECK(grid->currentRowId() == first);
    bench.keys(QStringLiteral("9"));
    bench.press(Qt::Key_Return);
    CHECK(bench.record(first).facts.record.monthsWorked == 9);
    CHECK(page->messages().isEmpty());
}

TEST_CASE("confirming no discipline asks how many and fills only what is unknown")
{
    Bench bench;
    bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    const auto first = grid->rows()[0].id;
    bench.window.runner().run([&] {
        return services::YearRecordService(*bench.file).recordCells(bench.yearId(), {{subjectOf(first), services::YearColumn::Discipline, "Cảnh cáo"}});
    });
    bench.act("year-records.no-discipline"); // nobody answers: nothing happens
    CHECK(bench.prompter.asked().last().contains(QStringLiteral("cho 31 người chưa ghi?")));
    CHECK_FALSE(bench.record(grid->rows()[1].id).facts.record.noDisciplineConfirmedOn.has_value());
    bench.prompter.answer(true);
    bench.act("year-records.no-discipline");
    CHECK(bench.record(first).facts.discipline.size() == 1);
    CHECK(bench.record(grid->rows()[1].id).facts.record.noDisciplineConfirmedOn == Date(2022, 9, 26));
    CHECK_FALSE(bench.can("year-records.no-discipline"));
    bench.act("year-records.next-unknown");
    CHECK(grid->currentColumn() == QStringLiteral("evaluation"));
}

TEST_CASE("the panel keeps days, sources and reasons behind the cells")
{
    Bench bench;
    bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    const auto first = grid->rows()[0].id;
    grid->goTo(first, QStringLiteral("evaluation"));
    auto* evaluation = bench.find<ChoiceField>("evaluation");
    REQUIRE(evaluation);
    evaluation->setCurrentIndex(2);
    bench.type("evaluatedOn", QStringLiteral("20/5/23"));
    bench.type("evaluationSource", QStringLiteral("Biên bản họp ngày 20/05/2023"));
    bench.click("absences.add");
    bench.type("absence.days", QStringLiteral("14"));
    bench.find<ChoiceField>("absence.reason")->setValue("maternity");
    bench.type("absence.note", QStringLiteral("Sinh con"));
    bench.click("discipline.add");
    bench.click("yearRecord.save"); // the day of the discipline is missing
    CHECK_FALSE(bench.record(first).id.has_value());
    CHECK(bench.words().contains(QStringLiteral("Xin ghi ngày của quyết định kỷ luật.")));
    bench.click("discipline.remove");
    bench.click("yearRecord.save");
    const auto facts = bench.record(first).facts;
    CHECK(facts.record.evaluation == domain::Evaluation::Good);
    CHECK(facts.record.evaluatedOn == Date(2023, 5, 20));
    REQUIRE(facts.absences.size() == 1);
    CHECK(facts.absences[0].reason == domain::AbsenceReason::Maternity);
    CHECK(facts.discipline.empty());
    CHECK(grid->rows()[0].cells[5].value == QStringLiteral("14"));
    CHECK(grid->rows()[0].cells[5].flagged);
}

TEST_CASE("collectives have a grid of their own")
{
    Bench bench;
    bench.show<YearRecordsPage>("year-records");
    auto* sides = bench.window.currentPage()->findChild<SegmentBar*>();
    emit sides->chosen(QStringLiteral("collectives"));
    sides->setCurrentKey(QStringLiteral("collectives"));
    emit sides->chosen(QStringLiteral("collectives"));
    Bench::settleDown();
    auto* grid = bench.find<GridTable>("yearCollectives");
    REQUIRE(grid);
    const auto first = grid->rows()[0].id;
    grid->goTo(first, QStringLiteral("unity"));
    grid->view()->setFocus();
    bench.keys(QStringLiteral("c"));
    CHECK(bench.record(first).facts.record.unity == domain::Known::Yes);
    CHECK_FALSE(bench.can("year-records.no-discipline"));
}

TEST_CASE("an initiative is added with its authors, recognised by a decision, and found again")
{
    Bench bench;
    bench.show<InitiativesPage>("initiatives");
    services::RegistrationService service(*bench.file);
    const auto before = service.initiatives(bench.yearId())->size();
    bench.press(Qt::Key_N, Qt::ControlModifier);
    bench.type("title", QStringLiteral("Vườn rau của em"));
    bench.click("initiative.save"); // without an author
    CHECK(service.initiatives(bench.yearId())->size() == before);
    bench.click("authors.add");
    auto* person = bench.find<SearchField>("author.person");
    REQUIRE(person);
    person->setFocus();
    person->setText(QStringLiteral("bui quang huy"));
    Bench::settleDown();
    REQUIRE(person->offered().size() == 1);
    person->setValue(person->offered().front());
    bench.click("initiative.save");
    const auto rows = service.initiatives(bench.yearId());
    REQUIRE(rows->size() == before + 1);
    const auto id = bench.table()->currentId();
    REQUIRE(id);
    const auto made = service.initiative(domain::InitiativeId(*id));
    REQUIRE(made);
    CHECK(made->initiative.title == "Vườn rau của em");
    CHECK(made->authorNames == std::vector<std::string>{"Bùi Quang Huy"});

    bench.act("initiatives.recognise");
    REQUIRE(bench.find<QDialog>("schoolRecognition"));
    CHECK(bench.find<NumberField>("number")->value().value_or(0) > 0);
    bench.click("schoolRecognition.issue");
    CHECK_FALSE(bench.find<QDialog>("schoolRecognition"));
    const auto recognised = service.initiative(domain::InitiativeId(*id))->initiative;
    CHECK(recognised.state == domain::InitiativeState::Recognised);
    CHECK(recognised.recognisedAt == domain::RecognitionLevel::School);
    CHECK(recognised.decisionNumber.find("QĐ-THMĐ") != std::string::npos);
    CHECK_FALSE(bench.can("initiatives.recognise"));
    bench.act("initiatives.print");
    CHECK(bench.previews.size() == 1);

    bench.act("initiatives.recognise-above");
    REQUIRE(bench.find<QDialog>("outsideRecognition"));
    bench.click("outsideRecognition.record"); // the number is missing
    REQUIRE(bench.find<QDialog>("outsideRecognition"));
    bench.find<QDialog>("outsideRecognition")->findChild<LineField*>(QStringLiteral("number"))->setText(QStringLiteral("1500/QĐ-UBND"));
    bench.click("outsideRecognition.record");
    CHECK_FALSE(bench.find<QDialog>("outsideRecognition"));
    CHECK(service.initiative(domain::InitiativeId(*id))->initiative.recognisedAt == domain::RecognitionLevel::District);
}

TEST_CASE("a recognition given up leaves no draft behind; one left as a draft stays")
{
    Bench bench;
    bench.show<InitiativesPage>("initiatives");
    services::RegistrationService service(*bench.file);
    services::DecisionService decisions(*bench.file);
    const auto rows = service.initiatives(bench.yearId());
    REQUIRE_FALSE(rows->empty());
    const auto count = decisions.decisions(bench.yearId())->size();
    bench.table()->setCurrentId(rows->front().id.value());
    bench.act("initiatives.recognise");
    bench.find<QDialog>("schoolRecognition")->findChild<DateField*>(QStringLiteral("issuedOn"))->clear();
    bench.click("schoolRecognition.issue");
    CHECK(bench.words().contains(QStringLiteral("Xin ghi ngày ban hành.")));
    bench.click("schoolRecognition.cancel");
    CHECK(decisions.decisions(bench.yearId())->size() == count);
    bench.act("initiatives.recognise");
    bench.click("schoolRecognition.draft");
    CHECK(decisions.decisions(bench.yearId())->size() == count + 1);
    CHECK(service.initiative(rows->front().id)->initiative.state == domain::InitiativeState::Registered);
}

TEST_CASE("an initiative can be turned down, taken up again and deleted after asking")
{
    Bench bench;
    bench.show<InitiativesPage>("initiatives");
    services::RegistrationService service(*bench.file);
    const auto id = service.initiatives(bench.yearId())->front().id;
    bench.table()->setCurrentId(id.value());
    bench.click("initiative.turn"); // the safe answer
    CHECK(service.initiative(id)->initiative.state == domain::InitiativeState::Registered);
    bench.prompter.answer(true);
    bench.click("initiative.turn");
    CHECK(service.initiative(id)->initiative.state == domain::InitiativeState::Rejected);
    CHECK_FALSE(bench.can("initiatives.recognise"));
    bench.click("initiative.turn");
    CHECK(service.initiative(id)->initiative.state == domain::InitiativeState::Registered);
    bench.table()->view()->setFocus();
    bench.prompter.answer(true);
    bench.press(Qt::Key_Delete);
    CHECK_FALSE(service.initiative(id).has_value());
    bench.window.runner().run([&] { return bench.file->undo(); });
    CHECK(service.initiative(id).has_value());
}

TEST_CASE("every field of these pages has a name for tests and for screen readers, and no label is cut")
{
    for (const QSize size : {QSize(1366, 768), QSize(1024, 700)}) {
        Bench bench;
        bench.window.resize(size);
        for (const char* id : {"registrations", "year-records", "initiatives"}) {
            REQUIRE(bench.window.showPage(QString::fromLatin1(id)));
            bench.press(Qt::Key_N, Qt::ControlModifier);
            INFO(id << ' ' << size.width());
            for (auto* widget : bench.window.currentPage()->findChildren<QWidget*>()) {
                if (!widget->isVisible())
                    continue;
                INFO(widget->metaObject()->className() << ' ' << widget->objectName().toStdString());
                if (widget->focusPolicy() != Qt::NoFocus && !qobject_cast<QAbstractScrollArea*>(widget->parentWidget()))
                    CHECK_FALSE(widget->accessibleName().isEmpty());
                if (auto* label = qobject_cast<QLabel*>(widget); label && !label->text().isEmpty()) {
                    INFO(label->text().toStdString());
                    if (label->wordWrap())
                        CHECK(label->heightForWidth(label->width()) <= label->height() + 1);
                    else
                        CHECK(label->sizeHint().width() <= label->width() + 1);
                }
            }
        }
    }
}

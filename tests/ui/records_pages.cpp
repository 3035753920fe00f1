// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.h"

#include "support/jobs.h"

#include "rules/overview.h"
#include "services/core/backup_service.h"
#include "sheets/book.h"
#include "services/core/sample_service.h"
#include "services/core/school_service.h"
#include "services/people/people_service.h"
#include "ui/pages/records/backup_words.h"
#include "ui/pages/history/history_page.h"
#include "ui/pages/kit/list_page.h"
#include "ui/pages/kit/list_paper.h"
#include "ui/pages/records/new_school_dialog.h"
#include "ui/pages/records/next_year_dialog.h"
#include "ui/pages/records/records_pages.h"
#include "ui/pages/records/school_proposals.h"
#include "ui/pages/records/settings_page.h"
#include "ui/pages/staff/staff_paste_dialog.h"
#include "ui/founded.h"
#include "ui/text/path_words.h"
#include "ui/window_bench.h"

#include "services/core/school_summary.h"
#include "domain/school.h"
#include "domain/school_year.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace thidua;
using namespace thidua::ui;

namespace {

const SchoolYear kRecordsYear(2021);

const QString kBlock = QStringLiteral("Họ và tên\tGiới tính\tNgày sinh\tChức vụ\tTổ\tNgày vào ngành\n"
                                      "Nguyễn Thị Hoa\tNữ\t17/03/1986\tGiáo viên\tTổ 1\t01/09/2009\n"
                                      "Bùi Quang Huy\tNam\t31/09/1983\tTổ trưởng\tTổ 2–3\t\n"
                                      "A Khôi\tNam\t1994\tGiáo viên\tTổ 2–3\t05/09/2016\n"
                                      "\tNữ\t1990\tGiáo viên\tTổ 1\t\n");

struct RecordsPagesFixture : test::WindowBench {
    RecordsPagesFixture() : WindowBench(Date(2021, 9, 28))
    {
        QApplication::setOrganizationName(QStringLiteral("thidua-tests"));
        QApplication::setApplicationName(QStringLiteral("records"));
        QSettings().clear();
        auto made = services::SchoolFile::create(pathOf(QStringLiteral("truong.thidua")), test::foundedMangDen(), clock, {"Lê Thị Thùy Dung"});
        REQUIRE(made);
        file = std::move(*made);
        openWindow([](MainWindow& main, SchoolContext& school) {
            addRecordsPages(main, school);
            addSettingsPage(main, school);
        }, kRecordsYear.startYear());
    }
    domain::SchoolYearId year() { return yearId(kRecordsYear.startYear()); }
    std::vector<services::StaffRow> staff() { return *services::PeopleService(*file).staff(year()); }
    template <class P = ListPage> P& list(const QString& id) { return *show<P>(id); }
    domain::PersonId addPerson(const std::string& name)
    {
        services::StaffDraft draft;
        draft.person.fullName = name;
        auto added = services::PeopleService(*file).addStaff(year(), draft);
        REQUIRE(added);
        window->runner().succeed(added->changes);
        return added->value;
    }
};

}

TEST_CASE("a school's symbol, level and agencies are proposed from what is written")
{
    CHECK(proposedSymbol("Trường Tiểu học Măng Đen") == "THMĐ");
    CHECK(proposedSymbol("Trường THCS Nguyễn Du") == "THCSND");
    CHECK(proposedSymbol("trường mầm non Hoa Sen") == "MNHS");
    CHECK(proposedSymbol("").empty());
    CHECK(proposedLevel("Trường Tiểu học Măng Đen") == domain::SchoolLevel::Primary);
    CHECK(proposedLevel("Trường Tiểu học và THCS Đăk Tăng") == domain::SchoolLevel::PrimaryAndLowerSecondary);
    CHECK(proposedLevel("Trường Nguyễn Du") == std::nullopt);
    CHECK(proposedConferringAgency("Phòng GD&ĐT huyện Kon Plông") == "Ủy ban nhân dân huyện Kon Plông");
    CHECK(proposedConferringAgency("Phòng Giáo dục và Đào tạo huyện Kon Plông") == "Ủy ban nhân dân huyện Kon Plông");
    CHECK(proposedConferringAgency("Ủy ban nhân dân xã Măng Đen") == "Ủy ban nhân dân xã Măng Đen");
    CHECK(proposedConferringHead("Ủy ban nhân dân xã Măng Đen") == "Chủ tịch Ủy ban nhân dân xã Măng Đen");
    CHECK(proposedConferringHead("Sở Giáo dục và Đào tạo tỉnh Kon Tum") == "Giám đốc Sở Giáo dục và Đào tạo tỉnh Kon Tum");
    CHECK(proposedPlace("Ủy ban nhân dân xã Hòa Bình") == "Hòa Bình");
    CHECK(proposedPlace("UBND thị trấn Măng Đen") == "Măng Đen");
    CHECK(proposedPlace("Ủy ban nhân dân phường 1").empty());
    CHECK(proposedPlace("Ủy ban nhân dân huyện Kon Plông").empty()); // papers name the commune
    CHECK(proposedFileName("THMĐ") == "Thi dua THMD.thidua");
}

TEST_CASE("the form for a new school proposes, follows what is corrected, and refuses to overwrite")
{
    const FixedClock clock(Date(2021, 9, 28));
    const QTemporaryDir folder;
    FakePrompter prompter;
    NewSchoolDialog dialog(prompter, clock);
    dialog.show();
    dialog.activateWindow();
    QApplication::processEvents();
    const auto line = [&](const char* name) { return dialog.findChild<QLineEdit*>(QLatin1String(name)); };
    line("name")->insert(QStringLiteral("Trường Tiểu học Măng Đen"));
    line("superiorAgency")->insert(QStringLiteral("Phòng GD&ĐT huyện Kon Plông"));
    CHECK(line("documentSymbol")->text() == QStringLiteral("THMĐ"));
    CHECK(line("conferringAgency")->text() == QStringLiteral("Ủy ban nhân dân huyện Kon Plông"));
    CHECK(line("conferringHead")->text() == QStringLiteral("Chủ tịch Ủy ban nhân dân huyện Kon Plông"));
    CHECK(line("path")->text().endsWith(QStringLiteral("Thi dua THMD.thidua")));

    line("documentSymbol")->setFocus();
    line("documentSymbol")->selectAll();
    QTest::keyClicks(line("documentSymbol"), QStringLiteral("TH1"));
    line("name")->insert(QStringLiteral(" 1"));
    CHECK(line("documentSymbol")->text() == QStringLiteral("TH1"));

    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier); // the place is still missing
    CHECK(dialog.result() != QDialog::Accepted);
    CHECK(dialog.isVisible());
    CHECK(line("placeName")->property("wrong").toBool());

    line("placeName")->insert(QStringLiteral("Măng Đen"));
    line("headName")->insert(QStringLiteral("Trần Thị Minh Nguyệt"));
    const QString there = folder.filePath(QStringLiteral("co-roi.thidua"));
    QFile taken(there);
    REQUIRE(taken.open(QIODevice::WriteOnly));
    const auto typePath = [&](const QString& path) {
        line("path")->setFocus();
        line("path")->selectAll();
        QTest::keyClicks(line("path"), path);
    };
    typePath(there);
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    CHECK(dialog.isVisible());
    CHECK(line("path")->property("wrong").toBool());

    // Two spaces, and a letter put together from its parts, as a stick from another system has it: that folder, no other.
    const QString name = QStringLiteral("To\u0301  ba");
    REQUIRE(QDir(folder.path()).mkdir(name));
    line("path")->selectAll();
    line("path")->insert(folder.filePath(name + QStringLiteral("/moi")));
    CHECK_FALSE(line("path")->property("wrong").toBool());
    CHECK(dialog.answer().path.parent_path().filename() == std::filesystem::path(u8"To\u0301  ba"));
    line("name")->insert(QStringLiteral(" A")); // a proposal for other fields leaves it alone

    typePath(folder.filePath(QStringLiteral("moi")));
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(dialog.result() == QDialog::Accepted);
    const NewSchool made = dialog.answer();
    CHECK(made.path.filename() == "moi.thidua");
    CHECK(made.command.firstYear == SchoolYear(2021));
    CHECK(made.command.headName == "Trần Thị Minh Nguyệt");
    REQUIRE(services::SchoolFile::create(made.path, made.command, clock, {}));
}

TEST_CASE_METHOD(RecordsPagesFixture, "a person is added by keys, shown in place, and undone")
{
    auto& page = list(QStringLiteral("staff"));
    press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page.isEditing());
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("fullName"));
    type("fullName", QStringLiteral("  Hoàng  Thị Bích Liên "));
    type("birth", QStringLiteral("2/4/85"));
    press(Qt::Key_Return);
    CHECK_FALSE(page.isEditing());
    const auto rows = staff();
    REQUIRE(rows.size() == 2);
    const auto added = std::find_if(rows.begin(), rows.end(), [](const auto& r) { return r.person.fullName == "Hoàng Thị Bích Liên"; });
    REQUIRE(added != rows.end());
    CHECK(added->person.birth->date == Date(1985, 4, 2));
    CHECK(page.table()->currentId() == added->id.value());
    CHECK(page.summaryLabel()->text().contains(QStringLiteral("2 người")));

    auto undone = file->undo();
    REQUIRE(undone);
    window->runner().succeed(undone->changes);
    CHECK(page.table()->shownIds().size() == 1);
}

TEST_CASE_METHOD(RecordsPagesFixture, "a form that lacks a name is not written, and says so beside the field")
{
    auto& page = list(QStringLiteral("staff"));
    press(Qt::Key_N, Qt::ControlModifier);
    type("birth", QStringLiteral("31/9/1988"));
    press(Qt::Key_Return);
    CHECK(page.isEditing());
    CHECK(part<QLineEdit>("fullName").property("wrong").toBool());
    CHECK(part<QLineEdit>("birth").property("wrong").toBool());
    CHECK(staff().size() == 1);
    prompter.answer(2); // stay
    press(Qt::Key_Escape);
    CHECK(page.isEditing());
    prompter.answer(1); // drop
    press(Qt::Key_Escape);
    CHECK_FALSE(page.isEditing());
    CHECK(prompter.asked().size() == 2);
}

TEST_CASE_METHOD(RecordsPagesFixture, "a homonym is pointed out while the name is typed")
{
    list(QStringLiteral("staff"));
    press(Qt::Key_N, Qt::ControlModifier);
    type("fullName", QStringLiteral("Trần Thị Minh"));
    CHECK_FALSE(part<QWidget>("homonymWarning").isVisible());
    type("fullName", QStringLiteral("trần thị minh nguyệt"));
    CHECK(part<QWidget>("homonymWarning").isVisible());
}

TEST_CASE_METHOD(RecordsPagesFixture, "a block from Excel is shown line by line before anything is written")
{
    StaffPasteDialog dialog(*file, year(), window.get());
    dialog.setBlock(kBlock);
    CHECK(dialog.chosenCount() == 3); // one bad date takes the cell, no name the line
    CHECK(dialog.findChild<QPushButton*>(QStringLiteral("pasteWrite"))->text() == QStringLiteral("Ghi 3 người vào sổ"));
    const auto* grid = dialog.findChild<GridTable*>(QStringLiteral("pasteTable"));
    REQUIRE(grid->rows().size() == 4);
    CHECK(grid->errorCount() == 2);
    CHECK(grid->rows()[1].cells.last().value.contains(QStringLiteral("không ghi ô Ngày sinh")));
    CHECK(grid->rows()[3].cells.last().value.contains(QStringLiteral("Xin ghi họ và tên")));
    CHECK(staff().size() == 1);
    auto written = services::PeopleService(*file).pasteStaff(year(), dialog.sheet());
    REQUIRE(written);
    CHECK(written->value == 3);

    dialog.setBlock(kBlock); // once more: those are there already
    CHECK(dialog.chosenCount() == 0);
    CHECK_FALSE(dialog.findChild<QPushButton*>(QStringLiteral("pasteWrite"))->isEnabled());
}

TEST_CASE_METHOD(RecordsPagesFixture, "Ctrl+V in the list opens the preview, and its verb writes")
{
    auto& page = list(QStringLiteral("staff"));
    page.table()->setFocus();
    QApplication::clipboard()->setText(kBlock);
    bool seen = false;
    QTimer::singleShot(0, [&] {
        auto* dialog = qobject_cast<StaffPasteDialog*>(QApplication::activeModalWidget());
        seen = dialog != nullptr;
        if (dialog)
            QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("pasteWrite")), Qt::LeftButton);
    });
    page.table()->view()->setFocus();
    QTest::keyClick(page.table()->view(), Qt::Key_V, Qt::ControlModifier);
    CHECK(seen);
    CHECK(staff().size() == 4);
    CHECK(page.table()->shownIds().size() == 4);
    CHECK(page.summaryLabel()->text().contains(QStringLiteral("4 người")));
}

TEST_CASE_METHOD(RecordsPagesFixture, "a table is written to Excel and CSV as it is shown, and reads again the same")
{
    for (const char* name : {"Nguyễn Thị Hoa", "Đặng Thị Hà", "A Khôi"})
        addPerson(name);
    auto& page = list(QStringLiteral("staff"));
    auto* button = page.table()->findChild<QPushButton*>(QStringLiteral("export-table"));
    REQUIRE(button != nullptr);
    page.table()->setColumnFilter(QStringLiteral("name"), QStringLiteral("thi"));
    page.table()->sortBy(QStringLiteral("name"));
    const auto shown = page.table()->shown();
    for (const char* ending : {"xlsx", "csv"}) {
        const QString path = dir.filePath(QStringLiteral("Cán bộ ") + QLatin1String(ending) + QLatin1Char('.') + QLatin1String(ending));
        prompter.answer(path);
        QTest::mouseClick(button, Qt::LeftButton);
        CHECK(prompter.asked().last().contains(QStringLiteral("2021-2022.xlsx")));
        const auto book = sheets::readBookFile(std::filesystem::path(path.toStdU16String()));
        REQUIRE(book);
        const auto& rows = book->sheets.front().rows;
        REQUIRE(rows.size() == shown.rows.size() + 1);
        for (qsizetype i = 0; i < shown.headers.size(); ++i) {
            CHECK(toQ(rows.front().cells[static_cast<std::size_t>(i)].text) == shown.headers[i]);
            for (std::size_t row = 0; row < shown.rows.size(); ++row)
                if (const auto* cell = rows[row + 1].at(static_cast<std::uint32_t>(i)); cell && !shown.rows[row].cells[i].isEmpty())
                    CHECK(toQ(cell->text) == shown.rows[row].cells[i]);
        }
    }
    prompter.answer(dir.filePath(QStringLiteral("không có/thư mục.xlsx")));
    QTest::mouseClick(button, Qt::LeftButton);
    CHECK(prompter.asked().last().contains(QStringLiteral("Chưa xuất được bảng")));
}

TEST_CASE("in the sample school, honours given through the program are read-only and tell their decision")
{
    const QTemporaryDir folder;
    const FixedClock clock(Date(2022, 9, 22));
    auto sample = services::createSample(std::filesystem::path(folder.filePath(QStringLiteral("mau.thidua")).toStdU16String()), "mang-den", clock);
    REQUIRE(sample);
    FakePrompter prompter;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    SchoolContext context{**sample, [](const documents::Document&, const QString&, const std::vector<std::string>&) {}, [](SchoolYear) {}};
    MainWindow window(prompter, settings);
    addRecordsPages(window, context);
    window.setSchoolYear(kRecordsYear, true);
    window.show();
    const auto honours = services::PeopleService(**sample).honours();
    REQUIRE(honours);
    const auto given = std::find_if(honours->begin(), honours->end(), [](const auto& row) { return row.record.decision.has_value(); });
    const auto old = std::find_if(honours->begin(), honours->end(), [](const auto& row) { return !row.record.decision.has_value(); });
    REQUIRE(given != honours->end());
    REQUIRE(old != honours->end());
    REQUIRE(window.openRecord(domain::EntityKind::HonourRecord, given->id.value()));
    auto& page = dynamic_cast<ListPage&>(*window.currentPage());
    auto* edit = window.actions().find(QStringLiteral("history.edit"));
    CHECK_FALSE(edit->isEnabled());
    CHECK(edit->toolTip().contains(toQ(given->record.decisionNumber)));
    QTest::keyClick(page.table()->view(), Qt::Key_F2);
    CHECK_FALSE(page.isEditing());
    CHECK(page.findChild<QPushButton*>(QStringLiteral("history.openDecision")) != nullptr);
    REQUIRE(window.openRecord(domain::EntityKind::HonourRecord, old->id.value()));
    CHECK(edit->isEnabled()); // history from before stays open to correction, also when the year is closed
    if (given->record.subject.person) {
        REQUIRE(window.openRecord(domain::EntityKind::Person, given->record.subject.person->value()));
        CHECK(window.currentPage()->info().id == QStringLiteral("staff"));
    }
}

TEST_CASE_METHOD(RecordsPagesFixture, "a person to whom something refers is not removed, and the page says what to do")
{
    auto& page = list(QStringLiteral("staff"));
    const auto kept = addPerson("Nguyễn Thị Hoa");
    domain::HonourRecord honour;
    honour.subject = domain::SubjectRef::of(kept);
    honour.year = SchoolYear(2019);
    honour.honour = rules::honoursOn(file->rules(), clock.today()).front().code;
    REQUIRE(services::PeopleService(*file).addHonour(honour));
    const auto gone = addPerson("Y Hiền");
    REQUIRE(page.table()->setCurrentId(kept.value()));
    page.table()->setFocus();
    prompter.answer(true);
    press(Qt::Key_Delete);
    CHECK(staff().size() == 3);
    REQUIRE_FALSE(page.messages().isEmpty());
    CHECK(page.messages().bars().back()->message().text.contains(QStringLiteral("ngày chuyển đi")));
    REQUIRE(page.table()->setCurrentId(gone.value()));
    press(Qt::Key_Delete); // without an answer: kept
    CHECK(staff().size() == 3);
    prompter.answer(true);
    press(Qt::Key_Delete);
    CHECK(staff().size() == 2);
}

TEST_CASE_METHOD(RecordsPagesFixture, "in a closed year the staff list is read-only with its reason, and still prints")
{
    auto& page = list(QStringLiteral("staff"));
    window->setSchoolYear(kRecordsYear, true);
    QApplication::processEvents();
    auto* add = window->actions().find(QStringLiteral("staff.add"));
    CHECK_FALSE(add->isEnabled());
    CHECK(add->toolTip().contains(QStringLiteral("đã khóa")));
    press(Qt::Key_N, Qt::ControlModifier);
    CHECK_FALSE(page.isEditing());
    CHECK_FALSE(page.messages().isEmpty());
    page.print();
    CHECK(previews.size() == 1);
}

TEST_CASE_METHOD(RecordsPagesFixture, "a collective and an old honour are entered, and the honour is found from its person")
{
    auto& collectives = list(QStringLiteral("collectives"));
    const auto before = collectives.table()->shownIds().size();
    press(Qt::Key_N, Qt::ControlModifier);
    type("name", QStringLiteral("Tổ 2–3"));
    press(Qt::Key_Return);
    CHECK_FALSE(collectives.isEditing());
    CHECK(collectives.table()->shownIds().size() == before + 1);

    auto& history = dynamic_cast<HistoryPage&>(list(QStringLiteral("history")));
    press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(history.isEditing());
    auto& subject = part<SearchField>("subject");
    subject.setFocus();
    subject.insert(QStringLiteral("minh nguyet"));
    REQUIRE(subject.offered().size() == 1);
    QTest::keyClick(&subject, Qt::Key_Return);
    REQUIRE(subject.value());
    auto& honour = part<ChoiceField>("honour");
    REQUIRE(honour.count() > 0);
    // Offered is what people of the staff may be given, nothing of pupils or collectives.
    CHECK(honour.findText(QStringLiteral("Lao động tiên tiến")) >= 0);
    for (const char* other : {"Tập thể lao động tiên tiến", "Học sinh Xuất sắc", "Thư khen"})
        CHECK(honour.findText(QString::fromUtf8(other)) < 0);
    honour.setFocus();
    honour.setCurrentIndex(0);
    type("decisionNumber", QStringLiteral("1187/QĐ-UBND"));
    press(Qt::Key_Return);
    CHECK_FALSE(history.isEditing());
    REQUIRE(history.table()->shownIds().size() == 1);
    history.showOnly(domain::SubjectRef::of(domain::CollectiveId(999999)));
    history.showOnly(std::nullopt);
    CHECK(history.table()->shownIds().size() == 1);
    const auto record = services::PeopleService(*file).honours()->front();
    CHECK(record.record.decisionNumber == "1187/QĐ-UBND");
    CHECK(window->openRecord(domain::EntityKind::HonourRecord, record.id.value()));
}

TEST_CASE_METHOD(RecordsPagesFixture, "years are opened, closed and reopened with a reason; the staff comes along")
{
    REQUIRE(window->showPage(QStringLiteral("settings")));
    auto& page = dynamic_cast<SettingsPage&>(*window->currentPage());
    REQUIRE(page.showSection(QStringLiteral("years")));
    QTest::mouseClick(&part<QPushButton>("yearsNext"), Qt::LeftButton);
    type("registrationDeadline", QStringLiteral("4/10/22"));
    auto& save = part<QPushButton>("yearSave");
    QTimer::singleShot(0, window.get(), [this] { // what comes along is shown first
        auto* dialog = window->findChild<NextYearDialog*>();
        REQUIRE(dialog != nullptr);
        dialog->accept();
    });
    save.click();
    services::SchoolService service(*file);
    const auto next = service.yearOf(SchoolYear(2022));
    REQUIRE(next);
    CHECK(next->data.registrationDeadline == Date(2022, 10, 4));
    CHECK(services::PeopleService(*file).staff(next->id)->size() == 1);
    CHECK(yearsTold == std::vector{SchoolYear(2022)});

    prompter.answer(true);
    QTest::mouseClick(&part<QPushButton>("yearClose"), Qt::LeftButton);
    CHECK(prompter.asked().last().contains(QStringLiteral("việc chưa xong"))); // nobody has a grade yet
    CHECK(service.yearOf(SchoolYear(2022))->data.state == domain::YearState::Closed);
    prompter.answer(QStringLiteral("Bổ sung kết quả bị sót"));
    prompter.answer(QStringLiteral("Trần Thị Minh Nguyệt"));
    QTest::mouseClick(&part<QPushButton>("yearReopen"), Qt::LeftButton);
    CHECK(service.yearOf(SchoolYear(2022))->data.state == domain::YearState::Open);
    CHECK(service.yearOf(SchoolYear(2022))->data.reopenReason == "Bổ sung kết quả bị sót (Hiệu trưởng Trần Thị Minh Nguyệt cho phép)");
}

TEST_CASE_METHOD(RecordsPagesFixture, "the school's form keeps what is typed until it is written or dropped")
{
    REQUIRE(window->showPage(QStringLiteral("settings")));
    CHECK_FALSE(part<QPushButton>("schoolSave").isEnabled());
    type("school-placeName", QStringLiteral("Kon Plông"));
    CHECK(part<QPushButton>("schoolSave").isEnabled());
    prompter.answer(2);
    CHECK_FALSE(window->showPage(QStringLiteral("staff")));
    type("school-documentSymbol", QStringLiteral("TH MĐ"));
    QTest::mouseClick(&part<QPushButton>("schoolSave"), Qt::LeftButton);
    CHECK(part<QLineEdit>("school-documentSymbol").property("wrong").toBool());
    type("school-documentSymbol", QStringLiteral("THMD"));
    QTest::mouseClick(&part<QPushButton>("schoolSave"), Qt::LeftButton);
    const auto school = services::SchoolService(*file).school();
    CHECK(school->data.placeName == "Kon Plông");
    CHECK(school->data.documentSymbol == "THMD");
    type("school-placeName", QStringLiteral("Măng Đen"));
    QTest::mouseClick(&part<QPushButton>("schoolSave"), Qt::LeftButton); // with the version just written
    CHECK(services::SchoolService(*file).school()->data.placeName == "Măng Đen");
}

TEST_CASE_METHOD(RecordsPagesFixture, "a backup is made, listed, and restored beside the open file, which is never overwritten")
{
    QDir(dir.path()).mkdir(QStringLiteral("sao-luu"));
    const QString folder = dir.filePath(QStringLiteral("sao-luu"));
    REQUIRE(window->showPage(QStringLiteral("settings")));
    auto& page = dynamic_cast<SettingsPage&>(*window->currentPage());
    REQUIRE(page.showSection(QStringLiteral("backup")));
    const auto mark = [this] { return part<QLabel>("backupMark").grab().toImage(); };
    const QImage never = mark();
    prompter.answer(folder);
    QTest::mouseClick(&part<QPushButton>("backupNow"), Qt::LeftButton);
    REQUIRE(test::waitForJobs(*window));
    CHECK(backupFolder() == folder);
    CHECK(mark() != never); // green now, and not before
    const auto made = QDir(folder).entryList({QStringLiteral("*.thidua")}, QDir::Files);
    REQUIRE(made.size() == 1);
    auto& table = part<RecordTable>("backupTable");
    REQUIRE(table.shownIds().size() == 1);
    // A file that somebody put there is no verified backup, whatever its name.
    const QString unsealed = folder + QStringLiteral("/THMD_2020-01-01_080000.thidua");
    REQUIRE(QFile::copy(QDir(folder).filePath(made.first()), unsealed));
    CHECK(services::BackupService::isSealed(toPath(unsealed)));
    REQUIRE(QFile::resize(unsealed, QFileInfo(unsealed).size() - 512)); // as a file that is worked in
    CHECK_FALSE(services::BackupService::isSealed(toPath(unsealed)));
    CHECK_FALSE(services::BackupService::isSealed(file->path()));
    REQUIRE(QFile::remove(unsealed));
    REQUIRE(table.setCurrentId(table.shownIds().first()));

    prompter.answer(dir.filePath(QStringLiteral("truong.thidua"))); // the open file
    QTest::mouseClick(&part<QPushButton>("backupRestore"), Qt::LeftButton);
    CHECK(services::SchoolService(*file).school());

    const QString target = dir.filePath(QStringLiteral("khac.thidua"));
    prompter.answer(target);
    QTest::mouseClick(&part<QPushButton>("backupRestore"), Qt::LeftButton);
    CHECK_FALSE(part<QPushButton>("backupRestore").isEnabled()); // beside the window, and one at a time
    CHECK_FALSE(part<QPushButton>("backupNow").isEnabled());
    REQUIRE(test::waitForJobs(*window));
    CHECK(part<QPushButton>("backupNow").isEnabled());
    REQUIRE(QFile::exists(target));
    prompter.answer(target);
    prompter.answer(true);
    QTest::mouseClick(&part<QPushButton>("backupRestore"), Qt::LeftButton);
    REQUIRE(test::waitForJobs(*window));
    const auto beside = QDir(dir.path()).entryList({QStringLiteral("khac*")}, QDir::Files);
    CHECK(beside.size() == 2); // what stood there is kept

    QTest::mouseClick(&part<QPushButton>("backupVerify"), Qt::LeftButton);
    CHECK_FALSE(part<QPushButton>("backupVerify").isEnabled());
    REQUIRE(test::waitForJobs(*window));
    CHECK(words(&page).contains(QStringLiteral("Bản sao lưu đọc được trọn vẹn")));
    // The open file itself.
    QTest::mouseClick(&part<QPushButton>("fileCheck"), Qt::LeftButton);
    CHECK_FALSE(part<QPushButton>("fileCheck").isEnabled());
    REQUIRE(test::waitForJobs(*window));
    CHECK(words(&page).contains(QStringLiteral("Tệp đang mở nguyên vẹn")));
    CHECK(words(&page).contains(QStringLiteral("Nhật ký khớp với"))); // what it rests on: the backup
    // Another school's backup under this one's name.
    const QString stranger = dir.filePath(QStringLiteral("truong-khac.thidua"));
    services::createSample(std::filesystem::path(stranger.toStdU16String()), "hong-duong", clock).value().reset();
    QFile::remove(folder + QLatin1Char('/') + made.front());
    REQUIRE(QFile::copy(stranger, folder + QLatin1Char('/') + made.front()));
    QTest::mouseClick(&part<QPushButton>("backupVerify"), Qt::LeftButton);
    REQUIRE(test::waitForJobs(*window));
    CHECK(words(&page).contains(QStringLiteral("Bản này không phải của tệp đang mở")));
}

TEST_CASE_METHOD(RecordsPagesFixture, "days stand in one style on a printed list, by themselves and within other words")
{
    const ShownTable shown{{QStringLiteral("Quyết định"), QStringLiteral("Ngày")},
                           {Align::Left, Align::Left},
                           {{false, {QStringLiteral("12/QĐ-THMĐ, 27/06/2022; 13/QĐ-THMĐ, 08/03/2022"), QStringLiteral("05/02/2022")}}}};
    const auto paper = listPaper(*file, QStringLiteral("Danh sách"), {}, Date(2022, 9, 29), shown, {});
    std::string all;
    for (const auto& part : paper.parts)
        for (const auto& block : part.blocks)
            if (const auto* table = std::get_if<documents::Table>(&block))
                for (const auto& row : table->rows)
                    for (const auto& cell : row.cells)
                        if (const auto* words = std::get_if<std::string>(&cell.value))
                            all += *words + "|";
    CHECK(all == "12/QĐ-THMĐ, 27/6/2022; 13/QĐ-THMĐ, 08/3/2022|05/02/2022|");
}

TEST_CASE_METHOD(RecordsPagesFixture, "what the settings say of the backup follows each operation, and its undo")
{
    QDir(dir.path()).mkdir(QStringLiteral("sao-luu"));
    REQUIRE(window->showPage(QStringLiteral("settings")));
    auto& page = dynamic_cast<SettingsPage&>(*window->currentPage());
    REQUIRE(page.showSection(QStringLiteral("backup")));
    prompter.answer(dir.filePath(QStringLiteral("sao-luu")));
    QTest::mouseClick(&part<QPushButton>("backupNow"), Qt::LeftButton);
    REQUIRE(test::waitForJobs(*window));
    QTest::mouseClick(&part<QPushButton>("fileCheck"), Qt::LeftButton);
    REQUIRE(test::waitForJobs(*window));
    CHECK(words(&page).contains(QStringLiteral("Sao lưu đã kiểm tra")));
    CHECK(words(&page).contains(QStringLiteral("Tệp đang mở nguyên vẹn")));
    services::StaffDraft one;
    one.person.fullName = "Lê Mới";
    REQUIRE(window->runner().run([&] { return services::PeopleService(*file).addStaff(services::SchoolService(*file).years()->front().id, one); }));
    CHECK_FALSE(words(&page).contains(QStringLiteral("Sao lưu đã kiểm tra: hôm nay")));
    CHECK(words(&page).contains(QStringLiteral("1 việc chưa sao lưu")));
    CHECK_FALSE(words(&page).contains(QStringLiteral("Tệp đang mở nguyên vẹn")));
    REQUIRE(window->runner().run([&] { return file->undo(); }));
    CHECK(words(&page).contains(QStringLiteral("2 việc chưa sao lưu")));
}

TEST_CASE_METHOD(RecordsPagesFixture, "the newest backup is called so only while none was made later of another state of the school")
{
    QDir(dir.path()).mkdir(QStringLiteral("sao-luu"));
    const QString folder = dir.filePath(QStringLiteral("sao-luu"));
    QSettings().setValue(QStringLiteral("backup/folder"), folder);
    const auto backUp = [&](services::SchoolFile& from, const char* name) { REQUIRE(services::BackupService::backupTo(from, toPath(folder + QLatin1String(name)))); };
    const auto states = [this] {
        REQUIRE(window->showPage(QStringLiteral("settings")));
        REQUIRE(dynamic_cast<SettingsPage&>(*window->currentPage()).showSection(QStringLiteral("backup")));
        QStringList shown;
        const auto& model = *part<RecordTable>("backupTable").view()->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells << model.index(row, column).data().toString();
            const auto name = cells.filter(QStringLiteral(".thidua")).join(QString());
            shown << name + QLatin1Char('|') + cells.constLast();
        }
        return shown.join(QLatin1Char(' '));
    };
    backUp(*file, "/som.thidua");
    CHECK(states().contains(QStringLiteral("som.thidua|Mới nhất, đã kiểm tra")));
    {
        const FixedClock later(Date(2021, 10, 28));
        const auto target = toPath(dir.filePath(QStringLiteral("khac.thidua")));
        REQUIRE(services::BackupService::restore(toPath(folder + QStringLiteral("/som.thidua")), target, false, later));
        auto other = services::SchoolFile::open(target, services::SchoolFile::Mode::ReadWrite, later, {"Lan"}).value();
        auto school = services::SchoolService(*other).school().value();
        school.data.placeName = "Măng Cành";
        REQUIRE(services::SchoolService(*other).editSchool(school.data, school.version));
        backUp(*other, "/muon.thidua");
    }
    window->reloadAll();
    const auto shown = states();
    CHECK_FALSE(shown.contains(QStringLiteral("Mới nhất")));
    CHECK(shown.contains(QStringLiteral("som.thidua|Bản sau cùng của tệp đang mở")));
}

TEST_CASE_METHOD(RecordsPagesFixture, "every place one can reach by Tab has a name to be read aloud")
{
    for (const char* id : {"staff", "collectives", "history", "settings"}) {
        REQUIRE(window->showPage(QLatin1String(id)));
        QApplication::processEvents();
        INFO(id);
        CHECK(nameless(window->currentPage()).join(QLatin1Char('\n')).toStdString().empty());
    }
    list(QStringLiteral("staff"));
    press(Qt::Key_N, Qt::ControlModifier);
    CHECK(nameless(window->currentPage()).join(QLatin1Char('\n')).toStdString().empty());
}

// Pasting staff lists through the real dialog, by keys and clicks.

using services::SheetColumn;
using services::SheetFate;
using services::SheetField;

namespace {

QString fixture(const char* name)
{
    QFile file(QStringLiteral(THIDUA_SOURCE "/tests/fixtures/paste/") + QLatin1String(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

GridTable& gridOf(StaffPasteDialog& dialog) { return *dialog.findChild<GridTable*>(QStringLiteral("pasteTable")); }

struct Paste : test::WindowBench {
    Paste() : WindowBench(Date(2026, 9, 20))
    {
        QApplication::setOrganizationName(QStringLiteral("thidua-tests"));
        QApplication::setApplicationName(QStringLiteral("paste"));
        QSettings().clear();
        auto made = services::SchoolFile::create(pathOf(QStringLiteral("truong.thidua")), test::foundedHoaBinh(), clock, {"Lan"});
        REQUIRE(made);
        file = std::move(*made);
        openWindow([](MainWindow& main, SchoolContext& school) { addRecordsPages(main, school); }, 2026);
    }
    domain::SchoolYearId year() { return yearId(2026); }
    std::vector<services::StaffRow> staff() { return *services::PeopleService(*file).staff(year()); }
    services::StaffRow named(const std::string& name)
    {
        const auto rows = staff();
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.person.fullName == name; });
        INFO(name);
        REQUIRE(found != rows.end());
        return *found;
    }
    /// Ctrl+V in the staff list; `work` uses the dialog, which is closed afterwards if it still stands.
    void paste(const QString& block, const std::function<void(StaffPasteDialog&)>& work)
    {
        auto& page = *show<ListPage>(QStringLiteral("staff"));
        QApplication::clipboard()->setText(block);
        bool came = false;
        QTimer::singleShot(0, [&] {
            auto* dialog = qobject_cast<StaffPasteDialog*>(QApplication::activeModalWidget());
            came = dialog != nullptr;
            if (!dialog)
                return;
            QApplication::setActiveWindow(dialog);
            gridOf(*dialog).setFocus();
            work(*dialog);
            if (dialog->isVisible())
                dialog->reject();
        });
        page.table()->view()->setFocus();
        QTest::keyClick(page.table()->view(), Qt::Key_V, Qt::ControlModifier);
        REQUIRE(came);
    }
};

void clickOn(StaffPasteDialog& dialog, const char* name)
{
    auto* button = dialog.findChild<QPushButton*>(QLatin1String(name));
    INFO(name);
    CHECK((button && button->isVisible())); // no exception may leave an event handler of Qt's
    if (button)
        QTest::mouseClick(button, Qt::LeftButton);
}

/// Types into a cell as in Excel.
void typeCell(StaffPasteDialog& dialog, std::int64_t line, const char* column, const QString& text)
{
    auto& grid = gridOf(dialog);
    CHECK(grid.goTo(line, QLatin1String(column)));
    auto* view = grid.view(); // only moving columns are typed into here
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F2);
    auto* line_ = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    CHECK(line_);
    if (!line_)
        return;
    line_->selectAll();
    QTest::keyClicks(line_, text);
    QTest::keyClick(line_, Qt::Key_Return);
}

}

TEST_CASE_METHOD(Paste, "STT first: columns follow the headings, capitals and short years are shown as guesses, Ctrl+Enter writes")
{
    paste(fixture("stt-first.tsv"), [](StaffPasteDialog& dialog) {
        CHECK(dialog.findChild<ChoiceField*>(QStringLiteral("pasteColumn0"))->value() == std::to_string(static_cast<int>(SheetColumn::Unused)));
        CHECK(dialog.findChild<ChoiceField*>(QStringLiteral("pasteColumn2"))->value() == std::to_string(static_cast<int>(SheetColumn::Birth)));
        const auto& rows = gridOf(dialog).rows();
        CHECK(rows.size() == 3);
        const auto& name = rows[1].cells[2];
        CHECK(name.value == QStringLiteral("Đàm Văn Quý"));
        CHECK(name.tone == Tone::Warn);
        CHECK(name.tip.contains(QStringLiteral("ĐÀM VĂN QUÝ")));
        CHECK(rows[1].cells[3].value == QStringLiteral("Nam"));
        CHECK(rows[2].cells[4].value == QStringLiteral("05/09/1985"));
        CHECK(rows[1].cells[5].value == QStringLiteral("Tổ trưởng chuyên môn"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        CHECK_FALSE(dialog.isVisible());
    });
    CHECK(staff().size() == 4);
    CHECK(named("Đàm Thị Xuyến").person.employedFrom->text() == "2015");
    CHECK(named("Đàm Văn Quý").position == domain::Position::TeamLeader);
    CHECK(named("Lò Thị Pâng").teamName == named("Đàm Văn Quý").teamName);
}

TEST_CASE_METHOD(Paste, "posts: the principal is updated and can be said to be somebody else; a cell is corrected before writing")
{
    paste(fixture("posts.tsv"), [](StaffPasteDialog& dialog) {
        auto& grid = gridOf(dialog);
        CHECK(grid.rows().size() == 5);
        CHECK(grid.rows()[0].cells[1].value == QStringLiteral("update"));
        CHECK(grid.rows()[0].cells.last().value.contains(QStringLiteral("Ngày sinh: chưa ghi → 12/03/1968")));
        CHECK(grid.goTo(2, QStringLiteral("name")));
        clickOn(dialog, "pasteNew");
        CHECK(grid.rows()[0].cells[1].value == QStringLiteral("new"));
        clickOn(dialog, "pasteUpdate");
        CHECK(grid.rows()[0].cells[1].value == QStringLiteral("update"));
        CHECK(grid.rows()[4].cells[6].value == QStringLiteral("Giáo viên kiêm thư viện"));
        typeCell(dialog, 7, "employed", QStringLiteral("1/9/10"));
        CHECK(grid.rows()[4].cells[8].value == QStringLiteral("01/09/2010"));
        clickOn(dialog, "pasteWrite");
    });
    CHECK(staff().size() == 5);
    CHECK(named("Trịnh Văn An").person.birth->text() == "1968-03-12");
    CHECK(named("Hồ Thị Cúc").position == domain::Position::DeputyPrincipal);
    CHECK(named("Trần Tú").person.birth->text() == "1985-07-17");
    CHECK(named("Trần Tú").person.employedFrom->text() == "2010-09-01");
}

TEST_CASE_METHOD(Paste, "one mark apart: two people; another tone place: asked, and answered by a click")
{
    paste(fixture("one-mark-apart.tsv"), [](StaffPasteDialog& dialog) {
        CHECK(dialog.chosenCount() == 3);
        CHECK(gridOf(dialog).currentRowId() == 4); // the question is where one stands
        CHECK(dialog.findChild<Label*>(QStringLiteral("pasteQuestion"))->text().contains(QStringLiteral("chỉ khác chỗ đặt dấu thanh")));
        clickOn(dialog, "pasteNew");
        CHECK(dialog.chosenCount() == 4);
        clickOn(dialog, "pasteWrite");
    });
    CHECK(staff().size() == 5);
    named("Phạm Thị Hương");
    named("Phạm Thị Hường");
    named("Lê Hoà");
    named("Lê Hòa");
}

TEST_CASE_METHOD(Paste, "letters: VNI is refused until it is converted by a click")
{
    paste(fixture("letters.tsv"), [](StaffPasteDialog& dialog) {
        CHECK(dialog.chosenCount() == 1);
        clickOn(dialog, "pasteConvert");
        CHECK(dialog.chosenCount() == 2);
        CHECK(gridOf(dialog).rows()[1].cells[2].value == QStringLiteral("Trần Thị Hồng"));
        clickOn(dialog, "pasteWrite");
    });
    named("Trần Thị Đào");
    named("Trần Thị Hồng");
}

TEST_CASE_METHOD(Paste, "what a column is can be changed, and a kind stands once")
{
    paste(QStringLiteral("Lê Văn Ba\t2/5/1990\nMai Thị Tư\t3/6/1991\n"), [](StaffPasteDialog& dialog) {
        CHECK(gridOf(dialog).rows()[0].cells[4].value == QStringLiteral("02/05/1990"));
        auto* field = dialog.findChild<ChoiceField*>(QStringLiteral("pasteColumn1"));
        field->setFocus();
        while (field->value() != std::to_string(static_cast<int>(SheetColumn::Employed)))
            QTest::keyClick(field, Qt::Key_Down);
        CHECK(gridOf(dialog).rows()[0].cells[4].value.isEmpty());
        CHECK(gridOf(dialog).rows()[0].cells[8].value == QStringLiteral("02/05/1990"));
        clickOn(dialog, "pasteCancel");
    });
    CHECK(staff().size() == 1);
}

TEST_CASE_METHOD(Paste, "two hundred lines are shown and corrected without waiting")
{
    QString block = QStringLiteral("STT\tHọ và tên\tNgày sinh\tChức vụ\tTổ\n");
    for (int i = 0; i < 200; ++i)
        block += QStringLiteral("%1\tNGUYỄN THỊ HOA %2%3\t02/05/90\tGV\tTổ %4\n").arg(i + 1).arg(QChar(u'A' + i % 26)).arg(QChar(u'A' + i / 26)).arg(i % 5 + 1);
    paste(block, [](StaffPasteDialog& dialog) {
        CHECK(dialog.chosenCount() == 200);
        QElapsedTimer timer;
        timer.start();
        typeCell(dialog, 150, "birth", QStringLiteral("3/6/1991"));
        CHECK(timer.elapsed() < 500);
        clickOn(dialog, "pasteWrite");
    });
    CHECK(staff().size() == 201);
}

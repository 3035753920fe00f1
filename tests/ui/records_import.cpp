// SPDX-License-Identifier: GPL-3.0-or-later
// The import wizard as somebody at the keyboard goes through it.
#include "support/catch.h"

#include "support/jobs.h"
#include "support/sheet_files.h"

#include "services/people/people_service.h"
#include "services/people/pupil_service.h"
#include "sheets/book.h"
#include "ui/pages/intake/import_wizard.h"
#include "ui/pages/kit/list_page.h"
#include "ui/pages/records/records_pages.h"
#include "ui/widgets/fields.h"
#include "ui/founded.h"
#include "ui/window_bench.h"

#include <QCheckBox>
#include <QClipboard>
#include <QTimer>

#include <fstream>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct Wizard : test::WindowBench {
    Wizard() : WindowBench(Date(2026, 9, 20))
    {
        QApplication::setOrganizationName(QStringLiteral("thidua-tests"));
        QApplication::setApplicationName(QStringLiteral("import"));
        QSettings().clear();
        auto made = services::SchoolFile::create(pathOf(QStringLiteral("truong.thidua")), test::foundedHoaBinh(), clock, {"Lan"});
        REQUIRE(made);
        file = std::move(*made);
        openWindow([](MainWindow& main, SchoolContext& school) { addRecordsPages(main, school); }, 2026);
        show<ListPage>(QStringLiteral("staff"));
    }
    std::vector<services::StaffRow> staff() { return *services::PeopleService(*file).staff(yearId(2026)); }
    bool has(const std::string& name)
    {
        const auto rows = staff();
        return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.person.fullName == name; });
    }
    QString put(const QString& name, const std::string& text)
    {
        const auto path = pathOf(name);
        std::ofstream(path, std::ios::binary) << text;
        return QString::fromStdString(path.string());
    }
    /// Opens the wizard by a verb; `work` uses it, and it is closed afterwards if it still stands.
    void wizard(const QString& verb, const std::function<void(ImportWizard&)>& work)
    {
        bool came = false;
        QTimer::singleShot(0, [&] {
            auto* dialog = qobject_cast<ImportWizard*>(QApplication::activeModalWidget());
            came = dialog != nullptr;
            if (!dialog)
                return;
            QApplication::setActiveWindow(dialog);
            work(*dialog);
            if (dialog->isVisible()) {
                prompter.answer(true); // what was corrected may go
                dialog->reject();
            }
        });
        act(verb);
        REQUIRE(came);
    }
};

template <class W>
W& in(ImportWizard& wizard, const char* name)
{
    auto* found = wizard.findChild<W*>(QLatin1String(name));
    if (!found)
        throw std::runtime_error(name);
    return *found;
}

void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    auto* focus = QApplication::focusWidget();
    if (focus)
        QTest::keyClick(focus, key, modifiers);
    QCoreApplication::processEvents();
}

void waitFor(ImportWizard& wizard)
{
    CHECK(test::waitForJobs(wizard));
}

QString problemOf(ImportWizard& wizard)
{
    return in<QLabel>(wizard, "importProblem").isVisible() ? in<QLabel>(wizard, "importProblem").text() : QString();
}

QString nextOf(ImportWizard& wizard) { return in<QPushButton>(wizard, "importNext").text(); }

const std::string kStaff = "TRƯỜNG TIỂU HỌC HÒA BÌNH\n\nSTT,Mã cán bộ,Họ và tên,Nữ,Ngày sinh,Chức vụ,Tổ,Nơi\n"
                           "1,CB01,Lê Thị Ba,x,2/5/1990,GV,Tổ 1,\n2,CB02,Mai Văn Tư,,31/02/1991,TTCM,Tổ 1,\n3,CB03,Hồ Năm,,3/6/1991,GV,Tổ 1,\n,,Cộng: 3 người\n";

}

TEST_CASE_METHOD(Wizard, "four steps by keys alone: file, columns, preview with a corrected cell, result; one undo takes it back")
{
    prompter.answer(put(QStringLiteral("cb.csv"), kStaff));
    wizard(QStringLiteral("staff.import"), [&](ImportWizard& wizard) {
        CHECK_FALSE(in<QPushButton>(wizard, "importNext").isEnabled());
        key(Qt::Key_O, Qt::ControlModifier);
        waitFor(wizard);
        CHECK(problemOf(wizard).isEmpty());
        CHECK(in<QLabel>(wizard, "importFound").text().contains(QStringLiteral("3 người")));
        key(Qt::Key_Return); // the focus stands on “Tiếp”
        CHECK(in<ChoiceField>(wizard, "importColumn2").value() == std::to_string(static_cast<int>(services::SheetColumn::FullName)));
        CHECK(in<ChoiceField>(wizard, "importColumn3").isVisible());
        key(Qt::Key_Return, Qt::ControlModifier);
        waitFor(wizard);
        auto& grid = in<GridTable>(wizard, "importTable");
        CHECK(grid.rows().size() == 3);
        CHECK(grid.currentRowId() == 5); // the row of the spreadsheet that wants mending
        CHECK(nextOf(wizard) == QStringLiteral("Ghi 2 người vào sổ"));
        key(Qt::Key_Left, Qt::AltModifier);
        CHECK(in<ChoiceField>(wizard, "importColumn2").isVisible());
        key(Qt::Key_Return, Qt::ControlModifier);
        waitFor(wizard);
        auto& anew = in<GridTable>(wizard, "importTable");
        CHECK(anew.goTo(5, QStringLiteral("c4")));
        anew.view()->setFocus();
        QTest::keyClick(anew.view(), Qt::Key_F2);
        auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        CHECK(line);
        if (!line)
            return;
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("28/2/1991"));
        QTest::keyClick(line, Qt::Key_Return);
        waitFor(wizard);
        CHECK(nextOf(wizard) == QStringLiteral("Ghi 3 người vào sổ"));
        key(Qt::Key_Return, Qt::ControlModifier);
        CHECK(in<QLabel>(wizard, "importDone").text() == QStringLiteral("Đã nhập 3 người"));
        CHECK(in<QLabel>(wizard, "importRest").isHidden());
        key(Qt::Key_Return, Qt::ControlModifier);
        CHECK_FALSE(wizard.isVisible());
    });
    CHECK(staff().size() == 4);
    CHECK(has("Mai Văn Tư"));
    undo();
    CHECK(staff().size() == 1);
}

TEST_CASE_METHOD(Wizard, "what a column is can be said, is remembered for the next file of the form, and a thing stands once")
{
    const std::string head = "STT,Họ và tên,Sinh hoạt từ,Chức vụ\n";
    prompter.answer(put(QStringLiteral("mot.csv"), head + "1,Lê Thị Ba,2/5/1990,GV\n"));
    const auto birth = std::to_string(static_cast<int>(services::SheetColumn::Birth));
    wizard(QStringLiteral("staff.import"), [&](ImportWizard& wizard) {
        key(Qt::Key_O, Qt::ControlModifier);
        waitFor(wizard);
        key(Qt::Key_Return, Qt::ControlModifier);
        auto& field = in<ChoiceField>(wizard, "importColumn2");
        field.setFocus();
        while (field.value() != birth && field.currentIndex() + 1 < field.count())
            QTest::keyClick(&field, Qt::Key_Down);
        CHECK(problemOf(wizard).isEmpty());
        auto& post = in<ChoiceField>(wizard, "importColumn3");
        const auto was = post.value();
        post.setValue(birth);
        emit post.activated(post.currentIndex());
        CHECK(problemOf(wizard).contains(QStringLiteral("cùng được chọn là “Ngày sinh”")));
        CHECK_FALSE(in<QPushButton>(wizard, "importNext").isEnabled());
        post.setValue(was);
        emit post.activated(post.currentIndex());
        key(Qt::Key_Return, Qt::ControlModifier);
        waitFor(wizard);
        key(Qt::Key_Return, Qt::ControlModifier);
        CHECK(in<QLabel>(wizard, "importDone").text() == QStringLiteral("Đã nhập 1 người"));
        wizard.reject();
    });
    prompter.answer(put(QStringLiteral("hai.csv"), head + "1,Mai Tư,7/8/1992,GV\n"));
    wizard(QStringLiteral("staff.import"), [&](ImportWizard& wizard) {
        key(Qt::Key_O, Qt::ControlModifier);
        waitFor(wizard);
        key(Qt::Key_Return, Qt::ControlModifier);
        CHECK(in<ChoiceField>(wizard, "importColumn2").value() == birth);
        CHECK(wizard.task().origins[2] == ColumnOrigin::Remembered);
    });
    CHECK(staff().size() == 2);
}

TEST_CASE_METHOD(Wizard, "a likely homonym is asked in the preview and answered by a button; rejected rows go out and come in again")
{
    services::StaffDraft one;
    one.person.fullName = "Lê Hòa";
    REQUIRE(services::PeopleService(*file).addStaff(yearId(2026), one));
    prompter.answer(put(QStringLiteral("cb.csv"), "Mã cán bộ,Họ và tên,Ngày sinh,Chức vụ\n01,Lê Hoà,2/5/1990,GV\n007,Hồ Hỏng,31/9/1990,GV\n08,Hồ Lành,1/9/1990,GV\n"));
    const QString rejected = QString::fromStdString(pathOf(QStringLiteral("loai.xlsx")).string());
    wizard(QStringLiteral("staff.import"), [&](ImportWizard& wizard) {
        key(Qt::Key_O, Qt::ControlModifier);
        waitFor(wizard);
        key(Qt::Key_Return, Qt::ControlModifier);
        key(Qt::Key_Return, Qt::ControlModifier);
        waitFor(wizard);
        CHECK(in<QLabel>(wizard, "importSummary").text().contains(QStringLiteral("1 cần chọn")));
        CHECK(in<GridTable>(wizard, "importTable").currentRowId() == 2);
        QTest::mouseClick(&in<QPushButton>(wizard, "importNew"), Qt::LeftButton);
        waitFor(wizard);
        CHECK(nextOf(wizard) == QStringLiteral("Ghi 2 người vào sổ"));
        auto* bad = wizard.findChild<SegmentBar*>(QStringLiteral("importGroups"));
        CHECK(bad);
        bad->setCurrentKey(QStringLiteral("rejected"));
        emit bad->chosen(QStringLiteral("rejected"));
        CHECK(in<GridTable>(wizard, "importTable").rows().size() == 1);
        key(Qt::Key_Return, Qt::ControlModifier);
        CHECK(in<QLabel>(wizard, "importRest").text().contains(QStringLiteral("Còn 1 dòng")));
        prompter.answer(rejected);
        key(Qt::Key_Return); // the focus stands on saving them
        const auto book = sheets::readBookFile(rejected.toStdString());
        CHECK(book.has_value());
        prompter.answer(rejected);
        QTest::mouseClick(&in<QPushButton>(wizard, "importAnother"), Qt::LeftButton);
        key(Qt::Key_O, Qt::ControlModifier);
        waitFor(wizard);
        CHECK(in<QLabel>(wizard, "importFound").text().contains(QStringLiteral("1 người")));
    });
    CHECK(has("Hồ Lành"));
    CHECK(has("Lê Hoà"));
    CHECK(has("Lê Hòa"));
    CHECK_FALSE(has("Hồ Hỏng"));
}

TEST_CASE_METHOD(Wizard, "cells copied in a spreadsheet are a list as well; what is none is answered in a sentence in the wizard")
{
    QApplication::clipboard()->setText(QStringLiteral("Họ và tên\tChức vụ\nLê Dán\tGV\n"));
    wizard(QStringLiteral("staff.import"), [&](ImportWizard& wizard) {
        for (const auto& [name, bytes] : {std::pair("cut.xlsx", std::string("PK\x03\x04 cut", 8)), std::pair("locked.xlsx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(600, 'x')),
                                          std::pair("renamed.xlsx", std::string("Họ và tên,Lớp\nLê Anh,2A\n")), std::pair("empty.csv", std::string())}) {
            INFO(name);
            prompter.answer(put(QLatin1String(name), bytes));
            key(Qt::Key_O, Qt::ControlModifier);
            waitFor(wizard);
            CHECK(problemOf(wizard).contains(QLatin1String(name)));
            CHECK_FALSE(in<QPushButton>(wizard, "importNext").isEnabled());
        }
        prompter.answer(put(QStringLiteral("notes.csv"), "Ghi chú của tôi\nmua phấn\n"));
        key(Qt::Key_O, Qt::ControlModifier);
        waitFor(wizard);
        CHECK(in<QLabel>(wizard, "importFound").text().contains(QStringLiteral("Không thấy dòng tiêu đề")));
        key(Qt::Key_V, Qt::ControlModifier);
        waitFor(wizard);
        CHECK(in<QLabel>(wizard, "importFound").text().contains(QStringLiteral("1 người")));
        key(Qt::Key_Return, Qt::ControlModifier);
        key(Qt::Key_Return, Qt::ControlModifier);
        waitFor(wizard);
        key(Qt::Key_Return, Qt::ControlModifier);
        CHECK(in<QLabel>(wizard, "importDone").text() == QStringLiteral("Đã nhập 1 người"));
    });
    CHECK(has("Lê Dán"));
}

TEST_CASE_METHOD(Wizard, "what the result promises holds while the wizard stands: Ctrl+Z takes the import back")
{
    prompter.answer(put(QStringLiteral("cb.csv"), "Họ và tên,Chức vụ\nLê Mới,GV\n"));
    wizard(QStringLiteral("staff.import"), [&](ImportWizard& wizard) {
        key(Qt::Key_O, Qt::ControlModifier);
        waitFor(wizard);
        key(Qt::Key_Return, Qt::ControlModifier);
        key(Qt::Key_Return, Qt::ControlModifier);
        waitFor(wizard);
        key(Qt::Key_Return, Qt::ControlModifier);
        CHECK(has("Lê Mới"));
        CHECK(in<QPushButton>(wizard, "importUndo").isVisible());
        key(Qt::Key_Z, Qt::ControlModifier);
        CHECK_FALSE(has("Lê Mới"));
        CHECK(in<QLabel>(wizard, "importDone").text() == QStringLiteral("Đã hoàn tác lần nhập"));
        CHECK_FALSE(in<QPushButton>(wizard, "importUndo").isVisible());
        CHECK_FALSE(in<QPushButton>(wizard, "importSaveRejected").isVisible());
        key(Qt::Key_Z, Qt::ControlModifier); // once: what was there before stays
        CHECK(staff().size() == 1);
    });
}

TEST_CASE_METHOD(Wizard, "why a cell was guessed is read at the keyboard, and rows with guesses are a group of their own")
{
    prompter.answer(put(QStringLiteral("cb.csv"), "Họ và tên,Ngày sinh,Chức vụ\nLê Rõ,2/5/1990,Giáo viên\nLê Năm,1991,Giáo viên\n"));
    wizard(QStringLiteral("staff.import"), [&](ImportWizard& wizard) {
        key(Qt::Key_O, Qt::ControlModifier);
        waitFor(wizard);
        key(Qt::Key_Return, Qt::ControlModifier);
        key(Qt::Key_Return, Qt::ControlModifier);
        waitFor(wizard);
        auto& grid = in<GridTable>(wizard, "importTable");
        CHECK(grid.isAncestorOf(QApplication::focusWidget()));
        CHECK(grid.currentRowId() == 2);
        CHECK(in<QLabel>(wizard, "importDoubts").isHidden());
        key(Qt::Key_Down);
        CHECK(in<QLabel>(wizard, "importDoubts").isVisible());
        CHECK(in<QLabel>(wizard, "importDoubts").text().startsWith(QStringLiteral("Ngày sinh: Chỉ có năm 1991")));
        auto& groups = in<SegmentBar>(wizard, "importGroups");
        groups.setCurrentKey(QStringLiteral("guessed"));
        emit groups.chosen(QStringLiteral("guessed"));
        CHECK(grid.rows().size() == 1);
    });
}

TEST_CASE_METHOD(Wizard, "the preview shows names as they will be written, and the row of the headings can be said")
{
    prompter.answer(put(QStringLiteral("cb.csv"), "Trường Tiểu học Hòa Bình,,,\nTT,Quý danh,NS,Nơi làm\n1,LÊ THỊ RÕ,32874,Tổ Mới\n2,Mai Văn Tư,3/6/1991,Tổ Mới\n"));
    wizard(QStringLiteral("staff.import"), [&](ImportWizard& wizard) {
        key(Qt::Key_O, Qt::ControlModifier);
        waitFor(wizard);
        key(Qt::Key_Return, Qt::ControlModifier);
        auto& heading = in<ChoiceField>(wizard, "importHeading");
        CHECK(heading.isVisible());
        CHECK(heading.value() == "2");
        heading.setValue("0");
        emit heading.activated(heading.currentIndex());
        waitFor(wizard);
        CHECK(wizard.task().look.heading == 0);
        heading.setValue("2");
        emit heading.activated(heading.currentIndex());
        waitFor(wizard);
        CHECK(wizard.task().look.people == 2);
        auto& team = in<ChoiceField>(wizard, "importColumn3");
        team.setValue(std::to_string(static_cast<int>(services::SheetColumn::Team)));
        emit team.activated(team.currentIndex());
        CHECK(nameless(&wizard).isEmpty());
        CHECK(in<QPushButton>(wizard, "importNext").isEnabled());
        in<QPushButton>(wizard, "importNext").click();
        waitFor(wizard);
        CHECK(problemOf(wizard).isEmpty());
        const auto rows = in<GridTable>(wizard, "importTable").rows();
        CHECK(rows.size() == 2);
        const auto toneOf = [&rows](const QString& value) {
            for (const auto& row : rows)
                for (const auto& cell : row.cells)
                    if (cell.value == value)
                        return std::optional(cell.tone);
            return std::optional<Tone>();
        };
        CHECK(toneOf(QStringLiteral("Lê Thị Rõ")) == Tone::Warn);
        CHECK(toneOf(QStringLiteral("01/01/1990")).has_value());
        CHECK(in<QLabel>(wizard, "importNotes").text() == QStringLiteral("Chưa có trong sổ nên được lập mới 1 tổ: Tổ Mới."));
        CHECK(toneOf(QStringLiteral("Tổ Mới")) != Tone::Warn); // a new team is no guess of the row
    });
}

TEST_CASE_METHOD(Wizard, "a book with a sheet for each class comes in at once, and the preview names the sheet of each row")
{
    const std::string path = pathOf(QStringLiteral("lop.xlsx")).string();
    std::ofstream(path, std::ios::binary) << test::xlsx(test::MadeBook{{{"1A", {{"Họ và tên", "Ngày sinh"}, {"Lê An", "5/6/2020"}, {"Lê Bé", "5/7/2020"}}},
                                                                      {"1B", {{"Họ và tên", "Ngày sinh"}, {"Mai Cúc", "5/8/2020"}}}}});
    wizard(QStringLiteral("staff.import"), [&](ImportWizard& wizard) {
        auto& choice = in<ChoiceField>(wizard, "importKind");
        choice.setValue(std::to_string(static_cast<int>(services::ListKind::Pupils)));
        emit choice.activated(choice.currentIndex());
        wizard.openFile(QString::fromStdString(path));
        waitFor(wizard);
        CHECK(nameless(&wizard).isEmpty());
        CHECK(in<QLabel>(wizard, "importFound").text().contains(QStringLiteral("3 học sinh")));
        CHECK(in<QLabel>(wizard, "importFound").text().contains(QStringLiteral("2 trang tính")));
        auto& second = in<QCheckBox>(wizard, "importList1B");
        CHECK(second.isChecked());
        QTest::mouseClick(&second, Qt::LeftButton, {}, QPoint(6, second.height() / 2));
        waitFor(wizard);
        CHECK(in<QLabel>(wizard, "importFound").text().contains(QStringLiteral("2 học sinh")));
        auto& again = in<QCheckBox>(wizard, "importList1B");
        QTest::mouseClick(&again, Qt::LeftButton, {}, QPoint(6, again.height() / 2));
        waitFor(wizard);
        key(Qt::Key_Return, Qt::ControlModifier);
        key(Qt::Key_Return, Qt::ControlModifier);
        waitFor(wizard);
        const auto rows = in<GridTable>(wizard, "importTable").rows();
        CHECK(rows.size() == 3);
        CHECK(rows[2].cells[0].value == QStringLiteral("1B"));
        CHECK(rows[2].cells[1].value == QStringLiteral("2"));
        key(Qt::Key_Return, Qt::ControlModifier);
        CHECK(in<QLabel>(wizard, "importDone").text() == QStringLiteral("Đã nhập 3 học sinh"));
        bool told = false;
        for (const auto* label : wizard.findChildren<QLabel*>())
            told = told || (label->isVisible() && label->text().contains(QStringLiteral("1A: 2 mới; 1B: 1 mới")));
        CHECK(told);
    });
    undo();
    CHECK(services::PupilService(*file).pupils(yearId(2026))->empty());
}

TEST_CASE_METHOD(Wizard, "every kind of list has its step of columns and its preview, with a name on every field")
{
    services::StaffDraft one;
    one.person.fullName = "Lê Có";
    REQUIRE(services::PeopleService(*file).addStaff(yearId(2026), one));
    const std::vector<std::pair<services::ListKind, std::string>> lists = {
        {services::ListKind::Staff, "Họ và tên,Chức vụ\nLê Mới,GV\n"},
        {services::ListKind::Pupils, "Họ và tên,Lớp\nLê Bé,2A\n"},
        {services::ListKind::Evaluations, "Họ và tên,Xếp loại\nLê Có,HTXSNV\n"},
        {services::ListKind::Registrations, "Họ và tên,Danh hiệu đăng ký\nLê Có,LĐTT\n"},
        {services::ListKind::Honours, "Họ và tên,Danh hiệu,Năm học\nLê Có,LĐTT,2018-2019\nLê Có,LĐTT,2020-2021\n"},
    };
    for (const auto& [kind, text] : lists) {
        INFO(static_cast<int>(kind));
        const auto path = put(QStringLiteral("ds.csv"), text);
        wizard(QStringLiteral("staff.import"), [&, kind = kind](ImportWizard& wizard) {
            auto& choice = in<ChoiceField>(wizard, "importKind");
            choice.setValue(std::to_string(static_cast<int>(kind)));
            emit choice.activated(choice.currentIndex());
            wizard.openFile(path);
            waitFor(wizard);
            CHECK(nameless(&wizard).isEmpty());
            key(Qt::Key_Return, Qt::ControlModifier);
            CHECK(nameless(&wizard).isEmpty());
            key(Qt::Key_Return, Qt::ControlModifier);
            waitFor(wizard);
            CHECK(problemOf(wizard).isEmpty());
            CHECK(nameless(&wizard).isEmpty());
            CHECK(nextOf(wizard).startsWith(QStringLiteral("Ghi ")));
            if (kind == services::ListKind::Honours)
                CHECK(in<QLabel>(wizard, "importNotes").text().contains(QStringLiteral("chưa có kết quả năm học 2019–2020")));
            key(Qt::Key_Return, Qt::ControlModifier);
            CHECK(wizard.task().report.saved);
        });
    }
}

TEST_CASE_METHOD(Wizard, "of a teacher and a pupil of one name the grid of past honours asks who is meant")
{
    services::StaffDraft teacher;
    teacher.person.fullName = "Trần Khánh Hoa";
    teacher.person.birth = PartialDate{1985, Date(1985, 4, 3)};
    REQUIRE(services::PeopleService(*file).addStaff(yearId(2026), teacher));
    REQUIRE(services::ImportService(*file).import({services::ListKind::Pupils, sheets::readBook("Họ và tên,Ngày sinh,Lớp\nTrần Khánh Hoa,5/6/2018,3E\n", "a.csv").value(), "a.csv", SchoolYear(2026)}));
    show<ListPage>(QStringLiteral("history"));
    QApplication::clipboard()->setText(QStringLiteral("Họ tên\tDanh hiệu\tNăm học\nTrần Khánh Hoa\tGiấy khen của Hiệu trưởng\t2021-2022\nTrần Khánh Hoa\tGiấy khen của Hiệu trưởng\t2024-2025\n"));
    bool came = false;
    QTimer::singleShot(0, [&] {
        auto* dialog = QApplication::activeModalWidget();
        came = dialog && dialog->objectName() == QStringLiteral("pastHonours");
        if (!came)
            return;
        QApplication::setActiveWindow(dialog);
        auto* grid = dialog->findChild<GridTable*>(QStringLiteral("pastTable"));
        auto* write = dialog->findChild<QPushButton*>(QStringLiteral("pastWrite"));
        const auto settled = [&](const QString& words) { CHECK(QTest::qWaitFor([&] { return write->isEnabled() && write->text() == words; }, 10'000)); };
        grid->view()->setFocus();
        QTest::keyClick(grid->view(), Qt::Key_V, Qt::ControlModifier);
        settled(QStringLiteral("Ghi 1 dòng vào sổ")); // in 2021 the pupil was three
        grid->goTo(2, QStringLiteral("c0"));
        QCoreApplication::processEvents();
        const auto answers = dialog->findChildren<QPushButton*>(QStringLiteral("pastIs"));
        REQUIRE(answers.size() == 2);
        CHECK(answers[0]->text() == QStringLiteral("Là Trần Khánh Hoa, sinh 03/04/1985, Giáo viên"));
        CHECK(answers[1]->text() == QStringLiteral("Là Trần Khánh Hoa, sinh 05/06/2018, lớp 3E"));
        CHECK(dialog->findChild<QPushButton*>(QStringLiteral("pastOther")) != nullptr);
        CHECK(nameless(dialog).isEmpty());
        answers[1]->click();
        settled(QStringLiteral("Ghi 2 dòng vào sổ"));
        write->click();
    });
    act(QStringLiteral("history.past"));
    REQUIRE(came);
    const auto honours = *services::PeopleService(*file).honours();
    REQUIRE(honours.size() == 2);
    CHECK(honours[0].record.subject != honours[1].record.subject);
}

TEST_CASE_METHOD(Wizard, "ten years of decisions go into one grid: pasted below one another, duplicates and gaps shown, written as one step")
{
    services::StaffDraft one;
    one.person.fullName = "Lê Cũ";
    REQUIRE(services::PeopleService(*file).addStaff(yearId(2026), one));
    const auto honours = [&] { return services::PeopleService(*file).honours()->size(); };
    show<ListPage>(QStringLiteral("history"));
    QApplication::clipboard()->setText(QStringLiteral("NĂM HỌC 2017-2018 (Kèm theo Quyết định số 12/QĐ-THHB ngày 30/5/2018)\t\t\nTT\tHọ và tên\tDanh hiệu\n1\tLê Cũ\tLĐTT\n2\tKhông Có\tLĐTT\n"));
    bool came = false;
    QTimer::singleShot(0, [&] {
        auto* dialog = QApplication::activeModalWidget();
        came = dialog && dialog->objectName() == QStringLiteral("pastHonours");
        if (!came)
            return;
        QApplication::setActiveWindow(dialog);
        auto* grid = dialog->findChild<GridTable*>(QStringLiteral("pastTable"));
        auto* write = dialog->findChild<QPushButton*>(QStringLiteral("pastWrite"));
        const auto settled = [&] { CHECK(QTest::qWaitFor([&] { return write->isEnabled(); }, 10'000)); };
        grid->view()->setFocus();
        QTest::keyClick(grid->view(), Qt::Key_V, Qt::ControlModifier);
        settled();
        CHECK(grid->rows()[0].cells[5].value == QStringLiteral("12/QĐ-THHB"));
        CHECK(grid->errorCount() == 1);
        CHECK(nameless(dialog).isEmpty());
        // A second list of another year, and a line of the first one once more.
        QApplication::clipboard()->setText(QStringLiteral("Họ tên\tDanh hiệu\tNăm học\nLê Cũ\tLĐTT\t2019-2020\nLê Cũ\tLĐTT\t2017-2018\n"));
        QTest::keyClick(grid->view(), Qt::Key_V, Qt::ControlModifier);
        settled();
        CHECK(grid->rows()[2].cells[4].value == QStringLiteral("2019-2020"));
        CHECK(grid->rows()[2].cells.last().value.contains(QStringLiteral("chưa có số quyết định")));
        CHECK(grid->rows()[3].cells.last().value.contains(QStringLiteral("trùng với dòng 1")));
        CHECK(dialog->findChild<QLabel*>(QStringLiteral("pastHoles"))->text().contains(QStringLiteral("2018–2019")));
        CHECK(write->text() == QStringLiteral("Ghi 2 dòng vào sổ"));
        QTest::keyClick(grid->view(), Qt::Key_Return, Qt::ControlModifier);
        CHECK(dialog->isVisible()); // the line about nobody stays to be mended
        CHECK(grid->rows()[0].cells[1].value == QStringLiteral("Không Có"));
        prompter.answer(true);
        static_cast<QDialog*>(dialog)->reject();
    });
    act(QStringLiteral("history.past"));
    REQUIRE(came);
    CHECK(honours() == 2);
    undo();
    CHECK(honours() == 0);
}

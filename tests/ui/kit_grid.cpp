// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.h"

#include "ui/models/choice_hints.h"
#include "ui/models/grid_table.h"
#include "ui/text/qt_text.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace thidua;
using namespace thidua::ui;

namespace {

std::vector<GridColumn> columns()
{
    GridColumn name{QStringLiteral("name"), QStringLiteral("Họ và tên"), GridKind::Text, 160, Align::Left};
    name.frozen = name.readOnly = name.names = true;
    GridColumn score{QStringLiteral("score"), QStringLiteral("Điểm"), GridKind::Number};
    score.decimals = 1;
    score.check = [](const QString& v) { return parseDecimal(v, 1).value_or(0) > 100 ? QStringLiteral("Điểm cao nhất là 10.") : QString(); };
    GridColumn day{QStringLiteral("day"), QStringLiteral("Ngày"), GridKind::Date};
    GridColumn grade{QStringLiteral("grade"), QStringLiteral("Xếp loại"), GridKind::Choice};
    grade.choices = {{QStringLiteral("excellent"), QStringLiteral("Xuất sắc")}, {QStringLiteral("good"), QStringLiteral("Tốt")}, {QStringLiteral("done"), QStringLiteral("Hoàn thành"), QStringLiteral("h")}};
    GridColumn note{QStringLiteral("note"), QStringLiteral("Ghi chú"), GridKind::Text};
    GridColumn level{QStringLiteral("level"), QStringLiteral("Cấp"), GridKind::Choice};
    level.choices = {{QStringLiteral("school"), QStringLiteral("Cấp trường")}, {QStringLiteral("commune"), QStringLiteral("Cấp xã")}};
    return {name, score, day, grade, note, level};
}

struct KitGridFixture {
    GridTable grid{columns(), QStringLiteral("grid"), QStringLiteral("Bảng điểm")};
    QAbstractItemModelTester tester{grid.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    QSignalSpy edits{&grid, &GridTable::cellsEdited};
    KitGridFixture()
    {
        grid.setRows(rows());
        grid.resize(800, 400);
        grid.show();
        grid.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&grid));
        grid.goTo(1, QStringLiteral("score"));
        grid.view()->setFocus();
    }
    static QVector<GridRow> rows()
    {
        QVector<GridRow> rows;
        for (int i = 1; i <= 4; ++i)
            rows.push_back({i, {QStringLiteral("Người %1").arg(i), QStringLiteral("5"), QString(), QString(), QString(), QString()}});
        rows[3].cells[1].readOnly = true;
        rows[2].cells[1].value.clear();
        rows[2].cells[1].unknown = true;
        return rows;
    }
    void type(const QString& text, Qt::Key end)
    {
        for (const QChar letter : text) // the first one opens the editor, which takes the focus
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        QTest::keyClick(QApplication::focusWidget(), end);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(grid.view(), key, modifiers); }
    QVector<CellEdit> last() { return edits.isEmpty() ? QVector<CellEdit>() : edits.last().first().value<QVector<CellEdit>>(); }
    QString value(int row, int column) const { return grid.rows()[row].cells[column].value; }
};

}

TEST_CASE_METHOD(KitGridFixture, "typing edits, Enter goes down")
{
    type(QStringLiteral("4.5"), Qt::Key_Return);
    REQUIRE(edits.count() == 1);
    CHECK(last() == QVector<CellEdit>{{1, QStringLiteral("score"), QStringLiteral("4,5"), QStringLiteral("5")}});
    CHECK(grid.currentRowId() == 2);
    CHECK(grid.currentColumn() == QStringLiteral("score"));
    type(QStringLiteral("7"), Qt::Key_Tab);
    CHECK(grid.currentColumn() == QStringLiteral("day"));
    type(QStringLiteral("4/10/21"), Qt::Key_Up);
    CHECK(last().first().value == QStringLiteral("2021-10-04"));
    CHECK(grid.model()->index(1, 2).data().toString() == QStringLiteral("04/10/2021"));
    CHECK(grid.currentRowId() == 1);
    type(QStringLiteral("abc"), Qt::Key_Escape);
    CHECK(edits.count() == 3);
}

TEST_CASE_METHOD(KitGridFixture, "a word typed is a word: letters count when the entry is completed")
{
    grid.goTo(1, QStringLiteral("grade"));
    press(Qt::Key_X);
    CHECK(edits.isEmpty()); // nothing yet: more letters may come
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(last() == QVector<CellEdit>{{1, QStringLiteral("grade"), QStringLiteral("excellent"), QString()}});
    CHECK(grid.currentRowId() == 2);
    type(QStringLiteral("hoan thanh"), Qt::Key_Return); // one choice by its words, marks or not
    CHECK(edits.count() == 2);
    CHECK(last() == QVector<CellEdit>{{2, QStringLiteral("grade"), QStringLiteral("done"), QString()}});
    type(QStringLiteral("h"), Qt::Key_Tab); // its key
    CHECK(value(2, 3) == QStringLiteral("done"));
    CHECK(edits.count() == 3);
}

TEST_CASE_METHOD(KitGridFixture, "a word that is no choice, or could be two, stays red and unsaved")
{
    grid.goTo(1, QStringLiteral("grade"));
    type(QStringLiteral("khong"), Qt::Key_Return);
    CHECK(edits.isEmpty());
    CHECK(value(0, 3).isEmpty());
    REQUIRE(grid.errorCount() == 1);
    const Cell wrong = grid.model()->index(0, 3).data(CellRole).value<Cell>();
    CHECK(wrong.text == QStringLiteral("khong"));
    CHECK(wrong.error == QStringLiteral("“khong” không có trong danh sách của cột Xếp loại."));
    grid.goTo(1, QStringLiteral("level"));
    type(QStringLiteral("cap"), Qt::Key_Return);
    CHECK(edits.isEmpty());
    CHECK(grid.model()->index(0, 5).data(CellRole).value<Cell>().error == QStringLiteral("“cap” có thể là “Cấp trường”, “Cấp xã”; xin gõ thêm chữ."));
    grid.goTo(1, QStringLiteral("level"));
    type(QStringLiteral("cap x"), Qt::Key_Return);
    CHECK(value(0, 5) == QStringLiteral("commune"));
    CHECK(grid.errorCount() == 1);
}

TEST_CASE_METHOD(KitGridFixture, "F2 opens the list of choices")
{
    grid.goTo(1, QStringLiteral("grade"));
    press(Qt::Key_F2);
    QTest::qWait(1);
    auto* list = grid.findChild<QComboBox*>();
    REQUIRE(list);
    CHECK(list->count() == 4);
    list->hidePopup();
}

TEST_CASE_METHOD(KitGridFixture, "a pasted block is one operation, and bad cells are marked")
{
    QApplication::clipboard()->setText(QStringLiteral("8\t31/09/2021\tXuất sắc\n12\t1/10/21\ttot\n"));
    QSignalSpy errors(&grid, &GridTable::errorsChanged);
    press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(edits.count() == 1);
    CHECK(last().size() == 4);
    CHECK(value(0, 1) == QStringLiteral("8"));
    CHECK(value(0, 3) == QStringLiteral("excellent"));
    CHECK(value(1, 2) == QStringLiteral("2021-10-01"));
    CHECK(value(1, 3) == QStringLiteral("good"));
    CHECK(grid.errorCount() == 2);
    CHECK(errors.count() == 1);
    const Cell wrong = grid.model()->index(0, 2).data(CellRole).value<Cell>();
    CHECK(wrong.text == QStringLiteral("31/09/2021"));
    CHECK(wrong.error == QStringLiteral("Tháng 9 có 30 ngày."));
    CHECK(grid.model()->index(1, 1).data(CellRole).value<Cell>().error == QStringLiteral("Điểm cao nhất là 10."));
    grid.setRows(KitGridFixture::rows()); // a refresh does not lose what is still to be mended
    CHECK(grid.errorCount() == 2);
    REQUIRE(grid.goToFirstError());
    CHECK(grid.currentColumn() == QStringLiteral("day"));
    type(QStringLiteral("30/9/21"), Qt::Key_Return);
    CHECK(grid.errorCount() == 1);
}

TEST_CASE_METHOD(KitGridFixture, "a single value fills the selection, read-only cells are left out")
{
    QSignalSpy cut(&grid, &GridTable::pasteCut);
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_Down, Qt::ShiftModifier);
    QApplication::clipboard()->setText(QStringLiteral("9"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(last().size() == 3);
    CHECK(value(2, 1) == QStringLiteral("9"));
    CHECK(value(3, 1) == QStringLiteral("5"));
    REQUIRE(cut.count() == 1);
    CHECK(cut.first().first().toInt() == 1);
}

TEST_CASE_METHOD(KitGridFixture, "fill down, clear and copy work on blocks")
{
    type(QStringLiteral("6"), Qt::Key_Return);
    grid.goTo(1, QStringLiteral("score"));
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_D, Qt::ControlModifier);
    CHECK(edits.count() == 2);
    CHECK(last().size() == 2);
    CHECK(value(2, 1) == QStringLiteral("6"));
    press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == QStringLiteral("6\n6\n6\n"));
    press(Qt::Key_Delete);
    CHECK(edits.count() == 3);
    CHECK(value(0, 1).isEmpty());
}

TEST_CASE_METHOD(KitGridFixture, "unknown is not empty")
{
    CHECK(grid.model()->index(2, 1).data().toString() == QStringLiteral("?"));
    CHECK(grid.model()->index(2, 1).data(Qt::AccessibleTextRole).toString() == QStringLiteral("chưa biết"));
    CHECK(grid.model()->index(2, 1).data(CellRole).value<Cell>().tone == Tone::Warn);
    CHECK(grid.model()->index(0, 4).data(Qt::AccessibleTextRole).toString() == QStringLiteral("trống"));
}

TEST_CASE_METHOD(KitGridFixture, "arrows cross between frozen and moving columns")
{
    QTest::keyClick(grid.view(), Qt::Key_Left);
    CHECK(grid.currentColumn() == QStringLiteral("name"));
    CHECK(grid.frozenView()->hasFocus());
    QTest::keyClick(grid.frozenView(), Qt::Key_Right);
    CHECK(grid.currentColumn() == QStringLiteral("score"));
    CHECK(grid.view()->hasFocus());
}

TEST_CASE_METHOD(KitGridFixture, "a read-only grid takes nothing")
{
    grid.setReadOnly(true);
    press(Qt::Key_Delete);
    press(Qt::Key_D, Qt::ControlModifier);
    QApplication::clipboard()->setText(QStringLiteral("9"));
    press(Qt::Key_V, Qt::ControlModifier);
    type(QStringLiteral("9"), Qt::Key_Return);
    CHECK(edits.isEmpty());
    CHECK(value(0, 1) == QStringLiteral("5"));
}

TEST_CASE_METHOD(KitGridFixture, "errors named by a service stay until the cell changes")
{
    grid.setErrors({{2, QStringLiteral("score"), QStringLiteral("Thu về 8, nhưng hợp lệ 7.")}});
    CHECK(grid.errorCount() == 1);
    CHECK(grid.model()->index(1, 1).data(CellRole).value<Cell>().text == QStringLiteral("5"));
    grid.goTo(2, QStringLiteral("score"));
    type(QStringLiteral("8"), Qt::Key_Return);
    CHECK(grid.errorCount() == 0);
}

TEST_CASE_METHOD(KitGridFixture, "a value that could not be saved stays with its mark until it is saved or given up")
{
    const auto shown = [this] { return grid.model()->index(1, 1).data(CellRole).value<Cell>(); };
    grid.goTo(2, QStringLiteral("score"));
    type(QStringLiteral("8"), Qt::Key_Return);
    grid.refuse({{2, QStringLiteral("score"), QStringLiteral("Ổ đĩa đã đầy."), QStringLiteral("8")}});
    grid.setRows(rows()); // read anew from the file
    grid.setErrors({});   // and others saved
    CHECK(shown().text == QStringLiteral("8"));
    CHECK(shown().error == QStringLiteral("Ổ đĩa đã đầy."));
    CHECK(grid.errorCount() == 1);
    edits.clear();
    SECTION("saved by the verb")
    {
        grid.retry();
        CHECK(last() == QVector<CellEdit>{{2, QStringLiteral("score"), QStringLiteral("8"), QStringLiteral("5")}});
        CHECK(grid.errorCount() == 0);
    }
    SECTION("saved by typing it again")
    {
        grid.goTo(2, QStringLiteral("score"));
        type(QStringLiteral("8"), Qt::Key_Return);
        CHECK(last().size() == 1);
        CHECK(grid.errorCount() == 0);
    }
    SECTION("given up")
    {
        grid.clearErrors();
        CHECK(shown().text == QStringLiteral("5"));
        CHECK(edits.isEmpty());
    }
}

TEST_CASE("choices that differ by a mark are two")
{
    GridColumn team{QStringLiteral("team"), QStringLiteral("Tổ"), GridKind::Choice};
    team.choices = {{QStringLiteral("1"), QStringLiteral("Tổ Hóa")}, {QStringLiteral("2"), QStringLiteral("Tổ Họa")}, {QStringLiteral("3"), QStringLiteral("Tổ Sử")}};
    GridModel model({team});
    model.setRows({GridRow{1, {QString()}}});
    const auto typed = [&model](const QString& text) {
        const auto edits = model.take({{0, 0, text}});
        return edits.isEmpty() ? QString() : edits.first().value;
    };
    CHECK(typed(QStringLiteral("tổ họa")) == QStringLiteral("2"));
    CHECK(typed(QStringLiteral("Tổ Hóa")) == QStringLiteral("1"));
    CHECK(typed(QStringLiteral("to su")) == QStringLiteral("3")); // without marks where one alone is meant
    CHECK(typed(QStringLiteral("to hoa")).isEmpty());
    CHECK(model.errorCount() == 1);
}

namespace {

std::vector<GridColumn> offering()
{
    GridColumn grade{QStringLiteral("grade"), QStringLiteral("Xếp loại"), GridKind::Text};
    grade.choices = {{QStringLiteral("Xuất sắc"), QStringLiteral("Xuất sắc"), QStringLiteral("x")}, {QStringLiteral("Tốt"), QStringLiteral("Tốt"), QStringLiteral("t")},
                     {QStringLiteral("Tốt một phần"), QStringLiteral("Tốt một phần")}};
    GridColumn level{QStringLiteral("level"), QStringLiteral("Cấp"), GridKind::Choice};
    level.choices = {{QStringLiteral("school"), QStringLiteral("Cấp trường")}, {QStringLiteral("commune"), QStringLiteral("Cấp xã")}};
    return {grade, level};
}

struct Offering {
    GridTable grid{offering(), QStringLiteral("grid"), QStringLiteral("Bảng")};
    Offering()
    {
        grid.setRows({{1, {QStringLiteral("Tốt, có ghi chú"), QString()}}, {2, {QString(), QString()}}});
        grid.resize(600, 400);
        grid.show();
        grid.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&grid));
        grid.view()->setFocus();
    }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void type(const char* words)
    {
        for (const char* letter = words; *letter; ++letter)
            QTest::keyClick(QApplication::focusWidget(), *letter);
    }
    QStringList hints()
    {
        const auto* found = grid.window()->findChild<ChoiceHints*>();
        return found ? found->shown() : QStringList();
    }
    QString value(int row, int column) { return grid.rows()[row].cells[column].value; }
};

}

TEST_CASE_METHOD(Offering, "F2 opens the list of every cell with choices, and looking at it changes nothing")
{
    grid.goTo(1, QStringLiteral("grade"));
    key(Qt::Key_F2);
    QTest::qWait(1);
    auto* list = grid.findChild<QComboBox*>();
    REQUIRE(list);
    CHECK(list->count() == 4);
    list->hidePopup();
    grid.goTo(2, QStringLiteral("level")); // left without a choice
    QTest::qWait(1);
    CHECK(value(0, 0) == QStringLiteral("Tốt, có ghi chú"));
    grid.view()->setFocus();
    key(Qt::Key_F2);
    QTest::qWait(1);
    for (auto* one : grid.findChildren<QComboBox*>())
        if (one->count() == 3) {
            one->setCurrentIndex(2);
            emit one->activated(2);
        }
    CHECK(value(1, 1) == QStringLiteral("commune"));
}

TEST_CASE_METHOD(Offering, "a letter typed shows what it may mean, and the arrows choose where there is a choice")
{
    grid.goTo(2, QStringLiteral("level"));
    type("c");
    CHECK(hints() == QStringList{QStringLiteral("Cấp trường"), QStringLiteral("Cấp xã")});
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    CHECK(value(1, 1) == QStringLiteral("commune"));
    QTest::qWait(1);
    CHECK(hints().isEmpty());
    grid.goTo(1, QStringLiteral("grade"));
    type("t"); // its letter: nothing to choose between, so the arrow goes on to the next row
    CHECK(hints() == QStringList{QStringLiteral("Tốt")});
    key(Qt::Key_Down);
    CHECK(grid.currentRowId() == 2);
    CHECK(value(0, 0) == QStringLiteral("t")); // a word of its own, which the page understands
}

TEST_CASE_METHOD(KitGridFixture, "what stands refused goes into a table made anew")
{
    grid.goTo(1, QStringLiteral("score"));
    type(QStringLiteral("abc"), Qt::Key_Return);
    grid.refuse({{2, QStringLiteral("day"), QStringLiteral("Ổ đĩa đã đầy."), QStringLiteral("2022-09-05")}});
    REQUIRE(grid.errorCount() == 2);
    GridTable other(columns(), QStringLiteral("grid"), QStringLiteral("Bảng điểm"));
    other.restoreEntries(grid.entries()); // before its rows are there
    other.setRows(rows());
    CHECK(other.errorCount() == 2);
    const auto cell = [&](int row, int column) { return other.model()->index(row, column).data(CellRole).value<Cell>(); };
    CHECK(cell(0, 1).text == QStringLiteral("abc"));
    CHECK(cell(0, 1).error == grid.model()->index(0, 1).data(CellRole).value<Cell>().error);
    CHECK(cell(1, 2).text == QStringLiteral("05/09/2022"));
    CHECK(cell(1, 2).error == QStringLiteral("Ổ đĩa đã đầy."));
    QSignalSpy written(&other, &GridTable::cellsEdited);
    other.retry();
    CHECK(written.count() == 1); // the day is good, and goes to be saved once more
}

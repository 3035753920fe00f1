// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.h"

#include "ui/text/qt_text.h"
#include "ui/text/tsv.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"

#include <QAbstractItemView>
#include <QScreen>
#include <QTest>

using namespace thidua;
using namespace thidua::ui;

TEST_CASE("a date field understands what people type")
{
    DateField field;
    QTest::keyClicks(&field, QStringLiteral("4/10/21"));
    REQUIRE(field.value() == Date(2021, 10, 4));
    CHECK(field.problem().isEmpty());
    CHECK(field.reading() == QStringLiteral("hiểu là 04/10/2021"));
    QTest::keyClick(&field, Qt::Key_Up);
    CHECK(field.text() == QStringLiteral("05/10/2021"));
    CHECK(field.reading().isEmpty());
}

TEST_CASE("a date field says why a day does not exist and keeps what was typed")
{
    DateField field;
    field.setText(QStringLiteral("31/09/2021"));
    CHECK_FALSE(field.value());
    CHECK(field.problem() == QStringLiteral("Tháng 9 có 30 ngày."));
    CHECK(field.text() == QStringLiteral("31/09/2021"));
    CHECK(dateProblem(QStringLiteral("29/02/2022")) == QStringLiteral("Tháng 2 năm 2022 có 28 ngày."));
    CHECK(dateProblem(QStringLiteral("1/13/2021")) == QStringLiteral("Một năm chỉ có 12 tháng."));
    CHECK(dateProblem(QStringLiteral("hôm nay")).startsWith(QStringLiteral("Xin ghi")));
    CHECK(dateProblem(QString()).isEmpty());
}

TEST_CASE("a partial date is a day or a year")
{
    PartialDateField field;
    field.setText(QStringLiteral("1986"));
    REQUIRE(field.value());
    CHECK(field.value()->year == 1986);
    CHECK_FALSE(field.value()->date);
    field.setText(QStringLiteral("12/5/1986"));
    REQUIRE(field.value());
    CHECK(field.value()->date == Date(1986, 5, 12));
    field.setText(QStringLiteral("86"));
    CHECK_FALSE(field.problem().isEmpty());
}

TEST_CASE("texts go inward in NFC with single spaces")
{
    LineField line;
    line.setText(QStringLiteral("  Nguye\u0302\u0303n   Thi\u0323 Hoa "));
    CHECK(line.value() == "Nguyễn Thị Hoa");
    TextField text;
    text.setPlainText(QStringLiteral("Do\u0300ng mo\u0323\u0302t\nDòng hai"));
    CHECK(text.value() == "Dòng một\nDòng hai");
}

TEST_CASE("numbers are scaled integers, with comma or point")
{
    NumberField whole;
    whole.setText(QStringLiteral("1.170.000"));
    CHECK(whole.value() == 1170000);
    whole.setText(QStringLiteral("12a"));
    CHECK_FALSE(whole.value());
    CHECK_FALSE(whole.problem().isEmpty());
    NumberField score(2);
    for (const char* typed : {"24,5", "24.50", "24,50"}) {
        score.setText(QString::fromUtf8(typed));
        CHECK(score.value() == 2450);
    }
    score.setText(QStringLiteral("24,555"));
    CHECK_FALSE(score.value());
    score.setRange(0, 2500);
    score.setText(QStringLiteral("25,5"));
    CHECK(score.problem() == QStringLiteral("Số lớn nhất là 25."));
    score.setValue(475);
    CHECK(score.text() == QStringLiteral("4,75"));
    CHECK(moneyText(1170000) == QStringLiteral("1.170.000\u00A0đ"));
}

TEST_CASE("a search field filters without marks and chooses by keyboard")
{
    SearchField field;
    field.setOptions({{1, QStringLiteral("Nguyễn Thị Hoa"), QStringLiteral("1986, Tổ 1")},
                      {2, QStringLiteral("Nguyễn Thị Hoa"), QStringLiteral("1991, Tổ 2–3")},
                      {3, QStringLiteral("Đặng Thị Phương Mai"), {}}});
    field.show();
    QTest::keyClicks(&field, QStringLiteral("hoa"));
    CHECK(field.offered() == std::vector<std::int64_t>{1, 2});
    QTest::keyClick(&field, Qt::Key_Down);
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK(field.value() == 2);
    CHECK_FALSE(field.isOpen());
    field.setText(QStringLiteral("dang"));
    CHECK_FALSE(field.value());
    CHECK(field.offered() == std::vector<std::int64_t>{3});
    CHECK(field.typed() == QStringLiteral("dang"));
}

TEST_CASE("what stands typed in a search field when the form is saved is taken, or said to be no choice")
{
    SearchField field;
    field.setOptions({{1, QStringLiteral("Nguyễn Thị Hoa"), QStringLiteral("1986")}, {2, QStringLiteral("Nguyễn Thị Hoa"), QStringLiteral("1991")}, {3, QStringLiteral("Đặng Thị Mai"), {}}});
    field.show();
    field.setFocus();
    QApplication::processEvents();
    QTest::keyClicks(&field, QStringLiteral("dang"));
    field.settle(); // the keyboard has not left
    CHECK(field.value() == 3);
    field.clear();
    QTest::keyClicks(&field, QStringLiteral("hoa"));
    field.settle();
    CHECK_FALSE(field.value());
    CHECK(field.problem() == QStringLiteral("Chưa chọn trong danh sách."));
    QTest::keyClicks(&field, QStringLiteral(" 1"));
    CHECK((field.problem().isEmpty() || !field.hasFocus())); // typing goes on
}

TEST_CASE("an open list shows its words whole and stays on the screen, however narrow the box is")
{
    const QString title = QStringLiteral("21/KH-THMĐ: Phát động phong trào thi đua năm học 2021 - 2022");
    QWidget window;
    auto* box = new ChoiceField({{"1", QStringLiteral("Không theo kế hoạch nào")}, {"2", title}}, &window);
    box->setFixedWidth(200);
    window.resize(220, 60);
    const QRect screen = window.screen()->availableGeometry();
    window.move(screen.right() - 230, screen.top());
    window.show();
    box->setValue("2");
    CHECK(box->toolTip() == title); // what the closed box cannot hold
    box->showPopup();
    QTest::qWait(20);
    CHECK(box->view()->viewport()->width() >= box->fontMetrics().horizontalAdvance(title));
    CHECK(box->view()->window()->frameGeometry().right() <= screen.right());
    box->hidePopup();
    box->setValue("1");
    CHECK(box->toolTip().isEmpty());
}

TEST_CASE("a form field shows the problem beside the field")
{
    auto* day = new DateField;
    FormField form(QStringLiteral("Ngày nộp"), day);
    form.required();
    CHECK(day->accessibleName() == QStringLiteral("Ngày nộp (bắt buộc)"));
    day->setText(QStringLiteral("31/09/2021"));
    CHECK(day->property("wrong").toBool());
    CHECK(day->accessibleDescription() == QStringLiteral("Tháng 9 có 30 ngày."));
    day->setText(QStringLiteral("30/09/2021"));
    CHECK_FALSE(day->property("wrong").toBool());
}

TEST_CASE("a block survives the way to the clipboard and back")
{
    const QVector<QStringList> rows{{QStringLiteral("A\tB"), QStringLiteral("\"x\"")}, {QStringLiteral("hai\ndòng"), QString()}};
    CHECK(fromTsv(toTsv(rows)) == rows);
    // What a spreadsheet would calculate goes as text, and comes back as it was; numbers stay numbers.
    const QVector<QStringList> risky{{QStringLiteral("=1+1"), QStringLiteral("@SUM(A1)"), QStringLiteral("-x"), QStringLiteral("+84912345678"), QStringLiteral("-5"), QStringLiteral("-"), QStringLiteral("'a")}};
    CHECK(toTsv(risky) == QStringLiteral("'=1+1\t'@SUM(A1)\t'-x\t'+84912345678\t-5\t-\t'a\n"));
    CHECK(fromTsv(toTsv(risky)) == risky);
    CHECK(fromTsv(QStringLiteral("1\t2\r\n3\t4\r\n")) == QVector<QStringList>{{QStringLiteral("1"), QStringLiteral("2")}, {QStringLiteral("3"), QStringLiteral("4")}});
}

TEST_CASE("citations stay together at line ends")
{
    CHECK(unbroken(QStringLiteral("khoản 6 Điều 10 NĐ 91/2017")) == QStringLiteral("khoản\u00A06 Điều\u00A010 NĐ\u00A091/2017"));
    CHECK(unbroken(QStringLiteral("2021–2022")) == QStringLiteral("2021–\u20602022"));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.h"

#include "gallery_pages.h"
#include "ui/models/arranged_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct KitRecordTableFixture {
    RecordModel<SampleRow> model{[](const SampleRow& r) { return r.id; }};
    std::unique_ptr<RecordTable> table;
    std::unique_ptr<QAbstractItemModelTester> tester;
    KitRecordTableFixture()
    {
        model.setColumns({{QStringLiteral("name"), QStringLiteral("Họ và tên"), [](const SampleRow& r) { return Cell::plain(r.name); }},
                          {QStringLiteral("unit"), QStringLiteral("Tổ"), [](const SampleRow& r) { return Cell::plain(r.unit); }},
                          {QStringLiteral("titles"), QStringLiteral("Danh hiệu"), [](const SampleRow& r) { return Cell::titles(r.titles); }},
                          {QStringLiteral("state"), QStringLiteral("Số"), [](const SampleRow& r) { return Cell::plain(QString::number(r.state)); }, 60, Align::Right,
                           [](const SampleRow& r) { return SortKey(r.state); }, [](const auto& rows) { return QString::number(rows.size()); }}});
        model.addGrouping({QStringLiteral("unit"), QStringLiteral("Gom theo tổ"), [](const SampleRow& r) { return r.unit; }});
        model.setRows(sampleRows());
        table = std::make_unique<RecordTable>(&model, QStringLiteral("t"), QStringLiteral("Bảng thử"));
        table->setTickable(true);
        table->setFilterRow(true);
        table->setSumRow(true);
        table->resize(900, 600);
        table->show();
        tester = std::make_unique<QAbstractItemModelTester>(table->view()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    QStringList names() const
    {
        QStringList list;
        for (const auto& row : table->shown().rows)
            list << (row.group ? QStringLiteral("# ") + row.cells.first() : row.cells.first());
        return list;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(table->view(), key, modifiers); }
};

}

TEST_CASE_METHOD(KitRecordTableFixture, "a table sorts in Vietnamese order and by several columns")
{
    table->sortBy(QStringLiteral("name"));
    CHECK(names().first() == QStringLiteral("A Khôi"));
    CHECK(names().indexOf(QStringLiteral("Cao Thị Xuân")) < names().indexOf(QStringLiteral("Đặng Thị Phương Mai")));
    CHECK(names().last() == QStringLiteral("Y Hiền"));
    table->sortBy(QStringLiteral("state"), Qt::DescendingOrder);
    CHECK(names().mid(0, 2) == QStringList{QStringLiteral("A Khôi"), QStringLiteral("Y Hiền")}); // by name within a state
}

TEST_CASE_METHOD(KitRecordTableFixture, "filters ignore marks and keep the selection by id")
{
    REQUIRE(table->setCurrentId(10));
    table->setColumnFilter(QStringLiteral("name"), QStringLiteral("hoang lien"));
    CHECK(names() == QStringList{QStringLiteral("Hoàng Thị Bích Liên")});
    CHECK(table->currentId() == 10);
    table->setColumnFilter(QStringLiteral("name"), QStringLiteral("không ai"));
    CHECK(names().isEmpty());
    table->setColumnFilter(QStringLiteral("name"), QString());
    CHECK(names().size() == 16);
    table->setExtraFilter([this](int row) { return model.rows()[static_cast<std::size_t>(row)].state == 2; });
    CHECK(table->shownIds() == QVector<std::int64_t>{6, 9});
}

TEST_CASE_METHOD(KitRecordTableFixture, "a refresh keeps current row, ticks and order without a reset")
{
    table->sortBy(QStringLiteral("name"));
    table->setCurrentId(10);
    table->setTicked({6, 16});
    QSignalSpy resets(table->view()->model(), &QAbstractItemModel::modelReset);
    auto rows = sampleRows();
    rows.erase(rows.begin() + 15); // Phan Văn Bình leaves, one comes, one is renamed
    rows.push_back({99, QStringLiteral("Bùi Thị Ân"), {}, QStringLiteral("Tổ 1"), {}, {}, 0});
    rows[0].name = QStringLiteral("Vũ Thị Minh Nguyệt");
    model.setRows(rows);
    CHECK(resets.isEmpty());
    CHECK(table->currentId() == 10);
    CHECK(table->selectedIds() == QVector<std::int64_t>{10});
    CHECK(table->tickedIds() == QVector<std::int64_t>{6});
    CHECK(names().mid(1, 1) == QStringList{QStringLiteral("Bùi Quang Huy")});
    CHECK(names()[2] == QStringLiteral("Bùi Thị Ân"));
    CHECK(names().contains(QStringLiteral("Vũ Thị Minh Nguyệt")));
}

TEST_CASE_METHOD(KitRecordTableFixture, "groups fold by keyboard and unfold for a record inside")
{
    table->setGrouping(QStringLiteral("unit"));
    CHECK(names().first() == QStringLiteral("# Ban giám hiệu – 2"));
    CHECK(names().size() == 20);
    table->view()->setCurrentIndex(table->view()->model()->index(0, 1));
    press(Qt::Key_Left);
    CHECK(names().size() == 18);
    press(Qt::Key_Right);
    CHECK(names().size() == 20);
    table->setGroupFolded(QStringLiteral("Tổ 2–3"), true);
    CHECK(names().size() == 11);
    CHECK(table->setCurrentId(10));
    CHECK(table->currentId() == 10);
    CHECK(names().size() == 20);
}

TEST_CASE_METHOD(KitRecordTableFixture, "the keys of a list do what the design says")
{
    QSignalSpy opened(table.get(), &RecordTable::activated);
    QSignalSpy edits(table.get(), &RecordTable::editRequested);
    QSignalSpy removals(table.get(), &RecordTable::removeRequested);
    table->setCurrentId(3);
    press(Qt::Key_Return);
    press(Qt::Key_F2);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Delete);
    REQUIRE(opened.count() == 1);
    CHECK(opened.first().first().toLongLong() == 3);
    CHECK(edits.count() == 1);
    REQUIRE(removals.count() == 1);
    CHECK(removals.first().first().value<QVector<std::int64_t>>() == QVector<std::int64_t>{3, 4});
    press(Qt::Key_Space);
    CHECK(table->tickedIds() == QVector<std::int64_t>{4});
    press(Qt::Key_A, Qt::ControlModifier);
    CHECK(table->tickedIds().size() == 16);
    press(Qt::Key_A, Qt::ControlModifier);
    CHECK(table->tickedIds().isEmpty());
}

TEST_CASE_METHOD(KitRecordTableFixture, "copying takes the selected block without group rows")
{
    table->setGrouping(QStringLiteral("unit"));
    table->setCurrentId(1);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == QStringLiteral("Trần Thị Minh Nguyệt\tBan giám hiệu\tLĐTT\t0\nLê Văn Thắng\tBan giám hiệu\tLĐTT, CSTĐCS\t1\n"));
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(QApplication::clipboard()->text().startsWith(QStringLiteral("Họ và tên\tTổ\tDanh hiệu\tSố\nTrần")));
    QSignalSpy pastes(table.get(), &RecordTable::pasted);
    QApplication::clipboard()->setText(QStringLiteral("Y Nga\tTổ 1\n"));
    press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(pastes.count() == 1);
    CHECK(pastes.first().first().value<QVector<QStringList>>() == QVector<QStringList>{{QStringLiteral("Y Nga"), QStringLiteral("Tổ 1")}});
}

TEST_CASE_METHOD(KitRecordTableFixture, "the filter row is reached and left by keyboard")
{
    table->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(table.get()));
    table->setColumnFilter(QStringLiteral("name"), QStringLiteral("thi"));
    table->focusFilter();
    auto* filter = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(filter);
    CHECK(filter->accessibleName() == QStringLiteral("Lọc cột Họ và tên"));
    QTest::keyClick(filter, Qt::Key_Down);
    CHECK(table->view()->hasFocus());
    CHECK(table->currentId().has_value());
}

TEST_CASE_METHOD(KitRecordTableFixture, "columns, sorting, grouping and filters come back by column key")
{
    table->sortBy(QStringLiteral("state"), Qt::DescendingOrder);
    table->setGrouping(QStringLiteral("unit"));
    table->setColumnFilter(QStringLiteral("unit"), QStringLiteral("to 1"));
    table->view()->setColumnHidden(3, true);
    const QJsonObject state = table->saveState();
    const QStringList before = names();
    KitRecordTableFixture other;
    other.table->restoreState(state);
    CHECK(other.names() == before);
    CHECK(other.table->view()->isColumnHidden(3));
    CHECK(other.table->grouping() == QStringLiteral("unit"));
    CHECK(other.table->shown().headers == QStringList{QStringLiteral("Họ và tên"), QStringLiteral("Tổ"), QStringLiteral("Số")});
}

TEST_CASE_METHOD(KitRecordTableFixture, "cells are read aloud")
{
    const auto* view = table->view();
    CHECK(view->model()->index(1, 3).data(Qt::AccessibleTextRole).toString() == QStringLiteral("LĐTT, CSTĐCS"));
    CHECK(view->model()->index(0, 0).data(Qt::AccessibleTextRole).toString() == QStringLiteral("chưa đánh dấu"));
    CHECK(Cell::mark(Tone::Warn, QStringLiteral("Thiếu thông tin")).spoken() == QStringLiteral("Thiếu thông tin"));
}

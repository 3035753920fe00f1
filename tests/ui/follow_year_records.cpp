// SPDX-License-Identifier: GPL-3.0-or-later
// Kết quả năm học: the grid and its panel, on the sample school.
#include "services/people/people_service.h"
#include "ui/follow_bench.h"

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::follow;

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

TEST_CASE("a word typed into the discipline column is that word, and one word is one discipline")
{
    Bench bench;
    bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    const auto first = grid->rows()[0].id, second = grid->rows()[1].id;
    const auto type = [](const char* words) { // each letter where the focus is by then: the first one opens the editor
        for (const char* letter = words; *letter; ++letter)
            QTest::keyClick(QApplication::focusWidget(), *letter);
    };
    grid->goTo(first, QStringLiteral("discipline"));
    grid->view()->setFocus();
    type("khong");
    CHECK(bench.record(first).facts.discipline.empty()); // nothing acts before the entry is completed
    CHECK_FALSE(bench.record(first).facts.record.noDisciplineConfirmedOn.has_value());
    bench.press(Qt::Key_Return);
    CHECK(bench.record(first).facts.discipline.empty());
    CHECK(bench.record(first).facts.record.noDisciplineConfirmedOn == Date(2022, 9, 26));
    type("khien trach");
    bench.press(Qt::Key_Return);
    REQUIRE(bench.record(second).facts.discipline.size() == 1);
    CHECK(bench.record(second).facts.discipline[0].form == domain::DisciplineForm::Reprimand);
    grid->goTo(second, QStringLiteral("discipline"));
    type("canh cao"); // typed over: that is what was meant
    bench.press(Qt::Key_Return);
    REQUIRE(bench.record(second).facts.discipline.size() == 1);
    CHECK(bench.record(second).facts.discipline[0].form == domain::DisciplineForm::Warning);
    grid->goTo(second, QStringLiteral("discipline"));
    type("c"); // could be two
    bench.press(Qt::Key_Return);
    CHECK(grid->errorCount() == 1);
    CHECK(bench.record(second).facts.discipline[0].form == domain::DisciplineForm::Warning);
}

TEST_CASE("a pasted list of results goes to the people whom it names")
{
    Bench bench;
    bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    const auto first = grid->rows()[0].id, third = grid->rows()[2].id;
    const QString one = grid->rows()[0].cells[0].value, three = grid->rows()[2].cells[0].value;
    grid->goTo(first, QStringLiteral("evaluation"));
    grid->view()->setFocus();
    QApplication::clipboard()->setText(QStringLiteral("Họ và tên\tXếp loại\n%1\tHTT\n%2\tHTXS\n").arg(three, one));
    bench.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(bench.record(first).facts.record.evaluation == domain::Evaluation::Excellent);
    CHECK(bench.record(third).facts.record.evaluation == domain::Evaluation::Good);
    QApplication::clipboard()->setText(QStringLiteral("%1\tHT\nNgười Lạ\tHT\n").arg(one));
    bench.press(Qt::Key_V, Qt::ControlModifier); // nobody answers: nothing is written
    REQUIRE_FALSE(bench.prompter.asked().isEmpty());
    CHECK(bench.prompter.asked().last().contains(QStringLiteral("không khớp")));
    CHECK(bench.record(first).facts.record.evaluation == domain::Evaluation::Excellent);
}

TEST_CASE("a team chosen says that it hides the others, and goes with the year")
{
    Bench bench;
    auto* page = bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    const auto all = grid->rows().size();
    auto* team = bench.find<ChoiceField>("yearTeam");
    team->setCurrentIndex(1);
    Bench::settle();
    CHECK(grid->rows().size() < all);
    auto* clear = bench.find<QPushButton>("clearFilters");
    REQUIRE(clear);
    clear->click();
    CHECK(grid->rows().size() == all);
    CHECK(bench.find<QPushButton>("clearFilters") == nullptr);
    team->setCurrentIndex(1);
    bench.window->setSchoolYear(SchoolYear(2021), false);
    CHECK(team->currentIndex() == 0);
    CHECK(page->schoolYear() == SchoolYear(2021));
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
    REQUIRE(page->messages().bars().front()->message().actions.size() == 3);
    grid->goTo(grid->rows()[5].id, QStringLiteral("absence"));
    page->messages().bars().front()->message().actions.front().run();
    CHECK(grid->currentColumn() == QStringLiteral("months"));
    CHECK(grid->currentRowId() == first);
    bench.keys(QStringLiteral("9"));
    bench.press(Qt::Key_Return);
    CHECK(bench.record(first).facts.record.monthsWorked == 9);
    CHECK(page->messages().isEmpty());
}

TEST_CASE("what could not be saved at all stays in the sheet, marked, until it is saved or given up")
{
    Bench bench;
    auto* page = bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    const auto first = grid->rows()[0].id, second = grid->rows()[1].id;
    const auto path = bench.file->path();
    const auto away = std::filesystem::path(path).replace_extension("khac");
    const auto write = [&](std::int64_t row, const QString& months) {
        grid->goTo(row, QStringLiteral("months"));
        grid->view()->setFocus();
        bench.keys(months);
        bench.press(Qt::Key_Return);
    };
    const auto shown = [&] { return grid->model()->index(grid->model()->rowOf(first), grid->model()->columnOf(QStringLiteral("months"))).data(CellRole).value<Cell>(); };
    const auto before = bench.record(first).facts.record.monthsWorked;
    std::filesystem::rename(path, away); // a stick that is pulled out
    write(first, QStringLiteral("7"));
    std::filesystem::rename(away, path);
    CHECK(bench.record(first).facts.record.monthsWorked == before);
    CHECK(grid->errorCount() == 1);
    write(second, QStringLiteral("8"));
    CHECK(bench.record(second).facts.record.monthsWorked == 8);
    CHECK(grid->errorCount() == 1);
    CHECK(shown().text == QStringLiteral("7"));
    CHECK(shown().error.contains(QStringLiteral("không còn ở chỗ cũ")));
    const auto act = [&](const QString& verb) {
        for (auto* bar : page->messages().bars())
            for (const auto& action : bar->message().actions)
                if (action.text == verb)
                    return action.run();
        FAIL(verb.toStdString());
    };
    SECTION("saved")
    {
        act(QStringLiteral("Ghi lại"));
        CHECK(bench.record(first).facts.record.monthsWorked == 7);
    }
    SECTION("given up")
    {
        act(QStringLiteral("Bỏ các chữ này"));
        CHECK(bench.record(first).facts.record.monthsWorked == before);
    }
    SECTION("leaving asks, and saves when told so")
    {
        bench.prompter.answer(0);
        CHECK(page->mayLeave());
        CHECK(bench.record(first).facts.record.monthsWorked == 7);
    }
    SECTION("nobody leaves without an answer")
    {
        CHECK_FALSE(page->mayLeave());
        CHECK(grid->errorCount() == 1);
        act(QStringLiteral("Bỏ các chữ này"));
    }
    CHECK(grid->errorCount() == 0);
}

TEST_CASE("confirming no discipline asks how many and fills only what is unknown")
{
    Bench bench;
    bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    const auto first = grid->rows()[0].id;
    bench.window->runner().run([&] {
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
    auto* sides = bench.window->currentPage()->findChild<SegmentBar*>();
    emit sides->chosen(QStringLiteral("collectives"));
    sides->setCurrentKey(QStringLiteral("collectives"));
    emit sides->chosen(QStringLiteral("collectives"));
    Bench::settle();
    auto* grid = bench.find<GridTable>("yearCollectives");
    REQUIRE(grid);
    const auto first = grid->rows()[0].id;
    grid->goTo(first, QStringLiteral("unity"));
    grid->view()->setFocus();
    bench.keys(QStringLiteral("c"));
    bench.press(Qt::Key_Return);
    CHECK(bench.record(first).facts.record.unity == domain::Known::Yes);
    CHECK_FALSE(bench.can("year-records.no-discipline"));
}

TEST_CASE("days of absence without a reason are shown as such, and a reason can be typed with them")
{
    Bench bench;
    bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    const auto first = grid->rows()[0].id;
    const auto write = [&](const QString& text) {
        grid->goTo(first, QStringLiteral("absence"));
        QApplication::clipboard()->setText(text);
        grid->view()->setFocus();
        bench.press(Qt::Key_V, Qt::ControlModifier);
    };
    write(QStringLiteral("180"));
    REQUIRE(bench.record(first).facts.absences.size() == 1);
    CHECK(bench.record(first).facts.absences[0].reason == domain::AbsenceReason::Unknown); // not sick leave
    CHECK(grid->rows()[0].cells[5].shown == QStringLiteral("180 ?"));
    CHECK(grid->rows()[0].cells[5].tone == Tone::Warn);
    CHECK(grid->rows()[0].cells[5].tip.contains(QStringLiteral("Chưa rõ lý do")));
    write(QStringLiteral("180 thai sản"));
    CHECK(bench.record(first).facts.absences[0].reason == domain::AbsenceReason::Maternity);
    CHECK(grid->rows()[0].cells[5].shown.isEmpty());
    write(QStringLiteral("180")); // the sum that stands there: the reason stays
    CHECK(bench.record(first).facts.absences[0].reason == domain::AbsenceReason::Maternity);
    write(QStringLiteral("3 ốm + 10 ngày không lương"));
    REQUIRE(bench.record(first).facts.absences.size() == 2);
    CHECK(bench.record(first).facts.absences[1].reason == domain::AbsenceReason::Unpaid);
    CHECK(bench.record(first).facts.absences[1].days == 10);
    write(QStringLiteral("180 tha sản"));
    CHECK(grid->errorCount() == 1);
    write(QStringLiteral("0"));
    CHECK(bench.record(first).facts.absences.empty());
    CHECK(bench.record(first).facts.record.noAbsenceConfirmedOn.has_value());
}

TEST_CASE("two people of one name are told apart in the sheet, and their names are pasted as they are")
{
    Bench bench;
    services::PeopleService people(*bench.file);
    for (const int born : {1985, 1991}) {
        services::StaffDraft draft;
        draft.person.fullName = "Nguyễn Thị Hương";
        draft.person.birth = PartialDate{born, std::nullopt};
        REQUIRE(people.addStaff(bench.yearId(2022), draft));
    }
    bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    QStringList shown;
    for (int row = 0; row < grid->rows().size(); ++row)
        if (grid->rows()[row].cells[0].value == QStringLiteral("Nguyễn Thị Hương")) {
            shown << grid->model()->index(row, 0).data().toString();
            grid->goTo(grid->rows()[row].id, QStringLiteral("evaluation"));
            bench.settle();
            CHECK(bench.panelWords().contains(shown.last()));
        }
    shown.sort();
    CHECK(shown == QStringList{QStringLiteral("Nguyễn Thị Hương (1985)"), QStringLiteral("Nguyễn Thị Hương (1991)")});
    QApplication::clipboard()->setText(QStringLiteral("Họ và tên\tXếp loại\nNguyễn Thị Hương (1991)\tTốt\nNguyễn Thị Hương (1985)\tXuất sắc\n"));
    grid->goTo(grid->rows()[0].id, QStringLiteral("evaluation"));
    grid->view()->setFocus();
    bench.press(Qt::Key_V, Qt::ControlModifier);
    for (const auto& row : grid->rows())
        if (row.cells[0].value == QStringLiteral("Nguyễn Thị Hương"))
            CHECK(row.cells[2].value == (row.cells[0].shown.contains(QStringLiteral("1991")) ? QStringLiteral("Tốt") : QStringLiteral("Xuất sắc")));
}

TEST_CASE("Enter in a line of the panel writes the results, once")
{
    Bench bench;
    bench.show<YearRecordsPage>("year-records");
    auto* grid = bench.find<GridTable>("yearPeople");
    const auto first = grid->rows()[0].id;
    grid->goTo(first, QStringLiteral("evaluation"));
    bench.type("monthsWorked", QStringLiteral("9"));
    bench.press(Qt::Key_Return);
    CHECK(bench.record(first).facts.record.monthsWorked == 9);
    const auto version = bench.record(first).version;
    bench.press(Qt::Key_Return); // nothing is unsaved any more
    CHECK(bench.record(first).version == version);
}

TEST_CASE("the line above the results never says that all is known while collectives have open cells")
{
    Bench bench;
    bench.show<YearRecordsPage>("year-records");
    CHECK(bench.summary().contains(QStringLiteral("tập thể còn <b>")));
    CHECK_FALSE(bench.summary().contains(QStringLiteral("mọi ô đã có kết quả")));
}

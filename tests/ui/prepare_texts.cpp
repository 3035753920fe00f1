// SPDX-License-Identifier: GPL-3.0-or-later
// Văn bản căn cứ, and what goes on around a plan: driven by keys and clicks on the sample school.
#include "domain/school_year.h"
#include "support/catch.h"

#include "services/prepare/plan_service.h"
#include "services/prepare/plan_work.h"
#include "services/prepare/text_library.h"
#include "support/sample_file.h"
#include "ui/pages/plans/plan_editor.h"
#include "ui/pages/plans/plan_work_view.h"
#include "ui/pages/plans/plans_page.h"
#include "ui/pages/prepare/prepare_pages.h"
#include "ui/pages/texts/texts_page.h"
#include "ui/window_bench.h"

#include <QApplication>
#include <QClipboard>
#include <QTableView>
#include <QTest>

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::prepare;

namespace {

struct TextsBench : test::WindowBench {
    explicit TextsBench(int year = 2022, bool closed = false) : WindowBench(Date(2022, 9, 20))
    {
        openFile(test::sampleFile(Date(2022, 9, 20)));
        openWindow(addPreparePages, year, closed);
    }
    services::PlanService plans() { return services::PlanService(*file); }
    std::size_t texts() { return plans().legalTexts()->size(); }
    domain::LegalTextId idOf(const char* number)
    {
        const auto all = plans().legalTexts();
        REQUIRE(all);
        for (const auto& text : *all)
            if (text.data.number == number)
                return text.id;
        FAIL("no text " << number);
        return domain::LegalTextId(0);
    }
};

}

TEST_CASE("a text is added by keys with its sign in the right form, mended, and taken back")
{
    TextsBench bench;
    auto* page = bench.show<TextsPage>("legal-texts");
    const auto before = bench.texts();
    CHECK(page->summaryLabel()->text().contains(QString::number(before)));
    bench.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(page->isEditing());
    bench.type("legalNumber", QStringLiteral("so 44/NQ/TW"));
    bench.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(bench.texts() == before + 1);
    CHECK(bench.panelWords().contains(QStringLiteral("Nghị quyết số 44-NQ/TW"))); // the sign names the kind
    bench.undo();
    CHECK(bench.texts() == before);
}

TEST_CASE("a successor that is typed and not chosen is taken when it is one text, and never dropped in silence")
{
    TextsBench bench;
    auto* page = bench.show<TextsPage>("legal-texts");
    const auto before = bench.texts();
    bench.press(Qt::Key_N, Qt::ControlModifier);
    bench.type("legalNumber", QStringLiteral("44-NQ/TW"));
    auto* successor = bench.find<SearchField>("replacedById");
    REQUIRE(successor);
    successor->setFocus();
    QApplication::processEvents();
    QTest::keyClicks(successor, QStringLiteral("van ban nao do"));
    bench.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(bench.texts() == before);
    CHECK(page->isEditing());
    CHECK(successor->text() == QStringLiteral("van ban nao do"));
    successor->selectAll();
    QTest::keyClicks(successor, QStringLiteral("1533/SGD"));
    bench.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(bench.texts() == before + 1);
    CHECK(bench.panelWords().contains(QStringLiteral("1533/SGDĐT-CMTH")));
}

TEST_CASE("a text shows its line, its force and what cites it, and each opens there")
{
    TextsBench bench;
    auto* page = bench.show<TextsPage>("legal-texts");
    REQUIRE(page->openRecord(domain::EntityKind::LegalText, bench.idOf("1533/SGDĐT-CMTH").value()));
    const QString words = bench.panelWords();
    CHECK(words.contains(QStringLiteral("Căn cứ Công văn số 1533/SGDĐT-CMTH")));
    CHECK(words.contains(QStringLiteral("Còn hiệu lực")));
    CHECK(words.contains(QStringLiteral("21/KH-THMĐ")));
    bench.act("legal-texts.wording");
    CHECK(QApplication::clipboard()->text().startsWith(QStringLiteral("Căn cứ Công văn số 1533/SGDĐT-CMTH")));
    // A basis of an issued plan stays.
    bench.prompter.answer(true);
    bench.act("legal-texts.remove");
    CHECK_FALSE(page->messages().isEmpty());
    bench.idOf("1533/SGDĐT-CMTH");
}

TEST_CASE("a text that the rules cite is taken into the library from its page")
{
    TextsBench bench;
    bench.show<TextsPage>("legal-texts");
    const auto before = bench.texts();
    auto* offer = bench.find<SearchField>("textOffer");
    REQUIRE(offer);
    offer->setFocus();
    QTest::keyClicks(offer, QStringLiteral("22/2021"));
    QTest::keyClick(offer, Qt::Key_Return);
    QTest::qWait(10);
    CHECK(bench.texts() == before + 1);
    CHECK(bench.panelWords().contains(QStringLiteral("22/2021/TT-BGDĐT")));
}

TEST_CASE("the page of texts has names for all that takes the focus, and lets nothing be lost in a closed year")
{
    TextsBench bench(2021, true);
    auto* page = bench.show<TextsPage>("legal-texts");
    for (const QString& widget : bench.nameless(page)) {
        INFO(widget.toStdString());
        CHECK(widget.isEmpty());
    }
    CHECK(bench.can("legal-texts.add")); // texts belong to no school year
    page->add();
    QApplication::processEvents();
    for (const QString& widget : bench.nameless(page)) {
        INFO(widget.toStdString());
        CHECK(widget.isEmpty());
    }
}

TEST_CASE("a task is written in the editor, filtered by its mark, and its state goes on in the panel")
{
    TextsBench bench;
    auto* page = bench.show<PlansPage>("plans");
    bench.act("plans.open");
    page->editor()->showTab(5);
    QApplication::processEvents();
    page->add();
    bench.type("taskText", QStringLiteral("Tổ chức Hội nghị viên chức"));
    bench.part<QAbstractButton>("focus").click();
    bench.click("planTaskSave");
    const auto plan = *page->editor()->planId();
    services::PlanWorkService work(*bench.file);
    REQUIRE_FALSE(work.work(plan)->tasks.empty());
    const auto task = work.work(plan)->tasks.back();
    CHECK(task.data.focus);
    page->escape();
    REQUIRE_FALSE(page->isEditing());
    auto* view = bench.find<PlanWorkView>("planWork");
    REQUIRE(view);
    CHECK(bench.panelWords().contains(QStringLiteral("Tổ chức Hội nghị viên chức")));
    emit view->taskClicked(task.id.value());
    QApplication::processEvents();
    auto& state = bench.part<ChoiceField>("taskState");
    state.setCurrentIndex(state.findText(QStringLiteral("Đã xong")));
    QApplication::processEvents();
    bench.click("taskProgressSave");
    CHECK(work.work(plan)->tasks.back().data.state == domain::TaskState::Done);
    bench.undo();
    CHECK(work.work(plan)->tasks.back().data.state == domain::TaskState::Open);
}

TEST_CASE("a team's difficulty is entered with the plan and answered")
{
    TextsBench bench;
    auto* page = bench.show<PlansPage>("plans");
    const auto plan = page->current()->id;
    services::PlanWorkService work(*bench.file);
    const auto before = work.work(plan)->difficulties.size();
    CHECK_FALSE(bench.can("plans.receipts")); // a draft that nobody has received
    bench.act("plans.difficulty");
    QApplication::processEvents();
    auto& team = bench.part<ChoiceField>("team");
    team.setCurrentIndex(2);
    bench.type("difficultyText", QStringLiteral("Thiếu máy chiếu"));
    bench.click("difficultySave");
    REQUIRE(work.work(plan)->difficulties.size() == before + 1);
    auto* view = bench.find<PlanWorkView>("planWork");
    REQUIRE(view);
    emit view->answerClicked(work.work(plan)->difficulties.back().id.value());
    QApplication::processEvents();
    bench.type("difficultyAnswer", QStringLiteral("Mượn của trường bạn"));
    bench.click("answerSave");
    CHECK(work.work(plan)->difficulties.back().data.answeredOn.has_value());
    CHECK(bench.panelWords().contains(QStringLiteral("Mượn của trường bạn")));
}

TEST_CASE("a plan after last year's says what is still to be looked at")
{
    TextsBench bench;
    auto* page = bench.show<PlansPage>("plans");
    bench.act("plans.copy");
    REQUIRE(page->isEditing());
    auto* notes = bench.find<QLabel>("carryNotes");
    REQUIRE(notes);
    CHECK(notes->text().contains(QStringLiteral("1533/SGDĐT-CMTH"))); // a basis of last year alone
    CHECK(notes->text().contains(QStringLiteral("04/10/2021")));      // last year's deadline
    CHECK(notes->text().contains(QStringLiteral("7 nhiệm vụ")));
    bench.act("plans.save");
    const auto tasks = services::PlanWorkService(*bench.file).work(*page->editor()->planId())->tasks;
    REQUIRE(tasks.size() == 7);
    CHECK(tasks.front().data.deadline == Date(2022, 9, 20));
    CHECK(tasks.front().data.state == domain::TaskState::Open);
}

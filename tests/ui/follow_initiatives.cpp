// SPDX-License-Identifier: GPL-3.0-or-later
// Sáng kiến: adding, recognition here and above, turning down, on the sample school.
#include "ui/follow_bench.h"

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::follow;

TEST_CASE("an initiative is added with its authors and found again")
{
    Bench bench;
    bench.show<InitiativesPage>("initiatives");
    services::InitiativeService service(*bench.file);
    const auto before = service.initiatives(bench.yearId())->size();
    bench.press(Qt::Key_N, Qt::ControlModifier);
    bench.type("title", QStringLiteral("Vườn rau của em"));
    bench.click("initiativeSave"); // without an author
    CHECK(service.initiatives(bench.yearId())->size() == before);
    bench.click("authors.add");
    auto* person = bench.find<SearchField>("author.person");
    REQUIRE(person);
    person->setFocus();
    person->setText(QStringLiteral("bui quang huy"));
    Bench::settle();
    REQUIRE(person->offered().size() == 1);
    person->setValue(person->offered().front());
    bench.click("initiativeSave");
    const auto rows = service.initiatives(bench.yearId());
    REQUIRE(rows->size() == before + 1);
    const auto id = bench.table()->currentId();
    REQUIRE(id);
    const auto made = service.initiative(domain::InitiativeId(*id));
    REQUIRE(made);
    CHECK(made->initiative.title == "Vườn rau của em");
    CHECK(made->authorNames == std::vector<std::string>{"Bùi Quang Huy"});
}

TEST_CASE("initiatives are recognised by the school's decision, then above")
{
    Bench bench;
    bench.show<InitiativesPage>("initiatives");
    services::InitiativeService service(*bench.file);
    const auto id = service.initiatives(bench.yearId())->front().id;
    bench.table()->setCurrentId(id.value());
    bench.act("initiatives.recognise");
    REQUIRE(bench.find<QDialog>("issueDialog"));
    CHECK(bench.find<NumberField>("issueNumber")->value().value_or(0) > 0);
    bench.click("issueNow"); // no council of initiatives was founded: nobody knows who proposed it
    REQUIRE(bench.find<QDialog>("issueDialog"));
    bench.click("issueGap");
    CHECK(QApplication::focusWidget() == bench.find<LineField>("issueProposer"));
    bench.find<LineField>("issueProposer")->setText(QStringLiteral("Tổ 4–5"));
    bench.click("issueNow");
    CHECK_FALSE(bench.find<QDialog>("issueDialog"));
    CHECK(services::DecisionService(*bench.file).decisions(bench.yearId())->back().decision.proposer == "Tổ 4–5");
    const auto recognised = service.initiative(id)->initiative;
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
    CHECK(service.initiative(id)->initiative.recognisedAt == domain::RecognitionLevel::District);
}

TEST_CASE("a recognition given up leaves no draft behind; one left as a draft stays")
{
    Bench bench;
    bench.show<InitiativesPage>("initiatives");
    services::InitiativeService service(*bench.file);
    services::DecisionService decisions(*bench.file);
    const auto rows = service.initiatives(bench.yearId());
    REQUIRE_FALSE(rows->empty());
    const auto count = decisions.decisions(bench.yearId())->size();
    bench.table()->setCurrentId(rows->front().id.value());
    bench.act("initiatives.recognise");
    bench.find<QDialog>("issueDialog")->findChild<DateField*>(QStringLiteral("issueDate"))->clear();
    bench.click("issueNow");
    CHECK(bench.words().contains(QStringLiteral("Xin ghi ngày ban hành.")));
    bench.click("issueCancel");
    CHECK(decisions.decisions(bench.yearId())->size() == count);
    bench.act("initiatives.recognise");
    bench.click("issueDraft");
    CHECK(decisions.decisions(bench.yearId())->size() == count + 1);
    CHECK(service.initiative(rows->front().id)->initiative.state == domain::InitiativeState::Registered);
}

TEST_CASE("an initiative can be turned down, taken up again and deleted after asking")
{
    Bench bench;
    bench.show<InitiativesPage>("initiatives");
    services::InitiativeService service(*bench.file);
    const auto id = service.initiatives(bench.yearId())->front().id;
    bench.table()->setCurrentId(id.value());
    bench.click("initiatives.reject"); // the safe answer
    CHECK(service.initiative(id)->initiative.state == domain::InitiativeState::Registered);
    bench.prompter.answer(true);
    bench.click("initiatives.reject");
    CHECK(service.initiative(id)->initiative.state == domain::InitiativeState::Rejected);
    CHECK_FALSE(bench.can("initiatives.recognise"));
    bench.click("initiatives.reconsider");
    CHECK(service.initiative(id)->initiative.state == domain::InitiativeState::Registered);
    bench.table()->view()->setFocus();
    bench.prompter.answer(true);
    bench.press(Qt::Key_Delete);
    CHECK_FALSE(service.initiative(id).has_value());
    bench.window->runner().run([&] { return bench.file->undo(); });
    CHECK(service.initiative(id).has_value());
}

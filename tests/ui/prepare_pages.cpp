// SPDX-License-Identifier: GPL-3.0-or-later
// Kế hoạch, Phong trào, Chỉ tiêu: driven by keys and clicks on the sample school.
#include "domain/school_year.h"
#include "support/catch.h"

#include "services/papers/paper_issuer.h"
#include "services/prepare/plan_service.h"
#include "support/sample_file.h"
#include "ui/pages/campaigns/campaigns_page.h"
#include "ui/pages/plans/ordered_list.h"
#include "ui/pages/plans/plan_editor.h"
#include "ui/pages/plans/plans_page.h"
#include "ui/pages/prepare/prepare_pages.h"
#include "ui/pages/targets/target_words.h"
#include "ui/pages/targets/targets_page.h"
#include "ui/prepare_bench.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QListView>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::prepare;

TEST_CASE("a plan is read in the panel, opened in the page, changed, saved and undone")
{
    PreparePagesBench bench;
    auto* page = bench.show<PlansPage>("plans");
    CHECK(bench.panelWords().contains(QStringLiteral("Căn cứ Nghị định số 91/2017/NĐ-CP")));
    CHECK(bench.window->currentPage()->summaryLabel()->text().contains(QStringLiteral("1 dự thảo chưa ban hành")));
    bench.table()->view()->setFocus();
    bench.press(Qt::Key_Return);
    REQUIRE(page->isEditing());
    CHECK(page->titleLabel()->text().contains(QStringLiteral("›")));
    CHECK_FALSE(bench.can("plans.save"));
    bench.type("title", QStringLiteral("Phát động thi đua năm học 2022 - 2023"));
    CHECK(page->editor()->isDirty());
    bench.act("plans.save");
    CHECK_FALSE(page->editor()->isDirty());
    CHECK(bench.planOf(2022).data.title == "Phát động thi đua năm học 2022 - 2023");
    page->escape();
    CHECK_FALSE(page->isEditing());
    CHECK(bench.table()->shown().rows.front().cells.front().contains(QStringLiteral("Phát động thi đua")));
    bench.undo();
    CHECK(bench.table()->shown().rows.front().cells.front().contains(QStringLiteral("Phát động phong trào thi đua")));
}

TEST_CASE("the list of a plan's targets marks the one whose form stays open")
{
    PreparePagesBench bench;
    auto* page = bench.show<PlansPage>("plans");
    bench.act("plans.open");
    page->editor()->showTab(3);
    QApplication::processEvents();
    auto& list = bench.part<QListView>("planTargets");
    REQUIRE(list.model()->rowCount() >= 2);
    const auto choose = [&list](int row) {
        list.setCurrentIndex(list.model()->index(row, 0));
        QApplication::processEvents();
    };
    choose(0);
    bench.type("targetText", QStringLiteral("Đang sửa dở"));
    choose(1);
    CHECK(bench.prompter.asked().last().contains(QStringLiteral("[Ở lại]")));
    CHECK(list.currentIndex().row() == 0);
    bench.prompter.answer(1); // “Không ghi”
    choose(1);
    CHECK(list.currentIndex().row() == 1);
}

TEST_CASE("leaving a plan with unsaved changes asks by verbs and loses nothing")
{
    PreparePagesBench bench;
    auto* page = bench.show<PlansPage>("plans");
    bench.act("plans.open");
    bench.type("title", QStringLiteral("Khác"));
    page->escape();
    CHECK(page->isEditing());
    CHECK(bench.prompter.asked().last().contains(QStringLiteral("[Ở lại]")));
    CHECK_FALSE(bench.window->showPage(QStringLiteral("targets")));
    bench.prompter.answer(1);
    page->escape();
    CHECK_FALSE(page->isEditing());
    CHECK(bench.planOf(2022).data.title != "Khác");
}

TEST_CASE("a new plan takes its bases from the library, in the order one wants")
{
    PreparePagesBench bench;
    auto* page = bench.show<PlansPage>("plans");
    page->add();
    REQUIRE(page->isEditing());
    page->editor()->showTab(1);
    QApplication::processEvents();
    auto* search = bench.find<SearchField>("basisSearch");
    REQUIRE(search);
    search->setFocus();
    // The usual bases of the day stand there already; what the school adds comes behind.
    const auto usual = page->editor()->draft().bases.size();
    CHECK(usual >= 2);
    for (const char* number : {"1533", "313/"}) {
        QTest::keyClicks(search, QString::fromLatin1(number));
        QTest::keyClick(search, Qt::Key_Return);
        QTest::qWait(5);
    }
    CHECK(page->editor()->draft().bases.size() == usual + 2);
    CHECK(page->editor()->draft().bases[usual].wording.starts_with("Căn cứ Công văn số 1533/SGDĐT-CMTH ngày 07 tháng 9 năm 2021 của Sở Giáo dục và Đào tạo tỉnh Kon Tum hướng dẫn thực hiện"));
    auto* list = bench.find<QListView>("planBases");
    REQUIRE(list);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    CHECK(page->editor()->draft().bases[usual].wording.find("313/PGDĐT-TH") != std::string::npos);
    bench.act("plans.save");
    const auto detail = bench.plans().plan(*page->editor()->planId());
    REQUIRE(detail);
    CHECK(detail->bases.size() == usual + 2);
    CHECK(detail->targets.size() >= 5); // the usual ones, written with it
    CHECK(detail->bases[usual].wording.find("313/PGDĐT-TH") != std::string::npos);
    CHECK(detail->sections.size() == page->editor()->draft().sections.size());
    CHECK(bench.plans().plans(bench.yearId(2022))->size() == 2);
}

TEST_CASE("texts that the rules cite are found without marks and go into the library when they are chosen")
{
    PreparePagesBench bench;
    auto* page = bench.show<PlansPage>("plans");
    page->add();
    REQUIRE(page->isEditing());
    page->editor()->showTab(1);
    QApplication::processEvents();
    auto* search = bench.find<SearchField>("basisSearch");
    REQUIRE(search);
    search->setFocus();
    const auto before = bench.plans().legalTexts()->size();
    for (const char* words : {"luat thi dua", "152", "28/2020"}) {
        search->setText(QString());
        QTest::keyClicks(search, QString::fromLatin1(words));
        INFO(words);
        CHECK_FALSE(search->offered().empty());
    }
    search->setText(QString());
    QTest::keyClicks(search, QStringLiteral("22/2021"));
    QTest::keyClick(search, Qt::Key_Return);
    QTest::qWait(5);
    CHECK(bench.plans().legalTexts()->size() == before + 1);
    CHECK(page->editor()->draft().bases.back().wording.find("22/2021/TT-BGDĐT") != std::string::npos);
    CHECK(page->editor()->draft().bases.back().legalText.has_value());
}

TEST_CASE("a plan can be carried over from the year before")
{
    PreparePagesBench bench;
    auto* page = bench.show<PlansPage>("plans");
    bench.act("plans.copy");
    REQUIRE(page->isEditing());
    const auto draft = page->editor()->draft();
    CHECK(draft.plan.title == "Phát động phong trào thi đua năm học 2022 - 2023");
    CHECK(draft.sections.size() == 23);
    for (const auto& section : draft.sections)
        CHECK(section.body.find("2021 - 2022") == std::string::npos);
    for (const auto& basis : draft.bases)
        CHECK(basis.wording.find("2021 - 2022") == std::string::npos);
    CHECK_FALSE(page->editor()->isDirty());
    bench.act("plans.save");
    CHECK(bench.plans().plans(bench.yearId(2022))->size() == 2);
    const auto last = bench.plans().plan(bench.planOf(2021).id);
    REQUIRE(last);
    REQUIRE_FALSE(last->targets.empty());
    CHECK(page->editor()->tabs()->tabText(3).contains(QString::number(last->targets.size())));
    const auto carried = bench.plans().plan(*page->editor()->planId());
    REQUIRE(carried);
    CHECK(carried->targets.size() == last->targets.size());
}

TEST_CASE("Ctrl+S saves the plan from wherever one types")
{
    PreparePagesBench bench;
    auto* page = bench.show<PlansPage>("plans");
    bench.act("plans.open");
    bench.type("title", QStringLiteral("Khác"));
    bench.find<QWidget>("title")->setFocus();
    bench.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(page->editor()->isDirty());
    CHECK(bench.planOf(2022).data.title == "Khác");
}

TEST_CASE("laws are cited by name and date, other papers by number and issuer")
{
    domain::LegalText law{"Luật", "15/2003/QH11", "Quốc hội", Date(2003, 11, 26), "Luật Thi đua, Khen thưởng", {}, {}, {}, {}, {}, {}, {}};
    CHECK(domain::basisWording(law) == "Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003");
    domain::LegalText paper{"Nghị định", "91/2017/NĐ-CP", "Chính phủ", Date(2017, 7, 31), "Quy định chi tiết thi hành một số điều", {}, {}, {}, {}, {}, {}, {}};
    CHECK(domain::basisWording(paper) == "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều");
}

TEST_CASE("a legal text is added to the library from within the plan")
{
    PreparePagesBench bench;
    auto* page = bench.show<PlansPage>("plans");
    bench.act("plans.open");
    page->editor()->showTab(1);
    QApplication::processEvents();
    const auto before = page->editor()->draft().bases.size();
    bench.click("legalNew");
    bench.click("legalSave");
    CHECK(bench.plans().legalTexts()->back().data.number != "412/PGDĐT-TĐKT");
    bench.type("legalNumber", QStringLiteral("412/PGDĐT-TĐKT"));
    bench.click("legalSave");
    REQUIRE(page->editor()->draft().bases.size() == before + 1);
    CHECK(page->editor()->draft().bases.back().wording == "Căn cứ Công văn số 412/PGDĐT-TĐKT");
    CHECK(page->editor()->isDirty());
}

TEST_CASE("sections and recipients are added, filled, moved and removed")
{
    PreparePagesBench bench;
    auto* page = bench.show<PlansPage>("plans");
    bench.act("plans.open");
    page->editor()->showTab(2);
    QApplication::processEvents();
    const auto before = page->editor()->draft().sections.size();
    page->add();
    bench.type("sectionHeading", QStringLiteral("Khen thưởng"));
    bench.type("sectionBody", QStringLiteral("Đoạn một.\nĐoạn hai."));
    auto sections = page->editor()->draft().sections;
    REQUIRE(sections.size() == before + 1);
    CHECK(sections[1].heading == "Khen thưởng");
    CHECK(sections[1].body == "Đoạn một.\nĐoạn hai.");
    auto* list = bench.find<QListView>("planSections");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    CHECK(page->editor()->draft().sections[2].heading == "Khen thưởng");
    QTest::keyClick(list, Qt::Key_Delete);
    CHECK(page->editor()->draft().sections.size() == before + 1); // asked, kept
    bench.prompter.answer(true);
    QTest::keyClick(list, Qt::Key_Delete);
    CHECK(page->editor()->draft().sections.size() == before);
    page->editor()->showTab(4);
    QApplication::processEvents();
    page->add();
    bench.act("plans.save"); // refused: a recipient without a name
    CHECK(page->editor()->isDirty());
    CHECK_FALSE(page->messages().isEmpty());
    bench.type("text", QStringLiteral("Chi bộ"));
    bench.act("plans.save");
    CHECK_FALSE(page->editor()->isDirty());
}

TEST_CASE("issuing numbers the plan, warns of a letter and freezes everything")
{
    PreparePagesBench bench;
    auto* page = bench.show<PlansPage>("plans");
    QTimer::singleShot(0, bench.window.get(), [&] {
        auto* dialog = bench.window->findChild<QDialog*>(QStringLiteral("issueDialog"));
        REQUIRE(dialog);
        const auto next = services::PaperIssuer(*bench.file).nextNumber("KH-THMĐ", Date(2022, 9, 20));
        CHECK(dialog->findChild<QLineEdit*>(QStringLiteral("issueNumber"))->text() == QString::number(*next));
        auto* doubts = dialog->findChild<QWidget*>(QStringLiteral("issueDoubts"));
        const auto note = [doubts] {
            return std::ranges::any_of(doubts->findChildren<QLabel*>(), [](const QLabel* label) { return label->text().contains(QStringLiteral("không quy định số kèm chữ")); });
        };
        CHECK_FALSE(note());
        dialog->findChild<QLineEdit*>(QStringLiteral("issueSuffix"))->setText(QStringLiteral("A"));
        CHECK((note() && doubts->isVisible()));
        dialog->findChild<QLineEdit*>(QStringLiteral("issueSuffix"))->clear();
        dialog->findChild<QLineEdit*>(QStringLiteral("issueNumber"))->setText(QStringLiteral("30"));
        dialog->findChild<QPushButton*>(QStringLiteral("issueNow"))->click();
    });
    bench.act("plans.issue");
    const auto plan = bench.planOf(2022);
    CHECK(plan.data.state == domain::PlanState::Issued);
    CHECK(plan.data.number.text() == "30/KH-THMĐ");
    CHECK_FALSE(bench.can("plans.issue"));
    CHECK_FALSE(bench.can("plans.remove"));
    bench.act("plans.open");
    CHECK(page->editor()->isReadOnly());
    CHECK(bench.find<QPushButton>("planSectionsAdd") == nullptr);
    bench.act("plans.print");
    CHECK(bench.previews.size() == 1);
}

TEST_CASE("targets: figures, standings, sums and the calm note on denominators")
{
    PreparePagesBench bench(2021);
    bench.show<TargetsPage>("targets");
    const auto rows = bench.plans().targets(bench.yearId(2021));
    REQUIRE(rows);
    std::vector<const services::TargetRow*> all;
    for (const auto& row : *rows)
        all.push_back(&row);
    const auto counts = countTargets(all);
    CHECK(counts.all == 12);
    CHECK(counts.met + counts.exceeded + counts.open == 12);
    CHECK(counts.exceeded >= 1); // tiết học yêu thương 7/6
    CHECK(standingText(bench.target(2021, "tiết học yêu thương")) == QStringLiteral("Vượt 1"));
    CHECK(standingText(bench.target(2021, "bài giảng điện tử")) == QStringLiteral("Còn 1"));
    CHECK(givenText(bench.target(2021, "Tham gia bài soạn").target) == QStringLiteral("9/26"));
    const auto notes = denominatorNotes(*rows);
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().contains(QStringLiteral("26 và 9")));
}

TEST_CASE("what has been reached is recorded in the panel and can be undone")
{
    PreparePagesBench bench;
    auto* page = bench.show<TargetsPage>("targets");
    const auto target = bench.target(2022, "cấp huyện");
    REQUIRE(page->openRecord(domain::EntityKind::Target, target.id.value()));
    QApplication::processEvents();
    bench.act("targets.record");
    bench.type("reachedActual", QStringLiteral("6"));
    bench.type("reachedOn", QStringLiteral("19/9/22"));
    bench.type("reachedNote", QStringLiteral("Theo quyết định công nhận"));
    bench.click("reachedSave");
    const auto after = bench.target(2022, "cấp huyện");
    CHECK(after.target.actual == 6);
    CHECK(after.target.actualOn == Date(2022, 9, 19));
    CHECK(after.target.value == 5);
    CHECK(bench.panelWords().contains(QStringLiteral("Vượt 1")));
    bench.undo();
    CHECK_FALSE(bench.target(2022, "cấp huyện").target.actual);
}

TEST_CASE("targets of a draft plan are added, edited and removed")
{
    PreparePagesBench bench;
    auto* page = bench.show<TargetsPage>("targets");
    const auto before = bench.plans().targets(bench.yearId(2022))->size();
    page->add();
    bench.click("targetSave"); // refused: no words, no figure
    CHECK(bench.plans().targets(bench.yearId(2022))->size() == before);
    bench.type("targetText", QStringLiteral("Đồ dùng dạy học dự thi cấp huyện"));
    bench.type("targetValue", QStringLiteral("3"));
    bench.click("targetSave");
    CHECK(bench.plans().targets(bench.yearId(2022))->size() == before + 1);
    CHECK(bench.table()->currentId() == bench.target(2022, "Đồ dùng").id.value());
    bench.prompter.answer(true);
    bench.act("targets.remove");
    CHECK(bench.plans().targets(bench.yearId(2022))->size() == before);
    CHECK(bench.prompter.asked().last().contains(QStringLiteral("[Xóa chỉ tiêu]")));
}

TEST_CASE("a campaign is written, launched, reviewed and closed")
{
    PreparePagesBench bench;
    auto* page = bench.show<CampaignsPage>("campaigns");
    page->add();
    QApplication::processEvents();
    REQUIRE(QApplication::focusWidget());
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("campaignName"));
    bench.type("campaignName", QStringLiteral("Đợt 1: Chào mừng 20/11"));
    CHECK(bench.find<ChoiceField>("kind")->value() == "round"); // as its name says, until somebody chooses
    bench.type("campaignTheme", QStringLiteral("Chào mừng ngày Nhà giáo"));
    bench.type("campaignItems", QStringLiteral("Thao giảng\n\nDự giờ"));
    for (auto* box : page->findChildren<QCheckBox*>())
        if (box->accessibleName().contains(QStringLiteral("Nhà giáo")))
            box->click();
    bench.click("observanceAdd");
    bench.type("observanceName", QStringLiteral("Ngày thành lập trường"));
    bench.type("observanceDay", QStringLiteral("5"));
    bench.type("observanceMonth", QStringLiteral("10"));
    bench.type("observanceBaseYear", QStringLiteral("1992"));
    bench.click("observanceSave");
    bench.click("campaignSave");
    const auto rows = services::CampaignService(*bench.file).campaigns(bench.yearId(2022));
    REQUIRE(rows);
    const auto row = std::find_if(rows->begin(), rows->end(), [](const auto& r) { return r.campaign.name.starts_with("Đợt 1"); });
    REQUIRE(row != rows->end());
    CHECK(row->items == std::vector<std::string>{"Thao giảng", "Dự giờ"});
    CHECK(row->observances.size() == 2);
    CHECK(bench.panelWords().contains(QStringLiteral("40 năm Ngày Nhà giáo Việt Nam (20/11/2022) – năm tròn")));
    CHECK(bench.panelWords().contains(QStringLiteral("30 năm Ngày thành lập trường")));
    CHECK_FALSE(bench.can("campaigns.review"));
    // Each step bears the day on which it was taken, today at the latest.
    bench.act("campaigns.launch");
    const QString today = dateText(bench.clock.today());
    bench.type("campaignStepDay", dateText(bench.clock.today().plusDays(1)));
    bench.click("campaignSave");
    CHECK(bench.panelWords().contains(QStringLiteral("chưa đến")));
    bench.type("campaignStepDay", dateText(bench.clock.today().plusDays(-3)));
    bench.click("campaignSave");
    CHECK(services::CampaignService(*bench.file).campaign(row->id)->campaign.launchedOn == bench.clock.today().plusDays(-3));
    CHECK_FALSE(bench.can("campaigns.remove"));
    bench.act("campaigns.review");
    bench.type("campaignStepDay", dateText(bench.clock.today().plusDays(-4)));
    bench.type("campaignNote", QStringLiteral("Ba tổ đã thao giảng."));
    bench.click("campaignSave");
    CHECK(bench.panelWords().contains(QStringLiteral("trước bước trước đó")));
    bench.type("campaignStepDay", today);
    bench.click("campaignSave");
    CHECK(bench.panelWords().contains(QStringLiteral("Ba tổ đã thao giảng.")));
    bench.act("campaigns.close");
    bench.type("campaignNote", QStringLiteral("Kết thúc tốt đẹp."));
    bench.click("campaignSave");
    CHECK(services::CampaignService(*bench.file).campaign(row->id)->campaign.state == domain::CampaignState::Closed);
    CHECK_FALSE(bench.can("campaigns.edit"));
}

TEST_CASE("in a closed year nothing can be written, printing works")
{
    PreparePagesBench bench(2021, true);
    for (const char* id : {"plans", "campaigns", "targets"}) {
        bench.window->showPage(QString::fromLatin1(id));
        QApplication::processEvents();
        CHECK_FALSE(bench.window->currentPage()->messages().isEmpty());
        const std::string add = std::string(id) + ".add", print = std::string(id) + ".print";
        CHECK_FALSE(bench.can(add.c_str()));
        CHECK(bench.window->actions().find(QString::fromLatin1(add.c_str()))->toolTip().contains(QStringLiteral("đã khóa")));
        bench.act(print.c_str());
    }
    CHECK(bench.previews.size() == 3);
}

TEST_CASE("everything that takes the focus has a name")
{
    PreparePagesBench bench;
    const auto check = [&] {
        for (const QString& widget : bench.nameless(bench.window->currentPage())) {
            INFO(widget.toStdString());
            CHECK(widget.isEmpty());
        }
    };
    auto* plans = bench.show<PlansPage>("plans");
    check();
    bench.act("plans.open");
    for (int tab = 0; tab < 6; ++tab) {
        plans->editor()->showTab(tab);
        QApplication::processEvents();
        check();
    }
    plans->escape();
    auto* campaigns = bench.show<CampaignsPage>("campaigns");
    check();
    campaigns->add();
    QApplication::processEvents();
    check();
    campaigns->escape();
    bench.show<TargetsPage>("targets");
    check();
}

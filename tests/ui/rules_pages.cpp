// SPDX-License-Identifier: GPL-3.0-or-later
// The rules page by keys and clicks: reading, two days, search, paper, the school's regulation, packs, the provisional set.
#include "domain/school_year.h"
#include "support/catch.h"

#include "support/jobs.h"

#include "documents/table.h"
#include "services/core/school_service.h"
#include "services/follow/year_record_service.h"
#include "services/law/rule_pack_service.h"
#include "services/law/rules_renewed.h"
#include "services/law/regulation_service.h"
#include "services/review/nomination_service.h"
#include "support/earlier_rules.h"
#include "support/sample_file.h"
#include "ui/pages/rules/regulations_view.h"
#include "ui/pages/rules/rule_row.h"
#include "ui/pages/rules/rule_table.h"
#include "ui/pages/rules/rule_tree.h"
#include "ui/pages/rules/rules_page.h"
#include "ui/pages/rules/rules_pages.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace thidua;
using namespace thidua::ui;
using rules_page::RuleRow;
using rules_page::RuleTable;
using rules_page::RuleTree;

namespace {

const QString kFighter = QStringLiteral("chien-si-thi-dua-co-so");

/// Stands in for the nominations page: only that it is gone to matters here.
class OtherPage final : public Page {
public:
    using Page::Page;
    void load() override {}
    bool affects(const domain::ChangeSet&) const override { return false; }
};

struct RulesPagesBench {
    QTemporaryDir dir;
    FixedClock clock;
    std::unique_ptr<services::SchoolFile> file;
    QSettings settings{dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    std::vector<documents::Document> papers;
    QStringList names;
    std::unique_ptr<SchoolContext> context;
    std::unique_ptr<MainWindow> window;

    explicit RulesPagesBench(Date today = Date(2023, 5, 25), int year = 2022, bool closed = false) : clock(today)
    {
        const auto path = std::filesystem::path(dir.filePath(QStringLiteral("truong.thidua")).toStdU16String());
        std::filesystem::copy_file(test::sampleFile(Date(2023, 5, 25)), path);
        auto opened = services::SchoolFile::open(path, services::SchoolFile::Mode::ReadWrite, clock, {"Lê Thị Thùy Dung"});
        REQUIRE(opened);
        file = std::move(*opened);
        context = std::make_unique<SchoolContext>(SchoolContext{
            *file,
            [this](const documents::Document& document, const QString& name, const std::vector<std::string>&) {
                papers.push_back(document);
                names << name;
            },
            [](SchoolYear) {}});
        openWindow(year, closed);
    }
    ~RulesPagesBench() { window.reset(); }
    void openWindow(int year, bool closed)
    {
        window.reset();
        window = std::make_unique<MainWindow>(prompter, settings);
        const PageInfo other{QStringLiteral("nominations"), QStringLiteral("Đề nghị"), QStringLiteral("nominate"), {}};
        window->addPage(other, [other](Shell& shell) -> Page* { return new OtherPage(other, shell); });
        addRulesPage(*window, *context);
        window->setUndo([this] { window->runner().run([this] { return file->undo(); }); }, [this] { window->runner().run([this] { return file->redo(); }); });
        window->setSchoolYear(SchoolYear(year), closed);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        REQUIRE(window->showPage(QStringLiteral("rules")));
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 4; ++i) {
            QApplication::processEvents();
            QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    RulesPage& page() { return *dynamic_cast<RulesPage*>(window->builtPage(QStringLiteral("rules"))); }
    template <class T> T& part(const char* name)
    {
        settle();
        auto* found = page().findChild<T*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    RuleTable& table() { return *page().findChild<RuleTable*>(); }
    RuleTree& tree() { return *page().findChild<RuleTree*>(); }
    std::vector<RuleRow*> rows()
    {
        settle();
        std::vector<RuleRow*> all;
        for (auto* row : page().findChildren<RuleRow*>())
            all.push_back(row);
        return all;
    }
    void choose(const QString& entry)
    {
        REQUIRE(tree().setCurrent(entry));
        settle();
    }
    void type(const char* name, const QString& text)
    {
        auto& line = part<QLineEdit>(name);
        line.setFocus();
        line.setText(text);
        settle();
    }
    void act(const char* id)
    {
        settle();
        QAction* action = window->actions().find(QLatin1String(id));
        REQUIRE(action != nullptr);
        INFO(id << ": " << action->toolTip().toStdString());
        REQUIRE(action->isEnabled());
        action->trigger();
        settle();
    }
    void click(const char* name)
    {
        auto& button = part<QPushButton>(name);
        REQUIRE(button.isVisible());
        button.click();
        settle();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
        settle();
    }
    QString summary() { return page().summaryLabel()->text(); }
    QString words()
    {
        settle();
        QStringList all;
        for (auto* label : page().findChildren<QLabel*>())
            if (label->isVisible())
                all << label->text();
        return all.join(QLatin1Char('\n'));
    }
    std::vector<services::RegulationRow> regulations() { return services::RegulationService(*file).list().value(); }
    domain::SchoolYearId year() { return services::SchoolService(*file).yearOf(SchoolYear(2022))->id; }
    void pick(const QString& target)
    {
        auto& field = part<SearchField>("regulation-target");
        field.setFocus();
        field.setText(target);
        settle();
        REQUIRE_FALSE(field.offered().empty());
        field.setValue(field.offered().front());
        settle();
    }
};

}

TEST_CASE("The page opens at today's law, and every entry of the tree can be shown")
{
    RulesPagesBench bench;
    CHECK(bench.table().firstDate()->value() == Date(2023, 5, 25));
    CHECK(bench.summary().contains(QStringLiteral("Chiến sĩ thi đua cơ sở")));
    CHECK_FALSE(bench.table().secondDate()->isVisible());
    auto* view = bench.tree().view();
    int shown = 0;
    for (int g = 0; g < view->topLevelItemCount(); ++g)
        for (int i = 0; i < view->topLevelItem(g)->childCount(); ++i) {
            view->setCurrentItem(view->topLevelItem(g)->child(i));
            RulesPagesBench::settle();
            INFO(view->currentItem()->text(0).toStdString());
            if (bench.tree().current() != QLatin1String("regulations"))
                CHECK(bench.table().rowCount() > 0);
            ++shown;
        }
    CHECK(shown > 35);
    CHECK_FALSE(bench.words().contains(QStringLiteral("rulebook.")));
}

TEST_CASE("A closed year opens at the day by whose law it was judged, and reads as well")
{
    RulesPagesBench bench(Date(2023, 5, 25), 2021, true);
    CHECK(bench.table().firstDate()->value() < Date(2022, 8, 1));
    CHECK(bench.table().rowCount() > 5);
    CHECK(bench.words().contains(QStringLiteral("đề nghị</a> của năm học này")));
}

TEST_CASE("Another day shows its law at once; a day without rules says so and leaves what was shown")
{
    RulesPagesBench bench;
    bench.type("rules-date", QStringLiteral("20/5/2024"));
    CHECK(bench.page().view().first.ruleSet == "vn-2024-01");
    CHECK(bench.words().contains(QStringLiteral("Quy định từ 01/01/2024")));
    bench.type("rules-date", QStringLiteral("20/5/2016"));
    CHECK(bench.words().contains(QStringLiteral("01/10/2017")));
    CHECK(bench.page().view().first.ruleSet == "vn-2024-01");
    bench.type("rules-date", QStringLiteral("31/4/2024"));
    CHECK(bench.words().contains(QStringLiteral("Tháng 4 có 30 ngày.")));
    bench.type("rules-date", QStringLiteral("1/10/2017"));
    CHECK(bench.page().view().first.ruleSet == "vn-2017-10");
    CHECK_FALSE(bench.words().contains(QStringLiteral("Tháng 4 có 30 ngày.")));
}

TEST_CASE("Two days side by side, with signs, counts and a second day of another law")
{
    RulesPagesBench bench;
    bench.act("rules.compare");
    REQUIRE(bench.table().secondDate()->isVisible());
    CHECK(bench.page().view().second->ruleSet != bench.page().view().first.ruleSet);
    CHECK(bench.summary().contains(QStringLiteral("so hai ngày: <b>")));
    CHECK(bench.summary().contains(QStringLiteral("đã đổi</b>")));
    QStringList signs;
    for (auto* row : bench.rows())
        signs << row->plainText().split(QLatin1Char('\n')).value(1);
    CHECK(signs.contains(QStringLiteral("đã đổi")));
    bench.type("rules-second-date", QStringLiteral("25/5/2023"));
    CHECK(bench.page().view().changed == 0);
    bench.act("rules.compare");
    CHECK_FALSE(bench.table().secondDate()->isVisible());
    CHECK_FALSE(bench.page().view().second.has_value());
}

TEST_CASE("Columns stand under their heads, and nothing is wider than its place")
{
    for (const QSize size : {QSize(1366, 768), QSize(1024, 700)}) {
        RulesPagesBench bench;
        bench.window->resize(size);
        bench.act("rules.compare");
        RulesPagesBench::settle();
        auto* second = bench.table().secondDate();
        const auto rows = bench.rows();
        REQUIRE_FALSE(rows.empty());
        for (auto* row : rows) {
            INFO(row->plainText().toStdString());
            CHECK(row->width() <= bench.table().width());
            for (auto* label : row->findChildren<QLabel*>())
                CHECK(label->mapTo(row, QPoint(label->width(), 0)).x() <= row->width());
        }
        CHECK(second->mapTo(&bench.table(), QPoint(second->width(), 0)).x() <= bench.table().width());
    }
}

TEST_CASE("On a screen of 768 lines the page itself does not scroll: only the tree and the lines do")
{
    RulesPagesBench bench;
    for (auto* area : bench.page().findChildren<QScrollArea*>())
        if (!bench.table().isAncestorOf(area) && area->widget() && area->widget()->property("body").isValid()) {
            CHECK(area->verticalScrollBar()->maximum() == 0);
            CHECK(bench.table().height() > area->height() / 2);
        }
}

TEST_CASE("Words looked for without marks narrow the tree and mark the lines; Esc brings all back")
{
    RulesPagesBench bench;
    bench.press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("sang kien"));
    RulesPagesBench::settle();
    int entries = 0;
    auto* view = bench.tree().view();
    for (int g = 0; g < view->topLevelItemCount(); ++g)
        entries += view->topLevelItem(g)->childCount();
    CHECK(entries > 0);
    CHECK(entries < 25);
    CHECK_FALSE(bench.tree().foundLines(kFighter).isEmpty());
    bench.press(Qt::Key_Down);
    CHECK(QApplication::focusWidget() == view);
    bench.tree().focusSearch();
    bench.type("rules-search", QStringLiteral("không có chữ này")); // Vietnamese letters come through an input method
    RulesPagesBench::settle();
    CHECK(view->topLevelItemCount() == 0);
    CHECK(bench.words().contains(QStringLiteral("Không có điều nào chứa")));
    bench.press(Qt::Key_Escape);
    CHECK(view->topLevelItemCount() > 5);
}

TEST_CASE("By keys alone: down the tree, into the lines, a line copied")
{
    RulesPagesBench bench;
    bench.tree().view()->setFocus();
    const QString before = bench.tree().current();
    bench.press(Qt::Key_Down);
    CHECK(bench.tree().current() != before);
    bench.choose(kFighter);
    bench.table().focusFirst();
    auto* first = dynamic_cast<RuleRow*>(QApplication::focusWidget());
    REQUIRE(first != nullptr);
    bench.press(Qt::Key_Down);
    auto* second = dynamic_cast<RuleRow*>(QApplication::focusWidget());
    REQUIRE(second != nullptr);
    CHECK(second != first);
    CHECK_FALSE(second->accessibleName().isEmpty());
    bench.press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QGuiApplication::clipboard()->text() == second->plainText());
}

TEST_CASE("Each line has one quiet mark; Enter or a click unfolds what was read where and what is missing")
{
    RulesPagesBench bench;
    bench.choose(kFighter);
    int sure = 0, unsure = 0;
    for (auto* row : bench.rows()) {
        const auto& cell = row->pair().first;
        INFO(row->pair().caption);
        CHECK_FALSE(cell.reading.empty());
        auto* mark = row->findChild<QPushButton*>(QStringLiteral("rule-mark"));
        auto* told = row->findChild<QLabel*>(QStringLiteral("rule-reading"));
        if (mark == nullptr)
            continue;
        REQUIRE(told != nullptr);
        CHECK(mark->property("certain").toBool() == cell.certain);
        CHECK_FALSE(mark->accessibleName().isEmpty());
        CHECK(told->isHidden());
        mark->click();
        CHECK_FALSE(told->isHidden());
        CHECK(told->text().contains(cell.certain ? QStringLiteral("Đã đọc") : QStringLiteral("hưa")));
        row->setFocus();
        bench.press(Qt::Key_Return);
        CHECK(told->isHidden());
        (cell.certain ? sure : unsure) += 1;
    }
    CHECK(sure > 3);
    CHECK(unsure > 0);
}

TEST_CASE("What the rules' renewals changed is read in the book")
{
    RulesPagesBench bench;
    bench.choose(QStringLiteral("theme:renewals"));
    CHECK(bench.rows().size() > 5);
    CHECK(bench.rows().front()->plainText().contains(QStringLiteral("không tự nó làm ai không đủ điều kiện")));
    // It is of no day, and nothing there looks like a link that leads nowhere.
    CHECK_FALSE(bench.page().findChild<DateField*>(QStringLiteral("rules-date"))->isVisible());
    for (auto* label : bench.rows().front()->findChildren<QLabel*>())
        CHECK_FALSE(label->text().contains(QStringLiteral("<a ")));
    CHECK_FALSE(bench.window->actions().find(QStringLiteral("rules.compare"))->isEnabled());
    CHECK(bench.page().findChild<QLabel*>(QStringLiteral("rules-foot"))->text().contains(QStringLiteral("đã được kết luận theo bộ quy định hiện dùng")));
    bench.choose(QStringLiteral("lao-dong-tien-tien"));
    CHECK(bench.page().findChild<DateField*>(QStringLiteral("rules-date"))->isVisible());
    CHECK(bench.window->actions().find(QStringLiteral("rules.compare"))->isEnabled());
}

TEST_CASE("Rules that came with another program are told, with whose verdict they change, before anything is judged by them")
{
    RulesPagesBench bench;
    auto& file = *bench.file;
    CHECK_FALSE(bench.window->actions().find(QStringLiteral("rules.renewed"))->isEnabled());
    // As if every open nomination had been judged by the rules of an earlier program.
    const auto year = services::SchoolService(file).yearOf(SchoolYear(2022))->id;
    REQUIRE(services::NominationService(file).nominate(year, Date(2023, 5, 25)));
    const auto before = services::NominationService(file).board(year).value();
    test::judgedByEarlierRules(file);
    bench.window->showPage(QStringLiteral("nominations"));
    bench.window->showPage(QStringLiteral("rules"));
    bench.page().load();
    RulesPagesBench::settle();
    bench.act("rules.renewed");
    CHECK(bench.page().findChild<QPushButton*>(QStringLiteral("pack-take"))->text() == QStringLiteral("Xét lại theo quy định mới"));
    const auto kept = services::NominationService(file).board(year).value();
    REQUIRE(kept.rows.size() == before.rows.size());
    CHECK(services::RulesRenewedService(file).judgedByOthers().value() == static_cast<int>(before.rows.size()));
    bench.page().findChild<QPushButton*>(QStringLiteral("pack-take"))->click();
    RulesPagesBench::settle();
    CHECK(services::RulesRenewedService(file).judgedByOthers().value() == 0);
}

TEST_CASE("What rests on a condition is counted, and leads to the nominations")
{
    RulesPagesBench bench;
    REQUIRE(services::NominationService(*bench.file).nominate(bench.year(), Date(2023, 5, 25)));
    bench.page().load();
    bench.choose(kFighter);
    CHECK(bench.words().contains(QStringLiteral("đề nghị</a> của năm học này dựa vào đây")));
    emit bench.table().usesClicked();
    RulesPagesBench::settle();
    CHECK(bench.window->currentPage()->info().id == QLatin1String("nominations"));
}

TEST_CASE("The paper carries every line with its article in full, on one day and on two")
{
    RulesPagesBench bench;
    bench.press(Qt::Key_P, Qt::ControlModifier);
    bench.act("rules.compare");
    bench.act("rules.print");
    REQUIRE(bench.papers.size() == 2);
    const auto tableOf = [](const documents::Document& paper) {
        for (const auto& block : paper.parts.front().blocks)
            if (const auto* table = std::get_if<documents::Table>(&block))
                return *table;
        FAIL("no table");
        return documents::Table{};
    };
    const auto one = tableOf(bench.papers[0]);
    CHECK(one.columns.size() == 3);
    const auto two = tableOf(bench.papers[1]);
    CHECK(two.columns.size() == 5);
    CHECK(bench.papers[1].parts.front().page.orientation == documents::Orientation::Landscape);
    std::string all;
    for (const auto& row : one.rows)
        for (const auto& cell : row.cells)
            all += documents::cellText(cell.value) + "\n";
    CHECK(all.find("Nghị định 91/2017/NĐ-CP") != std::string::npos);
    CHECK(bench.papers[0].gaps.empty());
    CHECK(bench.names[1].contains(QStringLiteral("Bản so sánh quy định")));
}

TEST_CASE("The school tightens a quota in the form: the law's value beside it, kept, shown in force, undone")
{
    RulesPagesBench bench;
    bench.press(Qt::Key_N, Qt::ControlModifier);
    CHECK(bench.tree().current() == QLatin1String("regulations"));
    bench.pick(QStringLiteral("ty le chien si thi dua co so"));
    CHECK(bench.part<QLabel>("regulation-law").text().contains(QStringLiteral("15 %")));
    bench.type("regulation-value", QStringLiteral("10 %"));
    bench.type("regulation-from", QStringLiteral("1/9/2022"));
    bench.click("regulation-save");
    CHECK(bench.regulations().empty()); // căn cứ and lý do are still missing, and said so
    CHECK(bench.words().contains(QStringLiteral("Xin ghi lý do")));
    bench.type("regulation-cite", QStringLiteral("Điều 5 Quy chế thi đua, khen thưởng"));
    bench.type("regulation-reason", QStringLiteral("Hội nghị viên chức thống nhất"));
    bench.click("regulation-save");
    REQUIRE(bench.regulations().size() == 1);
    const auto row = bench.regulations().front();
    CHECK(row.data.value == "\"10/100\"");
    CHECK(row.data.from == Date(2022, 9, 1));
    CHECK(row.inForceToday);
    CHECK(bench.summary().contains(QStringLiteral("1 điều")));
    bench.choose(kFighter);
    CHECK(bench.words().contains(QStringLiteral("Quy chế của trường: 10 %")));
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(bench.regulations().empty());
    CHECK_FALSE(bench.words().contains(QStringLiteral("Quy chế của trường: 10 %")));
}

TEST_CASE("Loosening is refused beside the form with the article, before anything is kept")
{
    RulesPagesBench bench;
    bench.act("rules.add");
    bench.pick(QStringLiteral("ty le chien si thi dua co so"));
    bench.type("regulation-value", QStringLiteral("20 %"));
    bench.type("regulation-from", QStringLiteral("1/9/2022"));
    bench.type("regulation-to", QStringLiteral("31/12/2023"));
    bench.type("regulation-cite", QStringLiteral("Điều 5 Quy chế"));
    bench.type("regulation-reason", QStringLiteral("thử"));
    QTest::qWait(400); // the pause after which the verdicts are judged anew
    REQUIRE(test::waitForJobs(*bench.window));
    CHECK(bench.words().contains(QStringLiteral("91/2017")));
    bench.click("regulation-save");
    CHECK(bench.regulations().empty());
    bench.prompter.answer(1); // Bỏ phần vừa nhập
    bench.click("regulation-cancel");
    CHECK_FALSE(bench.page().findChild<rules_page::RegulationsView*>()->isEditing());
}

TEST_CASE("An added condition shows whose verdict changes as it is typed, and why")
{
    RulesPagesBench bench;
    const std::string name = "Bùi Quang Huy";
    REQUIRE(services::NominationService(*bench.file).nominate(bench.year(), Date(2023, 5, 25)));
    const auto board = services::NominationService(*bench.file).board(bench.year()).value();
    const auto him = std::find_if(board.rows.begin(), board.rows.end(), [&](const auto& row) { return row.nomination.name == name; });
    REQUIRE(him != board.rows.end());
    using services::YearColumn;
    const auto subject = him->nomination.subject;
    REQUIRE(services::YearRecordService(*bench.file).recordCells(bench.year(), {{subject, YearColumn::Evaluation, "tốt"},
                                                                                {subject, YearColumn::Discipline, "không"},
                                                                                {subject, YearColumn::Investigation, "không"},
                                                                                {subject, YearColumn::AbsenceDays, "15"}}));
    bench.act("rules.add");
    bench.pick(QStringLiteral("phai duoi mot muc"));
    bench.type("regulation-value", QStringLiteral("1"));
    bench.type("regulation-from", QStringLiteral("1/9/2022"));
    bench.type("regulation-to", QStringLiteral("31/12/2023"));
    for (const char* tick : {"tick.sick", "tick.unpaid", "tick.lao-dong-tien-tien"})
        bench.part<QCheckBox>(tick).setChecked(true);
    QTest::qWait(400);
    REQUIRE(test::waitForJobs(*bench.window));
    RulesPagesBench::settle();
    domain::Regulation draft;
    draft.kind = domain::RegulationKind::Condition;
    draft.target = "absence_days";
    draft.value = R"({"days":1,"honours":["lao-dong-tien-tien"],"reasons":["sick","unpaid"]})";
    draft.from = Date(2022, 9, 1);
    draft.to = Date(2023, 12, 31);
    draft.cite = "…";
    draft.reason = "…";
    const auto changes = services::RegulationService(*bench.file).preview(draft, std::nullopt);
    REQUIRE(changes);
    REQUIRE_FALSE(changes->empty());
    CHECK(bench.words().contains(toQ(name)));
    for (const auto& change : *changes)
        CHECK(bench.words().contains(toQ(change.name)));
    bench.type("regulation-cite", QStringLiteral("Điều 7 Quy chế"));
    bench.type("regulation-reason", QStringLiteral("Nghị quyết hội nghị"));
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(bench.regulations().size() == 1);
    CHECK(bench.regulations().front().data.value == draft.value);
}

TEST_CASE("An entry is edited, ended on a day and removed, each undoable; what stands unsaved is asked about")
{
    RulesPagesBench bench;
    domain::Regulation entry;
    entry.target = "quota_co_so";
    entry.value = "\"10/100\"";
    entry.from = Date(2022, 9, 1);
    entry.cite = "Điều 5 Quy chế";
    entry.reason = "Hội nghị viên chức";
    REQUIRE(services::RegulationService(*bench.file).add(entry));
    bench.page().load();
    bench.choose(QStringLiteral("regulations"));
    auto& view = bench.part<QTableView>("regulations-tableView");
    view.setFocus();
    view.setCurrentIndex(view.model()->index(0, 0));
    bench.press(Qt::Key_F2);
    CHECK(bench.part<QLineEdit>("regulation-value").text() == QStringLiteral("10 %"));
    bench.type("regulation-value", QStringLiteral("8"));
    CHECK_FALSE(bench.page().mayLeave()); // asked; the safe answer stays
    bench.click("regulation-save");
    CHECK(bench.regulations().front().data.value == "\"8/100\"");
    bench.prompter.answer(QStringLiteral("31/7/2023"));
    bench.act("rules.end");
    CHECK(bench.regulations().front().data.to == Date(2023, 7, 31));
    bench.prompter.answer(true);
    bench.act("rules.remove");
    CHECK(bench.regulations().empty());
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(bench.regulations().size() == 1);
    CHECK(bench.regulations().front().data.to == Date(2023, 7, 31));
}

TEST_CASE("The provisional set says what is not confirmed and leads to the confirmation, which takes the message away")
{
    RulesPagesBench bench(Date(2026, 10, 5));
    bench.type("rules-date", QStringLiteral("5/10/2026"));
    REQUIRE(bench.page().messages().bars().size() == 1);
    const auto message = bench.page().messages().bars().front()->message();
    CHECK(message.tone == Tone::Info);
    CHECK(message.text.contains(QStringLiteral("Luật 06/2026")));
    REQUIRE(message.actions.size() == 2);
    message.actions.front().run();
    RulesPagesBench::settle();
    bench.type("regulation-cite", QStringLiteral("Luật 06/2026/QH16"));
    bench.type("regulation-reason", QStringLiteral("Đã đọc toàn văn"));
    bench.click("regulation-save");
    REQUIRE(bench.regulations().size() == 1);
    CHECK(bench.regulations().front().data.kind == domain::RegulationKind::Confirmation);
    bench.choose(kFighter);
    CHECK(bench.page().messages().isEmpty());
}

TEST_CASE("A pack is written out, read back with what it changes, taken in and dropped again")
{
    RulesPagesBench bench;
    const QString path = bench.dir.filePath(QStringLiteral("bo-quy-dinh.json"));
    bench.act("rules.export-pack");
    bench.click("pack-write");
    CHECK_FALSE(QFile::exists(path)); // title, author and reason are missing
    bench.type("pack-title", QStringLiteral("Bộ quy định tháng 5/2023"));
    bench.type("pack-author", QStringLiteral("Phòng GD&ĐT huyện Kon Plông"));
    bench.type("pack-reason", QStringLiteral("Gửi các trường trong huyện"));
    bench.prompter.answer(path);
    bench.click("pack-write");
    REQUIRE(QFile::exists(path));
    CHECK(bench.page().findChild<RuleTable*>()->isVisible());
    bench.prompter.answer(path);
    bench.act("rules.take-pack");
    CHECK(bench.words().contains(QStringLiteral("Phòng GD&ĐT huyện Kon Plông")));
    bench.click("pack-take");
    CHECK(services::RulePackService(*bench.file).packInUse()->usedFrom.has_value());
    bench.prompter.answer(QStringLiteral("Thử xong"));
    bench.act("rules.drop-pack");
    CHECK_FALSE(services::RulePackService(*bench.file).packInUse()->usedFrom.has_value());
    CHECK_FALSE(bench.window->actions().find(QStringLiteral("rules.drop-pack"))->isEnabled());
}

TEST_CASE("A file that is no pack is refused with a sentence, and nothing is offered")
{
    RulesPagesBench bench;
    const QString path = bench.dir.filePath(QStringLiteral("thu.json"));
    QFile broken(path);
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("{\"không phải\": true");
    broken.close();
    bench.prompter.answer(path);
    bench.act("rules.take-pack");
    CHECK_FALSE(bench.page().messages().isEmpty());
    CHECK(bench.page().findChild<RuleTable*>()->isVisible());
}

TEST_CASE("Another page can ask for an honour on a day, at the condition that it speaks of")
{
    RulesPagesBench bench;
    REQUIRE(bench.window->showPage(QStringLiteral("nominations")));
    REQUIRE(bench.context->openRules);
    bench.context->openRules("lao-dong-tien-tien", Date(2022, 5, 20), "no-discipline");
    RulesPagesBench::settle();
    CHECK(bench.window->currentPage()->info().id == QLatin1String("rules"));
    CHECK(bench.page().view().entry == "lao-dong-tien-tien");
    CHECK(bench.table().firstDate()->value() == Date(2022, 5, 20));
    auto* row = dynamic_cast<RuleRow*>(QApplication::focusWidget());
    REQUIRE(row != nullptr);
    CHECK(row->pair().rule == "no-discipline");
}

TEST_CASE("The entry last read and the folded groups come back with the next start")
{
    RulesPagesBench bench;
    bench.choose(QStringLiteral("theme:bonuses"));
    bench.tree().view()->topLevelItem(2)->setExpanded(false);
    bench.window->close();
    bench.openWindow(2022, false);
    CHECK(bench.tree().current() == QLatin1String("theme:bonuses"));
    CHECK_FALSE(bench.tree().view()->topLevelItem(2)->isExpanded());
}

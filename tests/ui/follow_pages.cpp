// SPDX-License-Identifier: GPL-3.0-or-later
// Đăng ký, and what the three pages of “Theo dõi” share: driven by keys and clicks on the sample school.
#include "ui/follow_bench.h"

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::follow;

TEST_CASE("registering: Ctrl+N finds who is missing, ticks and Enter write, Ctrl+Z takes it back")
{
    Bench bench;
    auto* page = bench.show<RegistrationsPage>("registrations");
    const auto before = bench.board();
    CHECK(page->summaryLabel()->text().contains(QStringLiteral("%1 người đăng ký").arg(before.registered)));
    CHECK(page->summaryLabel()->text().contains(QStringLiteral("<b>9 ngày</b>")));
    bench.press(Qt::Key_N, Qt::ControlModifier);
    const auto id = bench.table()->currentId();
    REQUIRE(id);
    REQUIRE(bench.registration(*id).status == kNone);
    const bool person = bench.registration(*id).subject.person.has_value();
    auto* mine = bench.find<QCheckBox>(person ? "honour.lao-dong-tien-tien" : "honour.tap-the-lao-dong-tien-tien");
    REQUIRE(mine);
    mine->setFocus();
    bench.press(Qt::Key_Space);
    CHECK(mine->isChecked());
    bench.click("registrationSave");
    CHECK(bench.registration(*id).honours.size() == 1);
    CHECK(bench.find<QPushButton>("registrationSave")->text() == QStringLiteral("Ghi thay đổi"));
    CHECK_FALSE(bench.find<QPushButton>("registrationSave")->isEnabled());
    page->escape();
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(bench.registration(*id).status == kNone);
    CHECK(bench.find<QPushButton>("registrationSave")->text() == QStringLiteral("Ghi đăng ký"));
}

TEST_CASE("a registration without honours is refused beside the ticks, and nothing typed is lost")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    const auto id = bench.firstWith(kNone);
    bench.table()->setCurrentId(id);
    bench.type("initiativeTitle", QStringLiteral("Góc đọc sách của lớp"));
    bench.click("registrationSave");
    CHECK(bench.registration(id).status == kNone);
    CHECK(bench.find<QPlainTextEdit>("initiativeTitle")->toPlainText() == QStringLiteral("Góc đọc sách của lớp"));
    auto* form = dynamic_cast<FormField*>(bench.find("honours")->parentWidget());
    REQUIRE(form);
    CHECK_FALSE(form->error().isEmpty());
    // Another row asks first; the safe answer stays here.
    bench.table()->setCurrentId(bench.firstWith(services::RegistrationStatus::Complete));
    CHECK(bench.prompter.asked().last().contains(QStringLiteral("[Ở lại]")));
    CHECK(bench.table()->currentId() == id);
    bench.prompter.answer(1);
    bench.table()->setCurrentId(bench.firstWith(services::RegistrationStatus::Complete));
    CHECK(bench.table()->currentId() != id);
}

TEST_CASE("Chiến sĩ thi đua without an initiative wants one; naming it is enough for now")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    const auto id = bench.firstWith(kNone);
    bench.table()->setCurrentId(id);
    bench.find<QCheckBox>("honour.lao-dong-tien-tien")->click();
    bench.find<QCheckBox>("honour.chien-si-thi-dua-co-so")->click();
    bench.click("registrationSave");
    CHECK(bench.registration(id).initiativeWanted);
    CHECK(bench.registration(id).status != services::RegistrationStatus::Complete);
    CHECK(bench.words().contains(QStringLiteral("cần có sáng kiến được công nhận")));
    CHECK(bench.words().contains(QStringLiteral("Đã biết đến hôm nay")));
    bench.type("initiativeTitle", QStringLiteral("Góc đọc sách của lớp"));
    bench.type("initiativeField", QStringLiteral("Tiếng Việt"));
    bench.find("initiativeField")->setFocus();
    bench.press(Qt::Key_Return);
    const auto row = bench.registration(id);
    REQUIRE(row.initiative);
    CHECK(row.initiative->data.title == "Góc đọc sách của lớp");
    CHECK(row.initiative->data.field == "Tiếng Việt");
}

TEST_CASE("after the deadline a reason is asked for in place, and the line says so")
{
    Bench bench(2022, Date(2022, 10, 9));
    auto* page = bench.show<RegistrationsPage>("registrations");
    CHECK(page->summaryLabel()->text().contains(QStringLiteral("đã qua 4 ngày")));
    const auto id = bench.firstWith(kNone);
    bench.table()->setCurrentId(id);
    auto* reason = bench.find<QPlainTextEdit>("lateReason");
    REQUIRE(reason);
    bench.find<QCheckBox>("honour.lao-dong-tien-tien")->click();
    bench.click("registrationSave");
    CHECK(bench.registration(id).status == kNone);
    CHECK_FALSE(dynamic_cast<FormField*>(reason->parentWidget())->error().isEmpty());
    bench.type("lateReason", QStringLiteral("Nghỉ phép đến 08/10"));
    bench.click("registrationSave");
    CHECK(bench.registration(id).registration.late);
    CHECK(statusCell(bench.registration(id)).text.contains(QStringLiteral("muộn")));
}

TEST_CASE("withdrawing names the person, needs a reason, and can be undone")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    const auto id = bench.firstWith(services::RegistrationStatus::Complete);
    bench.table()->setCurrentId(id);
    bench.table()->view()->setFocus();
    bench.press(Qt::Key_Delete);
    auto* dialog = bench.find<QDialog>("withdrawDialog");
    REQUIRE(dialog);
    CHECK(dialog->windowTitle().contains(toQ(bench.registration(id).name)));
    bench.click("withdrawDialog.verb");
    REQUIRE(bench.find<QDialog>("withdrawDialog"));
    CHECK(bench.words().contains(QStringLiteral("Xin ghi lý do")));
    bench.type("withdrawDialog.field", QStringLiteral("Chuyển công tác"));
    QTest::keyClick(dialog->findChild<QLineEdit*>(QStringLiteral("withdrawDialog.field")), Qt::Key_Return);
    bench.settle();
    CHECK_FALSE(bench.find<QDialog>("withdrawDialog"));
    CHECK(bench.registration(id).status == kNone);
    bench.window->runner().run([&] { return bench.file->undo(); });
    CHECK(bench.registration(id).status == services::RegistrationStatus::Complete);
}

TEST_CASE("handing in freezes the list, which stays readable as on its day")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    bench.act("registrations.hand-in");
    REQUIRE(bench.find<QDialog>("handInDialog"));
    CHECK_FALSE(bench.find<QLineEdit>("handInDialog.field")->text().isEmpty());
    bench.click("handInDialog.verb");
    const auto lists = services::RegistrationService(*bench.file).handedIn(bench.yearId());
    REQUIRE(lists);
    REQUIRE(lists->size() == 1);
    CHECK(bench.words().contains(QStringLiteral("Các bảng đã nộp")));
    bench.click(qPrintable(QStringLiteral("handedIn.%1").arg(lists->front().id.value())));
    CHECK(bench.previews.size() == 1);
    bench.act("registrations.print");
    CHECK(bench.previews.size() == 2);
}

TEST_CASE("a closed year shows and prints, and says why nothing else goes")
{
    Bench bench(2021, Date(2022, 9, 26), true);
    auto* page = bench.show<RegistrationsPage>("registrations");
    CHECK(bench.board().registered == 24);
    CHECK_FALSE(page->messages().isEmpty());
    for (const char* id : {"registrations.add", "registrations.hand-in", "registrations.withdraw"}) {
        INFO(id);
        CHECK_FALSE(bench.can(id));
        CHECK(bench.window->actions().find(QString::fromLatin1(id))->toolTip().contains(QStringLiteral("khóa")));
    }
    bench.act("registrations.print");
    CHECK(bench.previews.size() == 1);
    bench.show<YearRecordsPage>("year-records");
    CHECK_FALSE(bench.can("year-records.no-discipline"));
    bench.show<InitiativesPage>("initiatives");
    CHECK_FALSE(bench.can("initiatives.add"));
}

TEST_CASE("the quota strip counts against targets and law, and shortens what does not fit")
{
    services::RegistrationBoard board;
    board.targets = {{"Lao động tiên tiến – chỉ tiêu", 24, 24, "32 người"}, {"Chiến sĩ thi đua cơ sở – chỉ tiêu", 3, 4, ""}};
    board.quotas = {{"of", "CSTĐCS – hạn mức", 4, 3, false, "15 % của 24", "khoản 2 Điều 9", true}, {"managers", "Trong đó quản lý", 1, 1, true, "", "", true}};
    const ShortNames names{{QStringLiteral("Lao động tiên tiến"), QStringLiteral("LĐTT")}, {QStringLiteral("Chiến sĩ thi đua cơ sở"), QStringLiteral("CSTĐCS")}};
    const auto wide = quotaLines(board, names, 2400);
    REQUIRE(wide.states.size() == 3);
    CHECK(wide.states[0].words == QStringLiteral("24 / 24 — đạt chỉ tiêu (32 người)"));
    CHECK(wide.states[1].words == QStringLiteral("3 / 4 — còn 1"));
    CHECK(wide.states[2].words == QStringLiteral("4 / 3 — vượt 1 (15 % của 24)"));
    CHECK(wide.states[2].tone() == Tone::Bad);
    CHECK(wide.tips[2].contains(QStringLiteral("khoản 2 Điều 9")));
    const auto narrow = quotaLines(board, names, 900);
    CHECK(narrow.states[0].label == QStringLiteral("LĐTT – chỉ tiêu"));
    CHECK(narrow.states[2].words == QStringLiteral("4 / 3 — vượt 1"));
}

TEST_CASE("every field of these pages has a name for tests and for screen readers, and no label is cut")
{
    for (const QSize size : {QSize(1366, 768), QSize(1024, 700)}) {
        Bench bench;
        bench.window->resize(size);
        for (const char* id : {"registrations", "year-records", "initiatives"}) {
            REQUIRE(bench.window->showPage(QString::fromLatin1(id)));
            bench.press(Qt::Key_N, Qt::ControlModifier);
            INFO(id << ' ' << size.width());
            for (auto* widget : bench.window->currentPage()->findChildren<QWidget*>()) {
                if (!widget->isVisible())
                    continue;
                INFO(widget->metaObject()->className() << ' ' << widget->objectName().toStdString());
                if (widget->focusPolicy() != Qt::NoFocus && !qobject_cast<QAbstractScrollArea*>(widget->parentWidget()))
                    CHECK_FALSE(widget->accessibleName().isEmpty());
                if (auto* label = qobject_cast<QLabel*>(widget); label && !label->text().isEmpty()) {
                    INFO(label->text().toStdString());
                    if (label->wordWrap())
                        CHECK(label->heightForWidth(label->width()) <= label->height() + 1);
                    else
                        CHECK(label->sizeHint().width() <= label->width() + 1);
                }
            }
        }
    }
}

TEST_CASE("a post is shortened by words, not cut")
{
    CHECK(briefPost("Tổ trưởng chuyên môn, Tổ 1") == QStringLiteral("TTCM, Tổ 1"));
    CHECK(briefPost("Giáo viên chủ nhiệm 1A") == QStringLiteral("GVCN 1A"));
    CHECK(briefPost("Tổ trưởng Văn phòng") == QStringLiteral("Tổ trưởng Văn phòng"));
}

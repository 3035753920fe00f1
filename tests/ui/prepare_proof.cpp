// SPDX-License-Identifier: GPL-3.0-or-later
// Soát lỗi: a draft is read through at the keyboard, its words put right one by one; a file from elsewhere is only read.
#include "support/catch.h"

#include "services/prepare/plan_service.h"
#include "support/jobs.h"
#include "support/sample_file.h"
#include "ui/pages/kit/proof_dialog.h"
#include "ui/pages/plans/plan_editor.h"
#include "ui/pages/plans/plans_page.h"
#include "ui/pages/prepare/prepare_pages.h"
#include "ui/window_bench.h"

#include <QClipboard>
#include <QFile>
#include <QListWidget>
#include <QTabWidget>
#include <QTimer>

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::prepare;

namespace {

struct ProofBench : test::WindowBench {
    ProofBench() : WindowBench(Date(2022, 9, 20))
    {
        openFile(test::sampleFile(Date(2022, 9, 20)));
        services::PlanService plans(*file);
        const auto year = services::SchoolService(*file).yearOf(SchoolYear(2022)).value().id;
        const auto old = plans.plans(year).value().front();
        id = old.id;
        const auto detail = plans.plan(id).value();
        services::PlanDraft draft{detail.plan.data, detail.bases, {}, detail.recipients};
        draft.sections = {{domain::PlanId(0), 0, domain::SectionRole::Content, "I.", "Mục đích", "Nhà trường tô chức hội thi.\nNâng cao chất lượng gỉang dạy.\nLao động tiên tiến 24/32 đồng chí (đạt 70%)."}};
        REQUIRE(plans.editPlan(id, draft, old.version));
        openWindow(addPreparePages, 2022);
    }
    std::string body() { return services::PlanService(*file).plan(id)->sections.front().body; }
    /// Opens the dialog by a verb; `work` uses it once it has read the text.
    void proof(const QString& verb, const std::function<void(ProofDialog&)>& work)
    {
        open(QStringLiteral("plans"));
        bool came = false;
        QTimer::singleShot(0, [&] {
            auto* dialog = qobject_cast<ProofDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            came = true;
            QApplication::setActiveWindow(dialog);
            test::waitForJobs(*dialog);
            work(*dialog);
            if (dialog->isVisible())
                dialog->reject();
        });
        act(verb);
        REQUIRE(came);
    }
    static QString quote(ProofDialog& dialog)
    {
        const auto* item = dialog.findChild<QListWidget*>(QStringLiteral("proofList"))->currentItem();
        return item ? item->text().section(QLatin1Char('\n'), 0, 0) : QString();
    }
    static void key(ProofDialog& dialog, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        auto* list = dialog.findChild<QListWidget*>(QStringLiteral("proofList"));
        QTest::keyClick(list, key, modifiers);
        test::waitForJobs(dialog);
    }
    static bool can(ProofDialog& dialog, const char* button) { return dialog.findChild<QPushButton*>(QLatin1String(button))->isEnabled(); }
    domain::PlanId id{0};
};

}

TEST_CASE("a draft's words are put right by Enter, undone, passed over and led to, without the mouse")
{
    ProofBench bench;
    bench.proof(QStringLiteral("plans.proofread"), [&](ProofDialog& dialog) {
        REQUIRE(dialog.findings().size() == 3);
        CHECK(bench.quote(dialog) == QStringLiteral("“tô chức”"));
        CHECK(bench.words(&dialog).contains(QStringLiteral("3 chỗ cần xem lại")));
        CHECK(bench.words(&dialog).contains(QStringLiteral("tổ chức")));
        CHECK(bench.nameless(&dialog).isEmpty());
        if (const auto folder = qEnvironmentVariable("THIDUA_PICTURES"); !folder.isEmpty())
            dialog.grab().save(folder + QStringLiteral("/proofread.png"));
        bench.key(dialog, Qt::Key_Return);
        CHECK(bench.body().starts_with("Nhà trường tổ chức"));
        CHECK(dialog.findings().size() == 2);
        bench.key(dialog, Qt::Key_Z, Qt::ControlModifier);
        CHECK(bench.body().starts_with("Nhà trường tô chức"));
        REQUIRE(dialog.findings().size() == 3);
        bench.key(dialog, Qt::Key_F3);
        CHECK(bench.quote(dialog) == QStringLiteral("“gỉang”"));
        bench.key(dialog, Qt::Key_Delete);
        CHECK(dialog.findings().size() == 2);
        CHECK(bench.words(&dialog).contains(QStringLiteral("Đã bỏ qua 1 chỗ")));
        CHECK(bench.quote(dialog) == QStringLiteral("“24/32”"));
        CHECK_FALSE(bench.can(dialog, "proofAccept"));
        CHECK(bench.can(dialog, "proofGo"));
        bench.key(dialog, Qt::Key_F3, Qt::ShiftModifier);
        CHECK(bench.quote(dialog) == QStringLiteral("“tô chức”"));
    });
    // What was passed over is not asked again, and the way to what is left ends in the editor.
    bench.proof(QStringLiteral("plans.proofread"), [&](ProofDialog& dialog) {
        REQUIRE(dialog.findings().size() == 2);
        bench.key(dialog, Qt::Key_F3);
        bench.key(dialog, Qt::Key_F2);
    });
    auto* page = bench.show<PlansPage>(QStringLiteral("plans"));
    REQUIRE(page->isEditing());
    CHECK(page->editor()->tabs()->tabText(page->editor()->tab()).contains(QStringLiteral("Nội dung")));
    CHECK(bench.words(page).contains(QStringLiteral("24/32")));
}

TEST_CASE("a draft without faults says what was looked at")
{
    ProofBench bench;
    services::PlanService plans(*bench.file);
    const auto detail = plans.plan(bench.id).value();
    services::PlanDraft draft{detail.plan.data, detail.bases, detail.sections, detail.recipients};
    draft.sections[0].body = "Nhà trường tổ chức hội thi.";
    REQUIRE(plans.editPlan(bench.id, draft, detail.plan.version));
    bench.window->reloadAll();
    bench.proof(QStringLiteral("plans.proofread"), [&](ProofDialog& dialog) {
        CHECK(dialog.findings().empty());
        CHECK(dialog.findChild<QWidget*>(QStringLiteral("proofNothing"))->isVisible());
        CHECK(bench.words(&dialog).contains(QStringLiteral("Không thấy lỗi nào")));
        CHECK_FALSE(bench.can(dialog, "proofAccept"));
        CHECK_FALSE(bench.can(dialog, "proofPass"));
    });
}

TEST_CASE("a text written elsewhere is read, its suggestions copied and nothing is written")
{
    ProofBench bench;
    const auto path = bench.dir.filePath(QStringLiteral("ke-hoach.txt"));
    QFile text(path);
    REQUIRE(text.open(QIODevice::WriteOnly));
    text.write("KẾ HOẠCH\nThực hiện Nghị quyết số 29/NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương;\n");
    text.close();
    const int writes = bench.file->writesSoFar();
    bench.prompter.answer(path);
    bench.proof(QStringLiteral("plans.proofread-file"), [&](ProofDialog& dialog) {
        REQUIRE(dialog.findings().size() == 1);
        CHECK(dialog.findChild<QPushButton*>(QStringLiteral("proofGo")) == nullptr);
        bench.key(dialog, Qt::Key_Return);
        CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("29-NQ/TW"));
        CHECK(dialog.isVisible());
    });
    CHECK(bench.file->writesSoFar() == writes);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a nomination, seen and entered in its panel: dossier, attachments, opinions, report; sent back; a lower title.
#include "services/attachments/attachment_service.h"
#include "services/review/council_service.h"
#include "services/review/dossier_service.h"
#include "services/review/nomination_service.h"
#include "services/review/report_service.h"
#include "support/sample_file.h"
#include "ui/pages/kit/attachments_view.h"
#include "ui/pages/review/review_pages.h"
#include "ui/window_bench.h"

#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>

#include <fstream>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct DossierBench : test::WindowBench {
    DossierBench() : WindowBench(Date(2023, 5, 20))
    {
        openFile(test::sampleFile(Date(2023, 5, 20)));
        REQUIRE(services::NominationService(*file).nominate(services::SchoolService(*file).yearOf(SchoolYear(2022))->id, clock.today()));
        openWindow([](MainWindow& main, SchoolContext& shared) { addReviewPages(main, shared); }, 2022, false, QStringLiteral("nominations"));
        for (const auto& row : board().rows)
            if (row.nomination.honour == "chien-si-thi-dua-co-so" && row.nomination.subject.person)
                id = row.id;
        REQUIRE(page().openRecord(domain::EntityKind::Nomination, id.value()));
        settle();
    }
    services::NominationBoard board() { return *services::NominationService(*file).board(yearId(2022)); }
    services::NominationRow row()
    {
        const auto all = board();
        return *std::ranges::find(all.rows, id, &services::NominationRow::id);
    }
    services::Dossier dossier() { return *services::DossierService(*file).dossier(id); }
    QDialog& dialog(const char* name)
    {
        settle();
        auto* found = window->findChild<QDialog*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found);
        return *found;
    }
    QString pdf(const QString& name)
    {
        QFile made(beside(name));
        REQUIRE(made.open(QIODevice::WriteOnly));
        made.write("%PDF-1.4 " + name.toUtf8());
        return made.fileName();
    }
    QString beside(const QString& name) { return dir.filePath(name); }
    void picture(QWidget& part, const char* name)
    {
        settle();
        if (const auto folder = qEnvironmentVariable("THIDUA_PICTURES"); !folder.isEmpty())
            part.grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
    }

    domain::NominationId id{0};
};

}

TEST_CASE("The panel of a nomination shows its dossier part by part, and what came on paper is ticked")
{
    DossierBench f;
    CHECK(f.panelWords().contains(QStringLiteral("Báo cáo thành tích")));
    CHECK(f.panelWords().contains(QStringLiteral("thiếu 2/4")));
    f.click(QStringLiteral("part-paper-achievement-report"));
    CHECK(f.panelWords().contains(QStringLiteral("đã nhận bản giấy ngày 20/05/2023")));
    CHECK(f.row().dossierMissing == 1);
    f.picture(*f.window, "nominations");
    f.picture(*f.page().findChild<QWidget*>(QStringLiteral("nomination-dossier")), "dossier");
    f.click(QStringLiteral("part-paper-achievement-report"));
    CHECK(f.row().dossierMissing == 2);
    f.undo();
    CHECK(f.row().dossierMissing == 1);
    CHECK(test::WindowBench::nameless(f.page().findChild<QWidget*>(QStringLiteral("nomination-dossier"))).isEmpty());
}

TEST_CASE("A file is attached to a part, opened for reading, saved elsewhere and taken off")
{
    DossierBench f;
    f.prompter.answer(f.pdf(QStringLiteral("Chứng nhận.pdf")));
    auto* part = f.page().findChild<QWidget*>(QStringLiteral("attachments-initiative-certificate"));
    REQUIRE(part);
    part->findChild<QPushButton*>(QStringLiteral("attachment-add"))->click();
    f.settle();
    const auto files = services::AttachmentService(*f.file).of(domain::AttachmentOwner::of(f.id)).value();
    REQUIRE(files.size() == 1);
    CHECK(files.front().attachment.part == "initiative-certificate");
    CHECK(f.panelWords().contains(QStringLiteral("Chứng nhận.pdf")));
    f.picture(*f.page().findChild<QWidget*>(QStringLiteral("nomination-dossier")), "attached");
    QString opened;
    const auto usual = std::exchange(AttachmentsView::opener(), [&opened](const QString& path) { opened = path; });
    const QString number = QString::number(files.front().id.value());
    f.click(QStringLiteral("attachment-open-") + number);
    AttachmentsView::opener() = usual;
    QFile copy(opened);
    REQUIRE(copy.open(QIODevice::ReadOnly));
    CHECK(copy.readAll().startsWith("%PDF"));
    CHECK_FALSE(copy.permissions().testFlag(QFileDevice::WriteOwner));
    f.prompter.answer(f.beside(QStringLiteral("ra.pdf")));
    f.click(QStringLiteral("attachment-save-") + number);
    CHECK(QFile::exists(f.beside(QStringLiteral("ra.pdf"))));
    f.prompter.answer(true);
    f.click(QStringLiteral("attachment-remove-") + number);
    CHECK(services::AttachmentService(*f.file).of(domain::AttachmentOwner::of(f.id)).value().empty());
    // What is no proof is told on the page and changes nothing.
    QFile empty(f.beside(QStringLiteral("rỗng.pdf")));
    REQUIRE(empty.open(QIODevice::WriteOnly));
    empty.close();
    f.prompter.answer(empty.fileName());
    f.page().findChild<QWidget*>(QStringLiteral("attachments-initiative-certificate"))->findChild<QPushButton*>(QStringLiteral("attachment-add"))->click();
    f.settle();
    CHECK(f.words().contains(QStringLiteral("Tệp “rỗng.pdf” rỗng")));
}

TEST_CASE("Files dropped onto the list of attachments are added in one step")
{
    DossierBench f;
    auto* list = f.page().findChild<AttachmentsView*>(QStringLiteral("attachments"));
    REQUIRE(list);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(f.pdf(QStringLiteral("a.pdf"))), QUrl::fromLocalFile(f.pdf(QStringLiteral("b.pdf")))});
    QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list, &enter); // Qt drops on what was entered
    QDropEvent drop(QPointF(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list, &drop);
    f.settle();
    REQUIRE(f.dossier().otherFiles.size() == 2);
    f.undo();
    CHECK(f.dossier().otherFiles.empty());
}

TEST_CASE("An opinion is entered in a dialog that says what is missing beside its field")
{
    DossierBench f;
    f.click(QStringLiteral("opinion-union"));
    auto& dialog = f.dialog("opinionDialog");
    dialog.findChild<ChoiceField*>(QStringLiteral("opinion-stance"))->setValue("against");
    dialog.findChild<QPushButton*>(QStringLiteral("opinionDialogSave"))->click();
    f.settle();
    CHECK(f.words(&dialog).contains(QStringLiteral("Xin ghi người ký ý kiến.")));
    f.picture(dialog, "opinion");
    dialog.findChild<LineField*>(QStringLiteral("opinion-signer"))->setValue("Phan Văn Bình");
    dialog.findChild<TextField*>(QStringLiteral("opinion-content"))->setValue("Còn chậm hồ sơ");
    dialog.findChild<QPushButton*>(QStringLiteral("opinionDialogSave"))->click();
    f.settle();
    REQUIRE(f.dossier().opinions.size() == 1);
    CHECK(f.dossier().opinions.front().opinion.body == domain::OpinionBody::Union);
    CHECK(f.panelWords().contains(QStringLiteral("không đồng ý (Phan Văn Bình ký ngày 20/05/2023)")));
    f.prompter.answer(true);
    f.click(QStringLiteral("opinion-remove-union"));
    CHECK(f.dossier().opinions.empty());
}

TEST_CASE("A nomination is sent back with what to correct, and sent again from its panel")
{
    DossierBench f;
    f.act(QStringLiteral("nominations.sendBack"));
    auto& dialog = f.dialog("sendBackDialog");
    dialog.findChild<CheckField*>(QStringLiteral("correct-report"))->setChecked(true);
    f.picture(dialog, "send-back");
    dialog.findChild<TextField*>(QStringLiteral("sendback-reason"))->setValue("Báo cáo thiếu số liệu");
    dialog.findChild<QPushButton*>(QStringLiteral("sendBackDialogSave"))->click();
    f.settle();
    CHECK(f.row().nomination.state == domain::NominationState::ForCorrection);
    CHECK(f.panelWords().contains(QStringLiteral("Báo cáo thiếu số liệu")));
    f.picture(*f.window, "sent-back");
    CHECK_FALSE(f.part<QPushButton>(QStringLiteral("part-paper-achievement-report")).isEnabled());
    CHECK_FALSE(f.can(QStringLiteral("nominations.override")));
    f.click(QStringLiteral("nominations.sendAgain"));
    CHECK(f.row().nomination.state == domain::NominationState::Proposed);
}

TEST_CASE("The report of achievements is offered, changed, written and shown on paper")
{
    DossierBench f;
    f.click(QStringLiteral("report-open"));
    auto& dialog = f.dialog("reportDialog");
    auto* text = dialog.findChild<TextField*>(QStringLiteral("report-achievements"));
    CHECK_FALSE(text->isBlank());
    f.picture(dialog, "report");
    text->setValue(text->value() + "\nDạy giỏi cấp trường");
    dialog.findChild<QPushButton*>(QStringLiteral("report-print"))->click();
    f.settle();
    CHECK(services::ReportService(*f.file).report(f.id).value().achievements.ends_with("Dạy giỏi cấp trường"));
    REQUIRE(f.previews.size() == 1);
    CHECK(f.previews.front().name.startsWith(QStringLiteral("Báo cáo thành tích")));
    CHECK(f.row().dossierMissing == 1);
}

TEST_CASE("Rows that lack papers are shown by themselves")
{
    DossierBench f;
    auto& views = f.part<SegmentBar>(QStringLiteral("nominations-view"));
    emit views.chosen(QStringLiteral("dossier"));
    f.settle();
    const auto all = f.board();
    const auto lacking = std::ranges::count_if(all.rows, [](const auto& row) { return row.dossierMissing > 0; });
    CHECK(f.table()->shownIds().size() == lacking);
    CHECK(lacking > 0);
}

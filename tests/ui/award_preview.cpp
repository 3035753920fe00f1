// SPDX-License-Identifier: GPL-3.0-or-later
// A paper of many pages is saved and printed beside its window, and can be stopped; what is to be asked about it stands beside it.
#include "documents/builders/paper.h"
#include "support/catch.h"
#include "support/jobs.h"
#include "ui/print/page_view.h"
#include "ui/print/preview_dialog.h"
#include "ui/shell/job.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QLabel>
#include <QPrinter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace thidua;
using namespace thidua::ui;

namespace {

documents::Document paperOf(int paragraphs)
{
    documents::Document paper;
    paper.title = "Danh sách dài";
    paper.parts.emplace_back();
    const std::string words = "Tập thể, cá nhân có tên trong danh sách được khen thưởng theo quy định hiện hành của pháp luật về thi đua, khen thưởng.";
    for (int i = 0; i < paragraphs; ++i)
        paper.parts.back().blocks.push_back(documents::Paragraph{{{words}}});
    return paper;
}

struct AwardPreviewFixture {
    QTemporaryDir scratch;
    QSettings settings{scratch.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    MainWindow window{prompter, settings};
    std::vector<std::string> formats{"pdf", "docx", "html"};

    QString target(const char* name) { return scratch.filePath(QString::fromLatin1(name)); }
    static void finish(PreviewDialog& dialog)
    {
        for (int i = 0; i < 600 && dialog.job() != nullptr; ++i)
            QTest::qWait(10);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

}

TEST_CASE_METHOD(AwardPreviewFixture, "many pages are saved beside the window, with their number and a way to stop")
{
    PreviewDialog dialog(&window, prompter, paperOf(400), QStringLiteral("dai"), formats, &window.shell());
    dialog.show();
    REQUIRE(dialog.pageView().pageCount() > 12);
    for (const char* ending : {"pdf", "docx", "html"}) {
        INFO(ending);
        prompter.answer(target("dai"));
        CHECK_FALSE(dialog.save(ending)); // not yet
        REQUIRE(dialog.job() != nullptr);
        CHECK(dialog.findChild<QWidget*>(QStringLiteral("previewWork"))->isVisible());
        finish(dialog);
        CHECK_FALSE(dialog.findChild<QWidget*>(QStringLiteral("previewWork"))->isVisible());
        CHECK(QFileInfo(target("dai") + QLatin1Char('.') + QString::fromLatin1(ending)).size() > 1000);
        CHECK(dialog.messages().bars().back()->message().tone == Tone::Ok);
    }
    prompter.answer(target("khong-co/dai.pdf"));
    dialog.save("pdf");
    finish(dialog);
    CHECK(dialog.messages().bars().back()->message().tone == Tone::Bad);
}

TEST_CASE_METHOD(AwardPreviewFixture, "what is stopped, or closed before it ends, leaves no file")
{
    auto dialog = std::make_unique<PreviewDialog>(&window, prompter, paperOf(900), QStringLiteral("dai"), formats, &window.shell());
    dialog->show();
    prompter.answer(target("dung.pdf"));
    dialog->save("pdf");
    REQUIRE(dialog->job() != nullptr);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("previewStop")), Qt::LeftButton);
    finish(*dialog);
    CHECK_FALSE(QFileInfo::exists(target("dung.pdf")));
    CHECK(dialog->messages().isEmpty());
    prompter.answer(target("dong.pdf"));
    dialog->save("pdf");
    dialog.reset();
    CHECK_FALSE(QFileInfo::exists(target("dong.pdf")));
    CHECK(QDir(scratch.path()).entryList({QStringLiteral("*.pdf*"), QStringLiteral(".*")}, QDir::Files | QDir::Hidden).isEmpty());
}

TEST_CASE_METHOD(AwardPreviewFixture, "many pages go to the printer one by one")
{
    PreviewDialog dialog(&window, prompter, paperOf(400), QStringLiteral("dai"), formats, &window.shell());
    dialog.show();
    const auto printer = [this](const char* name) {
        auto to = std::make_unique<QPrinter>(QPrinter::HighResolution);
        to->setOutputFormat(QPrinter::PdfFormat);
        to->setOutputFileName(target(name));
        return to;
    };
    dialog.printTo(printer("in.pdf"));
    REQUIRE(dialog.job() != nullptr);
    finish(dialog);
    CHECK(QFileInfo(target("in.pdf")).size() > 1000);
    CHECK(dialog.messages().isEmpty());
    // A page at the most, and then no more.
    dialog.printTo(printer("thoi.pdf"));
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("previewStop")), Qt::LeftButton);
    finish(dialog);
    CHECK(dialog.job() == nullptr);
    CHECK(dialog.messages().isEmpty());
}

TEST_CASE_METHOD(AwardPreviewFixture, "what is to be asked about a paper stands beside it")
{
    const std::vector<std::string> notes{"Căn cứ 29/2023/TT-BGDĐT hết hiệu lực sau ngày 01/4/2026; được thay bằng 07/2026/TT-BGDĐT."};
    PreviewDialog dialog(&window, prompter, paperOf(1), QStringLiteral("a"), formats, &window.shell(), notes);
    dialog.show();
    QStringList words;
    for (const auto* label : dialog.findChild<QWidget*>(QStringLiteral("previewSide"))->findChildren<QLabel*>())
        words << label->text();
    CHECK(words.join(QLatin1Char('\n')).contains(QStringLiteral("được thay bằng 07/2026")));
}

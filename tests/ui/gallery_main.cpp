// SPDX-License-Identifier: GPL-3.0-or-later
// Shows every state of the toolkit. `ui_gallery --grab FOLDER` writes pictures of each page, light and dark, and ends.
#include "gallery_pages.h"

#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

using namespace thidua::ui;

namespace {

void settle()
{
    for (int i = 0; i < 6; ++i)
        QApplication::processEvents();
}

void grabAll(const QDir& folder, QSettings& settings, const QString& tag, QSize size)
{
    FakePrompter prompter;
    MainWindow window(prompter, settings);
    fillWindow(window);
    window.resize(size);
    window.show();
    window.setSchoolYear(thidua::SchoolYear(2021), false);
    for (const QString& page : {QStringLiteral("home"), QStringLiteral("registrations"), QStringLiteral("scores"), QStringLiteral("initiatives"), QStringLiteral("nominations")}) {
        window.showPage(page);
        settle();
        window.grab().save(folder.filePath(QStringLiteral("%1-%2.png").arg(page, tag)));
    }
    window.showPage(QStringLiteral("registrations"));
    window.palette().start();
    window.topBar().search()->setText(QStringLiteral("th"));
    settle();
    window.grab().save(folder.filePath(QStringLiteral("palette-%1.png").arg(tag)));
    window.topBar().setYears({{thidua::SchoolYear(2021), false}, {thidua::SchoolYear(2020), true}}, thidua::SchoolYear(2020));
    window.status().beginWork(QObject::tr("Đang tạo PDF 61 giấy khen: 24 / 61"), 61);
    window.status().stepWork(24, 61, QObject::tr("Đang tạo PDF 61 giấy khen: 24 / 61"));
    window.showPage(QStringLiteral("plan"));
    window.navigation().setCurrent(QStringLiteral("plan"));
    settle();
    if (auto* field = window.currentPage()->findChild<QWidget*>(QStringLiteral("typing")))
        field->setFocus();
    settle();
    window.grab().save(folder.filePath(QStringLiteral("states-%1.png").arg(tag)));
}

/// The program's own questions, grabbed while they are open.
void grabQuestion(const QDir& folder)
{
    QTimer::singleShot(200, qApp, [folder] {
        if (auto* dialog = QApplication::activeModalWidget()) {
            dialog->grab().save(folder.filePath(QStringLiteral("question-light.png")));
            dialog->close();
        }
    });
    DialogPrompter prompter(nullptr);
    prompter.confirm({QObject::tr("Hủy đăng ký CSTĐ cơ sở của Hoàng Thị Bích Liên?"), QObject::tr("Đăng ký LĐTT giữ nguyên."), QObject::tr("Hủy đăng ký"),
                      QObject::tr("Giữ lại"), true});
}

}

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("grab"), QStringLiteral("write pictures to this folder"), QStringLiteral("folder")});
    parser.addOption({QStringLiteral("dark"), QStringLiteral("dark colours")});
    parser.addHelpOption();
    parser.process(app);
    QTemporaryDir scratch;
    QSettings settings(scratch.filePath(QStringLiteral("gallery.ini")), QSettings::IniFormat);
    if (parser.isSet(QStringLiteral("grab"))) {
        const QDir folder(parser.value(QStringLiteral("grab")));
        folder.mkpath(QStringLiteral("."));
        Theme::apply(app, Scheme::Light);
        grabAll(folder, settings, QStringLiteral("light"), {1366, 768});
        grabQuestion(folder);
        grabAll(folder, settings, QStringLiteral("small"), {1024, 700});
        Theme::apply(app, Scheme::Dark);
        grabAll(folder, settings, QStringLiteral("dark"), {1366, 768});
        Theme::apply(app, Scheme::Light, 1.5);
        grabAll(folder, settings, QStringLiteral("large"), {1920, 1080});
        return 0;
    }
    Theme::apply(app, parser.isSet(QStringLiteral("dark")) ? Scheme::Dark : Scheme::Light);
    FakePrompter prompter;
    MainWindow window(prompter, settings);
    fillWindow(window);
    window.restore();
    window.show();
    return QApplication::exec();
}

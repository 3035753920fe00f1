// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/application.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTranslator>

#include <spdlog/spdlog.h>

namespace thidua::ui {

Application::Application(int& argc, char** argv) : QApplication(argc, argv)
{
    setApplicationName(QStringLiteral("Thi Đua"));
    setOrganizationName(QStringLiteral("ThiDua"));
    setDesktopFileName(QStringLiteral("thidua"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/app-256.svg")));
    QLocale::setDefault(QLocale(QLocale::Vietnamese, QLocale::Vietnam));
    // Debian ships no qtbase_vi: Qt's own buttons and menus come from ours.
    auto* translator = new QTranslator(this);
    if (translator->load(QStringLiteral(":/i18n/qtbase_vi.qm")))
        installTranslator(translator);
    else
        spdlog::error("qtbase_vi.qm is missing from the program");
}

void Application::applyLook(QSettings& settings)
{
    const auto scheme = settings.value(QStringLiteral("appearance/scheme"), QStringLiteral("light")).toString();
    const double factor = settings.value(QStringLiteral("appearance/scale"), 100).toInt() / 100.0;
    Theme::apply(*this, scheme == QLatin1String("dark") ? Scheme::Dark : Scheme::Light, factor);
}

bool Application::notify(QObject* receiver, QEvent* event)
{
    QString details;
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception& error) {
        details = QString::fromUtf8(error.what());
    } catch (...) {
        details = QStringLiteral("unknown exception");
    }
    spdlog::error("uncaught: {}", details.toStdString());
    QMessageBox box(QMessageBox::Warning, tr("Lỗi nội bộ"),
                    tr("Chương trình gặp lỗi bên trong ở việc vừa làm; dữ liệu vẫn như trước việc đó. Xin thử lại; nếu còn gặp, chép chi tiết gửi người hỗ trợ."));
    auto* copy = box.addButton(tr("Chép chi tiết"), QMessageBox::ActionRole);
    box.addButton(tr("Tiếp tục làm việc"), QMessageBox::AcceptRole);
    box.exec();
    if (box.clickedButton() == copy)
        clipboard()->setText(details);
    return false;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/rules_ahead.h"
#include "ui/app/application.h"
#include "ui/app/program.h"

#include <cstdio>

namespace {

/// Without a display Qt would end with a message of its own in English.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

}

int main(int argc, char** argv)
{
    using namespace thidua::ui;
    if (!hasDisplay()) {
        // Without a display there is no application, so no translation either; the text is found all the same.
        std::fputs(qPrintable(QCoreApplication::translate("main", "Máy này không có màn hình để mở cửa sổ; xin dùng các lệnh không cần màn hình: "
                                                                  "thidua-cli --help.") + QLatin1Char('\n')), stderr);
        return 3;
    }
    const thidua::services::RulesAhead rules;
    Application application(argc, argv);
    const auto options = readOptions(QCoreApplication::arguments());
    if (!options)
        return application.arguments().contains(QStringLiteral("--help")) || application.arguments().contains(QStringLiteral("-h")) ? 0 : 2;
    QSettings settings;
    if (options->dark)
        settings.setValue(QStringLiteral("appearance/scheme"), QStringLiteral("dark"));
    application.applyLook(settings);
    Program program(*options, settings);
    if (!program.start())
        return 0;
    return QApplication::exec();
}

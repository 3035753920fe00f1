// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt_application.h"

#include <QGuiApplication>

namespace thidua::tests {

void startQt()
{
    static int count = 1;
    static char name[] = "render_tests";
    static char* arguments[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Never destroyed: at the program's end the fonts it would let go of are gone already.
    static const auto* application = new QGuiApplication(count, arguments);
    Q_UNUSED(application);
}

}

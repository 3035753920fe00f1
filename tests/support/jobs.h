// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/job.h"

#include <QTest>
#include <QWidget>

namespace thidua::test {

/// Lets the window go on until no job runs in it any more.
inline bool waitForJobs(const QWidget& window, int milliseconds = 60'000)
{
    const bool ended = QTest::qWaitFor([&window] { return window.findChild<ui::Job*>() == nullptr; }, milliseconds);
    QCoreApplication::processEvents();
    return ended;
}

}

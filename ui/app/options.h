// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace thidua::ui {

/// What `thidua` was started with: `thidua [FILE] [--sample NAME] [--page ID] [--today 2022-09-23] [--shot OUT.png --size 1366x768]`.
struct Options {
    QString file;
    QString sample;               ///< makes FILE from a sample school when it does not exist yet
    QString page;                 ///< the page to show first
    QString year;                 ///< the school year to show first
    std::optional<Date> today;    ///< a supposed date, for looking at a sample school as it stood on a day
    QString shot;                 ///< writes a picture of the window and ends
    QSize size{1366, 768};
    bool dark = false;
    int select = 0;               ///< with --shot: which row of the page's table to select, from 1
};

/// None after an error or --help has been written.
std::optional<Options> readOptions(const QStringList& arguments);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/path_words.h"

#include "base/path_text.h"

#include <QDir>

namespace thidua::ui {

std::filesystem::path toPath(const QString& text)
{
    return pathFrom(text.toStdString());
}

QString fromPath(const std::filesystem::path& path)
{
    return QString::fromStdString(pathText(path));
}

QString shownPath(const std::filesystem::path& path)
{
    return QDir::toNativeSeparators(fromPath(path));
}

}

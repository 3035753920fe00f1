// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit.h"

#include <map>

namespace thidua::ui {

/// Which sheet of a book is meant; only to be seen where there are several.
class SheetChoice final : public QWidget {
    Q_OBJECT
public:
    SheetChoice(const QString& name, QWidget* parent);
    /// `labels`: what a sheet is called where its name does not say it.
    void setSheets(const std::vector<std::string>& names, const std::string& current, bool opened, const std::map<std::string, QString>& labels = {});
signals:
    void chosen(const QString& sheet);

private:
    ChoiceField* m_sheet;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit.h"

namespace thidua::ui {

/// Which sheet of a book is meant; only to be seen where there are several.
class SheetChoice final : public QWidget {
    Q_OBJECT
public:
    SheetChoice(const QString& name, QWidget* parent);
    void setSheets(const std::vector<std::string>& names, const std::string& current, bool opened);
signals:
    void chosen(const QString& sheet);

private:
    ChoiceField* m_sheet;
};

}

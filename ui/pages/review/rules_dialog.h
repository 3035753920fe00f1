// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/kit/form_dialog.h"

namespace thidua::ui {

/// Quy chế hoạt động of a council that is being composed: its lines, with the usual ones to start from.
class RulesDialog final : public FormDialog {
    Q_OBJECT
public:
    RulesDialog(const std::string& rules, QWidget* parent);
signals:
    void written(const std::string& rules);

private:
    TextField* m_text;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/decision_service.h"
#include "ui/pages/kit/form_dialog.h"

namespace thidua::ui {

/// The list of a draft decision that gives awards: what each has done is changed, a name is taken out. Each change is written at once.
class AwardLinesDialog final : public FormDialog {
    Q_OBJECT
public:
    AwardLinesDialog(Shell& shell, services::SchoolFile& file, domain::DecisionId decision, QWidget* parent);

private:
    struct Row {
        domain::RowId id;
        domain::DecisionLine line;
    };
    void readAnew(std::optional<std::int64_t> chosen);
    void showChosen();
    void write();
    void drop();
    const Row* chosen() const;
    Shell& m_shell;
    services::SchoolFile& m_file;
    domain::DecisionId m_decision;
    RecordModel<Row> m_model;
    RecordTable* m_table;
    TextField* m_achievement;
    FormField* m_line;
};

}

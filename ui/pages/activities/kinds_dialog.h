// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/activity_service.h"
#include "ui/pages/kit/record_form.h"
#include "ui/shell/page.h"

#include <QDialog>

namespace thidua::ui::follow {

/// The kinds of activities of the school: a list, and the one chosen to be changed beside it. Each change is written at once.
class KindsDialog final : public QDialog {
    Q_OBJECT
public:
    KindsDialog(services::SchoolFile& file, Shell& shell, QWidget* parent);

private:
    void build();
    QWidget* buildList();
    QWidget* buildForm();
    void readKinds(std::optional<std::int64_t> choose);
    void choose();
    void startNew();
    void save();
    void remove();
    void takeUsual();
    using Row = services::Stored<domain::ActivityKind>;
    services::SchoolFile& m_file;
    Shell& m_shell;
    RecordModel<Row> m_model;
    RecordTable* m_table = nullptr;
    RecordForm<domain::ActivityKind>* m_form = nullptr;
    QWidget* m_name = nullptr;
    Label* m_title = nullptr;
    Label* m_error = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_usual = nullptr;
    std::optional<Row> m_current;
};

}

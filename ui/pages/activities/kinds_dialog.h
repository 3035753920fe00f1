// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/activity_service.h"
#include "ui/pages/kit/list_dialog.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui::follow {

/// The kinds of activities of the school.
class KindsDialog final : public ListDialog {
    Q_OBJECT
public:
    KindsDialog(services::SchoolFile& file, Shell& shell, QWidget* parent);

protected:
    void readRows() override;
    bool startEdit(std::int64_t id) override;
    void startNew() override;
    std::optional<std::int64_t> write() override;
    Question removal() const override;
    bool removeRow() override;

private:
    RecordTable* buildList();
    void declareFields();
    void takeUsual();
    using Row = services::Stored<domain::ActivityKind>;
    services::SchoolFile& m_file;
    RecordModel<Row> m_model;
    RecordForm<domain::ActivityKind>* m_form;
    QWidget* m_name = nullptr;
    QPushButton* m_usual = nullptr;
    std::optional<Row> m_current;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/group_service.h"
#include "ui/pages/kit/list_dialog.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui::prepare {

/// The named groups of a school year, whom ratios are counted against.
class GroupsDialog final : public ListDialog {
    Q_OBJECT
public:
    GroupsDialog(services::SchoolFile& file, domain::SchoolYearId year, Shell& shell, QWidget* parent);

protected:
    void readRows() override;
    bool startEdit(std::int64_t id) override;
    void startNew() override;
    std::optional<std::int64_t> write() override;
    Question removal() const override;
    bool removeRow() override;

private:
    RecordTable* buildList();
    QWidget* buildFields();
    void addPeople();
    void showBasis();
    using Row = services::GroupRow;
    services::SchoolFile& m_file;
    domain::SchoolYearId m_year;
    RecordModel<Row> m_model;
    RecordForm<services::GroupDraft>* m_form;
    QWidget* m_name = nullptr;
    FormField* m_picked = nullptr;
    Label* m_members = nullptr;
    std::optional<Row> m_current;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/group_service.h"
#include "ui/pages/kit/record_form.h"
#include "ui/shell/page.h"

#include <QDialog>

namespace thidua::ui {
class SubjectTicks;
}

namespace thidua::ui::prepare {

/// The named groups of a school year, whom ratios are counted against: a list, and the one chosen to be changed beside it. Each change is
/// written at once.
class GroupsDialog final : public QDialog {
    Q_OBJECT
public:
    GroupsDialog(services::SchoolFile& file, domain::SchoolYearId year, Shell& shell, QWidget* parent);

private:
    void build();
    QWidget* buildList();
    QWidget* buildForm();
    void offerPeople(SubjectTicks* ticks);
    void readGroups(std::optional<std::int64_t> choose);
    void choose();
    void startNew();
    void save();
    void remove();
    void showBasis();
    using Row = services::GroupRow;
    services::SchoolFile& m_file;
    domain::SchoolYearId m_year;
    Shell& m_shell;
    RecordModel<Row> m_model;
    RecordTable* m_table = nullptr;
    RecordForm<services::GroupDraft>* m_form = nullptr;
    QWidget* m_name = nullptr;
    FormField* m_picked = nullptr;
    Label* m_title = nullptr;
    Label* m_members = nullptr;
    Label* m_error = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_remove = nullptr;
    std::optional<Row> m_current;
};

}

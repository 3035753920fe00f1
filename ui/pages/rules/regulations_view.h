// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/regulation_service.h"
#include "ui/pages/school_page.h"
#include "ui/widgets/current_stack.h"

namespace thidua::ui::rules_page {

class RegulationForm;

/// What province, commune and school have set below the law: the list, and the form in its place.
class RegulationsView : public CurrentStack {
    Q_OBJECT
public:
    /// `add`, `edit`, `end` and `remove` are the page's actions, for the empty state and the rows' menu.
    struct Actions {
        QAction* add;
        QAction* edit;
        QAction* end;
        QAction* remove;
        QAction* pack;
    };
    RegulationsView(Shell& shell, SchoolContext& context, const Actions& actions, QWidget* parent = nullptr);
    void load();
    void startNew();
    void startConfirmation(const std::string& ruleSet, const QString& title, Date from);
    void editCurrent();
    void endCurrent();
    void removeCurrent();
    bool hasCurrent() const { return current() != nullptr; }
    bool isEditing() const;
    /// False keeps the person at a form with unsaved entries, after asking by verbs.
    bool leaveForm();
    int count() const { return static_cast<int>(m_model.rows().size()); }
    int inForce() const;
    QWidget* firstStop() const;
signals:
    void currentChanged();
    /// The form was opened or closed.
    void editingChanged();

private:
    using Row = services::RegulationRow;
    void setColumns();
    const Row* current() const;
    void showForm();
    void showList();
    Shell& m_shell;
    SchoolContext& m_context;
    RecordModel<Row> m_model;
    RecordTable* m_table;
    RegulationForm* m_form;
};

}

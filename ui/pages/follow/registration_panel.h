// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "services/follow/registration_service.h"
#include "ui/pages/follow/follow_common.h"
#include "ui/pages/follow/honour_ticks.h"

namespace thidua::ui::follow {

/// The registration of one person or collective as a form, with what is known of its conditions so far; or the lists handed in.
class RegistrationPanel : public SidePanel {
    Q_OBJECT
public:
    RegistrationPanel(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    /// Before any row: whose year it is, and why nothing may be changed (empty: it may).
    void setYear(const services::Stored<domain::SchoolYearRow>& year, const QString& lockedReason);
    void showRow(const services::RegistrationRow& row);
    void showLists(const std::vector<services::HandedInList>& lists);
    void showNobody();
    /// The row shown, while it is one.
    std::optional<std::int64_t> rowId() const;
    bool isDirty() const { return !m_saving && m_form.isDirty(); }
    /// Asks about unsaved entries; false keeps the person here.
    bool settleEntries();
    bool save();
    void focusForm();
    /// Where F6 goes: the form's first box, else the panel itself.
    QWidget* stop() { return m_honours->isVisible() ? static_cast<QWidget*>(m_honours) : this; }
signals:
    void withdrawAsked();
    void listAsked(qint64 listId);
    /// From the lists handed in back to the current row.
    void backAsked();

private:
    void buildForm();
    void buildFoot();
    void offerChoices();
    void askReason();
    void showNotes();
    void orderTabs();
    QWidget* listCard(const services::HandedInList& list);

    Shell& m_shell;
    SchoolContext& m_context;
    FormBinder<services::RegistrationDraft> m_form;
    std::optional<services::Stored<domain::SchoolYearRow>> m_year;
    QString m_locked;
    bool m_late = false;
    bool m_saving = false;
    std::optional<services::RegistrationRow> m_row;
    QWidget* m_body;
    HonourTicks* m_honours;
    TextField* m_title;
    LineField* m_field;
    TextField* m_reason;
    FormField* m_titleForm;
    FormField* m_fieldForm;
    FormField* m_reasonForm;
    QWidget* m_notes;
    QWidget* m_lists = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_withdraw = nullptr;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "ui/pages/follow/follow_common.h"
#include "ui/pages/follow/rows_field.h"

namespace thidua::ui::follow {

/// One initiative as a form, its authors with their shares, and where it was recognised.
class InitiativePanel : public SidePanel {
    Q_OBJECT
public:
    InitiativePanel(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    void setYear(const services::Stored<domain::SchoolYearRow>& year, const QString& lockedReason);
    void showRow(const services::InitiativeRow& row);
    void showNew();
    void showNobody();
    /// The initiative shown; none for a new one.
    std::optional<std::int64_t> rowId() const;
    bool isNew() const { return m_new; }
    bool isDirty() const { return !m_saving && m_form.isDirty(); }
    bool settleEntries();
    bool save();
    void focusForm();
signals:
    void added(qint64 id);
    void removeAsked();
    void decisionAsked();

private:
    struct Draft {
        domain::Initiative initiative;
        std::vector<domain::InitiativeAuthor> authors;
        friend bool operator==(const Draft&, const Draft&) = default;
    };
    void buildForm();
    void buildFoot();
    void showRecognition();
    void turn();

    Shell& m_shell;
    SchoolContext& m_context;
    FormBinder<Draft> m_form;
    std::optional<services::Stored<domain::SchoolYearRow>> m_year;
    QString m_locked;
    bool m_new = false;
    bool m_saving = false;
    std::optional<services::InitiativeRow> m_row;
    TextField* m_title;
    AuthorsField* m_authors;
    QWidget* m_recognition;
    DetailList* m_facts;
    QPushButton* m_decision;
    QPushButton* m_save;
    QPushButton* m_turn;   ///< “Không công nhận” or “Xét lại”
    QPushButton* m_remove;
};

}

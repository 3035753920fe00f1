// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/decision_service.h"
#include "services/follow/registration_service.h"
#include "ui/pages/follow/follow_common.h"
#include "ui/pages/follow/form_dialog.h"

namespace thidua::ui::follow {

/// Recognition at school level: drafts the decision and issues it at once, or leaves it as a draft on the page “Quyết định”.
class SchoolRecognitionDialog final : public FormDialog {
    Q_OBJECT
public:
    SchoolRecognitionDialog(Shell& shell, SchoolContext& context, domain::SchoolYearId year, std::vector<domain::InitiativeId> initiatives,
                            const QStringList& titles, QWidget* parent);

protected:
    void done(int result) override;

private:
    bool draft();
    void issue();
    Shell& m_shell;
    SchoolContext& m_context;
    domain::SchoolYearId m_year;
    std::vector<domain::InitiativeId> m_initiatives;
    std::optional<domain::DecisionId> m_decision; ///< drafted by this dialog, not yet issued
    FormBinder<services::IssuePaper> m_form;
    DateField* m_day;
    FormField* m_dayForm;
};

/// Recognition by someone above: level, scope, who, number and day.
class OutsideRecognitionDialog final : public FormDialog {
    Q_OBJECT
public:
    OutsideRecognitionDialog(Shell& shell, SchoolContext& context, std::vector<domain::InitiativeId> initiatives, const QStringList& titles,
                             QWidget* parent);

private:
    void record();
    Shell& m_shell;
    SchoolContext& m_context;
    FormBinder<services::RecogniseOutside> m_form;
    DateField* m_day;
    FormField* m_dayForm;
};

}

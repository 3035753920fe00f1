// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/commendation_service.h"
#include "ui/pages/kit/form_dialog.h"

namespace thidua::ui {

/// The marked pupils on a draft decision by which the head of the school commends them; the draft is opened afterwards.
class CommendDialog final : public FormDialog {
    Q_OBJECT
public:
    CommendDialog(Shell& shell, SchoolContext& context, domain::SchoolYearId year, std::vector<domain::PersonId> pupils, const QStringList& names, QWidget* parent);

private:
    void showTitle();
    void write();
    Shell& m_shell;
    SchoolContext& m_context;
    domain::SchoolYearId m_year;
    std::vector<domain::PersonId> m_pupils;
    FormBinder<services::CommendationDraft> m_form;
    ChoiceField* m_into = nullptr;
    ChoiceField* m_honour = nullptr;
    LineField* m_title = nullptr;
    std::vector<FormField*> m_ofDecision; ///< what a draft that is there says already
};

}

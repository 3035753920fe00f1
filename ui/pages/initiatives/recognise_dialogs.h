// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "ui/pages/follow/follow_common.h"
#include "ui/pages/follow/form_dialog.h"

namespace thidua::ui::follow {

/// Recognition at school level: the decision is issued at once, or left as a draft on the page “Quyết định”.
void openSchoolRecognition(Shell& shell, SchoolContext& context, domain::SchoolYearId year, const std::vector<domain::InitiativeId>& initiatives,
                           const QStringList& titles, QWidget* parent);

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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/initiative_referrals.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "ui/pages/follow/follow_common.h"
#include "ui/pages/kit/form_dialog.h"

namespace thidua::ui::follow {

/// Recognition at school level: the decision is issued at once, or left as a draft on the page “Quyết định”.
void openSchoolRecognition(Shell& shell, SchoolContext& context, domain::SchoolYearId year, const std::vector<domain::InitiativeId>& initiatives,
                           const QStringList& titles, QWidget* parent);

/// Passed to a level above: which, to whom, when.
class ReferralDialog final : public FormDialog {
    Q_OBJECT
public:
    ReferralDialog(Shell& shell, SchoolContext& context, std::vector<domain::InitiativeId> initiatives, const QStringList& titles, QWidget* parent);

private:
    FormBinder<services::ReferInitiatives> m_form;
};

/// What a level above did not recognise, and why.
class RefusalDialog final : public FormDialog {
    Q_OBJECT
public:
    RefusalDialog(Shell& shell, SchoolContext& context, domain::InitiativeReferralId referral, const QString& title, QWidget* parent);
};

/// For which honour an initiative has served one of its authors; none takes it back.
class UseDialog final : public FormDialog {
    Q_OBJECT
public:
    UseDialog(Shell& shell, SchoolContext& context, const services::InitiativeRow& row, const std::vector<ChoiceField::Choice>& honours, QWidget* parent);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/plans/plan_part.h"

#include <QDialog>

namespace thidua::ui::prepare {

/// “Ban hành kế hoạch”: number, letter and date, and what is worth a look before. The number is proposed for each year until one is typed.
class PlanIssueDialog final : public QDialog {
    Q_OBJECT
public:
    PlanIssueDialog(PlanEnv env, const services::Stored<domain::Plan>& plan, QWidget* parent);

private:
    void build();
    void buildForm(QVBoxLayout* column);
    void buildWarnings(QVBoxLayout* column);
    void buildFoot(QVBoxLayout* column);
    void propose();
    void showNumber();
    void issue();
    PlanEnv m_env;
    services::Stored<domain::Plan> m_plan;
    std::string m_symbol;
    FormBinder<services::IssuePaper>* m_binder;
    NumberField* m_number;
    DateField* m_on;
    FormField* m_onForm;
    Label* m_shown;
    Label* m_suffixNote;
    MessageArea* m_messages;
    QPushButton* m_issue;
    std::optional<int> m_proposed;
    bool m_typed = false;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school.h"
#include "ui/pages/records/settings_page.h"

namespace thidua::ui {

/// The school as it stands on its papers, and who signs for whom.
class SchoolSettings : public SettingsSection {
    Q_OBJECT
public:
    SchoolSettings(Shell& shell, SchoolContext& context, QWidget* parent);
    void load() override;
    bool mayLeave() override;
    QWidget* firstStop() override { return m_name; }

private:
    void addSchoolFields(FormLayout& form);
    void addOpinionFields(FormLayout& form);
    void addSigningFields(FormLayout& form);
    void addButtons(Card& card);
    void showSigner();
    bool save();
    FormBinder<domain::School> m_binder;
    domain::RowVersion m_version = 0;
    LineField* m_name = nullptr;
    SearchField* m_head = nullptr;
    SearchField* m_signer = nullptr;
    FormField* m_signerLine = nullptr;
    ChoiceField* m_signing = nullptr;
    QPushButton* m_save;
    QPushButton* m_drop;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/council.h"
#include "services/people/people_service.h"
#include "ui/kit.h"

namespace thidua::ui {

/// The form of one council member in the panel: who, which role, post and duty. Every change goes to `changed` at once.
class MemberForm : public QWidget {
    Q_OBJECT
public:
    MemberForm(const std::vector<services::StaffRow>& staff, QWidget* parent = nullptr);
    void load(const domain::CouncilMember& member, bool readOnly);
    domain::CouncilMember member() const { return m_form.draft(); }
    bool isReadOnly() const { return m_form.isReadOnly(); }
    QString personName() const;
    void focusFirst();
signals:
    void changed();

private:
    void proposeTitle();
    const std::vector<services::StaffRow>& m_staff;
    SearchField* m_person;
    ChoiceField* m_role;
    LineField* m_title;
    TextField* m_duty;
    FormBinder<domain::CouncilMember> m_form;
    bool m_loading = false;
    std::optional<std::int64_t> m_titled; ///< whose post stands in the title
};

}

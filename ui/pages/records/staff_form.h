// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/people_service.h"
#include "ui/kit.h"

namespace thidua::ui {

/// One person and their post of the year. Warns of homonyms and likely duplicates while the name is typed.
class StaffForm : public QWidget {
    Q_OBJECT
public:
    /// `everyone` are all people of the file; `self` is the one being edited.
    StaffForm(std::vector<services::StaffRow> everyone, const std::vector<services::Stored<domain::Collective>>& collectives,
              std::optional<domain::PersonId> self, QWidget* parent = nullptr);
    FormBinder<services::StaffDraft>& binder() { return m_binder; }

private:
    void addPersonFields(FormLayout& layout);
    void addPostFields(FormLayout& layout, const std::vector<services::Stored<domain::Collective>>& collectives);
    void warnOfHomonyms();
    FormBinder<services::StaffDraft> m_binder;
    std::vector<services::StaffRow> m_everyone;
    std::optional<domain::PersonId> m_self;
    QWidget* m_warning = nullptr;
    Label* m_warningText = nullptr;
};

}

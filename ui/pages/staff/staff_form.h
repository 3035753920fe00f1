// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/people_service.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui {

/// One person and their post of the year. Warns of homonyms and likely duplicates while the name is typed.
class StaffForm final : public RecordForm<services::StaffDraft> {
    Q_OBJECT
public:
    /// `everyone` are all people of the file; `self` is the one being edited.
    StaffForm(std::vector<services::StaffRow> everyone, const std::vector<services::Stored<domain::Collective>>& collectives,
              std::optional<domain::PersonId> self, Date today, QWidget* parent = nullptr);

private:
    void addPersonFields();
    void addPostFields(const std::vector<services::Stored<domain::Collective>>& collectives);
    void warnOfHomonyms();
    std::vector<services::StaffRow> m_everyone;
    std::optional<domain::PersonId> m_self;
    Date m_today;
    Label* m_warning = nullptr;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/registration_service.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui::follow {

class HonourTicks;

/// What one person or collective registers: honours to tick, the initiative, and after the deadline the reason for being late.
class RegistrationForm final : public RecordForm<services::RegistrationDraft> {
    Q_OBJECT
public:
    /// `deadline` of the school year, when one is set; `late`: it is past.
    RegistrationForm(services::SchoolFile& file, const services::RegistrationRow& row, std::optional<Date> deadline, bool late, QWidget* parent = nullptr);
    HonourTicks* honours() const { return m_honours.field; }
    /// Writes it; the row's id in the table when that went well.
    std::optional<std::int64_t> save(OperationRunner& runner, domain::SchoolYearId year);

private:
    void askReason();
    services::SchoolFile& m_file;
    services::RegistrationRow m_row;
    bool m_late;
    FormLine<HonourTicks> m_honours;
    FormLine<TextField> m_reason;
};

/// What is known of the conditions by today: what can no longer be met first, then what is still needed, then what is there.
QWidget* registrationNotes(const services::RegistrationRow& row);

}

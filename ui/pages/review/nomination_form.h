// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/review/nomination_service.h"
#include "ui/kit.h"

namespace thidua::ui {

/// What “Thêm đề nghị” asks for.
struct NominationDraft {
    std::int64_t subject = 0;   ///< person's id, or the collective's id below zero
    std::string honour;
    std::string ground = "annual_merit"; ///< code of domain::Ground
    std::optional<Date> applicableOn;
    friend bool operator==(const NominationDraft&, const NominationDraft&) = default;
};

/// The form “Thêm đề nghị” of the panel: who, which honour, on which ground, by the law of which day.
class NominationForm : public QWidget {
    Q_OBJECT
public:
    NominationForm(services::SchoolFile& file, domain::SchoolYearId year, QWidget* parent = nullptr);
    FormBinder<NominationDraft>& form() { return m_form; }
    domain::SubjectRef subject() const;
    QWidget* firstField() const { return m_subject; }

private:
    void loadSubjects(domain::SchoolYearId year);
    void showHonours();
    void showGrounds();
    services::SchoolFile& m_file;
    SearchField* m_subject;
    ChoiceField* m_honour;
    ChoiceField* m_ground;
    DateField* m_date;
    FormBinder<NominationDraft> m_form;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "services/prepare/campaign_service.h"
#include "ui/kit.h"
#include "ui/pages/prepare/observance_picker.h"

namespace thidua::ui::prepare {

/// A campaign: name, theme, dates, who takes part, content, observances, how it is judged.
class CampaignForm final : public QWidget {
    Q_OBJECT
public:
    CampaignForm(services::SchoolFile& file, Shell& shell, QWidget* parent = nullptr);
    /// The plans it may belong to.
    void setPlans(const std::vector<services::Stored<domain::Plan>>& plans);
    void startNew(const services::Stored<domain::SchoolYearRow>& year);
    void startEdit(const services::CampaignRow& row, const services::Stored<domain::SchoolYearRow>& year);
    /// The campaign's id when it is written.
    std::optional<std::int64_t> save();
    FormBinder<services::CampaignDraft>* binder() const { return m_binder; }
    QWidget* firstField() const { return m_name; }

private:
    void build();
    void buildTexts(FormLayout* fields);
    void bindSpan(FormLayout* fields);
    void showSpan();
    services::SchoolFile& m_file;
    Shell& m_shell;
    FormBinder<services::CampaignDraft>* m_binder;
    TextField* m_name;
    DateField* m_from;
    DateField* m_to;
    FormField* m_fromForm;
    FormField* m_toForm;
    ChoiceField* m_plan;
    CheckField* m_spans;
    ObservancePicker* m_observances;
    std::optional<domain::CampaignId> m_id;
    domain::RowVersion m_version = 0;
    std::optional<domain::SchoolYearId> m_year;
    SchoolYear m_seen{2000};
};

}

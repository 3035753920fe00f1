// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "services/prepare/campaign_service.h"
#include "ui/pages/campaigns/observance_picker.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui::prepare {

/// A campaign: name, theme, dates, who takes part, content, observances, how it is judged.
class CampaignForm final : public RecordForm<services::CampaignDraft> {
    Q_OBJECT
public:
    /// `plans` are those that it may belong to.
    CampaignForm(services::SchoolFile& file, Shell& shell, const std::vector<services::Stored<domain::Plan>>& plans,
                 services::Stored<domain::SchoolYearRow> year, QWidget* parent = nullptr);
    /// A campaign, or a new one of the year.
    void start(const services::CampaignRow* row);
    QWidget* firstField() const { return m_name; }

private:
    void addSpan(const std::vector<services::Stored<domain::Plan>>& plans);
    void addTexts(services::SchoolFile& file, Shell& shell);
    void showSpan();
    void followName();
    TextField* m_name;
    ChoiceField* m_kind;
    bool m_kindFollows = false;                 ///< of a new one, until a person chooses
    DateField* m_from;
    DateField* m_to;
    CheckField* m_spans;
    ObservancePicker* m_observances;
    services::Stored<domain::SchoolYearRow> m_seen;
    std::optional<domain::SchoolYearId> m_year; ///< the campaign's own
    std::optional<domain::PlanId> m_likely;     ///< the newest plan is the likeliest one
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/activity_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "ui/pages/kit/record_form.h"
#include "ui/shell/page.h"

namespace thidua::ui::prepare {

/// Which reports are owed, by when, and what has been sent; an overdue one is told as such.
void addCampaignReports(SidePanel& panel, const services::CampaignRow& row, Date today);
/// The campaign's own targets with where they stand; a link opens one.
void addCampaignTargets(SidePanel& panel, Shell& shell, const std::vector<services::TargetRow>& targets);
/// Who took part and with how much, counted from the activities; a link opens the person or collective.
void addCampaignActivities(SidePanel& panel, Shell& shell, const services::Participation& participation);

struct ReportsDraft {
    std::vector<domain::CampaignReport> reports;
    friend bool operator==(const ReportsDraft&, const ReportsDraft&) = default;
};

/// The reports of a campaign, one under the other, with room for another two.
class ReportsForm final : public RecordForm<ReportsDraft> {
    Q_OBJECT
public:
    explicit ReportsForm(const services::CampaignRow& row, QWidget* parent = nullptr);
};

}

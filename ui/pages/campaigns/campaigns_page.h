// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/paper_gaps.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui::prepare {

/// Phong trào: written, launched, reviewed, closed.
class CampaignsPage final : public ListPageOf<services::CampaignRow> {
    Q_OBJECT
public:
    CampaignsPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<services::CampaignRow> readRows() override;
    QString summary() const override;
    void show(const services::CampaignRow& row) override;

private:
    using Row = services::CampaignRow;
    void declareColumns();
    void declareVerbs();
    void addStep(Verb verb, domain::CampaignEvent step, std::function<void(const Row&)> run);
    QString planTitle(const Row& row) const;
    void openForm(const Row* row, const services::PaperGap* gap = nullptr);
    void issue(const Row& row);
    void fill(domain::CampaignId id, const services::PaperGap& gap);
    void openStep(const Row& row, domain::CampaignEvent step);
    void openReports(const Row& row);
    void remove(const Row& row);
    std::vector<services::Stored<domain::Plan>> m_plans;
};

}

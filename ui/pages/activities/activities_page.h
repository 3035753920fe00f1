// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/activity_service.h"
#include "ui/pages/activities/activity_form.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui::follow {

/// “Hoạt động, thành tích”: what people and collectives do through the year, entered once for targets, campaigns and summaries.
class ActivitiesPage final : public ListPageOf<services::ActivityRow> {
    Q_OBJECT
public:
    ActivitiesPage(PageInfo info, Shell& shell, SchoolContext& context);
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    /// Shows what a block from Excel says, then writes it.
    void paste(const QString& block);

protected:
    std::vector<services::ActivityRow> readRows() override;
    QString summary() const override;
    void show(const services::ActivityRow& row) override;

private:
    using Row = services::ActivityRow;
    void declareColumns();
    void declareVerbs();
    void openForm(const Row* row);
    void openKinds();
    void takeUsual();
    void confirm(const Rows& rows);
    void remove(const Rows& rows);
    ActivityChoices choices();
    Date likelyDay();
    std::vector<services::Stored<domain::ActivityKind>> m_kinds;
    std::optional<domain::ActivityKindId> m_lastKind; ///< of the entry written last: the next one is often the same
};

}

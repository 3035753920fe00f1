// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/people_service.h"
#include "ui/pages/kit/list_page_of.h"
#include "ui/pages/kit/stated_facts_view.h"

namespace thidua::ui {

/// One collective with what this year's staff list and the honour history say of it.
struct CollectiveRow {
    services::Stored<domain::Collective> stored;
    QStringList people;                               ///< with a post in it this year
    std::vector<services::HonourHistoryRow> honours;  ///< newest first
};

/// Tập thể: the school, its teams, classes and associations.
class CollectivesPage final : public ListPageOf<CollectiveRow> {
    Q_OBJECT
public:
    CollectivesPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<CollectiveRow> readRows() override;
    QString summary() const override;
    void show(const CollectiveRow& row) override;

private:
    void declareColumns();
    void declareVerbs();
    StatedFactsView::Whose statedOf(const CollectiveRow& row) const;
    void openForm(const CollectiveRow* row);
    void remove(const CollectiveRow& row);
};

}

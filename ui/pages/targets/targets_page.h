// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui::prepare {

class ReachedForm;

/// Chỉ tiêu: given, registered, reached; what has been reached is entered here.
class TargetsPage final : public ListPageOf<services::TargetRow> {
    Q_OBJECT
public:
    TargetsPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<services::TargetRow> readRows() override;
    QString summary() const override;
    void show(const services::TargetRow& row) override;
    void afterRead() override;

private:
    using Row = services::TargetRow;
    void declareColumns();
    void declareVerbs();
    std::vector<services::Stored<domain::Plan>> drafts() const;
    void addFacts(const Row& row);
    void addReached(const Row& row);
    void addYears(const Row& row);
    void addEntries(const Row& row);
    void openCounting(const Row& row);
    void openGroups();
    void openForm(const Row* row);
    void remove(const Row& row);
    std::vector<services::Stored<domain::Plan>> m_plans;
    Stack* m_notes;
    QPointer<ReachedForm> m_reached;
};

}

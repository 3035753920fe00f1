// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/people_service.h"
#include "ui/pages/kit/list_page_of.h"
#include "ui/pages/kit/stated_facts_view.h"

namespace thidua::ui {

class StaffFacts;
class StaffPasteDialog;

/// Cán bộ – giáo viên: the people of a school year, their posts and teams, and what they have received.
class StaffPage final : public ListPageOf<services::StaffRow> {
    Q_OBJECT
public:
    StaffPage(PageInfo info, Shell& shell, SchoolContext& context);
    ~StaffPage() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    /// Shows what a block from Excel would bring, then writes it.
    void paste(const QString& block);

protected:
    std::vector<services::StaffRow> readRows() override;
    QString summary() const override;
    void show(const services::StaffRow& row) override;
    void reveal(std::int64_t id) override;

private:
    using Row = services::StaffRow;
    void declareColumns();
    void declareVerbs();
    void openForm(const Row* row);
    StatedFactsView::Whose statedOf(const Row& row) const;
    void openHonours(const Row& row);
    void remove(const Row& row);
    void adviseToLeave(domain::PersonId id, const QString& name);
    const StaffFacts& facts();
    CheckField* m_all;
    std::unique_ptr<StaffFacts> m_facts;
};

/// “26 giáo viên, 3 cán bộ quản lý, 3 nhân viên”: those with a post, by kind.
QString staffSum(const std::vector<const services::StaffRow*>& rows);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/contest_service.h"
#include "ui/pages/contests/contest_form.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui::follow {

/// “Hội thi”: contests of the school's own from the call to the results, which become activities.
class ContestsPage final : public ListPageOf<services::ContestRow> {
    Q_OBJECT
public:
    ContestsPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<services::ContestRow> readRows() override;
    QString summary() const override;
    void show(const services::ContestRow& row) override;

private:
    using Row = services::ContestRow;
    void declareColumns();
    void declareVerbs();
    void declareSteps();
    ContestChoices choices(bool authors);
    void openForm(const Row* row);
    void openEntry(const Row& row, std::optional<domain::ContestEntryId> entry);
    void openMarks(const Row& row);
    void openPrizes(const Row& row);
    void confirm(const Row& row);
    void takeBack(const Row& row);
    void remove(const Row& row);
    void removeEntry(const services::ContestEntryRow& entry);
    Date m_lastReceived{2000, 1, 1}; ///< of the entry taken in last: several come on one day
};

}

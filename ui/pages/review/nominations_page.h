// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/nomination_service.h"
#include "ui/pages/kit/list_page_of.h"
#include "ui/pages/review/nomination_view.h"

#include <QPointer>

namespace thidua::ui {

/// “Đề nghị”: every nomination of the year with its verdict; what a verdict lacks is entered in the panel.
class NominationsPage final : public ListPageOf<services::NominationRow> {
    Q_OBJECT
public:
    NominationsPage(PageInfo info, Shell& shell, SchoolContext& context);
    void showOnly(const std::vector<domain::SubjectRef>& who) override;

protected:
    std::vector<services::NominationRow> readRows() override;
    QString summary() const override;
    void afterRead() override;
    void show(const services::NominationRow& row) override;

private:
    using Row = services::NominationRow;
    void declareVerbs();
    void declareSteps();
    void declareFurther();
    void showRenewed();
    void startAdding();
    void startGathering();
    void reviewAgain();
    void bringToCouncil();
    void startOverride(const Row& row);
    void openOverrideForm(const Row& row);
    void withdraw(const Rows& rows);
    void recordOpinion(const Rows& rows);
    void openReport(const Row& row);
    void showWithdrawn();
    void openRules(const Row& row, const std::string& finding);
    void focusEntry();
    services::NominationService service() const { return services::NominationService(file()); }

    services::NominationBoard m_board; ///< without its rows, which the table has
    std::optional<services::Stored<domain::SchoolYearRow>> m_yearRow;
    QPointer<Job> m_judging;
    QPointer<NominationView> m_view;
    std::optional<domain::NominationId> m_seen;       ///< whose view it is
    NominationView::Typed m_typed;                    ///< into its entries, kept while its rows are read anew
    int m_scrolled = 0;
    std::optional<domain::NominationId> m_overriding; ///< the form for the council's reason stands above its facts
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/pages/prepare/list_page.h"
#include "ui/pages/prepare/prepare_words.h"

class QStackedWidget;

namespace thidua::ui::prepare {

class PlanEditor;

/// Kế hoạch: the plans of the year and of the periods that cover it; a plan opens in the page itself.
class PlansPage final : public ListPage {
    Q_OBJECT
public:
    PlansPage(PageInfo info, Shell& shell, SchoolContext& context);
    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    void refresh(const domain::ChangeSet& changes) override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override;
    void add() override;
    void find() override;
    void print() override;
    void togglePanel() override;
    void escape() override;
    QList<QWidget*> focusStops() const override;

    bool isEditing() const;
    PlanEditor* editor() const { return m_editor; }

protected:
    void showRecord() override;

private:
    using Row = services::Stored<domain::Plan>;
    void registerActions();
    void buildTable();
    void readRows();
    void updateHead();
    void updateReasons();
    void showSummary();
    void startNew();
    /// Last year's sections and recipients with this year's name in them; the bases that are not of last year alone.
    void startFromLastYear();
    void showNew(const services::PlanDraft& draft);
    void openPlan(std::int64_t id);
    void closeEditor();
    bool leaveEditor();
    void issue();
    void askRemove(std::int64_t id);
    void printPlan(std::int64_t id);
    const Row* currentPlan() const;
    std::optional<std::int64_t> subject() const;
    RecordModel<Row> m_model;
    Years m_years;
    QStackedWidget* m_stack;
    PlanEditor* m_editor;
    bool m_asking = false;
};

}

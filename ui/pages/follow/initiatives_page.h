// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/initiative_service.h"
#include "ui/pages/follow/initiative_panel.h"

namespace thidua::ui::follow {

/// “Sáng kiến”: registered in autumn, recognised by a decision in spring.
class InitiativesPage : public SchoolPage {
    Q_OBJECT
public:
    InitiativesPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr);

    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override { return m_panel->settleEntries(); }
    void add() override;
    void find() override { m_table->focusFilter(); }
    void print() override;
    void togglePanel() override { m_split->togglePanel(); }
    void escape() override;
    QList<QWidget*> focusStops() const override { return {m_table, m_panel}; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

private:
    using Row = services::InitiativeRow;
    void buildActions();
    void buildTable();
    std::vector<Column<Row>> columns() const;
    void connectAll();
    void showSummary();
    void updateActions();
    void showCurrent();
    void editCurrent();
    /// The rows ticked, or else the current one.
    std::vector<const Row*> chosen() const;
    void recogniseHere();
    void recogniseAbove();
    void remove();
    /// The school's decision that recognises the current initiative.
    std::optional<std::int64_t> decisionOfCurrent() const;
    void openDecision();

    RecordModel<Row>* m_model;
    RecordTable* m_table;
    InitiativePanel* m_panel;
    SplitArea* m_split;
    std::optional<services::Stored<domain::SchoolYearRow>> m_year;
    bool m_settling = false;
};

}

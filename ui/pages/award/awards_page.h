// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/decision_service.h"
#include "ui/pages/school_page.h"

#include <map>
#include <tuple>

namespace thidua::ui {

/// Kết quả khen thưởng of a school year: collectives first, then people by honour.
class AwardsPage : public SchoolPage {
    Q_OBJECT
public:
    AwardsPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr);

    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    void refresh(const domain::ChangeSet& changes) override;
    void find() override { m_table->focusFilter(); }
    void print() override;
    void togglePanel() override { m_split->togglePanel(); }
    void escape() override { m_table->view()->setFocus(); }
    QList<QWidget*> focusStops() const override { return {m_table->view(), m_panel}; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

private:
    /// An award has no id of its own here: the same subject, honour and decision keep the same one while the page lives.
    struct Row {
        std::int64_t id;
        services::AwardRow award;
        bool isCollective() const { return award.subject.collective.has_value(); }
    };
    using Key = std::tuple<domain::SubjectRef, std::string, std::string>;
    void build();
    void setColumns();
    void addActions();
    void read();
    void showSummary();
    void showPanel();
    QWidget* makeBody(const services::AwardRow& award);
    void openSubject(const services::AwardRow& award);
    std::optional<domain::DecisionId> decisionOf(const services::AwardRow& award) const;
    QString tally() const;

    RecordModel<Row> m_model;
    RecordTable* m_table;
    SidePanel* m_panel;
    SplitArea* m_split;
    std::map<Key, std::int64_t> m_ids;
    std::optional<domain::SchoolYearId> m_year;
    std::vector<services::DecisionDetail> m_decisions;
};

}

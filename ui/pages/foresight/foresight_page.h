// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "ui/pages/foresight/prospect_panel.h"

#include <QPointer>

class QStackedWidget;

namespace thidua::ui::foresight {

class CollectiveView;
class RehearsalView;

/// “Triển vọng”: who can still reach what, what is missing and by when; what the registrations would give each collective; and a year's
/// list under another law. It only reads.
class ForesightPage : public SchoolPage {
    Q_OBJECT
public:
    ForesightPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr);

    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    void find() override;
    void print() override;
    void togglePanel() override;
    void escape() override;
    QList<QWidget*> focusStops() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    /// The year's list by the law of that day; from the rules page, too.
    void showRehearsal(std::optional<Date> on = std::nullopt);
    void showView(const QString& key);

private:
    void buildActions();
    void buildTable();
    std::vector<Column<Row>> columns() const;
    void addGroupings();
    void connectAll();
    void showBoard(services::ForesightBoard board);
    /// Everybody, where the board holds only the first of them.
    void startJudging();
    void showSegments();
    void showSummary();
    void showCurrent();
    void filter(const QString& key);
    void ask();
    documents::Document listOnPaper() const;

    SegmentBar* m_views;
    SegmentBar* m_filter;
    QStackedWidget* m_stack;
    RecordModel<Row>* m_model;
    RecordTable* m_table;
    ProspectPanel* m_panel;
    SplitArea* m_split;
    CollectiveView* m_collectives;
    RehearsalView* m_rehearsal;
    std::optional<services::Stored<domain::SchoolYearRow>> m_year;
    services::ForesightBoard m_board;
    QPointer<Job> m_judging;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "ui/pages/follow/year_grid.h"
#include "ui/pages/follow/year_panel.h"

class QStackedWidget;

namespace thidua::ui {
class FilterNotice;
}

namespace thidua::ui::follow {

/// “Kết quả năm học”: evaluation, months, discipline, absence of everyone, typed and pasted as in Excel.
class YearRecordsPage : public SchoolPage {
    Q_OBJECT
public:
    YearRecordsPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr);

    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override;
    void add() override { goToUnknown(); }
    void find() override { m_search->setFocus(Qt::ShortcutFocusReason); }
    void clearFilters() override;
    void showOnly(const std::vector<domain::SubjectRef>& who) override;
    void togglePanel() override { m_split->togglePanel(); }
    void escape() override { grid()->setFocus(); }
    QList<QWidget*> focusStops() const override { return {grid(), m_panel}; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    QJsonObject entries() const override;
    void restoreEntries(const QJsonObject& entries) override;

private:
    void buildActions();
    QWidget* buildSheet();
    QWidget* buildTools(QWidget* parent);
    GridTable* makeGrid(YearSide side, const QString& name, const QString& accessibleName);
    YearSide side() const;
    GridTable* grid() const { return side() == YearSide::People ? m_people : m_collectives; }
    void setSide(YearSide side);
    /// The rows of one side that pass the team and the name typed.
    std::vector<const services::YearRow*> shownRows(YearSide side) const;
    const services::YearRow* find(std::int64_t rowId) const;
    void showRows();
    void showTeams();
    void showSummary();
    void updateActions();
    void showCurrent();
    void onEdited(YearSide side, const QVector<CellEdit>& edits);
    void record(YearSide side, std::vector<services::YearCell> cells);
    void onErrors();
    /// Cells that could not be saved: once more, or given up.
    void retryCells();
    void dropCells();
    void goToUnknown();
    /// Writes `text` into every unknown cell of a column, of the rows selected or else of all shown, after asking.
    void fillUnknown(services::YearColumn column, const QString& text, const QString& question, const QString& note, const QString& verb);
    std::vector<const services::YearRow*> selectedOrShown() const;
    void copyAll();

    std::vector<services::YearRow> m_rows;
    std::vector<domain::SubjectRef> m_only; ///< shown alone; empty: everybody
    std::optional<services::Stored<domain::SchoolYearRow>> m_year;
    SegmentBar* m_sides;
    ChoiceField* m_team;
    LineField* m_search;
    Label* m_hint;
    FilterNotice* m_notice;
    QStackedWidget* m_stack;
    GridTable* m_people;
    GridTable* m_collectives;
    EmptyState* m_empty;
    YearPanel* m_panel;
    SplitArea* m_split;
    bool m_settling = false;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit.h"

namespace thidua::ui {

/// Pages that show every state of the kit, with invented people. Nothing is saved.
class StatesPage final : public Page {
public:
    explicit StatesPage(Shell& shell);
    void load() override {}
    bool affects(const domain::ChangeSet&) const override { return false; }

private:
    QWidget* buttons();
    QWidget* fields();
    QWidget* rows();
    QWidget* quotas();
    QWidget* findings();
};

struct SampleRow {
    std::int64_t id;
    QString name, position, unit, initiative;
    QStringList titles;
    int state; ///< 0 enough, 1 wanting, 2 not registered
};

class RegistrationsSample final : public Page {
public:
    explicit RegistrationsSample(Shell& shell);
    void load() override;
    bool affects(const domain::ChangeSet&) const override { return true; }
    void find() override { m_table->focusFilter(); }
    void togglePanel() override { m_split->togglePanel(); }
    QList<QWidget*> focusStops() const override { return {m_table, m_panel}; }
    QJsonObject saveState() const override { return {{QStringLiteral("table"), m_table->saveState()}}; }
    void restoreState(const QJsonObject& state) override { m_table->restoreState(state.value(QStringLiteral("table")).toObject()); }
    RecordTable* table() const { return m_table; }

private:
    void fillPanel();
    RecordModel<SampleRow>* m_model;
    RecordTable* m_table;
    SidePanel* m_panel;
    SplitArea* m_split;
};

class OverviewSample final : public Page {
public:
    explicit OverviewSample(Shell& shell);
    void load() override {}
    bool affects(const domain::ChangeSet&) const override { return false; }

private:
    QWidget* tasks();
    QWidget* targets();
};

class GridSample final : public Page {
public:
    explicit GridSample(Shell& shell);
    void load() override;
    bool affects(const domain::ChangeSet&) const override { return false; }
    QList<QWidget*> focusStops() const override { return {m_grid}; }

private:
    GridTable* m_grid;
};

class EmptySample final : public Page {
public:
    explicit EmptySample(Shell& shell);
    void load() override;
    bool affects(const domain::ChangeSet&) const override { return false; }

private:
    RecordModel<SampleRow>* m_model;
    RecordTable* m_table;
};

class VerdictSample final : public Page {
public:
    explicit VerdictSample(Shell& shell);
    void load() override;
    bool affects(const domain::ChangeSet&) const override { return false; }
    QList<QWidget*> focusStops() const override { return {m_table, m_panel}; }

private:
    RecordModel<SampleRow>* m_model;
    RecordTable* m_table;
    SegmentBar* m_segments;
    SidePanel* m_panel;
};

std::vector<SampleRow> sampleRows();
/// A window with the sample pages, years and a user.
void fillWindow(class MainWindow& window);

}

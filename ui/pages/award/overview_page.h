// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/overview_service.h"
#include "ui/pages/school_page.h"

#include <QPointer>

class QGridLayout;
class QScrollArea;

namespace thidua::ui {

class QuotaCard;
class FlowLayout;
class SafetyCard;
class TargetCard;
class TaskCard;

/// Today: what wants doing, how the targets stand, what the law allows, whether the data is safe, and the school year.
class OverviewPage : public SchoolPage {
    Q_OBJECT
public:
    OverviewPage(PageInfo info, Shell& shell, SchoolContext& context, std::function<void()> backupNow, QWidget* parent = nullptr);

    void load() override;
    /// Everything shows here.
    bool affects(const domain::ChangeSet&) const override { return true; }
    void add() override;
    void print() override;
    QList<QWidget*> focusStops() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addActions();
    void buildCards();
    void arrange();
    void fit();
    void fitLater();
    void show(const services::Overview& overview);
    void showTasks();
    /// What takes judging everybody follows by itself.
    void startJudging();
    void showSteps();
    void showNothing();
    void showStrip(const services::Overview& overview);
    void showSoon(const services::Overview& overview);
    void openMark(const QString& key);
    void showSummary(const services::Overview& overview);
    bool isFirstRun(const services::Overview& overview);
    void backup();
    void showSafety();

    std::function<void()> m_backupNow;
    QScrollArea* m_scroll;
    QGridLayout* m_grid;
    QWidget* m_left;
    QWidget* m_right;
    TaskCard* m_tasks;
    TargetCard* m_targets;
    QuotaCard* m_quotas;
    SafetyCard* m_safety;
    Card* m_calendar;
    QWidget* m_soon;
    FlowLayout* m_soonRow;
    TimelineStrip* m_strip;
    std::optional<bool> m_narrow;
    std::optional<services::Overview> m_shown;
    QPointer<Job> m_judging;
    bool m_hasStaff = false;
    bool m_hasCouncil = false;
    bool m_hasPlan = false;
};

}

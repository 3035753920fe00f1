// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/paper_gaps.h"
#include "services/prepare/plan_service.h"
#include "ui/pages/kit/list_page_of.h"
#include "ui/pages/plans/plan_work_forms.h"
#include "ui/pages/prepare/prepare_words.h"

class QStackedWidget;

namespace thidua::ui::prepare {

class PlanEditor;

/// Kế hoạch: the plans of the year and of the periods that cover it; a plan opens in the page itself.
class PlansPage final : public ListPageOf<services::Stored<domain::Plan>> {
    Q_OBJECT
public:
    PlansPage(PageInfo info, Shell& shell, SchoolContext& context);
    void load() override;
    void refresh(const domain::ChangeSet& changes) override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override;
    void add() override;
    void find() override;
    void togglePanel() override;
    void save() override;
    void escape() override;
    QList<QWidget*> focusStops() const override;

    bool isEditing() const;
    PlanEditor* editor() const { return m_editor; }

protected:
    std::vector<services::Stored<domain::Plan>> readRows() override;
    void openWorkForm(PanelForm form);
    QString summary() const override;
    void show(const services::Stored<domain::Plan>& plan) override;
    void afterRead() override { updateHead(); }

private:
    using Row = services::Stored<domain::Plan>;
    void declareColumns();
    void declareVerbs();
    void addCopyVerb();
    void addWorkVerbs();
    bool openWork(domain::EntityKind kind, std::int64_t id);
    QWidget* workOf(const Row& plan);
    PlanWorkEnv workEnv();
    void addSaveVerb();
    void addPlanVerb(Verb verb, std::optional<domain::PlanEvent> event, const QString& whileNew, std::function<void()> run);
    void buildEditor();
    void updateHead();
    void placeActions();
    QString editorSummary() const;
    /// Last year's sections and recipients with this year's name in them; the bases that are not of last year alone.
    void startFromLastYear();
    void showNew(const services::PlanDraft& draft, std::vector<domain::Target> targets, const QStringList& notes = {},
                 std::vector<domain::PlanTask> tasks = {});
    std::vector<domain::PlanTask> lastTasks(domain::PlanId last, SchoolYear from, QStringList& notes);
    void openPlan(std::int64_t id);
    void closeEditor();
    bool leaveEditor();
    void issue();
    void fill(std::int64_t id, const services::PaperGap& gap);
    void correct(const services::Stored<domain::Plan>& row);
    void remove();
    bool settleEditor();
    void proofread();
    void printPlan();
    /// What the verbs are about: the plan that is open, else the chosen one; none while a new one is not saved.
    const Row* subject() const;
    Years m_years;
    QStackedWidget* m_stack;
    PlanEditor* m_editor;
    bool m_asking = false;
};

}

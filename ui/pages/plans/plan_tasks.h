// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_work.h"
#include "ui/pages/plans/plan_part.h"
#include "ui/pages/plans/plan_work_forms.h"

namespace thidua::ui::prepare {

/// The plan's tasks. Each is written at once: how it goes, and what teams find difficult with it, is kept on when the plan is issued.
class PlanTasksPart final : public PlanPart {
    Q_OBJECT
public:
    explicit PlanTasksPart(PlanEnv env, QWidget* parent = nullptr);
    void load(const services::PlanDraft& draft) override;
    void take(services::PlanDraft&) const override {}
    void setReadOnly(bool readOnly) override;
    QString words() const override;
    void add() override;
    /// None: the plan is not saved yet, so nothing can stand in it.
    void setPlan(std::optional<services::Stored<domain::Plan>> plan);
    /// Tasks that a plan not saved yet brings along: they are written with it.
    void setCarried(std::vector<domain::PlanTask> tasks);
    const std::vector<domain::PlanTask>& carried() const { return m_carried; }
    void readTasks();
    /// Asks when a task was typed and not written; false keeps it open.
    bool leaveForm();
    bool saveForm();
signals:
    /// The plan has to be saved before it can have tasks.
    void saveWanted();

private:
    void buildForm();
    void buildUnsaved();
    void declareFields();
    void showTask(int row);
    void remove(int row);
    bool accepts(const domain::PlanTask& task) const;
    PlanEnv m_env;
    ChoiceField* m_filter;
    OrderedList* m_list;
    QStackedWidget* m_stack;
    QWidget* m_none;
    QWidget* m_host = nullptr;
    QWidget* m_unsaved = nullptr;
    Label* m_unsavedWords = nullptr;
    Label* m_formTitle = nullptr;
    RecordForm<domain::PlanTask>* m_form = nullptr;
    SearchField* m_doer = nullptr;
    QWidget* m_buttons = nullptr;
    std::optional<services::Stored<domain::Plan>> m_plan;
    std::optional<services::Stored<domain::PlanTask>> m_editing;
    std::vector<services::Stored<domain::PlanTask>> m_tasks; ///< those that the filter shows
    std::vector<domain::PlanTask> m_carried;
    std::size_t m_all = 0;
    bool m_readOnly = false;
    bool m_asking = false;
};

}

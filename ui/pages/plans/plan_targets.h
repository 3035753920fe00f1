// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/plans/plan_part.h"
#include "ui/pages/targets/target_form.h"

namespace thidua::ui::prepare {

/// The plan's targets. Each is written at once: they are records of their own, which registrations and awards count for.
class PlanTargetsPart final : public PlanPart {
    Q_OBJECT
public:
    explicit PlanTargetsPart(PlanEnv env, QWidget* parent = nullptr);
    void load(const services::PlanDraft& draft) override;
    void take(services::PlanDraft&) const override {}
    void setReadOnly(bool readOnly) override;
    QString words() const override;
    void add() override;
    /// None: the plan is not saved yet, so nothing can point at it.
    void setPlan(std::optional<services::Stored<domain::Plan>> plan);
    /// Targets that a plan not saved yet brings along: they are written with it.
    void setCarried(std::vector<domain::Target> targets);
    const std::vector<domain::Target>& carried() const { return m_carried; }
    void readTargets();
    /// Asks when a target was typed and not written; false keeps it open.
    bool leaveForm();
    bool saveForm();
signals:
    /// The plan has to be saved before it can have targets.
    void saveWanted();

private:
    void buildForm();
    void showTarget(int row);
    void remove(int row);
    PlanEnv m_env;
    OrderedList* m_list;
    QStackedWidget* m_stack;
    QWidget* m_none;
    QWidget* m_host = nullptr;
    QWidget* m_unsaved;
    Label* m_unsavedWords;
    Label* m_formTitle = nullptr;
    TargetForm* m_form = nullptr;
    QWidget* m_buttons = nullptr;
    std::optional<services::Stored<domain::Plan>> m_plan;
    std::vector<services::Stored<domain::Target>> m_targets;
    std::vector<domain::Target> m_carried;
    bool m_readOnly = false;
    bool m_asking = false;
};

}

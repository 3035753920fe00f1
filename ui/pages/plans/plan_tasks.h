// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_work.h"
#include "ui/pages/kit/record_form.h"
#include "ui/pages/plans/plan_rows_part.h"

namespace thidua::ui::prepare {

/// The plan's tasks: how each goes, and what teams find difficult with it, is kept on when the plan is issued.
class PlanTasksPart final : public PlanRowsPart {
    Q_OBJECT
public:
    explicit PlanTasksPart(PlanEnv env, QWidget* parent = nullptr);
    void load(const services::PlanDraft& draft) override;
    QString words() const override;
    /// Tasks that a plan not saved yet brings along: they are written with it.
    void setCarried(std::vector<domain::PlanTask> tasks);
    const std::vector<domain::PlanTask>& carried() const { return m_carried; }

protected:
    Rows rows() override;
    void dropCarried() override { m_carried.clear(); }
    QString unsavedWords() const override;
    void startEdit(std::size_t row) override;
    void startNew() override;
    std::optional<std::int64_t> write() override;
    Question removal(std::size_t row) const override;
    void remove(std::size_t row) override;

private:
    void declareFields();
    bool accepts(const domain::PlanTask& task) const;
    ChoiceField* m_filter;
    RecordForm<domain::PlanTask>* m_form;
    SearchField* m_doer = nullptr;
    std::optional<services::Stored<domain::PlanTask>> m_editing;
    std::vector<services::Stored<domain::PlanTask>> m_tasks; ///< those that the filter shows
    std::vector<domain::PlanTask> m_carried;
    std::size_t m_all = 0;
};

}

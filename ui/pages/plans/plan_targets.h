// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/plans/plan_rows_part.h"
#include "ui/pages/targets/target_form.h"

namespace thidua::ui::prepare {

/// The plan's targets: records of their own, which registrations and awards count for.
class PlanTargetsPart final : public PlanRowsPart {
    Q_OBJECT
public:
    explicit PlanTargetsPart(PlanEnv env, QWidget* parent = nullptr);
    QString words() const override;
    /// Targets that a plan not saved yet brings along: they are written with it.
    void setCarried(std::vector<domain::Target> targets);
    const std::vector<domain::Target>& carried() const { return m_carried; }

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
    TargetForm* m_form;
    std::vector<services::Stored<domain::Target>> m_targets;
    std::vector<domain::Target> m_carried;
};

}

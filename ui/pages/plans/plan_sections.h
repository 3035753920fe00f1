// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/plans/plan_part.h"

namespace thidua::ui::prepare {

/// The sections in the order in which they print.
class PlanSectionsPart final : public OrderedPart {
    Q_OBJECT
public:
    explicit PlanSectionsPart(PlanEnv env, QWidget* parent = nullptr);
    void load(const services::PlanDraft& draft) override;
    void take(services::PlanDraft& draft) const override { draft.sections = m_lines; }
    void setReadOnly(bool readOnly) override;
    QString words() const override;

protected:
    int count() const override { return static_cast<int>(m_lines.size()); }
    OrderedItem itemAt(int row) const override;
    int insertAfter(int row) override;
    void removeAt(int row) override { m_lines.erase(m_lines.begin() + row); }
    void swap(int first, int second) override { std::swap(at(first), at(second)); }
    void showLine(int row) override;
    QWidget* firstField() const override { return m_heading; }
    Question questionFor(int row) const override;

private:
    domain::PlanSection& at(int row) { return m_lines[static_cast<std::size_t>(row)]; }
    const domain::PlanSection& at(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
    QWidget* buildForm();
    std::vector<domain::PlanSection> m_lines;
    FormBinder<domain::PlanSection>* m_binder;
    LineField* m_heading;
    Label* m_bodyHint;
};

/// Nơi nhận, with what each is to do with the plan.
class PlanRecipientsPart final : public OrderedPart {
    Q_OBJECT
public:
    explicit PlanRecipientsPart(PlanEnv env, QWidget* parent = nullptr);
    void load(const services::PlanDraft& draft) override;
    void take(services::PlanDraft& draft) const override { draft.recipients = m_lines; }
    void setReadOnly(bool readOnly) override;
    QString words() const override;

protected:
    int count() const override { return static_cast<int>(m_lines.size()); }
    OrderedItem itemAt(int row) const override;
    int insertAfter(int row) override;
    void removeAt(int row) override { m_lines.erase(m_lines.begin() + row); }
    void swap(int first, int second) override { std::swap(at(first), at(second)); }
    void showLine(int row) override { m_binder->load(at(row)); }
    QWidget* firstField() const override { return m_text; }
    Question questionFor(int row) const override;

private:
    domain::PaperRecipient& at(int row) { return m_lines[static_cast<std::size_t>(row)]; }
    const domain::PaperRecipient& at(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
    std::vector<domain::PaperRecipient> m_lines;
    FormBinder<domain::PaperRecipient>* m_binder;
    LineField* m_text;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/plans/plan_part.h"
#include "ui/pages/prepare/prepare_words.h"

namespace thidua::ui::prepare {

/// Trích yếu, kind, school year or period, theme; number, date and signer once it is issued.
class PlanGeneralPart final : public PlanPart {
    Q_OBJECT
public:
    explicit PlanGeneralPart(PlanEnv env, QWidget* parent = nullptr);
    void load(const services::PlanDraft& draft) override;
    void take(services::PlanDraft& draft) const override;
    void setReadOnly(bool readOnly) override;
    QString words() const override;
    FormBinderBase* form() override { return m_binder; }
    void focusTitle() { m_title->setFocus(Qt::OtherFocusReason); }

private:
    void build(const Years& years);
    void bindKind(FormField* line);
    void bindPeriod(const Years& years, ChoiceField* year, NumberField* from, NumberField* to);
    bool isPeriod() const;
    void bindParent(FormField* line);
    void offerParents();
    void showKind();
    void showFacts(const domain::Plan& plan);
    FormBinder<services::PlanDraft>* m_binder;
    TextField* m_title;
    PlanEnv m_env;
    ChoiceField* m_kind;
    ChoiceField* m_parent;
    FormField* m_parentLine;
    FormField* m_year;
    FormField* m_from;
    FormField* m_to;
    DetailList* m_facts;
    QWidget* m_factsHead;
};

}

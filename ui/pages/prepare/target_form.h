// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/kit.h"

namespace thidua::ui::prepare {

/// What a target says: of a draft plan only. The fields follow the kind: a count, a share of a total, or reached or not.
class TargetForm final : public QWidget {
    Q_OBJECT
public:
    TargetForm(services::SchoolFile& file, Shell& shell, QWidget* parent = nullptr);
    /// `plans` are the drafts it may stand in; with one alone there is nothing to choose.
    void startNew(const std::vector<services::Stored<domain::Plan>>& plans, std::optional<domain::PlanId> chosen);
    void startEdit(domain::TargetId id, const domain::Target& target, domain::RowVersion version);
    void setReadOnly(bool readOnly) { m_binder->setReadOnly(readOnly); }
    /// True when it is written; `saved` is emitted before.
    bool save();
    FormBinder<domain::Target>* binder() const { return m_binder; }
    QWidget* firstField() const { return m_text; }
    bool isNew() const { return !m_id; }
signals:
    void saved(qint64 id);

private:
    void build();
    void buildFigures(class FormLayout* fields);
    void showKind();
    void setMetrics(const std::string& present);
    services::SchoolFile& m_file;
    Shell& m_shell;
    FormBinder<domain::Target>* m_binder;
    ChoiceField* m_plan;
    FormField* m_planForm;
    TextField* m_text;
    ChoiceField* m_kind;
    FormField* m_value;
    FormField* m_denominator;
    FormField* m_denominatorText;
    FormField* m_unit;
    ChoiceField* m_metric;
    std::optional<domain::TargetId> m_id;
    domain::RowVersion m_version = 0;
};

/// What has been reached by a day: for targets that the program does not count, and to correct what it counts.
struct ReachedDraft {
    std::optional<int> actual;
    bool reached = false; ///< yes/no targets
    std::optional<Date> on;
    std::string note;
};

class ReachedForm final : public QWidget {
    Q_OBJECT
public:
    ReachedForm(services::SchoolFile& file, Shell& shell, QWidget* parent = nullptr);
    void start(const services::TargetRow& row, Date today);
    bool save();
    FormBinder<ReachedDraft>* binder() const { return m_binder; }
    QWidget* firstField() const;

private:
    services::SchoolFile& m_file;
    Shell& m_shell;
    FormBinder<ReachedDraft>* m_binder;
    FormField* m_actual;
    ChoiceField* m_yes;
    FormField* m_yesForm;
    FormField* m_on;
    domain::TargetId m_id{0};
    domain::TargetKind m_kind = domain::TargetKind::Count;
};

}

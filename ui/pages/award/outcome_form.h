// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/submission_service.h"
#include "ui/kit.h"

namespace thidua::ui {

/// The answer from above: one decision, and for each waiting line whether it was conferred, refused or returned, with the reason.
class OutcomeForm : public QWidget {
    Q_OBJECT
public:
    /// `issuer` is who usually decides.
    OutcomeForm(const services::SubmissionDetail& detail, const std::string& issuer, QWidget* parent = nullptr);
    FormBinder<services::RecordOutcome>& binder() { return m_binder; }
    /// What the form says now; lines left waiting are not in it.
    services::RecordOutcome outcome() const;
    int answered() const;
    QWidget* firstField() const { return m_number; }

private:
    struct Row {
        ChoiceField* outcome;
        FormField* reasonForm;
    };
    void addDecision();
    void addGroup(const QString& honour, const std::vector<const services::SubmissionLineRow*>& lines);
    void confer(std::size_t first, std::size_t last);
    QWidget* makeRow(const services::SubmissionLineRow& line);
    void bindRow(ChoiceField* outcome, FormField* reasonForm, LineField* reason);
    void showReasons();
    FormBinder<services::RecordOutcome> m_binder;
    LineField* m_number;
    std::vector<Row> m_rows;
    int m_groups = 0;
};

}

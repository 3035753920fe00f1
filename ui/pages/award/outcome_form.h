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
    /// Marks what is missing, also reasons; true when it can be recorded.
    bool reveal();
    bool isDirty() const;
    int answered() const;
    void focusFirst();
signals:
    void answeredChanged(int count);

private:
    struct Row {
        domain::RowId id;
        ChoiceField* outcome;
        FormField* reasonForm;
        LineField* reason;
    };
    void addDecision(const services::SubmissionDetail& detail, const std::string& issuer);
    void addGroup(const QString& honour, const std::vector<const services::SubmissionLineRow*>& lines);
    void confer(std::size_t first, std::size_t last);
    QWidget* makeRow(const services::SubmissionLineRow& line);
    void follow(std::size_t index);
    void showReason(Row& row);
    domain::Outcome outcomeOf(const Row& row) const;
    FormBinder<services::RecordOutcome> m_binder;
    LineField* m_number;
    std::vector<Row> m_rows;
    int m_groups = 0;
    bool m_touched = false;
};

}

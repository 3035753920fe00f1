// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"
#include "ui/kit.h"

#include <QDialog>

#include <functional>

namespace thidua::ui {

/// Number and date of one of the school's papers when it is issued. The number is proposed anew for each day until one is typed.
class IssueDialog : public QDialog {
    Q_OBJECT
public:
    struct Request {
        QString title;         ///< “Ban hành quyết định”
        QString paper;         ///< what is issued: “Về việc …”
        QString consequence;   ///< what can no longer be done afterwards
        QString verb;          ///< the button: “Ban hành quyết định”
        std::string symbol;    ///< “QĐ-THMĐ”
        Date on;               ///< proposed day
        std::function<Result<int>(Date)> nextNumber;
        std::function<services::Written<services::Done>(const services::IssuePaper&)> issue;
    };
    IssueDialog(Request request, QWidget* parent);
    /// What the issuing changed; set once it succeeded.
    const std::optional<domain::ChangeSet>& changes() const { return m_changes; }

private:
    QWidget* makeForm();
    QWidget* makeFoot();
    void propose();
    void showWhole();
    bool isFilled();
    void issue();
    void showError(const Error& error);
    Request m_request;
    NumberField* m_number;
    LineField* m_suffix;
    DateField* m_date;
    FormField* m_numberForm = nullptr;
    FormField* m_suffixForm = nullptr;
    FormField* m_dateForm = nullptr;
    Label* m_whole;
    MessageArea* m_messages;
    bool m_typed = false;
    bool m_proposing = false;
    std::optional<domain::ChangeSet> m_changes;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "services/papers/paper_issuer.h"
#include "ui/kit.h"

#include <QDialog>

#include <map>

class QBoxLayout;

namespace thidua::ui {

class Stack;

/// Issues one of the school's papers, whatever kind it is: number and day (the number proposed anew for each day until one is typed), what
/// it still lacks, each place a way to its field, what is worth a look before, and what can no longer be done afterwards. Failures stay in
/// the dialog.
class IssueDialog : public QDialog {
    Q_OBJECT
public:
    struct Request {
        QString title;                              ///< “Ban hành quyết định”, also the verb
        QString paper;                              ///< what is issued: “Về việc …”
        QString consequence;
        services::PaperKind kind = services::PaperKind::Decision;
        std::optional<std::int64_t> row;            ///< none when the paper is made by being issued
        std::function<Result<domain::ChangeSet>(const services::IssuePaper&)> issue;
        /// Opens the form at the field of a gap, once the dialog is closed; a gap whose field stands in the dialog stays there.
        std::function<void(const services::PaperGap&)> fill{};
        std::function<void()> preview{};            ///< shows the paper as it stands; Ctrl+P
        std::string symbol{};                       ///< where it is not that of the kind
        /// What a paper without a row lacks, as its fields stand.
        std::function<Result<std::vector<services::PaperGap>>()> gaps{};
        std::function<void(Date)> dayChanged{};     ///< what the paper says by its day
        /// The bases of a paper without a row as they would stand on that day; their doubts are told with the others.
        std::function<std::vector<std::string>(Date)> bases{};
    };
    IssueDialog(services::SchoolFile& file, OperationRunner& runner, Request request, QWidget* parent);
    /// What this paper alone asks for, between its name and its number; `fields` say where an issue with that field's name stands.
    void setExtra(QWidget* part, std::map<std::string, FormField*> fields = {});
    /// Another way to end, at the left of issuing; the dialog closes when `run` says so.
    QPushButton* addVerb(const QString& text, const QString& name, std::function<bool()> run);

private:
    QWidget* makeForm();
    QBoxLayout* makeFoot();
    services::IssuePaper given() const;
    std::vector<services::PaperGap> gapsNow() const;
    void showGaps(const std::vector<services::PaperGap>& gaps);
    void goTo(const services::PaperGap& gap);
    void propose();
    void showWhole();
    bool isFilled();
    void issue();
    void showError(const Error& error);
    services::SchoolFile& m_file;
    OperationRunner& m_runner;
    Request m_request;
    std::string m_symbol;
    NumberField* m_number;
    LineField* m_suffix;
    DateField* m_date;
    std::map<std::string, FormField*> m_fields;
    QBoxLayout* m_extra;
    QBoxLayout* m_foot;
    Label* m_whole;
    Stack* m_gaps;
    Stack* m_doubts;
    MessageArea* m_messages;
    bool m_typed = false;
    bool m_proposing = false;
};

/// What a service's verb changed, as the dialog wants it.
template <class T>
Result<domain::ChangeSet> changesOf(services::Written<T> written)
{
    if (!written)
        return tl::unexpected<Error>(std::move(written.error()));
    return std::move(written->changes);
}

}

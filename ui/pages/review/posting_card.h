// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"
#include "services/review/posting_service.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/kit/record_form.h"
#include "ui/pages/school_page.h"

namespace thidua::ui {

/// The step “Công khai” of a closed meeting: where and how long its results were shown, what was objected and answered, and what came of the
/// list. It goes on when the year is closed.
class PostingCard : public QWidget {
    Q_OBJECT
public:
    PostingCard(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    /// What was posted of this meeting; a form with entries stays open.
    void show(const services::MeetingDetail& detail);
    /// Another meeting: nothing of the last one stays.
    void forget();
    bool hasUnsaved() const { return m_binder && m_binder->isDirty(); }
    bool save() { return !m_save || m_save(); }
    bool isDone() const;
    /// Something has to be done about what was posted.
    bool waits() const;
signals:
    /// The list as it stands after it was shown.
    void printWanted();

private:
    void showFacts();
    void showObjection(const services::ObjectionRow& row);
    void editPosting();
    void editObjection(const services::ObjectionRow* row);
    void answer(const services::ObjectionRow& row);
    void conclude();
    /// A line of the list, after an objection where `row` is one.
    void changeLine(const services::ObjectionRow* row);
    void removePosting();
    void removeObjection(const services::ObjectionRow& row);
    template <class Draft>
    RecordForm<Draft>* openForm(const QString& title);
    void showForm(FormLayout* form, FormBinderBase* binder, const QString& verb, std::function<bool()> run);
    void closeForm();
    QPushButton* button(const QString& text, const QString& icon, const QString& name, std::function<void()> run, ButtonKind kind = ButtonKind::Normal);

    Shell& m_shell;
    SchoolContext& m_context;
    services::MeetingDetail m_detail;
    std::optional<services::PostingRow> m_row;
    Stack* m_facts;
    Stack* m_form;
    FormBinderBase* m_binder = nullptr;
    std::function<bool()> m_save;
};

}

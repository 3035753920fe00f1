// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_following.h"
#include "ui/pages/kit/form_dialog.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/school_page.h"

namespace thidua::ui {

/// Which teams and campaigns one member follows: a tick for each.
class ChargesDialog final : public FormDialog {
    Q_OBJECT
public:
    ChargesDialog(Shell& shell, SchoolContext& context, domain::CouncilId council, domain::PersonId member, const QString& name, QWidget* parent);
};

/// One dated note of a member, new or to be changed.
class NoteDialog final : public FormDialog {
    Q_OBJECT
public:
    NoteDialog(Shell& shell, SchoolContext& context, const services::NoteRow& row, const std::vector<SearchField::Option>& members, QWidget* parent);

private:
    FormBinder<domain::CouncilNote> m_form;
};

/// What a council's members follow and noted: of one member in the panel of the council, of all in a meeting.
class FollowingView : public QWidget {
    Q_OBJECT
public:
    FollowingView(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    void show(domain::CouncilId council, std::optional<domain::PersonId> member, const std::vector<SearchField::Option>& members, bool readOnly);

private:
    void addNote(const services::NoteRow& row, bool readOnly);
    void openNote(const services::NoteRow& row);
    QPushButton* button(const QString& text, const QString& name, std::function<void()> run, ButtonKind kind = ButtonKind::Normal);
    Shell& m_shell;
    SchoolContext& m_context;
    Stack* m_stack;
    std::vector<SearchField::Option> m_members;
};

}

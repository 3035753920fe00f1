// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"
#include "ui/kit.h"

namespace thidua::ui {

/// Title, day, hour, place and agenda of a meeting: for a new one in the panel, and for the step “Điểm danh”.
class MeetingBasics : public QWidget {
    Q_OBJECT
public:
    explicit MeetingBasics(int columns, QWidget* parent = nullptr);
    FormBinder<domain::Meeting>& form() { return m_form; }
    /// Writes what the fields say into `meeting`; the rest stays.
    void takeInto(domain::Meeting& meeting) const;
    void focusFirst();

private:
    LineField* m_title;
    DateField* m_date;
    LineField* m_starts;
    LineField* m_place;
    TextField* m_agenda;
    FormBinder<domain::Meeting> m_form;
};

/// What was said, and the agenda above it to follow.
class MeetingDiscussion : public QWidget {
    Q_OBJECT
public:
    explicit MeetingDiscussion(QWidget* parent = nullptr);
    FormBinder<domain::Meeting>& form() { return m_form; }
    void load(const domain::Meeting& meeting);
    void takeInto(domain::Meeting& meeting) const;
    void focusFirst();

private:
    Label* m_agenda;
    TextField* m_text;
    FormBinder<domain::Meeting> m_form;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"
#include "ui/kit.h"
#include "ui/pages/review/hour_field.h"

namespace thidua::ui {

/// Title, day, hour, place and agenda of a meeting: for a new one in the panel, and for the step “Điểm danh”, which names as well who
/// presided and who kept the minutes where the roles do not say it.
class MeetingBasics : public QWidget {
    Q_OBJECT
public:
    enum class Roles { Hidden, Shown };
    explicit MeetingBasics(int columns, Roles roles, QWidget* parent = nullptr);
    FormBinder<domain::Meeting>& form() { return m_form; }
    /// Writes what the fields say into `meeting`; the rest stays.
    void takeInto(domain::Meeting& meeting) const;
    /// Offers who was there as chair and secretary of this meeting; none: by their roles.
    void offerRoles(const services::MeetingDetail& detail);
    void focusFirst();
    /// "starts", "place", "chair", "secretary": says what is missing beside the field and puts the keyboard there.
    bool goTo(const std::string& field, const QString& sentence);

private:
    SearchField* m_chair = nullptr;
    SearchField* m_secretary = nullptr;
    FormField* m_startsLine;
    FormField* m_dateLine;
    FormField* m_placeLine;
    FormField* m_chairLine = nullptr;
    FormField* m_secretaryLine = nullptr;
    LineField* m_title;
    DateField* m_date;
    HourField* m_starts;
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

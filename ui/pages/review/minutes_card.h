// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"
#include "ui/kit.h"
#include "ui/pages/review/hour_field.h"

class QVBoxLayout;

namespace thidua::ui {

/// The step “Biên bản”: what the votes came to, the reasons that the council owes, conclusions and the hour of the end.
class MinutesCard : public QWidget {
    Q_OBJECT
public:
    explicit MinutesCard(QWidget* parent = nullptr);
    void show(const services::MeetingDetail& detail, bool readOnly);
    /// Drops what was typed and not written.
    void forget() { m_meeting.reset(); }
    FormBinder<services::CloseMeeting>& form() { return m_form; }
    void focusFirst();
    void focusOwed();
    /// "conclusions", "ends", "overQuotaReason": says what is missing beside the field and puts the keyboard there.
    bool goTo(const std::string& field, const QString& sentence);
signals:
    /// The council's reason against the verdict of a nomination.
    void reasonGiven(thidua::domain::NominationId nomination, const QString& reason);
    /// Conclusions kept for later, without closing.
    void keepWanted();

private:
    void showResults(const services::MeetingDetail& detail);
    void showOwed(const services::MeetingDetail& detail, bool readOnly);
    QWidget* owedLine(const services::TallyRow& row, bool readOnly);
    std::optional<domain::MeetingId> m_meeting;
    QVBoxLayout* m_results;
    QVBoxLayout* m_owedRows;
    QWidget* m_owedBox;
    TextField* m_conclusions;
    HourField* m_ends;
    TextField* m_over;
    FormField* m_overLine;
    FormField* m_conclusionsLine;
    FormField* m_endsLine;
    QPushButton* m_keep;
    FormBinder<services::CloseMeeting> m_form;
    QHash<QString, QString> m_typed;
};

}

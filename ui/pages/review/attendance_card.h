// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"
#include "ui/kit.h"

class QScrollArea;

namespace thidua::ui {

/// Who is there: a tick for each member, the reason for those who are not, and whether that is enough to meet.
class AttendanceCard : public Card {
    Q_OBJECT
public:
    explicit AttendanceCard(QWidget* parent = nullptr);
    /// Keeps the keyboard where it is and a reason that is being typed.
    void show(const services::MeetingDetail& detail, bool readOnly);
    std::vector<domain::Attendance> attendance() const;
    void focusFirst();
signals:
    /// A tick or a finished reason: to be recorded.
    void edited();

private:
    struct Line {
        domain::CouncilMemberId member;
        QCheckBox* present;
        Label* second;
        LineField* reason;
        TickBox* byLetter;
        LineField* opinion;
        Chip* chip;
        std::string saved, savedOpinion;
    };
    void build(const services::MeetingDetail& detail);
    Line makeLine(const services::AttendanceRow& row, QVBoxLayout* column);
    void showLine(Line& line, const services::AttendanceRow& row, bool readOnly);
    std::optional<domain::MeetingId> m_meeting;
    std::vector<Line> m_lines;
    Chip* m_quorum;
    QScrollArea* m_scroll;
    Label* m_note;
    QString m_byLetter; ///< the article by which ballots in writing count; empty where nothing says so
    bool m_showing = false;
};

}

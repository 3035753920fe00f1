// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"
#include "ui/kit.h"

namespace thidua::ui {

class NomineeView;

/// What the council talks about, large enough for the wall: one nominee or initiative at a time, with what it got once that is counted.
class MeetingShow : public QWidget {
    Q_OBJECT
public:
    MeetingShow(services::SchoolFile& file, services::MeetingDetail detail, QWidget* parent);
    int at() const { return m_at; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void goTo(int line);
    void showVotes(const services::TallyRow& row);

    services::SchoolFile& m_file;
    services::MeetingDetail m_detail;
    int m_at = 0;
    Label* m_place;
    NomineeView* m_nominee;
    QWidget* m_votes;
    Label* m_votesText;
    Chip* m_result;
    QPushButton* m_back;
    QPushButton* m_next;
};

}

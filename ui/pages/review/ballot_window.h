// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"
#include "ui/kit.h"

class QStackedWidget;

namespace thidua::ui {

class BallotSheet;
class NomineeView;

/// The secret vote at the machine, over the whole screen: whoever's turn it is is called, votes, looks at the ballot once more and sends it,
/// and the screen is clear again for the next. The box is in this window's memory alone; it is closed, or the round is given up.
class BallotWindow : public QWidget {
    Q_OBJECT
public:
    BallotWindow(services::SchoolFile& file, services::MeetingDetail detail, services::BallotBox box, QWidget* parent);
    const services::BallotBox& box() const { return m_box; }
signals:
    /// The box was closed, or the round given up: what was written.
    void finished(const thidua::domain::ChangeSet& changes);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Screen { Call, Fill, Look, Ask };
    QWidget* buildHead();
    QWidget* buildCall();
    QWidget* buildFill();
    QWidget* buildLook();
    QWidget* buildAsk();
    void showScreen(Screen screen);
    void call();
    void letOtherFirst();
    void startBallot();
    void showLine(int line);
    void showOpen();
    void look();
    void cast();
    void putAside();
    void askClose();
    void askStop();
    void ask(const QString& title, const QString& text, const QString& yes, const QString& no, std::function<void()> run, Screen back);
    void closeBox();
    void stop();
    void end(Result<domain::ChangeSet> written);
    const services::RoundVoter* turn() const;
    QStringList waiting() const;

    services::SchoolFile& m_file;
    services::MeetingDetail m_detail;
    services::BallotBox m_box;
    std::vector<domain::CouncilMemberId> m_queue; ///< who has not voted, in the order in which they are called
    bool m_done = false;

    QStackedWidget* m_stack;
    Label* m_count;
    Label* m_callTitle;
    Label* m_callText;
    Label* m_waiting;
    QPushButton* m_start;
    QPushButton* m_later;
    QPushButton* m_close;
    BallotSheet* m_sheet;
    NomineeView* m_nominee;
    Label* m_openLines;
    Label* m_promise;
    QVBoxLayout* m_lookRows;
    Label* m_lookNote;
    QPushButton* m_send;
    Label* m_askTitle;
    Label* m_askText;
    QPushButton* m_askYes;
    QPushButton* m_askNo;
    std::function<void()> m_askRun;
    Screen m_askBack = Call;
    Label* m_error;
};

}

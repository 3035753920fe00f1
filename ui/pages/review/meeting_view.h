// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/document_service.h"
#include "services/papers/paper_gaps.h"
#include "services/review/council_service.h"
#include "ui/pages/school_page.h"

class QScrollArea;
class QStackedWidget;

namespace thidua::services {
struct StaffRow;
}

namespace thidua::ui {

class AttendanceCard;
class MeetingBasics;
class MeetingDiscussion;
class MinutesCard;
class OutlookBox;
class FollowingView;
class PostingCard;
class ScoreCard;
class TallyCard;
class VoteCard;

/// One meeting: attendance at the left, the steps' content at the right. It stays as it is between refreshes, so that nothing
/// typed is lost.
class MeetingView : public QWidget {
    Q_OBJECT
public:
    enum class Step { Attend, Discuss, Score, Vote, Count, Minutes, Posting };
    MeetingView(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    /// Reads the meeting; false when it is gone.
    bool open(domain::MeetingId id);
    /// Reads it again after a change.
    bool reload(bool yearClosed);
    const std::optional<services::MeetingDetail>& detail() const { return m_detail; }
    bool isReadOnly() const;
    bool isOfInitiatives() const;
    bool hasBallot() const { return m_detail && !m_detail->tallies.empty(); }
    Step step() const { return m_step; }
    void goTo(Step step);
    void next();
    /// Why the next step has to wait; empty when it need not.
    QString whyNotNext() const;
    QString nextWords() const;
    QString whyNotClose() const;
    /// What the minutes still lack, in their order; figures that were typed and do not add up included.
    std::vector<FieldIssue> gaps() const;
    QString summary() const;
    bool hasUnsaved() const;
    /// Writes all that was typed; false where something cannot be written yet.
    bool saveAll();
    /// Shows the meeting as the file has it.
    void drop();
    /// Whether a form of the meeting has entries, besides the count.
    bool hasOpenForms() const;
    /// How many lines of the count do not add up.
    int wrongLines() const;
    void printBallots();
    /// The secret vote at the machine, over the whole screen.
    void voteAtMachine();
    /// One line after the other for the projector.
    void showOnWall();
    /// Why nobody can vote at the machine now; empty when somebody can.
    QString whyNotAtMachine() const;
    void printInvitation();
    void printMinutes();
    void printCount();
    /// Whether there is a count to be put on paper.
    bool hasCount() const;
    /// Goes to the field that the minutes take some words from.
    void showPlace(const services::PaperGap& gap);
    /// Closes the meeting, or lists all that its minutes still lack and goes to the first of it.
    void close();
    /// Ctrl+S in the count: writes what can be written, else says what is still missing and goes there; false with nothing typed.
    bool saveCount();
    QList<QWidget*> focusStops() const;
    TallyCard* tally() const { return m_tally; }
signals:
    void changed();
    /// The last line has just been counted.
    void allCounted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeAttendance();
    QWidget* scrolled(QWidget* card);
    QWidget* buildBasics();
    QWidget* buildDiscussion();
    QWidget* buildVote();
    void connectParts();
    void showSteps();
    std::vector<services::StaffRow> staff() const;
    void keepForms();
    void showGaps();
    void goToGap(const FieldIssue& gap);
    void record(const std::vector<domain::Tally>& tallies);
    bool isDone(Step step) const;
    void giveUpRound(domain::BallotRoundId round, bool counted);
    void secondRound(bool hold);
    void lowerTitle();
    void recordAttendance();
    void saveMeeting(const std::function<void(domain::Meeting&)>& change, FormBinderBase* form);
    void saveConclusions();
    void print(services::PaperKind kind, std::int64_t id, const QString& name);
    std::vector<Step> steps() const;

    Shell& m_shell;
    SchoolContext& m_context;
    bool m_yearClosed = false;
    std::optional<services::MeetingDetail> m_detail;
    Step m_step = Step::Attend;
    StepBar* m_bar;
    MessageArea* m_messages;
    bool m_listsGaps = false; ///< closing was tried: what is missing stays listed until nothing is
    AttendanceCard* m_attendance;
    QStackedWidget* m_stack;
    MeetingBasics* m_basics;
    QPushButton* m_saveBasics;
    MeetingDiscussion* m_discussion;
    QPushButton* m_saveDiscussion;
    FollowingView* m_following;
    ScoreCard* m_score;
    VoteCard* m_vote;
    OutlookBox* m_outlook;
    TallyCard* m_tally;
    MinutesCard* m_minutes;
    PostingCard* m_posting;
};

}

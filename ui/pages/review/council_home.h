// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "services/papers/paper_gaps.h"
#include "services/people/people_service.h"
#include "ui/pages/review/council_book.h"
#include "ui/pages/school_page.h"

#include <QPointer>

namespace thidua::ui {

class MeetingBasics;
class FollowingView;
class MemberForm;
namespace review {
class ChecksRow;
}

/// The council's members and the year's meetings, with the selected one in the panel.
class CouncilHome : public QWidget {
    Q_OBJECT
public:
    CouncilHome(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    /// What the file says now; an unsaved draft stays.
    void show(const services::Stored<domain::SchoolYearRow>& year, bool closed, std::vector<services::CouncilRow> councils,
              std::vector<services::Stored<domain::Meeting>> meetings);

    const CouncilBook& book() const { return m_book; }
    const services::CouncilRow* current() const;
    /// Those of the year, of every council.
    const std::vector<services::Stored<domain::Meeting>>& meetings() const { return m_allMeetings; }
    bool hasUnsaved() const;
    /// Điều lệ's conditions hold and nobody is missing.
    bool isSound() const { return m_book.blanks() == 0 && issues().empty(); }
    /// The sentences of the conditions that do not hold; empty for a sound or established council.
    QString problems() const;
    /// Forgets what was not saved.
    void discard();
    bool select(domain::EntityKind kind, std::int64_t id);
    /// Shows the council of that kind, so that a meeting is one of its own; false when there is none or a draft is not saved.
    bool choose(domain::CouncilKind kind);
    const services::CouncilRow* inForce(domain::CouncilKind kind) const;
    domain::CouncilKind kind() const { return m_book.council().kind; }

    void propose(domain::CouncilKind kind);
    /// Those of last year's council of the kind shown who still serve.
    void proposeLastYears();
    void startEmpty();
    /// A new draft with the members of the one in force, for a change by a new decision.
    void startFromCurrent();
    void addMember();
    void removeMember();
    void moveMember(int step);
    bool save();
    /// Writes the form that is open: a new meeting, or the list of members.
    bool saveOpen();
    void removeDraft();
    void establish();
    /// The decision as it would be issued with the members shown.
    void previewDecision();
    void printDecision();
    /// The council's working regulation, to be written while the list is composed.
    void editRules();
    /// Who follows what and the working regulation, as they stand.
    void printWork();
    void startMeeting();
    void removeMeeting();

    RecordTable* membersTable() const { return m_members; }
    SplitArea* split() const { return m_split; }
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);
signals:
    /// Something that actions and the page's line depend on.
    void changed();
    void meetingOpened(thidua::domain::MeetingId id);
    void minutesWanted(thidua::domain::MeetingId id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool settleBlanks();
    void start(const services::CouncilDraft& draft);
    void preview(const std::vector<domain::PaperBasis>& bases);
    Result<std::vector<services::PaperGap>> gapsOfFounding(const std::string& bases);
    void placeTables();
    void placeName();
    enum class Panel { Member, Meeting, NewMeeting };
    static std::vector<Column<CouncilLine>> memberColumns();
    void buildMembers();
    void buildMeetings();
    void showCouncils();
    void showMeetings();
    bool isOfKind(const services::Stored<domain::Meeting>& meeting, domain::CouncilKind kind) const;
    void showBook();
    std::vector<FieldIssue> issues() const;
    void showChecks();
    void showPanel();
    void showMember();
    void showMeetingFacts();
    void showNewMeeting();
    void takeMember();
    void showFollowing(domain::PersonId person);
    bool createMeeting();
    bool isLocked() const { return m_closed || !m_book.isDraft(); }

    Shell& m_shell;
    SchoolContext& m_context;
    std::optional<services::Stored<domain::SchoolYearRow>> m_year;
    bool m_closed = false;
    std::vector<services::CouncilRow> m_councils;
    std::vector<services::Stored<domain::Meeting>> m_allMeetings;
    std::vector<services::StaffRow> m_staff;
    std::optional<domain::PersonId> m_head;
    CouncilBook m_book;
    RecordModel<CouncilLine> m_lines;
    RecordModel<services::Stored<domain::Meeting>> m_meetings;
    RecordTable* m_members;
    RecordTable* m_meetingTable;
    SegmentBar* m_parts;          ///< narrow windows: members or meetings
    SegmentBar* m_choice;
    LineField* m_name;
    review::ChecksRow* m_checks;
    Label* m_problems;
    SidePanel* m_panel;
    SplitArea* m_split;
    Panel m_shown = Panel::Member;
    QPointer<MemberForm> m_form;
    QPointer<FollowingView> m_following;
    std::int64_t m_formKey = 0;
    QPointer<MeetingBasics> m_newMeeting;
};

}

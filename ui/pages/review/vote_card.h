// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"
#include "ui/kit.h"

#include <array>

class QVBoxLayout;

namespace thidua::services {
struct StaffRow;
}

namespace thidua::ui {

/// What cannot pass as the meeting stands, with what the rules leave to be done: before the votes, on the council's page and in the meeting.
class OutlookBox : public QWidget {
    Q_OBJECT
public:
    explicit OutlookBox(QWidget* parent = nullptr);
    /// Hidden where everything can pass.
    void show(const services::MeetingDetail& detail);

private:
    QVBoxLayout* m_rows;
};

/// The step “Bỏ phiếu”: the lines and what each takes, the tellers, who does not vote on which line, the ballots to print.
class VoteCard : public QWidget {
    Q_OBJECT
public:
    explicit VoteCard(QWidget* parent = nullptr);
    void show(const services::MeetingDetail& detail, const std::vector<services::StaffRow>& staff, bool readOnly);
    bool hasUnsaved() const { return m_tellersForm.isDirty(); }
    /// Puts the keyboard to the tellers and says what is missing there.
    void goToTellers(const QString& sentence);
    void focusFirst();
    void markSaved() { m_tellersForm.markSaved(); }
    /// Sends the tellers named.
    void saveTellers();
    FormBinderBase* tellersForm() { return &m_tellersForm; }
signals:
    void printWanted();
    void machineWanted();
    void roundGivenUp(thidua::domain::BallotRoundId round, bool counted);
    void tellersNamed(const std::vector<thidua::domain::PersonId>& tellers);
    void recusalsChosen(const thidua::domain::BallotLine& line, const std::vector<thidua::domain::Recusal>& recusals);

private:
    static constexpr std::size_t kTellers = 5;
    struct TellersDraft {
        std::array<std::optional<domain::PersonId>, kTellers> people{};
    };
    void buildTellers(QVBoxLayout* column);
    void buildRecusals(QVBoxLayout* column);
    void buildMachine(QVBoxLayout* column);
    void showMachine(const services::MeetingDetail& detail, bool readOnly);
    void showFacts(const services::MeetingDetail& detail);
    void showTellers(const services::MeetingDetail& detail, const std::vector<services::StaffRow>& staff, bool readOnly);
    void showRecusals(const services::MeetingDetail& detail, bool readOnly);
    void addRecusal();
    void sendRecusals(const domain::BallotLine& line, std::optional<domain::CouncilMemberId> without);

    services::MeetingDetail m_detail;
    OutlookBox* m_outlook;
    DetailList* m_facts;
    QPushButton* m_print;
    QPushButton* m_machine;
    MessageArea* m_lost;
    QVBoxLayout* m_rounds;
    std::array<SearchField*, kTellers> m_tellers{};
    FormField* m_headLine = nullptr;
    QPushButton* m_saveTellers;
    FormBinder<TellersDraft> m_tellersForm;
    QVBoxLayout* m_recusals;
    QWidget* m_recusalEntry;
    SearchField* m_recusalLine;
    SearchField* m_recusalMember;
    LineField* m_recusalReason;
};

}

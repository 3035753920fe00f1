// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "services/review/council_service.h"
#include "ui/pages/school_page.h"

class QStackedWidget;

namespace thidua::ui {

class CouncilHome;
class MeetingView;

/// “Hội đồng”: its members and meetings, and one meeting in steps.
class CouncilPage : public SchoolPage {
    Q_OBJECT
public:
    CouncilPage(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    static PageInfo pageInfo();

    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override;
    void add() override;
    void save() override;
    void find() override;
    void print() override;
    void togglePanel() override;
    void escape() override;
    QList<QWidget*> focusStops() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    QJsonObject entries() const override;
    void restoreEntries(const QJsonObject& entries) override;
    bool hasOtherEntries() const override;

private:
    void registerComposing();
    void registerMeeting();
    void addKeys();
    void showState();
    void showHomeHead();
    void showMeetingHead();
    void updateHomeActions();
    void offer(const QList<QAction*>& shown, const QList<QAction*>& more);
    void showMeeting(domain::MeetingId id);
    void showHome();
    void printMinutesOf(domain::MeetingId id);
    void proofread();
    bool inMeeting() const;
    bool hasCouncil() const;
    QString whyNot() const;
    bool mayDiscard(const QString& what);

    std::optional<services::Stored<domain::SchoolYearRow>> m_year;
    std::vector<services::CouncilRow> m_councils;
    QList<QAction*> m_offered;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    CouncilHome* m_home;
    MeetingView* m_meeting;
};

}

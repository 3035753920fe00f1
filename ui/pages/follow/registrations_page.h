// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/follow/registration_panel.h"
#include "ui/pages/follow/registrations_model.h"

namespace thidua::ui::follow {

/// “Đăng ký”: who registered what for the school year, against the plan's targets and the lines of the law.
class RegistrationsPage : public SchoolPage {
    Q_OBJECT
public:
    RegistrationsPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr);

    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override { return m_panel->settleEntries(); }
    void showOnly(const std::vector<domain::SubjectRef>& who) override;
    void add() override;
    void find() override { m_table->focusFilter(); }
    void print() override;
    void togglePanel() override { m_split->togglePanel(); }
    void escape() override;
    QList<QWidget*> focusStops() const override { return {m_table, m_panel->stop()}; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildActions();
    void buildTable();
    void connectAll();
    void showBoard(services::RegistrationBoard board);
    void showQuotas();
    void showSummary();
    void updateActions();
    void showCurrent();
    void editCurrent();
    void withdraw();
    void registerMarked();
    void registerTeam();
    void registerMany(const QString& title, const std::vector<const services::RegistrationRow*>& rows);
    void handIn();
    void showHandedIn();
    void printList(std::int64_t id);
    void remind(const std::vector<const services::RegistrationRow*>& rows);
    void remindMarked();
    void remindMissing();

    RegistrationModel* m_model;
    RecordTable* m_table;
    RegistrationPanel* m_panel;
    SplitArea* m_split;
    QuotaStrip* m_quotas;
    ShortNames m_names;
    services::RegistrationBoard m_board;
    std::optional<services::Stored<domain::SchoolYearRow>> m_year;
    bool m_settling = false;
};

}

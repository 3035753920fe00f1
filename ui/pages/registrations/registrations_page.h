// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "services/follow/registration_service.h"
#include "ui/pages/kit/list_page_of.h"
#include "ui/pages/registrations/registration_columns.h"

namespace thidua::ui::follow {

class RegistrationForm;

/// “Đăng ký”: who registered what for the school year, against the plan's targets and the lines of the law.
class RegistrationsPage final : public ListPageOf<services::RegistrationRow> {
    Q_OBJECT
public:
    RegistrationsPage(PageInfo info, Shell& shell, SchoolContext& context);
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    void showOnly(const std::vector<domain::SubjectRef>& who) override;
    QList<QWidget*> focusStops() const override;

protected:
    std::vector<services::RegistrationRow> readRows() override;
    QString summary() const override;
    void show(const services::RegistrationRow& row) override;
    void afterRead() override;
    void reveal(std::int64_t) override { table()->setExtraFilter({}); }
    void resizeEvent(QResizeEvent* event) override;

private:
    using Row = services::RegistrationRow;
    void declareVerbs();
    void declareLists();
    void showQuotas();
    QString deadlineWords() const;
    void focusForm();
    void addNext();
    void registerTeam(const Row& row);
    void registerMany(const QString& title, const Rows& rows);
    void withdraw(const Row& row);
    void handIn();
    void showHandedIn();
    QWidget* listCard(const services::HandedInList& list);
    void printList(domain::RegistrationListId id);
    /// Of these, those who have not registered or lack something.
    Rows lacking(Rows rows) const;
    void remind(const Rows& rows);

    QuotaStrip* m_quotas;
    ShortNames m_names;
    services::RegistrationBoard m_board; ///< without its rows, which the table has
    std::optional<services::Stored<domain::SchoolYearRow>> m_yearRow;
    bool m_late = false;
    QPointer<RegistrationForm> m_form;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/follow/follow_pages.h"

#include "domain/page_ids.h"
#include "ui/pages/activities/activities_page.h"
#include "ui/pages/contests/contests_page.h"
#include "ui/pages/initiatives/initiatives_page.h"
#include "ui/pages/registrations/registrations_page.h"
#include "ui/pages/follow/year_records_page.h"
#include "ui/shell/main_window.h"

namespace thidua::ui {

void addFollowPages(MainWindow& window, SchoolContext& context)
{
    using domain::EntityKind;
    const QString group = follow::RegistrationsPage::tr("Theo dõi");
    const PageInfo registrations{pages::kRegistrations, follow::RegistrationsPage::tr("Đăng ký"), QStringLiteral("register"), group};
    window.addPage(
        registrations, [registrations, &context](Shell& shell) { return new follow::RegistrationsPage(registrations, shell, context); },
        {EntityKind::Registration});
    const PageInfo records{pages::kYearRecords, follow::YearRecordsPage::tr("Kết quả năm học"), QStringLiteral("grid"), group};
    window.addPage(
        records, [records, &context](Shell& shell) { return new follow::YearRecordsPage(records, shell, context); },
        {EntityKind::YearRecord});
    const PageInfo activities{pages::kActivities, follow::ActivitiesPage::tr("Hoạt động"), QStringLiteral("star"), group};
    window.addPage(
        activities, [activities, &context](Shell& shell) { return new follow::ActivitiesPage(activities, shell, context); },
        {EntityKind::Activity});
    const PageInfo contests{pages::kContests, follow::ContestsPage::tr("Hội thi"), QStringLiteral("certificate"), group};
    window.addPage(
        contests, [contests, &context](Shell& shell) { return new follow::ContestsPage(contests, shell, context); },
        {EntityKind::Contest});
    const PageInfo initiatives{pages::kInitiatives, follow::InitiativesPage::tr("Sáng kiến"), QStringLiteral("bulb"), group};
    window.addPage(
        initiatives, [initiatives, &context](Shell& shell) { return new follow::InitiativesPage(initiatives, shell, context); },
        {EntityKind::Initiative});
}

}

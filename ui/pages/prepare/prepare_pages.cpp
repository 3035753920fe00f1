// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/prepare/prepare_pages.h"

#include "domain/page_ids.h"
#include "ui/pages/calendar/calendar_page.h"
#include "ui/pages/campaigns/campaigns_page.h"
#include "ui/pages/plans/plans_page.h"
#include "ui/pages/targets/targets_page.h"
#include "ui/pages/texts/texts_page.h"
#include "ui/shell/main_window.h"

namespace thidua::ui {

using prepare::Words;

void addPreparePages(MainWindow& window, SchoolContext& context)
{
    const QString group = Words::tr("Chuẩn bị");
    const auto add = [&]<class T>(std::type_identity<T>, const PageInfo& info, const std::vector<domain::EntityKind>& kinds) {
        window.addPage(info, [info, &context](Shell& shell) -> Page* { return new T(info, shell, context); }, kinds);
    };
    add(std::type_identity<prepare::TextsPage>(), {pages::kLegalTexts, Words::tr("Văn bản căn cứ"), QStringLiteral("book"), group}, {domain::EntityKind::LegalText});
    add(std::type_identity<prepare::PlansPage>(), {pages::kPlans, Words::tr("Kế hoạch"), QStringLiteral("plan"), group},
        {domain::EntityKind::Plan, domain::EntityKind::PlanTask, domain::EntityKind::PlanDifficulty});
    add(std::type_identity<prepare::CampaignsPage>(), {pages::kCampaigns, Words::tr("Phong trào"), QStringLiteral("flag"), group},
        {domain::EntityKind::Campaign});
    add(std::type_identity<prepare::TargetsPage>(), {pages::kTargets, Words::tr("Chỉ tiêu"), QStringLiteral("target"), group},
        {domain::EntityKind::Target});
    add(std::type_identity<prepare::CalendarPage>(), {pages::kCalendar, Words::tr("Lịch năm học"), QStringLiteral("calendar"), group},
        {domain::EntityKind::Observance});
}

}

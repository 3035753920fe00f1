// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/award_pages.h"

#include "domain/page_ids.h"
#include "ui/pages/award/awards_page.h"
#include "ui/pages/award/decisions_page.h"
#include "ui/pages/award/overview_page.h"
#include "ui/pages/award/submissions_page.h"
#include "ui/pages/letters/letters_page.h"

namespace thidua::ui {

void addOverviewPage(MainWindow& window, SchoolContext& context, std::function<void()> backupNow)
{
    const PageInfo info{pages::kOverview, OverviewPage::tr("Tổng quan"), QStringLiteral("home"), {}};
    if (!backupNow)
        backupNow = [&window] { emit window.status().backupClicked(); };
    window.addPage(info, [info, &context, backupNow](Shell& shell) -> Page* { return new OverviewPage(info, shell, context, backupNow); });
}

void addAwardPages(MainWindow& window, SchoolContext& context)
{
    using domain::EntityKind;
    const QString group = DecisionsPage::tr("Khen thưởng");
    const PageInfo decisions{pages::kDecisions, DecisionsPage::tr("Quyết định"), QStringLiteral("decision"), group};
    const PageInfo submissions{pages::kSubmissions, SubmissionsPage::tr("Tờ trình"), QStringLiteral("send"), group};
    const PageInfo awards{pages::kAwards, AwardsPage::tr("Kết quả khen thưởng"), QStringLiteral("certificate"), group};
    window.addPage(decisions, [=, &context](Shell& shell) -> Page* { return new DecisionsPage(decisions, shell, context); },
                   {EntityKind::Decision});
    window.addPage(submissions, [=, &context](Shell& shell) -> Page* { return new SubmissionsPage(submissions, shell, context); },
                   {EntityKind::Submission});
    window.addPage(awards, [=, &context](Shell& shell) -> Page* { return new AwardsPage(awards, shell, context); });
    const PageInfo letters{pages::kLetters, LettersPage::tr("Thư khen"), QStringLiteral("star"), group};
    window.addPage(letters, [=, &context](Shell& shell) -> Page* { return new LettersPage(letters, shell, context); }, {EntityKind::Letter});
}

}

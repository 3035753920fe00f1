// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/review_pages.h"

#include "domain/page_ids.h"
#include "ui/pages/review/council_page.h"
#include "ui/pages/review/nominations_page.h"
#include "ui/shell/main_window.h"

namespace thidua::ui {

void addReviewPages(MainWindow& window, SchoolContext& context)
{
    using domain::EntityKind;
    const PageInfo nominations{pages::kNominations, NominationsPage::tr("Đề nghị"), QStringLiteral("nominate"), NominationsPage::tr("Xét duyệt")};
    window.addPage(nominations, [nominations, &context](Shell& shell) { return new NominationsPage(nominations, shell, context); },
                   {EntityKind::Nomination});
    window.addPage(CouncilPage::pageInfo(), [&context](Shell& shell) { return new CouncilPage(shell, context); },
                   {EntityKind::Council, EntityKind::CouncilMember, EntityKind::Meeting});
}

}

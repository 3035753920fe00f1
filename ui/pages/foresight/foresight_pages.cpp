// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/foresight/foresight_pages.h"

#include "domain/page_ids.h"
#include "ui/pages/foresight/foresight_page.h"
#include "ui/shell/main_window.h"

namespace thidua::ui {

void addForesightPages(MainWindow& window, SchoolContext& context)
{
    const PageInfo info{pages::kForesight, foresight::ForesightPage::tr("Triển vọng"), QStringLiteral("eye"),
                        foresight::ForesightPage::tr("Theo dõi")};
    window.addPage(info, [info, &context](Shell& shell) { return new foresight::ForesightPage(info, shell, context); }, {});
}

}

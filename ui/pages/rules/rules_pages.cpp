// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rules/rules_pages.h"

#include "ui/pages/rules/rules_page.h"

namespace thidua::ui {

void addRulesPage(MainWindow& window, SchoolContext& context)
{
    const PageInfo info = RulesPage::pageInfo();
    window.addPage(info, [&context](Shell& shell) -> Page* { return new RulesPage(shell, context); });
    context.openRules = [&window, id = info.id](const std::string& honour, Date on, const std::string& finding) {
        if (window.showPage(id))
            if (auto* page = dynamic_cast<RulesPage*>(window.builtPage(id)))
                page->openHonour(honour, on, finding);
    };
}

}

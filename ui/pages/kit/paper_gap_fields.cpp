// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/paper_gap_fields.h"

#include "domain/page_ids.h"
#include "ui/text/qt_text.h"

namespace thidua::ui {

void showGap(FormBinderBase& binder, const services::PaperGap& gap, const std::map<std::string, std::string>& fields)
{
    const auto found = fields.find(gap.field);
    binder.showIssues({{found == fields.end() ? gap.field : found->second, "paper.gap", {gap.label}}});
    binder.focusFirstError();
}

bool fillInSettings(Shell& shell, QWidget* window, const services::PaperGap& gap)
{
    if (!gap.inSchool)
        return false;
    shell.showPage(pages::kSettings);
    if (auto* field = window->findChild<QWidget*>(QStringLiteral("school-%1").arg(toQ(gap.field))))
        field->setFocus(Qt::OtherFocusReason);
    return true;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/paper_gap_fields.h"

#include "domain/page_ids.h"
#include "ui/shell/operation_runner.h"
#include "ui/shell/prompter.h"
#include "ui/text/qt_text.h"

#include <QCoreApplication>

namespace thidua::ui {
namespace {

struct PaperGapFieldsWords {
    Q_DECLARE_TR_FUNCTIONS(PaperGaps)
};

}

void showGap(Shell& shell, FormBinderBase& binder, const services::PaperGap& gap, const std::map<std::string, std::string>& fields)
{
    const auto place = gap.field.find_last_not_of("0123456789");
    // "bases.2" is a line of the field "bases".
    const bool line = place != std::string::npos && place + 1 < gap.field.size() && gap.field[place] == '.';
    const auto name = line ? gap.field.substr(0, place) : gap.field;
    const auto found = fields.find(name);
    const auto elsewhere = binder.showIssues({{found == fields.end() ? name : found->second, gap.key, {gap.label}}});
    if (elsewhere.empty())
        binder.focusFirstError();
    else
        shell.runner.fail(Error{ErrorCode::Validation, gap.key, {gap.label}, {}, {}});
}

bool leadToGaps(Shell& shell, QWidget* window, const QString& title, const std::vector<services::PaperGap>& gaps)
{
    if (gaps.empty())
        return false;
    QStringList verbs;
    for (const auto& gap : gaps)
        verbs << (gap.inSchool ? PaperGapFieldsWords::tr("Ghi: %1 (ở Thiết lập)") : PaperGapFieldsWords::tr("Ghi: %1")).arg(toQ(gap.label));
    verbs << PaperGapFieldsWords::tr("Thôi");
    const QString text = PaperGapFieldsWords::tr("Văn bản còn thiếu %1 chỗ nên chưa chốt được. Chọn một chỗ để mở đúng ô phải ghi.").arg(gaps.size());
    const int chosen = shell.prompter.choose(title, text, verbs);
    if (chosen >= 0 && chosen < static_cast<int>(gaps.size()))
        fillInSettings(shell, window, gaps[static_cast<std::size_t>(chosen)]);
    return true;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/rules_dialog.h"

#include "documents/template.h"

namespace thidua::ui {

RulesDialog::RulesDialog(const std::string& rules, QWidget* parent)
    : FormDialog(QStringLiteral("workingRules"), tr("Quy chế hoạt động của Hội đồng"),
                 tr("Mỗi dòng in thành một đoạn của phụ lục kèm quyết định thành lập. Để trống thì quyết định không kèm quy chế."), parent),
      m_text(new TextField(12))
{
    m_text->setObjectName(QStringLiteral("working-rules"));
    m_text->setValue(rules);
    addPart(new FormField(tr("Các điều"), m_text, this));
    addVerb(QStringLiteral("workingRules.usual"), tr("Lấy quy chế thường dùng"), ButtonKind::Normal, [this] {
        m_text->setValue(documents::shippedTemplate("council-work").text("usual-rules"));
        m_text->setFocus();
    });
    addVerb(QStringLiteral("workingRules.save"), tr("Nhận quy chế"), ButtonKind::Primary, [this] {
        emit written(m_text->value());
        accept();
    });
    setMinimumWidth(Theme::px(640));
    m_text->setFocus();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/decision_form.h"

#include "services/award/decision_service.h"

#include <QBoxLayout>

namespace thidua::ui {

DecisionForm::DecisionForm(const domain::Decision& decision, QWidget* parent) : QWidget(parent), m_title(new TextField(2, tr("Về việc …")))
{
    using domain::Decision;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* form = new FormLayout(1, this);
    column->addWidget(form);
    auto* bases = new TextField(6);
    auto* proposer = new LineField(tr("Tổ trưởng Tổ Văn phòng"));
    auto* articles = new TextField(8);
    auto* recipients = new TextField(4);
    m_binder.bind("title", form->add(tr("Trích yếu"), m_title)->required(), m_title, &Decision::title);
    m_binder.bind("bases", form->add(tr("Căn cứ"), bases)->hint(tr("Mỗi căn cứ một dòng, bắt đầu bằng “Căn cứ”; dấu cuối dòng do chương trình in.")),
                  bases, &Decision::bases);
    m_binder.bind("proposer", form->add(tr("Theo đề nghị của"), proposer)->hint(tr("In thành dòng căn cứ cuối: “Theo đề nghị của …”.")), proposer, &Decision::proposer);
    if (decision.kind == domain::DecisionKind::Other)
        m_binder.bind("articles", form->add(tr("Các điều"), articles)->hint(tr("Mỗi điều một dòng, không cần ghi “Điều 1.”.")), articles,
                      &Decision::articles);
    else {
        delete articles;
        form->addText(tr("Các điều và danh sách kèm theo do chương trình lập từ những gì quyết định này công nhận."));
    }
    m_binder.bind("recipients", form->add(tr("Nơi nhận"), recipients)->hint(tr("Mỗi nơi một dòng; dòng cuối: Lưu: VT.")), recipients,
                  &Decision::recipients);
    m_binder.setValidate([](const Decision& d) { return services::validate(d); });
    m_binder.load(decision);
}

void DecisionForm::focusFirst()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

}

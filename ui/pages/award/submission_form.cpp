// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/submission_form.h"

#include "services/award/submission_service.h"

#include <QBoxLayout>

namespace thidua::ui {

SubmissionForm::SubmissionForm(const domain::Submission& submission, QWidget* parent)
    : QWidget(parent), m_title(new TextField(2, tr("Về việc …")))
{
    using domain::Submission;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* form = new FormLayout(1, this);
    column->addWidget(form);
    auto* addressees = new TextField(3);
    auto* bases = new TextField(6);
    auto* body = new TextField(8);
    auto* enclosures = new TextField(5);
    auto* recipients = new TextField(4);
    m_binder.bind("title", form->add(tr("Trích yếu"), m_title)->required(), m_title, &Submission::title);
    m_binder.bind("addressees", form->add(tr("Kính gửi"), addressees)->required()->hint(tr("Mỗi nơi một dòng.")), addressees,
                  &Submission::addressees);
    m_binder.bind("bases", form->add(tr("Căn cứ"), bases)->hint(tr("Mỗi căn cứ một dòng; dấu cuối dòng do chương trình in.")), bases,
                  &Submission::bases);
    m_binder.bind("body", form->add(tr("Nội dung trình"), body)->hint(tr("Mỗi đoạn một dòng; để trống thì chương trình viết đoạn mở đầu từ phiên họp. Danh sách đề nghị in kèm.")),
                  body, &Submission::body);
    m_binder.bind("enclosures", form->add(tr("Hồ sơ kèm theo"), enclosures)->hint(tr("Mỗi thứ một dòng; chương trình đề xuất theo quy định của từng danh hiệu.")), enclosures,
                  &Submission::enclosures);
    m_binder.bind("recipients", form->add(tr("Nơi nhận"), recipients)->hint(tr("Mỗi nơi một dòng; dòng cuối: Lưu: VT.")), recipients,
                  &Submission::recipients);
    m_binder.setValidate([](const Submission& s) { return services::validate(s); });
    m_binder.load(submission);
}

void SubmissionForm::focusFirst()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

}

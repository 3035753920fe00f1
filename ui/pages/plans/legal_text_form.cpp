// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/legal_text_form.h"

namespace thidua::ui::prepare {

using domain::LegalText;

namespace {

/// Kinds that school papers cite: Nghị định 30/2020/NĐ-CP Điều 7, the law's own, and Party papers.
std::vector<ChoiceField::Choice> usualKinds(const std::string& further)
{
    std::vector<std::string> kinds = {"Công văn",  "Kế hoạch",  "Luật",      "Bộ luật",  "Nghị định", "Nghị quyết", "Thông tư", "Quyết định", "Chỉ thị", // on paper
                                      "Hướng dẫn", "Kết luận",  "Thông báo", "Quy định", "Quy chế",   "Chương trình", "Đề án",  "Điều lệ"}; // on paper
    if (!further.empty() && std::find(kinds.begin(), kinds.end(), further) == kinds.end())
        kinds.push_back(further);
    std::vector<ChoiceField::Choice> choices;
    for (const auto& kind : kinds)
        choices.push_back({kind, toQ(kind)});
    return choices;
}

}

LegalTextForm::LegalTextForm(services::SchoolFile& file, Shell& shell, QWidget* parent)
    : QWidget(parent), m_file(file), m_shell(shell), m_binder(new FormBinder<LegalText>(this))
{
    build();
    m_binder->setValidate([](const LegalText& text) { return services::validate(text); });
    connect(m_binder, &FormBinderBase::changed, this,
            [this] { m_wording->setText(tr("Sẽ ghi: Căn cứ %1.").arg(toQ(domain::basisWording(m_binder->draft())))); });
}

void LegalTextForm::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_title = new Label({}, TypeRole::Strong, Ink::Text, this);
    column->addWidget(m_title);
    auto* fields = new FormLayout(2, this);
    m_kind = new ChoiceField(usualKinds({}));
    m_number = new LineField(QStringLiteral("1533/SGDĐT-CMTH"));
    auto* issuer = new LineField(tr("Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi"));
    auto* on = new DateField;
    auto* subject = new TextField(2, tr("về việc hướng dẫn thực hiện nhiệm vụ năm học"));
    auto* inForceTo = new DateField;
    auto* replacedBy = new LineField;
    m_binder->bind("kind", fields->add(tr("Loại văn bản"), m_kind)->required(), m_kind, &LegalText::kind);
    m_binder->bind("number", fields->add(tr("Số, ký hiệu"), m_number)->required(), m_number, &LegalText::number);
    m_binder->bind("issuer", fields->add(tr("Cơ quan ban hành"), issuer), issuer, &LegalText::issuer);
    m_binder->bind("issuedOn", fields->add(tr("Ngày ban hành"), on), on, &LegalText::issuedOn);
    m_binder->bind("subject", fields->add(tr("Trích yếu"), subject, 2)->hint(tr("Viết tiếp ngay sau tên cơ quan: “hướng dẫn …”, “về việc …”.")),
                   subject, &LegalText::subject);
    m_binder->bind("inForceTo", fields->add(tr("Hết hiệu lực sau ngày (nếu có)"), inForceTo), inForceTo, &LegalText::inForceTo);
    m_binder->bind("replacedBy", fields->add(tr("Được thay bằng (nếu có)"), replacedBy), replacedBy, &LegalText::replacedBy);
    m_number->setObjectName(QStringLiteral("legalNumber"));
    column->addWidget(fields);
    m_wording = makeWrapped({}, TypeRole::Small, Ink::Text2, this);
    column->addWidget(m_wording);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(8));
    auto* save = saving(makeButton(tr("Ghi văn bản"), QStringLiteral("check"), ButtonKind::Primary, this));
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, this);
    save->setObjectName(QStringLiteral("legalSave"));
    cancel->setObjectName(QStringLiteral("legalCancel"));
    row->addWidget(save);
    row->addWidget(cancel);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(1);
    connect(save, &QPushButton::clicked, this, &LegalTextForm::save);
    connect(cancel, &QPushButton::clicked, this, &LegalTextForm::cancelled);
}

void LegalTextForm::startNew()
{
    m_editing.reset();
    m_title->setText(tr("Văn bản mới cho thư viện căn cứ"));
    m_kind->setChoices(usualKinds({}));
    LegalText text;
    text.kind = "Công văn"; // on paper
    m_binder->load(text);
    m_wording->clear();
    m_number->setFocus(Qt::OtherFocusReason);
}

void LegalTextForm::startEdit(const services::Stored<LegalText>& text)
{
    m_editing = text;
    m_title->setText(tr("Sửa văn bản trong thư viện"));
    m_kind->setChoices(usualKinds(text.data.kind));
    m_binder->load(text.data);
    m_wording->setText(tr("Sẽ ghi: Căn cứ %1.").arg(toQ(domain::basisWording(text.data))));
    m_number->setFocus(Qt::OtherFocusReason);
}

void LegalTextForm::save()
{
    if (!m_binder->reveal())
        return;
    services::PlanService plans(m_file);
    if (!m_editing) {
        m_shell.runner.run([&] { return plans.addLegalText(m_binder->draft()); },
                           [this](domain::LegalTextId id) {
                               m_binder->markSaved();
                               emit done(id.value());
                           },
                           m_binder);
        return;
    }
    m_shell.runner.run([&] { return plans.editLegalText(m_editing->id, m_binder->draft(), m_editing->version); },
                       [this](services::Done) {
                           m_binder->markSaved();
                           emit done(m_editing->id.value());
                       },
                       m_binder);
}

}

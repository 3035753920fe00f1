// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/legal_text_form.h"

#include "base/symbol.h"
#include "ui/pages/prepare/prepare_words.h"

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

/// School years around today, for the texts that guide them.
std::vector<ChoiceField::Choice> guidedYears(int today)
{
    std::vector<ChoiceField::Choice> choices{{kNoChoice, LegalTextFields::tr("(không ghi)")}};
    for (int year = today + 5; year >= today - 15; --year)
        choices.push_back({std::to_string(year), toQ(SchoolYear(year).screen())});
    return choices;
}

}

LegalText newLegalText()
{
    LegalText text;
    text.kind = "Công văn"; // on paper
    return text;
}

LegalTextFields::LegalTextFields(services::SchoolFile& file, QWidget* parent) : RecordForm(2, parent), m_file(file)
{
    m_kind = choiceOf("kind", tr("Loại văn bản"), &LegalText::kind, usualKinds({})).required().field;
    const auto sign = text("number", tr("Số, ký hiệu"), &LegalText::number).required().named("legalNumber").placeholder(QStringLiteral("1533/SGDĐT-CMTH"));
    sign.hint(tr("Gõ thế nào cũng được: “29/NQ/TW” thành 29-NQ/TW."));
    m_number = sign.field;
    connect(m_number, &QLineEdit::textEdited, this, &LegalTextFields::guessKind);
    connect(m_kind, &QComboBox::activated, this, [this] { m_kindSaid = true; });
    text("issuer", tr("Cơ quan ban hành"), &LegalText::issuer, Wide).placeholder(tr("Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi"));
    date("issuedOn", tr("Ngày ban hành"), &LegalText::issuedOn);
    choice("level", tr("Cấp ban hành"), &LegalText::level, Half, tr("(theo số, ký hiệu)"));
    lines("subject", tr("Trích yếu"), &LegalText::subject, 2).hint(tr("Viết tiếp ngay sau tên cơ quan: “hướng dẫn …”, “về việc …”."));
    declareForce();
    m_wording = makeWrapped({}, TypeRole::Small, Ink::Text2, this);
    FormLayout::add(m_wording, 2);
    binder().setValidate([](const LegalText& given) { return services::validate(given); });
    connect(&binder(), &FormBinderBase::changed, this, [this] { showWording(); });
}

void LegalTextFields::declareForce()
{
    date("inForceFrom", tr("Có hiệu lực từ (nếu khác)"), &LegalText::inForceFrom);
    date("inForceTo", tr("Hết hiệu lực sau ngày"), &LegalText::inForceTo);
    m_successor = new SearchField(tr("Tìm trong kho…"));
    add("replacedById", tr("Được thay bằng văn bản"), m_successor, [](auto& d) -> auto& { return d.replacedById; }, Wide)
        .hint(tr("Văn bản mới đã có trong kho: ngày hết hiệu lực để trống thì lấy theo ngày của nó."));
    text("replacedBy", tr("hoặc văn bản chưa có trong kho"), &LegalText::replacedBy, Wide);
    const auto years = guidedYears(m_file.clock().today().year());
    const auto year = [&](const char* name, const QString& label, std::optional<int> LegalText::*member) {
        auto* field = slim(new ChoiceField(years));
        custom(name, label, field, [field, member](const LegalText& d) { field->setValue(d.*member ? std::to_string(*(d.*member)) : std::string(kNoChoice)); },
               [field, member](LegalText& d) {
                   const auto code = field->value();
                   d.*member = code.empty() || code == kNoChoice ? std::nullopt : std::optional(std::stoi(code));
               });
    };
    year("guidesFrom", tr("Hướng dẫn từ năm học"), &LegalText::guidesFrom);
    year("guidesTo", tr("đến năm học"), &LegalText::guidesTo);
}

void LegalTextFields::start(const LegalText& given, std::optional<domain::LegalTextId> id)
{
    m_kind->setChoices(usualKinds(given.kind));
    m_kindSaid = id.has_value();
    std::vector<SearchField::Option> options;
    if (const auto texts = services::PlanService(m_file).legalTexts())
        for (const auto& other : *texts)
            if (other.id != id)
                options.push_back({other.id.value(), nameOf(other.data), originOf(other.data)});
    m_successor->setOptions(std::move(options));
    load(given);
    showWording();
}

/// A sign names its kind; what has none in it is a letter. The person's own choice stays.
void LegalTextFields::guessKind(const QString& number)
{
    const auto said = fromQ(number);
    if (m_kindSaid || !Symbol::parse(rightSymbol(said)))
        return;
    const auto kind = kindOfSign(said);
    m_kind->setValue(kind.empty() ? newLegalText().kind : kind);
}

void LegalTextFields::showWording()
{
    const auto now = draft();
    m_wording->setText(now.number.empty() ? QString() : tr("Sẽ ghi: %1.").arg(toQ(domain::basisLine(now))));
}

LegalTextForm::LegalTextForm(services::SchoolFile& file, Shell& shell, QWidget* parent)
    : QWidget(parent), m_file(file), m_shell(shell), m_fields(new LegalTextFields(file, this))
{
    build();
}

void LegalTextForm::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_title = new Label({}, TypeRole::Strong, Ink::Text, this);
    column->addWidget(m_title);
    column->addWidget(m_fields);
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
    m_title->setText(tr("Văn bản mới cho kho căn cứ"));
    m_fields->start(newLegalText(), std::nullopt);
    m_fields->numberField()->setFocus(Qt::OtherFocusReason);
}

void LegalTextForm::startEdit(const services::Stored<domain::LegalText>& text)
{
    m_editing = text;
    m_title->setText(tr("Sửa văn bản trong kho"));
    m_fields->start(text.data, text.id);
    m_fields->numberField()->setFocus(Qt::OtherFocusReason);
}

void LegalTextForm::save()
{
    auto& binder = m_fields->binder();
    if (!binder.reveal())
        return;
    services::PlanService plans(m_file);
    const auto written = m_editing ? writtenBy(m_shell.runner, binder, m_editing->id.value(),
                                               [&] { return plans.editLegalText(m_editing->id, m_fields->draft(), m_editing->version); })
                                   : writtenBy(m_shell.runner, binder, {}, [&] { return plans.addLegalText(m_fields->draft()); });
    if (!written)
        return;
    binder.markSaved();
    emit done(*written);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_sections.h"

#include "ui/pages/prepare/prepare_words.h"

namespace thidua::ui::prepare {

using domain::PaperRecipient;
using domain::PlanSection;
using services::PlanDraft;

PlanSectionsPart::PlanSectionsPart(PlanEnv env, QWidget* parent)
    : OrderedPart(QStringLiteral("planSections"), tr("Các mục của kế hoạch"), tr("Thêm mục"),
                  tr("Kế hoạch chưa có mục nào. Thêm lời dẫn, mục đích, yêu cầu, nội dung, tổ chức thực hiện."), env, parent),
      m_binder(new FormBinder<PlanSection>(this))
{
    setForm(buildForm());
    connect(m_binder, &FormBinderBase::changed, this, [this] {
        const int row = list()->current();
        if (row < 0)
            return;
        at(row) = m_binder->draft();
        m_bodyHint->setVisible(at(row).role == domain::SectionRole::Targets);
        lineEdited();
    });
}

QWidget* PlanSectionsPart::buildForm()
{
    auto* host = new QWidget(this);
    auto* column = new QVBoxLayout(host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    auto* fields = new FormLayout(4, host);
    auto* role = new ChoiceField;
    auto* roleForm = fields->add(tr("Vai trò của mục"), role, 3);
    auto* numbering = new LineField(QStringLiteral("II. / 2.1."));
    auto* numberingForm = fields->add(tr("Đánh số"), numbering, 1);
    m_heading = new LineField(tr("Để trống nếu mục không có đề mục"));
    auto* headingForm = fields->add(tr("Đề mục"), m_heading, 4);
    auto* body = new TextField(6, tr("Mỗi đoạn một dòng."));
    body->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    body->setAccessibleName(tr("Nội dung của mục"));
    auto* bodyLabel = new Label(tr("Nội dung"), TypeRole::SmallStrong, Ink::Text2, host);
    bodyLabel->setBuddy(body);
    m_bodyHint = makeWrapped(tr("Bảng chỉ tiêu in ở mục này, sau nội dung; chỉ tiêu nhập ở thẻ “Chỉ tiêu”."), TypeRole::Small, Ink::Text2, host);
    column->addWidget(fields);
    column->addWidget(bodyLabel);
    column->addWidget(body, 1);
    column->addWidget(m_bodyHint);
    m_binder->bindChoice("role", roleForm, role, &PlanSection::role, choicesOf<domain::SectionRole>());
    m_binder->bind("numbering", numberingForm, numbering, &PlanSection::numbering);
    m_binder->bind("heading", headingForm, m_heading, &PlanSection::heading);
    m_binder->bind("body", nullptr, body, &PlanSection::body);
    body->setObjectName(QStringLiteral("sectionBody"));
    m_heading->setObjectName(QStringLiteral("sectionHeading"));
    return host;
}

void PlanSectionsPart::load(const PlanDraft& draft)
{
    m_lines = draft.sections;
    reload(list()->current());
}

void PlanSectionsPart::setReadOnly(bool readOnly)
{
    OrderedPart::setReadOnly(readOnly);
    m_binder->setReadOnly(readOnly);
}

QString PlanSectionsPart::words() const
{
    return tr("Nội dung (%1)").arg(m_lines.size());
}

OrderedItem PlanSectionsPart::itemAt(int row) const
{
    const PlanSection& line = at(row);
    const QString body = toQ(line.body).section(QLatin1Char('\n'), 0, 0);
    QString text = QStringLiteral("%1 %2").arg(toQ(line.numbering), toQ(line.heading.empty() ? std::string() : line.heading)).trimmed();
    const bool strong = !line.heading.empty();
    if (!strong)
        text = QStringLiteral("%1 %2").arg(toQ(line.numbering), body).trimmed();
    if (text.isEmpty())
        text = tr("(chưa ghi)");
    return {text, strong && !body.isEmpty() ? QStringLiteral("%1 – %2").arg(labelOf(line.role), body) : labelOf(line.role), strong};
}

int PlanSectionsPart::insertAfter(int row)
{
    PlanSection line;
    line.role = domain::SectionRole::Content;
    m_lines.insert(m_lines.begin() + row + 1, line);
    return row + 1;
}

void PlanSectionsPart::showLine(int row)
{
    m_binder->load(at(row));
    m_bodyHint->setVisible(at(row).role == domain::SectionRole::Targets);
}

Question PlanSectionsPart::questionFor(int row) const
{
    const PlanSection& line = at(row);
    if (line.body.empty() && line.heading.empty())
        return {};
    return {tr("Bỏ mục này?"), tr("Bỏ mục “%1” cùng nội dung đã viết? Các mục khác giữ nguyên.").arg(itemAt(row).text), tr("Bỏ mục"),
            tr("Giữ lại"), true};
}

PlanRecipientsPart::PlanRecipientsPart(PlanEnv env, QWidget* parent)
    : OrderedPart(QStringLiteral("planRecipients"), tr("Nơi nhận"), tr("Thêm nơi nhận"), tr("Chưa ghi nơi nhận nào."), env, parent),
      m_binder(new FormBinder<PaperRecipient>(this))
{
    auto* host = new QWidget(this);
    auto* column = new QVBoxLayout(host);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new FormLayout(1, host);
    m_text = new LineField(tr("Ủy ban nhân dân xã Măng Đen"));
    auto* textForm = fields->add(tr("Nơi nhận"), m_text)->required();
    auto* purpose = new LineField(tr("để b/c"));
    auto* purposeForm = fields->add(tr("Để làm gì"), purpose)->hint(tr("In trong ngoặc: (để b/c), (để t/h). Để trống nếu chỉ gửi."));
    column->addWidget(fields);
    column->addStretch(1);
    m_binder->bind("text", textForm, m_text, &PaperRecipient::text);
    m_binder->bind("purpose", purposeForm, purpose, &PaperRecipient::purpose);
    setForm(host);
    connect(m_binder, &FormBinderBase::changed, this, [this] {
        if (const int row = list()->current(); row >= 0) {
            at(row) = m_binder->draft();
            lineEdited();
        }
    });
}

void PlanRecipientsPart::load(const PlanDraft& draft)
{
    m_lines = draft.recipients;
    reload(list()->current());
}

void PlanRecipientsPart::setReadOnly(bool readOnly)
{
    OrderedPart::setReadOnly(readOnly);
    m_binder->setReadOnly(readOnly);
}

QString PlanRecipientsPart::words() const
{
    return tr("Nơi nhận (%1)").arg(m_lines.size());
}

OrderedItem PlanRecipientsPart::itemAt(int row) const
{
    const PaperRecipient& line = at(row);
    return {line.text.empty() ? tr("(chưa ghi)") : toQ(line.text), line.purpose.empty() ? tr("chỉ gửi") : toQ(line.purpose)};
}

int PlanRecipientsPart::insertAfter(int row)
{
    // “Lưu: VT” stays last.
    const bool filed = row == count() - 1 && row >= 0 && at(row).text.starts_with("Lưu");
    const int place = filed ? row : row + 1;
    m_lines.insert(m_lines.begin() + place, PaperRecipient{});
    return place;
}

Question PlanRecipientsPart::questionFor(int row) const
{
    if (at(row).text.empty())
        return {};
    return {tr("Bỏ nơi nhận này?"), tr("Bỏ “%1” khỏi nơi nhận của kế hoạch?").arg(toQ(at(row).text)), tr("Bỏ nơi nhận"), tr("Giữ lại"), true};
}

}

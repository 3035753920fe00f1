// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/staff_form.h"

#include "base/vietnamese.h"
#include "ui/pages/kit/field_bind.h"

#include <QBoxLayout>

namespace thidua::ui {

using services::StaffDraft;

StaffForm::StaffForm(std::vector<services::StaffRow> everyone, const std::vector<services::Stored<domain::Collective>>& collectives,
                     std::optional<domain::PersonId> self, QWidget* parent)
    : QWidget(parent), m_binder(this), m_everyone(std::move(everyone)), m_self(self)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    auto* layout = new FormLayout(2, this);
    addPersonFields(*layout);
    layout->addSection(tr("Trong năm học này"));
    addPostFields(*layout, collectives);
    column->addWidget(layout);
    m_binder.setValidate([](const StaffDraft& draft) { return services::validate(draft); });
    connect(&m_binder, &FormBinderBase::changed, this, &StaffForm::warnOfHomonyms);
}

void StaffForm::addPersonFields(FormLayout& layout)
{
    auto* name = new LineField;
    auto* nameLine = layout.add(tr("Họ và tên"), name, 2)->required();
    bindBy(m_binder, "fullName", nameLine, name, [](auto& d) -> auto& { return d.person.fullName; });
    m_warning = new QWidget(this);
    m_warning->setObjectName(QStringLiteral("homonymWarning"));
    auto* row = new QHBoxLayout(m_warning);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(4));
    row->addWidget(makeIconLabel(QStringLiteral("question"), Ink::Warn, 14, m_warning), 0, Qt::AlignTop);
    m_warningText = makeWrapped({}, TypeRole::Small, Ink::Warn, m_warning);
    row->addWidget(m_warningText, 1);
    m_warning->hide();
    layout.add(m_warning, 2);

    auto* gender = slim(new ChoiceField(choicesOf<domain::Gender>(tr("Chưa ghi"))));
    bindBy(m_binder, "gender", layout.add(tr("Giới tính"), gender), gender, [](auto& d) -> auto& { return d.person.gender; });
    auto* birth = new PartialDateField;
    birth->setPlaceholderText(tr("ngày hoặc năm"));
    bindBy(m_binder, "birth", layout.add(tr("Ngày sinh"), birth), birth, [](auto& d) -> auto& { return d.person.birth; });
    auto* employed = new DateField;
    bindBy(m_binder, "employedFrom", layout.add(tr("Vào ngành từ"), employed), employed, [](auto& d) -> auto& { return d.person.employedFrom; });
    auto* contract = slim(new ChoiceField(choicesOf<domain::Contract>(tr("Chưa ghi"))));
    bindBy(m_binder, "contract", layout.add(tr("Tuyển dụng"), contract), contract, [](auto& d) -> auto& { return d.person.contract; });
    auto* left = new DateField;
    auto* leftLine = layout.add(tr("Ngày chuyển đi, nghỉ hưu"), left, 2)->hint(tr("Để trống khi còn công tác tại trường."));
    bindBy(m_binder, "leftOn", leftLine, left, [](auto& d) -> auto& { return d.person.leftOn; });
    auto* note = new TextField(2);
    bindBy(m_binder, "note", layout.add(tr("Ghi chú"), note, 2), note, [](auto& d) -> auto& { return d.person.note; });
}

void StaffForm::addPostFields(FormLayout& layout, const std::vector<services::Stored<domain::Collective>>& collectives)
{
    auto* position = slim(new ChoiceField(choicesOf<domain::Position>()));
    bindBy(m_binder, "position", layout.add(tr("Chức danh"), position)->required(), position, [](auto& d) -> auto& { return d.position; });
    std::vector<ChoiceField::Choice> teams{{kNoChoice, tr("Chưa xếp tổ")}};
    for (const auto& row : collectives)
        if (row.data.active && (row.data.type == domain::CollectiveType::Team || row.data.type == domain::CollectiveType::Office))
            teams.push_back({std::to_string(row.id.value()), toQ(row.data.name)});
    auto* team = slim(new ChoiceField(teams));
    bindBy(m_binder, "team", layout.add(tr("Tổ"), team), team, [](auto& d) -> auto& { return d.team; });
    auto* title = new LineField(tr("ví dụ: Giáo viên chủ nhiệm lớp 2C"));
    auto* titleLine = layout.add(tr("Chức vụ ghi trên văn bản"), title, 2)->hint(tr("Để trống thì in theo chức danh."));
    bindBy(m_binder, "title", titleLine, title, [](auto& d) -> auto& { return d.title; });
}

void StaffForm::warnOfHomonyms()
{
    const StaffDraft draft = m_binder.draft();
    const std::string typed = fold(draft.person.fullName);
    QStringList same;
    bool likely = false;
    for (const auto& row : m_everyone) {
        if (typed.empty() || row.id == m_self || fold(row.person.fullName) != typed)
            continue;
        QStringList facts;
        if (row.person.birth)
            facts << tr("sinh %1").arg(toQ(row.person.birth->vn()));
        if (!row.teamName.empty())
            facts << toQ(row.teamName);
        same << (facts.isEmpty() ? toQ(row.person.fullName) : tr("%1 (%2)").arg(toQ(row.person.fullName), facts.join(QStringLiteral(", "))));
        likely = likely || (row.person.birth && row.person.birth == draft.person.birth);
    }
    m_warning->setVisible(!same.isEmpty());
    if (!same.isEmpty())
        m_warningText->setText(likely ? tr("Trong sổ đã có %1, cùng ngày sinh: có thể là một người.").arg(same.join(QStringLiteral("; ")))
                                      : tr("Trong sổ đã có %1. Nếu là người khác, xin ghi ngày sinh để phân biệt.").arg(same.join(QStringLiteral("; "))));
}

}

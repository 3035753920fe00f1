// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/staff/staff_form.h"

#include "base/date_reader.h"
#include "ui/pages/kit/namesake_words.h"
#include "ui/pages/kit/parts.h"

namespace thidua::ui {

using services::StaffDraft;

StaffForm::StaffForm(std::vector<services::StaffRow> everyone, const std::vector<services::Stored<domain::Collective>>& collectives,
                     std::optional<domain::PersonId> self, Date today, QWidget* parent)
    : RecordForm(2, parent), m_everyone(std::move(everyone)), m_self(self), m_today(today)
{
    addPersonFields();
    addSection(tr("Trong năm học này"));
    addPostFields(collectives);
    binder().setValidate([today](const StaffDraft& draft) { return services::validate(draft, today); });
    connect(&binder(), &FormBinderBase::changed, this, &StaffForm::warnOfHomonyms);
}

void StaffForm::addPersonFields()
{
    text("fullName", tr("Họ và tên"), [](auto& d) -> auto& { return d.person.fullName; }, Wide).required();
    auto* warning = makeNote({}, QStringLiteral("question"), Ink::Warn, TypeRole::Small, Ink::Warn, this);
    warning->setObjectName(QStringLiteral("homonymWarning"));
    m_warning = warning->findChildren<Label*>().last();
    warning->hide();
    add(warning, Wide);
    const QString unknown = tr("Chưa ghi");
    choice("gender", tr("Giới tính"), [](auto& d) -> auto& { return d.person.gender; }, Half, unknown);
    auto* birth = partialDate("birth", tr("Ngày sinh"), [](auto& d) -> auto& { return d.person.birth; }).placeholder(tr("ngày hoặc năm")).field;
    birth->setSense([this] { return birthSense(m_today); });
    partialDate("employedFrom", tr("Vào ngành từ"), [](auto& d) -> auto& { return d.person.employedFrom; }).placeholder(tr("ngày hoặc năm"))
        .field->setSense([this, birth] { return employmentSense(birth->value(), m_today); });
    choice("contract", tr("Tuyển dụng"), [](auto& d) -> auto& { return d.person.contract; }, Half, unknown);
    text("code", tr("Mã cán bộ"), [](auto& d) -> auto& { return d.person.code; }, Half).hint(tr("Theo phần mềm khác, nếu có."));
    date("leftOn", tr("Ngày chuyển đi, nghỉ hưu"), [](auto& d) -> auto& { return d.person.leftOn; }, Wide).hint(tr("Để trống khi còn công tác tại trường."));
    lines("note", tr("Ghi chú"), [](auto& d) -> auto& { return d.person.note; }, 2);
}

void StaffForm::addPostFields(const std::vector<services::Stored<domain::Collective>>& collectives)
{
    choice("position", tr("Chức danh"), &StaffDraft::position).required();
    std::vector<ChoiceField::Choice> teams{{kNoChoice, tr("Chưa xếp tổ")}};
    for (const auto& row : collectives)
        if (row.data.active && (row.data.type == domain::CollectiveType::Team || row.data.type == domain::CollectiveType::Office))
            teams.push_back({std::to_string(row.id.value()), toQ(row.data.name)});
    choiceOf("team", tr("Tổ"), &StaffDraft::team, teams);
    text("title", tr("Chức vụ ghi trên văn bản"), &StaffDraft::title, Wide).placeholder(tr("ví dụ: Giáo viên chủ nhiệm lớp 2C"))
        .hint(tr("Để trống thì in theo chức danh."));
}

void StaffForm::warnOfHomonyms()
{
    const StaffDraft typed = draft();
    std::vector<Namesake> others;
    for (const auto& row : m_everyone)
        others.push_back({row.id, row.person.fullName, row.person.birth, row.teamName});
    const QString words = namesakeWords(others, m_self, typed.person.fullName, typed.person.birth);
    m_warning->parentWidget()->setVisible(!words.isEmpty());
    m_warning->setText(words);
}

}

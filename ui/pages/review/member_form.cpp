// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/member_form.h"

#include "services/people/namesakes.h"
#include "ui/pages/review/review_words.h"

#include <QBoxLayout>

namespace thidua::ui {

using domain::CouncilMember;
using domain::CouncilRole;

MemberForm::MemberForm(const std::vector<services::StaffRow>& staff, QWidget* parent) : QWidget(parent), m_staff(staff), m_form(this)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new FormLayout(1, this);
    m_person = new SearchField(tr("Gõ tên để tìm"), fields);
    m_person->setObjectName(QStringLiteral("member-person"));
    std::vector<SearchField::Option> options;
    for (const auto& row : m_staff)
        options.push_back({row.id.value(), toQ(services::namedApart(row.person.fullName, row.apart)),
                           row.left ? tr("đã chuyển đi %1").arg(dateText(row.person.leftOn)) : toQ(row.title.empty() ? row.teamName : row.title)});
    m_person->setOptions(std::move(options));
    m_role = new ChoiceField({}, fields);
    m_role->setObjectName(QStringLiteral("member-role"));
    m_title = new LineField(tr("Phó Hiệu trưởng, Chủ tịch Công đoàn…"), fields);
    m_title->setObjectName(QStringLiteral("member-title"));
    m_duty = new TextField(3, tr("phụ trách, theo dõi…"), fields);
    m_duty->setObjectName(QStringLiteral("member-duty"));
    auto* person = fields->add(tr("Họ và tên"), m_person)->required();
    auto* role = fields->add(tr("Vai trò trong Hội đồng"), m_role)->required();
    auto* title = fields->add(tr("Chức vụ ghi trong quyết định"), m_title);
    auto* duty = fields->add(tr("Nhiệm vụ"), m_duty);
    column->addWidget(fields);
    m_form.bind("person", person, m_person, &CouncilMember::person);
    std::vector<std::pair<CouncilRole, QString>> roles;
    for (const auto value : {CouncilRole::Chair, CouncilRole::ViceChair, CouncilRole::Secretary, CouncilRole::Member})
        roles.emplace_back(value, review::labelOf(value));
    m_form.bindChoice("role", role, m_role, &CouncilMember::role, roles);
    m_form.bind("title", title, m_title, &CouncilMember::title);
    m_form.bind("duty", duty, m_duty, &CouncilMember::duty);
    connect(&m_form, &FormBinderBase::changed, this, [this] {
        if (m_loading)
            return;
        proposeTitle();
        emit changed();
    });
}

void MemberForm::load(const CouncilMember& member, bool readOnly)
{
    m_loading = true;
    m_form.load(member);
    if (member.person.value() == 0)
        m_person->setValue(std::nullopt);
    m_titled = m_person->value();
    m_form.setReadOnly(readOnly);
    m_loading = false;
}

void MemberForm::proposeTitle()
{
    // A post is the person's: somebody else in the same seat brings their own.
    if (!m_person->value() || (m_person->value() == m_titled && !m_title->isBlank()))
        return;
    m_titled = m_person->value();
    for (const auto& row : m_staff)
        if (row.id.value() == *m_person->value()) {
            m_loading = true;
            m_title->setValue(row.title.empty() ? review::labelOf(row.position).toStdString() : row.title);
            m_loading = false;
        }
}

QString MemberForm::personName() const
{
    for (const auto& row : m_staff)
        if (m_person->value() == row.id.value())
            return toQ(services::namedApart(row.person.fullName, row.apart));
    return {};
}

void MemberForm::focusFirst()
{
    m_person->setFocus();
}

}

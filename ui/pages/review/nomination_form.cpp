// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/nomination_form.h"

#include "services/law/honours.h"
#include "ui/pages/kit/field_bind.h"

#include <QBoxLayout>

namespace thidua::ui {
namespace {

std::vector<FieldIssue> check(const NominationDraft& draft)
{
    std::vector<FieldIssue> issues;
    if (draft.subject == 0)
        issues.push_back({"subject", "honour.subject-missing", {}});
    if (draft.honour.empty())
        issues.push_back({"honour", "honour.missing", {}});
    if (!draft.applicableOn)
        issues.push_back({"applicableOn", "nomination.day-missing", {}});
    return issues;
}

}

NominationForm::NominationForm(services::SchoolFile& file, domain::SchoolYearId year, QWidget* parent)
    : QWidget(parent), m_file(file), m_form(this)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new FormLayout(1, this);
    m_subject = new SearchField(tr("Gõ tên để tìm"), fields);
    m_subject->setObjectName(QStringLiteral("nomination-subject"));
    m_honour = slim(new ChoiceField({}, fields));
    m_honour->setObjectName(QStringLiteral("nomination-honour"));
    m_ground = slim(new ChoiceField(choicesOf<domain::Ground>(), fields));
    m_ground->setObjectName(QStringLiteral("nomination-ground"));
    m_date = new DateField(fields);
    m_date->setObjectName(QStringLiteral("nomination-date"));
    auto* subject = fields->add(tr("Cá nhân hoặc tập thể"), m_subject)->required();
    auto* honour = fields->add(tr("Danh hiệu, hình thức khen"), m_honour)->required();
    auto* ground = fields->add(tr("Loại hình khen thưởng"), m_ground);
    ground->hint(tr("Đột xuất, theo phong trào, cống hiến có điều kiện riêng; danh hiệu thi đua chỉ xét theo công trạng."));
    auto* date = fields->add(tr("Ngày áp dụng"), m_date)->required();
    date->hint(tr("Điều kiện được xét theo quy định có hiệu lực vào ngày này."));
    column->addWidget(fields);
    loadSubjects(year);
    m_form.bind("subject", subject, m_subject, [this](const NominationDraft& d) {
        m_subject->setValue(d.subject == 0 ? std::nullopt : std::optional(d.subject));
    }, [this](NominationDraft& d) { d.subject = m_subject->value().value_or(0); });
    m_form.bind("honour", honour, m_honour, &NominationDraft::honour);
    m_form.bind("ground", ground, m_ground, &NominationDraft::ground);
    m_form.bind("applicableOn", date, m_date, &NominationDraft::applicableOn);
    m_form.setValidate(&check);
    NominationDraft draft;
    draft.applicableOn = m_file.clock().today();
    m_form.load(draft);
    showHonours();
    showGrounds();
    connect(&m_form, &FormBinderBase::changed, this, &NominationForm::showHonours);
    connect(&m_form, &FormBinderBase::changed, this, &NominationForm::showGrounds);
}

void NominationForm::loadSubjects(domain::SchoolYearId year)
{
    std::vector<SearchField::Option> options;
    if (auto rows = services::YearRecordService(m_file).rows(year))
        for (const auto& row : *rows)
            options.push_back({row.subject.person ? row.subject.person->value() : -row.subject.collective->value(), toQ(row.named.empty() ? row.name : row.named),
                               toQ(row.post.empty() || row.team.empty() ? row.post + row.team : row.post + ", " + row.team)});
    m_subject->setOptions(std::move(options));
}

void NominationForm::showHonours()
{
    const bool collective = m_subject->value().value_or(1) < 0;
    std::vector<ChoiceField::Choice> choices;
    for (const auto& choice : services::RegistrationService(m_file).choices(m_date->value().value_or(m_file.clock().today())))
        if (collective ? choice.forCollectives : choice.forPeople)
            choices.push_back({choice.code, toQ(choice.name)});
    std::vector<std::string> codes;
    for (int i = 0; i < m_honour->count(); ++i)
        codes.push_back(m_honour->itemData(i).toString().toStdString());
    const bool same = codes.size() == choices.size()
                      && std::ranges::equal(codes, choices, {}, {}, [](const ChoiceField::Choice& c) { return c.code; });
    if (!same)
        m_honour->setChoices(choices);
}

/// Those on which the honour may be asked for; back to annual merit where the one chosen is none of them.
void NominationForm::showGrounds()
{
    std::vector<ChoiceField::Choice> choices;
    for (const auto ground : services::groundsOf(m_file.rules(), m_honour->value()))
        choices.push_back({std::string(toCode(ground)), toQ(text::label("ground", toCode(ground)))});
    if (m_ground->count() == static_cast<int>(choices.size()))
        return;
    m_ground->setChoices(choices);
    if (m_ground->isBlank() && !choices.empty())
        m_ground->setValue(choices.front().code);
}

domain::SubjectRef NominationForm::subject() const
{
    const auto id = m_form.draft().subject;
    return id < 0 ? domain::SubjectRef::of(domain::CollectiveId(-id)) : domain::SubjectRef::of(domain::PersonId(id));
}

}

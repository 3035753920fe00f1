// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/nomination_form.h"

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
    m_honour = new ChoiceField({}, fields);
    m_honour->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // the whole words stand in its list
    m_honour->setMinimumContentsLength(8);
    m_honour->setObjectName(QStringLiteral("nomination-honour"));
    m_date = new DateField(fields);
    m_date->setObjectName(QStringLiteral("nomination-date"));
    auto* subject = fields->add(tr("Cá nhân hoặc tập thể"), m_subject)->required();
    auto* honour = fields->add(tr("Danh hiệu, hình thức khen"), m_honour)->required();
    m_dateLine = fields->add(tr("Ngày áp dụng"), m_date)->required();
    m_dateLine->hint(tr("Điều kiện được xét theo quy định có hiệu lực vào ngày này."));
    column->addWidget(fields);
    loadSubjects(year);
    m_form.bind("subject", subject, m_subject, [this](const NominationDraft& d) {
        m_subject->setValue(d.subject == 0 ? std::nullopt : std::optional(d.subject));
    }, [this](NominationDraft& d) { d.subject = m_subject->value().value_or(0); });
    m_form.bind("honour", honour, m_honour, &NominationDraft::honour);
    m_form.bind("applicableOn", m_dateLine, m_date, &NominationDraft::applicableOn);
    m_form.setValidate(&check);
    NominationDraft draft;
    draft.applicableOn = m_file.clock().today();
    m_form.load(draft);
    showHonours();
    connect(&m_form, &FormBinderBase::changed, this, &NominationForm::showHonours);
}

void NominationForm::loadSubjects(domain::SchoolYearId year)
{
    std::vector<SearchField::Option> options;
    if (auto rows = services::YearRecordService(m_file).rows(year))
        for (const auto& row : *rows)
            options.push_back({row.subject.person ? row.subject.person->value() : -row.subject.collective->value(), toQ(row.name),
                               toQ(row.post.empty() ? row.team : row.post)});
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

domain::SubjectRef NominationForm::subject() const
{
    const auto id = m_form.draft().subject;
    return id < 0 ? domain::SubjectRef::of(domain::CollectiveId(-id)) : domain::SubjectRef::of(domain::PersonId(id));
}

bool NominationForm::complete()
{
    if (!m_form.reveal()) {
        m_form.focusFirstError();
        return false;
    }
    if (m_date->value())
        return true;
    m_dateLine->setError(tr("Xin ghi ngày áp dụng: ngày này chọn quy định dùng để xét."));
    m_date->setFocus();
    return false;
}

void NominationForm::focusFirst()
{
    m_subject->setFocus();
}

}

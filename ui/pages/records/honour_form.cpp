// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/honour_form.h"

#include "ui/pages/kit/field_bind.h"

namespace thidua::ui {

using domain::HonourRecord;

namespace {

constexpr int kOldestYear = 1975;

std::vector<ChoiceField::Choice> yearChoices(Date today)
{
    std::vector<ChoiceField::Choice> choices;
    for (auto year = SchoolYear::of(today); year.startYear() >= kOldestYear; year = year.previous())
        choices.push_back({std::to_string(year.startYear()), toQ(year.screen())});
    return choices;
}

}

std::optional<std::int64_t> numberOf(const domain::SubjectRef& subject)
{
    if (subject.person)
        return subject.person->value();
    if (subject.collective)
        return -subject.collective->value();
    return std::nullopt;
}

domain::SubjectRef subjectOf(std::optional<std::int64_t> number)
{
    if (!number)
        return {};
    return *number > 0 ? domain::SubjectRef::of(domain::PersonId(*number)) : domain::SubjectRef::of(domain::CollectiveId(-*number));
}

std::vector<SearchField::Option> subjectOptions(services::SchoolFile& file, std::optional<domain::SchoolYearId> year)
{
    std::vector<SearchField::Option> options;
    services::PeopleService service(file);
    if (const auto people = service.staff(year.value_or(domain::SchoolYearId(0)), true))
        for (const auto& row : *people) {
            QStringList second;
            if (row.person.birth)
                second << toQ(row.person.birth->vn());
            if (!row.teamName.empty())
                second << toQ(row.teamName);
            options.push_back({row.id.value(), toQ(row.person.fullName), second.join(QStringLiteral(", "))});
        }
    if (const auto collectives = service.collectives())
        for (const auto& row : *collectives)
            options.push_back({-row.id.value(), toQ(row.data.name), toQ(text::label("collective-type", domain::toCode(row.data.type)))});
    return options;
}

HonourForm::HonourForm(std::vector<SearchField::Option> subjects, const std::vector<services::HonourChoice>& honours, Date today, QWidget* parent)
    : FormLayout(2, parent), m_binder(this)
{
    addSubject(std::move(subjects));
    std::vector<ChoiceField::Choice> names;
    for (const auto& honour : honours)
        names.push_back({honour.code, toQ(honour.name)});
    auto* honour = slim(new ChoiceField(names));
    bindBy(m_binder, "honour", add(tr("Danh hiệu, hình thức khen thưởng"), honour, 2)->required(), honour, [](auto& d) -> auto& { return d.honour; });
    auto* year = slim(new ChoiceField(yearChoices(today)));
    m_binder.bind("year", add(tr("Năm học"), year)->required(), year,
                  [year](const HonourRecord& d) { year->setValue(std::to_string(d.year.startYear())); },
                  [year](HonourRecord& d) {
                      if (const auto code = year->value(); !code.empty())
                          d.year = SchoolYear(std::stoi(code));
                  });
    auto* ground = slim(new ChoiceField(choicesOf<domain::Ground>()));
    bindBy(m_binder, "ground", add(tr("Loại hình"), ground), ground, [](auto& d) -> auto& { return d.ground; });
    addDecision();
    m_binder.setValidate([](const HonourRecord& draft) {
        std::vector<FieldIssue> issues;
        if (!draft.subject.person && !draft.subject.collective)
            issues.push_back({"subject", "honour.subject-missing", {}});
        if (draft.honour.empty())
            issues.push_back({"honour", "honour.missing", {}});
        if (draft.year.startYear() < kOldestYear)
            issues.push_back({"year", "honour.year-missing", {}});
        return issues;
    });
}

void HonourForm::addSubject(std::vector<SearchField::Option> subjects)
{
    auto* subject = new SearchField(tr("Gõ tên người hoặc tập thể"));
    subject->setOptions(std::move(subjects));
    m_binder.bind("subject", add(tr("Người, tập thể được khen"), subject, 2)->required(), subject,
                  [subject](const HonourRecord& d) { subject->setValue(numberOf(d.subject)); },
                  [subject](HonourRecord& d) { d.subject = subjectOf(subject->value()); });
}

void HonourForm::addDecision()
{
    auto* number = new LineField(tr("ví dụ: 1187/QĐ-UBND"));
    auto* numberLine = add(tr("Số quyết định"), number)->hint(tr("Hồ sơ cũ không còn số thì để trống."));
    bindBy(m_binder, "decisionNumber", numberLine, number, [](auto& d) -> auto& { return d.decisionNumber; });
    auto* date = new DateField;
    bindBy(m_binder, "decidedOn", add(tr("Ngày quyết định"), date), date, [](auto& d) -> auto& { return d.decidedOn; });
    auto* issuer = new LineField(tr("ví dụ: Chủ tịch UBND huyện Kon Plông"));
    bindBy(m_binder, "issuer", add(tr("Người, cơ quan quyết định"), issuer, 2), issuer, [](auto& d) -> auto& { return d.issuer; });
    auto* note = new LineField;
    bindBy(m_binder, "note", add(tr("Ghi chú"), note, 2), note, [](auto& d) -> auto& { return d.note; });
}

}

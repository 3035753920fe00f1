// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/honour_form.h"

#include "services/people/pupil_service.h"

#include <algorithm>
#include <set>

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

std::vector<SearchField::Option> pupilOptions(services::SchoolFile& file)
{
    std::vector<SearchField::Option> options;
    if (const auto pupils = services::PupilService(file).everybody())
        for (const auto& pupil : *pupils)
            options.push_back({pupil.id.value(), toQ(pupil.name), toQ(pupil.unit)});
    return options;
}

namespace {

/// Pupils by number: an honour for them is not one for staff.
using PupilNumbers = std::set<std::int64_t>;

/// What may be given to the one who is chosen; everything while nobody is.
std::vector<ChoiceField::Choice> honoursFor(const std::vector<PastHonour>& honours, std::optional<std::int64_t> subject, const PupilNumbers& pupils)
{
    std::vector<ChoiceField::Choice> names;
    for (const auto& honour : honours)
        if (!subject || (*subject <= 0 ? honour.forCollectives : pupils.contains(*subject) ? honour.forPupils : honour.forStaff))
            names.push_back({honour.code, toQ(honour.name)});
    return names;
}

}

HonourForm::HonourForm(std::vector<SearchField::Option> subjects, const std::vector<SearchField::Option>& pupils, const std::vector<PastHonour>& honours,
                       Date today, QWidget* parent)
    : RecordForm(2, parent)
{
    PupilNumbers numbers;
    for (const auto& pupil : pupils) // who serves here now was one once, and stands among the staff
        if (std::ranges::find(subjects, pupil.id, &SearchField::Option::id) == subjects.end()) {
            numbers.insert(pupil.id);
            subjects.push_back(pupil);
        }
    auto* subject = new SearchField(tr("Gõ tên người hoặc tập thể"));
    subject->setOptions(std::move(subjects));
    auto* name = slim(new ChoiceField(honoursFor(honours, std::nullopt, numbers)));
    const auto fit = [honours, subject, name, numbers] { name->setChoices(honoursFor(honours, subject->value(), numbers)); };
    custom("subject", tr("Người, tập thể được khen"), subject,
           [subject, fit](const HonourRecord& d) {
               subject->setValue(numberOf(d.subject));
               fit();
           },
           [subject](HonourRecord& d) { d.subject = subjectOf(subject->value()); }, Wide).required();
    subject->onChanged = [fit, told = subject->onChanged] {
        fit();
        if (told)
            told();
    };
    custom("honour", tr("Danh hiệu, hình thức khen thưởng"), name, [name](const HonourRecord& d) { name->setValue(d.honour); },
           [name](HonourRecord& d) { d.honour = name->value(); }, Wide).required();
    auto* year = slim(new ChoiceField(yearChoices(today)));
    custom("year", tr("Năm học"), year, [year](const HonourRecord& d) { year->setValue(std::to_string(d.year.startYear())); },
           [year](HonourRecord& d) {
               if (const auto code = year->value(); !code.empty())
                   d.year = SchoolYear(std::stoi(code));
           }).required();
    choice("ground", tr("Loại hình"), &HonourRecord::ground);
    text("decisionNumber", tr("Số quyết định"), &HonourRecord::decisionNumber).placeholder(tr("1187/QĐ-UBND"))
        .hint(tr("Hồ sơ cũ không còn số thì để trống."));
    date("decidedOn", tr("Ngày quyết định"), &HonourRecord::decidedOn);
    text("issuer", tr("Người, cơ quan quyết định"), &HonourRecord::issuer, Wide).placeholder(tr("ví dụ: Chủ tịch UBND huyện Kon Plông"));
    text("note", tr("Ghi chú"), &HonourRecord::note, Wide);
    binder().setValidate([](const HonourRecord& draft) {
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

}

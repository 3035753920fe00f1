// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/targets/target_form.h"

#include "services/people/subject_list.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/group_service.h"
#include "ui/pages/targets/target_words.h"

namespace thidua::ui::prepare {

using domain::Target;
using domain::TargetKind;

TargetForm::TargetForm(services::SchoolFile& file, std::optional<domain::SchoolYearId> year, QWidget* parent)
    : RecordForm(2, parent), m_file(file), m_year(year)
{
    m_plan = custom("plan", tr("Thuộc kế hoạch"), new ChoiceField, [this](const Target& t) { m_plan.field->setValue(std::to_string(t.plan.value())); },
                    [this](Target& t) {
                        if (const auto code = m_plan.field->value(); !code.empty())
                            t.plan = domain::PlanId(std::stoll(code));
                    }, Wide);
    lines("text", tr("Chỉ tiêu"), &Target::text, 2).required().named("targetText").placeholder(tr("Chiến sĩ thi đua cơ sở"));
    choice("group", tr("Phần"), &Target::group);
    choice("kind", tr("Cách giao"), &Target::kind);
    addFigures();
    addOrigin();
    binder().setValidate([](const Target& target) { return services::validate(target); });
    connect(&binder(), &FormBinderBase::changed, this, &TargetForm::showKind);
}

void TargetForm::addFigures()
{
    m_counts = {number("value", tr("Số giao"), &Target::value).required().range(0, 100000).named("targetValue").line};
    if (m_year)
        m_group = choiceOf("counted", tr("Trên tổng số của nhóm"), &Target::counted, TargetTies::of(m_file, *m_year).groups, Wide)
                      .hint(tr("Nhóm lập ở “Nhóm tính chỉ tiêu…”; có nhóm thì tổng số tự đếm theo ngày của nhóm."));
    m_shares = {number("denominator", tr("Trên tổng số"), &Target::denominator).range(0, 100000).line,
                text("denominatorText", tr("Tổng số gồm những ai"), &Target::denominatorText, Wide).placeholder(tr("giáo viên")).line};
    text("unit", tr("Đơn vị tính"), &Target::unit, Wide).placeholder(tr("người, bộ, sáng kiến…"));
    m_metric = custom("metric", tr("Kết quả lấy từ đâu"), slim(new ChoiceField), [this](const Target& t) { m_metric.field->setValue("=" + t.metric); },
                      [this](Target& t) {
                          if (const auto code = m_metric.field->value(); !code.empty())
                              t.metric = code.substr(1); // “=” keeps the choice by hand from being no choice
                      }, Wide)
                   .hint(tr("Danh hiệu, sáng kiến, hoạt động: chương trình tự đếm từ sổ."));
}

/// Whose it is, where it comes from, and in which campaign.
void TargetForm::addOrigin()
{
    lines("source", tr("Nguồn giao chỉ tiêu"), &Target::source, 2).placeholder(tr("Nghị quyết Hội nghị cán bộ, viên chức, người lao động…"));
    if (!m_year)
        return;
    const auto ties = TargetTies::of(m_file, *m_year);
    choiceOf("collective", tr("Của"), &Target::collective, ties.collectives, Wide);
    choiceOf("campaign", tr("Trong phong trào"), &Target::campaign, ties.campaigns, Wide);
    choiceOf("setBy", tr("Văn bản giao, trong thư viện"), &Target::setBy, ties.texts);
    number("sourceValue", tr("Số văn bản ấy giao"), &Target::sourceValue).range(0, 100000);
}

void TargetForm::startNew(const std::vector<services::Stored<domain::Plan>>& plans)
{
    m_id.reset();
    std::vector<ChoiceField::Choice> choices;
    for (const auto& plan : plans)
        choices.push_back({std::to_string(plan.id.value()), toQ(plan.data.title)});
    m_plan.field->setChoices(choices);
    m_plan.line->setVisible(plans.size() > 1);
    Target target;
    target.plan = plans.empty() ? domain::PlanId(0) : plans.front().id;
    start(target);
}

void TargetForm::startEdit(domain::TargetId id, const Target& target, domain::RowVersion version)
{
    m_id = id;
    m_version = version;
    m_plan.field->setChoices({{std::to_string(target.plan.value()), {}}});
    m_plan.line->hide();
    start(target);
}

void TargetForm::start(const Target& target)
{
    std::vector<ChoiceField::Choice> choices;
    for (const auto& [metric, words] : metricChoices(m_file, target.metric))
        choices.push_back({"=" + metric, words});
    m_metric.field->setChoices(choices);
    load(target);
    showKind();
}

void TargetForm::showKind()
{
    const TargetKind kind = draft().kind;
    for (auto* line : m_counts)
        line->setVisible(kind != TargetKind::YesNo);
    for (auto* line : m_shares)
        line->setVisible(kind == TargetKind::Share);
    if (m_group.line)
        m_group.line->setVisible(kind == TargetKind::Share && m_group.field->count() > 1);
}

std::optional<std::int64_t> TargetForm::save(OperationRunner& runner)
{
    if (!binder().reveal())
        return std::nullopt;
    services::PlanService plans(m_file);
    const auto target = draft();
    const auto id = m_id ? writtenBy(runner, binder(), m_id->value(), [&] { return plans.editTarget(*m_id, target, m_version); })
                         : writtenBy(runner, binder(), {}, [&] { return plans.addTarget(target); });
    if (id)
        binder().markSaved();
    return id;
}

TargetTies TargetTies::of(services::SchoolFile& file, domain::SchoolYearId year)
{
    TargetTies ties;
    ties.groups = {{kNoChoice, TargetForm::tr("Tự ghi tổng số")}};
    ties.campaigns = {{kNoChoice, TargetForm::tr("Không thuộc phong trào nào")}};
    ties.collectives = {{kNoChoice, TargetForm::tr("Nhà trường")}};
    ties.texts = {{kNoChoice, TargetForm::tr("Không có")}};
    if (const auto groups = services::GroupService(file).groups(year))
        for (const auto& row : *groups)
            ties.groups.push_back({std::to_string(row.id.value()), TargetForm::tr("%1 (%2 người, ngày %3)").arg(toQ(row.group.name)).arg(row.members.size()).arg(dateText(row.group.countedOn))});
    if (const auto campaigns = services::CampaignService(file).campaigns(year))
        for (const auto& row : *campaigns)
            ties.campaigns.push_back({std::to_string(row.id.value()), toQ(row.campaign.name)});
    if (const auto listed = services::subjectsOf(file, year))
        for (const auto& one : *listed)
            if (one.subject.collective && !one.wholeSchool)
                ties.collectives.push_back({std::to_string(one.subject.collective->value()), toQ(one.name)});
    if (const auto texts = services::PlanService(file).legalTexts())
        for (const auto& row : *texts)
            ties.texts.push_back({std::to_string(row.id.value()), nameOf(row.data)});
    return ties;
}

CountingForm::CountingForm(services::SchoolFile& file, domain::SchoolYearId year, const services::TargetRow& row, QWidget* parent) : RecordForm(2, parent)
{
    using Counting = services::TargetCounting;
    const auto ties = TargetTies::of(file, year);
    auto* metric = slim(new ChoiceField);
    std::vector<ChoiceField::Choice> metrics;
    for (const auto& [code, words] : metricChoices(file, row.target.metric))
        metrics.push_back({"=" + code, words});
    metric->setChoices(metrics);
    custom("metric", tr("Kết quả lấy từ đâu"), metric, [metric](const Counting& c) { metric->setValue("=" + c.metric); },
           [metric](Counting& c) {
               if (const auto code = metric->value(); !code.empty())
                   c.metric = code.substr(1);
           }, Wide)
        .hint(tr("Danh hiệu, sáng kiến, hoạt động: chương trình tự đếm."));
    if (row.target.kind == TargetKind::Share)
        choiceOf("counted", tr("Chỉ đếm người của nhóm"), &Counting::counted, ties.groups, Wide);
    choiceOf("campaign", tr("Trong phong trào"), &Counting::campaign, ties.campaigns, Wide).hint(tr("Chỉ đếm hoạt động của phong trào ấy."));
    choiceOf("setBy", tr("Văn bản giao, trong thư viện"), &Counting::setBy, ties.texts);
    number("sourceValue", tr("Số văn bản ấy giao"), &Counting::sourceValue).range(0, 100000);
    const auto& target = row.target;
    load({target.metric, target.counted, target.campaign, target.setBy, target.sourceValue});
}

ReachedForm::ReachedForm(services::SchoolFile& file, const services::TargetRow& row, QWidget* parent)
    : RecordForm(2, parent), m_file(file), m_id(row.id), m_yesNo(row.target.kind == TargetKind::YesNo)
{
    const bool byHand = row.target.metric.empty();
    if (m_yesNo)
        m_first = choiceOf("reached", tr("Kết quả"), &ReachedDraft::reached,
                           {{"none", byHand ? tr("Chưa ghi") : tr("Theo số đếm")}, {"yes", tr("Đạt")}, {"no", tr("Chưa đạt")}})
                      .named("reachedYes").field;
    else
        m_first = number("actual", tr("Đã đạt được"), &ReachedDraft::actual).range(0, 100000).named("reachedActual")
                      .hint(byHand ? QString() : tr("Để trống: chương trình tự đếm.")).field;
    date("on", tr("Tính đến ngày"), &ReachedDraft::on).required().named("reachedOn");
    lines("note", tr("Ghi chú, minh chứng"), &ReachedDraft::note, 2).named("reachedNote").placeholder(tr("Theo quyết định, giấy chứng nhận nào…"));
    binder().setValidate([](const ReachedDraft& draft) {
        return draft.on ? std::vector<FieldIssue>{} : std::vector<FieldIssue>{{"on", "target.day-missing", {}}};
    });
    const auto& target = row.target;
    load({target.actual, !target.actual ? "none" : *target.actual >= 1 ? "yes" : "no", target.actualOn.value_or(file.clock().today()), target.note});
}

std::optional<std::int64_t> ReachedForm::save(OperationRunner& runner)
{
    const auto given = draft();
    auto actual = given.actual;
    if (m_yesNo)
        actual = given.reached == "none" ? std::nullopt : std::optional(given.reached == "yes" ? 1 : 0);
    services::PlanService plans(m_file);
    return writtenBy(runner, binder(), m_id.value(), [&] { return plans.recordTarget(m_id, actual, *given.on, given.note); });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/prepare/target_form.h"

#include "ui/pages/prepare/target_words.h"

namespace thidua::ui::prepare {

using domain::Target;
using domain::TargetKind;

TargetForm::TargetForm(services::SchoolFile& file, Shell& shell, QWidget* parent)
    : QWidget(parent), m_file(file), m_shell(shell), m_binder(new FormBinder<Target>(this))
{
    build();
    m_binder->setValidate([](const Target& target) { return services::validate(target); });
    connect(m_binder, &FormBinderBase::changed, this, &TargetForm::showKind);
}

void TargetForm::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new FormLayout(2, this);
    column->addWidget(fields);
    m_plan = new ChoiceField;
    m_planForm = fields->add(tr("Thuộc kế hoạch"), m_plan, 2);
    m_binder->bind("plan", m_planForm, m_plan, [this](const Target& t) { m_plan->setValue(std::to_string(t.plan.value())); },
                   [this](Target& t) {
                       if (const auto code = m_plan->value(); !code.empty())
                           t.plan = domain::PlanId(std::stoll(code));
                   });
    m_text = new TextField(2, tr("Chiến sĩ thi đua cơ sở"));
    auto* textForm = fields->add(tr("Chỉ tiêu"), m_text, 2)->required();
    m_binder->bind("text", textForm, m_text, [this](const Target& t) { m_text->setValue(t.text); },
                   [this](Target& t) { t.text = fromQ(m_text->toPlainText()); });
    m_text->setObjectName(QStringLiteral("targetText"));
    auto* group = new ChoiceField;
    auto* groupForm = fields->add(tr("Phần"), group);
    m_binder->bindChoice("group", groupForm, group, &Target::group, choicesOf<domain::TargetGroup>());
    m_kind = new ChoiceField;
    auto* kindForm = fields->add(tr("Cách giao"), m_kind);
    m_binder->bindChoice("kind", kindForm, m_kind, &Target::kind, choicesOf<TargetKind>());
    buildFigures(fields);
}

void TargetForm::buildFigures(FormLayout* fields)
{
    auto* value = new NumberField;
    value->setRange(0, 100000);
    value->setObjectName(QStringLiteral("targetValue"));
    m_value = fields->add(tr("Số giao"), value)->required();
    auto* denominator = new NumberField;
    denominator->setRange(1, 100000);
    m_denominator = fields->add(tr("Trên tổng số"), denominator)->required();
    auto* denominatorText = new LineField(tr("giáo viên"));
    m_denominatorText = fields->add(tr("Tổng số gồm những ai"), denominatorText, 2);
    auto* unit = new LineField(tr("người, bộ, sáng kiến…"));
    m_unit = fields->add(tr("Đơn vị tính"), unit, 2);
    m_metric = new ChoiceField;
    m_metric->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_metric->setMinimumContentsLength(12);
    auto* metricForm = fields->add(tr("Kết quả lấy từ đâu"), m_metric, 2)
                           ->hint(tr("Danh hiệu, sáng kiến: chương trình tự đếm từ đăng ký và quyết định."));
    auto* source = new TextField(2, tr("Nghị quyết Hội nghị cán bộ, viên chức, người lao động…"));
    auto* sourceForm = fields->add(tr("Nguồn giao chỉ tiêu"), source, 2);
    m_binder->bind("value", m_value, value, &Target::value);
    m_binder->bind("denominator", m_denominator, denominator, &Target::denominator);
    m_binder->bind("denominatorText", m_denominatorText, denominatorText, &Target::denominatorText);
    m_binder->bind("unit", m_unit, unit, &Target::unit);
    m_binder->bind("metric", metricForm, m_metric, [this](const Target& t) { m_metric->setValue("=" + t.metric); },
                   [this](Target& t) {
                       if (const auto code = m_metric->value(); !code.empty())
                           t.metric = code.substr(1); // “=” keeps the choice by hand from being no choice
                   });
    m_binder->bind("source", sourceForm, source, [source](const Target& t) { source->setValue(t.source); },
                   [source](Target& t) { t.source = fromQ(source->toPlainText()); });
}

void TargetForm::setMetrics(const std::string& present)
{
    std::vector<ChoiceField::Choice> choices;
    for (const auto& [metric, words] : metricChoices(m_file, present))
        choices.push_back({"=" + metric, words});
    m_metric->setChoices(choices);
}

void TargetForm::startNew(const std::vector<services::Stored<domain::Plan>>& plans, std::optional<domain::PlanId> chosen)
{
    m_id.reset();
    std::vector<ChoiceField::Choice> choices;
    for (const auto& plan : plans)
        choices.push_back({std::to_string(plan.id.value()), toQ(plan.data.title)});
    m_plan->setChoices(choices);
    m_planForm->setVisible(plans.size() > 1);
    setMetrics({});
    Target target;
    target.plan = chosen.value_or(plans.empty() ? domain::PlanId(0) : plans.front().id);
    m_binder->load(target);
    showKind();
}

void TargetForm::startEdit(domain::TargetId id, const Target& target, domain::RowVersion version)
{
    m_id = id;
    m_version = version;
    m_plan->setChoices({{std::to_string(target.plan.value()), {}}});
    m_planForm->hide();
    setMetrics(target.metric);
    m_binder->load(target);
    showKind();
}

void TargetForm::showKind()
{
    const TargetKind kind = m_binder->draft().kind;
    m_value->setVisible(kind != TargetKind::YesNo);
    m_denominator->setVisible(kind == TargetKind::Share);
    m_denominatorText->setVisible(kind == TargetKind::Share);
}

bool TargetForm::save()
{
    if (!m_binder->reveal())
        return false;
    services::PlanService plans(m_file);
    std::optional<std::int64_t> id;
    const auto target = m_binder->draft();
    if (!m_id)
        m_shell.runner.run([&] { return plans.addTarget(target); }, [&](domain::TargetId added) { id = added.value(); }, m_binder);
    else
        m_shell.runner.run([&] { return plans.editTarget(*m_id, target, m_version); }, [&](services::Done) { id = m_id->value(); }, m_binder);
    if (!id)
        return false;
    m_binder->markSaved();
    emit saved(*id);
    return true;
}

ReachedForm::ReachedForm(services::SchoolFile& file, Shell& shell, QWidget* parent)
    : QWidget(parent), m_file(file), m_shell(shell), m_binder(new FormBinder<ReachedDraft>(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new FormLayout(2, this);
    column->addWidget(fields);
    auto* actual = new NumberField;
    actual->setRange(0, 100000);
    auto* place = new QWidget(fields); // a figure or a yes/no stands here
    auto* figure = new QVBoxLayout(place);
    figure->setContentsMargins(0, 0, 0, 0);
    m_actual = new FormField(tr("Đã đạt được"), actual, place);
    m_yes = new ChoiceField;
    m_yesForm = new FormField(tr("Kết quả"), m_yes, place);
    figure->addWidget(m_actual);
    figure->addWidget(m_yesForm);
    fields->add(place);
    auto* on = new DateField;
    m_on = fields->add(tr("Tính đến ngày"), on)->required();
    auto* note = new TextField(2, tr("Theo quyết định, giấy chứng nhận nào…"));
    auto* noteForm = fields->add(tr("Ghi chú, minh chứng"), note, 2);
    m_binder->bind("actual", m_actual, actual, &ReachedDraft::actual);
    m_binder->bind("reached", m_yesForm, m_yes, [this](const ReachedDraft& d) { m_yes->setValue(!d.actual ? "none" : d.reached ? "yes" : "no"); },
                   [this](ReachedDraft& d) { d.reached = m_yes->value() == "yes"; });
    m_binder->bind("on", m_on, on, &ReachedDraft::on);
    m_binder->bind("note", noteForm, note, [note](const ReachedDraft& d) { note->setValue(d.note); },
                   [note](ReachedDraft& d) { d.note = fromQ(note->toPlainText()); });
    actual->setObjectName(QStringLiteral("reachedActual"));
    m_yes->setObjectName(QStringLiteral("reachedYes"));
    on->setObjectName(QStringLiteral("reachedOn"));
    note->setObjectName(QStringLiteral("reachedNote"));
}

void ReachedForm::start(const services::TargetRow& row, Date today)
{
    m_id = row.id;
    m_kind = row.target.kind;
    const bool yesNo = m_kind == TargetKind::YesNo;
    m_actual->setVisible(!yesNo);
    m_yesForm->setVisible(yesNo);
    m_yes->setChoices({{"none", row.target.metric.empty() ? tr("Chưa ghi") : tr("Theo số đếm")}, {"yes", tr("Đạt")}, {"no", tr("Chưa đạt")}});
    m_actual->hint(row.target.metric.empty() ? QString() : tr("Để trống: chương trình tự đếm."));
    ReachedDraft draft;
    draft.actual = row.target.actual;
    draft.reached = row.target.actual.value_or(0) >= 1;
    draft.on = row.target.actualOn.value_or(today);
    draft.note = row.target.note;
    m_binder->load(draft);
}

bool ReachedForm::save()
{
    const ReachedDraft draft = m_binder->draft();
    if (!m_binder->reveal())
        return false;
    if (!draft.on) {
        m_on->setError(tr("Xin ghi ngày tính kết quả."));
        m_on->field().widget()->setFocus();
        return false;
    }
    std::optional<int> actual = draft.actual;
    if (m_kind == TargetKind::YesNo)
        actual = m_yes->value() == "none" ? std::nullopt : std::optional(draft.reached ? 1 : 0);
    services::PlanService plans(m_file);
    return m_shell.runner.run([&] { return plans.recordTarget(m_id, actual, *draft.on, draft.note); },
                              [this](services::Done) { m_binder->markSaved(); }, m_binder);
}

QWidget* ReachedForm::firstField() const
{
    return m_kind == TargetKind::YesNo ? static_cast<QWidget*>(m_yes) : m_actual->field().widget();
}

}

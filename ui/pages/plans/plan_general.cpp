// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_general.h"

#include "base/text_util.h"
#include "domain/school_year.h"
#include "services/core/school_service.h"
#include "ui/pages/kit/field_bind.h"

namespace thidua::ui::prepare {

using services::PlanDraft;

PlanGeneralPart::PlanGeneralPart(PlanEnv env, QWidget* parent) : PlanPart(parent), m_binder(new FormBinder<PlanDraft>(this)), m_env(env)
{
    Years years;
    env.shell.runner.read([&] { return services::SchoolService(env.file).years(); }, [&](Years list) { years = std::move(list); });
    build(years);
    m_binder->setValidate([](const PlanDraft& draft) { return services::validate(draft); });
    connect(m_binder, &FormBinderBase::changed, this, [this] {
        showKind();
        emit edited();
    });
}

void PlanGeneralPart::build(const Years& years)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(16));
    row->setSpacing(Theme::px(24));
    auto* fields = new FormLayout(2, this);
    m_title = new TextField(2, tr("Phát động phong trào thi đua năm học 2021 - 2022"));
    auto* titleForm = fields->add(tr("Trích yếu"), m_title, 2)->required()->hint(tr("In dưới chữ “KẾ HOẠCH”."));
    m_kind = new ChoiceField;
    auto* kindForm = fields->add(tr("Loại kế hoạch"), m_kind);
    auto* year = new ChoiceField;
    m_year = fields->add(tr("Năm học"), year)->required();
    auto* from = new NumberField;
    auto* to = new NumberField;
    from->setRange(1990, 2100);
    to->setRange(1990, 2100);
    m_from = fields->add(tr("Từ năm"), from)->required();
    m_to = fields->add(tr("Đến năm"), to)->required();
    m_parent = slim(new ChoiceField);
    m_parent->setObjectName(QStringLiteral("planParent"));
    m_parentLine = fields->add(tr("Nằm dưới kế hoạch"), m_parent, 2)->hint(tr("Kế hoạch năm dưới kế hoạch giai đoạn; kế hoạch phát động dưới kế hoạch năm hoặc giai đoạn."));
    auto* theme = new TextField(2, tr("Đoàn kết, sáng tạo, đổi mới"));
    auto* themeForm = fields->add(tr("Chủ đề thi đua (nếu có)"), theme, 2);
    auto* column = new QVBoxLayout;
    column->addWidget(fields);
    column->addStretch(1);
    row->addLayout(column, 3);
    auto* facts = new QVBoxLayout;
    facts->setSpacing(Theme::px(8));
    m_factsHead = makeSectionHead(tr("Ban hành"), {}, this);
    m_facts = new DetailList(DetailList::Form::Stacked, this);
    facts->addWidget(m_factsHead);
    facts->addWidget(m_facts);
    facts->addStretch(1);
    row->addLayout(facts, 2);

    bindKind(kindForm);
    bindPeriod(years, year, from, to);
    bindParent(m_parentLine);
    m_binder->bind("title", titleForm, m_title, [this](const PlanDraft& d) { m_title->setValue(d.plan.title); },
                   [this](PlanDraft& d) { d.plan.title = fromQ(m_title->toPlainText()); });
    m_binder->bind("theme", themeForm, theme, [theme](const PlanDraft& d) { theme->setValue(d.plan.theme); },
                   [theme](PlanDraft& d) { d.plan.theme = fromQ(theme->toPlainText()); });
}

void PlanGeneralPart::bindKind(FormField* line)
{
    std::vector<ChoiceField::Choice> kinds;
    for (const auto& [kind, words] : choicesOf<domain::PlanKind>())
        kinds.push_back({std::string(domain::toCode(kind)), words});
    m_kind->setChoices(kinds);
    m_binder->bind("kind", line, m_kind, [this](const PlanDraft& d) { m_kind->setValue(std::string(domain::toCode(d.plan.kind))); },
                   [this](PlanDraft& d) { d.plan.kind = domain::fromCode<domain::PlanKind>(m_kind->value()).value_or(d.plan.kind); });
}

void PlanGeneralPart::bindParent(FormField* line)
{
    m_binder->bind("parent", line, m_parent,
                   [this](const PlanDraft& d) { m_parent->setValue(d.plan.parent ? std::to_string(d.plan.parent->value()) : std::string(kNoChoice)); },
                   [this](PlanDraft& d) {
                       const auto code = m_parent->value();
                       d.plan.parent = isPeriod() || code.empty() || code == kNoChoice ? std::nullopt : std::optional(domain::PlanId(std::stoll(code)));
                   });
}

/// The plans of a longer time.
void PlanGeneralPart::offerParents()
{
    std::vector<ChoiceField::Choice> choices{{kNoChoice, tr("(không)")}};
    if (const auto plans = services::PlanService(m_env.file).plans())
        for (const auto& plan : *plans)
            if (plan.data.kind != domain::PlanKind::Launch)
                choices.push_back({std::to_string(plan.id.value()), toQ(plan.data.title)});
    m_parent->setChoices(choices);
}

bool PlanGeneralPart::isPeriod() const
{
    return m_kind->value() == domain::toCode(domain::PlanKind::Period);
}

void PlanGeneralPart::bindPeriod(const Years& years, ChoiceField* year, NumberField* from, NumberField* to)
{
    std::vector<ChoiceField::Choice> choices;
    for (const auto& line : years)
        choices.push_back({std::to_string(line.id.value()), toQ(line.data.year.screen())});
    year->setChoices(choices);
    m_binder->bind("year", m_year, year,
                   [year](const PlanDraft& d) { year->setValue(d.plan.year ? std::to_string(d.plan.year->value()) : std::string()); },
                   [this, year](PlanDraft& d) {
                       const std::string code = year->value();
                       d.plan.year = isPeriod() || code.empty() ? std::nullopt : std::optional(domain::SchoolYearId(std::stoll(code)));
                   });
    const auto number = [this](NumberField* field) {
        const auto value = field->value();
        return isPeriod() && value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    };
    m_binder->bind("fromYear", m_from, from, [from](const PlanDraft& d) { from->setValue(d.plan.fromYear); },
                   [from, number](PlanDraft& d) { d.plan.fromYear = number(from); });
    m_binder->bind("toYear", m_to, to, [to](const PlanDraft& d) { to->setValue(d.plan.toYear); },
                   [to, number](PlanDraft& d) { d.plan.toYear = number(to); });
}

void PlanGeneralPart::load(const PlanDraft& draft)
{
    offerParents();
    m_binder->load(draft);
    showKind();
    showFacts(draft.plan);
}

void PlanGeneralPart::take(PlanDraft& draft) const
{
    const PlanDraft mine = m_binder->draft();
    draft.plan = mine.plan;
}

void PlanGeneralPart::showKind()
{
    const bool period = isPeriod();
    m_year->setVisible(!period);
    m_from->setVisible(period);
    m_to->setVisible(period);
    m_parentLine->setVisible(!period);
}

void PlanGeneralPart::showFacts(const domain::Plan& plan)
{
    m_facts->clear();
    const bool issued = plan.state != domain::PlanState::Draft;
    m_facts->add(tr("Tình trạng"), labelOf(plan.state));
    m_facts->add(tr("Số, ký hiệu"), issued ? toQ(plan.number.text()) : tr("ghi khi ban hành"));
    m_facts->add(tr("Ngày"), issued ? dateText(plan.number.issuedOn) : tr("ghi khi ban hành"));
    m_facts->add(tr("Người ký"), issued ? QStringLiteral("%1, %2").arg(toQ(plan.signerName), toQ(join(plan.signerTitle, " – ")))
                                        : tr("lấy theo thiết lập của trường khi ban hành"));
}

void PlanGeneralPart::setReadOnly(bool readOnly)
{
    m_binder->setReadOnly(readOnly);
}

QString PlanGeneralPart::words() const
{
    return tr("Thông tin chung");
}

}

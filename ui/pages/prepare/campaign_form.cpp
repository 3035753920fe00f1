// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/prepare/campaign_form.h"

#include "ui/pages/prepare/prepare_words.h"

namespace thidua::ui::prepare {

using services::CampaignDraft;

namespace {

/// A text member of the campaign in a field of one or more lines.
template <class F>
void bindText(FormBinder<CampaignDraft>& binder, const char* name, FormField* form, F* field, std::string domain::Campaign::*member)
{
    binder.bind(name, form, field, [=](const CampaignDraft& d) { field->setValue(d.campaign.*member); },
                [=](CampaignDraft& d) { d.campaign.*member = field->value(); });
}

QString linesOf(const std::vector<std::string>& items)
{
    QStringList lines;
    for (const auto& item : items)
        lines << toQ(item);
    return lines.join(QLatin1Char('\n'));
}

std::vector<std::string> itemsOf(const QString& text)
{
    std::vector<std::string> items;
    for (const QString& line : text.split(QLatin1Char('\n')))
        if (auto item = fromQ(line); !item.empty())
            items.push_back(std::move(item));
    return items;
}

}

CampaignForm::CampaignForm(services::SchoolFile& file, Shell& shell, QWidget* parent)
    : QWidget(parent), m_file(file), m_shell(shell), m_binder(new FormBinder<CampaignDraft>(this))
{
    build();
    m_binder->setValidate([](const CampaignDraft& draft) { return services::validate(draft); });
    connect(m_binder, &FormBinderBase::changed, this, &CampaignForm::showSpan);
}

void CampaignForm::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new FormLayout(2, this);
    column->addWidget(fields);
    m_name = new TextField(2, tr("Đợt 1: Chào mừng ngày Nhà giáo Việt Nam 20/11"));
    auto* nameForm = fields->add(tr("Tên phong trào"), m_name, 2)->required();
    bindText(*m_binder, "name", nameForm, m_name, &domain::Campaign::name);
    m_name->setObjectName(QStringLiteral("campaignName"));
    auto* theme = new TextField(2);
    bindText(*m_binder, "theme", fields->add(tr("Chủ đề"), theme, 2), theme, &domain::Campaign::theme);
    theme->setObjectName(QStringLiteral("campaignTheme"));
    auto* kind = new ChoiceField;
    std::vector<ChoiceField::Choice> kinds;
    for (const auto& [value, words] : choicesOf<domain::CampaignKind>())
        kinds.push_back({std::string(domain::toCode(value)), words});
    kind->setChoices(kinds);
    m_binder->bind("kind", fields->add(tr("Loại"), kind, 2), kind,
                   [kind](const CampaignDraft& d) { kind->setValue(std::string(domain::toCode(d.campaign.kind))); },
                   [kind](CampaignDraft& d) { d.campaign.kind = domain::fromCode<domain::CampaignKind>(kind->value()).value_or(d.campaign.kind); });
    bindSpan(fields);
    buildTexts(fields);
}

void CampaignForm::bindSpan(FormLayout* fields)
{
    m_from = new DateField;
    m_fromForm = fields->add(tr("Từ ngày"), m_from)->required();
    m_to = new DateField;
    m_toForm = fields->add(tr("Đến hết ngày"), m_to)->required();
    m_binder->bind("from", m_fromForm, m_from, [this](const CampaignDraft& d) { m_from->setValue(d.campaign.from); },
                   [this](CampaignDraft& d) { d.campaign.from = m_from->value().value_or(d.campaign.from); });
    m_binder->bind("to", m_toForm, m_to, [this](const CampaignDraft& d) { m_to->setValue(d.campaign.to); },
                   [this](CampaignDraft& d) { d.campaign.to = m_to->value().value_or(d.campaign.to); });
    m_from->setObjectName(QStringLiteral("campaignFrom"));
    m_to->setObjectName(QStringLiteral("campaignTo"));
    m_spans = new CheckField(tr("Kéo dài qua nhiều năm học"));
    m_binder->bind("year", fields->add({}, m_spans, 2), m_spans, [this](const CampaignDraft& d) { m_spans->setValue(!d.campaign.year); },
                   [this](CampaignDraft& d) { d.campaign.year = m_spans->value() ? std::nullopt : m_year; });
    m_plan = new ChoiceField;
    m_plan->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_plan->setMinimumContentsLength(12);
    m_binder->bind("plan", fields->add(tr("Theo kế hoạch"), m_plan, 2), m_plan,
                   [this](const CampaignDraft& d) { m_plan->setValue(d.campaign.plan ? std::to_string(d.campaign.plan->value()) : "none"); },
                   [this](CampaignDraft& d) {
                       const auto code = m_plan->value();
                       d.campaign.plan = code.empty() || code == "none" ? std::nullopt : std::optional(domain::PlanId(std::stoll(code)));
                   });
}

void CampaignForm::buildTexts(FormLayout* fields)
{
    auto* launchedBy = new LineField(tr("Nhà trường"));
    bindText(*m_binder, "launchedBy", fields->add(tr("Cơ quan phát động"), launchedBy, 2)->hint(tr("Để trống nếu nhà trường tự phát động.")), launchedBy,
             &domain::Campaign::launchedBy);
    auto* participants = new TextField(2);
    bindText(*m_binder, "participants", fields->add(tr("Đối tượng tham gia"), participants, 2), participants, &domain::Campaign::participants);
    auto* items = new TextField(5);
    auto* itemsForm = fields->add(tr("Nội dung thi đua"), items, 2)->hint(tr("Mỗi nội dung một dòng. Muốn phát động phải có chủ đề hoặc nội dung."));
    items->setObjectName(QStringLiteral("campaignItems"));
    m_binder->bind("items", itemsForm, items, [items](const CampaignDraft& d) { items->setValue(linesOf(d.items).toStdString()); },
                   [items](CampaignDraft& d) { d.items = itemsOf(items->toPlainText()); });
    auto* judged = new TextField(2);
    bindText(*m_binder, "judgedHow", fields->add(tr("Cách bình xét, đánh giá"), judged, 2), judged, &domain::Campaign::judgedHow);
    m_observances = new ObservancePicker(m_file, m_shell);
    m_binder->bind("observances", fields->add(tr("Gắn với ngày lễ, ngày kỷ niệm"), m_observances, 2), m_observances, &CampaignDraft::observances);
}

void CampaignForm::setPlans(const std::vector<services::Stored<domain::Plan>>& plans)
{
    std::vector<ChoiceField::Choice> choices{{"none", tr("Không theo kế hoạch nào")}};
    for (const auto& plan : plans)
        choices.push_back({std::to_string(plan.id.value()), toQ(plan.data.title)});
    m_plan->setChoices(choices);
}

void CampaignForm::startNew(const services::Stored<domain::SchoolYearRow>& year)
{
    m_id.reset();
    m_year = year.id;
    m_seen = year.data.year;
    CampaignDraft draft;
    draft.campaign.year = year.id;
    draft.campaign.from = year.data.firstDay;
    draft.campaign.to = year.data.lastDay;
    // The newest plan is the likeliest one.
    if (const auto code = m_plan->count() > 1 ? m_plan->itemData(m_plan->count() - 1).toString() : QString(); !code.isEmpty())
        draft.campaign.plan = domain::PlanId(code.toLongLong());
    m_observances->setSpan(draft.campaign.from, draft.campaign.to, m_seen);
    m_binder->load(draft);
}

void CampaignForm::startEdit(const services::CampaignRow& row, const services::Stored<domain::SchoolYearRow>& year)
{
    m_id = row.id;
    m_version = row.version;
    m_year = row.campaign.year ? row.campaign.year : std::optional(year.id);
    m_seen = year.data.year;
    CampaignDraft draft{row.campaign, row.items, {}};
    for (const auto& observance : row.observances)
        draft.observances.push_back(observance.id);
    m_observances->setSpan(row.campaign.from, row.campaign.to, m_seen);
    m_binder->load(draft);
}

void CampaignForm::showSpan()
{
    const auto from = m_from->value(), to = m_to->value();
    if (from && to && *from <= *to)
        m_observances->setSpan(*from, *to, m_seen);
}

std::optional<std::int64_t> CampaignForm::save()
{
    const bool valid = m_binder->reveal();
    for (auto [field, form] : {std::pair(m_from, m_fromForm), std::pair(m_to, m_toForm)})
        if (field->isBlank()) {
            form->setError(tr("Xin ghi ngày."));
            field->setFocus(Qt::OtherFocusReason);
            return std::nullopt;
        }
    if (!valid)
        return std::nullopt;
    services::CampaignService campaigns(m_file);
    const CampaignDraft draft = m_binder->draft();
    std::optional<std::int64_t> id;
    if (m_id)
        m_shell.runner.run([&] { return campaigns.editCampaign(*m_id, draft, m_version); }, [&](services::Done) { id = m_id->value(); }, m_binder);
    else
        m_shell.runner.run([&] { return campaigns.createCampaign(draft); }, [&](domain::CampaignId added) { id = added.value(); }, m_binder);
    if (id)
        m_binder->markSaved();
    return id;
}

}

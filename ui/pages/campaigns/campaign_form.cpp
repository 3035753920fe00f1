// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaigns/campaign_form.h"

#include "services/people/subject_list.h"
#include "services/prepare/plan_service.h"
#include "ui/pages/prepare/prepare_words.h"

namespace thidua::ui::prepare {

using services::CampaignDraft;

namespace {

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

CampaignForm::CampaignForm(services::SchoolFile& file, Shell& shell, const std::vector<services::Stored<domain::Plan>>& plans,
                           services::Stored<domain::SchoolYearRow> year, QWidget* parent)
    : RecordForm(2, parent), m_seen(std::move(year)), m_year(m_seen.id), m_likely(plans.empty() ? std::nullopt : std::optional(plans.back().id))
{
    m_name = lines("name", tr("Tên phong trào"), [](auto& d) -> auto& { return d.campaign.name; }, 2).required().named("campaignName")
                 .placeholder(tr("Đợt 1: Chào mừng ngày Nhà giáo Việt Nam 20/11")).field;
    lines("theme", tr("Chủ đề"), [](auto& d) -> auto& { return d.campaign.theme; }, 2).named("campaignTheme");
    m_kind = choice("kind", tr("Loại"), [](auto& d) -> auto& { return d.campaign.kind; }, Wide).field;
    connect(m_kind, &QComboBox::activated, this, [this] { m_kindFollows = false; });
    addSpan(plans);
    addTexts(file, shell);
    binder().setValidate([this](const CampaignDraft& draft) {
        auto issues = services::validate(draft);
        for (const auto& [field, name] : {std::pair(m_from, "from"), std::pair(m_to, "to")})
            if (field->isBlank())
                issues.push_back({name, "campaign.day-missing", {}});
        return issues;
    });
    connect(&binder(), &FormBinderBase::changed, this, &CampaignForm::showSpan);
    connect(&binder(), &FormBinderBase::changed, this, &CampaignForm::followName);
}

void CampaignForm::addSpan(const std::vector<services::Stored<domain::Plan>>& plans)
{
    m_from = date("from", tr("Từ ngày"), [](auto& d) -> auto& { return d.campaign.from; }).required().named("campaignFrom").field;
    m_to = date("to", tr("Đến hết ngày"), [](auto& d) -> auto& { return d.campaign.to; }).required().named("campaignTo").field;
    m_spans = new CheckField(tr("Kéo dài qua nhiều năm học"));
    custom("year", {}, m_spans, [this](const CampaignDraft& d) { m_spans->setValue(!d.campaign.year); },
           [this](CampaignDraft& d) { d.campaign.year = m_spans->value() ? std::nullopt : m_year; }, Wide);
    std::vector<ChoiceField::Choice> choices{{kNoChoice, tr("Không theo kế hoạch nào")}};
    for (const auto& plan : plans) { // its number first: a closed box may not hold the whole title
        const auto& number = plan.data.number;
        choices.push_back({std::to_string(plan.id.value()), number.number ? QStringLiteral("%1: %2").arg(toQ(number.text()), toQ(plan.data.title)) : toQ(plan.data.title)});
    }
    choiceOf("plan", tr("Theo kế hoạch"), [](auto& d) -> auto& { return d.campaign.plan; }, choices, Wide);
}

void CampaignForm::addTexts(services::SchoolFile& file, Shell& shell)
{
    text("launchedBy", tr("Cơ quan phát động"), [](auto& d) -> auto& { return d.campaign.launchedBy; }, Wide).placeholder(tr("Nhà trường"))
        .hint(tr("Để trống nếu nhà trường tự phát động."));
    std::vector<ChoiceField::Choice> texts{{kNoChoice, tr("Không có")}};
    if (const auto all = services::PlanService(file).legalTexts())
        for (const auto& text : *all)
            texts.push_back({std::to_string(text.id.value()), nameOf(text.data)});
    choiceOf("received", tr("Văn bản cấp trên gửi về"), [](auto& d) -> auto& { return d.campaign.received; }, texts, Wide);
    auto* answers = new SearchField(tr("Gõ tên"));
    std::vector<SearchField::Option> people;
    if (const auto listed = services::subjectsOf(file, m_seen.id))
        for (const auto& one : *listed)
            if (one.subject.person)
                people.push_back({one.subject.person->value(), toQ(one.name), toQ(one.unit)});
    answers->setOptions(people);
    add("answers", tr("Người phụ trách"), answers, [](auto& d) -> auto& { return d.campaign.answers; }, Wide);
    lines("participants", tr("Đối tượng tham gia"), [](auto& d) -> auto& { return d.campaign.participants; }, 2);
    auto* items = new TextField(5);
    custom("items", tr("Nội dung thi đua"), items, [items](const CampaignDraft& d) { items->setValue(linesOf(d.items).toStdString()); },
           [items](CampaignDraft& d) { d.items = itemsOf(items->toPlainText()); }, Wide)
        .named("campaignItems").hint(tr("Mỗi nội dung một dòng. Muốn phát động phải có chủ đề, và tiêu chí hoặc nội dung."));
    lines("criteria", tr("Tiêu chí thi đua"), [](auto& d) -> auto& { return d.campaign.criteria; }, 3).named("campaignCriteria").hint(tr("Mỗi tiêu chí một dòng."));
    lines("prizes", tr("Giải thưởng, hình thức khen"), [](auto& d) -> auto& { return d.campaign.prizes; }, 2).named("campaignPrizes");
    lines("judgedHow", tr("Cách bình xét, đánh giá"), [](auto& d) -> auto& { return d.campaign.judgedHow; }, 2);
    m_observances = new ObservancePicker(file, shell);
    add("observances", tr("Gắn với ngày lễ, ngày kỷ niệm"), m_observances, &CampaignDraft::observances, Wide);
}

void CampaignForm::start(const services::CampaignRow* row)
{
    CampaignDraft draft;
    if (row) {
        draft = {row->campaign, row->items, {}};
        for (const auto& observance : row->observances)
            draft.observances.push_back(observance.id);
        if (row->campaign.year)
            m_year = row->campaign.year;
    } else {
        draft.campaign.year = m_seen.id;
        draft.campaign.from = m_seen.data.firstDay;
        draft.campaign.to = m_seen.data.lastDay;
        draft.campaign.plan = m_likely;
    }
    m_observances->setSpan(draft.campaign.from, draft.campaign.to, m_seen.data.year);
    load(draft);
    m_kindFollows = row == nullptr;
}

void CampaignForm::followName()
{
    const std::string kind(domain::toCode(services::kindByName(fromQ(m_name->toPlainText()))));
    if (m_kindFollows && m_kind->value() != kind)
        m_kind->setValue(kind);
}

void CampaignForm::showSpan()
{
    const auto from = m_from->value(), to = m_to->value();
    if (from && to && *from <= *to)
        m_observances->setSpan(*from, *to, m_seen.data.year);
}

}

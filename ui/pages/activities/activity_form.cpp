// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activities/activity_form.h"

#include "ui/pages/follow/follow_common.h"

namespace thidua::ui::follow {

using services::ActivityDraft;

ActivityForm::ActivityForm(ActivityChoices choices, bool isNew, Date today, QWidget* parent)
    : RecordForm(2, parent), m_choices(std::move(choices)), m_today(today), m_kind(slim(new ChoiceField))
{
    std::vector<ChoiceField::Choice> kinds;
    for (const auto& one : m_choices.kinds)
        kinds.push_back({std::to_string(one.id.value()), toQ(one.data.name)});
    m_kind->setChoices(kinds);
    custom("kind", tr("Loại hoạt động"), m_kind, [this](const ActivityDraft& d) { m_kind->setValue(std::to_string(d.activity.kind.value())); },
           [this](ActivityDraft& d) {
               if (const auto code = m_kind->value(); !code.empty())
                   d.activity.kind = domain::ActivityKindId(std::stoll(code));
           }, Wide)
        .required();
    date("on", tr("Ngày"), [](auto& d) -> auto& { return d.activity.on; }).required();
    m_count = number("count", tr("Số lượng"), [](auto& d) -> auto& { return d.activity.count; }).required().line;
    addWho(isNew);
    addOutcome();
    binder().setValidate([](const ActivityDraft& draft) {
        auto issues = services::validate(draft.activity);
        if (draft.subjects.empty())
            issues.push_back({"subjects", "activity.subject-missing", {}});
        for (const auto& subject : draft.subjects)
            if (draft.activity.helped && subject.person == draft.activity.helped)
                issues.push_back({"helped", "activity.helps-self", {}});
        return issues;
    });
    connect(&binder(), &FormBinderBase::changed, this, &ActivityForm::showKind);
    showKind();
}

void ActivityForm::addWho(bool isNew)
{
    if (isNew) {
        auto* ticks = new SubjectTicks;
        ticks->setChoices(m_choices.subjects);
        add("subjects", tr("Ai, tập thể nào"), ticks, &ActivityDraft::subjects, Wide).required().hint(tr("Đánh dấu nhiều người, hoặc cả tổ ở dòng tên tổ."));
        return;
    }
    auto* who = new SearchField(tr("Gõ tên"));
    std::vector<SearchField::Option> options;
    for (const auto& one : m_choices.subjects)
        options.push_back({rowIdOf(one.subject), one.text, one.unit});
    who->setOptions(options);
    custom("subjects", tr("Ai, tập thể nào"), who, [who](const ActivityDraft& d) { who->setValue(d.subjects.empty() ? std::nullopt : std::optional(rowIdOf(d.subjects.front()))); },
           [who](ActivityDraft& d) {
               d.subjects.clear();
               if (const auto id = who->value())
                   d.subjects.push_back(subjectOf(*id));
           }, Wide)
        .required();
}

void ActivityForm::addOutcome()
{
    m_amount = number("amount", tr("Số tiền (đồng)"), [](auto& d) -> auto& { return d.activity.amount; }, Wide).line;
    m_level = choice("level", tr("Cấp"), [](auto& d) -> auto& { return d.activity.level; }, Half, tr("Không ghi")).line;
    m_result = text("result", tr("Kết quả, giải"), [](auto& d) -> auto& { return d.activity.result; }).placeholder(tr("Giải Nhì, Loại Tốt…")).line;
    auto* helped = new SearchField(tr("Gõ tên"));
    helped->setOptions(m_choices.people);
    m_helped = add("helped", tr("Giúp ai"), helped, [](auto& d) -> auto& { return d.activity.helped; }, Wide).line;
    m_what = text("what", tr("Nội dung"), [](auto& d) -> auto& { return d.activity.what; }, Wide).placeholder(tr("Tên tiết dạy, tên bài, ai tặng…")).line;
    auto campaigns = m_choices.campaigns;
    campaigns.insert(campaigns.begin(), {kNoChoice, tr("Không thuộc phong trào nào")});
    choiceOf("campaign", tr("Trong phong trào"), [](auto& d) -> auto& { return d.activity.campaign; }, campaigns, Wide);
    text("evidence", tr("Minh chứng"), [](auto& d) -> auto& { return d.activity.evidence; }, Wide).placeholder(tr("Quyết định, giấy chứng nhận, sổ dự giờ…"));
    auto* confirmed = new CheckField(tr("Đã xác nhận"));
    custom("confirmed", {}, confirmed, [confirmed](const ActivityDraft& d) { confirmed->setValue(d.activity.confirmedOn.has_value()); },
           [this, confirmed](ActivityDraft& d) {
               if (!confirmed->value())
                   d.activity.confirmedOn.reset();
               else if (!d.activity.confirmedOn)
                   d.activity.confirmedOn = m_today;
           }, Wide)
        .hint(tr("Chưa xác nhận thì chưa tính vào chỉ tiêu, phong trào."));
}

const domain::ActivityKind* ActivityForm::kind() const
{
    const auto code = m_kind->value();
    for (const auto& one : m_choices.kinds)
        if (std::to_string(one.id.value()) == code)
            return &one.data;
    return nullptr;
}

void ActivityForm::showKind()
{
    const auto* chosen = kind();
    m_count->hint(chosen && !chosen->unit.empty() ? tr("Tính bằng %1.").arg(toQ(chosen->unit)) : QString());
    m_amount->setVisible(chosen && chosen->hasAmount);
    m_level->setVisible(chosen && chosen->hasLevel);
    m_result->setVisible(chosen && chosen->hasResult);
    m_helped->setVisible(chosen && chosen->hasHelped);
}

}

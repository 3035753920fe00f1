// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_targets.h"

#include "ui/pages/targets/target_words.h"
#include "ui/shell/unsaved.h"

namespace thidua::ui::prepare {

PlanTargetsPart::PlanTargetsPart(PlanEnv env, QWidget* parent) : PlanPart(parent), m_env(env)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(16));
    row->setSpacing(Theme::px(16));
    m_list = new OrderedList(QStringLiteral("planTargets"), tr("Chỉ tiêu của kế hoạch"), tr("Thêm chỉ tiêu"),
                             tr("Kế hoạch chưa có chỉ tiêu nào."), this);
    m_list->setMovable(false);
    row->addWidget(m_list, 2);
    m_stack = new QStackedWidget(this);
    row->addWidget(m_stack, 3);
    auto* none = makeWrapped(tr("Chọn một chỉ tiêu ở bên trái để đọc và sửa."), TypeRole::Text, Ink::Text2, m_stack);
    none->setAlignment(Qt::AlignCenter);
    m_none = none;
    m_stack->addWidget(m_none);
    auto* unsaved = new QWidget(m_stack);
    auto* column = new QVBoxLayout(unsaved);
    column->setSpacing(Theme::px(12));
    column->addStretch(1);
    m_unsavedWords = makeWrapped({}, TypeRole::Text, Ink::Text2, unsaved);
    m_unsavedWords->setAlignment(Qt::AlignCenter);
    auto* save = makeButton(tr("Ghi kế hoạch rồi ghi chỉ tiêu"), QStringLiteral("save"), ButtonKind::Normal, unsaved);
    save->setObjectName(QStringLiteral("targetsSavePlan"));
    connect(save, &QPushButton::clicked, this, &PlanTargetsPart::saveWanted);
    column->addWidget(m_unsavedWords);
    column->addWidget(save, 0, Qt::AlignHCenter);
    column->addStretch(1);
    m_unsaved = unsaved;
    m_stack->addWidget(m_unsaved);
    buildForm();
    connect(m_list, &OrderedList::addClicked, this, &PlanTargetsPart::add);
    connect(m_list, &OrderedList::removeClicked, this, &PlanTargetsPart::remove);
    connect(m_list, &OrderedList::currentChanged, this, [this](int line) {
        if (!m_asking && leaveForm())
            showTarget(line);
    });
}

void PlanTargetsPart::buildForm()
{
    m_host = new QWidget(m_stack);
    auto* column = new QVBoxLayout(m_host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_formTitle = new Label({}, TypeRole::Strong, Ink::Text, m_host);
    column->addWidget(m_formTitle);
    m_form = new TargetForm(m_env.file, m_host);
    column->addWidget(m_form);
    m_buttons = new QWidget(m_host);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    auto* save = saving(makeButton(tr("Ghi chỉ tiêu"), QStringLiteral("check"), ButtonKind::Primary, m_buttons));
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, m_buttons);
    save->setObjectName(QStringLiteral("planTargetSave"));
    cancel->setObjectName(QStringLiteral("planTargetCancel"));
    row->addWidget(save);
    row->addWidget(cancel);
    row->addStretch();
    column->addWidget(m_buttons);
    column->addStretch(1);
    m_stack->addWidget(m_host);
    connect(save, &QPushButton::clicked, this, &PlanTargetsPart::saveForm);
    connect(cancel, &QPushButton::clicked, this, [this] { showTarget(m_list->current()); });
}

bool PlanTargetsPart::saveForm()
{
    const auto id = m_form->save(m_env.shell.runner);
    if (!id)
        return false;
    readTargets();
    for (std::size_t i = 0; i < m_targets.size(); ++i)
        if (m_targets[i].id.value() == *id) {
            m_list->setCurrent(static_cast<int>(i));
            showTarget(static_cast<int>(i));
        }
    return true;
}

void PlanTargetsPart::load(const services::PlanDraft&)
{
    readTargets();
}

void PlanTargetsPart::setCarried(std::vector<domain::Target> targets)
{
    m_carried = std::move(targets);
    readTargets();
}

void PlanTargetsPart::setPlan(std::optional<services::Stored<domain::Plan>> plan)
{
    m_plan = std::move(plan);
    if (m_plan)
        m_carried.clear();
    readTargets();
}

void PlanTargetsPart::readTargets()
{
    m_targets.clear();
    if (m_plan) {
        if (auto detail = services::PlanService(m_env.file).plan(m_plan->id))
            m_targets = std::move(detail->targets);
    }
    QVector<OrderedItem> items;
    const auto show = [&items](const domain::Target& target) {
        items.push_back({toQ(target.text), QStringLiteral("%1 – %2").arg(labelOf(target.group), givenText(target)), true});
    };
    for (const auto& target : m_targets)
        show(target.data);
    for (const auto& target : m_carried)
        show(target);
    m_asking = true;
    m_list->setItems(items);
    m_asking = false;
    m_list->setReadOnly(m_readOnly || !m_plan);
    m_unsavedWords->setText(m_carried.empty() ? tr("Chỉ tiêu gắn với kế hoạch đã ghi: đăng ký và khen thưởng tính theo từng chỉ tiêu.")
                                              : tr("%1 chỉ tiêu bên trái được ghi cùng kế hoạch; ghi kế hoạch rồi sửa con số của từng chỉ tiêu.").arg(m_carried.size()));
    if (!m_form->binder().isDirty())
        showTarget(m_list->current());
    emit edited();
}

void PlanTargetsPart::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_list->setReadOnly(readOnly || !m_plan);
    m_form->binder().setReadOnly(readOnly);
    m_buttons->setVisible(!readOnly);
}

QString PlanTargetsPart::words() const
{
    return tr("Chỉ tiêu (%1)").arg(m_targets.size() + m_carried.size());
}

void PlanTargetsPart::showTarget(int row)
{
    if (row < 0 || row >= static_cast<int>(m_targets.size())) {
        m_stack->setCurrentWidget(m_plan ? m_none : m_unsaved);
        return;
    }
    const auto& target = m_targets[static_cast<std::size_t>(row)];
    m_form->startEdit(target.id, target.data, target.version);
    m_formTitle->setText(m_readOnly ? tr("Chỉ tiêu") : tr("Sửa chỉ tiêu"));
    m_stack->setCurrentWidget(m_host);
}

void PlanTargetsPart::add()
{
    if (m_readOnly)
        return;
    if (!m_plan) {
        emit saveWanted();
        return;
    }
    if (!leaveForm())
        return;
    m_form->startNew({*m_plan});
    m_formTitle->setText(tr("Chỉ tiêu mới"));
    m_stack->setCurrentWidget(m_host);
    m_form->findChild<QWidget*>(QStringLiteral("targetText"))->setFocus(Qt::OtherFocusReason);
}

bool PlanTargetsPart::leaveForm()
{
    if (!m_form->binder().isDirty())
        return true;
    m_asking = true;
    const bool may = settleUnsaved(m_env.shell, [this] { return saveForm(); }, [this] { m_form->binder().markSaved(); });
    m_asking = false;
    return may;
}

void PlanTargetsPart::remove(int row)
{
    const auto& target = m_targets[static_cast<std::size_t>(row)];
    if (!m_env.shell.prompter.confirm({tr("Xóa chỉ tiêu này?"), tr("Xóa chỉ tiêu “%1” khỏi kế hoạch? Đăng ký của mọi người giữ nguyên.").arg(toQ(target.data.text)),
                                       tr("Xóa chỉ tiêu"), tr("Giữ lại"), true}))
        return;
    m_form->binder().markSaved();
    m_env.shell.runner.run([&, id = target.id] { return services::PlanService(m_env.file).removeTarget(id); }, [this](services::Done) { readTargets(); });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_tasks.h"

#include "services/core/school_service.h"
#include "ui/pages/prepare/prepare_words.h"
#include "ui/shell/unsaved.h"

namespace thidua::ui::prepare {

using domain::PlanTask;
using services::PlanWorkService;

PlanTasksPart::PlanTasksPart(PlanEnv env, QWidget* parent) : PlanPart(parent), m_env(env)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(16));
    row->setSpacing(Theme::px(16));
    auto* left = new QVBoxLayout;
    left->setSpacing(Theme::px(8));
    m_filter = new ChoiceField({{"all", tr("Tất cả nhiệm vụ")}, {"focus", tr("Trọng tâm")}, {"weak", tr("Việc yếu")}, {"hard", tr("Việc khó")}}, this);
    m_filter->setObjectName(QStringLiteral("planTaskFilter"));
    m_filter->setAccessibleName(tr("Lọc nhiệm vụ"));
    m_filter->setValue("all");
    m_filter->onChanged = [this] { readTasks(); };
    left->addWidget(m_filter);
    m_list = new OrderedList(QStringLiteral("planTasks"), tr("Nhiệm vụ của kế hoạch"), tr("Thêm nhiệm vụ"),
                             tr("Kế hoạch chưa có nhiệm vụ nào: ai làm gì, xong ngày nào."), this);
    m_list->setMovable(false);
    left->addWidget(m_list, 1);
    row->addLayout(left, 2);
    m_stack = new QStackedWidget(this);
    row->addWidget(m_stack, 3);
    auto* none = makeWrapped(tr("Chọn một nhiệm vụ ở bên trái để đọc và sửa. Có nhiệm vụ thì bản in có bảng phân công ở phần tổ chức thực hiện."), TypeRole::Text, Ink::Text2, m_stack);
    none->setAlignment(Qt::AlignCenter);
    m_none = none;
    m_stack->addWidget(m_none);
    buildUnsaved();
    buildForm();
    connect(m_list, &OrderedList::addClicked, this, &PlanTasksPart::add);
    connect(m_list, &OrderedList::removeClicked, this, &PlanTasksPart::remove);
    connect(m_list, &OrderedList::currentChanged, this, [this](int line) {
        if (!m_asking && leaveForm())
            showTask(line);
    });
}

void PlanTasksPart::buildUnsaved()
{
    m_unsaved = new QWidget(m_stack);
    auto* column = new QVBoxLayout(m_unsaved);
    column->setSpacing(Theme::px(12));
    column->addStretch(1);
    m_unsavedWords = makeWrapped({}, TypeRole::Text, Ink::Text2, m_unsaved);
    m_unsavedWords->setAlignment(Qt::AlignCenter);
    auto* save = makeButton(tr("Ghi kế hoạch rồi ghi nhiệm vụ"), QStringLiteral("save"), ButtonKind::Normal, m_unsaved);
    save->setObjectName(QStringLiteral("tasksSavePlan"));
    connect(save, &QPushButton::clicked, this, &PlanTasksPart::saveWanted);
    column->addWidget(m_unsavedWords);
    column->addWidget(save, 0, Qt::AlignHCenter);
    column->addStretch(1);
    m_stack->addWidget(m_unsaved);
}

void PlanTasksPart::declareFields()
{
    m_form = new RecordForm<PlanTask>(2, m_host);
    m_form->lines("text", tr("Nhiệm vụ"), &PlanTask::text, 3).required().named("taskText");
    m_doer = new SearchField(tr("Người, tổ thực hiện…"));
    m_doer->setObjectName(QStringLiteral("taskDoer"));
    m_form->custom("person", tr("Ai thực hiện"), m_doer, [this](const PlanTask& t) { m_doer->setValue(doerKey(t.subject)); },
                   [this](PlanTask& t) { t.subject = doerOf(m_doer->value()); });
    m_form->date("deadline", tr("Hạn"), &PlanTask::deadline);
    m_form->check("focus", tr("Việc trọng tâm"), &PlanTask::focus);
    m_form->check("weak", tr("Việc yếu, cần khắc phục"), &PlanTask::weak);
    m_form->check("hard", tr("Việc khó"), &PlanTask::hard);
    m_form->binder().setValidate([](const PlanTask& task) { return services::validate(task); });
}

void PlanTasksPart::buildForm()
{
    m_host = new QWidget(m_stack);
    auto* column = new QVBoxLayout(m_host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_formTitle = new Label({}, TypeRole::Strong, Ink::Text, m_host);
    column->addWidget(m_formTitle);
    declareFields();
    column->addWidget(m_form);
    m_buttons = new QWidget(m_host);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    auto* save = saving(makeButton(tr("Ghi nhiệm vụ"), QStringLiteral("check"), ButtonKind::Primary, m_buttons));
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, m_buttons);
    save->setObjectName(QStringLiteral("planTaskSave"));
    cancel->setObjectName(QStringLiteral("planTaskCancel"));
    row->addWidget(save);
    row->addWidget(cancel);
    row->addStretch();
    column->addWidget(m_buttons);
    column->addStretch(1);
    m_stack->addWidget(m_host);
    connect(save, &QPushButton::clicked, this, &PlanTasksPart::saveForm);
    connect(cancel, &QPushButton::clicked, this, [this] { showTask(m_list->current()); });
}

bool PlanTasksPart::saveForm()
{
    auto& binder = m_form->binder();
    if (!m_plan || !binder.reveal())
        return false;
    PlanWorkService service(m_env.file);
    const auto draft = m_form->draft();
    const auto id = m_editing ? writtenBy(m_env.shell.runner, binder, m_editing->id.value(), [&] { return service.editTask(m_editing->id, draft, m_editing->version); })
                              : writtenBy(m_env.shell.runner, binder, {}, [&] { return service.addTask(draft); });
    if (!id)
        return false;
    binder.markSaved();
    readTasks();
    for (std::size_t i = 0; i < m_tasks.size(); ++i)
        if (m_tasks[i].id.value() == *id) {
            m_list->setCurrent(static_cast<int>(i));
            showTask(static_cast<int>(i));
        }
    return true;
}

void PlanTasksPart::load(const services::PlanDraft& draft)
{
    m_doer->setOptions(doers({m_env.file, m_env.shell.runner, draft.plan.year}));
    readTasks();
}

void PlanTasksPart::setPlan(std::optional<services::Stored<domain::Plan>> plan)
{
    m_plan = std::move(plan);
    if (m_plan)
        m_carried.clear();
    readTasks();
}

void PlanTasksPart::setCarried(std::vector<PlanTask> tasks)
{
    m_carried = std::move(tasks);
    readTasks();
}

bool PlanTasksPart::accepts(const PlanTask& task) const
{
    const auto filter = m_filter->value();
    return filter.empty() || filter == "all" || (filter == "focus" && task.focus) || (filter == "weak" && task.weak) || (filter == "hard" && task.hard);
}

void PlanTasksPart::readTasks()
{
    m_tasks.clear();
    m_all = 0;
    QVector<OrderedItem> items;
    if (m_plan)
        if (const auto work = PlanWorkService(m_env.file).work(m_plan->id)) {
            m_all = work->tasks.size();
            for (std::size_t i = 0; i < work->tasks.size(); ++i) {
                const auto& task = work->tasks[i];
                if (!accepts(task.data))
                    continue;
                QStringList facts;
                facts << (work->doers[i].empty() ? tr("chưa giao ai") : toQ(work->doers[i]));
                if (task.data.deadline)
                    facts << tr("hạn %1").arg(dateText(task.data.deadline));
                if (const QString marks = marksText(task.data); !marks.isEmpty())
                    facts << marks;
                items.push_back({toQ(task.data.text), facts.join(QStringLiteral(" · ")), true});
                m_tasks.push_back(task);
            }
        }
    for (const auto& task : m_carried)
        if (accepts(task))
            items.push_back({toQ(task.text), task.deadline ? tr("hạn %1").arg(dateText(task.deadline)) : tr("chưa có hạn"), true});
    m_all += m_carried.size();
    m_unsavedWords->setText(m_carried.empty() ? tr("Nhiệm vụ gắn với kế hoạch đã ghi: tiến độ và vướng mắc của từng nhiệm vụ được ghi tiếp sau khi ban hành.")
                                              : tr("%1 nhiệm vụ bên trái, hạn dời sang năm nay, được ghi cùng kế hoạch; ghi kế hoạch rồi sửa từng nhiệm vụ.").arg(m_carried.size()));
    m_asking = true;
    m_list->setItems(items);
    m_asking = false;
    m_list->setReadOnly(m_readOnly || !m_plan);
    if (!m_form->binder().isDirty())
        showTask(m_list->current());
    emit edited();
}

void PlanTasksPart::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_list->setReadOnly(readOnly || !m_plan);
    m_form->binder().setReadOnly(readOnly);
    m_buttons->setVisible(!readOnly);
}

QString PlanTasksPart::words() const
{
    return tr("Nhiệm vụ (%1)").arg(m_all);
}

void PlanTasksPart::showTask(int row)
{
    if (row < 0 || row >= static_cast<int>(m_tasks.size())) {
        m_stack->setCurrentWidget(m_plan ? m_none : m_unsaved);
        return;
    }
    m_editing = m_tasks[static_cast<std::size_t>(row)];
    m_form->load(m_editing->data);
    m_formTitle->setText(m_readOnly ? tr("Nhiệm vụ") : tr("Sửa nhiệm vụ"));
    m_stack->setCurrentWidget(m_host);
}

void PlanTasksPart::add()
{
    if (m_readOnly)
        return;
    if (!m_plan) {
        emit saveWanted();
        return;
    }
    if (!leaveForm())
        return;
    m_editing.reset();
    PlanTask task;
    task.plan = m_plan->id;
    m_form->load(task);
    m_formTitle->setText(tr("Nhiệm vụ mới"));
    m_stack->setCurrentWidget(m_host);
    m_form->findChild<QWidget*>(QStringLiteral("taskText"))->setFocus(Qt::OtherFocusReason);
}

bool PlanTasksPart::leaveForm()
{
    if (!m_form->binder().isDirty())
        return true;
    m_asking = true;
    const bool may = settleUnsaved(m_env.shell, [this] { return saveForm(); }, [this] { m_form->binder().markSaved(); });
    m_asking = false;
    return may;
}

void PlanTasksPart::remove(int row)
{
    const auto task = m_tasks[static_cast<std::size_t>(row)];
    if (!m_env.shell.prompter.confirm({tr("Xóa nhiệm vụ này?"), tr("Xóa nhiệm vụ “%1” khỏi kế hoạch?").arg(toQ(task.data.text)), tr("Xóa nhiệm vụ"), tr("Giữ lại"), true}))
        return;
    m_form->binder().markSaved();
    m_env.shell.runner.run([&] { return PlanWorkService(m_env.file).removeTask(task.id); }, [this](services::Done) { readTasks(); });
}

}

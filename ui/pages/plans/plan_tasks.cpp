// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_tasks.h"

#include "services/core/school_service.h"
#include "ui/pages/plans/plan_work_forms.h"
#include "ui/pages/prepare/prepare_words.h"

namespace thidua::ui::prepare {

using domain::PlanTask;
using services::PlanWorkService;

PlanTasksPart::PlanTasksPart(PlanEnv env, QWidget* parent)
    : PlanRowsPart(env,
                   {.name = QStringLiteral("task"),
                    .list = tr("Nhiệm vụ của kế hoạch"),
                    .add = tr("Thêm nhiệm vụ"),
                    .empty = tr("Kế hoạch chưa có nhiệm vụ nào: ai làm gì, xong ngày nào."),
                    .choose = tr("Chọn một nhiệm vụ ở bên trái để đọc và sửa. Có nhiệm vụ thì bản in có bảng phân công ở phần tổ chức thực hiện."),
                    .savePlan = tr("Ghi kế hoạch rồi ghi nhiệm vụ"),
                    .save = tr("Ghi nhiệm vụ"),
                    .shown = tr("Nhiệm vụ"),
                    .edit = tr("Sửa nhiệm vụ"),
                    .fresh = tr("Nhiệm vụ mới")},
                   parent),
      m_form(new RecordForm<PlanTask>(2, this))
{
    m_filter = new ChoiceField({{"all", tr("Tất cả nhiệm vụ")}, {"focus", tr("Trọng tâm")}, {"weak", tr("Việc yếu")}, {"hard", tr("Việc khó")}}, this);
    m_filter->setObjectName(QStringLiteral("planTaskFilter"));
    m_filter->setAccessibleName(tr("Lọc nhiệm vụ"));
    m_filter->setValue("all");
    m_filter->onChanged = [this] { readRows(); };
    left()->insertWidget(0, m_filter);
    declareFields();
    setForm(m_form, m_form->binder());
}

void PlanTasksPart::declareFields()
{
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

void PlanTasksPart::load(const services::PlanDraft& draft)
{
    m_doer->setOptions(doers({env().file, env().shell.runner, draft.plan.year}));
    readRows();
}

void PlanTasksPart::setCarried(std::vector<PlanTask> tasks)
{
    m_carried = std::move(tasks);
    readRows();
}

bool PlanTasksPart::accepts(const PlanTask& task) const
{
    const auto filter = m_filter->value();
    return filter.empty() || filter == "all" || (filter == "focus" && task.focus) || (filter == "weak" && task.weak) || (filter == "hard" && task.hard);
}

PlanRowsPart::Rows PlanTasksPart::rows()
{
    m_tasks.clear();
    m_all = m_carried.size();
    Rows read;
    if (plan())
        if (const auto work = PlanWorkService(env().file).work(plan()->id)) {
            m_all += work->tasks.size();
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
                read.items.push_back({toQ(task.data.text), facts.join(QStringLiteral(" · ")), true});
                read.ids.push_back(task.id.value());
                m_tasks.push_back(task);
            }
        }
    for (const auto& task : m_carried)
        if (accepts(task))
            read.items.push_back({toQ(task.text), task.deadline ? tr("hạn %1").arg(dateText(task.deadline)) : tr("chưa có hạn"), true});
    return read;
}

QString PlanTasksPart::unsavedWords() const
{
    return m_carried.empty() ? tr("Nhiệm vụ gắn với kế hoạch đã ghi: tiến độ và vướng mắc của từng nhiệm vụ được ghi tiếp sau khi ban hành.")
                             : tr("%1 nhiệm vụ bên trái, hạn dời sang năm nay, được ghi cùng kế hoạch; ghi kế hoạch rồi sửa từng nhiệm vụ.").arg(m_carried.size());
}

QString PlanTasksPart::words() const
{
    return tr("Nhiệm vụ (%1)").arg(m_all);
}

void PlanTasksPart::startEdit(std::size_t row)
{
    m_editing = m_tasks[row];
    m_form->load(m_editing->data);
}

void PlanTasksPart::startNew()
{
    m_editing.reset();
    PlanTask task;
    task.plan = plan()->id;
    m_form->load(task);
}

std::optional<std::int64_t> PlanTasksPart::write()
{
    auto& binder = m_form->binder();
    if (!plan() || !binder.reveal())
        return std::nullopt;
    PlanWorkService service(env().file);
    const auto draft = m_form->draft();
    const auto id = m_editing ? writtenBy(env().shell.runner, binder, m_editing->id.value(), [&] { return service.editTask(m_editing->id, draft, m_editing->version); })
                              : writtenBy(env().shell.runner, binder, {}, [&] { return service.addTask(draft); });
    if (id)
        binder.markSaved();
    return id;
}

Question PlanTasksPart::removal(std::size_t row) const
{
    return {tr("Xóa nhiệm vụ này?"), tr("Xóa nhiệm vụ “%1” khỏi kế hoạch?").arg(toQ(m_tasks[row].data.text)), tr("Xóa nhiệm vụ"), tr("Giữ lại"), true};
}

void PlanTasksPart::remove(std::size_t row)
{
    env().shell.runner.run([this, id = m_tasks[row].id] { return PlanWorkService(env().file).removeTask(id); }, [this](services::Done) { readRows(); });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on around a plan, on the page of the plans: tasks, receipts, difficulties.
#include "ui/pages/plans/plan_copy.h"
#include "ui/pages/plans/plan_editor.h"
#include "ui/pages/plans/plan_work_view.h"
#include "ui/pages/plans/plans_page.h"

namespace thidua::ui::prepare {

using domain::EntityKind;
using domain::Op;
using services::PlanWorkService;

PlanWorkEnv PlansPage::workEnv()
{
    return {file(), shell().runner, year()};
}

void PlansPage::openWorkForm(PanelForm form)
{
    split()->setPanelVisible(true);
    ListPage::openForm(std::move(form));
}

void PlansPage::addWorkVerbs()
{
    const auto inList = [this](const QString& otherwise) { return isEditing() ? tr("Về danh sách kế hoạch trước (Esc).") : otherwise; };
    addRowVerb({.id = "receipts", .text = tr("Ghi việc nhận, triển khai…"), .icon = "register", .places = InMore | OnRow, .operation = Op::RecordPlanReceipts,
                .words = tr("tổ ký nhận kế hoạch")},
               [this](const Row& row) {
                   shell().runner.read([&] { return PlanWorkService(file()).work(row.id); },
                                       [&](const services::PlanWork& work) { openWorkForm(receiptsForm(workEnv(), row.id, work)); });
               },
               [inList](const Row& row) { return inList(row.data.number.issuedOn ? QString() : tr("Kế hoạch chưa ban hành nên chưa tổ nào nhận.")); });
    addRowVerb({.id = "difficulty", .text = tr("Thêm vướng mắc, kiến nghị…"), .icon = "question", .places = InMore | OnRow, .operation = Op::AddDifficulty,
                .words = tr("khó khăn của tổ, trả lời của Hội đồng")},
               [this](const Row& row) {
                   shell().runner.read([&] { return PlanWorkService(file()).work(row.id); },
                                       [&](const services::PlanWork& work) { openWorkForm(difficultyForm(workEnv(), row.id, work, nullptr)); });
               },
               [inList](const Row&) { return inList({}); });
}

/// The plan of a task or difficulty, with the form in which it is answered.
bool PlansPage::openWork(EntityKind kind, std::int64_t id)
{
    PlanWorkService service(file());
    const auto plan = kind == EntityKind::PlanTask ? service.planOf(domain::PlanTaskId(id)) : service.planOf(domain::PlanDifficultyId(id));
    if (!plan || !openRecord(EntityKind::Plan, plan->value()))
        return false;
    const auto work = service.work(*plan);
    if (!work || isClosed())
        return true;
    if (kind == EntityKind::PlanTask)
        openWorkForm(taskProgressForm(workEnv(), *work, domain::PlanTaskId(id)));
    for (const auto& row : work->difficulties)
        if (kind == EntityKind::PlanDifficulty && row.id.value() == id)
            openWorkForm(answerForm(workEnv(), *plan, row));
    return true;
}

std::vector<domain::PlanTask> PlansPage::lastTasks(domain::PlanId last, SchoolYear from, QStringList& notes)
{
    std::vector<domain::PlanTask> tasks;
    shell().runner.read([&] { return PlanWorkService(file()).work(last); }, [&](const services::PlanWork& work) {
        const auto known = doers(workEnv());
        const auto serves = [&known](const domain::SubjectRef& subject) {
            const auto key = doerKey(subject);
            return key && std::any_of(known.begin(), known.end(), [&key](const auto& option) { return option.id == *key; });
        };
        tasks = carriedTasks(work, from, schoolYear(), serves);
    });
    if (!tasks.empty())
        notes << tr("%1 nhiệm vụ lấy theo năm trước, hạn dời một năm: xin xem lại người làm và hạn.").arg(tasks.size());
    return tasks;
}

QWidget* PlansPage::workOf(const Row& plan)
{
    PlanWorkView* view = nullptr;
    shell().runner.read([&] { return PlanWorkService(file()).work(plan.id); }, [&](services::PlanWork work) {
        view = new PlanWorkView(file(), plan, std::move(work), year() && !isClosed(), panel());
        const auto rowOf = [view](qint64 id) -> const services::Stored<domain::PlanDifficulty>* {
            for (const auto& row : view->work().difficulties)
                if (row.id.value() == id)
                    return &row;
            return nullptr;
        };
        const auto id = plan.id;
        connect(view, &PlanWorkView::planClicked, this, [this](qint64 other) { shell().openRecord(EntityKind::Plan, other); });
        // Once the link has been followed: the form takes the place of what it stands in.
        const auto later = [this](auto run) { QMetaObject::invokeMethod(this, run, Qt::QueuedConnection); };
        connect(view, &PlanWorkView::taskClicked, this, [this, view, later](qint64 task) {
            later([this, work = view->work(), task] { openWorkForm(taskProgressForm(workEnv(), work, domain::PlanTaskId(task))); });
        });
        connect(view, &PlanWorkView::receiptsClicked, this, [this, view, id, later] {
            later([this, work = view->work(), id] { openWorkForm(receiptsForm(workEnv(), id, work)); });
        });
        connect(view, &PlanWorkView::difficultyClicked, this, [this, view, id, later] {
            later([this, work = view->work(), id] { openWorkForm(difficultyForm(workEnv(), id, work, nullptr)); });
        });
        connect(view, &PlanWorkView::editClicked, this, [this, view, rowOf, id, later](qint64 difficulty) {
            if (const auto* row = rowOf(difficulty))
                later([this, work = view->work(), row = *row, id] { openWorkForm(difficultyForm(workEnv(), id, work, &row)); });
        });
        connect(view, &PlanWorkView::answerClicked, this, [this, rowOf, id, later](qint64 difficulty) {
            if (const auto* row = rowOf(difficulty))
                later([this, row = *row, id] { openWorkForm(answerForm(workEnv(), id, row)); });
        });
        connect(view, &PlanWorkView::removeClicked, this, [this, rowOf, later](qint64 difficulty) {
            if (const auto* row = rowOf(difficulty))
                later([this, row = *row] {
                    if (shell().prompter.confirm({tr("Xóa vướng mắc, kiến nghị?"), tr("Xóa “%1” cùng trả lời của Hội đồng?").arg(toQ(row.data.text)), tr("Xóa"), tr("Giữ lại"), true}))
                        shell().runner.run([&] { return PlanWorkService(file()).removeDifficulty(row.id); });
                });
        });
    });
    return view;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of plans does with one plan: open, write, issue, print, remove.
#include "domain/school_year.h"
#include "services/core/school_service.h"
#include "services/papers/document_service.h"
#include "ui/pages/prepare/plan_editor.h"
#include "ui/pages/prepare/plan_issue_dialog.h"
#include "ui/pages/prepare/plans_page.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

namespace thidua::ui::prepare {

using domain::PlanState;

void PlansPage::add()
{
    if (isEditing())
        m_editor->addLine();
    else if (shell().actions.find(QStringLiteral("plans.add"))->isEnabled())
        startNew();
}

void PlansPage::startNew()
{
    const auto year = yearRow();
    if (!year)
        return;
    shell().runner.read([&] { return services::PlanService(file()).proposedPlan(year->id); },
                        [this](const services::PlanDraft& draft) { showNew(draft); });
}

void PlansPage::showNew(const services::PlanDraft& draft)
{
    m_stack->setCurrentWidget(m_editor);
    m_editor->startNew(draft);
    updateHead();
}

namespace {

/// Names of a school year as papers and the screen write them.
std::string renamed(const std::string& text, SchoolYear from, SchoolYear to)
{
    QString words = toQ(text);
    words.replace(toQ(from.paper()), toQ(to.paper())).replace(toQ(from.screen()), toQ(to.screen())).replace(toQ(from.text()), toQ(to.text()));
    return words.toStdString();
}

services::PlanDraft carriedOver(const services::PlanDetail& last, domain::SchoolYearId year, SchoolYear from, SchoolYear to)
{
    services::PlanDraft draft;
    draft.plan.year = year;
    draft.plan.title = renamed(last.plan.data.title, from, to);
    draft.plan.theme = renamed(last.plan.data.theme, from, to);
    draft.sections = last.sections;
    for (auto& section : draft.sections) {
        section.heading = renamed(section.heading, from, to);
        section.body = renamed(section.body, from, to);
    }
    draft.recipients = last.recipients;
    for (const auto& basis : last.bases)
        if (renamed(basis.wording, from, to) == basis.wording)
            draft.bases.push_back(basis);
    return draft;
}

}

void PlansPage::startFromLastYear()
{
    const auto year = yearRow();
    const auto last = services::SchoolService(file()).yearOf(schoolYear().previous());
    if (!year || !last || isEditing())
        return;
    services::PlanService service(file());
    std::optional<domain::PlanId> newest;
    shell().runner.read([&] { return service.plans(last->id); }, [&](const std::vector<Row>& plans) {
        for (const auto& plan : plans)
            if (plan.data.kind == domain::PlanKind::Year)
                newest = plan.id;
    });
    if (!newest) {
        shell().status.say(tr("Năm học %1 không có kế hoạch năm nào để chép.").arg(toQ(last->data.year.screen())), Tone::Warn);
        return;
    }
    shell().runner.read([&] { return service.plan(*newest); },
                        [&](const services::PlanDetail& detail) { showNew(carriedOver(detail, year->id, last->data.year, schoolYear())); });
}

void PlansPage::openPlan(std::int64_t id)
{
    if (!m_editor->open(domain::PlanId(id), isClosed()))
        return;
    m_stack->setCurrentWidget(m_editor);
    updateHead();
    m_editor->tabs()->tabBar()->setFocus(Qt::OtherFocusReason);
}

void PlansPage::closeEditor()
{
    if (!isEditing())
        return;
    const auto id = m_editor->planId();
    m_stack->setCurrentWidget(split());
    readRows();
    if (id)
        table()->setCurrentId(id->value());
    table()->view()->setFocus(Qt::OtherFocusReason);
}

bool PlansPage::leaveEditor()
{
    if (!isEditing() || m_asking)
        return true;
    if (!m_editor->leaveTarget())
        return false;
    if (!m_editor->isDirty())
        return true;
    m_asking = true;
    const int answer = shell().prompter.choose(tr("Kế hoạch chưa được lưu"),
                                               tr("Những chỗ vừa sửa trong “%1” chưa được lưu.").arg(toQ(m_editor->draft().plan.title)),
                                               {tr("Lưu kế hoạch"), tr("Bỏ những chỗ vừa sửa"), tr("Ở lại soạn tiếp")});
    m_asking = false;
    return answer == 0 ? m_editor->save() : answer == 1;
}

bool PlansPage::mayLeave()
{
    if (!leaveEditor())
        return false;
    closeEditor();
    return true;
}

void PlansPage::find()
{
    if (!isEditing())
        ListPage::find();
}

void PlansPage::togglePanel()
{
    if (!isEditing())
        ListPage::togglePanel();
}

void PlansPage::escape()
{
    if (!isEditing())
        ListPage::escape();
    else if (leaveEditor())
        closeEditor();
}

QList<QWidget*> PlansPage::focusStops() const
{
    return isEditing() ? QList<QWidget*>{m_editor->tabs()->tabBar(), m_editor->tabs()->currentWidget()} : ListPage::focusStops();
}

void PlansPage::issue()
{
    if (isEditing() && (m_editor->isDirty() || !m_editor->stored()) && !m_editor->save())
        return;
    const auto* plan = isEditing() ? (m_editor->stored() ? &*m_editor->stored() : nullptr) : currentPlan();
    if (!plan || plan->data.state != PlanState::Draft || isClosed())
        return;
    PlanIssueDialog dialog({file(), shell()}, *plan, window());
    dialog.exec();
}

void PlansPage::askRemove(std::int64_t id)
{
    const auto* plan = m_model.find(id);
    if (!plan || plan->data.state != PlanState::Draft || isClosed())
        return;
    auto detail = services::PlanService(file()).plan(plan->id);
    const auto targets = detail ? detail->targets.size() : 0;
    const QString text = targets > 0 ? tr("Xóa dự thảo “%1” cùng %2 chỉ tiêu trong đó? Văn bản căn cứ vẫn ở trong thư viện.").arg(toQ(plan->data.title)).arg(targets)
                                     : tr("Xóa dự thảo “%1”? Văn bản căn cứ vẫn ở trong thư viện.").arg(toQ(plan->data.title));
    if (!shell().prompter.confirm({tr("Xóa dự thảo kế hoạch?"), text, tr("Xóa dự thảo"), tr("Giữ lại"), true}))
        return;
    const auto planId = plan->id;
    shell().runner.run([&] { return services::PlanService(file()).removePlan(planId); });
}

void PlansPage::print()
{
    if (isEditing() && m_editor->isDirty()) {
        if (!leaveEditor())
            return;
        if (m_editor->isDirty() && m_editor->planId()) // dropped: show what prints
            m_editor->open(*m_editor->planId(), isClosed());
    }
    if (const auto id = subject())
        printPlan(*id);
}

void PlansPage::printPlan(std::int64_t id)
{
    const auto year = yearRow();
    if (!year)
        return;
    const auto kind = services::PaperKind::Plan;
    shell().runner.read([&] { return services::DocumentService(file()).build(kind, id, year->id); },
                        [&](const documents::Document& document) {
                            const auto* plan = m_model.find(id);
                            const QString number = plan ? toQ(plan->data.number.text()).replace(QLatin1Char('/'), QLatin1Char('-')) : QString();
                            preview(document, number.isEmpty() ? tr("Kế hoạch thi đua (dự thảo)") : tr("Kế hoạch %1").arg(number), services::formatsOf(kind));
                        });
}

}

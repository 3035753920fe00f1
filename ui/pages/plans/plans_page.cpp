// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plans_page.h"

#include "base/text_util.h"
#include "domain/school_year.h"
#include "services/prepare/library.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "ui/pages/kit/basis_notes.h"
#include "ui/pages/kit/correct_paper.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/paper_gap_fields.h"
#include "ui/pages/kit/proof_dialog.h"
#include "ui/pages/plans/plan_copy.h"
#include "ui/pages/plans/plan_editor.h"
#include "ui/pages/plans/plan_panel.h"
#include "ui/shell/unsaved.h"
#include "ui/widgets/current_stack.h"

#include <QApplication>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

namespace thidua::ui::prepare {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Op;
using domain::PlanEvent;
using services::PlanService;

namespace {

bool isDraft(const services::Stored<domain::Plan>& plan)
{
    return domain::may(plan.data.state, PlanEvent::Edit);
}

}

PlansPage::PlansPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "plans",
                  .listName = tr("Danh sách kế hoạch"),
                  .panelWidth = 350,
                  .opens = EntityKind::Plan,
                  .reads = reads::plans() | reads::planWork() | reads::staff() | reads::legalTexts() | reads::school() | reads::years(),
                  .chooseFirst = tr("Chọn một kế hoạch trước."),
                  .nothingChosen = tr("Chọn một kế hoạch để đọc ở đây."),
                  .nothingHere = tr("Kế hoạch được chọn sẽ hiện ở đây."),
                  .twoLines = true,
                  .selectFirst = true,
                  .enterVerb = "open",
                  .editVerb = "open"},
                 [](const Row& row) { return row.id.value(); }),
      m_stack(new CurrentStack(this)), m_editor(new PlanEditor({context.file, shell}, this))
{
    declareColumns();
    declareVerbs();
    build();
    setEmpty("plan", tr("Nơi soạn kế hoạch phát động phong trào thi đua"),
             tr("Kế hoạch năm học và kế hoạch giai đoạn, từ căn cứ, nội dung, chỉ tiêu đến nơi nhận; in đúng thể thức."), "add", "copy",
             tr("hoặc bấm <b>Ctrl+N</b>"));
    buildEditor();
}

void PlansPage::buildEditor()
{
    m_stack->addWidget(split());
    m_stack->addWidget(m_editor);
    content()->addWidget(m_stack, 1);
    connect(m_editor, &PlanEditor::changed, this, [this] {
        if (isEditing()) {
            setSummary(summary());
            updateVerbs();
        }
    });
    connect(this, &Page::parentClicked, this, &PlansPage::escape);
}

void PlansPage::declareColumns()
{
    setColumns({
        column("title", tr("Trích yếu"), [this](const Row& r) {
            Cell cell = Cell::twoLines(toQ(r.data.title), periodOf(r.data, m_years));
            cell.tip = toQ(r.data.title);
            return cell;
        }, 300).stretched().summed([](const Rows& rows) { return tr("%1 kế hoạch").arg(rows.size()); }),
        column("kind", tr("Loại"), [](const Row& r) { return Cell::plain(labelOf(r.data.kind)); }, 140).hide(),
        column("number", tr("Số, ngày ban hành"), [](const Row& r) {
            return r.data.number.number ? Cell::twoLines(toQ(r.data.number.text()), dateText(r.data.number.issuedOn)) : Cell::secondary(tr("chưa có"));
        }, 132).sorted([](const Row& r) { return r.data.number.issuedOn ? SortKey(r.data.number.issuedOn->iso()) : SortKey(); }),
        column("state", tr("Tình trạng"), [](const Row& r) {
            return Cell::mark(toneOf(r.data.state), labelOf(r.data.state), isDraft(r) ? QStringLiteral("edit") : QString());
        }, 116).summed([](const Rows& rows) {
            const auto drafts = std::count_if(rows.begin(), rows.end(), [](const Row* r) { return isDraft(*r); });
            return drafts > 0 ? tr("%1 dự thảo").arg(drafts) : QString();
        }),
        column("signer", tr("Người ký"), [](const Row& r) {
            return r.data.signerName.empty() ? orDash({})
                                             : Cell::twoLines(toQ(r.data.signerName), toQ(join(r.data.signerTitle, " – ")));
        }, 158),
    });
}

/// A verb about the plan that is open or chosen; `event` is the step of its workflow that it takes. `whileNew` is why it is off
/// while a new plan is not saved; empty: it saves first.
void PlansPage::addPlanVerb(Verb verb, std::optional<PlanEvent> event, const QString& whileNew, std::function<void()> run)
{
    verb.whyNot = [this, event, whileNew] {
        const Row* plan = subject();
        if (!plan)
            return isEditing() ? whileNew : look().chooseFirst;
        return event ? refusalOf(plan->data.state, *event, plan->data.number.text()) : QString();
    };
    verb.run = std::move(run);
    addVerb(std::move(verb));
}

void PlansPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Soạn kế hoạch"), .icon = "plus", .operation = Op::CreatePlan, .words = tr("thêm kế hoạch phát động"), .run = [this] {
                 shell().runner.read([&] { return PlanService(file()).proposedPlan(*year()); },
                                     [this](const services::PlanDraft& draft) { showNew(draft, services::usualTargets(file(), *year())); });
             }});
    addPlanVerb({.id = "open", .text = tr("Mở kế hoạch"), .icon = "edit", .places = OnRow | InFoot}, std::nullopt, tr("Kế hoạch này đang mở."),
                [this] { openPlan(subject()->id.value()); });
    addCopyVerb();
    addSaveVerb();
    addWorkVerbs();
    addPlanVerb({.id = "issue", .text = tr("Ban hành…"), .icon = "stamp", .places = OnRow, .operation = Op::IssuePlan, .words = tr("ban hành kế hoạch, cấp số")},
                PlanEvent::Issue, {}, [this] { issue(); });
    addPlanVerb({.id = "correct", .text = tr("Sửa văn bản đã ban hành…"), .icon = "stamp", .places = OnRow | InMore | InFoot, .operation = Op::CorrectPaper, .anyYear = true,
                 .words = tr("đính chính thu hồi thay thế kế hoạch")},
                PlanEvent::Revoke, {}, [this] { correct(*subject()); });
    addPlanVerb({.id = "print", .text = tr("Xem bản in"), .icon = "print", .places = OnRow, .words = tr("in kế hoạch")}, std::nullopt,
                tr("Ghi kế hoạch trước khi xem bản in."), [this] { printPlan(); });
    addPlanVerb({.id = "proofread", .text = tr("Soát lỗi…"), .icon = "inspect", .places = OnRow | InFoot, .words = tr("rà lỗi chính tả kế hoạch")}, std::nullopt,
                tr("Ghi kế hoạch trước khi soát lỗi."), [this] { proofread(); });
    addVerb({.id = "proofread-file", .text = tr("Soát lỗi văn bản khác…"), .icon = "inspect", .anyYear = true, .words = tr("rà lỗi chính tả tệp word docx txt"),
             .keepsForm = true, .run = [this] { proofreadFile(context(), shell(), window()); }});
    addPlanVerb({.id = "remove", .text = tr("Xóa dự thảo…"), .icon = "trash", .places = OnRow | InFootEnd, .operation = Op::RemovePlan}, PlanEvent::Remove,
                tr("Kế hoạch mới chưa ghi: Esc để bỏ."), [this] { remove(); });
}

void PlansPage::addCopyVerb()
{
    addVerb({.id = "copy", .text = tr("Soạn theo kế hoạch năm trước"), .icon = "copy", .operation = Op::CreatePlan, .words = tr("chép kế hoạch năm học trước"),
             .whyNot = [this] {
                 const bool earlier = std::any_of(m_years.begin(), m_years.end(), [this](const auto& y) { return y.data.year == schoolYear().previous(); });
                 if (!earlier)
                     return tr("Tệp không có năm học %1.").arg(toQ(schoolYear().previous().screen()));
                 return isEditing() ? tr("Về danh sách kế hoạch trước.") : QString();
             },
             .run = [this] { startFromLastYear(); }});
}

void PlansPage::addSaveVerb()
{
    addVerb({.id = "save", .text = tr("Ghi kế hoạch"), .icon = "save", .operation = Op::EditPlan, .keys = QKeySequence(QStringLiteral("Ctrl+S")),
             .whyNot = [this] {
                 if (!isEditing())
                     return tr("Mở một dự thảo để sửa.");
                 const Row* plan = subject();
                 if (plan && !isDraft(*plan))
                     return refusalOf(plan->data.state, PlanEvent::Edit, plan->data.number.text());
                 return plan && !m_editor->isDirty() ? tr("Không có gì chưa ghi.") : QString();
             },
             .run = [this] {
                 if (m_editor->save())
                     updateHead(); // a new plan has become a draft
             }});
}

/// The plan, unless one types in a form within it: a target, a legal text.
void PlansPage::save()
{
    const QWidget* focus = QApplication::focusWidget();
    const QWidget* tab = nullptr;
    for (const QWidget* at = focus; at && at != this; at = at->parentWidget())
        if (at->parentWidget() && at->parentWidget()->parentWidget() && qobject_cast<QTabWidget*>(at->parentWidget()->parentWidget()))
            tab = at;
    auto* inner = tab ? savingButton(*tab, focus) : nullptr;
    if (inner && inner->isEnabled())
        inner->click();
    else if (isEditing())
        runVerb("save");
    else
        ListPage::save();
}

bool PlansPage::isEditing() const
{
    return m_stack->currentWidget() == m_editor;
}

const PlansPage::Row* PlansPage::subject() const
{
    if (!isEditing())
        return current();
    return m_editor->stored() ? &*m_editor->stored() : nullptr;
}

void PlansPage::load()
{
    if (isEditing() && !m_editor->isDirty())
        closeEditor();
    ListPage::load();
}

std::vector<services::Stored<domain::Plan>> PlansPage::readRows()
{
    if (auto years = services::SchoolService(file()).years())
        m_years = std::move(*years);
    return year() ? readOr([&] { return PlanService(file()).plans(*year()); }) : std::vector<Row>{};
}

void PlansPage::refresh(const domain::ChangeSet& changes)
{
    ListPage::refresh(changes);
    if (!isEditing())
        return;
    m_editor->refreshParts(changes);
    if (m_editor->isSaving() || m_editor->isDirty() || !m_editor->planId())
        return;
    // Undone or changed elsewhere: show what stands in the file now.
    if (!PlanService(file()).plan(*m_editor->planId()) || !m_editor->open(*m_editor->planId(), isClosed()))
        closeEditor();
    updateHead();
}

bool PlansPage::openRecord(EntityKind kind, std::int64_t id)
{
    if (kind == EntityKind::PlanTask || kind == EntityKind::PlanDifficulty)
        return openWork(kind, id);
    if (kind != EntityKind::Plan || !leaveEditor())
        return false;
    closeEditor();
    return ListPage::openRecord(kind, id);
}

void PlansPage::show(const Row& plan)
{
    shell().runner.read([&] { return PlanService(file()).plan(plan.id); },
                        [&](const services::PlanDetail& detail) {
                            // What is issued rested on the law of its own day; a draft of a year that is over is asked nothing.
                            const auto& issued = detail.plan.data.number.issuedOn;
                            auto* notes = isClosed() && !issued ? nullptr : makeBasisNotes(file(), domain::linesOf(detail.bases), issued, panel());
                            fillPlanPanel(*panel(), detail, periodOf(plan.data, m_years), notes, workOf(plan));
                        });
    if (auto* notes = makePaperNotes(context(), shell(), services::PaperKind::Plan, plan.id.value(), panel()))
        panel()->addToBody(notes);
}

void PlansPage::updateHead()
{
    const Row* plan = subject();
    if (!isEditing())
        setTitle(info().title);
    else if (plan)
        setTitle(isDraft(*plan) ? tr("Dự thảo – %1").arg(periodOf(plan->data, m_years)) : toQ(plan->data.number.text()), info().title);
    else
        setTitle(tr("Kế hoạch mới"), info().title);
    setSummary(summary());
    updateVerbs();
    // The button that was pressed may be one of those replaced here.
    QMetaObject::invokeMethod(this, [this] { placeActions(); }, Qt::QueuedConnection);
}

void PlansPage::placeActions()
{
    if (!isEditing())
        setActions({action("add"), action("open"), action("issue"), action("print")},
                   {action("copy"), action("receipts"), action("difficulty"), action("proofread"), action("proofread-file"), action("remove")});
    else if (m_editor->isReadOnly())
        setActions({action("print")}, {action("proofread")}, false);
    else
        setActions({action("save"), action("issue"), action("proofread"), action("print")}, {action("remove")});
}

QString PlansPage::summary() const
{
    if (isEditing())
        return editorSummary();
    const QString year = toQ(schoolYear().screen());
    const int drafts = countOf(isDraft);
    if (rows().empty())
        return tr("Năm học %1 chưa có kế hoạch thi đua nào.").arg(year);
    if (drafts > 0)
        return tr("%1 kế hoạch cho năm học %2, <b>%3 dự thảo chưa ban hành</b>.").arg(rows().size()).arg(year).arg(drafts);
    return rows().size() == 1 ? tr("1 kế hoạch cho năm học %1, đã ban hành.").arg(year)
                              : tr("%1 kế hoạch cho năm học %2, đều đã ban hành.").arg(rows().size()).arg(year);
}

QString PlansPage::editorSummary() const
{
    const Row* plan = subject();
    const QString title = toQ(m_editor->draft().plan.title).toHtmlEscaped();
    if (plan && !isDraft(*plan))
        return tr("%1 – ban hành ngày %2, %3 ký; chỉ xem và in.").arg(title, dateText(plan->data.number.issuedOn), toQ(plan->data.signerName));
    if (m_editor->isReadOnly())
        return tr("%1 – năm học đã khóa, chỉ xem và in.").arg(title);
    return m_editor->isDirty() || !plan ? tr("%1 – <b>chưa ghi</b>; Ctrl+S để ghi, Esc để về danh sách.").arg(title)
                                        : tr("%1 – đã ghi; bấm “Ban hành…” khi đã xong.").arg(title);
}

void PlansPage::add()
{
    if (isEditing())
        m_editor->addLine();
    else
        ListPage::add();
}

void PlansPage::showNew(const services::PlanDraft& draft, std::vector<domain::Target> targets, const QStringList& notes, std::vector<domain::PlanTask> tasks)
{
    m_stack->setCurrentWidget(m_editor);
    m_editor->startNew(draft, std::move(targets), notes, std::move(tasks));
    updateHead();
}

void PlansPage::startFromLastYear()
{
    const auto last = services::SchoolService(file()).yearOf(schoolYear().previous());
    if (!last)
        return;
    PlanService service(file());
    std::optional<domain::PlanId> newest;
    for (const auto& plan : readOr([&] { return service.plans(last->id); }))
        if (plan.data.kind != domain::PlanKind::Period)
            newest = plan.id;
    if (!newest)
        return shell().status.say(tr("Năm học %1 không có kế hoạch năm nào để chép.").arg(toQ(last->data.year.screen())), Tone::Warn);
    shell().runner.read([&] { return service.plan(*newest); },
                        [&](const services::PlanDetail& detail) {
                            const auto draft = carriedOver(detail, *year(), last->data.year, schoolYear());
                            auto notes = carryNotes(file(), detail, draft, last->data.year, schoolYear());
                            auto tasks = lastTasks(*newest, last->data.year, notes);
                            showNew(draft, carriedTargets(detail, last->data.year, schoolYear()), notes, std::move(tasks));
                        });
}

void PlansPage::openPlan(std::int64_t id)
{
    if (isEditing() || !m_editor->open(domain::PlanId(id), isClosed()))
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
    reload();
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
    const bool may = settleUnsaved(shell(), [this] { return m_editor->save(); });
    m_asking = false;
    return may;
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
    if (const Row* plan = subject()) {
        const auto id = plan->id;
        IssueDialog dialog(file(), shell().runner,
                           {tr("Ban hành kế hoạch"), toQ(plan->data.title),
                            tr("Sau khi ban hành, kế hoạch và chỉ tiêu chỉ xem và in; muốn thay đổi thì ban hành kế hoạch khác thay thế."),
                            services::PaperKind::Plan, id.value(),
                            [this, id](const services::IssuePaper& paper) { return changesOf(PlanService(file()).issuePlan(id, paper)); },
                            [this, id](const services::PaperGap& gap) { fill(id.value(), gap); }, [this] { printPlan(); }},
                           window());
        dialog.exec();
    }
}

void PlansPage::fill(std::int64_t id, const services::PaperGap& gap)
{
    if (fillInSettings(shell(), window(), gap))
        return;
    if (!isEditing())
        openPlan(id);
    m_editor->showGap(gap);
}

void PlansPage::correct(const services::Stored<domain::Plan>& row)
{
    PaperCorrector(context(), shell(), this).start(services::PaperKind::Plan, row.id.value(), toQ(row.data.number.text()));
}

void PlansPage::remove()
{
    const Row plan = *subject();
    const auto detail = PlanService(file()).plan(plan.id);
    const auto targets = detail ? detail->targets.size() : 0;
    const QString text = targets > 0 ? tr("Xóa dự thảo “%1” cùng %2 chỉ tiêu trong đó? Văn bản căn cứ vẫn ở trong thư viện.").arg(toQ(plan.data.title)).arg(targets)
                                     : tr("Xóa dự thảo “%1”? Văn bản căn cứ vẫn ở trong thư viện.").arg(toQ(plan.data.title));
    if (shell().prompter.confirm({tr("Xóa dự thảo kế hoạch?"), text, tr("Xóa dự thảo"), tr("Giữ lại"), true}))
        shell().runner.run([&] { return PlanService(file()).removePlan(plan.id); });
}

/// True when the file says what stands in the editor: written, or dropped.
bool PlansPage::settleEditor()
{
    if (!isEditing() || !m_editor->isDirty())
        return true;
    if (!leaveEditor())
        return false;
    if (m_editor->isDirty() && m_editor->planId()) // dropped: show what prints
        m_editor->open(*m_editor->planId(), isClosed());
    return true;
}

void PlansPage::proofread()
{
    if (!settleEditor())
        return;
    if (const Row* plan = subject(); plan && year()) {
        const auto id = plan->id.value();
        proofreadDraft(context(), shell(), window(), toQ(plan->data.title), {services::PaperKind::Plan, id, *year()}, isDraft(*plan) && !isClosed(),
                       [this, id](const services::PaperGap& gap) { fill(id, gap); });
    }
}

void PlansPage::printPlan()
{
    if (!settleEditor())
        return;
    if (const Row* plan = subject()) {
        const QString number = toQ(plan->data.number.text()).replace(QLatin1Char('/'), QLatin1Char('-'));
        previewPaper(services::PaperKind::Plan, plan->id.value(), number.isEmpty() ? tr("Kế hoạch thi đua (dự thảo)") : tr("Kế hoạch %1").arg(number));
    }
}

}

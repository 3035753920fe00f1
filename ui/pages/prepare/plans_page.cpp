// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/prepare/plans_page.h"

#include "domain/school_year.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "services/papers/document_service.h"
#include "ui/pages/prepare/plan_editor.h"
#include "ui/pages/prepare/plan_issue_dialog.h"
#include "ui/pages/prepare/plan_panel.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

namespace thidua::ui::prepare {

using domain::EntityKind;
using domain::PlanState;

PlansPage::PlansPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPage(std::move(info), shell, context), m_model([](const Row& row) { return row.id.value(); }), m_stack(new QStackedWidget(this)),
      m_editor(new PlanEditor({context.file, shell}, this))
{
    registerActions();
    buildTable();
    m_stack->addWidget(split());
    m_stack->addWidget(m_editor);
    content()->addWidget(m_stack, 1);
    connect(m_editor, &PlanEditor::changed, this, [this] {
        if (isEditing()) {
            showSummary();
            updateReasons();
        }
    });
    connect(this, &Page::parentClicked, this, [this] { escape(); });
    updateHead();
}

void PlansPage::registerActions()
{
    addAction(QStringLiteral("plans.add"), tr("Soạn kế hoạch"), QStringLiteral("plus"), [this] { add(); }, {}, tr("thêm kế hoạch phát động"));
    addAction(QStringLiteral("plans.open"), tr("Mở kế hoạch"), QStringLiteral("edit"), [this] {
        if (currentId())
            openPlan(*currentId());
    });
    addAction(QStringLiteral("plans.copy"), tr("Soạn theo kế hoạch năm trước"), QStringLiteral("copy"), [this] { startFromLastYear(); }, {},
              tr("chép kế hoạch năm học trước"));
    QAction* save = addAction(QStringLiteral("plans.save"), tr("Lưu kế hoạch"), QStringLiteral("save"), [this] {
        if (isEditing())
            m_editor->save();
    }, QKeySequence(QStringLiteral("Ctrl+S")));
    save->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QWidget::addAction(save);
    addAction(QStringLiteral("plans.issue"), tr("Ban hành…"), QStringLiteral("stamp"), [this] { issue(); }, {}, tr("ban hành kế hoạch, cấp số"));
    addAction(QStringLiteral("plans.print"), tr("Xem bản in"), QStringLiteral("print"), [this] { print(); }, {}, tr("in kế hoạch"));
    addAction(QStringLiteral("plans.remove"), tr("Xóa dự thảo…"), QStringLiteral("trash"), [this] {
        if (subject())
            askRemove(*subject());
    });
}

void PlansPage::buildTable()
{
    m_model.setColumns({
        {"title", tr("Trích yếu"), [this](const Row& r) {
             Cell cell = Cell::twoLines(toQ(r.data.title), periodOf(r.data, m_years));
             cell.tip = toQ(r.data.title);
             return cell;
         }, 300, Align::Left, {}, [](const std::vector<const Row*>& rows) { return tr("%1 kế hoạch").arg(rows.size()); }, true},
        {"kind", tr("Loại"), [](const Row& r) { return Cell::plain(labelOf(r.data.kind)); }, 140, Align::Left, {}, {}, false, true},
        {"number", tr("Số, ngày ban hành"), [](const Row& r) {
             return r.data.number.number ? Cell::twoLines(toQ(r.data.number.text()), dateText(r.data.number.issuedOn)) : Cell::secondary(tr("chưa có"));
         }, 132, Align::Left, [](const Row& r) { return r.data.number.issuedOn ? SortKey(r.data.number.issuedOn->iso()) : SortKey(); }},
        {"state", tr("Tình trạng"), [](const Row& r) {
             return Cell::mark(toneOf(r.data.state), labelOf(r.data.state), r.data.state == PlanState::Draft ? QStringLiteral("edit") : QString());
         }, 116, Align::Left, {}, [](const std::vector<const Row*>& rows) {
             const auto drafts = std::count_if(rows.begin(), rows.end(), [](const Row* r) { return r->data.state == PlanState::Draft; });
             return drafts > 0 ? tr("%1 dự thảo").arg(drafts) : QString();
         }},
        {"signer", tr("Người ký"), [](const Row& r) {
             return r.data.signerName.empty() ? Cell::secondary(QStringLiteral("–"))
                                              : Cell::twoLines(toQ(r.data.signerName), toQ(r.data.signerTitle).replace(QLatin1Char('\n'), QStringLiteral(" – ")));
         }, 158},
    });
    buildList(&m_model, QStringLiteral("plans"), tr("Danh sách kế hoạch"), 350);
    table()->setTwoLineRows(true);
    auto& actions = shell().actions;
    table()->setEmptyState(new EmptyState(QStringLiteral("plan"), tr("Nơi soạn kế hoạch phát động phong trào thi đua"),
                                          tr("Kế hoạch năm học và kế hoạch giai đoạn, từ căn cứ, nội dung, chỉ tiêu đến nơi nhận; in đúng thể thức."),
                                          actions.find(QStringLiteral("plans.add")), actions.find(QStringLiteral("plans.copy")), tr("hoặc bấm <b>Ctrl+N</b>"), this));
    table()->setRowActions({actions.find(QStringLiteral("plans.open")), actions.find(QStringLiteral("plans.issue")),
                            actions.find(QStringLiteral("plans.print")), actions.find(QStringLiteral("plans.remove"))});
    connect(table(), &RecordTable::activated, this, &PlansPage::openPlan);
    connect(table(), &RecordTable::editRequested, this, &PlansPage::openPlan);
    connect(table(), &RecordTable::removeRequested, this, [this](const QVector<std::int64_t>& ids) {
        if (!ids.isEmpty())
            askRemove(ids.first());
    });
}

bool PlansPage::isEditing() const
{
    return m_stack->currentWidget() == m_editor;
}

void PlansPage::load()
{
    showClosedBar();
    if (isEditing() && !m_editor->isDirty())
        closeEditor();
    readRows();
}

void PlansPage::readRows()
{
    if (auto years = services::SchoolService(file()).years())
        m_years = std::move(*years);
    const auto year = yearRow();
    std::vector<Row> rows;
    if (year)
        shell().runner.read([&] { return services::PlanService(file()).plans(year->id); }, [&](std::vector<Row> list) { rows = std::move(list); });
    m_model.setRows(std::move(rows));
    if (!currentId() && m_model.rowCount() > 0)
        table()->setCurrentId(m_model.idAt(0));
    showAgain();
    updateHead();
}

bool PlansPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::plans() | reads::legalTexts() | reads::school() | reads::years());
}

void PlansPage::refresh(const domain::ChangeSet& changes)
{
    readRows();
    if (!isEditing())
        return;
    m_editor->refreshParts(changes);
    if (m_editor->isSaving() || m_editor->isDirty() || !m_editor->planId())
        return;
    // Undone or changed elsewhere: show what stands in the file now.
    if (!services::PlanService(file()).plan(*m_editor->planId()) || !m_editor->open(*m_editor->planId(), isClosed()))
        closeEditor();
    updateHead();
}

bool PlansPage::openRecord(EntityKind kind, std::int64_t id)
{
    if (kind != EntityKind::Plan || (isEditing() && !leaveEditor()))
        return false;
    closeEditor();
    return table()->setCurrentId(id);
}

const PlansPage::Row* PlansPage::currentPlan() const
{
    const auto id = currentId();
    return id ? m_model.find(*id) : nullptr;
}

std::optional<std::int64_t> PlansPage::subject() const
{
    if (!isEditing())
        return currentId();
    return m_editor->planId() ? std::optional(m_editor->planId()->value()) : std::nullopt;
}

void PlansPage::showRecord()
{
    panel()->clearFoot();
    const auto* plan = currentPlan();
    if (!plan) {
        panel()->showNothing(m_model.rowCount() == 0 ? tr("Kế hoạch được chọn sẽ hiện ở đây.") : tr("Chọn một kế hoạch để đọc ở đây."));
        updateReasons();
        return;
    }
    shell().runner.read([&] { return services::PlanService(file()).plan(plan->id); },
                        [&](const services::PlanDetail& detail) { fillPlanPanel(*panel(), detail, periodOf(plan->data, m_years)); });
    const bool draft = plan->data.state == PlanState::Draft && !isClosed();
    auto* open = makeButton(draft ? tr("Soạn tiếp") : tr("Mở toàn văn"), draft ? QStringLiteral("edit") : QStringLiteral("book"));
    open->setObjectName(QStringLiteral("planOpen"));
    connect(open, &QPushButton::clicked, this, [this, id = plan->id.value()] { openPlan(id); });
    panel()->addToFoot(open);
    if (draft) {
        auto* remove = makeButton(tr("Xóa dự thảo…"), {}, ButtonKind::Danger);
        remove->setObjectName(QStringLiteral("planRemove"));
        connect(remove, &QPushButton::clicked, this, [this, id = plan->id.value()] { askRemove(id); });
        panel()->addToFoot(remove, true);
    }
    updateReasons();
}

void PlansPage::updateReasons()
{
    const bool editing = isEditing();
    const auto* plan = editing ? (m_editor->stored() ? &*m_editor->stored() : nullptr) : currentPlan();
    const QString none = tr("Chọn một kế hoạch trước.");
    const QString issued = plan && plan->data.state != PlanState::Draft ? tr("Kế hoạch %1 đã ban hành.").arg(toQ(plan->data.number.text())) : QString();
    const QString closed = closedReason();
    const QString year = yearRow() ? QString() : tr("Chưa có năm học nào.");
    setReason(QStringLiteral("plans.add"), closed.isEmpty() ? year : closed);
    const bool earlier = std::any_of(m_years.begin(), m_years.end(), [this](const auto& y) { return y.data.year == schoolYear().previous(); });
    QString copy = closed.isEmpty() ? year : closed;
    if (copy.isEmpty() && !earlier)
        copy = tr("Tệp không có năm học %1.").arg(toQ(schoolYear().previous().screen()));
    setReason(QStringLiteral("plans.copy"), editing ? tr("Về danh sách kế hoạch trước.") : copy);
    setReason(QStringLiteral("plans.open"), plan ? QString() : none);
    QString save = !editing ? tr("Mở một dự thảo để sửa.") : !closed.isEmpty() ? closed : issued;
    if (save.isEmpty() && m_editor->stored() && !m_editor->isDirty())
        save = tr("Không có gì chưa lưu.");
    setReason(QStringLiteral("plans.save"), save);
    const bool fresh = editing && !plan;
    setReason(QStringLiteral("plans.issue"), !closed.isEmpty() ? closed : plan || fresh ? issued : none);
    setReason(QStringLiteral("plans.print"), plan ? QString() : fresh ? tr("Lưu kế hoạch trước khi xem bản in.") : none);
    setReason(QStringLiteral("plans.remove"), !closed.isEmpty() ? closed : plan ? issued : none);
}

void PlansPage::updateHead()
{
    const bool editing = isEditing();
    if (editing) {
        const auto& stored = m_editor->stored();
        const QString state = stored && stored->data.state != PlanState::Draft ? toQ(stored->data.number.text())
                              : stored ? tr("Dự thảo – %1").arg(periodOf(stored->data, m_years))
                                       : QString();
        setTitle(stored ? state : tr("Kế hoạch mới"), info().title);
    } else {
        setTitle(info().title);
    }
    showSummary();
    updateReasons();
    // The button that was pressed may be one of those replaced here.
    QMetaObject::invokeMethod(this, [this] {
        auto& actions = shell().actions;
        const auto find = [&actions](const char* id) { return actions.find(QString::fromLatin1(id)); };
        if (!isEditing())
            setActions({find("plans.add"), find("plans.open"), find("plans.issue"), find("plans.print")}, {find("plans.copy"), find("plans.remove")});
        else if (m_editor->isReadOnly())
            setActions({find("plans.print")}, {}, false);
        else
            setActions({find("plans.save"), find("plans.issue"), find("plans.print")}, {find("plans.remove")});
    }, Qt::QueuedConnection);
}

void PlansPage::showSummary()
{
    if (isEditing()) {
        const auto& stored = m_editor->stored();
        const QString title = toQ(m_editor->draft().plan.title).toHtmlEscaped();
        if (stored && stored->data.state != PlanState::Draft)
            setSummary(tr("%1 – ban hành ngày %2, %3 ký; chỉ xem và in.").arg(title, dateText(stored->data.number.issuedOn), toQ(stored->data.signerName)));
        else if (m_editor->isReadOnly())
            setSummary(tr("%1 – năm học đã khóa, chỉ xem và in.").arg(title));
        else
            setSummary(m_editor->isDirty() || !stored ? tr("%1 – <b>chưa lưu</b>; Ctrl+S để lưu, Esc để về danh sách.").arg(title)
                                                      : tr("%1 – đã lưu; bấm “Ban hành…” khi đã xong.").arg(title));
        return;
    }
    const auto& rows = m_model.rows();
    const auto drafts = std::count_if(rows.begin(), rows.end(), [](const Row& r) { return r.data.state == PlanState::Draft; });
    if (rows.empty())
        setSummary(tr("Năm học %1 chưa có kế hoạch thi đua nào.").arg(toQ(schoolYear().screen())));
    else if (drafts > 0)
        setSummary(tr("%1 kế hoạch cho năm học %2, <b>%3 dự thảo chưa ban hành</b>.").arg(rows.size()).arg(toQ(schoolYear().screen())).arg(drafts));
    else if (rows.size() == 1)
        setSummary(tr("1 kế hoạch cho năm học %1, đã ban hành.").arg(toQ(schoolYear().screen())));
    else
        setSummary(tr("%1 kế hoạch cho năm học %2, đều đã ban hành.").arg(rows.size()).arg(toQ(schoolYear().screen())));
}

}

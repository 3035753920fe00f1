// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/prepare/targets_page.h"

#include "domain/school_year.h"
#include "services/core/reads.h"
#include "services/papers/document_service.h"
#include "ui/pages/prepare/target_form.h"
#include "ui/pages/prepare/target_words.h"

#include <QTableView>

namespace thidua::ui::prepare {

using domain::EntityKind;

TargetsPage::TargetsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPage(std::move(info), shell, context), m_model([](const Row& row) { return row.id.value(); }), m_notes(new QWidget(this))
{
    auto* notes = new QVBoxLayout(m_notes);
    notes->setContentsMargins(0, 0, 0, 0);
    notes->setSpacing(Theme::px(4));
    content()->addWidget(m_notes);
    registerActions();
    buildTable();
    addGroupings();
    connectTable();
    content()->addWidget(split(), 1);
    const auto find = [&](const char* id) { return shell.actions.find(QString::fromLatin1(id)); };
    setActions({find("targets.record"), find("targets.add"), find("targets.print")}, {find("targets.edit"), find("targets.remove")});
}

void TargetsPage::registerActions()
{
    addAction(QStringLiteral("targets.record"), tr("Ghi kết quả"), QStringLiteral("register"), [this] { record(); }, {}, tr("kết quả thực hiện chỉ tiêu"));
    addAction(QStringLiteral("targets.add"), tr("Thêm chỉ tiêu"), QStringLiteral("plus"), [this] { add(); });
    addAction(QStringLiteral("targets.print"), tr("Xem kế hoạch in"), QStringLiteral("print"), [this] { print(); }, {}, tr("in kế hoạch của chỉ tiêu"));
    addAction(QStringLiteral("targets.plans"), tr("Đến trang Kế hoạch"), QStringLiteral("plan"), [this] { shell().showPage(QStringLiteral("plans")); });
    addAction(QStringLiteral("targets.edit"), tr("Sửa chỉ tiêu"), QStringLiteral("edit"), [this] { edit(); });
    addAction(QStringLiteral("targets.remove"), tr("Xóa chỉ tiêu…"), QStringLiteral("trash"), [this] {
        if (currentId())
            askRemove(*currentId());
    });
}

void TargetsPage::buildTable()
{
    const auto figure = [](const std::optional<int>& value) { return value ? SortKey(*value) : SortKey(std::string()); };
    m_model.setColumns({
        {"text", tr("Chỉ tiêu"), [](const Row& r) {
             Cell cell = Cell::plain(toQ(r.target.text));
             cell.tip = cell.text;
             return cell;
         }, 240, Align::Left, [](const Row& r) { return SortKey(static_cast<double>(r.target.plan.value()) * 1000 + r.target.seq); },
         [](const std::vector<const Row*>& rows) { return sumText(countTargets(rows)); }, true},
        {"plan", tr("Theo kế hoạch"), [](const Row& r) {
             Cell cell = Cell::secondary(toQ(r.planTitle));
             cell.tip = cell.text;
             return cell;
         }, 180, Align::Left, {}, {}, false, true},
        {"given", tr("Giao"), [](const Row& r) { return Cell::bold(givenText(r.target)); }, 60, Align::Right,
         [figure](const Row& r) { return figure(r.target.value); }},
        {"registered", tr("Đăng ký"), [](const Row& r) {
             return r.registered ? Cell::plain(QString::number(*r.registered)) : Cell::secondary(QStringLiteral("–"));
         }, 72, Align::Right, [figure](const Row& r) { return figure(r.registered); }},
        {"reached", tr("Đạt được"), [](const Row& r) {
             return r.reached ? Cell::plain(figureText(r.target, r.reached)) : Cell::secondary(QStringLiteral("–"));
         }, 78, Align::Right, [figure](const Row& r) { return figure(r.reached); }},
        {"bar", tr("Tiến độ"), [](const Row& r) { return barCell(r); }, 98, Align::Left,
         [](const Row& r) { return SortKey(barCell(r).value / std::max(1.0, barCell(r).line)); }, {}, false, false, false},
        {"standing", tr("Kết quả"), [](const Row& r) { return standingCell(r); }, 132, Align::Left,
         [](const Row& r) { return SortKey(static_cast<int>(standingOf(r))); }},
    });
    buildList(&m_model, QStringLiteral("targets"), tr("Danh sách chỉ tiêu"), 340);
}

void TargetsPage::addGroupings()
{
    const auto heading = [](const QString& label, const std::vector<const Row*>& rows) {
        return QStringLiteral("%1 – %2").arg(label, sumText(countTargets(rows)));
    };
    m_model.addGrouping({QStringLiteral("group"), tr("Gom theo tập thể, cá nhân"), [](const Row& r) { return labelOf(r.target.group); },
                         [](const Row& r) { return SortKey(static_cast<int>(r.target.group)); }, heading});
    m_model.addGrouping({QStringLiteral("plan"), tr("Gom theo kế hoạch"), [](const Row& r) { return toQ(r.planTitle); }, {}, heading});
}

void TargetsPage::connectTable()
{
    auto& actions = shell().actions;
    const auto find = [&](const char* id) { return actions.find(QString::fromLatin1(id)); };
    table()->setEmptyState(new EmptyState(QStringLiteral("target"), tr("Nơi theo dõi các chỉ tiêu thi đua của năm học %1").arg(toQ(schoolYear().screen())),
                                          tr("Chỉ tiêu thuộc một kế hoạch: 4 chiến sĩ thi đua, 24/32 lao động tiên tiến… Soạn kế hoạch trước, rồi thêm chỉ tiêu."),
                                          find("targets.plans"), find("targets.add"), {}, this));
    table()->setRowActions({find("targets.record"), find("targets.edit"), find("targets.remove")});
    table()->setGrouping(QStringLiteral("group"));
    connect(table(), &RecordTable::activated, this, [this] { record(); });
    connect(table(), &RecordTable::editRequested, this, [this] { whyNotEdit(current()).isEmpty() ? edit() : record(); });
    connect(table(), &RecordTable::removeRequested, this, [this](const QVector<std::int64_t>& ids) {
        if (!ids.isEmpty())
            askRemove(ids.first());
    });
}

void TargetsPage::load()
{
    showClosedBar();
    readRows();
}

void TargetsPage::readRows()
{
    const auto year = yearRow();
    std::vector<Row> rows;
    m_plans.clear();
    if (year) {
        shell().runner.read([&] { return services::PlanService(file()).targets(year->id); }, [&](std::vector<Row> list) { rows = std::move(list); });
        shell().runner.read([&] { return services::PlanService(file()).plans(year->id); },
                            [&](std::vector<services::Stored<domain::Plan>> list) { m_plans = std::move(list); });
    }
    m_model.setRows(std::move(rows));
    if (!currentId() && m_model.rowCount() > 0)
        table()->setCurrentId(table()->shownIds().isEmpty() ? m_model.idAt(0) : table()->shownIds().first());
    showAgain();
    showNotes();
    showSummary();
    updateReasons();
}

bool TargetsPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::targets() | reads::plans());
}

bool TargetsPage::openRecord(EntityKind kind, std::int64_t id)
{
    return kind == EntityKind::Target && leaveForm() && table()->setCurrentId(id);
}

void TargetsPage::showNotes()
{
    auto* column = m_notes->layout();
    while (auto* item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList notes = denominatorNotes(m_model.rows());
    for (const QString& note : notes) {
        auto* line = new QWidget(m_notes);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(Theme::px(8));
        row->addWidget(makeIconLabel(QStringLiteral("info"), Ink::Info, 16, line), 0, Qt::AlignTop);
        row->addWidget(makeWrapped(note, TypeRole::Text, Ink::Text2, line), 1);
        column->addWidget(line);
    }
    m_notes->setVisible(!notes.isEmpty());
}

void TargetsPage::showSummary()
{
    std::vector<const Row*> rows;
    for (const auto& row : m_model.rows())
        rows.push_back(&row);
    const auto counts = countTargets(rows);
    const QString year = toQ(schoolYear().screen());
    if (counts.all == 0) {
        setSummary(tr("Năm học %1 chưa có chỉ tiêu nào.").arg(year));
        return;
    }
    QString text = tr("%1 chỉ tiêu năm học %2: %3 đạt, %4 vượt").arg(counts.all).arg(year).arg(counts.met).arg(counts.exceeded);
    const int shortOf = counts.open - counts.unknown;
    if (shortOf > 0)
        text += tr(", <b>%1 chưa đạt</b>").arg(shortOf);
    if (counts.unknown > 0)
        text += tr(", <b>%1 chưa có kết quả</b>").arg(counts.unknown);
    setSummary(text + QLatin1Char('.'));
}

const TargetsPage::Row* TargetsPage::current() const
{
    const auto id = currentId();
    return id ? m_model.find(*id) : nullptr;
}

std::vector<services::Stored<domain::Plan>> TargetsPage::drafts() const
{
    auto plans = m_plans;
    std::erase_if(plans, [](const auto& plan) { return plan.data.state != domain::PlanState::Draft; });
    return plans;
}

QString TargetsPage::whyNotEdit(const Row* row) const
{
    if (!closedReason().isEmpty())
        return closedReason();
    if (!row)
        return tr("Chọn một chỉ tiêu trước.");
    return row->planState == domain::PlanState::Draft ? QString() : tr("Kế hoạch đã ban hành: chỉ tiêu giữ nguyên, chỉ ghi kết quả.");
}

void TargetsPage::updateReasons()
{
    const auto* row = current();
    const QString closed = closedReason();
    const QString none = row ? QString() : tr("Chọn một chỉ tiêu trước.");
    const QString noDraft = drafts().empty() ? tr("Chỉ tiêu thêm vào kế hoạch đang dự thảo; năm học này không có dự thảo nào.") : QString();
    setReason(QStringLiteral("targets.add"), closed.isEmpty() ? noDraft : closed);
    setReason(QStringLiteral("targets.record"), closed.isEmpty() ? none : closed);
    setReason(QStringLiteral("targets.edit"), whyNotEdit(row));
    setReason(QStringLiteral("targets.remove"), whyNotEdit(row));
    setReason(QStringLiteral("targets.print"), none);
}

}

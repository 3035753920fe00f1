// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/prepare/campaigns_page.h"

#include "services/core/reads.h"
#include "services/papers/document_service.h"
#include "ui/pages/prepare/campaign_form.h"
#include "ui/pages/prepare/campaign_view.h"
#include "ui/pages/prepare/prepare_words.h"

#include <QTableView>

namespace thidua::ui::prepare {

using domain::CampaignEvent;
using domain::CampaignState;
using domain::EntityKind;

CampaignsPage::CampaignsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPage(std::move(info), shell, context), m_model([](const Row& row) { return row.id.value(); })
{
    registerActions();
    buildTable();
    connectTable();
    content()->addWidget(split(), 1);
    const auto find = [&](const char* id) { return shell.actions.find(QString::fromLatin1(id)); };
    setActions({find("campaigns.add"), find("campaigns.launch"), find("campaigns.review"), find("campaigns.close")},
               {find("campaigns.edit"), find("campaigns.print"), find("campaigns.remove")});
}

void CampaignsPage::registerActions()
{
    addAction(QStringLiteral("campaigns.add"), tr("Thêm phong trào"), QStringLiteral("plus"), [this] { add(); });
    addAction(QStringLiteral("campaigns.launch"), tr("Phát động"), QStringLiteral("flag"), [this] { launch(); }, {}, tr("phát động phong trào"));
    addAction(QStringLiteral("campaigns.review"), tr("Sơ kết…"), QStringLiteral("report"), [this] { openNote(CampaignEvent::Review); }, {},
              tr("sơ kết phong trào"));
    addAction(QStringLiteral("campaigns.close"), tr("Tổng kết…"), QStringLiteral("check"), [this] { openNote(CampaignEvent::Close); }, {},
              tr("tổng kết, kết thúc phong trào"));
    addAction(QStringLiteral("campaigns.plans"), tr("Đến trang Kế hoạch"), QStringLiteral("plan"), [this] { shell().showPage(QStringLiteral("plans")); });
    addAction(QStringLiteral("campaigns.edit"), tr("Sửa phong trào"), QStringLiteral("edit"), [this] { edit(); });
    addAction(QStringLiteral("campaigns.print"), tr("Xem bản in"), QStringLiteral("print"), [this] { print(); }, {}, tr("in phong trào"));
    addAction(QStringLiteral("campaigns.remove"), tr("Xóa phong trào…"), QStringLiteral("trash"), [this] {
        if (currentId())
            askRemove(*currentId());
    });
}

void CampaignsPage::buildTable()
{
    m_model.setColumns({
        {"name", tr("Tên phong trào"), [](const Row& r) {
             Cell cell = Cell::twoLines(toQ(r.campaign.name), labelOf(r.campaign.kind));
             cell.tip = toQ(r.campaign.name);
             return cell;
         }, 260, Align::Left, {}, [](const std::vector<const Row*>& rows) { return tr("%1 phong trào").arg(rows.size()); }, true},
        {"kind", tr("Loại"), [](const Row& r) { return Cell::plain(labelOf(r.campaign.kind)); }, 110, Align::Left, {}, {}, false, true},
        {"dates", tr("Thời gian"), [](const Row& r) { return Cell::twoLines(dateText(r.campaign.from), dateText(r.campaign.to)); }, 96, Align::Left,
         [](const Row& r) { return SortKey(r.campaign.from.iso()); }},
        {"observances", tr("Ngày kỷ niệm"), [this](const Row& r) {
             const QStringList words = anniversariesOf(r, schoolYear());
             Cell cell = Cell::plain(words.isEmpty() ? QStringLiteral("–") : words.mid(0, 2).join(QStringLiteral(", ")));
             if (words.size() > 2)
                 cell = Cell::twoLines(cell.text, words.mid(2, 2).join(QStringLiteral(", ")) + (words.size() > 4 ? QStringLiteral(" +%1").arg(words.size() - 4) : QString()));
             cell.dim = words.isEmpty();
             cell.tip = words.join(QStringLiteral(", "));
             return cell;
         }, 206},
        {"state", tr("Tình trạng"), [](const Row& r) {
             const auto state = r.campaign.state;
             return Cell::mark(state == CampaignState::Closed ? Tone::Ok : state == CampaignState::Draft ? Tone::None : Tone::Info, labelOf(state),
                               state == CampaignState::Draft ? QStringLiteral("edit") : state == CampaignState::Closed ? QString() : QStringLiteral("clock"));
         }, 124, Align::Left, [](const Row& r) { return SortKey(static_cast<int>(r.campaign.state)); },
         [](const std::vector<const Row*>& rows) {
             const auto open = std::count_if(rows.begin(), rows.end(), [](const Row* r) { return r->campaign.state != CampaignState::Closed; });
             return open > 0 ? tr("%1 chưa tổng kết").arg(open) : tr("đều đã tổng kết");
         }},
    });
    buildList(&m_model, QStringLiteral("campaigns"), tr("Danh sách phong trào thi đua"), 370);
}

void CampaignsPage::connectTable()
{
    table()->setTwoLineRows(true);
    auto& actions = shell().actions;
    const auto find = [&](const char* id) { return actions.find(QString::fromLatin1(id)); };
    table()->setEmptyState(new EmptyState(QStringLiteral("flag"), tr("Nơi ghi các phong trào thi đua của năm học %1").arg(toQ(schoolYear().screen())),
                                          tr("Phong trào thường xuyên, chuyên đề và theo đợt, gắn với ngày lễ; phát động, sơ kết, tổng kết đều ghi ngày."),
                                          find("campaigns.add"), find("campaigns.plans"), tr("hoặc bấm <b>Ctrl+N</b>"), this));
    table()->setRowActions({find("campaigns.edit"), find("campaigns.launch"), find("campaigns.review"), find("campaigns.close"), find("campaigns.print"),
                            find("campaigns.remove")});
    connect(table(), &RecordTable::activated, this, [this] {
        split()->setPanelVisible(true);
        panel()->setFocus(Qt::OtherFocusReason);
    });
    connect(table(), &RecordTable::editRequested, this, [this] { edit(); });
    connect(table(), &RecordTable::removeRequested, this, [this](const QVector<std::int64_t>& ids) {
        if (!ids.isEmpty())
            askRemove(ids.first());
    });
}

void CampaignsPage::load()
{
    showClosedBar();
    readRows();
}

void CampaignsPage::readRows()
{
    const auto year = yearRow();
    std::vector<Row> rows;
    m_plans.clear();
    if (year) {
        shell().runner.read([&] { return services::CampaignService(file()).campaigns(year->id); }, [&](std::vector<Row> list) { rows = std::move(list); });
        shell().runner.read([&] { return services::PlanService(file()).plans(year->id); },
                            [&](std::vector<services::Stored<domain::Plan>> list) { m_plans = std::move(list); });
    }
    m_model.setRows(std::move(rows));
    if (!currentId() && m_model.rowCount() > 0)
        table()->setCurrentId(m_model.idAt(0));
    showAgain();
    showSummary();
    updateReasons();
}

bool CampaignsPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::campaigns() | reads::plans());
}

bool CampaignsPage::openRecord(EntityKind kind, std::int64_t id)
{
    return kind == EntityKind::Campaign && leaveForm() && table()->setCurrentId(id);
}

void CampaignsPage::showSummary()
{
    int running = 0, drafts = 0, closed = 0, late = 0;
    const Date today = file().clock().today();
    for (const auto& row : m_model.rows()) {
        const auto state = row.campaign.state;
        drafts += state == CampaignState::Draft;
        closed += state == CampaignState::Closed;
        running += state == CampaignState::Launched || state == CampaignState::Reviewed;
        late += state != CampaignState::Closed && row.campaign.to < today;
    }
    const QString year = toQ(schoolYear().screen());
    if (m_model.rowCount() == 0) {
        setSummary(tr("Năm học %1 chưa có phong trào nào.").arg(year));
        return;
    }
    QStringList parts;
    if (running > 0)
        parts << tr("%1 đang thực hiện").arg(running);
    if (closed > 0)
        parts << tr("%1 đã tổng kết").arg(closed);
    if (drafts > 0)
        parts << tr("<b>%1 chưa phát động</b>").arg(drafts);
    if (late > 0)
        parts << tr("<b>%1 đã hết thời gian mà chưa tổng kết</b>").arg(late);
    setSummary(tr("%1 phong trào trong năm học %2: %3.").arg(m_model.rowCount()).arg(year, parts.join(QStringLiteral(", "))));
}

const CampaignsPage::Row* CampaignsPage::current() const
{
    const auto id = currentId();
    return id ? m_model.find(*id) : nullptr;
}

QString CampaignsPage::planTitle(const Row& row) const
{
    for (const auto& plan : m_plans)
        if (row.campaign.plan == plan.id)
            return toQ(plan.data.title);
    return {};
}

QString CampaignsPage::whyNot(CampaignEvent event) const
{
    const auto* row = current();
    if (!closedReason().isEmpty())
        return closedReason();
    if (!row)
        return tr("Chọn một phong trào trước.");
    if (domain::next(row->campaign.state, event))
        return {};
    if (row->campaign.state == CampaignState::Draft)
        return tr("Phong trào chưa phát động.");
    return row->campaign.state == CampaignState::Closed ? tr("Phong trào đã tổng kết.") : tr("Phong trào đã phát động.");
}

void CampaignsPage::updateReasons()
{
    const auto* row = current();
    const QString closed = closedReason();
    const QString none = row ? QString() : tr("Chọn một phong trào trước.");
    const QString year = yearRow() ? QString() : tr("Chưa có năm học nào.");
    setReason(QStringLiteral("campaigns.add"), closed.isEmpty() ? year : closed);
    setReason(QStringLiteral("campaigns.launch"), whyNot(CampaignEvent::Launch));
    setReason(QStringLiteral("campaigns.review"), whyNot(CampaignEvent::Review));
    setReason(QStringLiteral("campaigns.close"), whyNot(CampaignEvent::Close));
    QString edit = closed.isEmpty() ? none : closed;
    if (edit.isEmpty() && row->campaign.state == CampaignState::Closed)
        edit = tr("Phong trào đã tổng kết.");
    setReason(QStringLiteral("campaigns.edit"), edit);
    setReason(QStringLiteral("campaigns.print"), none);
    QString remove = closed.isEmpty() ? none : closed;
    if (remove.isEmpty() && row->campaign.state != CampaignState::Draft)
        remove = tr("Phong trào đã phát động thì tổng kết, không xóa.");
    setReason(QStringLiteral("campaigns.remove"), remove);
}

}

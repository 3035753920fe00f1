// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/initiative_service.h"
#include "ui/pages/follow/initiatives_page.h"

#include "domain/page_ids.h"
#include "services/award/decision_service.h"
#include "services/core/reads.h"
#include "services/papers/document_service.h"
#include "ui/pages/follow/recognise_dialogs.h"

namespace thidua::ui::follow {
namespace {

using domain::EntityKind;
using domain::InitiativeState;
using Row = services::InitiativeRow;
using Rows = std::vector<const Row*>;

const QString kPage = QString::fromLatin1(pages::kInitiatives);

template <class Pred>
int countOf(const std::vector<Row>& rows, Pred pred)
{
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), pred));
}

Cell stateCell(const Row& row)
{
    const QString word = wordOf(row.initiative.state);
    switch (row.initiative.state) {
    case InitiativeState::Recognised: return Cell::mark(Tone::Ok, word);
    case InitiativeState::Rejected: return Cell::mark(Tone::Bad, word);
    case InitiativeState::Registered: break;
    }
    return Cell::mark(Tone::None, word, QStringLiteral("clock"));
}

Cell authorsCell(const Row& row)
{
    QStringList names, shares;
    for (std::size_t i = 0; i < row.authorNames.size(); ++i) {
        names << toQ(row.authorNames[i]);
        shares << QStringLiteral("%1 %2 %").arg(toQ(row.authorNames[i])).arg(i < row.authors.size() ? row.authors[i].share : 0);
    }
    if (names.isEmpty())
        return Cell::toned(Tone::Warn, InitiativesPage::tr("chưa có"));
    Cell cell = names.size() == 1 ? Cell::plain(names.first())
                                  : Cell::twoLines(names.first(), InitiativesPage::tr("và %1 người khác").arg(names.size() - 1));
    cell.tip = shares.join(QLatin1Char('\n'));
    return cell;
}

}

InitiativesPage::InitiativesPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent)
    : SchoolPage(std::move(info), shell, context, parent)
{
    setTitle(tr("Sáng kiến"));
    buildActions();
    buildTable();
    m_panel = new InitiativePanel(shell, context, this);
    m_split = new SplitArea(m_table, m_panel, this);
    content()->addWidget(m_split, 1);
    connectAll();
}

void InitiativesPage::buildActions()
{
    const auto make = [this](const char* verb, const QString& text, const char* icon, const QString& words, std::function<void()> run) {
        return shell().actions.add({kPage + QLatin1Char('.') + QLatin1String(verb), text, QLatin1String(icon), {}, kPage, words,
                                    std::move(run)});
    };
    auto* add = make("add", tr("Thêm sáng kiến"), "plus", tr("giải pháp đề tài"), [this] { this->add(); });
    auto* school = make("recognise", tr("Công nhận cấp trường…"), "stamp", tr("quyết định công nhận sáng kiến"), [this] { recogniseHere(); });
    auto* above = make("recognise-above", tr("Ghi công nhận của cấp trên…"), "decision", tr("cấp huyện cấp tỉnh"), [this] { recogniseAbove(); });
    auto* print = make("print", tr("In quyết định công nhận…"), "print", {}, [this] { this->print(); });
    make("edit", tr("Sửa sáng kiến"), "edit", {}, [this] { editCurrent(); });
    make("remove", tr("Xóa sáng kiến…"), "trash", {}, [this] { remove(); });
    make("registrations", tr("Mở trang Đăng ký"), "register", {}, [this] { shell().showPage(pages::kRegistrations); });
    setActions({add, school, above}, {print});
}

std::vector<Column<Row>> InitiativesPage::columns() const
{
    const auto title = [](const Row& r) {
        const QString type = wordOf(r.initiative.type);
        Cell cell = Cell::twoLines(toQ(r.initiative.title), r.initiative.field.empty() ? type : QStringLiteral("%1 – %2").arg(type, toQ(r.initiative.field)));
        cell.tip = cell.text;
        return cell;
    };
    const auto level = [](const Row& r) {
        return r.initiative.recognisedAt ? Cell::twoLines(wordOf(*r.initiative.recognisedAt), toQ(r.initiative.decisionNumber))
                                         : Cell::secondary(QStringLiteral("–"));
    };
    const auto scope = [](const Row& r) { return Cell::secondary(r.initiative.scope ? wordOf(*r.initiative.scope) : QString()); };
    const auto decided = [](const Row& r) { return Cell::secondary(dateText(r.initiative.decidedOn)); };
    const auto used = [this](const Row& r) {
        QStringList honours;
        if (!r.initiative.usedFor.empty())
            honours << shortHonour(file(), r.initiative.usedFor);
        for (const auto& author : r.authors)
            if (const auto honour = author.usedFor.empty() ? QString() : shortHonour(file(), author.usedFor); !honour.isEmpty() && !honours.contains(honour))
                honours << honour;
        return Cell::secondary(honours.join(QStringLiteral(", ")));
    };
    std::vector<Column<Row>> columns{
        {QStringLiteral("title"), tr("Tên sáng kiến, giải pháp"), title, 190},
        {QStringLiteral("authors"), tr("Tác giả"), authorsCell, 140},
        {QStringLiteral("state"), tr("Tình trạng"), stateCell, 128},
        {QStringLiteral("level"), tr("Cấp, quyết định"), level, 124},
        {QStringLiteral("registered"), tr("Ngày đăng ký"), [](const Row& r) { return Cell::secondary(dateText(r.initiative.registeredOn)); }, 100},
        {QStringLiteral("scope"), tr("Phạm vi ảnh hưởng"), scope, 120},
        {QStringLiteral("decided"), tr("Ngày quyết định"), decided, 110},
        {QStringLiteral("used"), tr("Đã dùng xét"), used, 100},
    };
    columns[0].stretch = true;
    columns[0].sortKey = [](const Row& r) { return SortKey(r.sortKey); };
    columns[0].sum = [](const Rows& rows) { return tr("Cộng: %1 sáng kiến").arg(rows.size()); };
    columns[2].sortKey = [](const Row& r) { return SortKey(static_cast<int>(r.initiative.state)); };
    columns[2].sum = [](const Rows& rows) {
        const auto done = std::count_if(rows.begin(), rows.end(), [](const Row* r) { return r->initiative.state == InitiativeState::Recognised; });
        return tr("%1 được công nhận").arg(done);
    };
    columns[3].sortKey = [](const Row& r) { return SortKey(r.initiative.recognisedAt ? static_cast<int>(*r.initiative.recognisedAt) : -1); };
    columns[4].sortKey = [](const Row& r) { return SortKey(r.initiative.registeredOn.iso()); };
    columns[6].sortKey = [](const Row& r) { return SortKey(r.initiative.decidedOn ? r.initiative.decidedOn->iso() : std::string()); };
    for (std::size_t i = 4; i < columns.size(); ++i)
        columns[i].hidden = true;
    return columns;
}

void InitiativesPage::buildTable()
{
    auto& actions = shell().actions;
    m_model = new RecordModel<Row>([](const Row& row) { return row.id.value(); }, this);
    m_model->setColumns(columns());
    Grouping<Row> byState{QStringLiteral("state"), tr("Gom theo tình trạng"), [](const Row& r) { return wordOf(r.initiative.state); }};
    byState.order = [](const Row& r) { return SortKey(static_cast<int>(r.initiative.state)); };
    byState.heading = [](const QString& label, const Rows& rows) { return tr("%1 – %2 sáng kiến").arg(label).arg(rows.size()); };
    m_model->addGrouping(byState);
    m_table = new RecordTable(m_model, QStringLiteral("initiativesTable"), tr("Sáng kiến của năm học"), this);
    m_table->setTickable(true);
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_table->setTwoLineRows(true);
    m_table->sortBy(QStringLiteral("title"));
    m_table->setRowActions({actions.find(kPage + QStringLiteral(".edit")), actions.find(kPage + QStringLiteral(".recognise")),
                            actions.find(kPage + QStringLiteral(".recognise-above")), actions.find(kPage + QStringLiteral(".print")),
                            actions.find(kPage + QStringLiteral(".remove"))});
    m_table->setEmptyState(new EmptyState(
        QStringLiteral("bulb"), tr("Nơi ghi sáng kiến của năm học"),
        tr("Sáng kiến nêu khi đăng ký thi đua tự có mặt ở đây. Mỗi sáng kiến có tác giả và tỷ lệ đóng góp, kết quả công nhận; "
           "sáng kiến được công nhận là điều kiện xét Chiến sĩ thi đua cơ sở."),
        actions.find(kPage + QStringLiteral(".add")), actions.find(kPage + QStringLiteral(".registrations"))));
}

void InitiativesPage::connectAll()
{
    connect(m_table, &RecordTable::currentChanged, this, &InitiativesPage::showCurrent);
    connect(m_table, &RecordTable::ticksChanged, this, &InitiativesPage::updateActions);
    connect(m_table, &RecordTable::activated, this, &InitiativesPage::editCurrent);
    connect(m_table, &RecordTable::editRequested, this, &InitiativesPage::editCurrent);
    connect(m_table, &RecordTable::removeRequested, this, &InitiativesPage::remove);
    connect(m_panel, &InitiativePanel::removeAsked, this, &InitiativesPage::remove);
    connect(m_panel, &InitiativePanel::decisionAsked, this, &InitiativesPage::openDecision);
    connect(m_panel, &InitiativePanel::added, this, [this](qint64 id) { m_table->setCurrentId(id); });
}

bool InitiativesPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::initiatives() | reads::decisions() | reads::staff() | reads::years());
}

void InitiativesPage::load()
{
    m_year = yearRow();
    showClosedBar();
    std::vector<Row> rows;
    if (m_year) {
        const bool typing = m_panel->isDirty(); // setYear() may rewrite the authors' options only
        m_panel->setYear(*m_year, closedReason());
        shell().runner.read([&] { return services::InitiativeService(file()).initiatives(m_year->id); },
                            [&](std::vector<Row> read) { rows = std::move(read); });
        m_model->setRows(std::move(rows));
        if (typing && (m_panel->isNew() || (m_panel->rowId() && m_model->find(*m_panel->rowId())))) {
            showSummary();
            updateActions();
            return;
        }
    } else {
        m_model->setRows({});
    }
    const auto current = m_table->currentId();
    if (const auto* row = current ? m_model->find(*current) : nullptr)
        m_panel->showRow(*row);
    else
        m_panel->showNobody();
    showSummary();
    updateActions();
}

void InitiativesPage::showSummary()
{
    if (!m_year) {
        setSummary(tr("Tệp chưa có năm học nào; xin mở năm học ở nút năm học phía trên."));
        return;
    }
    const auto& rows = m_model->rows();
    if (rows.empty()) {
        setSummary(tr("Chưa có sáng kiến nào trong năm học %1.").arg(toQ(schoolYear().screen())));
        return;
    }
    const auto in = [](InitiativeState state) { return [state](const Row& r) { return r.initiative.state == state; }; };
    const int done = countOf(rows, in(InitiativeState::Recognised));
    const int above = countOf(rows, [](const Row& r) {
        return r.initiative.recognisedAt && *r.initiative.recognisedAt != domain::RecognitionLevel::School;
    });
    const int waiting = countOf(rows, in(InitiativeState::Registered));
    const int rejected = countOf(rows, in(InitiativeState::Rejected));
    QString line = tr("%1 sáng kiến, %2 được công nhận").arg(rows.size()).arg(done);
    if (above > 0)
        line += tr(" (%1 của cấp trên)").arg(above);
    if (waiting > 0)
        line += tr(", <b>%1 chờ công nhận</b>").arg(waiting);
    if (rejected > 0)
        line += tr(", %1 không công nhận").arg(rejected);
    setSummary(line + QLatin1Char('.'));
}

Rows InitiativesPage::chosen() const
{
    auto ids = m_table->tickedIds();
    if (ids.isEmpty() && m_table->currentId())
        ids << *m_table->currentId();
    Rows rows;
    for (const auto id : ids)
        if (const auto* row = m_model->find(id))
            rows.push_back(row);
    return rows;
}

void InitiativesPage::updateActions()
{
    const QString closed = closedReason();
    const Rows rows = chosen();
    const QString none = rows.empty() ? tr("Đánh dấu hoặc chọn sáng kiến trong bảng trước.") : QString();
    const auto all = [&](auto pred) { return std::all_of(rows.begin(), rows.end(), pred); };
    const bool waiting = all([](const Row* r) { return r->initiative.state == InitiativeState::Registered; });
    const bool open = all([](const Row* r) { return r->initiative.state != InitiativeState::Rejected; });
    const auto first = [](std::initializer_list<QString> reasons) {
        for (const QString& reason : reasons)
            if (!reason.isEmpty())
                return reason;
        return QString();
    };
    auto& actions = shell().actions;
    actions.setReason(kPage + QStringLiteral(".add"), first({closed, m_year ? QString() : tr("Tệp chưa có năm học nào.")}));
    actions.setReason(kPage + QStringLiteral(".recognise"),
                      first({closed, none, waiting ? QString() : tr("Trong các dòng đã chọn có sáng kiến đã được xét.")}));
    actions.setReason(kPage + QStringLiteral(".recognise-above"),
                      first({closed, none, open ? QString() : tr("Trong các dòng đã chọn có sáng kiến không được công nhận.")}));
    actions.setReason(kPage + QStringLiteral(".edit"), first({closed, m_table->currentId() ? QString() : none}));
    actions.setReason(kPage + QStringLiteral(".remove"), first({closed, m_table->currentId() ? QString() : none}));
    actions.setReason(kPage + QStringLiteral(".print"),
                      decisionOfCurrent() ? QString() : tr("Sáng kiến đang chọn chưa có quyết định công nhận của trường."));
}

void InitiativesPage::showCurrent()
{
    const auto current = m_table->currentId();
    if (m_settling || !current || current == m_panel->rowId())
        return;
    if (m_panel->isDirty()) {
        m_settling = true;
        const auto before = m_panel->rowId();
        const bool settled = m_panel->settleEntries();
        m_table->setCurrentId(settled ? *current : before.value_or(*current));
        m_settling = false;
        if (!settled)
            return;
    }
    if (const auto* row = m_model->find(*current))
        m_panel->showRow(*row);
    updateActions();
}

void InitiativesPage::editCurrent()
{
    if (!m_table->currentId())
        return;
    m_split->setPanelVisible(true);
    if (m_panel->rowId() != m_table->currentId())
        showCurrent();
    m_panel->focusForm();
}

void InitiativesPage::add()
{
    if (isClosed() || !m_year || !m_panel->settleEntries())
        return;
    m_split->setPanelVisible(true);
    m_panel->showNew();
    m_panel->focusForm();
}

void InitiativesPage::recogniseHere()
{
    if (!m_year || isClosed() || !m_panel->settleEntries())
        return;
    std::vector<domain::InitiativeId> ids;
    QStringList titles;
    for (const auto* row : chosen()) {
        ids.push_back(row->id);
        titles << toQ(row->initiative.title);
    }
    if (!ids.empty())
        openSchoolRecognition(shell(), context(), m_year->id, ids, titles, this);
}

void InitiativesPage::recogniseAbove()
{
    if (isClosed() || !m_panel->settleEntries())
        return;
    std::vector<domain::InitiativeId> ids;
    QStringList titles;
    for (const auto* row : chosen()) {
        ids.push_back(row->id);
        titles << toQ(row->initiative.title);
    }
    if (!ids.empty())
        (new OutsideRecognitionDialog(shell(), context(), std::move(ids), titles, this))->open();
}

void InitiativesPage::remove()
{
    const auto current = m_table->currentId();
    const auto* row = current ? m_model->find(*current) : nullptr;
    if (!row || isClosed())
        return;
    const auto id = row->id;
    const Question question{tr("Xóa sáng kiến “%1”?").arg(toQ(row->initiative.title)),
                            tr("Đăng ký của tác giả vẫn giữ, nhưng không còn kèm sáng kiến này."), tr("Xóa sáng kiến"), tr("Giữ lại"), true};
    if (!shell().prompter.confirm(question))
        return;
    m_panel->showNobody();
    if (!shell().runner.run([&] { return services::InitiativeService(file()).removeInitiative(id); }))
        showCurrent();
}

std::optional<std::int64_t> InitiativesPage::decisionOfCurrent() const
{
    const auto current = m_table->currentId();
    const auto* row = current ? m_model->find(*current) : nullptr;
    if (!row || !m_year || row->initiative.state != InitiativeState::Recognised)
        return std::nullopt;
    const auto decisions = services::DecisionService(file()).decisions(m_year->id);
    if (!decisions)
        return std::nullopt;
    for (const auto& detail : *decisions)
        if (detail.decision.kind == domain::DecisionKind::RecogniseInitiatives)
            for (const auto& line : detail.lines)
                if (line.initiative == row->id)
                    return detail.id.value();
    return std::nullopt;
}

void InitiativesPage::openDecision()
{
    const auto id = decisionOfCurrent();
    if (!id || !shell().openRecord(EntityKind::Decision, *id))
        shell().showPage(pages::kDecisions);
}

void InitiativesPage::print()
{
    const auto id = decisionOfCurrent();
    if (!id || !m_year)
        return;
    using services::PaperKind;
    shell().runner.read([&] { return services::DocumentService(file()).build(PaperKind::Decision, *id, m_year->id); },
                        [this](const documents::Document& paper) {
                            context().preview(paper, tr("Quyết định công nhận sáng kiến %1").arg(toQ(schoolYear().text())),
                                              services::formatsOf(PaperKind::Decision));
                        });
}

bool InitiativesPage::openRecord(domain::EntityKind kind, std::int64_t id)
{
    if (kind != EntityKind::Initiative)
        return false;
    if (!m_table->setCurrentId(id))
        m_table->clearFilters();
    return m_table->setCurrentId(id);
}

void InitiativesPage::escape()
{
    if (m_panel->isNew() && !m_panel->isDirty()) {
        const auto* row = m_table->currentId() ? m_model->find(*m_table->currentId()) : nullptr;
        if (row)
            m_panel->showRow(*row);
        else
            m_panel->showNobody();
    }
    m_table->setFocus();
}

QJsonObject InitiativesPage::saveState() const
{
    return {{QStringLiteral("table"), m_table->saveState()}, {QStringLiteral("split"), m_split->saveState()}};
}

void InitiativesPage::restoreState(const QJsonObject& state)
{
    m_table->restoreState(state.value(QStringLiteral("table")).toObject());
    m_split->restoreState(state.value(QStringLiteral("split")).toObject());
}

}

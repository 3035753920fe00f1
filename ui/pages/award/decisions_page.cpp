// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/decisions_page.h"

#include "domain/school_year.h"
#include "domain/page_ids.h"
#include "services/core/reads.h"
#include "services/law/honours.h"
#include "ui/pages/award/award_parts.h"
#include "ui/pages/award/decision_form.h"
#include "ui/pages/award/decision_view.h"
#include "ui/pages/award/register_view.h"
#include "ui/pages/kit/basis_notes.h"
#include "ui/pages/kit/correct_paper.h"
#include "ui/pages/kit/table_export.h"

#include <QBoxLayout>
#include <QStackedWidget>

#include <algorithm>

namespace thidua::ui {

using domain::DecisionState;
using domain::EntityKind;

DecisionsPage::DecisionsPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent)
    : SchoolPage(std::move(info), shell, context, parent), m_model([](const Detail& d) { return d.id.value(); })
{
    setColumns();
    addActions();
    build();
}

void DecisionsPage::build()
{
    m_segments = new SegmentBar(this);
    m_segments->setObjectName(QStringLiteral("decisionSegments"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_segments);
    row->addStretch();
    content()->addLayout(row);
    m_stack = new QStackedWidget(this);
    buildTable();
    m_register = new RegisterView(m_stack);
    ui::offerExport(*m_register->table(), shell(), [this] { return tr("Sổ văn bản đi %1").arg(m_register->year()); });
    m_stack->addWidget(m_register);
    content()->addWidget(m_stack, 1);
    connect(m_segments, &SegmentBar::chosen, this, &DecisionsPage::showSegment);
    connect(m_table, &RecordTable::filtersCleared, this, [this] {
        if (isRegister())
            return;
        m_segments->setCurrentKey(QStringLiteral("all"));
        showSegment(QStringLiteral("all"));
    });
    connect(m_register, &RegisterView::printWanted, this, &DecisionsPage::print);
    connect(m_register, &RegisterView::yearChosen, this, [this] {
        readRegister();
        showSegments();
        showSummary();
    });
}

void DecisionsPage::buildTable()
{
    m_table = new RecordTable(&m_model, QStringLiteral("decisions"), tr("Quyết định"), m_stack);
    offerExport(*m_table, tr("Quyết định"));
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_table->setTwoLineRows(true);
    m_table->sortBy(QStringLiteral("date"), Qt::DescendingOrder);
    auto& actions = shell().actions;
    m_table->setEmptyState(new EmptyState(QStringLiteral("decision"), tr("Nơi giữ các quyết định của năm học"),
                                          tr("Quyết định thành lập Hội đồng soạn ở trang Hội đồng, quyết định công nhận sáng kiến ở trang Sáng kiến; "
                                             "quyết định của cấp trên vào đây khi ghi kết quả tờ trình."),
                                          actions.find(QStringLiteral("decisions.add")), actions.find(QStringLiteral("decisions.openCouncil"))));
    m_table->setRowActions({actions.find(QStringLiteral("decisions.print")), actions.find(QStringLiteral("decisions.edit")),
                            actions.find(QStringLiteral("decisions.issue")), actions.find(QStringLiteral("decisions.correct")),
                            actions.find(QStringLiteral("decisions.remove"))});
    m_panel = new SidePanel(380, m_stack);
    m_split = new SplitArea(m_table, m_panel, m_stack);
    m_stack->addWidget(m_split);
    connect(m_table, &RecordTable::currentChanged, this, [this] {
        if (!m_form)
            showPanel();
        enable();
    });
    connect(m_table, &RecordTable::activated, this, [this] {
        m_split->setPanelVisible(true);
        print();
    });
    connect(m_table, &RecordTable::editRequested, this, [this](qint64 id) { edit(id); });
    connect(m_table, &RecordTable::removeRequested, this, [this](const QVector<std::int64_t>& ids) {
        if (!ids.isEmpty())
            remove(ids.front());
    });
}

void DecisionsPage::setColumns()
{
    Column<Detail> number{QStringLiteral("number"), tr("Số, ký hiệu"),
                          [](const Detail& d) {
                              return d.numberText.empty() ? Cell::secondary(tr("chưa có số")) : Cell::bold(toQ(d.numberText));
                          },
                          126};
    number.sum = [](const std::vector<const Detail*>& rows) { return tr("Cộng: %1 quyết định").arg(rows.size()); };
    Column<Detail> date{QStringLiteral("date"), tr("Ngày"), [](const Detail& d) { return Cell::plain(dateText(d.decision.number.issuedOn)); }, 92};
    date.sortKey = [](const Detail& d) { return SortKey(d.decision.number.issuedOn ? d.decision.number.issuedOn->iso() : "9999"); };
    Column<Detail> title{QStringLiteral("title"), tr("Trích yếu"), [](const Detail& d) { return Cell::twoLines(toQ(d.decision.title), DecisionView::kindOf(d)); }, 240};
    title.stretch = true;
    Column<Detail> kind{QStringLiteral("kind"), tr("Loại"),
                        [](const Detail& d) { return Cell::secondary(DecisionView::kindOf(d)); }, 190};
    kind.hidden = true;
    Column<Detail> issuer{QStringLiteral("issuer"), tr("Người ban hành"), [](const Detail& d) { return Cell::secondary(toQ(d.decision.issuer)); },
                          170};
    issuer.hidden = true;
    Column<Detail> lines{QStringLiteral("lines"), tr("Danh sách"),
                         [](const Detail& d) { return d.lines.empty() ? Cell::secondary(tr("–")) : Cell::plain(wholeText(static_cast<std::int64_t>(d.lines.size()))); },
                         84, Align::Right};
    lines.hidden = true;
    lines.sortKey = [](const Detail& d) { return SortKey(static_cast<int>(d.lines.size())); };
    Column<Detail> state{QStringLiteral("state"), tr("Tình trạng"),
                         [](const Detail& d) {
                             return Cell::mark(DecisionView::stateTone(d.decision.state), DecisionView::stateName(d.decision.state),
                                               DecisionView::stateIcon(d.decision.state));
                         },
                         124};
    m_model.setColumns({number, date, title, kind, issuer, lines, state});
    m_model.addGrouping({QStringLiteral("kind"), tr("Gom theo loại"),
                         &DecisionView::kindOf,
                         [](const Detail& d) { return SortKey(static_cast<int>(d.decision.kind) + (d.revocation ? 100 : 0)); },
                         [](const QString& label, const std::vector<const Detail*>& rows) { return tr("%1 – %2 quyết định").arg(label).arg(rows.size()); }});
}

void DecisionsPage::addActions()
{
    auto& actions = shell().actions;
    const QString page = info().id;
    const auto currentId = [this](auto&& run) {
        return [this, run] {
            if (const auto* row = current())
                run(row->id.value());
        };
    };
    auto* add = actions.add({QStringLiteral("decisions.add"), tr("Soạn quyết định"), QStringLiteral("plus"), {}, page,
                             tr("quyết định mới dự thảo"), [this] { this->add(); }});
    auto* issue = actions.add({QStringLiteral("decisions.issue"), tr("Ban hành quyết định…"), QStringLiteral("stamp"), {}, page,
                               tr("số ngày ký"), currentId([this](std::int64_t id) { this->issue(id); })});
    auto* print = actions.add({QStringLiteral("decisions.print"), tr("Xem bản in"), QStringLiteral("print"), {}, page, tr("in PDF Word"),
                               [this] { this->print(); }});
    auto* edit = actions.add({QStringLiteral("decisions.edit"), tr("Sửa dự thảo"), QStringLiteral("edit"), {}, page, {},
                              currentId([this](std::int64_t id) { this->edit(id); })});
    auto* remove = actions.add({QStringLiteral("decisions.remove"), tr("Xóa dự thảo…"), QStringLiteral("trash"), {}, page, {},
                                currentId([this](std::int64_t id) { this->remove(id); })});
    actions.add({QStringLiteral("decisions.openCouncil"), tr("Mở trang Hội đồng"), QStringLiteral("council"), {}, page, {},
                 [this] { shell().showPage(pages::kCouncil); }});
    auto* book = actions.add({QStringLiteral("decisions.register"), tr("Sổ văn bản đi"), QStringLiteral("book"), {}, page, tr("số công văn"),
                              [this] { m_segments->setCurrentKey(QStringLiteral("register")); showSegment(QStringLiteral("register")); }});
    auto* correct = actions.add({QStringLiteral("decisions.correct"), tr("Sửa văn bản đã ban hành…"), QStringLiteral("stamp"), {}, page,
                                 tr("đính chính thu hồi thay thế quyết định"), [this] { this->correct(); }});
    auto* confer = actions.add({QStringLiteral("decisions.confer"), tr("Soạn quyết định khen thưởng…"), QStringLiteral("certificate"), {}, page,
                                tr("giấy khen của hiệu trưởng"), [this] { this->confer(); }});
    setActions({add, issue, print}, {confer, edit, correct, remove, book});
}

void DecisionsPage::load()
{
    delete m_form;
    m_form = nullptr;
    showClosedBar();
    const auto row = yearRow();
    m_year = row ? std::optional(row->id) : std::nullopt;
    const int start = schoolYear().startYear();
    const Date today = file().clock().today();
    m_register->setYears({start, start + 1}, std::clamp(today.year(), start, start + 1));
    read();
    showSegment(m_segments->currentKey());
    showPanel();
}

bool DecisionsPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::decisions() | reads::legalTexts() | reads::outgoing() | reads::school() | reads::years());
}

void DecisionsPage::refresh(const domain::ChangeSet&)
{
    read();
    if (!m_form)
        showPanel();
}

void DecisionsPage::read()
{
    std::vector<Detail> rows;
    if (m_year)
        shell().runner.read([&] { return services::DecisionService(file()).decisions(*m_year); },
                            [&](std::vector<Detail> found) { rows = std::move(found); });
    if (m_year)
        shell().runner.read([&] { return services::CorrectionService(file()).revocations(*m_year); },
                            [&](std::vector<Detail> found) { std::ranges::move(found, std::back_inserter(rows)); });
    m_model.setRows(std::move(rows));
    readRegister();
    showSegments();
    showSummary();
    enable();
}

void DecisionsPage::readRegister()
{
    shell().runner.read([&] { return services::PaperIssuer(file()).outgoing(m_register->year()); },
                        [&](const services::PaperIssuer::Register& content) {
                            m_registerCount = static_cast<int>(content.rows.size());
                            m_gapCount = static_cast<int>(content.gaps.size());
                            m_register->show(content);
                        });
}

void DecisionsPage::showSegments()
{
    const auto& rows = m_model.rows();
    const auto count = [&](auto&& accepts) { return static_cast<int>(std::count_if(rows.begin(), rows.end(), accepts)); };
    const int own = count([](const Detail& d) { return domain::isOwn(d.decision.kind); });
    const int drafts = count([](const Detail& d) { return d.decision.state == DecisionState::Draft; });
    const QString before = m_segments->currentKey();
    m_segments->setSegments({{QStringLiteral("all"), tr("Tất cả"), static_cast<int>(rows.size())},
                             {QStringLiteral("own"), tr("Của trường"), own},
                             {QStringLiteral("outside"), tr("Của cấp trên"), static_cast<int>(rows.size()) - own},
                             {QStringLiteral("draft"), tr("Dự thảo"), drafts, drafts > 0 ? Tone::Warn : Tone::None, QStringLiteral("edit")},
                             {QStringLiteral("register"), tr("Sổ văn bản đi"), m_registerCount, Tone::None, QStringLiteral("book")}});
    if (before.isEmpty())
        m_segments->setCurrentKey(QStringLiteral("all"));
    shell().setBadge(info().id, drafts, Tone::Warn);
}

bool DecisionsPage::isRegister() const
{
    return m_stack->currentWidget() == m_register;
}

void DecisionsPage::showSegment(const QString& key)
{
    m_stack->setCurrentWidget(key == QLatin1String("register") ? static_cast<QWidget*>(m_register) : m_split);
    const auto accepts = [this, key](int row) {
        const auto& d = m_model.rows()[static_cast<std::size_t>(row)].decision;
        return key == QLatin1String("own") ? domain::isOwn(d.kind)
               : key == QLatin1String("outside") ? !domain::isOwn(d.kind)
                                                 : d.state == DecisionState::Draft;
    };
    const bool all = key.isEmpty() || key == QLatin1String("all") || key == QLatin1String("register");
    m_table->setExtraFilter(all ? std::function<bool(int)>() : accepts);
    enable();
}

void DecisionsPage::showSummary()
{
    const auto& rows = m_model.rows();
    if (rows.empty()) {
        setSummary(tr("Chưa có quyết định nào của năm học %1.").arg(toQ(schoolYear().screen())));
        return;
    }
    const auto own = std::count_if(rows.begin(), rows.end(), [](const Detail& d) { return domain::isOwn(d.decision.kind); });
    const auto drafts = std::count_if(rows.begin(), rows.end(), [](const Detail& d) { return d.decision.state == DecisionState::Draft; });
    QString line = tr("%1 quyết định: %2 của trường, %3 của cấp trên").arg(rows.size()).arg(own).arg(static_cast<qsizetype>(rows.size()) - own);
    line += drafts > 0 ? tr("; <b>%1 dự thảo chờ ban hành</b>").arg(drafts) : tr("; không còn dự thảo");
    if (m_gapCount > 0)
        line += tr("; sổ văn bản đi năm %1 <b>cách %2 số</b>").arg(m_register->year()).arg(m_gapCount);
    setSummary(line + QLatin1Char('.'));
}

std::pair<services::PaperKind, std::int64_t> DecisionsPage::paperOf(const Detail& detail)
{
    return detail.revocation ? std::pair(services::PaperKind::Correction, detail.revocation->value()) : std::pair(services::PaperKind::Decision, detail.id.value());
}

const DecisionsPage::Detail* DecisionsPage::current() const
{
    const auto id = m_table->currentId();
    return id ? m_model.find(*id) : nullptr;
}

void DecisionsPage::enable()
{
    auto& actions = shell().actions;
    const QString closed = closedReason();
    const auto* row = isRegister() ? nullptr : current();
    const QString none = row ? QString() : tr("Chọn một quyết định trong bảng trước.");
    const QString frozen = row && row->decision.state != DecisionState::Draft
                               ? tr("Quyết định đã ban hành thì không sửa; dùng “Sửa văn bản đã ban hành…” để đính chính, thu hồi, thay thế.")
                               : QString();
    const QString draftOnly = !closed.isEmpty() ? closed : !none.isEmpty() ? none : frozen;
    actions.setReason(QStringLiteral("decisions.add"), m_year ? closed : tr("Chưa mở năm học nào."));
    actions.setReason(QStringLiteral("decisions.issue"), m_form ? tr("Xin ghi hoặc bỏ phần đang sửa trước.") : draftOnly);
    actions.setReason(QStringLiteral("decisions.edit"), draftOnly);
    actions.setReason(QStringLiteral("decisions.remove"), draftOnly);
    const bool issued = row && domain::isOwn(row->decision.kind) && row->decision.state != DecisionState::Draft;
    actions.setReason(QStringLiteral("decisions.correct"), !none.isEmpty() ? none : issued ? QString() : tr("Chỉ quyết định của trường đã ban hành mới cần đính chính, thu hồi, thay thế."));
    actions.setReason(QStringLiteral("decisions.confer"), m_year ? closed : tr("Chưa mở năm học nào."));
    actions.setReason(QStringLiteral("decisions.print"), isRegister() ? (m_registerCount > 0 ? QString() : tr("Sổ văn bản đi của năm này còn trống."))
                                                         : !none.isEmpty() ? none
                                                         : !domain::isOwn(row->decision.kind)
                                                             ? tr("Quyết định của cấp trên chỉ ghi số và ngày; bản giấy do nơi ban hành in.")
                                                             : QString());
}

void DecisionsPage::showPanel()
{
    const auto* row = current();
    m_panel->clearBody();
    m_panel->clearFoot();
    if (!row) {
        showNoRecord();
        return;
    }
    m_panel->setTitle(DecisionView::headOf(*row), AwardParts::shown(row->decision.title));
    m_panel->setChip(DecisionView::stateTone(row->decision.state), DecisionView::stateName(row->decision.state),
                     DecisionView::stateIcon(row->decision.state));
    const auto honourName = [this](const std::string& code) {
        return toQ(services::honourName(file().rules(), code).value_or(code));
    };
    const auto [kind, id] = paperOf(*row);
    if (auto* notes = domain::isOwn(row->decision.kind) ? makePaperNotes(context(), shell(), kind, id, m_panel) : nullptr)
        m_panel->addToBody(notes);
    if (domain::isOwn(row->decision.kind) && (!isClosed() || row->decision.number.issuedOn))
        if (auto* notes = makeBasisNotes(file(), domain::linesOf(row->decision.bases), row->decision.number.issuedOn, m_panel))
            m_panel->addToBody(notes);
    m_panel->addToBody(new DecisionView(*row, honourName));
    auto& actions = shell().actions;
    const bool draft = row->decision.state == DecisionState::Draft;
    if (draft)
        m_panel->addToFoot(makeButton(actions.find(QStringLiteral("decisions.issue")), ButtonKind::Primary, m_panel));
    if (draft)
        m_panel->addToFoot(makeButton(actions.find(QStringLiteral("decisions.edit")), ButtonKind::Normal, m_panel));
    else if (domain::isOwn(row->decision.kind)) {
        m_panel->addToFoot(makeButton(actions.find(QStringLiteral("decisions.print")), ButtonKind::Normal, m_panel));
        m_panel->addToFoot(makeButton(actions.find(QStringLiteral("decisions.correct")), ButtonKind::Normal, m_panel));
    }
    if (draft) {
        auto* remove = compact(makeIconButton(QStringLiteral("trash"), tr("Xóa dự thảo…"), ButtonKind::Danger));
        remove->setObjectName(QStringLiteral("removeDraft"));
        remove->setEnabled(!isClosed());
        connect(remove, &QPushButton::clicked, this, [this, id = row->id.value()] { this->remove(id); });
        m_panel->addToFoot(remove, true);
    } else if (row->decision.submission) {
        auto* open = makeButton(tr("Mở tờ trình"), QStringLiteral("send"));
        open->setObjectName(QStringLiteral("openSubmission"));
        connect(open, &QPushButton::clicked, this,
                [this, id = row->decision.submission->value()] { shell().openRecord(EntityKind::Submission, id); });
        m_panel->addToFoot(open);
    }
}

void DecisionsPage::showNoRecord()
{
    m_panel->clearChip();
    m_panel->showNothing(m_model.rows().empty() ? tr("Chưa có quyết định nào.") : tr("Chọn một quyết định để xem căn cứ, các điều và danh sách kèm theo."));
}

bool DecisionsPage::openRecord(EntityKind kind, std::int64_t id)
{
    if (kind != EntityKind::Decision || !m_model.find(id) || !cancelEdit())
        return false;
    m_segments->setCurrentKey(QStringLiteral("all"));
    showSegment(QStringLiteral("all"));
    m_split->setPanelVisible(true);
    if (!m_table->setCurrentId(id))
        m_table->clearFilters();
    return m_table->setCurrentId(id);
}

void DecisionsPage::find()
{
    isRegister() ? m_register->table()->focusFilter() : m_table->focusFilter();
}

void DecisionsPage::print()
{
    if (isRegister() && m_registerCount > 0 && m_year)
        AwardParts::preview(shell(), context(), services::PaperKind::Register, m_register->year(), *m_year, tr("Sổ văn bản đi năm %1").arg(m_register->year()));
    const auto* row = isRegister() ? nullptr : current();
    if (row && domain::isOwn(row->decision.kind) && m_year)
        AwardParts::preview(shell(), context(), paperOf(*row).first, paperOf(*row).second, *m_year, DecisionView::headOf(*row));
}

void DecisionsPage::escape()
{
    if (m_form)
        cancelEdit();
    else
        (isRegister() ? m_register->table() : m_table)->view()->setFocus();
}

QList<QWidget*> DecisionsPage::focusStops() const
{
    if (isRegister())
        return {m_segments, m_register->table()->view()};
    return {m_segments, m_table->view(), m_panel};
}

QJsonObject DecisionsPage::saveState() const
{
    return {{QStringLiteral("table"), m_table->saveState()}, {QStringLiteral("register"), m_register->table()->saveState()},
            {QStringLiteral("split"), m_split->saveState()}, {QStringLiteral("segment"), m_segments->currentKey()}};
}

void DecisionsPage::restoreState(const QJsonObject& state)
{
    m_table->restoreState(state.value(QStringLiteral("table")).toObject());
    m_register->table()->restoreState(state.value(QStringLiteral("register")).toObject());
    m_split->restoreState(state.value(QStringLiteral("split")).toObject());
    const QString key = state.value(QStringLiteral("segment")).toString(QStringLiteral("all"));
    if (key != m_segments->currentKey()) {
        m_segments->setCurrentKey(key);
        showSegment(key);
    }
}

}

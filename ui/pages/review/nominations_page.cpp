// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/nominations_page.h"

#include "domain/page_ids.h"
#include "services/core/reads.h"
#include "services/law/rules_renewed.h"
#include "services/papers/document_service.h"
#include "ui/pages/review/nomination_columns.h"
#include "ui/pages/review/nomination_form.h"
#include "ui/pages/review/nomination_panel.h"
#include "ui/pages/review/review_words.h"
#include "ui/pages/school_job.h"
#include "ui/shell/unsaved.h"

#include <QPointer>
#include <QShortcut>
#include <QTableView>

#include <algorithm>

namespace thidua::ui {

using services::NominationRow;
using services::NominationService;

namespace {

/// A part of the dossier, or an opinion that the school asks for.
bool lacksPapers(const NominationRow& row)
{
    return row.dossierMissing > 0 || !row.opinionsMissing.empty();
}

}

PageInfo NominationsPage::pageInfo()
{
    return {pages::kNominations, tr("Đề nghị"), QStringLiteral("nominate"), tr("Xét duyệt")};
}

NominationsPage::NominationsPage(Shell& shell, SchoolContext& context, QWidget* parent)
    : SchoolPage(pageInfo(), shell, context, parent), m_model([](const NominationRow& row) { return row.id.value(); })
{
    setTitle(tr("Đề nghị xét tặng"));
    registerActions();
    buildTable();
}

void NominationsPage::buildTable()
{
    m_model.setColumns(nominationColumns());
    m_table = new RecordTable(&m_model, QStringLiteral("nominations-table"), tr("Danh sách đề nghị"), this);
    offerExport(*m_table, tr("Danh sách đề nghị"));
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_segments = new SegmentBar(m_table);
    m_segments->setObjectName(QStringLiteral("nominations-view"));
    m_table->addToToolbar(m_segments);
    auto& actions = shell().actions;
    m_table->setEmptyState(new EmptyState(
        QStringLiteral("nominate"), tr("Nơi xét điều kiện của từng người, từng tập thể"),
        tr("Mỗi danh hiệu đã đăng ký thành một đề nghị; chương trình xét ngay từng điều kiện theo quy định của ngày áp dụng và chỉ ra thông tin còn thiếu."),
        actions.find(QStringLiteral("nominations.gather")), actions.find(QStringLiteral("nominations.add"))));
    m_table->setRowActions({actions.find(QStringLiteral("nominations.override")), actions.find(QStringLiteral("nominations.withdraw"))});
    m_panel = new NominationPanel(shell(), file(), this);
    m_panel->setRulesAtHand(static_cast<bool>(context().openRules));
    m_split = new SplitArea(m_table, m_panel, this);
    content()->addWidget(m_split, 1);
    connectParts();
}

void NominationsPage::connectParts()
{
    connect(m_table, &RecordTable::currentChanged, this, [this] {
        const auto shown = m_panel->shownId();
        const bool same = shown && m_table->currentId() == shown->value();
        if (m_moving)
            return;
        if ((m_mode == Mode::Read && same) || mayDiscard())
            return backToReading();
        m_moving = true; // what was typed is about the row before
        if (shown)
            m_table->setCurrentId(shown->value());
        m_moving = false;
    });
    connect(m_table, &RecordTable::activated, this, [this] {
        m_split->setPanelVisible(true);
        if (!m_panel->focusFirstEntry())
            m_panel->setFocus();
    });
    connect(m_table, &RecordTable::editRequested, this, [this] {
        m_split->setPanelVisible(true);
        m_panel->focusFirstEntry();
    });
    connect(m_table, &RecordTable::removeRequested, this, &NominationsPage::withdraw);
    connect(m_panel, &NominationPanel::withdrawRequested, this, [this] {
        if (const auto id = m_table->currentId())
            withdraw({*id});
    });
    connect(m_panel, &NominationPanel::reportRequested, this, &NominationsPage::openReport);
    connect(m_panel, &NominationPanel::rulesRequested, this, &NominationsPage::openRules);
    connect(m_table, &RecordTable::filtersCleared, this, [this] {
        m_segments->setCurrentKey(QStringLiteral("all"));
        m_table->setExtraFilter({});
    });
    auto* rules = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F1), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(rules, &QShortcut::activated, this, [this] { openRules(m_panel->findingInFocus()); });
    connect(m_panel, &SidePanel::closed, this, [this] { m_split->setPanelVisible(false); });
    connect(m_segments, &SegmentBar::chosen, this, [this](const QString& key) {
        if (key == QLatin1String("all"))
            return m_table->setExtraFilter({});
        m_table->setExtraFilter([this, key](int row) {
            const auto& shown = m_model.rows()[static_cast<std::size_t>(row)];
            return key == QLatin1String("dossier") ? lacksPapers(shown) : toQ(rules::toCode(review::shownVerdict(shown))) == key;
        });
    });
}

void NominationsPage::showOnly(const std::vector<domain::SubjectRef>& who)
{
    m_table->clearFilters();
    m_segments->setCurrentKey(QStringLiteral("all"));
    m_table->setExtraFilter([this, who](int row) {
        return std::find(who.begin(), who.end(), m_model.rows()[static_cast<std::size_t>(row)].nomination.subject) != who.end();
    });
}

/// Shift+F1 and a click on an article: the honour's rules on the day by whose law the nomination is judged.
void NominationsPage::openRules(const std::string& finding)
{
    const auto* row = m_table->currentId() ? m_model.find(*m_table->currentId()) : nullptr;
    if (row != nullptr && context().openRules)
        context().openRules(row->nomination.honour, row->nomination.applicableOn, finding);
}

void NominationsPage::load()
{
    showClosedBar();
    m_year = yearRow();
    m_board = {};
    if (m_year)
        shell().runner.read([this] { return NominationService(file()).board(m_year->id); },
                            [this](services::NominationBoard board) { m_board = std::move(board); });
    showBoard();
}

bool NominationsPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::nominations() | reads::yearRecords() | reads::initiatives() | reads::meetings() | reads::years());
}

void NominationsPage::showBoard()
{
    m_model.setRows(m_board.rows);
    showSegments();
    showSummary();
    showRenewed();
    updateActions();
    shell().setBadge(info().id, m_board.undetermined, Tone::Warn);
    if (m_mode == Mode::Read) {
        if (!m_table->currentId() && !m_table->shownIds().isEmpty())
            m_table->setCurrentId(m_table->shownIds().front());
        showRow();
    }
}

void NominationsPage::showSegments()
{
    m_segments->setSegments({{QStringLiteral("all"), tr("Tất cả"), static_cast<int>(m_board.rows.size())},
                             {QStringLiteral("eligible"), tr("Đủ"), m_board.eligible, Tone::Ok},
                             {QStringLiteral("ineligible"), tr("Chưa đủ"), m_board.ineligible, Tone::Bad},
                             {QStringLiteral("undetermined"), tr("Chưa rõ"), m_board.undetermined, Tone::Warn},
                             {QStringLiteral("dossier"), tr("Thiếu hồ sơ"), static_cast<int>(std::ranges::count_if(m_board.rows, lacksPapers)), Tone::Warn}});
}

void NominationsPage::showSummary()
{
    if (!m_year)
        return setSummary(tr("Chưa mở năm học nào nên chưa có đề nghị."));
    QString words;
    if (m_board.rows.empty()) {
        words = tr("Chưa có đề nghị nào.");
    } else {
        words = tr("%1 đề nghị: %2 đủ điều kiện, %3 chưa đủ").arg(m_board.rows.size()).arg(m_board.eligible).arg(m_board.ineligible);
        if (m_board.undetermined > 0)
            words += tr(", <b>%1 thiếu thông tin</b>.").arg(m_board.undetermined);
        else if (m_board.openThoughDecided > 0)
            words += tr("; <b>%1 đề nghị còn điều kiện chưa biết</b>, nhưng kết luận không đợi các điều kiện ấy.").arg(m_board.openThoughDecided);
        else
            words += tr(", không còn thiếu thông tin.");
    }
    if (m_board.registeredWithoutNomination > 0)
        words += tr(" <b>%1 danh hiệu đã đăng ký</b> chưa có đề nghị.").arg(m_board.registeredWithoutNomination);
    if (m_board.nextMeeting)
        words += tr(" Họp Hội đồng ngày %1, <b>%2</b>.")
                     .arg(dateText(m_board.nextMeeting), review::distanceWords(file().clock().today(), *m_board.nextMeeting));
    setSummary(words);
}

/// Rules that came with another program are told of before anything is judged by them.
void NominationsPage::showRenewed()
{
    const QString key = QStringLiteral("renewed");
    messages().remove(key);
    const int others = services::RulesRenewedService(file()).judgedByOthers().value_or(0);
    if (others == 0 || !context().openRules)
        return;
    messages().show({Tone::Info, tr("Bộ quy định đã đổi mới"),
                     tr("%1 đề nghị đang xét được kết luận theo bộ quy định trước; xin xem kết luận nào đổi rồi xét lại.").arg(others),
                     {{tr("Xem trước…"), QStringLiteral("eye"), [this] {
                           shell().showPage(pages::kRules);
                           shell().actions.find(QStringLiteral("rules.renewed"))->trigger();
                       }}},
                     true, key});
}

void NominationsPage::showRow()
{
    const auto* row = m_table->currentId() ? m_model.find(*m_table->currentId()) : nullptr;
    if (!row || !m_year) {
        m_panel->forget();
        m_panel->showNothing(m_board.rows.empty() ? tr("Chưa có đề nghị nào.") : tr("Chọn một đề nghị để xem từng điều kiện."));
        return;
    }
    m_panel->showNomination(*m_year, *row, m_board.quotas, isClosed());
}

void NominationsPage::backToReading()
{
    m_mode = Mode::Read;
    showRow();
    updateActions();
}

void NominationsPage::startAdding()
{
    if (!m_year || (m_mode != Mode::Read && !mayDiscard()))
        return;
    m_mode = Mode::Add;
    m_split->setPanelVisible(true);
    m_panel->forget();
    m_panel->setTitle(tr("Thêm đề nghị"), tr("Người chưa đăng ký cũng thêm được; kết luận sẽ nói rõ còn thiếu gì."));
    m_form = new NominationForm(file(), m_year->id, m_panel);
    m_panel->addToBody(m_form);
    auto* save = saving(makeButton(tr("Thêm và xét ngay"), {}, ButtonKind::Primary, m_panel));
    save->setObjectName(QStringLiteral("nomination-add-save"));
    connect(save, &QPushButton::clicked, this, &NominationsPage::saveNew);
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, m_panel);
    connect(cancel, &QPushButton::clicked, this, &NominationsPage::backToReading);
    m_panel->addToFoot(save);
    m_panel->addToFoot(cancel);
    m_form->focusFirst();
}

bool NominationsPage::saveNew()
{
    if (!m_form || !m_form->complete())
        return false;
    const NominationDraft draft = m_form->form().draft();
    const auto subject = m_form->subject();
    const auto ground = domain::fromCode<domain::Ground>(draft.ground).value_or(domain::Ground::AnnualMerit);
    std::optional<domain::NominationId> made;
    m_mode = Mode::Read;
    const bool saved = shell().runner.run(
        [&] { return NominationService(file()).add(m_year->id, subject, draft.honour, *draft.applicableOn, ground); },
        [&](domain::NominationId id) { made = id; }, &m_form->form());
    if (!saved) {
        m_mode = Mode::Add;
        return false;
    }
    m_segments->setCurrentKey(QStringLiteral("all"));
    m_table->setExtraFilter({});
    m_table->setCurrentId(made->value());
    backToReading();
    return true;
}

void NominationsPage::startGathering()
{
    if (!m_year || (m_mode != Mode::Read && !mayDiscard()))
        return;
    m_mode = Mode::Gather;
    m_split->setPanelVisible(true);
    m_panel->forget();
    const int waiting = m_board.registeredWithoutNomination;
    m_panel->setTitle(tr("Lập đề nghị từ đăng ký"), tr("%1 danh hiệu đã đăng ký chưa có đề nghị").arg(waiting));
    auto* fields = new FormLayout(1, m_panel);
    m_gatherDate = new DateField(fields);
    m_gatherDate->setObjectName(QStringLiteral("gather-date"));
    auto* line = fields->add(tr("Ngày áp dụng"), m_gatherDate)->required();
    line->hint(tr("Điều kiện được xét theo quy định có hiệu lực vào ngày này, thường là ngày họp Hội đồng."));
    m_gatherDate->setValue(m_board.nextMeeting.value_or(file().clock().today()));
    fields->addText(tr("Mỗi danh hiệu đã đăng ký thành một đề nghị; tên, chức vụ, đơn vị ghi như hôm nay. Ngày này chỉ dùng cho các đề nghị lập lần này."));
    m_panel->addToBody(fields);
    auto* save = saving(makeButton(tr("Lập %1 đề nghị").arg(waiting), {}, ButtonKind::Primary, m_panel));
    save->setObjectName(QStringLiteral("gather-save"));
    connect(save, &QPushButton::clicked, this, [this, line] {
        if (m_gatherDate && m_gatherDate->value())
            return gather();
        line->setError(tr("Xin ghi ngày áp dụng: ngày này chọn quy định dùng để xét."));
        m_gatherDate->setFocus();
    });
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, m_panel);
    connect(cancel, &QPushButton::clicked, this, &NominationsPage::backToReading);
    m_panel->addToFoot(save);
    m_panel->addToFoot(cancel);
    m_gatherDate->setFocus();
    m_gatherDate->selectAll();
}

void NominationsPage::gather()
{
    const Date on = *m_gatherDate->value();
    m_mode = Mode::Read;
    if (shell().runner.run([&] { return NominationService(file()).nominate(m_year->id, on); }))
        backToReading();
    else
        m_mode = Mode::Gather;
}

void NominationsPage::reviewAgain()
{
    if (!m_year || m_judging)
        return;
    m_judging = startSchoolJob(
        this, shell(), file(), tr("Đang xét lại các đề nghị"),
        [year = m_year->id](services::SchoolFile& copy, Progress& progress) { return NominationService(copy).judgeAgain(year, &progress); },
        [this, year = m_year->id](const NominationService::Rejudged& made) {
            shell().runner.run([&] { return NominationService(file()).keep(year, made); });
        });
}

void NominationsPage::print()
{
    if (!m_year || m_board.rows.empty())
        return;
    using services::PaperKind;
    shell().runner.read([this] { return services::DocumentService(file()).build(PaperKind::NominationList, std::nullopt, m_year->id); },
                        [this](documents::Document document) {
                            context().preview(document, tr("Danh sách đề nghị %1").arg(toQ(m_year->data.year.text())),
                                              services::formatsOf(PaperKind::NominationList));
                        });
}

bool NominationsPage::openRecord(domain::EntityKind kind, std::int64_t id)
{
    if (kind != domain::EntityKind::Nomination || !m_model.find(id))
        return false;
    m_segments->setCurrentKey(QStringLiteral("all"));
    m_table->setExtraFilter({});
    m_split->setPanelVisible(true);
    if (!m_table->setCurrentId(id))
        m_table->clearFilters();
    return m_table->setCurrentId(id);
}

bool NominationsPage::mayDiscard()
{
    if (m_mode == Mode::Add && m_form && m_form->form().isDirty())
        return settleUnsaved(shell(), [this] { return saveNew(); }, [this] { backToReading(); });
    if (m_panel->hasUnsavedReason())
        return settleUnsaved(shell(), [this] { return m_panel->saveReason(); }, [this] { m_panel->dropReason(); });
    return true;
}

bool NominationsPage::mayLeave()
{
    return mayDiscard();
}

void NominationsPage::add()
{
    if (whyNot().isEmpty())
        startAdding();
}

void NominationsPage::find()
{
    m_table->focusFilter();
}

void NominationsPage::togglePanel()
{
    m_split->togglePanel();
}

void NominationsPage::escape()
{
    if (m_mode != Mode::Read && mayDiscard())
        backToReading();
    m_table->view()->setFocus();
}

QList<QWidget*> NominationsPage::focusStops() const
{
    return {m_table->view(), m_panel};
}

QJsonObject NominationsPage::saveState() const
{
    return {{"table", m_table->saveState()}, {"split", m_split->saveState()}, {"view", m_segments->currentKey()}};
}

void NominationsPage::restoreState(const QJsonObject& state)
{
    m_table->restoreState(state["table"].toObject());
    m_split->restoreState(state["split"].toObject());
}

}

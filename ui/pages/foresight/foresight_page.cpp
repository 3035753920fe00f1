// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/foresight/foresight_page.h"

#include "domain/page_ids.h"
#include "services/core/school_service.h"
#include "ui/pages/follow/follow_common.h"
#include "ui/pages/foresight/collective_view.h"
#include "ui/pages/foresight/rehearsal_view.h"
#include "ui/pages/kit/list_paper.h"
#include "ui/pages/school_job.h"

#include <QStackedWidget>

#include <algorithm>

namespace thidua::ui::foresight {
namespace {

using domain::EntityKind;
using services::Chance;
using services::ForesightService;

const QString kPage = QString::fromLatin1(pages::kForesight);
const QString kPeople = QStringLiteral("people");
const QString kCollectives = QStringLiteral("collectives");
const QString kRehearsal = QStringLiteral("rehearsal");
constexpr int kAtOnce = 40; ///< so many people are judged before the page shows, the others by a job
constexpr int kHonours = 1000; ///< more than honours of one person: rows are numbered by person and honour

Cell missingCell(const Row& row)
{
    const auto& missing = row.prospect.missing;
    if (missing.empty())
        return Cell::secondary(ForesightPage::tr("không còn gì"));
    const QString first = capital(toQ(missing.front().text));
    Cell cell = missing.size() == 1 ? Cell::plain(first) : Cell::twoLines(first, ForesightPage::tr("và %1 điều nữa").arg(missing.size() - 1));
    QStringList tips;
    for (const auto& one : missing)
        tips << capital(toQ(one.text));
    cell.tip = tips.join(QLatin1Char('\n'));
    return cell;
}

/// The first day that something is due.
std::optional<Date> dueOf(const Row& row)
{
    std::optional<Date> due;
    for (const auto& one : row.prospect.missing)
        if (one.by && (!due || *one.by < *due))
            due = one.by;
    return row.prospect.chance == Chance::Lost ? std::nullopt : due;
}

bool accepts(const QString& key, const services::Prospect& prospect)
{
    if (key == QLatin1String("near"))
        return prospect.chance == Chance::Near;
    if (key == QLatin1String("registered"))
        return prospect.registered;
    return key == QLatin1String("all") || prospect.registered || prospect.chance == Chance::Near;
}

}

ForesightPage::ForesightPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent)
    : SchoolPage(std::move(info), shell, context, parent)
{
    setTitle(tr("Triển vọng"));
    buildActions();
    m_views = new SegmentBar(this);
    m_views->setObjectName(QStringLiteral("foresight-view"));
    m_views->setSegments({{kPeople, tr("Cá nhân"), -1, Tone::None, QStringLiteral("person")},
                          {kCollectives, tr("Tập thể, hạn mức"), -1, Tone::None, QStringLiteral("people")},
                          {kRehearsal, tr("Thử lại danh sách"), -1, Tone::None, QStringLiteral("law")}});
    content()->addWidget(m_views);
    m_stack = new QStackedWidget(this);
    content()->addWidget(m_stack, 1);
    buildTable();
    m_panel = new ProspectPanel(shell, context, this);
    m_split = new SplitArea(m_table, m_panel, this);
    m_collectives = new CollectiveView(this);
    m_rehearsal = new RehearsalView(shell, context, this);
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_collectives);
    m_stack->addWidget(m_rehearsal);
    connectAll();
}

void ForesightPage::buildActions()
{
    const auto make = [this](const char* verb, const QString& text, const char* icon, const QString& words, std::function<void()> run) {
        return shell().actions.add({kPage + QLatin1Char('.') + QLatin1String(verb), text, QLatin1String(icon), {}, kPage, words,
                                    std::move(run)});
    };
    auto* rehearse = make("rehearse", tr("Thử lại danh sách…"), "law", tr("so sánh quy định cũ mới"), [this] { showRehearsal(); });
    auto* print = make("print", tr("In danh sách…"), "print", tr("còn thiếu"), [this] { this->print(); });
    auto* registrations = make("registrations", tr("Mở trang Đăng ký"), "register", {}, [this] { shell().showPage(pages::kRegistrations); });
    make("staff", tr("Mở trang Cán bộ – giáo viên"), "person", {}, [this] { shell().showPage(pages::kStaff); });
    setActions({rehearse, print}, {registrations}, false);
}

std::vector<Column<Row>> ForesightPage::columns() const
{
    const auto name = [](const Row& r) { return Cell::twoLines(toQ(r.prospect.name), follow::briefPost(r.prospect.post)); };
    const auto honour = [](const Row& r) {
        Cell cell = Cell::twoLines(toQ(r.prospect.honourShort), r.prospect.registered ? tr("đã đăng ký") : QString());
        cell.tip = toQ(r.prospect.honourName);
        return cell;
    };
    const auto chance = [](const Row& r) { return Cell::mark(chanceTone(r.prospect.chance), chanceWord(r.prospect.chance), chanceIcon(r.prospect.chance)); };
    const auto due = [this](const Row& r) {
        const auto day = dueOf(r);
        return day ? Cell::twoLines(dateText(*day), daysLeft(m_board.today, *day)) : Cell::secondary(QStringLiteral("–"));
    };
    const auto law = [](const Row& r) { return Cell::secondary(r.prospect.missing.empty() ? QString() : toQ(r.prospect.missing.front().citation)); };
    std::vector<Column<Row>> columns{
        {QStringLiteral("name"), tr("Họ và tên"), name, 150},
        {QStringLiteral("honour"), tr("Danh hiệu"), honour, 96},
        {QStringLiteral("chance"), tr("Triển vọng"), chance, 124},
        {QStringLiteral("missing"), tr("Còn thiếu"), missingCell, 200},
        {QStringLiteral("due"), tr("Trước ngày"), due, 104},
        {QStringLiteral("team"), tr("Tổ"), [](const Row& r) { return Cell::secondary(toQ(r.prospect.unit)); }, 100},
        {QStringLiteral("law"), tr("Điều khoản"), law, 160},
    };
    columns[3].stretch = true;
    columns[5].hidden = columns[6].hidden = true;
    columns[0].sortKey = [](const Row& r) { return SortKey(r.prospect.sortKey); };
    columns[1].sortKey = [](const Row& r) { return SortKey(r.prospect.honourOrder); };
    columns[2].sortKey = [](const Row& r) { return SortKey(chanceOrder(r.prospect.chance)); };
    columns[4].sortKey = [](const Row& r) { return SortKey(dueOf(r) ? dueOf(r)->iso() : std::string("9")); };
    columns[0].sum = [](const std::vector<const Row*>& rows) {
        std::set<domain::SubjectRef> people;
        for (const auto* row : rows)
            people.insert(row->prospect.subject);
        return tr("Cộng: %1 người").arg(people.size());
    };
    columns[2].sum = [](const std::vector<const Row*>& rows) {
        return tr("%1 còn một điều").arg(std::ranges::count_if(rows, [](const Row* r) { return r->prospect.chance == Chance::Near; }));
    };
    return columns;
}

void ForesightPage::addGroupings()
{
    Grouping<Row> byChance{QStringLiteral("chance"), tr("Gom theo triển vọng"), [](const Row& r) { return chanceWord(r.prospect.chance); }};
    byChance.order = [](const Row& r) { return SortKey(chanceOrder(r.prospect.chance)); };
    Grouping<Row> byHonour{QStringLiteral("honour"), tr("Gom theo danh hiệu"), [](const Row& r) { return toQ(r.prospect.honourName); }};
    byHonour.order = [](const Row& r) { return SortKey(r.prospect.honourOrder); };
    m_model->addGrouping(byChance);
    m_model->addGrouping(byHonour);
    m_model->addGrouping({QStringLiteral("team"), tr("Gom theo tổ"), [](const Row& r) { return toQ(r.prospect.unit); }});
}

void ForesightPage::buildTable()
{
    auto& actions = shell().actions;
    m_model = new RecordModel<Row>([](const Row& row) { return row.id; }, this);
    m_model->setColumns(columns());
    addGroupings();
    m_table = new RecordTable(m_model, QStringLiteral("foresightTable"), tr("Triển vọng của từng người"), this);
    offerExport(*m_table, tr("Triển vọng của từng người"));
    m_filter = new SegmentBar(m_table);
    m_filter->setObjectName(QStringLiteral("foresight-filter"));
    m_table->addToToolbar(m_filter);
    m_table->setTwoLineRows(true);
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_table->sortBy(QStringLiteral("name"));
    m_table->setGrouping(QStringLiteral("chance"));
    m_table->setEmptyState(new EmptyState(
        QStringLiteral("eye"), tr("Nơi thấy trước ai có thể đạt gì"),
        tr("Khi năm học đã có cán bộ, giáo viên và đăng ký, chương trình đối chiếu từng người với từng điều kiện còn áp dụng: "
           "đã đủ gì, còn thiếu gì, phải có trước ngày nào."),
        actions.find(kPage + QStringLiteral(".registrations")), actions.find(kPage + QStringLiteral(".staff"))));
}

void ForesightPage::connectAll()
{
    connect(m_views, &SegmentBar::chosen, this, &ForesightPage::showView);
    connect(m_table, &RecordTable::filtersCleared, this, [this] {
        m_filter->setCurrentKey(QStringLiteral("all"));
        filter(QStringLiteral("all"));
    });
    connect(m_filter, &SegmentBar::chosen, this, &ForesightPage::filter);
    connect(m_table, &RecordTable::currentChanged, this, &ForesightPage::showCurrent);
    connect(m_table, &RecordTable::activated, this, [this] { m_split->setPanelVisible(true); });
    connect(m_panel, &SidePanel::closed, this, [this] { m_split->setPanelVisible(false); });
    connect(m_collectives, &CollectiveView::asking, this, &ForesightPage::ask);
}

bool ForesightPage::affects(const domain::ChangeSet& changes) const
{
    return changes.kinds.any();
}

void ForesightPage::load()
{
    m_year = yearRow();
    showClosedBar();
    delete m_judging;
    if (!m_year) {
        showBoard({});
        return;
    }
    shell().runner.read([&] { return ForesightService(file()).board(m_year->id, kAtOnce); },
                        [this](services::ForesightBoard board) { showBoard(std::move(board)); });
    if (m_board.judged < m_board.staff)
        startJudging();
    m_rehearsal->setYears(schoolYear());
    if (m_views->currentKey() == kRehearsal)
        m_rehearsal->rehearse();
}

void ForesightPage::startJudging()
{
    m_judging = startSchoolJob(
        this, shell(), file(), tr("Đang đối chiếu từng người với các điều kiện"),
        [year = m_year->id](services::SchoolFile& copy, Progress& progress) {
            return ForesightService(copy).board(year, ForesightService::kEverybody, &progress);
        },
        [this](services::ForesightBoard board) { showBoard(std::move(board)); });
}

void ForesightPage::showBoard(services::ForesightBoard board)
{
    m_board = std::move(board);
    std::vector<Row> rows;
    for (const auto& prospect : m_board.people)
        rows.push_back({follow::rowIdOf(prospect.subject) * kHonours + prospect.honourOrder, prospect});
    m_model->setRows(std::move(rows));
    showSegments();
    m_collectives->setBoard(m_board);
    ask();
    showSummary();
    shell().actions.setReason(kPage + QStringLiteral(".print"), m_model->rows().empty() ? tr("Chưa có gì để in.") : QString());
    if (m_board.judged == m_board.staff)
        shell().setBadge(kPage, m_board.reviewed || isClosed() ? 0 : m_board.near, Tone::Warn);
    showCurrent();
}

void ForesightPage::showSegments()
{
    const auto count = [this](const QString& key) {
        return static_cast<int>(std::ranges::count_if(m_model->rows(), [&key](const Row& row) { return accepts(key, row.prospect); }));
    };
    const auto segment = [&count](const char* key, const QString& text) {
        return SegmentBar::Segment{QString::fromLatin1(key), text, count(QString::fromLatin1(key))};
    };
    m_filter->setSegments({segment("notable", tr("Đáng chú ý")), segment("near", tr("Còn một điều")), segment("registered", tr("Đã đăng ký")),
                           segment("all", tr("Tất cả"))});
    filter(m_filter->currentKey());
}

void ForesightPage::filter(const QString& key)
{
    m_table->setExtraFilter([this, key](int row) { return accepts(key, m_model->rows()[static_cast<std::size_t>(row)].prospect); });
}

void ForesightPage::showSummary()
{
    if (!m_year)
        return setSummary(tr("Tệp chưa có năm học nào; xin mở năm học ở nút năm học phía trên."));
    if (m_board.people.empty())
        return setSummary(tr("Năm học %1 chưa có người hoặc chưa có điều kiện nào để đối chiếu.").arg(toQ(schoolYear().screen())));
    if (m_board.reviewed)
        return setSummary(tr("Hội đồng đã xét ngày %1; năm học này không còn gì thay đổi, năm học sau xem ở khung bên.").arg(dateText(m_board.reviewBy)));
    if (m_board.judged < m_board.staff)
        return setSummary(tr("Mới đối chiếu %1 trên %2 người; những người còn lại hiện ra khi xong.").arg(m_board.judged).arg(m_board.staff));
    const QString until = tr("hạn %1 %2").arg(dateText(m_board.reviewBy), daysLeft(m_board.today, m_board.reviewBy));
    if (m_board.near > 0)
        return setSummary(tr("<b>%1 người chỉ còn thiếu một điều</b>, %2.").arg(m_board.near).arg(until));
    setSummary(tr("Chưa có ai chỉ còn thiếu một điều; %1.").arg(until));
}

void ForesightPage::showCurrent()
{
    const auto current = m_table->currentId();
    const auto* row = current ? m_model->find(*current) : nullptr;
    if (!row || !m_year)
        return m_panel->showNobody();
    const auto chosen = row->prospect;
    shell().runner.read([&] { return ForesightService(file()).prospects(m_year->id, chosen.subject); },
                        [&](const std::vector<services::Prospect>& all) { m_panel->showPerson(chosen, all); });
}

void ForesightPage::ask()
{
    if (!m_year)
        return m_collectives->setQuotas({});
    shell().runner.read([&] { return ForesightService(file()).whatIf(m_year->id, m_collectives->asked()); },
                        [this](const std::vector<services::QuotaLine>& quotas) { m_collectives->setQuotas(quotas); });
}

void ForesightPage::showView(const QString& key)
{
    m_views->setCurrentKey(key);
    m_stack->setCurrentIndex(key == kCollectives ? 1 : key == kRehearsal ? 2 : 0);
    if (key == kRehearsal)
        m_rehearsal->rehearse();
}

void ForesightPage::showRehearsal(std::optional<Date> on)
{
    showView(kRehearsal);
    if (on)
        m_rehearsal->setLaw(*on);
    m_rehearsal->firstField()->setFocus();
}

void ForesightPage::find()
{
    if (m_views->currentKey() == kRehearsal)
        return m_rehearsal->table()->focusFilter();
    showView(kPeople);
    m_table->focusFilter();
}

void ForesightPage::togglePanel()
{
    if (m_stack->currentIndex() == 0)
        m_split->togglePanel();
}

void ForesightPage::escape()
{
    if (m_stack->currentIndex() == 0)
        m_table->setFocus();
    else
        showView(kPeople);
}

QList<QWidget*> ForesightPage::focusStops() const
{
    switch (m_stack->currentIndex()) {
    case 1: return {m_views, m_collectives->firstField()};
    case 2: return {m_views, m_rehearsal->firstField(), m_rehearsal->table()};
    default: return {m_views, m_table, m_panel};
    }
}

documents::Document ForesightPage::listOnPaper() const
{
    QHash<QString, double> shares;
    for (const auto& column : m_model->columns())
        shares.insert(column.title.simplified(), column.width);
    return listPaper(file(), tr("Triển vọng thi đua, khen thưởng"),
                     tr("Năm học %1, hạn %2").arg(toQ(schoolYear().paper()), dateText(m_board.reviewBy)), m_board.today, m_table->shown(), shares);
}

void ForesightPage::print()
{
    const std::vector<std::string> formats{"pdf", "docx", "xlsx"};
    if (m_views->currentKey() == kRehearsal && m_rehearsal->canPrint())
        return context().preview(m_rehearsal->paper(), tr("Thử lại danh sách %1").arg(toQ(schoolYear().text())), formats);
    if (!m_model->rows().empty())
        context().preview(listOnPaper(), tr("Triển vọng %1").arg(toQ(schoolYear().text())), formats);
}

QJsonObject ForesightPage::saveState() const
{
    return {{QStringLiteral("table"), m_table->saveState()}, {QStringLiteral("split"), m_split->saveState()},
            {QStringLiteral("filter"), m_filter->currentKey()}, {QStringLiteral("view"), m_views->currentKey()}};
}

void ForesightPage::restoreState(const QJsonObject& state)
{
    m_table->restoreState(state.value(QStringLiteral("table")).toObject());
    m_split->restoreState(state.value(QStringLiteral("split")).toObject());
    if (const QString key = state.value(QStringLiteral("filter")).toString(); !key.isEmpty()) {
        m_filter->setCurrentKey(key);
        filter(key);
    }
    if (const QString key = state.value(QStringLiteral("view")).toString(); !key.isEmpty())
        showView(key);
}

}

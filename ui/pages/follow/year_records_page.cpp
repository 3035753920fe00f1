// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/follow/year_records_page.h"

#include "base/vietnamese.h"
#include "domain/page_ids.h"
#include "services/core/reads.h"
#include "ui/pages/intake/import_wizard.h"
#include "ui/shell/grid_manners.h"
#include "ui/widgets/filter_notice.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/least_height.h"

#include <QBoxLayout>
#include <QScrollBar>
#include <QStackedWidget>

namespace thidua::ui::follow {
namespace {

using domain::EntityKind;
using services::YearColumn;

const QString kYearRecordsPage = QString::fromLatin1(pages::kYearRecords);
const QString kPeopleSide = QStringLiteral("people");
const QString kCollectivesSide = QStringLiteral("collectives");

}

YearRecordsPage::YearRecordsPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent)
    : SchoolPage(std::move(info), shell, context, parent)
{
    setTitle(tr("Kết quả năm học"));
    buildActions();
    m_panel = new YearPanel(shell, context, this);
    m_split = new SplitArea(buildSheet(), m_panel, this);
    content()->addWidget(m_split, 1);
}

QWidget* YearRecordsPage::buildSheet()
{
    auto* sheet = new QFrame(this);
    sheet->setProperty("frame", QStringLiteral("table"));
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(buildTools(sheet));
    m_notice = new FilterNotice(sheet);
    connect(m_notice, &FilterNotice::cleared, this, &YearRecordsPage::clearFilters);
    column->addWidget(m_notice);
    m_people = makeGrid(YearSide::People, QStringLiteral("yearPeople"), tr("Kết quả năm học của cán bộ, giáo viên, nhân viên"));
    m_collectives = makeGrid(YearSide::Collectives, QStringLiteral("yearCollectives"), tr("Kết quả năm học của tập thể"));
    auto& actions = shell().actions;
    m_empty = new EmptyState(QStringLiteral("grid"), tr("Nơi ghi kết quả năm học"),
                             tr("Xếp loại, kỷ luật, ngày nghỉ, số tháng làm việc của từng người là căn cứ xét danh hiệu. "
                                "Năm học này chưa có ai trong danh sách."),
                             actions.find(kYearRecordsPage + QStringLiteral(".staff")), actions.find(kYearRecordsPage + QStringLiteral(".collectives")));
    m_stack = new QStackedWidget(sheet);
    m_stack->addWidget(m_people);
    m_stack->addWidget(m_collectives);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    sheet->setFocusProxy(m_people);
    keepLeastHeight(sheet);
    return sheet;
}

void YearRecordsPage::clearFilters()
{
    m_only.clear();
    m_search->clear();
    m_team->setCurrentIndex(0);
    showRows();
}

void YearRecordsPage::showOnly(const std::vector<domain::SubjectRef>& who)
{
    clearFilters();
    m_only = who;
    const bool people = std::any_of(who.begin(), who.end(), [](const auto& one) { return one.person.has_value(); });
    setSide(people ? YearSide::People : YearSide::Collectives);
    showRows();
}

QWidget* YearRecordsPage::buildTools(QWidget* parent)
{
    auto* tools = new QWidget(parent);
    auto* row = new FlowLayout(tools);
    row->setContentsMargins(Theme::px(8), Theme::px(6), Theme::px(8), Theme::px(6));
    row->setSpacing(Theme::px(8));
    m_sides = new SegmentBar(tools);
    m_sides->setSegments({{kPeopleSide, tr("Cán bộ – giáo viên")}, {kCollectivesSide, tr("Tập thể")}});
    connect(m_sides, &SegmentBar::chosen, this, [this](const QString& key) { setSide(key == kPeopleSide ? YearSide::People : YearSide::Collectives); });
    m_team = new ChoiceField({}, tools);
    m_team->setObjectName(QStringLiteral("yearTeam"));
    m_team->setAccessibleName(tr("Chọn tổ"));
    m_team->onChanged = [this] { showRows(); };
    m_search = new LineField(tr("Tìm tên…"), tools);
    m_search->setObjectName(QStringLiteral("yearSearch"));
    m_search->setAccessibleName(tr("Tìm tên"));
    m_search->setFixedWidth(Theme::px(120));
    m_search->onChanged = [this] { showRows(); };
    connect(m_search, &QLineEdit::returnPressed, this, [this] { grid()->setFocus(); });
    m_hint = new Label(tr("Xếp loại: gõ x, t, h, k"), TypeRole::Small, Ink::Text2, tools);
    m_hint->setToolTip(tr("x – hoàn thành xuất sắc, t – hoàn thành tốt, h – hoàn thành, k – không hoàn thành nhiệm vụ. "
                          "Dán khối từ Excel bằng Ctrl+V, điền xuống bằng Ctrl+D, xóa bằng Del."));
    row->addWidget(m_sides);
    row->addWidget(m_team);
    row->addWidget(m_search);
    row->addToEnd(m_hint);
    return tools;
}

GridTable* YearRecordsPage::makeGrid(YearSide side, const QString& name, const QString& accessibleName)
{
    auto* grid = new GridTable(yearColumns(side), name, accessibleName, this);
    grid->setProperty("frame", QString()); // the sheet around it has the frame
    // The frozen names follow also when their own room changes after the scrolling.
    auto* names = grid->frozenView()->verticalScrollBar();
    connect(names, &QScrollBar::rangeChanged, grid, [grid, names] { names->setValue(grid->view()->verticalScrollBar()->value()); });
    connect(grid, &GridTable::cellsEdited, this, [this, side](const QVector<CellEdit>& edits) { onEdited(side, edits); });
    connect(grid, &GridTable::currentChanged, this, &YearRecordsPage::showCurrent);
    connect(grid, &GridTable::errorsChanged, this, &YearRecordsPage::onErrors);
    connect(grid, &GridTable::activated, this, [this] {
        m_split->setPanelVisible(true);
        m_panel->focusForm();
    });
    giveManners(*grid, shell());
    return grid;
}

void YearRecordsPage::buildActions()
{
    const auto make = [this](const char* verb, const QString& text, const char* icon, const QString& words, std::function<void()> run) {
        return shell().actions.add({kYearRecordsPage + QLatin1Char('.') + QLatin1String(verb), text, QLatin1String(icon), {}, kYearRecordsPage, words,
                                    std::move(run)});
    };
    const QString kept = tr("Ngày xác nhận là hôm nay, %1. Ô đã có nội dung giữ nguyên.").arg(dateText(file().clock().today()));
    auto* next = make("next-unknown", tr("Đến ô chưa biết"), "question", tr("ô còn trống dấu hỏi"), [this] { goToUnknown(); });
    auto* discipline = make("no-discipline", tr("Xác nhận không bị kỷ luật…"), "check", tr("kỷ luật không"), [this, kept] {
        fillUnknown(YearColumn::Discipline, wordOf(domain::Known::No), tr("Xác nhận không bị kỷ luật cho %1 người chưa ghi?"), kept,
                    tr("Xác nhận %1 người"));
    });
    auto* copy = make("copy", tr("Sao chép cả bảng"), "copy", tr("chép sang Excel"), [this] { copyAll(); });
    auto* absence = make("no-absence", tr("Xác nhận không nghỉ ngày nào…"), "check", tr("ngày nghỉ bằng không"), [this, kept] {
        fillUnknown(YearColumn::AbsenceDays, QStringLiteral("0"), tr("Xác nhận không nghỉ ngày nào cho %1 người chưa ghi?"), kept,
                    tr("Xác nhận %1 người"));
    });
    auto* free = make("no-investigation", tr("Xác nhận không đang bị xem xét…"), "check", tr("xem xét kỷ luật"), [this, kept] {
        fillUnknown(YearColumn::Investigation, wordOf(domain::Known::No), tr("Xác nhận không đang bị xem xét kỷ luật cho %1 người chưa ghi?"),
                    kept, tr("Xác nhận %1 người"));
    });
    auto* months = make("full-months", tr("Ghi đủ 12 tháng…"), "check", tr("số tháng làm việc"), [this] {
        fillUnknown(YearColumn::Months, QStringLiteral("12"), tr("Ghi làm việc đủ 12 tháng cho %1 người chưa ghi?"),
                    tr("Người mới tuyển hoặc chuyển đến trong năm cần ghi số tháng riêng. Ô đã có nội dung giữ nguyên."), tr("Ghi %1 người"));
    });
    auto* import = make("import", tr("Nhập từ tệp…"), "import", tr("nhập xếp loại kết quả từ tệp excel"),
                        [this] { runImport(shell(), file(), schoolYear(), services::ListKind::Evaluations, window()); });
    make("staff", tr("Mở trang Cán bộ – giáo viên"), "person", {}, [this] { shell().showPage(pages::kStaff); });
    make("collectives", tr("Mở trang Tập thể"), "people", {}, [this] { shell().showPage(pages::kCollectives); });
    setActions({next, discipline, copy}, {absence, free, months, import});
}

bool YearRecordsPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::yearRecords() | reads::years());
}

void YearRecordsPage::load()
{
    m_year = yearRow();
    showClosedBar();
    m_rows.clear();
    if (m_year) {
        m_panel->setYear(m_year->id, closedReason());
        shell().runner.read([&] { return services::YearRecordService(file()).rows(m_year->id); },
                            [this](std::vector<services::YearRow> rows) { m_rows = std::move(rows); });
    }
    m_people->setReadOnly(isClosed());
    m_collectives->setReadOnly(isClosed());
    showTeams();
    showRows();
    showSummary();
    updateActions();
    if (m_panel->isDirty() && m_panel->rowId() && find(*m_panel->rowId()))
        return; // what is being typed stays
    const auto current = grid()->currentRowId();
    if (const auto* row = current ? find(*current) : nullptr)
        m_panel->showRow(*row);
    else
        m_panel->showNobody();
}

YearSide YearRecordsPage::side() const
{
    return m_sides->currentKey() == kCollectivesSide ? YearSide::Collectives : YearSide::People;
}

void YearRecordsPage::setSide(YearSide side)
{
    m_sides->setCurrentKey(side == YearSide::People ? kPeopleSide : kCollectivesSide);
    m_team->setVisible(side == YearSide::People);
    showRows();
    updateActions();
    if (!grid()->currentRowId() && !grid()->rows().isEmpty())
        grid()->goTo(grid()->rows().first().id, keyOf(YearColumn::Evaluation)); // the panel is about somebody of this side
    showCurrent();
}

const services::YearRow* YearRecordsPage::find(std::int64_t rowId) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [rowId](const auto& row) { return rowIdOf(row.subject) == rowId; });
    return found == m_rows.end() ? nullptr : &*found;
}

std::vector<const services::YearRow*> YearRecordsPage::shownRows(YearSide side) const
{
    const std::string team = m_team->value();
    const std::string name = m_search->value();
    std::vector<const services::YearRow*> rows;
    for (const auto& row : m_rows) {
        const bool person = row.subject.person.has_value();
        if (person != (side == YearSide::People) || (person && !team.empty() && row.team != team))
            continue;
        const bool meant = m_only.empty() || std::find(m_only.begin(), m_only.end(), row.subject) != m_only.end();
        if (meant && (name.empty() || foldedContains(fold(row.name), name)))
            rows.push_back(&row);
    }
    return rows;
}

void YearRecordsPage::showTeams()
{
    std::vector<ChoiceField::Choice> teams{{std::string(), tr("Cả trường")}};
    int people = 0, collectives = 0;
    for (const auto& row : m_rows) {
        (row.subject.person ? people : collectives) += 1;
        if (row.subject.person && !row.team.empty() && std::none_of(teams.begin(), teams.end(), [&](const auto& t) { return t.code == row.team; }))
            teams.push_back({row.team, toQ(row.team)});
    }
    const std::string before = m_team->value();
    const QSignalBlocker quiet(m_team);
    m_team->setChoices(teams);
    m_team->setCurrentIndex(std::max(0, m_team->findData(toQ(before))));
    m_sides->setSegments({{kPeopleSide, tr("Cán bộ – giáo viên"), people}, {kCollectivesSide, tr("Tập thể"), collectives}});
}

void YearRecordsPage::showRows()
{
    for (const YearSide side : {YearSide::People, YearSide::Collectives}) {
        auto* table = side == YearSide::People ? m_people : m_collectives;
        const auto rows = shownRows(side);
        table->setRows(yearGridRows(side, rows));
        table->setSums(yearSums(side, rows));
    }
    const auto all = std::count_if(m_rows.begin(), m_rows.end(), [this](const auto& row) { return row.subject.person.has_value() == (side() == YearSide::People); });
    m_notice->showCount(static_cast<int>(grid()->rows().size()), static_cast<int>(all));
    m_stack->setCurrentWidget(m_rows.empty() ? static_cast<QWidget*>(m_empty) : grid());
}

void YearRecordsPage::showSummary()
{
    if (!m_year) {
        setSummary(tr("Tệp chưa có năm học nào; xin mở năm học ở nút năm học phía trên."));
        return;
    }
    int people = 0, evaluated = 0, clean = 0, unknown = 0, open = 0;
    for (const auto& row : m_rows) {
        if (!row.subject.person) {
            for (const YearColumn column : typedColumns(YearSide::Collectives))
                open += isKnown(row, column) ? 0 : 1;
            continue;
        }
        ++people;
        evaluated += isKnown(row, YearColumn::Evaluation) ? 1 : 0;
        clean += isKnown(row, YearColumn::Discipline) ? 1 : 0;
        for (const YearColumn column : typedColumns(YearSide::People))
            unknown += isKnown(row, column) ? 0 : 1;
    }
    QString line = tr("%1 người: %2 đã xếp loại").arg(people).arg(evaluated);
    if (evaluated < people)
        line += tr(", <b>%1 chưa</b>").arg(people - evaluated);
    line += tr("; kỷ luật đã rõ %1").arg(clean);
    if (clean < people)
        line += tr(", <b>%1 chưa rõ</b>").arg(people - clean);
    if (unknown > 0)
        line += tr("; còn <b>%1 ô “?”</b> cần ghi trước khi xét").arg(unknown);
    if (open > 0)
        line += tr("; tập thể còn <b>%1 ô “?”</b>").arg(open);
    line += unknown + open > 0 ? QStringLiteral(".") : tr("; mọi ô đã có kết quả.");
    setSummary(line);
}

void YearRecordsPage::updateActions()
{
    const QString closed = closedReason();
    const auto rows = shownRows(side());
    const auto reason = [&](YearColumn column) {
        if (!closed.isEmpty())
            return closed;
        if (side() != YearSide::People)
            return tr("Chỉ dùng cho cán bộ, giáo viên, nhân viên.");
        const bool any = std::any_of(rows.begin(), rows.end(), [column](const auto* row) { return !isKnown(*row, column); });
        return any ? QString() : tr("Mọi ô của cột này đã có kết quả.");
    };
    auto& actions = shell().actions;
    actions.setReason(kYearRecordsPage + QStringLiteral(".no-discipline"), reason(YearColumn::Discipline));
    actions.setReason(kYearRecordsPage + QStringLiteral(".no-absence"), reason(YearColumn::AbsenceDays));
    actions.setReason(kYearRecordsPage + QStringLiteral(".no-investigation"), reason(YearColumn::Investigation));
    actions.setReason(kYearRecordsPage + QStringLiteral(".full-months"), reason(YearColumn::Months));
    const auto columns = typedColumns(side());
    const bool unknown = std::any_of(rows.begin(), rows.end(), [&](const auto* row) {
        return std::any_of(columns.begin(), columns.end(), [row](YearColumn column) { return !isKnown(*row, column); });
    });
    actions.setReason(kYearRecordsPage + QStringLiteral(".next-unknown"), unknown ? closed : tr("Mọi ô đang hiện đã có kết quả."));
    actions.setReason(kYearRecordsPage + QStringLiteral(".import"), closed);
    actions.setReason(kYearRecordsPage + QStringLiteral(".copy"), rows.empty() ? tr("Bảng chưa có dòng nào.") : QString());
}

void YearRecordsPage::showCurrent()
{
    const auto current = grid()->currentRowId();
    if (m_settling || !current || current == m_panel->rowId())
        return;
    if (m_panel->isDirty()) {
        m_settling = true;
        const auto before = m_panel->rowId();
        const QString column = grid()->currentColumn();
        const bool settled = m_panel->settleEntries();
        grid()->goTo(settled ? *current : before.value_or(*current), column);
        m_settling = false;
        if (!settled)
            return;
    }
    if (const auto* row = find(*current))
        m_panel->showRow(*row);
}

void YearRecordsPage::goToUnknown()
{
    const auto rows = shownRows(side());
    const auto columns = typedColumns(side());
    const auto current = grid()->currentRowId();
    const QString now = grid()->currentColumn();
    std::vector<std::pair<std::int64_t, QString>> places;
    std::size_t start = 0;
    for (const auto* row : rows)
        for (const YearColumn column : columns) {
            const std::int64_t id = rowIdOf(row->subject);
            if (id == current && keyOf(column) == now)
                start = places.size(); // the place after the current cell
            else if (!isKnown(*row, column))
                places.emplace_back(id, keyOf(column));
        }
    if (places.empty()) {
        const auto* row = current ? find(*current) : nullptr;
        const auto column = yearColumnOf(now);
        if (!row || !column || isKnown(*row, *column))
            shell().status.say(tr("Không còn ô nào chưa biết trong các dòng đang hiện."));
        return;
    }
    const auto& [id, column] = places[start % places.size()];
    grid()->goTo(id, column);
    grid()->setFocus();
}

std::vector<const services::YearRow*> YearRecordsPage::selectedOrShown() const
{
    std::vector<std::int64_t> ids;
    for (const QModelIndex& index : grid()->view()->selectionModel()->selectedIndexes())
        if (const std::int64_t id = index.data(IdRole).toLongLong(); std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    auto rows = shownRows(side());
    if (ids.size() > 1)
        std::erase_if(rows, [&](const auto* row) { return std::find(ids.begin(), ids.end(), rowIdOf(row->subject)) == ids.end(); });
    return rows;
}

void YearRecordsPage::fillUnknown(YearColumn column, const QString& text, const QString& question, const QString& note, const QString& verb)
{
    if (isClosed() || !m_panel->settleEntries())
        return;
    std::vector<services::YearCell> cells;
    QStringList names;
    for (const auto* row : selectedOrShown())
        if (!isKnown(*row, column)) {
            cells.push_back({row->subject, column, fromQ(text)});
            names << toQ(row->named);
        }
    if (cells.empty()) {
        shell().status.say(tr("Các dòng đang chọn không còn ô nào chưa biết ở cột này."));
        return;
    }
    constexpr int kNamed = 8;
    QString who = QStringList(names.mid(0, kNamed)).join(QStringLiteral(", "));
    if (names.size() > kNamed)
        who += tr(" và %1 người khác").arg(names.size() - kNamed);
    const Question asked{question.arg(names.size()), who + QStringLiteral(".\n") + note, verb.arg(names.size()), tr("Để sau"), false};
    if (shell().prompter.confirm(asked))
        record(side(), std::move(cells));
}

void YearRecordsPage::copyAll()
{
    auto* view = grid()->view();
    const QModelIndex current = view->currentIndex();
    const QItemSelection before = view->selectionModel()->selection();
    view->selectAll();
    grid()->copy();
    view->selectionModel()->select(before, QItemSelectionModel::ClearAndSelect);
    view->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    shell().status.say(tr("Đã sao chép %1 dòng; dán vào Excel bằng Ctrl+V.").arg(grid()->rows().size()));
}

bool YearRecordsPage::openRecord(domain::EntityKind kind, std::int64_t id)
{
    if (kind != EntityKind::YearRecord)
        return false;
    for (const auto& row : m_rows)
        if (row.id && row.id->value() == id) {
            m_search->clear();
            m_team->setCurrentIndex(0);
            setSide(row.subject.person ? YearSide::People : YearSide::Collectives);
            return grid()->goTo(rowIdOf(row.subject), keyOf(YearColumn::Evaluation));
        }
    return false;
}

QJsonObject YearRecordsPage::saveState() const
{
    return {{QStringLiteral("people"), m_people->saveState()},
            {QStringLiteral("collectives"), m_collectives->saveState()},
            {QStringLiteral("split"), m_split->saveState()}};
}

void YearRecordsPage::restoreState(const QJsonObject& state)
{
    m_people->restoreState(state.value(QStringLiteral("people")).toObject());
    m_collectives->restoreState(state.value(QStringLiteral("collectives")).toObject());
    m_split->restoreState(state.value(QStringLiteral("split")).toObject());
}

}

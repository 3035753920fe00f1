// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/preview_step.h"

#include "services/intake/import_columns.h"
#include "services/intake/joined_sheets.h"
#include "ui/pages/intake/import_preview.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/flow_layout.h"

#include <QBoxLayout>
#include <QTimer>

namespace thidua::ui {

using intake::Group;
using services::SheetAnswer;
using services::SheetColumn;

namespace {

const QString kName = QStringLiteral("c%1");
const QString kGuessed = QStringLiteral("guessed");
constexpr int kWaitMs = 120;
constexpr qsizetype kMostNotes = 6;
constexpr std::size_t kMostGaps = 3;

int widthOf(SheetColumn kind)
{
    switch (kind) {
    case SheetColumn::FullName: return 170;
    case SheetColumn::Family: return 130;
    case SheetColumn::Given: return 70;
    case SheetColumn::Honour:
    case SheetColumn::Post:
    case SheetColumn::Issuer: return 150;
    case SheetColumn::Gender:
    case SheetColumn::Female:
    case SheetColumn::Male:
    case SheetColumn::Grade: return 64;
    default: return 96;
    }
}

bool isName(SheetColumn kind)
{
    return kind == SheetColumn::FullName || kind == SheetColumn::Family || kind == SheetColumn::Given;
}

const sheets::Sheet* sheetOf(const ImportTask& task)
{
    for (const auto& sheet : task.request->book.sheets)
        if (sheet.name == task.request->sheet)
            return &sheet;
    return nullptr;
}

}

PreviewStep::PreviewStep(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(6));
    m_summary = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_summary->setObjectName(QStringLiteral("importSummary"));
    column->addWidget(m_summary);
    m_segments = new SegmentBar(this);
    m_segments->setObjectName(QStringLiteral("importGroups"));
    connect(m_segments, &SegmentBar::chosen, this, &PreviewStep::fill);
    column->addWidget(m_segments, 0, Qt::AlignLeft);
    m_notes = makeWrapped({}, TypeRole::Small, Ink::Info, this);
    m_notes->setObjectName(QStringLiteral("importNotes"));
    column->addWidget(m_notes);
    m_gridPlace = new QVBoxLayout;
    column->addLayout(m_gridPlace, 1);
    m_answers = new QWidget(this);
    auto* answers = new QVBoxLayout(m_answers);
    answers->setContentsMargins(0, 0, 0, 0);
    answers->setSpacing(Theme::px(4));
    m_answerText = makeWrapped({}, TypeRole::Text, Ink::Text, m_answers);
    m_answerText->setObjectName(QStringLiteral("importQuestion"));
    answers->addWidget(m_answerText);
    m_doubtText = makeWrapped({}, TypeRole::Small, Ink::Warn, m_answers);
    m_doubtText->setObjectName(QStringLiteral("importDoubts"));
    answers->addWidget(m_doubtText);
    m_answerRow = new FlowLayout; // who may be meant can be long words
    m_answerRow->setContentsMargins(0, 0, 0, 0);
    m_answerRow->setSpacing(Theme::px(8));
    answers->addLayout(m_answerRow);
    column->addWidget(m_answers);
}

void PreviewStep::begin(const ImportTask& task)
{
    m_task = task;
    ++m_run;
    m_columns.clear();
    m_places.clear();
    const auto& kinds = task.request->columns;
    for (const bool names : {true, false}) // names stay in sight
        for (std::size_t i = 0; i < kinds.size(); ++i)
            if (kinds[i] != SheetColumn::Unused && isName(kinds[i]) == names)
                m_columns.push_back(i);
    if (const auto* sheet = sheetOf(task))
        for (std::size_t i = 0; i < sheet->rows.size(); ++i)
            m_places.emplace(sheet->rows[i].number, i);
    std::vector<GridColumn> columns;
    const auto add = [&columns](const QString& key, const QString& title, int width, bool frozen, bool readOnly) {
        GridColumn column{key, title, GridKind::Text, width, Align::Left};
        column.frozen = frozen;
        column.readOnly = readOnly;
        columns.push_back(std::move(column));
    };
    if (services::isJoined(*task.request))
        add(QStringLiteral("sheet"), tr("Trang"), 60, true, true);
    add(QStringLiteral("row"), tr("Dòng"), 48, true, true);
    add(QStringLiteral("fate"), tr("Sẽ ghi"), 84, true, true);
    for (const auto i : m_columns)
        add(kName.arg(i), intake::columnTitle(task, i), widthOf(kinds[i]), isName(kinds[i]), false);
    add(QStringLiteral("what"), tr("Điều sẽ xảy ra"), 420, false, true);
    delete m_grid;
    m_grid = new GridTable(columns, QStringLiteral("importTable"), tr("Các dòng sẽ nhập"), this);
    connect(m_grid, &GridTable::cellsEdited, this, &PreviewStep::takeEdits);
    connect(m_grid, &GridTable::currentChanged, this, &PreviewStep::showAnswers);
    m_gridPlace->addWidget(m_grid);
    m_segments->setCurrentKey(intake::keyOf(Group::All));
}

void PreviewStep::show(const ImportTask& task)
{
    if (intake::isTyping(*m_grid)) {
        const auto run = ++m_run;
        return QTimer::singleShot(kWaitMs, this, [this, task, run] {
            if (run == m_run)
                show(task);
        });
    }
    ++m_run;
    const bool fresh = m_task.report.lines.empty();
    m_task = task;
    m_doubts.clear();
    for (const auto& issue : task.report.warnings)
        if (issue.place)
            m_doubts[{issue.row, *issue.place}] += intake::sentence(issue) + QLatin1Char('\n');
    m_summary->setText(intake::summary(task.report) + intake::bySheet(task.report)
                       + tr(" <b>Chưa ghi gì vào sổ.</b> Ô vàng là chỗ chương trình đoán, vì sao thì đọc dưới bảng; ô đỏ sửa được ngay trong bảng."));
    QStringList notes = intake::notes(task.report);
    if (notes.size() > kMostNotes) {
        const auto more = notes.size() - kMostNotes + 1;
        notes = notes.mid(0, kMostNotes - 1) << tr("Và %1 điều khác nữa.").arg(more);
    }
    if (!task.gaps.empty())
        notes << tr("Khoảng trống: %1.").arg(intake::gapsWords(task.gaps, kMostGaps));
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    showSegments();
    fill();
    if (!fresh || m_grid->rows().isEmpty())
        return;
    // The first row that wants an answer or a correction is where the work is.
    auto first = m_grid->rows().front().id;
    for (const auto& line : task.report.lines)
        if (const auto group = intake::groupOf(line); group == Group::Asked || group == Group::Rejected) {
            first = static_cast<std::int64_t>(line.row);
            break;
        }
    m_grid->goTo(first, m_columns.empty() ? QStringLiteral("row") : kName.arg(m_columns.front()));
}

void PreviewStep::showSegments()
{
    std::vector<SegmentBar::Segment> segments;
    for (const auto group : {Group::All, Group::Created, Group::Updated, Group::Unchanged, Group::Asked, Group::Rejected, Group::Skipped})
        if (const int count = intake::countOf(m_task.report, group); count > 0 || group == Group::All)
            segments.push_back({intake::keyOf(group), intake::groupTitle(group), count, intake::toneOf(group)});
    const auto& lines = m_task.report.lines;
    if (const auto count = std::count_if(lines.begin(), lines.end(), [this](const auto& line) { return isGuessed(line); }); count > 0)
        segments.push_back({kGuessed, tr("Có chỗ đoán"), static_cast<int>(count), Tone::Warn});
    m_segments->setSegments(segments);
}

QString PreviewStep::wordsAt(std::size_t row, std::size_t column) const
{
    const auto& request = *m_task.request;
    if (const auto corrected = request.corrected.find({row, column}); corrected != request.corrected.end())
        return toQ(corrected->second);
    const auto place = m_places.find(row);
    const auto* sheet = sheetOf(m_task);
    const auto* cell = sheet && place != m_places.end() ? sheet->rows[place->second].at(static_cast<std::uint32_t>(column)) : nullptr;
    return cell ? toQ(cell->text).simplified() : QString();
}

GridRow PreviewStep::rowOf(const services::ImportLine& line) const
{
    GridRow row{static_cast<std::int64_t>(line.row), {}};
    const auto group = intake::groupOf(line);
    GridCell fate(intake::groupTitle(group));
    fate.tone = group == Group::Created ? Tone::None : intake::toneOf(group);
    fate.strong = group == Group::Asked || group == Group::Rejected;
    const auto place = services::rowPlace(m_task.report.joined, line.row);
    if (services::isJoined(*m_task.request))
        row.cells << GridCell(toQ(place.sheet));
    row.cells << GridCell(QString::number(place.row)) << fate;
    for (const auto column : m_columns) {
        // What will be written, not what an old font or a spreadsheet has made of it.
        const auto saved = line.saved.find(column);
        GridCell cell(saved == line.saved.end() ? wordsAt(line.row, column) : toQ(saved->second));
        cell.flagged = m_task.request->corrected.contains({line.row, column});
        const QString title = intake::columnTitle(m_task, column);
        for (const auto& change : line.changes)
            if (toQ(change.column) == title) {
                cell.tone = Tone::Info;
                cell.strong = true;
                cell.tip = tr("Đang ghi: %1").arg(change.before.empty() ? tr("chưa có") : toQ(change.before));
            }
        if (const auto doubt = m_doubts.find({line.row, column}); doubt != m_doubts.end()) {
            cell.tone = Tone::Warn;
            cell.tip = doubt->second.trimmed();
        }
        row.cells << cell;
    }
    GridCell what(intake::whatHappens(m_task.report, line));
    what.tip = what.value;
    row.cells << what;
    return row;
}

void PreviewStep::fill()
{
    if (!m_grid)
        return;
    const QString key = m_segments->currentKey();
    const bool all = key.isEmpty() || key == intake::keyOf(Group::All);
    QVector<GridRow> rows;
    for (const auto& line : m_task.report.lines)
        if (all || key == intake::keyOf(intake::groupOf(line)) || (key == kGuessed && isGuessed(line)))
            rows << rowOf(line);
    QVector<CellError> errors;
    for (const auto* issues : {&m_task.report.rejected, &m_task.report.further})
        for (const auto& issue : *issues)
            if (issue.place && (all || std::any_of(rows.begin(), rows.end(), [&issue](const GridRow& row) { return row.id == static_cast<std::int64_t>(issue.row); })))
                errors << CellError{static_cast<std::int64_t>(issue.row), kName.arg(*issue.place), intake::sentence(issue)};
    m_grid->setRows(std::move(rows));
    m_grid->clearErrors();
    m_grid->setErrors(errors);
    showAnswers();
}

void PreviewStep::takeEdits(const QVector<CellEdit>& edits)
{
    QVector<QPair<int, int>> places;
    QStringList words;
    for (const auto& edit : edits)
        if (edit.column.startsWith(QLatin1Char('c'))) {
            places << qMakePair(static_cast<int>(edit.rowId), edit.column.mid(1).toInt());
            words << edit.value;
        }
    if (!places.isEmpty())
        emit corrected(places, words);
}

const services::ImportLine* PreviewStep::currentLine() const
{
    const auto id = m_grid ? m_grid->currentRowId() : std::nullopt;
    for (const auto& line : m_task.report.lines)
        if (id == static_cast<std::int64_t>(line.row))
            return &line;
    return nullptr;
}

void PreviewStep::addAnswer(const QString& words, const char* name, std::function<void()> run)
{
    auto* button = makeButton(words, {}, ButtonKind::Normal, m_answers);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, run = std::move(run)] {
        run();
        m_grid->setFocus();
    });
    m_answerRow->addWidget(button);
    button->show();
}

bool PreviewStep::isGuessed(const services::ImportLine& line) const
{
    const auto first = m_doubts.lower_bound({line.row, 0});
    return first != m_doubts.end() && first->first.first == line.row;
}

/// Why cells of the row are yellow, for whoever does not point at them: “Ngày sinh: chỉ có năm 2015 …”.
QString PreviewStep::doubtsOf(const services::ImportLine& line) const
{
    QStringList doubts;
    for (auto at = m_doubts.lower_bound({line.row, 0}); at != m_doubts.end() && at->first.first == line.row; ++at)
        doubts << QStringLiteral("%1: %2").arg(intake::columnTitle(m_task, at->first.second), at->second.trimmed().replace(QLatin1Char('\n'), QLatin1Char(' ')));
    return doubts.join(QLatin1Char('\n'));
}

/// The row under the cursor: what happens to it, and what else could.
void PreviewStep::showAnswers()
{
    clearLayout(*m_answerRow);
    const auto* line = currentLine();
    m_answers->setVisible(line != nullptr);
    if (!line)
        return;
    const auto group = intake::groupOf(*line);
    const QString name = line->name.empty() ? tr("chưa có tên") : toQ(line->name);
    const QString doubts = doubtsOf(*line);
    m_doubtText->setText(doubts);
    m_doubtText->setVisible(!doubts.isEmpty());
    m_answerText->setText(tr("Dòng %1, <b>%2</b>: %3").arg(toQ(services::rowWords(m_task.report.joined, line->row)),name.toHtmlEscaped(), intake::whatHappens(m_task.report, *line).toHtmlEscaped()));
    m_answerText->setInk(group == Group::Asked || group == Group::Rejected ? Ink::Warn : Ink::Text);
    const auto row = static_cast<int>(line->row);
    const auto say = [this, row](const SheetAnswer& answer) { return [this, row, answer] { emit answered(row, answer); }; };
    for (const auto& candidate : line->candidates)
        addAnswer(tr("Là %1").arg(toQ(candidate.text)), "importIs", say({SheetAnswer::Kind::Update, candidate.id}));
    const auto kind = m_task.request->kind;
    const bool adds = kind == services::ListKind::Staff || kind == services::ListKind::Pupils;
    if (group == Group::Asked)
        addAnswer(adds ? tr("Là người khác: thêm mới") : tr("Là người khác"), "importNew", say({SheetAnswer::Kind::New, std::nullopt}));
    if (m_task.request->answers.contains(line->row))
        addAnswer(group == Group::Skipped ? tr("Lấy lại dòng này") : tr("Bỏ câu trả lời"), "importBack", [this, row] { emit answerDropped(row); });
    else
        addAnswer(tr("Bỏ dòng này"), "importSkip", say({SheetAnswer::Kind::Skip, std::nullopt}));
}

}

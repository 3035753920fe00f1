// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/past_honours_dialog.h"

#include "services/intake/import_columns.h"
#include "ui/pages/intake/import_words.h"
#include "ui/pages/school_job.h"
#include "ui/text/tsv.h"
#include "ui/widgets/card.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/flow_layout.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QShortcut>
#include <QTimer>

namespace thidua::ui {

using intake::Group;
using services::kPastColumns;

namespace {

constexpr std::size_t kFirstDefault = 3; ///< the year, and what the decision says
constexpr int kJudgeMs = 250;
constexpr std::size_t kBlankLines = 20;
constexpr std::size_t kMostGapsNamed = 6;
constexpr std::array kWidths = {180, 90, 190, 90, 120, 100, 170};

QString keyOf(std::size_t column)
{
    return QStringLiteral("c%1").arg(column);
}

bool isBlank(const services::PastLine& line)
{
    return std::all_of(line.begin(), line.end(), [](const auto& cell) { return cell.empty(); });
}

}

PastHonoursDialog::PastHonoursDialog(Shell& shell, services::SchoolFile& file, QWidget* parent)
    : QDialog(parent), m_shell(shell), m_file(file), m_lines(kBlankLines), m_timer(new QTimer(this))
{
    setWindowTitle(tr("Nhập khen thưởng các năm trước"));
    setObjectName(QStringLiteral("pastHonours"));
    resize(QSize(Theme::px(1240), Theme::px(660)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    m_timer->setSingleShot(true);
    m_timer->setInterval(kJudgeMs);
    connect(m_timer, &QTimer::timeout, this, &PastHonoursDialog::judge);
    build();
    addShortcuts();
    showRows();
    showNumbers();
    m_grid->goTo(1, keyOf(0));
    m_grid->setFocus();
}

void PastHonoursDialog::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    outer->setSpacing(Theme::px(8));
    auto* inner = new QWidget(this);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    column->addWidget(makeWrapped(tr("Trong Excel, chọn cả dòng tiêu đề và danh sách của một quyết định, bấm <b>Ctrl+C</b>, rồi bấm <b>Ctrl+V</b> ở đây; "
                                     "dán tiếp danh sách của quyết định khác, năm khác ngay bên dưới. Cũng gõ được từng ô. Không cần đăng ký, đề nghị hay họp xét."),
                                  TypeRole::Text, Ink::Text2, this));
    column->addWidget(buildDefaults());
    m_problem = makeWrapped({}, TypeRole::Text, Ink::Bad, this);
    m_problem->setObjectName(QStringLiteral("pastProblem"));
    m_problem->hide();
    column->addWidget(m_problem);
    std::vector<GridColumn> columns;
    const auto add = [&columns](const QString& key, const QString& title, int width, bool frozen, bool readOnly) {
        GridColumn one{key, title, GridKind::Text, width, Align::Left};
        one.frozen = frozen;
        one.readOnly = readOnly;
        columns.push_back(std::move(one));
    };
    add(QStringLiteral("row"), tr("Dòng"), 48, true, true);
    for (std::size_t i = 0; i < kPastColumns.size(); ++i)
        add(keyOf(i), i == 0 ? tr("Họ và tên hoặc tập thể") : toQ(services::columnLabel(kPastColumns[i])), kWidths[i], i == 0, false);
    add(QStringLiteral("what"), tr("Điều sẽ xảy ra"), 330, false, true);
    m_grid = new GridTable(columns, QStringLiteral("pastTable"), tr("Khen thưởng các năm trước"), this);
    connect(m_grid, &GridTable::cellsEdited, this, &PastHonoursDialog::takeEdits);
    connect(m_grid, &GridTable::currentChanged, this, &PastHonoursDialog::showAnswers);
    column->addWidget(m_grid, 1);
    m_answerBox = new QWidget(this);
    auto* answers = new QVBoxLayout(m_answerBox);
    answers->setContentsMargins(0, 0, 0, 0);
    answers->setSpacing(Theme::px(4));
    m_question = makeWrapped({}, TypeRole::Text, Ink::Warn, m_answerBox);
    m_question->setObjectName(QStringLiteral("pastQuestion"));
    answers->addWidget(m_question);
    m_answerRow = new FlowLayout; // who may be meant can be long words
    m_answerRow->setContentsMargins(0, 0, 0, 0);
    m_answerRow->setSpacing(Theme::px(8));
    answers->addLayout(m_answerRow);
    m_answerBox->hide();
    column->addWidget(m_answerBox);
    m_told = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_told->setObjectName(QStringLiteral("pastTold"));
    column->addWidget(m_told);
    m_holes = makeWrapped({}, TypeRole::Small, Ink::Warn, this);
    m_holes->setObjectName(QStringLiteral("pastHoles"));
    column->addWidget(m_holes);
    outer->addWidget(makeScrolling(inner, this), 1); // with large text it is higher than a small screen
    outer->addWidget(buildFoot());
}

/// What one decision says of all its lines, typed once.
QWidget* PastHonoursDialog::buildDefaults()
{
    auto* bar = new QWidget(this);
    auto* row = new FlowLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addWidget(new Label(tr("Điền vào ô còn trống:"), TypeRole::Text, Ink::Text2, bar));
    const std::array<QString, kPastColumns.size()> hints{{{}, {}, {}, tr("Năm học, 2018–2019"), tr("Số quyết định"), tr("Ngày quyết định"), tr("Cơ quan khen thưởng")}};
    for (std::size_t i = kFirstDefault; i < kPastColumns.size(); ++i) {
        auto* field = new LineField(hints[i], bar);
        field->setObjectName(QStringLiteral("pastDefault%1").arg(i));
        field->setAccessibleName(toQ(services::columnLabel(kPastColumns[i])));
        field->setFixedWidth(Theme::px(i + 1 == kPastColumns.size() ? 190 : 140));
        m_defaults[i] = field;
        row->addWidget(field);
    }
    auto* fill = makeButton(tr("Điền"), QStringLiteral("check"), ButtonKind::Normal, bar);
    fill->setObjectName(QStringLiteral("pastFill"));
    fill->setAutoDefault(false);
    connect(fill, &QPushButton::clicked, this, &PastHonoursDialog::fillBlanks);
    row->addWidget(fill);
    return bar;
}

QWidget* PastHonoursDialog::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    auto* paste = makeButton(tr("Dán danh sách"), QStringLiteral("paste"), ButtonKind::Normal, foot);
    paste->setObjectName(QStringLiteral("pastPaste"));
    paste->setToolTip(tr("Ctrl+V"));
    paste->setAutoDefault(false);
    connect(paste, &QPushButton::clicked, this, &PastHonoursDialog::paste);
    row->addWidget(paste);
    row->addStretch();
    row->addWidget(makeCancelButton(this, QStringLiteral("pastCancel"), foot));
    m_write = makeButton({}, QStringLiteral("check"), ButtonKind::Primary, foot);
    m_write->setObjectName(QStringLiteral("pastWrite"));
    m_write->setToolTip(tr("Ctrl+Enter"));
    m_write->setAutoDefault(false);
    connect(m_write, &QPushButton::clicked, this, &PastHonoursDialog::write);
    row->addWidget(m_write);
    return foot;
}

void PastHonoursDialog::addShortcuts()
{
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this, [this] {
        if (m_write->isEnabled())
            write();
    });
    connect(new QShortcut(QKeySequence(QKeySequence::Paste), this), &QShortcut::activated, this, &PastHonoursDialog::paste);
}

/// A whole list goes below what is there; cells go into cells, as in Excel.
void PastHonoursDialog::paste()
{
    const QString block = QApplication::clipboard()->text();
    if (takeBlock(block))
        return;
    const auto rows = static_cast<std::size_t>(fromTsv(block).size());
    const auto at = static_cast<std::size_t>(m_grid->currentRowId().value_or(1));
    if (m_lines.size() < at + rows + kBlankLines) { // room for all of it
        m_lines.resize(at + rows + kBlankLines);
        showRows();
    }
    m_grid->paste();
}

bool PastHonoursDialog::takeBlock(const QString& block)
{
    const auto list = services::decisionList(m_file, intake::bookOf(block, QStringLiteral("1")));
    if (!list)
        return false;
    const auto begin = usedLines();
    m_lines.resize(begin);
    for (auto line : *list) {
        for (std::size_t i = kFirstDefault; i < line.size(); ++i)
            if (line[i].empty())
                line[i] = m_defaults[i]->value();
        m_lines.push_back(std::move(line));
    }
    m_lines.resize(m_lines.size() + kBlankLines);
    showRows();
    m_grid->goTo(static_cast<std::int64_t>(begin + 1), keyOf(0));
    m_grid->setFocus();
    later();
    return true;
}

void PastHonoursDialog::fillBlanks()
{
    for (auto& line : m_lines)
        for (std::size_t i = kFirstDefault; i < line.size(); ++i)
            if (!isBlank(line) && line[i].empty())
                line[i] = m_defaults[i]->value();
    showRows();
    later();
    m_grid->setFocus();
}

void PastHonoursDialog::takeEdits(const QVector<CellEdit>& edits)
{
    for (const auto& edit : edits)
        if (const auto line = static_cast<std::size_t>(edit.rowId - 1); line < m_lines.size() && edit.column.startsWith(QLatin1Char('c'))) {
            m_lines[line][edit.column.mid(1).toUInt()] = fromQ(edit.value);
            m_answers.erase(line + 1); // it was about what stood there
        }
    if (m_lines.size() < usedLines() + kBlankLines / 2)
        m_lines.resize(usedLines() + kBlankLines);
    later();
}

std::size_t PastHonoursDialog::usedLines() const
{
    auto used = m_lines.size();
    while (used > 0 && isBlank(m_lines[used - 1]))
        --used;
    return used;
}

/// What is being typed is judged a moment later, beside the window.
void PastHonoursDialog::later()
{
    m_write->setEnabled(false);
    m_timer->start();
}

void PastHonoursDialog::judge()
{
    delete m_job;
    if (usedLines() == 0)
        return takeTold({});
    using Outcome = std::pair<std::optional<intake::Told>, std::optional<Error>>;
    auto request = std::make_shared<services::ImportRequest>(this->request());
    m_job = startSchoolJob(
        this, m_shell, m_file, {},
        [request](services::SchoolFile& copy, Progress& progress) -> Result<Outcome> {
            auto told = intake::tryImport(copy, *request, progress);
            return told ? Outcome{std::move(*told), std::nullopt} : Outcome{std::nullopt, std::move(told.error())};
        },
        [this](Outcome outcome) {
            m_job = nullptr;
            takeTold(outcome.first ? std::move(*outcome.first) : intake::Told{});
            m_problem->setText(outcome.second ? sentenceOf(*outcome.second) : QString());
            m_problem->setVisible(outcome.second.has_value());
        });
}

void PastHonoursDialog::takeTold(intake::Told told)
{
    m_report = std::move(told.report);
    m_gaps = std::move(told.gaps);
    showTold();
}

void PastHonoursDialog::showTold()
{
    if (intake::isTyping(*m_grid))
        return QTimer::singleShot(kJudgeMs, this, &PastHonoursDialog::showTold);
    showRows();
    showNumbers();
    showAnswers();
}

services::ImportRequest PastHonoursDialog::request() const
{
    auto request = services::requestOf(m_lines);
    request.answers = m_answers;
    return request;
}

void PastHonoursDialog::addAnswer(const QString& words, const char* name, std::optional<services::SheetAnswer> answer)
{
    auto* button = makeButton(words, {}, ButtonKind::Normal, m_answerBox);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    const auto row = static_cast<std::size_t>(m_grid->currentRowId().value_or(0));
    connect(button, &QPushButton::clicked, this, [this, row, answer] {
        if (answer)
            m_answers[row] = *answer;
        else
            m_answers.erase(row);
        later();
        m_grid->setFocus();
    });
    m_answerRow->addWidget(button);
    button->show();
}

/// Of several people of one name: who is meant by the line under the cursor.
void PastHonoursDialog::showAnswers()
{
    using services::SheetAnswer;
    clearLayout(*m_answerRow);
    const auto row = static_cast<std::size_t>(m_grid->currentRowId().value_or(0));
    const auto line = std::find_if(m_report.lines.begin(), m_report.lines.end(), [row](const auto& one) { return one.row == row; });
    const bool answered = m_answers.contains(row);
    const bool asked = line != m_report.lines.end() && line->asked;
    m_answerBox->setVisible(asked || answered);
    if (!asked && !answered)
        return;
    m_question->setText(line == m_report.lines.end() ? QString() : tr("Dòng %1: %2").arg(row).arg(intake::whatHappens(m_report, *line)));
    if (asked) {
        for (const auto& candidate : line->candidates)
            addAnswer(tr("Là %1").arg(toQ(candidate.text)), "pastIs", SheetAnswer{SheetAnswer::Kind::Update, candidate.id});
        addAnswer(tr("Là người khác"), "pastOther", SheetAnswer{SheetAnswer::Kind::New, std::nullopt});
    }
    if (answered)
        addAnswer(tr("Bỏ câu trả lời"), "pastBack", std::nullopt);
}

/// “trùng với dòng 3”: the same person, honour and year stand above already.
QString PastHonoursDialog::repeatOf(std::size_t line) const
{
    const auto same = [&](std::size_t other) {
        return m_lines[other][0] == m_lines[line][0] && m_lines[other][1] == m_lines[line][1] && m_lines[other][2] == m_lines[line][2] && m_lines[other][3] == m_lines[line][3];
    };
    for (std::size_t other = 0; other < line; ++other)
        if (same(other))
            return tr("trùng với dòng %1, không ghi lần nữa").arg(other + 1);
    return {};
}

void PastHonoursDialog::showRows()
{
    std::map<std::size_t, const services::ImportLine*> told;
    for (const auto& line : m_report.lines)
        told.emplace(line.row, &line);
    QVector<GridRow> rows;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        GridRow row{static_cast<std::int64_t>(i + 1), {}};
        row.cells << GridCell(QString::number(i + 1));
        for (const auto& cell : m_lines[i])
            row.cells << GridCell(toQ(cell));
        GridCell what;
        if (const auto found = told.find(i + 1); found != told.end() && !isBlank(m_lines[i])) {
            const auto group = intake::groupOf(*found->second);
            const QString repeats = group == Group::Unchanged ? repeatOf(i) : QString();
            what.value = repeats.isEmpty() ? intake::whatHappens(m_report, *found->second) : repeats;
            what.tone = group == Group::Unchanged ? Tone::Warn : intake::toneOf(group);
            if (group == Group::Created && m_lines[i][4].empty()) {
                what.value = tr("ghi mới, chưa có số quyết định");
                what.tone = Tone::Warn;
            }
            what.tip = what.value;
        }
        row.cells << what;
        rows << row;
    }
    QVector<CellError> errors;
    for (const auto* issues : {&m_report.rejected, &m_report.further})
        for (const auto& issue : *issues)
            if (issue.place && issue.row <= m_lines.size() && !isBlank(m_lines[issue.row - 1]))
                errors << CellError{static_cast<std::int64_t>(issue.row), keyOf(*issue.place), intake::sentence(issue)};
    m_grid->setRows(std::move(rows));
    m_grid->clearErrors();
    m_grid->setErrors(errors);
}

void PastHonoursDialog::showNumbers()
{
    int numberless = 0;
    for (const auto& line : m_report.lines)
        numberless += line.fate == services::ImportFate::Created && line.row <= m_lines.size() && m_lines[line.row - 1][4].empty() ? 1 : 0;
    QString words = m_report.lines.empty() ? tr("Chưa có dòng nào.") : intake::summary(m_report);
    if (numberless > 0)
        words += tr(" <b>%1 lượt chưa có số quyết định</b>, vẫn ghi được và bổ sung sau.").arg(numberless);
    if (!m_report.lines.empty())
        words += tr(" <b>Chưa ghi gì vào sổ.</b>");
    m_told->setText(words);
    m_holes->setText(tr("Khoảng trống: %1.").arg(intake::gapsWords(m_gaps, kMostGapsNamed)));
    m_holes->setVisible(!m_gaps.empty());
    const int count = intake::writtenOf(m_report);
    m_write->setText(count > 0 ? tr("Ghi %1 dòng vào sổ").arg(count) : tr("Chưa có gì để ghi"));
    m_write->setAccessibleName(m_write->text());
    m_write->setEnabled(count > 0 && !m_job && !m_timer->isActive());
}

void PastHonoursDialog::write()
{
    auto written = services::ImportService(m_file).import(request());
    if (!written) {
        m_problem->setText(sentenceOf(written.error()));
        m_problem->show();
        return;
    }
    m_shell.runner.succeed(written->changes);
    // What is in the file needs no line any more; what was left out stays to be mended.
    std::vector<services::PastLine> left;
    for (const auto& line : written->value.lines)
        if (line.fate == services::ImportFate::Rejected)
            left.push_back(m_lines[line.row - 1]);
    if (left.empty())
        return accept();
    m_answers.clear(); // the lines have other numbers now
    m_lines = std::move(left);
    m_lines.resize(m_lines.size() + kBlankLines);
    m_problem->setText(tr("Đã ghi %1 dòng. Các dòng còn lại bị loại; sửa ngay ở đây rồi ghi tiếp.").arg(intake::writtenOf(written->value)));
    m_problem->show();
    m_report = {};
    showRows();
    later();
}

void PastHonoursDialog::reject()
{
    if (usedLines() > 0
        && !m_shell.prompter.confirm({tr("Bỏ các dòng chưa ghi"), tr("Bảng còn %1 dòng chưa ghi vào sổ.").arg(usedLines()), tr("Bỏ, không ghi"), tr("Xem tiếp"), true}))
        return;
    QDialog::reject();
}

}

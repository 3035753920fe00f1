// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/staff/staff_paste_dialog.h"

#include "ui/pages/staff/staff_paste_rows.h"
#include "ui/text/tsv.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QShortcut>

namespace thidua::ui {

using services::SheetAnswer;
using services::SheetColumn;
using services::SheetFate;

StaffPasteDialog::StaffPasteDialog(services::SchoolFile& file, domain::SchoolYearId year, QWidget* parent)
    : QDialog(parent), m_file(file), m_year(year)
{
    setWindowTitle(tr("Dán danh sách từ Excel"));
    setObjectName(QStringLiteral("staffPaste"));
    resize(QSize(Theme::px(1240), Theme::px(640)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    m_sheet.leaveOut = true; // what is left out stands red or asked in front of the person
    build();
    addShortcuts();
}

void StaffPasteDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    m_summary = makeWrapped({}, TypeRole::Text, Ink::Text2, this);
    m_summary->setObjectName(QStringLiteral("pasteSummary"));
    column->addWidget(m_summary);
    column->addWidget(buildBar());
    m_columns = new QWidget(this);
    m_columnGrid = new QGridLayout(m_columns);
    m_columnGrid->setContentsMargins(0, 0, 0, 0);
    m_columnGrid->setHorizontalSpacing(Theme::px(8));
    m_columnGrid->setVerticalSpacing(Theme::px(2));
    m_columnPlace = makeScrolling(m_columns, this); // many columns on a small screen
    m_columnPlace->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_columnPlace);
    m_grid = new GridTable(paste::columns(), QStringLiteral("pasteTable"), tr("Những người sẽ được ghi"), this);
    connect(m_grid, &GridTable::cellsEdited, this, &StaffPasteDialog::takeEdits);
    connect(m_grid, &GridTable::currentChanged, this, &StaffPasteDialog::showAnswers);
    column->addWidget(m_grid, 1);
    m_empty = new EmptyState(QStringLiteral("paste"), tr("Bộ nhớ tạm chưa có danh sách nào"),
                             tr("Trong Excel, chọn cả dòng tiêu đề và các dòng của danh sách, cột nào đứng đâu cũng được, bấm Ctrl+C."), nullptr, nullptr,
                             tr("Rồi trở lại đây bấm <b>Ctrl+V</b>."), this);
    column->addWidget(m_empty, 1);
    m_answers = new QWidget(this);
    m_answerRow = new QHBoxLayout(m_answers);
    m_answerRow->setContentsMargins(0, 0, 0, 0);
    m_answerRow->setSpacing(Theme::px(8));
    m_answerText = makeWrapped({}, TypeRole::Text, Ink::Text, m_answers);
    m_answerText->setObjectName(QStringLiteral("pasteQuestion"));
    m_answerRow->addWidget(m_answerText, 1);
    column->addWidget(m_answers);
    m_teams = makeWrapped({}, TypeRole::Text, Ink::Info, this);
    column->addWidget(m_teams);
    column->addWidget(buildFoot());
}

/// What is offered for texts in an old font's letters.
QWidget* StaffPasteDialog::buildBar()
{
    m_old = new QWidget(this);
    auto* row = new QHBoxLayout(m_old);
    row->setContentsMargins(0, 0, 0, 0);
    m_oldText = makeWrapped({}, TypeRole::Text, Ink::Warn, m_old);
    row->addWidget(m_oldText, 1);
    auto* convert = makeButton(tr("Chuyển sang Unicode"), QStringLiteral("check"), ButtonKind::Normal, m_old);
    convert->setObjectName(QStringLiteral("pasteConvert"));
    connect(convert, &QPushButton::clicked, this, [this] {
        m_sheet.convertOld = true;
        read();
        m_grid->setFocus();
    });
    row->addWidget(convert);
    return m_old;
}

QWidget* StaffPasteDialog::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    m_copy = makeButton(tr("Sao chép dòng không ghi"), QStringLiteral("copy"), ButtonKind::Normal, foot);
    m_copy->setObjectName(QStringLiteral("pasteCopyRejected"));
    m_copy->setToolTip(tr("Để dán sang Excel, sửa rồi dán lại"));
    connect(m_copy, &QPushButton::clicked, this, &StaffPasteDialog::copyRejected);
    row->addWidget(m_copy);
    row->addStretch();
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, foot);
    cancel->setObjectName(QStringLiteral("pasteCancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(cancel);
    m_again = makeButton(tr("Dán lại"), QStringLiteral("paste"), ButtonKind::Normal, foot);
    m_again->setObjectName(QStringLiteral("pasteAgain"));
    m_again->setToolTip(tr("Lấy lại cả danh sách từ bộ nhớ tạm"));
    connect(m_again, &QPushButton::clicked, this, [this] { setBlock(QApplication::clipboard()->text()); });
    row->addWidget(m_again);
    m_write = makeButton(QString(), QStringLiteral("check"), ButtonKind::Primary, foot);
    m_write->setObjectName(QStringLiteral("pasteWrite"));
    m_write->setToolTip(tr("Ctrl+Enter"));
    connect(m_write, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(m_write);
    return foot;
}

void StaffPasteDialog::addShortcuts()
{
    auto* write = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(write, &QShortcut::activated, this, [this] {
        if (m_write->isEnabled())
            accept();
    });
    // In the grid Ctrl+V puts cells into cells; before there is a list it brings one.
    auto* paste = new QShortcut(QKeySequence(QKeySequence::Paste), m_empty, nullptr, nullptr, Qt::WindowShortcut);
    connect(paste, &QShortcut::activated, this, [this] { setBlock(QApplication::clipboard()->text()); });
}

void StaffPasteDialog::setBlock(const QString& block)
{
    m_sheet = {};
    m_sheet.leaveOut = true;
    for (auto& cells : fromTsv(block)) {
        auto& line = m_sheet.lines.emplace_back();
        for (const QString& cell : cells)
            line.push_back(cell.toStdString());
    }
    begin();
}

void StaffPasteDialog::begin()
{
    read();
    m_sheet.columns = m_reading.columns;
    showColumns();
    if (m_reading.people.empty())
        return;
    // The first line that wants an answer or a correction is where the work is.
    std::int64_t first = static_cast<std::int64_t>(m_reading.people.front().line) + 1;
    for (const auto& line : m_reading.people)
        if (line.fate == SheetFate::Ask || line.fate == SheetFate::Wrong) {
            first = static_cast<std::int64_t>(line.line) + 1;
            break;
        }
    m_grid->goTo(first, QString::fromLatin1(paste::kFate));
    m_grid->setFocus();
}

void StaffPasteDialog::read()
{
    auto reading = services::PeopleService(m_file).readSheet(m_year, m_sheet);
    m_reading = reading ? std::move(*reading) : services::SheetReading{};
    m_grid->setRows(paste::rows(m_reading));
    m_grid->clearErrors();
    m_grid->setErrors(paste::errors(m_reading));
    m_grid->setVisible(!m_reading.people.empty());
    m_empty->setVisible(m_reading.people.empty());
    showAnswers();
    showNumbers();
}

/// A field above the grid for each column of the list: its letter and heading, and what it is taken for.
void StaffPasteDialog::showColumns()
{
    for (auto* child : m_columns->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        child->deleteLater();
    m_columnFields.clear();
    m_columnPlace->setVisible(!m_reading.people.empty());
    const int inARow = std::clamp(width() / Theme::px(150), 3, 8);
    std::vector<ChoiceField::Choice> choices;
    for (std::size_t kind = 0; kind < services::kSheetColumns; ++kind)
        choices.push_back({std::to_string(kind), paste::titleOf(static_cast<SheetColumn>(kind))});
    for (std::size_t i = 0; i < m_reading.columns.size(); ++i) {
        const QString heading = i < m_reading.headings.size() ? toQ(m_reading.headings[i]) : QString();
        auto* title = new Label(heading.isEmpty() ? tr("Cột %1").arg(paste::letterOf(i)) : tr("%1: %2").arg(paste::letterOf(i), heading), TypeRole::Small, Ink::Text2, m_columns);
        title->setElided(true);
        auto* field = new ChoiceField(choices, m_columns);
        field->setObjectName(QStringLiteral("pasteColumn%1").arg(i));
        field->setAccessibleName(tr("%1 là").arg(title->text()));
        field->setValue(std::to_string(static_cast<std::size_t>(m_reading.columns[i])));
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->setMinimumContentsLength(9);
        connect(field, &QComboBox::activated, this, [this, i, field] { takeColumn(i, static_cast<SheetColumn>(std::stoul(field->value()))); });
        const int row = static_cast<int>(i) / inARow * 2, column = static_cast<int>(i) % inARow;
        m_columnGrid->addWidget(title, row, column);
        m_columnGrid->addWidget(field, row + 1, column);
        m_columnFields.push_back(field);
    }
}

void StaffPasteDialog::takeColumn(std::size_t column, SheetColumn kind)
{
    // One column for each kind: the one that had it before is not used any more.
    for (std::size_t i = 0; i < m_sheet.columns.size(); ++i)
        if (i != column && kind != SheetColumn::Unused && m_sheet.columns[i] == kind) {
            m_sheet.columns[i] = SheetColumn::Unused;
            m_columnFields[i]->setValue(std::to_string(static_cast<std::size_t>(SheetColumn::Unused)));
        }
    m_sheet.columns[column] = kind;
    read();
}

void StaffPasteDialog::takeEdits(const QVector<CellEdit>& edits)
{
    for (const auto& edit : edits) {
        const auto line = static_cast<std::size_t>(edit.rowId - 1);
        if (const auto field = paste::fieldOf(edit.column)) {
            m_sheet.corrected[{line, *field}] = edit.value.toStdString();
        } else if (edit.column == QLatin1String(paste::kFate)) {
            const auto found = std::find_if(m_reading.people.begin(), m_reading.people.end(), [line](const auto& one) { return one.line == line; });
            if (edit.value.isEmpty() || found == m_reading.people.end())
                m_sheet.answers.erase(line);
            else if (edit.value == QLatin1String("skip"))
                m_sheet.answers[line] = {SheetAnswer::Kind::Skip, std::nullopt};
            else if (edit.value == QLatin1String("update") && !found->candidates.empty())
                m_sheet.answers[line] = {SheetAnswer::Kind::Update, found->candidates.front().id};
            else if (edit.value == QLatin1String("new"))
                m_sheet.answers[line] = {SheetAnswer::Kind::New, std::nullopt};
        }
    }
    read();
}

void StaffPasteDialog::answer(std::size_t line, const SheetAnswer& answer)
{
    m_sheet.answers[line] = answer;
    read();
    m_grid->setFocus();
}

const services::SheetLine* StaffPasteDialog::currentLine() const
{
    const auto id = m_grid->currentRowId();
    const auto found = std::find_if(m_reading.people.begin(), m_reading.people.end(), [&](const auto& line) { return id == static_cast<std::int64_t>(line.line) + 1; });
    return found == m_reading.people.end() ? nullptr : &*found;
}

void StaffPasteDialog::addAnswer(const QString& words, const char* name, const services::SheetLine& line, const SheetAnswer& given)
{
    auto* button = makeButton(words, {}, ButtonKind::Normal, m_answers);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, number = line.line, given] { answer(number, given); });
    m_answerRow->addWidget(button);
    button->show();
}

/// The line under the cursor: what happens to it, and what else could.
void StaffPasteDialog::showAnswers()
{
    for (auto* button : m_answers->findChildren<QPushButton*>()) {
        m_answerRow->removeWidget(button);
        button->hide();
        button->setObjectName({});
        button->deleteLater(); // one of them may be what was clicked
    }
    const auto* line = currentLine();
    m_answers->setVisible(line != nullptr);
    if (!line)
        return;
    const QString name = toQ(line->cell(services::SheetField::FullName).text).toHtmlEscaped();
    QString what = paste::whatHappens(*line).toHtmlEscaped();
    if (const QString guesses = paste::guesses(*line); !guesses.isEmpty())
        what += QStringLiteral("; ") + guesses.toHtmlEscaped();
    m_answerText->setText(tr("Dòng %1, <b>%2</b>: %3").arg(line->line + 1).arg(name.isEmpty() ? tr("chưa có tên") : name, what));
    m_answerText->setInk(line->fate == SheetFate::Ask || line->fate == SheetFate::Wrong ? Ink::Warn : Ink::Text);
    if (line->fate == SheetFate::Wrong)
        return;
    for (const auto& candidate : line->candidates)
        if (line->person != candidate.id)
            addAnswer(tr("Cập nhật %1").arg(toQ(candidate.text)), "pasteUpdate", *line, {SheetAnswer::Kind::Update, candidate.id});
    if (line->fate != SheetFate::New)
        addAnswer(line->candidates.empty() ? tr("Là người khác: thêm mới") : tr("Là người mới"), "pasteNew", *line, {SheetAnswer::Kind::New, std::nullopt});
    if (line->fate == SheetFate::Ask)
        addAnswer(tr("Bỏ dòng này"), "pasteSkip", *line, {SheetAnswer::Kind::Skip, std::nullopt});
}

int StaffPasteDialog::chosenCount() const
{
    return static_cast<int>(std::count_if(m_reading.people.begin(), m_reading.people.end(), [](const auto& line) { return line.isWritten(); }));
}

void StaffPasteDialog::copyRejected()
{
    QVector<QStringList> rows;
    for (const auto& line : m_reading.people) {
        if (line.isWritten() || line.fate == SheetFate::Same)
            continue;
        QStringList cells;
        for (const auto& cell : m_sheet.lines[line.line])
            cells << toQ(cell);
        rows.push_back(cells);
    }
    QApplication::clipboard()->setText(toTsv(rows));
}

void StaffPasteDialog::showNumbers()
{
    m_summary->setText(m_reading.people.empty() ? tr("<b>Chưa ghi gì vào sổ.</b>") : paste::summary(m_reading));
    m_old->setVisible(m_reading.oldEncoding && !m_sheet.convertOld && !m_reading.people.empty());
    if (m_reading.oldEncoding)
        m_oldText->setText(tr("%1 ô gõ bằng bảng mã %2: “%3” là “%4”.")
                               .arg(m_reading.oldCells)
                               .arg(toQ(nameOf(*m_reading.oldEncoding)), toQ(m_reading.oldExample), toQ(m_reading.oldExampleMeant)));
    QStringList teams;
    for (const auto& name : m_reading.newTeams)
        teams << toQ(name);
    m_teams->setText(tr("Sẽ lập thêm %1 tổ chưa có trong sổ: %2.").arg(teams.size()).arg(teams.join(QStringLiteral(", "))));
    m_teams->setVisible(!teams.isEmpty());
    const bool left = std::any_of(m_reading.people.begin(), m_reading.people.end(),
                                  [](const auto& line) { return !line.isWritten() && line.fate != SheetFate::Same; });
    m_copy->setVisible(left);
    const int chosen = chosenCount();
    m_write->setText(chosen > 0 ? tr("Ghi %1 người vào sổ").arg(chosen) : tr("Chưa có dòng nào để ghi"));
    m_write->setAccessibleName(m_write->text());
    m_write->setEnabled(chosen > 0);
    m_write->setDefault(chosen > 0);
}

}

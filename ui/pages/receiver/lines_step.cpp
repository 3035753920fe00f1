// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/receiver/lines_step.h"

#include "ui/text/path_words.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QUrl>

namespace thidua::ui {

using services::SheetColumn;

namespace {

constexpr int kMostReceiverNotes = 4;
const QString kAll = QStringLiteral("all"), kGaps = QStringLiteral("gaps");

int widthOfColumn(SheetColumn kind)
{
    switch (kind) {
    case SheetColumn::Count: return 44;
    case SheetColumn::FullName: return 190;
    case SheetColumn::Post: case SheetColumn::Honour: case SheetColumn::Title: case SheetColumn::Reward: case SheetColumn::Achievement: return 200;
    case SheetColumn::Salutation: case SheetColumn::Gender: case SheetColumn::Tick: case SheetColumn::Female: case SheetColumn::Male: return 80;
    default: return 130;
    }
}

}

LinesStep::LinesStep(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(6));
    m_summary = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_summary->setObjectName(QStringLiteral("receiverSummary"));
    column->addWidget(m_summary);
    m_segments = new SegmentBar(this);
    m_segments->setObjectName(QStringLiteral("receiverGroups"));
    connect(m_segments, &SegmentBar::chosen, this, &LinesStep::fill);
    column->addWidget(m_segments, 0, Qt::AlignLeft);
    m_notes = makeWrapped({}, TypeRole::Small, Ink::Info, this);
    m_notes->setObjectName(QStringLiteral("receiverNotes"));
    column->addWidget(m_notes);
    m_place = new QVBoxLayout;
    column->addLayout(m_place, 1);
}

void LinesStep::show(const ReceiverTask& task)
{
    m_task = task;
    const auto& report = task.report;
    std::set<std::size_t> lacking;
    for (const auto& gap : report.gaps)
        lacking.insert(gap.row);
    m_summary->setText(tr("Sẽ ghi <b>%1 dòng</b> vào trang “%2”, mẫu được thêm %3 dòng; <b>%4 ô</b> để trống vì sổ chưa có. Rê chuột lên ô vàng để biết vì sao.")
                           .arg(report.lines.size()).arg(toQ(report.look.sheet).toHtmlEscaped()).arg(report.added).arg(report.gaps.size()));
    QStringList notes;
    for (const auto& note : report.notes)
        if (notes.size() < kMostReceiverNotes)
            notes << toQ(note);
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    m_segments->setSegments({{kAll, tr("Tất cả"), static_cast<int>(report.lines.size()), Tone::None}, {kGaps, tr("Còn ô trống"), static_cast<int>(lacking.size()), Tone::Warn}});
    m_segments->setCurrentKey(kAll);
    m_columns.clear();
    std::vector<GridColumn> columns;
    const auto add = [&columns](const QString& key, const QString& title, int width, bool frozen) {
        GridColumn column{key, title, GridKind::Text, width, Align::Left};
        column.frozen = frozen;
        column.readOnly = true;
        columns.push_back(std::move(column));
    };
    add(QStringLiteral("row"), tr("Dòng"), 48, true);
    add(QStringLiteral("name"), tr("Ai"), 180, true);
    for (std::size_t i = 0; i < report.mapping.columns.size(); ++i)
        if (const auto kind = report.mapping.columns[i]; kind != SheetColumn::Unused) {
            m_columns.push_back(i);
            add(QStringLiteral("column%1").arg(i), tr("%1 · %2").arg(receiver::letterOf(i), receiver::columnTitle(report.look, i)), widthOfColumn(kind), false);
        }
    delete m_grid;
    m_grid = new GridTable(columns, QStringLiteral("receiverTable"), tr("Các dòng sẽ điền vào mẫu"), this);
    m_place->addWidget(m_grid);
    fill();
}

void LinesStep::fill()
{
    const auto& report = m_task.report;
    std::map<std::pair<std::size_t, std::size_t>, QString> gaps;
    std::set<std::size_t> lacking;
    for (const auto& gap : report.gaps) {
        gaps[{gap.row, gap.column}] = toQ(gap.why);
        lacking.insert(gap.row);
    }
    QVector<GridRow> rows;
    for (const auto& line : report.lines) {
        if (m_segments->currentKey() == kGaps && !lacking.contains(line.row))
            continue;
        GridRow row{static_cast<std::int64_t>(line.row), {}};
        row.cells << GridCell(QString::number(line.row)) << GridCell(toQ(line.name));
        for (const auto column : m_columns) {
            const auto found = line.cells.find(column);
            GridCell cell(found == line.cells.end() ? QString() : toQ(found->second));
            if (const auto gap = gaps.find({line.row, column}); gap != gaps.end()) {
                cell.tone = Tone::Warn;
                cell.tip = gap->second;
                cell.shown = gap->second;
            }
            row.cells << cell;
        }
        rows << row;
    }
    m_grid->setRows(std::move(rows));
}

FilledStep::FilledStep(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::px(8), 0, 0);
    column->setSpacing(Theme::px(10));
    m_title = makeWrapped({}, TypeRole::PanelTitle, Ink::Text, this);
    m_title->setObjectName(QStringLiteral("receiverDone"));
    column->addWidget(m_title);
    m_file = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_file);
    m_rest = makeWrapped({}, TypeRole::Text, Ink::Text2, this);
    column->addWidget(m_rest);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::px(8));
    const auto add = [&](const QString& words, const QString& icon, const char* name) {
        auto* button = makeButton(words, icon, ButtonKind::Normal, this);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(true);
        buttons->addWidget(button);
        return button;
    };
    m_open = add(tr("Mở tệp"), QStringLiteral("eye"), "receiverOpen");
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(fromPath(m_target))); });
    auto* folder = add(tr("Mở thư mục"), QStringLiteral("folder"), "receiverFolder");
    connect(folder, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(fromPath(m_target.parent_path()))); });
    m_another = add(tr("Điền mẫu khác"), QStringLiteral("excel"), "receiverAnother");
    connect(m_another, &QPushButton::clicked, this, &FilledStep::anotherWanted);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
}

void FilledStep::show(const ReceiverTask& task, const std::filesystem::path& target)
{
    const auto& report = task.report;
    m_target = target;
    m_title->setText(tr("Đã điền %1 dòng vào mẫu").arg(report.lines.size()));
    m_file->setText(tr("Tệp đã điền: <b>%1</b>. Tệp mẫu vẫn như cũ.").arg(shownPath(target).toHtmlEscaped()));
    m_rest->setText((report.gaps.empty() ? QString() : tr("%1 ô còn để trống vì sổ chưa có; bổ sung vào sổ rồi điền lại, hoặc ghi thêm trong Excel. ").arg(report.gaps.size()))
                    + tr("Cột và mã vừa ghép được nhớ: lần sau mở mẫu này chỉ cần xem lại rồi bấm Tiếp. Công thức của mẫu được Excel tính khi mở tệp."));
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/contests/marks_dialog.h"

#include "text/messages.h"
#include "ui/kit.h"
#include "ui/shell/grid_manners.h"

#include <QBoxLayout>
#include <QScreen>

#include <algorithm>

namespace thidua::ui::follow {

namespace {

const QString kMean = QStringLiteral("mean");
const QString kRank = QStringLiteral("rank");

}

MarksDialog::MarksDialog(services::SchoolFile& file, Shell& shell, services::ContestRow contest, QWidget* parent)
    : QDialog(parent), m_file(file), m_shell(shell), m_contest(std::move(contest))
{
    setWindowTitle(tr("Chấm điểm – %1").arg(toQ(m_contest.contest.name)));
    setObjectName(QStringLiteral("contestMarks"));
    resize(QSize(Theme::px(940), Theme::px(560)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    column->addWidget(makeWrapped(tr("Mỗi dòng một bài theo số phách, mỗi cột một giám khảo; thang điểm 0 – %1, lẻ đến %2. Gõ xong ô nào ghi ô ấy; chép cả bảng từ Excel bằng Ctrl+V.")
                                      .arg(toQ(services::markText(m_contest.contest.maxMark)), toQ(services::markText(m_contest.contest.step))),
                                  TypeRole::Text, Ink::Text2, this));
    m_grid = new GridTable(columns(), QStringLiteral("marksGrid"), tr("Điểm của từng bài theo giám khảo"), this);
    giveManners(*m_grid, shell);
    column->addWidget(m_grid, 1);
    m_error = makeWrapped({}, TypeRole::Text, Ink::Bad, this);
    m_error->setObjectName(QStringLiteral("marksError"));
    m_error->hide();
    column->addWidget(m_error);
    auto* foot = new QHBoxLayout;
    m_state = makeWrapped({}, TypeRole::Text, Ink::Text2, this);
    m_state->setObjectName(QStringLiteral("marksState"));
    foot->addWidget(m_state, 1);
    auto* done = makeButton(tr("Đóng"), {}, ButtonKind::Normal, this);
    done->setObjectName(QStringLiteral("marksClose"));
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    foot->addWidget(done);
    column->addLayout(foot);
    connect(m_grid, &GridTable::cellsEdited, this, &MarksDialog::write);
    showMarks();
    if (!m_contest.entries.empty() && !m_contest.judges.empty())
        m_grid->goTo(m_contest.entries.front().id.value(), QString::number(m_contest.judges.front().id.value()));
    m_grid->setFocus(Qt::OtherFocusReason);
}

std::vector<GridColumn> MarksDialog::columns() const
{
    std::vector<GridColumn> all{{.key = QStringLiteral("code"), .title = tr("Số phách"), .width = 90, .frozen = true, .readOnly = true},
                                {.key = QStringLiteral("title"), .title = tr("Tên bài"), .width = 280, .align = Align::Left, .frozen = true, .readOnly = true}};
    for (const auto& judge : m_contest.judges) {
        GridColumn one{.key = QString::number(judge.id.value()), .title = toQ(judge.name), .kind = GridKind::Number, .width = 118, .align = Align::Right, .decimals = 2};
        one.check = [contest = m_contest.contest](const QString& value) {
            const auto mark = services::markFrom(fromQ(value));
            if (!mark)
                return toQ(text::message("contest.mark-unread", {fromQ(value)}));
            const auto issue = services::markIssue(contest, *mark, {});
            if (!issue)
                return QString();
            return *mark > contest.maxMark ? tr("Thang điểm là 0 – %1.").arg(toQ(services::markText(contest.maxMark)))
                                           : tr("Điểm lẻ đến %1.").arg(toQ(services::markText(contest.step)));
        };
        all.push_back(std::move(one));
    }
    all.push_back({.key = kMean, .title = tr("Trung bình"), .width = 96, .align = Align::Right, .readOnly = true});
    all.push_back({.key = kRank, .title = tr("Hạng"), .width = 70, .readOnly = true});
    return all;
}

GridRow MarksDialog::rowOf(const services::ContestEntryRow& entry) const
{
    GridRow row;
    row.id = entry.id.value();
    row.cells << GridCell(toQ(entry.entry.code)) << GridCell(toQ(entry.entry.title));
    row.cells.front().strong = true;
    for (const auto& judge : m_contest.judges) {
        const auto mark = entry.marks.find(judge.id);
        GridCell cell(mark == entry.marks.end() ? QString() : toQ(services::markText(mark->second)));
        if (entry.isOf(judge.person)) {
            cell.readOnly = true;
            cell.shown = tr("bài của mình");
            cell.tip = toQ(text::message("contest.own-entry", {judge.name, entry.entry.code}));
        } else {
            cell.unknown = mark == entry.marks.end();
        }
        row.cells << cell;
    }
    row.cells << GridCell(entry.standing.mean ? toQ(services::markText(*entry.standing.mean)) : QString())
              << GridCell(entry.standing.rank > 0 ? QString::number(entry.standing.rank) : QString());
    return row;
}

void MarksDialog::showMarks()
{
    QVector<GridRow> rows;
    for (const auto& entry : m_contest.entries)
        rows << rowOf(entry);
    m_grid->setRows(std::move(rows));
    const int missing = m_contest.missingMarks();
    m_state->setText(missing > 0 ? tr("Còn thiếu %1 điểm.").arg(missing) : tr("Đã chấm đủ. Đóng bảng này rồi bấm “Xếp giải…”."));
}

void MarksDialog::write(const QVector<CellEdit>& edits)
{
    std::vector<services::MarkEntry> marks;
    for (const auto& edit : edits) {
        services::MarkEntry mark{domain::ContestEntryId(edit.rowId), domain::ContestJudgeId(edit.column.toLongLong()), std::nullopt};
        if (!edit.value.isEmpty())
            mark.mark = services::markFrom(fromQ(edit.value));
        marks.push_back(mark);
    }
    services::ContestService service(m_file);
    const auto written = service.recordMarks(m_contest.id, marks);
    if (written) {
        m_shell.runner.succeed(written->changes);
    } else {
        QVector<CellError> errors;
        for (const auto& edit : edits)
            errors << CellError{edit.rowId, edit.column, toQ(text::sentence(written.error())), edit.value};
        m_grid->refuse(errors);
    }
    m_error->setText(written ? QString() : toQ(text::sentence(written.error())));
    m_error->setVisible(!written);
    if (auto read = service.contest(m_contest.id))
        m_contest = std::move(*read);
    showMarks();
}

}

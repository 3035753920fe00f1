// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/score_card.h"

#include "ui/pages/review/review_words.h"
#include "ui/pages/review/score_dialog.h"

#include <QBoxLayout>

#include <algorithm>

namespace thidua::ui {

using services::InitiativeScores;
using services::PaperKind;

ScoreCard::ScoreCard(Shell& shell, SchoolContext& context, QWidget* parent) : QWidget(parent), m_shell(shell), m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_rows = new Stack(8, this);
    column->addWidget(m_rows);
    column->addStretch(1);
}

bool ScoreCard::isDone() const
{
    return m_board && !m_board->rows.empty() && std::ranges::all_of(m_board->rows, [](const auto& row) { return row.score.sheets > 0; });
}

QPushButton* ScoreCard::button(const QString& text, const QString& icon, const QString& name, std::function<void()> run)
{
    auto* made = makeButton(text, icon, ButtonKind::Normal, m_rows);
    made->setObjectName(name);
    // Queued: what is written makes this button anew.
    connect(made, &QPushButton::clicked, this, [run = std::move(run)] { run(); }, Qt::QueuedConnection);
    return made;
}

void ScoreCard::show(const services::MeetingDetail& detail, bool readOnly)
{
    m_board.reset();
    m_rows->clear();
    if (detail.council.council.kind != domain::CouncilKind::Initiative)
        return;
    m_shell.runner.read([&] { return InitiativeScores(m_context.file).board(detail.id); }, [this](services::ScoreBoard board) { m_board = std::move(board); });
    if (!m_board)
        return;
    const auto& rule = m_board->rule;
    m_rows->text(rule.byPoints ? tr("Chấm theo tính mới (%1), khả năng áp dụng (%2), hiệu quả (%3), phạm vi (%4); mức do quy chế của trường, sửa ở trang Quy định.")
                                     .arg(rule.novelty).arg(rule.applicability).arg(rule.benefit).arg(rule.reach)
                               : tr("Hội đồng xếp loại A, B, C theo quy chế của trường; sửa cách chấm ở trang Quy định."),
                 TypeRole::Text, Ink::Text2);
    const bool any = std::ranges::any_of(m_board->rows, [](const auto& row) { return row.score.sheets > 0; });
    std::vector<std::pair<QWidget*, int>> prints{{button(tr("In phiếu chấm…"), QStringLiteral("print"), QStringLiteral("score-sheets-print"), [this] { emit printWanted(PaperKind::ScoreSheets); }), 0}};
    if (any)
        prints.push_back({button(tr("In bảng tổng hợp điểm…"), QStringLiteral("print"), QStringLiteral("score-summary-print"), [this] { emit printWanted(PaperKind::ScoreSummary); }), 0});
    prints.push_back({new QWidget(m_rows), 1});
    m_rows->add(review::makeRow(prints, m_rows));
    for (const auto& row : m_board->rows)
        addRow(row, readOnly);
}

void ScoreCard::addRow(const services::ScoredInitiative& row, bool readOnly)
{
    FindingLine line;
    line.outcome = row.score.sheets > 0 ? FindingLine::Outcome::Pass : FindingLine::Outcome::Unknown;
    line.label = toQ(row.title);
    line.text = toQ(row.authors).replace(QLatin1Char('\n'), QStringLiteral(", "));
    QStringList words;
    if (row.score.mean)
        words << tr("%1 điểm").arg(toQ(services::meanText(*row.score.mean)));
    if (row.score.grade)
        words << review::labelOf(*row.score.grade);
    if (row.score.sheets > 0)
        words << tr("%1 phiếu").arg(row.score.sheets);
    line.word = words.isEmpty() ? tr("Chưa chấm") : words.join(QStringLiteral(" · "));
    m_rows->add(new FindingView(line, m_rows));
    if (!readOnly)
        m_rows->add(review::makeRow({{button(row.score.sheets > 0 ? tr("Sửa phiếu chấm…") : tr("Chấm điểm…"), {}, QStringLiteral("score-%1").arg(row.id.value()),
                                             [this, id = row.id] { openSheets(id); }), 0},
                                     {new QWidget(m_rows), 1}}, m_rows));
}

void ScoreCard::openSheets(domain::InitiativeId id)
{
    if (!m_board)
        return;
    const auto row = std::ranges::find(m_board->rows, id, &services::ScoredInitiative::id);
    if (row != m_board->rows.end())
        (new ScoreDialog(m_shell, m_context, *m_board, *row, window()))->open();
}

}

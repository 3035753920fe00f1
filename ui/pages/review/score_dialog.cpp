// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/score_dialog.h"

#include "text/messages.h"
#include "ui/pages/review/review_words.h"

#include <QGridLayout>
#include <QScrollArea>

namespace thidua::ui {

using domain::InitiativeGrade;
using domain::InitiativeMark;

namespace {

QString titleOf(const char* code)
{
    return review::labelOf("initiative-criterion", code);
}

}

ScoreDialog::ScoreDialog(Shell& shell, SchoolContext& context, const services::ScoreBoard& board, const services::ScoredInitiative& row, QWidget* parent)
    : FormDialog(QStringLiteral("scoreSheets"), tr("Chấm sáng kiến “%1”").arg(toQ(row.title)),
                 tr("Ghi phiếu chung của Hội đồng, hoặc phiếu của từng thành viên; dòng để trống là chưa chấm. Tác giả không chấm sáng kiến của mình."), parent),
      m_shell(shell), m_context(context), m_meeting(board.meeting), m_initiative(row.id), m_rule(board.rule)
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::px(10));
    grid->setVerticalSpacing(Theme::px(6));
    int column = 1;
    if (m_rule.byPoints) {
        for (const auto& one : services::scoreCriteria())
            if (m_rule.*one.most > 0)
                grid->addWidget(new Label(tr("%1 (%2)").arg(titleOf(one.code)).arg(m_rule.*one.most), TypeRole::SmallStrong, Ink::Text2, box), 0, column++);
        grid->addWidget(new Label(tr("Cộng (%1)").arg(m_rule.most()), TypeRole::SmallStrong, Ink::Text2, box), 0, column);
    } else {
        grid->addWidget(new Label(tr("Xếp loại"), TypeRole::SmallStrong, Ink::Text2, box), 0, column);
    }
    grid->setColumnStretch(0, 1);
    for (const auto& sheet : row.sheets)
        addLine(grid, sheet, toQ(sheet.name));
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Phiếu chấm"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(box);
    scroll->setMinimumHeight(Theme::px(220));
    scroll->viewport()->setAutoFillBackground(false);
    box->setAutoFillBackground(false);
    addPart(scroll);
    addVerb(QStringLiteral("scoreSheets.save"), tr("Ghi phiếu chấm"), ButtonKind::Primary, [this] { save(); });
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
    setMinimumWidth(Theme::px(720));
    showTotals();
}

void ScoreDialog::addLine(QGridLayout* grid, const services::ScoreSheet& sheet, const QString& name)
{
    const int at = grid->rowCount();
    grid->addWidget(new Label(name, TypeRole::Text, sheet.author || sheet.absent ? Ink::Text2 : Ink::Text, this), at, 0);
    if (sheet.author || (sheet.absent && !sheet.mark)) {
        grid->addWidget(new Label(sheet.author ? tr("tác giả, không chấm") : tr("vắng mặt, không chấm"), TypeRole::Small, Ink::Text2, this), at, 1, 1, 5);
        return;
    }
    Line line{sheet.member, name, {}, nullptr, nullptr, sheet.mark ? sheet.mark->remark : std::string()};
    int column = 1;
    if (m_rule.byPoints) {
        for (const auto& one : services::scoreCriteria()) {
            if (m_rule.*one.most == 0)
                continue;
            auto* field = pointsField(tr("%1, %2").arg(titleOf(one.code), name), sheet, one.points);
            grid->addWidget(field, at, column++);
            line.points.emplace_back(one.points, field);
        }
        line.total = new Label({}, TypeRole::Strong, Ink::Text, this);
        grid->addWidget(line.total, at, column);
    } else {
        std::vector<ChoiceField::Choice> choices{{std::string(), tr("– chưa chấm –")}};
        for (const auto grade : {InitiativeGrade::A, InitiativeGrade::B, InitiativeGrade::C, InitiativeGrade::None})
            choices.push_back({std::string(domain::toCode(grade)), review::labelOf(grade)});
        line.grade = new ChoiceField(choices);
        line.grade->setAccessibleName(tr("Xếp loại, %1").arg(name));
        line.grade->setValue(sheet.mark && sheet.mark->grade ? std::string(domain::toCode(*sheet.mark->grade)) : std::string());
        grid->addWidget(line.grade, at, column);
    }
    m_lines.push_back(std::move(line));
}

LineField* ScoreDialog::pointsField(const QString& name, const services::ScoreSheet& sheet, int InitiativeMark::*points)
{
    auto* field = new LineField({}, this);
    field->setObjectName(QStringLiteral("mark-%1-%2").arg(sheet.member ? sheet.member->value() : 0).arg(m_lines.size()));
    field->setAccessibleName(name);
    field->setFixedWidth(Theme::px(76));
    field->setAlignment(Qt::AlignRight);
    if (sheet.mark)
        field->setValue(services::pointsText((*sheet.mark).*points));
    field->onChanged = [this] { showTotals(); };
    return field;
}

void ScoreDialog::showTotals()
{
    for (const auto& line : m_lines) {
        if (line.total == nullptr)
            continue;
        int sum = 0;
        bool any = false, readable = true;
        for (const auto& [points, field] : line.points) {
            if (field->isBlank())
                continue;
            any = true;
            const auto read = services::readPoints(field->value());
            readable = readable && read.has_value();
            sum += read.value_or(0);
        }
        line.total->setText(!any ? tr("–") : readable ? toQ(services::pointsText(sum)) : tr("?"));
    }
}

void ScoreDialog::save()
{
    showError({});
    std::vector<InitiativeMark> marks;
    for (const auto& line : m_lines) {
        InitiativeMark mark;
        mark.member = line.member;
        mark.remark = line.remark;
        bool any = false, whole = true;
        for (const auto& [points, field] : line.points) {
            const auto read = services::readPoints(field->value());
            if (!field->isBlank() && !read) {
                showError(toQ(text::message("score.not-a-number", {field->value()})));
                field->setFocus();
                return;
            }
            any = any || read.has_value();
            whole = whole && read.has_value();
            mark.*points = read.value_or(0);
        }
        if (any && !whole) {
            showError(tr("Phiếu của %1 còn tiêu chí chưa chấm; xin ghi đủ hoặc để trống cả dòng.").arg(line.name));
            return;
        }
        if (line.grade != nullptr) {
            mark.grade = domain::fromCode<InitiativeGrade>(line.grade->value());
            any = mark.grade.has_value();
        }
        if (any)
            marks.push_back(mark);
    }
    if (m_shell.runner.run([&] { return services::InitiativeScores(m_context.file).record(m_meeting, m_initiative, marks); }))
        accept();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/outcome_form.h"

#include "ui/pages/award/submission_view.h"

#include <QBoxLayout>

#include <algorithm>

namespace thidua::ui {

using domain::Outcome;

namespace {

bool wantsReason(Outcome outcome)
{
    return outcome == Outcome::Refused || outcome == Outcome::Returned;
}

std::vector<FieldIssue> reasonsMissing(const services::RecordOutcome& draft)
{
    std::vector<FieldIssue> issues;
    for (std::size_t i = 0; i < draft.lines.size(); ++i)
        if (wantsReason(draft.lines[i].outcome) && draft.lines[i].reason.empty())
            issues.push_back({"reason" + std::to_string(i), "outcome.reason-missing", {}});
    return issues;
}

}

OutcomeForm::OutcomeForm(const services::SubmissionDetail& detail, const std::string& issuer, QWidget* parent)
    : QWidget(parent), m_number(new LineField(tr("1207/QĐ-UBND")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    addDecision();
    services::RecordOutcome start;
    start.submission = detail.id;
    start.issuer = issuer;
    auto* every = compact(makeButton({}, QStringLiteral("check"), ButtonKind::Normal, this));
    every->setObjectName(QStringLiteral("allConferred"));
    column->addWidget(every);
    connect(every, &QPushButton::clicked, this, [this] { confer(0, m_rows.size()); });
    for (const auto& [honour, lines] : SubmissionView::grouped(detail)) {
        std::vector<const services::SubmissionLineRow*> waiting;
        std::copy_if(lines.begin(), lines.end(), std::back_inserter(waiting),
                     [](const auto* line) { return line->line.outcome == Outcome::Waiting; });
        if (!waiting.empty())
            addGroup(honour, waiting);
        for (const auto* line : waiting)
            start.lines.push_back({line->id, Outcome::Waiting, {}});
    }
    m_binder.setValidate(reasonsMissing);
    m_binder.load(start);
    connect(&m_binder, &FormBinderBase::changed, this, &OutcomeForm::showReasons);
    showReasons();
    every->setText(tr("Cả %1 dòng được tặng").arg(m_rows.size()));
    every->setAccessibleName(every->text());
    every->setVisible(m_groups > 1);
}

void OutcomeForm::confer(std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i)
        m_rows[i].outcome->setValue(std::string(domain::toCode(Outcome::Conferred)));
}

void OutcomeForm::addDecision()
{
    using services::RecordOutcome;
    auto* date = new DateField;
    auto* by = new LineField;
    auto* form = new FormLayout(2, this);
    m_binder.bind("decisionNumber", form->add(tr("Số quyết định"), m_number), m_number, &RecordOutcome::decisionNumber);
    m_binder.bind("decidedOn", form->add(tr("Ngày ký"), date), date, &RecordOutcome::decidedOn);
    m_binder.bind("issuer", form->add(tr("Người ban hành"), by, 2)->required(), by, &RecordOutcome::issuer);
    layout()->addWidget(form);
    layout()->addWidget(makeWrapped(tr("Dòng được tặng cần có số và ngày quyết định. Kết quả của quyết định khác ghi thành lần khác; dòng để “Chờ kết quả” giữ nguyên."),
                                    TypeRole::Small, Ink::Text2, this));
}

void OutcomeForm::addGroup(const QString& honour, const std::vector<const services::SubmissionLineRow*>& lines)
{
    const std::size_t first = m_rows.size();
    ++m_groups;
    layout()->addWidget(makeRule(this));
    auto* head = makeSectionHead(honour, tr("%1 dòng chờ").arg(lines.size()), this);
    layout()->addWidget(head);
    auto* all = compact(makeButton(tr("Tất cả được tặng"), QStringLiteral("check"), ButtonKind::Normal, this));
    all->setAccessibleName(tr("%1: tất cả được tặng").arg(honour));
    all->setObjectName(QStringLiteral("allConferred%1").arg(first));
    layout()->addWidget(all);
    for (const auto* line : lines)
        layout()->addWidget(makeRow(*line));
    connect(all, &QPushButton::clicked, this, [this, first, last = m_rows.size()] { confer(first, last); });
}

QWidget* OutcomeForm::makeRow(const services::SubmissionLineRow& line)
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(8));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(makeWrapped(toQ(line.line.name), TypeRole::Text, Ink::Text, box));
    if (!line.line.post.empty())
        texts->addWidget(makeWrapped(toQ(line.line.post), TypeRole::Small, Ink::Text2, box));
    row->addLayout(texts, 1);
    std::vector<ChoiceField::Choice> choices;
    for (const auto outcome : {Outcome::Waiting, Outcome::Conferred, Outcome::Refused, Outcome::Returned})
        choices.push_back({std::string(domain::toCode(outcome)), SubmissionView::outcomeName(outcome)});
    auto* choice = new ChoiceField(choices, box);
    choice->setAccessibleName(tr("Kết quả của %1").arg(toQ(line.line.name)));
    choice->setFixedWidth(Theme::px(144));
    row->addWidget(choice, 0, Qt::AlignTop);
    column->addLayout(row);
    auto* reason = new LineField(tr("Lý do cấp trên nêu"));
    auto* reasonForm = new FormField({}, reason, box);
    reason->setAccessibleName(tr("Lý do đối với %1").arg(toQ(line.line.name)));
    column->addWidget(reasonForm);
    bindRow(choice, reasonForm, reason);
    return box;
}

void OutcomeForm::bindRow(ChoiceField* outcome, FormField* reasonForm, LineField* reason)
{
    using services::RecordOutcome;
    const std::size_t at = m_rows.size();
    const std::string number = std::to_string(at);
    m_binder.bind("outcome" + number, nullptr, outcome, [=](const RecordOutcome& d) { outcome->setValue(std::string(domain::toCode(d.lines[at].outcome))); },
                  [=](RecordOutcome& d) { d.lines[at].outcome = domain::fromCode<Outcome>(outcome->value()).value_or(Outcome::Waiting); });
    m_binder.bind("reason" + number, reasonForm, reason, [=](const RecordOutcome& d) { reason->setValue(d.lines[at].reason); },
                  [=](RecordOutcome& d) { d.lines[at].reason = reason->value(); });
    m_rows.push_back({outcome, reasonForm});
}

void OutcomeForm::showReasons()
{
    const auto draft = m_binder.draft();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].reasonForm->setVisible(wantsReason(draft.lines[i].outcome));
}

services::RecordOutcome OutcomeForm::outcome() const
{
    services::RecordOutcome command = m_binder.draft();
    std::erase_if(command.lines, [](const auto& line) { return line.outcome == Outcome::Waiting; });
    for (auto& line : command.lines)
        if (!wantsReason(line.outcome))
            line.reason.clear();
    return command;
}

int OutcomeForm::answered() const
{
    return static_cast<int>(outcome().lines.size());
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/issue_dialog.h"

#include "domain/document_number.h"
#include "services/papers/paper_findings.h"
#include "ui/pages/kit/parts.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <algorithm>

namespace thidua::ui {

namespace {

constexpr int kMostExtra = 280;  // pixels of the design: what fits beside the rest on 700 lines

}

IssueDialog::IssueDialog(services::SchoolFile& file, OperationRunner& runner, Request request, QWidget* parent)
    : QDialog(parent), m_file(file), m_runner(runner), m_request(std::move(request))
{
    if (const auto symbol = services::PaperIssuer(m_file).symbol(m_request.kind))
        m_symbol = *symbol;
    if (!m_request.symbol.empty())
        m_symbol = m_request.symbol;
    setWindowTitle(m_request.title);
    setObjectName(QStringLiteral("issueDialog"));
    setMinimumWidth(Theme::px(560));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(24), Theme::px(16), Theme::px(24), Theme::px(16));
    column->setSpacing(Theme::px(12));
    column->addWidget(new Label(m_request.title, TypeRole::PanelTitle, Ink::Text, this));
    column->addWidget(makeWrapped(m_request.paper, TypeRole::Text, Ink::Text2, this));
    m_messages = new MessageArea(this);
    column->addWidget(m_messages);
    m_gaps = new Stack(6, this);
    m_gaps->setObjectName(QStringLiteral("issueGaps"));
    column->addWidget(m_gaps);
    m_extra = new QVBoxLayout;
    column->addLayout(m_extra);
    column->addWidget(makeForm());
    m_whole = new Label({}, TypeRole::Strong, Ink::Text, this);
    column->addWidget(m_whole);
    m_doubts = new Stack(6, this);
    m_doubts->setObjectName(QStringLiteral("issueDoubts"));
    column->addWidget(m_doubts);
    column->addWidget(makeWrapped(m_request.consequence, TypeRole::Small, Ink::Text2, this));
    column->addStretch(1);
    column->addWidget(makeRule(this));
    column->addLayout(makeFoot());
    if (m_request.preview)
        printing(addVerb(tr("Xem bản in"), QStringLiteral("issuePreview"), [this] {
            m_request.preview();
            return false;
        }));
    showGaps(gapsNow());
    m_date->setValue(m_file.clock().today());
    propose();
    m_number->setFocus();
    m_number->selectAll();
}

void IssueDialog::setExtra(QWidget* part, std::map<std::string, FormField*> fields)
{
    // A long part scrolls, so that number, day and buttons stay on a small screen.
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(part);
    scroll->setMinimumHeight(std::min(part->sizeHint().height(), Theme::px(kMostExtra)));
    m_extra->addWidget(scroll);
    const auto blank = std::ranges::find_if(fields, [](const auto& one) { return one.second->field().isBlank(); });
    QWidget* first = blank == fields.end() ? m_number : blank->second->field().widget();
    m_fields.merge(fields);
    showGaps(gapsNow());
    // The number stands proposed: what nobody has written yet comes before it.
    first->setFocus();
}

QPushButton* IssueDialog::addVerb(const QString& text, const QString& name, std::function<bool()> run)
{
    auto* button = makeButton(text, {}, ButtonKind::Normal, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, run = std::move(run)] {
        if (run())
            accept();
    });
    m_foot->insertWidget(m_foot->count() - 1, button);
    return button;
}

QWidget* IssueDialog::makeForm()
{
    m_number = new NumberField(0);
    m_number->setRange(1, 99999);
    m_suffix = new LineField;
    m_suffix->setMaxLength(3);
    m_date = new DateField;
    auto* form = new FormLayout(3, this);
    m_fields["number"] = form->add(tr("Số"), m_number)->required();
    m_fields["suffix"] = form->add(tr("Chữ kèm số"), m_suffix)->hint(tr("chỉ khi chèn số, như 09A"));
    m_fields["issuedOn"] = form->add(tr("Ngày ban hành"), m_date)->required();
    m_number->setObjectName(QStringLiteral("issueNumber"));
    m_suffix->setObjectName(QStringLiteral("issueSuffix"));
    m_date->setObjectName(QStringLiteral("issueDate"));
    // No binder here: three fields, and what they make together is shown under them.
    m_number->onChanged = [this] {
        m_typed = m_typed || !m_proposing;
        m_fields["number"]->setError({});
        showWhole();
    };
    m_suffix->onChanged = [this] {
        m_fields["suffix"]->setError({});
        showWhole();
    };
    m_date->onChanged = [this] {
        m_fields["issuedOn"]->setError({});
        if (m_request.dayChanged && m_date->value())
            m_request.dayChanged(*m_date->value());
        propose();
        showWhole();
    };
    return form;
}

QBoxLayout* IssueDialog::makeFoot()
{
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(Theme::px(8));
    auto* ok = makeButton(m_request.title, QStringLiteral("stamp"), ButtonKind::Primary, this);
    ok->setObjectName(QStringLiteral("issueNow"));
    ok->setDefault(true);
    connect(ok, &QPushButton::clicked, this, &IssueDialog::issue);
    m_foot->addStretch();
    m_foot->addWidget(makeCancelButton(this, QStringLiteral("issueCancel"), this));
    m_foot->addWidget(ok);
    return m_foot;
}

services::IssuePaper IssueDialog::given() const
{
    return {static_cast<int>(m_number->value().value_or(0)), m_suffix->value(), m_date->value()};
}

std::vector<services::PaperGap> IssueDialog::gapsNow() const
{
    const auto gaps = m_request.row    ? services::PaperIssuer(m_file).gaps(m_request.kind, *m_request.row)
                      : m_request.gaps ? m_request.gaps()
                                       : Result<std::vector<services::PaperGap>>();
    return gaps ? *gaps : std::vector<services::PaperGap>();
}

void IssueDialog::showGaps(const std::vector<services::PaperGap>& gaps)
{
    m_gaps->clear();
    m_gaps->setVisible(!gaps.empty());
    if (gaps.empty())
        return;
    m_gaps->section(tr("Còn thiếu, chưa ban hành được"), tr("%1 chỗ").arg(gaps.size()));
    for (const auto& gap : gaps) {
        const QString words = gap.inSchool ? tr("%1 (ở Thiết lập)").arg(toQ(gap.label)) : toQ(gap.label);
        if (!m_request.fill && !m_fields.contains(gap.field)) {
            m_gaps->note(words, QStringLiteral("warning"), Ink::Bad);
            continue;
        }
        auto* button = makeButton(tr("Ghi: %1").arg(words), QStringLiteral("edit"), ButtonKind::Normal, m_gaps);
        button->setObjectName(QStringLiteral("issueGap"));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, gap] { goTo(gap); });
        m_gaps->add(button, Qt::AlignLeft);
    }
}

void IssueDialog::goTo(const services::PaperGap& gap)
{
    if (const auto own = m_fields.find(gap.field); own != m_fields.end() && !gap.inSchool) {
        own->second->setError(tr("Văn bản còn thiếu: %1.").arg(toQ(gap.label)));
        own->second->field().widget()->setFocus();
        return;
    }
    reject();
    m_request.fill(gap);
}

void IssueDialog::propose()
{
    const auto day = m_date->value();
    if (m_typed || !day)
        return;
    if (const auto next = services::PaperIssuer(m_file).nextNumber(m_symbol, *day)) {
        m_proposing = true;
        m_number->setValue(*next);
        m_proposing = false;
    }
    showWhole();
}

void IssueDialog::showWhole()
{
    const auto paper = given();
    domain::DocumentNumber number{{}, paper.suffix, m_symbol, {}};
    if (paper.number > 0)
        number.number = paper.number;
    const QString day = paper.issuedOn ? tr(" ngày %1").arg(dateText(paper.issuedOn)) : QString();
    m_whole->setText(number.number ? tr("Số: %1%2").arg(toQ(number.text()), day) : QString());
    m_doubts->clear();
    auto doubts = services::PaperIssuer(m_file).warnings(m_request.kind, m_request.row, paper, m_request.symbol).value_or(std::vector<std::string>());
    if (m_request.bases && paper.issuedOn) {
        const auto lines = m_request.bases(*paper.issuedOn);
        for (const auto& notes : {services::basisNotes(m_file, lines, *paper.issuedOn), services::basisDoubtNotes(m_file, lines, *paper.issuedOn)})
            std::ranges::transform(notes, std::back_inserter(doubts), &services::BasisNote::text);
    }
    if (!doubts.empty()) {
        m_doubts->section(tr("Nên xem lại trước khi ban hành"), tr("không ngăn việc ban hành"));
        for (const auto& doubt : doubts)
            m_doubts->note(toQ(doubt));
    }
    m_doubts->setVisible(!doubts.empty());
}

bool IssueDialog::isFilled()
{
    if (!m_number->value())
        m_fields["number"]->setError(m_number->problem().isEmpty() ? tr("Xin ghi số của văn bản.") : m_number->problem());
    if (!m_date->value())
        m_fields["issuedOn"]->setError(m_date->problem().isEmpty() ? tr("Xin ghi ngày ban hành.") : m_date->problem());
    if (!m_number->value())
        m_number->setFocus();
    else if (!m_date->value())
        m_date->setFocus();
    return m_number->value() && m_date->value();
}

void IssueDialog::issue()
{
    if (!isFilled())
        return;
    const auto issued = m_request.issue(given());
    if (!issued) {
        showError(issued.error());
        return;
    }
    m_runner.succeed(*issued);
    accept();
}

void IssueDialog::showError(const Error& error)
{
    bool beside = false;
    std::vector<services::PaperGap> gaps;
    for (const auto& issue : error.issues)
        if (issue.key.starts_with("paper.gap") && !issue.args.empty())
            gaps.push_back({issue.field, issue.args.front(), issue.key == "paper.gap-school"});
    if (!gaps.empty()) {
        showGaps(gaps);
        m_gaps->setFocus();
        return;
    }
    for (const auto& issue : error.issues) {
        const auto found = m_fields.find(issue.field);
        if (found == m_fields.end())
            continue;
        found->second->setError(sentenceOf(issue));
        found->second->field().widget()->setFocus();
        beside = true;
    }
    if (!beside)
        m_messages->show({Tone::Bad, tr("Chưa ban hành"), sentenceOf(error), {}, true, QStringLiteral("issue")});
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_issue_dialog.h"

#include "domain/school.h"
#include "services/core/school_service.h"

namespace thidua::ui::prepare {

using services::IssuePaper;

PlanIssueDialog::PlanIssueDialog(PlanEnv env, const services::Stored<domain::Plan>& plan, QWidget* parent)
    : QDialog(parent), m_env(env), m_plan(plan), m_binder(new FormBinder<IssuePaper>(this))
{
    if (auto school = services::SchoolService(env.file).school())
        m_symbol = "KH-" + school->data.documentSymbol;
    setObjectName(QStringLiteral("planIssue"));
    setWindowTitle(tr("Ban hành kế hoạch"));
    setMinimumWidth(Theme::px(520));
    build();
    propose();
    connect(m_binder, &FormBinderBase::changed, this, &PlanIssueDialog::showNumber);
    m_number->setFocus();
    m_number->selectAll();
}

void PlanIssueDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(24), Theme::px(16), Theme::px(24), Theme::px(16));
    column->setSpacing(Theme::px(12));
    column->addWidget(new Label(tr("Ban hành kế hoạch"), TypeRole::PanelTitle, Ink::Text, this));
    column->addWidget(makeWrapped(toQ(m_plan.data.title), TypeRole::Text, Ink::Text2, this));
    m_messages = new MessageArea(this);
    column->addWidget(m_messages);
    buildForm(column);
    buildWarnings(column);
    column->addWidget(makeWrapped(tr("Sau khi ban hành, kế hoạch và chỉ tiêu chỉ xem và in; muốn thay đổi thì ban hành kế hoạch khác thay thế."),
                                  TypeRole::Small, Ink::Text2, this));
    column->addStretch(1);
    buildFoot(column);
}

void PlanIssueDialog::buildForm(QVBoxLayout* column)
{
    auto* fields = new FormLayout(3, this);
    m_number = new NumberField;
    m_number->setRange(1, 99999);
    auto* numberForm = fields->add(tr("Số"), m_number)->required();
    auto* suffix = new LineField;
    suffix->setMaxLength(3);
    auto* suffixForm = fields->add(tr("Chữ kèm số (nếu có)"), suffix);
    m_on = new DateField;
    m_onForm = fields->add(tr("Ngày ban hành"), m_on)->required();
    m_binder->bind("number", numberForm, m_number, [this](const IssuePaper& p) { m_number->setValue(p.number > 0 ? std::optional<std::int64_t>(p.number) : std::nullopt); },
                   [this](IssuePaper& p) { p.number = static_cast<int>(m_number->value().value_or(0)); });
    m_binder->bind("suffix", suffixForm, suffix, &IssuePaper::suffix);
    m_binder->bind("issuedOn", m_onForm, m_on, &IssuePaper::issuedOn);
    m_number->setObjectName(QStringLiteral("issueNumber"));
    suffix->setObjectName(QStringLiteral("issueSuffix"));
    m_on->setObjectName(QStringLiteral("issueOn"));
    connect(m_number, &QLineEdit::textEdited, this, [this] { m_typed = true; });
    connect(m_on, &QLineEdit::textChanged, this, [this] {
        m_onForm->setError({});
        propose();
    });
    column->addWidget(fields);
    m_shown = new Label({}, TypeRole::Strong, Ink::Text, this);
    column->addWidget(m_shown);
    m_suffixNote = makeWrapped(tr("Số có chữ kèm (như 09A) dùng để chèn giữa hai số đã cấp. Nghị định 30/2020/NĐ-CP không có số kèm chữ: "
                                  "thanh tra có thể hỏi vì sao, nên cấp số kế tiếp nếu được."),
                               TypeRole::Small, Ink::Warn, this);
    m_suffixNote->setObjectName(QStringLiteral("issueSuffixNote"));
    m_suffixNote->hide();
    column->addWidget(m_suffixNote);
    IssuePaper paper;
    paper.issuedOn = m_env.file.clock().today();
    m_binder->load(paper);
}

void PlanIssueDialog::buildWarnings(QVBoxLayout* column)
{
    const auto warnings = services::PlanService(m_env.file).planWarnings(m_plan.id);
    if (!warnings || warnings->empty())
        return;
    column->addWidget(makeRule(this));
    column->addWidget(makeSectionHead(tr("Nên xem lại trước khi ban hành"), tr("không ngăn việc ban hành"), this));
    for (const auto& warning : *warnings) {
        auto* line = new QWidget(this);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(Theme::px(8));
        row->addWidget(makeIconLabel(QStringLiteral("info"), Ink::Info, 16, line), 0, Qt::AlignTop);
        row->addWidget(makeWrapped(toQ(warning), TypeRole::Text, Ink::Text, line), 1);
        column->addWidget(line);
    }
}

void PlanIssueDialog::buildFoot(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(8));
    auto* cancel = makeButton(tr("Hủy"), {}, ButtonKind::Normal, this);
    cancel->setObjectName(QStringLiteral("issueCancel"));
    m_issue = makeButton(tr("Ban hành kế hoạch"), QStringLiteral("stamp"), ButtonKind::Primary, this);
    m_issue->setObjectName(QStringLiteral("issueNow"));
    m_issue->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_issue);
    column->addSpacing(Theme::px(4));
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_issue, &QPushButton::clicked, this, &PlanIssueDialog::issue);
}

void PlanIssueDialog::propose()
{
    const auto on = m_on->value();
    if (m_typed || !on)
        return;
    const auto number = services::PlanService(m_env.file).nextNumber(m_symbol, *on);
    if (number && m_proposed != *number) {
        m_proposed = *number;
        m_number->setValue(*number);
    }
    showNumber();
}

void PlanIssueDialog::showNumber()
{
    const auto paper = m_binder->draft();
    domain::DocumentNumber number;
    if (paper.number > 0)
        number.number = paper.number;
    number.suffix = paper.suffix;
    number.symbol = m_symbol;
    m_shown->setText(number.number ? tr("Số: %1").arg(toQ(number.text())) : QString());
    m_suffixNote->setVisible(!paper.suffix.empty());
}

void PlanIssueDialog::issue()
{
    if (!m_on->value()) {
        m_onForm->setError(m_on->problem().isEmpty() ? tr("Xin ghi ngày ban hành.") : m_on->problem());
        m_on->setFocus();
        return;
    }
    if (!m_binder->reveal())
        return;
    const auto paper = m_binder->draft();
    // Failures belong into this dialog, not under it.
    const auto issued = services::PlanService(m_env.file).issuePlan(m_plan.id, paper);
    if (issued) {
        m_env.shell.runner.succeed(issued->changes);
        accept();
        return;
    }
    const bool beside = !issued.error().issues.empty() && m_binder->showIssues(issued.error().issues).empty();
    if (!beside)
        m_messages->show({Tone::Bad, tr("Chưa ban hành"), sentenceOf(issued.error()), {}, true, QStringLiteral("issue")});
}

}

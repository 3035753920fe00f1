// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/follow/recognise_dialogs.h"

#include "domain/school.h"
#include "services/core/school_service.h"
#include "services/prepare/plan_service.h"

namespace thidua::ui::follow {
namespace {

constexpr int kTitlesShown = 6;

/// The titles as a list, the last line saying how many more there are.
QWidget* titleList(const QStringList& titles, QWidget* parent)
{
    QStringList lines;
    for (const QString& title : titles.mid(0, kTitlesShown))
        lines << QStringLiteral("– %1").arg(title);
    if (titles.size() > kTitlesShown)
        lines << SchoolRecognitionDialog::tr("– và %1 sáng kiến khác").arg(titles.size() - kTitlesShown);
    auto* label = makeWrapped(lines.join(QLatin1Char('\n')), TypeRole::Text, Ink::Text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

std::string decisionSymbol(services::SchoolFile& file)
{
    const auto school = services::SchoolService(file).school();
    return school ? "QĐ-" + school->data.documentSymbol : std::string();
}

}

SchoolRecognitionDialog::SchoolRecognitionDialog(Shell& shell, SchoolContext& context, domain::SchoolYearId year,
                                                 std::vector<domain::InitiativeId> initiatives, const QStringList& titles, QWidget* parent)
    : FormDialog(QStringLiteral("schoolRecognition"), tr("Công nhận cấp trường %1 sáng kiến").arg(titles.size()),
                 tr("Quyết định ban hành rồi không sửa được; sáng kiến được công nhận từ ngày quyết định."), parent),
      m_shell(shell), m_context(context), m_year(year), m_initiatives(std::move(initiatives))
{
    addPart(titleList(titles, this));
    auto* layout = new FormLayout(3, this);
    auto* number = new NumberField;
    number->setRange(1, 99999);
    auto* suffix = new LineField(tr("A, B…"));
    m_day = new DateField;
    const std::string symbol = decisionSymbol(context.file);
    auto* numberForm = layout->add(tr("Số quyết định"), number)->required()->hint(toQ(symbol));
    auto* suffixForm = layout->add(tr("Chữ sau số"), suffix);
    m_dayForm = layout->add(tr("Ngày ban hành"), m_day)->required();
    m_form.bind("number", numberForm, number, &services::IssuePaper::number);
    m_form.bind("suffix", suffixForm, suffix, &services::IssuePaper::suffix);
    m_form.bind("issuedOn", m_dayForm, m_day, &services::IssuePaper::issuedOn);
    addPart(layout);
    const Date today = context.file.clock().today();
    const auto next = services::PlanService(context.file).nextNumber(symbol, today);
    m_form.load({next.value_or(1), {}, today});
    addVerb(QStringLiteral("schoolRecognition.draft"), tr("Để dự thảo"), ButtonKind::Normal, [this] {
        if (draft()) {
            m_decision.reset(); // it stays
            accept();
        }
    });
    addVerb(QStringLiteral("schoolRecognition.issue"), tr("Ban hành quyết định"), ButtonKind::Primary, [this] { issue(); });
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
    number->setFocus();
}

bool SchoolRecognitionDialog::draft()
{
    if (m_decision)
        return true;
    return m_shell.runner.run([&] { return services::DecisionService(m_context.file).draftRecognition(m_year, m_initiatives); },
                              [this](domain::DecisionId id) { m_decision = id; });
}

void SchoolRecognitionDialog::issue()
{
    showError({});
    if (m_day->isBlank()) {
        m_dayForm->setError(tr("Xin ghi ngày ban hành."));
        m_day->setFocus();
        return;
    }
    if (!m_form.reveal() || !draft())
        return;
    const auto paper = m_form.draft();
    const bool issued = m_shell.runner.run([&] { return services::DecisionService(m_context.file).issueDecision(*m_decision, paper); },
                                           [](auto) {}, &m_form);
    if (!issued)
        return;
    m_decision.reset();
    accept();
}

/// A draft made for issuing that did not come about goes away with the dialog.
void SchoolRecognitionDialog::done(int result)
{
    if (m_decision) {
        const auto id = *m_decision;
        m_decision.reset();
        m_shell.runner.run([&] { return services::DecisionService(m_context.file).removeDecision(id); });
    }
    FormDialog::done(result);
}

OutsideRecognitionDialog::OutsideRecognitionDialog(Shell& shell, SchoolContext& context, std::vector<domain::InitiativeId> initiatives,
                                                   const QStringList& titles, QWidget* parent)
    : FormDialog(QStringLiteral("outsideRecognition"), tr("Ghi công nhận của cấp trên cho %1 sáng kiến").arg(titles.size()),
                 tr("Ghi theo quyết định đã nhận được."), parent),
      m_shell(shell), m_context(context)
{
    using Draft = services::RecogniseOutside;
    addPart(titleList(titles, this));
    auto* layout = new FormLayout(2, this);
    auto levels = wordsOf<domain::RecognitionLevel>();
    auto* level = new ChoiceField;
    auto* scope = new ChoiceField;
    auto* issuer = new LineField(tr("Chủ tịch Ủy ban nhân dân…"));
    auto* number = new LineField(tr("1207/QĐ-UBND"));
    m_day = new DateField;
    auto* levelForm = layout->add(tr("Cấp công nhận"), level)->required();
    auto* scopeForm = layout->add(tr("Phạm vi ảnh hưởng"), scope)->required();
    auto* issuerForm = layout->add(tr("Người, cơ quan quyết định"), issuer, 2)->required();
    auto* numberForm = layout->add(tr("Số quyết định"), number)->required();
    m_dayForm = layout->add(tr("Ngày quyết định"), m_day)->required();
    m_form.bindChoice("scope", scopeForm, scope, &Draft::scope, levels);
    levels.erase(levels.begin()); // the school's own recognition is a decision of its own
    m_form.bindChoice("level", levelForm, level, &Draft::level, levels);
    m_form.bind("issuer", issuerForm, issuer, &Draft::issuer);
    m_form.bind("number", numberForm, number, &Draft::number);
    m_form.bind("decidedOn", m_dayForm, m_day, &Draft::decidedOn);
    addPart(layout);
    Draft first;
    first.initiatives = std::move(initiatives);
    first.decidedOn = context.file.clock().today();
    if (const auto school = services::SchoolService(context.file).school())
        first.issuer = school->data.conferringHead;
    m_form.load(first);
    addVerb(QStringLiteral("outsideRecognition.record"), tr("Ghi công nhận"), ButtonKind::Primary, [this] { record(); });
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
    level->setFocus();
}

void OutsideRecognitionDialog::record()
{
    showError({});
    if (m_day->isBlank()) {
        m_dayForm->setError(tr("Xin ghi ngày của quyết định."));
        m_day->setFocus();
        return;
    }
    if (!m_form.reveal())
        return;
    const auto command = m_form.draft();
    if (m_shell.runner.run([&] { return services::RegistrationService(m_context.file).recogniseOutside(command); }, [](auto) {}, &m_form))
        accept();
}

}

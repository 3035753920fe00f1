// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/initiative_service.h"
#include "ui/pages/initiatives/recognise_dialogs.h"

#include "domain/decision.h"
#include "domain/paper_lines.h"
#include "domain/school.h"
#include "services/core/school_service.h"
#include "services/award/decision_service.h"
#include "services/follow/initiative_ledger.h"
#include "services/papers/paper_findings.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/paper_gap_fields.h"

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
        lines << OutsideRecognitionDialog::tr("– và %1 sáng kiến khác").arg(titles.size() - kTitlesShown);
    auto* label = makeWrapped(lines.join(QLatin1Char('\n')), TypeRole::Text, Ink::Text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}

void openSchoolRecognition(Shell& shell, SchoolContext& context, domain::SchoolYearId year, const std::vector<domain::InitiativeId>& initiatives,
                           const QStringList& titles, QWidget* parent)
{
    auto& file = context.file;
    auto* fields = new FormLayout(1, parent);
    auto* proposer = new LineField(OutsideRecognitionDialog::tr("Hội đồng sáng kiến, tổ hay bộ phận đã đề nghị"));
    proposer->setObjectName(QStringLiteral("issueProposer"));
    if (const auto usual = services::DecisionService(file).proposerOf(year))
        proposer->setValue(*usual);
    auto* proposerLine = fields->add(OutsideRecognitionDialog::tr("Theo đề nghị của"), proposer)->required();
    fields->add(titleList(titles, fields));
    auto* dialog = new IssueDialog(
        file, shell.runner,
        {OutsideRecognitionDialog::tr("Ban hành quyết định"), OutsideRecognitionDialog::tr("Công nhận cấp trường %1 sáng kiến").arg(titles.size()),
         OutsideRecognitionDialog::tr("Quyết định ban hành rồi không sửa được; sáng kiến được công nhận từ ngày quyết định."), services::PaperKind::Decision,
         std::nullopt,
         [&file, year, initiatives, proposer](const services::IssuePaper& paper) {
             return changesOf(services::DecisionService(file).issueRecognition(year, initiatives, paper, proposer->value()));
         },
         [&shell, window = parent->window()](const services::PaperGap& gap) { fillInSettings(shell, window, gap); }, {}, {}, {}, {},
         [&file](Date on) {
             const auto code = domain::toCode(domain::DecisionKind::RecogniseInitiatives);
             return domain::linesOf(services::basesFollowed(file, code, services::usualBases(file, code), on));
         }},
        parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setExtra(fields, {{"proposer", proposerLine}});
    dialog->addVerb(OutsideRecognitionDialog::tr("Để dự thảo"), QStringLiteral("issueDraft"), [&shell, &file, year, initiatives, proposer] {
        return shell.runner.run([&] { return services::DecisionService(file).draftRecognition(year, initiatives, proposer->value()); });
    });
    dialog->open();
}

ReferralDialog::ReferralDialog(Shell& shell, SchoolContext& context, std::vector<domain::InitiativeId> initiatives, const QStringList& titles, QWidget* parent)
    : FormDialog(QStringLiteral("referral"), tr("Chuyển %1 sáng kiến lên cấp trên").arg(titles.size()), tr("Kết quả ghi sau bằng “Ghi công nhận của cấp trên…” hoặc “Cấp trên không công nhận…”."), parent)
{
    using Draft = services::ReferInitiatives;
    addPart(titleList(titles, this));
    auto* layout = new FormLayout(2, this);
    auto levels = wordsOf<domain::RecognitionLevel>();
    levels.erase(levels.begin());
    auto* level = new ChoiceField;
    auto* to = new LineField(tr("Hội đồng sáng kiến huyện…"));
    to->setObjectName(QStringLiteral("referral-to"));
    auto* day = new DateField;
    m_form.bindChoice("level", layout->add(tr("Cấp"), level)->required(), level, &Draft::level, levels);
    m_form.bind("sentOn", layout->add(tr("Ngày chuyển"), day)->required(), day, &Draft::sentOn);
    m_form.bind("sentTo", layout->add(tr("Nơi nhận"), to, 2)->required(), to, &Draft::sentTo);
    addPart(layout);
    Draft first;
    first.initiatives = std::move(initiatives);
    first.sentOn = context.file.clock().today();
    m_form.load(first);
    addVerb(QStringLiteral("referral.record"), tr("Ghi đã chuyển"), ButtonKind::Primary, [this, &shell, &context] {
        showError({});
        if (!m_form.reveal())
            return;
        const auto command = m_form.draft();
        if (shell.runner.run([&] { return services::InitiativeReferrals(context.file).refer(command); }, [](auto&&) {}, &m_form))
            accept();
    });
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
    to->setFocus();
}

RefusalDialog::RefusalDialog(Shell& shell, SchoolContext& context, domain::InitiativeReferralId referral, const QString& title, QWidget* parent)
    : FormDialog(QStringLiteral("refusal"), tr("Cấp trên không công nhận “%1”").arg(title), tr("Công nhận cấp trường giữ nguyên."), parent)
{
    auto* layout = new FormLayout(2, this);
    auto* day = new DateField;
    day->setObjectName(QStringLiteral("refusal-on"));
    day->setValue(context.file.clock().today());
    auto* reason = new LineField(tr("lý do, số văn bản trả lời"));
    reason->setObjectName(QStringLiteral("refusal-reason"));
    layout->add(tr("Ngày"), day)->required();
    layout->add(tr("Lý do"), reason, 2)->required();
    addPart(layout);
    addVerb(QStringLiteral("refusal.record"), tr("Ghi kết quả"), ButtonKind::Primary, [this, &shell, &context, referral, day, reason] {
        showError({});
        if (shell.runner.run([&] { return services::InitiativeReferrals(context.file).refused(referral, day->value(), reason->value()); }))
            accept();
    });
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
    reason->setFocus();
}

UseDialog::UseDialog(Shell& shell, SchoolContext& context, const services::InitiativeRow& row, const std::vector<ChoiceField::Choice>& honours, QWidget* parent)
    : FormDialog(QStringLiteral("initiativeUse"), tr("Sáng kiến “%1” đã dùng xét").arg(toQ(row.initiative.title)),
                 tr("Chương trình tự ghi khi tặng; ở đây ghi việc dùng từ trước, hoặc sửa chỗ ghi sai. Mỗi tác giả dùng một lần."), parent)
{
    auto* layout = new FormLayout(2, this);
    auto* author = new ChoiceField;
    author->setObjectName(QStringLiteral("use-author"));
    std::vector<ChoiceField::Choice> authors;
    for (std::size_t i = 0; i < row.authors.size() && i < row.authorNames.size(); ++i)
        authors.push_back({std::to_string(row.authors[i].person.value()), toQ(row.authorNames[i])});
    author->setChoices(authors);
    auto* honour = new ChoiceField(honours);
    honour->setObjectName(QStringLiteral("use-honour"));
    layout->add(tr("Tác giả"), author)->required();
    layout->add(tr("Đã dùng xét"), honour);
    addPart(layout);
    if (!row.authors.empty())
        honour->setValue(row.authors.front().usedFor);
    addVerb(QStringLiteral("initiativeUse.record"), tr("Ghi vào sổ"), ButtonKind::Primary, [this, &shell, &context, id = row.id, author, honour] {
        showError({});
        const domain::PersonId person(std::stoll(author->value()));
        if (shell.runner.run([&] { return services::InitiativeLedger(context.file).setUse(id, person, honour->value()); }))
            accept();
    });
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
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
    auto* issuerForm = layout->add(tr("Người, cơ quan quyết định"), issuer)->required();
    auto* valid = new DateField;
    auto* validForm = layout->add(tr("Hiệu lực đến, nếu có ghi"), valid);
    auto* numberForm = layout->add(tr("Số quyết định"), number)->required();
    m_dayForm = layout->add(tr("Ngày quyết định"), m_day)->required();
    m_form.bindChoice("scope", scopeForm, scope, &Draft::scope, levels);
    levels.erase(levels.begin()); // the school's own recognition is a decision of its own
    m_form.bindChoice("level", levelForm, level, &Draft::level, levels);
    m_form.bind("issuer", issuerForm, issuer, &Draft::issuer);
    m_form.bind("number", numberForm, number, &Draft::number);
    m_form.bind("decidedOn", m_dayForm, m_day, &Draft::decidedOn);
    m_form.bind("validUntil", validForm, valid, &Draft::validUntil);
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
    if (m_shell.runner.run([&] { return services::InitiativeService(m_context.file).recogniseOutside(command); }, [](auto) {}, &m_form))
        accept();
}

}

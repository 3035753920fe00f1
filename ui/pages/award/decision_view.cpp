// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/decision_view.h"

#include "text/messages.h"
#include "ui/pages/award/award_parts.h"

#include <QBoxLayout>

#include <map>

namespace thidua::ui {
namespace {

QStringList numbered(const QStringList& articles)
{
    QStringList texts;
    for (qsizetype i = 0; i < articles.size(); ++i)
        texts << DecisionView::tr("Điều %1. %2").arg(i + 1).arg(articles[i]);
    return texts;
}

}

QString DecisionView::headOf(const services::DecisionDetail& detail)
{
    return detail.numberText.empty() ? tr("Dự thảo quyết định") : tr("Quyết định %1").arg(toQ(detail.numberText));
}

QString DecisionView::kindName(domain::DecisionKind kind)
{
    return toQ(text::label("decision-kind", domain::toCode(kind)));
}

QString DecisionView::kindOf(const services::DecisionDetail& detail)
{
    return detail.revocation ? tr("Thu hồi văn bản") : kindName(detail.decision.kind);
}

QString DecisionView::stateName(domain::DecisionState state)
{
    return toQ(text::label("decision-state", domain::toCode(state)));
}

Tone DecisionView::stateTone(domain::DecisionState state)
{
    switch (state) {
    case domain::DecisionState::Draft: return Tone::Warn;
    case domain::DecisionState::Issued: return Tone::Ok;
    case domain::DecisionState::Revoked:
    case domain::DecisionState::Replaced: return Tone::Mute;
    }
    return Tone::Mute;
}

QString DecisionView::stateIcon(domain::DecisionState state)
{
    return state == domain::DecisionState::Draft ? QStringLiteral("edit") : QString();
}

DecisionView::DecisionView(const services::DecisionDetail& detail, const HonourName& honourName, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    addFacts(detail);
    QStringList bases = AwardParts::lines(domain::linesOf(detail.decision.bases));
    if (!detail.decision.proposer.empty())
        bases << tr("Theo đề nghị của %1").arg(toQ(detail.decision.proposer));
    if (!bases.isEmpty())
        column->addWidget(AwardParts::paragraphs(tr("Căn cứ"), bases, this));
    const QStringList articles = AwardParts::lines(detail.decision.articles);
    if (!articles.isEmpty())
        column->addWidget(AwardParts::paragraphs(detail.revocation ? tr("Lý do thu hồi") : tr("Quyết định"), detail.revocation ? articles : numbered(articles), this));
    addLists(detail, honourName);
    const QStringList recipients = AwardParts::lines(domain::linesOf(detail.decision.recipients));
    if (!recipients.isEmpty())
        column->addWidget(AwardParts::paragraphs(tr("Nơi nhận"), recipients, this));
}

void DecisionView::addFacts(const services::DecisionDetail& detail)
{
    const auto& decision = detail.decision;
    auto* facts = new DetailList(DetailList::Form::Beside, this);
    facts->add(tr("Số"), detail.numberText.empty() ? tr("có khi ban hành") : toQ(detail.numberText).toHtmlEscaped());
    facts->add(tr("Ngày"), AwardParts::dayOr(decision.number.issuedOn, tr("có khi ban hành")));
    facts->add(tr("Loại"), kindOf(detail));
    if (!decision.issuer.empty())
        facts->add(tr("Người ban hành"), toQ(decision.issuer).toHtmlEscaped());
    if (!decision.signerName.empty())
        facts->add(tr("Người ký"), toQ(decision.signerName).toHtmlEscaped());
    layout()->addWidget(facts);
}

void DecisionView::addLists(const services::DecisionDetail& detail, const HonourName& honourName)
{
    if (detail.lines.empty())
        return;
    // By honour in the order in which the list has them; lists of people without an honour stay one.
    std::vector<std::string> order;
    std::map<std::string, std::vector<AwardParts::Named>> groups;
    for (const auto& line : detail.lines) {
        if (!groups.contains(line.honour))
            order.push_back(line.honour);
        QString second = toQ(line.post);
        if (!line.text.empty())
            second = second.isEmpty() ? toQ(line.text) : tr("%1 – %2").arg(second, toQ(line.text));
        groups[line.honour].push_back({toQ(line.name), second});
    }
    for (const auto& code : order) {
        auto* box = new QWidget(this);
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(Theme::px(6));
        const QString title = code.empty() ? tr("Danh sách kèm theo") : honourName(code);
        column->addWidget(makeSectionHead(title, tr("%1 dòng").arg(groups[code].size()), box));
        column->addWidget(AwardParts::named(groups[code], box));
        layout()->addWidget(box);
    }
}

}

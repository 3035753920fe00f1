// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/submission_view.h"

#include "text/messages.h"
#include "ui/pages/award/award_parts.h"

#include <QBoxLayout>

#include <algorithm>

namespace thidua::ui {

using domain::Outcome;
using domain::SubmissionState;

QString SubmissionView::headOf(const services::SubmissionDetail& detail)
{
    const std::string number = detail.submission.number.text();
    return number.empty() ? tr("Dự thảo tờ trình") : tr("Tờ trình %1").arg(toQ(number));
}

QString SubmissionView::stateName(SubmissionState state)
{
    return toQ(text::label("submission-state", domain::toCode(state)));
}

Tone SubmissionView::stateTone(SubmissionState state)
{
    switch (state) {
    case SubmissionState::Draft: return Tone::Warn;
    case SubmissionState::Issued: return Tone::Info;
    case SubmissionState::Answered: return Tone::Ok;
    case SubmissionState::Revoked:
    case SubmissionState::Replaced: break;
    }
    return Tone::Mute;
}

QString SubmissionView::stateIcon(SubmissionState state)
{
    return state == SubmissionState::Draft ? QStringLiteral("edit") : state == SubmissionState::Issued ? QStringLiteral("send") : QString();
}

QString SubmissionView::outcomeName(Outcome outcome)
{
    return toQ(text::label("outcome", domain::toCode(outcome)));
}

Tone SubmissionView::outcomeTone(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting: return Tone::Mute;
    case Outcome::Conferred: return Tone::Ok;
    case Outcome::Refused: return Tone::Bad;
    case Outcome::Returned: return Tone::Warn;
    }
    return Tone::Mute;
}

std::vector<SubmissionView::Group> SubmissionView::grouped(const services::SubmissionDetail& detail)
{
    std::vector<Group> groups;
    for (const auto& line : detail.lines) {
        const QString name = toQ(line.honourName);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.first == name; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {name, {}});
        group->second.push_back(&line);
    }
    return groups;
}

SubmissionView::SubmissionView(const services::SubmissionDetail& detail, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    addFacts(detail);
    addLines(detail);
    const QStringList bases = AwardParts::lines(domain::linesOf(detail.submission.bases));
    if (!bases.isEmpty())
        column->addWidget(AwardParts::paragraphs(tr("Căn cứ"), bases, this));
    const QStringList body = AwardParts::lines(detail.submission.body);
    if (!body.isEmpty())
        column->addWidget(AwardParts::paragraphs(tr("Nội dung trình"), body, this));
    const QStringList recipients = AwardParts::lines(domain::linesOf(detail.submission.recipients));
    if (!recipients.isEmpty())
        column->addWidget(AwardParts::paragraphs(tr("Nơi nhận"), recipients, this));
}

void SubmissionView::addFacts(const services::SubmissionDetail& detail)
{
    const auto& submission = detail.submission;
    auto* facts = new DetailList(DetailList::Form::Beside, this);
    const std::string number = submission.number.text();
    facts->add(tr("Số"), number.empty() ? tr("có khi ban hành") : toQ(number).toHtmlEscaped());
    facts->add(tr("Ngày"), AwardParts::dayOr(submission.number.issuedOn, tr("có khi ban hành")));
    facts->add(tr("Kính gửi"), AwardParts::lines(submission.addressees).join(QStringLiteral("; ")).toHtmlEscaped());
    if (!submission.signerName.empty())
        facts->add(tr("Người ký"), toQ(submission.signerName).toHtmlEscaped());
    layout()->addWidget(facts);
}

void SubmissionView::addLines(const services::SubmissionDetail& detail)
{
    for (const auto& [name, lines] : grouped(detail)) {
        std::vector<AwardParts::Named> rows;
        for (const auto* row : lines) {
            QString second = toQ(row->line.post);
            if (row->line.members > 0)
                second += (second.isEmpty() ? QString() : QStringLiteral(" – ")) + tr("%1/%2 phiếu").arg(row->line.inFavour).arg(row->line.members);
            if (!row->decisionText.empty())
                second += QStringLiteral("\n") + tr("QĐ %1").arg(toQ(row->decisionText));
            if (!row->line.outcomeReason.empty())
                second += QStringLiteral("\n") + tr("Lý do: %1").arg(toQ(row->line.outcomeReason));
            const bool waiting = row->line.outcome == Outcome::Waiting;
            rows.push_back({toQ(row->line.name), second, outcomeTone(row->line.outcome), outcomeName(row->line.outcome),
                            waiting ? QStringLiteral("clock") : QString()});
        }
        auto* box = new QWidget(this);
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(Theme::px(6));
        column->addWidget(makeSectionHead(name, tr("%1 dòng").arg(lines.size()), box));
        column->addWidget(AwardParts::named(rows, box));
        layout()->addWidget(box);
    }
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/review_words.h"

#include "domain/workflow.h"
#include "services/review/nomination_service.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/flow_layout.h"
#include "text/messages.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QRegularExpression>

namespace thidua::ui::review {
namespace {

struct ReviewWords {
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

FindingLine::Outcome outcomeOf(rules::Outcome outcome)
{
    switch (outcome) {
    case rules::Outcome::Pass: return FindingLine::Outcome::Pass;
    case rules::Outcome::Fail: return FindingLine::Outcome::Fail;
    case rules::Outcome::Unknown: return FindingLine::Outcome::Unknown;
    case rules::Outcome::NotApplicable: break;
    }
    return FindingLine::Outcome::NotApplicable;
}

/// Verdicts kept from an earlier program wrote 2021-2022; what is kept stays, what is shown is written one way.
QString dashedYears(QString words)
{
    static const QRegularExpression years(QStringLiteral("\\b((?:19|20)\\d\\d)-((?:19|20)\\d\\d)\\b"));
    return words.replace(years, QStringLiteral("\\1–\\2"));
}

Ink reviewInk(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return Ink::Ok;
    case Tone::Warn: return Ink::Warn;
    case Tone::Bad: return Ink::Bad;
    case Tone::Info: return Ink::Info;
    default: return Ink::Text2;
    }
}

}

bool isOpen(const services::NominationRow& row)
{
    return domain::may(row.nomination.state, domain::NominationEvent::Review);
}

Tone toneOf(rules::VerdictKind kind)
{
    switch (kind) {
    case rules::VerdictKind::Eligible: return Tone::Ok;
    case rules::VerdictKind::Ineligible: return Tone::Bad;
    case rules::VerdictKind::Undetermined: break;
    }
    return Tone::Warn;
}

QString wordOf(rules::VerdictKind kind)
{
    return labelOf("verdict", rules::toCode(kind));
}

rules::VerdictKind shownVerdict(const services::NominationRow& row)
{
    return services::turnedDown(row.nomination) ? rules::VerdictKind::Ineligible : row.verdict.verdict;
}

QString shownVerdictWord(const services::NominationRow& row)
{
    if (!services::turnedDown(row.nomination))
        return wordOf(row.verdict.verdict);
    return row.nomination.state == domain::NominationState::Refused ? ReviewWords::tr("Không công nhận") : ReviewWords::tr("Không thông qua");
}

Cell verdictCell(rules::VerdictKind kind, const std::string& overrideReason)
{
    if (overrideReason.empty())
        return Cell::mark(toneOf(kind), wordOf(kind));
    Cell cell = Cell::mark(toneOf(kind), ReviewWords::tr("%1 – xét khác").arg(wordOf(kind)));
    cell.flagged = true;
    cell.tip = ReviewWords::tr("Hội đồng xét khác kết luận. Lý do: %1").arg(toQ(overrideReason));
    return cell;
}

QString countWords(const rules::Verdict& verdict)
{
    const auto count = [&verdict](rules::Outcome outcome) { return std::ranges::count(verdict.findings, outcome, &rules::Finding::outcome); };
    QStringList parts;
    if (const auto passed = count(rules::Outcome::Pass); passed > 0)
        parts << ReviewWords::tr("%1 đạt").arg(passed);
    if (const auto failed = count(rules::Outcome::Fail); failed > 0)
        parts << ReviewWords::tr("%1 không đạt").arg(failed);
    if (const auto unknown = count(rules::Outcome::Unknown); unknown > 0)
        parts << ReviewWords::tr("%1 chưa biết").arg(unknown);
    return parts.join(QStringLiteral(", "));
}

FindingLine lineOf(const rules::Finding& finding)
{
    FindingLine line;
    line.outcome = outcomeOf(finding.outcome);
    line.label = toQ(finding.label.vi);
    line.text = dashedYears(toQ(finding.explanation.vi));
    // That a value is unconfirmed or two rules disagree is said by the explanation itself.
    line.citation = kept(toQ(finding.citation.brief.empty() ? finding.citation.full : finding.citation.brief));
    line.link = toQ(finding.id);
    if (finding.outcome == rules::Outcome::Fail || finding.outcome == rules::Outcome::Unknown)
        line.remedy = dashedYears(toQ(finding.remedy.vi));
    return line;
}

QString quotaWords(const services::QuotaLine& quota)
{
    QString words = quota.within ? ReviewWords::tr("%1 / %2").arg(quota.count).arg(quota.allowed)
                                 : ReviewWords::tr("%1 / %2 — vượt %3").arg(quota.count).arg(quota.allowed).arg(quota.count - quota.allowed);
    if (!quota.basis.empty())
        words += ReviewWords::tr(" (%1)").arg(toQ(quota.basis));
    return words;
}

FindingLine lineOf(const services::QuotaLine& quota)
{
    FindingLine line;
    line.outcome = quota.within ? FindingLine::Outcome::Pass : FindingLine::Outcome::Fail;
    line.label = toQ(quota.title);
    line.text = ReviewWords::tr("%1.").arg(quotaWords(quota));
    if (!quota.certain)
        line.doubt = uncheckedWords();
    line.citation = kept(toQ(quota.citation));
    line.word = quota.within ? ReviewWords::tr("Trong hạn mức") : ReviewWords::tr("Vượt hạn mức");
    line.link = toQ("quota:" + quota.id);
    return line;
}

QString kept(const QString& citation)
{
    // An article stays in one line as long as it is short: a longer one would be wider than its panel and be cut.
    constexpr qsizetype kLongest = 30;
    QString out = unbroken(citation);
    qsizetype from = 0;
    for (qsizetype i = 0; i <= out.size(); ++i) {
        const bool end = i == out.size() || (out[i] == QLatin1Char(' ') && i > 0 && (out[i - 1] == QLatin1Char(';') || out[i - 1] == QLatin1Char(',')));
        if (!end)
            continue;
        for (qsizetype at = from; i - from <= kLongest && at < i; ++at)
            if (out[at] == QLatin1Char(' '))
                out[at] = QChar::Nbsp;
        from = i + 1;
    }
    return out;
}

QString labelOf(std::string_view group, std::string_view code)
{
    return toQ(text::label(group, code));
}

QString distanceWords(Date today, Date day)
{
    const int days = daysBetween(today, day);
    if (days == 0)
        return ReviewWords::tr("hôm nay");
    return days > 0 ? ReviewWords::tr("còn %1 ngày").arg(days) : ReviewWords::tr("đã qua %1 ngày").arg(-days);
}

QString yearWords(SchoolYear year)
{
    return unbroken(toQ(year.screen()));
}

QWidget* makeRow(const std::vector<std::pair<QWidget*, int>>& widgets, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::px(8));
    bool stretched = false;
    for (const auto& [widget, stretch] : widgets) {
        layout->addWidget(widget, stretch);
        stretched = stretched || stretch > 0;
    }
    if (!stretched)
        layout->addStretch(1);
    return row;
}

ChecksRow::ChecksRow(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Theme::px(12));
}

void ChecksRow::set(const std::vector<Check>& checks)
{
    clearLayout(*m_row);
    auto* all = new QWidget(this);
    auto* flow = new FlowLayout(all); // where there is little room they stand below each other
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(Theme::px(12));
    for (const auto& check : checks) {
        auto* sign = makeIconLabel(toneIcon(check.tone), reviewInk(check.tone), 14, all);
        auto* words = new Label(check.text, TypeRole::Small, reviewInk(check.tone), all);
        auto* pair = makeRow({{sign, 0}, {words, 1}}, all);
        pair->layout()->setSpacing(Theme::px(4));
        flow->addWidget(pair);
    }
    m_row->addWidget(all);
}

}

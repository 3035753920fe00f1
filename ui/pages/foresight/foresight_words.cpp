// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/foresight/foresight_words.h"

#include <QObject>

namespace thidua::ui::foresight {

using services::Chance;

QString chanceWord(Chance chance)
{
    switch (chance) {
    case Chance::Reached: return QObject::tr("Đủ điều kiện");
    case Chance::Near: return QObject::tr("Còn một điều");
    case Chance::Possible: return QObject::tr("Còn kịp");
    case Chance::Lost: return QObject::tr("Không còn");
    case Chance::Unknown: break;
    }
    return QObject::tr("Chưa biết");
}

Tone chanceTone(Chance chance)
{
    switch (chance) {
    case Chance::Reached: return Tone::Ok;
    case Chance::Near: return Tone::Warn;
    case Chance::Possible: return Tone::None;
    case Chance::Lost: return Tone::Bad;
    case Chance::Unknown: break;
    }
    return Tone::None;
}

QString chanceIcon(Chance chance)
{
    switch (chance) {
    case Chance::Near: return QStringLiteral("flag");
    case Chance::Possible: return QStringLiteral("clock");
    case Chance::Unknown: return QStringLiteral("question");
    default: return {};
    }
}

int chanceOrder(Chance chance)
{
    switch (chance) {
    case Chance::Near: return 0;
    case Chance::Possible: return 1;
    case Chance::Reached: return 2;
    case Chance::Unknown: return 3;
    case Chance::Lost: break;
    }
    return 4;
}

QString capital(const QString& words)
{
    return words.isEmpty() ? words : words.left(1).toUpper() + words.mid(1);
}

QString before(Date day)
{
    return QObject::tr("trước %1").arg(dateText(day));
}

QString daysLeft(Date today, Date day)
{
    const int days = daysBetween(today, day);
    if (days < 0)
        return QObject::tr("đã qua");
    return days == 0 ? QObject::tr("hôm nay") : QObject::tr("còn %1 ngày").arg(days);
}

QString verdictWord(rules::VerdictKind kind)
{
    switch (kind) {
    case rules::VerdictKind::Eligible: return QObject::tr("Đủ điều kiện");
    case rules::VerdictKind::Ineligible: return QObject::tr("Chưa đủ");
    case rules::VerdictKind::Undetermined: break;
    }
    return QObject::tr("Thiếu thông tin");
}

Tone verdictTone(rules::VerdictKind kind)
{
    switch (kind) {
    case rules::VerdictKind::Eligible: return Tone::Ok;
    case rules::VerdictKind::Ineligible: return Tone::Bad;
    case rules::VerdictKind::Undetermined: break;
    }
    return Tone::Warn;
}

FindingLine lineOf(const services::Missing& missing)
{
    FindingLine line;
    line.outcome = missing.outcome == rules::Outcome::Fail ? FindingLine::Outcome::Fail : FindingLine::Outcome::Unknown;
    line.label = capital(toQ(missing.text));
    line.text = toQ(missing.explanation);
    line.citation = unbroken(toQ(missing.citation));
    line.remedy = toQ(missing.remedy);
    line.word = missing.by ? before(*missing.by) : missing.certainlyLost ? QObject::tr("không đổi được") : QString();
    if (missing.by)
        line.outcome = FindingLine::Outcome::Unknown; // it may still come: no cross yet
    return line;
}

QuotaState quotaState(const services::QuotaLine& quota)
{
    QuotaState state;
    state.label = toQ(quota.title);
    state.value = quota.count;
    state.line = quota.allowed;
    if (!quota.basis.empty())
        state.words = QObject::tr("%1 (%2)").arg(QuotaState(state).shownWords(), toQ(quota.basis));
    return state;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/prepare/prepare_words.h"

#include "domain/plan_codes.h"

#include "domain/observance.h"
#include "domain/school_year.h"

#include <QStringList>

namespace thidua::ui::prepare {

Tone toneOf(domain::PlanState state)
{
    switch (state) {
    case domain::PlanState::Draft: return Tone::Info;
    case domain::PlanState::Issued: return Tone::Ok;
    case domain::PlanState::Replaced:
    case domain::PlanState::Revoked: break;
    }
    return Tone::Mute;
}

Tone toneOf(domain::CampaignState state)
{
    switch (state) {
    case domain::CampaignState::Draft:
    case domain::CampaignState::Revoked:
    case domain::CampaignState::Replaced: return Tone::Mute;
    case domain::CampaignState::Launched:
    case domain::CampaignState::Reviewed: return Tone::Info;
    case domain::CampaignState::Closed: break;
    }
    return Tone::Ok;
}

QString periodOf(const domain::Plan& plan, const Years& years)
{
    if (plan.kind == domain::PlanKind::Period)
        return Words::tr("Giai đoạn %1–%2").arg(plan.fromYear.value_or(0)).arg(plan.toYear.value_or(0));
    for (const auto& year : years)
        if (plan.year == year.id)
            return Words::tr("Năm học %1").arg(toQ(year.data.year.screen()));
    return labelOf(plan.kind);
}

QString nameOf(const domain::LegalText& text)
{
    return QStringLiteral("%1 %2").arg(toQ(text.kind), toQ(text.number)).trimmed();
}

QString originOf(const domain::LegalText& text)
{
    QStringList parts;
    if (!text.issuer.empty())
        parts << toQ(text.issuer);
    if (text.issuedOn)
        parts << dateText(text.issuedOn);
    return parts.join(QStringLiteral(", "));
}

QString paragraphs(const std::string& text)
{
    QString rich;
    for (const QString& line : toQ(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        rich += QStringLiteral("<p style=\"margin-top:0; margin-bottom:4px\">%1</p>").arg(line.toHtmlEscaped());
    return rich;
}

QString dayOf(const domain::Observance& observance)
{
    // As on official papers: days under 10 and months 1 and 2 carry a zero.
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    return two(observance.day) + QLatin1Char('/') + (observance.month < 3 ? two(observance.month) : QString::number(observance.month));
}

int calendarYearOf(const domain::Observance& observance, Date from, Date to, SchoolYear seen)
{
    if (observance.kind == domain::ObservanceKind::Once && observance.onlyYear)
        return *observance.onlyYear;
    const auto falls = [&](int year) {
        const auto day = std::tuple(year, observance.month, observance.day);
        const auto of = [](Date d) { return std::tuple(d.year(), static_cast<int>(d.month()), static_cast<int>(d.day())); };
        return of(from) <= day && day <= of(to);
    };
    const int usual = observance.month >= 9 ? seen.startYear() : seen.startYear() + 1;
    if (falls(usual))
        return usual;
    for (int year = from.year(); year <= to.year(); ++year)
        if (falls(year))
            return year;
    return usual;
}

QString shortAnniversary(const domain::Observance& observance, int calendarYear)
{
    const auto years = domain::anniversary(observance, calendarYear);
    return years ? Words::tr("%1 năm %2").arg(*years).arg(dayOf(observance)) : dayOf(observance);
}

QString longAnniversary(const domain::Observance& observance, int calendarYear)
{
    QString name = toQ(observance.name);
    const QString day = QStringLiteral("%1/%2").arg(dayOf(observance)).arg(calendarYear);
    const auto years = domain::anniversary(observance, calendarYear);
    if (!years)
        return QStringLiteral("%1 (%2)").arg(name, day);
    // Nghị định 111/2018/NĐ-CP khoản 1 Điều 3: “năm tròn” ends with 0.
    if (*years % 10 == 0)
        return Words::tr("%1 năm %2 (%3) – năm tròn").arg(*years).arg(name, day);
    return Words::tr("%1 năm %2 (%3)").arg(*years).arg(name, day);
}

}

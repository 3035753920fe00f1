// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaigns/campaign_view.h"

#include "domain/school_year.h"
#include "domain/workflow.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/prepare/prepare_words.h"

#include <QRegularExpression>

namespace thidua::ui::prepare {

using services::CampaignRow;

namespace {

int yearOf(const CampaignRow& row, const domain::Observance& observance, SchoolYear seen)
{
    return calendarYearOf(observance, row.campaign.from, row.campaign.to, seen);
}

void addSteps(SidePanel& panel, const domain::Campaign& campaign)
{
    if (!campaign.launchedOn && !campaign.reviewedOn && !campaign.closedOn)
        return;
    panel.addToBody(makeRule());
    panel.addToBody(makeSectionHead(Words::tr("Đã làm")));
    auto* steps = new DetailList(DetailList::Form::Beside);
    if (campaign.launchedOn)
        steps->add(Words::tr("Phát động"), dateText(campaign.launchedOn));
    if (campaign.reviewedOn)
        steps->add(Words::tr("Sơ kết"), paragraphs(campaign.reviewNote.empty() ? campaign.reviewedOn->vn() : campaign.reviewNote));
    if (campaign.closedOn) {
        const auto note = campaign.closeNote.empty() ? std::string() : ": " + campaign.closeNote;
        steps->add(Words::tr("Tổng kết"), paragraphs(campaign.closedOn->vn() + note));
    }
    panel.addToBody(steps);
}

void addObservances(SidePanel& panel, const CampaignRow& row, SchoolYear seen)
{
    if (row.observances.empty())
        return;
    panel.addToBody(makeRule());
    panel.addToBody(makeSectionHead(Words::tr("Ngày lễ, ngày kỷ niệm"), Words::tr("số năm do chương trình tính")));
    QString rich;
    for (const auto& observance : row.observances)
        rich += QStringLiteral("<p style=\"margin-top:0; margin-bottom:3px\">– %1</p>")
                    .arg(longAnniversary(observance.data, yearOf(row, observance.data, seen)).toHtmlEscaped());
    panel.addToBody(makeReadable(rich));
    for (const QString& doubt : anniversaryDoubts(row, seen))
        panel.addToBody(makeNote(doubt, QStringLiteral("question"), Ink::Warn, TypeRole::Text, Ink::Warn));
}

}

QStringList anniversariesOf(const CampaignRow& row, SchoolYear seen)
{
    QStringList words;
    for (const auto& observance : row.observances)
        words << shortAnniversary(observance.data, yearOf(row, observance.data, seen));
    return words;
}

Cell anniversariesCell(const CampaignRow& row, SchoolYear seen)
{
    const QStringList words = anniversariesOf(row, seen);
    Cell cell = orDash(words.mid(0, 2).join(QStringLiteral(", ")));
    if (words.size() > 2)
        cell = Cell::twoLines(cell.text, words.mid(2, 2).join(QStringLiteral(", ")) + (words.size() > 4 ? QStringLiteral(" +%1").arg(words.size() - 4) : QString()));
    cell.tip = words.join(QStringLiteral(", "));
    return cell;
}

QString iconOf(domain::CampaignState state)
{
    return state == domain::CampaignState::Draft ? QStringLiteral("edit") : !domain::may(state, domain::CampaignEvent::Edit) ? QString() : QStringLiteral("clock");
}

Cell stateCell(domain::CampaignState state)
{
    return Cell::mark(state == domain::CampaignState::Draft ? Tone::None : toneOf(state), labelOf(state), iconOf(state));
}

QStringList anniversaryDoubts(const CampaignRow& row, SchoolYear seen)
{
    static const QRegularExpression years(QStringLiteral("(\\d{1,3}) năm ")); // on paper
    QStringList texts{toQ(row.campaign.name), toQ(row.campaign.theme)};
    for (const auto& item : row.items)
        texts << toQ(item);
    QStringList doubts;
    for (const auto& observance : row.observances) {
        const auto computed = domain::anniversary(observance.data, yearOf(row, observance.data, seen));
        if (!computed)
            continue;
        for (const QString& text : texts) {
            // “… 75 năm Ngày Toàn quốc kháng chiến …”: the number right before the observance's own name.
            const qsizetype place = text.indexOf(toQ(observance.data.name), 0, Qt::CaseInsensitive);
            const auto match = years.match(text);
            const bool before = place > 0 && match.hasMatch() && match.capturedEnd() <= place + 1 && place - match.capturedEnd() <= 2;
            if (before && match.captured(1).toInt() != *computed)
                doubts << Words::tr("Phong trào ghi %1 năm %2; tính ra là %3 năm. Nên xem lại.").arg(match.captured(1), toQ(observance.data.name)).arg(*computed);
        }
    }
    doubts.removeDuplicates();
    return doubts;
}

QString schoolWeeks(Date from, Date to, const services::YearDays& days)
{
    if (to < days.first || from > days.last)
        return {};
    const auto week = [&days](Date day) { return services::schoolWeek(days, std::clamp(day, days.first, days.last)); };
    return week(from) == week(to) ? Words::tr("Tuần %1").arg(week(from)) : Words::tr("Tuần %1 – Tuần %2").arg(week(from)).arg(week(to));
}

QString participationText(const services::Participation& participation)
{
    if (participation.entries == 0)
        return {};
    const QString who = participation.collectives == 0 ? Words::tr("%1 người").arg(participation.people)
                                                       : Words::tr("%1 người, %2 tập thể").arg(participation.people).arg(participation.collectives);
    return Words::tr("%1 tham gia, %2 mục hoạt động đã xác nhận.").arg(who).arg(participation.entries);
}

void fillCampaignPanel(SidePanel& panel, const CampaignRow& row, const QString& planTitle, SchoolYear seen, const services::YearDays& days)
{
    const domain::Campaign& campaign = row.campaign;
    panel.setTitle(toQ(campaign.name), QStringLiteral("%1 – %2").arg(dateText(campaign.from), dateText(campaign.to)));
    panel.setChip(toneOf(campaign.state), labelOf(campaign.state), iconOf(campaign.state));
    auto* facts = new DetailList(DetailList::Form::Stacked);
    if (campaign.number.number)
        facts->add(Words::tr("Kế hoạch phát động"), Words::tr("số %1 ngày %2").arg(toQ(campaign.number.text()), dateText(campaign.number.issuedOn)));
    if (const QString weeks = schoolWeeks(campaign.from, campaign.to, days); !weeks.isEmpty())
        facts->add(Words::tr("Tuần của năm học"), weeks);
    facts->add(Words::tr("Chủ đề"), toQ(campaign.theme).toHtmlEscaped());
    facts->add(Words::tr("Loại"), campaign.year ? labelOf(campaign.kind) : Words::tr("%1, kéo dài qua nhiều năm học").arg(labelOf(campaign.kind)));
    facts->add(Words::tr("Cơ quan phát động"), campaign.launchedBy.empty() ? Words::tr("Nhà trường") : toQ(campaign.launchedBy).toHtmlEscaped());
    if (!row.receivedName.empty())
        facts->add(Words::tr("Văn bản cấp trên gửi về"), toQ(row.receivedName).toHtmlEscaped());
    if (!row.answersName.empty())
        facts->add(Words::tr("Người phụ trách"), toQ(row.answersName).toHtmlEscaped());
    facts->add(Words::tr("Đối tượng tham gia"), toQ(campaign.participants).toHtmlEscaped());
    facts->add(Words::tr("Theo kế hoạch"), planTitle.toHtmlEscaped());
    if (!campaign.criteria.empty())
        facts->add(Words::tr("Tiêu chí thi đua"), paragraphs(campaign.criteria));
    if (!campaign.prizes.empty())
        facts->add(Words::tr("Giải thưởng, hình thức khen"), paragraphs(campaign.prizes));
    facts->add(Words::tr("Cách bình xét, đánh giá"), toQ(campaign.judgedHow).toHtmlEscaped());
    panel.addToBody(facts);
    if (!row.items.empty()) {
        QString rich;
        for (const auto& item : row.items)
            rich += QStringLiteral("<p style=\"margin-top:0; margin-bottom:3px\">– %1</p>").arg(toQ(item).toHtmlEscaped());
        panel.addToBody(makeRule());
        panel.addToBody(makeSectionHead(Words::tr("Nội dung thi đua"), QString::number(row.items.size())));
        panel.addToBody(makeReadable(rich));
    }
    addObservances(panel, row, seen);
    addSteps(panel, campaign);
}

}

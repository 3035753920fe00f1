// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_panel.h"

#include "base/text_util.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/targets/target_words.h"

namespace thidua::ui::prepare {
namespace {

QString targetLines(const std::vector<services::Stored<domain::Target>>& targets)
{
    QString rich;
    for (const auto group : {domain::TargetGroup::Collective, domain::TargetGroup::Individual}) {
        QString lines;
        for (const auto& target : targets) {
            if (target.data.group != group)
                continue;
            const QString unit = target.data.kind == domain::TargetKind::Count ? QLatin1Char(' ') + toQ(target.data.unit) : QString();
            const QString given = target.data.kind == domain::TargetKind::YesNo ? QString() : QStringLiteral(": <b>%1</b>%2").arg(givenText(target.data), unit.toHtmlEscaped());
            lines += QStringLiteral("<p style=\"margin-top:0; margin-bottom:3px\">– %1%2</p>").arg(toQ(target.data.text).toHtmlEscaped(), given);
        }
        if (!lines.isEmpty())
            rich += QStringLiteral("<p style=\"margin-top:0; margin-bottom:3px\"><i>%1</i></p>%2").arg(labelOf(group), lines);
    }
    return rich;
}

void addSections(SidePanel& panel, const services::PlanDetail& detail)
{
    bool targetsShown = false;
    QString rich;
    for (const auto& section : detail.sections) {
        const QString head = QStringLiteral("%1 %2").arg(toQ(section.numbering), toQ(section.heading)).trimmed();
        const bool headed = !section.heading.empty();
        if (headed)
            rich += QStringLiteral("<p style=\"margin-top:6px; margin-bottom:4px\"><b>%1</b></p>").arg(head.toHtmlEscaped());
        QString body = toQ(section.body);
        if (!headed && !section.numbering.empty())
            body.prepend(toQ(section.numbering) + QLatin1Char(' '));
        rich += paragraphs(body.toStdString());
        if (section.role == domain::SectionRole::Targets) {
            rich += targetLines(detail.targets);
            targetsShown = true;
        }
    }
    if (!rich.isEmpty()) {
        panel.addToBody(makeRule());
        panel.addToBody(makeSectionHead(Words::tr("Nội dung"), Words::tr("%1 mục").arg(detail.sections.size())));
        panel.addToBody(makeReadable(rich));
    }
    if (!targetsShown && !detail.targets.empty()) {
        panel.addToBody(makeRule());
        panel.addToBody(makeSectionHead(Words::tr("Chỉ tiêu"), QString::number(detail.targets.size())));
        panel.addToBody(makeReadable(targetLines(detail.targets)));
    }
}

void addFacts(SidePanel& panel, const domain::Plan& plan, const QString& period)
{
    auto* facts = new DetailList(DetailList::Form::Beside);
    facts->add(Words::tr("Loại"), labelOf(plan.kind));
    facts->add(plan.kind == domain::PlanKind::Period ? Words::tr("Thời gian") : Words::tr("Năm học"), period.section(QLatin1Char(' '), -1));
    if (!plan.theme.empty())
        facts->add(Words::tr("Chủ đề"), toQ(plan.theme));
    if (plan.state != domain::PlanState::Draft) {
        facts->add(Words::tr("Số"), toQ(plan.number.text()));
        facts->add(Words::tr("Ngày"), dateText(plan.number.issuedOn));
        facts->add(Words::tr("Người ký"), QStringLiteral("%1<br>%2").arg(toQ(plan.signerName).toHtmlEscaped(),
                                                                     toQ(join(plan.signerTitle, " – ")).toHtmlEscaped()));
    }
    panel.addToBody(facts);
}

}

void fillPlanPanel(SidePanel& panel, const services::PlanDetail& detail, const QString& period, QWidget* basisNotes, QWidget* work)
{
    const domain::Plan& plan = detail.plan.data;
    panel.setTitle(toQ(plan.title));
    panel.setChip(toneOf(plan.state), labelOf(plan.state), plan.state == domain::PlanState::Draft ? QStringLiteral("edit") : QString());
    addFacts(panel, plan, period);
    if (work)
        panel.addToBody(work);
    if (!detail.bases.empty()) {
        QString rich;
        for (const auto& basis : detail.bases)
            rich += QStringLiteral("<p style=\"margin-top:0; margin-bottom:4px\">%1</p>").arg(toQ(basis.wording).toHtmlEscaped());
        panel.addToBody(makeRule());
        panel.addToBody(makeSectionHead(Words::tr("Căn cứ"), Words::tr("%1 văn bản").arg(detail.bases.size())));
        panel.addToBody(makeReadable(rich));
        if (basisNotes)
            panel.addToBody(basisNotes);
    }
    addSections(panel, detail);
    if (!detail.recipients.empty()) {
        QString rich;
        for (const auto& recipient : detail.recipients)
            rich += QStringLiteral("<p style=\"margin-top:0; margin-bottom:2px\">– %1%2</p>")
                        .arg(toQ(recipient.text).toHtmlEscaped(),
                             recipient.purpose.empty() ? QString() : QStringLiteral(" (%1)").arg(toQ(recipient.purpose).toHtmlEscaped()));
        panel.addToBody(makeRule());
        panel.addToBody(makeSectionHead(Words::tr("Nơi nhận")));
        panel.addToBody(makeReadable(rich));
    }
}

}

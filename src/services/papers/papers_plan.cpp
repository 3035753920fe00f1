// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/campaign_sheet.h"
#include "documents/builders/sectioned_plan.h"
#include "domain/campaign.h"
#include "domain/collective.h"
#include "domain/observance.h"
#include "domain/plan.h"
#include "domain/target.h"
#include "services/papers/paper_views.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

std::string targetText(const documents::Template& words, const Target& target)
{
    if (target.kind == TargetKind::YesNo)
        return words.text("targets.reached");
    if (target.kind == TargetKind::Share && target.value && target.denominator)
        return std::to_string(*target.value) + "/" + std::to_string(*target.denominator);
    return target.value ? twoFigures(*target.value) : std::string();
}

documents::TargetRow targetRow(const documents::Template& words, const Target& target)
{
    documents::TargetRow row{target.text, target.unit, targetText(words, target), std::nullopt};
    if (target.kind == TargetKind::Share && target.value && target.denominator)
        row.percent = documents::Decimal{(static_cast<std::int64_t>(*target.value) * 20000 + *target.denominator) / (2 * *target.denominator)};
    return row;
}

std::vector<documents::TargetGroup> targetGroups(const documents::Template& words, Reader& reader, PlanId plan)
{
    documents::TargetGroup collective{words.text("targets.collective"), {}}, individual{words.text("targets.individual"), {}};
    for (const auto& target : repo::targets(reader, plan))
        (target.data.group == TargetGroup::Collective ? collective : individual).rows.push_back(targetRow(words, target.data));
    std::vector<documents::TargetGroup> groups;
    for (auto& group : {collective, individual})
        if (!group.rows.empty())
            groups.push_back(group);
    return groups;
}

std::vector<std::string> datesOf(const documents::Template& words, Reader& reader, CampaignId campaign, const Campaign& data)
{
    std::vector<std::string> names;
    for (const auto& link : repo::observancesOf(reader, campaign)) {
        const auto observance = reader.find<Observance>(link.data.observance);
        if (!observance)
            continue;
        const auto& day = observance->data;
        // The observance falls into the calendar year of the campaign in which its day lies.
        const auto inFirst = Date::parse(std::to_string(day.day) + "/" + std::to_string(day.month) + "/" + std::to_string(data.from.year()));
        const int calendarYear = day.onlyYear.value_or(inFirst && *inFirst >= data.from ? data.from.year() : data.to.year());
        const auto years = anniversary(day, calendarYear);
        names.push_back(words.text("occasion", {{"anniversary", std::int64_t{years.value_or(0)}}, {"occasion", day.name},
                                                {"day", twoFigures(day.day) + "/" + twoFigures(day.month) + "/" + std::to_string(calendarYear)}}));
    }
    return names;
}

}

Result<documents::Document> planPaper(const PaperSource& source, PlanId id)
{
    TD_TRY(const auto plan, need<Plan>(source.reader, id));
    const auto& words = documents::shippedTemplate("plan");
    documents::SectionedPlanView view;
    view.paper = source.paper(PaperKind::Plan, plan.data);
    for (const auto& recipient : repo::recipients(source.reader, id))
        view.paper.recipients.push_back(words.text("recipient", {{"recipient", recipient.data.text}, {"purpose", recipient.data.purpose}}));
    view.subject = {plan.data.title};
    for (const auto& basis : repo::bases(source.reader, id))
        view.basis.push_back(basis.data.wording);
    for (const auto& section : repo::sections(source.reader, id))
        view.sections.push_back({section.data.numbering, section.data.heading, linesOf(section.data.body), section.data.role == SectionRole::Targets});
    view.targets = targetGroups(words, source.reader, id);
    return documents::sectionedPlan(view, words);
}

Result<documents::Document> campaignPaper(const PaperSource& source, CampaignId id)
{
    TD_TRY(const auto campaign, need<Campaign>(source.reader, id));
    const auto& data = campaign.data;
    const auto& words = documents::shippedTemplate("campaign");
    documents::CampaignSheetView view{{}, data.name, source.year.year, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    view.paper = source.paper(PaperKind::Campaign, {});
    view.paper.recipients = words.lines("recipients");
    view.paper.date = data.launchedOn;
    if (!data.theme.empty())
        view.purposes.push_back(words.text("theme", {{"theme", data.theme}}));
    for (const auto& name : datesOf(words, source.reader, id, data))
        view.purposes.push_back(name);
    view.participants = linesOf(data.participants);
    for (const auto& item : repo::items(source.reader, id))
        view.contents.push_back(item.data.text);
    view.criteria = linesOf(data.judgedHow);
    view.periods = {{text::label("campaign-kind", toCode(data.kind)), data.from, data.to, {}}};
    view.organisation = words.lines("organisation.usual");
    if (!data.launchedBy.empty())
        view.basis.push_back(words.text("basis.launched", {{"launched-by", data.launchedBy}}));
    else if (data.plan)
        if (const auto plan = source.reader.find<Plan>(*data.plan); plan && plan->data.number.number)
            view.basis.push_back(words.text("basis.plan", {{"plan", plan->data.number.text() + " " + plan->data.number.issuedOn->words()}, {"school", source.school.name}}));
    return documents::campaignSheet(view, words);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/vietnamese.h"
#include "documents/builders/campaign_sheet.h"
#include "documents/builders/sectioned_plan.h"
#include "documents/compose.h"
#include "domain/campaign.h"
#include "domain/collective.h"
#include "domain/legal_text.h"
#include "domain/observance.h"
#include "domain/plan.h"
#include "domain/plan_work.h"
#include "domain/target.h"
#include "services/papers/paper_drafting.h"
#include "services/papers/paper_findings.h"
#include "services/papers/issued_paper.h"
#include "services/papers/paper_views.h"
#include "services/people/subject_name.h"
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

/// Who does what by when, as the plan prints it; how it goes stands on no paper of the plan.
std::vector<documents::TaskRow> taskRows(const documents::Template& words, Reader& reader, PlanId plan)
{
    std::vector<documents::TaskRow> rows;
    for (const auto& task : repo::planTasks(reader, plan)) {
        std::vector<std::string> marks;
        const std::pair<bool, const char*> all[] = {{task.data.focus, "tasks.focus"}, {task.data.weak, "tasks.weak"}, {task.data.hard, "tasks.hard"}};
        for (const auto& [marked, key] : all)
            if (marked)
                marks.push_back(words.text(key));
        rows.push_back({task.data.text, subjectName(reader, task.data.subject), task.data.deadline ? documents::shortDate(*task.data.deadline) : std::string(), join(marks, "; ")});
    }
    return rows;
}

/// The table of tasks stands with “Tổ chức thực hiện”: behind its words, but for the sentences that close the plan; a plan without such a
/// section gets a heading for it.
void addTasks(const documents::Template& words, const std::vector<Stored<PlanSection>>& stored, std::vector<documents::NumberedSection>& sections)
{
    for (std::size_t i = stored.size(); i-- > 0;) {
        if (stored[i].data.role != SectionRole::Implementation)
            continue;
        auto& section = sections[i];
        const auto begins = words.text("closing.begins");
        const auto closing = std::ranges::find_if(section.paragraphs, [&begins](const auto& text) { return text.starts_with(begins); });
        const std::vector<std::string> rest(closing, section.paragraphs.end());
        section.paragraphs.erase(closing, section.paragraphs.end());
        section.tasksHere = true;
        if (!rest.empty())
            sections.insert(sections.begin() + static_cast<std::ptrdiff_t>(i) + 1, {{}, {}, rest, false});
        return;
    }
    const auto closing = std::ranges::find_if(stored, [](const auto& section) { return section.data.role == SectionRole::Closing; });
    sections.insert(sections.begin() + (closing - stored.begin()), {{}, words.text("tasks.heading"), {}, false, true});
}

/// The plan's theme behind its opening, unless the author's own text has it.
void addTheme(const documents::Template& words, const std::string& theme, std::vector<documents::NumberedSection>& sections,
              const std::vector<Stored<PlanSection>>& stored)
{
    const auto key = lower(theme);
    const auto has = [&key](const auto& section) { return lower(section.data.body).find(key) != std::string::npos; };
    if (theme.empty() || std::ranges::any_of(stored, has))
        return;
    const auto body = std::ranges::find_if(stored, [](const auto& section) { return section.data.role != SectionRole::Preamble; });
    sections.insert(sections.begin() + (body - stored.begin()), {{}, {}, {words.text("theme", {{"theme", theme}})}, false});
}

/// The days it marks, in one sentence; empty when there are none.
std::string datesOf(const documents::Template& words, Reader& reader, CampaignId campaign, const Campaign& data)
{
    std::vector<documents::Fields> occasions;
    bool afterAnniversary = false;
    for (const auto& link : repo::observancesOf(reader, campaign)) {
        const auto observance = reader.find<Observance>(link.data.observance);
        if (!observance)
            continue;
        const auto& day = observance->data;
        // The observance falls into the calendar year of the campaign in which its day lies.
        const auto inFirst = Date::of(data.from.year(), day.month, day.day);
        const int calendarYear = day.onlyYear.value_or(inFirst && *inFirst >= data.from ? data.from.year() : data.to.year());
        const auto years = anniversary(day, calendarYear);
        const auto date = Date::of(calendarYear, day.month, day.day);
        // “kỷ niệm” stands once in front of the anniversaries that follow one another.
        const bool first = years.has_value() && !afterAnniversary;
        afterAnniversary = years.has_value();
        occasions.push_back({{"anniversary", std::int64_t{years.value_or(0)}}, {"first", std::int64_t{first}}, {"occasion", day.name},
                             {"day", date ? documents::shortDate(*date) : std::string()}});
    }
    return occasions.empty() ? std::string() : words.text("occasion", {{"occasions", std::move(occasions)}});
}

/// The school year that the campaign belongs to, or else the time that it runs through.
std::string timeOf(const documents::Template& words, Reader& reader, const Campaign& data)
{
    const auto own = data.year ? reader.find<SchoolYearRow>(*data.year) : std::nullopt;
    if (own)
        return words.text("year", {{"year", own->data.year.paper()}});
    if (data.from.year() == data.to.year())
        return words.text("time.year", {{"first", std::to_string(data.from.year())}});
    if (SchoolYear::of(data.from) == SchoolYear::of(data.to))
        return words.text("year", {{"year", SchoolYear::of(data.from).paper()}});
    return words.text("time.years", {{"first", std::to_string(data.from.year())}, {"last", std::to_string(data.to.year())}});
}

/// “Kế hoạch số 28/KH-THHD ngày … của …”
std::string citation(const documents::Template& words, const Plan& plan, const std::string& school)
{
    LegalText text;
    text.kind = words.text("basis.plan-kind");
    text.number = plan.number.text();
    text.issuedOn = plan.number.issuedOn;
    text.issuer = school;
    return basisWording(text);
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
    std::vector<PaperBasis> bases;
    for (const auto& basis : repo::bases(source.reader, id))
        bases.push_back(basis.data);
    view.basis = linesOf(plan.data.state == PlanState::Draft ? basesFollowed(source.file, toCode(PaperKind::Plan), bases, planDay(source.reader, plan.data, source.file.clock().today())) : bases);
    for (const auto& section : repo::sections(source.reader, id))
        view.sections.push_back({section.data.numbering, section.data.heading, linesOf(section.data.body), section.data.role == SectionRole::Targets});
    view.tasks = taskRows(words, source.reader, id);
    if (!view.tasks.empty())
        addTasks(words, repo::sections(source.reader, id), view.sections);
    addTheme(words, plan.data.theme, view.sections, repo::sections(source.reader, id));
    view.targets = targetGroups(words, source.reader, id);
    if (const auto old = plan.data.replaces ? source.reader.find<Plan>(*plan.data.replaces) : std::nullopt; old && old->data.number.issuedOn)
        view.replaces = referenceTo(words.text("kind"), old->data.number);
    return documents::sectionedPlan(view, words);
}

Date planDay(Reader& reader, const Plan& plan, Date today)
{
    if (plan.toYear)
        return std::min(today, Date(*plan.toYear, 12, 31));
    const auto year = plan.year ? reader.find<SchoolYearRow>(*plan.year) : std::nullopt;
    return year ? std::min(today, year->data.lastDay) : today;
}

Result<documents::Document> campaignPaper(const PaperSource& source, CampaignId id)
{
    TD_TRY(const auto campaign, need<Campaign>(source.reader, id));
    const auto& data = campaign.data;
    const auto& words = documents::shippedTemplate("campaign");
    documents::CampaignSheetView view{{}, data.name, timeOf(words, source.reader, data), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    view.paper = source.paper(PaperKind::Campaign, data);
    view.paper.recipients = words.lines("recipients");
    if (!view.paper.date)
        view.paper.date = data.launchedOn;
    const auto occasions = datesOf(words, source.reader, id, data);
    // A theme that stands in the name says nothing that the title has not said: what such a campaign is for is said in the usual words.
    const bool named = !data.theme.empty() && lower(data.name).find(lower(documents::withoutStop(data.theme))) != std::string::npos;
    if (!data.theme.empty() && !named)
        view.purposes.push_back(words.text("theme", {{"theme", data.theme}}));
    if (!occasions.empty())
        view.purposes.push_back(occasions);
    if (named && occasions.empty())
        view.purposes.push_back(words.text("purpose.usual"));
    view.participants = linesOf(data.participants);
    for (const auto& item : repo::items(source.reader, id))
        view.contents.push_back(item.data.text);
    view.criteria = linesOf(data.criteria);
    for (auto& line : linesOf(data.judgedHow))
        view.criteria.push_back(std::move(line));
    view.rewards = linesOf(data.prizes);
    view.periods = {{{}, data.from, data.to, {}}};
    view.organisation = words.lines("organisation.usual");
    const auto isNoun = [&words](const std::string& title) {
        return std::ranges::any_of(words.lines("basis.plan-nouns"), [&title](const auto& noun) { return title.starts_with(noun); });
    };
    if (const auto received = data.received ? source.reader.find<LegalText>(*data.received) : std::nullopt)
        view.basis.push_back(words.text("basis.plan", {{"plan", basisWording(received->data)}, {"title", std::string()}, {"kind", std::int64_t{0}}}));
    if (!data.launchedBy.empty())
        view.basis.push_back(words.text("basis.launched", {{"launched-by", data.launchedBy}}));
    else if (data.plan)
        if (const auto plan = source.reader.find<Plan>(*data.plan); plan && plan->data.number.number)
            view.basis.push_back(words.text("basis.plan", {{"plan", citation(words, plan->data, source.school.name)}, {"title", runningOn(plan->data.title)},
                                                           {"kind", std::int64_t{isNoun(runningOn(plan->data.title))}}}));
    // The texts of the day that it was issued or begins on, and none that is not in force yet.
    const auto on = std::min(data.number.issuedOn.value_or(data.launchedOn.value_or(data.from)), source.file.clock().today());
    if (view.basis.empty())
        for (const auto& basis : basesOf(source.file, source.school, toCode(PaperKind::Plan), on))
            view.basis.push_back(basis.wording);
    if (const auto old = data.replaces ? source.reader.find<Campaign>(*data.replaces) : std::nullopt; old && old->data.number.issuedOn)
        view.organisation.push_back(documents::shippedTemplate("plan").text("replaces", {{"reference", referenceTo(words.text("basis.plan-kind"), old->data.number)}}));
    return documents::campaignSheet(view, words);
}

}

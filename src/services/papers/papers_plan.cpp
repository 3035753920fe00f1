// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/first_letter.h"
#include "base/ratio.h"
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/builders/campaign_sheet.h"
#include "documents/builders/pledge.h"
#include "documents/builders/sectioned_plan.h"
#include "documents/compose.h"
#include "domain/activity.h"
#include "domain/campaign.h"
#include "domain/collective.h"
#include "domain/collective_type.h"
#include "domain/legal_text.h"
#include "domain/observance.h"
#include "domain/plan.h"
#include "domain/plan_work.h"
#include "domain/target.h"
#include "services/follow/activity_service.h"
#include "services/follow/contest_service.h"
#include "services/papers/paper_drafting.h"
#include "services/papers/paper_findings.h"
#include "services/papers/issued_paper.h"
#include "services/papers/paper_views.h"
#include "services/people/people_lookup.h"
#include "services/people/subject_name.h"
#include "services/prepare/plan_service.h"
#include "storage/repo/activity_repo.h"
#include "storage/repo/year_numbers.h"
#include "text/messages.h"

#include <algorithm>
#include <map>
#include <set>

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

std::vector<Target> dataOf(const std::vector<Stored<Target>>& rows)
{
    std::vector<Target> targets;
    for (const auto& row : rows)
        targets.push_back(row.data);
    return targets;
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
    bool afterAnniversary = false, festive = false;
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
        festive = festive || (occasions.empty() && !years);
        occasions.push_back({{"anniversary", std::int64_t{years.value_or(0)}}, {"first", std::int64_t{first}}, {"occasion", day.name},
                             {"day", date ? documents::shortDate(*date) : std::string()}});
    }
    return occasions.empty() ? std::string() : words.text("occasion", {{"occasions", std::move(occasions)}, {"festive", std::int64_t{festive}}});
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

std::vector<documents::TargetGroup> targetGroups(const documents::Template& words, const std::vector<Target>& targets)
{
    documents::TargetGroup collective{words.text("targets.collective"), {}}, individual{words.text("targets.individual"), {}};
    for (const auto& target : targets)
        (target.group == TargetGroup::Collective ? collective : individual).rows.push_back(targetRow(words, target));
    std::vector<documents::TargetGroup> groups;
    for (auto& group : {collective, individual})
        if (!group.rows.empty())
            groups.push_back(group);
    return groups;
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
    view.targets = targetGroups(words, dataOf(repo::targets(source.reader, id)));
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
    documents::CampaignSheetView view{{}, data.name, timeOf(words, source.reader, data), data.launchedBy};
    view.paper = source.paper(PaperKind::Campaign, data);
    view.paper.recipients = words.lines("recipients");
    if (!view.paper.date)
        view.paper.date = data.launchedOn;
    const auto occasions = datesOf(words, source.reader, id, data);
    // A theme that stands in the name says nothing that the title has not said: what such a campaign is for is said in the usual words.
    const bool named = !data.theme.empty() && lower(data.name).find(lower(documents::withoutStop(data.theme))) != std::string::npos;
    if (!named)
        view.theme = data.theme;
    view.purposes.push_back(occasions.empty() ? words.text("purpose.usual") : occasions);
    view.participants = linesOf(data.participants);
    for (const auto& item : repo::items(source.reader, id))
        view.contents.push_back(item.data.text);
    view.criteria = linesOf(data.criteria);
    for (auto& line : linesOf(data.judgedHow))
        view.criteria.push_back(std::move(line));
    if (data.plan) {
        auto targets = dataOf(repo::targets(source.reader, *data.plan));
        std::erase_if(targets, [&id](const auto& target) { return target.campaign != id; });
        view.targets = targetGroups(documents::shippedTemplate("plan"), targets);
    }
    view.rewards = linesOf(data.prizes);
    view.periods = {{{}, data.from, data.to, {}}};
    view.organisation = words.lines("organisation.usual");
    const auto isNoun = [&words](const std::string& title) {
        return std::ranges::any_of(words.lines("basis.plan-nouns"), [&title](const auto& noun) { return title.starts_with(noun); });
    };
    if (const auto received = data.received ? source.reader.find<LegalText>(*data.received) : std::nullopt)
        view.basis.push_back(words.text("basis.plan", {{"plan", basisWording(received->data)}, {"title", std::string()}, {"kind", std::int64_t{0}}}));
    if (!data.launchedBy.empty() && !data.received)
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

// What a campaign is launched, signed and reported by.

namespace {

/// The school years that the campaign reaches into, from the first; of one that belongs to a year, that year.
std::vector<SchoolYearId> yearsOf(const PaperSource& source, const Campaign& campaign)
{
    if (campaign.year)
        return {*campaign.year};
    std::vector<SchoolYearId> years;
    for (const auto& year : repo::yearNumbers(source.reader)) // newest first
        if (year.startYear >= SchoolYear::of(campaign.from).startYear() && year.startYear <= SchoolYear::of(campaign.to).startYear())
            years.insert(years.begin(), year.id);
    return years;
}

std::vector<TargetRow> targetsOf(const PaperSource& source, CampaignId id, const Campaign& campaign)
{
    std::vector<TargetRow> all;
    for (const auto year : yearsOf(source, campaign))
        std::ranges::copy_if(PlanService(source.file).targets(year).value_or(std::vector<TargetRow>{}), std::back_inserter(all), [&](const auto& row) {
            return row.target.campaign == id && std::ranges::none_of(all, [&row](const auto& known) { return known.id == row.id; });
        });
    return all;
}

/// Teams and the office; unions and classes have movements of their own.
bool signsAsTeam(const SubjectView& view)
{
    return view.type == CollectiveType::Team || view.type == CollectiveType::Office;
}

std::string figureOf(const Target& target, const std::optional<int>& figure, const documents::Template& words)
{
    if (!figure)
        return {};
    if (target.kind == TargetKind::YesNo)
        return *figure >= 1 ? words.text("targets.reached") : std::string();
    if (target.kind != TargetKind::Share || target.denominator.value_or(0) < 1)
        return twoFigures(*figure);
    return std::to_string(*figure) + "/" + std::to_string(*target.denominator) + " (" + percentOnPaper(percentText({*figure, *target.denominator}, 2)) + ")";
}

/// The confirmed entries of each kind: how many, by whom, how much.
std::vector<std::string> activityLines(const PaperSource& source, CampaignId id, const documents::Template& words)
{
    struct OfKind {
        int count = 0;
        std::int64_t amount = 0;
        std::set<SubjectRef> people, collectives;
    };
    std::map<ActivityKindId, OfKind> all;
    for (const auto& row : repo::activitiesOf(source.reader, id)) {
        if (!row.data.confirmedOn)
            continue;
        auto& one = all[row.data.kind];
        one.count += row.data.count;
        one.amount += row.data.amount.value_or(0);
        (row.data.subject.person ? one.people : one.collectives).insert(row.data.subject);
    }
    std::vector<std::string> lines;
    for (const auto& kind : repo::activityKinds(source.reader))
        if (const auto found = all.find(kind.id); found != all.end())
            lines.push_back(words.text("kind", {{"kind", kind.data.name}, {"count", twoFigures(found->second.count)}, {"unit", kind.data.unit},
                                                {"people", documents::figure(found->second.people.size())}, {"collectives", documents::figure(found->second.collectives.size())},
                                                {"amount", found->second.amount > 0 ? withThousands(found->second.amount) : std::string()}}));
    return lines;
}

documents::PlanSection organised(const PaperSource& source, const Campaign& data, const documents::Template& words)
{
    const auto day = [](const std::optional<Date>& date) { return date ? date->words() : std::string(); };
    const auto lines = words.lines("organised.lines", {{"from", data.from.words()}, {"to", data.to.words()}, {"launched", day(data.launchedOn)}, {"reviewed", day(data.reviewedOn)},
                                                       {"closed", day(data.closedOn)}, {"launched-by", data.launchedBy}, {"theme", data.theme},
                                                       {"participants", join(linesOf(data.participants), "; ")},
                                                       {"answers", data.answers ? subjectName(source.reader, SubjectRef::of(*data.answers)) : std::string()}});
    return {words.text("organised"), {{{}, {}, lines, {}}}};
}

/// `final`: what was never written down is not spoken of at the end of a campaign, whose report then says in words what came of it.
documents::PlanSection results(const PaperSource& source, CampaignId id, const Campaign& data, bool final, const documents::Template& words)
{
    const auto took = ActivityService(source.file).participation(id).value_or(Participation{});
    documents::PlanSection section{words.text("results"), {}};
    documents::PlanHeading activities{words.text("results.activities"), activityLines(source, id, words), {}, {}};
    const bool any = took.entries + took.waiting > 0;
    activities.paragraphs = {any ? words.text("took-part", {{"people", std::int64_t{took.people}}, {"collectives", std::int64_t{took.collectives}},
                                                             {"entries", std::int64_t{took.entries}}, {"waiting", std::int64_t{took.waiting}}})
                                 : words.text("nobody")};
    if (any || !final)
        section.headings.push_back(std::move(activities));
    documents::PlanHeading targets{words.text("results.targets"), {}, {}, {}};
    for (const auto& row : targetsOf(source, id, data))
        targets.items.push_back(words.text("target", {{"title", row.target.text}, {"given", figureOf(row.target, row.target.value, words)}, {"reached", figureOf(row.target, row.reached, words)}}));
    if (!targets.items.empty())
        section.headings.push_back(std::move(targets));
    documents::PlanHeading contests{words.text("results.contests"), {}, {}, {}};
    std::vector<ContestRow> held;
    for (const auto year : yearsOf(source, data))
        std::ranges::move(ContestService(source.file).contests(year).value_or(std::vector<ContestRow>{}), std::back_inserter(held));
    for (const auto& row : held) {
        if (row.contest.campaign != id)
            continue;
        std::vector<std::string> prizes;
        for (const auto& prize : row.prizes)
            if (const auto given = std::ranges::count(row.entries, std::optional(prize.id), [](const auto& entry) { return entry.entry.prize; }); given > 0)
                prizes.push_back(twoFigures(given) + " " + prize.data.name);
        contests.items.push_back(words.text("contest", {{"title", row.contest.name}, {"entries", documents::figure(row.entries.size())}, {"note", join(prizes, ", ")}}));
    }
    if (!contests.items.empty())
        section.headings.push_back(std::move(contests));
    return section;
}

}

namespace {

/// What the campaign asks for, as call and pledge say it alike.
documents::PledgeView pledgeOf(const PaperSource& source, CampaignId id, const Campaign& data, const documents::Template& words)
{
    documents::PledgeView view;
    view.issuer = source.issuer();
    view.name = data.name;
    view.theme = data.theme;
    view.launchedBy = data.launchedBy;
    view.from = data.from;
    view.to = data.to;
    for (const auto& item : repo::items(source.reader, id))
        view.contents.push_back(item.data.text);
    view.criteria = linesOf(data.criteria);
    std::vector<Target> targets;
    for (const auto& row : targetsOf(source, id, data))
        targets.push_back(row.target);
    view.targets = targetGroups(words, targets);
    view.signer = source.signer();
    view.date = data.launchedOn;
    return view;
}

}

Result<documents::Document> campaignCallPaper(const PaperSource& source, CampaignId id)
{
    TD_TRY(const auto campaign, need<Campaign>(source.reader, id));
    const auto& words = documents::shippedTemplate("campaign-call");
    auto view = pledgeOf(source, id, campaign.data, words);
    view.participants = lowerFirst(join(linesOf(campaign.data.participants), "; "));
    view.prizes = linesOf(campaign.data.prizes);
    return documents::pledge(view, words);
}

Result<documents::Document> campaignPledgePaper(const PaperSource& source, CampaignId id)
{
    TD_TRY(const auto campaign, need<Campaign>(source.reader, id));
    const auto& data = campaign.data;
    const auto& words = documents::shippedTemplate("campaign-pledge");
    auto view = pledgeOf(source, id, data, words);
    const PeopleLookup people(source.reader, source.yearId);
    const auto on = std::clamp(data.launchedOn.value_or(source.file.clock().today()), data.from, data.to);
    auto staff = people.staff(on);
    // The head signs first, then the deputies.
    std::ranges::stable_sort(staff, {}, [](const auto& one) { return one.position == Position::Principal ? 0 : one.position == Position::DeputyPrincipal ? 1 : 2; });
    for (const auto& team : people.collectives()) {
        if (!signsAsTeam(team))
            continue;
        const auto leader = std::ranges::find_if(staff, [&team](const auto& one) { return one.unit == team.name && one.position == Position::TeamLeader; });
        view.teams.push_back({team.name, leader == staff.end() ? std::string() : leader->namedOnPaper(leader->name)});
    }
    for (const auto& one : staff)
        view.persons.push_back({one.namedOnPaper(one.name), PeopleLookup::postAndUnit(one)});
    return documents::pledge(view, words);
}

Result<documents::Document> campaignReportPaper(const PaperSource& source, CampaignId id)
{
    TD_TRY(const auto campaign, need<Campaign>(source.reader, id));
    const auto& data = campaign.data;
    if (!data.reviewedOn && !data.closedOn)
        return fail(ErrorCode::NotFound, "campaign.no-report-yet", {data.name});
    const auto& words = documents::shippedTemplate("campaign-report");
    const bool final = data.closedOn.has_value();
    const documents::Fields fields{{"name", lowerFirst(data.name)}, {"school", source.school.name}, {"final", std::int64_t{final}}, {"superior", source.school.superiorAgency}};
    documents::PlanView view{{}, words.lines("subject", fields), {}, words.text("opening", fields), {}, words.text("closing", fields), true};
    view.paper = source.paper(PaperKind::CampaignReport, PaperHead{});
    view.paper.date = final ? data.closedOn : data.reviewedOn;
    view.paper.recipients = words.lines("recipients", fields);
    view.sections = {organised(source, data, words)};
    if (auto came = results(source, id, data, final, words); !came.headings.empty())
        view.sections.push_back(std::move(came));
    auto notes = linesOf(data.reviewNote);
    if (!data.closeNote.empty())
        for (auto& line : linesOf(data.closeNote))
            notes.push_back(std::move(line));
    if (!notes.empty())
        view.sections.push_back({words.text("judgement"), {{{}, {}, notes, {}}}});
    return documents::plan(view, words);
}

}

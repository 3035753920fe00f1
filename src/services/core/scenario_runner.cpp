// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/scenario_runner.h"

#include "domain/school.h"
#include "services/core/internal.h"
#include "services/core/scenario_steps.h"
#include "services/core/school_service.h"
#include "domain/school_year.h"
#include "services/core/found_school.h"
#include "services/papers/paper_issuer.h"
#include "services/people/people_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "services/prepare/plan_work.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace thidua::services {

using namespace domain;

const std::map<std::string, ScenarioRunner::Step>& ScenarioRunner::steps()
{
    static const std::map<std::string, Step> all = {
        {"found-school", &ScenarioRunner::foundSchool},
        {"open-school-year", &ScenarioRunner::openYear},
        {"close-year", &ScenarioRunner::closeYear},
        {"add-collective", &ScenarioRunner::addCollective},
        {"add-staff", &ScenarioRunner::addStaff},
        {"set-leadership", &ScenarioRunner::setLeadership},
        {"add-honour-record", &ScenarioRunner::addHonourRecord},
        {"add-legal-text", &ScenarioRunner::addLegalText},
        {"add-observance", &ScenarioRunner::addObservance},
        {"create-plan", &ScenarioRunner::createPlan},
        {"issue-plan", &ScenarioRunner::issuePlan},
        {"record-task", &ScenarioRunner::recordTask},
        {"record-receipts", &ScenarioRunner::recordReceipts},
        {"report-difficulty", &ScenarioRunner::reportDifficulty},
        {"create-campaign", &ScenarioRunner::createCampaign},
        {"launch-campaign", &ScenarioRunner::launchCampaign},
        {"review-campaign", &ScenarioRunner::reviewCampaign},
        {"close-campaign", &ScenarioRunner::closeCampaign},
        {"establish-council", &ScenarioRunner::establishCouncil},
        {"register", &ScenarioRunner::registerSubject},
        {"hand-in-registrations", &ScenarioRunner::handIn},
        {"record-target", &ScenarioRunner::recordTarget},
        {"take-activity-kinds", &ScenarioRunner::takeActivityKinds},
        {"add-activities", &ScenarioRunner::addActivities},
        {"add-named-group", &ScenarioRunner::addNamedGroup},
        {"call-contest", &ScenarioRunner::callContest},
        {"enter-contest", &ScenarioRunner::enterContest},
        {"mark-contest", &ScenarioRunner::markContest},
        {"confirm-contest", &ScenarioRunner::confirmContest},
        {"record-year", &ScenarioRunner::recordYear},
        {"record-collective-year", &ScenarioRunner::recordYear},
        {"recognise-initiatives", &ScenarioRunner::recogniseInitiatives},
        {"recognise-initiatives-outside", &ScenarioRunner::recogniseOutside},
        {"refer-initiatives", &ScenarioRunner::referInitiatives},
        {"send-letter", &ScenarioRunner::sendLetter},
        {"follow-for-council", &ScenarioRunner::followFor},
        {"nominate", &ScenarioRunner::nominate},
        {"hold-meeting", &ScenarioRunner::holdMeeting},
        {"submit", &ScenarioRunner::submit},
        {"record-outcome", &ScenarioRunner::recordOutcome},
    };
    return all;
}

ScenarioRunner::ScenarioRunner(std::filesystem::path path) : m_path(std::move(path)) {}

ScenarioRunner::~ScenarioRunner() = default;

Result<void> ScenarioRunner::run(const std::filesystem::path& path, std::string_view scenario, const std::function<Result<std::string_view>(const std::string&)>& named)
{
    auto read = Json::parse(scenario, nullptr, false);
    if (!read.is_object())
        return fail(ErrorCode::Internal, "error.internal", {}, "scenario is not JSON");
    if (const auto before = stepText(read, "after"); !before.empty()) {
        TD_TRY(const auto text, named(before));
        auto steps = Json::parse(text).at("steps");
        for (auto& step : read.at("steps"))
            steps.push_back(std::move(step));
        read["steps"] = std::move(steps);
    }
    return run(path, read);
}

Result<void> ScenarioRunner::run(const std::filesystem::path& path, const Json& scenario)
{
    ScenarioRunner runner(path);
    std::size_t index = 0;
    for (const auto& step : scenario.at("steps")) {
        ++index;
        Result<void> stepDone;
        std::string trouble;
        try {
            stepDone = runner.dispatch(step);
        } catch (const std::exception& exception) {
            stepDone = fail(ErrorCode::InputFormat, "sample.bad-step");
            trouble = exception.what();
        }
        if (!stepDone) {
            auto error = std::move(stepDone.error());
            error.detail = "step " + std::to_string(index) + " " + step.dump().substr(0, 200) + " " + trouble + error.detail;
            return tl::unexpected<Error>(std::move(error));
        }
    }
    return {};
}

Result<void> ScenarioRunner::dispatch(const Json& step)
{
    m_clock.set(stepDay(step, "on"));
    const auto found = steps().find(step.at("do").get<std::string>());
    if (found == steps().end())
        return fail(ErrorCode::InputFormat, "sample.bad-step");
    return (this->*found->second)(step);
}

SubjectRef ScenarioRunner::subject(const Json& step) const
{
    if (step.contains("person"))
        return SubjectRef::of(PersonId(m_ids.at("staff/" + stepText(step, "person"))));
    return SubjectRef::of(CollectiveId(m_ids.at("collective/" + stepText(step, "collective"))));
}

SchoolYearId ScenarioRunner::yearOf(const Json& step) const
{
    return m_years.at(step.contains("year") ? step.at("year").get<int>() : m_currentYear);
}

Result<void> ScenarioRunner::foundSchool(const Json& step)
{
    FoundSchool command;
    auto& school = command.school;
    school.name = stepText(step, "name");
    school.level = stepCode<SchoolLevel>(step, "level");
    school.superiorAgency = stepText(step, "superior_agency");
    school.conferringAgency = stepText(step, "conferring_agency");
    school.conferringHead = stepText(step, "conferring_head");
    school.documentSymbol = stepText(step, "document_symbol");
    school.placeName = stepText(step, "place_name");
    school.difficultArea = step.value("difficult_area", false);
    TD_TRY(m_file, SchoolFile::create(m_path, command, m_clock, Session{"Trường mẫu"}));
    return {};
}

Result<void> ScenarioRunner::openYear(const Json& step)
{
    SchoolYearRow row;
    m_currentYear = step.at("start_year").get<int>();
    row.year = SchoolYear(m_currentYear);
    row.firstDay = stepDay(step, "first_day");
    row.term2Start = stepDay(step, "term2_start");
    row.lastDay = stepDay(step, "last_day");
    row.registrationDeadline = maybeDay(step, "registration_deadline");
    TD_TRY(const auto opened, SchoolService(*m_file).openYear(row));
    m_years.emplace(m_currentYear, opened.value);
    return carryPosts(m_currentYear);
}

Result<void> ScenarioRunner::closeYear(const Json& step)
{
    return stepDone(SchoolService(*m_file).closeYear(yearOf(step)));
}

Result<void> ScenarioRunner::addCollective(const Json& step)
{
    PeopleService people(*m_file);
    Collective row;
    row.name = stepText(step, "name");
    row.shortName = stepText(step, "short_name");
    row.type = stepCode<CollectiveType>(step, "type");
    if (row.type == CollectiveType::School) {
        // The school itself is a collective since its founding.
        TD_TRY(const auto all, people.collectives());
        m_ids["collective/" + stepText(step, "key")] = all.front().id.value();
        row.sortOrder = all.front().data.sortOrder;
        return stepDone(people.editCollective(all.front().id, row, all.front().version));
    }
    TD_TRY(const auto added, people.addCollective(row));
    m_ids["collective/" + stepText(step, "key")] = added.value.value();
    return {};
}

Result<void> ScenarioRunner::addStaff(const Json& step)
{
    StaffDraft draft;
    draft.person.fullName = stepText(step, "name");
    draft.person.gender = stepCode<Gender>(step, "gender");
    if (step.contains("birth"))
        draft.person.birth = PartialDate::fromText(stepText(step, "birth")).value();
    if (const auto day_ = maybeDay(step, "employed_from"))
        draft.person.employedFrom = PartialDate{day_->year(), day_};
    if (step.contains("contract"))
        draft.person.contract = stepCode<Contract>(step, "contract");
    const auto& posts = step.at("assignments");
    const auto& first = posts.at(0);
    draft.position = stepCode<Position>(first, "position");
    draft.title = stepText(first, "title");
    if (const auto team = stepText(first, "team"); !team.empty())
        draft.team = CollectiveId(m_ids.at("collective/" + team));
    TD_TRY(const auto added, PeopleService(*m_file).addStaff(m_years.at(first.at("year").get<int>()), draft));
    m_ids["staff/" + stepText(step, "key")] = added.value.value();
    for (std::size_t i = 1; i < posts.size(); ++i) {
        auto later = posts[i];
        later["person"] = stepText(step, "key");
        m_laterPosts.push_back(std::move(later));
    }
    return {};
}

Result<void> ScenarioRunner::carryPosts(int startYear)
{
    PeopleService people(*m_file);
    for (const auto& post : m_laterPosts) {
        if (post.at("year").get<int>() != startYear)
            continue;
        TD_TRY(const auto staff, people.staff(m_years.at(startYear), true));
        const PersonId id(m_ids.at("staff/" + stepText(post, "person")));
        for (const auto& row : staff) {
            if (row.id != id)
                continue;
            StaffDraft draft{row.person, stepCode<Position>(post, "position"), stepText(post, "title"), std::nullopt};
            if (const auto team = stepText(post, "team"); !team.empty())
                draft.team = CollectiveId(m_ids.at("collective/" + team));
            const bool same = row.assigned && row.position == draft.position && row.title == draft.title && row.team == draft.team;
            if (!same)
                TD_CHECK(people.editStaff(m_years.at(startYear), id, draft, row.version));
        }
    }
    return {};
}

Result<void> ScenarioRunner::setLeadership(const Json& step)
{
    SchoolService service(*m_file);
    TD_TRY(auto school, service.school());
    school.data.head = PersonId(m_ids.at("staff/" + stepText(step, "head")));
    return stepDone(service.editSchool(school.data, school.version));
}

Result<void> ScenarioRunner::addHonourRecord(const Json& step)
{
    HonourRecord record;
    record.subject = subject(step);
    record.honour = stepText(step, "honour");
    record.year = SchoolYear::parse(stepText(step, "school_year")).value();
    record.decisionNumber = stepText(step, "number");
    record.decidedOn = maybeDay(step, "decided_on");
    record.issuer = stepText(step, "issuer");
    return stepDone(PeopleService(*m_file).addHonour(record));
}

Result<void> ScenarioRunner::addLegalText(const Json& step)
{
    LegalText row;
    row.kind = stepText(step, "kind");
    row.number = stepText(step, "number");
    row.issuer = stepText(step, "issuer");
    row.issuedOn = maybeDay(step, "issued_on");
    row.subject = stepText(step, "subject");
    row.inForceTo = maybeDay(step, "in_force_to");
    row.replacedBy = stepText(step, "replaced_by");
    row.inForceFrom = maybeDay(step, "in_force_from");
    row.guidesFrom = stepNumber(step, "guides_from");
    row.guidesTo = stepNumber(step, "guides_to");
    if (const auto next = stepText(step, "replaced_by_text"); !next.empty())
        row.replacedById = LegalTextId(m_ids.at("legal/" + next));
    TD_TRY(const auto added, PlanService(*m_file).addLegalText(row));
    m_ids["legal/" + stepText(step, "key")] = added.value.value();
    return {};
}

Result<void> ScenarioRunner::addObservance(const Json& step)
{
    Observance row;
    row.name = stepText(step, "name");
    row.day = step.at("day").get<int>();
    row.month = step.at("month").get<int>();
    row.kind = stepCode<ObservanceKind>(step, "kind");
    if (step.contains("scope"))
        row.scope = stepCode<ObservanceScope>(step, "scope");
    row.baseYear = stepNumber(step, "since_year");
    row.onlyYear = stepNumber(step, "only_year");
    // A single event of the year itself: a congress, an election.
    if (row.kind == ObservanceKind::Once && !row.onlyYear)
        std::swap(row.onlyYear, row.baseYear);
    TD_TRY(const auto added, PlanService(*m_file).addObservance(row));
    m_ids["observance/" + stepText(step, "key")] = added.value.value();
    return {};
}

Result<void> ScenarioRunner::createPlan(const Json& step)
{
    PlanService service(*m_file);
    PlanDraft draft;
    draft.plan.kind = stepCode<PlanKind>(step, "kind");
    draft.plan.title = stepText(step, "title");
    draft.plan.theme = stepText(step, "theme");
    if (draft.plan.kind != PlanKind::Period)
        draft.plan.year = yearOf(step);
    draft.plan.fromYear = stepNumber(step, "from_year");
    draft.plan.toYear = stepNumber(step, "to_year");
    if (const auto parent = stepText(step, "parent"); !parent.empty())
        draft.plan.parent = PlanId(m_ids.at("plan/" + parent));
    if (step.value("usual_bases", false)) // those of the rules, as a person's own draft has them
        draft.bases = usualBases(*m_file, "plan");
    for (const auto& basis : step.value("bases", Json::array()))
        draft.bases.push_back({basis.contains("legal_text") && !basis.at("legal_text").is_null()
                                   ? std::optional(LegalTextId(m_ids.at("legal/" + stepText(basis, "legal_text"))))
                                   : std::nullopt,
                               stepText(basis, "wording")});
    for (const auto& section : step.value("sections", Json::array()))
        draft.sections.push_back({PlanId(0), 0, stepCode<SectionRole>(section, "role"), stepText(section, "numbering"), stepText(section, "heading"),
                                  join(section.value("body", std::vector<std::string>{}), "\n")});
    for (const auto& recipient : step.value("recipients", Json::array()))
        draft.recipients.push_back({stepText(recipient, "text"), stepText(recipient, "purpose")});
    if (draft.recipients.empty()) {
        TD_TRY(draft.recipients, service.usualRecipients());
    }
    TD_TRY(const auto created, service.createPlan(draft));
    m_ids["plan/" + stepText(step, "key")] = created.value.value();
    for (const auto& given : step.value("targets", Json::array())) {
        Target target;
        target.plan = created.value;
        target.group = stepCode<TargetGroup>(given, "group");
        target.kind = stepCode<TargetKind>(given, "kind");
        target.text = stepText(given, "text");
        target.value = stepNumber(given, "value");
        target.denominator = stepNumber(given, "denominator");
        target.denominatorText = stepText(given, "denominator_text");
        target.unit = stepText(given, "unit");
        target.metric = stepText(given, "metric");
        target.source = stepText(given, "source");
        if (const auto group = stepText(given, "group_key"); !group.empty())
            target.counted = NamedGroupId(m_ids.at("group/" + group));
        TD_TRY(const auto added, service.addTarget(target));
        m_ids["target/" + stepText(given, "key")] = added.value.value();
    }
    return addTasks(created.value, step);
}

Result<void> ScenarioRunner::addTasks(PlanId plan, const Json& step)
{
    for (const auto& given : step.value("tasks", Json::array())) {
        PlanTask task;
        task.plan = plan;
        task.text = stepText(given, "text");
        if (given.contains("person") || given.contains("collective"))
            task.subject = subject(given);
        task.deadline = maybeDay(given, "deadline");
        const auto marks = given.value("marks", std::vector<std::string>{});
        const auto marked = [&marks](const char* mark) { return std::ranges::find(marks, mark) != marks.end(); };
        task.focus = marked("focus");
        task.weak = marked("weak");
        task.hard = marked("hard");
        TD_TRY(const auto added, PlanWorkService(*m_file).addTask(task));
        m_ids["task/" + stepText(given, "key")] = added.value.value();
    }
    return {};
}

Result<void> ScenarioRunner::recordTask(const Json& step)
{
    return stepDone(PlanWorkService(*m_file).recordTask(PlanTaskId(m_ids.at("task/" + stepText(step, "task"))), stepCode<TaskState>(step, "state"), maybeDay(step, "done_on"),
                                                        stepText(step, "note")));
}

Result<void> ScenarioRunner::recordReceipts(const Json& step)
{
    const PlanId plan(m_ids.at("plan/" + stepText(step, "plan")));
    std::vector<PlanReceipt> receipts;
    for (const auto& given : step.at("teams"))
        receipts.push_back({plan, CollectiveId(m_ids.at("collective/" + stepText(given, "collective"))), stepDay(given, "received_on"), maybeDay(given, "carried_out_on"), {}});
    return stepDone(PlanWorkService(*m_file).recordReceipts(plan, receipts));
}

Result<void> ScenarioRunner::reportDifficulty(const Json& step)
{
    PlanWorkService service(*m_file);
    PlanDifficulty row;
    row.plan = PlanId(m_ids.at("plan/" + stepText(step, "plan")));
    if (const auto task = stepText(step, "task"); !task.empty())
        row.task = PlanTaskId(m_ids.at("task/" + task));
    row.team = CollectiveId(m_ids.at("collective/" + stepText(step, "collective")));
    row.raisedOn = stepDay(step, "raised_on");
    row.text = stepText(step, "text");
    TD_TRY(const auto added, service.addDifficulty(row));
    const auto answer = stepText(step, "answer");
    return answer.empty() ? Result<void>() : stepDone(service.answerDifficulty(added.value, answer, stepDay(step, "answered_on")));
}

Result<void> ScenarioRunner::issuePlan(const Json& step)
{
    return stepDone(PlanService(*m_file).issuePlan(PlanId(m_ids.at("plan/" + stepText(step, "plan"))),
                                               {std::stoi(stepText(step, "number")), stepText(step, "suffix"), stepDay(step, "issued_on")}));
}

Result<void> ScenarioRunner::createCampaign(const Json& step)
{
    CampaignDraft draft;
    auto& campaign = draft.campaign;
    if (const auto plan = stepText(step, "plan"); !plan.empty())
        campaign.plan = PlanId(m_ids.at("plan/" + plan));
    campaign.name = stepText(step, "name");
    campaign.theme = stepText(step, "theme");
    campaign.kind = stepCode<CampaignKind>(step, "kind");
    campaign.from = stepDay(step, "from");
    campaign.to = stepDay(step, "to");
    const auto& school = SchoolService(*m_file).school();
    const auto by = stepText(step, "launched_by");
    campaign.launchedBy = school && by == school->data.name ? std::string() : by;
    if (const auto received = stepText(step, "received"); !received.empty())
        campaign.received = LegalTextId(m_ids.at("legal/" + received));
    campaign.participants = stepText(step, "participants");
    campaign.judgedHow = stepText(step, "judged_how");
    // Movements that outlive the school year belong to no single one.
    TD_TRY(const auto year, SchoolService(*m_file).year(m_years.at(m_currentYear)));
    if (campaign.to <= year.data.lastDay && campaign.from >= year.data.firstDay.plusDays(-60))
        campaign.year = m_years.at(m_currentYear);
    draft.items = step.value("items", std::vector<std::string>{});
    for (const auto& key : step.value("observances", std::vector<std::string>{}))
        draft.observances.push_back(ObservanceId(m_ids.at("observance/" + key)));
    TD_TRY(const auto created, CampaignService(*m_file).createCampaign(draft));
    m_ids["campaign/" + stepText(step, "key")] = created.value.value();
    return {};
}

Result<void> ScenarioRunner::launchCampaign(const Json& step)
{
    return stepDone(CampaignService(*m_file).launch(CampaignId(m_ids.at("campaign/" + stepText(step, "campaign")))));
}

Result<void> ScenarioRunner::reviewCampaign(const Json& step)
{
    return stepDone(CampaignService(*m_file).review(CampaignId(m_ids.at("campaign/" + stepText(step, "campaign"))), stepText(step, "note")));
}

Result<void> ScenarioRunner::closeCampaign(const Json& step)
{
    return stepDone(CampaignService(*m_file).close(CampaignId(m_ids.at("campaign/" + stepText(step, "campaign"))), stepText(step, "note")));
}

Result<void> ScenarioRunner::recordTarget(const Json& step)
{
    return stepDone(PlanService(*m_file).recordTarget(TargetId(m_ids.at("target/" + stepText(step, "target"))), stepNumber(step, "actual"), m_clock.today(), stepText(step, "note")));
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/meeting.h"
#include "services/core/school_file.h"

#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>

namespace thidua::services {

/// Lives a scenario through the services, day by day. The vocabulary of steps is described in resources/samples/README.md.
class ScenarioRunner {
public:
    /// Makes `path` from the first step on. The Error's detail names the step that failed.
    static Result<void> run(const std::filesystem::path& path, const nlohmann::json& scenario);
    /// The same of the scenario's text; one that goes on `after` another begins with the steps of that, found by `named`.
    static Result<void> run(const std::filesystem::path& path, std::string_view scenario, const std::function<Result<std::string_view>(const std::string&)>& named);

private:
    using Json = nlohmann::json;
    using Step = Result<void> (ScenarioRunner::*)(const Json&);
    explicit ScenarioRunner(std::filesystem::path path);
    ~ScenarioRunner();

    static const std::map<std::string, Step>& steps();
    Result<void> dispatch(const Json& step);

    Result<void> foundSchool(const Json& step);
    Result<void> openYear(const Json& step);
    Result<void> closeYear(const Json& step);
    Result<void> addCollective(const Json& step);
    Result<void> addStaff(const Json& step);
    Result<void> setLeadership(const Json& step);
    Result<void> addHonourRecord(const Json& step);
    Result<void> addLegalText(const Json& step);
    Result<void> addObservance(const Json& step);
    Result<void> createPlan(const Json& step);
    Result<void> addTasks(domain::PlanId plan, const Json& step);
    Result<void> recordTask(const Json& step);
    Result<void> recordReceipts(const Json& step);
    Result<void> reportDifficulty(const Json& step);
    Result<void> issuePlan(const Json& step);
    Result<void> createCampaign(const Json& step);
    Result<void> launchCampaign(const Json& step);
    Result<void> reviewCampaign(const Json& step);
    Result<void> closeCampaign(const Json& step);
    Result<void> establishCouncil(const Json& step);
    Result<void> registerSubject(const Json& step);
    Result<void> handIn(const Json& step);
    Result<void> recordTarget(const Json& step);
    Result<void> takeActivityKinds(const Json& step);
    Result<void> addActivities(const Json& step);
    Result<void> addNamedGroup(const Json& step);
    Result<void> callContest(const Json& step);
    Result<void> enterContest(const Json& step);
    Result<void> markContest(const Json& step);
    Result<void> confirmContest(const Json& step);
    Result<void> recordYear(const Json& step);
    Result<void> recogniseInitiatives(const Json& step);
    Result<void> recogniseOutside(const Json& step);
    Result<void> referInitiatives(const Json& step);
    Result<void> takeMarks(const Json& step, domain::MeetingId meeting);
    Result<void> sendLetter(const Json& step);
    Result<void> followFor(const Json& step);
    Result<void> nominate(const Json& step);
    Result<void> holdMeeting(const Json& step);
    Result<void> submit(const Json& step);
    Result<void> recordOutcome(const Json& step);

    domain::SubjectRef subject(const Json& step) const;
    std::vector<domain::SubjectRef> subjectsOf(const Json& step) const;
    domain::SchoolYearId yearOf(const Json& step) const;
    Result<domain::ActivityKindId> kindOf(const Json& step);
    Result<std::vector<domain::InitiativeId>> initiativesOf(const Json& step);
    Result<domain::BallotLine> ballotLine(const Json& step, const Json& given);
    Result<void> takeVotes(const Json& step, domain::MeetingId meeting);
    Result<void> carryPosts(int startYear);

    std::filesystem::path m_path;
    FixedClock m_clock{Date(2000, 1, 1)};
    std::unique_ptr<SchoolFile> m_file;
    std::map<std::string, std::int64_t> m_ids;          ///< "staff/le-van-thang" → id
    std::map<int, domain::SchoolYearId> m_years;
    std::vector<Json> m_laterPosts;                     ///< posts of years that are not open yet
    int m_currentYear = 0;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario's steps about initiatives before their council and above, letters of commendation, and what a council follows.
#include "services/award/letter_service.h"
#include "services/core/scenario_runner.h"
#include "services/core/scenario_steps.h"
#include "services/follow/initiative_referrals.h"
#include "services/follow/initiative_scores.h"
#include "services/review/council_following.h"
#include "services/review/council_service.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;

Result<void> ScenarioRunner::referInitiatives(const Json& step)
{
    ReferInitiatives command;
    TD_TRY(command.initiatives, initiativesOf(step));
    command.level = stepCode<RecognitionLevel>(step, "level");
    command.sentTo = stepText(step, "to");
    command.sentOn = stepDay(step, "sent_on");
    return stepDone(InitiativeReferrals(*m_file).refer(command));
}

/// "marks": for each initiative what the members gave, in the order novelty, applicability, benefit, reach.
Result<void> ScenarioRunner::takeMarks(const Json& step, MeetingId meeting)
{
    const auto given = step.value("marks", Json::array());
    if (given.empty())
        return {};
    TD_TRY(const auto detail, CouncilService(*m_file).meeting(meeting));
    for (const auto& one : given) {
        TD_TRY(const auto ids, initiativesOf({{"initiatives", Json::array({{{"person", one.at("initiative_of")}}})}}));
        std::vector<InitiativeMark> marks;
        for (const auto& [key, points] : one.at("by").items()) {
            const PersonId person(m_ids.at("staff/" + key));
            const auto member = std::ranges::find(detail.council.members, person, [](const auto& row) { return row.member.person; });
            InitiativeMark mark;
            mark.member = member->id;
            mark.novelty = points.at(0).get<int>();
            mark.applicability = points.at(1).get<int>();
            mark.benefit = points.at(2).get<int>();
            mark.reach = points.at(3).get<int>();
            marks.push_back(mark);
        }
        TD_CHECK(stepDone(InitiativeScores(*m_file).record(meeting, ids.front(), marks)));
    }
    return {};
}

Result<void> ScenarioRunner::sendLetter(const Json& step)
{
    LetterService service(*m_file);
    const bool known = step.contains("person") || step.contains("collective");
    TD_TRY(auto letter, service.proposed(m_years.at(m_currentYear), known ? subject(step) : SubjectRef{}));
    if (const auto name = stepText(step, "name"); !name.empty())
        letter.name = name;
    if (const auto post = stepText(step, "post"); !post.empty())
        letter.post = post;
    letter.title = stepText(step, "title");
    letter.body = stepText(step, "body");
    TD_TRY(const auto drafted, service.draft(letter));
    return stepDone(service.issue(drafted.value, {std::stoi(stepText(step, "number")), {}, stepDay(step, "issued_on")}));
}

Result<void> ScenarioRunner::followFor(const Json& step)
{
    CouncilFollowingService service(*m_file);
    const CouncilId council(m_ids.at("council/" + stepText(step, "council")));
    const PersonId person(m_ids.at("staff/" + stepText(step, "person")));
    std::vector<CouncilCharge> charges;
    for (const auto& key : step.value("collectives", std::vector<std::string>{}))
        charges.push_back({council, person, CollectiveId(m_ids.at("collective/" + key)), std::nullopt});
    for (const auto& key : step.value("campaigns", std::vector<std::string>{}))
        charges.push_back({council, person, std::nullopt, CampaignId(m_ids.at("campaign/" + key))});
    if (!charges.empty())
        TD_CHECK(stepDone(service.setCharges(council, person, charges)));
    for (const auto& given : step.value("notes", Json::array())) {
        CouncilNote note;
        note.council = council;
        note.person = person;
        note.on = stepDay(given, "on");
        note.note = stepText(given, "note");
        if (const auto key = stepText(given, "collective"); !key.empty())
            note.collective = CollectiveId(m_ids.at("collective/" + key));
        TD_CHECK(stepDone(service.addNote(note)));
    }
    return {};
}

}

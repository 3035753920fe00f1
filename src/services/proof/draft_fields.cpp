// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/proof/draft_fields.h"

#include "domain/campaign.h"
#include "domain/decision.h"
#include "domain/meeting.h"
#include "domain/plan.h"
#include "domain/submission.h"
#include "domain/target.h"
#include "domain/workflow.h"
#include "services/award/decision_service.h"
#include "services/award/submission_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/council_service.h"

namespace thidua::services {

using namespace domain;

namespace {

using Write = std::function<Written<Done>()>;

std::string placed(const char* name, std::size_t at)
{
    return std::string(name) + "." + std::to_string(at);
}

/// Gathers fields that one operation writes.
struct FieldList {
    std::vector<DraftField>& fields;
    Write write;

    void add(std::string name, std::string& text) { fields.push_back({std::move(name), &text, write}); }
    void add(const char* name, std::vector<PaperBasis>& bases)
    {
        for (std::size_t at = 0; at < bases.size(); ++at)
            add(placed(name, at), bases[at].wording);
    }
    void add(const char* name, std::vector<PaperRecipient>& recipients)
    {
        for (std::size_t at = 0; at < recipients.size(); ++at) {
            add(placed(name, at), recipients[at].text);
            add(placed(name, at), recipients[at].purpose);
        }
    }
};

struct PlanWords {
    PlanDraft draft;
    std::vector<Stored<Target>> targets;
};

Result<DraftFields> planFields(SchoolFile& file, PlanId id)
{
    TD_TRY(const auto detail, PlanService(file).plan(id));
    const auto words = std::make_shared<PlanWords>(PlanWords{{detail.plan.data, detail.bases, detail.sections, detail.recipients}, detail.targets});
    DraftFields found{words, {}, may(detail.plan.data.state, PlanEvent::Edit)};
    FieldList list{found.fields, [&file, words = words.get(), id, version = detail.plan.version] { return PlanService(file).editPlan(id, words->draft, version); }};
    list.add("title", words->draft.plan.title);
    list.add("theme", words->draft.plan.theme);
    list.add("basis", words->draft.bases);
    for (std::size_t at = 0; at < words->draft.sections.size(); ++at) {
        auto& section = words->draft.sections[at];
        list.add(placed("sections", at), section.heading);
        list.add(placed("sections", at), section.body);
    }
    list.add("recipients", words->draft.recipients);
    for (auto& target : words->targets) {
        list.write = [&file, target = &target] { return PlanService(file).editTarget(target->id, target->data, target->version); };
        list.add("targets", target.data.text);
    }
    return found;
}

Result<DraftFields> campaignFields(SchoolFile& file, CampaignId id)
{
    TD_TRY(const auto row, CampaignService(file).campaign(id));
    const auto draft = std::make_shared<CampaignDraft>(CampaignDraft{row.campaign, row.items, {}});
    for (const auto& observance : row.observances)
        draft->observances.push_back(observance.id);
    DraftFields found{draft, {}, may(row.campaign.state, CampaignEvent::Edit) && !row.campaign.number.number};
    FieldList list{found.fields, [&file, draft = draft.get(), id, version = row.version] { return CampaignService(file).editCampaign(id, *draft, version); }};
    list.add("name", draft->campaign.name);
    list.add("theme", draft->campaign.theme);
    list.add("launchedBy", draft->campaign.launchedBy);
    list.add("participants", draft->campaign.participants);
    list.add("judgedHow", draft->campaign.judgedHow);
    for (auto& item : draft->items)
        list.add("items", item);
    return found;
}

Result<DraftFields> decisionFields(SchoolFile& file, DecisionId id)
{
    TD_TRY(const auto detail, DecisionService(file).decision(id));
    const auto draft = std::make_shared<Decision>(detail.decision);
    DraftFields found{draft, {}, isOwn(draft->kind) && may(draft->state, DecisionEvent::Edit)};
    FieldList list{found.fields, [&file, draft = draft.get(), id, version = detail.version] { return DecisionService(file).editDecision(id, *draft, version); }};
    list.add("title", draft->title);
    list.add("bases", draft->bases);
    list.add("proposer", draft->proposer);
    list.add("articles", draft->articles);
    list.add("recipients", draft->recipients);
    return found;
}

Result<DraftFields> submissionFields(SchoolFile& file, SubmissionId id)
{
    TD_TRY(const auto detail, SubmissionService(file).submission(id));
    const auto draft = std::make_shared<Submission>(detail.submission);
    DraftFields found{draft, {}, may(draft->state, SubmissionEvent::Edit)};
    FieldList list{found.fields, [&file, draft = draft.get(), id, version = detail.version] { return SubmissionService(file).editSubmission(id, *draft, version); }};
    list.add("title", draft->title);
    list.add("addressees", draft->addressees);
    list.add("bases", draft->bases);
    list.add("body", draft->body);
    list.add("enclosures", draft->enclosures);
    list.add("recipients", draft->recipients);
    return found;
}

Result<DraftFields> meetingFields(SchoolFile& file, MeetingId id)
{
    TD_TRY(const auto detail, CouncilService(file).meeting(id));
    const auto draft = std::make_shared<Meeting>(detail.meeting);
    DraftFields found{draft, {}, may(draft->state, MeetingEvent::Edit)};
    FieldList list{found.fields, [&file, draft = draft.get(), id, version = detail.version] { return CouncilService(file).editMeeting(id, *draft, version); }};
    list.add("title", draft->title);
    list.add("place", draft->place);
    list.add("agenda", draft->agenda);
    list.add("discussion", draft->discussion);
    list.add("conclusions", draft->conclusions);
    return found;
}

}

Result<DraftFields> DraftFields::of(SchoolFile& file, PaperKind kind, std::int64_t id)
{
    switch (kind) {
    case PaperKind::Plan: return planFields(file, PlanId(id));
    case PaperKind::Campaign: return campaignFields(file, CampaignId(id));
    case PaperKind::Decision: return decisionFields(file, DecisionId(id));
    case PaperKind::Submission: return submissionFields(file, SubmissionId(id));
    case PaperKind::Minutes: return meetingFields(file, MeetingId(id));
    default: return DraftFields{};
    }
}

}

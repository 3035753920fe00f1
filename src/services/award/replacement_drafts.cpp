// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/replacement_drafts.h"

#include "domain/campaign.h"
#include "domain/decision.h"
#include "domain/initiative.h"
#include "domain/plan.h"
#include "domain/plan_work.h"
#include "domain/submission.h"
#include "domain/target.h"
#include "documents/template.h"
#include "services/people/people_lookup.h"
#include "storage/repo/paper_repo.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

template <class Row>
std::optional<std::int64_t> replacing(Reader& reader, std::int64_t row)
{
    const auto found = repo::replacing(reader, IdOf<Row>(row));
    return found.empty() ? std::nullopt : std::optional(found.front().id.value());
}

/// The row as a draft without number and signer, which names the one it comes from.
template <class Row>
Row fresh(const Stored<Row>& old)
{
    Row row = old.data;
    static_cast<PaperHead&>(row) = {};
    row.state = decltype(row.state){};
    row.replaces = old.id;
    return row;
}

Result<std::int64_t> copyPlan(Tx& tx, PlanId old)
{
    TD_TRY(const auto row, need<Plan>(tx, old));
    const auto id = tx.insert(fresh(row));
    const auto copy = [&tx, id](auto parts) {
        for (auto& part : parts) {
            part.data.plan = id;
            tx.insert(part.data);
        }
    };
    copy(repo::bases(tx, old));
    copy(repo::sections(tx, old));
    copy(repo::recipients(tx, old));
    copy(repo::targets(tx, old));
    auto tasks = repo::planTasks(tx, old);
    for (auto& task : tasks) {
        task.data.state = TaskState::Open;
        task.data.doneOn.reset();
        task.data.note.clear();
    }
    copy(std::move(tasks));
    return id.value();
}

Result<std::int64_t> copyCampaign(Tx& tx, CampaignId old)
{
    TD_TRY(const auto row, need<Campaign>(tx, old));
    auto campaign = fresh(row);
    campaign.launchedOn.reset();
    campaign.reviewedOn.reset();
    campaign.closedOn.reset();
    campaign.reviewNote.clear();
    campaign.closeNote.clear();
    const auto id = tx.insert(campaign);
    for (auto& item : repo::items(tx, old)) {
        item.data.campaign = id;
        tx.insert(item.data);
    }
    for (auto& link : repo::observancesOf(tx, old)) {
        link.data.campaign = id;
        tx.insert(link.data);
    }
    return id.value();
}

void refresh(const PeopleLookup& people, Reader& reader, DecisionLine& line)
{
    if (line.initiative) {
        if (const auto initiative = reader.find<Initiative>(*line.initiative))
            line.text = initiative->data.title;
        std::vector<std::string> names, posts;
        for (const auto& author : repo::authors(reader, *line.initiative)) {
            const auto view = people.view(SubjectRef::of(author.data.person));
            names.push_back(view.name);
            posts.push_back(PeopleLookup::postAndUnit(view));
        }
        line.name = join(names, "\n");
        line.post = join(posts, "\n");
    } else if (line.subject.person || line.subject.collective) {
        const auto view = people.view(line.subject);
        line.name = view.name;
        if (line.subject.person)
            line.post = PeopleLookup::postAndUnit(view);
    }
}

Result<std::int64_t> copyDecision(Tx& tx, const IssuedPaper& old)
{
    TD_TRY(const auto row, need<Decision>(tx, DecisionId(old.row)));
    auto decision = fresh(row);
    if (decision.kind == DecisionKind::Other)
        decision.articles = tidyLines(decision.articles + "\n" + documents::shippedTemplate("common").text("replaces", {{"reference", old.named() + " " + old.number.issuedOn->words()}}));
    const auto id = tx.insert(decision);
    const PeopleLookup people(tx, decision.year);
    for (auto& line : repo::lines(tx, row.id)) {
        line.data.decision = id;
        refresh(people, tx, line.data);
        tx.insert(line.data);
    }
    return id.value();
}

Result<std::int64_t> copySubmission(Tx& tx, SubmissionId old)
{
    TD_TRY(const auto row, need<Submission>(tx, old));
    const auto submission = fresh(row);
    const auto id = tx.insert(submission);
    const PeopleLookup people(tx, submission.year);
    for (auto& line : repo::lines(tx, old)) {
        line.data.submission = id;
        const auto view = people.view(line.data.subject);
        line.data.name = view.name;
        if (line.data.subject.person)
            line.data.post = PeopleLookup::postAndUnit(view);
        tx.insert(line.data);
    }
    return id.value();
}

}

std::optional<std::int64_t> replacementOf(Reader& reader, PaperKind kind, std::int64_t row)
{
    switch (kind) {
    case PaperKind::Plan: return replacing<Plan>(reader, row);
    case PaperKind::Campaign: return replacing<Campaign>(reader, row);
    case PaperKind::Decision: return replacing<Decision>(reader, row);
    case PaperKind::Submission: return replacing<Submission>(reader, row);
    default: return std::nullopt;
    }
}

Result<std::int64_t> copyForReplacement(Tx& tx, const IssuedPaper& old)
{
    switch (old.kind) {
    case PaperKind::Plan: return copyPlan(tx, PlanId(old.row));
    case PaperKind::Campaign: return copyCampaign(tx, CampaignId(old.row));
    case PaperKind::Decision: return copyDecision(tx, old);
    case PaperKind::Submission: return copySubmission(tx, SubmissionId(old.row));
    default: return fail(ErrorCode::NotFound, "row.not-found");
    }
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/prepare/campaign_service.h"

#include "documents/template.h"
#include "domain/legal_text.h"
#include "domain/school_year.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/papers/paper_issuing.h"
#include "services/people/subject_name.h"
#include "storage/repo/activity_repo.h"
#include "storage/repo/contest_repo.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const CampaignDraft& draft)
{
    std::vector<FieldIssue> issues;
    require(issues, draft.campaign.name, "name", "campaign.name-missing");
    if (draft.campaign.to < draft.campaign.from)
        issues.push_back({"to", "campaign.ends-early", {draft.campaign.to.vn(), draft.campaign.from.vn()}});
    return issues;
}

CampaignKind kindByName(const std::string& name)
{
    const auto& words = documents::shippedTemplate("campaign");
    const auto said = lower(normalised(name));
    for (const auto kind : {CampaignKind::Regular, CampaignKind::Thematic, CampaignKind::Round})
        for (const auto& word : words.lines("kind." + std::string(toCode(kind))))
            if (said.find(word) != std::string::npos)
                return kind;
    return CampaignKind::Regular;
}

namespace {

CampaignDraft tidied(CampaignDraft draft)
{
    for (auto& item : draft.items)
        tidy(item);
    std::erase(draft.items, std::string());
    return draft;
}

CampaignRow rowOf(Reader& reader, const Stored<Campaign>& campaign)
{
    CampaignRow row{campaign.id, campaign.version, campaign.data, {}, {}, repo::reports(reader, campaign.id)};
    if (campaign.data.answers)
        row.answersName = subjectName(reader, SubjectRef::of(*campaign.data.answers));
    if (const auto text = campaign.data.received ? reader.find<LegalText>(*campaign.data.received) : std::nullopt)
        row.receivedName = normalised(text->data.kind + " " + text->data.number);
    for (const auto& item : repo::items(reader, campaign.id))
        row.items.push_back(item.data.text);
    for (const auto& link : repo::observancesOf(reader, campaign.id))
        if (auto observance = reader.find<Observance>(link.data.observance))
            row.observances.push_back(std::move(*observance));
    return row;
}

void writeItems(Tx& tx, CampaignId id, const std::vector<std::string>& items)
{
    const auto existing = repo::items(tx, id);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const CampaignItem item{id, static_cast<int>(i) + 1, items[i]};
        if (i < existing.size())
            tx.update(existing[i].id, item);
        else
            tx.insert(item);
    }
    for (std::size_t i = items.size(); i < existing.size(); ++i)
        tx.remove<CampaignItem>(existing[i].id);
}

void writeObservances(Tx& tx, CampaignId id, const std::vector<ObservanceId>& wanted)
{
    std::vector<ObservanceId> kept;
    for (const auto& link : repo::observancesOf(tx, id)) {
        if (std::ranges::find(wanted, link.data.observance) == wanted.end())
            tx.remove<CampaignObservance>(link.id);
        else
            kept.push_back(link.data.observance);
    }
    for (const auto& observance : wanted)
        if (std::ranges::find(kept, observance) == kept.end())
            tx.insert(CampaignObservance{id, observance});
}

/// Nameless lines are left out; those with the name and receiver of one that is there stay that one.
void writeReports(Tx& tx, CampaignId id, const std::vector<CampaignReport>& reports)
{
    const auto existing = repo::reports(tx, id);
    std::size_t next = 0;
    for (auto report : reports) {
        report.campaign = id;
        tidy(report.name);
        if (report.name.empty())
            continue;
        if (next < existing.size())
            tx.update(existing[next++].id, report);
        else
            tx.insert(report);
    }
    for (; next < existing.size(); ++next)
        tx.remove<CampaignReport>(existing[next].id);
}

/// What came from the form; state, dates and notes of the workflow stay as they are.
Campaign withState(Campaign edited, const Campaign& before)
{
    edited.state = before.state;
    edited.launchedOn = before.launchedOn;
    edited.reviewedOn = before.reviewedOn;
    edited.closedOn = before.closedOn;
    edited.reviewNote = before.reviewNote;
    edited.closeNote = before.closeNote;
    edited.replaces = before.replaces;
    static_cast<PaperHead&>(edited) = before;
    return edited;
}

/// The day of a step: not one to come, and not before the step before it.
Result<Date> dayOf(SchoolFile& file, std::optional<Date> on, std::optional<Date> before)
{
    const auto today = file.clock().today();
    const auto day = on.value_or(today);
    if (day > today)
        return fail({{"on", "campaign.step-to-come", {day.vn()}}});
    if (on && before && day < *before)
        return fail({{"on", "campaign.step-before", {day.vn(), before->vn()}}});
    return day;
}

/// Moves a campaign on; `change` writes what belongs to the step.
template <class Change>
Written<Done> step(SchoolFile& file, Op op, CampaignId id, CampaignEvent event, Change change)
{
    return writeTo<Done>(file, op, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto campaign, need<Campaign>(tx, id));
        TD_TRY(campaign.data.state, takeStep(campaign.data.state, event, campaign.data.name));
        TD_CHECK(change(tx, campaign));
        tx.setLabel({campaign.data.name});
        tx.update(id, campaign.data);
        return Done{};
    });
}

}

Result<std::vector<CampaignRow>> CampaignService::campaigns(std::optional<SchoolYearId> year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<CampaignRow>> {
        std::vector<CampaignRow> rows;
        const auto yearRow = year ? reader.find<SchoolYearRow>(*year) : std::nullopt;
        for (const auto& campaign : repo::campaigns(reader)) {
            const auto& data = campaign.data;
            // Movements without a year of their own belong to every year that they reach into.
            const bool spans = !data.year && yearRow && data.from <= yearRow->data.lastDay && data.to >= yearRow->data.firstDay;
            if (!year || data.year == year || spans)
                rows.push_back(rowOf(reader, campaign));
        }
        return rows;
    });
}

Result<CampaignRow> CampaignService::campaign(CampaignId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<CampaignRow> {
        TD_TRY(const auto campaign, need<Campaign>(reader, id));
        return rowOf(reader, campaign);
    });
}

Written<CampaignId> CampaignService::createCampaign(const CampaignDraft& given)
{
    return writeTo<CampaignId>(m_file, Op::CreateCampaign, [&](Tx& tx) -> Result<CampaignId> {
        auto draft = tidied(given);
        if (auto issues = validate(draft); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({draft.campaign.name});
        const auto id = tx.insert(withState(draft.campaign, Campaign{}));
        writeItems(tx, id, draft.items);
        writeObservances(tx, id, draft.observances);
        return id;
    });
}

Written<Done> CampaignService::editCampaign(CampaignId id, const CampaignDraft& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditCampaign, [&](Tx& tx) -> Result<Done> {
        auto draft = tidied(given);
        if (auto issues = validate(draft); !issues.empty())
            return fail(std::move(issues));
        TD_TRY(const auto before, need<Campaign>(tx, id));
        TD_CHECK(checkStep(before.data.state, CampaignEvent::Edit, before.data.name));
        if (before.data.number.number)
            return fail(ErrorCode::WrongState, "campaign.issued", {before.data.name, before.data.number.text()});
        tx.setLabel({draft.campaign.name});
        tx.update(id, withState(draft.campaign, before.data), version);
        writeItems(tx, id, draft.items);
        writeObservances(tx, id, draft.observances);
        return Done{};
    });
}

Written<Done> CampaignService::removeCampaign(CampaignId id)
{
    return writeTo<Done>(m_file, Op::RemoveCampaign, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto campaign, need<Campaign>(tx, id));
        TD_CHECK(checkStep(campaign.data.state, CampaignEvent::Remove, campaign.data.name));
        tx.setLabel({campaign.data.name});
        if (!repo::activitiesOf(tx, id).empty())
            return fail(ErrorCode::WrongState, "campaign.has-activities", {campaign.data.name});
        if (repo::anyContest(tx, id))
            return fail(ErrorCode::WrongState, "campaign.has-contests", {campaign.data.name});
        writeItems(tx, id, {});
        writeObservances(tx, id, {});
        writeReports(tx, id, {});
        tx.remove<Campaign>(id);
        return Done{};
    });
}

Written<Done> CampaignService::setReports(CampaignId id, const std::vector<CampaignReport>& reports)
{
    return writeTo<Done>(m_file, Op::SetCampaignReports, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto campaign, need<Campaign>(tx, id));
        const auto today = m_file.clock().today();
        for (const auto& report : reports) {
            if (normalised(report.name).empty() && (report.dueOn || report.sentOn || !report.sentTo.empty()))
                return fail({{"reports", "campaign.report-nameless", {}}});
            if (report.sentOn && *report.sentOn > today)
                return fail({{"reports", "campaign.report-to-come", {report.sentOn->vn()}}});
            if (report.dueOn && *report.dueOn < campaign.data.from)
                return fail({{"reports", "campaign.report-early", {report.name, report.dueOn->vn(), campaign.data.from.vn()}}});
        }
        tx.setLabel({campaign.data.name});
        writeReports(tx, id, reports);
        return Done{};
    });
}

Written<Done> CampaignService::launch(CampaignId id, std::optional<Date> on)
{
    return step(m_file, Op::LaunchCampaign, id, CampaignEvent::Launch, [this, id, on](Tx& tx, Stored<Campaign>& campaign) -> Result<void> {
        if (campaign.data.theme.empty())
            return fail(ErrorCode::WrongState, "campaign.no-theme", {campaign.data.name});
        if (campaign.data.criteria.empty() && repo::items(tx, id).empty())
            return fail(ErrorCode::WrongState, "campaign.no-criteria", {campaign.data.name});
        TD_TRY(campaign.data.launchedOn, dayOf(m_file, on, std::nullopt));
        return {};
    });
}

Written<Done> CampaignService::issue(CampaignId id, const IssuePaper& paper)
{
    return writeTo<Done>(m_file, Op::IssueCampaign, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto campaign, need<Campaign>(tx, id));
        if (campaign.data.number.number)
            return fail(ErrorCode::WrongState, "campaign.issued", {campaign.data.name, campaign.data.number.text()});
        TD_TRY(const auto launched, takeStep(campaign.data.state, CampaignEvent::Issue, campaign.data.name));
        if (!campaign.data.launchedOn)
            campaign.data.launchedOn = paper.issuedOn.value_or(m_file.clock().today());
        TD_CHECK(issuePaper(m_file, tx, campaign, launched, paper));
        if (campaign.data.replaces) {
            TD_TRY(auto old, need<Campaign>(tx, *campaign.data.replaces));
            TD_TRY(old.data.state, takeStep(old.data.state, CampaignEvent::Replace, old.data.name));
            tx.update(old.id, old.data);
        }
        tx.setLabel({campaign.data.number.text()});
        return Done{};
    });
}

Written<Done> CampaignService::review(CampaignId id, const std::string& note, std::optional<Date> on)
{
    return step(m_file, Op::ReviewCampaign, id, CampaignEvent::Review, [&](Tx&, Stored<Campaign>& campaign) -> Result<void> {
        TD_TRY(campaign.data.reviewedOn, dayOf(m_file, on, campaign.data.launchedOn));
        // Earlier reviews stay readable under the newest one's date.
        const auto dated = campaign.data.reviewedOn->vn() + ": " + tidyLines(note);
        campaign.data.reviewNote = tidyLines(campaign.data.reviewNote + "\n" + dated);
        return {};
    });
}

Written<Done> CampaignService::close(CampaignId id, const std::string& note, std::optional<Date> on)
{
    return step(m_file, Op::CloseCampaign, id, CampaignEvent::Close, [&](Tx&, Stored<Campaign>& campaign) -> Result<void> {
        TD_TRY(campaign.data.closedOn, dayOf(m_file, on, std::max(campaign.data.launchedOn, campaign.data.reviewedOn)));
        campaign.data.closeNote = note;
        return {};
    });
}

}

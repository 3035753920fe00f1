// SPDX-License-Identifier: GPL-3.0-or-later
// The targets of plans, and the figures that the program knows for them by itself.
#include "domain/campaign.h"
#include "domain/legal_text.h"
#include "domain/named_group.h"
#include "domain/school_year.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/people/people_lookup.h"
#include "services/people/subject_name.h"
#include "services/prepare/group_service.h"
#include "services/prepare/metrics.h"
#include "services/prepare/plan_service.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// “98 %”: a count whose unit is the sign.
bool isPercentage(const Target& target)
{
    return target.kind == TargetKind::Count && normalised(target.unit) == "%";
}

}

std::vector<FieldIssue> validate(const Target& target)
{
    std::vector<FieldIssue> issues;
    require(issues, target.text, "text", "target.text-missing");
    if (target.kind != TargetKind::YesNo && !target.value)
        issues.push_back({"value", "target.value-missing", {}});
    if (target.value && *target.value < 0)
        issues.push_back({"value", "target.negative", {}});
    if (isPercentage(target) && target.value && *target.value > 100)
        issues.push_back({"value", "target.above-hundred", {}});
    if (target.kind == TargetKind::Share && !target.denominator && !target.counted)
        issues.push_back({"denominator", "target.denominator-missing", {}});
    if (target.kind == TargetKind::Share && target.denominator && *target.denominator <= 0)
        issues.push_back({"denominator", "target.denominator-zero", {}});
    else if (target.kind == TargetKind::Share && target.value && target.denominator && *target.value > *target.denominator)
        issues.push_back({"value", "target.above-denominator", {std::to_string(*target.value), std::to_string(*target.denominator)}});
    return issues;
}

namespace {

/// What is wanted, without what has been reached: that is recorded by a verb of its own.
Target wanted(Target target, const Target& before)
{
    if (target.kind == TargetKind::YesNo)
        target.value = 1;
    if (target.kind != TargetKind::Share) {
        target.denominator.reset();
        target.counted.reset();
    }
    if (isPercentage(target))
        target.metric.clear(); // what the program counts are heads
    target.actual = before.actual;
    target.actualOn = before.actualOn;
    target.note = before.note;
    return target;
}

Result<Plan> needDraftPlan(Reader& reader, PlanId id)
{
    TD_TRY(auto plan, need<Plan>(reader, id));
    TD_CHECK(checkStep(plan.data.state, PlanEvent::Edit, plan.data.number.text()));
    return plan.data;
}

/// A share that is counted against a named group takes its size, and its name where nothing else is said.
Result<void> fillGroup(Reader& reader, Target& target)
{
    const auto group = target.counted ? reader.find<NamedGroup>(*target.counted) : std::nullopt;
    if (!group)
        return {};
    const auto size = static_cast<int>(membersOfGroup(reader, PeopleLookup(reader, group->data.year), *group).size());
    if (size == 0)
        return fail({{"counted", "group.empty", {group->data.name, group->data.countedOn.vn()}}});
    target.denominator = size;
    if (target.denominatorText.empty())
        target.denominatorText = group->data.name;
    return {};
}

std::string nameIn(Reader& reader, const Target& target, std::optional<CampaignId> campaign)
{
    const auto row = campaign ? reader.find<Campaign>(*campaign) : std::nullopt;
    const auto text = !campaign && target.setBy ? reader.find<LegalText>(*target.setBy) : std::nullopt;
    return row ? row->data.name : text ? normalised(text->data.kind + " " + text->data.number) : std::string();
}

TargetRow rowOf(Reader& reader, const Stored<Target>& target, const Plan& plan, const Metrics& metrics)
{
    TargetRow row{target.id, target.version, target.data, plan.title, plan.state, metrics.registered(target.data), metrics.reached(target.data), false};
    row.groupSize = metrics.groupSize(target.data);
    if (const auto group = target.data.counted ? reader.find<NamedGroup>(*target.data.counted) : std::nullopt)
        row.groupName = group->data.name;
    if (target.data.campaign)
        row.campaignName = nameIn(reader, target.data, target.data.campaign);
    if (target.data.collective)
        row.collectiveName = subjectName(reader, SubjectRef::of(*target.data.collective));
    row.setByName = nameIn(reader, target.data, std::nullopt);
    row.outside = metrics.outside(target.data);
    row.waiting = metrics.waiting(target.data);
    if (target.data.actual)
        row.reached = target.data.actual;
    row.met = meets(target.data, row.reached.value_or(0));
    return row;
}

}

Result<std::vector<TargetRow>> PlanService::targets(SchoolYearId year)
{
    TD_TRY(const auto plansOfYear, plans(year));
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<TargetRow>> {
        const Metrics metrics(reader, year, m_file.clock().today());
        std::vector<TargetRow> rows;
        for (const auto& plan : plansOfYear) {
            if (plan.data.state == PlanState::Replaced || plan.data.state == PlanState::Revoked)
                continue; // its targets count no longer
            for (const auto& target : repo::targets(reader, plan.id))
                rows.push_back(rowOf(reader, target, plan.data, metrics));
        }
        return rows;
    });
}

Written<TargetId> PlanService::addTarget(const Target& given)
{
    return writeTo<TargetId>(m_file, Op::AddTarget, [&](Tx& tx) -> Result<TargetId> {
        auto target = wanted(given, Target{});
        TD_CHECK(fillGroup(tx, target));
        if (auto issues = validate(target); !issues.empty())
            return fail(std::move(issues));
        TD_CHECK(needDraftPlan(tx, target.plan));
        const auto existing = repo::targets(tx, target.plan);
        target.seq = existing.empty() ? 1 : existing.back().data.seq + 1;
        tx.setLabel({target.text});
        return tx.insert(target);
    });
}

Written<Done> PlanService::editTarget(TargetId id, const Target& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditTarget, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<Target>(tx, id));
        TD_CHECK(needDraftPlan(tx, before.data.plan));
        auto target = wanted(given, before.data);
        target.plan = before.data.plan;
        target.seq = before.data.seq;
        TD_CHECK(fillGroup(tx, target));
        if (auto issues = validate(target); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({target.text});
        tx.update(id, target, version);
        return Done{};
    });
}

Written<Done> PlanService::removeTarget(TargetId id)
{
    return writeTo<Done>(m_file, Op::RemoveTarget, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto target, need<Target>(tx, id));
        TD_CHECK(needDraftPlan(tx, target.data.plan));
        tx.setLabel({target.data.text});
        tx.remove<Target>(id);
        return Done{};
    });
}

Written<Done> PlanService::recordTarget(TargetId id, std::optional<int> actual, Date on, const std::string& note)
{
    return writeTo<Done>(m_file, Op::RecordTarget, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto target, need<Target>(tx, id));
        if (actual && *actual < 0)
            return fail({{"actual", "target.negative", {}}});
        target.data.actual = actual;
        target.data.actualOn = actual ? std::optional(on) : std::nullopt;
        target.data.note = note;
        tx.setLabel({target.data.text});
        tx.update(id, target.data);
        return Done{};
    });
}

Written<Done> PlanService::countTarget(TargetId id, const TargetCounting& counting)
{
    return writeTo<Done>(m_file, Op::CountTarget, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto target, need<Target>(tx, id));
        if (counting.sourceValue && *counting.sourceValue < 0)
            return fail({{"sourceValue", "target.negative", {}}});
        target.data.metric = isPercentage(target.data) ? std::string() : counting.metric;
        target.data.counted = target.data.kind == TargetKind::Share ? counting.counted : std::nullopt;
        target.data.campaign = counting.campaign;
        target.data.setBy = counting.setBy;
        target.data.sourceValue = counting.sourceValue;
        tx.setLabel({target.data.text});
        tx.update(id, target.data);
        return Done{};
    });
}

}

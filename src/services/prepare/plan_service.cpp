// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/prepare/plan_service.h"

#include "base/text_util.h"
#include "documents/template.h"
#include "base/symbol.h"
#include "domain/plan_work.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/papers/paper_drafting.h"
#include "services/papers/paper_findings.h"
#include "services/papers/paper_issuing.h"
#include "services/people/people_lookup.h"
#include "services/prepare/library.h"
#include "services/prepare/plan_work.h"

#include <algorithm>
#include <charconv>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const PlanDraft& draft)
{
    std::vector<FieldIssue> issues;
    const auto& plan = draft.plan;
    require(issues, plan.title, "title", "plan.title-missing");
    if (plan.kind != PlanKind::Period && !plan.year)
        issues.push_back({"year", "plan.year-missing", {}});
    if (plan.kind == PlanKind::Period) {
        if (!plan.fromYear || !plan.toYear)
            issues.push_back({"fromYear", "plan.period-missing", {}});
        else if (*plan.fromYear > *plan.toYear)
            issues.push_back({"toYear", "plan.period-order", {std::to_string(*plan.fromYear), std::to_string(*plan.toYear)}});
    }
    for (std::size_t i = 0; i < draft.bases.size(); ++i)
        if (normalised(draft.bases[i].wording).empty())
            issues.push_back({"bases." + std::to_string(i), "plan.basis-empty", {}});
    for (std::size_t i = 0; i < draft.recipients.size(); ++i)
        if (normalised(draft.recipients[i].text).empty())
            issues.push_back({"recipients." + std::to_string(i), "plan.recipient-empty", {}});
    return issues;
}

namespace {

constexpr const char* kPlanBases = "plan"; // as the rules call the paper

/// Rewrites the ordered parts of a plan: rows keep their ids by position, so that a small change is a small change record.
template <class T, class Given>
void writeParts(Tx& tx, PlanId plan, const std::vector<Stored<T>>& existing, const std::vector<Given>& given)
{
    std::vector<T> wanted;
    for (const auto& part : given) {
        T row;
        static_cast<Given&>(row) = part;
        wanted.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        wanted[i].plan = plan;
        wanted[i].seq = static_cast<int>(i) + 1;
        if (i < existing.size())
            tx.update(existing[i].id, wanted[i]);
        else
            tx.insert(wanted[i]);
    }
    for (std::size_t i = wanted.size(); i < existing.size(); ++i)
        tx.template remove<T>(existing[i].id);
}

/// What came from the form; state, number and signer come with issuing.
Plan unissued(Plan plan, const std::optional<PlanId>& replaces = {})
{
    plan.state = PlanState::Draft;
    plan.replaces = replaces;
    static_cast<PaperHead&>(plan) = {};
    return plan;
}

Result<Stored<Plan>> needPlan(Reader& reader, PlanId id, PlanEvent event)
{
    TD_TRY(auto plan, need<Plan>(reader, id));
    TD_CHECK(checkStep(plan.data.state, event, plan.data.number.text()));
    return plan;
}

template <class Part, class T>
std::vector<Part> partsOf(const std::vector<Stored<T>>& rows)
{
    std::vector<Part> data;
    for (const auto& row : rows)
        data.push_back(row.data);
    return data;
}

bool covers(Reader& reader, const Plan& plan, SchoolYearId id)
{
    if (plan.kind != PlanKind::Period)
        return plan.year == id;
    const auto year = reader.find<SchoolYearRow>(id);
    return year && plan.fromYear && plan.toYear && *plan.fromYear <= year->data.year.startYear() + 1 && *plan.toYear >= year->data.year.startYear();
}

/// A plan stands under one of a longer time that covers it, and never under itself. Field "parent".
std::vector<FieldIssue> parentIssues(Reader& reader, std::optional<PlanId> id, const Plan& plan)
{
    if (!plan.parent)
        return {};
    if (plan.parent == id)
        return {{"parent", "plan.under-itself", {}}};
    if (plan.kind == PlanKind::Period)
        return {{"parent", "plan.period-on-top", {}}};
    const auto parent = reader.find<Plan>(*plan.parent);
    if (!parent)
        return {{"parent", "row.not-found", {}}};
    const bool longer = parent->data.kind == PlanKind::Period || (parent->data.kind == PlanKind::Year && plan.kind == PlanKind::Launch);
    if (!longer)
        return {{"parent", "plan.parent-kind", {parent->data.title}}};
    if (plan.year && !covers(reader, parent->data, *plan.year))
        return {{"parent", "plan.parent-other-time", {parent->data.title}}};
    return {};
}

/// A plan rests on no text that is younger than itself. Field "bases.<line>".
std::vector<FieldIssue> laterBases(Reader& reader, const std::vector<PaperBasis>& bases, Date on)
{
    std::vector<FieldIssue> issues;
    const auto texts = repo::legalTexts(reader);
    for (std::size_t i = 0; i < bases.size(); ++i)
        for (const auto& text : texts)
            if (text.data.issuedOn && *text.data.issuedOn > on && (bases[i].legalText == text.id || speaksOf(bases[i].wording, text.data.number)))
                issues.push_back({"bases." + std::to_string(i), "plan.basis-later", {text.data.number, text.data.issuedOn->vn(), on.vn()}});
    return issues;
}

/// Writes a new plan and its parts within an operation.
Result<PlanId> insertPlan(Tx& tx, const PlanDraft& given)
{
    auto draft = given;
    if (auto issues = validate(draft); !issues.empty())
        return fail(std::move(issues));
    if (auto issues = parentIssues(tx, std::nullopt, draft.plan); !issues.empty())
        return fail(std::move(issues));
    draft.plan = unissued(draft.plan);
    tx.setLabel({draft.plan.title});
    const auto id = tx.insert(draft.plan);
    writeParts<PlanBasis>(tx, id, {}, draft.bases);
    writeParts<PlanSection>(tx, id, {}, draft.sections);
    writeParts<PlanRecipient>(tx, id, {}, draft.recipients);
    return id;
}

/// A line of plan.json: group, kind, text, value, unit, metric.
std::optional<Target> targetOf(const std::string& line)
{
    const auto parts = split(line, '|');
    const auto group = parts.size() == 6 ? fromCode<TargetGroup>(parts[0]) : std::nullopt;
    const auto kind = group ? fromCode<TargetKind>(parts[1]) : std::nullopt;
    if (!kind)
        return std::nullopt;
    Target target;
    target.group = *group;
    target.kind = *kind;
    target.text = parts[2];
    int value = 0;
    if (const auto& figure = parts[3]; std::from_chars(figure.data(), figure.data() + figure.size(), value).ec == std::errc())
        target.value = value;
    target.unit = parts[4];
    target.metric = parts[5];
    return target;
}

}

Result<std::vector<Stored<Plan>>> PlanService::plans(std::optional<SchoolYearId> year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Stored<Plan>>> {
        auto rows = repo::plans(reader);
        if (year)
            std::erase_if(rows, [&](const auto& row) { return !covers(reader, row.data, *year); });
        return rows;
    });
}

Result<PlanDetail> PlanService::plan(PlanId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<PlanDetail> {
        TD_TRY(auto plan, need<Plan>(reader, id));
        auto bases = partsOf<PaperBasis>(repo::bases(reader, id));
        if (plan.data.state == PlanState::Draft)
            bases = basesFollowed(m_file, kPlanBases, bases, planDay(reader, plan.data, m_file.clock().today()));
        return PlanDetail{std::move(plan), std::move(bases), partsOf<PlanSection>(repo::sections(reader, id)),
                          partsOf<PaperRecipient>(repo::recipients(reader, id)),
                          repo::targets(reader, id)};
    });
}

Result<PlanDraft> PlanService::proposedPlan(SchoolYearId yearId)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<PlanDraft> {
        TD_TRY(const auto year, need<SchoolYearRow>(reader, yearId));
        TD_TRY(const auto school, needSchool(reader));
        PlanDraft draft;
        draft.plan.year = yearId;
        draft.plan.title = "Phát động phong trào thi đua năm học " + year.data.year.paper();
        const auto& words = documents::shippedTemplate("plan");
        const documents::Fields fields{{"school", school.data.name}, {"year", year.data.year.paper()}};
        const auto section = [&](SectionRole role, const char* numbering, const char* heading) {
            PlanSection row;
            row.role = role;
            row.numbering = numbering;
            row.heading = heading;
            if (const auto sample = "sample." + std::string(toCode(role)); words.has(sample))
                row.body = join(words.lines(sample, fields), "\n");
            draft.sections.push_back(row);
        };
        section(SectionRole::Preamble, "", "");
        section(SectionRole::Heading, "I.", "MỤC ĐÍCH, YÊU CẦU");
        section(SectionRole::Purpose, "1.", "Mục đích");
        section(SectionRole::Requirement, "2.", "Yêu cầu");
        section(SectionRole::Heading, "II.", "NỘI DUNG THI ĐUA");
        section(SectionRole::Participants, "1.", "Đối tượng thi đua");
        section(SectionRole::Content, "2.", "Nội dung thi đua");
        section(SectionRole::Targets, "3.", "Một số chỉ tiêu cụ thể");
        section(SectionRole::Timetable, "4.", "Kế hoạch thời gian");
        section(SectionRole::Implementation, "III.", "TỔ CHỨC THỰC HIỆN");
        draft.bases = basesOf(m_file, school.data, kPlanBases);
        draft.recipients = planRecipients(school.data);
        return draft;
    });
}

Result<std::vector<PaperRecipient>> PlanService::usualRecipients()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<PaperRecipient>> {
        TD_TRY(const auto school, needSchool(reader));
        return planRecipients(school.data);
    });
}

Written<PlanId> PlanService::createPlan(const PlanDraft& given)
{
    return writeTo<PlanId>(m_file, Op::CreatePlan, [&](Tx& tx) { return insertPlan(tx, given); });
}

Written<PlanId> createPlanWith(SchoolFile& file, const PlanDraft& draft, const std::vector<Target>& targets, const std::vector<PlanTask>& tasks)
{
    return writeTo<PlanId>(file, Op::CreatePlan, [&](Tx& tx) -> Result<PlanId> {
        TD_TRY(const auto id, insertPlan(tx, draft));
        int seq = 0;
        for (auto target : targets) {
            if (auto issues = validate(target); !issues.empty())
                return fail(std::move(issues));
            target.plan = id;
            target.seq = ++seq;
            tx.insert(target);
        }
        seq = 0;
        for (auto task : tasks) {
            if (auto issues = validate(task); !issues.empty())
                return fail(std::move(issues));
            task.plan = id;
            task.seq = ++seq;
            tx.insert(task);
        }
        return id;
    });
}

std::vector<Target> usualTargets(SchoolFile& file, SchoolYearId year)
{
    const auto staff = readFrom(file, [&](Reader& reader) -> Result<int> {
        return static_cast<int>(PeopleLookup(reader, year).staff(file.clock().today()).size());
    });
    std::vector<Target> targets;
    for (const auto& line : documents::shippedTemplate("plan").lines("targets.usual"))
        if (auto target = targetOf(line)) {
            if (target->kind == TargetKind::Count && !target->value)
                target->value = target->group == TargetGroup::Individual && targets.back().group != TargetGroup::Individual ? staff.value_or(0) : 1;
            targets.push_back(std::move(*target));
        }
    return targets;
}

std::vector<Target> carriedTargets(const PlanDetail& last)
{
    std::vector<Target> targets;
    for (const auto& stored : last.targets) {
        auto target = stored.data;
        target.actual.reset();
        target.actualOn.reset();
        target.note.clear();
        targets.push_back(std::move(target));
    }
    return targets;
}

Written<Done> PlanService::editPlan(PlanId id, const PlanDraft& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditPlan, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, needPlan(tx, id, PlanEvent::Edit));
        auto draft = given;
        if (auto issues = validate(draft); !issues.empty())
            return fail(std::move(issues));
        if (auto issues = parentIssues(tx, id, draft.plan); !issues.empty())
            return fail(std::move(issues));
        draft.plan = unissued(draft.plan, before.data.replaces);
        tx.setLabel({draft.plan.title});
        tx.update(id, draft.plan, version);
        writeParts(tx, id, repo::bases(tx, id), draft.bases);
        writeParts(tx, id, repo::sections(tx, id), draft.sections);
        writeParts(tx, id, repo::recipients(tx, id), draft.recipients);
        return Done{};
    });
}

Written<Done> PlanService::removePlan(PlanId id)
{
    return writeTo<Done>(m_file, Op::RemovePlan, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto plan, needPlan(tx, id, PlanEvent::Remove));
        tx.setLabel({plan.data.title});
        writeParts(tx, id, repo::bases(tx, id), std::vector<PaperBasis>());
        writeParts(tx, id, repo::sections(tx, id), std::vector<PlanSection>());
        writeParts(tx, id, repo::recipients(tx, id), std::vector<PaperRecipient>());
        for (const auto& target : repo::targets(tx, id))
            tx.remove<Target>(target.id);
        for (const auto& difficulty : repo::planDifficulties(tx, id))
            tx.remove<PlanDifficulty>(difficulty.id);
        for (const auto& task : repo::planTasks(tx, id))
            tx.remove<PlanTask>(task.id);
        for (auto& below : repo::plans(tx))
            if (below.data.parent == id)
                return fail(ErrorCode::WrongState, "plan.has-plans-below", {below.data.title});
        tx.remove<Plan>(id);
        return Done{};
    });
}

Written<Done> PlanService::issuePlan(PlanId id, const IssuePaper& paper)
{
    return writeTo<Done>(m_file, Op::IssuePlan, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto plan, needPlan(tx, id, PlanEvent::Issue));
        if (repo::sections(tx, id).empty())
            return fail({{"sections", "plan.no-content", {}}});
        const auto bases = partsOf<PaperBasis>(repo::bases(tx, id));
        if (const auto followed = paper.issuedOn ? basesFollowed(m_file, kPlanBases, bases, *paper.issuedOn) : bases; followed != bases)
            writeParts(tx, id, repo::bases(tx, id), followed);
        if (auto issues = paper.issuedOn ? laterBases(tx, partsOf<PaperBasis>(repo::bases(tx, id)), *paper.issuedOn) : std::vector<FieldIssue>(); !issues.empty())
            return fail(std::move(issues));
        TD_CHECK(issuePaper(m_file, tx, plan, PlanState::Issued, paper));
        if (plan.data.replaces) {
            TD_TRY(auto old, need<Plan>(tx, *plan.data.replaces));
            TD_TRY(old.data.state, takeStep(old.data.state, PlanEvent::Replace, old.data.number.text()));
            tx.update(old.id, old.data);
        }
        tx.setLabel({plan.data.number.text()});
        return Done{};
    });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/merge_service.h"

#include "base/name_keys.h"
#include "domain/people.h"
#include "services/core/internal.h"
#include "services/law/stated_years.h"
#include "services/people/merge_plan.h"
#include "services/people/pupil_service.h"
#include "services/people/same_person.h"
#include "services/people/staff_draft.h"
#include "storage/repo/fact_repo.h"
#include "storage/repo/pupil_repo.h"
#include "storage/repo/year_numbers.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;

namespace {

/// What the joined person could not be.
std::vector<FieldIssue> issuesOfJoined(Reader& reader, const MergePlan& plan, Date today)
{
    const auto& person = plan.person();
    const bool works = !repo::assignmentsOf(reader, plan.view().kept).empty() || !repo::assignmentsOf(reader, plan.view().taken).empty();
    StaffDraft staff;
    staff.person = person;
    auto issues = works ? validate(staff, today) : validate(PupilDraft{person, std::nullopt}, today);
    for (const auto id : {plan.view().kept, plan.view().taken})
        for (const auto& row : repo::statedFactsOf(reader, SubjectRef::of(id)))
            if (auto issue = impossibleYears(person, row.data, {}))
                issues.push_back({"birth", issue->key, std::move(issue->args)});
    return issues;
}

std::string candidateWords(const Person& person, const std::string& unit)
{
    std::vector<std::string> facts;
    if (person.birth)
        facts.push_back(text::message("import.born", {person.birth->vn()}));
    if (!unit.empty())
        facts.push_back(unit);
    if (!person.code.empty())
        facts.push_back(text::message("health.code", {person.code}));
    return facts.empty() ? person.fullName : person.fullName + " (" + thidua::join(facts, ", ") + ")";
}

}

Result<std::vector<MergeCandidate>> MergeService::candidates(PersonId person)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<MergeCandidate>> {
        TD_TRY(const auto one, need<Person>(reader, person));
        std::map<PersonId, std::string> units;
        for (const auto& line : repo::pupilLines(reader))
            if (!line.schoolClass.empty())
                units.emplace(line.person, text::message("pupil.of-class", {line.schoolClass, SchoolYear(line.startYear).screen()}));
        for (const auto& year : repo::yearNumbers(reader)) // newest first
            for (const auto& post : repo::assignments(reader, year.id))
                units.emplace(post.data.person, post.data.title.empty() ? text::label("position", toCode(post.data.position)) : post.data.title);
        std::set<PersonId> seen{person};
        std::vector<MergeCandidate> found;
        for (const auto& list : {repo::people(reader), repo::pupils(reader)})
            for (const auto& row : list)
                if (seen.insert(row.id).second) {
                    const bool alike = likeNameKey(row.data.fullName) == likeNameKey(one.data.fullName);
                    const auto unit = units.find(row.id);
                    found.push_back({row.id, candidateWords(row.data, unit == units.end() ? std::string() : unit->second),
                                     alike && daysAgree(row.data.birth, one.data.birth)});
                }
        std::ranges::stable_partition(found, &MergeCandidate::likely);
        return found;
    });
}

Result<MergeView> MergeService::view(PersonId kept, PersonId taken, const MergeChoices& choices)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<MergeView> {
        return MergePlan(reader, m_file.rules(), m_file.clock().today(), kept, taken, choices).view();
    });
}

Written<PersonId> MergeService::merge(PersonId kept, PersonId taken, const MergeChoices& choices)
{
    return writeTo<PersonId>(m_file, Op::MergePeople, [&](Tx& tx) -> Result<PersonId> {
        const MergePlan plan(tx, m_file.rules(), m_file.clock().today(), kept, taken, choices);
        if (plan.view().refused)
            return tl::unexpected<Error>(*plan.view().refused);
        std::vector<FieldIssue> issues;
        for (const auto& field : plan.view().fields)
            if (field.asked && !choices.contains(field.key))
                issues.push_back({field.key, "merge.choose", {field.label, field.kept, field.taken}});
        if (issues.empty())
            issues = issuesOfJoined(tx, plan, m_file.clock().today());
        if (!issues.empty())
            return fail(std::move(issues));
        tx.setLabel({plan.person().fullName});
        plan.write(tx);
        return kept;
    });
}

}

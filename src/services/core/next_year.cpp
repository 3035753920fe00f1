// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/next_year.h"

#include "base/name_keys.h"
#include "domain/campaign.h"
#include "domain/pupil.h"
#include "domain/school.h"
#include "services/core/carry_year.h"
#include "services/core/internal.h"
#include "services/core/open_year.h"
#include "services/people/class_name.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "storage/repo/pupil_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace thidua::services {

using namespace domain;

namespace {

/// The grade after which pupils leave; none where the level does not tell.
std::optional<int> lastGradeOf(SchoolLevel level)
{
    switch (level) {
    case SchoolLevel::Primary: return 5;
    case SchoolLevel::LowerSecondary:
    case SchoolLevel::PrimaryAndLowerSecondary: return 9;
    case SchoolLevel::UpperSecondary:
    case SchoolLevel::MultiLevel: return 12;
    case SchoolLevel::Preschool: break;
    }
    return std::nullopt;
}

/// A class of the year before and what becomes of it.
struct ClassStep {
    Stored<SchoolClass> before;
    std::string next{};        ///< empty: nothing comes after it
    bool leaves = false;       ///< it was the last one of the school
};

std::vector<ClassStep> classSteps(Reader& reader, SchoolYearId before)
{
    const auto school = reader.find<School>(RowId(1));
    const auto last = school ? lastGradeOf(school->data.level) : std::nullopt;
    std::vector<ClassStep> steps;
    for (auto& row : repo::classes(reader, before)) {
        const auto grade = row.data.grade ? row.data.grade : gradeOf(row.data.name);
        ClassStep step{std::move(row)};
        step.leaves = grade && last && *grade >= *last;
        if (!step.leaves && grade && gradeOf(step.before.data.name) == grade)
            step.next = classAYearLater(step.before.data.name);
        steps.push_back(std::move(step));
    }
    return steps;
}

/// Who was a pupil at the end of the year before and still is on the first day of the next, in the order of their classes.
std::vector<Stored<Enrolment>> pupilsStaying(Reader& reader, SchoolYearId before, Date firstDay)
{
    const Serving serving(reader, firstDay);
    auto pupils = repo::enrolments(reader, before);
    std::erase_if(pupils, [&serving](const auto& one) { return !serving.on(one.data.person); });
    return pupils;
}

std::vector<Stored<Campaign>> regularCampaigns(Reader& reader, SchoolYearId before)
{
    auto campaigns = repo::campaigns(reader);
    std::erase_if(campaigns, [before](const auto& one) {
        return one.data.year != before || one.data.kind != CampaignKind::Regular || one.data.state == CampaignState::Revoked || one.data.state == CampaignState::Replaced;
    });
    return campaigns;
}

Date aYearLater(Date day)
{
    return day.plusMonths(12);
}

class CarryReader {
public:
    CarryReader(Reader& reader, SchoolYearId before, Date firstDay) : m_reader(reader), m_before(before), m_firstDay(firstDay) {}

    std::vector<CarryLine> read()
    {
        posts();
        classes();
        pupils();
        campaigns();
        return std::move(m_lines);
    }

private:
    void posts()
    {
        const Serving serving(m_reader, m_firstDay);
        const PeopleLookup lookup(m_reader, m_before);
        for (const auto& view : lookup.staff(m_firstDay))
            if (serving.on(view.subject))
                m_lines.push_back({CarryKind::Post, view.subject.person->value(), view.named(), PeopleLookup::postAndUnit(view), text::message("next-year.same-post"),
                                   view.sortKey});
    }

    void classes()
    {
        for (const auto& step : classSteps(m_reader, m_before)) {
            m_steps.emplace(step.before.id, step);
            if (!step.next.empty())
                m_lines.push_back({CarryKind::Class, step.before.id.value(), text::message("next-year.class", {step.before.data.name}), {},
                                   text::message("next-year.class", {step.next}), {}});
        }
    }

    void pupils()
    {
        std::unordered_map<std::int64_t, repo::PupilName> people;
        for (auto& person : repo::pupilNames(m_reader, m_before))
            people.emplace(person.person.value(), person);
        for (const auto& one : pupilsStaying(m_reader, m_before, m_firstDay)) {
            const auto& person = people.at(one.data.person.value());
            const auto step = one.data.schoolClass ? m_steps.find(*one.data.schoolClass) : m_steps.end();
            const bool placed = step != m_steps.end();
            const auto from = placed ? text::message("next-year.class", {step->second.before.data.name}) : text::message("next-year.no-class");
            const auto to = !placed || (step->second.next.empty() && !step->second.leaves) ? text::message("next-year.no-class")
                          : step->second.leaves                                            ? text::message("next-year.leaves")
                                                                                           : text::message("next-year.class", {step->second.next});
            m_lines.push_back({CarryKind::Pupil, one.id.value(), person.name, from, to, person.sort});
        }
    }

    void campaigns()
    {
        for (const auto& one : regularCampaigns(m_reader, m_before))
            m_lines.push_back({CarryKind::Campaign, one.id.value(), one.data.name,
                               text::message("next-year.items", {std::to_string(repo::items(m_reader, one.id).size())}),
                               aYearLater(one.data.from).vn() + " – " + aYearLater(one.data.to).vn(), {}});
    }

    Reader& m_reader;
    SchoolYearId m_before;
    Date m_firstDay;
    std::map<SchoolClassId, ClassStep> m_steps;
    std::vector<CarryLine> m_lines;
};

void carryPupils(Tx& tx, SchoolYearId before, Date firstDay, SchoolYearId id, const CarryLeftOut& leftOut)
{
    std::map<SchoolClassId, ClassStep> steps;
    std::map<SchoolClassId, SchoolClassId> made;
    std::map<std::string, SchoolClassId> byName;
    for (const auto& step : classSteps(tx, before)) {
        steps.emplace(step.before.id, step);
        if (step.next.empty() || leftOut.contains({CarryKind::Class, step.before.id.value()}))
            continue;
        const auto key = nameKey(step.next);
        if (!byName.contains(key))
            byName.emplace(key, tx.insert(SchoolClass{id, step.next, gradeOf(step.next), std::nullopt})); // its teacher is named anew
        made.emplace(step.before.id, byName.at(key));
    }
    for (const auto& one : pupilsStaying(tx, before, firstDay)) {
        const bool moves = !leftOut.contains({CarryKind::Pupil, one.id.value()});
        const auto step = one.data.schoolClass ? steps.find(*one.data.schoolClass) : steps.end();
        if (moves && step != steps.end() && step->second.leaves)
            continue;
        const auto in = moves && one.data.schoolClass ? made.find(*one.data.schoolClass) : made.end();
        tx.insert(Enrolment{one.data.person, id, in == made.end() ? std::nullopt : std::optional(in->second)});
    }
}

void carryCampaigns(Tx& tx, SchoolYearId before, SchoolYearId id, const CarryLeftOut& leftOut)
{
    for (const auto& one : regularCampaigns(tx, before)) {
        if (leftOut.contains({CarryKind::Campaign, one.id.value()}))
            continue;
        Campaign copy; // a draft again, without paper, steps and plan
        copy.year = id;
        copy.name = one.data.name;
        copy.theme = one.data.theme;
        copy.kind = one.data.kind;
        copy.from = aYearLater(one.data.from);
        copy.to = aYearLater(one.data.to);
        copy.launchedBy = one.data.launchedBy;
        copy.participants = one.data.participants;
        copy.judgedHow = one.data.judgedHow;
        const auto made = tx.insert(copy);
        for (const auto& item : repo::items(tx, one.id))
            tx.insert(CampaignItem{made, item.data.seq, item.data.text});
        for (const auto& link : repo::observancesOf(tx, one.id))
            tx.insert(CampaignObservance{made, link.data.observance});
    }
}

}

void carryClasses(Tx& tx, SchoolYearId before, Date firstDay, SchoolYearId id, const CarryLeftOut& leftOut)
{
    carryPupils(tx, before, firstDay, id, leftOut);
    carryCampaigns(tx, before, id, leftOut);
}

Result<std::vector<CarryLine>> carriedInto(SchoolFile& file, SchoolYear year, Date firstDay)
{
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<CarryLine>> {
        const auto before = yearDates(reader, year.previous());
        return before ? CarryReader(reader, before->id, firstDay).read() : std::vector<CarryLine>{};
    });
}

}

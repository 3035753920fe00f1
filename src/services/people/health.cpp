// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/health.h"

#include "base/name_keys.h"
#include "domain/decision.h"
#include "domain/honour.h"
#include "domain/target.h"
#include "services/core/internal.h"
#include "services/law/honours.h"
#include "services/people/people_service.h"
#include "services/people/pupil_erasure.h"
#include "services/people/pupil_service.h"
#include "services/people/same_person.h"
#include "services/people/subject_name.h"
#include "services/prepare/metrics.h"
#include "services/prepare/plan_service.h"
#include "text/messages.h"

#include <algorithm>
#include <array>
#include <map>

namespace thidua::services {

using namespace domain;

namespace {

constexpr std::array<const char*, 7> kHealthTitles{"health.duplicate", "health.two-classes", "health.no-birth", "health.no-teacher",
                                             "health.no-class",  "health.no-number",   "health.totals"};

/// Somebody who may stand in the file twice.
struct KnownPerson {
    std::string name;
    std::optional<PartialDate> birth;
    std::string code;
    std::string unit;          ///< team or class
    EntityKind opens;
    std::int64_t id;
    PersonId person;
};

std::string described(const KnownPerson& one)
{
    std::vector<std::string> facts;
    if (one.birth)
        facts.push_back(text::message("import.born", {one.birth->vn()}));
    if (!one.unit.empty())
        facts.push_back(one.unit);
    if (!one.code.empty())
        facts.push_back(text::message("health.code", {one.code}));
    return facts.empty() ? one.name : one.name + " (" + join(facts, ", ") + ")";
}

class HealthFinder {
public:
    HealthFinder(SchoolFile& file, SchoolYearId year) : m_file(file), m_year(year) {}

    Result<std::vector<HealthLine>> find()
    {
        TD_CHECK(staff());
        TD_CHECK(pupils());
        TD_CHECK(classes());
        TD_CHECK(honours());
        TD_CHECK(targets());
        std::ranges::stable_sort(m_lines, {}, [](const HealthLine& line) { return line.kind; });
        return std::move(m_lines);
    }

private:
    void add(HealthKind kind, std::string who, const char* key, const std::vector<std::string>& args, EntityKind opens, std::int64_t id)
    {
        m_lines.push_back({kind, std::move(who), text::message(key, args), opens, id});
    }

    Result<void> staff()
    {
        TD_TRY(const auto rows, PeopleService(m_file).staff(m_year, true));
        std::vector<KnownPerson> known;
        for (const auto& row : rows) {
            known.push_back({row.person.fullName, row.person.birth, row.person.code, row.teamName, EntityKind::Person, row.id.value(), row.id});
            if (row.assigned && !row.left && !row.person.birth)
                add(HealthKind::NoBirth, row.named(), "health.staff-no-birth", {}, EntityKind::Person, row.id.value());
        }
        duplicates(known);
        return {};
    }

    Result<void> pupils()
    {
        TD_TRY(const auto rows, PupilService(m_file).pupils(m_year));
        std::vector<KnownPerson> known;
        for (const auto& row : rows) {
            const auto unit = row.className.empty() ? std::string() : text::message("import.in-class", {row.className});
            known.push_back({row.data.fullName, row.data.birth, row.data.code, unit, EntityKind::Enrolment, row.id.value(), row.person});
            if (row.left || isErased(row.data))
                continue;
            if (!row.data.birth)
                add(HealthKind::NoBirth, row.named(), "health.pupil-no-birth", {}, EntityKind::Enrolment, row.id.value());
            if (!row.schoolClass)
                add(HealthKind::NoClass, row.named(), "health.pupil-no-class", {}, EntityKind::Enrolment, row.id.value());
        }
        duplicates(known);
        return {};
    }

    /// The same name as written and birth, or a birth that one of them lacks; codes that differ tell two people apart.
    void duplicates(const std::vector<KnownPerson>& known)
    {
        std::map<std::string, std::vector<const KnownPerson*>> byName;
        for (const auto& one : known)
            byName[nameKey(one.name)].push_back(&one);
        for (const auto& [name, same] : byName)
            for (std::size_t i = 1; i < same.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    pair(*same[j], *same[i]);
    }

    void pair(const KnownPerson& first, const KnownPerson& second)
    {
        const bool sure = daysSurelySame(first.birth, second.birth);
        if (codesDiffer(first.code, second.code) || !daysAgree(first.birth, second.birth) || (!sure && !first.birth && !second.birth && first.unit != second.unit))
            return;
        const bool twoClasses = sure && first.opens == EntityKind::Enrolment && !first.unit.empty() && !second.unit.empty() && first.unit != second.unit;
        add(twoClasses ? HealthKind::TwoClasses : HealthKind::Duplicate, second.name,
            twoClasses ? "health.in-two-classes" : sure ? "health.same-birth" : "health.same-name", {described(first), described(second)}, second.opens, second.id);
        m_lines.back().same = std::pair(first.person, second.person);
    }

    Result<void> classes()
    {
        TD_TRY(const auto rows, PupilService(m_file).classes(m_year));
        TD_TRY(const auto staff, PeopleService(m_file).staff(m_year, true));
        for (const auto& row : rows) {
            const auto name = text::message("import.in-class", {row.data.name});
            if (!row.data.teacher) {
                add(HealthKind::NoTeacher, capitalised(name), "health.class-no-teacher", {}, EntityKind::SchoolClass, row.id.value());
                continue;
            }
            const auto teacher = std::ranges::find(staff, *row.data.teacher, &StaffRow::id);
            if (teacher != staff.end() && (teacher->left || !teacher->assigned))
                add(HealthKind::NoTeacher, capitalised(name), "health.class-teacher-left", {teacher->named()}, EntityKind::SchoolClass, row.id.value());
        }
        return {};
    }

    Result<void> honours()
    {
        return readFrom(m_file, [this](Reader& reader) -> Result<void> {
            std::map<DecisionId, int> recorded;
            for (const auto& row : repo::honours(reader)) {
                if (row.data.decision)
                    ++recorded[*row.data.decision];
                if (row.data.decisionNumber.empty() && !row.data.revokedOn)
                    add(HealthKind::NoNumber, subjectName(reader, row.data.subject), "health.honour-no-number",
                        {honourName(m_file.rules(), row.data.honour).value_or(row.data.honour), row.data.year.screen()}, EntityKind::HonourRecord, row.id.value());
            }
            for (const auto& row : repo::allDecisions(reader)) {
                if (row.data.state != DecisionState::Issued || row.data.kind != DecisionKind::Confer)
                    continue;
                const auto lines = repo::lines(reader, row.id);
                const auto listed = static_cast<int>(std::ranges::count_if(lines, [](const auto& line) { return line.data.nomination.has_value(); }));
                if (const int kept = recorded[row.id]; kept != listed)
                    add(HealthKind::Totals, row.data.title, "health.decision-lines", {std::to_string(listed), std::to_string(kept)}, EntityKind::Decision, row.id.value());
            }
            return {};
        });
    }

    Result<void> targets()
    {
        TD_TRY(const auto rows, PlanService(m_file).targets(m_year));
        return readFrom(m_file, [&](Reader& reader) -> Result<void> {
            const Metrics metrics(reader, m_year, m_file.clock().today());
            for (const auto& row : rows)
                if (const auto counted = metrics.reached(row.target); row.target.actual && counted && *row.target.actual != *counted)
                    add(HealthKind::Totals, row.target.text, "health.target-actual", {std::to_string(*row.target.actual), std::to_string(*counted)},
                        EntityKind::Target, row.id.value());
            return {};
        });
    }

    SchoolFile& m_file;
    SchoolYearId m_year;
    std::vector<HealthLine> m_lines;
};

}

std::string titleOf(HealthKind kind)
{
    return text::message(kHealthTitles.at(static_cast<std::size_t>(kind)));
}

Result<std::vector<HealthLine>> healthOf(SchoolFile& file, SchoolYearId year)
{
    return HealthFinder(file, year).find();
}

}

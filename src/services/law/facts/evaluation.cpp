// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// What has been stated of years that no record of the file tells.
void addStated(const FactData& data, const SubjectRef& subject, std::map<SchoolYear, std::optional<Evaluation>>& grades)
{
    for (const auto& row : data.stated(subject))
        if (row.fact == "evaluations" && row.year < data.year())
            if (auto& grade = grades[row.year]; !grade)
                grade = fromCode<Evaluation>(nlohmann::json::parse(row.value).get<std::string>());
}

/// Every year of employment before this one; one whose grade nobody entered is an item without a grade, so that a chain of years stays
/// unknown there instead of breaking.
void addPastGrades(const FactData& data, const SubjectRef& subject, rules::FactSet& facts)
{
    std::map<SchoolYear, std::optional<Evaluation>> grades;
    for (const auto& past : data.pastGrades(subject))
        if (past.year < data.year())
            grades.emplace(past.year, past.grade);
    addStated(data, subject, grades);
    if (std::ranges::none_of(grades, [](const auto& past) { return past.second.has_value(); }))
        return;
    constexpr int kAsFarBack = 10;
    SchoolYear first(data.year().startYear() - kAsFarBack);
    if (subject.person)
        if (const auto employed = data.employedFrom(*subject.person))
            first = SchoolYear::of(*employed);
    for (auto year = first; year < data.year(); year = year.next())
        grades.try_emplace(year, std::nullopt);
    auto list = nlohmann::json::array();
    for (const auto& [year, grade] : grades) {
        nlohmann::json item{{"school_year", year.text()}};
        if (grade)
            item["grade"] = factCode(*grade);
        list.push_back(std::move(item));
    }
    facts.set("evaluations", std::move(list));
}

void buildEvaluation(const FactRequest& from, rules::Case& into)
{
    if (const auto* row = from.data.record(from.subject); row && row->data.evaluation)
        into.facts.set("evaluation", factCode(*row->data.evaluation));
    if (from.wanted.reach(into, "evaluations"))
        addPastGrades(from.data, from.subject, into.facts);
}

}

FactGroup evaluationFacts()
{
    return {"evaluation", kindsOf({EntityKind::YearRecord, EntityKind::SchoolYearRow, EntityKind::Person, EntityKind::StatedFact}), buildEvaluation};
}

}

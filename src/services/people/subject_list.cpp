// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/subject_list.h"

#include "domain/collective_type.h"
#include "services/core/internal.h"
#include "services/people/people_lookup.h"
#include "storage/repo/employment_repo.h"
#include "storage/repo/pupil_repo.h"

#include <algorithm>
#include <map>
#include <set>

namespace thidua::services {

using namespace domain;

Result<std::vector<ListedSubject>> pupilsOf(SchoolFile& file, SchoolYearId year)
{
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<ListedSubject>> {
        std::map<PersonId, std::string> classes;
        for (const auto& line : repo::pupilLines(reader, year))
            classes.emplace(line.person, line.schoolClass);
        std::vector<ListedSubject> all;
        for (const auto& pupil : repo::pupilNames(reader, year))
            all.push_back({SubjectRef::of(pupil.person), pupil.name, classes[pupil.person]});
        return all;
    });
}

Result<std::vector<ListedSubject>> subjectsOf(SchoolFile& file, SchoolYearId year)
{
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<ListedSubject>> {
        const PeopleLookup people(reader, year);
        const Date last = repo::daysOf(reader, year).value_or(std::pair(file.clock().today(), file.clock().today())).second;
        auto views = people.staff(last);
        std::set<SubjectRef> gone;
        for (auto& view : people.left(last)) {
            gone.insert(view.subject);
            views.push_back(std::move(view));
        }
        std::ranges::stable_sort(views, [](const auto& a, const auto& b) {
            return std::tuple(a.unit.empty(), a.unitOrder, a.unit, a.sortKey) < std::tuple(b.unit.empty(), b.unitOrder, b.unit, b.sortKey);
        });
        std::vector<ListedSubject> all;
        for (const auto& view : views)
            all.push_back({view.subject, view.named(), view.unit, false, gone.contains(view.subject)});
        for (const auto& view : people.collectives())
            all.push_back({view.subject, view.name, {}, view.type == CollectiveType::School});
        return all;
    });
}

}

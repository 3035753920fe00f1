// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/people_lookup.h"
#include "services/people/class_of.h"
#include "services/people/namesakes.h"

#include "base/first_letter.h"
#include "base/vietnamese.h"
#include "domain/collective.h"
#include "domain/people.h"
#include "storage/repo/employment_repo.h"
#include "storage/repo/school_repo.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

PeopleLookup::PeopleLookup(storage::Reader& reader, SchoolYearId year) : m_reader(reader), m_year(year), m_merged(reader)
{
    if (const auto days = repo::daysOf(reader, year); days && days->first <= days->second)
        m_span = days;
    std::map<CollectiveId, Collective> teams;
    for (const auto& row : repo::collectives(reader)) {
        teams.emplace(row.id, row.data);
        SubjectView view;
        view.subject = SubjectRef::of(row.id);
        view.name = row.data.name;
        view.unitOrder = row.data.sortOrder;
        view.sortKey = sortKey(row.data.name);
        view.type = row.data.type;
        view.assigned = row.data.active;
        m_views.emplace(view.subject, std::move(view));
    }
    std::vector<OneOfAName> names;
    std::map<PersonId, StaffAssignment> posts;
    for (const auto& row : repo::assignments(reader, year))
        posts.emplace(row.data.person, row.data);
    for (const auto& row : repo::people(reader)) {
        SubjectView view;
        view.subject = SubjectRef::of(row.id);
        view.name = row.data.fullName;
        view.leftOn = row.data.leftOn;
        const auto name = PersonName::parse(row.data.fullName);
        view.sortKey = name ? name->sortKey() : std::string();
        if (row.data.gender)
            view.salutation = text::label("salutation", toCode(*row.data.gender));
        const auto post = posts.find(row.id);
        view.assigned = post != posts.end();
        if (view.assigned) {
            view.position = post->second.position;
            view.post = post->second.title.empty() ? text::label("position", toCode(post->second.position)) : post->second.title;
            const auto team = post->second.team ? teams.find(*post->second.team) : teams.end();
            if (team != teams.end()) {
                view.unit = team->second.name;
                view.unitOrder = team->second.sortOrder;
            }
            names.push_back({view.subject, view.name, row.data.birth, view.unit, view.post});
        }
        m_views.emplace(view.subject, std::move(view));
    }
    for (auto& [subject, apart] : toldApart(names))
        m_views.at(subject).apart = std::move(apart);
}

std::string SubjectView::named(const std::string& as) const
{
    return namedApart(as, apart);
}

std::string SubjectView::namedOnPaper(const std::string& as) const
{
    // A year alone would be a riddle on paper.
    const bool year = apart.size() >= 4 && std::ranges::all_of(apart, [](char c) { return (c >= '0' && c <= '9') || c == '/'; });
    return year ? text::message("name.born", {as, apart}) : named(as);
}

SubjectView PeopleLookup::view(const SubjectRef& subject) const
{
    const auto now = m_merged.now(subject);
    const auto found = m_views.find(now);
    return found != m_views.end() ? found->second : now.person ? pupil(*now.person) : SubjectView{};
}

SubjectView PeopleLookup::pupil(PersonId id) const
{
    SubjectView view;
    const auto person = m_reader.find<Person>(id);
    if (!person)
        return view;
    view.subject = SubjectRef::of(id);
    view.name = person->data.fullName;
    view.leftOn = person->data.leftOn;
    const auto name = PersonName::parse(view.name);
    view.sortKey = name ? name->sortKey() : std::string();
    view.post = normalised(text::message("pupil.post", {lowerFirst(classOf(m_reader, m_year, id))}));
    view.assigned = false;
    view.pupil = true;
    return view;
}

std::string PeopleLookup::postAndUnit(const SubjectView& view)
{
    // Managers need no team behind their post; and a title that names the team already says it.
    const bool manager = view.position && isManager(*view.position);
    if (view.unit.empty() || manager || lower(view.post).find(lower(view.unit)) != std::string::npos)
        return view.post;
    return view.post + ", " + view.unit;
}

std::vector<SubjectView> PeopleLookup::staff(Date day) const
{
    return withPost(day, true);
}

std::vector<SubjectView> PeopleLookup::left(Date day) const
{
    return withPost(day, false);
}

std::vector<SubjectView> PeopleLookup::withPost(Date day, bool serving) const
{
    if (m_span)
        day = std::clamp(day, m_span->first, m_span->second);
    std::vector<SubjectView> views;
    for (const auto& [subject, view] : m_views)
        if (subject.person && view.assigned && serving == (!view.leftOn || day < *view.leftOn))
            views.push_back(view);
    std::ranges::sort(views, [](const auto& a, const auto& b) { return std::tie(a.unitOrder, a.unit, a.sortKey) < std::tie(b.unitOrder, b.unit, b.sortKey); });
    return views;
}

std::vector<SubjectView> PeopleLookup::collectives() const
{
    std::vector<SubjectView> views;
    for (const auto& [subject, view] : m_views)
        if (subject.collective && view.assigned)
            views.push_back(view);
    std::ranges::sort(views, [](const auto& a, const auto& b) { return std::tie(a.unitOrder, a.sortKey) < std::tie(b.unitOrder, b.sortKey); });
    return views;
}

}

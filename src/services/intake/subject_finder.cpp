// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/subject_finder.h"

#include "base/name_keys.h"
#include "domain/collective.h"
#include "domain/people.h"
#include "domain/pupil.h"
#include "services/people/same_person.h"
#include "storage/repo/pupil_repo.h"
#include "storage/repo/school_repo.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

SubjectFinder::SubjectFinder(storage::Reader& reader, std::optional<SchoolYearId> year, bool pupils) : m_former(reader)
{
    std::map<CollectiveId, std::string> teams;
    for (const auto& row : repo::collectives(reader)) {
        teams.emplace(row.id, row.data.name);
        m_collectives.emplace(unitKey(row.data.name), row.id);
        if (!row.data.shortName.empty())
            m_collectives.emplace(unitKey(row.data.shortName), row.id);
    }
    std::map<PersonId, std::optional<CollectiveId>> posts;
    if (year)
        for (const auto& row : repo::assignments(reader, *year))
            posts.emplace(row.data.person, row.data.team);
    for (const auto& row : repo::people(reader)) {
        const auto post = posts.find(row.id);
        const auto team = post != posts.end() && post->second ? teams.find(*post->second) : teams.end();
        const bool placed = team != teams.end();
        add({row.id, row.data.fullName, row.data.code, placed ? unitKey(team->second) : std::string(), placed ? team->second : std::string(), row.data.birth,
             post != posts.end()});
    }
    if (!pupils)
        return;
    std::map<PersonId, std::string> classes;
    for (const auto& line : repo::pupilLines(reader))
        classes.emplace(line.person, line.schoolClass);
    for (const auto& row : repo::pupils(reader)) {
        if (!m_pupils.insert(row.id).second || posts.contains(row.id))
            continue;
        const auto& inClass = classes[row.id];
        add({row.id, row.data.fullName, row.data.code, nameKey(inClass), inClass.empty() ? inClass : text::message("import.in-class", {inClass}), row.data.birth, true});
    }
}

void SubjectFinder::add(Entry entry)
{
    const auto place = m_entries.size();
    m_byName.emplace(nameKey(entry.name), place);
    m_alike.emplace(likeNameKey(entry.name), place);
    if (!entry.code.empty())
        m_byCode.emplace(entry.code, place);
    m_entries.push_back(std::move(entry));
}

std::vector<const SubjectFinder::Entry*> SubjectFinder::named(const std::multimap<std::string, std::size_t>& by, const std::string& key, const RowPerson& person) const
{
    std::vector<const Entry*> found;
    for (auto [at, end] = by.equal_range(key); at != end; ++at)
        if (const auto& entry = m_entries[at->second]; daysAgree(entry.birth, person.birth) && !codesDiffer(entry.code, person.code))
            found.push_back(&entry);
    return found;
}

SheetCandidate SubjectFinder::candidate(const Entry& entry)
{
    std::string text = entry.name;
    if (entry.birth)
        text += ", " + text::message("import.born", {entry.birth->vn()});
    for (const auto& more : {entry.placeName, entry.code})
        text += more.empty() ? std::string() : ", " + more;
    return {entry.id, text};
}

std::vector<SheetCandidate> SubjectFinder::candidates(const std::vector<const Entry*>& entries)
{
    std::vector<SheetCandidate> all;
    for (const auto* entry : entries)
        all.push_back(candidate(*entry));
    return all;
}

std::optional<SubjectRef> SubjectFinder::find(RowReader& row, RowPerson person) const
{
    if (person.name.empty())
        return std::nullopt; // said already
    m_former.renew(person.name, person.birth, person.code, m_byName.contains(nameKey(person.name)));
    if (const auto said = row.saidPerson(); said && std::ranges::find(m_entries, *said, &Entry::id) != m_entries.end())
        return SubjectRef::of(*said);
    if (!person.code.empty() && m_byCode.count(person.code) == 1) {
        const auto& entry = m_entries[m_byCode.find(person.code)->second];
        if (likeNameKey(entry.name) == likeNameKey(person.name))
            return SubjectRef::of(entry.id);
        row.wrong(SheetColumn::Code, "import.code-of-other", {person.code, entry.name});
        return std::nullopt;
    }
    auto found = named(m_byName, nameKey(person.name), person);
    const auto keep = [&found](auto test) {
        if (found.size() > 1 && std::ranges::any_of(found, test))
            std::erase_if(found, [&test](const Entry* entry) { return !test(entry); });
    };
    keep([&person](const Entry* entry) { return daysSurelySame(entry->birth, person.birth); });
    const auto place = row.at(SheetColumn::Team).empty() ? nameKey(row.at(SheetColumn::Class)) : unitKey(row.at(SheetColumn::Team));
    if (!place.empty())
        keep([&place](const Entry* entry) { return entry->place == place; });
    keep([](const Entry* entry) { return entry->here; });
    if (found.size() == 1)
        return SubjectRef::of(found.front()->id);
    if (found.size() > 1) {
        row.ask("import.which", {person.name, std::to_string(found.size())}, candidates(found));
        return std::nullopt;
    }
    if (const auto unit = m_collectives.find(unitKey(person.name)); unit != m_collectives.end())
        return SubjectRef::of(unit->second);
    const auto alike = named(m_alike, likeNameKey(person.name), person);
    if (alike.size() == 1 && daysSurelySame(alike.front()->birth, person.birth)) {
        row.warn(SheetColumn::FullName, "import.tone-taken", {person.name, alike.front()->name});
        return SubjectRef::of(alike.front()->id);
    }
    if (!alike.empty())
        row.ask("import.tone-elsewhere", {person.name, alike.front()->name}, candidates(alike));
    else
        row.wrong(SheetColumn::FullName, "import.unknown-person", {person.name});
    return std::nullopt;
}

}

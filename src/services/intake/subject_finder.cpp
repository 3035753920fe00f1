// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/subject_finder.h"

#include "base/name_keys.h"
#include "domain/collective.h"
#include "domain/people.h"
#include "domain/pupil.h"
#include "domain/school.h"
#include "services/core/open_year.h"
#include "services/people/post_words.h"
#include "services/people/same_person.h"
#include "storage/repo/pupil_repo.h"
#include "storage/repo/school_repo.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

namespace {

/// A year younger than whoever begins there by the law of education, since some begin early.
int youngestAt(SchoolLevel level)
{
    switch (level) {
    case SchoolLevel::Primary:
    case SchoolLevel::PrimaryAndLowerSecondary: return 5;
    case SchoolLevel::LowerSecondary: return 10;
    case SchoolLevel::UpperSecondary: return 14;
    case SchoolLevel::Preschool:
    case SchoolLevel::MultiLevel: break;
    }
    return 0;
}

bool has(const std::vector<std::string>& kinds, const char* kind)
{
    return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end();
}

/// Where some of several fit, the others are not meant.
template <class T, class Test>
void keep(std::vector<T>& found, Test test)
{
    if (found.size() > 1 && std::ranges::any_of(found, test))
        std::erase_if(found, [&test](const T& one) { return !test(one); });
}

}

SubjectFinder::SubjectFinder(storage::Reader& reader, std::optional<SchoolYearId> year, bool pupils) : m_former(reader)
{
    for (const auto& row : repo::collectives(reader)) {
        m_collectives.emplace(unitKey(row.data.name), row.id);
        if (!row.data.shortName.empty())
            m_collectives.emplace(unitKey(row.data.shortName), row.id);
    }
    addStaff(reader, year);
    if (pupils)
        addPupils(reader);
}

void SubjectFinder::addStaff(storage::Reader& reader, std::optional<SchoolYearId> year)
{
    std::map<CollectiveId, std::string> teams;
    for (const auto& row : repo::collectives(reader))
        teams.emplace(row.id, row.data.name);
    std::map<PersonId, StaffAssignment> posts;
    // Without a year that is meant, those of the newest tell people apart.
    const auto newest = yearDates(reader, std::nullopt);
    for (const auto& known : allYearDates(reader))
        if (known.id == year.value_or(newest->id))
            m_postsOf = known.year;
    if (year || newest)
        for (const auto& row : repo::assignments(reader, year ? *year : newest->id))
            posts.emplace(row.data.person, row.data);
    for (const auto& row : repo::people(reader)) {
        const auto post = posts.find(row.id);
        const auto team = post != posts.end() && post->second.team ? teams.find(*post->second.team) : teams.end();
        const bool placed = team != teams.end();
        Entry entry{row.id, row.data.fullName, row.data.code, placed ? unitKey(team->second) : std::string(), placed ? team->second : std::string(), row.data.birth,
                    year && post != posts.end()};
        if (post != posts.end())
            entry.post = post->second.title.empty() ? text::label("position", toCode(post->second.position)) : post->second.title;
        add(std::move(entry));
    }
}

void SubjectFinder::addPupils(storage::Reader& reader)
{
    if (const auto school = reader.find<School>(RowId(1)))
        m_youngest = youngestAt(school->data.level);
    std::map<PersonId, std::string> classes;
    for (const auto& line : repo::pupilLines(reader))
        classes.emplace(line.person, line.schoolClass);
    std::map<PersonId, int> since;
    for (const auto& year : allYearDates(reader)) { // newest first
        std::map<SchoolClassId, std::string> names;
        for (const auto& one : repo::classes(reader, year.id))
            names.emplace(one.id, nameKey(one.data.name));
        for (const auto& row : repo::enrolments(reader, year.id)) {
            since[row.data.person] = year.year.startYear();
            if (row.data.schoolClass)
                m_classesOf[year.year.startYear()].emplace(row.data.person, names[*row.data.schoolClass]);
        }
    }
    std::set<PersonId> staff;
    for (const auto& entry : m_entries)
        staff.insert(entry.id);
    for (const auto& row : repo::pupils(reader)) {
        if (!m_pupils.insert(row.id).second || staff.contains(row.id))
            continue;
        const auto& inClass = classes[row.id];
        Entry entry{row.id, row.data.fullName, row.data.code, nameKey(inClass), inClass.empty() ? inClass : text::message("import.in-class", {inClass}), row.data.birth, false, true};
        if (const auto found = since.find(row.id); found != since.end())
            entry.since = found->second;
        add(std::move(entry));
    }
}

void SubjectFinder::add(Entry entry)
{
    const auto place = m_entries.size();
    m_byName.emplace(nameKey(entry.name), place);
    m_alike.emplace(likeNameKey(entry.name), place);
    if (!entry.code.empty())
        m_byCode.emplace(codeKey(entry.code), place);
    m_entries.push_back(std::move(entry));
}

SubjectFinder::Entries SubjectFinder::named(const std::multimap<std::string, std::size_t>& by, const std::string& key) const
{
    Entries found;
    for (auto [at, end] = by.equal_range(key); at != end; ++at)
        found.push_back(&m_entries[at->second]);
    return found;
}

SheetCandidate SubjectFinder::candidate(const Entry& entry)
{
    std::string text = entry.name;
    if (entry.birth)
        text += ", " + text::message("import.born", {entry.birth->vn()});
    for (const auto& more : {entry.pupil && entry.placeName.empty() ? text::label("import-subject", "pupil") : std::string(), entry.post, entry.placeName, entry.code})
        text += more.empty() ? std::string() : ", " + more;
    return {entry.id, text};
}

std::vector<SheetCandidate> SubjectFinder::candidates(const Entries& entries)
{
    std::vector<SheetCandidate> all;
    for (const auto* entry : entries)
        all.push_back(candidate(*entry));
    return all;
}

/// Whether somebody can have been here in that school year: born, and as a pupil old enough, unless the file has them there.
bool SubjectFinder::wasHere(const Entry& entry, SchoolYear year) const
{
    if (entry.pupil && entry.since && *entry.since <= year.startYear())
        return true;
    return !entry.birth || year.startYear() - entry.birth->year >= (entry.pupil ? m_youngest : 1);
}

/// Leaves those who can be meant at all.
SubjectFinder::Entries SubjectFinder::able(Entries found, const SubjectsWanted& wanted) const
{
    std::erase_if(found, [&](const Entry* entry) { return (wanted.year && !wasHere(*entry, *wanted.year)) || !has(wanted.kinds, entry->pupil ? "pupil" : "staff"); });
    return found;
}

/// By team, class and post. A pupil's class is that of the year that is meant: where the file has none, it tells nobody apart. A team of
/// another year is a guess, and said to be one.
void SubjectFinder::narrowByPlace(Entries& found, RowReader& row, std::optional<SchoolYear> meant) const
{
    const auto before = found.size();
    const auto team = row.at(SheetColumn::Team), inClass = row.at(SheetColumn::Class), post = row.at(SheetColumn::Post);
    if (!team.empty())
        keep(found, [key = unitKey(team)](const Entry* entry) { return !entry->pupil && entry->place == key; });
    if (!inClass.empty()) {
        keep(found, [](const Entry* entry) { return entry->pupil; });
        keep(found, [&, key = nameKey(inClass)](const Entry* entry) {
            const auto then = meant ? m_classesOf.find(meant->startYear()) : m_classesOf.end();
            return entry->pupil && (meant ? then != m_classesOf.end() && then->second.contains({entry->id, key}) : entry->place == key);
        });
    }
    if (!post.empty()) {
        keep(found, [](const Entry* entry) { return !entry->pupil; });
        keep(found, [key = nameKey(readPost(post).title)](const Entry* entry) { return nameKey(entry->post) == key; });
    }
    if (before > 1 && found.size() == 1 && !found.front()->pupil && meant && m_postsOf && *meant != *m_postsOf)
        row.warn(team.empty() ? SheetColumn::Post : SheetColumn::Team, "import.place-now", {found.front()->name, team.empty() ? post : team, m_postsOf->screen()});
}

const SubjectFinder::Entry* SubjectFinder::coded(const std::string& code) const
{
    const auto found = withCode(m_byCode, code, [this](std::size_t place) { return m_entries[place].code; });
    return found == m_byCode.end() ? nullptr : &m_entries[found->second];
}

std::optional<SubjectRef> SubjectFinder::byCode(RowReader& row, const RowPerson& person) const
{
    const auto& entry = *coded(person.code);
    if (likeNameKey(entry.name) == likeNameKey(person.name))
        return SubjectRef::of(entry.id);
    row.wrong(SheetColumn::Code, "import.code-of-other", {person.code, entry.name});
    return std::nullopt;
}

std::optional<SubjectRef> SubjectFinder::ofLikeName(RowReader& row, const RowPerson& person, const Entries& alike)
{
    if (alike.size() == 1 && daysSurelySame(alike.front()->birth, person.birth)) {
        row.warn(SheetColumn::FullName, "import.tone-taken", {person.name, alike.front()->name});
        return SubjectRef::of(alike.front()->id);
    }
    row.ask("import.tone-elsewhere", {person.name, alike.front()->name}, candidates(alike));
    return std::nullopt;
}

/// Nobody agrees with all that the row says: they differ by birth or code, it cannot go to one of their kind (whose name the row has, so that
/// this is what is said of it), they were not here yet, or nobody is called so.
std::optional<SubjectRef> SubjectFinder::nearest(RowReader& row, const RowPerson& person, const SubjectsWanted& wanted) const
{
    const auto called = named(m_byName, nameKey(person.name));
    if (const auto might = able(called, wanted); !might.empty()) {
        const auto& one = *might.front();
        if (!daysAgree(one.birth, person.birth))
            row.ask("import.birth-differs", {person.name, dayWords(one.birth), dayWords(person.birth)}, candidates(might));
        else
            row.ask("import.code-differs", {person.name, one.code, person.code}, candidates(might));
        return std::nullopt;
    }
    if (const auto unfit = able(called, {{}, wanted.year}); !unfit.empty())
        return SubjectRef::of(unfit.front()->id);
    if (!called.empty() && wanted.year)
        row.wrong(SheetColumn::FullName, "import.not-here-yet", {person.name, dayWords(called.front()->birth), wanted.year->screen()});
    else
        row.wrong(SheetColumn::FullName, "import.unknown-person", {person.name});
    return std::nullopt;
}

std::optional<SubjectRef> SubjectFinder::find(RowReader& row, RowPerson person, const SubjectsWanted& wanted) const
{
    if (person.name.empty())
        return std::nullopt; // said already
    m_former.renew(person.name, person.birth, person.code, m_byName.contains(nameKey(person.name)));
    if (const auto said = row.saidPerson(); said && std::ranges::find(m_entries, *said, &Entry::id) != m_entries.end())
        return SubjectRef::of(*said);
    if (row.isSaidNew()) {
        row.wrong(SheetColumn::FullName, "import.other-unknown", {person.name});
        return std::nullopt;
    }
    if (coded(person.code))
        return byCode(row, person);
    const auto agreeing = [&](const std::multimap<std::string, std::size_t>& by, const std::string& key) {
        auto found = able(named(by, key), wanted);
        std::erase_if(found, [&person](const Entry* entry) { return !daysAgree(entry->birth, person.birth) || codesDiffer(entry->code, person.code); });
        return found;
    };
    auto found = agreeing(m_byName, nameKey(person.name));
    keep(found, [&person](const Entry* entry) { return daysSurelySame(entry->birth, person.birth); });
    narrowByPlace(found, row, wanted.year);
    keep(found, [](const Entry* entry) { return entry->here; });
    if (found.size() == 1)
        return SubjectRef::of(found.front()->id);
    if (found.size() > 1) {
        row.ask("import.which", {person.name, std::to_string(found.size())}, candidates(found));
        return std::nullopt;
    }
    if (const auto unit = m_collectives.find(unitKey(person.name)); unit != m_collectives.end())
        return SubjectRef::of(unit->second);
    const auto alike = agreeing(m_alike, likeNameKey(person.name));
    return alike.empty() ? nearest(row, person, wanted) : ofLikeName(row, person, alike);
}

}

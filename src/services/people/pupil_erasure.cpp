// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/pupil_erasure.h"

#include "domain/pupil.h"
#include "services/core/internal.h"
#include "storage/record_erasure.h"
#include "storage/repo/merge_repo.h"
#include "storage/repo/pupil_repo.h"
#include "storage/repo/year_numbers.h"
#include "text/messages.h"

#include <algorithm>
#include <map>
#include <set>

namespace thidua::services {

using namespace domain;

namespace {

bool hasPersonalData(const Person& person)
{
    return person.birth || person.gender || person.leftOn || !person.code.empty();
}

int newestYear(Reader& reader)
{
    const auto years = repo::yearNumbers(reader);
    return years.empty() ? 0 : years.front().startYear;
}

std::vector<FormerPupil> formerPupilsIn(Reader& reader, int lastStart)
{
    const auto named = repo::peoplePointedAt(reader, kindsOf({EntityKind::Person, EntityKind::Enrolment}));
    const auto serving = repo::peoplePointedAt(reader, ~kindsOf({EntityKind::StaffAssignment}));
    std::map<PersonId, std::vector<PersonId>> records; // with those that were taken in
    for (const auto& row : reader.all<Person>())
        records[row.data.mergedInto.value_or(row.id)].push_back(row.id);
    std::vector<FormerPupil> found;
    auto lines = repo::pupilLines(reader);
    std::ranges::sort(lines, {}, &repo::PupilLine::sort);
    for (const auto& line : lines) {
        const auto& own = records[line.person];
        const auto any = [&own](const auto& asks) { return std::ranges::any_of(own, asks); };
        if (line.startYear > lastStart || any([&](PersonId id) { return serving.contains(id); }))
            continue;
        const bool inAwards = any([&](PersonId id) { return named.contains(id); });
        if (!inAwards || any([&](PersonId id) { return hasPersonalData(reader.find<Person>(id)->data); }))
            found.push_back({line.person, line.name, line.schoolClass, SchoolYear(line.startYear), inAwards});
    }
    return found;
}

/// A person's record, and those that were taken into it before it.
std::vector<PersonId> recordsOf(Reader& reader, PersonId person)
{
    auto records = repo::recordsTakenInto(reader, person);
    records.push_back(person);
    return records;
}

}

bool isErased(const Person& person)
{
    const auto note = text::message("erase.note", {std::string("\n")}); // no note holds what is put in the place of the day
    return !hasPersonalData(person) && person.note.starts_with(note.substr(0, note.find('\n')));
}

Result<std::vector<SchoolYear>> PupilErasure::lastYears()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<SchoolYear>> {
        std::set<int, std::greater<>> starts;
        for (const auto& line : formerPupilsIn(reader, newestYear(reader) - 1))
            starts.insert(line.lastYear.startYear());
        std::vector<SchoolYear> years;
        for (const int start : starts)
            years.emplace_back(start);
        return years;
    });
}

Result<std::vector<FormerPupil>> PupilErasure::formerPupils(SchoolYear last)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<FormerPupil>> {
        return formerPupilsIn(reader, std::min(last.startYear(), newestYear(reader) - 1));
    });
}

Written<int> PupilErasure::erase(SchoolYear last, const std::string& given)
{
    const auto reason = normalised(given);
    return writeTo<int>(
        m_file, Op::ErasePupils,
        [&](Tx& tx) -> Result<int> {
            if (reason.empty())
                return fail({{"reason", "erase.reason-missing", {}}});
            if (last.startYear() >= newestYear(tx))
                return fail({{"last", "erase.still-pupils", {last.screen()}}});
            const auto pupils = formerPupilsIn(tx, last.startYear());
            if (pupils.empty())
                return fail({{"last", "erase.nobody", {last.screen()}}});
            std::vector<storage::ErasedPerson> people;
            for (const auto& pupil : pupils)
                people.push_back({recordsOf(tx, pupil.id), !pupil.namedInAwards});
            const auto nameless = text::message("erase.nameless", {});
            const auto name = PersonName::parse(nameless);
            storage::eraseFromRecord(tx, people, {nameless, storedSortKey(*name), fold(nameless)});
            const auto note = text::message("erase.note", {m_file.clock().today().vn()});
            for (const auto& pupil : pupils)
                for (const auto id : recordsOf(tx, pupil.id)) {
                    if (pupil.namedInAwards) {
                        auto row = *tx.find<Person>(id);
                        row.data.note = note;
                        tx.update(id, row.data);
                        continue;
                    }
                    for (const auto& enrolment : repo::enrolmentsOf(tx, id))
                        tx.remove<Enrolment>(enrolment.id);
                    tx.remove<Person>(id);
                }
            tx.setLabel({std::to_string(pupils.size()), last.screen()});
            return static_cast<int>(pupils.size());
        },
        reason);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/pupil_erasure.h"

#include "domain/people.h"
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

/// A former pupil with their own record and those that were taken into it, which go before it.
struct Former {
    FormerPupil pupil;
    std::vector<PersonId> records;
};

std::vector<Former> formerPupilsIn(Reader& reader, int lastStart)
{
    const auto named = repo::peoplePointedAt(reader, kindsOf({EntityKind::Person, EntityKind::Enrolment}));
    const auto serving = repo::peoplePointedAt(reader, ~kindsOf({EntityKind::StaffAssignment}));
    std::map<PersonId, std::vector<PersonId>> records;
    std::set<PersonId> telling;
    for (const auto& row : reader.all<Person>()) {
        auto& own = records[row.data.mergedInto.value_or(row.id)];
        own.insert(row.data.mergedInto ? own.begin() : own.end(), row.id);
        if (hasPersonalData(row.data))
            telling.insert(row.id);
    }
    std::vector<Former> found;
    auto lines = repo::pupilLines(reader);
    std::ranges::sort(lines, {}, &repo::PupilLine::sort);
    for (const auto& line : lines) {
        const auto& own = records[line.person];
        const auto anyIn = [&own](const std::set<PersonId>& people) { return std::ranges::any_of(own, [&people](PersonId id) { return people.contains(id); }); };
        if (line.startYear > lastStart || anyIn(serving))
            continue;
        const bool inAwards = anyIn(named);
        if (!inAwards || anyIn(telling))
            found.push_back({{line.person, line.name, line.schoolClass, SchoolYear(line.startYear), inAwards}, own});
    }
    return found;
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
        for (const auto& former : formerPupilsIn(reader, newestYear(reader) - 1))
            starts.insert(former.pupil.lastYear.startYear());
        std::vector<SchoolYear> years;
        for (const int start : starts)
            years.emplace_back(start);
        return years;
    });
}

Result<std::vector<FormerPupil>> PupilErasure::formerPupils(SchoolYear last)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<FormerPupil>> {
        std::vector<FormerPupil> pupils;
        for (auto& former : formerPupilsIn(reader, std::min(last.startYear(), newestYear(reader) - 1)))
            pupils.push_back(std::move(former.pupil));
        return pupils;
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
            const auto all = formerPupilsIn(tx, last.startYear());
            if (all.empty())
                return fail({{"last", "erase.nobody", {last.screen()}}});
            std::vector<storage::ErasedPerson> people;
            for (const auto& [pupil, records] : all)
                people.push_back({records, !pupil.namedInAwards});
            const auto nameless = text::message("erase.nameless", {});
            const auto name = PersonName::parse(nameless);
            storage::eraseFromRecord(tx, people, {nameless, storedSortKey(*name), fold(nameless)});
            const auto note = text::message("erase.note", {m_file.clock().today().vn()});
            for (const auto& [pupil, records] : all)
                for (const auto id : records) {
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
            tx.setLabel({std::to_string(all.size()), last.screen()});
            return static_cast<int>(all.size());
        },
        reason);
}

}

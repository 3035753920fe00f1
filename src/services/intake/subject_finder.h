// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/intake/row_reader.h"
#include "services/people/former_records.h"

#include <map>

namespace thidua::storage {
class Reader;
}

namespace thidua::services {

/// Who in the file a row of registrations, evaluations or honours is about. By the code, else by the name as written and the birth; whom
/// neither tells apart, the team or class may. Nobody is guessed.
class SubjectFinder {
public:
    /// `year`: whose posts and teams count. `pupils`: pupils are meant, too.
    SubjectFinder(storage::Reader& reader, std::optional<domain::SchoolYearId> year, bool pupils);
    /// Says what is wrong at the row when nobody, or more than one, is meant.
    std::optional<domain::SubjectRef> find(RowReader& row, RowPerson person) const;
    bool isPupil(const domain::SubjectRef& subject) const { return subject.person && m_pupils.contains(*subject.person); }

private:
    struct Entry {
        domain::PersonId id{0};
        std::string name, code, place, placeName;  ///< place: team or class
        std::optional<PartialDate> birth;
        bool here = false;                         ///< has a post, or is a pupil, in that year
    };
    static SheetCandidate candidate(const Entry& entry);
    static std::vector<SheetCandidate> candidates(const std::vector<const Entry*>& entries);
    std::vector<const Entry*> named(const std::multimap<std::string, std::size_t>& by, const std::string& key, const RowPerson& person) const;
    void add(Entry entry);
    std::vector<Entry> m_entries;
    std::multimap<std::string, std::size_t> m_byName, m_alike, m_byCode;
    std::map<std::string, domain::CollectiveId> m_collectives; ///< by unitKey
    std::set<domain::PersonId> m_pupils;
    FormerRecords m_former;
};

}

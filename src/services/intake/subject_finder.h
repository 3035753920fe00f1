// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/intake/row_reader.h"
#include "services/people/former_records.h"

#include <map>

namespace thidua::storage {
class Reader;
}

namespace thidua::services {

/// Who a row can be about at all, by what it says beside the name.
struct SubjectsWanted {
    std::vector<std::string> kinds{};              ///< staff, pupil, collective, as the rules call recipients; empty: whoever
    std::optional<SchoolYear> year{};              ///< whoever was not here yet cannot be meant
};

/// Who in the file a row of registrations, evaluations or honours is about. By the code, else by the name as written and the birth; whom
/// neither tells apart, those to whom it may go at all, then team, class or post may. Nobody is guessed: a teacher and a pupil of one name
/// are both asked about.
class SubjectFinder {
public:
    /// `year`: whose posts and teams count. `pupils`: pupils are meant, too.
    SubjectFinder(storage::Reader& reader, std::optional<domain::SchoolYearId> year, bool pupils);
    /// Says what is wrong at the row when nobody, or more than one, is meant.
    std::optional<domain::SubjectRef> find(RowReader& row, RowPerson person, const SubjectsWanted& wanted = {}) const;
    bool isPupil(const domain::SubjectRef& subject) const { return subject.person && m_pupils.contains(*subject.person); }

private:
    struct Entry {
        domain::PersonId id{0};
        std::string name, code, place, placeName;  ///< place: team or class
        std::optional<PartialDate> birth;
        bool here = false;                         ///< has a post, or is a pupil, in that year
        bool pupil = false;
        std::string post{};                        ///< as the file has it
        std::optional<int> since{};                ///< a pupil of the file from the school year that begins then
    };
    using Entries = std::vector<const Entry*>;
    static SheetCandidate candidate(const Entry& entry);
    static std::vector<SheetCandidate> candidates(const Entries& entries);
    Entries named(const std::multimap<std::string, std::size_t>& by, const std::string& key) const;
    bool wasHere(const Entry& entry, SchoolYear year) const;
    Entries able(Entries found, const SubjectsWanted& wanted) const;
    void narrowByPlace(Entries& found, RowReader& row, std::optional<SchoolYear> meant) const;
    const Entry* coded(const std::string& code) const;
    std::optional<domain::SubjectRef> byCode(RowReader& row, const RowPerson& person) const;
    static std::optional<domain::SubjectRef> ofLikeName(RowReader& row, const RowPerson& person, const Entries& alike);
    std::optional<domain::SubjectRef> nearest(RowReader& row, const RowPerson& person, const SubjectsWanted& wanted) const;
    void addStaff(storage::Reader& reader, std::optional<domain::SchoolYearId> year);
    void addPupils(storage::Reader& reader);
    void add(Entry entry);
    std::vector<Entry> m_entries;
    std::multimap<std::string, std::size_t> m_byName, m_alike, m_byCode; ///< places; codes by codeKey
    std::map<std::string, domain::CollectiveId> m_collectives; ///< by unitKey
    std::set<domain::PersonId> m_pupils;
    std::optional<SchoolYear> m_postsOf;           ///< whose posts and teams stand in the entries
    std::map<int, std::set<std::pair<domain::PersonId, std::string>>> m_classesOf; ///< who was in which class, by the first year
    int m_youngest = 0;                            ///< years of a pupil when a school year begins
    FormerRecords m_former;
};

}

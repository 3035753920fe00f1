// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/collective.h"
#include "domain/honour.h"
#include "domain/people.h"
#include "services/core/school_file.h"
#include "services/people/staff_draft.h"
#include "services/people/staff_sheet.h"

namespace thidua::services {

/// One line of the staff list of a year.
struct StaffRow {
    domain::PersonId id;
    domain::RowVersion version;
    domain::Person person;
    bool assigned = false;                         ///< has a post in this year
    domain::Position position = domain::Position::Teacher;
    std::string title;
    std::optional<domain::CollectiveId> team;
    std::string teamName;
    int teamOrder = 0;
    std::string sortKey;                           ///< by given name
    bool homonym = false;                          ///< another person has the same name
    bool left = false;                             ///< has left by the day of the list: shown with the day, not counted
    std::string apart{};                           ///< what tells homonyms apart: "1986", "Tổ 1"

    /// "Nguyễn Thị Hoa (1986)": how lists and headings name them.
    std::string named() const;
};

struct HonourHistoryRow {
    domain::HonourRecordId id;
    domain::RowVersion version;
    domain::HonourRecord record;
    std::string name;                              ///< of the person or collective
    std::string honourName;
    std::string sortKey;
};

/// People, posts, collectives and the honours they have received (domain.md §2).
class PeopleService {
public:
    explicit PeopleService(SchoolFile& file) : m_file(file) {}

    /// Everyone with a post in that year, who has left included, in Vietnamese order by given name; `all` also those without one.
    Result<std::vector<StaffRow>> staff(domain::SchoolYearId year, bool all = false);
    Written<domain::PersonId> addStaff(domain::SchoolYearId year, const StaffDraft& draft);
    Written<Done> editStaff(domain::SchoolYearId year, domain::PersonId id, const StaffDraft& draft, domain::RowVersion version);
    /// Only while nothing refers to them; otherwise WrongState says that they leave instead (leftOn).
    Written<Done> removePerson(domain::PersonId id);
    /// What a pasted list would bring: who is new, who is updated and how, what is guessed, asked or wrong. Writes nothing.
    Result<SheetReading> readSheet(domain::SchoolYearId year, const StaffSheet& sheet);
    /// As readSheet shows it, as one operation; missing teams are made. The number of people written.
    Written<int> pasteStaff(domain::SchoolYearId year, const StaffSheet& sheet);
    Written<int> pasteStaff(domain::SchoolYearId year, const std::string& block) { return pasteStaff(year, sheetOf(block)); }

    Result<std::vector<Stored<domain::Collective>>> collectives();
    Written<domain::CollectiveId> addCollective(const domain::Collective& collective);
    Written<Done> editCollective(domain::CollectiveId id, const domain::Collective& collective, domain::RowVersion version);
    Written<Done> removeCollective(domain::CollectiveId id);

    /// Everything received so far, newest year first; of one subject when given.
    Result<std::vector<HonourHistoryRow>> honours(std::optional<domain::SubjectRef> subject = std::nullopt);
    Written<domain::HonourRecordId> addHonour(const domain::HonourRecord& record);
    Written<Done> editHonour(domain::HonourRecordId id, const domain::HonourRecord& record, domain::RowVersion version);
    Written<Done> removeHonour(domain::HonourRecordId id);

private:
    SchoolFile& m_file;
};

}
